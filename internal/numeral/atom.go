package numeral

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/text"
)

// A Kind says what an atom is made of.
type Kind uint8

// The kinds of atom. A Mark is one character that is neither.
const (
	Letters Kind = iota
	Digits
	Mark
	space // white space inside a token, which makes no atom
)

// An Atom is a run of letters, a run of digits, or one other character.
type Atom struct {
	Span  text.Span
	Token int32 // the index of its token, as given to Split
	Kind  Kind
	Glued bool  // nothing stands between it and the atom before
	Upper bool  // begins with an upper-case letter
	Num   *Word // what the list says of it, or nil
}

// Split appends the atoms of one token to dst, leaving out white space. The
// span must lie in s.
func (t *Table) Split(dst []Atom, s string, sp text.Span, token int32) []Atom {
	for i := sp.Start; i < sp.End; {
		kind, n := classify(s[i:sp.End])
		if kind == space {
			i += n
			continue
		}
		a := Atom{Span: text.Span{Start: i, End: i + n}, Token: token, Kind: kind}
		for kind != Mark && a.Span.End < sp.End {
			k, n := classify(s[a.Span.End:sp.End])
			if k != kind {
				break
			}
			a.Span.End += n
		}
		if len(dst) > 0 {
			a.Glued = dst[len(dst)-1].Span.End == i
		}
		if kind == Letters {
			word := s[i:a.Span.End]
			a.Upper = isUpper(word)
			a.Num, _ = Get(t.words, word)
		}
		dst, i = append(dst, a), a.Span.End
	}
	return dst
}

// classify returns the kind and the length of the first character.
func classify(s string) (Kind, int) {
	c := s[0]
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return Letters, 1
	case '0' <= c && c <= '9':
		return Digits, 1
	case c == ' ' || '\t' <= c && c <= '\r':
		return space, 1
	case c < utf8.RuneSelf:
		return Mark, 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
		return Letters, n
	}
	if unicode.IsSpace(r) {
		return space, n
	}
	return Mark, n
}

func isUpper(word string) bool {
	if c := word[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// longest is the length in bytes of the longest word that Get looks up.
const longest = 24

// Get looks a word up under its lower-case form, for words of ASCII letters,
// without allocating.
func Get[V any](m map[string]V, word string) (v V, ok bool) {
	if len(word) > longest {
		return v, false
	}
	var buf [longest]byte
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	v, ok = m[string(buf[:len(word)])]
	return v, ok
}
