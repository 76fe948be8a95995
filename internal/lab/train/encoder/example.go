package encoder

import (
	"readout/internal/conllu"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
	"readout/internal/ml/decode"
)

// masked is the target of a token that a set has no label for.
const masked = -1

// An example is a paragraph with the targets that its corpus has; a nil list
// has none.
type example struct {
	para  encode.Paragraph
	opens bool  // an article, in the corpora of names
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

// A sets holds everything that is trained on, with the labels of the heads.
type sets struct {
	tags, lemmas, rels, names           *labels
	silverTags, silverNames, silverRels *labels
	examples                            []*example
}

func newSets() *sets {
	return &sets{
		tags: newLabels(), lemmas: newLabels(), rels: newLabels(), names: newLabels("O"),
		silverTags: newLabels(), silverNames: newLabels(), silverRels: newLabels(),
	}
}

// longest is the number of tokens after which a paragraph is cut.
const longest = 300

// addTrees adds the free documents of a treebank.
func (s *sets) addTrees(data, bank string) error {
	docs, err := corpus.ReadUD(data, bank, "train")
	if err != nil {
		return err
	}
	for _, d := range corpus.Free(docs) {
		for i := 0; i < len(d.Sentences); {
			j, n := i+1, len(d.Sentences[i].Rows)
			for j < len(d.Sentences) && !d.Sentences[j].NewPar && n < longest {
				n += len(d.Sentences[j].Rows)
				j++
			}
			s.examples = append(s.examples, s.treeExample(d.Sentences[i:j]))
			i = j
		}
	}
	return nil
}

func (s *sets) treeExample(sents []conllu.Sentence) *example {
	e := new(example)
	for _, sent := range sents {
		base := e.len()
		e.sents = append(e.sents, base)
		glued := false
		for i, r := range sent.Rows {
			e.para.Words = append(e.para.Words, r.Form)
			e.para.First = append(e.para.First, i == 0)
			e.para.Glued = append(e.para.Glued, glued)
			glued = !r.SpaceAfter
			tag := r.UPOS.String() + "|" + r.Feats.String()
			e.tags = append(e.tags, int16(s.tags.add(tag)))
			e.lemmas = append(e.lemmas, int16(s.lemmas.add(encode.LemmaScript(r.Form, r.Lemma))))
			e.rels = append(e.rels, int16(s.rels.add(r.Rel.String())))
			head := int32(-1)
			if r.Head > 0 {
				head = int32(base + r.Head - 1)
			}
			e.heads = append(e.heads, head)
		}
	}
	return e
}
