package coref

import (
	"slices"

	"readout/internal/annot"
)

// An Example is a pronoun with the features of its candidates, the likeliest
// to be asked first being that of the actor mentioned last. Where the pronoun
// can mean no actor, the last candidate is none. Right marks those that it
// means.
type Example struct {
	Group      int // of the pronoun: of people, of groups, of bodies
	Candidates [][]uint16
	Right      []bool
}

// Features returns how many features there are.
func Features() int {
	_, n := offsets()
	return n
}

// With returns a resolver that weighs antecedents by other weights.
func (v *Resolver) With(w *Weights) *Resolver {
	return &Resolver{lists: v.lists, ranker: newRanker(w)}
}

// Whom a mention refers to in gold data, where it is no chain's number.
const (
	Unlabelled = -1 // nothing is known of the mention
	NoActor    = -2 // it refers to no actor
)

// A lesson is gold data for one report.
type lesson struct {
	gold     []int
	examples []Example
}

// Learn resolves a report like Resolve, but gives each pronoun the antecedent
// of the gold data, and returns an example for each. gold holds, by mention,
// the number of its chain, or Unlabelled or NoActor; what is unlabelled is
// resolved by the weights of v.
func (v *Resolver) Learn(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, att *annot.Attributions, gold []int) []Example {
	r := newReader(v, seg, quo, syn, ms, att)
	r.teach = &lesson{gold: gold}
	r.all()
	return r.teach.examples
}

// taught makes an example of m and places it as the gold data say. It reports
// false where they say nothing.
func (r *reader) taught(m int) bool {
	gold := r.teach.gold[m]
	if gold == Unlabelled {
		return false
	}
	c := r.context(m)
	e := Example{Group: c.group}
	first := -1
	for i, f := range c.fits {
		right := gold >= 0 && r.inChain(f.cluster, gold, m)
		e.Candidates = append(e.Candidates, slices.Clone(r.ofCluster(c, f.cluster, f.mention, i)))
		e.Right = append(e.Right, right)
		if right && first < 0 {
			first = f.cluster
		}
	}
	if c.group > 0 {
		e.Candidates = append(e.Candidates, slices.Clone(r.ofNone(c)))
		e.Right = append(e.Right, gold == NoActor)
	}
	if slices.Contains(e.Right, true) && len(e.Right) > 1 {
		r.teach.examples = append(r.teach.examples, e)
	}
	if first >= 0 {
		r.join(m, first, "coref/gold")
	}
	return true
}

// inChain reports whether a cluster has a mention of a gold chain.
func (r *reader) inChain(c, chain, m int) bool {
	for _, x := range r.clusters[c].mentions {
		if x != m && r.teach.gold[x] == chain {
			return true
		}
	}
	return false
}
