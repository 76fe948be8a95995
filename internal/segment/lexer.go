package segment

import (
	"strings"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/text"
)

// A kind says what a token can do at the end of a sentence.
type kind uint8

const (
	other kind = iota
	lower      // a word in small letters
	upper      // a word with a capital
	number
	stop      // a full stop
	question  // "?", "!" and runs of them
	ellipsis  // "...", "…"
	abbrName  // ends in a stop that never ends a sentence
	abbr      // ends in a stop that may end one too
	abbrClose // as abbr; a capital after it mostly begins a sentence
	acronym   // "U.S."
	initial   // "J."
	listMark  // "1." at the head of a line
	openMark  // an opening quotation mark
	closeMark // a closing one, or an apostrophe
	openBracket
	closeBracket
	pause // comma, semicolon, colon
	dash
	bullet
)

// A lexer cuts stretches of one text into tokens.
type lexer struct {
	*vocabulary
	s      string
	layout []region
	tokens []annot.Token
	kinds  []kind // one for each token
	inside bool   // an ambiguous double mark has been opened in this stretch
	first  int    // the first token of this stretch
}

// lex appends the tokens of s[start:end].
func (l *lexer) lex(start, end int) {
	l.inside, l.first = false, len(l.tokens)
	for p := start; p < end; {
		if q := l.skipLayout(p); q > p {
			p = q
			continue
		}
		c, w := classAt(l.s, p)
		switch c {
		case space:
			p += w
		case letter:
			p = l.word(p, end)
		case digit:
			p = l.number(p, end)
		default:
			p = l.mark(p, end)
		}
	}
}

// skipLayout returns the end of the layout region at p, or p. It must be
// called with growing p.
func (l *lexer) skipLayout(p int) int {
	for len(l.layout) > 0 && l.layout[0].End <= p {
		l.layout = l.layout[1:]
	}
	if len(l.layout) > 0 && l.layout[0].Start <= p {
		return l.layout[0].End
	}
	return p
}

// emit appends one token.
func (l *lexer) emit(start, end int, k kind) {
	l.tokens = append(l.tokens, annot.Token{Span: text.Span{Start: start, End: end}})
	l.kinds = append(l.kinds, k)
}

// emitWord appends a word, cut in two where it is a contraction.
func (l *lexer) emitWord(start, end int) {
	if start >= end {
		return
	}
	k := other
	switch {
	case isUpper(l.s, start):
		k = upper
	case isLower(l.s, start):
		k = lower
	}
	w := l.s[start:end]
	if n := len(w); n >= 4 && n <= 9 {
		if cut := folded(l.contractions, w); cut > 0 {
			l.emit(start, start+cut, k)
			start, k = start+cut, lower
		}
	}
	l.emit(start, end, k)
}

// letters returns the end of the run of letters and digits at p.
func letters(s string, p, end int) int {
	for p < end {
		if c := s[p]; c < utf8.RuneSelf {
			if k := ascii[c]; k != letter && k != digit {
				return p
			}
			p++
			continue
		}
		c, w := classAt(s, p)
		if c != letter && c != digit {
			return p
		}
		p += w
	}
	return p
}

// word reads the word at p, with everything that UD keeps in one token with
// it, emits it with its clitics and returns where it ends.
func (l *lexer) word(p, end int) int {
	start, piece := p, p // the word; its part after the last joint
	for {
		p = letters(l.s, p, end)
		if p >= end {
			break
		}
		next := p
		switch c := l.s[p]; {
		case c == ' ' || c == ',' || c == '\n':
		case c == '.' && strings.HasPrefix(l.s[p:end], "...@"): // a masked address
			if q := l.address(start, p+len("..."), end); q > p+len("...") {
				return q
			}
		case c == '.':
			if q, done := l.dot(start, piece, p, end); done {
				return q
			} else if q > p {
				next = q
			}
		case c == '@' || c == ':':
			if q := l.address(start, p, end); q > p {
				return q
			}
		case c == '&':
			next = l.ampersand(p, end)
		case c == '$' && isDigit(l.s, p+1, end):
			l.emit(start, p+1, other)
			return p + 1
		case c == '/':
			if q := l.slashed(start, p, end); q > p {
				l.emit(start, q, lower)
				return q
			}
		case c == '*':
			next = masked(l.s, p, end)
		}
		if n := apostrophe(l.s, p, end); n > 0 {
			if q := l.clitics(start, p, end); q > p {
				if q == end || !isLetterAt(l.s, q, end) && apostrophe(l.s, q, end) == 0 {
					return q
				}
				start, piece, p = q, q, q
				continue
			}
			if isLetterAt(l.s, p+n, end) {
				next = p + n
			}
		} else if n := hyphen(l.s, p, end); n > 0 && l.prefixed(start, piece, p, p+n, end) {
			next = p + n
		}
		if next == p {
			break
		}
		p, piece = next, next
	}
	l.emitWord(start, p)
	return p
}

// clitics emits the word [start,p) and the clitic that begins with the
// apostrophe at p, and returns where the clitic ends, or p where there is
// none.
func (l *lexer) clitics(start, p, end int) int {
	a := p + apostrophe(l.s, p, end)
	e := letters(l.s, a, end)
	switch tail := l.s[a:e]; len(tail) {
	case 1:
		switch tail[0] | 0x20 {
		case 's', 'd', 'm':
		case 't':
			if p-start < 2 || l.s[p-1]|0x20 != 'n' {
				return p
			}
			l.emitWord(start, p-1)
			l.emit(p-1, e, lower)
			return e
		default:
			return p
		}
	case 2:
		switch strings.ToLower(tail) { // two ASCII letters: allocates for capitals only
		case "re", "ve", "ll":
		default:
			return p
		}
	default:
		return p
	}
	l.emitWord(start, p)
	l.emit(p, e, lower)
	return e
}

// prefixed reports whether the hyphen [p,q) stands after a prefix, which UD
// does not part from its word ("non-violent", but "long - term").
func (l *lexer) prefixed(start, piece, p, q, end int) bool {
	if start != piece || !l.wordAfter(q, end) || !folded(l.prefixes, l.s[piece:p]) {
		return false
	}
	e := letters(l.s, q, end)
	return hyphen(l.s, e, end) == 0 // "over-the-counter" is parted
}

// wordAfter reports whether a letter or digit stands at p.
func (l *lexer) wordAfter(p, end int) bool {
	if p >= end {
		return false
	}
	c, _ := classAt(l.s, p)
	return c == letter || c == digit
}

// ampersand returns where a word goes on after the ampersand at p ("AT&T"),
// or p.
func (l *lexer) ampersand(p, end int) int {
	q := p + 1
	if strings.HasPrefix(l.s[p:end], "&amp;") {
		q = p + len("&amp;")
	}
	if q < end && isUpper(l.s, p-1) && isUpper(l.s, q) {
		return q
	}
	return p
}

// slashed returns the end of a word that is written with a slash ("w/o"), or
// p, where the slash is.
func (l *lexer) slashed(start, p, end int) int {
	for _, e := range [...]int{letters(l.s, p+1, end), p + 1} {
		if e-start <= 4 && folded(l.slashes, l.s[start:e]) {
			return e
		}
	}
	return p
}

// masked returns where a word goes on after stars that stand for letters, or
// p.
func masked(s string, p, end int) int {
	q := p
	for q < end && s[q] == '*' {
		q++
	}
	if isLetterAt(s, q, end) || q-p >= 2 {
		return q
	}
	return p
}
