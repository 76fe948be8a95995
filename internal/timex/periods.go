package timex

import "readout/record"

// edgeOf reads a part of a period: "early 2014", "mid-May", "the end of
// March", "the beginning of the year", "later in the year".
func edgeOf(l *line, i int) match {
	j := l.skip(i, cThe)
	w := l.w(j)
	if w.edge == "" {
		return nothing
	}
	k := j + 1
	of := l.has(k, cOf)
	switch {
	case of:
		k++
	case l.dash(k) && l.glued(k) && l.glued(k+1):
		k++
	case l.has(k, cIn) && w.adjective:
		k++
	case !w.adjective || j > i && !l.datePart(k):
		return nothing
	}
	if u := l.w(k).unit; of && (u == year || u == month || u == week || u == quarter) && !l.w(k).plural && !l.letters(k+1) { // "by end of year"
		return match{meaning: meaning{op: opRelative, typ: record.DateType, rel: relThis, unit: u, mod: w.edge, narrative: true, vague: true}, next: k + 1}
	}
	if l.has(k, cThe) && l.w(k+1).unit >= day && !l.w(k+1).plural && (of || l.has(k-1, cIn)) { // "the end of the year"
		if d := l.longest(k, kDate); d.next > k+2 {
			d.mod = w.edge
			return d
		}
		u := l.w(k + 1).unit
		if u == night || u == day || l.has(k+2, cOf) {
			return nothing
		}
		return match{meaning: meaning{op: opRelative, typ: record.DateType, rel: relThis, unit: u, mod: w.edge, narrative: true, vague: true}, next: k + 2}
	}
	d := l.longest(k, kDate)
	if d.next == 0 || d.mod != "" || d.typ != record.DateType || d.op == opShift && !of || !of && j > i && d.op == opCalendar && d.cal.gran == day {
		return nothing
	}
	if !of && d.op == opCalendar && d.cal.gran == day && !(d.cal.weekday > 0) {
		return nothing // "the start 5 May"
	}
	d.mod = w.edge
	return d
}

// yearEnd reads "year-end" and "the week's end" behind a preposition.
func yearEnd(l *line, i int) match {
	j := l.skip(i, cThe)
	end := j + 3
	u := l.w(j).unit
	switch {
	case l.w(j).plural || u != year && u != month && u != week && u != quarter:
		return nothing
	case u == year && j == i && l.dash(j+1) && l.glued(j+1) && l.glued(j+2) && l.text(j+2) == "end":
	case l.apostrophe(j+1) && l.text(j+2) == "s" && l.text(j+3) == "end":
		end++
	default:
		return nothing
	}
	if l.dash(end) || l.isNounAfter(end) {
		return nothing
	}
	switch l.text(i - 1) {
	case "by", "at", "before", "until", "till", "since", "toward", "towards", "near", "By", "At", "Before":
		return match{meaning: meaning{op: opRelative, typ: record.DateType, rel: relThis, unit: u, mod: "END", narrative: true, vague: true}, next: end}
	}
	return nothing
}

// datePart reports whether a period begins at i, as "late 1990s" does behind
// "the".
func (l *line) datePart(i int) bool {
	w := l.w(i)
	return w.month > 0 || w.season > 0 || w.decade > 0 || l.digits(i) || l.has(i, cThe)
}

// decades reads "the 1990s", "the '90s", "the nineties", "the 1990's".
func decades(l *line, i int) match {
	j := l.skip(i, cThe)
	if w := l.w(j); w.decade > 0 && (j > i || l.w(i-1).edge != "") {
		return match{meaning: date(fields{gran: decade, year: 1900 + w.decade, hasYear: true}), next: j + 1}
	}
	y := l.run(j, 4, 4)
	if y < 0 {
		if l.apostrophe(j) && l.glued(j+1) {
			j++
		}
		if y = l.run(j, 2, 2); y >= 0 {
			y += 1900
			if j == i {
				return nothing
			}
		}
	}
	k := j + 1
	if l.apostrophe(k) && l.glued(k) {
		k++
	}
	if y < 1000 || y > 2199 || y%10 != 0 || l.text(k) != "s" || !l.glued(k) {
		return nothing
	}
	return match{meaning: date(fields{gran: decade, year: y, hasYear: true}), next: k + 1}
}

// centuries reads "the 19th century", "the seventh century BC".
func centuries(l *line, i int) match {
	j := l.skip(i, cThe)
	n, ok := l.tab.Ordinal(l.s, l.atoms, j)
	if !ok || n.Value < 1 || n.Value > 40 {
		return nothing
	}
	k := n.Next
	if l.dash(k) && l.glued(k) {
		k++
	}
	if l.w(k).unit != century {
		return nothing
	}
	c := fields{gran: century, year: (int(n.Value) - 1) * 100, hasYear: true}
	k++
	if e := l.era(k); e != 0 {
		if e < 0 {
			c.year = -int(n.Value) * 100
		}
		k = l.eraEnd(k, e)
	}
	return match{meaning: date(c), next: k}
}

// seasons reads "summer 2024", "the summer of 2024", "last winter" being
// another rule's; and a season without a year.
func seasons(l *line, i int) match {
	j := l.skip(i, cThe)
	w := l.w(j)
	if w.season == 0 {
		if y, n := l.year4(j); n > 0 && l.w(n).season > 0 && !l.w(n).guarded && !(l.upper(n) && l.upper(n+1)) {
			return match{meaning: date(fields{gran: season, year: y, hasYear: true, n: l.w(n).season}), next: n + 1}
		}
		return nothing
	}
	c := fields{gran: season, n: w.season}
	k := l.comma(j + 1)
	k = l.skip(k, cOf|cIn)
	if y, n := l.year4(k); n > 0 {
		c.year, c.hasYear = y, true
		if l.mark(n) == '/' && l.glued(n) && l.run(n+1, 2, 4) >= 0 {
			n += 2
		}
		return match{meaning: date(c), next: n}
	}
	if l.upper(j) && j == i && i > 0 && l.upper(j+1) {
		return nothing // "the 2004 Summer Games"
	}
	if w.plural || w.guarded && j == i && !(l.w(i-1).class&(cIn|cSince|cBy) != 0 || l.w(j-1).edge != "") ||
		l.upper(j) && j > i || l.has(j+1, cOf) || l.letters(j+1) && l.isNounAfter(j+1) {
		return nothing
	}
	if w.guarded && j == i && l.w(j-1).edge == "" && !l.has(i-1, cIn) && !(w.season == 1 && l.has(i-1, cBy|cSince)) {
		return nothing
	}
	return match{meaning: date(c), next: j + 1}
}

// quarters reads "the third quarter of 2024", "Q3 2024", "the first half of
// the year", "2024 Q3", "H1".
func quarters(l *line, i int) match {
	if l.has(i, cLetterQ|cLetterH) && l.glued(i+1) {
		m := l.lettered(i)
		if m.next > 0 && !m.cal.hasYear && m.rel == noRelation && (!l.upper(i) || m.cal.gran == half) {
			return nothing // an "H1" or "q2" without a year may be anything
		}
		return m
	}
	if y, n := l.year4(i); n > 0 {
		k := n
		if l.dash(k) {
			k++
		}
		if l.has(k, cLetterQ|cLetterH) && l.glued(k+1) {
			if m := l.lettered(k); m.next > 0 {
				m.cal.year, m.cal.hasYear = y, true
				return m
			}
		}
		return nothing
	}
	j := l.skip(i, cThe)
	n, ok := l.tab.Ordinal(l.s, l.atoms, j)
	last := l.has(j, cFinal) && !ok
	if last {
		n.Next = j + 1
	}
	if !ok && !last {
		return nothing
	}
	k := n.Next
	if l.dash(k) && l.glued(k) {
		k++
	}
	c := fields{n: int(n.Value)}
	switch {
	case l.w(k).unit == quarter && c.n <= 4 && !l.w(k).plural:
		c.gran = quarter
		if last {
			c.n = 4
		}
	case l.has(k, cHalf) && c.n <= 2:
		c.gran = half
		if last {
			c.n = 2
		}
	default:
		return nothing
	}
	return l.quarterOf(c, k+1, last)
}

// quarterOf reads the year of a quarter or half, or the longer period that a
// half is of.
func (l *line) quarterOf(c fields, k int, last bool) match {
	j := l.comma(k)
	j = l.skip(j, cOf|cIn)
	if l.has(j, cThe) && l.w(j+1).unit == year && !l.w(j+1).plural {
		return match{meaning: date(c), next: j + 2}
	}
	m := match{meaning: date(c), next: k}
	if rel, n := l.yearAfter(k, &m.cal); n > 0 {
		m.next, m.rel = n, rel
		return m
	}
	if f := fiscalYear(l, j); f.next > 0 {
		m.next, m.cal.year, m.cal.hasYear, m.cal.kind = f.next, f.cal.year, true, f.cal.kind
		return m
	}
	if c.gran == half && j > k {
		if d := l.longest(j, kDate); d.next > 0 && d.mod == "" {
			d.mod = [...]string{"START", "END"}[min(max(c.n-1, 0), 1)]
			return d
		}
		return nothing
	}
	if c.gran == half || last {
		return nothing
	}
	return m
}

func (l *line) lettered(i int) match {
	c := fields{gran: quarter, n: l.run(i+1, 1, 1)}
	if l.has(i, cLetterH) {
		c.gran = half
	}
	if c.n < 1 || c.gran == quarter && c.n > 4 || c.gran == half && c.n > 2 || l.glued(i+2) && l.digits(i+2) {
		return nothing
	}
	rel, n := l.yearAfter(i+2, &c)
	m := match{meaning: date(c), next: max(n, i+2)}
	m.rel = rel
	return m
}

// fiscalYear reads "fiscal 2024", "FY2024", "the 2024-25 financial year",
// "fiscal year 2024".
func fiscalYear(l *line, i int) match {
	j := l.skip(i, cThe)
	kind := l.w(j).kind
	if kind == "" {
		y, n := l.year4(j)
		if n == 0 {
			return nothing
		}
		if k := l.yearTail(n, y); k > 0 {
			n = k
		}
		if kind = l.w(n).kind; kind == "" || kind == "CY" || l.w(n+1).unit != year || l.w(n+1).plural {
			return nothing
		}
		return match{meaning: date(fields{gran: year, year: y, hasYear: true, kind: kind}), next: n + 2}
	}
	k := j + 1
	if l.w(k).unit == year && !l.w(k).plural {
		k++
	} else if kind != "FY" || l.text(j) == "budget" || l.text(j) == "tax" {
		return nothing
	}
	y, n := l.year4(k)
	if n == 0 || kind == "CY" {
		return nothing
	}
	if t := l.yearTail(n, y); t > 0 {
		n = t
	}
	return match{meaning: date(fields{gran: year, year: y, hasYear: true, kind: kind}), next: n}
}

// yearTail reads the second half of "2024-25" or "2024/25".
func (l *line) yearTail(i, y int) int {
	if (l.dash(i) || l.mark(i) == '/') && l.glued(i) && l.glued(i+1) {
		if v := l.run(i+1, 2, 2); v == (y+1)%100 {
			return i + 2
		}
		if v := l.run(i+1, 4, 4); v == y+1 {
			return i + 2
		}
	}
	return 0
}

// nthOf reads "the third Tuesday of September", "the first week of 2025",
// "the last day of the month".
func nthOf(l *line, i int) match {
	j := l.skip(i, cThe)
	n, ok := l.tab.Ordinal(l.s, l.atoms, j)
	nth := int(n.Value)
	if !ok {
		if !l.has(j, cFinal) {
			return nothing
		}
		nth, n.Next = -1, j+1
	}
	w := l.w(n.Next)
	if l.has(n.Next, cOf) && j > i && ok && nth <= 31 { // "the 3rd of next month"
		b := l.longest(n.Next+1, kDate)
		if b.op != opRelative || b.unit != month || b.cal.month > 0 || b.mod != "" {
			return nothing
		}
		return match{meaning: meaning{op: opNth, typ: record.DateType, nth: nth, unit: day, base: &b.meaning}, next: b.next}
	}
	m := meaning{op: opNth, typ: record.DateType, nth: nth}
	switch {
	case w.weekday > 0 && (l.upper(n.Next) || !w.short) && !w.plural:
		m.unit, m.cal.weekday = day, w.weekday
	case w.unit == day || w.unit == week || w.unit == month || w.unit == weekend || w.unit == decade || w.unit == year:
		if w.plural {
			return nothing
		}
		m.unit = w.unit
	default:
		return nothing
	}
	k := n.Next + 1
	if !l.has(k, cOf|cIn) {
		return nothing
	}
	b := l.longest(k+1, kDate)
	switch u := l.w(k + 2).unit; {
	case b.next > 0 && b.mod == "" && b.typ == record.DateType && b.op != opNth && (l.has(k, cOf) || b.op == opCalendar || b.op == opRelative):
		m.base = &b.meaning
	case l.has(k+1, cThe) && u >= week && !l.w(k+2).plural:
		m.base = &meaning{op: opRelative, typ: record.DateType, rel: relThis, unit: u, narrative: true, vague: true}
		b.next = k + 3
	default:
		return nothing
	}
	return match{meaning: m, next: b.next}
}

// weekNumber reads "week 27 of 2025".
func weekNumber(l *line, i int) match {
	if l.w(i).unit != week || l.w(i).plural {
		return nothing
	}
	n := l.run(i+1, 1, 2)
	if n < 1 || n > 53 {
		return nothing
	}
	c := fields{gran: week, n: n}
	rel, e := l.yearAfter(i+2, &c)
	if e == 0 {
		return nothing
	}
	m := match{meaning: date(c), next: e}
	m.rel = rel
	return m
}

// theWeekend reads "the weekend" behind a preposition, or as the end of a
// stretch ("as soon as the weekend").
func theWeekend(l *line, i int) match {
	if l.w(i+1).unit != weekend || l.w(i+1).plural || l.has(i+2, cOf) || l.letters(i+2) && l.isNounAfter(i+2) {
		return nothing
	}
	switch l.text(i - 1) {
	case "by", "over", "for", "until", "till", "before", "after", "at", "during", "on", "through", "since", "as", "Over", "By", "At", "During", "Before", "After":
		return match{meaning: meaning{op: opWeekend, typ: record.DateType}, next: i + 2}
	}
	return nothing
}

// weekOf reads "the week of 6 October", "the weekend of 9 May".
func weekOf(l *line, i int) match {
	j := l.skip(i, cThe)
	if u := l.w(j).unit; (u != week && u != weekend) || l.w(j).plural {
		return nothing
	}
	k := j + 2
	switch l.text(j + 1) {
	case "of":
	case "beginning", "starting", "commencing":
		k = l.skip(k, cOn)
	default:
		return nothing
	}
	d := l.longest(k, kDate)
	if d.next == 0 || !l.dayLong(&d.meaning) || d.mod != "" {
		return nothing
	}
	return match{meaning: meaning{op: opNth, typ: record.DateType, nth: 0, unit: l.w(j).unit, base: &d.meaning}, next: d.next}
}

// named reads a holiday, with its year where one is given.
func named(l *line, i int) match {
	h, n := l.holidayName(i)
	if n == 0 {
		return nothing
	}
	c := fields{gran: day}
	rel, e := l.yearAfter(n, &c)
	if e == 0 && l.upper(n) && l.w(n) == l.blank || l.upper(i-1) && i > 1 && l.w(i-1) == l.blank {
		return nothing // "the Good Friday Agreement", "Operation Ramadan"
	}
	m := match{meaning: meaning{op: opHoliday, typ: record.DateType, holiday: h, cal: c}, next: max(n, e)}
	if m.rel = rel; rel != noRelation {
		m.unit = year // "Easter next year"
	}
	return m
}

// holidayName reads the longest name of a holiday. The first word must have
// a capital.
func (l *line) holidayName(i int) (*holiday, int) {
	var best *holiday
	end := 0
	if l.w(i).holidays == nil {
		return nil, 0
	}
	for _, h := range l.w(i).holidays {
		if n := l.phrase(i, h.words); n > end && (l.upper(i) || !h.guarded) {
			best, end = h, n
		}
	}
	return best, end
}

// phrase matches words in small letters, passing over apostrophes, hyphens
// and stops between them.
func (l *line) phrase(i int, words []string) int {
	for k, want := range words {
		for k > 0 && (l.apostrophe(i) || l.dash(i) || l.mark(i) == '.') && i < len(l.atoms) {
			i++
		}
		if !l.letters(i) || !equalFold(l.text(i), want) {
			return 0
		}
		i++
	}
	return i
}

// equalFold compares with a word in small ASCII letters.
func equalFold(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
