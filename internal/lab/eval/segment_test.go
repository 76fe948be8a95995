package eval_test

import (
	"os"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/lab/corpus"
	"readout/internal/lab/eval"
	"readout/internal/segment"
	"readout/internal/text"
	"readout/lexicon"
)

// TestSegmentationOnTreebanks holds the segmenter to what it has reached on
// the development parts of two treebanks.
func TestSegmentationOnTreebanks(t *testing.T) {
	data := os.Getenv("READOUT_DATA")
	if data == "" {
		t.Skip("no treebanks: READOUT_DATA is not set")
	}
	g, err := segment.New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		bank              string
		tokens, sentences float64 // F1, at least
	}{{"ewt", 99.2, 84.5}, {"gum", 99.6, 95.4}} {
		docs, err := corpus.ReadUD(data, want.bank, "dev")
		if err != nil {
			t.Fatal(err)
		}
		var gold []conllu.Sentence
		for _, d := range docs {
			gold = append(gold, d.Sentences...)
		}
		sc := eval.Segmentation(gold, func(x *text.Text) *annot.Segmentation { return g.Segment(x, annot.Source{}) })
		_, _, tokens := sc.Tokens.Scores()
		_, _, sentences := sc.Sentences.Scores()
		t.Logf("%s: tokens %.2f, sentences %.2f", want.bank, tokens, sentences)
		if tokens < want.tokens || sentences < want.sentences {
			t.Errorf("%s: tokens %.2f, sentences %.2f; want %.1f and %.1f", want.bank, tokens, sentences, want.tokens, want.sentences)
		}
	}
}
