package tag

import "strings"

// A Base reports whether a word is known as the base form of a verb, noun or
// adjective.
type Base func(string) bool

// Inflect undoes the regular inflection of a form in lower case that has one
// of the treebanks' tags.
func Inflect(form, xpos string, base Base) string {
	switch xpos {
	case "NNS", "VBZ":
		return dropS(form)
	case "VBD", "VBN":
		return dropEnding(form, "ed", base)
	case "VBG":
		return dropEnding(form, "ing", base)
	case "JJR", "RBR":
		return dropEnding(form, "er", base)
	case "JJS", "RBS":
		return dropEnding(form, "est", base)
	}
	return form
}

// dropS undoes plurals and the third person.
func dropS(form string) string {
	stem, ok := strings.CutSuffix(form, "s")
	switch {
	case !ok || len(stem) < 2 || strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "'"):
		return form
	case len(stem) > 3 && strings.HasSuffix(stem, "ie"):
		return stem[:len(stem)-2] + "y"
	}
	for _, e := range [...]string{"sse", "xe", "che", "she", "zze", "oe"} {
		if strings.HasSuffix(stem, e) {
			return stem[:len(stem)-1]
		}
	}
	return stem
}

// dropEnding undoes "-ed", "-ing", "-er" and "-est", with the doubling, the
// lost "e" and the changed "y" that go with them.
func dropEnding(form, ending string, base Base) string {
	stem, ok := strings.CutSuffix(form, ending)
	if !ok || len(stem) < 2 || !strings.ContainsAny(stem, "aeiouy") {
		return form
	}
	n := len(stem)
	single := stem
	if n > 2 && stem[n-1] == stem[n-2] {
		single = stem[:n-1]
	}
	for _, c := range [...]string{stem, stem + "e", single} {
		if base(c) {
			return c
		}
	}
	last := stem[n-1]
	switch {
	case last == 'i' && ending != "ing":
		return stem[:n-1] + "y"
	case single != stem && !strings.ContainsRune("lsfz", rune(last)):
		return single
	case needsE(stem):
		return stem + "e"
	}
	return stem
}

// needsE guesses whether a stem lost an "e": after a single consonant behind
// a single vowel, and after endings that hardly stand without.
func needsE(stem string) bool {
	n := len(stem)
	last := stem[n-1]
	if strings.ContainsRune("cguvz", rune(last)) && !strings.HasSuffix(stem, "ng") {
		return true
	}
	if n > 2 && last == 's' && stem[n-2] != 's' {
		return true
	}
	if n > 2 && last == 'l' && !isVowel(stem[n-2]) && stem[n-2] != 'l' && stem[n-2] != 'w' && stem[n-2] != 'r' {
		return true
	}
	return strings.HasSuffix(stem, "at") && n > 3 && !isVowel(stem[n-3]) || n == 3 && !isVowel(last) && isVowel(stem[1]) && !isVowel(stem[0]) && !strings.ContainsRune("wxy", rune(last)) ||
		strings.HasSuffix(stem, "ir") || strings.HasSuffix(stem, "ur")
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
