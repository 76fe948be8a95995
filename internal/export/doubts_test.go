package export

import (
	"testing"

	"readout/record"
)

func TestReferencesStandWithWhatFollows(t *testing.T) {
	text := "Lind met Moe. He said that he would not come again this year. He left."
	b := &builder{view: newView(&record.Record{Report: record.Report{Text: text}, Sentences: record.Spans{{0, 13}, {14, 61}, {62, 70}}})}
	for span, want := range map[record.Span]string{{14, 16}: "He said that he would", {62, 64}: "He left."} {
		if got := b.onwards(span).Words; got != want {
			t.Errorf("%v: %q, want %q", span, got, want)
		}
	}
}

func TestGatherSaysNothingTwice(t *testing.T) {
	line := func(from int) []quote { return []quote{{Spans: record.Spans{{from, from + 2}}}} }
	var list []entry
	for _, e := range []entry{{Tag: "who?", Note: "a", Lines: line(0)}, {Tag: "who?", Note: "a", Lines: line(0)}, {Tag: "who?", Note: "a", Lines: line(5)}, {Tag: "who?", Note: "b", Lines: line(0)}} {
		list = gather(list, e)
	}
	if len(list) != 2 || len(list[0].Lines) != 2 {
		t.Errorf("gathered %+v", list)
	}
}
