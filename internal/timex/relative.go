package timex

import "readout/record"

// deictic reads "today", "yesterday", "tonight", "the day before yesterday".
func deictic(l *line, i int) match {
	w := l.w(i)
	if w.deictic {
		m := meaning{op: opShift, typ: record.DateType, dur: one(float64(abs(w.shift)), day), sign: sign(w.shift)}
		if w.part != "" {
			m.typ, m.clock = record.TimeOfDay, clock{set: true, part: w.part}
		}
		return match{meaning: m, next: i + 1}
	}
	j := l.skip(i, cThe)
	if l.w(j).unit == day && !l.w(j).plural && l.has(j+1, cBefore|cAfter) && l.w(j+2).deictic {
		s := l.w(j + 2).shift
		if l.has(j+1, cBefore) && s == -1 || l.has(j+1, cAfter) && s == 1 {
			return match{meaning: meaning{op: opShift, typ: record.DateType, dur: one(2, day), sign: s}, next: j + 3}
		}
	}
	return nothing
}

func abs(n int) int { return max(n, -n) }

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// reference reads "now", "recently", "at the moment", "these days".
func reference(l *line, i int) match {
	if v := l.w(i).ref; v != "" && !(l.text(i-1) == "as" && l.text(i+1) == "as") { // not "as recently as last month"
		return match{meaning: meaning{op: opFixed, typ: record.DateType, value: v}, next: i + 1}
	}
	j := i
	switch {
	case l.has(i, cThese) && l.w(i+1).unit == day && l.w(i+1).plural:
		j = i + 2
	case l.text(i) == "right" && l.w(i+1).ref == "PRESENT_REF":
		j = i + 2
	case l.has(i, cTo) && l.text(i+1) == "date" && !l.letters(i+2), l.has(i, cAt) && l.text(i+1) == "present" && !l.letters(i+2):
		j = i + 2
	case l.has(i, cAt) && l.has(i+1, cThe) && l.text(i+2) == "moment" && !l.has(i+3, cOf):
		j = i + 3
	case l.has(i, cThe) && l.has(i-1, cAt) && l.text(i+1) == "moment" && !l.has(i+2, cOf):
		j = i + 2
	case l.w(i).relation == relThis && l.has(i-1, cAt) && l.has(i+1, cTime) && !l.has(i+2, cOf):
		j = i + 2 // "at this time", "at the present time"
	case l.has(i, cThe) && l.has(i-1, cAt) && l.text(i+1) == "present" && l.has(i+2, cTime):
		j = i + 3
	case l.w(i).relation == relThis && l.has(i-1, cTo) && l.w(i+1).unit == day && !l.w(i+1).plural:
		j = i + 2 // "to this day"
	}
	if j == i {
		return nothing
	}
	return match{meaning: meaning{op: opFixed, typ: record.DateType, value: "PRESENT_REF"}, next: j}
}

// thisLastNext reads a unit, weekday, month, season, part of the day or
// holiday by its relation to the time of writing: "last week", "this summer",
// "next Tuesday", "this morning"; and to the date mentioned before: "the next
// day", "that year", "the same month".
func thisLastNext(l *line, i int) match {
	j, edge := i, ""
	if w := l.w(i); w.edge != "" && w.adjective {
		if l.w(i+1).relation == relThis || l.w(i+1).relation == relLast || l.w(i+1).relation == relNext || l.w(i+1).deictic {
			j, edge = i+1, w.edge // "later this year", "early last week"
		}
	}
	the := l.has(j, cThe)
	j = l.skip(j, cThe)
	rel := l.w(j).relation
	if l.w(j).deictic && edge != "" {
		m := deictic(l, j)
		m.mod = edge
		return m
	}
	if rel == noRelation {
		return nothing
	}
	k := j + 1
	if r := l.w(k).relation; r != noRelation && (rel == relThis || rel == relThat || rel == relSame) { // "this past weekend", "that same day"
		if rel = r; r == relSame {
			rel = relThat
		}
		k++
	}
	m := l.related(k, rel, the || rel == relThat || rel == relSame || rel == relFollowing || rel == relPrevious)
	if m.next > 0 && edge != "" {
		m.mod = edge
	}
	return m
}

// related reads what stands behind a relation.
func (l *line) related(k int, rel relation, narrative bool) match {
	if l.has(k, cWorking) && l.w(k+1).unit == week {
		k++ // "this working week"
	}
	w := l.w(k)
	m := meaning{op: opRelative, typ: record.DateType, rel: rel, narrative: narrative}
	if w.kind != "" && l.w(k+1).unit == year && !l.w(k+1).plural {
		m.unit, m.cal.kind = year, w.kind
		return match{meaning: m, next: k + 2}
	}
	switch {
	case w.unit != noUnit && !w.plural && w.unit >= night:
		return l.relatedUnit(k, m)
	case w.weekday > 0 && !w.plural && (l.upper(k) || !w.short) && (rel != relSame && rel != relThat || narrative):
		m.cal.weekday, m.unit, m.narrative = w.weekday, day, rel == relFollowing || rel == relThat
		return l.relatedWeekday(match{meaning: m, next: k + 1})
	case w.month > 0 && (l.upper(k) || !w.short && !w.guarded):
		m.cal.month, m.unit, m.narrative = w.month, month, rel == relFollowing || rel == relThat
		if d := monthDay(l, k); d.next > 0 && d.cal.hasYear {
			return nothing
		}
		if d := monthDay(l, k); d.next > 0 && d.cal.gran == day {
			m.cal.day = d.cal.day
			return match{meaning: m, next: d.next}
		}
		return match{meaning: m, next: k + 1}
	case w.season > 0:
		m.cal.n, m.unit, m.narrative = w.season, season, rel == relFollowing || rel == relThat
		return match{meaning: m, next: k + 1}
	case w.part != "" && !w.plural && (rel == relThis || w.part == "NI" && rel == relLast || narrative && hangs(rel)):
		m.unit, m.typ, m.clock = day, record.TimeOfDay, clock{set: true, part: w.part}
		if w.part == "NI" && rel == relLast {
			m.rel, m.narrative = relLast, false
		}
		return match{meaning: m, next: k + 1}
	}
	if h, n := l.holidayName(k); n > 0 && (rel == relThis || rel == relLast || rel == relNext || rel == relPast || rel == relComing) {
		return match{meaning: meaning{op: opHoliday, typ: record.DateType, holiday: h, rel: rel}, next: n}
	}
	return nothing
}

// hangs reports whether a part of a day by this relation belongs to a day of
// the words before it: "that evening", "the next morning".
func hangs(r relation) bool {
	return r == relThat || r == relNext || r == relFollowing || r == relPrevious
}

// relatedUnit reads a relation to a unit. "the past decade" is a duration;
// "last week" is a date.
func (l *line) relatedUnit(k int, m meaning) match {
	w := l.w(k)
	m.unit = w.unit
	switch {
	case w.unit == night:
		if m.rel != relLast && m.rel != relThis && !(hangs(m.rel) && m.narrative) {
			return nothing
		}
		m.unit, m.typ, m.clock = day, record.TimeOfDay, clock{set: true, part: "NI"}
		m.narrative = hangs(m.rel)
		return match{meaning: m, next: k + 1}
	case l.has(k+1, cOf) && l.w(k-1).class&cFinal != 0:
		return nothing // "the last week of May" is counted in May
	case w.unit == fortnight && (m.rel == relPast || m.rel == relLast || m.rel == relNext || m.rel == relComing), m.narrative && (m.rel == relPast || m.rel == relLast || m.rel == relComing || m.rel == relNext && w.unit > year),
		m.rel == relPast && w.unit != weekend:
		return match{meaning: meaning{op: opDuration, typ: record.DurationType, dur: one(1, w.unit)}, next: k + 1}
	case w.unit == fortnight:
		return nothing
	case w.unit == day && (m.rel == relLast || m.rel == relPast):
		return nothing
	case w.unit == day && m.rel == relThis && !m.narrative:
		return match{meaning: m, next: k + 1}
	}
	if m.rel == relNext && l.has(k+1, cA) {
		return nothing
	}
	n := match{meaning: m, next: k + 1}
	if w.unit == week { // "next week on Tuesday", "next week Tuesday"
		j := l.skip(k+1, cOn)
		if d, e := l.weekdayName(j); e > 0 {
			base := m
			return match{meaning: meaning{op: opNth, typ: record.DateType, cal: fields{weekday: d, gran: day}, nth: 1, unit: day, base: &base}, next: e}
		}
	}
	if l.has(k+1, cAfter) && l.w(k+2).relation == relNext && m.rel == relThat { // "the week after next"
		n.next = k + 3
	}
	return n
}

// relatedWeekday takes in a date that repeats the weekday: "next Friday, 15
// August".
func (l *line) relatedWeekday(m match) match {
	if d := weekdayDate(l, m.next-1); d.next > m.next && d.op == opCalendar && d.cal.month > 0 {
		return d
	}
	return m
}

// afterNext reads "the week after next", "Friday after next".
func afterNext(l *line, i int) match {
	j := l.skip(i, cThe)
	w := l.w(j)
	if !l.has(j+1, cAfter) || l.w(j+2).relation != relNext {
		return nothing
	}
	m := meaning{op: opRelative, typ: record.DateType, rel: relNext, nth: 1}
	switch {
	case w.unit >= week && !w.plural:
		m.unit = w.unit
	case w.weekday > 0 && !w.plural && (l.upper(j) || !w.short):
		m.unit, m.cal.weekday = day, w.weekday
	case w.month > 0 && (l.upper(j) || !w.short && !w.guarded):
		m.unit, m.cal.month = month, w.month
	default:
		return nothing
	}
	return match{meaning: m, next: j + 3}
}

// shift reads a duration with a direction: "two days ago", "a week later",
// "three weeks before Christmas", "a year from now", "the day before".
func shift(l *line, i int) match {
	mod, j := l.modifier(i)
	d, j := l.amounts(j)
	if j == 0 || d.len == 0 {
		if m := l.weekdaysAgo(i); m.next > 0 {
			return m
		}
		return l.neighbour(i)
	}
	m := meaning{op: opShift, typ: record.DateType, dur: d, mod: pointMod(mod)}
	switch {
	case l.has(j, cAgo):
		m.sign = -1
		if w := l.w(j + 1); w.deictic && w.part == "" { // "a year ago today"
			b := l.longest(j+1, kDate)
			m.base = &b.meaning
			return l.typed(match{meaning: m, next: b.next})
		}
	case l.has(j, cHence):
		m.sign = 1
	case l.has(j, cEarlier) || l.text(j) == "previously":
		m.sign, m.narrative = -1, true
	case l.has(j, cLater) && l.has(j+1, cThan):
		return nothing // "two weeks later than planned"
	case l.has(j, cLater) || l.text(j) == "afterwards":
		m.sign, m.narrative = 1, true
	case l.has(j, cFrom) && l.has(j+1, cNow):
		m.sign = 1
		return l.typed(match{meaning: m, next: j + 2})
	case l.has(j, cBefore|cAfter), l.has(j, cFrom) && !l.has(i-1, cFor):
		return l.typed(l.based(m, j))
	default:
		return nothing
	}
	return l.typed(match{meaning: m, next: j + 1})
}

// durationRange reads a length of time between two: "two to three weeks", "a
// day or two", and so long ago or later.
func durationRange(l *line, i int) match {
	least, j := l.lowerEnd(i)
	if j == 0 || l.has(i-1, cFrom) {
		return nothing
	}
	most, n := least, j
	if l.w(j-1).unit != noUnit { // "a day or two"
		c, ok := l.count(j + 1)
		if !ok || c.x || !l.has(j, cOr) || l.w(c.next).unit != noUnit {
			return nothing
		}
		most.n, n = c.n, c.next
	} else {
		k := j
		if l.dash(k) && l.glued(k) && l.has(k+1, cTo|cOr) {
			k++ // "a two-to-three-year deal"
		}
		if !l.dash(k) && !l.has(k, cTo|cOr) && !(l.has(k, cAnd) && l.has(i-1, cBetween)) {
			return nothing
		}
		if l.dash(k+1) && k > j {
			k++
		}
		d, end := l.amounts(k + 1)
		if end == 0 || d.len != 1 || l.has(k+1, cA) {
			return nothing
		}
		most, n = d.parts[0], end
		least.u = most.u
	}
	if most.x || least.n >= most.n || most.u < minute || l.isAge(i, n) {
		return nothing
	}
	var a, b duration
	a.add(least)
	b.add(most)
	return l.between(a, b, n)
}

// lowerEnd reads the first of two lengths of time: a number alone, or "a day".
func (l *line) lowerEnd(i int) (a amount, next int) {
	c, ok := l.count(i)
	if !ok || c.x || l.has(i, cAnother) {
		return amount{}, 0
	}
	if w := l.w(c.next); w.unit != noUnit {
		if c.n != 1 || w.plural || w.short {
			return amount{}, 0
		}
		return amount{n: 1, u: w.unit}, c.next + 1
	}
	if l.has(i, cA) {
		return amount{}, 0
	}
	return amount{n: c.n}, c.next
}

// between makes an expression of two lengths of time that end at n.
func (l *line) between(a, b duration, n int) match {
	x := meaning{op: opShift, typ: record.DateType, dur: a}
	y := meaning{op: opShift, typ: record.DateType, dur: b}
	if u := a.finest(); u < night {
		x.typ, y.typ = record.TimeOfDay, record.TimeOfDay
	}
	switch {
	case l.has(n, cAgo):
		x.sign, y.sign = -1, -1
	case l.has(n, cEarlier):
		x.sign, y.sign, x.narrative, y.narrative = -1, -1, true, true
	case l.has(n, cLater) && !l.has(n+1, cThan):
		x.sign, y.sign, x.narrative, y.narrative = 1, 1, true, true
	default:
		return match{meaning: meaning{op: opFixed, typ: record.DurationType, value: a.String() + "/" + b.String()}, next: n}
	}
	if x.sign < 0 {
		x, y = y, x
	}
	return match{meaning: meaning{op: opRange, typ: x.typ, base: &x, end: &y}, next: n + 1}
}

// weekdaysAgo reads "two Fridays ago", "three Mondays from now".
func (l *line) weekdaysAgo(i int) match {
	c, ok := l.count(i)
	if !ok || c.x || c.n > 50 {
		return nothing
	}
	w := l.w(c.next)
	if w.weekday == 0 || w.plural == (c.n == 1) {
		return nothing
	}
	m := meaning{op: opRelative, typ: record.DateType, unit: day, nth: int(c.n)}
	m.cal.weekday = w.weekday
	switch j := c.next + 1; {
	case l.has(j, cAgo):
		m.rel = relLast
		return match{meaning: m, next: j + 1}
	case l.has(j, cFrom) && l.has(j+1, cNow):
		m.rel = relComing
		return match{meaning: m, next: j + 2}
	}
	return nothing
}

// typed makes a shift by hours, minutes or seconds a time of day.
func (l *line) typed(m match) match {
	if u := m.dur.finest(); u != noUnit && u < night && m.op == opShift {
		m.typ = record.TimeOfDay
	}
	return m
}

// based reads the date behind "before", "after" or "from"; where there is
// none the shift is from the date mentioned before.
func (l *line) based(m meaning, j int) match {
	m.sign = 1
	if l.has(j, cBefore) {
		m.sign = -1
	}
	if b := l.longest(j+1, kDate); b.next > 0 && b.typ != record.DurationType && !b.narrative {
		m.base = &b.meaning
		return match{meaning: m, next: b.next}
	}
	if !l.has(j, cFrom) && !l.letters(j+1) && !l.digits(j+1) {
		m.narrative = true
		return match{meaning: m, next: j + 1}
	}
	return nothing
}

// neighbour reads "the day before", "the week after" at the end of a clause,
// and "the day after Christmas".
func (l *line) neighbour(i int) match {
	if !l.has(i, cThe) {
		return nothing
	}
	w := l.w(i + 1)
	if w.unit < day || w.plural || !l.has(i+2, cBefore|cAfter) {
		return nothing
	}
	return l.based(meaning{op: opShift, typ: record.DateType, dur: one(1, w.unit), unit: w.unit}, i+2)
}

// pointMod turns the modifier of a duration into that of the point it leads
// to: "more than a year ago" is before that point.
func pointMod(mod string) string {
	switch mod {
	case "MORE_THAN":
		return "BEFORE"
	case "LESS_THAN":
		return "AFTER"
	case "EQUAL_OR_MORE":
		return "ON_OR_BEFORE"
	case "EQUAL_OR_LESS":
		return "ON_OR_AFTER"
	}
	return mod
}
