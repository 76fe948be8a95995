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
		{"Holt failed on Monday to agree on it.", record.Span{22, 30}, record.Span{0, 4}, "report › Holt failed on Monday to agree"},
		{"Lind was told, Holt said, that it was over.", record.Span{20, 24}, record.Span{15, 19}, "report › Holt said"},
	} {
		v := newView(&record.Record{Report: record.Report{Text: c.text}, Actors: []record.Actor{{ID: who, Name: "Holt", Named: true}},
			Attributions: []record.Attribution{{ID: "q1", Cue: record.Spans{c.cue}, Source: record.Spans{c.source}, Speaker: &who}}})
		if got := v.chain([]string{"q1"}); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// A name must not stand for what the words say nobody of that name did.
func TestNobodyIsShown(t *testing.T) {
	for source, want := range map[string]bool{
		"Nobody from the firm": true, "Neither Lind nor Holt": true, "almost no one in the guild": true, "Not one of the crews": true, "Few in the guild": true,
		"One of the crews": false, "The firm": false, "Nonesuch": false, "": false,
	} {
		if got := nobody(source); got != want {
			t.Errorf("%q: %v, want %v", source, got, want)
		}
	}
}
