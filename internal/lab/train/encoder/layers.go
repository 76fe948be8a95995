package encoder

import (
	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// A random is a small fast generator (xorshift64*), one a trainer, so that a
// seed gives the same training every time.
type random uint64

func (r *random) next() uint64 {
	x := uint64(*r)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = random(x)
	return x * 2685821657736338717
}

// chance reports true with probability p.
func (r *random) chance(p float64) bool { return float64(r.next()>>11)/(1<<53) < p }

// A maskPool is random masks made in advance, of which each use takes a stretch
// from a random place.
type maskPool struct {
	rate float64
	mask []float32
}

const poolSize = 1 << 21

// dropout returns a mask of zeros and of what keeps the mean; it must not be
// written to.
func (t *trainer) dropout(n int, p float64) []float32 {
	var pool *maskPool
	for i := range t.masks {
		if t.masks[i].rate == p && len(t.masks[i].mask) >= 2*n {
			pool = &t.masks[i]
		}
	}
	if pool == nil {
		size := max(poolSize, 2*n)
		t.masks = append(t.masks, maskPool{p, make([]float32, size)})
		pool = &t.masks[len(t.masks)-1]
		for i := range pool.mask {
			if !t.rng.chance(p) {
				pool.mask[i] = float32(1 / (1 - p))
			}
		}
	}
	at := int(t.rng.next() % uint64(len(pool.mask)-n))
	return pool.mask[at : at+n : at+n]
}

func multiply(x, mask []float32) { kernel.Product(x, x, mask) }

// A stackPass keeps what the backward pass of a stack needs.
type stackPass struct {
	seqs  []net.Seq
	rows  int
	x     [][]float32 // the input of each norm
	inv   [][]float32
	masks [][]float32
	convs []net.ConvPass
	recs  []net.RecurrentPass
}

// forward runs a stack for training.
func (t *trainer) forward(s *net.Stack, x []float32, seqs []net.Seq, rows int, drop float64) ([]float32, *stackPass) {
	a := &t.arena
	p := &stackPass{seqs: seqs, rows: rows}
	for i := range 2 * len(s.Convs) {
		y, inv := s.Norms[i].Forward(a, x, rows)
		p.x, p.inv = append(p.x, x), append(p.inv, inv)
		if i%2 == 0 {
			out, pass := s.Convs[i/2].Forward(a, y, seqs, rows)
			y, p.convs = out, append(p.convs, pass)
		} else {
			out, pass := s.Recs[i/2].Forward(a, y, seqs, rows)
			y, p.recs = out, append(p.recs, pass)
		}
		mask := t.dropout(len(y), drop)
		p.masks = append(p.masks, mask)
		multiply(y, mask)
		kernel.Axpy(y, 1, x)
		x = y
	}
	y, inv := s.Norms[len(s.Norms)-1].Forward(a, x, rows)
	p.x, p.inv = append(p.x, x), append(p.inv, inv)
	return y, p
}

// backward returns the gradient of a stack's input.
func (t *trainer) backward(s *net.Stack, p *stackPass, dy []float32) []float32 {
	a := &t.arena
	last := len(s.Norms) - 1
	dx := a.Zeros(len(dy))
	s.Norms[last].Backward(p.x[last], p.inv[last], dy, dx, p.rows)
	for i := last - 1; i >= 0; i-- {
		m := a.Mark()
		g := a.Floats(len(dx))
		copy(g, dx)
		multiply(g, p.masks[i])
		if i%2 == 0 {
			g = s.Convs[i/2].Backward(a, p.convs[i/2], g, p.seqs, p.rows)
		} else {
			g = s.Recs[i/2].Backward(a, p.recs[i/2], g, p.seqs, p.rows)
		}
		s.Norms[i].Backward(p.x[i], p.inv[i], g, dx, p.rows)
		a.Release(m)
	}
	return dx
}

// top runs the stack of a head's own, if it has one.
func (t *trainer) top(s *net.Stack, x []float32, seqs []net.Seq) ([]float32, *stackPass) {
	if s == nil {
		return x, nil
	}
	return t.forward(s, x, seqs, len(x)/t.dim, t.opt.Drop)
}

// topBack returns the gradient of the input of top.
func (t *trainer) topBack(s *net.Stack, p *stackPass, dy []float32) []float32 {
	if s == nil {
		return dy
	}
	return t.backward(s, p, dy)
}

// gather copies rows.
func gather(a *net.Arena, x []float32, dim int, index []int) []float32 {
	out := a.Floats(len(index) * dim)
	for i, r := range index {
		copy(out[i*dim:(i+1)*dim], x[r*dim:(r+1)*dim])
	}
	return out
}

// scatter adds rows to where they came from.
func scatter(x, rows []float32, dim int, index []int) {
	for i, r := range index {
		kernel.Axpy(x[r*dim:(r+1)*dim], 1, rows[i*dim:(i+1)*dim])
	}
}
