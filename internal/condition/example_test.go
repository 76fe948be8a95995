package condition_test

import (
	"fmt"

	"readout/internal/annot"
	"readout/internal/condition"
	"readout/internal/conllu"
	"readout/lexicon"
)

// A threat of what the report itself tells: no attribution states it.
func ExampleFinder_Find() {
	seg, syn, err := conllu.Parse(`1	Should	should	AUX	_	_	4	aux	_	_
2	the	the	DET	_	_	3	det	_	_
3	talks	talk	NOUN	_	_	4	nsubj	_	_
4	fail	fail	VERB	_	VerbForm=Inf	9	advcl	_	SpaceAfter=No
5	,	,	PUNCT	_	_	4	punct	_	_
6	the	the	DET	_	_	7	det	_	_
7	pilots	pilot	NOUN	_	_	9	nsubj	_	_
8	will	will	AUX	_	_	9	aux	_	_
9	strike	strike	VERB	_	VerbForm=Inf	0	root	_	SpaceAfter=No
10	.	.	PUNCT	_	_	9	punct	_	_
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	finder, err := condition.New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range finder.Find(seg, &annot.Quotations{}, syn, &annot.Attributions{}).List {
		fmt.Printf("if %q then %q\n", seg.Text.Slice(c.Trigger[0]), seg.Text.Slice(c.Consequence[0]))
	}
	// Output: if "the talks fail" then "the pilots will strike"
}
