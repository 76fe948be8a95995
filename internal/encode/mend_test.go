package encode

import (
	"testing"

	"readout/internal/sketch"
	"readout/internal/ud"
)

func TestMend(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
They/PRON/2/nsubj warned/VERB/0/root both/CCONJ/8/cc:preconj unless/SCONJ/6/mark ports/NOUN/6/nsubj open/VERB/8/advcl and/CCONJ/8/cc threatened/VERB/2/conj suits/NOUN/8/obj ./PUNCT/2/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	mend(words)
	if words[5].Head != 1 {
		t.Errorf("the clause before the conjunction hangs on word %d, want the first verb", words[5].Head)
	}
	if words[2].Head != 7 || words[8].Head != 7 || words[6].Head != 7 {
		t.Error("what belongs to the second conjunct has moved")
	}
}

func TestComplement(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
They/PRON/2/nsubj failed:fail/VERB/0/root on/ADP/4/case Tuesday/PROPN/2/obl to/PART/6/mark agree/VERB/2/advcl/VerbForm=Inf ./PUNCT/2/punct
They/PRON/2/nsubj failed:fail/VERB/0/root on/ADP/4/case Tuesday/PROPN/2/obl to/PART/6/mark agree/VERB/4/acl/VerbForm=Inf ./PUNCT/2/punct
They/PRON/2/nsubj met:meet/VERB/0/root on/ADP/4/case Tuesday/PROPN/2/obl to/PART/6/mark talk/VERB/2/advcl/VerbForm=Inf ./PUNCT/2/punct
They/PRON/2/nsubj tried:try/VERB/0/root it/PRON/2/obj to/PART/5/mark please/VERB/2/advcl/VerbForm=Inf us/PRON/5/obj ./PUNCT/2/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	e := &Encoder{infinitives: map[string]bool{"fail": true, "try": true}}
	e.complement(words)
	for i, want := range map[int]ud.DepRel{5: ud.Xcomp, 12: ud.Xcomp, 19: ud.Advcl, 25: ud.Advcl} {
		if w := words[i]; w.Rel != want || want == ud.Xcomp && words[w.Head].Lemma != "fail" {
			t.Errorf("word %d hangs on %d as %v, want %v", i, w.Head, w.Rel, want)
		}
	}
}

func TestFinite(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
They/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark agree/VERB/2/xcomp/VerbForm=Inf and/CCONJ/7/cc will/AUX/7/aux/VerbForm=Fin try/VERB/4/conj/VerbForm=Inf ./PUNCT/2/punct
They/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark agree/VERB/2/xcomp/VerbForm=Inf and/CCONJ/6/cc sign/VERB/4/conj/VerbForm=Inf ./PUNCT/2/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	finite(words)
	if words[6].Head != 1 || words[13].Head != 11 {
		t.Errorf("conjuncts hang on %d and %d, want 1 and 11", words[6].Head, words[13].Head)
	}
}
