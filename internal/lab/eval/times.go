package eval

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/record"
)

// TimeScores compares time expressions with marked text. Exact counts spans
// that are equal but for determiners and marks at their edges, Overlap spans
// that share a word; Value counts, of the expressions that overlap and have a
// value in the gold, those with the right one.
type TimeScores struct {
	Exact, Overlap Tally
	Value          Tally
	Missed, Extra  []string // for a maker to read
	Differ         []string
}

// ScoreTimes adds one text. Only expressions that keep accepts are counted as
// said: no source marks every kind.
func (s *TimeScores) ScoreTimes(d corpus.TimeText, got *annot.Times, keep func(annot.Timex) bool, same func(corpus.TimeTag, annot.Timex) (right, counts bool)) {
	list := splitRanges(d, got.List)
	used := make([]bool, len(list))
	for _, g := range d.Tags {
		s.Exact.Gold++
		s.Overlap.Gold++
		hit := -1
		for i, x := range list {
			if x.Span.Overlaps(g.Span) && !used[i] && (hit < 0 || bareTime(d.Text, x.Span) == bareTime(d.Text, g.Span)) {
				hit = i
			}
		}
		if hit < 0 {
			s.Missed = append(s.Missed, aroundTime(d.Text, g.Span))
			continue
		}
		used[hit] = true
		x := list[hit]
		s.Overlap.Right++
		if bareTime(d.Text, x.Span) == bareTime(d.Text, g.Span) {
			s.Exact.Right++
		} else {
			s.Differ = append(s.Differ, "span "+d.Text.Slice(x.Span)+" for "+aroundTime(d.Text, g.Span))
		}
		if right, counts := same(g, x); counts {
			s.Value.Gold++
			s.Value.Said++
			if right {
				s.Value.Right++
			} else {
				s.Differ = append(s.Differ, "value "+x.Value+" for "+g.Value+" "+g.Until+" of "+aroundTime(d.Text, g.Span))
			}
		}
	}
	for i, x := range list {
		if used[i] || keep(x) {
			s.Exact.Said++
			s.Overlap.Said++
			if !used[i] {
				s.Extra = append(s.Extra, aroundTime(d.Text, x.Span))
			}
		}
	}
}

// splitRanges cuts a range in two at its dash where the source marks both
// ends, as TIMEX2 does.
func splitRanges(d corpus.TimeText, list []annot.Timex) []annot.Timex {
	var out []annot.Timex
	for _, x := range list {
		var ends []text.Span
		for _, g := range d.Tags {
			if x.Span.Contains(g.Span) {
				ends = append(ends, g.Span)
			}
		}
		a, b, isRange := strings.Cut(x.Value, "/")
		if len(ends) != 2 || !isRange && x.Value != "" {
			out = append(out, x)
			continue
		}
		y := x
		x.Span.End, x.Value = ends[0].End, a
		y.Span.Start, y.Value = ends[1].Start, b
		out = append(out, x, y)
	}
	return out
}

// bareTime drops determiners, prepositions and marks at the edges of a span.
func bareTime(t *text.Text, sp text.Span) text.Span {
	w := t.Slice(sp)
	for {
		cut := strings.TrimLeft(w, " '\u2019\"(")
		for _, p := range []string{"the ", "The ", "a ", "an ", "By ", "by ", "for ", "in ", "In ", "on "} {
			cut = strings.TrimPrefix(cut, p)
		}
		if cut == w {
			break
		}
		sp.Start += len(w) - len(cut)
		w = cut
	}
	sp.End = sp.Start + len(strings.TrimRight(w, " .,)\"'\u2019"))
	return sp
}

func aroundTime(t *text.Text, sp text.Span) string {
	s := t.String()
	a, b := max(0, sp.Start-30), min(len(s), sp.End+30)
	return strings.ToValidUTF8(strings.ReplaceAll(s[a:sp.Start]+"["+s[sp.Start:sp.End]+"]"+s[sp.End:b], "\n", " "), "")
}

// CalendarTime accepts dates and times of day with a place on the calendar,
// which is what GUM marks.
func CalendarTime(x annot.Timex) bool {
	return (x.Type == record.DateType || x.Type == record.TimeOfDay && len(x.Value) > 10) && !strings.HasSuffix(x.Value, "_REF")
}

// AnyTime accepts every expression.
func AnyTime(annot.Timex) bool { return true }

// SameGUM compares a value with GUM's, which stands for the same stretch or
// begins it. Partial values ("--09") and those of lengths do not count.
func SameGUM(g corpus.TimeTag, x annot.Timex) (right, counts bool) {
	v := strings.TrimPrefix(g.Value, "-")
	if len(g.Value) < 4 || strings.HasPrefix(g.Value, "--") || strings.HasPrefix(g.Value, "x") {
		return false, false
	}
	if strings.HasPrefix(g.Value, "-") {
		return strings.HasPrefix(x.Value, "BC"+v), true
	}
	gold, ok := cellOf(padDate(g.Value))
	if !ok {
		return false, false
	}
	if x.Type == record.DurationType { // GUM gives the ends of a length of time, we the length
		return false, false
	}
	c, ok := cellOf(x.Value)
	if !ok {
		return false, true
	}
	if until, ok := cellOf(padDate(g.Until)); ok && x.Mod != "" { // "the early 1980s": its edge is a matter of taste
		return !gold.start.Before(c.start) && !until.start.After(c.end), true
	}
	if g.Until != "" {
		until, ok := cellOf(padDate(g.Until))
		return ok && apart(c.start.Sub(gold.start)) <= 48*3600e9 && (c.season || apart(c.end.Sub(until.end)) <= 48*3600e9 || apart(c.end.Sub(until.start)) <= 48*3600e9), true
	}
	return c.start.Equal(gold.start) && c.end.Equal(gold.end) || c.part != "" && sameDay(c.start, gold.start), true
}

// padDate writes "1830-1-1" as "1830-01-01".
func padDate(v string) string {
	p := strings.Split(v, "-")
	for i := 1; i < len(p); i++ {
		if len(p[i]) == 1 {
			p[i] = "0" + p[i]
		}
	}
	return strings.Join(p, "-")
}

// SameNone counts no values.
func SameNone(corpus.TimeTag, annot.Timex) (right, counts bool) { return false, false }
