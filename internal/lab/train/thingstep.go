package train

import (
	"math"

	"readout/internal/ml/kernel"
	"readout/internal/thing"
)

// Sizes of the network, for short.
const (
	units = thing.Hidden
	looks = thing.Looks * thing.Hidden
	width = thing.Width
)

// A thingScorer computes the network as package thing does, but keeps what the
// way back asks for.
type thingScorer struct {
	w      *thing.Weights
	units  [units]float32 // masks
	inputs [width]float32
	own    [looks]float32   // looks at the phrase
	theirs [][looks]float32 // at each candidate
	hidden [][units]float32
	score  []float64
	state  [width]float32 // masked
}

// look computes looks [from, to) at a state.
func (s *thingScorer) look(state []float32, from, to int, out *[looks]float32) {
	copy(s.state[:], state)
	kernel.Product(s.state[:], s.state[:], s.inputs[:])
	for i := from * units; i < to*units; i++ {
		out[i] = kernel.Dot(s.state[:], s.w.Look[i*width:(i+1)*width])
	}
}

// forward scores every answer of an example.
func (s *thingScorer) forward(e *thing.Example) {
	n := len(e.Right)
	for len(s.score) < n {
		s.score, s.theirs, s.hidden = append(s.score, 0), append(s.theirs, [looks]float32{}), append(s.hidden, [units]float32{})
	}
	s.look(e.States[0], 0, 4, &s.own)
	for c, features := range e.Features {
		h, z := &s.hidden[c], &s.theirs[c]
		if c > 0 {
			s.look(e.States[c], 2, 3, z)
			s.look(e.States[c], 4, 5, z)
		}
		for i := range h {
			h[i] = s.w.InBias[i]
			if c == 0 {
				h[i] += s.own[i]
			} else {
				h[i] += s.own[units+i] + z[2*units+i] + s.own[3*units+i]*z[4*units+i]
			}
		}
		sum := float32(0)
		for _, f := range features {
			sum += s.w.Linear[f]
			for i, v := range s.w.In[int(f)*units : int(f+1)*units] {
				h[i] += v
			}
		}
		for i := range h {
			h[i] = max(h[i], 0) * s.units[i]
			sum += h[i] * s.w.Out[i]
		}
		s.score[c] = float64(sum)
	}
}

// little is a gradient that is passed over.
const little = 1e-3

// backward takes a step for an example whose gradients are in score.
func (l *thingLearner) backward(e *thing.Example, rate float32) {
	slow := rate * 0.3 // within the network
	var own [looks]float32
	for c, features := range e.Features {
		g := float32(l.score[c])
		if g > -little && g < little {
			continue
		}
		for _, f := range features {
			l.step(0, int(f), g, rate)
		}
		var back [units]float32
		for i, v := range l.hidden[c] {
			if v > 0 {
				back[i] = g * l.w.Out[i] * l.units[i]
				l.step(4, i, g*v, slow)
				l.step(2, i, back[i], slow)
			}
		}
		for _, f := range features {
			for i, v := range back {
				if v != 0 {
					l.step(1, int(f)*units+i, v, slow)
				}
			}
		}
		if c == 0 {
			copy(own[:units], back[:])
			continue
		}
		var theirs [looks]float32
		for i, v := range back {
			own[units+i] += v
			theirs[2*units+i] = v
			own[3*units+i] += v * l.theirs[c][4*units+i]
			theirs[4*units+i] = v * l.own[3*units+i]
		}
		l.stepLook(e.States[c], &theirs, rate*0.1)
	}
	l.stepLook(e.States[0], &own, rate*0.1)
}

// step moves weight j of a part against its gradient.
func (l *thingLearner) step(part, j int, g, rate float32) {
	w := parts(l.w)[part]
	g += float32(l.o.Decay) * w[j]
	q := &l.squares[part][j]
	*q += g * g
	w[j] -= rate * g / float32(math.Sqrt(float64(*q)))
}

// stepLook moves the looks at a state.
func (l *thingLearner) stepLook(state []float32, g *[looks]float32, rate float32) {
	for i, v := range g {
		if v == 0 {
			continue
		}
		w, sq := l.w.Look[i*width:(i+1)*width], l.squares[3][i*width:(i+1)*width]
		for j, x := range state {
			if m := l.inputs[j]; m != 0 {
				d := v*x*m + 10*float32(l.o.Decay)*w[j]
				sq[j] += d * d
				w[j] -= rate * d / float32(math.Sqrt(float64(sq[j])))
			}
		}
	}
}
