package coref

import (
	"io/fs"
	"slices"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/record"
)

// A Resolver resolves references. It holds the lists of office holders and is
// safe for concurrent use.
type Resolver struct {
	lists  *lists
	ranker *ranker
}

// New reads the word lists and the weights of antecedents.
func New(lexicon, models fs.FS) (*Resolver, error) {
	v, err := NewUntrained(lexicon)
	if err != nil {
		return nil, err
	}
	if v.ranker, err = loadRanker(models); err != nil {
		return nil, err
	}
	return v, nil
}

// NewUntrained reads the word lists alone. Its resolver is for Learn.
func NewUntrained(lexicon fs.FS) (*Resolver, error) {
	l, err := loadLists(lexicon)
	if err != nil {
		return nil, err
	}
	return &Resolver{lists: l, ranker: newRanker(NewWeights(0))}, nil
}

// Resolve says of every mention to which entity it refers. The attributions,
// which may be nil, tell who speaks in a quotation.
func (v *Resolver) Resolve(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, att *annot.Attributions) *annot.Entities {
	r := newReader(v, seg, quo, syn, ms, att)
	r.all()
	return r.layer()
}

// all places every mention.
func (r *reader) all() {
	r.named()
	r.apposed()
	r.ties()
	for m := range r.ms.List {
		r.resolve(m)
	}
	r.speakers()
}

// resolve places one mention that is not placed yet. The members of a group
// come before it.
func (r *reader) resolve(m int) {
	if r.of[m] >= 0 || r.seen[m] {
		return
	}
	r.seen[m] = true
	row := &r.ms.List[m]
	for _, x := range row.Members {
		r.resolve(int(x))
	}
	switch {
	case len(row.Members) > 0:
		r.coordination(m)
	case row.Appositive != annot.None && r.joinAppositive(m):
	case row.By == "mention/document-of-issuer":
		r.document(m)
	case row.By == "mention/answer-label":
		r.answerer(m)
	case row.Form == record.Nominal:
		r.nominal(m)
	case row.Form == record.Pronominal:
		r.pronoun(m)
	default:
		r.fresh(m, "coref/first-mention")
	}
}

// layer numbers the entities by their first mention and builds the layer.
func (r *reader) layer() *annot.Entities {
	id := make([]annot.EntityID, len(r.clusters))
	var order []int
	for c := range r.clusters {
		id[c] = annot.None
		slices.Sort(r.clusters[c].mentions)
		if len(r.clusters[c].mentions) > 0 {
			order = append(order, c)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.clusters[a].mentions[0] - r.clusters[b].mentions[0] })
	for n, c := range order {
		id[c] = annot.EntityID(n)
	}
	ents := annot.Entities{References: r.refs, Doubts: r.doubts}
	for _, c := range order {
		ents.List = append(ents.List, r.entity(c, id))
	}
	for m := range r.refs {
		ref := &r.refs[m]
		if r.of[m] >= 0 {
			ref.Entity = id[r.of[m]]
		}
		var alts []annot.EntityID
		for _, a := range ref.Alternatives {
			if x := id[a]; x != annot.None && x != ref.Entity && !slices.Contains(alts, x) {
				alts = append(alts, x)
			}
		}
		ref.Alternatives = alts
	}
	checked, err := annot.NewEntities(r.seg, r.ms, ents)
	if err != nil {
		return r.empty()
	}
	return checked
}

// empty refers every mention to nothing.
func (r *reader) empty() *annot.Entities {
	e := &annot.Entities{References: make([]annot.Reference, len(r.ms.List))}
	for i := range e.References {
		e.References[i].Entity = annot.None
	}
	return e
}

// entity gathers what the mentions of a cluster say of it.
func (r *reader) entity(c int, id []annot.EntityID) annot.Entity {
	k := &r.clusters[c]
	e := annot.Entity{Kind: k.kind, Named: k.named, Count: k.count}
	var titles text.Spans
	best := -1
	for _, m := range k.mentions {
		row := &r.ms.List[m]
		e.Mentions = append(e.Mentions, annot.MentionID(m))
		titles = append(titles, row.Titles...)
		if e.Affiliation.Empty() && !r.refs[m].Inferred {
			e.Affiliation = row.Affiliation
		}
		if best < 0 || r.nameRank(m) > r.nameRank(best) {
			best = m
		}
		if row.Form == record.Nominal && e.Count == record.UnknownCount {
			e.Count = row.Count
		}
	}
	slices.SortFunc(titles, text.Span.Compare)
	e.Titles = slices.Compact(titles)
	e.Name = r.ms.List[best].Span
	if len(k.members) > 0 {
		e.Kind = annot.GroupMention
	}
	for _, m := range k.members {
		if id[m] != annot.None {
			e.Members = append(e.Members, id[m])
		}
	}
	if len(e.Members) == 1 {
		e.Members = nil // one alone is not what a group is made of
	}
	return e
}

// nameRank orders the mentions of a cluster by how full a name they give:
// names before nouns before adjectives before pronouns, the longer first.
func (r *reader) nameRank(m int) int {
	row := &r.ms.List[m]
	switch row.Form {
	case record.Named:
		return 4000 + min(len(r.words[m]), 900)
	case record.Metonym:
		if row.By == "mention/document-of-issuer" {
			return 900
		}
		return 3000
	case record.Adjectival:
		return 2000
	case record.Nominal:
		if row.Appositive != annot.None {
			return 1100
		}
		return 1200
	}
	return 0
}
