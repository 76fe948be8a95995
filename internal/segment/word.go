package segment

import (
	"strings"
	"unicode/utf8"
)

// dot decides on the full stop at p inside or after the word [start,p), whose
// last piece begins at piece. It returns done where it has emitted the word,
// else where the word goes on, or p where it ends before the stop.
func (l *lexer) dot(start, piece, p, end int) (next int, done bool) {
	after := p + 1
	single := utf8.RuneCountInString(l.s[piece:p]) == 1 && !isDigit(l.s, piece, end)
	if isLetterAt(l.s, after, end) {
		return l.dotBeforeLetter(start, p, end, single)
	}
	if after < end && l.s[after] == '.' {
		return p, false // an ellipsis
	}
	if piece > start && l.s[piece-1] == '.' && (single || p-piece == 2) { // "U.S.", "Ph.D."
		l.emit(start, after, l.acronymKind(start, after))
		return after, true
	}
	if single && piece == start && isUpper(l.s, start) && l.isInitial(after, end) {
		l.emit(start, after, initial)
		return after, true
	}
	if k := l.abbreviated(start, after, end); k != other {
		l.emit(start, after, k)
		return after, true
	}
	return p, false
}

// dotBeforeLetter decides on a stop with a letter right after it: an acronym
// going on, an address, an initial against a name, or a missing space.
func (l *lexer) dotBeforeLetter(start, p, end int, single bool) (next int, done bool) {
	e := letters(l.s, p+1, end)
	one := utf8.RuneCountInString(l.s[p+1:e]) == 1
	switch {
	case single && (one || e < end && l.s[e] == '.' && e-p <= 3), one && e < end && l.s[e] == '.' && p-start <= 3:
		return p + 1, false
	case single && isUpper(l.s, start) && isUpper(l.s, p+1):
		l.emit(start, p+1, initial)
		return p + 1, true
	}
	if q := l.address(start, p, end); q > p {
		return q, true
	}
	if k := l.abbreviated(start, p+1, end); k != other {
		l.emit(start, p+1, k)
		return p + 1, true
	}
	return p, false
}

// acronymKind tells "p.m." and the like, which the lists hold, from "U.S.".
func (l *lexer) acronymKind(start, after int) kind {
	switch l.abbreviation(l.s[start:after]) {
	case closing:
		return abbrClose
	case inside:
		return abbrName
	case beforeName:
		return abbrName
	}
	return acronym
}

// abbreviated returns the kind of the abbreviation [start,after), whose last
// byte is a stop, or other where it is none.
func (l *lexer) abbreviated(start, after, end int) kind {
	switch l.abbreviation(l.s[start:after]) {
	case beforeName, inside:
		if !l.somethingFollows(after, end) {
			return other
		}
		return abbrName
	case beforeNumber:
		q := l.skipSpace(after, end)
		if isDigit(l.s, q, end) || q < end && l.s[q] == '#' || folded(l.months, l.s[q:letters(l.s, q, end)]) {
			return abbrName
		}
	case either:
		return abbr
	case closing:
		return abbrClose
	}
	return other
}

// isInitial reports whether a capital with a stop, ending at after, is an
// initial: a name or another initial follows, and no word that begins
// sentences.
func (l *lexer) isInitial(after, end int) bool {
	q := l.skipSpace(after, end)
	if q >= end || !isUpper(l.s, q) {
		return q < end && l.s[q] != '"' && l.s[q] != ')' && apostrophe(l.s, q, end) == 0 && utf8.RuneLen(rune(l.s[q])) == 1 && q > after
	}
	e := letters(l.s, q, end)
	return !folded(l.starters, l.s[q:e]) || e < end && l.s[e] == '.'
}

// somethingFollows reports whether more words follow in the stretch.
func (l *lexer) somethingFollows(p, end int) bool { return l.skipSpace(p, end) < end }

// skipSpace returns the first offset at or after p that is no space.
func (l *lexer) skipSpace(p, end int) int {
	for p < end {
		c, w := classAt(l.s, p)
		if c != space {
			break
		}
		p += w
	}
	return p
}

// address emits the address, link or file name that the word from start is
// part of, and returns where it ends, or p where it is none. p is where the
// word met a ":", "@" or ".".
func (l *lexer) address(start, p, end int) int {
	switch l.s[p] {
	case ':':
		if !strings.HasPrefix(l.s[p:end], "://") {
			return p
		}
	case '@':
		if !l.wordAfter(p+1, end) {
			return p
		}
	}
	e, stops := p, "<>\"{}|\\^`"
	if l.s[p] != ':' {
		stops = "<>\"{}|\\^`()[],;" // a host, not a link with all its marks
	}
	for e < end && l.s[e] > ' ' && l.s[e] < 0x7F && strings.IndexByte(stops, l.s[e]) < 0 {
		e++
	}
	for e > p && strings.IndexByte(".,;:!?)]'*_", l.s[e-1]) >= 0 {
		if l.s[e-1] == ')' && strings.IndexByte(l.s[start:e], '(') >= 0 {
			break
		}
		e--
	}
	if l.s[p] == '.' && !l.isHost(l.s[start:e]) {
		return p
	}
	if e <= p+1 {
		return p
	}
	l.emit(start, e, other)
	return e
}

// isHost reports whether w looks like a host, a path on one, a file or a mail
// address: its first parts joined by stops end in a known suffix.
func (l *lexer) isHost(w string) bool {
	if i := strings.IndexByte(w, '@'); i > 0 {
		return strings.IndexByte(w[i:], '.') > 0
	}
	if i := strings.IndexAny(w, "/?#:"); i >= 0 {
		w = w[:i]
	}
	i := strings.LastIndexByte(w, '.')
	return strings.HasPrefix(w, "www.") || i > 0 && folded(l.suffixes, w[i+1:]) || isGroup(w)
}

// isGroup reports whether w looks like the name of a newsgroup or a package:
// three or more words in small letters with stops between them.
func isGroup(w string) bool {
	stops := 0
	for i := range len(w) {
		switch c := w[i]; {
		case c == '.':
			if i < 2 || w[i-1] == '.' || w[i-2] == '.' {
				return false
			}
			stops++
		case c != '-' && (c < 'a' || c > 'z'):
			return false
		}
	}
	return stops >= 2
}

// number reads the number at p, emits it with its unit and returns where it
// ends.
func (l *lexer) number(p, end int) int {
	start := p
	p = l.digits(p, end)
	if p < end && l.s[p] == '.' && len(l.tokens) == l.first && p-start <= 3 && p+1 < end && isSpace(l.s, p+1) {
		l.emit(start, p+1, listMark)
		return p + 1
	}
	if !isLetterAt(l.s, p, end) {
		if q := l.decade(start, p, end); q > p {
			l.emit(start, q, number)
			return q
		}
		l.emit(start, p, number)
		return p
	}
	e := letters(l.s, p, end)
	tail := l.s[p:e]
	if (tail == "a" || tail == "p") && e+2 < end && l.s[e] == '.' && l.s[e+1] == 'm' { // "5p.m."
		l.emit(start, p, number)
		return p
	}
	if l.units[tail] {
		l.emit(start, p, number)
		l.emit(p, e, lower)
		return e
	}
	if isOrdinal(tail) || tail == "s" {
		l.emit(start, e, number)
		return e
	}
	return l.word(start, end)
}

// digits returns the end of the digits at p with their inner marks: "1,200.5",
// "10:30", "3/4", "2026-05-03".
func (l *lexer) digits(p, end int) int {
	start := p
	for p < end {
		c, w := classAt(l.s, p)
		switch {
		case c == digit:
			p += w
		case isDigit(l.s, p+1, end) && (l.s[p] == ',' || l.s[p] == '.' || l.s[p] == ':' || l.s[p] == '/'):
			p++
		case l.s[p] == '-' && isDigit(l.s, p+1, end):
			return max(p, joinedDigits(l.s, start, end))
		default:
			return p
		}
	}
	return p
}

// joinedDigits returns the end of a date or telephone number with hyphens at
// start, or start.
func joinedDigits(s string, start, end int) int {
	var groups [6]int
	n, p := 0, start
	for n < len(groups) {
		q := p
		for isDigit(s, q, end) {
			q++
		}
		groups[n] = q - p
		n++
		p = q
		if q >= end || s[q] != '-' || !isDigit(s, q+1, end) {
			break
		}
		p++
	}
	switch {
	case n == 3 && (groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2 || groups[2] == 4 || groups[2] == 2 && groups[0] <= 2 && groups[1] <= 2):
		return p
	case n == 2 && (groups[0] == 3 || groups[0] == 1 || groups[0] == 5) && groups[1] == 4, n == 4:
		return p
	}
	return start
}

// decade returns the end of "1990's", where [start,p) is a round number, or p.
func (l *lexer) decade(start, p, end int) int {
	n := apostrophe(l.s, p, end)
	if n == 0 || l.s[p-1] != '0' || p-start != 2 && p-start != 4 || p+n >= end || l.s[p+n] != 's' || isLetterAt(l.s, p+n+1, end) {
		return p
	}
	return p + n + 1
}

// isOrdinal reports whether w makes a number ordinal.
func isOrdinal(w string) bool {
	switch w {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return true
	}
	return false
}
