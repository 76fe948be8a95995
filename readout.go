// Package readout reads English news reports about negotiations and makes an
// honest record of each: who said what, through whom and to whom, how firmly;
// the meetings, conditions, commitments and positions that the words give.
//
//	reader, err := readout.Open()
//	if err != nil {
//		...
//	}
//	rec := reader.Read(readout.Source{Published: "2031-04-10"}, words)
//	for _, s := range rec.Statements {
//		...
//	}
//
// It needs no network, no file and no clock: the same report gives the same
// record. Package readout/record documents the record.
package readout

import (
	"io/fs"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/engine"
	"readout/internal/lex"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
	"readout/record"
)

// A Source is what is known of a report apart from its words. Empty strings
// mean that it is not given.
type Source struct {
	ID, Title, Outlet, URL string
	Byline                 string // who wrote it, where the words do not say so
	Published              string // ISO 8601 date or date-time; relative times hang on it
	FromPage               bool   // Published was taken from a page, not given by the caller
}

// A Reader reads reports. Many goroutines may use one at the same time.
type Reader struct {
	engine *engine.Engine
}

// Open makes a reader from the word lists and models that are part of the
// program. An error means that these do not fit the program.
func Open() (*Reader, error) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return nil, err
	}
	return &Reader{engine: e}, nil
}

// OpenWithNames makes a reader that also knows names of the caller's own: a
// table, as docs/names.md says. An error of the table gives the line and what
// to do; file is what it calls the table.
func OpenWithNames(table, file string) (*Reader, error) {
	return OpenWith(Lists{Names: &List{Text: table, File: file}})
}

// A List is a list of the caller's own; File is what errors call it.
type List struct{ Text, File string }

// Lists are lists of the caller's own; nil stands for none.
type Lists struct {
	Names  *List // a table of names, as docs/names.md says
	Issues *List // issues in place of the built-in ones or beside them, as docs/issues.md says
}

// OpenWith makes a reader with lists of the caller's own. An error of a list
// gives the file, the line and what to do.
func OpenWith(own Lists) (*Reader, error) {
	words, err := own.over(lexicon.FS)
	if err != nil {
		return nil, err
	}
	e, err := engine.Load(words, model.FS)
	if err != nil {
		return nil, err
	}
	return &Reader{engine: e}, nil
}

// over lays the lists over those of the program.
func (own Lists) over(words fs.FS) (fs.FS, error) {
	if own.Names != nil {
		if _, err := lex.ParseOwn(own.Names.Text, own.Names.File); err != nil {
			return nil, err
		}
		words = lex.WithOwn(words, own.Names.Text)
	}
	if own.Issues != nil {
		return lex.WithIssues(words, own.Issues.Text, own.Issues.File)
	}
	return words, nil
}

// Read makes the record of a report. It takes any words: those that are not
// English, or not about a negotiation, give a record that says so.
func (r *Reader) Read(src Source, words string) *record.Record {
	return assemble.Record(r.engine.Annotate(annot.Source(src), text.New(words)))
}
