package attribution_test

import (
	"fmt"

	"readout/internal/attribution"
	"readout/internal/conllu"
	"readout/lexicon"
)

func Example() {
	a, err := attribution.New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	seg, syn, err := conllu.Parse(`1	Rao	Rao	PROPN	_	_	2	nsubj	_	_
2	denied	deny	VERB	_	VerbForm=Fin	0	root	_	_
3	that	that	SCONJ	_	_	6	mark	_	_
4	the	the	DET	_	_	5	det	_	_
5	mill	mill	NOUN	_	_	6	nsubj	_	_
6	closed	close	VERB	_	VerbForm=Fin	2	ccomp	_	SpaceAfter=No
7	.	.	PUNCT	_	_	2	punct	_	_
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range a.Attribute(seg, nil, syn, nil, nil).List {
		t := seg.Text
		fmt.Printf("%s | %s | %s | %s\n", t.Slice(x.Source[0]), t.Slice(x.Cue), t.Slice(x.Content[0]), x.By)
	}
	// Output: Rao | denied | that the mill closed | attribution/clause
}
