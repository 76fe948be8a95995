package kernel

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

func fill(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func TestMulAgreesWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, d := range [][3]int{{1, 1, 16}, {7, 5, 32}, {16, 64, 16}, {40, 130, 48}, {101, 600, 64}} {
		m, k, n := d[0], d[1], d[2]
		a, w := fill(r, m*k), fill(r, k*n)
		b := Pack(new(Matrix), w, k, n, n)
		for _, add := range []bool{false, true} {
			got := fill(r, m*n)
			want := append([]float32(nil), got...)
			Mul(got, n, a, k, 1, m, b, add)
			for p := 0; p < n; p += Panel {
				init, ldi := want[p:], n
				if !add {
					init, ldi = zeros[:], 0
				}
				mulPanelGo(want[p:], n, a, k, 1, m, k, b.Data[p*k:], init, ldi)
			}
			for i := range got {
				if math.Abs(float64(got[i]-want[i])) > 1e-4 {
					t.Fatalf("%v add=%v: element %d is %g, plain Go has %g", d, add, i, got[i], want[i])
				}
			}
		}
	}
}

func TestPackRows(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for _, d := range [][2]int{{1, 16}, {5, 20}, {64, 48}} {
		k, n := d[0], d[1]
		w := fill(r, k*n)
		i := 0
		got := PackRows(new(Matrix), k, n, func(row []float32) { i += copy(row, w[i:]) })
		if want := Pack(new(Matrix), w, k, n, n); !slices.Equal(got.Data, want.Data) || got.K != want.K || got.N != want.N {
			t.Errorf("%v: rows are packed otherwise than the whole", d)
		}
	}
}

func TestMulOfTransposedLeftSide(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	m, k, n := 33, 70, 32
	at, w := fill(r, k*m), fill(r, n*k)
	b := PackTransposed(new(Matrix), w, k, n, k)
	got := make([]float32, m*n)
	Mul(got, n, at, 1, m, m, b, false)
	for i := range m {
		for j := range n {
			var want float64
			for p := range k {
				want += float64(at[p*m+i]) * float64(w[j*k+p])
			}
			if math.Abs(want-float64(got[i*n+j])) > 1e-4 {
				t.Fatalf("element %d,%d is %g, want %g", i, j, got[i*n+j], want)
			}
		}
	}
}

func TestVectors(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for n := range 70 {
		a, b := fill(r, n), fill(r, n)
		if got, want := Dot(a, b), dotGo(a, b); got != want {
			t.Errorf("dot of %d: %g, want %g", n, got, want)
		}
		y, z := append([]float32(nil), b...), append([]float32(nil), b...)
		Axpy(y, 0.5, a)
		axpyGo(z, 0.5, a)
		for i := range y {
			if y[i] != z[i] {
				t.Errorf("axpy of %d: %g, want %g", n, y[i], z[i])
			}
		}
	}
}

func BenchmarkMul(b *testing.B) {
	r := rand.New(rand.NewSource(4))
	const m, k, n = 1500, 384, 256
	a, w := fill(r, m*k), fill(r, k*n)
	c := make([]float32, m*n)
	p := Pack(new(Matrix), w, k, n, n)
	run := func(b *testing.B) {
		for b.Loop() {
			Mul(c, n, a, k, 1, m, p, false)
		}
		b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
	}
	b.Run("best", run)
	b.Run("transposed-left", func(b *testing.B) {
		x := fill(r, m*n)
		px := Pack(new(Matrix), x, m, n, n)
		g := make([]float32, k*n)
		for b.Loop() {
			Mul(g, n, a, 1, k, k, px, true)
		}
		b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
	})
}

func TestSigmoid(t *testing.T) {
	var x []float32
	for v := -60.0; v < 60; v += 0.0137 {
		x = append(x, float32(v))
	}
	got := append([]float32(nil), x...)
	Sigmoid(got)
	for i, v := range x {
		if want := sigmoid1(v); got[i] != want {
			t.Fatalf("sigmoid(%g) is %g, plain Go has %g", v, got[i], want)
		}
		if want := 1 / (1 + math.Exp(-float64(v))); math.Abs(want-float64(got[i])) > 1e-6 {
			t.Fatalf("sigmoid(%g) is %g, want %g", v, got[i], want)
		}
	}
}

func BenchmarkSigmoid(b *testing.B) {
	x := make([]float32, 1024)
	for b.Loop() {
		Sigmoid(x)
	}
	b.SetBytes(4096)
}

func TestAdamAgreesWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	const n = 37
	w, g, m, v := fill(r, n), fill(r, n), fill(r, n), fill(r, n)
	for i := range v {
		v[i] *= v[i]
	}
	w2, g2, m2, v2 := slices.Clone(w), slices.Clone(g), slices.Clone(m), slices.Clone(v)
	k := &Step{0.5, 0.9, 0.1, 0.98, 0.02, 0.999, 0.01, 1.5}
	Adam(w, g, m, v, k)
	adamGo(w2, g2, m2, v2, k)
	for i := range w {
		if w[i] != w2[i] || g[i] != 0 || m[i] != m2[i] || v[i] != v2[i] {
			t.Fatalf("element %d: %g %g %g, plain Go has %g %g %g", i, w[i], m[i], v[i], w2[i], m2[i], v2[i])
		}
	}
}
