package net

import (
	"math"

	"readout/internal/ml/kernel"
)

// A Norm scales each row to unit mean square, then each column by a weight
// (Zhang and Sennrich 2019).
type Norm struct {
	G *Param
}

// NewNorm returns a norm of rows of width dim.
func NewNorm(name string, dim int) *Norm {
	return &Norm{G: NewParam(name+".g", 1, dim).Fill(1)}
}

// Params returns the weights.
func (l *Norm) Params() []*Param { return []*Param{l.G} }

const normFloor = 1e-5

// Forward returns the scaled rows and the factor of each row.
func (l *Norm) Forward(a *Arena, x []float32, rows int) (y, inv []float32) {
	d := l.G.N
	g := l.G.W[:d]
	y, inv = a.Floats(rows*d), a.Floats(rows)
	kernel.Squares(inv, x, d)
	for i := range rows {
		row, out := x[i*d:(i+1)*d], y[i*d:(i+1)*d]
		f := float32(1 / math.Sqrt(float64(inv[i]/float32(d))+normFloor))
		inv[i] = f
		kernel.Scale(out, row, g, f)
	}
	return y, inv
}

// Backward adds the gradient of x to dx.
func (l *Norm) Backward(x, inv, dy, dx []float32, rows int) {
	d := l.G.N
	g, dg := l.G.W[:d], l.G.Grad()[:d]
	for i := range rows {
		row, out, up := x[i*d:(i+1)*d], dx[i*d:(i+1)*d], dy[i*d:(i+1)*d]
		f := inv[i]
		var dot float32
		for j, v := range row {
			u := up[j] * v
			dg[j] += u * f
			dot += u * g[j]
		}
		k := dot * f * f * f / float32(d)
		for j, v := range row {
			out[j] += up[j]*g[j]*f - k*v
		}
	}
}
