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

// dropout returns a mask of zeros and of what keeps the mean.
func (r *random) dropout(a *net.Arena, n int, p float64) []float32 {
	mask := a.Floats(n)
	if p == 0 {
		for i := range mask {
			mask[i] = 1
		}
		return mask
	}
	limit := uint64(p * 65536)
	keep := float32(1 / (1 - p))
	var bits uint64
	for i := range mask {
		if i&3 == 0 {
			bits = r.next()
		}
		mask[i] = keep
		if bits&0xffff < limit {
			mask[i] = 0
		}
		bits >>= 16
	}
	return mask
}

func multiply(x, mask []float32) {
	mask = mask[:len(x)]
	for i := range x {
		x[i] *= mask[i]
	}
}

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
		mask := t.rng.dropout(a, len(y), drop)
		p.masks = append(p.masks, mask)
		next := a.Floats(len(y))
		for j, v := range y {
			next[j] = x[j] + v*mask[j]
		}
		x = next
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
