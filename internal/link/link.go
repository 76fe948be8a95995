package link

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/record"
)

// A Linker ties entities to the lists. It is safe for concurrent use.
type Linker struct {
	lists  *lists
	places *lex.Table
}

// New reads the lists.
func New(fsys fs.FS) (*Linker, error) {
	l, err := loadLists(fsys)
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	places, err := lex.OpenTable(fsys, "gazetteer.txt")
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	return &Linker{lists: l, places: places}, nil
}

// Link says what the lists know of each entity. The anchor date of times,
// which may be nil, is the day as of which holders of offices are looked up.
func (v *Linker) Link(seg *annot.Segmentation, ms *annot.Mentions, ents *annot.Entities, times *annot.Times) *annot.Links {
	r := &reader{Linker: v, seg: seg, ms: ms, ents: ents, countries: map[string]bool{}}
	if times != nil {
		r.date = times.Anchor.String()
	}
	for i := range ms.List {
		if c := ms.List[i].Country; c != "" {
			r.countries[c] = true
		}
	}
	links := &annot.Links{Entities: make([]annot.Link, len(ents.List))}
	for i := range ents.List {
		links.Entities[i] = r.link(&ents.List[i])
	}
	return links
}

// A reader links the entities of one report.
type reader struct {
	*Linker
	seg       *annot.Segmentation
	ms        *annot.Mentions
	ents      *annot.Entities
	countries map[string]bool // that the report mentions
	date      string          // the anchor, ISO 8601, or ""
}

func (r *reader) link(e *annot.Entity) annot.Link {
	if !e.Named || len(e.Members) > 0 {
		return annot.Link{}
	}
	if l := r.own(e); l.Name != "" {
		return l
	}
	switch e.Kind {
	case annot.PersonMention:
		return r.person(e)
	case annot.PlaceMention:
		return r.place(e)
	}
	if l := r.power(e); l.Name != "" {
		return l
	}
	return r.body(e)
}

// country returns the country that the mentions of an entity give by list,
// and the mention that gives it, a name if any does.
func (r *reader) country(e *annot.Entity) (string, *annot.Mention) {
	var first *annot.Mention
	for _, m := range e.Mentions {
		row := &r.ms.List[m]
		if row.Country == "" || row.Form == record.Pronominal {
			continue
		}
		if row.Form == record.Named || row.Form == record.Metonym {
			return row.Country, row
		}
		if first == nil {
			first = row
		}
	}
	if first == nil {
		return "", nil
	}
	return first.Country, first
}

// power links a state or a government.
func (r *reader) power(e *annot.Entity) annot.Link {
	iso, m := r.country(e)
	c, ok := r.lists.countries[iso]
	if !ok {
		return annot.Link{}
	}
	name := r.seg.Text.Slice(m.Span)
	l := annot.Link{Country: iso}
	switch {
	case e.Kind == annot.StateMention && m.Form == record.Adjectival && m.By != "mention/country":
		l.Name, l.Why = c.name, "countries list: adjective of nationality"
	case e.Kind == annot.StateMention:
		l.Name, l.Why = c.name, "countries list: name of a country"
	case m.By == "mention/capital-as-government":
		l.Name, l.Why = c.adjective+" government", "countries list: capital that stands for its government"
	case e.Kind == annot.GovernmentMention && m.Form != record.Nominal:
		l.Name, l.Why = name, "countries list: seat of government"
	case e.Kind == annot.OrganisationMention:
		l.Name, l.Why = name, "countries list: seat of a body of the state"
	default:
		return annot.Link{}
	}
	return l
}

// body links a body between states, an outlet or another organisation that
// the list names.
func (r *reader) body(e *annot.Entity) annot.Link {
	for _, m := range e.Mentions {
		row := &r.ms.List[m]
		if row.Form != record.Named && row.Form != record.Metonym {
			continue
		}
		if iso, ok := r.lists.byCapital[lex.Fold(r.seg.Text.Slice(row.Span))]; ok && row.Form == record.Metonym && r.countries[iso] && !r.mentionsBody(r.lists.bodies[r.seg.Text.Slice(row.Span)]) {
			return annot.Link{Name: r.lists.countries[iso].adjective + " government", Country: iso, Why: "countries list: capital that stands for its government"}
		}
		if b, ok := r.lists.bodies[strings.Join(strings.Fields(r.seg.Text.Slice(row.Span)), " ")]; ok {
			return annot.Link{Name: b, Why: "organisations list: by name"}
		}
	}
	return annot.Link{}
}
