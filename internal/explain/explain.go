package explain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/markup"
	"readout/internal/text"
)

// A layer prints its rows.
type layer struct {
	name  string
	print func(*printer)
}

// layers are in the order in which they are computed.
var layers = [...]layer{
	{"report", (*printer).report},
	{"segmentation", (*printer).segmentation},
	{"quotations", (*printer).quotations},
	{"syntax", (*printer).syntax},
	{"names", (*printer).names},
	{"cues", (*printer).cues},
	{"times", (*printer).times},
	{"figures", (*printer).figures},
	{"mentions", (*printer).mentions},
	{"attributions", (*printer).attributions},
	{"entities", (*printer).entities},
	{"things", (*printer).things},
	{"links", (*printer).links},
	{"conditions", (*printer).conditions},
	{"statements", (*printer).statements},
	{"meetings", (*printer).meetings},
	{"positions", (*printer).positions},
	{"events", (*printer).events},
	{"doubts", (*printer).doubts},
}

// Layers returns the names of the layers, in the order in which they are
// computed.
func Layers() []string {
	names := make([]string, len(layers))
	for i, l := range layers {
		names[i] = l.name
	}
	return names
}

// Write prints the named layers of a document, or all of them where none is
// named. Names that are no layer's print nothing.
func Write(w io.Writer, d *annot.Document, names ...string) error {
	p := &printer{d: d}
	for _, l := range layers {
		if len(names) > 0 && !slices.Contains(names, l.name) {
			continue
		}
		if p.b.Len() > 0 {
			p.b.WriteByte('\n')
		}
		p.b.WriteString(l.name + "\n")
		l.print(p)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// A printer prints the layers of a document.
type printer struct {
	d *annot.Document
	b strings.Builder
}

// A row is one row of a layer.
type row struct {
	id    string
	marks []markup.Mark
	facts []string // empty ones are left out
	by    annot.By
}

// Rows as they are set.
const (
	narrow = 100 // columns up to which a row stays on one line
	near   = 400 // bytes: pieces further apart are printed each for itself
)

// row prints one row.
func (p *printer) row(r row) {
	facts := slices.DeleteFunc(r.facts, func(f string) bool { return f == "" })
	if r.by != "" {
		facts = append(facts, "by "+string(r.by))
	}
	first := "  " + r.id
	if len(r.marks) > 0 {
		first += "  " + p.brackets(r.marks)
	}
	tail := strings.Join(facts, " · ")
	switch {
	case tail == "":
		fmt.Fprintln(&p.b, first)
	case len(r.marks) == 0 || len(first)+len(tail) < narrow:
		fmt.Fprintf(&p.b, "%s  %s\n", first, tail)
	default:
		fmt.Fprintf(&p.b, "%s\n      %s\n", first, tail)
	}
}

// brackets writes marks into the words that they cover. Marks that cross, or
// that lie far apart, stand side by side.
func (p *printer) brackets(marks []markup.Mark) string {
	var cover text.Span
	for _, m := range marks {
		cover = cover.Cover(m.Span)
	}
	if cover.Len() <= near {
		moved := slices.Clone(marks)
		for i := range moved {
			moved[i].Span.Start -= cover.Start
			moved[i].Span.End -= cover.Start
		}
		if s, err := markup.Print(p.d.Text.Slice(cover), moved); err == nil {
			return oneLine(s)
		}
	}
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b markup.Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var parts []string
	for _, m := range sorted {
		parts = append(parts, "["+m.String()+" "+oneLine(p.d.Text.Slice(m.Span))+"]")
	}
	return strings.Join(parts, " … ")
}

// mark returns marks for spans, empty ones left out.
func mark(label string, spans ...text.Span) []markup.Mark {
	var out []markup.Mark
	for _, s := range spans {
		if !s.Empty() {
			out = append(out, markup.Mark{Label: label, Span: s})
		}
	}
	return out
}

// id returns the name of a row, and nothing for none.
func id[T ~int32](letter string, n T) string {
	if n == annot.None {
		return ""
	}
	return fmt.Sprintf("%s%d", letter, n+1)
}

// ids returns the names of several rows behind a word.
func ids[T ~int32](what, letter string, list []T) string {
	if len(list) == 0 {
		return ""
	}
	s := what
	for _, n := range list {
		s += " " + id(letter, n)
	}
	return s
}

// fact returns a name and a value, and nothing for no value.
func fact(name, value string) string {
	if value == "" {
		return ""
	}
	return name + " " + value
}

// when returns a word where a condition holds.
func when(yes bool, word string) string {
	if yes {
		return word
	}
	return ""
}

// entity returns an entity's name with its number.
func (p *printer) entity(e annot.EntityID) string {
	if e == annot.None || p.d.Entities == nil {
		return ""
	}
	return fmt.Sprintf("en%d %s", e+1, oneLine(p.d.Text.Slice(p.d.Entities.List[e].Name)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
