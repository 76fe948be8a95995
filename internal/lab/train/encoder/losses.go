package encoder

import (
	"math"

	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// softmax turns a row of scores into weight times the gradient of the cross
// entropy, and returns the loss. A masked target gives none.
func softmax(row []float32, classes, target int, weight float32) float64 {
	if target < 0 {
		clear(row)
		return 0
	}
	clear(row[classes:])
	row = row[:classes]
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	var sum float32
	for i, v := range row {
		e := float32(math.Exp(float64(v - top)))
		if v == top {
			e = 1
		}
		row[i] = e
		sum += e
	}
	p := row[target] / sum
	scale := weight / sum
	for i := range row {
		row[i] *= scale
	}
	row[target] -= weight
	return -math.Log(float64(max(p, 1e-30)))
}

// classify is the loss of one softmax head over some rows; it adds to the
// gradient of the encoder's output.
func (t *trainer) classify(l *net.Linear, classes int, index []int, targets []int16, weight float32, name string) {
	if len(index) == 0 {
		return
	}
	a := &t.arena
	m := a.Mark()
	x := gather(a, t.out, t.dim, index)
	y := l.Forward(a, x, len(index))
	w := l.W.N
	var loss float64
	n := 0
	for i, target := range targets {
		if target >= 0 {
			n++
		}
		loss += softmax(y[i*w:(i+1)*w], classes, int(target), weight)
	}
	scatter(t.dout, l.Backward(a, x, y, len(index)), t.dim, index)
	t.stats.add(name, loss, n)
	t.loss += float64(weight) * loss
	a.Release(m)
}

// A treeTarget is a sentence of gathered rows with heads and relations.
type treeTarget struct {
	seq   net.Seq
	heads []int32 // in the sentence, -1 the root, noHead unknown
	rels  []int16
}

// hang is the loss of heads and relations over some rows.
func (t *trainer) hang(stack *net.Stack, tr *net.Trees, rels int, index []int, sents []treeTarget, weight float32, name string) {
	if len(index) == 0 {
		return
	}
	a := &t.arena
	m := a.Mark()
	n := len(index)
	seqs := make([]net.Seq, len(sents))
	for i, s := range sents {
		seqs[i] = s.seq
	}
	x, pass := t.top(stack, gather(a, t.out, t.dim, index), seqs)
	dx := a.Zeros(len(x))
	dep, head := tr.ArcDep.Forward(a, x, n), tr.ArcHead.Forward(a, x, n)
	for _, side := range [][]float32{dep, head} {
		for i, v := range side {
			side[i] = max(0, v)
		}
	}
	maskDep, maskHead := t.dropout(len(dep), t.opt.HeadDrop), t.dropout(len(head), t.opt.HeadDrop)
	multiply(dep, maskDep)
	multiply(head, maskHead)
	mapped := tr.ArcMap.Forward(a, dep, n)
	dmapped, dhead := a.Zeros(len(mapped)), a.Zeros(len(head))
	d := tr.ArcMap.W.K
	for _, s := range sents {
		t.arcs(tr, s, mapped[s.seq.Start*d:s.seq.End*d], head[s.seq.Start*d:s.seq.End*d], dmapped[s.seq.Start*d:], dhead[s.seq.Start*d:], weight, name)
	}
	ddep := tr.ArcMap.Backward(a, dep, dmapped, n)
	for i := range ddep {
		if dep[i] == 0 {
			ddep[i] = 0
		}
		if head[i] == 0 {
			dhead[i] = 0
		}
	}
	multiply(ddep, maskDep)
	multiply(dhead, maskHead)
	tr.ArcDep.BackwardAdd(a, x, ddep, dx, n)
	tr.ArcHead.BackwardAdd(a, x, dhead, dx, n)
	t.relations(tr, rels, x, dx, sents, weight, name)
	scatter(t.dout, t.topBack(stack, pass, dx), t.dim, index)
	a.Release(m)
}

// arcs is the loss of the heads of one sentence.
func (t *trainer) arcs(tr *net.Trees, s treeTarget, mapped, head, dmapped, dhead []float32, weight float32, name string) {
	a := &t.arena
	m := a.Mark()
	n, d := s.seq.End-s.seq.Start, tr.ArcMap.W.K
	scores, ld, side := tr.Scores(a, mapped, head, n)
	var loss float64
	count := 0
	offset := tr.ArcOffset.Grad()
	for i := range n {
		row := scores[i*ld : (i+1)*ld]
		target := int(s.heads[i]) + 1
		if s.heads[i] == noHead {
			target = masked
		} else {
			count++
		}
		loss += softmax(row, n+1, target, weight)
		offset[len(offset)-1] += row[0]
		for j := range n {
			if j != i {
				offset[net.ArcRow(i, j)] += row[j+1]
			}
		}
	}
	packed := kernel.Matrix{Data: a.Floats((n + 1) * d)}
	kernel.Pack(&packed, side, n+1, d, d)
	kernel.Mul(dmapped, d, scores, ld, 1, n, &packed, false)
	again := kernel.Matrix{Data: a.Floats(n * d)}
	kernel.Pack(&again, mapped, n, d, d)
	dside := a.Floats((n + 1) * d)
	kernel.Mul(dside, d, scores, 1, ld, n+1, &again, false)
	kernel.Axpy(tr.ArcRoot.Grad(), 1, dside[:d])
	kernel.Axpy(dhead[:n*d], 1, dside[d:])
	t.stats.add(name+"-arc", loss, count)
	t.loss += float64(weight) * loss
	a.Release(m)
}

// relations is the loss of the relations, given the right heads.
func (t *trainer) relations(tr *net.Trees, rels int, x, dx []float32, sents []treeTarget, weight float32, name string) {
	a := &t.arena
	n, w := len(x)/t.dim, tr.RelDep.W.N
	dep, head := tr.RelDep.Forward(a, x, n), tr.RelHead.Forward(a, x, n)
	hidden := a.Zeros(n * w)
	ddep, dhead := a.Zeros(n*w), a.Zeros(n*w)
	targets := make([]int16, n)
	parents := make([]int, n)
	for _, s := range sents {
		for i, h := range s.heads {
			r := s.seq.Start + i
			targets[r], parents[r] = masked, -1
			if h == noHead {
				continue
			}
			targets[r] = s.rels[i]
			if h >= 0 {
				parents[r] = s.seq.Start + int(h)
			}
		}
	}
	for i := range n {
		other := tr.RelRoot.W
		if parents[i] >= 0 {
			other = head[parents[i]*w : (parents[i]+1)*w]
		}
		row, own := hidden[i*w:(i+1)*w], dep[i*w:(i+1)*w]
		for j, v := range own {
			row[j] = max(0, v+other[j])
		}
	}
	mask := t.dropout(len(hidden), t.opt.HeadDrop)
	multiply(hidden, mask)
	y := tr.RelOut.Forward(a, hidden, n)
	ld := tr.RelOut.W.N
	var loss float64
	count := 0
	for i, target := range targets {
		if target >= 0 {
			count++
		}
		loss += softmax(y[i*ld:(i+1)*ld], rels, int(target), weight)
	}
	dh := tr.RelOut.Backward(a, hidden, y, n)
	multiply(dh, mask)
	for i := range n {
		up := tr.RelRoot.Grad()
		if parents[i] >= 0 {
			up = dhead[parents[i]*w : (parents[i]+1)*w]
		}
		own, row := ddep[i*w:(i+1)*w], dh[i*w:(i+1)*w]
		for j, v := range row {
			if hidden[i*w+j] > 0 {
				own[j] += v
				up[j] += v
			}
		}
	}
	tr.RelDep.BackwardAdd(a, x, ddep, dx, n)
	tr.RelHead.BackwardAdd(a, x, dhead, dx, n)
	t.stats.add(name+"-rel", loss, count)
	t.loss += float64(weight) * loss
}
