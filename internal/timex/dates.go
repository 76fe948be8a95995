package timex

import "readout/record"

func date(c fields) meaning {
	return meaning{op: opCalendar, typ: record.DateType, cal: c}
}

// isoDate reads "2025-08-15", "2025/08/15", "2025-08".
func isoDate(l *line, i int) match {
	y := l.run(i, 4, 4)
	if y < 1000 || !l.glued(i+1) || !(l.mark(i+1) == '-' || l.mark(i+1) == '/' || l.mark(i+1) == '.') || l.glued(i) && l.digits(i-1) {
		return nothing
	}
	m := l.run(i+2, 2, 2)
	if m < 1 || m > 12 || !l.glued(i+2) || y > 2199 {
		return nothing
	}
	if l.mark(i+3) == l.mark(i+1) && l.glued(i+3) && l.glued(i+4) {
		if d := l.run(i+4, 2, 2); d >= 1 && d <= 31 {
			return match{meaning: date(fields{gran: day, year: y, month: m, day: d, hasYear: true}), next: i + 5}
		}
		return nothing
	}
	if l.mark(i+1) == '-' && y >= 1900 && !(l.glued(i+3) && (l.digits(i+3) || l.dash(i+3))) && m != y%100+1 {
		return match{meaning: date(fields{gran: month, year: y, month: m, hasYear: true}), next: i + 3}
	}
	return nothing
}

// numericDate reads "15/08/2025", "8/15/25" and "15.08.2025". Where both
// numbers could be the month the meaning says so.
func numericDate(l *line, i int) match {
	a := l.run(i, 1, 2)
	sep := l.mark(i + 1)
	if a < 1 || a > 31 || !(sep == '/' || sep == '-' || sep == '.') || !l.glued(i+1) || !l.glued(i+2) || l.glued(i) {
		return nothing
	}
	b := l.run(i+2, 1, 2)
	if b < 1 || b > 31 || l.mark(i+3) != sep || !l.glued(i+3) || !l.glued(i+4) {
		return nothing
	}
	y := l.run(i+4, 4, 4)
	if y < 0 && sep != '-' {
		if y = l.run(i+4, 2, 2); y >= 0 {
			y = twoDigitYear(y)
		}
	}
	if y < 1000 || y > 2199 || l.glued(i+5) && (l.digits(i+6) || l.letters(i+5)) {
		return nothing
	}
	c := fields{gran: day, year: y, hasYear: true, day: a, month: b}
	switch {
	case a > 12 && b > 12:
		return nothing
	case b > 12:
		c.day, c.month = b, a
	case a <= 12 && a != b && sep != '.':
		c.swap = true
	}
	return match{meaning: date(c), next: i + 5}
}

// monthName reads the name of a month, and the full stop of an abbreviation.
func (l *line) monthName(i int) (m, next int) {
	w := l.w(i)
	if w.month == 0 || w.guarded && !l.upper(i) || w.short && !l.upper(i) && !l.digits(i-1) && !l.digits(i+1) && !(l.atoms[max(i-1, 0)].Num != nil && l.atoms[max(i-1, 0)].Num.Suffix) {
		return 0, 0
	}
	if w.short {
		return w.month, l.stop(i + 1)
	}
	return w.month, i + 1
}

// yearAfter reads a year that completes a date: ", 2025", " 2025", " of 2025",
// "'25", or a relation to the year of writing: "last year".
func (l *line) yearAfter(i int, c *fields) (rel relation, next int) {
	j := l.comma(i)
	j = l.skip(j, cOf|cIn)
	if y, n := l.year4(j); n > 0 && !l.countsNext(n) {
		c.year, c.hasYear = y, true
		return noRelation, n
	}
	k := l.skip(j, cThe)
	if w := l.w(k); w.relation != noRelation && w.relation != relPast && w.relation != relComing && l.w(k+1).unit == year && !l.w(k+1).plural {
		return w.relation, k + 2
	}
	return noRelation, 0
}

// leansBack reports whether a relation is to the date mentioned before.
func leansBack(r relation) bool {
	return r == relThat || r == relSame || r == relFollowing || r == relPrevious
}

// countsNext reports whether a number that ends at i counts the word behind it
// ("June 2000 troops") rather than being a year.
func (l *line) countsNext(i int) bool { return l.w(i).unit != noUnit && l.w(i).plural }

// finish adds to a date the year behind it.
func (l *line) finish(c fields, i int) match {
	rel, n := l.yearAfter(i, &c)
	m := match{meaning: date(c), next: i}
	if n > 0 {
		m.next = n
		m.rel, m.narrative = rel, leansBack(rel)
	}
	return m
}

// dayMonth reads "15 August 2025", "the 15th of August", "15-Aug-2025",
// and "15 and 16 August", of which it takes the first day.
func dayMonth(l *line, i int) match {
	if !l.digits(i) && l.atoms[i].Num == nil && !l.has(i, cThe) || l.glued(i) && (l.digits(i-2) || isMoney(l.mark(i-1))) {
		return nothing
	}
	j := l.skip(i, cThe)
	d, j, ordinal := l.dayOfMonth(j)
	if j == 0 {
		return nothing
	}
	if l.w(j).unit == day && !l.w(j).plural && ordinal { // "the third day of October"
		j++
	}
	k := l.skip(j, cOf)
	if (l.dash(k) || l.mark(k) == '/') && l.glued(k) && l.w(k+1).month > 0 {
		k++
	}
	m, n := l.monthName(k)
	if w := l.w(k); n == 0 && w.guarded && w.month > 0 && ordinal && l.has(k-1, cOf) {
		m, n = w.month, k+1 // "the 2nd of march"
	}
	if n > 0 && (k == j || ordinal || l.mark(k-1) != 0 || l.has(k-1, cOf)) {
		if l.mark(n) == l.mark(k-1) && l.mark(n) != 0 && l.glued(n) && l.glued(n+1) {
			if y := l.run(n+1, 4, 4); y > 1000 {
				return match{meaning: date(fields{gran: day, day: d, month: m, year: y, hasYear: true}), next: n + 2}
			}
		}
		return l.finish(fields{gran: day, day: d, month: m}, n)
	}
	if !(l.has(j, cAnd|cOr) || l.mark(j) == ',' || l.mark(j) == '/') {
		return nothing
	}
	return l.sharedMonth(i, j, d)
}

// sharedMonth reads the first of several days before one month: "15, 16 and
// 17 August". It takes no words behind the first day.
func (l *line) sharedMonth(i, j, d int) match {
	for range 4 {
		k := l.skip(l.comma(j), cAnd|cOr)
		if k == j && l.mark(j) == '/' {
			k++
		}
		_, n, _ := l.dayOfMonth(k)
		if n == 0 || k == j {
			return nothing
		}
		if m, e := l.monthName(l.skip(n, cOf)); e > 0 {
			c := fields{gran: day, day: d, month: m}
			rel, _ := l.yearAfter(e, &c)
			mm := match{meaning: date(c), next: i + 1}
			if mm.next = l.firstDayEnd(i); mm.next == 0 {
				return nothing
			}
			mm.rel = rel
			return mm
		}
		j = n
	}
	return nothing
}

func (l *line) firstDayEnd(i int) int {
	_, n, _ := l.dayOfMonth(l.skip(i, cThe))
	return n
}

// monthDay reads "August 15, 2025", "Aug. 15", "August the 15th".
func monthDay(l *line, i int) match {
	m, j := l.monthName(i)
	if j == 0 {
		return nothing
	}
	if l.dash(j) && l.glued(j) && l.digits(j+1) && l.run(j+1, 1, 2) > 0 {
		j++
	}
	if l.mark(j) == ',' && l.has(j+1, cThe) {
		j++
	}
	d, n, ordinal := l.dayOfMonth(l.skip(j, cThe))
	if n == 0 || !ordinal && (l.glued(n) && (l.mark(n) == ':' || l.mark(n) == '%' || l.mark(n) == '.' && l.digits(n+1)) || l.digits(j) && !(l.glued(j) && j == i+1) && !l.whole(j, n)) {
		return nothing
	}
	if w := l.w(n); !ordinal && (l.has(j, cThe) || w.class&(cAM|cPM) != 0 || w.unit != noUnit && w.plural) {
		return nothing // "in May 10 days passed", "March 5 pm", "last August the two sides"
	}
	return l.finish(fields{gran: day, day: d, month: m}, n)
}

// monthYear reads "August 2025", "August of 2025", "August last year" and
// "August" alone.
func monthYear(l *line, i int) match {
	m, j := l.monthName(i)
	if j == 0 {
		return nothing
	}
	if l.dash(j) && l.glued(j) && l.run(j+1, 4, 4) > 1000 || l.mark(j) == '/' && l.run(j+1, 4, 4) > 1000 {
		j++
	}
	c := fields{gran: month, month: m}
	rel, n := l.yearAfter(j, &c)
	if n == 0 && l.era(j) != 0 {
		return nothing
	}
	if n == 0 && (l.w(i).short && !l.upper(i) || (l.w(i).short || l.w(i).guarded) && !l.datePlace(i)) {
		return nothing
	}
	mm := match{meaning: date(c), next: max(n, i+1)}
	if n == 0 && l.w(i).short {
		mm.next = j
	}
	mm.rel, mm.narrative = rel, leansBack(rel)
	return mm
}

// datePlace reports whether a word that may be a month or a name stands where
// a month would: behind a preposition of time, a relation or an edge.
func (l *line) datePlace(i int) bool {
	const before = cIn | cSince | cTo | cBy | cAfter | cBefore | cFrom | cBetween | cFor
	w := l.w(i - 1)
	if w.class&before == 0 && w.relation == noRelation && w.edge == "" && !(l.dash(i-1) && l.w(i-2).edge != "") &&
		!(w.class&(cAnd|cOr) != 0 && l.w(i-2).month > 0) && !(w.class&cOf != 0 && l.w(i-2) != l.blank) {
		return false
	}
	return !l.upper(i+1) || l.w(i+1) != l.blank
}

// era reads "BC", "B.C.", "AD" behind a year: -1 for before Christ.
func (l *line) era(i int) int {
	if l.has(i, cBC) && l.upper(i) {
		return -1
	}
	if l.has(i, cAD) && l.upper(i) {
		return 1
	}
	if t := l.text(i); l.mark(i+1) == '.' && l.glued(i+1) && l.glued(i+2) {
		if t == "B" && l.text(i+2) == "C" {
			return -2
		}
		if t == "A" && l.text(i+2) == "D" {
			return 2
		}
	}
	return 0
}

// eraEnd returns the position behind an era of the form that era returned.
func (l *line) eraEnd(i, era int) int {
	if era == 1 || era == -1 {
		return i + 1
	}
	return l.stop(i + 3)
}

// yearAlone reads a year that stands by itself: "2022", "the year 2022",
// "264 BC".
func yearAlone(l *line, i int) match {
	j := i
	said := false
	if l.has(j, cThe) && l.w(j+1).unit == year {
		j++
	}
	if l.w(j).kind == "CY" {
		j++
	}
	if l.w(j).unit == year && !l.w(j).plural {
		j, said = l.skip(j+1, cOf), true
	}
	if v := l.run(j, 1, 4); v > 0 && l.whole(j, j+1) {
		if e := l.era(j + 1); e != 0 {
			c := fields{gran: year, year: v, hasYear: true}
			if e < 0 {
				c.year = -v
			}
			return match{meaning: date(c), next: l.eraEnd(j+1, e)}
		}
	}
	y, n := l.year4(j)
	if n == 0 || !said && !l.yearPlace(j, n, y) || l.dash(n) && l.glued(n) && l.glued(n+1) && l.digits(n+1) {
		return nothing
	}
	return match{meaning: date(fields{gran: year, year: y, hasYear: true}), next: n}
}

// yearPlace reports whether a number of four digits stands where a year would.
func (l *line) yearPlace(i, end, y int) bool {
	prev, after := l.w(i-1), l.w(end)
	const before = cIn | cSince | cTo | cBy | cAfter | cBefore | cFrom | cBetween | cOf
	if l.apostrophe(i) {
		return prev.class&before != 0 && y > 0
	}
	if after.unit != noUnit || after.class&(cAM|cPM) != 0 || l.dash(i-1) && (l.glued(i) && l.letters(i-2) && prev.edge == "" || l.digits(i-2)) && l.w(i-2).edge == "" {
		return false
	}
	if end < len(l.atoms) && l.atoms[end].Num != nil && (l.atoms[end].Num.Scale > 0 || l.atoms[end].Num.Collective > 0) {
		return false
	}
	if after.zone == "Z" || l.mark(end) == '%' {
		return false
	}
	cued := prev.class&before != 0 || prev.edge != "" || l.mark(i-1) == '('
	if y >= 1900 && y <= 2100 {
		if l.compared(end) {
			return true
		}
		return cued || !l.counted(i, end) || y%100 != 0 && l.definite(i-1)
	}
	cued = cued || prev.class&cAbout != 0 || l.mark(i-1) == '.' && (l.text(i-2) == "c" || l.text(i-2) == "ca")
	if y >= 1700 && l.has(i-1, cThe) && l.plain(end) && !l.counted(i, end) {
		return true // "the 1784 treaty"
	}
	return cued && !l.counted(i, end) || y >= 1700 && y < 1900 && (l.mark(end) != 0 || end >= len(l.atoms)) && prev.class&before != 0
}

// compared reports whether what stands at i are the levels of a year, with
// which others are compared: "below 1990 levels".
func (l *line) compared(i int) bool {
	switch l.text(i) {
	case "levels", "prices", "borders", "frontiers", "boundaries", "standards":
		return true
	}
	return false
}

// definite reports whether an article or a possessive stands at i, so that what
// follows is one known thing and its number hardly a count: "the 2020
// elections", "its 2016 talks".
func (l *line) definite(i int) bool {
	if i < 0 {
		return false
	}
	switch l.text(i) {
	case "his", "her", "its", "their", "our", "'s", "’s":
		return true
	}
	return l.has(i, cThe)
}

// counted reports whether the number counts what stands behind it: "2000
// troops". Without a tree, a plural that follows at once is taken to be
// counted unless an article goes before.
func (l *line) counted(i, end int) bool {
	if !l.plain(end) || l.w(end) != l.blank {
		return false
	}
	if l.syn != nil {
		return l.modifies(i, end)
	}
	t := l.text(end)
	return t[len(t)-1] == 's' && !l.has(i-1, cThe)
}

// dayAlone reads "the 27th" behind a preposition of time.
func dayAlone(l *line, i int) match {
	if !l.has(i, cThe) || !l.digits(i+1) || !l.has(i-1, cOn|cBy|cTo|cBefore|cAfter|cSince|cFrom) && l.text(i-1) != "until" && l.text(i-1) != "till" {
		return nothing
	}
	d, next, ordinal := l.dayOfMonth(i + 1)
	if !ordinal || l.letters(next) && (l.isNoun(next) || l.syn == nil && l.plain(next)) || l.has(next, cOf) || l.w(next).month > 0 {
		return nothing
	}
	return match{meaning: date(fields{gran: day, day: d}), next: next}
}

// weekdayName reads the name of a day of the week.
func (l *line) weekdayName(i int) (d, next int) {
	w := l.w(i)
	if w.weekday == 0 || w.plural || w.short && !l.upper(i) || l.w(i-1).naming {
		return 0, 0
	}
	if l.w(i+1).masthead && l.upper(i+1) {
		return 0, 0
	}
	if w.short {
		return w.weekday, l.stop(i + 1)
	}
	return w.weekday, i + 1
}

// weekday reads "Friday", "Friday, 15 August 2025", "Friday the 15th",
// "Friday last week".
func weekdayDate(l *line, i int) match {
	d, j := l.weekdayName(i)
	if j == 0 {
		return nothing
	}
	k := l.comma(j)
	if l.mark(k) == '(' || l.dash(k) {
		k++
	}
	if k < len(l.atoms) && l.depth < maxDepth {
		for _, f := range [...]func(*line, int) match{dayMonth, monthDay, numericDate, isoDate} {
			if m := f(l, k); m.next > 0 && m.cal.gran == day && (k == j || l.mark(k-1) != '(' || l.mark(m.next) == ')') {
				m.cal.weekday = d
				if l.mark(k-1) == '(' {
					m.next++
				}
				return m
			}
		}
	}
	if n := l.skip(j, cThe); n < len(l.atoms) {
		if dom, e, ordinal := l.dayOfMonth(n); e > 0 && (ordinal || n > j || l.digits(n) && l.whole(n, e) && !l.dash(e)) && !l.plain(e) {
			return match{meaning: date(fields{gran: day, weekday: d, day: dom}), next: e}
		}
	}
	m := match{meaning: date(fields{gran: day, weekday: d}), next: j}
	if l.w(i).short && !l.has(i-1, cOn) && l.mark(j-1) != '.' && !(l.has(i-1, cAnd|cOr) && l.w(i-2).weekday > 0) {
		return nothing
	}
	if l.indefinite(i, j) {
		m.vague = true
		return m
	}
	return l.weekdayOfWeek(m, j)
}

// indefinite reports whether a weekday is any such day, "a Sunday", and no
// modifier of what follows, "a Sunday vote".
func (l *line) indefinite(i, end int) bool {
	switch one := l.text(i - 1); {
	case one == "One", one == "one" && l.w(i-2).relation == noRelation && !l.has(i-2, cThe): // not "that one Friday"
	case !l.has(i-1, cA) && one != "any":
		return false
	}
	if w := l.w(end); w.part != "" && !w.plural {
		end++
	}
	if !l.letters(end) {
		return !l.dash(end)
	}
	return l.syn != nil && !l.isNoun(end)
}

// weekdayOfWeek adds the week that a weekday stands in: "of next week", "next
// week", "last week".
func (l *line) weekdayOfWeek(m match, j int) match {
	part := l.w(j).part
	if part != "" && !l.w(j).plural && l.w(j+2).unit == week { // "Wednesday evening next week"
		j++
	} else {
		part = ""
	}
	if part == "" && l.w(j).unit == week && !l.w(j).plural && !l.isNounAfter(j+1) { // "Thursday week"
		base := meaning{op: opRelative, typ: record.DateType, rel: relComing, unit: day, cal: m.cal}
		return match{meaning: meaning{op: opShift, typ: record.DateType, dur: one(1, week), sign: 1, base: &base}, next: j + 1}
	}
	k := l.skip(j, cOf)
	k = l.skip(k, cThe)
	w := l.w(k)
	if (w.relation == relThis || w.relation == relLast || w.relation == relNext || w.relation == relComing || w.relation == relFollowing || w.relation == relPrevious) && l.w(k+1).unit == week && !l.w(k+1).plural {
		base := meaning{op: opRelative, typ: record.DateType, rel: w.relation, unit: week, narrative: w.relation == relFollowing}
		r := meaning{op: opNth, typ: record.DateType, cal: m.cal, nth: 1, unit: day, base: &base}
		if part != "" {
			r.typ, r.clock = record.TimeOfDay, clock{set: true, part: part}
		}
		return match{meaning: r, next: k + 2}
	}
	return m
}
