package timex

import (
	"testing"
	"time"

	"readout/internal/annot"
)

// TestSerialAgreesWithTime checks the calendar against the standard library's.
func TestSerialAgreesWithTime(t *testing.T) {
	for n := -800000; n < 200000; n += 37 {
		d := time.Unix(int64(n)*86400, 0).UTC()
		y, m, dd := civil(n)
		if y != d.Year() || m != int(d.Month()) || dd != d.Day() {
			t.Fatalf("civil(%d) = %d-%d-%d, want %s", n, y, m, dd, d)
		}
		if serial(y, m, dd) != n {
			t.Fatalf("serial(%d, %d, %d) = %d, want %d", y, m, dd, serial(y, m, dd), n)
		}
		if w := (int(d.Weekday())+6)%7 + 1; weekdayOf(n) != w {
			t.Fatalf("weekdayOf(%s) = %d, want %d", d, weekdayOf(n), w)
		}
		iy, iw := isoWeek(n)
		if y, w := d.ISOWeek(); y != iy || w != iw {
			t.Fatalf("isoWeek(%s) = %d %d, want %d %d", d, iy, iw, y, w)
		}
	}
}

// TestPointsTile checks that the cells of every granularity follow one
// another without a gap, and that at finds the cell it came from.
func TestPointsTile(t *testing.T) {
	for _, g := range []unit{day, week, month, quarter, half, season, year, decade, century} {
		p := at(g, serial(1998, 2, 3))
		for range 40 {
			next := p.add(1)
			if p.last()+1 != next.first() || next.add(-1) != p {
				t.Fatalf("%s: %s then %s", g, p, next)
			}
			for _, n := range []int{next.first(), next.last()} {
				if at(g, n) != next {
					t.Fatalf("%s: %s holds day %s, but at gives %s", g, next, isoDay(n), at(g, n))
				}
			}
			p = next
		}
	}
}

func TestHolidays(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ in, want string }{
		{"Easter 2024", "2024-03-31"},
		{"Orthodox Easter 2024", "2024-05-05"},
		{"Good Friday 2023", "2023-04-07"},
		{"Passover 2024", "2024-04-23/2024-04-30"},
		{"Rosh Hashanah 2023", "2023-09-16/2023-09-17"},
		{"Yom Kippur 2025", "2025-10-02"},
		{"Hanukkah 2023", "2023-12-08/2023-12-15"},
		{"Purim 2024", "2024-03-24"},
		{"Thanksgiving 2024", "2024-11-28"},
		{"Memorial Day 2024", "2024-05-27"},
		{"New Year's Eve 2024", "2024-12-31"},
		{"Eid al-Fitr 2024", "2024-04-10"},
	} {
		seg := sentences(t, "They met on "+c.in+".")
		tm := f.Find(seg, nil, annot.Source{})
		if len(tm.List) != 1 || tm.List[0].Value != c.want {
			t.Errorf("%s: %s, want %s", c.in, digest(seg, tm), c.want)
		}
	}
}
