package figure

import (
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/numeral"
	"readout/internal/text"
)

// A line is one sentence laid out for matching.
type line struct {
	s     string
	atoms []numeral.Atom
	words []*word
	taken []bool // atoms of time expressions
	tab   *numeral.Table
	lex   *vocabulary
	blank *word
	none  *numeral.Word
	syn   *annot.Syntax // nil where there is none
	purse purse
}

// lay fills the line with a sentence. Atoms that times hold are marked; at is
// the index of the first time that may lie in it and is returned moved on.
func (l *line) lay(seg *annot.Segmentation, sent annot.Sentence, times []annot.Timex, at int) int {
	l.atoms, l.words, l.taken = l.atoms[:0], l.words[:0], l.taken[:0]
	for t := sent.First; t < sent.End; t++ {
		l.atoms = l.tab.Split(l.atoms, l.s, seg.Tokens[t].Span, int32(t))
	}
	for i := range l.atoms {
		a := &l.atoms[i]
		for at < len(times) && times[at].Span.End <= a.Span.Start {
			at++
		}
		l.taken = append(l.taken, at < len(times) && times[at].Span.Overlaps(a.Span))
		w := l.blank
		if a.Kind == numeral.Letters {
			if v, ok := numeral.Get(l.lex.words, l.text(i)); ok {
				w = v
			}
		}
		l.words = append(l.words, w)
	}
	return at
}

func (l *line) w(i int) *word {
	if i < 0 || i >= len(l.words) {
		return l.blank
	}
	return l.words[i]
}

func (l *line) num(i int) *numeral.Word {
	if i < 0 || i >= len(l.atoms) || l.atoms[i].Num == nil {
		return l.none
	}
	return l.atoms[i].Num
}

func (l *line) text(i int) string {
	if i < 0 || i >= len(l.atoms) {
		return ""
	}
	return l.s[l.atoms[i].Span.Start:l.atoms[i].Span.End]
}

// is reports whether the word at i is one of these, in small letters.
func (l *line) is(i int, words ...string) bool {
	if i < 0 || i >= len(l.atoms) {
		return false
	}
	t := l.text(i)
	for _, w := range words {
		if t == w {
			return true
		}
	}
	return false
}

func (l *line) mark(i int) rune {
	if i < 0 || i >= len(l.atoms) || l.atoms[i].Kind != numeral.Mark {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(l.text(i))
	return r
}

func (l *line) dash(i int) bool {
	switch l.mark(i) {
	case '-', '\u2010', '\u2011', '\u2013', '\u2212':
		return true
	}
	return false
}

func (l *line) glued(i int) bool { return i >= 0 && i < len(l.atoms) && l.atoms[i].Glued }

func (l *line) letters(i int) bool {
	return i >= 0 && i < len(l.atoms) && l.atoms[i].Kind == numeral.Letters
}

func (l *line) digits(i int) bool {
	return i >= 0 && i < len(l.atoms) && l.atoms[i].Kind == numeral.Digits
}

func (l *line) capital(i int) bool { return l.letters(i) && l.atoms[i].Upper }

func (l *line) plain(i int) bool { return l.letters(i) && !l.atoms[i].Upper }

// span returns the words from atom i to the one before end.
func (l *line) span(i, end int) text.Span {
	return text.Span{Start: l.atoms[i].Span.Start, End: l.atoms[end-1].Span.End}
}

func (l *line) token(i int) annot.TokenID { return annot.TokenID(l.atoms[i].Token) }

// longestPhrase is how many words the phrases of the list have at most.
const longestPhrase = 4

// front returns the phrase that ends before i and what it does, looking at
// the longest first; start is where it begins.
func (l *line) front(i int) (b bound, start int) {
	for n := longestPhrase; n >= 1; n-- {
		if b := l.phrase(l.lex.front, i-n, i); b != noBound {
			return b, i - n
		}
		if l.quoteMark(i-1) && l.quoteMark(i-n-2) {
			if b := l.phrase(l.lex.front, i-n-1, i-1); b != noBound {
				return b, i - n - 2 // “about” 40
			}
		}
	}
	return noBound, i
}

// quoteMark reports whether a quotation mark stands at i.
func (l *line) quoteMark(i int) bool {
	switch l.mark(i) {
	case '"', '\'', '\u201c', '\u201d', '\u2018', '\u2019':
		return true
	}
	return false
}

// loose reports whether words between the number and the unit of a quantity
// make it vague: "40 or so euros", "30-odd million euros".
func (l *line) loose(q *quantity) bool {
	for k := q.start + 1; k < q.next; k++ {
		if b, end := l.back(k); b == approximate && end <= q.next || l.odd(k) {
			return true
		}
	}
	return false
}

// back returns the phrase that begins at i and what it does.
func (l *line) back(i int) (b bound, end int) {
	for n := longestPhrase; n >= 1; n-- {
		if b := l.phrase(l.lex.back, i, i+n); b != noBound {
			return b, i + n
		}
	}
	return noBound, i
}

// phrase looks the words [i, end) up in a list of phrases, without allocating.
func (l *line) phrase(list map[string]bound, i, end int) bound {
	if i < 0 || end > len(l.atoms) {
		return noBound
	}
	var buf [48]byte
	n := 0
	for k := i; k < end; k++ {
		t := l.text(k)
		if !l.letters(k) || l.taken[k] || n+len(t)+1 > len(buf) {
			return noBound
		}
		if k > i {
			buf[n] = ' '
			n++
		}
		for j := range len(t) {
			c := t[j]
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			buf[n] = c
			n++
		}
	}
	return list[string(buf[:n])]
}
