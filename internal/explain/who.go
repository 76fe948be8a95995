package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/internal/annot"
)

// kinds names the kinds of mention.
var kinds = [...]string{
	annot.UnknownMention: "unknown", annot.PersonMention: "person", annot.GovernmentMention: "government", annot.StateMention: "state",
	annot.OrganisationMention: "organisation", annot.GroupMention: "group", annot.OutletMention: "outlet", annot.PlaceMention: "place",
	annot.OtherMention: "other",
}

// genders names the genders; the unknown one has none.
var genders = [...]string{annot.Masculine: "masculine", annot.Feminine: "feminine", annot.Neuter: "neuter"}

func (p *printer) mentions() {
	if p.d.Mentions == nil {
		return
	}
	for i, m := range p.d.Mentions.List {
		marks := append(mark("titled", m.Titles...), mark("of", m.Affiliation)...)
		p.row(row{id: id("mn", annot.MentionID(i)), marks: append(mark(string(m.Form), m.Span), marks...), by: m.By, facts: []string{
			kinds[m.Kind], string(m.Count), genders[m.Gender], when(m.Definite, "definite"), m.Country,
			ids("members", "mn", m.Members), fact("beside", id("mn", m.Appositive)), p.reference(annot.MentionID(i))}})
	}
}

// reference returns what coreference says of a mention.
func (p *printer) reference(m annot.MentionID) string {
	if p.d.Entities == nil {
		return ""
	}
	r := p.d.Entities.References[m]
	s := "open"
	if r.Entity != annot.None {
		s = "→ " + p.entity(r.Entity)
	}
	if r.Inferred {
		s += " (inferred)"
	}
	if len(r.Alternatives) > 0 {
		s += " " + ids("or", "en", r.Alternatives)
	}
	return s
}

func (p *printer) entities() {
	if p.d.Entities == nil {
		return
	}
	for i, e := range p.d.Entities.List {
		var by []string
		for _, m := range e.Mentions {
			if b := string(p.d.Entities.References[m].By); b != "" && !slices.Contains(by, b) {
				by = append(by, b)
			}
		}
		p.row(row{id: id("en", annot.EntityID(i)), marks: mark("name", e.Name), by: annot.By(strings.Join(by, " ")), facts: []string{
			kinds[e.Kind], string(e.Count), when(!e.Named, "unnamed"), ids("members", "en", e.Members), ids("mentions", "mn", e.Mentions)}})
	}
}

// things prints each mention with the odds of its link; "firm" ones are shown
// in the record.
func (p *printer) things() {
	if p.d.Things == nil {
		return
	}
	for i, t := range p.d.Things.List {
		name := "h" + strconv.Itoa(i+1)
		p.row(row{id: name, by: t.By})
		for j, m := range t.Mentions {
			r := row{id: "  " + name + "." + strconv.Itoa(j+1), marks: mark("thing", m.Span), facts: []string{string(m.Form)}}
			if m.To != annot.None {
				r.facts = append(r.facts, fmt.Sprintf("takes up %s.%d", name, m.To+1), fmt.Sprintf("odds %.1f", m.Odds), when(m.Firm, "firm"))
			}
			p.row(r)
		}
	}
}

func (p *printer) links() {
	if p.d.Links == nil || p.d.Entities == nil {
		return
	}
	for i, l := range p.d.Links.Entities {
		if l.Why == "" && l.Name == "" {
			continue
		}
		at := ""
		if l.Lat != nil && l.Lon != nil {
			at = number(l.Lat) + " " + number(l.Lon)
		}
		p.row(row{id: p.entity(annot.EntityID(i)), facts: []string{"= " + l.Name, l.Country, at, fact("in", l.Within), l.Why}})
	}
}
