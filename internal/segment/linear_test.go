package segment

import (
	"strings"
	"testing"
	"time"

	"readout/internal/annot"
	"readout/internal/text"
)

// TestLinear reads texts that are one thing over and over: whatever looks
// ahead or back must not look too far.
func TestLinear(t *testing.T) {
	g := load(t)
	for _, s := range []string{
		"<a ", "<", "&", "'", "'a ", "‘a ", "(", "a. ", "A. ", "? ", "(a. ", "-a", "1-", "1.", ".a", "a.b", "@", "a@", "://", "<!--", "<script>",
		"<b>", "<b> ", "\n", "a\n", " \n", "* * *\n", "Reuters\n", "By A B\n", "Bo Scribe\n", "“", "\"", "...", "’s", "a’s", "—", "Mr. ", "U.", "*",
		"http://", "! ", "[1] ", "e\u0301", "‘90", "w/", "<p>", "A (", "A — ", "A, ", "A: ",
	} {
		txt := text.New(strings.Repeat(s, 100_000/len(s)))
		begin := time.Now()
		g.Segment(txt, annot.Source{})
		if d := time.Since(begin); d > 10*time.Second { // some milliseconds on an idle machine
			t.Errorf("%q over and over: %v", s, d)
		}
	}
}
