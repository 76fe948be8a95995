//go:build amd64 && !purego

package kernel

import (
	"math/rand"
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
	const m, k, n = 50, 700, 48
	a, w := fill(r, m*k), fill(r, k*n)
	b := Pack(new(Matrix), w, k, n, n)
	wide, slim := make([]float32, m*n), make([]float32, m*n)
	Mul(wide, n, a, k, 1, m, b, false)
	narrow(func() { Mul(slim, n, a, k, 1, m, b, false) })
	for i := range wide {
		if wide[i] != slim[i] {
			t.Fatalf("element %d is %g with AVX-512 and %g with AVX2", i, wide[i], slim[i])
		}
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
