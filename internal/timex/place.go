package timex

import (
	"fmt"
	"math"

	"readout/record"
)

// A placement is where a meaning lies on the calendar.
type placement struct {
	point    point // with has
	has      bool
	value    string
	typ      record.TimeType // overrides the meaning's where set
	mod      string
	ok       bool   // value is complete
	anchored bool   // the anchor was used
	rule     string // how it was found, or what is missing
	doubt    record.DoubtCode
}

// A placer puts the meanings of one report on the calendar, in reading order:
// "the following day" hangs on the date before it.
type placer struct {
	anchor   int // serial day
	known    bool
	order    dateOrder
	recent   []placement // dates placed so far; not ok where one could not be
	sentence int         // how many of them stood before the present sentence
	look     func() (dir direction, weak bool)
	dir      direction
	weak     bool // a plan only by the present tense or by "could"
	looked   bool
}

// direction asks once for each expression which way its context looks.
func (p *placer) direction() direction {
	if !p.looked {
		p.dir, p.weak = p.look()
		p.looked = true
	}
	return p.dir
}

// place puts one expression on the calendar. look says which way the words
// around it look.
func (p *placer) place(m *meaning, look func() (direction, bool)) placement {
	p.look, p.looked = look, false
	r := p.find(m)
	if r.ok && r.value == "" {
		r.value = r.point.String()
	}
	if m.clock.set && m.op != opClock && r.ok && r.has && r.point.g == day {
		r.value += "T" + m.clock.String()
	}
	if r.mod == "" {
		r.mod = m.mod
	}
	if (m.typ == record.DateType || m.typ == record.TimeOfDay) && m.op != opFixed && r.typ != record.DurationType {
		p.recent = append(p.recent, r)
	}
	return r
}

func (p *placer) find(m *meaning) placement {
	switch m.op {
	case opFixed:
		return p.fixed(m)
	case opDuration:
		return p.duration(m)
	case opCalendar:
		return p.calendar(m)
	case opRelative:
		return p.relative(m)
	case opShift:
		return p.shift(m)
	case opNth:
		return p.nth(m)
	case opRange:
		return p.span(m)
	case opHoliday:
		return p.holiday(m)
	}
	return p.clock(m)
}

// missing is the placement of what needs a date that the report lacks.
func missing(what string) placement {
	return placement{rule: what + " needs a publication date", doubt: record.DoubtAnchorMissing}
}

func (p *placer) found(pt point, rule string, anchored bool) placement {
	return placement{point: pt, has: true, ok: true, anchored: anchored, rule: rule}
}

func (p *placer) fixed(m *meaning) placement {
	rule := "a time that comes again"
	switch m.value {
	case "PRESENT_REF":
		rule = "the time of writing"
	case "PAST_REF":
		rule = "the past, without a date"
	}
	return placement{value: m.value, ok: true, rule: rule}
}

func (p *placer) duration(m *meaning) placement {
	if m.plan && p.known && !m.dur.vague() && p.planned() {
		r := p.moved(dayPoint(p.anchor), m.dur, 1, false)
		r.typ, r.anchored, r.rule = record.DateType, true, m.dur.words()+" after the anchor, as in a plan"
		return r
	}
	return placement{value: m.dur.String(), ok: true, rule: "a length of time"}
}

func (p *placer) clock(m *meaning) placement {
	if n := len(p.recent); n > p.sentence && p.recent[n-1].ok && p.recent[n-1].has && p.recent[n-1].point.g == day {
		r := p.recent[n-1]
		return placement{point: r.point, has: true, ok: true, anchored: r.anchored, value: r.point.String() + "T" + m.clock.String(), rule: "on the day mentioned before it"}
	}
	return placement{value: "T" + m.clock.String(), rule: "a time of day; the words do not say which day"}
}

// calendar places a date whose fields are given, completing what is missing
// from the anchor.
func (p *placer) calendar(m *meaning) placement {
	c := m.cal
	rule, anchored := "as written", false
	if m.rel != noRelation {
		b := *m
		b.unit = year
		from, r, ok := p.base(&b)
		if !ok {
			return r
		}
		y, _, _ := civil(from)
		c.year, c.hasYear, anchored = y+offset(m.rel), true, r.anchored
		rule = "the year counted from " + r.rule
	}
	if c.kind != "" {
		return placement{value: c.kind + yearString(c.year) + part(c), ok: true, rule: rule, anchored: anchored}
	}
	if !c.hasYear {
		return p.complete(c)
	}
	if c.gran == day && (c.month < 1 || c.day > daysIn(c.year, c.month)) {
		return placement{rule: "no calendar has this date", doubt: record.DoubtDateImpossible}
	}
	if c.swap {
		return p.swapped(c)
	}
	return p.found(c.point(), rule, anchored)
}

func part(c fields) string {
	switch c.gran {
	case quarter:
		return fmt.Sprintf("-Q%d", c.n)
	case half:
		return fmt.Sprintf("-H%d", c.n)
	}
	return ""
}

// swapped places a numeric date whose day and month could be either way
// round, by the order that other dates of the report show.
func (p *placer) swapped(c fields) placement {
	dm, md := dayPoint(serial(c.year, c.month, c.day)), dayPoint(serial(c.year, c.day, c.month))
	switch p.order {
	case dayFirst:
		return p.found(dm, "day before month, as in the report's other dates", false)
	case monthFirst:
		return p.found(md, "month before day, as in the report's other dates", false)
	}
	if dm.n > md.n {
		dm, md = md, dm
	}
	return placement{value: "[" + dm.String() + "," + md.String() + "]", rule: "day and month could be either way round"}
}

// point returns the cell that complete fields name.
func (c fields) point() point {
	switch c.gran {
	case day:
		return dayPoint(serial(c.year, c.month, c.day))
	case month:
		return point{month, c.year, c.month}
	case season:
		return point{season, c.year, c.n - 1}
	case decade:
		return point{g: decade, y: floorDiv(c.year, 10)}
	case century:
		return point{g: century, y: floorDiv(c.year, 100)}
	case year:
		return point{g: year, y: c.year}
	}
	return point{c.gran, c.year, c.n}
}

// complete places a date without a year, or a day without a month.
func (p *placer) complete(c fields) placement {
	what := "a " + c.gran.String() + " without a year"
	switch {
	case c.gran == day && c.month == 0 && c.day == 0:
		return p.weekday(c.weekday)
	case c.gran == day && c.month == 0:
		return p.weekdayOfMonth(c)
	case !p.known:
		return missing(what)
	}
	y, _, _ := civil(p.anchor)
	var best point
	found := false
	for _, try := range [...]int{y - 1, y, y + 1, y - 2, y + 2, y - 4, y + 4} {
		c.year = try
		if c.gran == day && c.day > daysIn(try, c.month) || c.weekday > 0 && weekdayOf(c.point().n) != c.weekday {
			continue
		}
		if pt := c.point(); !found || p.better(pt, best) {
			best, found = pt, true
		}
	}
	if !found {
		return placement{rule: "no calendar has this date", doubt: record.DoubtDateImpossible}
	}
	return p.found(best, p.choice(c.gran), true)
}

// choice says by which rule a cell without a year was chosen.
func (p *placer) choice(g unit) string {
	switch p.direction() {
	case forward:
		return "the first such " + g.String() + " on or after the anchor, as in a plan"
	case backward:
		return "the last such " + g.String() + " on or before the anchor, as in a report of the past"
	}
	return "the " + g.String() + " of that name nearest to the anchor"
}

// planned reports whether an expression behind "in" is counted from now: a
// plan, and no habit or ability ("20 pins in a day").
func (p *placer) planned() bool {
	d := p.direction()
	return d == forward && !p.weak || d == unknownDirection
}

// better reports whether a cell fits the direction better than another.
func (p *placer) better(a, b point) bool {
	switch p.direction() {
	case forward:
		return p.rank(a.last()-p.anchor) < p.rank(b.last()-p.anchor)
	case backward:
		return p.rank(p.anchor-a.first()) < p.rank(p.anchor-b.first())
	}
	return p.apart(a) < p.apart(b)
}

// apart is the distance of a cell from the anchor where nothing tells past
// from plan. What lies far back is mostly given its year, so that the past
// counts for three times as far.
func (p *placer) apart(pt point) int {
	switch {
	case pt.last() < p.anchor:
		return 3 * (p.anchor - pt.last())
	case pt.first() > p.anchor:
		return pt.first() - p.anchor
	}
	return 0
}

// rank orders distances: small ones first, those on the wrong side last.
func (p *placer) rank(d int) int {
	if d < 0 {
		return math.MaxInt32 - d
	}
	return d
}

// weekday places the bare name of a day: in a plan the first on or after the
// anchor, else the last on or before it.
func (p *placer) weekday(w int) placement {
	if !p.known {
		return missing("weekday")
	}
	if p.direction() == forward {
		return p.found(dayPoint(p.anchor+(w-weekdayOf(p.anchor)+7)%7), "the first such day on or after the anchor, as in a plan", true)
	}
	return p.found(dayPoint(p.anchor-(weekdayOf(p.anchor)-w+7)%7), "the last such day on or before the anchor, as in a report of the past", true)
}

// weekdayOfMonth places "Tuesday the 11th": the nearest month in which they
// meet.
func (p *placer) weekdayOfMonth(c fields) placement {
	if !p.known {
		return missing("a day without a month")
	}
	y, m, _ := civil(p.anchor)
	here := point{month, y, m}
	best, found := 0, false
	for k := -12; k <= 12; k++ {
		q := here.add(k)
		if c.day > daysIn(q.y, q.n) || weekdayOf(serial(q.y, q.n, c.day)) != c.weekday {
			continue
		}
		if n := serial(q.y, q.n, c.day); !found || p.better(dayPoint(n), dayPoint(best)) {
			best, found = n, true
		}
	}
	if found {
		return p.found(dayPoint(best), p.choice(day)+", in a month in which weekday and date meet", true)
	}
	return placement{rule: "no calendar has this date", doubt: record.DoubtDateImpossible}
}

// offset counts cells from the one that holds the base.
func offset(r relation) int {
	switch r {
	case relLast, relPast, relPrevious:
		return -1
	case relNext, relComing, relFollowing:
		return 1
	}
	return 0
}

// base returns the day from which a meaning is counted.
func (p *placer) base(m *meaning) (int, placement, bool) {
	if m.narrative {
		u := m.unit
		if m.op == opShift {
			u = m.dur.finest()
		}
		if r, ok := p.mentioned(u, m.vague); ok {
			return r.point.first(), placement{anchored: r.anchored, rule: "the date mentioned before it"}, true
		}
		if m.rel == relNext && p.known && p.direction() == forward {
			return p.anchor, placement{anchored: true, rule: "the anchor, in a plan"}, true
		}
		if !m.vague {
			return 0, placement{rule: "hangs on a date that the words before it do not give"}, false
		}
	}
	if !p.known {
		return 0, missing("a time counted from the present"), false
	}
	return p.anchor, placement{anchored: true, rule: "the anchor"}, true
}

// mentioned returns the last date before that is fine enough to count from;
// near limits the search to the present sentence.
func (p *placer) mentioned(u unit, near bool) (placement, bool) {
	stop := 0
	if near {
		stop = p.sentence
	}
	for i := len(p.recent) - 1; i >= stop; i-- {
		r := p.recent[i]
		if !r.ok || !r.has {
			return r, false
		}
		if r.point.g <= max(u, day) {
			return r, true
		}
	}
	return placement{}, false
}

// relative places "last week", "next May", "the following day".
func (p *placer) relative(m *meaning) placement {
	base, from, ok := p.base(m)
	if !ok {
		return from
	}
	k := offset(m.rel)
	rule := fmt.Sprintf("the %s of %s", m.unit, from.rule)
	switch {
	case k < 0:
		rule = fmt.Sprintf("the %s before that of %s", m.unit, from.rule)
	case k > 0:
		rule = fmt.Sprintf("the %s after that of %s", m.unit, from.rule)
	}
	var pt point
	switch {
	case m.cal.kind != "" && m.cal.kind != "CY":
		y, _, _ := civil(base)
		return placement{value: m.cal.kind + yearString(y+k), ok: true, anchored: from.anchored, rule: rule}
	case m.cal.weekday > 0:
		return p.relativeWeekday(m, base, from)
	case m.cal.month > 0 || m.unit == season:
		pt = p.relativeMonth(m, base)
	default:
		if m.nth > 0 {
			k++ // "the week after next"
			rule = fmt.Sprintf("the second %s after that of %s", m.unit, from.rule)
		}
		pt = at(m.unit, base).add(k)
	}
	return p.found(pt, rule, from.anchored)
}

// relativeWeekday places "last Friday" before the base, "next Friday" in the
// week after it, "this Friday" in its week.
func (p *placer) relativeWeekday(m *meaning, base int, from placement) placement {
	w, day0 := m.cal.weekday, weekdayOf(base)
	ahead := base + (w-day0+6)%7 + 1 // the first strictly after
	switch {
	case m.nth > 0 && m.rel == relNext:
		return p.found(dayPoint(ahead+7), "the second such day after "+from.rule, from.anchored)
	case m.nth > 0 && m.rel == relLast:
		return p.found(dayPoint(base-(day0-w+6)%7-1-7*(m.nth-1)), fmt.Sprintf("%d such days before %s", m.nth, from.rule), from.anchored)
	case m.nth > 0:
		return p.found(dayPoint(ahead+7*(m.nth-1)), fmt.Sprintf("%d such days after %s", m.nth, from.rule), from.anchored)
	case m.rel == relNext:
		return p.found(dayPoint(base-day0+7+w), "that day of the week after that of "+from.rule, from.anchored)
	case m.rel == relPrevious:
		return p.found(dayPoint(base-day0-7+w), "that day of the week before that of "+from.rule, from.anchored)
	case m.rel == relComing || m.rel == relFollowing:
		return p.found(dayPoint(ahead), "the first such day after "+from.rule, from.anchored)
	case m.rel == relLast || m.rel == relPast:
		return p.found(dayPoint(base-(day0-w+6)%7-1), "the last such day before "+from.rule, from.anchored)
	}
	return p.found(dayPoint(base-day0+w), "that day of the week of "+from.rule, from.anchored)
}

// relativeMonth places a named month or season by its relation to the base.
func (p *placer) relativeMonth(m *meaning, base int) point {
	cell := at(m.unit, base)
	want := point{m.unit, cell.y, m.cal.month}
	if m.unit == season {
		want.n = m.cal.n - 1
	}
	switch {
	case offset(m.rel) < 0:
		for want.first() >= cell.first() {
			want.y--
		}
	case offset(m.rel) > 0:
		for want.first() <= cell.first() {
			want.y++
		}
		want.y += min(m.nth, 1)
	case m.unit == season && want.n != cell.n:
		want.y, _, _ = civil(base)
	}
	if m.cal.day > 0 && m.unit == month {
		return dayPoint(serial(want.y, want.n, min(m.cal.day, daysIn(want.y, want.n))))
	}
	return want
}

// shift places "two weeks ago", "three days after Christmas".
func (p *placer) shift(m *meaning) placement {
	if m.dur.vague() {
		switch {
		case m.base == nil && !m.narrative && m.sign < 0:
			return placement{value: "PAST_REF", ok: true, rule: "before the time of writing, by no given length"}
		case m.base == nil && !m.narrative:
			return placement{value: "FUTURE_REF", ok: true, rule: "after the time of writing, by no given length"}
		}
		return placement{rule: "the length is not given"}
	}
	if m.base != nil {
		b := p.find(m.base)
		if !b.ok || !b.has {
			return b
		}
		r := p.moved(b.point, m.dur, m.sign, b.point.g == day)
		r.anchored, r.rule = b.anchored, m.dur.words()+side(m.sign)+b.point.String()
		return r
	}
	base, from, ok := p.base(m)
	if !ok {
		return from
	}
	if m.dur.finest() < night {
		return placement{rule: "the time of day from which it is counted is not given"}
	}
	r := p.moved(dayPoint(base), m.dur, m.sign, false)
	r.anchored, r.rule = from.anchored, m.dur.words()+side(m.sign)+from.rule
	if m.dur.len == 1 && m.dur.parts[0].n == 0 {
		r.rule = "the day of " + from.rule
	}
	return r
}

func side(sign int) string {
	if sign < 0 {
		return " before "
	}
	return " after "
}

// moved returns the cell that lies a duration from a point: of the duration's
// finest unit, or the day itself where exact says so.
func (p *placer) moved(from point, d duration, sign int, exact bool) placement {
	n, g := from.first(), d.finest()
	for _, a := range d.parts[:d.len] {
		months, days := 0.0, 0.0
		switch a.u {
		case day, night:
			days = a.n
		case week:
			days = 7 * a.n
		case fortnight:
			days = 14 * a.n
		case weekend:
			days = 7 * a.n
		case month:
			months = a.n
		case quarter:
			months = 3 * a.n
		case year:
			months = 12 * a.n
		case decade:
			months = 120 * a.n
		case century:
			months = 1200 * a.n
		case millennium:
			months = 12000 * a.n
		default:
			return placement{rule: "counted in hours from a time of day that is not given"}
		}
		if math.Abs(months) > 1e6 || days > 1e7 {
			return placement{rule: "too far away to be placed"}
		}
		if a.u >= year && a.n != math.Trunc(a.n) {
			g = month
		}
		n = shiftMonths(n, sign*int(math.Round(months))) + sign*int(math.Round(days))
	}
	switch {
	case exact || g == fortnight || g == night:
		g = day
	case g >= decade:
		g = year
	}
	return p.found(at(g, n), "", false)
}

// nth places the nth unit or weekday of a period.
func (p *placer) nth(m *meaning) placement {
	b := p.find(m.base)
	if !b.ok || !b.has {
		return b
	}
	first, last := b.point.first(), b.point.last()
	rule := "counted in " + b.point.String()
	var pt point
	switch {
	case m.nth == 0: // "the week of 6 October"; where weeks begin on a Sunday, the one that it begins
		if m.unit == week && weekdayOf(first) == 7 {
			first++
		}
		return p.found(at(m.unit, first), "the "+m.unit.String()+" of "+b.point.String(), b.anchored)
	case m.cal.weekday > 0 && m.nth > 0:
		pt = dayPoint(first + (m.cal.weekday-weekdayOf(first)+7)%7 + 7*(m.nth-1))
	case m.cal.weekday > 0:
		pt = dayPoint(last - (weekdayOf(last)-m.cal.weekday+7)%7)
	case m.nth > 0:
		pt = at(m.unit, first)
		if m.unit == week && pt.first()+3 < first { // a week belongs where its Thursday does
			pt = pt.add(1)
		}
		pt = pt.add(m.nth - 1)
	default:
		pt = at(m.unit, last)
		if m.unit == week && pt.first()+3 > last || m.unit != week && pt.last() > last {
			pt = pt.add(-1)
		}
	}
	if pt.first() > last || pt.last() < first {
		return placement{rule: "no calendar has this date", doubt: record.DoubtDateImpossible}
	}
	return p.found(pt, rule, b.anchored)
}

// span places both ends of a range. An end without a year takes it from the
// other; where both lack it, the end that lies further ahead in the direction
// of the words is placed first.
func (p *placer) span(m *meaning) placement {
	a, b := *m.base, *m.end
	if m.typ == record.TimeOfDay {
		return p.hours(m, p.find(&a), p.find(&b))
	}
	end := p.find(&b)
	if a.op == opCalendar && !a.cal.hasYear && end.ok && end.has {
		if a.cal.weekday > 0 && a.cal.month == 0 && a.cal.day == 0 {
			return p.weekdays(&a, end)
		}
		if y, _, _ := civil(end.point.first()); a.cal.gran != day || a.cal.day <= daysIn(y, a.cal.month) {
			a.cal.year, a.cal.hasYear = y, true
			if a.cal.point().first() > end.point.first() {
				a.cal.year--
			}
		}
	}
	start := p.find(&a)
	if !start.ok || !end.ok {
		if !end.ok {
			start = end
		}
		return placement{rule: start.rule, doubt: start.doubt}
	}
	return placement{value: start.point.String() + "/" + end.point.String(), ok: true, anchored: start.anchored || end.anchored, rule: end.rule, point: end.point, has: true}
}

// weekdays places a range of weekdays that ends on a placed day.
func (p *placer) weekdays(a *meaning, end placement) placement {
	n := end.point.n
	start := n - (weekdayOf(n)-a.cal.weekday+7)%7
	if p.direction() == forward && start < p.anchor && p.anchor <= n { // under way: the whole range ahead
		start, n = start+7, n+7
	}
	return placement{value: isoDay(start) + "/" + isoDay(n), ok: true, anchored: end.anchored, rule: end.rule, point: dayPoint(n), has: true}
}

func (p *placer) hours(m *meaning, a, b placement) placement {
	if m.base.op == opClock {
		return placement{value: "T" + m.base.clock.String() + "/T" + m.end.clock.String(), rule: "a time of day; the words do not say which day"}
	}
	if !a.ok || !b.ok {
		return placement{rule: a.rule, doubt: a.doubt}
	}
	return placement{value: a.point.String() + "T" + m.base.clock.String() + "/" + b.point.String() + "T" + m.end.clock.String(), ok: true, anchored: a.anchored, rule: a.rule, point: a.point, has: true}
}

// holiday places a day with a name.
func (p *placer) holiday(m *meaning) placement {
	h := m.holiday
	y := m.cal.year
	anchored := false
	if !m.cal.hasYear {
		if !p.known {
			return missing("a holiday without a year")
		}
		anchored = true
		var ok bool
		if y, ok = p.holidayYear(m); !ok {
			return placement{rule: "the year has no such day"}
		}
	}
	n, ok := h.in(y)
	if !ok {
		return placement{rule: "the year has no such day"}
	}
	r := p.found(dayPoint(n), h.String(), anchored)
	if h.days > 1 {
		r.value = isoDay(n) + "/" + isoDay(n+h.days-1)
	}
	if h.approximate() {
		r.mod = "APPROX"
	}
	return r
}

// holidayYear chooses the year of a holiday that has none.
func (p *placer) holidayYear(m *meaning) (int, bool) {
	y, _, _ := civil(p.anchor)
	best, bestDay, found := 0, 0, false
	for _, try := range [...]int{y, y - 1, y + 1} {
		n, ok := m.holiday.in(try)
		if !ok {
			continue
		}
		fits := true
		switch {
		case m.unit == year:
			fits = try == y+offset(m.rel)
		case m.rel == relThis && p.direction() == forward:
			fits = n >= p.anchor
		case m.rel == relThis:
			fits = try == y
		case offset(m.rel) < 0:
			fits = n+m.holiday.days <= p.anchor
		case offset(m.rel) > 0:
			fits = n > p.anchor
		}
		better := p.apart(dayPoint(n)) < p.apart(dayPoint(bestDay))
		if m.rel == noRelation && p.direction() == forward {
			fits, better = n+m.holiday.days-1 >= p.anchor, n < bestDay
		} else if m.rel == noRelation && p.direction() == backward {
			fits, better = n <= p.anchor, n > bestDay
		}
		if fits && (!found || better) {
			best, bestDay, found = try, n, true
		}
	}
	return best, found
}
