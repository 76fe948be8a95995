package encoder

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/encode"
	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// step trains on one batch.
func (t *trainer) step(batch []*example) {
	t.gradient(batch)
	t.update()
}

// gradient adds the gradient of the loss of a batch to all parameters.
func (t *trainer) gradient(batch []*example) {
	t.arena.Reset()
	t.loss = 0
	for _, p := range t.params() {
		p.Prepare(true)
	}
	fs, seqs, sentOf := t.layOut(batch)
	t.readTrees(batch, seqs, len(fs))
	t.rows = len(fs)
	a := &t.arena
	x := t.net.Gather(a, fs)
	inMask := t.dropout(len(x), t.opt.InDrop)
	multiply(x, inMask)
	h := t.net.In.Forward(a, x, t.rows)
	y, pass := t.forward(t.net.Stack, h, seqs, t.rows, t.opt.Drop)
	outMask := t.dropout(len(y), t.opt.Drop)
	multiply(y, outMask)
	t.out, t.dout = y, a.Zeros(len(y))
	t.heads(batch, seqs, sentOf)
	multiply(t.dout, outMask)
	dh := t.backward(t.net.Stack, pass, t.dout)
	dx := t.net.In.Backward(a, x, dh, t.rows)
	multiply(dx, inMask)
	t.net.Scatter(fs, dx)
}

// update clips the gradient and moves the weights.
func (t *trainer) update() {
	ps := t.params()
	var sum float64
	for _, p := range ps {
		g := p.Grad()
		sum += float64(kernel.Dot(g, g))
	}
	for _, tb := range t.net.Tables() {
		sum += tb.SquaredGrad()
	}
	scale := float32(1)
	const clip = 3
	if norm := math.Sqrt(sum); norm > clip {
		scale = float32(clip / norm)
	}
	t.stats.add("norm", math.Sqrt(sum), 1)
	t.adam.Begin()
	for _, p := range ps {
		t.adam.Update(p, scale)
	}
	for _, tb := range t.net.Tables() {
		t.adam.UpdateTable(tb, scale)
	}
	t.steps++
	const every = 8
	if t.steps%every == 0 {
		decay := math.Min(t.opt.Averaged, 1-1/(1+float64(t.steps)/10))
		t.average(float32(math.Pow(decay, every)))
	}
}

// layOut extracts the features of a batch, with words dropped and sentences
// put into capitals now and then.
func (t *trainer) layOut(batch []*example) (fs []encode.Features, seqs []net.Seq, sentOf []int32) {
	sent := int32(0)
	for _, e := range batch {
		p := e.para
		if e.names != nil {
			p.Words = t.swap(e)
		}
		switch u := t.rng.next() % 100; {
		case u < 2:
			p.Words = changed(p.Words, strings.ToUpper)
		case u < 5 && e.len() > 3:
			p.Words = changed(p.Words, capitalise)
		}
		start := len(fs)
		fs = t.net.Extract(fs, &p)
		seqs = append(seqs, net.Seq{Start: start, End: len(fs)})
		for i, first := range p.First {
			if first {
				sent++
			}
			sentOf = append(sentOf, sent)
			drop := t.opt.WordDrop
			if e.names != nil && e.names[i] > 0 {
				drop = t.opt.NameDrop
			}
			t.forget(&fs[start+i], drop)
		}
	}
	return fs, seqs, sentOf
}

// forget drops what is known of a word, each source on its own.
func (t *trainer) forget(f *encode.Features, rate float64) {
	if t.rng.chance(rate) {
		f.Vector = -1
		f.Caps = 2*encode.CapsUnknown + f.Caps&1
	}
	if t.rng.chance(rate) {
		f.Listed = 0
	}
	if t.rng.chance(rate) {
		f.Hash = [2]int32{-1, -1}
	}
}

func changed(words []string, f func(string) string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = f(w)
	}
	return out
}

func capitalise(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	if len(w) < 4 {
		return w
	}
	return string(unicode.ToUpper(r)) + w[n:]
}

// A column collects the rows and targets of one head.
type column struct {
	index   []int
	targets []int16
}

func (c *column) add(start int, targets []int16) {
	for i, x := range targets {
		if x >= 0 {
			c.index = append(c.index, start+i)
			c.targets = append(c.targets, x)
		}
	}
}

// all adds the masked ones as well, for heads that read sentences.
func (c *column) all(start int, targets []int16) {
	for i, x := range targets {
		c.index = append(c.index, start+i)
		c.targets = append(c.targets, x)
	}
}

// heads adds up the losses of all heads.
func (t *trainer) heads(batch []*example, seqs []net.Seq, sentOf []int32) {
	var tags, lemmas, names, silverTags, silverNames, cues, flat column
	var gold, silver treeColumn
	var runs, silverRuns []net.Seq
	for i, e := range batch {
		start := seqs[i].Start
		tags.add(start, e.tags)
		lemmas.add(start, e.lemmas)
		if e.names != nil {
			runs = e.runs(runs, len(names.index))
			names.all(start, e.names)
		}
		silverTags.add(start, e.silverTags)
		if e.silverNames != nil {
			silverRuns = e.runs(silverRuns, len(silverNames.index))
			silverNames.all(start, e.silverNames)
		}
		cues.add(start, e.cues)
		flat.add(start, e.flat)
		gold.add(e, start, e.heads, e.rels)
		silver.add(e, start, e.silverHeads, e.silverRels)
	}
	o, scale := &t.opt, 1/float32(t.opt.Batch)
	n := t.net
	t.classify(n.Tag, len(n.Labels.Tags), tags.index, tags.targets, o.TagWeight*scale, "tag")
	t.classify(n.Lemma, len(n.Labels.Lemmas), lemmas.index, lemmas.targets, 0.5*o.TagWeight*scale, "lemma")
	t.nameLoss(names.index, names.targets, runs, o.NameWeight*scale)
	t.classify(t.silverTag, len(t.sets.silverTags.list), silverTags.index, silverTags.targets, o.SilverWeight*scale, "stag")
	t.silverNameLoss(silverNames.index, silverNames.targets, silverRuns, o.SilverNameWeight*scale)
	t.classify(t.flat, 4, flat.index, flat.targets, o.FlatWeight*scale, "flat")
	t.classify(n.Cue, 3, cues.index, cues.targets, o.CueWeight*scale, "cue")
	t.hang(n.TreeStack, n.Trees, len(n.Labels.Rels), gold.index, gold.sents, o.TreeWeight*scale, "tree")
	t.hang(nil, t.silverTrees, len(t.sets.silverRels.list), silver.index, silver.sents, o.SilverTreeWeight*scale, "stree")
	t.pairs(t.candidates(batch, seqs), sentOf, o.PairWeight*scale)
}

// candidates collects the cues of a batch, and decoys.
func (t *trainer) candidates(batch []*example, seqs []net.Seq) []pairTarget {
	a := &t.arena
	m := a.Mark()
	defer a.Release(m)
	scores := t.net.Cue.Forward(a, t.out, t.rows)
	ld := t.net.Cue.W.N
	var all []pairTarget
	for i, e := range batch {
		if e.cues == nil {
			continue
		}
		start := seqs[i].Start
		for _, att := range e.atts {
			c := encode.Candidate{Start: start + att.start, End: start + att.end, Low: start, High: start + e.len()}
			all = append(all, pairTarget{c, att.roles})
		}
		if d, ok := t.decoys(e, start, scores[:], ld); ok {
			all = append(all, d)
		}
	}
	return all
}

// runs appends the sentences of an example whose rows start at a place among
// the gathered rows.
func (e *example) runs(runs []net.Seq, at int) []net.Seq {
	for i := range e.sents {
		a, b := e.sentence(i)
		runs = append(runs, net.Seq{Start: at + a, End: at + b})
	}
	return runs
}

// A treeColumn collects the sentences of a tree head.
type treeColumn struct {
	index []int
	sents []treeTarget
}

func (c *treeColumn) add(e *example, start int, heads []int32, rels []int16) {
	if heads == nil {
		return
	}
	for i := range e.sents {
		a, b := e.sentence(i)
		if b-a < 2 || b-a > 150 {
			continue
		}
		s := treeTarget{seq: net.Seq{Start: len(c.index), End: len(c.index) + b - a}, rels: rels[a:b]}
		for k := a; k < b; k++ {
			c.index = append(c.index, start+k)
			h := heads[k]
			if h >= 0 {
				h -= int32(a)
			}
			s.heads = append(s.heads, h)
		}
		c.sents = append(c.sents, s)
	}
}

// readTrees lays out the trees that were read for the examples with cues.
func (t *trainer) readTrees(batch []*example, seqs []net.Seq, rows int) {
	t.trees = encode.Tree{Heads: make([]int32, rows), Rels: make([]int32, rows)}
	for i, e := range batch {
		start := int32(seqs[i].Start)
		if e.readHeads == nil && e.cues != nil {
			t.trees = encode.Tree{} // before the first reading
			return
		}
		for k, h := range e.readHeads {
			if h >= 0 {
				h += start
			}
			t.trees.Heads[int(start)+k], t.trees.Rels[int(start)+k] = h, e.readRels[k]
		}
	}
}

// reread reads the trees of all examples with cues by the averaged weights.
func (t *trainer) reread() {
	t.mean.Prepare(false)
	enc := encode.NewEncoder(t.mean)
	classes := map[string]int32{}
	for i, l := range t.mean.Labels.Rels {
		classes[l] = int32(i)
	}
	for _, e := range t.sets.examples {
		if e.cues == nil {
			continue
		}
		words := enc.Read(document(e)).Syntax.Words
		e.readHeads, e.readRels = make([]int32, e.len()), make([]int32, e.len())
		for i, w := range words {
			e.readHeads[i], e.readRels[i] = int32(w.Head), classes[w.Rel.String()]
		}
	}
}
