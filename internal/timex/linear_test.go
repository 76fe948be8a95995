package timex

import (
	"strings"
	"testing"
	"time"

	"readout/internal/annot"
)

// TestLinear checks that texts made to provoke rules within rules are still
// read in a time that grows with their length.
func TestLinear(t *testing.T) {
	f := finder(t)
	for _, s := range []string{"the end of the first week of ", "two days before ", "the week of the week of ", "early in the late ", "the morning of the last day of the ", "3, 4, 5, ",
		"3 to 3 to ", "May and May or ", "the first half of the first half of ", "last last last ", "2 years 2 months 2 days ", "from 3-3-", "10:10-10:10 ", "more than the the the "} {
		seg := sentences(t, strings.Repeat(s, 2000)+".")
		start := time.Now()
		f.Find(seg, nil, annot.Source{Published: "2024-06-12"})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q: %v for %d tokens", s, d, len(seg.Tokens))
		}
	}
}
