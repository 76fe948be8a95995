package thing

import (
	"readout/internal/annot"
	"readout/internal/ml/kernel"
)

// A reader finds the things of one report.
type reader struct {
	seg  *annot.Segmentation
	syn  *annot.Syntax
	sta  *annot.States
	ms   *annot.Mentions
	ents *annot.Entities

	held   [2][]bool           // by token: it heads a mention of an actor or a place; of a coordination apart
	lone   []uint8             // by token: as held, of one that is met once: its kind, and 1
	quoted []annot.QuotationID // by token: the innermost quotation around it

	asking []bool // by paragraph: it ends in a question mark
	talk   int    // how many do: see questions

	phrases []phrase
	words   []uint64     // what stands before and behind their heads
	length  [][2]float32 // by phrase: of the two parts of its head's state
	outlook [][]float32  // by phrase: what its head's state adds to the hidden layer

	same   []int32          // by phrase: the last before it with its noun, or -1
	seen   []int32          // by phrase: how many before it have its noun
	latest map[uint64]int32 // the last phrase met with a noun
	short  map[uint64]int32 // the last name met with these initials
	voices [numVoices][]int32

	chains  [][]int32 // phrases, in reading order
	talkers []int32   // those of voices
	of      []int32   // by phrase: its chain, or -1
	to      []int32   // by phrase: which it takes up, or -1
	odds    []float32 // by phrase

	cand  []int32
	score []float32 // of the candidates
	feat  []uint16
}

func newReader(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, sta *annot.States, ms *annot.Mentions, ents *annot.Entities) *reader {
	n := len(seg.Tokens)
	r := &reader{seg: seg, syn: syn, sta: sta, ms: ms, ents: ents, quoted: make([]annot.QuotationID, n),
		lone: make([]uint8, n), latest: map[uint64]int32{}, short: map[uint64]int32{}}
	r.questions()
	r.held[0], r.held[1] = make([]bool, n), make([]bool, n)
	for i := range ms.List {
		ref := &ents.References[i]
		if ref.Entity == annot.None && len(ref.Alternatives) == 0 || ref.Entity != annot.None && ents.List[ref.Entity].Kind == annot.OtherMention {
			continue // nobody's, or of no actor and no place
		}
		switch head := ms.List[i].Head; {
		case len(ms.List[i].Members) > 0:
			r.held[1][head] = true
		case ref.Entity != annot.None && len(ents.List[ref.Entity].Mentions) == 1:
			r.lone[head] = uint8(ents.List[ref.Entity].Kind) + 1
		default:
			r.held[0][head] = true
		}
	}
	for t := range r.quoted {
		r.quoted[t] = annot.None
	}
	if quo == nil {
		return r
	}
	for q := range quo.List {
		for _, p := range quo.List[q].Pieces {
			first, end := seg.Within(p)
			for t := first; t < end; t++ {
				r.quoted[t] = annot.QuotationID(q)
			}
		}
	}
	return r
}

// ready makes room for what is noted of each phrase.
func (r *reader) ready() {
	n := len(r.phrases)
	ints := make([]int32, 4*n)
	for i := range ints {
		ints[i] = -1
	}
	r.same, r.seen, r.of, r.to = ints[:n], ints[n:2*n], ints[2*n:3*n], ints[3*n:]
	r.odds, r.length = make([]float32, n), make([][2]float32, n)
	for i := range r.phrases {
		here, word := r.state(i)
		r.length[i] = [2]float32{kernel.Dot(here, here), kernel.Dot(word, word)}
		r.seen[i] = 0
	}
}

// state returns the two parts of the state of a phrase's head.
func (r *reader) state(i int) (here, word []float32) {
	row := r.sta.Row(r.phrases[i].head)
	return row[:r.sta.Here], row[r.sta.Here:]
}

// meet enters a phrase among those that later ones can take up.
func (r *reader) meet(a int) {
	p := &r.phrases[a]
	switch {
	case p.form.voice():
		r.voices[p.form] = append(r.voices[p.form], int32(a))
		return
	case !p.form.noun():
		return
	}
	if x, ok := r.latest[p.noun]; ok {
		r.same[a], r.seen[a] = x, r.seen[x]+1
	}
	r.latest[p.noun] = int32(a)
	if p.initials != 0 {
		r.short[p.initials] = int32(a)
	}
}

// join puts a phrase into the chain of one before it.
func (r *reader) join(a, c int, odds float32) {
	if r.of[c] < 0 {
		r.of[c] = int32(len(r.chains))
		r.chains = append(r.chains, []int32{int32(c)})
		if r.phrases[a].form.voice() {
			r.talkers = append(r.talkers, r.of[c])
		}
	}
	k := r.of[c]
	r.of[a], r.to[a], r.odds[a] = k, int32(c), odds
	r.chains[k] = append(r.chains[k], int32(a))
}
