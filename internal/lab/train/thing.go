package train

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
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
	Decay  float64 // of the weights of looks, a step
	// What a wrong answer costs beside its likelihood (Durrett and Klein, 2013):
	// a link where there is none, none where there is one, and the wrong one.
	False, Missed, Wrong float64
	Drop, DropState      float64 // of the hidden units, and of the states, left out at random
	Read                 func(*text.Text) ThingReading
	Report               func(string)
}

// DefaultThingOptions are those of the weights that are shipped.
func DefaultThingOptions() ThingOptions {
	return ThingOptions{Seed: 1, Epochs: 10, Rate: 0.002, Decay: 0.1, False: 0.1, Missed: 0.5, Wrong: 1, Drop: 0.35, DropState: 0.3}
}

// Things learns what phrases take up from the documents of OntoGUM whose texts
// no licence keeps from being used, as they are read from their raw text: by
// Adam on the log-likelihood of all right answers, with costs. It does so twice:
// the second time, the chains so far are those that the weights of the first
// make, as they are when reading.
func Things(data string, o ThingOptions) (*thing.Weights, error) {
	var f *thing.Finder
	for round := 1; ; round++ {
		lessons, err := thingLessons(data, f, o)
		if err != nil {
			return nil, err
		}
		w := fitThings(lessons, o)
		if round == 2 {
			return w, nil
		}
		f = thing.NewWith(w)
	}
}

// fitThings fits the weights to lessons and averages them over the second half
// of the epochs.
func fitThings(lessons []thing.Lesson, o ThingOptions) *thing.Weights {
	l := newThingLearner(o)
	step, phrases := 0, 0
	for i := range lessons {
		phrases += len(lessons[i].Examples)
	}
	var mean [4][]float32
	for epoch := range o.Epochs {
		l.loss = 0
		parts := l.cut(lessons)
		for _, p := range parts {
			l.step(p.lesson, p.some, o.Rate*(1-float64(step)/float64(o.Epochs*len(parts))))
			step++
		}
		o.Report(fmt.Sprintf("epoch %d: loss %.4f over %d phrases", epoch+1, l.loss/float64(phrases), phrases))
		if n := epoch - o.Epochs/2; n >= 0 {
			for i, p := range l.all() {
				if n == 0 {
					mean[i] = make([]float32, len(p))
				}
				for j, v := range p {
					mean[i][j] += (v - mean[i][j]) / float32(n+1)
				}
			}
		}
	}
	for i, p := range l.all() {
		copy(p, mean[i])
	}
	return l.weights()
}

// A part is some examples of a lesson, which make one step.
type part struct {
	lesson *thing.Lesson
	some   []int
}

// some is how many examples make a step.
const some = 32

// cut cuts lessons into parts and puts them into a new order.
func (l *thingLearner) cut(lessons []thing.Lesson) []part {
	var parts []part
	for i := range lessons {
		for c := range slices.Chunk(l.dice.Perm(len(lessons[i].Examples)), some) {
			parts = append(parts, part{&lessons[i], c})
		}
	}
	l.dice.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return parts
}

func thingLessons(data string, f *thing.Finder, o ThingOptions) ([]thing.Lesson, error) {
	usable, err := idsOf(data, func(d corpus.TreeDoc) bool { return !strings.Contains(d.Licence, "NC") })
	if err != nil {
		return nil, err
	}
	var all []thing.Lesson
	err = eachOf(data, usable, func(d corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax) {
		if r := o.Read(seg.Text); r.Ents != nil { // read as English
			all = append(all, thing.Learn(f, r.Seg, r.Quo, r.Syn, r.States, r.Ms, r.Ents, chainsByHead(d, seg, syn, r.Seg)))
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
