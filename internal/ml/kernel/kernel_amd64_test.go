//go:build amd64 && !purego

package kernel

import (
	"math/rand"
	"slices"
	"testing"
)

// narrow runs f as on a processor without AVX-512.
func narrow(f func()) {
	had := hasAVX512
	hasAVX512 = false
	defer func() { hasAVX512 = had }()
	f()
}

func TestWidthsAgreeBitForBit(t *testing.T) {
	if !hasAVX512 {
		t.Skip("no AVX-512")
	}
	r := rand.New(rand.NewSource(8))
	const k, n = 700, 48
	for m := 1; m < 120; m += 7 {
		a, w, start := fill(r, m*k), fill(r, k*n), fill(r, n)
		b := Pack(new(Matrix), w, k, n, n)
		wide, slim := make([]float32, m*n), make([]float32, m*n)
		MulFrom(wide, n, a, k, 1, m, b, start)
		narrow(func() { MulFrom(slim, n, a, k, 1, m, b, start) })
		if !same(wide, slim) {
			t.Errorf("%d rows differ between AVX-512 and AVX2", m)
		}
	}
	x := fill(r, 1003)
	y := slices.Clone(x)
	Sigmoid(x)
	narrow(func() { Sigmoid(y) })
	if !same(x, y) {
		t.Error("sigmoids differ between AVX-512 and AVX2")
	}
	val, gate := fill(r, 99), fill(r, 99)
	again, out, slim := slices.Clone(gate), make([]float32, 99), make([]float32, 99)
	Gate(out, val, gate)
	narrow(func() { Gate(slim, val, again) })
	if !same(out, slim) || !same(gate, again) {
		t.Error("gates differ between AVX-512 and AVX2")
	}
}

func BenchmarkMulAVX2(b *testing.B) {
	r := rand.New(rand.NewSource(4))
	const m, k, n = 1500, 384, 256
	a, w := fill(r, m*k), fill(r, k*n)
	c := make([]float32, m*n)
	p := Pack(new(Matrix), w, k, n, n)
	narrow(func() {
		for b.Loop() {
			Mul(c, n, a, k, 1, m, p, false)
		}
	})
	b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
