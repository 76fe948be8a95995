package position

import (
	"strings"
	"testing"

	"readout/internal/annot"
)

// TestTold reads words of committing that no attribution covers, and leaves
// those that tell of no commitment.
func TestTold(t *testing.T) {
	const mentions = "\n-- mentions.txt --\nHalvik | government | metonym\nthe guild | organisation | nominal\n"
	for _, c := range []struct{ name, tree, want string }{
		{"an infinitive", "Halvik/PROPN/4/nsubj has/AUX/4/aux now/ADV/4/advmod agreed:agree/VERB/0/root/Tense=Past|VerbForm=Part to/PART/6/mark free/VERB/4/xcomp/VerbForm=Inf the/DET/8/det guild/NOUN/6/obj ./PUNCT/4/punct",
			"Halvik agreed: free the guild"},
		{"behind an addressee", "Halvik/PROPN/2/nsubj assured:assure/VERB/0/root/Tense=Past|VerbForm=Fin the/DET/4/det guild/NOUN/2/obj that/SCONJ/8/mark it/PRON/8/nsubj would/AUX/8/aux pay/VERB/2/ccomp/VerbForm=Inf ./PUNCT/2/punct",
			"Halvik promised: pay"},
		{"a noun and its giver", "A/DET/2/det pledge/NOUN/10/nsubj by/ADP/4/case Halvik/PROPN/2/nmod to/PART/6/mark free/VERB/2/acl/VerbForm=Inf the/DET/8/det guild/NOUN/6/obj has/AUX/10/aux helped:help/VERB/0/root/Tense=Past|VerbForm=Part ./PUNCT/10/punct",
			"Halvik promised: free the guild"},
		{"a passive", "The/DET/2/det truce/NOUN/4/nsubj:pass was/AUX/4/aux:pass rejected:reject/VERB/0/root/Tense=Past|VerbForm=Part by/ADP/7/case the/DET/7/det guild/NOUN/4/obl:agent ./PUNCT/4/punct -/PUNCT/4/punct Halvik/PROPN/4/dep",
			"the guild refused: The truce"},
		{"a particle behind its object", "The/DET/2/det guild/NOUN/3/nsubj turned:turn/VERB/0/root/Tense=Past|VerbForm=Fin the/DET/5/det truce/NOUN/3/obj down/ADP/3/compound:prt ,/PUNCT/8/punct Halvik/PROPN/3/dep ./PUNCT/3/punct",
			"The guild refused: the truce"},
		{"will not", "Halvik/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod sell/VERB/0/root/VerbForm=Inf to/ADP/7/case the/DET/7/det guild/NOUN/4/obl ./PUNCT/4/punct",
			"Halvik refused: sell to the guild"},
		{"would not hesitate", "Halvik/PROPN/4/nsubj would/AUX/4/aux not/PART/4/advmod hesitate/VERB/0/root/VerbForm=Inf to/PART/6/mark strike/VERB/4/xcomp/VerbForm=Inf ./PUNCT/4/punct the/DET/9/det guild/NOUN/4/dep", ""},
		{"under must", "Halvik/PROPN/3/nsubj must/AUX/3/aux accept/VERB/0/root/VerbForm=Inf the/DET/5/det truce/NOUN/3/obj ,/PUNCT/8/punct the/DET/8/det guild/NOUN/3/dep ./PUNCT/3/punct", ""},
		{"yet to", "Halvik/PROPN/2/nsubj has/VERB/0/root/VerbForm=Fin yet/ADV/2/advmod to/PART/5/mark accept/VERB/2/xcomp/VerbForm=Inf the/DET/7/det truce/NOUN/5/obj ,/PUNCT/2/punct the/DET/10/det guild/NOUN/2/dep ./PUNCT/2/punct", ""},
		{"in a condition", "If/SCONJ/3/mark Halvik/PROPN/3/nsubj accepts:accept/VERB/8/advcl/VerbForm=Fin the/DET/5/det truce/NOUN/3/obj the/DET/7/det guild/NOUN/8/nsubj leaves:leave/VERB/0/root/VerbForm=Fin ./PUNCT/8/punct", ""},
		{"congratulated on a deed", "The/DET/2/det guild/NOUN/3/nsubj congratulated:congratulate/VERB/0/root/Tense=Past|VerbForm=Fin Halvik/PROPN/3/obj on/SCONJ/6/mark accepting:accept/VERB/3/advcl/VerbForm=Part peace/NOUN/6/obj ./PUNCT/3/punct",
			"Halvik agreed: peace"},
		{"not only", "Halvik/PROPN/4/nsubj not/PART/4/advmod only/ADV/4/advmod accepted:accept/VERB/0/root/Tense=Past|VerbForm=Fin the/DET/6/det guild/NOUN/4/obj ./PUNCT/4/punct",
			"Halvik agreed: the guild"},
		{"none of them", "None/NOUN/5/nsubj of/ADP/3/case Halvik/PROPN/1/nmod has/AUX/5/aux accepted:accept/VERB/0/root/Tense=Past|VerbForm=Part the/DET/7/det truce/NOUN/5/obj ,/PUNCT/10/punct the/DET/10/det guild/NOUN/5/dep ./PUNCT/5/punct", ""},
		{"agreed to neither", "Halvik/PROPN/2/nsubj agreed:agree/VERB/0/root/Tense=Past|VerbForm=Fin to/ADP/5/case neither/DET/5/det truce/NOUN/2/obl ,/PUNCT/8/punct the/DET/8/det guild/NOUN/2/dep ./PUNCT/2/punct", ""},
		{"all but agreed", "Halvik/PROPN/5/nsubj has/AUX/5/aux all/ADV/5/advmod but/ADV/5/advmod accepted:accept/VERB/0/root/Tense=Past|VerbForm=Part the/DET/7/det truce/NOUN/5/obj ,/PUNCT/10/punct the/DET/10/det guild/NOUN/5/dep ./PUNCT/5/punct", ""},
		{"a report that is untrue", "Reports:report/NOUN/10/nsubj that/SCONJ/5/mark Halvik/PROPN/5/nsubj had/AUX/5/aux accepted:accept/VERB/1/acl/Tense=Past|VerbForm=Part the/DET/7/det guild/NOUN/5/obj were:be/AUX/10/cop quite/ADV/10/advmod untrue/ADJ/0/root ./PUNCT/10/punct", ""},
		{"refused to budge", "Halvik/PROPN/2/nsubj refused:refuse/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark budge/VERB/2/xcomp/VerbForm=Inf ,/PUNCT/7/punct the/DET/7/det guild/NOUN/2/dep ./PUNCT/2/punct", ""},
		{"accepted by the one and refused by the other", "The/DET/2/det truce/NOUN/4/nsubj:pass was/AUX/4/aux:pass accepted:accept/VERB/0/root/Tense=Past|VerbForm=Part by/ADP/6/case Halvik/PROPN/4/obl:agent and/CCONJ/8/cc rejected:reject/VERB/4/conj/Tense=Past|VerbForm=Part by/ADP/11/case the/DET/11/det guild/NOUN/8/obl:agent ./PUNCT/4/punct",
			"Halvik agreed: The truce; the guild refused: The truce"},
		{"gives none", "Halvik/PROPN/3/nsubj will/AUX/3/aux grant/VERB/0/root/VerbForm=Inf no/DET/5/det pardons:pardon/NOUN/3/obj to/ADP/8/case the/DET/8/det guild/NOUN/3/obl ./PUNCT/3/punct",
			"Halvik refused: grant no pardons to the guild"},
		{"accused of refusing", "Halvik/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused:accuse/VERB/0/root/Tense=Past|VerbForm=Part of/SCONJ/5/mark refusing:refuse/VERB/3/advcl/VerbForm=Ger the/DET/7/det guild/NOUN/5/obj ./PUNCT/3/punct", ""},
		{"signed the deal", "Halvik/PROPN/2/nsubj signed:sign/VERB/0/root/Tense=Past|VerbForm=Fin the/DET/4/det deal/NOUN/2/obj with/ADP/7/case the/DET/7/det guild/NOUN/2/obl ./PUNCT/2/punct",
			"Halvik agreed: the deal"},
		{"a promise not kept was made", "A/DET/2/det promise/NOUN/9/nsubj:pass by/ADP/4/case Halvik/PROPN/2/nmod to/PART/6/mark pay/VERB/2/acl/VerbForm=Inf was/AUX/9/aux:pass not/PART/9/advmod kept:keep/VERB/0/root/Tense=Past|VerbForm=Part ./PUNCT/9/punct the/DET/12/det guild/NOUN/9/dep",
			"Halvik promised: pay"},
		{"earlier willing", "Halvik/PROPN/5/nsubj had/AUX/5/aux earlier/ADV/5/advmod been/AUX/5/cop willing/ADJ/0/root to/PART/7/mark pay/VERB/5/xcomp/VerbForm=Inf the/DET/9/det guild/NOUN/7/obj ./PUNCT/5/punct", ""},
		{"asked and refused", "Halvik/PROPN/3/nsubj:pass was/AUX/3/aux:pass asked:ask/VERB/0/root/Tense=Past|VerbForm=Part to/PART/5/mark free/VERB/3/xcomp/VerbForm=Inf the/DET/7/det guild/NOUN/5/obj and/CCONJ/9/cc refused:refuse/VERB/3/conj/Tense=Past|VerbForm=Fin ./PUNCT/3/punct",
			"Halvik refused: free the guild"},
	} {
		src := "\n-- tree.txt --\n" + c.tree + mentions
		if strings.Contains(c.tree, "The/DET/2/det guild") {
			src = strings.Replace(src, "\nthe guild |", "\nThe guild |", 1)
		}
		l, got := find(t, src, nil)
		var out []string
		for _, k := range got.Commitments {
			out = append(out, l.Name(k.Holder)+" "+string(k.Firmness)+": "+l.Words(k.What))
		}
		if s := strings.Join(out, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

// TestTurns reads moves of several words, and what a denial makes of them.
func TestTurns(t *testing.T) {
	const mentions = "\n-- mentions.txt --\nHalvik | government | metonym\n"
	for _, c := range []struct{ name, tree, want string }{
		{"gave ground", "Halvik/PROPN/2/nsubj gave:give/VERB/0/root/Tense=Past|VerbForm=Fin ground/NOUN/2/obj ./PUNCT/2/punct", "moved"},
		{"gave no ground", "Halvik/PROPN/2/nsubj gave:give/VERB/0/root/Tense=Past|VerbForm=Fin no/DET/4/det ground/NOUN/2/obj ./PUNCT/2/punct", "unchanged"},
		{"refused to budge", "Halvik/PROPN/2/nsubj refused:refuse/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark budge/VERB/2/xcomp/VerbForm=Inf ./PUNCT/2/punct", "unchanged"},
		{"has yet to soften", "Halvik/PROPN/2/nsubj has:have/VERB/0/root/VerbForm=Fin yet/ADV/2/advmod to/PART/5/mark soften/VERB/2/xcomp/VerbForm=Inf ./PUNCT/2/punct", "unchanged"},
		{"is expected to soften", "Halvik/PROPN/3/nsubj:pass is/AUX/3/aux:pass expected:expect/VERB/0/root/Tense=Past|VerbForm=Part to/PART/5/mark soften/VERB/3/xcomp/VerbForm=Inf ./PUNCT/3/punct", ""},
		{"no longer insists", "Halvik/PROPN/4/nsubj no/ADV/3/advmod longer/ADV/4/advmod insists:insist/VERB/0/root/VerbForm=Fin on/ADP/7/case a/DET/7/det toll/NOUN/4/obl ./PUNCT/4/punct", "moved"},
		{"continues to insist", "Halvik/PROPN/2/nsubj continues:continue/VERB/0/root/VerbForm=Fin to/PART/4/mark insist/VERB/2/xcomp/VerbForm=Inf on/ADP/7/case a/DET/7/det toll/NOUN/4/obl ./PUNCT/2/punct", "unchanged"},
		{"a house called No 10", "No/DET/2/det 10/NUM/3/nsubj softened:soften/VERB/0/root/Tense=Past|VerbForm=Fin its/PRON/5/nmod:poss/Poss=Yes stance/NOUN/3/obj ,/PUNCT/3/punct Halvik/PROPN/3/dep ./PUNCT/3/punct", "moved"},
		{"a promise kept", "Halvik/PROPN/2/nsubj kept:keep/VERB/0/root/Tense=Past|VerbForm=Fin its/PRON/4/nmod:poss/Poss=Yes promise/NOUN/2/obj ./PUNCT/2/punct", ""},
	} {
		src := "\n-- tree.txt --\n" + c.tree + mentions
		if strings.HasPrefix(c.tree, "No/") {
			src += "No 10 | government | named\n"
		}
		_, got := find(t, src, nil)
		out := ""
		for _, p := range got.List {
			out += string(p.Change)
			if p.Holder == annot.None {
				t.Errorf("%s: no holder", c.name)
			}
		}
		if out != c.want {
			t.Errorf("%s: got %q, want %q", c.name, out, c.want)
		}
	}
}
