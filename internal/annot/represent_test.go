package annot_test

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/internal/ud"
	"readout/record"
)

// TestSetter checks whose a condition is: the party's for which a voice
// speaks or whose will it passes on, and the voice's own where it warns.
func TestSetter(t *testing.T) {
	for _, c := range []struct {
		name, src string
		kind      record.ConditionKind
		want      string
	}{
		{"an envoy for the party", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case envoy/NOUN/4/nsubj said:say/VERB/0/root Halvik/PROPN/7/nsubj would/AUX/7/aux sign/VERB/4/ccomp ./PUNCT/4/punct
-- mentions.txt --
Halvik 's envoy | person | nominal
Halvik | government | metonym
Halvik#2 | government | metonym | Halvik
`, record.Promise, "Halvik"},
		{"a warner of it", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case envoy/NOUN/4/nsubj warned:warn/VERB/0/root it/PRON/7/nsubj could/AUX/7/aux fail/VERB/4/ccomp ./PUNCT/4/punct
-- mentions.txt --
Halvik 's envoy | person | nominal
Halvik | government | metonym
it | government | pronominal | Halvik
`, record.Warning, "Halvik 's envoy"},
		{"another party", `
-- tree.txt --
Dorn/PROPN/2/nsubj said:say/VERB/0/root Halvik/PROPN/5/nsubj would/AUX/5/aux sign/VERB/2/ccomp ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
Halvik | government | metonym
`, record.Promise, "Dorn"},
		{"a body whose will is passed on", `
-- tree.txt --
aide/NOUN/2/nsubj said:say/VERB/0/root Halvik/PROPN/5/nsubj would/AUX/5/aux sign/VERB/2/ccomp ./PUNCT/2/punct
-- mentions.txt --
aide | person | nominal
Halvik | government | metonym
`, record.Promise, "Halvik"},
		{"a warner of another body", `
-- tree.txt --
Dorn/PROPN/2/nsubj said:say/VERB/0/root Halvik/PROPN/5/nsubj would/AUX/5/aux fail/VERB/2/ccomp ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
Halvik | government | metonym
`, record.Warning, "Dorn"},
		{"a carrier's own it", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case carrier/NOUN/4/nsubj said:say/VERB/0/root it/PRON/7/nsubj would/AUX/7/aux fly/VERB/4/ccomp ./PUNCT/4/punct
-- mentions.txt --
Halvik 's carrier | organisation | nominal
Halvik | government | metonym
it | government | pronominal | Halvik
`, record.Promise, "Halvik 's carrier"},
	} {
		l, err := sketch.Parse([]byte(c.src))
		if err != nil {
			t.Fatal(err)
		}
		verb := l.Syn.Child(l.Syn.Root(0), ud.Ccomp)
		cond := annot.Condition{Kind: c.kind, Consequence: annot.Spans{l.Syn.Subtree(verb)}}
		speaker := l.Entities.Of(l.Mentions.ByHead(l.Syn.Child(l.Syn.Root(0), ud.Nsubj)))
		got := cond.Setter(l.Syn, l.Mentions, l.Entities, speaker)
		if l.Name(got) != c.want {
			t.Errorf("%s: %s, want %s", c.name, l.Name(got), c.want)
		}
	}
}
