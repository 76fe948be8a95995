package mention

import (
	"cmp"
	"io/fs"
	"slices"

	"readout/internal/annot"
	"readout/record"
)

// A Finder finds mentions. It holds the word lists and is safe for concurrent
// use.
type Finder struct {
	lists *lists
}

// New reads the word lists.
func New(fsys fs.FS) (*Finder, error) {
	l, err := loadLists(fsys)
	if err != nil {
		return nil, err
	}
	return &Finder{lists: l}, nil
}

// Find returns the mentions of a report in reading order. The time
// expressions keep "Friday" and "June" from being taken for names; names are
// those that a model proposes. Both may be nil.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, names *annot.Names) *annot.Mentions {
	r := newReader(f.lists, seg, syn, times)
	r.propose(names)
	r.names()
	r.settle()
	r.nominals()
	r.pronouns()
	r.answers()
	r.appositions()
	r.groups()
	return r.layer()
}

// A draft is a mention in the making.
type draft struct {
	annot.Mention
	first, last annot.TokenID // of the span
	class       class         // of a name, by the lists
	proof       proof         // of a name, by the words around it
	titled      bool          // of a name: a title stands before it
	members     []int         // drafts, of a coordination
	appositive  int           // draft that it stands in apposition to, or -1
	dropped     bool
}

// layer puts the drafts in reading order, outer before inner, and checks
// them; a row that the layer would not hold is left out.
func (r *reader) layer() *annot.Mentions {
	order := make([]int, 0, len(r.drafts))
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.By == "" {
			continue
		}
		if d.Kind == annot.OtherMention && d.Form == record.Nominal {
			continue
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &r.drafts[a], &r.drafts[b]
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(y.Span.End, x.Span.End))
	})
	place := make([]annot.MentionID, len(r.drafts))
	for i := range place {
		place[i] = annot.None
	}
	for n, i := range order {
		place[i] = annot.MentionID(n)
	}
	ms := annot.Mentions{List: make([]annot.Mention, len(order))}
	for n, i := range order {
		d := &r.drafts[i]
		m := d.Mention
		m.Members, m.Appositive = nil, annot.None
		for _, x := range d.members {
			if place[x] != annot.None && place[x] != annot.MentionID(n) {
				m.Members = append(m.Members, place[x])
			}
		}
		if d.appositive >= 0 {
			m.Appositive = place[d.appositive]
		}
		if !m.Whole.Contains(m.Span) {
			m.Whole = m.Whole.Cover(m.Span)
		}
		ms.List[n] = m
	}
	checked, err := annot.NewMentions(r.seg, ms)
	if err != nil {
		return &annot.Mentions{}
	}
	return checked
}
