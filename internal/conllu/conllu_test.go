package conllu_test

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/ud"
)

const sample = `# newdoc id = harbour
# newpar
# text = They can't wait.
1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	wait	wait	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
4.1	gone	go	VERB	VBN	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

1	Talks	talk	NOUN	NNS	Number=Plur	2	nsubj:pass	_	_
2	resumed	resume	VERB	VBN	_	0	root	_	_

# newpar
1	Silence	silence	NOUN	NN	_	0	root	_	_

`

func TestParseLaysOutText(t *testing.T) {
	seg, syn, err := conllu.Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := seg.Text.String(), "They can't wait. Talks resumed\nSilence"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if len(seg.Blocks) != 2 || len(seg.Sentences) != 3 || len(seg.Tokens) != 8 {
		t.Fatalf("%d blocks, %d sentences, %d tokens", len(seg.Blocks), len(seg.Sentences), len(seg.Tokens))
	}
	not := syn.Words[2]
	if not.Head != 3 || not.Rel != ud.Advmod || !not.Feats.Has(ud.PolarityNeg) || not.Lemma != "not" {
		t.Errorf("n't reads %+v", not)
	}
	if w := syn.Words[5]; w.Rel != ud.NsubjPass || w.Head != 6 {
		t.Errorf("Talks reads %+v: heads count from the sentence", w)
	}
	if syn.Words[7].Head != annot.None {
		t.Errorf("Silence should be a root")
	}
}

func TestReadKeepsComments(t *testing.T) {
	sents, err := conllu.Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if sents[0].NewDoc != "harbour" || !sents[0].NewPar || sents[1].NewPar || !sents[2].NewPar {
		t.Errorf("borders of documents and paragraphs: %+v", sents)
	}
	if c := sents[0].Comments[2]; c != "text = They can't wait." {
		t.Errorf("comment %q", c)
	}
	if sents[0].Rows[1].XPOS != "MD" {
		t.Errorf("XPOS %q", sents[0].Rows[1].XPOS)
	}
}

func TestWriteReadsBack(t *testing.T) {
	seg, syn, err := conllu.Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := conllu.Write(&b, seg, syn); err != nil {
		t.Fatal(err)
	}
	seg2, syn2, err := conllu.Parse(b.String())
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if seg2.Text.String() != seg.Text.String() {
		t.Errorf("text %q, was %q", seg2.Text.String(), seg.Text.String())
	}
	for i := range syn.Words {
		if syn.Words[i] != syn2.Words[i] {
			t.Errorf("word %d: %+v, was %+v", i, syn2.Words[i], syn.Words[i])
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"1\ta\n", "line 1: 2 columns"},
		{"# x\n2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", `line 2: id "2", want 1`},
		{"1\ta\ta\tQ\t_\t_\t0\troot\t_\t_\n", `unknown part of speech "Q"`},
		{"1\ta\ta\tX\t_\t_\t-1\troot\t_\t_\n", `head "-1"`},
		{"1\ta\ta\tX\t_\t_\t0\tstem\t_\t_\n", `unknown relation "stem"`},
		{"1-x\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", `range "1-x"`},
		{"1\ta\ta\tX\t_\t_\t1\tdep\t_\t_\n\n", "outside its sentence"},
	} {
		if _, _, err := conllu.Parse(c.src); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.src, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("1\t\ta\tX\t_\t_\t0\troot\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, src string) {
		seg, syn, err := conllu.Parse(src)
		if err == nil && len(syn.Words) != len(seg.Tokens) {
			t.Errorf("%d words for %d tokens", len(syn.Words), len(seg.Tokens))
		}
	})
}
