package kernel

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

// same reports whether two slices agree bit for bit.
func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// TestVectorsAgreeWithPlainGo runs each operation at lengths that leave every
// remainder, and holds it to the formula bit for bit.
func TestVectorsAgreeWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for n := range 70 {
		a, b, c := fill(r, n), fill(r, n), fill(r, n)
		if n > 2 {
			a[0], a[1], b[1] = float32(math.Copysign(0, -1)), 0, float32(math.Copysign(0, -1))
		}
		q := make([]byte, n)
		r.Read(q)
		check := func(name string, got, want func(out, x []float32)) {
			t.Helper()
			x, y, out, wanted := slices.Clone(a), slices.Clone(a), fill(r, n), make([]float32, n)
			copy(wanted, out)
			got(out, x)
			want(wanted, y)
			if !same(out, wanted) || !same(x, y) {
				t.Errorf("%s of %d: %v %v, plain Go has %v %v", name, n, out, x, wanted, y)
			}
		}
		check("gate", func(out, x []float32) { Gate(out, b, x) }, func(out, x []float32) { gateGo(out, b, x) })
		check("product", func(out, x []float32) { Product(out, x, b) }, func(out, x []float32) { productGo(out, x, b) })
		check("relu", func(_, x []float32) { Relu(x) }, func(_, x []float32) { reluGo(x) })
		check("relu of a sum", func(out, x []float32) { ReluSum(out, x, b) }, func(out, x []float32) { reluSumGo(out, x, b) })
		check("bytes", func(out, _ []float32) { Bytes(out, string(q), 0.7) }, func(out, _ []float32) { bytesGo(out, string(q), 0.7) })
		check("added bytes", func(out, _ []float32) { AddBytes(out, string(q), 0.7) }, func(out, _ []float32) { addBytesGo(out, string(q), 0.7) })
		check("scale", func(out, x []float32) { Scale(out, x, b, 0.7) }, func(out, x []float32) { scaleGo(out, x, b, 0.7) })
		u := slices.Concat(b, c, a)
		check("recur", func(out, x []float32) { Recur(out, x, u, c) }, func(out, x []float32) { recurGo(out, x, u, c, 0) })
		for rows := range 7 {
			x, got := fill(r, rows*n), make([]float32, rows)
			Squares(got, x, n)
			for i := range got {
				if want := squaresGo(x[i*n : (i+1)*n]); got[i] != want {
					t.Errorf("squares of row %d of %d, %d wide: %g, want %g", i, rows, n, got[i], want)
				}
			}
		}
	}
}

func TestArgmaxIsTheFirstOfTheGreatest(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	for n := 1; n < 70; n++ {
		for range 20 {
			x := make([]float32, n)
			for i := range x {
				x[i] = float32(r.Intn(5) - 2)
			}
			if got, want := Argmax(x), argmaxGo(x, 0, 0); got != want {
				t.Fatalf("of %v: %d, want %d", x, got, want)
			}
		}
	}
	nan := float32(math.NaN())
	if got := Argmax([]float32{nan, nan, nan, nan, nan, nan, nan, nan}); got != 0 {
		t.Errorf("of what are no numbers: %d", got)
	}
}

func TestProductsThatStartSomewhere(t *testing.T) {
	r := rand.New(rand.NewSource(13))
	for m := 1; m < 40; m++ {
		const k, n = 30, 32
		a, w, start := fill(r, m*k), fill(r, k*n), fill(r, n)
		b := Pack(new(Matrix), w, k, n, n)
		got, want := make([]float32, m*n), make([]float32, m*n)
		MulFrom(got, n, a, k, 1, m, b, start)
		for i := range m {
			copy(want[i*n:], start)
		}
		Mul(want, n, a, k, 1, m, b, true)
		if !same(got, want) {
			t.Errorf("%d rows: a product from a start differs from one that is added to it", m)
		}
	}
}
