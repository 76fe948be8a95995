package timex

import (
	"strconv"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
)

// A holiday is a day with a name.
type holiday struct {
	words   []string // lower case, without apostrophes and hyphens
	how     string   // the way to reckon, as in the list
	a, b    int      // month and day; weekday and ordinal for nth
	m       int      // the month, for nth
	offset  int      // days after the reckoned date
	days    int      // how long it lasts
	guarded bool     // also another word: read only with a capital
}

func parseHoliday(e lex.Entry) (*holiday, error) {
	h := &holiday{words: strings.Fields(e.Fields[0]), days: 1}
	spec := strings.Fields(e.Field(1))
	if n := len(spec); n > 1 && strings.HasPrefix(spec[n-1], "+") {
		plus := spec[n-1][1:]
		num, isOffset := strings.CutSuffix(plus, "d")
		v, err := strconv.Atoi(num)
		if err != nil {
			return nil, e.Errorf("%q is no number of days", plus)
		}
		if isOffset {
			h.offset = v
		} else {
			h.days = v
		}
		spec = spec[:n-1]
	}
	h.guarded = e.Field(2) == "guarded"
	if len(spec) == 0 {
		return nil, e.Errorf("no way to reckon the date")
	}
	if m, d, ok := strings.Cut(spec[0], "-"); ok && len(spec) == 1 {
		spec = []string{"fixed", m, d}
	}
	var nums []int
	for _, f := range spec[1:] {
		v, err := strconv.Atoi(f)
		if err != nil {
			return nil, e.Errorf("%q is no number", f)
		}
		nums = append(nums, v)
	}
	h.how = spec[0]
	want := map[string]int{"fixed": 2, "easter": 1, "orthodox": 1, "nth": 3, "hijri": 2, "passover": 1, "tishri": 1, "kislev": 1}[h.how]
	if want == 0 || len(nums) != want {
		return nil, e.Errorf("unknown way to reckon the date: %q", e.Field(1))
	}
	switch h.how {
	case "nth":
		h.m, h.a, h.b = nums[0], nums[1], nums[2]
	case "easter", "orthodox", "passover", "tishri":
		h.offset += nums[0]
	case "kislev":
		h.a = nums[0]
	default:
		h.a, h.b = nums[0], nums[1]
	}
	return h, nil
}

// approximate reports whether the date is one of a reckoned calendar, from
// which observation differs by a day.
func (h *holiday) approximate() bool { return h.how == "hijri" }

// in returns the first serial day of the holiday in a year, and false where
// the year has none. Of two in one Gregorian year the first is returned.
func (h *holiday) in(y int) (int, bool) {
	n := 0
	switch h.how {
	case "fixed":
		n = serial(y, h.a, h.b)
	case "easter":
		n = easter(y)
	case "orthodox":
		n = orthodoxEaster(y)
	case "nth":
		n = nthWeekday(y, h.m, h.a, h.b)
	case "hijri":
		return hijriIn(y, h.a, h.b)
	case "passover":
		n = passover(y)
	case "tishri":
		n = tishri(y)
	case "kislev":
		n = kislev(y, h.a)
	}
	return n + h.offset, true
}

// nthWeekday returns the nth weekday w of a month; n -1 is the last.
func nthWeekday(y, m, w, n int) int {
	if n < 0 {
		last := serial(y, m, daysIn(y, m))
		return last - (weekdayOf(last)-w+7)%7
	}
	d := serial(y, m, 1)
	return d + (w-weekdayOf(d)+7)%7 + 7*(n-1)
}

// easter returns Western Easter Sunday by the anonymous Gregorian algorithm
// (Meeus, Jones, Butcher).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	x := h + l - 7*m + 114
	return serial(y, x/31, x%31+1)
}

// orthodoxEaster returns Orthodox Easter Sunday: Meeus's Julian algorithm, in
// the Gregorian calendar.
func orthodoxEaster(y int) int {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	x := d + e + 114
	julian := serial(y, x/31, x%31+1)
	return julian + y/100 - y/400 - 2
}

// hijriDay returns the serial day of a date of the tabular Islamic calendar
// (civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty).
func hijriDay(y, m, d int) int {
	const epoch = -492148 // 16 July 622, Julian
	return d + (59*(m-1)+1)/2 + (y-1)*354 + (3+11*y)/30 + epoch - 1
}

func hijriIn(y, m, d int) (int, bool) {
	h := (y-622)*33/32 - 1
	for k := range 4 {
		n := hijriDay(h+k, m, d)
		if gy, _, _ := civil(n); gy == y {
			return n, true
		}
	}
	return 0, false
}

// hebrewElapsed returns the days from the epoch of the Hebrew calendar to the
// molad of Tishri of year h, put off where it would fall on a forbidden day
// (Reingold and Dershowitz, Calendrical Calculations).
func hebrewElapsed(h int) int {
	months := (235*h - 234) / 19
	parts := 12084 + 13753*months
	n := 29*months + parts/25920
	if 3*(n+1)%7 < 3 {
		n++
	}
	return n
}

// hebrewNewYear returns 1 Tishri of a Hebrew year.
func hebrewNewYear(h int) int {
	const epoch = -2092591 + 1
	before, now, after := hebrewElapsed(h-1), hebrewElapsed(h), hebrewElapsed(h+1)
	n := now + epoch
	switch {
	case after-now == 356: // a year would be too long
		n += 2
	case now-before == 382: // the year before would be too short
		n++
	}
	return n
}

// tishri returns the Hebrew new year in the autumn of a Gregorian year.
func tishri(y int) int { return hebrewNewYear(y + 3761) }

// passover returns 15 Nisan in the spring of a Gregorian year: from there to
// the new year the lengths of the months are fixed.
func passover(y int) int { return tishri(y) - 163 }

// kislev returns a day of Kislev, whose distance from the new year hangs on
// whether the month before has 29 or 30 days.
func kislev(y, d int) int {
	length := tishri(y+1) - tishri(y)
	return tishri(y) + 30 + 29 + boolInt(length%10 == 5) + d - 1
}

// String names the reckoning for a reader.
func (h *holiday) String() string {
	switch h.how {
	case "hijri":
		return "by the tabular Islamic calendar, a day either way"
	case "passover", "tishri", "kislev":
		return "by the Hebrew calendar"
	case "easter", "orthodox":
		return "reckoned from the date of Easter"
	}
	return "by the calendar of holidays"
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

// formerPlan reports whether the expression hangs on a plan that there had been:
// "had been due to meet on June 6" may lie on either side.
func (l *line) formerPlan(first int) bool {
	for i := first - 1; i > 1 && i > first-10; i-- {
		if l.cues.planned[l.text(i)] || l.cues.planTo[l.text(i)] {
			return l.text(i-1) == "been" && l.text(i-2) == "had" || l.text(i-1) == "originally" && l.text(i-2) == "been"
		}
		if m := l.mark(i); m != 0 && !l.apostrophe(i) && !l.dash(i) || l.has(i, cAnd) {
			return false
		}
	}
	return false
}

// purpose reports whether an infinitive stands between a noun and the expression,
// which then says when that is to be: "the plan to meet on 3 July was leaked".
func (l *line) purpose(noun annot.TokenID, first int) bool {
	for i := first - 1; i > 0 && l.token(i) > noun; i-- {
		if w := l.tag(i); w.UPOS == ud.VERB {
			return l.text(i-1) == "to" && l.syn.Words[l.token(i)].Head == noun
		}
	}
	return false
}
