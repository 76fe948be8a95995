package eval

import (
	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
)

// scoreTimes scores time expressions.
func scoreTimes(b *bench) ([]Line, error) {
	read := func(t *text.Text, published string) *annot.Times {
		return b.engine.Times(annot.Source{Published: published}, t)
	}
	cases, err := corpus.ReadRecognizers(b.data)
	if err != nil {
		return nil, err
	}
	groups, err := corpus.ReadDuckling(b.data)
	if err != nil {
		return nil, err
	}
	r, d := ScoreRecognizers(cases, read), ScoreDuckling(groups, read)
	out := []Line{share("Recognizers-Text train, newswire cases", r), share("duckling train, newswire groups", d)}
	wars, err := corpus.ReadWikiWars(b.data)
	if err != nil {
		return nil, err
	}
	var w TimeScores
	for _, x := range wars {
		w.ScoreTimes(x, read(x.Text, ""), AnyTime, SameNone)
	}
	dates, err := corpus.ReadGUMDates(b.data, "dev")
	if err != nil {
		return nil, err
	}
	var g TimeScores
	for _, x := range dates {
		g.ScoreTimes(x, read(x.Text, x.Published), CalendarTime, SameGUM)
	}
	return append(out, scored("WikiWars train time spans", w.Exact), scored("WikiWars train time spans, overlap", w.Overlap),
		scored("GUM dev date spans", g.Exact), scored("GUM dev date spans, overlap", g.Overlap), scored("GUM dev date values", g.Value)), nil
}

// share puts cases that are right or wrong as a whole on the board.
func share(name string, s *CaseScore) Line {
	return Line{Name: name, P: s.Percent(), R: s.Percent(), F1: s.Percent(), N: s.Of}
}
