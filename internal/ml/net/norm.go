package net

import "math"

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
	for i := range rows {
		row, out := x[i*d:(i+1)*d], y[i*d:(i+1)*d]
		f := float32(1 / math.Sqrt(float64(sumSquares(row)/float32(d))+normFloor))
		inv[i] = f
		for j, v := range row {
			out[j] = float32(v*f) * g[j]
		}
	}
	return y, inv
}

// sumSquares adds in a fixed order that a processor can overlap.
func sumSquares(x []float32) float32 {
	var s0, s1, s2, s3 float32
	for len(x) >= 4 {
		s0 += float32(x[0] * x[0])
		s1 += float32(x[1] * x[1])
		s2 += float32(x[2] * x[2])
		s3 += float32(x[3] * x[3])
		x = x[4:]
	}
	return s0 + s1 + s2 + s3
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
