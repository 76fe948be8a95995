package assemble

import (
	"strconv"
	"strings"

	"readout/internal/annot"
)

// id returns prefix and the 1-based number of row i.
func id[T ~int | ~int32](prefix string, i T) string {
	return prefix + strconv.Itoa(int(i)+1)
}

// ref returns the record id of a row, or nil for None.
func ref[T ~int32](prefix string, i T) *string {
	if i == annot.None {
		return nil
	}
	s := id(prefix, i)
	return &s
}

// optional returns nil for the empty string.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// nameEntities numbers actors and places by their first mention.
func (b *builder) nameEntities() {
	ents := b.doc.Entities.List
	b.actor, b.place = make([]string, len(ents)), make([]string, len(ents))
	actors, places := 0, 0
	for _, r := range b.doc.Entities.References {
		e := r.Entity
		if e == annot.None || b.actor[e] != "" || b.place[e] != "" {
			continue
		}
		switch ents[e].Kind {
		case annot.OtherMention:
		case annot.PlaceMention:
			b.place[e] = id("p", places)
			places++
		default:
			b.actor[e] = id("a", actors)
			actors++
		}
	}
}

// actorRef returns the id of an entity that is an actor, or nil.
func (b *builder) actorRef(e annot.EntityID) *string {
	if e == annot.None {
		return nil
	}
	return optional(b.actor[e])
}

// placeRef returns the id of an entity that is a place, or nil.
func (b *builder) placeRef(e annot.EntityID) *string {
	if e == annot.None {
		return nil
	}
	return optional(b.place[e])
}

// actorRefs returns the ids of those entities that are actors.
func (b *builder) actorRefs(es []annot.EntityID) []string {
	out := []string{}
	for _, e := range es {
		if e != annot.None && b.actor[e] != "" {
			out = append(out, b.actor[e])
		}
	}
	return out
}

// entityAt returns the entity of the mention whose head is t, or None.
func (b *builder) entityAt(t annot.TokenID) annot.EntityID {
	if t == annot.None {
		return annot.None
	}
	return b.doc.Entities.Of(b.doc.Mentions.ByHead(t))
}

// speaker returns the entity that an attribution's source denotes.
func (b *builder) speaker(a annot.AttributionID) annot.EntityID {
	if a == annot.None {
		return annot.None
	}
	return b.entityAt(b.doc.Attributions.List[a].SourceHead)
}
