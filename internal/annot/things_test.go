package annot_test

import (
	"slices"
	"testing"

	"readout/internal/annot"
)

func TestThingsRefuse(t *testing.T) {
	seg, _ := parse(t, envoy)
	m := func(at annot.TokenID, to int) annot.ThingMention {
		return annot.ThingMention{Span: seg.Tokens[at].Span, Head: at, To: to}
	}
	good := []annot.ThingMention{m(1, annot.None), m(3, 0)}
	if _, err := annot.NewThings(seg, annot.Things{List: []annot.Thing{{Mentions: good}}}); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func([]annot.ThingMention) []annot.ThingMention{
		"one mention":    func(l []annot.ThingMention) []annot.ThingMention { return l[:1] },
		"a loose one":    func(l []annot.ThingMention) []annot.ThingMention { l[1].To = annot.None; return l },
		"itself":         func(l []annot.ThingMention) []annot.ThingMention { l[1].To = 1; return l },
		"no words":       func(l []annot.ThingMention) []annot.ThingMention { l[1].Span = annot.Span{}; return l },
		"a head nowhere": func(l []annot.ThingMention) []annot.ThingMention { l[1].Head = 99; return l },
	} {
		if _, err := annot.NewThings(seg, annot.Things{List: []annot.Thing{{Mentions: change(slices.Clone(good))}}}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
