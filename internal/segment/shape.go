package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is what a line looks like, apart from what its words mean.
type shape struct {
	words    int
	capitals int  // words that begin with a capital or a digit
	long     int  // words of four letters and more
	longCaps int  // of these, capitalised ones
	articles int  // "a", "an", "the" in small letters
	allCaps  bool // no small letter, and at least two capitals
	letters  bool // a letter or digit at all
	last     rune // the last character that is no closing mark
	quoted   bool // begins with an opening quotation mark
}

// shapeOf looks at s, which has no space at its edges.
func shapeOf(s string) shape {
	sh := shape{allCaps: true}
	uppers := 0
	for w := range strings.FieldsSeq(s) {
		core := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if core == "" {
			continue
		}
		sh.words++
		sh.letters = true
		first, _ := utf8.DecodeRuneInString(core)
		capital := !unicode.IsLower(first)
		if capital {
			sh.capitals++
		}
		if len(core) >= 4 {
			sh.long++
			if capital {
				sh.longCaps++
			}
		}
		switch core {
		case "a", "an", "the":
			sh.articles++
		}
	}
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			sh.allCaps = false
		case unicode.IsUpper(r):
			uppers++
		}
	}
	sh.allCaps = sh.allCaps && uppers > 1
	sh.last, _ = utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)]}›*_ \u00A0"))
	first, _ := utf8.DecodeRuneInString(s)
	sh.quoted = strings.ContainsRune("\"'“‘«„‹`", first)
	return sh
}

// stopped reports whether the line ends as a sentence does.
func (sh *shape) stopped() bool { return strings.ContainsRune(".?!…。", sh.last) }

// goesOn reports whether the line ends with a mark that something follows.
func (sh *shape) goesOn() bool { return strings.ContainsRune(",;:-–—", sh.last) }

// titleCase reports whether nearly all longer words are capitalised, as in an
// American headline.
func (sh *shape) titleCase() bool { return sh.long >= 2 && 4*sh.longCaps >= 3*sh.long }
