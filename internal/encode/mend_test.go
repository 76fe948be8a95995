package encode

import (
	"testing"

	"readout/internal/annot"
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

func TestCoordinate(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
Velm/PROPN/2/nsubj said:say/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux wait/VERB/2/ccomp/VerbForm=Inf after/SCONJ/8/mark Tarsk/PROPN/8/nsubj left:leave/VERB/5/advcl/Tense=Past ,/PUNCT/11/punct but/CCONJ/11/cc warned:warn/VERB/8/conj/Tense=Past us/PRON/11/obj ./PUNCT/2/punct
Velm/PROPN/2/nsubj said:say/VERB/0/root Tarsk/PROPN/4/nsubj left:leave/VERB/2/ccomp/Tense=Past and/CCONJ/6/cc warned:warn/VERB/4/conj/Tense=Past us/PRON/6/obj ./PUNCT/2/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	cues := []annot.Cue{{First: 10, End: 11, Source: [2]annot.TokenID{6, 7}}}
	e := &Encoder{speech: map[string]bool{"say": true, "warn": true}}
	e.coordinate(l.Seg, words, cues)
	if words[10].Head != 1 || words[18].Head != 16 {
		t.Errorf("the conjuncts hang on %d and %d, want 1 and 16", words[10].Head, words[18].Head)
	}
	if cues[0].Source != [2]annot.TokenID{0, 1} {
		t.Errorf("the warning is by %v, want the first word", cues[0].Source)
	}
}

func TestEnthrone(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
Crews/NOUN/0/root ,/PUNCT/4/punct who/PRON/4/nsubj waited/VERB/1/acl:relcl/Tense=Past ,/PUNCT/6/punct voted/VERB/4/advcl/Tense=Past again/ADV/6/advmod ./PUNCT/1/punct
Crews/NOUN/0/root who/PRON/3/nsubj waited/VERB/1/acl:relcl/Tense=Past again/ADV/3/advmod ./PUNCT/1/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	enthrone(l.Seg, words)
	if words[5].Rel != ud.Root || words[0].Head != 5 || words[0].Rel != ud.Nsubj || words[7].Head != 5 {
		t.Errorf("the verb has not become the root: %+v", words[:8])
	}
	if words[8].Rel != ud.Root {
		t.Error("a noun with nothing but a relative clause is no longer the root")
	}
}

func TestWhoClause(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
said:say/VERB/0/root Lind/PROPN/1/nsubj of/ADP/4/case Tarsk/PROPN/2/nmod ,/PUNCT/7/punct who/PRON/7/nsubj expects:expect/VERB/4/acl:relcl it/PRON/7/obj ./PUNCT/1/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	name := annot.Name{Span: l.Seg.Tokens[3].Span, Kind: annot.PersonName}
	if whoClause(l.Seg, words, []annot.Name{name}); words[6].Head != 3 {
		t.Errorf("the clause of a person hangs on %d", words[6].Head)
	}
	name.Kind = annot.OrganisationName
	if whoClause(l.Seg, words, []annot.Name{name}); words[6].Head != 1 {
		t.Errorf("the clause behind a body hangs on %d, want the person", words[6].Head)
	}
}

func TestTurns(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
HOST/NOUN/0/root :/PUNCT/5/punct And/CCONJ/5/cc the/DET/5/det crews/NOUN/1/conj ?/PUNCT/1/punct
Olin/PROPN/3/nsubj :/PUNCT/3/punct Wait/VERB/0/root ./PUNCT/3/punct
Olin/PROPN/3/nsubj :/PUNCT/3/punct Wait/VERB/0/root ./PUNCT/3/punct
Demands/NOUN/0/root :/PUNCT/3/punct pay/NOUN/1/appos ./PUNCT/1/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	l.Seg.Blocks = make([]annot.Block, len(l.Seg.Sentences)) // a paragraph each
	for i := range l.Seg.Sentences {
		l.Seg.Sentences[i].Block = annot.BlockID(i)
	}
	words := l.Syn.Words
	turns(l.Seg, words)
	for i, want := range map[int]ud.DepRel{0: ud.Root, 4: ud.Parataxis, 6: ud.Root, 8: ud.Parataxis, 12: ud.Parataxis, 16: ud.Appos} {
		if got := words[i].Rel; got != want {
			t.Errorf("word %d is %v, want %v", i, got, want)
		}
	}
}
