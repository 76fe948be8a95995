package event

import (
	"fmt"
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/lexicon"
)

func TestFind(t *testing.T) {
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, src, want string }{
		{"object", `
-- tree.txt --
Halvik/PROPN/2/nsubj accused:accuse/VERB/0/root/Tense=Past|VerbForm=Fin Dorn/PROPN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | government | metonym
Dorn | government | metonym
`, "ACCUSE asserted Halvik > Dorn: accused;"},
		{"passive", `
-- tree.txt --
Dorn/PROPN/3/nsubj:pass was/AUX/3/aux:pass attacked:attack/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass by/ADP/5/case Halvik/PROPN/3/obl:agent ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "ASSAULT asserted Halvik > Dorn: attacked;"},
		{"possible", `
-- tree.txt --
Halvik/PROPN/3/nsubj may/AUX/3/aux expel/VERB/0/root/VerbForm=Inf Dorn/PROPN/3/obj ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION possible Halvik > Dorn: expel;"},
		{"denied", `
-- tree.txt --
Halvik/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root/VerbForm=Inf Dorn/PROPN/4/obj ./PUNCT/4/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "ASSAULT denied Halvik > Dorn: attack;"},
		{"a particle decides", `
-- tree.txt --
Halvik/PROPN/2/nsubj turned:turn/VERB/0/root/Tense=Past|VerbForm=Fin down/ADP/2/compound:prt Dorn/PROPN/6/nmod:poss 's/PART/4/case offer/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "REJECT asserted Halvik > Dorn: turned down;"},
		{"a noun with its doer", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case invasion/NOUN/6/nsubj of/ADP/5/case Dorn/PROPN/3/nmod failed:fail/VERB/0/root/Tense=Past ./PUNCT/6/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "ASSAULT asserted Halvik > Dorn: invasion;"},
		{"a noun without one", `
-- tree.txt --
Sanctions:sanction/NOUN/2/nsubj hurt/VERB/0/root/Tense=Past Dorn/PROPN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Dorn | state | named
`, ""},
		{"a light verb and its noun", `
-- tree.txt --
Halvik/PROPN/2/nsubj imposed:impose/VERB/0/root/Tense=Past|VerbForm=Fin an/DET/4/det embargo/NOUN/2/obj on/ADP/6/case Dorn/PROPN/4/nmod ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION asserted Halvik > Dorn: imposed … embargo;"},
		{"between equals, once", `
-- tree.txt --
Halvik/PROPN/4/nsubj and/CCONJ/3/cc Dorn/PROPN/1/conj met:meet/VERB/0/root/Tense=Past|VerbForm=Fin ./PUNCT/4/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "CONSULT asserted Halvik > Dorn: met;"},
		{"what is agreed to is no second event", `
-- tree.txt --
Halvik/PROPN/2/nsubj agreed:agree/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark free/VERB/2/xcomp/VerbForm=Inf prisoners:prisoner/NOUN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
prisoners | group | nominal
`, "AGREE asserted Halvik > -: agreed;"},
		{"a denial only says", `
-- tree.txt --
Halvik/PROPN/2/nsubj denied:deny/VERB/0/root/Tense=Past|VerbForm=Fin that/SCONJ/5/mark it/PRON/5/nsubj moved:move/VERB/2/ccomp/Tense=Past ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"a warning of the weather", `
-- tree.txt --
Halvik/PROPN/2/nsubj warned:warn/VERB/0/root/Tense=Past|VerbForm=Fin that/SCONJ/6/mark it/PRON/6/nsubj might/AUX/6/aux rain/VERB/2/ccomp/VerbForm=Inf ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"a warning of one's own deed", `
-- tree.txt --
Halvik/PROPN/2/nsubj warned:warn/VERB/0/root/Tense=Past|VerbForm=Fin that/SCONJ/6/mark it/PRON/6/nsubj would/AUX/6/aux retaliate/VERB/2/ccomp/VerbForm=Inf ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
it | state | pronominal | Halvik
`, "THREATEN asserted Halvik > -: warned;"},
		{"refusing to answer", `
-- tree.txt --
Halvik/PROPN/2/nsubj declined:decline/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark comment/VERB/2/xcomp/VerbForm=Inf ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"in a condition", `
-- tree.txt --
If/SCONJ/3/mark Halvik/PROPN/3/nsubj attacks:attack/VERB/6/advcl Dorn/PROPN/3/obj ,/PUNCT/3/punct wait/VERB/0/root/Mood=Imp ./PUNCT/6/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"a rare verb with an odd lemma", `
-- tree.txt --
Halvik/PROPN/2/nsubj banned:bann/VERB/0/root/Tense=Past|VerbForm=Fin Dorn/PROPN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "COERCE asserted Halvik > Dorn: banned;"},
		{"a vow to do harm", `
-- tree.txt --
Halvik/PROPN/2/nsubj vowed:vow/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark attack/VERB/2/xcomp/VerbForm=Inf Dorn/PROPN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "THREATEN asserted Halvik > Dorn: vowed;"},
		{"a purpose is no event", `
-- tree.txt --
Halvik/PROPN/2/nsubj stopped:stop/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark discuss/VERB/2/advcl/VerbForm=Inf Dorn/PROPN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"a plan is one", `
-- tree.txt --
Halvik/PROPN/2/nsubj plans:plan/VERB/0/root/Tense=Pres|VerbForm=Fin to/PART/4/mark expel/VERB/2/xcomp/VerbForm=Inf Dorn/PROPN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION planned Halvik > Dorn: expel;"},
		{"what neither side did", `
-- tree.txt --
Halvik/PROPN/4/nsubj has/AUX/4/aux neither/CCONJ/4/cc accepted:accept/VERB/0/root/Tense=Past|VerbForm=Part nor/CCONJ/6/cc rejected:reject/VERB/4/conj/Tense=Past|VerbForm=Part it/PRON/4/obj ./PUNCT/4/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"failing to agree", `
-- tree.txt --
Halvik/PROPN/2/nsubj failed:fail/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark agree/VERB/2/xcomp/VerbForm=Inf ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, "AGREE denied Halvik > -: agree;"},
		{"a relative clause", `
-- tree.txt --
Osten/PROPN/6/nsubj ,/PUNCT/4/punct who/PRON/4/nsubj met:meet/VERB/1/acl:relcl/Tense=Past|VerbForm=Fin Dorn/PROPN/4/obj left:leave/VERB/0/root/Tense=Past ./PUNCT/6/punct
-- mentions.txt --
Osten | person | named
Dorn | state | named
`, "CONSULT asserted Osten > Dorn: met;"},
		{"his arrest is done to him", `
-- tree.txt --
Osten/PROPN/3/nmod:poss 's/PART/1/case arrest/NOUN/4/nsubj drew:draw/VERB/0/root/Tense=Past crowds:crowd/NOUN/4/obj by/ADP/7/case Halvik/PROPN/3/nmod ./PUNCT/4/punct
-- mentions.txt --
Osten | person | named
Halvik | state | named
`, "COERCE asserted Halvik > Osten: arrest;"},
		{"what one owns is no other side", `
-- tree.txt --
Halvik/PROPN/2/nsubj lifted:lift/VERB/0/root/Tense=Past|VerbForm=Fin its/PRON/4/nmod:poss sanctions:sanction/NOUN/2/obj against/ADP/6/case Dorn/PROPN/4/nmod ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
its | state | pronominal | Halvik
Dorn | state | named
`, "CONCEDE asserted Halvik > Dorn: lifted … sanctions;"},
		{"what must still be done", `
-- tree.txt --
Halvik/PROPN/3/nsubj must/AUX/3/aux approve/VERB/0/root/VerbForm=Inf it/PRON/3/obj ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"at no point", `
-- tree.txt --
At/ADP/3/case no/DET/3/det point/NOUN/6/obl had/AUX/6/aux Halvik/PROPN/6/nsubj agreed:agree/VERB/0/root/Tense=Past|VerbForm=Part ./PUNCT/6/punct
-- mentions.txt --
Halvik | state | named
`, "AGREE denied Halvik > -: agreed;"},
		{"victims do nothing", `
-- tree.txt --
Farmers:farmer/NOUN/3/nsubj:pass were/AUX/3/aux:pass robbed:rob/VERB/0/root/Tense=Past|VerbForm=Part and/CCONJ/5/cc killed:kill/VERB/3/conj/Tense=Past|VerbForm=Part ./PUNCT/3/punct
-- mentions.txt --
Farmers | group | nominal
`, ""},
		{"hearsay", `
-- tree.txt --
Halvik/PROPN/3/nsubj reportedly/ADV/3/advmod expelled:expel/VERB/0/root/Tense=Past|VerbForm=Fin Dorn/PROPN/3/obj ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION alleged Halvik > Dorn: expelled;"},
		{"almost is not done", `
-- tree.txt --
Halvik/PROPN/3/nsubj almost/ADV/3/advmod expelled:expel/VERB/0/root/Tense=Past|VerbForm=Fin Dorn/PROPN/3/obj ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"what would have been", `
-- tree.txt --
Halvik/PROPN/4/nsubj would/AUX/4/aux have/AUX/4/aux expelled:expel/VERB/0/root/Tense=Past|VerbForm=Part Dorn/PROPN/4/obj ./PUNCT/4/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"what has stopped", `
-- tree.txt --
Halvik/PROPN/2/nsubj stopped:stop/VERB/0/root/Tense=Past|VerbForm=Fin expelling:expel/VERB/2/xcomp/VerbForm=Ger Dorn/PROPN/3/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"a verb that the parser buried", `
-- tree.txt --
Halvik/PROPN/3/compound imposed:impose/VERB/3/amod/Tense=Past|VerbForm=Part sanctions:sanction/NOUN/0/root on/ADP/5/case Dorn/PROPN/3/nmod ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION asserted Halvik > Dorn: imposed sanctions;"},
		{"what is ended decides: a strike", `
-- tree.txt --
Nurses/NOUN/2/nsubj suspended:suspend/VERB/0/root/Tense=Past|VerbForm=Fin their/PRON/4/nmod:poss strike/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Nurses | group | nominal
`, "CONCEDE asserted Nurses > -: suspended … strike;"},
		{"what is ended decides: aid", `
-- tree.txt --
Halvik/PROPN/2/nsubj suspended:suspend/VERB/0/root/Tense=Past|VerbForm=Fin aid/NOUN/2/obj to/ADP/5/case Dorn/PROPN/3/nmod ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION asserted Halvik > Dorn: suspended aid;"},
		{"workers who walk out strike", `
-- tree.txt --
Nurses:nurse/NOUN/2/nsubj walked:walk/VERB/0/root/Tense=Past|VerbForm=Fin out/ADP/2/compound:prt ./PUNCT/2/punct
-- mentions.txt --
Nurses | group | nominal
`, "PROTEST asserted Nurses > -: walked out;"},
		{"delegates who walk out do not", `
-- tree.txt --
Halvik/PROPN/2/nsubj walked:walk/VERB/0/root/Tense=Past|VerbForm=Fin out/ADP/2/compound:prt ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, "REJECT asserted Halvik > -: walked out;"},
		{"a strike that is called is to come", `
-- tree.txt --
Nurses/NOUN/2/nsubj called:call/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/4/det strike/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Nurses | group | nominal
`, "PROTEST planned Nurses > -: called … strike;"},
		{"between two", `
-- tree.txt --
Clashes:clash/NOUN/6/nsubj between/ADP/3/case Halvik/PROPN/1/nmod and/CCONJ/5/cc Dorn/PROPN/3/conj resumed:resume/VERB/0/root/Tense=Past|VerbForm=Fin ./PUNCT/6/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "ASSAULT asserted Halvik > Dorn: Clashes;"},
		{"a wish not to be named is no request", `
-- tree.txt --
Halvik/PROPN/2/nsubj asked:ask/VERB/0/root/Tense=Past|VerbForm=Fin not/PART/6/advmod to/PART/6/mark be/AUX/6/aux:pass named:name/VERB/2/xcomp/VerbForm=Inf|Voice=Pass ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"a main clause that the parser took for a participle", `
-- tree.txt --
Halvik/PROPN/0/root backed:back/VERB/1/acl/Tense=Past|VerbForm=Part|Voice=Pass Dorn/PROPN/2/obj ./PUNCT/1/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SUPPORT asserted Halvik > Dorn: backed;"},
		{"a decision is as good as the deed", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case decision/NOUN/7/nsubj to/PART/5/mark expel/VERB/3/acl/VerbForm=Inf Dorn/PROPN/5/obj failed:fail/VERB/0/root/Tense=Past ./PUNCT/7/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "SANCTION asserted Halvik > Dorn: expel;"},
		{"what is released is no party", `
-- tree.txt --
Halvik/PROPN/2/nsubj released:release/VERB/0/root/Tense=Past|VerbForm=Fin figures:figure/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, ""},
		{"missiles into the sea", `
-- tree.txt --
Halvik/PROPN/2/nsubj fired:fire/VERB/0/root/Tense=Past|VerbForm=Fin missiles:missile/NOUN/2/obj into/ADP/6/case the/DET/6/det sea/NOUN/2/obl ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, "MOBILIZE asserted Halvik > -: fired missiles;"},
		{"what is only measured", `
-- tree.txt --
Nurses/NOUN/2/nsubj suspended:suspend/VERB/0/root/Tense=Past|VerbForm=Fin days:day/NOUN/2/obj of/ADP/5/case walkouts:walkout/NOUN/3/nmod ./PUNCT/2/punct
-- mentions.txt --
Nurses | group | nominal
`, "CONCEDE asserted Nurses > -: suspended … walkouts;"},
		{"a denied deed in a gerund", `
-- tree.txt --
Halvik/PROPN/2/nsubj denied:deny/VERB/0/root/Tense=Past|VerbForm=Fin shelling:shell/VERB/2/xcomp/VerbForm=Ger Dorn/PROPN/3/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, "ASSAULT denied Halvik > Dorn: shelling;"},
		{"what might be said has not been", `
-- tree.txt --
Halvik/PROPN/3/nsubj may/AUX/3/aux accuse/VERB/0/root/VerbForm=Inf Dorn/PROPN/3/obj ./PUNCT/3/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
		{"a deal that is signed supports, one that is struck agrees", `
-- tree.txt --
Halvik/PROPN/2/nsubj signed:sign/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/4/det treaty/NOUN/2/obj and/CCONJ/6/cc struck:strike/VERB/2/conj/Tense=Past|VerbForm=Fin a/DET/8/det deal/NOUN/6/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
`, "SUPPORT asserted Halvik > -: signed … treaty;AGREE asserted Halvik > -: struck … deal;"},
		{"saying is no event", `
-- tree.txt --
Halvik/PROPN/2/nsubj told:tell/VERB/0/root/Tense=Past Dorn/PROPN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | state | named
Dorn | state | named
`, ""},
	} {
		l, err := sketch.Parse([]byte(c.src))
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

func TestMode(t *testing.T) {
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, tree, want string }{
		{"of the noun", "Nurses/NOUN/2/nsubj staged:stage/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/4/det walkout/NOUN/2/obj ./PUNCT/2/punct", "strike"},
		{"of two nouns", "Nurses/NOUN/2/nsubj staged:stage/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/5/det hunger/NOUN/5/compound strike/NOUN/2/obj ./PUNCT/2/punct", "hunger"},
		{"none", "Nurses/NOUN/2/nsubj accused:accuse/VERB/0/root/Tense=Past|VerbForm=Fin nobody/PRON/2/obj ./PUNCT/2/punct", ""},
	} {
		l, err := sketch.Parse([]byte("-- tree.txt --\n" + c.tree + "\n-- mentions.txt --\nNurses | group | nominal\n"))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		for _, e := range f.Find(l.Seg, l.Syn, l.Times, l.Mentions, l.Attributions, l.Entities, l.Conditions, l.Statements, &annot.Meetings{}).List {
			if e.Mode != c.want {
				t.Errorf("%s: got mode %q, want %q", c.name, e.Mode, c.want)
			}
		}
	}
}
