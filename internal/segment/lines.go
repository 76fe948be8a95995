package segment

import (
	"unicode/utf8"

	"readout/internal/text"
)

// A line is what stands between two line breaks, without the space and the
// layout at its edges.
type line struct {
	span   text.Span
	breaks int // line breaks before it: 1, or 2 for a blank line
	indent int // columns of space before it
	width  int // columns up to its last character
}

// A paragraph is one line, or several that are one paragraph wrapped by hand.
type paragraph struct {
	span  text.Span
	blank bool // a blank line stands before it
}

// lines cuts s at line breaks, those that layout stands for included. Empty
// lines are counted, not kept.
func lines(s string, regions []region) []line {
	var out []line
	breaks, start := 2, 0
	tail, after := 0, 0 // where a run of layout at the line's end begins and ends
	flush := func(end int) {
		if _, b := trim(s, after, end); after > start && b == after {
			end = tail
		}
		a, b := trim(s, start, end)
		if a < b {
			out = append(out, line{span: text.Span{Start: a, End: b}, breaks: min(breaks, 2), indent: utf8.RuneCountInString(s[start:a]),
				width: utf8.RuneCountInString(s[start:b])})
			breaks = 0
		}
	}
	for i := 0; i < len(s); {
		if len(regions) > 0 && regions[0].Start == i {
			r := regions[0]
			regions = regions[1:]
			if r.breaks > 0 {
				flush(i)
				breaks += r.breaks
				start = r.End
			} else if a, b := trim(s, start, i); a == b {
				start = r.End // at the line's edge: no part of it
			} else if a, b := trim(s, after, i); after <= start || a < b {
				tail = i
			}
			i, after = r.End, r.End
			continue
		}
		w := lineBreak(s, i)
		if w == 0 {
			i++
			continue
		}
		flush(i)
		breaks++
		i += w
		start = i
	}
	flush(len(s))
	return out
}

// lineBreak returns the width of the line break at s[i], or 0.
func lineBreak(s string, i int) int {
	switch s[i] {
	case '\n', '\r', '\v', '\f':
		return 1
	case 0xE2: // U+2028, U+2029
		if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9) {
			return 3
		}
	case 0xC2: // U+0085
		if i+1 < len(s) && s[i+1] == 0x85 {
			return 2
		}
	}
	return 0
}

// paragraphs joins the lines of s that are wrapped by hand.
func paragraphs(s string, regions []region) []paragraph {
	var out []paragraph
	for _, l := range lines(s, regions) {
		out = append(out, paragraph{span: l.span, blank: l.breaks > 1})
	}
	return out
}
