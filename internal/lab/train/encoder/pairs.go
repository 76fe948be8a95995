package encoder

import (
	"math"

	"readout/internal/encode"
	"readout/internal/ml/decode"
	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// A pairTarget is a cue of a batch with the roles of its window.
type pairTarget struct {
	cand  encode.Candidate
	roles []decode.Role // of the paragraph
}

// pairs is the loss of sources and contents, given the cues.
func (t *trainer) pairs(targets []pairTarget, sentOf []int32, weight float32) {
	if len(targets) == 0 {
		return
	}
	a, n := &t.arena, t.net
	m := a.Mark()
	cands := make([]encode.Candidate, len(targets))
	var places, branches []int32
	var seqs []net.Seq
	for i, p := range targets {
		cands[i] = p.cand
		start := len(places)
		places = p.cand.Places(places, sentOf)
		tree := &t.trees
		if t.rng.chance(t.opt.BranchDrop) {
			tree = new(encode.Tree)
		}
		branches = p.cand.Branches(branches, tree, sentOf)
		seqs = append(seqs, net.Seq{Start: start, End: len(places)})
	}
	rows, total := t.rows, len(places)
	d := n.Sizes.Pair
	tok, left := n.PairToken.Forward(a, t.out, rows), n.PairLeft.Forward(a, t.out, rows)
	q := n.CueMean(a, t.out, cands)
	cue, right := n.PairCue.Forward(a, q, len(cands)), n.PairRight.Forward(a, q, len(cands))
	z := a.Floats(total * d)
	n.Combine(z, tok, left, cue, right, cands, places, branches)
	mask := t.dropout(len(z), t.opt.PairDrop)
	multiply(z, mask)
	y, pass := t.forward(n.PairStack, z, seqs, total, t.opt.PairDrop)
	em := n.PairOut.Forward(a, y, total)
	dem := a.Zeros(len(em))
	t.chainLoss(targets, seqs, em, dem, weight)
	dy := n.PairOut.Backward(a, y, dem, total)
	dz := t.backward(n.PairStack, pass, dy)
	multiply(dz, mask)
	t.uncombine(dz, tok, left, cue, right, q, cands, places, branches)
	a.Release(m)
}

func (t *trainer) chainLoss(targets []pairTarget, seqs []net.Seq, em, dem []float32, weight float32) {
	ld := t.net.PairOut.W.N
	var loss float64
	for i, p := range targets {
		low, high := p.cand.Window()
		open := make([]bool, high-low)
		for j := range open {
			open[j] = low+j < p.cand.Start || low+j >= p.cand.End
		}
		roles := p.roles[low-p.cand.Low : high-p.cand.Low]
		s := seqs[i]
		loss += t.chain.Loss(&t.scratch, roles, em[s.Start*ld:], t.net.PairChain.W, open, p.cand.Start-low,
			weight, dem[s.Start*ld:], t.net.PairChain.Grad())
	}
	t.stats.add("pair", loss, len(targets))
	t.loss += float64(weight) * loss
}

// uncombine takes gradients back through [encode.Network.Combine].
func (t *trainer) uncombine(dz, tok, left, cue, right, q []float32, cands []encode.Candidate, places, branches []int32) {
	a, n := &t.arena, t.net
	d := n.Sizes.Pair
	dtok, dleft := a.Zeros(len(tok)), a.Zeros(len(left))
	dcue, dright := a.Zeros(len(cue)), a.Zeros(len(right))
	row := 0
	for i, c := range cands {
		g, dg, dq := right[i*d:(i+1)*d], dright[i*d:(i+1)*d], dcue[i*d:(i+1)*d]
		low, high := c.Window()
		for r := low; r < high; r++ {
			up := dz[row*d : (row+1)*d]
			l, dl := left[r*d:(r+1)*d], dleft[r*d:(r+1)*d]
			for j, v := range up {
				dl[j] += v * g[j]
				dg[j] += v * l[j]
			}
			kernel.Axpy(dtok[r*d:(r+1)*d], 1, up)
			kernel.Axpy(dq, 1, up)
			n.PairPlace.AddGrad(places[row], up)
			n.PairBranch.AddGrad(branches[row], up)
			row++
		}
	}
	n.PairToken.BackwardAdd(a, t.out, dtok, t.dout, t.rows)
	n.PairLeft.BackwardAdd(a, t.out, dleft, t.dout, t.rows)
	dmean := n.PairCue.Backward(a, q, dcue, len(cands))
	n.PairRight.BackwardAdd(a, q, dright, dmean, len(cands))
	for i, c := range cands {
		for r := c.Start; r < c.End; r++ {
			kernel.Axpy(t.dout[r*t.dim:(r+1)*t.dim], 1/float32(c.End-c.Start), dmean[i*t.dim:(i+1)*t.dim])
		}
	}
}

// decoys picks for an example a token that looks like a cue and is none.
func (t *trainer) decoys(e *example, start int, cues []float32, ld int) (pairTarget, bool) {
	best, top := -1, 0.08
	for i, c := range e.cues {
		if c != encode.NoCue {
			continue
		}
		row := cues[(start+i)*ld : (start+i)*ld+3]
		e0, e1, e2 := math.Exp(float64(row[0])), math.Exp(float64(row[1])), math.Exp(float64(row[2]))
		if p := e1 / (e0 + e1 + e2) * (0.5 + float64(t.rng.next()>>40)/(1<<24)); p > top {
			best, top = i, p
		}
	}
	if best < 0 {
		return pairTarget{}, false
	}
	c := encode.Candidate{Start: start + best, End: start + best + 1, Low: start, High: start + e.len()}
	return pairTarget{c, make([]decode.Role, e.len())}, true
}
