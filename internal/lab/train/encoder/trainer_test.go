package encoder

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"readout/internal/encode"
	"readout/internal/ml/decode"
)

// invented builds an example with every kind of target.
func invented(s *sets) *example {
	e := new(example)
	e.para.Words = strings.Fields("The envoy of Ruritania said on Friday that the talks would go on . Others , she noted , may join .")
	n := e.len()
	e.para.First, e.para.Glued = make([]bool, n), make([]bool, n)
	e.para.First[0], e.para.First[13] = true, true
	e.sents = []int{0, 13}
	e.cues, e.flat = make([]int16, n), make([]int16, n)
	for i, w := range e.para.Words {
		e.tags = append(e.tags, int16(s.tags.add(w[:1])))
		e.lemmas = append(e.lemmas, int16(s.lemmas.add(w[len(w)-1:])))
		e.rels = append(e.rels, int16(s.rels.add(w[:1])))
		e.names = append(e.names, int16(i%3))
		e.silverTags = append(e.silverTags, int16(s.silverTags.add(w[:1])))
		e.silverNames = append(e.silverNames, int16(s.silverNames.add(w[:1])))
		e.silverRels = append(e.silverRels, int16(s.silverRels.add(w[:1])))
		h := int32(4)
		if i > 13 {
			h = 17
		}
		if i == 4 || i == 17 {
			h = -1
		} else if i == 13 {
			h = 17
		}
		e.heads = append(e.heads, h)
		if i == 8 {
			h = noHead
		}
		e.silverHeads = append(e.silverHeads, h)
	}
	e.names[6] = masked
	for i := range 3 {
		s.names.add(string(rune('a' + i)))
	}
	roles := func(source, content [2]int, more ...[2]int) []decode.Role {
		r := make([]decode.Role, n)
		for i := source[0]; i < source[1]; i++ {
			r[i] = decode.SourceRole
		}
		for _, c := range append(more, content) {
			for i := c[0]; i < c[1]; i++ {
				r[i] = decode.ContentRole
			}
		}
		return r
	}
	e.atts = []attribution{
		{4, 5, roles([2]int{0, 4}, [2]int{7, 12})},
		{16, 17, roles([2]int{15, 16}, [2]int{13, 14}, [2]int{18, 20})},
		{19, 20, roles([2]int{0, 0}, [2]int{13, 14})},
	}
	e.readHeads, e.readRels = append([]int32(nil), e.heads...), make([]int32, n)
	e.readHeads[8] = 10
	for i := range e.readRels {
		e.readRels[i] = int32(i % 3)
	}
	e.cues[4], e.cues[16], e.cues[17] = encode.CueBegins, encode.CueBegins, encode.CueGoesOn
	return e
}

func TestGradientOfTheWhole(t *testing.T) {
	s := newSets()
	batch := []*example{invented(s), invented(s)}
	opt := DefaultOptions()
	opt.Sizes = encode.Sizes{Dim: 32, Pair: 32, Arc: 16, Rel: 16, Layers: 2, Second: 1, Top: 1}
	opt.Drop, opt.InDrop, opt.HeadDrop, opt.PairDrop, opt.WordDrop, opt.BranchDrop = 0, 0, 0, 0, 0, 0
	opt.Batch = 40
	r := rand.New(rand.NewSource(3))
	v := &Vectors{Dim: 16, Words: []string{"the", "said", "talks"}, Caps: []uint8{0, 0, 1}, Listed: []uint8{encode.MetBit, encode.MetBit, 0}}
	for range 48 {
		v.Rows = append(v.Rows, float32(r.NormFloat64()))
	}
	tr := newTrainer(opt, s, v)
	loss := func() float64 {
		tr.rng = 99 // the same decoys and capitals
		tr.gradient(batch)
		return tr.loss
	}
	for i := range tr.net.PairBranch.W {
		tr.net.PairBranch.W[i] = float32(r.NormFloat64()) / 3
	}
	loss() // makes the pools of masks
	for _, p := range tr.params() {
		clear(p.Grad())
	}
	loss()
	var grads [][]float32
	for _, p := range tr.params() {
		grads = append(grads, append([]float32(nil), p.Grad()...))
	}
	for k, p := range tr.params() {
		g := grads[k]
		for range 4 {
			i := r.Intn(len(p.W))
			const h = 4e-3
			old := p.W[i]
			p.W[i] = old + h
			up := loss()
			p.W[i] = old - h
			down := loss()
			p.W[i] = old
			if want := (up - down) / (2 * h); math.Abs(want-float64(g[i])) > 4e-3+0.05*math.Abs(want) {
				t.Errorf("%s %d: gradient %g, differences give %g", p.Name, i, g[i], want)
			}
		}
	}
}
