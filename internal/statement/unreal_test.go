package statement

import (
	"strings"
	"testing"

	"readout/record"
)

// Negation that no tree shows where it belongs, and words that only look like it.
func TestTurned(t *testing.T) {
	j, by := newJudge(t), trees(t)
	for _, c := range []struct {
		example string
		want    record.Firmness
		negated bool
	}{
		{"[source The miller] [cue said] [content [self it] had at no time agreed to the levy].", record.Asserted, true},
		{"[source No 10] [cue said] [content the talks would go on].", record.Expected, false},
		{"[source The ministry] [cue rejected calls for] [content a ballot].", record.Refused, false},
		{"[source The ministry] [cue dismissed demands for] [content a ballot].", record.Refused, false},
		{"[source The ministry] [cue has yet to accept] [content the offer].", record.Undecided, false},
		{"[source The ministry] [cue has yet] [content to accept the offer].", record.Undecided, false},
		{"[source The ministry] has yet [cue to say] [content which ports would open].", record.Undecided, false},
	} {
		list := build(t, by, c.example).judge(j).List
		if len(list) != 1 || list[0].Firmness != c.want || list[0].Negated != c.negated {
			t.Errorf("%s: %+v", c.example, list)
		}
	}
	for example, want := range map[string]int{
		"[source The union] withdrew its [cue threat] [content to strike].": 0,
		"[source The union] repeated its [cue threat] [content to strike].": 1,
	} {
		threats := 0
		for _, s := range build(t, by, example).judge(j).List {
			if s.Firmness == record.Threatened {
				threats++
			}
		}
		if threats != want {
			t.Errorf("%s: %d threats, want %d", example, threats, want)
		}
	}
}

// TestNeitherNor leaves each of two who did not agree his denial.
func TestNeitherNor(t *testing.T) {
	j, by := newJudge(t), trees(t)
	w := build(t, by, "[content Neither the crew nor the guild has agreed to a levy], [source the miller] [cue said].")
	list := w.judge(j).List
	if len(list) != 2 {
		t.Fatalf("%d statements", len(list))
	}
	for i, first := range []string{"Neither the crew", "nor the guild"} {
		s := list[i]
		if got := w.seg.Text.Slice(s.Content[0]); s.Firmness != record.Asserted || !s.Negated || !strings.HasPrefix(got, first) {
			t.Errorf("%q: %+v", got, s)
		}
	}
}
