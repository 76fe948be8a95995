package eval

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/record"
)

func TestCellOf(t *testing.T) {
	for _, c := range []struct{ in, start, end string }{
		{"2024", "2024-01-01", "2025-01-01"},
		{"2024-06", "2024-06-01", "2024-07-01"},
		{"2024-W01", "2024-01-01", "2024-01-08"},
		{"2024-W24-WE", "2024-06-15", "2024-06-17"},
		{"2024-Q3", "2024-07-01", "2024-10-01"},
		{"199", "1990-01-01", "2000-01-01"},
		{"2024-06-12/2024-06-14", "2024-06-12", "2024-06-15"},
	} {
		cell, ok := cellOf(c.in)
		if !ok || cell.start.Format("2006-01-02") != c.start || cell.end.Format("2006-01-02") != c.end {
			t.Errorf("cellOf(%s) = %v to %v, want %s to %s", c.in, cell.start, cell.end, c.start, c.end)
		}
	}
	for _, in := range []string{"", "P2W", "PRESENT_REF", "XXXX-WXX-2", "[2025-03-04,2025-04-03]"} {
		if cell, ok := cellOf(in); ok {
			t.Errorf("cellOf(%s) = %v, want none", in, cell)
		}
	}
}

func TestSameLength(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"P1W", "P7D", true}, {"PT1H30M", "PT1.5H", true}, {"P2W", "P2M", false}, {"PXW", "P1W", false}, {"PXW", "PXW", true},
	} {
		if got := sameLength(c.a, c.b); got != c.want {
			t.Errorf("sameLength(%s, %s) = %t", c.a, c.b, got)
		}
	}
}

// TestScoreTimes checks that a range counts for both of its ends where the
// source marks both, and that determiners at an edge do not count.
func TestScoreTimes(t *testing.T) {
	d := corpus.TimeText{Text: text.New("In 2019-2021 and in the summer of 2022 it rained.")}
	for _, sp := range []text.Span{{Start: 3, End: 7}, {Start: 8, End: 12}, {Start: 24, End: 38}} {
		d.Tags = append(d.Tags, corpus.TimeTag{Span: sp})
	}
	got := &annot.Times{List: []annot.Timex{
		{Span: text.Span{Start: 3, End: 12}, Type: record.DateType, Value: "2019/2021"},
		{Span: text.Span{Start: 20, End: 38}, Type: record.DateType, Value: "2022-SU"},
	}}
	var s TimeScores
	s.ScoreTimes(d, got, AnyTime, SameNone)
	if s.Exact != (Tally{3, 3, 3}) {
		t.Errorf("exact %+v, want 3 of 3; differ %v", s.Exact, s.Differ)
	}
}
