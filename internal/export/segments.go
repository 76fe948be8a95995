package export

import (
	"slices"
	"strings"

	"readout/record"
)

// A paragraph is a line of the report, cut where what stands behind it
// changes.
type paragraph struct {
	Frame    bool // byline, dateline or credit
	Segments []segment
}

// A segment is words behind which the same statements stand.
type segment struct {
	Words string
	Start int      // the code point at which it begins
	Held  []string // the statements whose content holds it, the widest first
	First bool     // the first segment of its innermost statement
	Of    sign     // of the innermost statement
	Cue   bool     // words that attribute
	Named bool     // a reference leads to its beginning
}

// A sign is how a statement is marked in the text.
type sign struct {
	Colour int    // of its speaker
	Letter string // of its speaker; none for the report's own voice
	Line   string // below its words, by its firmness
	Hint   string // whose it is and how firm, in words
}

// Inner returns the innermost statement, or nothing.
func (s segment) Inner() string {
	if len(s.Held) == 0 {
		return ""
	}
	return s.Held[len(s.Held)-1]
}

// Blank reports whether the segment holds no more than white space.
func (s segment) Blank() bool { return strings.TrimSpace(s.Words) == "" }

// paragraphs cuts the text. signs has the sign of each statement, and marks
// are code points at which a reference leads into the text.
func (v *view) paragraphs(signs map[string]sign, marks []int) []paragraph {
	c := newCutter(v, marks)
	var out []paragraph
	for start := 0; start <= len(v.text); {
		end := start
		for end < len(v.text) && v.text[end] != '\n' {
			end++
		}
		if line := oneLine(string(v.text[start:end])); line != "" {
			p := paragraph{Frame: v.frame(start, end), Segments: c.cut(record.Span{start, end}, signs)}
			out = append(out, p)
		}
		start = end + 1
	}
	return out
}

// frame reports whether a line is the byline or the credit.
func (v *view) frame(start, end int) bool {
	in := func(s record.Span) bool { return start <= s[0] && s[1] <= end && s[1]-s[0] >= (end-start)/2 }
	r := &v.r.Report
	return r.Credit != nil && in(r.Credit.Span) || r.Byline != nil && r.Byline.Span != nil && in(*r.Byline.Span)
}

// A cutter knows where the text is cut and what stands over each place.
type cutter struct {
	*view
	bounds []int            // in order, each once
	over   map[int][]string // by bound: the statements over the segment that begins there
	cue    map[int]bool     // the same for attributing words
	named  map[int]bool     // bounds to which references lead
	seen   map[string]bool  // statements whose first segment has passed
}

func newCutter(v *view, marks []int) *cutter {
	c := &cutter{view: v, over: map[int][]string{}, cue: map[int]bool{}, named: map[int]bool{}, seen: map[string]bool{}}
	c.bounds = append(c.bounds, marks...)
	for _, m := range marks {
		c.named[m] = true
	}
	add := func(lists ...record.Spans) {
		for _, ss := range lists {
			for _, s := range ss {
				c.bounds = append(c.bounds, s[0], s[1])
			}
		}
	}
	for i := range v.r.Statements {
		add(v.r.Statements[i].Content)
	}
	for i := range v.r.Attributions {
		add(v.r.Attributions[i].Source, v.r.Attributions[i].Cue)
	}
	for i, r := range v.text {
		if r == '\n' {
			c.bounds = append(c.bounds, i, i+1)
		}
	}
	c.bounds = append(c.bounds, 0, len(v.text))
	slices.Sort(c.bounds)
	c.bounds = slices.Compact(c.bounds)
	c.lay()
	return c
}

// lay notes what stands over each segment, the widest statement first.
func (c *cutter) lay() {
	wide := make([]*record.Statement, len(c.r.Statements))
	for i := range c.r.Statements {
		wide[i] = &c.r.Statements[i]
	}
	size := func(s *record.Statement) (n int) {
		for _, x := range s.Content {
			n += x[1] - x[0]
		}
		return n
	}
	slices.SortStableFunc(wide, func(a, b *record.Statement) int { return size(b) - size(a) })
	for _, s := range wide {
		for _, x := range s.Content {
			c.each(x, func(at int) { c.over[at] = append(c.over[at], s.ID) })
		}
	}
	for i := range c.r.Attributions {
		q := &c.r.Attributions[i]
		for _, x := range slices.Concat(q.Source, q.Cue) {
			c.each(x, func(at int) { c.cue[at] = true })
		}
	}
}

// each calls f for the bounds inside a span.
func (c *cutter) each(s record.Span, f func(at int)) {
	i, _ := slices.BinarySearch(c.bounds, s[0])
	for ; i < len(c.bounds) && c.bounds[i] < s[1]; i++ {
		f(c.bounds[i])
	}
}

// cut returns the segments of a line.
func (c *cutter) cut(line record.Span, signs map[string]sign) []segment {
	var out []segment
	c.each(line, func(at int) {
		i, _ := slices.BinarySearch(c.bounds, at+1)
		end := min(c.bounds[i], line[1])
		s := segment{Words: string(c.text[at:end]), Start: at, Held: c.over[at], Cue: c.cue[at], Named: c.named[at]}
		if id := s.Inner(); id != "" {
			s.Of = signs[id]
			s.First = !c.seen[id]
			c.seen[id] = true
		}
		out = append(out, s)
	})
	return out
}
