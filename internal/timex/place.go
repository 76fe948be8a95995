package timex

import (
	"fmt"
	"math"
	"strings"

	"readout/internal/annot"
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
	sentence annot.SentenceID // where it stands
}

// A placer puts the meanings of one report on the calendar, in reading order:
// "the following day" hangs on the date before it.
type placer struct {
	anchor   int // serial day
	known    bool
	order    dateOrder
	filed    bool // the expression is the date of the dateline
	here     annot.SentenceID
	recent   []placement // dates placed so far; not ok where one could not be
	sentence int         // how many of them stood before the present sentence
	look     func() (dir direction, weak bool)
	dir      direction
	weak     bool // a plan only by the present tense or by "could"
	looked   bool
}

// direction asks once for each expression which way its context looks.
func (p *placer) direction() direction {
	if p.filed {
		return unknownDirection
	}
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
		r.sentence = p.here
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
	case opWeekend:
		return p.weekend()
	}
	return p.clock(m)
}

// weekend places "the weekend": the last one or the coming one, as the words
// speak of the past or of a plan.
func (p *placer) weekend() placement {
	if !p.known {
		return missing("a weekend")
	}
	pt := at(weekend, p.anchor)
	switch p.direction() {
	case forward:
		return p.found(pt, "the coming weekend, or that of the anchor, as in a plan", true)
	case backward:
		if pt.first() > p.anchor {
			pt = pt.add(-1)
		}
		return p.found(pt, "the last weekend on or before the anchor, as in a report of the past", true)
	}
	return placement{rule: "which one is meant, the words do not say"}
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
	if m.typ == record.DurationType {
		rule = "a length of time between two"
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
		if _, part, ok := strings.Cut(r.value, "T"); ok && (part == "NI" || part == "EV") && m.clock.hour < 9 {
			return placement{value: "T" + m.clock.String(), rule: "a time of day; the night before it may have ended"}
		}
		return placement{point: r.point, has: true, ok: true, anchored: r.anchored, value: r.point.String() + "T" + m.clock.String(), rule: "on the day mentioned before it"}
	}
	if m.entry && p.known {
		pt := dayPoint(p.anchor)
		return placement{point: pt, has: true, ok: true, anchored: true, value: pt.String() + "T" + m.clock.String(), rule: "heads an entry: on the day of the anchor"}
	}
	return placement{value: "T" + m.clock.String(), rule: "a time of day; the words do not say which day"}
}

// calendar places a date whose fields are given, completing what is missing
// from the anchor.
func (p *placer) calendar(m *meaning) placement {
	c := m.cal
	if m.vague {
		return placement{rule: "some such day; the words do not say which"}
	}
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
	d := p.direction()
	if p.weak && g >= month {
		d = unknownDirection
	}
	switch d {
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
	d := p.direction()
	if p.weak && a.g >= month { // "his order in November is a test"
		d = unknownDirection
	}
	switch d {
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
	case pt.last() < p.anchor && (p.filed || p.weak):
		return p.anchor - pt.last()
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

// weekdayOfMonth places "the 11th", and "Tuesday the 11th": the nearest month
// in which they meet.
func (p *placer) weekdayOfMonth(c fields) placement {
	if !p.known {
		return missing("a day without a month")
	}
	y, m, _ := civil(p.anchor)
	here := point{month, y, m}
	best, found := 0, false
	for k := -12; k <= 12; k++ {
		q := here.add(k)
		if c.day > daysIn(q.y, q.n) || c.weekday > 0 && weekdayOf(serial(q.y, q.n, c.day)) != c.weekday {
			continue
		}
		if n := serial(q.y, q.n, c.day); !found || p.better(dayPoint(n), dayPoint(best)) {
			best, found = n, true
		}
	}
	switch {
	case found && c.weekday == 0:
		return p.found(dayPoint(best), p.choice(day), true)
	case found:
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

// reach is how many sentences back "the following day" may lean.
const reach = 2

// mentioned returns the last date before that is fine enough to count from;
// near limits the search to the present sentence.
func (p *placer) mentioned(u unit, near bool) (placement, bool) {
	stop := max(0, len(p.recent)-20)
	if near {
		stop = max(stop, p.sentence)
	}
	for i := len(p.recent) - 1; i >= stop; i-- {
		r := p.recent[i]
		if p.here-r.sentence > reach {
			break
		}
		if !r.ok || !r.has {
			return r, false
		}
		if p.known && r.point.first() > p.anchor && p.direction() == backward {
			continue // what has happened does not follow on what is to come
		}
		if r.point.g <= max(u, day) {
			return r, true
		}
	}
	return placement{}, false
}

// span places both ends of a range, the second first: a beginning without a
// year takes it from the end.
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
