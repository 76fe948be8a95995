package sketch

import (
	"fmt"
	"os"
	"strings"

	"readout/internal/annot"
	"readout/internal/conllu"
)

// A Treebank holds the trees of the examples of a room, by their text.
type Treebank map[string][]conllu.Sentence

// ReadTreebank reads a CoNLL-U file. Sentences without a "text" comment belong
// to the text before them.
func ReadTreebank(path string) (Treebank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sents, err := conllu.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	bank, text := Treebank{}, ""
	for _, s := range sents {
		for _, c := range s.Comments {
			if after, ok := strings.CutPrefix(c, "text = "); ok {
				text = after
			}
		}
		bank[text] = append(bank[text], s)
	}
	return bank, nil
}

// Lay returns the layers of a text. It is an error if the treebank lacks the
// text or spells it otherwise.
func (b Treebank) Lay(plain string) (*annot.Segmentation, *annot.Syntax, error) {
	sents, ok := b[plain]
	if !ok {
		return nil, nil, fmt.Errorf("no tree for %q", plain)
	}
	seg, syn, err := conllu.Document(sents)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", plain, err)
	}
	if got := seg.Text.String(); got != plain {
		return nil, nil, fmt.Errorf("the tree spells %q, the example %q", got, plain)
	}
	return seg, syn, nil
}
