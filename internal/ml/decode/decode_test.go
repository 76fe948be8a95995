package decode

import (
	"math"
	"math/rand"
	"testing"
)

func TestSpanningTreeIsBest(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	var s Memory
	for range 300 {
		n := 1 + r.Intn(5)
		ld := 16
		scores := make([]float32, n*ld)
		for i := range scores {
			scores[i] = float32(r.NormFloat64())
		}
		for i := range n {
			scores[i*ld+i+1] = -1e9
		}
		heads := make([]int32, n)
		s.Tree(heads, scores, ld)
		worth := func(h []int32) (sum float64) {
			for i, x := range h {
				sum += float64(scores[i*ld+int(x)+1])
			}
			return sum
		}
		try := make([]int32, n)
		best := math.Inf(-1)
		mark := make([]int32, n)
		var all func(i int)
		all = func(i int) {
			if i == n {
				roots := 0
				for _, h := range try {
					if h < 0 {
						roots++
					}
				}
				if roots == 1 && !circular(try, mark) {
					best = max(best, worth(try))
				}
				return
			}
			for h := -1; h < n; h++ {
				if h != i {
					try[i] = int32(h)
					all(i + 1)
				}
			}
		}
		all(0)
		if circular(heads, mark) || math.Abs(worth(heads)-best) > 1e-2 {
			t.Fatalf("heads %v are worth %g, the best tree %g", heads, worth(heads), best)
		}
	}
}

func TestChainDecodesWhatItScores(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	c := NewSegments()
	var s Memory
	for range 50 {
		n := 2 + r.Intn(6)
		em, w := make([]float32, n*emissionRow), make([]float32, SegmentWeights)
		for i := range em {
			em[i] = float32(r.NormFloat64())
		}
		for i := range w {
			w[i] = float32(r.NormFloat64())
		}
		open := make([]bool, n)
		for i := range open {
			open[i] = i != n/2
		}
		roles, try := make([]Role, n), make([]Role, n)
		c.Decode(&s, roles, em, w, open, n/2)
		loss := func(roles []Role) float64 {
			return c.Loss(&s, roles, em, w, open, n/2, 0, make([]float32, len(em)), make([]float32, len(w)))
		}
		least, sum := math.Inf(1), 0.0
		for code := range int(math.Pow(3, float64(n))) {
			for i := range try {
				try[i] = Role(code % 3)
				code /= 3
			}
			if _, ok := c.goldPath(try, open); !ok {
				continue
			}
			l := loss(try)
			least = min(least, l)
			sum += math.Exp(-l)
		}
		if math.Abs(loss(roles)-least) > 1e-6 || math.Abs(sum-1) > 1e-6 {
			t.Fatalf("decoded a path of loss %g, the best has %g; probabilities add up to %g", loss(roles), least, sum)
		}
	}
}
