package segment

import (
	"unicode"
	"unicode/utf8"
)

// A class says what a character can do in a token.
type class uint8

const (
	symbol class = iota // a mark of its own
	space               // parts tokens: white space, controls, invisible format characters
	letter              // letters, combining marks, the underscore
	digit
)

// ascii holds the classes of the first 128 characters.
var ascii = asciiClasses()

func asciiClasses() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7F:
			t[c] = space
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		}
	}
	return t
}

// classAt returns the class of the character at s[i] and its width in bytes.
func classAt(s string, i int) (class, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	return classOf(r), w
}

// classOf classifies a character beyond ASCII.
func classOf(r rune) class {
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), r == softHyphen, r == zeroWidthJoiner, r == zeroWidthNonJoiner:
		return letter
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
		return space
	case unicode.IsDigit(r):
		return digit
	}
	return symbol
}

const (
	softHyphen         = '\u00AD'
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// isSpace reports whether the character at s[i] parts tokens.
func isSpace(s string, i int) bool {
	c, _ := classAt(s, i)
	return c == space
}

// trim returns [start, end) without the space at its edges.
func trim(s string, start, end int) (int, int) {
	for start < end {
		c, w := classAt(s, start)
		if c != space {
			break
		}
		start += w
	}
	for end > start {
		r, w := utf8.DecodeLastRuneInString(s[start:end])
		if r < utf8.RuneSelf && ascii[r] != space || r >= utf8.RuneSelf && classOf(r) != space {
			break
		}
		end -= w
	}
	return start, end
}

// apostrophe returns the width of the apostrophe at s[i], or 0: straight,
// curly, the modifier letter and, as typed by some, the grave accent.
func apostrophe(s string, i, end int) int {
	if i >= end {
		return 0
	}
	switch s[i] {
	case '\'', '`':
		return 1
	case 0xE2:
		if i+3 <= end && s[i+1] == 0x80 && s[i+2] == 0x99 {
			return 3
		}
	case 0xCA:
		if i+2 <= end && s[i+1] == 0xBC {
			return 2
		}
	case '&':
		return entityApostrophe(s[i:end])
	}
	return 0
}

// hyphen returns the width of the hyphen at s[i], or 0. Dashes are none.
func hyphen(s string, i, end int) int {
	if i >= end {
		return 0
	}
	switch s[i] {
	case '-':
		return 1
	case 0xE2:
		if i+3 <= end && s[i+1] == 0x80 && (s[i+2] == 0x90 || s[i+2] == 0x91) {
			return 3
		}
	}
	return 0
}

// isUpper reports whether the character at s[i] is a capital.
func isUpper(s string, i int) bool {
	if c := s[i]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// isLower reports whether the character at s[i] is a small letter.
func isLower(s string, i int) bool {
	if c := s[i]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

// isDigit reports whether s[i] is an ASCII digit; i may lie at the end.
func isDigit(s string, i, end int) bool {
	return i < end && '0' <= s[i] && s[i] <= '9'
}

// isLetterAt reports whether a letter stands at s[i]; i may lie at the end.
func isLetterAt(s string, i, end int) bool {
	if i >= end {
		return false
	}
	c, _ := classAt(s, i)
	return c == letter
}
