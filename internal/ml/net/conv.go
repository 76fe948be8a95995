package net

import (
	"math/rand"

	"readout/internal/ml/kernel"
)

// A GatedConv is a convolution over three positions, dilation apart, whose
// one half gates the other (Dauphin et al. 2017).
type GatedConv struct {
	Lin      *Linear
	Dim      int
	Dilation int
}

// NewGatedConv returns a convolution of rows of width dim.
func NewGatedConv(name string, dim, dilation int, r *rand.Rand) *GatedConv {
	return &GatedConv{Lin: NewLinear(name, 3*dim, 2*dim, 1, r), Dim: dim, Dilation: dilation}
}

// Params returns the weights.
func (l *GatedConv) Params() []*Param { return l.Lin.Params() }

// A ConvPass is what the backward pass needs.
type ConvPass struct{ col, u []float32 }

// Forward returns the convolved rows.
func (l *GatedConv) Forward(a *Arena, x []float32, seqs []Seq, rows int) ([]float32, ConvPass) {
	d := l.Dim
	col := a.Floats(rows * 3 * d)
	for _, s := range seqs {
		for i := s.Start; i < s.End; i++ {
			for k := range 3 {
				out := col[(i*3+k)*d : (i*3+k+1)*d]
				if j := i + (k-1)*l.Dilation; j >= s.Start && j < s.End {
					copy(out, x[j*d:(j+1)*d])
				} else {
					clear(out)
				}
			}
		}
	}
	u := l.Lin.Forward(a, col, rows)
	y := a.Floats(rows * d)
	for i := range rows {
		val, gate, out := u[i*2*d:i*2*d+d], u[i*2*d+d:(i+1)*2*d], y[i*d:(i+1)*d]
		kernel.Gate(out, val, gate)
	}
	return y, ConvPass{col, u}
}

// Backward returns the gradient of x. It overwrites what the pass kept.
func (l *GatedConv) Backward(a *Arena, p ConvPass, dy []float32, seqs []Seq, rows int) []float32 {
	d := l.Dim
	for i := range rows {
		val, gate, up := p.u[i*2*d:i*2*d+d], p.u[i*2*d+d:(i+1)*2*d], dy[i*d:(i+1)*d]
		for j, g := range gate {
			u := up[j]
			gate[j] = u * val[j] * g * (1 - g)
			val[j] = u * g
		}
	}
	dx := a.Zeros(rows * d)
	mark := a.Mark()
	dcol := l.Lin.Backward(a, p.col, p.u, rows)
	for _, s := range seqs {
		for i := s.Start; i < s.End; i++ {
			for k := range 3 {
				if j := i + (k-1)*l.Dilation; j >= s.Start && j < s.End {
					kernel.Axpy(dx[j*d:(j+1)*d], 1, dcol[(i*3+k)*d:(i*3+k+1)*d])
				}
			}
		}
	}
	a.Release(mark)
	return dx
}
