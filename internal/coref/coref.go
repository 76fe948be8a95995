package coref

import (
	"io/fs"

	"readout/internal/annot"
	"readout/record"
)

// A Resolver resolves references. It holds the lists of office holders and is
// safe for concurrent use.
type Resolver struct {
	lists *lists
}

// New reads the word lists.
func New(fsys fs.FS) (*Resolver, error) {
	l, err := loadLists(fsys)
	if err != nil {
		return nil, err
	}
	return &Resolver{lists: l}, nil
}

// Resolve says of every mention to which entity it refers. The attributions,
// which may be nil, tell who speaks in a quotation.
func (v *Resolver) Resolve(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, att *annot.Attributions) *annot.Entities {
	r := newReader(v.lists, seg, quo, syn, ms, att)
	r.named()
	r.apposed()
	r.ties()
	for m := range ms.List {
		r.resolve(m)
	}
	r.speakers()
	return r.layer()
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
	case row.Form == record.Nominal:
		r.nominal(m)
	case row.Form == record.Pronominal:
		r.pronoun(m)
	default:
		r.fresh(m, "coref/first-mention")
	}
}
