package timex

import (
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/numeral"
	"readout/internal/ud"
)

// A line is one sentence laid out for matching: its atoms and what the lists
// say of each.
type line struct {
	s     string
	atoms []numeral.Atom
	words []*word
	tab   *numeral.Table
	blank *word
	syn   *annot.Syntax // nil where there is none
	rules []rule
	cues  *cues
	depth int  // of rules within rules
	weak  bool // set by the search for a direction
}

// lay fills the line with the tokens [first, end) of a segmentation, reusing
// its memory.
func (l *line) lay(f *Finder, seg *annot.Segmentation, first, end annot.TokenID) {
	l.atoms = l.atoms[:0]
	for t := first; t < end; t++ {
		l.atoms = f.numbers.Split(l.atoms, l.s, seg.Tokens[t].Span, int32(t))
	}
	l.look(f)
}

// look fills in what the lists say of the atoms.
func (l *line) look(f *Finder) {
	l.words = l.words[:0]
	for i := range l.atoms {
		w := l.blank
		if l.atoms[i].Kind == numeral.Letters {
			if v, ok := numeral.Get(f.words, l.text(i)); ok {
				w = v
			}
		}
		l.words = append(l.words, w)
	}
}

// w returns what the lists say of an atom; never nil, blank outside the line.
func (l *line) w(i int) *word {
	if i < 0 || i >= len(l.words) {
		return l.blank
	}
	return l.words[i]
}

func (l *line) has(i int, c class) bool { return l.w(i).class&c != 0 }

// skip returns the position behind i where the word there has one of the
// classes, and i where it has not.
func (l *line) skip(i int, c class) int {
	if l.has(i, c) {
		return i + 1
	}
	return i
}

func (l *line) text(i int) string {
	if i < 0 || i >= len(l.atoms) {
		return ""
	}
	return l.s[l.atoms[i].Span.Start:l.atoms[i].Span.End]
}

// mark returns the mark at i, or 0 where there is none.
func (l *line) mark(i int) rune {
	if i < 0 || i >= len(l.atoms) || l.atoms[i].Kind != numeral.Mark {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(l.text(i))
	return r
}

// dash reports whether a hyphen or a dash that can join a range is at i.
func (l *line) dash(i int) bool {
	switch l.mark(i) {
	case '-', '\u2010', '\u2011', '\u2013', '\u2212':
		return true
	}
	return false
}

func (l *line) apostrophe(i int) bool {
	m := l.mark(i)
	return m == '\'' || m == '\u2019'
}

func (l *line) comma(i int) int {
	if l.mark(i) == ',' {
		return i + 1
	}
	return i
}

// stop skips the full stop of an abbreviation at i.
func (l *line) stop(i int) int {
	if l.mark(i) == '.' && l.glued(i) && (l.atoms[i].Token == l.atoms[i-1].Token || l.digits(i+1)) {
		return i + 1
	}
	return i
}

func (l *line) glued(i int) bool { return i >= 0 && i < len(l.atoms) && l.atoms[i].Glued }

func (l *line) digits(i int) bool {
	return i >= 0 && i < len(l.atoms) && l.atoms[i].Kind == numeral.Digits
}

func (l *line) letters(i int) bool {
	return i >= 0 && i < len(l.atoms) && l.atoms[i].Kind == numeral.Letters
}

// upper reports whether a word with a capital is at i.
func (l *line) upper(i int) bool { return l.letters(i) && l.atoms[i].Upper }

// plain reports whether a word in small letters is at i.
func (l *line) plain(i int) bool { return l.letters(i) && !l.atoms[i].Upper }

// run returns the value of a run of n1 to n2 digits at i, or -1.
func (l *line) run(i, n1, n2 int) int {
	if !l.digits(i) {
		return -1
	}
	s := l.text(i)
	if len(s) < n1 || len(s) > n2 {
		return -1
	}
	v := 0
	for k := range len(s) {
		v = v*10 + int(s[k]-'0')
	}
	return v
}

// whole reports whether the number at i, in digits, is not a part of a longer
// one: "1,500", "3.5", "12/13".
func (l *line) whole(i, end int) bool {
	if l.glued(i) && (l.digits(i-2) && l.glued(i-1) && isJoin(l.mark(i-1)) || l.letters(i-1) || isMoney(l.mark(i-1)) || l.mark(i-1) == '#') {
		return false
	}
	if l.glued(end) && (l.digits(end+1) && l.glued(end+1) && isJoin(l.mark(end)) || l.letters(end) || l.mark(end) == '%') {
		return false
	}
	return !isMoney(l.mark(i - 1))
}

func isJoin(r rune) bool { return r == ',' || r == '.' || r == ':' || r == '/' || r == '_' }

func isMoney(r rune) bool { return r == '$' || r == '\u00a3' || r == '\u20ac' || r == '\u00a5' }

// A count is a number of things, or a word for an unknown number.
type count struct {
	n    float64
	x    bool // unknown
	next int
}

// count reads how many: "3", "two and a half", "a", "a few", "several",
// "a couple of", "dozens of".
func (l *line) count(i int) (count, bool) {
	if n, ok := l.tab.Cardinal(l.s, l.atoms, i); ok {
		c := count{n: n.Value, next: n.Next}
		if l.has(c.next, cAnd) && l.has(c.next+1, cA) && l.has(c.next+2, cHalf) { // two and a half
			c.n, c.next = c.n+.5, c.next+3
		} else if l.mark(c.next) == '\u00bd' {
			c.n, c.next = c.n+.5, c.next+1
		}
		return c, true
	}
	j := i
	if l.has(i, cAnother) {
		if c, ok := l.count(i + 1); ok && !l.has(i+1, cA|cAnother) {
			return c, true
		}
		return count{n: 1, next: i + 1}, true
	}
	if l.has(i, cA) {
		j = i + 1
		if l.w(j).vague == 0 {
			return count{n: 1, next: j}, true
		}
	}
	if w := l.w(j); w.vague > 0 && l.text(j-1) != "as" && l.text(j-1) != "so" {
		c := count{n: float64(w.vague), x: w.vague > 2, next: j + 1}
		c.next = l.skip(c.next, cOf)
		return c, true
	}
	if j < len(l.atoms) && l.atoms[j].Num != nil && l.atoms[j].Num.Plural > 0 && l.has(j+1, cOf) {
		return count{x: true, next: j + 2}, true
	}
	return count{}, false
}

// dayOfMonth reads 1 to 31, as a cardinal or an ordinal, in digits or words.
func (l *line) dayOfMonth(i int) (d, next int, ordinal bool) {
	if n, ok := l.tab.Ordinal(l.s, l.atoms, i); ok && n.Value >= 1 && n.Value <= 31 {
		return int(n.Value), n.Next, true
	}
	if v := l.run(i, 1, 2); v >= 1 && v <= 31 {
		return v, i + 1, false
	}
	if l.letters(i) && l.atoms[i].Num != nil {
		if n, ok := l.tab.Cardinal(l.s, l.atoms, i); ok && n.Value >= 1 && n.Value <= 31 && !l.atoms[i].Num.Article {
			return int(n.Value), n.Next, false
		}
	}
	return 0, 0, false
}

// year4 reads a year of four digits, or of two behind an apostrophe.
func (l *line) year4(i int) (y, next int) {
	if v := l.run(i, 4, 4); v >= 1000 && v <= 2199 && l.whole(i, i+1) {
		return v, i + 1
	}
	if l.apostrophe(i) && l.glued(i+1) {
		if v := l.run(i+1, 2, 2); v >= 0 {
			return twoDigitYear(v), i + 2
		}
	}
	return 0, 0
}

// twoDigitYear gives "87" its century: up to 49 the present one.
func twoDigitYear(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// match is what a rule finds: its meaning and the position behind it, which
// is zero where it finds nothing.
type match struct {
	meaning
	next int
	rule *rule
}

var nothing = match{}

// longest returns the longest match of date rules at i, the first of equals.
func (l *line) longest(i int, want kind) match {
	best := nothing
	if i >= len(l.atoms) || l.depth >= maxDepth {
		return best
	}
	starts := l.starts(i)
	if starts == 0 {
		return best
	}
	l.depth++
	for k := range l.rules {
		r := &l.rules[k]
		if r.kind&want == 0 || r.starts&starts == 0 {
			continue
		}
		if m := r.match(l, i); m.next > best.next && m.next > i {
			m.rule = r
			best = m
		}
	}
	l.depth--
	return best
}

// maxDepth bounds rules within rules: "the end of the third week of last June".
const maxDepth = 5

// starts returns what sorts of expression may begin at i.
func (l *line) starts(i int) start {
	a, s := &l.atoms[i], l.words[i].starts
	switch {
	case a.Kind == numeral.Digits:
		return sDigits
	case a.Kind == numeral.Mark:
		if l.apostrophe(i) || l.mark(i) == '\u00bd' {
			return sMark
		}
		return 0
	case a.Num != nil:
		s |= sNumber
	}
	if l.words[i].class&cTo != 0 && l.text(i+1) == "date" {
		s |= sFunction
	}
	return s
}

// token returns the token of an atom, or None.
func (l *line) token(i int) annot.TokenID {
	if i < 0 || i >= len(l.atoms) {
		return annot.None
	}
	return annot.TokenID(l.atoms[i].Token)
}

func (l *line) tag(i int) *annot.Word {
	t := l.token(i)
	if l.syn == nil || t == annot.None {
		return &annot.Word{}
	}
	return &l.syn.Words[t]
}

func (l *line) isVerb(i int) bool { return l.tag(i).UPOS == ud.VERB || l.tag(i).UPOS == ud.AUX }

func (l *line) isNoun(i int) bool {
	p := l.tag(i).UPOS
	return p == ud.NOUN || p == ud.PROPN || p == ud.ADJ
}

// isNounAfter reports whether the word at i continues a noun phrase, so that
// what stands before it is only a modifier; without a tree it does not.
func (l *line) isNounAfter(i int) bool { return l.syn != nil && l.tag(i).UPOS == ud.NOUN }

// modifies reports whether the number at i is a count of the plural at j.
func (l *line) modifies(i, j int) bool {
	w := l.tag(i)
	return w.Rel == ud.Nummod && w.Head != annot.None && l.syn.Words[w.Head].Feats.Has(ud.NumberPlur) &&
		l.syn.Words[w.Head].UPOS == ud.NOUN && w.Head >= l.token(j)
}
