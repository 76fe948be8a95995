package perceptron

import (
	"fmt"

	"readout/internal/ml/pack"
)

// Weights are trained weights, ready to score. They are not changed after
// they are read and may be shared.
type Weights struct {
	classes int
	keys    []uint32 // sorted, for writing
	counts  []byte   // cells of each key
	cells   []uint16 // class in the low byte, signed weight in the high

	shift uint
	slots []slot // open addressing by the upper bits of the key
}

// A slot points from a key to its cells. A slot with count 0 is free.
type slot struct {
	key uint32
	at  uint32 // offset into cells << 8 | count
}

// Classes returns the number of classes.
func (w *Weights) Classes() int { return w.classes }

// Features returns the number of features that have weight.
func (w *Weights) Features() int { return len(w.keys) }

// Score sets scores, which must hold a number for each class, to the sums of
// the features' weights.
func (w *Weights) Score(keys []uint32, scores []int32) {
	clear(scores)
	last := uint32(len(w.slots) - 1)
	for _, k := range keys {
		for i := k >> w.shift; ; i = (i + 1) & last {
			s := w.slots[i]
			if s.at == 0 {
				break
			}
			if s.key != k {
				continue
			}
			at := s.at >> 8
			for _, c := range w.cells[at : at+s.at&255] {
				scores[c&255] += int32(int8(c >> 8))
			}
			break
		}
	}
}

// Best returns the class with the highest score, the lowest such at a tie.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// index builds the table of slots, at most half full. Keys come sorted and
// are placed by their upper bits, so the table is filled front to back.
func (w *Weights) index() error {
	bits := uint(1)
	for 1<<bits < 2*len(w.keys) {
		bits++
	}
	w.shift = 32 - bits
	w.slots = make([]slot, 1<<bits)
	last := uint32(len(w.slots) - 1)
	at := 0
	for n, k := range w.keys {
		count := int(w.counts[n])
		if count == 0 || at+count > len(w.cells) || n > 0 && k <= w.keys[n-1] {
			return fmt.Errorf("feature %d of %d is damaged", n, len(w.keys))
		}
		i := k >> w.shift
		for w.slots[i].at != 0 {
			i = (i + 1) & last
		}
		w.slots[i] = slot{key: k, at: uint32(at)<<8 | uint32(count)}
		at += count
	}
	for _, c := range w.cells {
		if int(c&255) >= w.classes {
			return fmt.Errorf("a weight for class %d of %d", c&255, w.classes)
		}
	}
	return nil
}

// Write adds the weights to a model file.
func (w *Weights) Write(p *pack.Writer) {
	p.Uint32s([]uint32{uint32(w.classes)})
	p.Uint32s(w.keys)
	p.Bytes(w.counts)
	p.Uint16s(w.cells)
}

// Read takes weights from a model file.
func Read(p *pack.Reader) (*Weights, error) {
	head := p.Uint32s()
	w := &Weights{keys: p.Uint32s(), counts: p.Bytes(), cells: p.Uint16s()}
	if len(head) != 1 || head[0] > 256 || len(w.counts) != len(w.keys) || len(w.cells) >= 1<<24 {
		return nil, fmt.Errorf("weights are damaged")
	}
	w.classes = int(head[0])
	if err := w.index(); err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	return w, nil
}
