package export

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"

	"readout/record"
)

//go:embed page.gohtml
var pageTemplate string

//go:embed page.css
var pageStyle string

// colours is how many speakers have a colour of their own; those who come
// later share the last.
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
	Key                                                 []voiceKey // the colours, in order
	Others                                              bool       // more speakers than colours
	URL, Program                                        string
	UnheardTitle, DoubtsTitle, VoicesTitle, ListedTitle string
}

// A voiceKey names the speaker of a colour.
type voiceKey struct {
	Name  string
	Voice int
}

func newSheet(v *view) *sheet {
	s := &sheet{page: newPage(v), Language: v.r.Report.Language, Program: v.r.Program,
		UnheardTitle: unheardTitle, DoubtsTitle: doubtsTitle, VoicesTitle: voicesTitle, ListedTitle: listedTitle}
	if u := v.r.Report.URL; u != nil {
		s.URL = *u
	}
	voice := map[string]int{}
	for i := range s.Voices {
		x := &s.Voices[i]
		x.Colour = colour(*x, i)
		if x.Colour == colours-1 && len(s.Voices) > colours {
			s.Others = true
		}
		if x.Colour < colours {
			s.Key = append(s.Key, voiceKey{x.Name, x.Colour})
		}
		for _, g := range x.Groups {
			for _, e := range g.Entries {
				voice[e.ID] = x.Colour
			}
		}
	}
	s.Paragraphs = v.paragraphs(voice, s.marks())
	s.Style = template.CSS(pageStyle + highlights(v.r))
	return s
}

// colour returns a voice's colour: the report's own voice has none.
func colour(v voice, place int) int {
	if v.ID == "" {
		return colours
	}
	return min(place, colours-1)
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
		fmt.Fprintf(&b, ":root:has(#%[1]s:target) .in-%[1]s,:root:has(.in-%[1]s:target) .in-%[1]s{background:var(--lit)}\n", id)
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
		c += fmt.Sprintf(" v%d %s", s.Voice, s.Tone)
	}
	for _, id := range s.Held {
		c += " in-" + id
	}
	return c
}
