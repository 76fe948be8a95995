package event

import (
	"fmt"
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/lexicon"
)

// TestUndone tells deeds that were done from those that nobody did or that
// were near, and who does a deed and to whom from what stands beside them.
func TestUndone(t *testing.T) {
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	const one = "-- mentions.txt --\nHalvik | state | named\n"
	const two = "-- mentions.txt --\nHalvik | state | named\nDorn | state | named\n"
	for _, c := range []struct{ name, tree, mentions, want string }{
		{"neither of two", "Neither/CCONJ/2/cc:preconj Halvik/PROPN/6/nsubj nor/CCONJ/4/cc Dorn/PROPN/2/conj has/AUX/6/aux agreed:agree/VERB/0/root/Tense=Past|VerbForm=Part ./PUNCT/6/punct", two, ""},
		{"all but", "Halvik/PROPN/5/nsubj has/AUX/5/aux all/ADV/5/advmod but/ADV/5/advmod invaded:invade/VERB/0/root/Tense=Past|VerbForm=Part Dorn/PROPN/5/obj ./PUNCT/5/punct", two, ""},
		{"its own brigades", "Halvik/PROPN/2/nsubj mobilised:mobilise/VERB/0/root/Tense=Past|VerbForm=Fin two/NUM/4/nummod brigades:brigade/NOUN/2/obj ./PUNCT/2/punct",
			"-- mentions.txt --\nHalvik | state | named\nbrigades | group | nominal\n", "MOBILIZE asserted Halvik > -: mobilised;"},
		{"a charge by one against another", "A/DET/2/det accusation/NOUN/7/nsubj by/ADP/4/case Halvik/PROPN/2/nmod against/ADP/6/case Dorn/PROPN/2/nmod drew:draw/VERB/0/root/Tense=Past ire/NOUN/7/obj ./PUNCT/7/punct", two,
			"ACCUSE asserted Halvik > Dorn: accusation;"},
		{"talks that resumed", "Talks:talk/NOUN/6/nsubj between/ADP/3/case Halvik/PROPN/1/nmod and/CCONJ/5/cc Dorn/PROPN/3/conj resumed:resume/VERB/0/root/Tense=Past|VerbForm=Fin ./PUNCT/6/punct", two,
			"CONSULT asserted Halvik > Dorn: Talks;"},
		{"talks that will resume", "Talks:talk/NOUN/7/nsubj between/ADP/3/case Halvik/PROPN/1/nmod and/CCONJ/5/cc Dorn/PROPN/3/conj will/AUX/7/aux resume/VERB/0/root/VerbForm=Inf ./PUNCT/7/punct", two,
			"CONSULT planned Halvik > Dorn: Talks;"},
		{"a vote to reject", "Halvik/PROPN/2/nsubj voted:vote/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark reject/VERB/2/xcomp/VerbForm=Inf it/PRON/4/obj ./PUNCT/2/punct", one,
			"REJECT asserted Halvik > -: reject;"},
		{"giving it a name", "Halvik/PROPN/2/nsubj calls:call/VERB/0/root/Tense=Pres|VerbForm=Fin Dorn/PROPN/2/iobj a/DET/5/det menace/NOUN/2/obj ./PUNCT/2/punct", two, ""},
		{"out of the gate", "Halvik/PROPN/2/nsubj walked:walk/VERB/0/root/Tense=Past|VerbForm=Fin out/ADP/6/case of/ADP/6/case the/DET/6/det gate/NOUN/2/obl ./PUNCT/2/punct", one, ""},
		{"refusing to meet somebody", "Halvik/PROPN/2/nsubj refused:refuse/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark meet/VERB/2/xcomp/VerbForm=Inf Dorn/PROPN/4/obj ./PUNCT/2/punct", two,
			"REJECT asserted Halvik > Dorn: refused;"},
		{"a passive of the tree alone", "Halvik/PROPN/2/nsubj:pass urged:urge/VERB/0/root/Tense=Past|VerbForm=Fin Dorn/PROPN/2/obj ./PUNCT/2/punct", two, "REQUEST asserted Halvik > Dorn: urged;"},
		{"a curfew lifted", "Halvik/PROPN/2/nsubj ordered:order/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/4/det curfew/NOUN/2/obj lifted:lift/VERB/2/xcomp/Tense=Past|VerbForm=Part ./PUNCT/2/punct", one, ""},
		{"understanding is no agreement", "Halvik/PROPN/2/nsubj expressed:express/VERB/0/root/Tense=Past|VerbForm=Fin understanding/NOUN/2/obj ./PUNCT/2/punct", one, ""},
		{"regret but not agreement", "Halvik/PROPN/2/nsubj expressed:express/VERB/0/root/Tense=Past|VerbForm=Fin patience/NOUN/2/obj but/CCONJ/7/cc not/PART/7/advmod its/PRON/7/nmod:poss agreement/NOUN/3/conj ./PUNCT/2/punct", one, ""},
		{"a strike that is an attack", "A/DET/2/det strike/NOUN/7/nsubj by/ADP/4/case Halvik/PROPN/2/nmod on/ADP/6/case Dorn/PROPN/2/nmod failed:fail/VERB/0/root/Tense=Past ./PUNCT/7/punct", two,
			"ASSAULT asserted Halvik > Dorn: strike;"},
	} {
		l, err := sketch.Parse([]byte("-- tree.txt --\n" + c.tree + "\n" + c.mentions))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got := ""
		for _, e := range f.Find(l.Seg, l.Syn, l.Times, l.Mentions, l.Attributions, l.Entities, l.Conditions, l.Statements, &annot.Meetings{}).List {
			got += fmt.Sprintf("%s %s %s > %s: %s;", e.Type, e.Status, l.Name(e.Actor), l.Name(e.Recipient), l.Words(e.Words))
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
