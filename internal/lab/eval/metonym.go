package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout/internal/annot"
	"readout/internal/engine"
	"readout/internal/markup"
	"readout/internal/text"
)

// MetonymScores counts names that can stand for a government or for the place
// where it sits: Right are those read as they are meant.
type MetonymScores struct {
	Actors, Places Tally
	Wrong          []string // "sentence: name", of those misread
}

// Accuracy returns the share of names read as meant, in percent.
func (s *MetonymScores) Accuracy() float64 {
	n := s.Actors.Gold + s.Places.Gold
	if n == 0 {
		return 0
	}
	return 100 * float64(s.Actors.Right+s.Places.Right) / float64(n)
}

// Metonyms reads sentences in brackets, one a line, and scores each name that
// they mark as actor or place.
func Metonyms(e *engine.Engine, r io.Reader) (*MetonymScores, error) {
	s := &MetonymScores{}
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		plain, marks, err := markup.Parse(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		d := e.Annotate(annot.Source{}, text.New(plain+padding))
		for _, m := range marks {
			s.add(d, m, plain)
		}
	}
	return s, sc.Err()
}

// padding stands behind each sentence, so that the text is long enough for its
// language to be told.
const padding = " The ministers said that they would wait for an answer before the end of the week."

func (s *MetonymScores) add(d *annot.Document, m markup.Mark, plain string) {
	t := &s.Places
	if m.Label == "actor" {
		t = &s.Actors
	}
	t.Gold++
	if d.Mentions != nil {
		for i := range d.Mentions.List {
			row := &d.Mentions.List[i]
			if row.Span != m.Span {
				continue
			}
			t.Said++
			if (row.Kind == annot.PlaceMention) == (m.Label == "place") && row.Kind != annot.UnknownMention && row.Kind != annot.PersonMention {
				t.Right++
				return
			}
		}
	}
	s.Wrong = append(s.Wrong, plain+": "+m.Label+" "+plain[m.Span.Start:m.Span.End])
}
