package export

import (
	"testing"

	"readout/record"
)

// Who was told something did not tell it.
func TestPassiveCues(t *testing.T) {
	who := "a1"
	for _, c := range []struct {
		text        string
		cue, source record.Span
		want        string
	}{
		{"Lind was told by Holt that it was over.", record.Span{5, 13}, record.Span{17, 21}, "report › was told by Holt"},
		{"Lind was told, Holt said, that it was over.", record.Span{20, 24}, record.Span{15, 19}, "report › Holt said"},
	} {
		v := newView(&record.Record{Report: record.Report{Text: c.text}, Actors: []record.Actor{{ID: who, Name: "Holt", Named: true}},
			Attributions: []record.Attribution{{ID: "q1", Cue: record.Spans{c.cue}, Source: record.Spans{c.source}, Speaker: &who}}})
		if got := v.chain([]string{"q1"}); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
