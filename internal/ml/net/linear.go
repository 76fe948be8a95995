package net

import (
	"math/rand"

	"readout/internal/ml/kernel"
)

// A Linear is y = x W + b.
type Linear struct {
	W, B *Param
}

// NewLinear returns a map from in to out columns, both rounded up to whole
// panels.
func NewLinear(name string, in, out int, gain float64, r *rand.Rand) *Linear {
	l := &Linear{W: NewParam(name+".w", kernel.RoundUp(in), kernel.RoundUp(out)), B: NewParam(name+".b", 1, kernel.RoundUp(out))}
	if r != nil {
		l.W.Spread(r, gain)
	}
	return l
}

// Params returns the weights.
func (l *Linear) Params() []*Param { return []*Param{l.W, l.B} }

// Forward returns the rows of y.
func (l *Linear) Forward(a *Arena, x []float32, rows int) []float32 {
	n := l.W.N
	y := a.Floats(rows * n)
	kernel.MulFrom(y, n, x, l.W.K, 1, rows, &l.W.fwd, l.B.W)
	return y
}

// Backward adds to the gradients of the weights and returns that of x.
func (l *Linear) Backward(a *Arena, x, dy []float32, rows int) []float32 {
	l.backWeights(a, x, dy, rows)
	dx := a.Floats(rows * l.W.K)
	kernel.Mul(dx, l.W.K, dy, l.W.N, 1, rows, &l.W.bwd, false)
	return dx
}

// BackwardAdd is Backward, adding the gradient of x to dx.
func (l *Linear) BackwardAdd(a *Arena, x, dy, dx []float32, rows int) {
	l.backWeights(a, x, dy, rows)
	kernel.Mul(dx, l.W.K, dy, l.W.N, 1, rows, &l.W.bwd, true)
}

func (l *Linear) backWeights(a *Arena, x, dy []float32, rows int) {
	if rows == 0 {
		return
	}
	mark := a.Mark()
	packed := kernel.Matrix{Data: a.Floats(rows * l.W.N)}
	kernel.Pack(&packed, dy, rows, l.W.N, l.W.N)
	kernel.Mul(l.W.Grad(), l.W.N, x, 1, l.W.K, l.W.K, &packed, true)
	a.Release(mark)
	bias := l.B.Grad()
	for i := range rows {
		kernel.Axpy(bias, 1, dy[i*l.W.N:(i+1)*l.W.N])
	}
}
