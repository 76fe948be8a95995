package undone

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/lexicon"
)

// TestOf tells acts that were done from those that nobody did, that were
// near, denied or only supposed.
func TestOf(t *testing.T) {
	words, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tree string
		want Kind
	}{
		{"Halvik/PROPN/2/nsubj accepted:accept/VERB/0/root/Tense=Past the/DET/4/det toll/NOUN/2/obj ./PUNCT/2/punct", Done},
		{"None/NOUN/6/nsubj of/ADP/4/case the/DET/4/det crews/NOUN/1/nmod has/AUX/6/aux accepted:accept/VERB/0/root/Tense=Past the/DET/8/det toll/NOUN/6/obj", NobodyDid},
		{"All/DET/6/nsubj of/ADP/4/case the/DET/4/det crews/NOUN/1/nmod have/AUX/6/aux accepted:accept/VERB/0/root/Tense=Past the/DET/8/det toll/NOUN/6/obj", Done},
		{"No/DET/2/det 10/NUM/3/nsubj accepted:accept/VERB/0/root/Tense=Past the/DET/5/det toll/NOUN/3/obj", Done},
		{"Halvik/PROPN/2/nsubj accepted:accept/VERB/0/root/Tense=Past nothing/PRON/2/obj", NobodyDid},
		{"Halvik/PROPN/2/nsubj accepted:promise/VERB/0/root/Tense=Past no/DET/4/det tolls:toll/NOUN/2/obj", Done},
		{"It/PRON/2/nsubj accepted:accept/VERB/0/root/Tense=Past by/ADP/5/case neither/DET/5/det crew/NOUN/2/obl:agent", NobodyDid},
		{"Halvik/PROPN/4/nsubj has/AUX/4/aux almost/ADV/4/advmod accepted:accept/VERB/0/root/Tense=Past it/PRON/4/obj", Nearly},
		{"Halvik/PROPN/5/nsubj has/AUX/5/aux all/ADV/5/advmod but/ADV/5/advmod accepted:accept/VERB/0/root/Tense=Past it/PRON/5/obj", Nearly},
		{"Halvik/PROPN/2/nsubj stopped:stop/VERB/0/root short/ADV/2/advmod of/SCONJ/5/mark accepting:accept/VERB/2/advcl/VerbForm=Ger it/PRON/5/obj", NotDone},
		{"Halvik/PROPN/2/nsubj left:leave/VERB/0/root after/SCONJ/4/mark accepting:accept/VERB/2/advcl/VerbForm=Ger it/PRON/4/obj", Done},
		{"Had/AUX/3/aux Halvik/PROPN/3/nsubj accepted:accept/VERB/6/advcl crews/NOUN/6/nsubj would/AUX/6/aux sail/VERB/0/root ./PUNCT/6/punct", Supposed},
		{"Had/AUX/3/aux Halvik/PROPN/3/nsubj accepted:accept/VERB/0/root it/PRON/3/obj ?/PUNCT/3/punct", Done},
		{"Reports:report/NOUN/6/nsubj that/SCONJ/4/mark Halvik/PROPN/4/nsubj accepted:accept/VERB/1/acl were:be/AUX/6/cop untrue/ADJ/0/root", Untrue},
		{"Reports:report/NOUN/6/nsubj that/SCONJ/4/mark Halvik/PROPN/4/nsubj accepted:accept/VERB/1/acl were:be/AUX/6/cop welcome/ADJ/0/root", Done},
		{"There/PRON/2/expl is:be/VERB/0/root no/DET/4/det sign/NOUN/2/nsubj that/SCONJ/7/mark Halvik/PROPN/7/nsubj accepted:accept/VERB/4/acl it/PRON/7/obj", Unproven},
		{"There/PRON/2/expl is:be/VERB/0/root no/DET/4/det doubt/NOUN/2/nsubj that/SCONJ/7/mark Halvik/PROPN/7/nsubj accepted:accept/VERB/4/acl it/PRON/7/obj", Done},
		{"It/PRON/4/expl is:be/AUX/4/cop not/PART/4/advmod true/ADJ/0/root that/SCONJ/7/mark Halvik/PROPN/7/nsubj accepted:accept/VERB/4/csubj it/PRON/7/obj", Untrue},
		{"Lind/PROPN/3/nsubj wrongly/ADV/3/advmod reported:report/VERB/0/root that/SCONJ/6/mark Halvik/PROPN/6/nsubj accepted:accept/VERB/3/ccomp it/PRON/6/obj", Untrue},
		{"Lind/PROPN/2/nsubj denied:deny/VERB/0/root that/SCONJ/5/mark Halvik/PROPN/5/nsubj accepted:accept/VERB/2/ccomp it/PRON/5/obj", Untrue},
		{"Lind/PROPN/2/nsubj has/VERB/0/root yet/ADV/2/advmod to/PART/5/mark confirm/VERB/2/xcomp/VerbForm=Inf that/SCONJ/8/mark Halvik/PROPN/8/nsubj accepted:accept/VERB/5/ccomp it/PRON/8/obj", Unproven},
		{"It/PRON/4/expl was:be/AUX/4/cop not/PART/4/advmod right/ADJ/0/root to/PART/6/mark accept/VERB/4/csubj/VerbForm=Inf it/PRON/6/obj", Done},
		{"Halvik/PROPN/2/nsubj came:come/VERB/0/root close/ADV/2/advmod to/SCONJ/5/mark accepting:accept/VERB/3/advcl/VerbForm=Ger it/PRON/5/obj", Nearly},
		{"Neither/CCONJ/5/cc:preconj Halvik/PROPN/5/nsubj nor/CCONJ/4/cc Dorn/PROPN/2/conj accepted:accept/VERB/0/root/Tense=Past it/PRON/5/obj", NobodyDid},
		{"Halvik/PROPN/2/nsubj offered:accept/VERB/0/root/Tense=Past no/ADV/4/advmod less/ADJ/2/obj", Done},
		{"Halvik/PROPN/2/nsubj avoided:avoid/VERB/0/root accepting:accept/VERB/2/xcomp/VerbForm=Ger it/PRON/3/obj", NotDone},
		{"Halvik/PROPN/2/nsubj failed:fail/VERB/0/root on/ADP/4/case Tuesday/PROPN/2/obl to/PART/6/mark accept/VERB/2/xcomp/VerbForm=Inf it/PRON/6/obj", Omitted},
		{"Halvik/PROPN/3/nsubj never/ADV/3/advmod failed:fail/VERB/0/root to/PART/5/mark accept/VERB/3/xcomp/VerbForm=Inf it/PRON/5/obj", Done},
		{"Halvik/PROPN/2/nsubj failed:fail/VERB/0/root to/PART/4/mark agree/VERB/2/xcomp/VerbForm=Inf and/CCONJ/7/cc will/AUX/7/aux accept/VERB/4/conj/VerbForm=Inf it/PRON/7/obj", Done},
		{"Halvik/PROPN/2/nsubj had:have/VERB/0/root still/ADV/2/advmod to/PART/5/mark accept/VERB/2/xcomp/VerbForm=Inf it/PRON/5/obj", Omitted},
		{"Halvik/PROPN/2/nsubj had:have/VERB/0/root until/ADP/4/case Friday/PROPN/2/obl to/PART/6/mark accept/VERB/2/advcl/VerbForm=Inf it/PRON/6/obj", Omitted},
		{"Halvik/PROPN/4/nsubj was:be/AUX/4/cop too/ADV/4/advmod ill/ADJ/0/root to/PART/6/mark accept/VERB/4/advcl/VerbForm=Inf it/PRON/6/obj", Omitted},
		{"Halvik/PROPN/2/nsubj denied:deny/VERB/0/root accepting:accept/VERB/2/xcomp/VerbForm=Ger it/PRON/3/obj", Untrue},
		{"Halvik/PROPN/3/nmod:poss 's/PART/1/case failure/NOUN/6/nsubj to/PART/5/mark accept/VERB/3/acl/VerbForm=Inf hurt/VERB/0/root", Omitted},
		{"There/PRON/2/expl was:be/VERB/0/root little/ADJ/4/amod evidence/NOUN/2/nsubj Halvik/PROPN/6/nsubj accepted:accept/VERB/4/acl it/PRON/6/obj", Unproven},
		{"Nobody/PRON/2/nsubj disputes:dispute/VERB/0/root that/SCONJ/5/mark Halvik/PROPN/5/nsubj accepted:accept/VERB/2/ccomp it/PRON/5/obj", Done},
		{"It/PRON/2/nsubj accepted:accept/VERB/0/root/Tense=Past by/ADP/4/case none/NOUN/2/obl:agent other/ADJ/4/amod than/ADP/7/case Lind/PROPN/4/nmod", Done},
		{"Fewer/ADJ/3/nsubj than/ADP/3/case half/NOUN/5/nsubj have/AUX/5/aux accepted:accept/VERB/0/root/Tense=Past it/PRON/5/obj", NobodyDid},
		{"Lind/PROPN/2/nsubj confirmed:confirm/VERB/0/root that/SCONJ/5/mark Halvik/PROPN/5/nsubj accepted:accept/VERB/2/ccomp it/PRON/5/obj", Done},
	} {
		l, err := sketch.Parse([]byte("-- tree.txt --\n" + c.tree + "\n"))
		if err != nil {
			t.Fatalf("%s: %v", c.tree, err)
		}
		for v := range l.Syn.Words {
			if w := l.Syn.Words[v].Lemma; w != "accept" && w != "promise" {
				continue
			}
			if got, _ := words.Of(l.Seg, l.Syn, annot.TokenID(v)); got != c.want {
				t.Errorf("%s: got %d, want %d", c.tree, got, c.want)
			}
		}
	}
}
