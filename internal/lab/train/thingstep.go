package train

import (
	"math"
	"math/rand"

	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
	"readout/internal/thing"
)

// Sizes of the network, for short.
const (
	units = thing.Hidden
	looks = thing.Looks * thing.Hidden
	width = thing.Width
)

// A thingLearner is the network of package thing in training: it keeps what
// the way back asks for.
type thingLearner struct {
	o     ThingOptions
	look  *net.Linear
	in    *net.Table // units and the linear weight a feature
	out   *net.Param
	dice  *rand.Rand
	adam  net.Adam
	arena net.Arena

	units  [units]float32 // masks
	hidden [][units]float32
	score  []float64
	loss   float64
}

const inDim = units + 16 // the linear weight, in a panel of its own

func newThingLearner(o ThingOptions) *thingLearner {
	r := rand.New(rand.NewSource(o.Seed))
	l := &thingLearner{o: o, dice: r, adam: net.Adam{Beta1: 0.9, Beta2: 0.99, Decay: float32(o.Decay)}}
	l.look = net.NewLinear("look", width, looks, 0.3, r)
	l.in = net.NewTable("in", thing.Features(), inDim, 0.1, r)
	for i := range thing.Features() {
		clear(l.in.Row(int32(i))[units:])
	}
	l.out = net.NewParam("out", 1, units)
	for i := range l.out.W {
		l.out.W[i] = float32(r.NormFloat64() * 0.4)
	}
	return l
}

// step learns from some examples of a lesson.
func (l *thingLearner) step(lesson *thing.Lesson, some []int, rate float64) {
	l.arena.Reset()
	l.look.W.Prepare(true)
	n := len(lesson.States) / width
	x := l.arena.Floats(n * width)
	var inputs [width]float32
	l.mask(inputs[:], l.o.DropState)
	for i := range n {
		row := x[i*width : (i+1)*width]
		copy(row, lesson.States[i*width:])
		kernel.Product(row, row, inputs[:])
	}
	cols := l.look.W.N
	y := l.look.Forward(&l.arena, x, n)
	dy := l.arena.Zeros(n * cols)
	for _, i := range some {
		e := &lesson.Examples[i]
		l.mask(l.units[:], l.o.Drop)
		l.forward(e, y, cols)
		l.loss += l.answers(e)
		l.backward(e, y, dy, cols)
	}
	l.look.Backward(&l.arena, x, dy, n)
	l.adam.Begin()
	l.adam.Rate = float32(rate)
	scale := 1 / float32(len(some))
	for _, p := range l.look.Params() {
		l.adam.Update(p, scale)
	}
	l.adam.Update(l.out, scale)
	l.adam.UpdateTable(l.in, scale)
}

// mask writes 0 with probability p, and else what makes up for it.
func (l *thingLearner) mask(m []float32, p float64) {
	for i := range m {
		if m[i] = float32(1 / (1 - p)); l.dice.Float64() < p {
			m[i] = 0
		}
	}
}

// forward scores every answer of an example.
func (l *thingLearner) forward(e *thing.Example, y []float32, cols int) {
	for len(l.score) < len(e.Right) {
		l.score, l.hidden = append(l.score, 0), append(l.hidden, [units]float32{})
	}
	a := y[e.Phrase*cols:]
	for c, features := range e.Features {
		h := &l.hidden[c]
		if c == 0 {
			copy(h[:], a)
		} else {
			z := y[e.To[c]*cols:]
			for i := range h {
				h[i] = a[units+i] + z[2*units+i] + a[3*units+i]*z[4*units+i]
			}
		}
		sum := float32(0)
		for _, f := range features {
			row := l.in.Row(int32(f))
			sum += row[units]
			kernel.Axpy(h[:], 1, row[:units])
		}
		for i := range h {
			h[i] = max(h[i], 0) * l.units[i]
			sum += h[i] * l.out.W[i]
		}
		l.score[c] = float64(sum)
	}
}

// little is a gradient that is passed over.
const little = 1e-3

// backward adds the gradients of an example, which are in score.
func (l *thingLearner) backward(e *thing.Example, y, dy []float32, cols int) {
	var back [inDim]float32
	gout := l.out.Grad()
	a, da := y[e.Phrase*cols:], dy[e.Phrase*cols:]
	for c, features := range e.Features {
		g := float32(l.score[c])
		if g > -little && g < little {
			continue
		}
		clear(back[:])
		for i, v := range l.hidden[c] {
			if v > 0 {
				back[i] = g * l.out.W[i] * l.units[i]
				gout[i] += g * v
			}
		}
		back[units] = g
		for _, f := range features {
			l.in.AddGrad(int32(f), back[:])
		}
		if c == 0 {
			kernel.Axpy(da[:units], 1, back[:units])
			continue
		}
		z, dz := y[e.To[c]*cols:], dy[e.To[c]*cols:]
		kernel.Axpy(da[units:2*units], 1, back[:units])
		kernel.Axpy(dz[2*units:3*units], 1, back[:units])
		for i, v := range back[:units] {
			da[3*units+i] += v * z[4*units+i]
			dz[4*units+i] += v * a[3*units+i]
		}
	}
}

// answers turns scores into the gradient at each and returns the loss.
func (l *thingLearner) answers(e *thing.Example) float64 {
	top := math.Inf(-1)
	for c := range e.Right {
		if !e.Right[c] {
			switch {
			case e.Right[0]:
				l.score[c] += l.o.False
			case c == 0:
				l.score[c] += l.o.Missed
			default:
				l.score[c] += l.o.Wrong
			}
		}
		top = math.Max(top, l.score[c])
	}
	all, right := 0.0, 0.0
	for c := range e.Right {
		l.score[c] = math.Exp(l.score[c] - top)
		all += l.score[c]
		if e.Right[c] {
			right += l.score[c]
		}
	}
	for c := range e.Right {
		p := l.score[c]
		l.score[c] = p / all
		if e.Right[c] {
			l.score[c] -= p / right
		}
	}
	return math.Log(all / right)
}

// all lists the weights.
func (l *thingLearner) all() [4][]float32 {
	return [4][]float32{l.in.W, l.look.W.W, l.look.B.W, l.out.W}
}

// weights returns the weights as package thing has them.
func (l *thingLearner) weights() *thing.Weights {
	w := thing.NewWeights()
	for f := range w.Linear {
		row := l.in.Row(int32(f))
		w.Linear[f] = row[units]
		copy(w.In[f*units:(f+1)*units], row)
	}
	for i := range looks {
		for j := range width {
			w.Look[i*width+j] = l.look.W.W[j*l.look.W.N+i]
		}
	}
	copy(w.Bias, l.look.B.W)
	copy(w.Out, l.out.W)
	return w
}
