package statement_test

import (
	"fmt"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/statement"
	"readout/lexicon"
)

// One sentence, with the attribution that another stage has found in it.
func ExampleJudge_Judge() {
	seg, syn, err := conllu.Parse(`1	Ostrand	Ostrand	PROPN	_	_	2	nsubj	_	_
2	fears	fear	VERB	_	VerbForm=Fin	0	root	_	_
3	the	the	DET	_	_	4	det	_	_
4	truce	truce	NOUN	_	_	6	nsubj	_	_
5	could	could	AUX	_	_	6	aux	_	_
6	collapse	collapse	VERB	_	VerbForm=Inf	2	ccomp	_	SpaceAfter=No
7	.	.	PUNCT	_	_	2	punct	_	_
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	att := &annot.Attributions{List: []annot.Attribution{{
		Source: annot.Spans{seg.SpanOf(0, 0)}, SourceHead: 0, Cue: seg.SpanOf(1, 1), CueHead: 1,
		Content: annot.Spans{seg.SpanOf(2, 5)}, Within: annot.None, Form: "reported", By: "example",
	}}}
	judge, err := statement.New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	got := judge.Judge(seg, &annot.Quotations{}, syn, &annot.Times{}, &annot.Mentions{}, att, &annot.Entities{}, &annot.Conditions{})
	for _, s := range got.List {
		fmt.Printf("%s: %q, by %s, shown by", s.Firmness, seg.Text.Slice(s.Content[0]), s.By)
		for _, w := range s.FirmnessWords {
			fmt.Printf(" %q", seg.Text.Slice(w))
		}
		fmt.Println()
	}
	// Output: feared: "the truce could collapse", by statement/cue-feared, shown by "fears" "could"
}
