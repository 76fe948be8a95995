package mention

import (
	"testing"

	"readout/internal/conllu"
)

// interview is a question and an answer behind their labels.
const interview = `# newpar
# sent_id = 2
1	Q	Q	NOUN	_	Number=Sing	0	root	_	SpaceAfter=No
2	:	:	PUNCT	_	_	5	punct	_	_
3	Will	will	AUX	_	VerbForm=Fin	5	aux	_	_
4	you	you	PRON	_	Case=Nom|Person=2|PronType=Prs	5	nsubj	_	_
5	sign	sign	VERB	_	VerbForm=Inf	1	parataxis	_	SpaceAfter=No
6	?	?	PUNCT	_	_	1	punct	_	_

# newpar
# sent_id = 3
1	A	a	SYM	_	_	0	root	_	SpaceAfter=No
2	:	:	PUNCT	_	_	5	punct	_	_
3	We	we	PRON	_	Case=Nom|Number=Plur|Person=1|PronType=Prs	5	nsubj	_	_
4	will	will	AUX	_	VerbForm=Fin	5	aux	_	_
5	sign	sign	VERB	_	VerbForm=Inf	1	appos	_	SpaceAfter=No
6	.	.	PUNCT	_	_	1	punct	_	_

`

// TestAnswers asserts that the label of an answer is a mention, that of a
// question none, and "A" without a question neither.
func TestAnswers(t *testing.T) {
	f := finder(t)
	seg, syn, err := conllu.Parse(interview)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, m := range f.Find(seg, syn, nil, nil).List {
		switch w := seg.Text.Slice(m.Span); {
		case w == "Q":
			t.Errorf("%q is a mention by %s", w, m.By)
		case m.By == "mention/answer-label":
			found++
			if w != "A" {
				t.Errorf("%q is taken for the label of an answer", w)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d labels of answers, want 1", found)
	}
}
