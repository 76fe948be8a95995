package assemble

import (
	"slices"

	"readout/internal/annot"
	"readout/record"
)

func actorKind(k annot.MentionKind) record.ActorKind {
	switch k {
	case annot.PersonMention:
		return record.Person
	case annot.GovernmentMention:
		return record.Government
	case annot.StateMention:
		return record.State
	case annot.OrganisationMention:
		return record.Organisation
	case annot.GroupMention:
		return record.Group
	case annot.OutletMention:
		return record.OutletKind
	}
	return record.UnknownActor
}

// actors writes the entities that are actors, in the order of their ids.
func (b *builder) actors() {
	b.rec.Actors = []record.Actor{}
	for _, e := range b.inOrder(b.actor) {
		ent := b.doc.Entities.List[e]
		a := record.Actor{
			ID:         b.actor[e],
			Name:       b.words(ent.Name),
			Kind:       actorKind(ent.Kind),
			Named:      ent.Named,
			Titles:     []string{},
			Members:    b.actorRefs(ent.Members),
			Count:      ent.Count,
			Background: b.background(e),
			Mentions:   b.mentions(ent.Mentions),
		}
		if a.Count == "" {
			a.Count = record.UnknownCount
		}
		for _, t := range ent.Titles {
			if w := b.words(t); !slices.Contains(a.Titles, w) {
				a.Titles = append(a.Titles, w)
			}
		}
		if !ent.Affiliation.Empty() {
			a.Affiliation = optional(b.words(ent.Affiliation))
		}
		b.rec.Actors = append(b.rec.Actors, a)
	}
}

// inOrder returns the entities that have an id, by first mention.
func (b *builder) inOrder(ids []string) []annot.EntityID {
	var order []annot.EntityID
	done := make([]bool, len(ids))
	for _, r := range b.doc.Entities.References {
		if e := r.Entity; e != annot.None && ids[e] != "" && !done[e] {
			done[e] = true
			order = append(order, e)
		}
	}
	return order
}

func (b *builder) mentions(ids []annot.MentionID) []record.Mention {
	out := make([]record.Mention, 0, len(ids))
	for _, m := range ids {
		row, r := b.doc.Mentions.List[m], b.doc.Entities.References[m]
		out = append(out, record.Mention{
			Span: b.span(row.Span), Form: row.Form,
			Inferred: r.Inferred, Alternatives: b.actorRefs(r.Alternatives),
		})
	}
	return out
}

// background never names the unnamed.
func (b *builder) background(e annot.EntityID) *record.Background {
	if int(e) >= len(b.doc.Links.Entities) || !b.doc.Entities.List[e].Named {
		return nil
	}
	l := b.doc.Links.Entities[e]
	if l.Name == "" {
		return nil
	}
	return &record.Background{Name: l.Name, Country: optional(l.Country), Why: l.Why}
}

// heard marks those who speak by an act of their own: the speaker of such an
// attribution, and each member of a group for whom a statement is held.
func (b *builder) heard() {
	heard := map[string]bool{}
	for i, a := range b.doc.Attributions.List {
		if !a.Speech {
			continue
		}
		if s := b.actorRef(b.speaker(annot.AttributionID(i))); s != nil {
			heard[*s] = true
		}
	}
	for _, s := range b.doc.Statements.List {
		if s.Attribution == annot.None || !b.doc.Attributions.List[s.Attribution].Speech {
			continue
		}
		if a := b.actorRef(s.Speaker); a != nil {
			heard[*a] = true
		}
	}
	for i := range b.rec.Actors {
		a := &b.rec.Actors[i]
		a.Heard = heard[a.ID] && a.Kind != record.OutletKind
	}
}

// places writes the entities that are places, in the order of their ids.
func (b *builder) places() {
	b.rec.Places = []record.Place{}
	for _, e := range b.inOrder(b.place) {
		ent := b.doc.Entities.List[e]
		p := record.Place{ID: b.place[e], Name: b.words(ent.Name), Mentions: record.Spans{}}
		for _, m := range ent.Mentions {
			p.Mentions = append(p.Mentions, b.span(b.doc.Mentions.List[m].Span))
		}
		if int(e) < len(b.doc.Links.Entities) {
			if l := b.doc.Links.Entities[e]; l.Name != "" {
				p.Background = &record.PlaceBackground{Country: optional(l.Country), Lat: l.Lat, Lon: l.Lon, Within: optional(l.Within), Why: l.Why}
			}
		}
		b.rec.Places = append(b.rec.Places, p)
	}
}
