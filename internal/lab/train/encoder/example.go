package encoder

import (
	"readout/internal/encode"
	"readout/internal/ml/decode"
)

// masked is the target of a token that a set has no label for.
const masked = -1

// An example is a paragraph with the targets that its corpus has; a nil list
// has none.
type example struct {
	para  encode.Paragraph
	sents []int // first tokens

	tags, lemmas []int16
	heads        []int32 // in the paragraph; -1 the root, noHead unknown
	rels         []int16
	names        []int16

	silverTags, silverNames []int16
	silverHeads             []int32
	silverRels              []int16

	cues []int16
	flat []int16 // role of each token, whatever its cue
	atts []attribution

	readHeads, readRels []int32 // as the network in training last read them; nil: not yet
}

const noHead = -2

// An attribution is a cue of an example with the roles of all tokens.
type attribution struct {
	start, end int
	roles      []decode.Role
}

func (e *example) len() int { return len(e.para.Words) }

// sentence returns the half-open range of sentence i.
func (e *example) sentence(i int) (start, end int) {
	end = e.len()
	if i+1 < len(e.sents) {
		end = e.sents[i+1]
	}
	return e.sents[i], end
}

// A labels numbers the classes of a head as they are met.
type labels struct {
	list  []string
	count []int
	index map[string]int
}

func newLabels(fixed ...string) *labels {
	l := &labels{index: map[string]int{}}
	for _, s := range fixed {
		l.add(s)
	}
	return l
}

func (l *labels) add(s string) int {
	i, ok := l.index[s]
	if !ok {
		i = len(l.list)
		l.index[s] = i
		l.list = append(l.list, s)
		l.count = append(l.count, 0)
	}
	l.count[i]++
	return i
}

// prune drops labels seen less than least times and returns the new number of
// each old one, or masked.
func (l *labels) prune(least int) []int16 {
	renumber := make([]int16, len(l.list))
	kept := newLabels()
	for i, s := range l.list {
		renumber[i] = masked
		if l.count[i] >= least {
			renumber[i] = int16(kept.add(s))
			kept.count[renumber[i]] = l.count[i]
		}
	}
	*l = *kept
	return renumber
}

func renumber(xs []int16, by []int16) {
	for i, x := range xs {
		if x >= 0 {
			xs[i] = by[x]
		}
	}
}
