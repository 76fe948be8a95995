package tag

import (
	"fmt"

	"readout/internal/ml/pack"
)

// An Entry is what training saw of a form.
type Entry struct {
	Key     uint32 // by wordform.Hash
	Amb     uint16 // the set of its classes, numbered from 1; 0 for a rare form
	Certain int16  // the only class of a frequent form, or -1
	Cluster uint16 // distributional cluster, numbered from 1; 0 for none
	Coarse  uint16 // the same, coarser
}

// A Lexicon holds entries by key.
type Lexicon struct {
	entries []Entry
	slots   []int32 // open addressing: index into entries, or -1
}

// NewLexicon indexes entries, whose keys must differ.
func NewLexicon(entries []Entry) *Lexicon {
	size := 2
	for size < 2*len(entries) {
		size *= 2
	}
	x := &Lexicon{entries: entries, slots: make([]int32, size)}
	for i := range x.slots {
		x.slots[i] = -1
	}
	for i, e := range entries {
		x.slots[x.slot(e.Key)] = int32(i)
	}
	return x
}

// slot returns where a key stands, or the free slot where it would.
func (x *Lexicon) slot(key uint32) uint32 {
	last := uint32(len(x.slots) - 1)
	for i := key >> 1 & last; ; i = (i + 1) & last {
		if e := x.slots[i]; e < 0 || x.entries[e].Key == key {
			return i
		}
	}
}

// lookUp fills in what the lexicon knows of a word.
func (x *Lexicon) lookUp(w *word) {
	w.certain = -1
	if i := x.slots[x.slot(w.form)]; i >= 0 {
		e := &x.entries[i]
		w.amb, w.certain = uint32(e.Amb), e.Certain
		w.cluster, w.coarse = uint32(e.Cluster), uint32(e.Coarse)
	}
}

func (x *Lexicon) write(p *pack.Writer) {
	keys := make([]uint32, len(x.entries))
	rest := make([]uint16, 0, 4*len(x.entries))
	for i, e := range x.entries {
		keys[i] = e.Key
		rest = append(rest, e.Amb, uint16(e.Certain+1), e.Cluster, e.Coarse)
	}
	p.Uint32s(keys)
	p.Uint16s(rest)
}

func readLexicon(p *pack.Reader) (*Lexicon, error) {
	keys, rest := p.Uint32s(), p.Uint16s()
	if len(rest) != 4*len(keys) {
		return nil, fmt.Errorf("lexicon is damaged")
	}
	entries := make([]Entry, len(keys))
	for i := range entries {
		r := rest[4*i:]
		entries[i] = Entry{Key: keys[i], Amb: r[0], Certain: int16(r[1]) - 1, Cluster: r[2], Coarse: r[3]}
	}
	return NewLexicon(entries), nil
}
