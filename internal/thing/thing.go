package thing

import (
	"io/fs"
	"math"

	"readout/internal/annot"
)

// A Finder finds things. It holds the weights and is safe for concurrent use.
type Finder struct {
	net *network
}

// New reads the weights.
func New(models fs.FS) (*Finder, error) {
	w, err := load(models)
	if err != nil {
		return nil, err
	}
	return &Finder{newNetwork(w)}, nil
}

// NewWith returns a finder with these weights.
func NewWith(w *Weights) *Finder { return &Finder{newNetwork(w)} }

// Find returns what the phrases of a report speak of more than once. What
// entities hold is theirs, but for what is neither actor nor place, or is met
// once alone. The states
// are the network's; what the times hold is not shown as a thing. Quotations
// and times may be nil.
func (f *Finder) Find(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, sta *annot.States, tim *annot.Times, ms *annot.Mentions, ents *annot.Entities) *annot.Things {
	r := newReader(seg, quo, syn, sta, ms, ents)
	r.gather()
	r.outlook = f.net.project(r)
	for i := range r.phrases {
		r.meet(i)
		r.resolve(f.net, i)
	}
	return r.layer(tim)
}

// resolve links a phrase to the likeliest before it, or leaves it alone.
func (r *reader) resolve(m *network, a int) {
	if r.candidates(a); len(r.cand) == 0 {
		return
	}
	alone := m.alone(r.ofNone(a), r.outlook[a])
	best, top := -1, float32(math.Inf(-1))
	r.score = r.score[:0]
	for _, c := range r.cand {
		s := m.pair(r.ofPair(a, int(c)), r.outlook[a], r.outlook[c])
		r.score = append(r.score, s)
		if s > top {
			best, top = int(c), s
		}
	}
	bar := float32(linked)
	if r.phrases[a].form.voice() {
		bar = linkedVoice
	}
	if odds := r.oddsOf(best, top, alone); odds >= bar {
		r.join(a, best, odds)
	}
}

// oddsOf returns the logarithm of the odds of the best candidate and those of
// its chain against the others and against standing alone.
func (r *reader) oddsOf(best int, top, alone float32) float32 {
	with, against := 0.0, math.Exp(float64(alone-top))
	for i, c := range r.cand {
		p := math.Exp(float64(r.score[i] - top))
		if int(c) == best || r.of[best] >= 0 && r.of[c] == r.of[best] {
			with += p
		} else {
			against += p
		}
	}
	return float32(math.Log(with / against))
}
