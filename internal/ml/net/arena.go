package net

// An Arena is the memory of one pass. It grows to what the largest pass
// needed and is used again after Reset. It serves one goroutine.
type Arena struct {
	blocks [][]float32
	block  int
	used   int
}

// The first block of an arena, in floats; each further one is twice the last,
// up to the most. A short report shall not pay for the memory of a long one.
const (
	firstBlock = 1 << 15
	mostBlock  = 1 << 20
)

// Floats returns n floats with arbitrary content, valid until Reset.
func (a *Arena) Floats(n int) []float32 {
	for {
		if a.block == len(a.blocks) {
			size := min(firstBlock<<min(a.block, 16), mostBlock)
			a.blocks = append(a.blocks, make([]float32, max(size, n)))
		}
		if b := a.blocks[a.block]; a.used+n <= len(b) {
			out := b[a.used : a.used+n : a.used+n]
			a.used += n
			return out
		}
		a.block, a.used = a.block+1, 0
	}
}

// Zeros returns n zeros, valid until Reset.
func (a *Arena) Zeros(n int) []float32 {
	x := a.Floats(n)
	clear(x)
	return x
}

// Reset gives all memory back.
func (a *Arena) Reset() { a.block, a.used = 0, 0 }

// A Mark is a state of an arena to return to.
type Mark struct{ block, used int }

// Mark returns the present state.
func (a *Arena) Mark() Mark { return Mark{a.block, a.used} }

// Release gives back what was taken since the mark.
func (a *Arena) Release(m Mark) { a.block, a.used = m.block, m.used }

// A Seq is a run of rows that belong together: a paragraph.
type Seq struct{ Start, End int }
