package timex

import (
	"strings"

	"readout/record"
)

// clockTime reads a time of day: "10 a.m.", "10:30", "14.30 GMT", "1400 GMT",
// "noon", "half past ten", "five o'clock".
func clockTime(l *line, i int) match {
	c, n := l.clock(i)
	if n == 0 || c.bare && l.mark(i+1) == ':' && !l.clockPlace(i, n) && !l.headsLog(i, n) {
		return nothing
	}
	head := i == 0 && l.mark(1) != 0 && (l.upper(n) || l.mark(n) == '"' || l.mark(n) == '\u201c') || l.headsLog(i, n)
	return match{meaning: meaning{op: opClock, typ: record.TimeOfDay, clock: c, entry: head}, next: n}
}

// headsLog reports whether a time of day heads an entry of a log with a mark
// behind it: "14:20 BST: She is here.", "[14:20] She is here.".
func (l *line) headsLog(i, end int) bool {
	if !l.digits(i) || i > 1 || i == 1 && l.mark(0) != '[' {
		return false
	}
	switch l.mark(end) {
	case ':', ']', '-', '\u2013', '\u2014', '|':
		return !l.glued(end+1) && (l.upper(end+1) || l.mark(end+1) == '"' || l.mark(end+1) == '\u201c') && (i == 0) == (l.mark(end) != ']')
	}
	return false
}

// clockPlace reports whether "10:30" stands where a time would; elsewhere it
// may be the length of a film, a score or a verse.
func (l *line) clockPlace(i, end int) bool {
	const around = cAt | cBy | cFrom | cTo | cBetween | cBefore | cAfter | cSince | cAbout | cOn | cAnd | cOr | cFor | cThe
	return l.w(i-1).class&around != 0 || l.has(end, cOn|cIn|cTo|cAnd) || l.w(i-1).weekday > 0 || l.dash(end) || l.dash(i-1) || l.w(i-1).deictic || i == 0 ||
		l.mark(i-1) == ',' && (l.w(i-2).weekday > 0 || l.digits(i-2)) || l.w(end).weekday > 0 || l.w(end).month > 0 || l.w(end).deictic || l.digits(i-1)
}

func (l *line) clock(i int) (clock, int) {
	c := clock{set: true, min: -1, sec: -1}
	if l.has(i, cNoon) {
		c.hour = 12
		return c, l.zone(&c, i+1)
	}
	if l.has(i, cMidnight) {
		c.hour = 24 // the end of the day, as TIMEX3 has it
		return c, l.zone(&c, i+1)
	}
	if c, n := l.spokenClock(i); n > 0 {
		return c, n
	}
	if h, j := l.hour(i); j > 0 {
		return l.clockDigits(i, h, j)
	}
	return c, 0
}

// hour reads 0 to 24 in digits or words.
func (l *line) hour(i int) (h, next int) {
	if v := l.run(i, 1, 2); v >= 0 && v <= 24 {
		return v, i + 1
	}
	if l.letters(i) && l.atoms[i].Num != nil && l.atoms[i].Num.IsUnit && l.atoms[i].Num.Unit >= 1 && l.atoms[i].Num.Unit <= 12 {
		return int(l.atoms[i].Num.Unit), i + 1
	}
	return 0, 0
}

// clockDigits reads minutes, seconds, "a.m." or "p.m." and a zone behind an
// hour that ends at j. It needs one of them.
func (l *line) clockDigits(i, h, j int) (clock, int) {
	c := clock{set: true, hour: h, min: -1, sec: -1}
	sure := false
	if l.glued(i) && (l.digits(i-2) && isJoin(l.mark(i-1)) || isMoney(l.mark(i-1))) {
		return c, 0
	}
	c.bare = h <= 12
	sep := l.mark(j)
	if l.digits(i) && (sep == ':' || sep == '.') && l.glued(j) && l.glued(j+1) {
		if v := l.run(j+1, 2, 2); v >= 0 && v < 60 {
			c.min, j, sure = v, j+2, sep == ':' || l.headsEntry(i, j+2)
			if l.mark(j) == ':' && l.glued(j) && l.glued(j+1) && l.run(j+1, 2, 2) >= 0 {
				c.sec, j = l.run(j+1, 2, 2), j+2
			}
		}
	} else if l.digits(i) && l.has(j, cLetterH) && l.glued(j) && l.text(j) == "h" {
		if v := l.run(j+1, 2, 2); v >= 0 && v < 60 && l.glued(j+1) {
			c.min, j, sure = v, j+2, true // 15h30
		}
	}
	if n := l.halfOfDay(&c, j); n > 0 {
		j, sure, c.bare = n, true, false
	}
	if l.w(j).unit == hour && l.w(j).plural && c.min >= 0 {
		j, sure = j+1, true
	}
	if n := l.zone(&c, j); n > j {
		j, sure = n, true
	}
	if !sure || c.hour > 24 || c.hour == 24 && c.min > 0 || l.glued(j) && (l.mark(j) == ':' && l.glued(j+1) || l.mark(j) == '%' || l.digits(j)) {
		return c, 0
	}
	return c, j
}

// headsEntry reports whether "14.30" at i heads an entry of a log: two digits
// at the head of a line, with a sentence behind them.
func (l *line) headsEntry(i, end int) bool {
	return i == 0 && l.run(i, 2, 2) >= 0 && l.upper(end) && !l.glued(end)
}

// halfOfDay reads "a.m.", "pm", "p.m.", "in the evening" and sets the hour by
// it.
func (l *line) halfOfDay(c *clock, j int) int {
	pm := false
	n := 0
	switch {
	case l.has(j, cAM|cPM):
		pm, n = l.has(j, cPM), j+1
	case l.has(j, cLetterA|cLetterP) && l.mark(j+1) == '.' && l.has(j+2, cLetterM):
		pm, n = l.has(j, cLetterP), j+3
		if l.mark(n) == '.' && l.glued(n) {
			n++
		}
	case l.has(j, cIn) && l.has(j+1, cThe) && l.w(j+2).part != "" && !l.w(j+2).plural:
		pm, n = l.w(j+2).part != "MO", j+3
	case l.has(j, cAt) && l.w(j+1).unit == night:
		pm, n = c.hour > 4, j+2
	default:
		return 0
	}
	switch {
	case c.hour > 12:
	case pm && c.hour < 12:
		c.hour += 12
	case !pm && c.hour == 12:
		c.hour = 0
	}
	return n
}

// zone reads a time zone and returns the position behind it, or i.
func (l *line) zone(c *clock, i int) int {
	if w := l.w(i); w.zone != "" && (l.upper(i) && l.text(i)[1:] != "" && isCapitals(l.text(i)) || w.zone == "local" && l.has(i+1, cTime)) {
		if w.zone == "local" {
			return i + 2
		}
		if w.zone == "Z" || w.zone[0] == '+' || w.zone[0] == '-' {
			c.zone = w.zone
		}
		return i + 1
	}
	return i
}

func isCapitals(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// spokenClock reads "five o'clock", "half past ten", "a quarter to six",
// "ten past nine", and "1400 GMT".
func (l *line) spokenClock(i int) (clock, int) {
	c := clock{set: true, min: -1, sec: -1}
	if h, j := l.hour(i); j > 0 && l.has(j, cLetterO) && l.apostrophe(j+1) && l.has(j+2, cClock) {
		c.hour = h
		if n := l.halfOfDay(&c, j+3); n > 0 {
			return c, n
		}
		return c, j + 3
	}
	if v := l.run(i, 3, 4); v >= 0 && v/100 < 24 && v%100 < 60 && (!l.glued(i) || l.mark(i-1) == '(') {
		c.hour, c.min = v/100, v%100
		if n := l.zone(&c, i+1); n > i+1 && l.run(i, 4, 4) >= 0 {
			return c, n
		}
		if n := l.halfOfDay(&c, i+1); n > 0 && v/100 <= 12 && l.has(i+1, cAM|cPM|cLetterA|cLetterP) {
			return c, l.zone(&c, n)
		}
		if l.w(i+1).unit == hour && l.w(i+1).plural && l.text(i)[0] == '0' {
			return c, i + 2
		}
		c.min = -1
	}
	return l.pastTo(c, i)
}

// pastTo reads minutes before or after an hour.
func (l *line) pastTo(c clock, i int) (clock, int) {
	j := l.skip(i, cA)
	minutes := -1
	switch {
	case l.has(j, cHalf) && l.has(j+1, cPastClock):
		minutes, j = 30, j+1
	case l.has(j, cQuarter):
		minutes, j = 15, j+1
	default:
		if n, ok := l.tab.Cardinal(l.s, l.atoms, j); ok && n.Value <= 30 && n.Value >= 1 && !n.Point {
			minutes, j = int(n.Value), n.Next
			if l.w(j).unit == minute && l.w(j).plural == (minutes > 1) {
				j++
			} else if minutes%5 != 0 {
				return c, 0 // "from 2 to 4 p.m."
			}
		}
	}
	if minutes < 0 || !l.has(j, cPastClock|cToClock) {
		return c, 0
	}
	before := l.has(j, cToClock) && !l.has(j, cPastClock)
	h, n := l.hour(j + 1)
	switch {
	case l.has(j+1, cNoon|cMidnight):
		h, n = 12*boolInt(l.has(j+1, cNoon)), j+2
	case n == 0 || l.mark(n) == ':':
		return c, 0
	}
	c.hour, c.min = h, minutes
	if e := l.halfOfDay(&c, n); e > 0 {
		n = e
	} else if n == j+2 && !l.has(j+1, cNoon|cMidnight) && minutes != 15 && minutes != 30 && (before || minutes%5 != 0 || l.letters(n)) {
		return c, 0 // "two to six" is a range of numbers
	} else if minutes == 15 && before && l.has(i, cQuarter) && !l.has(j+1, cNoon|cMidnight) && l.letters(n) {
		return c, 0
	}
	if before {
		c.hour, c.min = (c.hour+23)%24, 60-minutes
	}
	return c, n
}

// partOfDay reads a part of a day by itself, "in the morning", "overnight",
// and one of a named day: "the morning of 31 January".
func partOfDay(l *line, i int) match {
	j, edge := i, ""
	if w := l.w(i); w.edge != "" && l.letters(i) {
		j, edge = i+1, w.edge
		j = l.skip(j, cIn)
	}
	j = l.skip(j, cThe)
	w := l.w(j)
	if w.part == "" || w.plural || w.deictic || l.upper(j) && j > 0 {
		return nothing
	}
	m := meaning{op: opClock, typ: record.TimeOfDay, mod: edge, clock: clock{set: true, part: w.part}}
	if l.has(j+1, cOf) {
		if d := l.longest(j+2, kDate); d.next > 0 && l.dayLong(&d.meaning) {
			d.mod = edge
			d.typ, d.clock = record.TimeOfDay, m.clock
			return d
		}
		if w.unit == night {
			return nothing
		}
	}
	if d := l.dawnOf(j, i); d.next > 0 {
		d.typ, d.clock = record.TimeOfDay, m.clock
		return d
	}
	if j == i && !(w.part == "NI" && w.unit == noUnit && l.text(j) == "overnight") || w.unit == night && !l.has(i-1, cIn) || !l.has(i-1, cIn) && edge == "" && j == i+1 && !l.has(i-1, cBy|cFor) {
		return nothing
	}
	if l.letters(j+1) && l.plain(j+1) && l.w(j+1) == l.blank && !l.clauseStart(j+1) {
		return nothing // "the morning session"
	}
	return match{meaning: m, next: j + 1}
}

// dawnOf reads the day behind a word such as "dawn" at i, which needs no
// article: "at dawn on Friday".
func (l *line) dawnOf(j, i int) match {
	if j != i || l.w(j).unit != noUnit || !l.has(j+1, cOn) || !l.has(i-1, cAt|cBefore|cAfter|cBy|cSince|cFrom) {
		return nothing
	}
	d := l.longest(j+2, kDate)
	if d.next == 0 || !l.dayLong(&d.meaning) {
		return nothing
	}
	return d
}

// clauseStart is a guess without a tree: a word of the lists or an inflected
// verb may follow a complete phrase, a bare noun may not.
func (l *line) clauseStart(i int) bool {
	t := l.text(i)
	return l.syn == nil && (len(t) > 3 && t[len(t)-2:] == "ed") || l.syn != nil && !l.isNoun(i)
}

// dayLong reports whether a meaning is one day, to which a time of day can be
// added.
func (l *line) dayLong(m *meaning) bool {
	if m.clock.set {
		return false
	}
	switch m.op {
	case opCalendar:
		return m.cal.gran == day
	case opRelative:
		return m.unit == day
	case opShift:
		return m.dur.finest() == day
	case opNth:
		return m.unit == day
	case opHoliday:
		return m.holiday.days == 1
	}
	return false
}

// withTime adds to a day the time of day behind it: "Friday at 10 a.m.",
// "Thursday evening", "15 August, 10:30", "Friday from 9:30 to 11 a.m.".
func (l *line) withTime(m match) match {
	part := m.clock.set && m.clock.part != "" // "tonight at 11 p.m."
	if !part && !l.dayLong(&m.meaning) {
		return m
	}
	j := m.next
	if w := l.w(j); !part && w.part != "" && !w.plural && !l.upper(j) {
		m.clock, m.typ, m.next = clock{set: true, part: w.part}, record.TimeOfDay, j+1
		j = m.next
	} else if !part && l.has(j, cIn) && l.has(j+1, cThe) && l.w(j+2).part != "" {
		m.clock, m.typ, m.next = clock{set: true, part: l.w(j + 2).part}, record.TimeOfDay, j+3
		return m
	}
	k := l.comma(j)
	k = l.skip(k, cAt|cFrom|cBetween)
	if l.has(k-1, cFrom|cBetween) {
		if r := hourRange(l, k); r.next > 0 {
			r.rule = m.rule
			return onDay(r, &m.meaning)
		}
	}
	c, n := l.clock(k)
	if n == 0 || k == j && l.has(k, cNoon|cMidnight) && l.upper(k) {
		return m
	}
	first := match{meaning: meaning{op: opClock, typ: record.TimeOfDay, clock: c}, next: n, rule: m.rule}
	if r := l.joined(k, first); r.next > 0 {
		return onDay(r, &m.meaning)
	}
	if l.has(k-1, cFrom|cBetween) {
		return m
	}
	m.clock, m.typ, m.next = c.after(m.clock.part), record.TimeOfDay, n
	return m
}

// after turns a bare hour to the half of the day that a part of the day says:
// "tonight at 8:30".
func (c clock) after(part string) clock {
	if c.bare && c.hour < 12 && (part == "AF" || part == "EV" || part == "NI" && c.hour > 4) {
		c.hour += 12
	}
	return c
}

// onDay puts both ends of a range of hours on a day.
func onDay(r match, day *meaning) match {
	x, y := *day, *day
	x.clock, y.clock = r.base.clock.after(day.clock.part), r.end.clock.after(day.clock.part)
	x.typ, y.typ = record.TimeOfDay, record.TimeOfDay
	r.base, r.end = &x, &y
	return r
}

// withDay adds to a time of day the day behind it: "10 a.m. on Friday",
// "noon on 15 August", "10 a.m. Friday".
func (l *line) withDay(m match) match {
	if l.mark(m.next) == '(' { // "noon (1100 GMT) on Tuesday"
		if _, n := l.clock(m.next + 1); n > 0 && l.mark(n) == ')' {
			if r := l.withDay(match{meaning: m.meaning, next: n + 1, rule: m.rule}); r.next > n+1 {
				r.next = m.next
				return r
			}
		}
	}
	j := l.comma(m.next)
	if j > m.next && !l.has(j, cOn) {
		j = m.next
	}
	j = l.skip(j, cOn|cOf)
	if s := repeated(l, j); s.next > 0 && (s.value == "P1D" || strings.HasPrefix(s.value, "XXXX-WXX-")) && !strings.Contains(s.value, "T") { // "3 p.m. each day"
		s.value = strings.TrimPrefix(s.value+"T"+m.clock.String(), "P1D")
		s.rule = m.rule
		return s
	}
	d := l.longest(j, kDate)
	day := d.meaning
	if day.clock.part != "" && m.clock.part == "" { // "8 a.m. this morning"
		day.clock.set = false
	}
	if d.next == 0 || !l.dayLong(&day) || d.mod != "" || j == m.next && l.glued(j) {
		return m
	}
	d.clock, d.typ, d.rule = m.clock, record.TimeOfDay, m.rule
	if w := l.w(d.next); w.part != "" && !w.plural {
		d.next++
	}
	return d
}
