package encoder

import (
	"readout/internal/conllu"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
)

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
