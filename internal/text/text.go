// Package text holds the one way to point at words: a [Text], stored once and
// never changed, and a [Span] of byte offsets into it.
//
// Inside the program offsets are bytes. Code points and UTF-16 units, which
// the outside world counts in, exist only at the doors, where a [Mapper]
// converts them.
//
// The package does not know what words are; see package segment for that.
package text

import (
	"strings"
	"unicode/utf8"
)

// A Text is the stored form of a report: valid UTF-8, without a byte order
// mark, with "\r\n" as "\n", otherwise as it came. The zero Text is empty.
type Text struct {
	s string
}

// New stores raw input. Bytes that are not UTF-8 become U+FFFD, one for each
// byte, so that nothing after them is lost.
func New(raw string) *Text {
	s := strings.TrimPrefix(raw, "\uFEFF")
	if strings.Contains(s, "\r\n") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	if !utf8.ValidString(s) {
		s = repair(s)
	}
	return &Text{s: s}
}

// repair replaces each byte that is not part of a valid sequence.
func repair(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for _, r := range s { // range yields U+FFFD of width 1 for a bad byte
		b.WriteRune(r)
	}
	return b.String()
}

// String returns the stored text.
func (t *Text) String() string { return t.s }

// Len returns the length in bytes.
func (t *Text) Len() int { return len(t.s) }

// Slice returns the words of a span, sharing memory with the text. A span
// that is not [Text.Valid] gives the empty string.
func (t *Text) Slice(s Span) string {
	if s.Start < 0 || s.End > len(t.s) || s.Start > s.End {
		return ""
	}
	return t.s[s.Start:s.End]
}

// Valid reports whether s is non-empty, lies inside the text and begins and
// ends on code-point boundaries.
func (t *Text) Valid(s Span) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(t.s) &&
		utf8.RuneStart(t.s[s.Start]) && (s.End == len(t.s) || utf8.RuneStart(t.s[s.End]))
}

// All returns the span of the whole text.
func (t *Text) All() Span { return Span{0, len(t.s)} }
