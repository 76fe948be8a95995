package train

import (
	"math"
	"math/rand/v2"

	"readout/internal/coref"
)

// Descend fits weights to examples: several networks that start from other
// random weights, one beside the other, so that the units of all are one layer.
func Descend(examples []coref.Example, o CorefOptions) *coref.Weights {
	out := coref.NewWeights(o.Units * o.Nets)
	for k := range o.Nets {
		n := newRankNet(examples, o, uint64(k))
		n.fit(examples, o)
		n.addTo(out, k, o.Nets)
	}
	return out
}

// A rankNet is a network in training. Parameters lie in one slice: linear by
// group and feature, with a last group that all share, hidden by feature and
// unit, and out by unit.
type rankNet struct {
	features, units int
	w, grad         []float64
	mean, square    []float64 // of past gradients
	touched         []int     // rows of features in this step
	seen            []bool
	met             []bool // features that the examples have
	dice            *rand.Rand
	step            int
}

func newRankNet(examples []coref.Example, o CorefOptions, seed uint64) *rankNet {
	f := coref.Features()
	size := (shared+1)*f + f*o.Units + o.Units
	n := &rankNet{features: f, units: o.Units, w: make([]float64, size), grad: make([]float64, size), mean: make([]float64, size), square: make([]float64, size),
		seen: make([]bool, f), met: make([]bool, f), dice: rand.New(rand.NewPCG(seed, 20))}
	for _, e := range examples {
		for _, c := range e.Candidates {
			for _, x := range c {
				n.met[x] = true
			}
		}
	}
	for x, met := range n.met {
		for u := range o.Units {
			if r := n.dice.NormFloat64(); met {
				n.w[n.hidden(x)+u] = 0.1 * r
			}
		}
	}
	for u := range o.Units {
		n.w[n.out()+u] = 0.3 * n.dice.NormFloat64()
	}
	return n
}

// shared is the group of linear weights that every pronoun has beside those of
// its own.
const shared = 3

func (n *rankNet) hidden(feature int) int { return (shared+1)*n.features + feature*n.units }
func (n *rankNet) out() int               { return n.hidden(n.features) }

// batch is how many examples make a step.
const batch = 16

func (n *rankNet) fit(examples []coref.Example, o CorefOptions) {
	order := n.dice.Perm(len(examples))
	steps := o.Epochs * ((len(examples) + batch - 1) / batch)
	for range o.Epochs {
		n.dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for at := 0; at < len(order); at += batch {
			for _, i := range order[at:min(at+batch, len(order))] {
				n.learn(&examples[i], o.Drop)
			}
			n.step++
			n.move(o.Rate*(1-float64(n.step-1)/float64(steps)), o.Decay)
		}
	}
}

// learn adds the gradient of an example.
func (n *rankNet) learn(e *coref.Example, drop float64) {
	mask := make([]float64, n.units)
	for u := range mask {
		if n.dice.Float64() >= drop {
			mask[u] = 1 / (1 - drop)
		}
	}
	scores, sums := make([]float64, len(e.Candidates)), make([][]float64, len(e.Candidates))
	top := math.Inf(-1)
	for i, c := range e.Candidates {
		scores[i], sums[i] = n.score(e.Group, c, mask)
		top = max(top, scores[i])
	}
	all, right := 0.0, 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
		if e.Right[i] {
			right += scores[i]
		}
	}
	for i, c := range e.Candidates {
		g := scores[i] / all
		if e.Right[i] && right > 0 {
			g -= scores[i] / right
		}
		n.back(e.Group, c, sums[i], mask, g)
	}
}

func (n *rankNet) score(group int, c []uint16, mask []float64) (float64, []float64) {
	s, sums := 0.0, make([]float64, n.units)
	for _, f := range c {
		s += n.w[group*n.features+int(f)] + n.w[shared*n.features+int(f)]
		row := n.w[n.hidden(int(f)):]
		for u := range sums {
			sums[u] += row[u]
		}
	}
	for u, x := range sums {
		s += n.w[n.out()+u] * mask[u] * max(x, 0)
	}
	return s, sums
}

// back adds the gradient of a candidate whose score has gradient g.
func (n *rankNet) back(group int, c []uint16, sums, mask []float64, g float64) {
	inner := make([]float64, n.units)
	for u, x := range sums {
		if x > 0 && mask[u] > 0 {
			n.grad[n.out()+u] += g * mask[u] * x
			inner[u] = g * mask[u] * n.w[n.out()+u]
		}
	}
	for _, f := range c {
		n.grad[group*n.features+int(f)] += g
		n.grad[shared*n.features+int(f)] += g
		if !n.seen[f] {
			n.seen[f], n.touched = true, append(n.touched, int(f))
		}
		row := n.grad[n.hidden(int(f)):]
		for u := range inner {
			row[u] += inner[u]
		}
	}
}

// move takes a step of Adam (Kingma and Ba, 2015) with decay apart (Loshchilov
// and Hutter, 2019), over the rows that the batch touched.
func (n *rankNet) move(rate, decay float64) {
	one, two := 1-math.Pow(0.9, float64(n.step)), 1-math.Pow(0.999, float64(n.step))
	adam := func(i int) {
		g := n.grad[i] / batch
		n.mean[i] = 0.9*n.mean[i] + 0.1*g
		n.square[i] = 0.999*n.square[i] + 0.001*g*g
		n.w[i] -= rate * (n.mean[i]/one/(math.Sqrt(n.square[i]/two)+1e-8) + decay*n.w[i])
		n.grad[i] = 0
	}
	for _, f := range n.touched {
		for g := range shared + 1 {
			adam(g*n.features + f)
		}
		for u := range n.units {
			adam(n.hidden(f) + u)
		}
		n.seen[f] = false
	}
	for u := range n.units {
		adam(n.out() + u)
	}
	n.touched = n.touched[:0]
}

// addTo lays the network into place k of those that are averaged.
func (n *rankNet) addTo(out *coref.Weights, k, of int) {
	for i := range out.Linear {
		if n.met[i%n.features] {
			out.Linear[i] += float32(n.w[i]+n.w[shared*n.features+i%n.features]) / float32(of)
		}
	}
	for f := range n.features {
		for u := range n.units {
			if n.met[f] {
				out.Hidden[f*out.Units+k*n.units+u] = float32(n.w[n.hidden(f)+u])
			}
		}
	}
	for u := range n.units {
		out.Out[k*n.units+u] = float32(n.w[n.out()+u]) / float32(of)
	}
}
