package eval

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/lab/gold"
	"readout/internal/lex"
	"readout/internal/text"
	"readout/lexicon"
	"readout/record"
)

// Unnamed checks that sources without a name stay so: an actor without one has
// no mention by name and no link, and a person with one is never called by a
// noun for such sources ("an official"), unless in apposition to the name.
type Unnamed struct {
	Actors     int      // without a name
	Violations []string // each with its words
	nouns      map[string]bool
}

// NewUnnamed reads the nouns for sources without a name.
func NewUnnamed() (*Unnamed, error) {
	f, err := lex.Load(lexicon.FS, "titles.txt")
	if err != nil {
		return nil, err
	}
	u := &Unnamed{nouns: map[string]bool{}}
	for _, e := range f.Section("roles") {
		if e.Field(3) == "unnamed" {
			u.nouns[e.Fields[0]] = true
		}
	}
	return u, nil
}

// Add checks one report.
func (u *Unnamed) Add(d *annot.Document) {
	if d.Entities == nil {
		return
	}
	apposed := map[annot.MentionID]bool{}
	for i := range d.Mentions.List {
		if a := d.Mentions.List[i].Appositive; a != annot.None {
			apposed[a], apposed[annot.MentionID(i)] = true, true
		}
	}
	for i := range d.Entities.List {
		e := &d.Entities.List[i]
		if !e.Named {
			u.Actors++
			if i < len(d.Links.Entities) && d.Links.Entities[i].Name != "" {
				u.violation(d, e.Name, "is linked to "+d.Links.Entities[i].Name)
			}
		}
		for _, m := range e.Mentions {
			row := &d.Mentions.List[m]
			head := strings.ToLower(d.Syntax.Words[row.Head].Lemma)
			switch {
			case !e.Named && row.Form == record.Named:
				u.violation(d, row.Span, "names somebody unnamed")
			case e.Named && e.Kind == annot.PersonMention && row.Form == record.Nominal && u.nouns[head] && !apposed[m]:
				u.violation(d, row.Span, "is "+d.Text.Slice(e.Name))
			}
		}
	}
}

func (u *Unnamed) violation(d *annot.Document, sp annot.Span, what string) {
	u.Violations = append(u.Violations, fmt.Sprintf("%q %s", d.Text.Slice(sp), what))
}

// line is the share of actors without a name that stay so, never rounded up to
// all.
func (u *Unnamed) line(name string) Line {
	p := percent(u.Actors-min(u.Actors, len(u.Violations)), u.Actors)
	if len(u.Violations) > 0 {
		p = min(p, 99.9)
	}
	return Line{Name: name, P: p, R: p, F1: p, N: u.Actors}
}

// unlabelledSample is how many reports of each unlabelled collection are read:
// those of the beginning.
const unlabelledSample = 100

// scoreUnnamed reads what reports there are, of the unlabelled a sample.
func scoreUnnamed(b *bench) ([]Line, error) {
	sets := []struct {
		name string
		read func() ([]*text.Text, error)
	}{
		{"PolNeAR train and dev", func() ([]*text.Text, error) { return polnearTexts(b.data, "train.jsonl.gz", "dev.jsonl.gz") }},
		{"worldwide dev", func() ([]*text.Text, error) { return worldwideTexts(b.data, "dev") }},
		{"unlabelled sample", func() ([]*text.Text, error) {
			return gzipTexts(unlabelledSample, filepath.Join(b.data, "unlabelled", "allsides.jsonl.gz"), filepath.Join(b.data, "unlabelled", "reuters21578.jsonl.gz"))
		}},
		{"gold dev", goldTexts},
	}
	var out []Line
	for _, set := range sets {
		texts, err := set.read()
		if err != nil {
			return nil, err
		}
		u, err := NewUnnamed()
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			if err := b.ctx.Err(); err != nil {
				return nil, err
			}
			u.Add(b.engine.Annotate(annot.Source{}, t))
		}
		out = append(out, u.line("unnamed stay unnamed, "+set.name))
	}
	return out, nil
}

func polnearTexts(data string, files ...string) ([]*text.Text, error) {
	var out []*text.Text
	for _, f := range files {
		docs, err := corpus.ReadPolnear(filepath.Join(data, "polnear", f))
		if err != nil {
			return nil, err
		}
		for i := range docs {
			out = append(out, docs[i].Text)
		}
	}
	return out, nil
}

func worldwideTexts(data string, splits ...string) ([]*text.Text, error) {
	var out []*text.Text
	for _, s := range splits {
		docs, err := corpus.ReadWorldwide(data, s)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			out = append(out, docs[i].Text)
		}
	}
	return out, nil
}

// gzipTexts returns the first n texts of each of some files of JSON lines.
func gzipTexts(n int, paths ...string) ([]*text.Text, error) {
	var out []*text.Text
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		dec := json.NewDecoder(z)
		for range n {
			var line struct {
				Text string `json:"text"`
			}
			if err := dec.Decode(&line); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, fmt.Errorf("%s: %w", p, err)
			}
			out = append(out, text.New(line.Text))
		}
	}
	return out, nil
}

func goldTexts() ([]*text.Text, error) {
	cases, err := gold.ReadDir(os.DirFS("gold"), "dev")
	if err != nil {
		return nil, err
	}
	var out []*text.Text
	for _, c := range cases {
		out = append(out, text.New(c.Record.Report.Text))
	}
	return out, nil
}
