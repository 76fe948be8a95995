package segment

import (
	"strings"
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

// Lines are taken for wrapped by hand where they stop in mid-sentence at a
// width at which typists and mail programs break them, in columns.
const minWrapped, maxWrapped = 35, 110

// paragraphs joins the lines of s that are wrapped by hand.
func paragraphs(s string, regions []region) []paragraph {
	ls := lines(s, regions)
	width := wrapWidth(s, ls)
	out := make([]paragraph, 0, len(ls))
	for i, l := range ls {
		if i > 0 && l.breaks == 1 && joins(s, ls[i-1], l, width) {
			out[len(out)-1].span.End = l.span.End
			continue
		}
		out = append(out, paragraph{span: l.span, blank: l.breaks > 1})
	}
	return out
}

// wrapWidth returns the width that the text is wrapped at, or 0 where it is
// not. A text is wrapped where lines go on in small letters after a line
// break too often for that to be chance.
func wrapWidth(s string, ls []line) int {
	width, single, goesOn := 0, 0, 0
	for i := 1; i < len(ls); i++ {
		if ls[i].breaks > 1 {
			continue
		}
		single++
		if p := ls[i-1]; p.width >= minWrapped && p.width <= maxWrapped && midSentence(s, p, ls[i]) {
			goesOn++
			width = max(width, p.width)
		}
	}
	if goesOn == 0 || 5*goesOn < single {
		return 0
	}
	return width
}

// midSentence reports whether line b goes on with a sentence of line a: a
// does not end as sentences do and b begins with a small letter.
func midSentence(s string, a, b line) bool {
	return strings.IndexByte(".!?:;", s[a.span.End-1]) < 0 && isLower(s, b.span.Start)
}

// joins reports whether line b belongs to the paragraph of the line a before
// it. In a text wrapped at width a line that breaks where the next word would
// still have fitted ends a paragraph.
func joins(s string, a, b line, width int) bool {
	if a.width >= minWrapped && midSentence(s, a, b) {
		return a.width <= 2*maxWrapped
	}
	if width == 0 || b.indent > a.indent && a.width-a.indent > minWrapped && b.indent-a.indent >= 2 || a.width > maxWrapped {
		return false
	}
	first, _, _ := strings.Cut(s[b.span.Start:min(b.span.End, b.span.Start+40)], " ")
	return a.width+1+utf8.RuneCountInString(first) > width
}
