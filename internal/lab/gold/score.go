package gold

import (
	"cmp"
	"slices"

	"readout/record"
)

// A Tally counts what was asked, what was answered and what was right.
type Tally struct {
	Right, Answered, Asked int
}

// P is precision, R recall, in percent; 0 where nothing was counted.
func (t Tally) P() float64 { return percent(t.Right, t.Answered) }

// R is recall in percent.
func (t Tally) R() float64 { return percent(t.Right, t.Asked) }

// F1 is their harmonic mean in percent.
func (t Tally) F1() float64 { return percent(2*t.Right, t.Answered+t.Asked) }

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// judged counts one item of which both sides speak.
func (t *Tally) judged(right bool) {
	t.Asked++
	t.Answered++
	if right {
		t.Right++
	}
}

// A Score is the tally of every layer, by name, in a fixed order, and the
// confusion of firmness classes (gold, then answered).
type Score struct {
	names     []string
	tallies   map[string]*Tally
	Confusion map[[2]record.Firmness]int

	// Tell is called, where it is set, with every row that was not found, not
	// asked for or not the same, and what it is.
	Tell func(Difference)
}

// A Difference is one row on which gold and answer do not agree.
type Difference struct {
	Layer, What string // the name of the tally; "missed", "spurious" or "answered X for Y"
	Words       string // of the report
}

// NewScore returns an empty score.
func NewScore() *Score {
	return &Score{tallies: map[string]*Tally{}, Confusion: map[[2]record.Firmness]int{}}
}

// Names lists the layers scored, in the order in which they first came up.
func (s *Score) Names() []string { return s.names }

// Of returns the tally of a layer, made on first use.
func (s *Score) Of(name string) *Tally {
	t, ok := s.tallies[name]
	if !ok {
		t = &Tally{}
		s.tallies[name] = t
		s.names = append(s.names, name)
	}
	return t
}

// A pair is a gold row and the answer's row that matches it.
type pair struct{ gold, answer int }

// match pairs rows one to one, the most alike first; likeness below least
// pairs nothing.
func match(n, m int, least float64, like func(i, j int) float64) []pair {
	type link struct {
		pair
		v float64
	}
	var links []link
	for i := range n {
		for j := range m {
			if v := like(i, j); v >= least {
				links = append(links, link{pair{i, j}, v})
			}
		}
	}
	slices.SortStableFunc(links, func(a, b link) int { return cmp.Compare(b.v, a.v) })
	usedG, usedA := make([]bool, n), make([]bool, m)
	var out []pair
	for _, l := range links {
		if !usedG[l.gold] && !usedA[l.answer] {
			usedG[l.gold], usedA[l.answer] = true, true
			out = append(out, l.pair)
		}
	}
	return out
}

// jaccard is the share of code points that two span lists have in common.
func jaccard(a, b record.Spans) float64 {
	both := 0
	for _, x := range a {
		for _, y := range b {
			both += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	all := size(a) + size(b) - both
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}

func size(ss record.Spans) int {
	n := 0
	for _, s := range ss {
		n += s[1] - s[0]
	}
	return n
}

func overlap(a, b record.Spans) bool {
	for _, x := range a {
		for _, y := range b {
			if x[0] < y[1] && y[0] < x[1] {
				return true
			}
		}
	}
	return false
}

// sameWords reports overlap, or that neither side has words.
func sameWords(a, b record.Spans) bool { return len(a) == 0 && len(b) == 0 || overlap(a, b) }
