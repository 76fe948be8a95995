package net

import (
	"math"
	"math/rand"
	"testing"
)

var testSeqs = []Seq{{0, 5}, {5, 6}, {6, 13}}

const (
	testRows = 13
	testDim  = 32
)

func randoms(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// checkGradient compares a backward pass with differences of the loss
// sum(y weights).
func checkGradient(t *testing.T, params []*Param, width int, run func(a *Arena, x []float32, dy []float32) (y, dx []float32)) {
	t.Helper()
	r := rand.New(rand.NewSource(7))
	x, weights := randoms(r, testRows*testDim), randoms(r, testRows*width)
	loss := func() float64 {
		for _, p := range params {
			p.Prepare(true)
		}
		y, _ := run(new(Arena), x, nil)
		var s float64
		for i, v := range y[:len(weights)] {
			s += float64(v) * float64(weights[i])
		}
		return s
	}
	loss()
	_, dx := run(new(Arena), x, append([]float32(nil), weights...))
	compare := func(what string, w []float32, g []float32) {
		for range 12 {
			i := r.Intn(len(w))
			const h = 1e-2
			old := w[i]
			w[i] = old + h
			up := loss()
			w[i] = old - h
			down := loss()
			w[i] = old
			if want := (up - down) / (2 * h); math.Abs(want-float64(g[i])) > 2e-2*(1+math.Abs(want)) {
				t.Errorf("%s %d: gradient %g, differences give %g", what, i, g[i], want)
			}
		}
	}
	compare("x", x, dx)
	for _, p := range params {
		compare(p.Name, p.W, append([]float32(nil), p.Grad()...))
	}
}

func TestGradients(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	t.Run("linear", func(t *testing.T) {
		l := NewLinear("l", testDim, 48, 1, r)
		checkGradient(t, l.Params(), 48, func(a *Arena, x, dy []float32) ([]float32, []float32) {
			if y := l.Forward(a, x, testRows); dy == nil {
				return y, nil
			}
			return nil, l.Backward(a, x, dy, testRows)
		})
	})
	t.Run("norm", func(t *testing.T) {
		l := NewNorm("l", testDim)
		l.G.Spread(r, 1)
		checkGradient(t, l.Params(), testDim, func(a *Arena, x, dy []float32) ([]float32, []float32) {
			y, inv := l.Forward(a, x, testRows)
			if dy == nil {
				return y, nil
			}
			dx := a.Zeros(len(x))
			l.Backward(x, inv, dy, dx, testRows)
			return nil, dx
		})
	})
	t.Run("conv", func(t *testing.T) {
		l := NewGatedConv("l", testDim, 2, r)
		checkGradient(t, l.Params(), testDim, func(a *Arena, x, dy []float32) ([]float32, []float32) {
			y, p := l.Forward(a, x, testSeqs, testRows)
			if dy == nil {
				return y, nil
			}
			return nil, l.Backward(a, p, dy, testSeqs, testRows)
		})
	})
	t.Run("recurrent", func(t *testing.T) {
		l := NewRecurrent("l", testDim, r)
		checkGradient(t, l.Params(), testDim, func(a *Arena, x, dy []float32) ([]float32, []float32) {
			y, p := l.Forward(a, x, testSeqs, testRows)
			if dy == nil {
				return y, nil
			}
			return nil, l.Backward(a, p, dy, testSeqs, testRows)
		})
	})
}
