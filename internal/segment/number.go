package segment

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
