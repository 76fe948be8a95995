package thing

import (
	"cmp"
	"slices"

	"readout/internal/annot"
	"readout/record"
)

// by names the model behind every thing.
const by = "thing/model"

// layer makes the layer of the chains, in order of first mention.
func (r *reader) layer(tim *annot.Times) *annot.Things {
	slices.SortFunc(r.chains, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
	var things annot.Things
	dated := r.dated(tim)
	place := make([]int, len(r.phrases)) // of a phrase in its chain
	for _, chain := range r.chains {
		t := annot.Thing{By: by, Mentions: make([]annot.ThingMention, 0, len(chain))}
		for j, a := range chain {
			place[a] = j
			p := &r.phrases[a]
			m := annot.ThingMention{Span: r.seg.SpanOf(p.first, p.last), Head: p.head, Group: p.group, Form: formOf(p.form), To: annot.None}
			if c := r.to[a]; c >= 0 {
				m.To, m.Odds = place[c], r.odds[a]
				m.Firm = m.Odds >= firm && p.shown() && r.phrases[c].shown() && !dated[p.head] && !dated[r.phrases[c].head]
			}
			t.Mentions = append(t.Mentions, m)
		}
		worded(t.Mentions)
		things.List = append(things.List, t)
	}
	checked, err := annot.NewThings(r.seg, things)
	if err != nil {
		return &annot.Things{}
	}
	return checked
}

// worded takes back that links are firm where they tie together no common noun:
// pronouns alone say nothing, and a name alone may be that of an actor or a
// place which the entities do not know.
func worded(ms []annot.ThingMention) {
	part := make([]int, len(ms)) // the first mention that firm links lead to
	noun := make([]bool, len(ms))
	for j := range ms {
		if part[j] = j; ms[j].Firm {
			part[j] = part[ms[j].To]
		}
		noun[part[j]] = noun[part[j]] || ms[j].Form == record.Nominal
	}
	for j := range ms {
		ms[j].Firm = ms[j].Firm && noun[part[j]]
	}
}

// shown reports whether a phrase can speak of a thing: "I" and "he" speak of
// somebody whom the entities do not know, a number alone is a figure, and of an
// actor or place met once nobody is told as of a thing. Of what kind a document
// is that "says" something nobody knows, and it is a thing.
func (p *phrase) shown() bool {
	return !p.form.voice() && p.form != personal && p.form != number && (p.lone == 0 || p.lone == uint8(annot.UnknownMention)+1)
}

// dated marks the tokens of time expressions.
func (r *reader) dated(tim *annot.Times) []bool {
	marks := make([]bool, len(r.seg.Tokens))
	if tim == nil {
		return marks
	}
	for i := range tim.List {
		first, end := r.seg.Within(tim.List[i].Span)
		for t := first; t < end; t++ {
			marks[t] = true
		}
	}
	return marks
}

func formOf(f form) record.MentionForm {
	switch {
	case f.pronoun():
		return record.Pronominal
	case f == name:
		return record.Named
	}
	return record.Nominal
}
