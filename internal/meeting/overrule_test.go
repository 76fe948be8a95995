package meeting

import (
	"strings"
	"testing"
)

// TestOverrules checks that every rule says what it does, with a meeting that
// it takes back and one that it leaves alone.
func TestOverrules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range overrules {
		if !strings.HasPrefix(r.id, "meeting/") || seen[r.id] {
			t.Errorf("%q is no name of its own", r.id)
		}
		seen[r.id] = true
		for _, s := range []string{r.example, r.counter} {
			if strings.Count(s, "[") != 1 || strings.Count(s, "]") != 1 {
				t.Errorf("%s: %q brackets no meeting", r.id, s)
			}
		}
		if r.doc == "" || r.judge == nil {
			t.Errorf("%s says nothing", r.id)
		}
	}
}
