package eval

import (
	"context"
	"io/fs"
	"os"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/engine"
	"readout/internal/lab/gold"
	"readout/internal/text"
)

// Gold reads the reports of a part of our own gold and scores the records. An
// error of the gold files names the file and its line.
//
// Tell, where it is not nil, is called with the name of a report and each row
// on which the two do not agree.
func Gold(ctx context.Context, e *engine.Engine, fsys fs.FS, part string, tell func(string, gold.Difference)) (*gold.Score, error) {
	cases, err := gold.ReadDir(fsys, part)
	if err != nil {
		return nil, err
	}
	s := gold.NewScore()
	for _, c := range cases {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if tell != nil {
			s.Tell = func(d gold.Difference) { tell(c.Name, d) }
		}
		s.Add(c.Record, assemble.Record(e.Annotate(annot.Source{ID: c.Name, Published: c.Published}, text.New(c.Record.Report.Text))))
	}
	return s, nil
}

// Agreement scores the second pass of each report of a part against the
// first, as if it were the program's, and tells how many reports have both.
func Agreement(fsys fs.FS, part string) (*gold.Score, int, error) {
	twice, err := gold.ReadTwice(fsys, part)
	if err != nil {
		return nil, 0, err
	}
	s := gold.NewScore()
	for _, t := range twice {
		s.Add(t.First.Record, t.Second.Record)
	}
	return s, len(twice), nil
}

// GoldLines are the lines of a score, each named after what was scored.
func GoldLines(prefix string, s *gold.Score) []Line {
	var out []Line
	for _, n := range s.Names() {
		t := s.Of(n)
		out = append(out, Line{Name: prefix + " " + n, P: t.P(), R: t.R(), F1: t.F1(), N: t.Asked})
	}
	return out
}

// scoreGold scores whole records on the dev part of our own gold.
func scoreGold(b *bench) ([]Line, error) {
	s, err := Gold(b.ctx, b.engine, os.DirFS("gold"), "dev", nil)
	if err != nil {
		return nil, err
	}
	return GoldLines("gold dev", s), nil
}

// scoreAgreement scores one annotator of our own gold against the other, dev
// part and test part.
func scoreAgreement(b *bench) ([]Line, error) {
	var out []Line
	for _, part := range []string{"dev", "test"} {
		s, _, err := Agreement(os.DirFS("gold"), part)
		if err != nil {
			return nil, err
		}
		out = append(out, GoldLines("annotators "+part, s)...)
	}
	return out, nil
}
