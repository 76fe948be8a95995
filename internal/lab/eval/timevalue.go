package eval

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A timeCell is the stretch of the calendar that a TIMEX3 or EDTF value
// stands for. End is exclusive; lastStart is the start of the last cell, which
// is Start but for intervals.
type timeCell struct {
	start, end, lastStart time.Time
	part                  string // the part of the day, where there is no hour
	season                bool
}

var (
	isoDay     = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)
	isoMonth   = regexp.MustCompile(`^(\d{4})-(\d\d)$`)
	isoWeek    = regexp.MustCompile(`^(\d{4})-W(\d\d)(-WE)?$`)
	isoQuarter = regexp.MustCompile(`^(\d{4})-([QH])(\d)$`)
	isoSeason  = regexp.MustCompile(`^(\d{4})-(SP|SU|FA|WI)$`)
	digitsOnly = regexp.MustCompile(`^\d{2,4}$`)
)

func dayOf(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// cellOf reads a value; it reports false where the value is not one stretch
// of the calendar.
func cellOf(v string) (timeCell, bool) {
	if a, b, ok := strings.Cut(v, "/"); ok {
		x, okA := cellOf(a)
		y, okB := cellOf(b)
		return timeCell{start: x.start, end: y.end, lastStart: y.lastStart}, okA && okB
	}
	date, clock, hasClock := strings.Cut(v, "T")
	c, ok := dateCell(date)
	if !ok || !hasClock {
		return c, ok
	}
	return clockCell(c, clock)
}

func dateCell(v string) (timeCell, bool) {
	n := func(s string) int { i, _ := strconv.Atoi(s); return i } // digits by the pattern
	cell := func(a, b time.Time) (timeCell, bool) { return timeCell{start: a, end: b, lastStart: a}, true }
	if m := isoDay.FindStringSubmatch(v); m != nil {
		d := dayOf(n(m[1]), n(m[2]), n(m[3]))
		return cell(d, d.AddDate(0, 0, 1))
	}
	if m := isoWeek.FindStringSubmatch(v); m != nil {
		jan4 := dayOf(n(m[1]), 1, 4)
		d := jan4.AddDate(0, 0, -(int(jan4.Weekday())+6)%7+7*(n(m[2])-1))
		if m[3] != "" {
			return cell(d.AddDate(0, 0, 5), d.AddDate(0, 0, 7))
		}
		return cell(d, d.AddDate(0, 0, 7))
	}
	if m := isoQuarter.FindStringSubmatch(v); m != nil {
		months := map[string]int{"Q": 3, "H": 6}[m[2]]
		d := dayOf(n(m[1]), months*(n(m[3])-1)+1, 1)
		return cell(d, d.AddDate(0, months, 0))
	}
	if m := isoSeason.FindStringSubmatch(v); m != nil {
		d := dayOf(n(m[1]), map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[m[2]], 1)
		return timeCell{start: d, end: d.AddDate(0, 3, 0), lastStart: d, season: true}, true
	}
	if m := isoMonth.FindStringSubmatch(v); m != nil {
		d := dayOf(n(m[1]), n(m[2]), 1)
		return cell(d, d.AddDate(0, 1, 0))
	}
	if digitsOnly.MatchString(v) {
		years := map[int]int{4: 1, 3: 10, 2: 100}[len(v)]
		d := dayOf(n(v)*years, 1, 1)
		return cell(d, d.AddDate(years, 0, 0))
	}
	return timeCell{}, false
}

// clockCell narrows a day to a time in it.
func clockCell(c timeCell, clock string) (timeCell, bool) {
	if clock == "" {
		return timeCell{}, false
	}
	if clock[0] > '9' {
		c.part = clock
		return c, true
	}
	clock = strings.TrimRight(strings.SplitN(strings.SplitN(clock, "+", 2)[0], "-", 2)[0], "Z")
	step := time.Hour
	for i, p := range strings.Split(clock, ":") {
		v, err := strconv.Atoi(p)
		if err != nil || i > 2 {
			return timeCell{}, false
		}
		step = [...]time.Duration{time.Hour, time.Minute, time.Second}[i]
		c.start = c.start.Add(time.Duration(v) * step)
	}
	c.end, c.lastStart = c.start.Add(step), c.start
	return c, true
}

// partHours are the hours at which a source may let a part of the day begin.
var partHours = map[string][2]int{"MO": {0, 9}, "MI": {11, 13}, "AF": {12, 13}, "EV": {16, 18}, "NI": {18, 22}, "DT": {6, 9}}

// standsFor reports whether a cell of ours is the stretch [start, end) of a
// source; end is zero for a point. coarse lets our cell be wider than a point
// of the source, as a month is for "two months ago".
func (c timeCell) standsFor(start, end time.Time, coarse bool) bool {
	if c.part != "" {
		h := partHours[c.part]
		return sameDay(c.start, start) && h[0] <= start.Hour() && start.Hour() <= h[1]
	}
	if c.season {
		return apart(start.Sub(c.start)) < 25*24*time.Hour
	}
	if start.Equal(c.start) {
		return end.IsZero() || end.Equal(c.end) || end.Equal(c.lastStart)
	}
	return coarse && end.IsZero() && !start.Before(c.start) && start.Before(c.end)
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

func apart(d time.Duration) time.Duration { return max(d, -d) }

// instant reads "2016-11-07", "2016-11-07 08:00:00" and "2016-11-07T08:00:00".
func instant(s string) (time.Time, bool) {
	s = strings.Replace(s, " ", "T", 1)
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15", "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
