package encode

import (
	"math"
	"math/rand"
	"testing"
)

func TestHalves(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 10000 {
		v := float32(r.NormFloat64() * math.Pow(10, r.Float64()*8-6))
		got := fromHalf(toHalf(v))
		if math.Abs(float64(got-v)) > math.Abs(float64(v))/2000+1e-7 {
			t.Fatalf("%g comes back as %g", v, got)
		}
	}
}

func TestLemmaScripts(t *testing.T) {
	for _, c := range [][2]string{{"Talks", "talk"}, {"went", "go"}, {"said", "say"}, {"Ruritania", "Ruritania"}, {"ENVOYS", "envoy"}, {"better", "good"}, {"naïve", "naïf"}} {
		s := parseScript(LemmaScript(c[0], c[1]))
		if got := s.apply(c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s (%s)", c[0], got, c[1], LemmaScript(c[0], c[1]))
		}
	}
}
