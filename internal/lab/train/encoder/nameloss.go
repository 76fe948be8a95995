package encoder

import (
	"math"

	"readout/internal/ml/decode"
	"readout/internal/ml/net"
)

// silverNameLoss is the loss of the machine-made names, read from the layers
// of the names' own: what it knows of names serves the others, its classes and
// edges need not agree with theirs.
func (t *trainer) silverNameLoss(index []int, targets []int16, runs []net.Seq, weight float32) {
	if len(index) == 0 {
		return
	}
	a, l := &t.arena, t.silverName
	m := a.Mark()
	x, pass := t.top(t.net.NameStack, gather(a, t.out, t.dim, index), runs)
	y := l.Forward(a, x, len(index))
	var loss float64
	n, ld := 0, l.W.N
	for i, target := range targets {
		if target >= 0 {
			n++
		}
		loss += softmax(y[i*ld:(i+1)*ld], len(t.sets.silverNames.list), int(target), weight)
	}
	scatter(t.dout, t.topBack(t.net.NameStack, pass, l.Backward(a, x, y, len(index))), t.dim, index)
	t.stats.add("sname", loss, n)
	t.loss += float64(weight) * loss
	a.Release(m)
}

// nameLoss is the loss of name classes as chains (Lafferty et al. 2001), over
// some rows.
func (t *trainer) nameLoss(index []int, targets []int16, runs []net.Seq, weight float32) {
	if len(index) == 0 {
		return
	}
	a, l := &t.arena, t.net.Name
	m := a.Mark()
	x := gather(a, t.out, t.dim, index)
	x, pass := t.top(t.net.NameStack, x, runs)
	y := l.Forward(a, x, len(index))
	classes, ld := len(t.net.Labels.Names), l.W.N
	c := &nameChain{classes: classes, steps: t.net.NameSteps.W, grad: t.net.NameSteps.Grad(), weight: weight}
	c.prepare()
	var loss float64
	for _, r := range runs {
		loss += c.loss(y[r.Start*ld:r.End*ld], ld, targets[r.Start:r.End])
	}
	for i := range index {
		clear(y[i*ld+classes : (i+1)*ld])
	}
	scatter(t.dout, t.topBack(t.net.NameStack, pass, l.Backward(a, x, y, len(index))), t.dim, index)
	t.stats.add("name", loss, len(index))
	t.loss += float64(weight) * loss
	a.Release(m)
}

// A nameChain is a linear chain over classes in probabilities, scaled at each
// word.
type nameChain struct {
	classes     int
	steps, grad []float32
	weight      float32
	exp         []float64 // of steps; 0 where not allowed
	alpha, beta []float64
	potential   []float64
	marginals   []float64
}

func (c *nameChain) prepare() {
	k := c.classes
	c.exp = make([]float64, k*k)
	for i := range k {
		for j := range k {
			if decode.NameStep(i, j) {
				c.exp[i*k+j] = math.Exp(float64(c.steps[i*32+j]))
			}
		}
	}
}

// loss turns scores into gradients. A masked word may be of any class: what
// is likely are all the paths through the right classes together.
func (c *nameChain) loss(scores []float32, ld int, gold []int16) float64 {
	n, k := len(gold), c.classes
	c.alpha, c.beta, c.potential = sized(c.alpha, n*k), sized(c.beta, n*k), sized(c.potential, n*k)
	c.marginals = sized(c.marginals, n*k)
	clear(c.marginals)
	all := c.sweep(scores, ld, n, nil)
	c.collect(n, 1)
	right := c.sweep(scores, ld, n, gold)
	c.collect(n, -1)
	for t := range n {
		for j, m := range c.marginals[t*k : (t+1)*k] {
			scores[t*ld+j] = c.weight * float32(m)
		}
	}
	return all - right
}

// sweep goes forward through the classes that gold leaves, all where it is
// nil, and returns the logarithm of the sum over all paths.
func (c *nameChain) sweep(scores []float32, ld, n int, gold []int16) float64 {
	k := c.classes
	var logZ float64
	for t := range n {
		row := scores[t*ld : t*ld+k]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		if gold != nil && gold[t] >= 0 {
			top = row[gold[t]]
		}
		p, now := c.potential[t*k:(t+1)*k], c.alpha[t*k:(t+1)*k]
		for j, v := range row {
			p[j] = 0
			if gold == nil || gold[t] < 0 || int(gold[t]) == j {
				p[j] = math.Exp(float64(v - top))
			}
		}
		clear(now)
		if t == 0 {
			copy(now, c.exp[:k])
		} else {
			for i, a := range c.alpha[(t-1)*k : t*k] {
				if a == 0 {
					continue
				}
				for j, e := range c.exp[i*k : (i+1)*k] {
					now[j] += a * e
				}
			}
		}
		var sum float64
		for j := range now {
			now[j] *= p[j]
			sum += now[j]
		}
		for j := range now {
			now[j] /= sum
		}
		logZ += math.Log(sum) + float64(top)
	}
	return logZ
}

// collect goes back over the last sweep and adds sign times the marginals of
// classes, and weight times those of the steps to the gradient.
func (c *nameChain) collect(n int, sign float64) {
	k := c.classes
	for t := n - 1; t >= 0; t-- {
		beta := c.beta[t*k : (t+1)*k]
		if t == n-1 {
			for j := range beta {
				beta[j] = 1
			}
		} else {
			c.pull(t, beta, sign)
		}
		var sum float64
		alpha := c.alpha[t*k : (t+1)*k]
		for j := range beta {
			sum += alpha[j] * beta[j]
		}
		for j := range beta {
			c.marginals[t*k+j] += sign * alpha[j] * beta[j] / sum
			if t == 0 {
				c.grad[j] += c.weight * float32(sign*alpha[j]*beta[j]/sum)
			}
		}
	}
}

// pull computes beta at t from t+1, scaled to add up to one, and adds the
// marginals of the steps between them.
func (c *nameChain) pull(t int, beta []float64, sign float64) {
	k := c.classes
	next, p, alpha := c.beta[(t+1)*k:(t+2)*k], c.potential[(t+1)*k:(t+2)*k], c.alpha[t*k:(t+1)*k]
	var total, sum float64
	for i := range beta {
		var b float64
		for j, e := range c.exp[i*k : (i+1)*k] {
			b += e * p[j] * next[j]
		}
		beta[i] = b
		sum += b
		total += alpha[i] * b
	}
	for i := range beta {
		f := alpha[i] / total
		if f < 1e-9 {
			continue
		}
		for j, e := range c.exp[i*k : (i+1)*k] {
			c.grad[i*32+j] += c.weight * float32(sign*f*e*p[j]*next[j])
		}
	}
	for i := range beta {
		beta[i] /= sum
	}
}

func sized(x []float64, n int) []float64 {
	if cap(x) < n {
		return make([]float64, n)
	}
	return x[:n]
}
