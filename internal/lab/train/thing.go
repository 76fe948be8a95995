package train

import (
	"fmt"
	"math"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/ml/kernel"
	"readout/internal/text"
	"readout/internal/thing"
)

// A ThingReading is the layers of one text that things ask for.
type ThingReading struct {
	Seg    *annot.Segmentation
	Quo    *annot.Quotations
	Syn    *annot.Syntax
	States *annot.States
	Tim    *annot.Times
	Ms     *annot.Mentions
	Ents   *annot.Entities
}

// ThingOptions say how the weights of things are learned.
type ThingOptions struct {
	Seed   int64
	Epochs int
	Rate   float64 // of learning, in the first epoch; it falls to nought in a line
	Decay  float64 // L2, per example
	// What a wrong answer costs beside its likelihood (Durrett and Klein, 2013):
	// a link where there is none, none where there is one, and the wrong one.
	False, Missed, Wrong float64
	Drop, DropState      float64 // of the hidden units, and of the states, left out at random
	Read                 func(*text.Text) ThingReading
	Report               func(string)
}

// DefaultThingOptions are those of the weights that are shipped.
func DefaultThingOptions() ThingOptions {
	return ThingOptions{Seed: 1, Epochs: 5, Rate: 0.1, Decay: 1e-5, False: 0.1, Missed: 0.5, Wrong: 1, Drop: 0.35, DropState: 0.3}
}

// Things learns what phrases take up from the free documents of OntoGUM, as
// they are read from their raw text: by AdaGrad on the log-likelihood of all
// right answers, with costs. It does so twice: the second time, the chains so
// far are those that the weights of the first make, as they are when reading.
func Things(data string, o ThingOptions) (*thing.Weights, error) {
	examples, err := thingExamples(data, nil, o)
	if err != nil {
		return nil, err
	}
	examples, err = thingExamples(data, thing.NewWith(fitThings(examples, o)), o)
	if err != nil {
		return nil, err
	}
	return fitThings(examples, o), nil
}

// fitThings fits the weights to examples and averages them over the second
// half of the epochs.
func fitThings(examples []thing.Example, o ThingOptions) *thing.Weights {
	w, sum, n := thing.NewWeights(), thing.NewWeights(), 0
	l := newThingLearner(w, o)
	for epoch := range o.Epochs {
		loss := l.epoch(examples, o.Rate*(1-float64(epoch)/float64(o.Epochs)))
		o.Report(fmt.Sprintf("epoch %d: loss %.4f over %d phrases", epoch+1, loss, len(examples)))
		if epoch >= o.Epochs/2 {
			n++
			for i, p := range parts(w) {
				kernel.Axpy(parts(sum)[i], 1, p)
			}
		}
	}
	for _, p := range parts(sum) {
		for i := range p {
			p[i] /= float32(n)
		}
	}
	return sum
}

func parts(w *thing.Weights) [5][]float32 {
	return [5][]float32{w.Linear, w.In, w.InBias, w.Look, w.Out}
}

func thingExamples(data string, f *thing.Finder, o ThingOptions) ([]thing.Example, error) {
	var all []thing.Example
	err := eachFree(data, func(d corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax) {
		if r := o.Read(seg.Text); r.Ents != nil { // read as English
			all = append(all, thing.Learn(f, r.Seg, r.Quo, r.Syn, r.States, r.Ms, r.Ents, chainsByHead(d, seg, syn, r.Seg))...)
		}
	})
	return all, err
}

// chainsByHead finds the gold chain of a phrase by where its head begins.
func chainsByHead(d corpus.CorefDoc, goldSeg *annot.Segmentation, goldSyn *annot.Syntax, seg *annot.Segmentation) func(annot.TokenID, bool) int {
	number, at := map[string]int{}, map[corpus.HeadKey]int{}
	for _, m := range d.Mentions {
		if m.Last < 0 {
			continue
		}
		if _, ok := number[m.Chain]; !ok {
			number[m.Chain] = len(number)
		}
		at[m.Head(goldSeg, goldSyn)] = number[m.Chain]
	}
	return func(head annot.TokenID, group bool) int {
		if n, ok := at[corpus.HeadKey{At: seg.Tokens[head].Span.Start, Group: group}]; ok {
			return n
		}
		return -1
	}
}

// A thingLearner takes steps up the gradient.
type thingLearner struct {
	thingScorer
	o       ThingOptions
	squares [5][]float32 // sums of squared gradients, as parts
	random  uint64
}

func newThingLearner(w *thing.Weights, o ThingOptions) *thingLearner {
	l := &thingLearner{thingScorer: thingScorer{w: w}, o: o, random: 88172645463325252 + 7919*uint64(o.Seed)}
	for i, p := range parts(w) {
		l.squares[i] = make([]float32, len(p))
		for j := range p {
			l.squares[i][j] = 0.1
		}
	}
	l.spread(w.In, 0.1)
	l.spread(w.Out, 0.5)
	l.spread(w.Look, 0.03)
	return l
}

func (l *thingLearner) next() uint64 {
	l.random ^= l.random << 13
	l.random ^= l.random >> 7
	l.random ^= l.random << 17
	return l.random
}

// spread fills weights evenly up to a bound on either side.
func (l *thingLearner) spread(w []float32, bound float32) {
	for i := range w {
		w[i] = (float32(l.next()%20001)/10000 - 1) * bound
	}
}

// mask writes 0 with probability p, and else what makes up for it.
func (l *thingLearner) mask(m []float32, p float64) {
	for i := range m {
		if m[i] = float32(1 / (1 - p)); float64(l.next()%1000) < 1000*p {
			m[i] = 0
		}
	}
}

// epoch goes through the examples in a new order and returns the mean loss.
func (l *thingLearner) epoch(examples []thing.Example, rate float64) float64 {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(l.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	loss := 0.0
	for _, i := range order {
		l.mask(l.units[:], l.o.Drop)
		l.mask(l.inputs[:], l.o.DropState)
		e := &examples[i]
		l.forward(e)
		loss += l.answers(e)
		l.backward(e, float32(rate))
	}
	return loss / float64(len(examples))
}

// answers turns scores into the gradient at each and returns the loss.
func (l *thingLearner) answers(e *thing.Example) float64 {
	top := math.Inf(-1)
	for c := range e.Right {
		if !e.Right[c] {
			switch {
			case e.Right[0]:
				l.score[c] += l.o.False
			case c == 0:
				l.score[c] += l.o.Missed
			default:
				l.score[c] += l.o.Wrong
			}
		}
		top = math.Max(top, l.score[c])
	}
	all, right := 0.0, 0.0
	for c := range e.Right {
		l.score[c] = math.Exp(l.score[c] - top)
		all += l.score[c]
		if e.Right[c] {
			right += l.score[c]
		}
	}
	for c := range e.Right {
		p := l.score[c]
		l.score[c] = p / all
		if e.Right[c] {
			l.score[c] -= p / right
		}
	}
	return math.Log(all / right)
}
