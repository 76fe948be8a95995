package lex

import "strings"

// spellings are rewritten one after the other, at the end of a word or
// anywhere in it.
var spellings = [...]struct{ from, to string }{
	{"kh", "h"}, {"gh", "g"}, {"dh", "d"}, {"zh", "j"}, {"ck", "k"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"yu", "iu"}, {"ya", "ia"}, {"ye", "e"}, {"q", "k"}, {"w", "v"},
}

// FoldSpelling brings the transliterations of one name together: Zelenskiy and
// Zelensky, Sergei and Sergey, Gaddafi and Qaddafi. Two different names of one
// report are hardly ever as close.
func FoldSpelling(w string) string {
	if len(w) < 4 {
		return w
	}
	if strings.HasPrefix(w, "ga") || strings.HasPrefix(w, "qa") {
		w = "ka" + w[2:]
	}
	for _, s := range spellings {
		w = strings.ReplaceAll(w, s.from, s.to)
	}
	for _, end := range []string{"iyi", "iy", "yy", "ii", "ij", "ei", "ey", "ay", "ai", "i", "y"} {
		if strings.HasSuffix(w, end) {
			w = w[:len(w)-len(end)] + "i"
			break
		}
	}
	var b strings.Builder
	var last rune
	for _, c := range w {
		if c != last {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}
