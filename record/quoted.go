package record

import (
	"strings"
	"unicode"
)

// quoted returns what stands in quotation marks, marks included, in reading
// order: double marks of any kind, and single ones that are not apostrophes.
// A mark left open runs to the end of its paragraph, since the next may go on
// with the quotation. It is a plain reading, apart from the reader's own, so
// that the check does not lean on what it checks.
func quoted(text []rune) Spans {
	out := Spans{}
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		out = quotedLine(out, text[start:end], start)
		start = end + 1
	}
	return out
}

// quotedLine appends the quotations of one paragraph, which begins at base.
func quotedLine(out Spans, t []rune, base int) Spans {
	start, want := -1, ""
	straight := newStraight(t)
	for i := 0; i < len(t); i++ {
		if start < 0 {
			if want = opens(t, i, straight); want != "" {
				start = i
				if t[i] == '`' {
					i++ // the second of two
				}
			}
			continue
		}
		if strings.ContainsRune(want, t[i]) && !apostrophe(t, i) {
			out = append(out, Span{base + start, base + i + 1})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, Span{base + start, base + len(t)})
	}
	return out
}

// opens returns the marks that would close a quotation opened at i, or
// nothing where none is.
func opens(t []rune, i int, straight *straight) string {
	inWord := i > 0 && alnum(t[i-1])
	switch t[i] {
	case '\u201c':
		return "\u201d"
	case '\u201e':
		return "\u201c\u201d"
	case '\u00ab':
		return "\u00bb"
	case '"':
		return `"`
	case '`':
		if i+1 < len(t) && t[i+1] == '`' {
			return "'"
		}
	case '\u2018':
		if !inWord {
			return "\u2019"
		}
	case '\'':
		if !inWord && straight.closesAfter(i) {
			return "'"
		}
	}
	return ""
}

// apostrophe reports whether the mark at i stands inside a word.
func apostrophe(t []rune, i int) bool {
	return (t[i] == '\'' || t[i] == '\u2019') && i+1 < len(t) && alnum(t[i+1])
}

// straight finds out, in time linear in the paragraph for all questions
// together, whether a straight single mark has one that closes it.
type straight struct {
	t    []rune
	last int // the last mark that could close, or -1
	word int // the first word character at or after the last question
}

func newStraight(t []rune) *straight {
	s := &straight{t: t, last: -1}
	for k := len(t) - 1; k > 0 && s.last < 0; k-- {
		before := inWordOrStop(t[k-1])
		if t[k] == '\'' && before && (k+1 == len(t) || !wordRune(t[k+1])) {
			s.last = k
		}
	}
	return s
}

// closesAfter reports whether words and then a closing mark follow the mark
// at i. Questions must come in order.
func (s *straight) closesAfter(i int) bool {
	s.word = max(s.word, i+1)
	for s.word < len(s.t) && !wordRune(s.t[s.word]) {
		s.word++
	}
	return s.last-1 > s.word
}

func inWordOrStop(r rune) bool { return wordRune(r) || strings.ContainsRune(".,!?", r) }

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func wordRune(r rune) bool { return r == '_' || alnum(r) }
