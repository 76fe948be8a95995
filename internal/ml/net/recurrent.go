package net

import (
	"math/rand"

	"readout/internal/ml/kernel"
)

// A Recurrent is a pair of simple recurrent units (Lei et al. 2018), one in
// each direction, each of half the width: c = f c' + (1-f) z, y = o c, with
// z, f and o linear in the row. It carries what it needs as far as it needs.
type Recurrent struct {
	Lin *Linear
	Dim int
}

// NewRecurrent returns a recurrent layer of rows of width dim.
func NewRecurrent(name string, dim int, r *rand.Rand) *Recurrent {
	l := &Recurrent{Lin: NewLinear(name, dim, 3*dim, 1, r), Dim: dim}
	if r != nil {
		h := dim / 2
		for dir := range 2 {
			for j := range h { // memories from two words to some dozens
				l.Lin.B.W[dir*3*h+h+j] = 0.5 + 3*float32(j)/float32(h)
			}
		}
	}
	return l
}

// Params returns the weights.
func (l *Recurrent) Params() []*Param { return l.Lin.Params() }

// A RecurrentPass is what the backward pass needs.
type RecurrentPass struct{ x, u, c []float32 }

// Forward returns the rows of y.
func (l *Recurrent) Forward(a *Arena, x []float32, seqs []Seq, rows int) ([]float32, RecurrentPass) {
	d, h := l.Dim, l.Dim/2
	u := l.Lin.Forward(a, x, rows)
	for i := range rows {
		kernel.Sigmoid(u[i*3*d+h : i*3*d+3*h])
		kernel.Sigmoid(u[i*3*d+4*h : i*3*d+6*h])
	}
	y, c := a.Floats(rows*d), a.Floats(rows*d)
	zero := a.Zeros(h)
	for _, s := range seqs {
		prev := zero
		for i := s.Start; i < s.End; i++ {
			prev = l.step(u, c, y, i, 0, prev)
		}
		prev = zero
		for i := s.End - 1; i >= s.Start; i-- {
			prev = l.step(u, c, y, i, 1, prev)
		}
	}
	return y, RecurrentPass{x, u, c}
}

func (l *Recurrent) step(u, c, y []float32, i, dir int, prev []float32) []float32 {
	d, h := l.Dim, l.Dim/2
	at := i*d + dir*h
	mem := c[at : at+h]
	kernel.Recur(y[at:at+h], mem, u[3*at:3*(at+h)], prev)
	return mem
}

// Backward returns the gradient of x. It overwrites what the pass kept.
func (l *Recurrent) Backward(a *Arena, p RecurrentPass, dy []float32, seqs []Seq, rows int) []float32 {
	h := l.Dim / 2
	zero, carry := a.Zeros(h), a.Floats(h)
	for _, s := range seqs {
		clear(carry)
		for i := s.End - 1; i >= s.Start; i-- {
			prev := zero
			if i > s.Start {
				prev = p.c[(i-1)*l.Dim : (i-1)*l.Dim+h]
			}
			l.back(p, dy, i, 0, prev, carry)
		}
		clear(carry)
		for i := s.Start; i < s.End; i++ {
			prev := zero
			if i < s.End-1 {
				prev = p.c[(i+1)*l.Dim+h : (i+1)*l.Dim+2*h]
			}
			l.back(p, dy, i, 1, prev, carry)
		}
	}
	return l.Lin.Backward(a, p.x, p.u, rows)
}

// back turns z, f and o of a row into their gradients.
func (l *Recurrent) back(p RecurrentPass, dy []float32, i, dir int, prev, carry []float32) {
	d, h := l.Dim, l.Dim/2
	base := i*3*d + dir*3*h
	z, f, o := p.u[base:base+h], p.u[base+h:base+2*h], p.u[base+2*h:base+3*h]
	mem, up := p.c[i*d+dir*h:i*d+dir*h+h], dy[i*d+dir*h:i*d+dir*h+h]
	z, f, o, prev, up, carry = z[:len(mem)], f[:len(mem)], o[:len(mem)], prev[:len(mem)], up[:len(mem)], carry[:len(mem)]
	for j, m := range mem {
		g, ff, oo := up[j], f[j], o[j]
		dc := carry[j] + g*oo
		o[j] = g * m * oo * (1 - oo)
		f[j] = dc * (prev[j] - z[j]) * ff * (1 - ff)
		z[j] = dc * (1 - ff)
		carry[j] = dc * ff
	}
}
