package export

import (
	"strings"

	"readout/record"
)

// unclaimed are the classes that a negated cue turns round: who "is not
// expected" to come is not expected. In the others the negation is part of
// the class ("will not" is refused).
var unclaimed = map[record.Firmness]bool{
	record.Expected: true, record.Believed: true, record.Hoped: true, record.Feared: true, record.Desired: true,
	record.Demanded: true, record.Interest: true, record.Insisted: true,
}

// firmness returns the class of a statement in plain words, with the "not" of
// its cue, which no other words on the page's line show.
func (v *view) firmness(s *record.Statement) string {
	if s.Negated && s.Firmness == record.Demanded && len(s.Chain) > 0 {
		if q := v.attributions[s.Chain[len(s.Chain)-1]]; q != nil && strings.HasSuffix(strings.ToLower(v.words(q.Cue)), " against") {
			return "demanded not" // "advised against signing"
		}
	}
	if s.Negated && unclaimed[s.Firmness] && len(s.Chain) > 0 {
		if q := v.attributions[s.Chain[len(s.Chain)-1]]; q != nil && negates(v.words(q.Cue)) {
			return "not " + label(s.Firmness)
		}
	}
	return label(s.Firmness)
}

// negates reports whether a cue says "not".
func negates(cue string) bool {
	for _, w := range strings.Fields(strings.ToLower(cue)) {
		if w == "not" || w == "never" || w == "cannot" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}
