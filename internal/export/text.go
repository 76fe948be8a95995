package export

import (
	"io"
	"strings"

	"readout/record"
)

// A Style says how a page of text is set.
type Style struct {
	Width int  // columns; values outside 80 to 120 are brought inside
	Color bool // with the escape codes of a terminal
}

// The columns of a page: what an entry is stands in the first, its words in
// the second.
const (
	margin = 2
	gutter = 17
)

// Text writes a record as a page for a reader.
func Text(w io.Writer, r *record.Record, style Style) error {
	s := &setter{width: min(max(style.Width, 80), 120), color: style.Color}
	s.page(newPage(newView(r)))
	_, err := io.WriteString(w, s.b.String())
	return err
}

// A setter sets a page in lines.
type setter struct {
	b      strings.Builder
	width  int
	color  bool
	indent int // of entries, beyond the margin
}

// The inks of a terminal. They are the sixteen that every theme defines.
type ink string

const (
	none   ink = ""
	bold   ink = "1"
	faint  ink = "2"
	red    ink = "31"
	green  ink = "32"
	yellow ink = "33"
	blue   ink = "34"
	purple ink = "35"
)

// inks gives each tone its ink.
var inks = [...]ink{plain: none, mind: blue, maybe: yellow, give: green, refuse: purple, threat: red}

// dye returns words in an ink.
func (s *setter) dye(i ink, words string) string {
	if !s.color || i == none || words == "" {
		return words
	}
	return "\x1b[" + string(i) + "m" + words + "\x1b[0m"
}

func (s *setter) page(p *page) {
	s.block(bold, "", p.Title)
	s.block(faint, "", strings.Join(p.Origin, " · "))
	if p.Notice != "" {
		s.gap()
		s.block(none, "", p.Notice)
	}
	if len(p.Sections)+len(p.Voices) > 0 {
		s.gap()
		s.block(faint, "", "│ the report’s words as they stand · report › one said › another wants: from mouth to mouth")
	}
	for _, sec := range p.Sections {
		s.section(sec)
	}
	if len(p.Unheard) > 0 {
		s.heading(unheardTitle)
		s.block(none, strings.Repeat(" ", margin), strings.Join(p.Unheard, " · "))
	}
	if len(p.Doubts) > 0 {
		s.section(section{doubtsTitle, p.Doubts})
	}
	if len(p.Silent) > 0 {
		s.gap()
		s.block(faint, "", "Not found in this report: "+strings.Join(p.Silent, ", ")+".")
	}
	if len(p.Voices) > 0 {
		s.heading(voicesTitle)
		for i, v := range p.Voices {
			if i > 0 {
				s.gap()
			}
			s.voice(v)
		}
	}
	if len(p.Listed) > 0 {
		s.section(section{listedTitle, p.Listed})
	}
}

func (s *setter) gap() { s.b.WriteByte('\n') }

func (s *setter) heading(title string) {
	s.gap()
	s.block(bold, "", strings.ToUpper(title))
}

func (s *setter) section(sec section) {
	s.heading(sec.Title)
	for i, e := range sec.Entries {
		if i > 0 && len(e.Lines) > 0 && (e.Chain != "" || e.Head != "") {
			s.gap()
		}
		s.entry(e)
	}
}

// entry sets one entry: what it is, whose, the words, the way they came.
func (s *setter) entry(e entry) {
	first := s.tag(e.Tag, e.Tone)
	rest := strings.Repeat(" ", gutter+s.indent)
	next := func() string { // the first line of an entry has its tag
		l := first
		first = rest
		return l
	}
	switch {
	case e.Head != "" && len(e.Lines) == 0 && e.Note != "":
		s.hang(none, next(), rest, s.dye(bold, e.Head)+" — "+e.Note)
		return
	case e.Head != "":
		s.hang(bold, next(), rest, e.Head)
	}
	for _, q := range e.Lines {
		s.quote(next(), rest, q)
	}
	if e.Note != "" {
		s.hang(none, next(), rest, e.Note)
	}
	if e.Chain != "" && e.Chain != "report" {
		s.hang(faint, next(), rest, e.Chain)
	}
}

// tag sets what an entry is in the first column; one too wide for it gets a
// line of its own.
func (s *setter) tag(tag string, t tone) string {
	left := strings.Repeat(" ", margin+s.indent)
	if n := columns(tag); n < gutter-margin {
		return left + s.dye(inks[t], tag) + strings.Repeat(" ", gutter-margin-n)
	}
	s.b.WriteString(left + s.dye(inks[t], tag) + "\n")
	return strings.Repeat(" ", gutter+s.indent)
}

// quote sets words of the report behind a bar.
func (s *setter) quote(first, rest string, q quote) {
	bar := s.dye(faint, "│") + " "
	if q.Label == "" {
		s.hang(none, first+bar, rest+bar, q.Words)
		return
	}
	label := q.Label + strings.Repeat(" ", max(1, 9-columns(q.Label)))
	blank := strings.Repeat(" ", columns(label))
	s.hang(none, first+label+bar, rest+blank+bar, q.Words)
}

func (s *setter) voice(v voice) {
	head := s.dye(bold, v.Name)
	if v.About != "" {
		head += " — " + v.About
	}
	s.block(none, "", head)
	for _, g := range v.Groups {
		if g.Chain != "report" || g.To != "" {
			line := g.Chain
			if g.To != "" {
				line += " (" + g.To + ")"
			}
			s.hang(faint, strings.Repeat(" ", margin), strings.Repeat(" ", margin+2), line)
		}
		s.indent = 2
		for _, e := range g.Entries {
			s.entry(e)
		}
		s.indent = 0
	}
}

// block sets words from a margin.
func (s *setter) block(i ink, left, words string) { s.hang(i, left, left, words) }

// hang sets words behind one margin on the first line and another on those
// that follow.
func (s *setter) hang(i ink, first, rest, words string) {
	left := first
	for _, line := range wrap(words, s.width-columns(rest)) {
		s.b.WriteString(strings.TrimRight(left+s.dye(i, line), " ") + "\n")
		left = rest
	}
}
