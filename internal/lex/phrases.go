package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases finds the phrases of a list in running text. Each phrase carries a
// number that means something to whoever added it. The zero Phrases is empty
// and ready for use.
//
// A phrase is matched against the text itself and not against tokens, so that
// it does not matter how a hyphen or a full stop was parted. White space
// matches any white space, and an apostrophe or a hyphen any of its kind.
type Phrases struct {
	byFirst map[string][]phrase // by first run of letters or digits
	Fold    bool                // case does not count: set before Add
}

type phrase struct {
	words string
	value int32
}

// Add adds a phrase. Where the same phrase was added before, the first value
// stays.
func (p *Phrases) Add(words string, value int32) {
	words = strings.Join(strings.Fields(words), " ")
	if p.Fold {
		words = strings.ToLower(words)
	}
	key := firstRun(words)
	if key == "" {
		return
	}
	if p.byFirst == nil {
		p.byFirst = map[string][]phrase{}
	}
	for _, old := range p.byFirst[key] {
		if old.words == words {
			return
		}
	}
	p.byFirst[key] = append(p.byFirst[key], phrase{words, value})
}

// Match returns the value and the length in bytes of the longest phrase that
// stands at the start of s and ends at the end of a word, or -1 and 0. lower
// is the first word of s in lower case, which is asked for only where Fold is
// set.
func (p *Phrases) Match(s, lower string) (value int32, n int) {
	value = -1
	key := firstRun(s)
	if p.Fold {
		key = firstRun(lower)
	}
	for _, ph := range p.byFirst[key] {
		if m := p.prefix(s, ph.words); m > n {
			value, n = ph.value, m
		}
	}
	return value, n
}

// Whole returns the value of a phrase that is all of s, or -1.
func (p *Phrases) Whole(s string) int32 {
	for _, ph := range p.byFirst[firstRun(s)] {
		if p.prefix(s, ph.words) == len(s) {
			return ph.value
		}
	}
	return -1
}

// prefix returns how many bytes of s a phrase takes, or 0.
func (p *Phrases) prefix(s, words string) int {
	i := 0
	for _, want := range words {
		if i >= len(s) {
			return 0
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case want == ' ':
			if !unicode.IsSpace(r) {
				return 0
			}
			for i += w; i < len(s); i += w {
				if r, w = utf8.DecodeRuneInString(s[i:]); !unicode.IsSpace(r) {
					break
				}
			}
			continue
		case r == want || p.Fold && unicode.ToLower(r) == want:
		case alike(r, want):
		default:
			return 0
		}
		i += w
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0
	}
	return i
}

// alike reports whether two marks stand for the same one in print.
func alike(a, b rune) bool {
	switch b {
	case '\'', '’':
		return a == '\'' || a == '’'
	case '-', '‐', '‑':
		return a == '-' || a == '‐' || a == '‑'
	}
	return false
}

// firstRun returns the leading letters or digits of s.
func firstRun(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return s[:i]
		}
	}
	return s
}
