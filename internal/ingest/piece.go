package ingest

import (
	"readout/internal/annot"
)

// A Kind says how input is to be taken.
type Kind string

// The kinds of input. Detect looks at name and content.
const (
	Detect Kind = "auto"
	Plain  Kind = "text"
	Page   Kind = "html"
	Lines  Kind = "jsonl"
)

// Kinds returns every kind.
func Kinds() []Kind { return []Kind{Detect, Plain, Page, Lines} }

// maxReport is how many bytes one report, or one line of JSON, may have.
const maxReport = 16 << 20

// A Piece is one report as it was found, or why there is none.
type Piece struct {
	Path string // as given or found; "-" is standard input
	Line int    // of a file of lines, counting from 1; else 0
	kind Kind   // Plain, Page or Lines
	id   string // where the piece gives none of its own
	data []byte
	err  *Error
}

// A Report is ready to be read.
type Report struct {
	Source annot.Source
	Raw    string // the words, before they are stored
	Note   string // something about the input that its owner should know, or nothing
}

// Report makes the piece ready. It may be called from any goroutine.
func (p Piece) Report() (Report, *Error) {
	if p.err != nil {
		return Report{}, p.err
	}
	switch p.kind {
	case Lines:
		return p.line()
	case Page:
		r, err := readPage(p.data)
		if err != nil {
			return Report{}, p.fail(BadPage, err.Error())
		}
		r.Source.ID = p.id
		return r, nil
	}
	words, note := decode(p.data)
	return Report{Source: annot.Source{ID: p.id}, Raw: words, Note: note}, nil
}

func (p Piece) fail(code Code, message string) *Error {
	return &Error{Path: p.Path, Line: p.Line, Code: code, Message: message}
}
