package timex

import (
	"fmt"
	"strconv"
	"strings"

	"readout/record"
)

// A unit is a stretch of time by its name; it is also the granularity of a
// point.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	night
	day
	weekend
	week
	fortnight
	month
	quarter
	half
	season
	year
	decade
	century
	millennium
)

// unitCodes are the letters that TIMEX3 uses in durations.
var unitCodes = [...]string{"", "TS", "TM", "TH", "N", "D", "WE", "W", "F", "M", "Q", "H", "S", "Y", "DE", "CE", "ML"}

var unitNames = [...]string{"", "second", "minute", "hour", "night", "day", "weekend", "week", "fortnight", "month",
	"quarter", "half-year", "season", "year", "decade", "century", "millennium"}

func (u unit) String() string { return unitNames[u] }

func unitOf(code string) unit {
	for u, c := range unitCodes {
		if c == code {
			return unit(u)
		}
	}
	return noUnit
}

// A point is one cell of the calendar at one granularity.
//
// For a day, n is its serial number and y unused. Otherwise y is the year, or
// the decade or century that begins it ("199", "19"), and n the month, the
// quarter, the half, the season (0 spring to 3 winter) or the ISO week.
type point struct {
	g    unit
	y, n int
}

// serial returns the number of a day of the proleptic Gregorian calendar,
// 1970-01-01 being 0. The algorithm is Howard Hinnant's days_from_civil.
func serial(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// civil is the inverse of serial.
func civil(n int) (y, m, d int) {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp%12 + 3
	if m > 12 {
		m -= 12
	}
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekdayOf returns the day of the week of a serial day, Monday being 1.
func weekdayOf(n int) int { return (n+3)%7 + 1 + boolInt((n+3)%7 < 0)*7 }

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// daysIn returns the length of a month.
func daysIn(y, m int) int {
	switch {
	case m == 2 && leap(y):
		return 29
	case m == 2:
		return 28
	case m == 4 || m == 6 || m == 9 || m == 11:
		return 30
	}
	return 31
}

// isoWeek returns the week of a serial day with its year, as ISO 8601 counts
// them.
func isoWeek(n int) (y, w int) {
	thursday := n - weekdayOf(n) + 4
	y, _, _ = civil(thursday)
	return y, (thursday-serial(y, 1, 1))/7 + 1
}

// weekStart returns the Monday of an ISO week.
func weekStart(y, w int) int {
	jan4 := serial(y, 1, 4)
	return jan4 - weekdayOf(jan4) + 1 + 7*(w-1)
}

func dayPoint(n int) point { return point{g: day, n: n} }

// at returns the point of granularity g that holds a serial day.
func at(g unit, n int) point {
	y, m, _ := civil(n)
	switch g {
	case week, weekend, fortnight:
		iy, w := isoWeek(n)
		if g == fortnight {
			g = week
		}
		return point{g, iy, w}
	case month:
		return point{g, y, m}
	case quarter:
		return point{g, y, (m-1)/3 + 1}
	case half:
		return point{g, y, (m-1)/6 + 1}
	case season:
		if m <= 2 {
			return point{g, y - 1, 3} // the winter that began the year before
		}
		return point{g, y, min((m-3)/3, 3)}
	case year:
		return point{g: g, y: y}
	case decade:
		return point{g: g, y: floorDiv(y, 10)}
	case century:
		return point{g: g, y: floorDiv(y, 100)}
	case millennium:
		return point{g: g, y: floorDiv(y, 1000)}
	}
	return dayPoint(n)
}

// first returns the first serial day of a point.
func (p point) first() int {
	switch p.g {
	case week:
		return weekStart(p.y, p.n)
	case weekend:
		return weekStart(p.y, p.n) + 5
	case month:
		return serial(p.y, p.n, 1)
	case quarter:
		return serial(p.y, 3*p.n-2, 1)
	case half:
		return serial(p.y, 6*p.n-5, 1)
	case season:
		return serial(p.y, 3*p.n+3, 1)
	case year:
		return serial(p.y, 1, 1)
	case decade:
		return serial(p.y*10, 1, 1)
	case century:
		return serial(p.y*100, 1, 1)
	case millennium:
		return serial(p.y*1000, 1, 1)
	}
	return p.n
}

// last returns the last serial day of a point.
func (p point) last() int {
	if p.g == weekend {
		return p.first() + 1
	}
	return p.add(1).first() - 1
}

// add returns the point k cells later.
func (p point) add(k int) point {
	switch p.g {
	case week, weekend:
		q := at(p.g, weekStart(p.y, p.n)+7*k)
		return q
	case month:
		return p.turn(k, 12, 1)
	case quarter:
		return p.turn(k, 4, 1)
	case half:
		return p.turn(k, 2, 1)
	case season:
		return p.turn(k, 4, 0)
	case year, decade, century, millennium:
		return point{g: p.g, y: p.y + k}
	}
	return dayPoint(p.n + k)
}

// turn adds k to a cell counted from base, per to the year.
func (p point) turn(k, per, base int) point {
	t := p.y*per + p.n - base + k
	return point{p.g, floorDiv(t, per), t - floorDiv(t, per)*per + base}
}

// String returns the point as a TIMEX3 value.
func (p point) String() string {
	switch p.g {
	case week:
		return fmt.Sprintf("%04d-W%02d", p.y, p.n)
	case weekend:
		return fmt.Sprintf("%04d-W%02d-WE", p.y, p.n)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", p.y, p.n)
	case half:
		return fmt.Sprintf("%04d-H%d", p.y, p.n)
	case season:
		return yearString(p.y) + "-" + [...]string{"SP", "SU", "FA", "WI"}[p.n]
	case month:
		return fmt.Sprintf("%s-%02d", yearString(p.y), p.n)
	case year:
		return yearString(p.y)
	case decade:
		return fmt.Sprintf("%03d", p.y)
	case century:
		return fmt.Sprintf("%02d", p.y)
	case millennium:
		return fmt.Sprintf("%01d", p.y)
	}
	return isoDay(p.n)
}

// yearString writes a year; years before Christ as TIMEX3 does, "BC0264".
func yearString(y int) string {
	if y < 0 {
		return fmt.Sprintf("BC%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

func isoDay(n int) string {
	y, m, d := civil(n)
	return fmt.Sprintf("%s-%02d-%02d", yearString(y), m, d)
}

// shiftMonths moves a serial day by months, to the last day of the month
// where the month has no such day.
func shiftMonths(n, k int) int {
	y, m, d := civil(n)
	p := point{month, y, m}.add(k)
	return serial(p.y, p.n, min(d, daysIn(p.y, p.n)))
}

// An op says how the value of a meaning is found.
type op uint8

const (
	opFixed    op = iota // value holds it
	opDuration           // dur
	opCalendar           // cal, completed from the anchor where it lacks a year
	opRelative           // a unit, month, weekday ... named by its relation to the anchor
	opShift              // dur before or after base
	opNth                // the nth unit of base
	opRange              // base to end
	opHoliday            // a day with a name
	opClock              // a time of day without a day
	opWeekend            // "the weekend", past or coming
)

// onlyWeekday reports whether the fields give a weekday and nothing else.
func (c *fields) onlyWeekday() bool {
	return c.gran == day && c.weekday > 0 && c.month == 0 && c.day == 0
}

// A meaning is what a time expression says, before it is placed on the
// calendar. Which fields count depends on op.
type meaning struct {
	op        op
	typ       record.TimeType
	mod       string
	value     string
	cal       fields
	rel       relation
	narrative bool // counted from the date mentioned before it, not from the anchor
	plan      bool // preceded by "in": counted from the anchor where it is a plan
	vague     bool // names a stretch of no fixed length, or any such day
	entry     bool // a time of day that heads an entry of a log: "18:42 The minister arrives."
	dur       duration
	sign      int // of a shift: -1 before, 1 after
	nth       int // -1 for the last
	unit      unit
	base, end *meaning
	holiday   *holiday
	clock     clock
}

// fields are parts of a calendar date; zero where the words give none.
type fields struct {
	gran                      unit
	year, month, day, weekday int
	n                         int    // the quarter, half, week, or season from 1
	hasYear                   bool   // the year is given
	swap                      bool   // day and month could be the other way round
	kind                      string // FY or SY: not the calendar's year
}

// A clock is a time of day.
type clock struct {
	set            bool
	bare           bool   // without "a.m." or "p.m.", so that the end of a range may tell
	part           string // MO, AF, EV, NI ..., where there is no hour
	hour, min, sec int    // min and sec are -1 where not given
	zone           string // ISO 8601 offset or Z, or empty
}

// String returns the part of a TIMEX3 value behind "T".
func (c clock) String() string {
	if c.part != "" {
		return c.part
	}
	b := []byte{byte('0' + c.hour/10%10), byte('0' + c.hour%10)}
	for _, v := range [...]int{c.min, c.sec} {
		if v >= 0 {
			b = append(b, ':', byte('0'+v/10%10), byte('0'+v%10))
		}
	}
	if c.hour >= 0 && c.min < 0 {
		b = append(b, ":00"...)
	}
	return string(b) + c.zone
}

// An amount is a number of units; x stands for a number that is not given.
type amount struct {
	n float64
	u unit
	x bool
}

// maxParts bounds a duration: "2 years 1 month 21 days".
const maxParts = 4

// A duration is a sum of amounts.
type duration struct {
	parts [maxParts]amount
	len   int
}

func (d *duration) add(a amount) bool {
	if d.len == maxParts {
		return false
	}
	d.parts[d.len] = a
	d.len++
	return true
}

// one returns the duration of n units.
func one(n float64, u unit) (d duration) {
	d.add(amount{n: n, u: u})
	return d
}

// finest returns the unit in which a shift by the duration is counted.
func (d duration) finest() unit {
	if d.len == 0 {
		return noUnit
	}
	return d.parts[d.len-1].u
}

func (d duration) vague() bool {
	for _, p := range d.parts[:d.len] {
		if p.x {
			return true
		}
	}
	return false
}

// String returns the duration as a TIMEX3 value: "P2W", "PT1H30M", "PXD",
// "P10Y" for a decade.
func (d duration) String() string {
	var date, clock strings.Builder
	for _, p := range d.parts[:d.len] {
		n, code := p.n, unitCodes[p.u]
		switch {
		case p.x:
		case p.u == decade:
			n, code = n*10, "Y"
		case p.u == century:
			n, code = n*100, "Y"
		case p.u == millennium:
			n, code = n*1000, "Y"
		case p.u == quarter:
			n, code = n*3, "M"
		case p.u == fortnight:
			n, code = n*2, "W"
		case p.u == night:
			code = "D"
		}
		b := &date
		if t, ok := strings.CutPrefix(code, "T"); ok {
			b, code = &clock, t
		}
		if p.x {
			b.WriteByte('X')
		} else {
			b.WriteString(strconv.FormatFloat(n, 'f', -1, 64))
		}
		b.WriteString(code)
	}
	if clock.Len() == 0 {
		return "P" + date.String()
	}
	return "P" + date.String() + "T" + clock.String()
}

// words returns the duration for a reader: "2 weeks".
func (d duration) words() string {
	var b strings.Builder
	for i, p := range d.parts[:d.len] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatFloat(p.n, 'f', -1, 64))
		b.WriteByte(' ')
		switch {
		case p.n == 1:
			b.WriteString(p.u.String())
		case p.u == century:
			b.WriteString("centuries")
		default:
			b.WriteString(p.u.String() + "s")
		}
	}
	return b.String()
}
