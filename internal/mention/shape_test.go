package mention

import "testing"

func TestShape(t *testing.T) {
	for w, want := range map[string]flags{
		"Lorvia": isWord | isCap, "talks": isWord, "EU": isWord | isCap | isUpper, "14": isWord, "iPhone": isWord, "—": 0,
		"C$": isWord, "US$": isWord, "HK$": isWord, // signs of money name nobody
	} {
		if got := shape(w); got != want {
			t.Errorf("%s: %b, want %b", w, got, want)
		}
	}
}
