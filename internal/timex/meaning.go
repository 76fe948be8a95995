package timex

import (
	"strconv"
	"strings"

	"readout/record"
)

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
)

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
	vague     bool // names a stretch of no fixed length
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
		b.WriteString(p.u.String())
		if p.n != 1 {
			b.WriteByte('s')
		}
	}
	return b.String()
}
