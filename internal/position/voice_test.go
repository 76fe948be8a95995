package position

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/internal/ud"
	"readout/record"
)

// TestWhoseWord checks who is bound by what a voice says: the party that it
// speaks for, nobody by another's account, and who promises on a condition.
func TestWhoseWord(t *testing.T) {
	for _, c := range []struct {
		name, src, content string
		firmness           record.Firmness
		consequence        string
		want               string
	}{
		{"an envoy for the party", `
-- tree.txt --
Halvik/PROPN/3/nmod:poss 's/PART/1/case envoy/NOUN/4/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin Halvik/PROPN/8/nsubj would/AUX/8/aux not/PART/8/advmod sign/VERB/4/ccomp/VerbForm=Inf the/DET/10/det pact/NOUN/8/obj ./PUNCT/4/punct
-- mentions.txt --
Halvik 's envoy | person | nominal
Halvik#2 | government | metonym
Halvik | government | metonym | Halvik#2
`, "Halvik#2 would not sign the pact", record.Refused, "", "Halvik refused: sign the pact"},
		{"another party's account", `
-- tree.txt --
Dorn/PROPN/2/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin Halvik/PROPN/6/nsubj would/AUX/6/aux not/PART/6/advmod sign/VERB/2/ccomp/VerbForm=Inf the/DET/8/det pact/NOUN/6/obj ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
Halvik | government | metonym
`, "Halvik would not sign the pact", record.Refused, "", ""},
		{"believed to be willing", `
-- tree.txt --
Dorn/PROPN/2/nsubj believes:believe/VERB/0/root/Tense=Pres|VerbForm=Fin Halvik/PROPN/5/nsubj is:be/AUX/5/cop willing/ADJ/2/ccomp to/PART/7/mark sign/VERB/5/xcomp/VerbForm=Inf the/DET/9/det pact/NOUN/7/obj ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
Halvik | government | metonym
`, "Halvik is willing to sign the pact", record.Believed, "", ""},
		{"on a condition", `
-- tree.txt --
Dorn/PROPN/2/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin he/PRON/5/nsubj would/AUX/5/aux sign/VERB/2/ccomp/VerbForm=Inf the/DET/7/det pact/NOUN/5/obj if/SCONJ/10/mark Halvik/PROPN/10/nsubj paid:pay/VERB/5/advcl ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
he | person | pronominal | Dorn
Halvik | government | metonym
`, "he would sign the pact if Halvik paid", record.Expected, "he would sign the pact", "Dorn offered: sign the pact"},
		{"a thing that would help offers nothing", `
-- tree.txt --
Dorn/PROPN/2/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin a/DET/4/det summit/NOUN/6/nsubj would/AUX/6/aux help/VERB/2/ccomp/VerbForm=Inf if/SCONJ/9/mark Halvik/PROPN/9/nsubj paid:pay/VERB/6/advcl ./PUNCT/2/punct
-- mentions.txt --
Dorn | person | named
Halvik | government | metonym
`, "a summit would help if Halvik paid", record.Expected, "a summit would help", ""},
		{"an unnamed voice binds the party", `
-- tree.txt --
A/DET/5/det Corr/PROPN/5/compound Lines/PROPN/2/flat 's/PART/2/case lawyer/NOUN/6/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin Corr/PROPN/10/nsubj Lines/PROPN/7/flat would/AUX/10/aux sail/VERB/6/ccomp/VerbForm=Inf if/SCONJ/13/mark Halvik/PROPN/13/nsubj paid:pay/VERB/10/advcl ./PUNCT/6/punct
-- mentions.txt --
A Corr Lines 's lawyer | person | nominal
Corr Lines#2 | organisation | named
Corr Lines | organisation | named | Corr Lines#2
Halvik | government | metonym
`, "Corr Lines#2 would sail if Halvik paid", record.Expected, "Corr Lines would sail", "Corr Lines offered: sail"},
	} {
		l, got := find(t, c.src, func(l *sketch.Layers) { voiced(t, l, c.content, c.firmness, c.consequence) })
		out := ""
		for _, k := range got.Commitments {
			out += l.Name(k.Holder) + " " + string(k.Firmness) + ": " + l.Words(k.What)
		}
		if out != c.want {
			t.Errorf("%s: got %q, want %q", c.name, out, c.want)
		}
	}
}

// voiced adds to a sketch one attribution by the first mention with its
// statement, and a promise with this consequence, where there is one.
func voiced(t *testing.T, l *sketch.Layers, content string, firmness record.Firmness, consequence string) {
	t.Helper()
	words := strings.Replace(content, "#2", "", 1)
	at := strings.Index(l.Seg.Text.String(), words)
	span := annot.Spans{{Start: at, End: at + len(words)}}
	cue := l.Syn.Root(0)
	source := l.Syn.Child(cue, ud.Nsubj)
	l.Attributions.List = []annot.Attribution{{Source: annot.Spans{l.Mentions.List[0].Span}, Cue: l.Seg.Tokens[cue].Span, Content: span, SourceHead: source, CueHead: cue, Within: annot.None, Form: record.Reported}}
	s := annot.Statement{Attribution: 0, Speaker: l.Entities.Of(l.Mentions.ByHead(source)), Content: span, Form: record.Reported, Firmness: firmness, Place: annot.None, Time: annot.None, Condition: annot.None}
	if consequence != "" {
		from := strings.Index(l.Seg.Text.String(), consequence)
		l.Conditions.List = []annot.Condition{{Kind: record.Promise, Consequence: annot.Spans{{Start: from, End: from + len(consequence)}}, Trigger: annot.Spans{l.Seg.Tokens[8].Span}, Attribution: 0, To: annot.None}}
		s.Condition = 0
	}
	l.Statements.List = []annot.Statement{s}
}
