package export

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"readout/record"
)

//go:embed page.gohtml
var pageTemplate string

//go:embed page.css
var pageStyle string

// colours is how many colours speakers have; then they come round again, and
// the letter tells two of one colour apart. The next is the report's own.
const colours = 8

// HTML writes a record as one page of HTML that needs nothing else: no
// script, no font, no network. The report stands on one side, the entries on
// the other, each linked to the other.
func HTML(w io.Writer, r *record.Record) error {
	t, err := template.New("page").Funcs(template.FuncMap{"classes": classes}).Parse(pageTemplate)
	if err != nil {
		return fmt.Errorf("the template of the page: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newSheet(newView(r))); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// A sheet is what the template sets.
type sheet struct {
	*page
	Style                                               template.CSS
	Language                                            string
	Paragraphs                                          []paragraph
	Key                                                 []*voice // those with a letter
	Lines                                               []lineKey
	URL, Program                                        string
	UnheardTitle, DoubtsTitle, VoicesTitle, ListedTitle string
}

// A lineKey says what a line below words means.
type lineKey struct{ Line, Means string }

// lineKeys are the lines in the order of the key.
var lineKeys = []lineKey{
	{"plain", "said"}, {"mind", "believed, hoped, feared, wanted"},
	{"expected", "expected"}, {"possible", "possible"}, {"floated", "floated"}, {"undecided", "undecided"},
	{"give", "offered, promised, agreed"}, {"refuse", "refused, ruled out, denied, demanded"}, {"threat", "warned, threatened"},
}

// line returns the line below the words of a statement. What may be has a line
// for each firmness: a reader must not take an idea for an expectation.
func line(f record.Firmness) string {
	if t := toneOf(f); t != maybe {
		return t.String()
	}
	return string(f)
}

func newSheet(v *view) *sheet {
	s := &sheet{page: newPage(v), Language: v.r.Report.Language, Program: v.r.Program,
		UnheardTitle: unheardTitle, DoubtsTitle: doubtsTitle, VoicesTitle: voicesTitle, ListedTitle: listedTitle}
	if u := v.r.Report.URL; u != nil {
		s.URL = *u
	}
	signs, drawn := map[string]sign{}, map[string]bool{}
	for i := range s.Voices {
		x := &s.Voices[i]
		x.Colour = colours
		if x.ID != "" {
			x.Colour, x.Letter = len(s.Key)%colours, letter(len(s.Key))
			s.Key = append(s.Key, x)
		}
		for _, g := range x.Groups {
			for _, e := range g.Entries {
				f := v.statements[e.ID].Firmness
				signs[e.ID] = sign{x.Colour, x.Letter, line(f), x.Name + ": " + e.Tag}
				drawn[line(f)] = true
			}
		}
	}
	for _, k := range lineKeys {
		if drawn[k.Line] {
			s.Lines = append(s.Lines, k)
		}
	}
	s.Paragraphs = v.paragraphs(signs, s.marks())
	s.Style = template.CSS(pageStyle + highlights(v.r))
	return s
}

// letter returns the sign of the speaker in a place: A to Z, then AA.
func letter(place int) string {
	if place < 26 {
		return string(rune('A' + place))
	}
	return letter(place/26-1) + letter(place%26)
}

// marks returns where the entries lead into the text.
func (s *sheet) marks() []int {
	var out []int
	note := func(entries []entry) {
		for _, e := range entries {
			for _, q := range e.Lines {
				if len(q.Spans) > 0 {
					out = append(out, q.Spans[0][0])
				}
			}
		}
	}
	for _, sec := range s.Sections {
		note(sec.Entries)
	}
	note(s.Doubts)
	for _, v := range s.Voices {
		for _, g := range v.Groups {
			note(g.Entries)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// highlights returns a rule for each statement that lights up every piece of
// it when one piece, or its entry, is what the address points at.
func highlights(r *record.Record) string {
	var b bytes.Buffer
	for i := range r.Statements {
		id := r.Statements[i].ID
		fmt.Fprintf(&b, ":root:has(#%[1]s:target) .in-%[1]s,:root:has(.in-%[1]s:target) .in-%[1]s{background-color:var(--lit)}\n", id)
	}
	return b.String()
}

// At returns where the words begin, as a name in the page.
func (q quote) At() string {
	if len(q.Spans) == 0 {
		return ""
	}
	return fmt.Sprintf("w%d", q.Spans[0][0])
}

// String returns a tone's name in the style sheet.
func (t tone) String() string {
	return [...]string{plain: "plain", mind: "mind", maybe: "maybe", give: "give", refuse: "refuse", threat: "threat"}[t]
}

// classes returns the classes of a segment.
func classes(s segment) string {
	c := ""
	if s.Cue {
		c = "cue"
	}
	if s.Inner() != "" {
		c += fmt.Sprintf(" v%d %s", s.Of.Colour, s.Of.Line)
	}
	for _, id := range s.Held {
		c += " in-" + id
	}
	return strings.TrimSpace(c)
}
