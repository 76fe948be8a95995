package thing

import (
	"slices"

	"readout/internal/annot"
)

// An Example is a phrase with what it may take up: nothing, first, and each
// candidate. Right marks what gold data say.
type Example struct {
	Features [][]uint16
	States   [][]float32 // of the phrase's head, then of each candidate's
	Right    []bool
}

// Learn returns an example for each phrase of a report that could take up
// another. chain gives the number of the gold chain of a phrase by its head,
// and -1 for none. The chains that features look at are the finder's, as when
// reading, or where it is nil those of the gold data.
func Learn(f *Finder, seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, sta *annot.States, ms *annot.Mentions, ents *annot.Entities, chain func(head annot.TokenID, group bool) int) []Example {
	r := newReader(seg, quo, syn, sta, ms, ents)
	r.gather()
	if f != nil {
		r.outlook = f.net.project(r)
	}
	gold := make([]int, len(r.phrases))
	last := map[int]int{}
	var out []Example
	for a := range r.phrases {
		gold[a] = chain(r.phrases[a].head, r.phrases[a].group)
		r.meet(a)
		if r.candidates(a); len(r.cand) > 0 {
			out = append(out, r.example(a, gold))
		}
		if f != nil {
			r.resolve(f.net, a)
		} else if g := gold[a]; g >= 0 {
			if c, ok := last[g]; ok {
				r.join(a, c, 0)
			}
			last[g] = a
		}
	}
	return out
}

func (r *reader) example(a int, gold []int) Example {
	e := Example{Features: [][]uint16{slices.Clone(r.ofNone(a))}, States: [][]float32{r.sta.Row(r.phrases[a].head)}, Right: []bool{true}}
	for _, c := range r.cand {
		right := gold[a] >= 0 && gold[c] == gold[a]
		e.Features = append(e.Features, slices.Clone(r.ofPair(a, int(c))))
		e.States = append(e.States, r.sta.Row(r.phrases[c].head))
		e.Right = append(e.Right, right)
		if right {
			e.Right[0] = false
		}
	}
	return e
}
