package train

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/lab/corpus"
)

// A bank is treebank sentences laid out for training.
type bank struct {
	sents []conllu.Sentence
	seg   *annot.Segmentation
	syn   *annot.Syntax
}

// newBank lays out the sentences of documents.
func newBank(sents []conllu.Sentence) (*bank, error) {
	seg, syn, err := conllu.Document(sents)
	if err != nil {
		return nil, err
	}
	return &bank{sents: sents, seg: seg, syn: syn}, nil
}

// row returns the treebank's row of a token of sentence s.
func (b *bank) row(s int, i int) *conllu.Row { return &b.sents[s].Rows[i] }

// readTrees reads the free documents of the treebanks' training part.
func readTrees(data string) ([]corpus.TreeDoc, error) {
	var all []corpus.TreeDoc
	for _, name := range []string{"ewt", "gum"} {
		docs, err := corpus.ReadUD(data, name, "train")
		if err != nil {
			return nil, err
		}
		all = append(all, corpus.Free(docs)...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no treebank under %s may be trained on", data)
	}
	return all, nil
}

func sentences(docs []corpus.TreeDoc) []conllu.Sentence {
	var all []conllu.Sentence
	for _, d := range docs {
		all = append(all, d.Sentences...)
	}
	return all
}

// headlines returns a share of the sentences again in the capitals of
// headlines, which the treebanks hardly have: half in capitals throughout,
// half with every long word capitalised.
func headlines(sents []conllu.Sentence, share float64, rng *rand.Rand) []conllu.Sentence {
	var more []conllu.Sentence
	for _, s := range sents {
		if len(s.Rows) < 4 || rng.Float64() >= share {
			continue
		}
		change := strings.ToUpper
		if rng.IntN(2) == 0 {
			change = capitalise
		}
		c := s
		c.Rows = append([]conllu.Row(nil), s.Rows...)
		for i := range c.Rows {
			c.Rows[i].Form = change(c.Rows[i].Form)
		}
		more = append(more, c)
	}
	return more
}

func capitalise(form string) string {
	r, n := utf8.DecodeRuneInString(form)
	if len(form) < 4 {
		return form
	}
	return string(unicode.ToUpper(r)) + form[n:]
}
