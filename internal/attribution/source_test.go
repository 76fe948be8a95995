package attribution_test

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/attribution"
	"readout/internal/conllu"
	"readout/lexicon"
)

// TestAnswersFor gives a deed behind "for" to who is thanked for it, and not to
// a thing that somebody draws by it.
func TestAnswersFor(t *testing.T) {
	a, err := attribution.New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	const tree = `1	Lind	Lind	PROPN	_	_	2	nsubj	_	_
2	VERB	LEMMA	VERB	_	Tense=Past|VerbForm=Fin	0	root	_	_
3	OBJECT	OBJECT	PROPN	_	_	2	obj	_	_
4	for	for	SCONJ	_	_	5	mark	_	_
5	refusing	refuse	VERB	_	VerbForm=Ger	2	advcl	_	_
6	the	the	DET	_	_	7	det	_	_
7	toll	toll	NOUN	_	_	5	obj	_	SpaceAfter=No
8	.	.	PUNCT	_	_	2	punct	_	_
`
	for _, c := range []struct{ verb, lemma, object, want string }{
		{"thanked", "thank", "Halvik", "Halvik"},
		{"criticised", "criticise", "Halvik", "Halvik"},
		{"drew", "draw", "criticism", "Lind"},
	} {
		seg, syn, err := conllu.Parse(strings.NewReplacer("VERB	LEMMA", c.verb+"	"+c.lemma, "OBJECT", c.object).Replace(tree))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, x := range a.Attribute(seg, nil, syn, nil, nil).List {
			if seg.Text.Slice(x.Cue) == "refusing" && x.SourceHead != annot.None {
				got = seg.Word(x.SourceHead)
			}
		}
		if got != c.want {
			t.Errorf("%s %s: the refusal is %q's, want %q", c.verb, c.object, got, c.want)
		}
	}
}
