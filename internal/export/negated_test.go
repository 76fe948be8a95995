package export

import (
	"testing"

	"readout/record"
)

func TestNotIsShown(t *testing.T) {
	text := "He is not expected to come. She will not come. They don’t want it."
	v := newView(&record.Record{Report: record.Report{Text: text}, Attributions: []record.Attribution{
		{ID: "q1", Cue: record.Spans{{3, 18}}}, {ID: "q2", Cue: record.Spans{{32, 40}}}, {ID: "q3", Cue: record.Spans{{52, 62}}},
	}})
	for _, c := range []struct {
		cue   string
		class record.Firmness
		not   bool
		want  string
	}{
		{"q1", record.Expected, true, "not expected"},
		{"q1", record.Expected, false, "expected"},
		{"q2", record.Refused, true, "refused"},
		{"q3", record.Desired, true, "not desired"},
	} {
		s := &record.Statement{Chain: []string{c.cue}, Firmness: c.class, Negated: c.not}
		if got := v.firmness(s); got != c.want {
			t.Errorf("%s, negated %v, of %q: %q, want %q", c.class, c.not, v.words(v.attributions[c.cue].Cue), got, c.want)
		}
	}
}
