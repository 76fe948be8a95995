package segment

import (
	"strings"

	"readout/internal/text"
)

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
