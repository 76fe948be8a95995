package export

import "testing"

func TestPostponed(t *testing.T) {
	for words, want := range map[string]bool{"postponed": true, "put": true, "Delayed": true, "cancelled": false, "called": false, "": false} {
		if got := postponed(words); got != want {
			t.Errorf("postponed(%q) = %v", words, got)
		}
	}
}
