package encoder

import (
	"fmt"
	"math"
	"math/rand"
	"sort"
	"strings"
	"time"

	"readout/internal/encode"
	"readout/internal/ml/decode"
	"readout/internal/ml/net"
)

// Options of a training.
type Options struct {
	Sizes      encode.Sizes
	Epochs     int // of the schedule of learning rates
	Stop       int // epochs after which to break off; 0: none
	Eighths    int // of all corpora that are used, for learning curves; 0: all
	Seed       int64
	Rate       float64
	Batch      int     // tokens
	Drop       float64 // between layers
	InDrop     float64
	HeadDrop   float64
	PairDrop   float64
	WordDrop   float64
	NameDrop   float64 // WordDrop within names
	TreeShare  float64 // of the treebanks' paragraphs in an epoch
	NameSwap   float64 // chance of a name to be replaced
	NameShare  float64 // of the paragraphs with names in an epoch
	CueShare   float64 // of the articles' paragraphs with attributions
	PlainShare float64 // of those without
	BranchDrop float64
	Averaged   float64 // decay of the averaged weights

	CueWeight, PairWeight, FlatWeight, SilverWeight, SilverNameWeight, SilverTreeWeight, TagWeight, TreeWeight, NameWeight float32

	Lists  *nameLists // names to swap in; nil for none
	Report func(string)
}

// DefaultOptions are those of the model that is shipped.
func DefaultOptions() Options {
	return Options{
		Sizes:  encode.Sizes{Dim: 128, Pair: 96, Arc: 128, Rel: 128, Layers: 3, Second: 2, Top: 1},
		Epochs: 22, Stop: 15, Seed: 1, Rate: 2e-3, Batch: 1200,
		Drop: 0.2, InDrop: 0.25, HeadDrop: 0.25, PairDrop: 0.25, WordDrop: 0.12, NameDrop: 0.3, BranchDrop: 0.1, Averaged: 0.999,
		TreeShare: 2, NameShare: 1, CueShare: 0.65, PlainShare: 0.35, NameSwap: 0.6,
		CueWeight: 2, PairWeight: 1, FlatWeight: 0.3, SilverWeight: 0.1, SilverNameWeight: 0.3, SilverTreeWeight: 0.1,
		TagWeight: 0.5, TreeWeight: 0.8, NameWeight: 1,
		Report: func(string) {},
	}
}

// A trainer holds the network, the heads that only training has, and the
// state of the optimiser.
type trainer struct {
	opt     Options
	net     *encode.Network
	mean    *encode.Network // averaged weights
	sets    *sets
	rng     random
	arena   net.Arena
	adam    net.Adam
	chain   *decode.Segments
	scratch decode.Memory
	stats   stats
	masks   []maskPool
	pool    *namePool

	silverTag, silverName, flat *net.Linear
	silverTrees                 *net.Trees

	trees     encode.Tree // of the batch, as last read
	dim, rows int
	out, dout []float32 // of the encoder
	steps     int
	loss      float64 // of the batch, weighted
}

func newTrainer(opt Options, s *sets, v *Vectors) *trainer {
	opt.Sizes.Vector = v.Dim
	names := encode.Labels{Tags: s.tags.list, Lemmas: s.lemmas.list, Rels: s.rels.list, Names: s.names.list}
	r := rand.New(rand.NewSource(opt.Seed))
	t := &trainer{opt: opt, sets: s, rng: random(opt.Seed*2654435761 + 1), chain: decode.NewSegments(), dim: opt.Sizes.Dim}
	t.net = encode.NewNetwork(opt.Sizes, names, r)
	t.net.SetWords(v.Words, v.Caps, v.Listed, v.Rows)
	t.mean = encode.NewNetwork(opt.Sizes, names, nil)
	t.mean.SetWords(v.Words, v.Caps, v.Listed, v.Rows)
	t.silverTag = net.NewLinear("silvertag", t.dim, len(s.silverTags.list), 0.3, r)
	t.silverName = net.NewLinear("silvername", t.dim, len(s.silverNames.list), 0.3, r)
	t.flat = net.NewLinear("flat", t.dim, 4, 0.3, r)
	t.silverTrees = net.NewTrees("silvertree", t.dim, 64, 64, len(s.silverRels.list), r)
	t.adam = net.Adam{Beta1: 0.9, Beta2: 0.98, Decay: 0.01}
	t.pool = newNamePool(s, opt.Lists)
	t.average(0)
	return t
}

// params returns all weights, those of the shipped network first.
func (t *trainer) params() []*net.Param {
	ps := t.net.Params()
	for _, l := range []*net.Linear{t.silverTag, t.silverName, t.flat} {
		ps = append(ps, l.Params()...)
	}
	return append(ps, t.silverTrees.Params()...)
}

// average moves the mean towards the weights.
func (t *trainer) average(decay float32) {
	move := func(mean, w []float32) {
		for i, x := range w {
			mean[i] += (1 - decay) * (x - mean[i])
		}
	}
	ps := t.net.Params()
	for i, m := range t.mean.Params() {
		move(m.W, ps[i].W)
	}
	ts := t.net.Tables()
	for i, m := range t.mean.Tables() {
		move(m.W, ts[i].W)
	}
}

// stats sums losses by head.
type stats struct {
	loss  map[string]float64
	count map[string]int
}

func (s *stats) add(name string, loss float64, n int) {
	if s.loss == nil {
		s.loss, s.count = map[string]float64{}, map[string]int{}
	}
	s.loss[name] += loss
	s.count[name] += n
}

func (s *stats) String() string {
	var names []string
	for n := range s.loss {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, " %s %.3f", n, s.loss[n]/float64(max(1, s.count[n])))
	}
	return b.String()
}

// train runs all epochs and calls done after each.
func (t *trainer) train(done func(epoch int)) {
	batches := t.batches()
	total := t.opt.Epochs * len(batches) // about: epochs differ a little in length
	start := time.Now()
	for epoch := range t.opt.Epochs {
		t.stats = stats{}
		tokens := 0
		began := time.Now()
		for i, b := range batches {
			at := min(1, float64(t.steps)/float64(total))
			t.adam.Rate = float32(t.opt.Rate * schedule(at) * min(1, float64(t.steps+1)/100))
			t.step(b)
			tokens += t.rows
			if i%200 == 199 && epoch == 0 {
				t.opt.Report(fmt.Sprintf("step %d/%d, %.0f tokens/s%s", i+1, len(batches), float64(tokens)/time.Since(began).Seconds(), t.stats.String()))
			}
		}
		t.opt.Report(fmt.Sprintf("epoch %d, %.0f s, %.0f tokens/s%s", epoch+1, time.Since(start).Seconds(), float64(tokens)/time.Since(began).Seconds(), t.stats.String()))
		done(epoch + 1)
		if epoch+1 == t.opt.Stop {
			return
		}
		batches = t.batches()
	}
}

// schedule warms up over a hundredth and falls as a cosine.
func schedule(at float64) float64 {
	if at < 0.01 {
		return at/0.01 + 0.01
	}
	return 0.5*(1+math.Cos(math.Pi*(at-0.01)/0.99)) + 0.005
}

// copies says how often an epoch has an example: treebanks are small and their
// heads learn slowly, names are many.
func (t *trainer) copies(e *example) int {
	share := t.opt.CueShare
	switch {
	case e.heads != nil:
		share = t.opt.TreeShare
	case e.names != nil:
		share = t.opt.NameShare
	case len(e.atts) == 0:
		share = t.opt.PlainShare
	}
	n := int(share)
	if t.rng.chance(share - float64(n)) {
		n++
	}
	return n
}

// batches shuffles the examples and packs them.
func (t *trainer) batches() [][]*example {
	var order []*example
	for _, e := range t.sets.examples {
		for range t.copies(e) {
			order = append(order, e)
		}
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(t.rng.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	var all [][]*example
	var b []*example
	n := 0
	for _, e := range order {
		b = append(b, e)
		if n += e.len(); n >= t.opt.Batch {
			all, b, n = append(all, b), nil, 0
		}
	}
	if len(b) > 0 {
		all = append(all, b)
	}
	return all
}
