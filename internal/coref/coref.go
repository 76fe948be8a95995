package coref

import (
	"io/fs"

	"readout/internal/annot"
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
	case row.Form == record.Nominal:
		r.nominal(m)
	case row.Form == record.Pronominal:
		r.pronoun(m)
	default:
		r.fresh(m, "coref/first-mention")
	}
}
