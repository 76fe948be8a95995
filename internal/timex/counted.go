package timex

import (
	"fmt"
	"math"

	"readout/record"
)

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
	if m.cal.month > 0 || m.unit == season {
		switch {
		case k < 0:
			rule = fmt.Sprintf("the last such %s before that of %s", m.unit, from.rule)
		case k > 0:
			rule = fmt.Sprintf("the next such %s after that of %s", m.unit, from.rule)
		}
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
		pl := p.found(dayPoint(base-day0+7+w), "that day of the week after that of "+from.rule, from.anchored)
		if pl.ok && w > day0 { // many mean the first such day
			pl.doubt = record.DoubtWeekOpen
		}
		return pl
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
		r := p.moved(b.point, m.dur, m.sign, b.point.g == day && m.unit <= day) // "the week before Christmas" is that week
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
