package golden

import (
	"fmt"
	"strings"

	"readout/record"
)

// digest prints a record by its words.
type digest struct {
	strings.Builder
	rec   *record.Record
	runes []rune
	name  map[string]string // words for each id
}

// Digest returns a record as lines of words, one an entry, with the actors,
// places and times that it refers to named by their words.
func Digest(rec *record.Record) string {
	d := &digest{rec: rec, runes: []rune(rec.Report.Text), name: map[string]string{}}
	for _, a := range rec.Actors {
		d.name[a.ID] = a.Name
	}
	for _, p := range rec.Places {
		d.name[p.ID] = p.Name
	}
	for _, t := range rec.Times {
		d.name[t.ID] = d.words(record.Spans{t.Span})
	}
	d.report()
	d.actors()
	d.statements()
	d.talks()
	d.small()
	return d.String()
}

func (d *digest) words(ss record.Spans) string {
	parts := make([]string, len(ss))
	for i, s := range ss {
		parts[i] = strings.Join(strings.Fields(string(d.runes[s[0]:s[1]])), " ")
	}
	return strings.Join(parts, " … ")
}

// of returns the words of an id that may be missing.
func (d *digest) of(id *string) string {
	if id == nil {
		return "-"
	}
	return d.name[*id]
}

func (d *digest) ofAll(ids []string) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = d.name[id]
	}
	return strings.Join(parts, "; ")
}

// line prints a heading and the fields that are not empty.
func (d *digest) line(head string, fields ...string) {
	d.WriteString(head)
	for i := 0; i+1 < len(fields); i += 2 {
		if v := fields[i+1]; v != "" && v != "-" {
			fmt.Fprintf(d, " | %s %s", fields[i], v)
		}
	}
	d.WriteByte('\n')
}

func flag(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

func (d *digest) report() {
	r := d.rec.Report
	d.line("report", "language", r.Language, "talks", fmt.Sprint(r.AboutTalks), "sentences", fmt.Sprint(len(d.rec.Sentences)))
	if r.Anchor != nil {
		d.line("anchor "+r.Anchor.Date, "how", string(r.Anchor.How))
	}
	if r.Byline != nil {
		d.line("byline " + r.Byline.Name)
	}
	if r.Dateline != nil {
		d.line("dateline " + r.Dateline.Place)
	}
	if r.Credit != nil {
		d.line("credit " + r.Credit.Name)
	}
}

func (d *digest) actors() {
	for _, a := range d.rec.Actors {
		var ms []string
		for _, m := range a.Mentions {
			w := d.words(record.Spans{m.Span})
			if m.Inferred {
				w += "?"
			}
			if len(m.Alternatives) > 0 {
				w += "(or " + d.ofAll(m.Alternatives) + ")"
			}
			ms = append(ms, w)
		}
		d.line(fmt.Sprintf("actor %s", a.Name), "", string(a.Kind), "", flag(!a.Named, "unnamed"), "", flag(a.Heard, "heard"),
			"count", string(a.Count), "titles", strings.Join(a.Titles, "; "), "of", deref(a.Affiliation), "members", d.ofAll(a.Members), "mentions", strings.Join(ms, ", "))
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (d *digest) statements() {
	link := map[string]record.Attribution{}
	for _, q := range d.rec.Attributions {
		link[q.ID] = q
	}
	for _, s := range d.rec.Statements {
		chain := []string{"report"}
		for _, id := range s.Chain {
			q := link[id]
			chain = append(chain, fmt.Sprintf("%s [%s]", d.of(q.Speaker), d.words(q.Cue)))
		}
		d.line("statement "+strings.Join(chain, " > "), "", string(s.Form), "", string(s.Firmness), "", flag(s.Negated, "negated"), "", flag(s.Evaluative, "evaluative"),
			"", flag(s.Headline, "headline"), "by", d.of(s.Speaker), "content", d.words(s.Content), "quotes", d.words(s.Quotes), "words", d.words(s.FirmnessWords),
			"to", d.ofAll(s.Addressees), "at", d.of(s.Place), "when", d.of(s.Time), "issues", strings.Join(s.Issues, ","))
	}
}

func (d *digest) talks() {
	for _, m := range d.rec.Meetings {
		var who, agenda []string
		for _, p := range m.Participants {
			who = append(who, fmt.Sprintf("%s (%s)", d.name[p.Actor], p.Status))
		}
		for _, it := range m.Agenda {
			agenda = append(agenda, d.words(record.Spans{it.Span}))
		}
		d.line("meeting "+d.words(m.Mentions), "", string(m.Kind), "", string(m.Status), "who", strings.Join(who, "; "), "where", d.of(m.Place),
			"when", d.of(m.Time), "level", deref(m.Level), "agenda", strings.Join(agenda, "; "), "ordinal", d.words(m.Ordinal))
	}
	for _, c := range d.rec.Conditions {
		d.line("condition "+string(c.Kind), "by", d.of(c.By), "to", d.of(c.To), "trigger", d.words(c.Trigger), "consequence", d.words(c.Consequence), "connective", d.words(c.Connective))
	}
	for _, k := range d.rec.Commitments {
		var out []string
		for _, x := range k.Excludes {
			out = append(out, d.words(record.Spans{x.Span}))
		}
		d.line("commitment "+string(k.Firmness), "by", d.of(k.By), "to", d.of(k.To), "what", d.words(k.What), "excludes", strings.Join(out, "; "))
	}
	for _, p := range d.rec.Positions {
		change := ""
		if p.Change != nil {
			change = string(*p.Change)
		}
		d.line("position "+d.words(p.Words), "holder", d.of(p.Holder), "issue", deref(p.Issue), "change", change, "since", d.of(p.Since))
	}
	for _, e := range d.rec.Events {
		d.line("event "+string(e.Type), "", string(e.Status), "actor", d.of(e.Actor), "recipient", d.of(e.Recipient), "words", d.words(e.Words), "mode", deref(e.Mode))
	}
}

func number(f *float64) string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%g", *f)
}

func (d *digest) small() {
	for _, f := range d.rec.Figures {
		d.line("figure "+d.words(record.Spans{f.Span}), "low", number(f.Low), "high", number(f.High), "unit", deref(f.Unit), "", flag(f.Approx, "approx"), "of", d.words(f.Of))
	}
	for _, t := range d.rec.Times {
		d.line("time "+d.words(record.Spans{t.Span}), "", string(t.Type), "value", deref(t.Value), "mod", deref(t.Mod), "", flag(!t.Resolved, "open"))
	}
	for _, p := range d.rec.Places {
		d.line("place "+p.Name, "mentions", d.words(p.Mentions))
	}
	for _, x := range d.rec.Doubts {
		w := ""
		if x.Span != nil {
			w = d.words(record.Spans{*x.Span})
		}
		d.line("doubt "+string(x.Code), "on", w)
	}
}
