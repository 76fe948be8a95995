package assemble

import (
	"readout/internal/annot"
	"readout/record"
)

// fullest is how many tokens a phrase may have to be taken for the label of a
// thing: a longer one carries a clause along.
const fullest = 12

// things lists what firm links hold together and some noun names.
func (b *builder) things() {
	b.rec.Things = []record.Thing{}
	for i := range b.doc.Things.List {
		t := &b.doc.Things.List[i]
		for _, part := range firmParts(t) {
			b.thing(t, part)
		}
	}
}

// firmParts cuts a thing where a link is not firm and returns the mentions of
// each part.
func firmParts(t *annot.Thing) [][]annot.ThingMention {
	var parts [][]annot.ThingMention
	of := make([]int, len(t.Mentions))
	for j, m := range t.Mentions {
		if m.Firm {
			of[j] = of[m.To]
		} else {
			of[j] = len(parts)
			parts = append(parts, nil)
		}
		parts[of[j]] = append(parts[of[j]], m)
	}
	return parts
}

// thing adds one thing, but not one of pronouns alone. Of two mentions that
// overlap the first stays.
func (b *builder) thing(t *annot.Thing, mentions []annot.ThingMention) {
	if len(mentions) < 2 {
		return
	}
	row := record.Thing{ID: id("h", len(b.rec.Things)), Mentions: record.Spans{}, By: string(t.By)}
	label, last := annot.Span{}, 0
	for _, m := range mentions {
		if m.Span.Start < last {
			continue
		}
		last = m.Span.End
		row.Mentions = append(row.Mentions, b.span(m.Span))
		if m.Form != record.Pronominal && b.fuller(m.Span, label) {
			label = m.Span
		}
	}
	if label.Empty() || len(row.Mentions) < 2 {
		return
	}
	row.Label = b.words(label)
	b.rec.Things = append(b.rec.Things, row)
}

// fuller reports whether a phrase is a better label than the best so far.
func (b *builder) fuller(sp, best annot.Span) bool {
	if best.Empty() {
		return true
	}
	first, end := b.doc.Segmentation.Within(sp)
	return int(end-first) <= fullest && sp.Len() > best.Len()
}
