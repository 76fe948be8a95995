package figure

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// named reports whether the number at i is part of a name, a label, an
// address or another number: "F-16", "Article 5", "No. 10", "3/4".
func (l *line) named(i int) bool {
	if l.glued(i) {
		switch p := l.mark(i - 1); {
		case l.letters(i-1) || p == '#' || p == '_' || p == '@' || p == '\u2116':
			return true
		case (p == '/' || p == ':' || p == '.' || p == ',') && l.glued(i-1):
			return true
		case l.dash(i-1) && l.glued(i-1):
			return true
		}
	}
	if l.is(i-1, "of") && i > 2 && l.capital(i-2) && (l.capital(i) || l.w(i-2).label || l.is(i-2, "Gang", "Big")) {
		return true // "the Group of 20", "the Gang of Eight"
	}
	if l.w(i-1).label || l.mark(i-1) == '.' && l.is(i-2, "No", "no", "Nos", "Art") || l.is(i-1, "aged") {
		return true
	}
	if l.is(i-1, "to", "and", "or") && i >= 3 && l.digits(i-2) && l.w(i-3).label && l.capital(i-3) {
		return true // "Grade 4 to 6 classes"
	}
	return l.address(i)
}

// address reports whether a house number is at i: names follow it, and soon
// the word for a street.
func (l *line) address(i int) bool {
	for k := i + 1; k < i+5 && l.capital(k); k++ {
		if l.w(k).street && k > i+1 {
			return true
		}
	}
	return false
}

// idle reports whether a bare number counts nothing that a reader would call
// a figure.
func (l *line) idle(n number) bool {
	i, end := n.start, n.next
	if l.glued(end) && !l.odd(end) && !(l.dash(end) && l.is(end+1, "plus")) {
		m := l.mark(end)
		if l.dash(end) && l.plain(end+1) && !n.words && n.low >= 100 && !l.timeUnit(end+1) {
			return false // "a 22,000-seat hall"
		}
		if l.letters(end) || (m == '/' || m == ':' || l.dash(end)) && l.glued(end+1) || m == '\'' || m == '\u2019' {
			return true // "16th", "24/7", "six-party", "3-1", "7:1"
		}
	}
	if l.is(end, "to") && l.is(end+1, "1") || n.low == 1 && l.is(i-1, "to") && l.digits(i-2) {
		return true // "by 9 to 1": a ratio
	}
	if n.dashed && !l.noun(end) {
		return true // a score
	}
	if i == 0 && (l.mark(end) == '.' || l.mark(end) == ')') || l.mark(i-1) == '(' && l.mark(end) == ')' && !n.scaled {
		return true // the number of an item in a list
	}
	switch {
	case n.words && l.capital(i) && i > 1 && !l.sentenceLike(i-1):
		return true // a capital inside a sentence: part of a name
	case l.is(end, "to", "or") && l.num(end+1) != nil && l.timeUnit(end+2) || l.dialled(n):
		return true // "three to five years"; a number to call
	case l.is(i-1, "or", "and") && i > 1 && l.taken[i-2] && n.words && !l.noun(end):
		return true // "a month or two"
	case n.low <= 110 && l.is(i-1, "over", "under") && !l.noun(end) && !n.scaled && !l.letters(end):
		return true // "are over 60": an age
	case l.mark(end) == ',' && end+1 < len(l.taken) && l.taken[end+1]:
		return true // "two, three, four years"
	case l.isAgeOf(i), l.clock(n):
		return true
	case l.ordinalBehind(end), l.timeUnit(end), l.is(end, "times", "fold"), l.isAge(n):
		return true
	case n.words && n.low == 1 && !n.scaled, n.words && n.low == 0:
		return true
	case n.words && n.low <= 12 && (l.pointed(i) || l.partOfKnown(end) || l.is(i-2, "mother", "father", "mum", "mom", "dad") && l.is(i-1, "of")):
		return true // "the two sides", "two of them", "a mother of two"
	case n.low <= 20 && !n.scaled && !n.ranged && l.timeUnit(i-1) && !l.isPlural(i-1) && !l.taken[i-1] && !l.is(i-2, "a", "one", "the", "last", "each", "every", "per") && !l.noun(end):
		return true // "year two of the deal"
	case l.isYear(n), l.isSource(n), n.words && n.low <= 12 && l.isParty(end):
		return true
	}
	return l.isLabel(n)
}

// odd reports whether "-odd" stands behind a number: "40-odd boats".
func (l *line) odd(i int) bool { return l.dash(i) && l.glued(i+1) && l.is(i+1, "odd", "something") }

// dialled reports whether a number belongs to a telephone number: "+298 555
// 010", "0800 555 0142".
func (l *line) dialled(n number) bool {
	i, groups := n.start, 1
	for ; i > 0 && l.digits(i) && l.digits(i-1) && !l.glued(i); i-- {
		groups++
	}
	for k := n.next; l.digits(k) && l.digits(k-1) && !l.glued(k); k++ {
		groups++
	}
	if l.mark(i-1) == '+' && l.glued(i) {
		return true
	}
	t := l.text(i)
	return l.digits(i) && len(t) > 2 && t[0] == '0' || groups > 2 && !n.words
}

// clock reports whether a number is a time of day that the grammar of times
// left alone: "left at 7.30".
func (l *line) clock(n number) bool {
	if !n.point || n.words || n.next != n.start+3 || !l.is(n.start-1, "at", "until", "till", "before", "after") {
		return false
	}
	hour, minute := l.text(n.start), l.text(n.start+2)
	return len(hour) < 3 && n.low < 24 && len(minute) == 2 && minute[0] < '6' && !l.noun(n.next)
}

// levelOfYear reports whether a year is what something is compared with: "below
// 1990 levels".
func (l *line) levelOfYear(i int) bool {
	return l.is(i, "level", "levels", "prices", "borders", "lines", "frontiers", "boundaries", "standards", "values", "terms")
}

// sentenceLike reports whether a sentence may begin behind the mark at i.
func (l *line) sentenceLike(i int) bool {
	switch l.mark(i) {
	case '.', ':', ';', '"', '\u201c', '\u2014', '\u2013', '?', '!', '\u2022', '(':
		return true
	}
	return false
}

// isAgeOf reports whether a number behind it says an age: "younger than 12",
// "between the ages of 18 and 25", "turning 18".
func (l *line) isAgeOf(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch {
		case l.is(k, "age", "ages", "aged"):
			return true
		case !l.letters(k) && !l.digits(k) || l.plain(k) && !l.w(k).stop && !l.is(k, "younger", "older"):
			return l.is(k, "turning", "turned") && k == i-1 || l.yearsOld(i)
		}
	}
	return l.is(i-1, "than") && l.is(i-2, "younger", "older") || l.yearsOld(i)
}

// yearsOld reports whether somebody is said to be as many years old as the
// number at i says: "the cook, who is 81, left", "She was 58."
func (l *line) yearsOld(i int) bool {
	return l.is(i-1, "is", "was") && l.is(i-2, "who", "he", "she", "He", "She") && !l.noun(i+1) && l.mark(i+1) != '%'
}

func (l *line) ordinalBehind(i int) bool { return l.num(i).Ordinal > 0 && !l.dash(i) }

// pointed reports whether the number only points back: "the two sides". A
// bound in front makes it a claim again: "the at least two".
func (l *line) pointed(i int) bool {
	return l.w(i-1).pointing || l.w(i-2).pointing && l.plain(i-1) && !l.w(i-1).stop && !l.boundBefore(i)
}

// partOfKnown reports whether "of them", "of her aides" or the like begins at
// i: those that are counted have been spoken of.
func (l *line) partOfKnown(i int) bool {
	return l.is(i, "of") && l.is(i+1, "them", "us", "you", "those", "these", "whom", "which", "my", "our", "your", "his", "her", "its", "their")
}

// timeUnit reports whether a unit of time follows, as in an age.
func (l *line) timeUnit(i int) bool {
	switch l.text(i) {
	case "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "second", "seconds", "decades", "centuries", "season", "seasons", "am", "pm", "GMT", "BC", "AD":
		return true
	}
	return false
}

// isAge reports whether a number between commas behind a name is an age.
func (l *line) isAge(n number) bool {
	if n.scaled || n.low < 5 || n.low > 110 || l.mark(n.start-1) != ',' {
		return false
	}
	who := l.capital(n.start-2) || l.plain(n.start-2) && !l.isPlural(n.start-2) && !n.words && n.low >= 15 // "the mediator, 58,"
	return who && (l.mark(n.next) == ',' || l.mark(n.next) == '.' && l.capital(n.start-2))
}

// isYear reports whether a number of four digits that counts nothing may be a
// year that the grammar of times left alone.
func (l *line) isYear(n number) bool {
	return !n.words && !n.scaled && !n.ranged && n.low >= 1500 && n.low <= 2199 && (!l.noun(n.next) || l.is(n.start-1, "the", "The") || l.levelOfYear(n.next))
}

// isSource reports whether people who speak are counted: "two officials said".
func (l *line) isSource(n number) bool {
	if n.low > 30 {
		return false
	}
	j := n.next
	for k := 0; k < 6 && (l.letters(j) || l.dash(j)); k++ {
		if l.w(j).source {
			if l.suffers(j) {
				return false
			}
			for m := j + 1; m < j+9 && m < len(l.words); m++ {
				if l.w(m).speech {
					return true
				}
				if c := l.mark(m); c == '.' || c == ';' {
					break
				}
			}
			return l.is(n.start-2, "according") || l.is(n.start-1, "by") && l.w(n.start-2).speech
		}
		j++
	}
	return false
}

// isParty reports whether those who are counted at i negotiate: "two rival
// camps", "three armed groups fighting the government".
func (l *line) isParty(i int) bool {
	if l.is(i, "of") {
		return false
	}
	for k := i; k < i+3 && l.plain(k) && !l.w(k).stop; k++ {
		if l.w(k).party {
			return true
		}
		if l.syn != nil && l.syn.Words[l.token(k)].UPOS == ud.NOUN && l.syn.Words[l.token(k)].Feats.Has(ud.NumberPlur) {
			return false
		}
	}
	return false
}

// suffers reports whether the word at i is what something is done to, and so
// does not speak: "killing 11 people, as the front claimed".
func (l *line) suffers(i int) bool {
	if l.syn == nil {
		return false
	}
	w := &l.syn.Words[l.token(i)]
	if rel := w.Rel.Universal(); rel == ud.Obj || rel == ud.Iobj {
		return true
	} else if rel != ud.Obl || w.Rel == ud.OblAgent || w.Head == annot.None || l.syn.Child(l.token(i), ud.Case) != annot.None {
		return false
	}
	for k := i - 1; k >= 0 && l.token(k) >= w.Head; k-- { // "killing at least 11 people": the parser takes "at" for a case
		if l.token(k) == w.Head {
			return !l.w(k).speech
		}
	}
	return false
}

// isLabel reports whether the number belongs to the name in front of it:
// "Boeing 737", "Unit 8200".
func (l *line) isLabel(n number) bool {
	i := n.start
	if n.scaled || n.ranged || i < 2 || !l.capital(i-1) {
		return false
	}
	return n.words && l.capital(i) || !n.words && !l.noun(n.next)
}

// noun reports whether what the number counts follows it.
func (l *line) noun(i int) bool {
	if !l.letters(i) {
		return false
	}
	if l.syn != nil {
		for k := i; k < i+5 && l.letters(k); k++ {
			switch w := l.syn.Words[l.token(k)]; w.UPOS {
			case ud.NOUN, ud.PROPN:
				return w.Feats.Has(ud.NumberPlur) || w.Feats.Has(ud.NumberPtan) || k > i
			case ud.ADJ, ud.ADV:
			default:
				return w.UPOS == ud.VERB && k == i && w.Head != annot.None && l.syn.Words[w.Head].UPOS == ud.NOUN && w.Head > l.token(k)
			}
		}
		return false
	}
	for k := i; k < i+4 && l.plain(k) && !l.w(k).stop; k++ {
		if t := l.text(k); t[len(t)-1] == 's' || l.w(k).source {
			return true
		}
		if k == i && l.syn == nil && irregular(l.text(k)) {
			return true
		}
	}
	return false
}

// irregular reports whether a noun has a plural without "s".
func irregular(s string) bool {
	switch s {
	case "people", "men", "women", "children", "police", "personnel", "troops", "staff", "dead", "seats":
		return true
	}
	return false
}
