// Package wordform turns word forms into numbers for features: hashes that
// are the same for a word in upper and lower case and with straight and curly
// marks, and classes of characters.
package wordform

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Seed is the hash of the empty form.
const Seed uint32 = 0x811C9DC5

// Add takes a further rune into a hash (FNV-1a over runes).
func Add(h uint32, r rune) uint32 { return (h ^ uint32(r)) * 0x01000193 }

// Finish spreads a hash and keeps it from zero, which stands for absence.
func Finish(h uint32) uint32 {
	h ^= h >> 16 // murmur3's finaliser
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return (h ^ h>>16) | 1
}

// Hash returns the number of a form. It is never zero.
func Hash(form string) uint32 {
	h := Seed
	for _, r := range form {
		h = Add(h, Fold(r))
	}
	return Finish(h)
}

// Fold returns the lower case of a rune, with typographic marks made plain.
func Fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r == '\u2019' || r == '\u2018' || r == '\u02BC' || r == '\u00B4':
		return '\''
	case r == '\u201C' || r == '\u201D' || r == '\u201E':
		return '"'
	case r == '\u2014' || r == '\u2015' || r == '\u2212':
		return '\u2013'
	}
	return unicode.ToLower(r)
}

// Lower returns a form in lower case with plain marks, the form itself where
// it is so already.
func Lower(form string) string {
	for i := 0; i < len(form); i++ {
		if c := form[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.Map(Fold, form)
		}
	}
	return form
}

// Class sorts runes for the shape of a form: X an upper-case letter, x
// another letter, d a digit, and marks for themselves.
func Class(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return Fold(r)
}
