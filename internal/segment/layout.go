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
		if after > start {
			if _, b := trim(s, after, end); b == after {
				end = tail
			}
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
			} else if after <= start {
				tail = i
			} else if a, b := trim(s, after, i); a < b {
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

// A region is a stretch of the text that is layout, not words: an HTML tag, a
// comment, the whole of a script, a space written as an entity.
type region struct {
	text.Span
	breaks int // line breaks that it stands for: 0, 1 (<br>) or 2 (<p>)
}

// tagBreaks returns the line breaks that an HTML element stands for, or -1
// for a name that is none: anything else in angle brackets is words.
func tagBreaks(name string) int {
	switch name {
	case "a", "abbr", "b", "big", "button", "cite", "code", "del", "em", "font", "i", "img", "input", "ins", "label", "link", "mark",
		"meta", "path", "picture", "q", "s", "small", "source", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "wbr":
		return 0
	case "br", "dd", "dt", "option", "td", "th":
		return 1
	case "address", "article", "aside", "audio", "blockquote", "body", "canvas", "center", "div", "dl", "doctype", "embed", "fieldset",
		"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "li",
		"main", "nav", "noscript", "object", "ol", "p", "pre", "script", "section", "select", "style", "table", "tbody", "tfoot",
		"thead", "title", "tr", "ul", "video":
		return 2
	}
	return -1
}

// A layoutScanner finds regions. It remembers which searches have failed, so
// that a text full of openings without ends is still read in linear time.
type layoutScanner struct {
	s                            string
	noComment, noScript, noStyle bool // no end of one stands ahead
}

// layout finds the regions of s in one pass.
func layout(s string) []region {
	var found []region
	l := layoutScanner{s: s}
	for i := 0; i < len(s); {
		j := strings.IndexAny(s[i:], "<&")
		if j < 0 {
			break
		}
		i += j
		end, breaks := 0, 0
		if s[i] == '<' {
			end, breaks = l.tag(i)
		} else {
			end = entitySpace(s, i)
		}
		if end <= i {
			i++
			continue
		}
		found = append(found, region{text.Span{Start: i, End: end}, breaks})
		i = end
	}
	return found
}

// tag returns where the tag that opens at s[i] ends and the line breaks it
// stands for, or 0 where there is none.
func (l *layoutScanner) tag(i int) (end, breaks int) {
	if strings.HasPrefix(l.s[i:], "<!--") {
		return l.skip(i, "-->", &l.noComment), 0
	}
	n := i + 1
	if n < len(l.s) && (l.s[n] == '/' || l.s[n] == '!') {
		n++
	}
	e := n
	for e < len(l.s) && e-n < 12 && l.s[e] < 0x80 && (ascii[l.s[e]] == letter || ascii[l.s[e]] == digit) {
		e++
	}
	name := strings.ToLower(l.s[n:e])
	breaks = tagBreaks(name)
	if breaks < 0 || e < len(l.s) && strings.IndexByte(" \t\r\n/>", l.s[e]) < 0 {
		return 0, 0
	}
	j := strings.IndexAny(l.s[e:], "<>")
	if j < 0 || l.s[e+j] == '<' {
		return 0, 0
	}
	end = e + j + 1
	if l.s[i+1] != '/' {
		switch name {
		case "script":
			end = max(end, l.skip(end, "</script>", &l.noScript))
		case "style":
			end = max(end, l.skip(end, "</style>", &l.noStyle))
		}
	}
	return end, breaks
}

// skip returns the offset after the next occurrence of mark at or after i, or
// 0. A search that has failed once is not made again.
func (l *layoutScanner) skip(i int, mark string, failed *bool) int {
	if *failed {
		return 0
	}
	j := strings.Index(l.s[i:], mark)
	if j < 0 {
		*failed = true
		return 0
	}
	return i + j + len(mark)
}

// entitySpace returns where a space that is written as an entity at s[i]
// ends, or 0.
func entitySpace(s string, i int) int {
	for _, e := range [...]string{"&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&ensp;", "&emsp;", "&thinsp;", "&#8203;", "&shy;"} {
		if strings.HasPrefix(s[i:], e) {
			return i + len(e)
		}
	}
	return 0
}

// entityApostrophe returns the width of an apostrophe written as an entity at
// the beginning of s, or 0.
func entityApostrophe(s string) int {
	for _, e := range [...]string{"&rsquo;", "&#8217;", "&#x2019;", "&#39;", "&#039;", "&apos;"} {
		if strings.HasPrefix(s, e) {
			return len(e)
		}
	}
	return 0
}

// entity returns the width of any character entity at the beginning of s, or
// 0. It is one token.
func entity(s string) int {
	for i := 1; i < len(s) && i < 12; i++ {
		switch c := s[i]; {
		case c == ';' && i > 1:
			return i + 1
		case c == '#' && i == 1:
		case c >= 0x80 || ascii[c] != letter && ascii[c] != digit:
			return 0
		}
	}
	return 0
}
