package thing

import (
	"slices"

	"readout/internal/annot"
)

// A Lesson is what one report teaches: its phrases with the states of their
// heads, and an example for each that could take up another.
type Lesson struct {
	States   []float32 // Width a phrase
	Examples []Example
}

// An Example is a phrase with what it may take up: nothing, first, and each
// candidate.
type Example struct {
	Phrase   int
	To       []int // phrases; -1 for nothing
	Features [][]uint16
	Right    []bool // what gold data say
}

// Learn returns the lesson of a report. chain gives the number of the gold
// chain of a phrase by its head, and -1 for none. The chains that features
// look at are the finder's, as when reading, or where it is nil those of the
// gold data.
func Learn(f *Finder, seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, sta *annot.States, ms *annot.Mentions, ents *annot.Entities, chain func(head annot.TokenID, group bool) int) Lesson {
	r := newReader(seg, quo, syn, sta, ms, ents)
	r.gather()
	if f != nil {
		r.outlook = f.net.project(r)
	}
	gold := make([]int, len(r.phrases))
	last := map[int]int{}
	var out Lesson
	out.States = make([]float32, len(r.phrases)*Width)
	for a := range r.phrases {
		copy(out.States[a*Width:(a+1)*Width], r.sta.Row(r.phrases[a].head))
		gold[a] = chain(r.phrases[a].head, r.phrases[a].group)
		r.meet(a)
		if r.candidates(a); len(r.cand) > 0 {
			out.Examples = append(out.Examples, r.example(a, gold))
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
	e := Example{Phrase: a, To: []int{-1}, Features: [][]uint16{slices.Clone(r.ofNone(a))}, Right: []bool{true}}
	for _, c := range r.cand {
		right := gold[a] >= 0 && gold[c] == gold[a]
		e.To = append(e.To, int(c))
		e.Features = append(e.Features, slices.Clone(r.ofPair(a, int(c))))
		e.Right = append(e.Right, right)
		if right {
			e.Right[0] = false
		}
	}
	return e
}
