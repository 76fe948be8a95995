package decode

// nameRow is the width of the table of steps between name classes.
const nameRow = 32

// NameWeights is the number of weights of steps between classes of names: class
// to class at from*32+to; a sentence starts as if outside a name.
const NameWeights = nameRow * nameRow

// NameStepAt returns the index of the weight of a step.
func NameStepAt(from, to int) int { return from*nameRow + to }

// NameStep reports whether a class may follow another: 0 is outside, 2k+1
// begins a name of kind k and 2k+2 goes on with it.
func NameStep(from, to int) bool {
	return to == 0 || to%2 == 1 || from == to || from == to-1
}

// nameSteps tries all steps from a class that is worth v.
func nameSteps(now []float32, back []uint8, v float32, w []float32, from int) {
	now, back = now[:len(w)], back[:len(w)]
	if v+w[0] > now[0] {
		now[0], back[0] = v+w[0], uint8(from)
	}
	for j := 1; j < len(w); j += 2 {
		if x := v + w[j]; x > now[j] {
			now[j], back[j] = x, uint8(from)
		}
	}
	if from == 0 {
		return
	}
	on := from + from%2 // going on with the same name
	if on < len(w) && v+w[on] > now[on] {
		now[on], back[on] = v+w[on], uint8(from)
	}
}

// Names returns the best classes of n rows of scores, ld floats apart, valid
// until the next call.
func (s *Memory) Names(scores []float32, ld, classes, n int, steps []float32) []uint8 {
	s.back = grow(s.back, n*(classes+1))
	s.viterbi = grow(s.viterbi, 2*classes)
	now, prev := s.viterbi[:classes], s.viterbi[classes:]
	trace := s.back[n:]
	for j := range prev {
		prev[j] = -1e9
	}
	prev[0] = 0
	for t := range n {
		row := scores[t*ld : t*ld+classes]
		for j := range now {
			now[j] = -1e9
		}
		back := trace[t*classes : (t+1)*classes]
		for i, v := range prev {
			if v < -1e8 {
				continue
			}
			nameSteps(now, back, v, steps[i*nameRow:i*nameRow+classes], i)
		}
		for j, x := range row {
			now[j] += x
		}
		now, prev = prev, now
	}
	best := uint8(argmax(prev))
	for t := n - 1; t >= 0; t-- {
		s.back[t] = best
		best = trace[t*classes+int(best)]
	}
	return s.back[:n]
}
