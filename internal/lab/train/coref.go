package train

import (
	"fmt"
	"math"
	"strings"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/coref"
	"readout/internal/lab/corpus"
	"readout/internal/text"
)

// A Reading is the layers of one text that coreference asks for.
type Reading struct {
	Seg *annot.Segmentation
	Quo *annot.Quotations
	Syn *annot.Syntax
	Ms  *annot.Mentions
	Att *annot.Attributions
}

// A CorefOptions says how the weights of antecedents are learned.
type CorefOptions struct {
	Epochs int
	Rate   float64 // of learning, in the first epoch
	Decay  float64 // L2, per example
	Read   func(*text.Text) Reading
}

// Coref learns the weights of antecedents from the free documents of OntoGUM
// and from GAP, by stochastic gradient descent on the log-likelihood of the
// right candidates, and averages them over the steps.
//
// It does so twice: the second time, pronouns of which the corpora say nothing
// are resolved by the weights of the first, as they are when reading.
func Coref(data string, v *coref.Resolver, o CorefOptions) ([]float32, error) {
	var w []float32
	for range 2 {
		examples, err := corefExamples(data, v, o)
		if err != nil {
			return nil, err
		}
		w = descend(examples, o)
		v = v.With(w)
	}
	return w, nil
}

// descend fits the weights to examples.
func descend(examples []coref.Example, o CorefOptions) []float32 {
	w, sum := make([]float64, coref.Weights()), make([]float64, coref.Weights())
	steps := 0.0
	order := shuffled(len(examples))
	for epoch := range o.Epochs {
		rate := o.Rate / (1 + float64(epoch))
		for _, i := range order {
			learn(w, examples[i], rate, o.Decay)
			if epoch > 0 {
				steps++
				for j := range w {
					sum[j] += w[j]
				}
			}
		}
	}
	out := make([]float32, len(w))
	for j := range out {
		out[j] = float32(sum[j] / max(steps, 1))
		if math.Abs(float64(out[j])) < 0.02 {
			out[j] = 0
		}
	}
	return out
}

// shuffled returns the numbers below n in a fixed order that mixes the corpora.
func shuffled(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	state := uint64(88172645463325252)
	for i := n - 1; i > 0; i-- {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		j := int(state % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// learn takes one step up the gradient.
func learn(w []float64, e coref.Example, rate, decay float64) {
	p := make([]float64, len(e.Candidates))
	top := math.Inf(-1)
	for i, c := range e.Candidates {
		for _, f := range c {
			p[i] += w[f]
		}
		top = max(top, p[i])
	}
	all, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if e.Right[i] {
			right += p[i]
		}
	}
	for i, c := range e.Candidates {
		g := -p[i] / all
		if e.Right[i] {
			g += p[i] / right
		}
		for _, f := range c {
			w[f] += rate * (g - decay*w[f])
		}
	}
}

func corefExamples(data string, v *coref.Resolver, o CorefOptions) ([]coref.Example, error) {
	free, err := freeIDs(data)
	if err != nil {
		return nil, err
	}
	docs, err := corpus.ReadOntoGUM(data, "train")
	if err != nil {
		return nil, err
	}
	var all []coref.Example
	for _, d := range docs {
		if !free[d.ID] {
			continue
		}
		seg, syn, err := conllu.Document(d.Sentences)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		r := o.Read(seg.Text)
		all = append(all, v.Learn(r.Seg, r.Quo, r.Syn, r.Ms, r.Att, goldOf(d, seg, syn, r))...)
	}
	gap, err := corpus.ReadGAP(data, "train.tsv.gz")
	if err != nil {
		return nil, err
	}
	for _, g := range gap {
		r := o.Read(g.Text)
		if r.Ms == nil {
			continue // not read as English
		}
		if gold, ok := goldOfGAP(g, r.Ms); ok {
			all = append(all, v.Learn(r.Seg, r.Quo, r.Syn, r.Ms, r.Att, gold)...)
		}
	}
	return all, nil
}

func freeIDs(data string) (map[string]bool, error) {
	docs, err := corpus.ReadUD(data, "gum", "train")
	if err != nil {
		return nil, err
	}
	free := map[string]bool{}
	for _, d := range docs {
		free[d.ID] = d.Free()
	}
	return free, nil
}

// goldOf numbers the chains of a document and finds them among the mentions
// by the heads of their phrases. A pronoun in no chain refers to no actor.
func goldOf(d corpus.CorefDoc, goldSeg *annot.Segmentation, goldSyn *annot.Syntax, r Reading) []int {
	chain, at, things := map[string]int{}, map[int]int{}, map[int]int{}
	for _, m := range d.Mentions {
		if m.Last < 0 {
			continue
		}
		if _, ok := chain[m.Chain]; !ok {
			chain[m.Chain] = len(chain)
		}
		if m.Type == "person" || m.Type == "organization" || m.Type == "place" {
			things[chain[m.Chain]]--
		} else {
			things[chain[m.Chain]]++
		}
		sp := goldSeg.SpanOf(annot.TokenID(m.First), annot.TokenID(m.Last))
		if h := goldSyn.HeadOf(sp); h != annot.None {
			at[goldSeg.Tokens[h].Span.Start] = chain[m.Chain]
		}
	}
	gold := make([]int, len(r.Ms.List))
	for i := range gold {
		row := &r.Ms.List[i]
		n, ok := at[r.Seg.Tokens[row.Head].Span.Start]
		switch {
		case ok && len(row.Members) == 0:
			gold[i] = n
		case row.Kind == annot.PersonMention || len(row.Members) > 0:
			gold[i] = coref.Unlabelled
		default:
			gold[i] = coref.NoActor
		}
	}
	noActors(gold, r.Ms, things)
	return gold
}

// noActors marks the pronouns of chains that have no mention but pronouns among
// ours: as no actor's where the chain is of things, and else as unlabelled.
func noActors(gold []int, ms *annot.Mentions, things map[int]int) {
	has := map[int]bool{}
	for i, n := range gold {
		if n >= 0 && ms.List[i].Form != "pronominal" {
			has[n] = true
		}
	}
	for i, n := range gold {
		if n >= 0 && !has[n] && ms.List[i].Form == "pronominal" {
			gold[i] = coref.Unlabelled
			if things[n] > 0 {
				gold[i] = coref.NoActor
			}
		}
	}
}

// goldOfGAP labels the names of an example and its pronoun. It reports false
// where the pronoun means neither name or was not found.
func goldOfGAP(g corpus.GapExample, ms *annot.Mentions) ([]int, bool) {
	if g.Means[0] == g.Means[1] {
		return nil, false
	}
	gold := make([]int, len(ms.List))
	found := false
	means := 0
	if g.Means[1] {
		means = 1
	}
	for i := range gold {
		gold[i] = coref.Unlabelled
		row := &ms.List[i]
		switch {
		case row.Span == g.Pronoun:
			gold[i], found = means, true
		case row.Form == "named" && len(row.Members) == 0:
			for k, name := range g.Name {
				if row.Span.Overlaps(name) || strings.TrimSpace(g.Text.Slice(row.Span)) == g.Text.Slice(name) {
					gold[i] = k
				}
			}
		}
	}
	return gold, found
}
