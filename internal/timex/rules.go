package timex

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/record"
)

// A kind is a set of sorts of expression that a rule can yield.
type kind uint8

const (
	kDate  kind = 1 << iota // a cell of the calendar
	kOther                  // a length, a set, a time of day, a reference
	kAny   = kDate | kOther
)

// A start is a set of sorts of atom at which an expression may begin. It only
// spares the rules that cannot match.
type start uint32

const (
	sDigits start = 1 << iota
	sNumber       // a number word, cardinal or ordinal, or an article
	sMark         // an apostrophe or a half
	sThe
	sMonth
	sWeekday
	sUnit
	sSeason
	sPart
	sDeictic
	sReference
	sSet
	sEdge
	sDecade
	sRelation
	sVague // "few", "once"
	sKind  // "fiscal"
	sHoliday
	sFunction // "about", "at", "every" and the like
)

// A rule is one construction, with its proof. In examples the expression
// stands in brackets; a counter-example must yield nothing from any rule.
type rule struct {
	id       annot.By
	doc      string
	examples []string
	counter  []string
	kind     kind
	starts   start // sorts of atom that it may begin with
	match    func(l *line, i int) match
}

// ruleList returns the rules. Of the matches at one place the longest counts,
// of equally long ones that of the earlier rule.
func ruleList() []rule {
	return slices.Concat(dateRules(), countedRules(), periodRules(), otherRules())
}

// dateRules read dates by their day, month and year.
func dateRules() []rule {
	return []rule{
		{id: "timex/iso-date", kind: kDate, starts: sDigits, match: isoDate,
			doc:      "A date in ISO order.",
			examples: []string{"Signed [2024-03-09] in Quito."}},
		{id: "timex/numeric-date", kind: kDate, starts: sDigits, match: numericDate,
			doc:      "Day, month and year in numbers; which is the month may stay open.",
			examples: []string{"Signed on [25/03/2024] in Quito.", "Signed on [25.3.2024] in Quito."},
			counter:  []string{"Ratio 25/3/1 was agreed.", "Version 1.2.3 came out."}},
		{id: "timex/day-range", kind: kDate, starts: sDigits | sNumber | sThe | sMonth, match: dayRange,
			doc:      "Two days that share a month.",
			examples: []string{"They meet from [3 to 5 October].", "They meet on [October 3-5, 2024]."}},
		{id: "timex/day-month", kind: kDate, starts: sDigits | sNumber | sThe, match: dayMonth,
			doc:      "A day and a month, day first.",
			examples: []string{"Talks opened on [9 March 2024].", "Talks opened on [the 9th of March]."}},
		{id: "timex/month-day", kind: kDate, starts: sMonth, match: monthDay,
			doc:      "A day and a month, month first.",
			examples: []string{"Talks opened on [March 9, 2024].", "Talks opened on [Sept. 9]."},
			counter:  []string{"They may 9 times out of ten."}},
		{id: "timex/year-range", kind: kDate, starts: sDigits | sMark, match: yearRange,
			doc:      "Years joined by a dash.",
			examples: []string{"The [2019-2021] truce held.", "The budget for [2024-25] passed."},
			counter:  []string{"Call 2019-3341 for details."}},
		{id: "timex/month-range", kind: kDate, starts: sMonth, match: monthRange,
			doc:      "Months that share a year.",
			examples: []string{"It rained in [June-July 2024]."}},
		{id: "timex/month", kind: kDate, starts: sMonth, match: monthYear,
			doc:      "A month, with its year where one is given.",
			examples: []string{"The pact of [June 2021] held.", "A vote is due in [May]."},
			counter:  []string{"Theresa May spoke.", "They may agree.", "The march on the palace began."}},
		{id: "timex/year", kind: kDate, starts: sDigits | sMark | sThe | sUnit | sKind, match: yearAlone,
			doc:      "A year.",
			examples: []string{"The invasion in [2022] failed.", "They have met since [2014].", "He lost the [2020] elections and its [1904] maps."},
			counter:  []string{"About 2000 troops left.", "They sold 2022 tonnes."}},
	}
}

// countedRules read days and periods counted from another time.
func countedRules() []rule {
	return []rule{
		{id: "timex/weekday", kind: kDate, starts: sWeekday, match: weekdayDate,
			doc:      "A day of the week, with the date that repeats it.",
			examples: []string{"They meet on [Friday].", "They meet on [Friday, 15 August].", "They meet on [Monday next week]."},
			counter:  []string{"The Sunday Times reported it.", "Bloody Sunday divided them."}},
		{id: "timex/reference", kind: kOther, starts: sReference | sThe | sFunction | sRelation, match: reference,
			doc:      "The present or the past without a date.",
			examples: []string{"They are [now] at war.", "They met [recently]."}},
		{id: "timex/deictic", kind: kDate, starts: sDeictic | sThe | sUnit, match: deictic,
			doc:      "A day counted from the day of writing.",
			examples: []string{"They met [yesterday].", "They leave [the day after tomorrow]."}},
		{id: "timex/this-last-next", kind: kDate, starts: sRelation | sThe | sEdge, match: thisLastNext,
			doc:      "A period by its relation to the time of writing or to the date before it.",
			examples: []string{"They met [last week].", "They meet [later this year].", "He left [the following day]."}},
		{id: "timex/after-next", kind: kDate, starts: sThe | sUnit | sWeekday | sMonth, match: afterNext,
			doc:      "The period behind the next.",
			examples: []string{"They meet [the week after next]."}},
		{id: "timex/shift", kind: kDate, starts: sFunction | sDigits | sNumber | sVague | sThe | sMark, match: shift,
			doc:      "So long before or after another time.",
			examples: []string{"They met [two days ago].", "He died [a year later].", "They meet [three weeks before Christmas]."}},
		{id: "timex/nth", kind: kDate, starts: sThe | sNumber | sDigits | sFunction | sRelation, match: nthOf,
			doc:      "A unit or a day of the week by its number in a period.",
			examples: []string{"They meet on [the first Monday of June].", "It ends on [the last day of the month]."}},
		{id: "timex/day-of-month", kind: kDate, starts: sThe, match: dayAlone,
			doc:      "A day of a month that is not named.",
			examples: []string{"The vote was put back to [the 27th].", "They must pay by [the 31st]."},
			counter:  []string{"They meet on the 5th floor.", "It ranks behind the 3rd."}},
		{id: "timex/weekend", kind: kDate, starts: sThe, match: theWeekend,
			doc:      "The last weekend or the coming one.",
			examples: []string{"They meet over [the weekend] again."},
			counter:  []string{"The weekend edition sold out."}},
		{id: "timex/week-of", kind: kDate, starts: sThe | sUnit, match: weekOf,
			doc:      "The week around a day.",
			examples: []string{"They meet in [the week of 6 October]."}},
		{id: "timex/week-number", kind: kDate, starts: sUnit, match: weekNumber,
			doc:      "A week by its number in the year.",
			examples: []string{"Due in [week 27 of 2025]."}},
	}
}

// periodRules read periods longer than a month, parts of periods and holidays.
func periodRules() []rule {
	return []rule{
		{id: "timex/decade", kind: kDate, starts: sThe | sDigits | sMark | sDecade, match: decades,
			doc:      "A decade.",
			examples: []string{"Talks failed in [the 1990s].", "Talks failed in [the nineties]."}},
		{id: "timex/century", kind: kDate, starts: sThe | sDigits | sNumber, match: centuries,
			doc:      "A century.",
			examples: []string{"A border of [the 19th century] divides them."}},
		{id: "timex/season", kind: kDate, starts: sThe | sSeason | sDigits, match: seasons,
			doc:      "A season.",
			examples: []string{"They met in [the summer of 2023].", "Talks resume in [the autumn]."},
			counter:  []string{"The fall of Kabul shocked them.", "The Arab Spring began there."}},
		{id: "timex/quarter", kind: kDate, starts: sFunction | sDigits | sThe | sNumber | sRelation, match: quarters,
			doc:      "A quarter or a half of a year.",
			examples: []string{"Exports fell in [the third quarter of 2024].", "Exports fell in [Q3].", "It opens in [the second half of the year]."}},
		{id: "timex/fiscal-year", kind: kDate, starts: sThe | sKind | sDigits, match: fiscalYear,
			doc:      "A year that is not the calendar's.",
			examples: []string{"The gap in [fiscal 2024] grew."}},
		{id: "timex/edge", kind: kDate, starts: sThe | sEdge, match: edgeOf,
			doc:      "A part of a period.",
			examples: []string{"Talks began in [early 2014].", "A deal is due by [the end of March].", "They meet in [mid-May]."}},
		{id: "timex/year-end", kind: kDate, starts: sUnit | sThe, match: yearEnd,
			doc:      "The end of a year in one word, or of a period as its own.",
			examples: []string{"A deal is due by [year-end] there.", "A deal is due by [year's end] there.", "It closes before [the month's end]."},
			counter:  []string{"The year-end party was cancelled."}},
		{id: "timex/holiday", kind: kDate, starts: sHoliday, match: named,
			doc:      "A day with a name.",
			examples: []string{"The truce holds until [Easter Sunday].", "They met on [Christmas Eve 2023]."},
			counter:  []string{"The Good Friday Agreement held."}},
	}
}

// otherRules read lengths of time, sets and times of day.
func otherRules() []rule {
	return []rule{
		{id: "timex/set", kind: kOther, starts: sSet | sWeekday | sPart | sFunction | sVague | sDigits | sNumber, match: repeated,
			doc:      "A time that comes again.",
			examples: []string{"They meet [every Tuesday].", "They meet [twice a week].", "They speak [daily]."},
			counter:  []string{"The Daily Courier reported it."}},
		{id: "timex/stretch", kind: kOther, starts: sFunction | sThe | sRelation | sDigits | sNumber | sVague, match: stretch,
			doc:      "A length of time up to the time of writing or from it on.",
			examples: []string{"They met in [the past two weeks].", "Talks resume in [the coming days]."}},
		{id: "timex/duration", kind: kOther, starts: sFunction | sThe | sDigits | sNumber | sVague | sUnit | sMark, match: lasting,
			doc:      "A length of time.",
			examples: []string{"It took [more than a decade].", "After [weeks] of talks, a [90-day] truce began."},
			counter:  []string{"A 45-year-old man spoke.", "He is 45 years old."}},
		{id: "timex/duration-range", kind: kOther, starts: sFunction | sDigits | sNumber, match: durationRange,
			doc:      "A length of time between two, also counted from another time.",
			examples: []string{"It takes [two to three weeks].", "It lasts between [two and three weeks].", "They want a [two-to-three-year] deal.", "It may take [a day or two].", "It failed [five or six years ago]."},
			counter:  []string{"They won by two to three."}},
		{id: "timex/clock-range", kind: kOther, starts: sDigits | sNumber, match: hourRange,
			doc:      "Two hours that share their half of the day.",
			examples: []string{"It sits from [3-5 p.m.] sharp."}},
		{id: "timex/clock", kind: kOther, starts: sDigits | sNumber | sFunction, match: clockTime,
			doc:      "A time of day.",
			examples: []string{"It begins at [10 a.m.] sharp.", "It begins at [1400 GMT] sharp.", "It ended at [midnight]."},
			counter:  []string{"They won 3.2 percent.", "The vote was 52 to 48."}},
		{id: "timex/part-of-day", kind: kOther, starts: sPart | sEdge | sThe, match: partOfDay,
			doc:      "A part of a day.",
			examples: []string{"They left in [the evening].", "They left on [the morning of 31 January]."}},
	}
}

// expression returns the longest expression at i, with a time of day or the
// second end of a range that belongs to it.
func (l *line) expression(i int) match {
	m := l.longest(i, kAny)
	if m.next == 0 || (m.next == i+2 || m.next == i+3 && l.dash(i+1)) && l.isRate(i) {
		return nothing
	}
	if r := l.joined(i, m); r.next > 0 {
		m = r
	}
	l.sharedYear(&m)
	switch {
	case m.op == opClock:
		return l.withDay(m)
	case m.op == opRange && m.base.op == opClock:
		return l.rangeOnDay(m)
	case m.typ == record.DateType || m.typ == record.TimeOfDay && m.clock.part != "":
		return l.withTime(m)
	case m.typ == record.SetType:
		return l.setWithTime(m)
	}
	return m
}

// sharedYear gives a month or a season the year of the one that it is
// coordinated with: "in May and June 2020".
func (l *line) sharedYear(m *match) {
	c := &m.cal
	if m.op != opCalendar || c.hasYear || c.gran != month && c.gran != season || m.rel != noRelation || !l.has(m.next, cAnd|cOr) {
		return
	}
	if b := l.longest(m.next+1, kDate); b.op == opCalendar && b.cal.hasYear && b.cal.gran == c.gran && b.cal.kind == "" {
		c.year, c.hasYear = b.cal.year, true
		if c.gran == month && c.month > b.cal.month {
			c.year--
		}
	}
}

// setWithTime adds a time of day to a set: "every Monday at 4 p.m.".
func (l *line) setWithTime(m match) match {
	j := l.skip(m.next, cAt)
	c, n := l.clock(j)
	switch {
	case n == 0 || strings.Contains(m.value, "T"):
	case strings.HasPrefix(m.value, "XXXX-WXX-"):
		m.value, m.next = m.value+"T"+c.String(), n
	case m.value == "P1D":
		m.value, m.next = "T"+c.String(), n
	}
	return m
}

// joined reads a range that begins with the match at i. Its ends are joined
// by a dash; or by "to", or by "and" behind "between", where one end leans on
// the other: both lack a year, the first lacks the year or the half of the
// day that the second has. Ends complete in themselves stay two expressions.
func (l *line) joined(i int, m match) match {
	if m.op != opCalendar && m.op != opClock {
		return nothing
	}
	j := m.next
	dash := l.dash(j)
	word := l.has(j, cTo) && (l.has(i-1, cFrom|cBetween) || m.op == opClock || !m.cal.hasYear) || l.has(j, cAnd) && l.has(i-1, cBetween)
	if !dash && !word || m.rel != noRelation {
		return nothing
	}
	b := l.longest(j+1, kAny)
	if b.next == 0 || b.op != m.op || b.typ != m.typ || b.rel != noRelation {
		return nothing
	}
	if m.op == opClock {
		return l.joinedHours(m, b)
	}
	x, y := &m.cal, &b.cal
	if x.onlyWeekday() != y.onlyWeekday() {
		return nothing // "from Friday to 22 July": each is complete in itself
	}
	month2day := x.gran == month && y.gran == day && dash
	leans := !x.hasYear && (y.hasYear && (x.month > 0 || x.n > 0) || !y.hasYear && l.has(i-1, cFrom|cBetween))
	if x.gran != y.gran && !month2day || !dash && !leans || x.kind != y.kind || x.swap || y.swap {
		return nothing
	}
	return rangeMatch(m, b)
}

// joinedHours joins two times of day; the first takes "p.m." from the second.
func (l *line) joinedHours(m, b match) match {
	if m.clock.part != "" || b.clock.part != "" {
		return nothing
	}
	if m.clock.bare && !b.clock.bare && b.clock.hour >= 12 && m.clock.hour < 12 && m.clock.hour+12 <= b.clock.hour {
		m.clock.hour += 12
	}
	return rangeMatch(m, b)
}

func rangeMatch(a, b match) match {
	x, y := a.meaning, b.meaning
	return match{meaning: meaning{op: opRange, typ: x.typ, base: &x, end: &y}, next: b.next, rule: a.rule}
}

// rangeOnDay adds the day to a range of hours: "9:30-11:00 on Thursday".
func (l *line) rangeOnDay(m match) match {
	d := l.longest(l.skip(m.next, cOn|cOf), kDate)
	if d.next == 0 || !l.dayLong(&d.meaning) {
		return m
	}
	r := onDay(m, &d.meaning)
	r.next = d.next
	return r
}

// dayRange reads "3-5 May", "3 to 5 May 2025", "May 3-5".
func dayRange(l *line, i int) match {
	c := fields{gran: day}
	a, b := 0, 0
	j := i
	if m, n := l.monthName(i); n > 0 {
		c.month = m
		a, j, _ = l.dayOfMonth(l.skip(n, cThe))
		if j == 0 || !l.rangeMark(i, j) || l.glued(j+1) != l.glued(j) {
			return nothing
		}
		b, j, _ = l.dayOfMonth(l.skip(j+1, cThe))
		if j == 0 || l.w(j).unit != noUnit || l.digits(j) && l.glued(j) {
			return nothing
		}
	} else {
		a, j, _ = l.dayOfMonth(l.skip(i, cThe))
		if j == 0 || !l.rangeMark(i, j) {
			return nothing
		}
		b, j, _ = l.dayOfMonth(l.skip(j+1, cThe))
		if j == 0 {
			return nothing
		}
		if c.month, j = l.monthName(l.skip(j, cOf)); j == 0 {
			return nothing
		}
	}
	if a >= b {
		return nothing
	}
	last := l.finish(c, j)
	x, y := last.meaning, last.meaning
	x.cal.day, y.cal.day = a, b
	return match{meaning: meaning{op: opRange, typ: record.DateType, base: &x, end: &y}, next: last.next}
}

// rangeMark reports whether a dash, "to", or the "and" of "between" is at j.
func (l *line) rangeMark(i, j int) bool {
	return l.dash(j) || l.has(j, cTo) || l.has(j, cAnd) && l.has(i-1, cBetween)
}

// yearRange reads "2019-2021" and "2019-21".
func yearRange(l *line, i int) match {
	a, j := l.year4(i)
	if j == 0 || !l.dash(j) || l.glued(i) && l.dash(i-1) {
		return nothing
	}
	b, n := l.year4(j + 1)
	if n == 0 && l.glued(j) && l.glued(j+1) {
		if v := l.run(j+1, 2, 2); v > a%100 {
			b, n = a/100*100+v, j+2
		}
	}
	if n == 0 || b <= a || b-a > 300 || l.dash(n) && l.glued(n) {
		return nothing
	}
	x := date(fields{gran: year, year: a, hasYear: true})
	y := date(fields{gran: year, year: b, hasYear: true})
	return match{meaning: meaning{op: opRange, typ: record.DateType, base: &x, end: &y}, next: n}
}

// monthRange reads "June-July 2024".
func monthRange(l *line, i int) match {
	a, j := l.monthName(i)
	if j == 0 || !l.dash(j) && !(l.has(j, cTo|cAnd) && l.has(i-1, cBetween|cFrom)) {
		return nothing
	}
	b, n := l.monthName(j + 1)
	if n == 0 {
		return nothing
	}
	last := l.finish(fields{gran: month, month: b}, n)
	if last.next == n && !l.dash(j) || last.cal.gran != month {
		return nothing
	}
	if _, d, _ := l.dayOfMonth(n); d > 0 {
		return nothing
	}
	x, y := last.meaning, last.meaning
	x.cal.month = a
	if a > b && x.cal.hasYear {
		x.cal.year--
	}
	return match{meaning: meaning{op: opRange, typ: record.DateType, base: &x, end: &y}, next: last.next}
}

// hourRange reads "3-5 p.m.", "9 to 11am".
func hourRange(l *line, i int) match {
	h, j := l.hour(i)
	if j == 0 || !(l.dash(j) || l.rangeMark(i, j)) {
		return nothing
	}
	c, n := l.clock(j + 1)
	if n == 0 || c.part != "" {
		return nothing
	}
	x := meaning{op: opClock, typ: record.TimeOfDay, clock: clock{set: true, bare: c.bare, hour: h, min: -1, sec: -1, zone: c.zone}}
	if c.hour >= 12 && h < 12 && h+12 <= c.hour {
		x.clock.hour += 12
	}
	y := meaning{op: opClock, typ: record.TimeOfDay, clock: c}
	return match{meaning: meaning{op: opRange, typ: record.TimeOfDay, base: &x, end: &y}, next: n}
}
