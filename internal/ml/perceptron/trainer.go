package perceptron

import (
	"cmp"
	"math"
	"slices"
)

// A Trainer learns weights. It is not safe for concurrent use.
type Trainer struct {
	classes int
	step    float64
	rare    uint16
	slots   []trainSlot
	used    int
	cells   []trainCell
}

type trainSlot struct {
	key    uint32
	at     uint32 // offset of the first cell
	n, cap uint16 // cells in use and kept; cap 0 is a free slot
	seen   uint16 // updates, up to the number from which the feature counts
}

// A trainCell is the weight of one class. The average after n steps is
// w - u/n: u adds up each change times the step at which it was made.
type trainCell struct {
	class uint32
	w     float32
	u     float64
}

// NewTrainer returns a trainer for at most 256 classes. Features count only
// after rare updates, which keeps those out that were met by chance (Goldberg
// and Elhadad 2011); the model has none of the others.
func NewTrainer(classes, rare int) *Trainer {
	return &Trainer{classes: classes, rare: uint16(rare), slots: make([]trainSlot, 1<<20)}
}

func (t *Trainer) find(key uint32) *trainSlot {
	last := uint32(len(t.slots) - 1)
	for i := key * 0x9E3779B1 & last; ; i = (i + 1) & last {
		if s := &t.slots[i]; s.cap == 0 || s.key == key {
			return s
		}
	}
}

func (t *Trainer) grow() {
	old := t.slots
	t.slots = make([]trainSlot, 2*len(old))
	for _, s := range old {
		if s.cap > 0 {
			*t.find(s.key) = s
		}
	}
}

// Score sets scores to the sums of the features' present weights.
func (t *Trainer) Score(keys []uint32, scores []float32) {
	clear(scores)
	for _, k := range keys {
		s := t.find(k)
		if s.seen < t.rare {
			continue
		}
		for _, c := range t.cells[s.at : s.at+uint32(s.n)] {
			scores[c.class] += c.w
		}
	}
}

// Step counts one decision. Averages weigh each state by its decisions.
func (t *Trainer) Step() { t.step++ }

// Update adds delta to the weights of the features for a class.
func (t *Trainer) Update(keys []uint32, class int, delta float32) {
	for _, k := range keys {
		if t.rare > 0 {
			t.count(k)
		}
		c := t.cell(k, uint32(class))
		c.w += delta
		c.u += t.step * float64(delta)
	}
}

func (t *Trainer) count(key uint32) {
	if s := t.find(key); s.cap > 0 && s.seen < t.rare {
		s.seen++
	}
}

func (t *Trainer) cell(key, class uint32) *trainCell {
	s := t.find(key)
	if s.cap == 0 {
		if 2*t.used > len(t.slots) {
			t.grow()
			s = t.find(key)
		}
		t.used++
		*s = trainSlot{key: key, at: uint32(len(t.cells)), cap: 2}
		t.cells = append(t.cells, make([]trainCell, 2)...)
	}
	row := t.cells[s.at : s.at+uint32(s.n)]
	for i := range row {
		if row[i].class == class {
			return &row[i]
		}
	}
	if s.n == s.cap {
		at := uint32(len(t.cells))
		t.cells = append(t.cells, row...)
		t.cells = append(t.cells, make([]trainCell, 2*int(s.cap)-int(s.n))...)
		s.at, s.cap = at, 2*s.cap
	}
	s.n++
	c := &t.cells[s.at+uint32(s.n)-1]
	c.class = class
	return c
}

// Average returns the averaged weights as signed bytes, on a scale at which
// all but one in a thousand fit and the rest are cut off. Weights that round
// to less than min are left out: at 1 those that round to zero, and more of
// the small ones as min grows.
func (t *Trainer) Average(minimum int) *Weights {
	all := t.averages()
	scale := 127 / quantile(all, 0.999)
	w := &Weights{classes: t.classes}
	for i := 0; i < len(all); {
		j, n := i, len(w.cells)
		for ; j < len(all) && all[j].key == all[i].key && j-i < 255; j++ {
			q := int(math.Round(max(-127, min(127, all[j].w*scale))))
			if q >= minimum || q <= -minimum {
				w.cells = append(w.cells, uint16(all[j].class)|uint16(uint8(int8(q)))<<8)
			}
		}
		if len(w.cells) > n {
			w.keys = append(w.keys, all[i].key)
			w.counts = append(w.counts, byte(len(w.cells)-n))
		}
		for ; j < len(all) && all[j].key == all[i].key; j++ {
		}
		i = j
	}
	if err := w.index(); err != nil {
		panic("perceptron: " + err.Error()) // the lines above have a bug
	}
	return w
}

type average struct {
	key, class uint32
	w          float64
}

// averages lists all weights that are not zero, by key and class.
func (t *Trainer) averages() []average {
	var all []average
	for _, s := range t.slots {
		if s.seen < t.rare {
			continue
		}
		for _, c := range t.cells[s.at : s.at+uint32(s.n)] {
			if w := float64(c.w) - c.u/max(t.step, 1); w != 0 {
				all = append(all, average{s.key, c.class, w})
			}
		}
	}
	slices.SortFunc(all, func(a, b average) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.class, b.class))
	})
	return all
}

// quantile returns the absolute weight under which a share of all lie.
func quantile(all []average, q float64) float64 {
	if len(all) == 0 {
		return 1
	}
	abs := make([]float64, len(all))
	for i, a := range all {
		abs[i] = math.Abs(a.w)
	}
	slices.Sort(abs)
	return max(abs[int(q*float64(len(abs)-1))], 1e-9)
}
