package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark reads the punctuation mark or symbol at p, emits it and returns where
// it ends.
func (l *lexer) mark(p, end int) int {
	switch c := l.s[p]; c {
	case '.', '!', '?':
		return l.enders(p, end)
	case '\'', '`', '"':
		return l.straight(p, end)
	case '-', '=', '*', '~', '+', '<', '>', '|', '$', '\\', '/':
		return l.run(p, end)
	case '&':
		return l.entity(p, end)
	case '#', '@':
		if isLetterAt(l.s, p+1, end) {
			e := letters(l.s, p+1, end)
			l.emit(p, e, other)
			return e
		}
	case ':', ';':
		if e := emoticon(l.s, p, end); e > p {
			l.emit(p, e, other)
			return e
		}
		l.emit(p, p+1, pause)
		return p + 1
	case ',':
		if p+1 < end && l.s[p+1] == ',' && isLetterAt(l.s, p+2, end) { // typewritten low-9 marks
			l.emit(p, p+2, openMark)
			return p + 2
		}
		l.emit(p, p+1, pause)
		return p + 1
	case '(', '[', '{':
		l.emit(p, p+1, openBracket)
		return p + 1
	case ')', ']', '}':
		l.emit(p, p+1, closeBracket)
		return p + 1
	}
	if l.s[p] < utf8.RuneSelf {
		l.emit(p, p+1, other)
		return p + 1
	}
	return l.unicodeMark(p, end)
}

// enders reads a run of stops, question and exclamation marks. Stops that are
// followed by another mark are kept with it, as in UD ("!?", "...").
func (l *lexer) enders(p, end int) int {
	e, stops := p, 0
	for e < end && (l.s[e] == '.' || l.s[e] == '!' || l.s[e] == '?') {
		if l.s[e] == '.' {
			stops++
		}
		e++
	}
	if l.s[p] == '.' && e == p+1 && isDigit(l.s, e, end) && (p == 0 || isSpace(l.s, p-1) || len(l.tokens) > l.first && l.kinds[len(l.kinds)-1] == openBracket) {
		q := l.digits(e, end)
		l.emit(p, q, number)
		return q
	}
	k := question
	switch {
	case stops == e-p && stops == 1:
		k = stop
	case stops == e-p:
		k = ellipsis
	}
	l.emit(p, e, k)
	return e
}

// run reads a run of one character.
func (l *lexer) run(p, end int) int {
	e := p
	for e < end && l.s[e] == l.s[p] {
		e++
	}
	k := other
	switch {
	case l.s[p] == '-' && e-p > 1:
		k = dash
	case l.s[p] == '-' && l.spaceBefore(p):
		k = dash
	case l.s[p] == '*' && e-p == 1 && l.spaceBefore(p):
		k = bullet
	}
	l.emit(p, e, k)
	return e
}

// entity reads a character entity, or a lone ampersand.
func (l *lexer) entity(p, end int) int {
	e := p + 1
	k := other
	if n := entity(l.s[p:end]); n > 0 {
		e = p + n
		k = entityKind(l.s[p:e])
		if k == other && l.s[p:e] == "&quot;" {
			k = l.sided(p, e, end)
		}
	}
	l.emit(p, e, k)
	return e
}

// entityKind returns the kind of a mark written as an entity.
func entityKind(e string) kind {
	switch e {
	case "&ldquo;", "&lsquo;", "&laquo;", "&#8220;", "&#8216;", "&bdquo;", "&lsaquo;":
		return openMark
	case "&rdquo;", "&rsquo;", "&raquo;", "&#8221;", "&#8217;", "&rsaquo;", "&apos;", "&#39;", "&#039;":
		return closeMark
	case "&mdash;", "&ndash;", "&#8211;", "&#8212;":
		return dash
	case "&hellip;", "&#8230;":
		return ellipsis
	case "&bull;":
		return bullet
	}
	return other
}

// straight reads a typewritten quotation mark or apostrophe.
func (l *lexer) straight(p, end int) int {
	e := p + 1
	if l.s[p] != '"' {
		if q := l.elided(p, end); q > p {
			return q
		}
		if e < end && l.s[e] == l.s[p] { // “ as ``, ” as ''
			e++
		}
	}
	k := l.sided(p, e, end)
	if l.s[p] == '`' && e-p == 2 {
		k = openMark
	}
	l.emit(p, e, k)
	return e
}

// sided tells from the space on either side whether the ambiguous mark [p,e)
// opens or closes; where that does not tell, marks take turns.
func (l *lexer) sided(p, e, end int) kind {
	before := l.spaceBefore(p) || len(l.kinds) > l.first && l.opensWords(len(l.kinds)-1)
	after := e >= end || isSpace(l.s, e)
	k := closeMark
	switch {
	case before && !after:
		k = openMark
	case !before && after:
	case before && after, l.wordAfter(e, end):
		if !l.inside {
			k = openMark
		}
	}
	if l.s[p] != '\'' || e-p == 2 {
		l.inside = k == openMark
	}
	return k
}

// opensWords reports whether a quotation may begin right after token i.
func (l *lexer) opensWords(i int) bool {
	return l.kinds[i] == openBracket || l.kinds[i] == openMark || l.kinds[i] == dash
}

// spaceBefore reports whether p begins the stretch or stands after a space or
// layout.
func (l *lexer) spaceBefore(p int) bool {
	if len(l.tokens) == l.first {
		return true
	}
	return l.tokens[len(l.tokens)-1].Span.End < p
}

// afterStop reads the clitic of an abbreviation ("Corp.’s") and returns where
// it ends, or p.
func (l *lexer) afterStop(p, end int) int {
	i := len(l.tokens) - 1
	if i < l.first || l.tokens[i].Span.End != p || l.kinds[i] < abbrName || l.kinds[i] > initial {
		return p
	}
	a := p + apostrophe(l.s, p, end)
	if e := letters(l.s, a, end); e == a+1 && l.s[a]|0x20 == 's' {
		l.emit(p, e, lower)
		return e
	}
	return p
}

// elided reads a word or year with a leading apostrophe ("’em", "’90s"), or a
// clitic that stands apart from its word. It returns where that ends, or p.
func (l *lexer) elided(p, end int) int {
	a := p + apostrophe(l.s, p, end)
	if q := l.afterStop(p, end); a > p && q > p {
		return q
	}
	if a == p || !l.spaceBefore(p) && !(len(l.kinds) > l.first && l.opensWords(len(l.kinds)-1)) {
		return p
	}
	if isDigit(l.s, a, end) && isDigit(l.s, a+1, end) {
		e := a + 2
		if e < end && l.s[e] == 's' {
			e++
		}
		if e < end && (isDigit(l.s, e, end) || isLetterAt(l.s, e, end) || l.s[e] == '%' || l.s[e] == ',' && isDigit(l.s, e+1, end)) {
			return p
		}
		if l.s[e-1] != 's' && l.closesLater(e, end) {
			return p
		}
		l.emit(p, e, number)
		return e
	}
	e := letters(l.s, a, end)
	w := l.s[a:e]
	if n := apostrophe(l.s, e, end); n > 0 && w == "n" { // rock ’n’ roll
		l.emit(p, e+n, lower)
		return e + n
	}
	if folded(l.elisions, w) || (w == "s" || folded(l.halfElisions, w)) && !l.closesLater(e, end) {
		l.emit(p, e, lower)
		return e
	}
	return p
}

// turned reads a year or an elided word whose apostrophe a program has turned
// into the opening mark [p,e): "‘90s", "‘em". It returns where that ends, or
// p.
func (l *lexer) turned(p, e, end int) int {
	q := letters(l.s, e, end)
	switch w := l.s[e:q]; {
	case len(w) == 3 && isDigit(w, 0, 3) && isDigit(w, 1, 3) && w[2] == 's':
	case len(w) == 2 && isDigit(w, 0, 2) && isDigit(w, 1, 2) && !l.closesLater(q, end):
	case (l.elisions[w] || l.halfElisions[w]) && !l.closesLater(q, end):
	default:
		return p
	}
	l.emit(p, q, lower)
	return q
}

// closesLater reports whether a single mark that could close a quotation
// stands within the next words.
func (l *lexer) closesLater(p, end int) bool {
	for limit := min(end, p+80); p < limit; p++ {
		if n := apostrophe(l.s, p, end); n > 0 && !l.wordAfter(p+n, end) {
			return true
		}
	}
	return false
}

// emoticon returns the end of a smiley at p, or p.
func emoticon(s string, p, end int) int {
	for _, e := range [...]string{":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P"} {
		if strings.HasPrefix(s[p:end], e) {
			if q := p + len(e); q == end || isSpace(s, q) {
				return q
			}
		}
	}
	return p
}

// unicodeMark reads a mark beyond ASCII, with what combines with it.
func (l *lexer) unicodeMark(p, end int) int {
	r, w := utf8.DecodeRuneInString(l.s[p:end])
	e := p + w
	k := other
	switch r {
	case '“', '„', '‟', '‚', '‛', '「', '『', '《':
		k = openMark
		if r == '“' && e < end && !l.wordAfter(e, end) && !l.spaceBefore(p) && l.sided(p, e, end) == closeMark {
			k = closeMark // as in German
		}
	case '”', '」', '』', '》', '″':
		k = closeMark
		if len(l.tokens) == l.first {
			k = openMark // a slip of the typesetter
		}
	case '«', '»', '‹', '›', '＂':
		k = l.sided(p, e, end)
	case '‘', '’', 'ʼ', '′':
		return l.curly(p, e, end, r)
	case '…', '‥':
		for e < end && (strings.HasPrefix(l.s[e:end], "…") || l.s[e] == '.') {
			_, w := utf8.DecodeRuneInString(l.s[e:end])
			e += w
		}
		k = ellipsis
	case '—', '–', '―', '‒', '⸺', '−':
		for strings.HasPrefix(l.s[e:end], l.s[p:p+w]) {
			e += w
		}
		k = dash
	case '•', '●', '▪', '■', '◦', '‣', '►', '▶', '○', '★':
		k = bullet
	case '。', '．', '｡':
		k = stop
	case '！', '？', '‽', '؟':
		k = question
	case '，', '、', '；', '：', '،', '؛':
		k = pause
	case '（', '【', '〔', '［':
		k = openBracket
	case '）', '】', '〕', '］':
		k = closeBracket
	default:
		e = l.cluster(e, end)
	}
	l.emit(p, e, k)
	return e
}

// curly reads a curly single mark: a quotation mark, an apostrophe, or one of
// two that stand for a double mark.
func (l *lexer) curly(p, e, end int, r rune) int {
	if q := l.elided(p, end); q > p {
		return q
	}
	if r == '‘' {
		if q := l.turned(p, e, end); q > p {
			return q
		}
	}
	next, w := utf8.DecodeRuneInString(l.s[e:end])
	if next == '’' || next == '‘' {
		e += w
	}
	k := closeMark
	if r == '‘' || l.spaceBefore(p) && l.wordAfter(e, end) {
		k = openMark
	}
	l.emit(p, e, k)
	return e
}

// cluster returns the end of a symbol whose first character ends at e: with
// modifiers, joiners and what they join.
func (l *lexer) cluster(e, end int) int {
	for e < end {
		r, w := utf8.DecodeRuneInString(l.s[e:end])
		switch {
		case r == zeroWidthJoiner:
			_, w2 := utf8.DecodeRuneInString(l.s[e+w : end])
			e += w + w2
		case unicode.IsMark(r), 0x1F3FB <= r && r <= 0x1F3FF:
			e += w
		default:
			return e
		}
	}
	return e
}
