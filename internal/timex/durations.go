package timex

import (
	"cmp"
	"math"
	"strconv"

	"readout/internal/ud"
	"readout/record"
)

// modifier reads "more than", "at least", "nearly", "up to" and the like and
// returns the TIMEX3 mod with the position behind; where there is none the
// mod is empty and the position is i.
func (l *line) modifier(i int) (mod string, next int) {
	i = l.skip(i, cOnly)
	switch {
	case l.has(i, cNo) && l.has(i+1, cMore|cLater) && l.has(i+2, cThan):
		return "EQUAL_OR_LESS", i + 3
	case l.has(i, cNo) && l.has(i+1, cLess) && l.has(i+2, cThan):
		return "EQUAL_OR_MORE", i + 3
	case l.has(i, cMore) && l.has(i+1, cThan):
		return "MORE_THAN", i + 2
	case l.has(i, cLess) && l.has(i+1, cThan):
		return "LESS_THAN", i + 2
	case l.has(i, cAt) && l.has(i+1, cLeast):
		return "EQUAL_OR_MORE", i + 2
	case l.has(i, cAt) && l.has(i+1, cMost), l.has(i, cUp) && l.has(i+1, cTo):
		return "EQUAL_OR_LESS", i + 2
	case l.has(i, cMoreAlone) && l.overAsMore(i):
		return "MORE_THAN", i + 1
	case l.has(i, cLessAlone):
		return "LESS_THAN", i + 1
	case l.has(i, cNearly|cAbout):
		return "APPROX", i + 1
	}
	return "", i
}

// overAsMore reports whether "over" at i means "more than", as it does behind
// a preposition or a verb of lasting; elsewhere it is itself a preposition
// ("sold over five years").
func (l *line) overAsMore(i int) bool {
	const before = cIn | cFor | cAfter | cOf | cBy | cSince | cFrom | cThan | cA | cThe | cAnd
	return l.has(i-1, before) || l.w(i-1).lasting || l.mark(i-1) == '(' || l.mark(i-1) == '\u2014'
}

// amounts reads a sum of numbers of units: "two weeks", "a year and a half",
// "2 hours 30 minutes", "half a century", "90-day".
func (l *line) amounts(i int) (d duration, next int) {
	for d.len < maxParts {
		j := i
		if d.len > 0 {
			j = l.skip(l.comma(i), cAnd)
		}
		a, n := l.amount(j)
		if n == 0 || d.len > 0 && (a.u >= d.parts[d.len-1].u || a.x || l.has(j, cA) && j > i && !l.has(j-1, cAnd)) {
			break
		}
		d.add(a)
		i, next = n, n
	}
	return d, next
}

// amount reads one number of units.
func (l *line) amount(i int) (amount, int) {
	if l.has(i, cHalf) && l.has(i+1, cA) && l.w(i+2).unit >= hour && !l.w(i+2).plural {
		return amount{n: .5, u: l.w(i + 2).unit}, i + 3
	}
	if f, n := l.fractionOf(i); n > 0 { // "a quarter of a century"
		return amount{n: f, u: l.w(n - 1).unit}, n
	}
	j := i
	if l.mark(i) == '\u00bd' {
		return l.units(count{n: .5, next: i + 1})
	}
	if l.has(i, cA) && l.has(i+1, cHalf) {
		j++
	}
	if l.has(j, cHalf) {
		k := j + 1
		if l.dash(k) {
			k++
		}
		if u := l.w(k).unit; u >= hour && !l.w(k).plural {
			return amount{n: .5, u: u}, k + 1
		}
	}
	c, ok := l.count(i)
	if !ok || l.digits(i) && !l.whole(i, c.next) && !l.glued(c.next) {
		return amount{}, 0
	}
	return l.units(c)
}

// fractionOf reads "a quarter of an hour", "three-quarters of a century".
func (l *line) fractionOf(i int) (f float64, next int) {
	n, j := 1.0, l.skip(i, cA)
	if i < len(l.atoms) && l.atoms[i].Num != nil && l.atoms[i].Num.IsUnit {
		n, j = l.atoms[i].Num.Unit, i+1
		if l.dash(j) {
			j++
		}
	}
	if j == i || j >= len(l.atoms) || l.atoms[j].Num == nil || l.atoms[j].Num.Fraction < 3 || !l.has(j+1, cOf) || !l.has(j+2, cA) {
		return 0, 0
	}
	if u := l.w(j + 3).unit; u < hour || l.w(j+3).plural {
		return 0, 0
	}
	return n / l.atoms[j].Num.Fraction, j + 4
}

// units reads the unit behind a count.
func (l *line) units(c count) (amount, int) {
	j := c.next
	hyphen := false
	for range 3 {
		switch {
		case l.dash(j) && l.glued(j):
			hyphen = true
			j++
		case l.has(j, cWorking|cWhole|cLong) && !l.dash(j+1), l.has(j, cMore) && l.w(j+1).unit != noUnit:
			j++
		}
	}
	w := l.w(j)
	if c.n == 1 && !c.x && w.plural && l.letters(c.next-1) {
		return amount{}, 0 // "a months-long siege"
	}
	if w.unit == noUnit || w.short && !l.glued(j) && w.unit > hour || l.upper(j) && c.n == 1 && !c.x || hyphen && w.unit == quarter {
		return amount{}, 0
	}
	if !hyphen && !w.plural && c.n >= 2 && c.n < 100 && !c.x && w.unit >= minute && !w.short && l.plain(j+1) && l.w(j+1) == l.blank {
		return amount{n: c.n, u: w.unit}, j + 1 // "a two week truce", without its hyphen
	}
	if !hyphen && !w.plural && (c.x || c.n != 1 && !w.short && !(c.n < 1 || c.n > 1 && c.n < 2)) {
		return amount{}, 0 // "two day" is no duration without its hyphen
	}
	n := l.stopShort(w, j+1)
	if !w.plural && l.has(n, cAnd) && l.has(n+1, cA) && l.has(n+2, cHalf) && l.w(n+3).unit == noUnit { // a year and a half
		c.n, n = c.n+.5, n+3
	}
	return amount{n: c.n, u: w.unit, x: c.x}, n
}

func (l *line) stopShort(w *word, j int) int {
	if w.short {
		return l.stop(j)
	}
	return j
}

// lasting reads a duration: "two weeks", "more than a decade", "a
// months-long", "90-day", "weeks".
func lasting(l *line, i int) match {
	mod, j := l.modifier(i)
	if j == i && l.has(i, cThe) {
		j++
	}
	if l.has(j, cWhole) && mod == "" { // "the whole year", "all day"
		k := l.skip(j+1, cThe)
		if w := l.w(k); w.unit >= day && !w.plural && w.unit != weekend && !l.has(k+1, cOf) && (l.text(j) == "all" || j > i || k > j+1) {
			return durationMatch(amount{n: 1, u: w.unit}, "", k+1)
		}
	}
	d, n := l.amounts(j)
	if n == 0 {
		if j > i && mod == "" {
			return nothing
		}
		return l.bareUnits(i, j, mod)
	}
	if j == i+1 && mod == "" && !(d.len == 1 && (d.parts[0].n != 1 || d.parts[0].x)) {
		return nothing
	}
	if l.isAge(i, n) || l.has(j, cA) && d.len == 1 && d.parts[0].n == 1 && l.isIdiom(j, n) {
		return nothing
	}
	if l.dash(n) && l.glued(n) && l.has(n+1, cLong) {
		n += 2
	}
	m := match{meaning: meaning{op: opDuration, typ: record.DurationType, dur: d, mod: mod}, next: n}
	m.plan = l.has(i-1, cIn) && d.finest() >= day
	return m
}

// isAge reports whether a duration is an age: "45 years old", "45-year-old",
// "aged 45 years", "25 years of age".
func (l *line) isAge(i, end int) bool {
	if l.has(i-1, cAge) {
		return true
	}
	k := end
	if l.dash(k) {
		k++
	}
	return l.has(k, cAge) || l.has(end, cOf) && l.has(end+1, cAge)
}

// isIdiom reports whether "a day", "a second" is not a length of time: "one
// day", "a second round", "a quarter of".
func (l *line) isIdiom(i, end int) bool {
	u := l.w(end - 1).unit
	return u <= minute && !l.w(end-1).plural && l.letters(end) || u == quarter || u == night || u == weekend
}

// bareUnits reads units without a number: "weeks of talks", "for decades",
// and "a months-long".
func (l *line) bareUnits(i, j int, mod string) match {
	j = l.skip(j, cA)
	w := l.w(j)
	if w.unit < hour || w.unit == quarter || w.unit == night || w.unit == weekend || w.short {
		return nothing
	}
	long := l.dash(j+1) && l.glued(j+1) && l.has(j+2, cLong)
	m := meaning{op: opDuration, typ: record.DurationType, mod: mod}
	switch {
	case long:
		m.dur.add(amount{n: 1, u: w.unit, x: w.plural})
		return match{meaning: m, next: j + 3}
	case !w.plural || l.upper(j) && j > 0 || mod != "" || !l.standsAlone(j):
		return nothing
	}
	m.dur.add(amount{u: w.unit, x: true})
	return match{meaning: m, next: j + 1}
}

// standsAlone reports whether a plural unit is the whole of a noun phrase:
// nothing but a preposition, a verb or a mark goes before it.
func (l *line) standsAlone(i int) bool {
	const before = cIn | cFor | cAfter | cOf | cAnd | cOr | cTo | cBefore | cSince | cBy | cThan | cAbout | cFrom | cAt
	if l.has(i+1, cAge) {
		return false
	}
	if !l.letters(i - 1) {
		return !l.digits(i-1) && !l.dash(i-1)
	}
	if l.w(i-1).class&before != 0 {
		return true
	}
	return l.syn != nil && l.isVerb(i-1) && l.tag(i-1).Rel != ud.Amod // not "the dying days"
}

// stretch reads a length of time up to the time of writing or from it on:
// "the last two weeks", "the past few days", "the next 30 days", "recent
// months", "the coming weeks"; and a length inside a period: "the first two
// months of 2024".
func stretch(l *line, i int) match {
	mod, j := l.modifier(i)
	if j > i && l.has(j, cThe) {
		return nothing // "over the next week": a preposition
	}
	j = l.skip(j, cThe)
	inside := l.has(j, cFirst|cFinal)
	rel := l.w(j).relation
	switch {
	case rel == relLast || rel == relPast || rel == relNext || rel == relComing || rel == relPrevious || rel == relFollowing || inside:
		m := l.measured(j+1, mod)
		if m.next > 0 && inside && l.has(m.next, cOf) {
			if b := l.longest(m.next+1, kDate); b.next > 0 {
				m.next = b.next
			} else if rel == noRelation {
				return nothing
			}
		} else if inside && rel == noRelation {
			return nothing
		}
		return m
	case l.has(j, cRecent) && l.w(j+1).plural && l.w(j+1).unit >= hour:
		return l.measured(j+1, mod)
	}
	if j > i && mod == "" || mod == "" { // "two more weeks", "the 5 past years"
		if c, ok := l.count(j); ok {
			if r := l.w(c.next).relation; (r == relPast || r == relNext || r == relComing || r == relLast) && l.w(c.next+1).unit != noUnit {
				c.next++
				if a, n := l.units(c); n > 0 {
					return durationMatch(a, "", n)
				}
			}
		}
	}
	return nothing
}

func durationMatch(a amount, mod string, next int) match {
	m := meaning{op: opDuration, typ: record.DurationType, mod: mod}
	m.dur.add(a)
	return match{meaning: m, next: next}
}

// measured reads the number and unit behind "the last", or the unit alone in
// the plural.
func (l *line) measured(j int, mod string) match {
	if m2, k := l.modifier(j); k > j {
		mod, j = m2, k
	}
	if d, n := l.amounts(j); n > 0 && !(l.has(j, cA) && d.parts[0].n == 1 && !d.parts[0].x) {
		return match{meaning: meaning{op: opDuration, typ: record.DurationType, dur: d, mod: mod}, next: n}
	}
	if w := l.w(j); w.plural && w.unit >= hour && !w.short {
		return durationMatch(amount{u: w.unit, x: true}, mod, j+1)
	}
	return nothing
}

// repeated reads a set: "every Tuesday", "each year", "twice a week", "daily",
// "Mondays", "every two weeks".
func repeated(l *line, i int) match {
	w := l.w(i)
	switch {
	case w.set != "":
		if l.upper(i) && (l.upper(i+1) || l.upper(i-1)) {
			return nothing // the name of a paper or a company
		}
		return match{meaning: meaning{op: opFixed, typ: record.SetType, value: w.set}, next: i + 1}
	case w.plural && w.weekday > 0 && l.upper(i):
		return setMatch("XXXX-WXX-"+strconv.Itoa(w.weekday), i+1)
	case w.plural && w.part != "" && l.weekdayBefore(i) == 0 && l.has(i-1, cIn|cThe):
		return setMatch("T"+w.part, i+1)
	}
	if d, j := l.weekdayName(i); j > 0 && l.w(j).plural && l.w(j).part != "" {
		return setMatch("XXXX-WXX-"+strconv.Itoa(d)+"T"+l.w(j).part, j+1)
	}
	return l.perUnit(i)
}

func (l *line) weekdayBefore(i int) int { return l.w(i - 1).weekday }

func setMatch(value string, next int) match {
	return match{meaning: meaning{op: opFixed, typ: record.SetType, value: value}, next: next}
}

// perUnit reads "once a month", "three times a year", "per day", "each week",
// "every other Friday".
func (l *line) perUnit(i int) match {
	j := i
	if l.w(i).often > 0 {
		j = i + 1
	} else if c, ok := l.count(i); ok && l.has(c.next, cTimes) {
		j = c.next + 1
	}
	times := j > i
	switch {
	case l.has(j, cEvery):
		return l.every(j + 1)
	case l.has(j, cPer) && l.w(j+1).unit != noUnit && !l.w(j+1).plural,
		l.has(j, cA) && l.w(j+1).unit != noUnit && !l.w(j+1).plural && times:
		return setMatch(one(1, l.w(j+1).unit).String(), j+2)
	}
	return nothing
}

// isRate reports whether "a year" at i says how fast something goes, which is
// part of a figure and no time: it follows a number, a unit of measure or a
// currency ("$3 billion a year", "90,000 tonnes a year").
func (l *line) isRate(i int) bool {
	if l.has(i, cA) && l.dash(i-1) && l.dash(i+1) && l.glued(i) && l.glued(i+2) { // "$1-a-day"
		return l.digits(i-2) || l.letters(i-2)
	}
	if !l.has(i, cA) && !l.has(i, cPer) || l.w(i+1).unit == noUnit || l.w(i+1).plural || l.has(i+2, cAgo|cLater|cEarlier|cBefore|cAfter|cFrom) {
		return false
	}
	if l.w(i-1).unit != noUnit && l.w(i-1).plural {
		return true // "two days a week"
	}
	for p := i - 1; p >= 0 && p > i-7; p-- { // "90,000 tonnes of grain a month"
		if l.digits(p) || l.mark(p) == '%' || l.atoms[p].Num != nil && (l.atoms[p].Num.Scale > 0 || l.atoms[p].Num.Plural > 0) {
			return true
		}
		if !l.letters(p) && !l.dash(p) || l.w(p).class&^(cOf|cA) != 0 || l.syn != nil && l.isVerb(p) {
			return false
		}
	}
	return false
}

// every reads what stands behind "every" or "each".
func (l *line) every(j int) match {
	n := 1.0
	if l.has(j, cOther) {
		n, j = 2, j+1
	} else if c, ok := l.count(j); ok && l.w(c.next).unit != noUnit {
		n, j = c.n, c.next
	} else if o, ok := l.tab.Ordinal(l.s, l.atoms, j); ok && l.w(o.Next).unit+unit(l.w(o.Next).weekday) != 0 {
		n, j = o.Value, o.Next
	}
	w := l.w(j)
	switch {
	case w.weekday > 0 && n == 1:
		if l.w(j+1).part != "" {
			return setMatch("XXXX-WXX-"+strconv.Itoa(w.weekday)+"T"+l.w(j+1).part, j+2)
		}
		return setMatch("XXXX-WXX-"+strconv.Itoa(w.weekday), j+1)
	case w.weekday > 0:
		return setMatch(one(n, week).String(), j+1)
	case w.month > 0 && l.upper(j):
		return setMatch("XXXX-"+string([]byte{byte('0' + w.month/10), byte('0' + w.month%10)}), j+1)
	case w.season > 0:
		return setMatch("XXXX-"+[...]string{"", "SP", "SU", "FA", "WI"}[w.season], j+1)
	case w.unit == weekend:
		return setMatch("XXXX-WXX-WE", j+1)
	case w.part != "" && w.unit == noUnit || w.unit == night:
		return setMatch("T"+cmp.Or(w.part, "NI"), j+1)
	case w.unit != noUnit && n == math.Trunc(n):
		return setMatch(one(n, w.unit).String(), j+1)
	}
	return nothing
}
