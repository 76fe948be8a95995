package position

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/lexicon"
	"readout/record"
)

func find(t *testing.T, src string, prepare func(*sketch.Layers)) (*sketch.Layers, *annot.Positions) {
	t.Helper()
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := sketch.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(l)
	}
	return l, f.Find(l.Seg, l.Syn, l.Times, l.Mentions, l.Attributions, l.Entities, l.Conditions, l.Statements)
}

func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"kept, since a time, without what the participle adds", `
-- tree.txt --
Halvik/PROPN/3/nsubj has/AUX/3/aux maintained:maintain/VERB/0/root/Tense=Past|VerbForm=Part its/PRON/5/nmod:poss/Poss=Yes position/NOUN/3/obj since/ADP/7/case 2019/NUM/3/obl ,/PUNCT/9/punct making:make/VERB/3/advcl/VerbForm=Ger peace/NOUN/9/obj unlikely/ADJ/9/xcomp ./PUNCT/3/punct
-- mentions.txt --
Halvik | government | metonym
its | government | pronominal | Halvik
-- times.txt --
2019 | DATE | 2019
`, "unchanged Halvik: Halvik has maintained its position since 2019 since 2019"},
		{"not moved", `
-- tree.txt --
The/DET/2/det guild/NOUN/5/nsubj has/AUX/5/aux not/PART/5/advmod changed:change/VERB/0/root/Tense=Past|VerbForm=Part its/PRON/7/nmod:poss demand/NOUN/5/obj ./PUNCT/5/punct
-- mentions.txt --
The guild | organisation | nominal
`, "unchanged The guild: The guild has not changed its demand"},
		{"moved", `
-- tree.txt --
Lind/PROPN/2/nsubj softened:soften/VERB/0/root/Tense=Past|VerbForm=Fin his/PRON/4/nmod:poss stance/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
`, "moved Lind: Lind softened his stance"},
		{"repeated", `
-- tree.txt --
Lind/PROPN/2/nsubj reiterated:reiterate/VERB/0/root/Tense=Past|VerbForm=Fin his/PRON/4/nmod:poss opposition/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
`, "repeated Lind: Lind reiterated his opposition"},
		{"a threat to withdraw is no move", `
-- tree.txt --
Managers:manager/NOUN/2/nsubj threatened:threaten/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark withdraw/VERB/2/xcomp/VerbForm=Inf the/DET/6/det offer/NOUN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Managers | group | nominal
`, ""},
		{"rejected again and again", `
-- tree.txt --
Lind/PROPN/4/nsubj has/AUX/4/aux repeatedly/ADV/4/advmod rejected:reject/VERB/0/root/Tense=Past|VerbForm=Part that/DET/6/det idea/NOUN/4/obj ./PUNCT/4/punct
-- mentions.txt --
Lind | person | named
`, "repeated Lind: Lind has repeatedly rejected that idea"},
		{"ruled out since", `
-- tree.txt --
Dorn/PROPN/3/nsubj has/AUX/3/aux ruled:rule/VERB/0/root/Tense=Past|VerbForm=Part out/ADP/3/compound:prt a/DET/6/det toll/NOUN/3/obj since/ADP/8/case 2019/NUM/3/obl ./PUNCT/3/punct
-- mentions.txt --
Dorn | government | metonym
-- times.txt --
2019 | DATE | 2019
`, "unchanged Dorn: Dorn has ruled out a toll since 2019 since 2019"},
		{"remains open", `
-- tree.txt --
Dorn/PROPN/2/nsubj remained:remain/VERB/0/root/Tense=Past|VerbForm=Fin open/ADJ/2/xcomp to/ADP/6/case a/DET/6/det toll/NOUN/3/obl ./PUNCT/2/punct
-- mentions.txt --
Dorn | government | metonym
`, "unchanged Dorn: Dorn remained open to a toll"},
		{"a subject hung on the verb of saying", `
-- tree.txt --
Halvik/PROPN/2/nmod:poss offer/NOUN/7/nsubj still/ADV/4/advmod stands:stand/VERB/7/ccomp/Tense=Pres|VerbForm=Fin ,/PUNCT/4/punct Lind/PROPN/7/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin ./PUNCT/7/punct
-- mentions.txt --
Halvik | government | metonym
Lind | person | named
`, "unchanged Halvik: Halvik offer still stands"},
		{"ruled out raising", `
-- tree.txt --
Halvik/PROPN/2/nsubj ruled:rule/VERB/0/root/Tense=Past|VerbForm=Fin out/ADP/2/compound:prt raising:raise/VERB/2/advcl/VerbForm=Ger its/PRON/6/nmod:poss/Poss=Yes bid/NOUN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Halvik | government | metonym
its | government | pronominal | Halvik
`, ""},
		{"welcomed a climbdown", `
-- tree.txt --
Lind/PROPN/2/nsubj welcomed:welcome/VERB/0/root/Tense=Past|VerbForm=Fin the/DET/4/det climbdown/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
`, ""},
		{"unlike last year", `
-- tree.txt --
Unlike/ADP/3/case last/ADJ/3/amod year/NOUN/6/obl Halvik/PROPN/6/nsubj is/AUX/6/aux asking:ask/VERB/0/root/VerbForm=Ger for/ADP/8/case peace/NOUN/6/obl ./PUNCT/6/punct
-- mentions.txt --
Halvik | government | metonym
`, "moved Halvik: Unlike last year Halvik is asking for peace"},
		{"a shift from a stance", `
-- tree.txt --
Lenders:lender/NOUN/2/nsubj offered:offer/VERB/0/root/Tense=Past|VerbForm=Fin time/NOUN/2/obj ,/PUNCT/6/punct a/DET/6/det shift/NOUN/3/appos from/ADP/9/case their/PRON/9/nmod:poss/Poss=Yes demand/NOUN/6/nmod ./PUNCT/2/punct
-- mentions.txt --
Lenders | group | nominal
their | group | pronominal | Lenders
`, "moved Lenders: a shift from their demand"},
		{"open without a word for lasting", `
-- tree.txt --
Dorn/PROPN/3/nsubj is/AUX/3/cop open/ADJ/0/root to/ADP/6/case a/DET/6/det toll/NOUN/3/obl ./PUNCT/3/punct
-- mentions.txt --
Dorn | government | metonym
`, ""},
		{"a change of something else", `
-- tree.txt --
Lind/PROPN/2/nsubj changed:change/VERB/0/root/Tense=Past|VerbForm=Fin trains:train/NOUN/2/obj ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
`, ""},
	} {
		l, got := find(t, c.src, nil)
		out := ""
		for _, p := range got.List {
			out += fmt.Sprintf("%s %s: %s", p.Change, l.Name(p.Holder), l.Words(p.Words))
			if p.Since != annot.None {
				out += " since " + l.Words(annot.Spans{l.Times.List[p.Since].Span})
			}
		}
		if out != c.want {
			t.Errorf("%s: got %q, want %q", c.name, out, c.want)
		}
	}
}

// TestCommitments reads them off statements: the words of the content, who is
// kept out, and whose it is.
func TestCommitments(t *testing.T) {
	const src = `
-- tree.txt --
Lind/PROPN/2/nsubj ruled:rule/VERB/0/root/Tense=Past|VerbForm=Fin out/ADP/2/compound:prt giving:give/VERB/2/xcomp/VerbForm=Ger the/DET/6/det guild/NOUN/4/iobj a/DET/8/det seat/NOUN/4/obj ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
the guild | organisation | nominal
`
	state := func(f record.Firmness) func(*sketch.Layers) {
		return func(l *sketch.Layers) {
			cue := annot.Span{Start: 5, End: 14}
			content := annot.Spans{{Start: 15, End: 38}}
			l.Attributions.List = []annot.Attribution{{Source: annot.Spans{{Start: 0, End: 4}}, Cue: cue, Content: content, SourceHead: 0, CueHead: 1, Within: annot.None, Form: record.Reported}}
			l.Statements.List = []annot.Statement{{Attribution: 0, Speaker: 0, Content: content, Form: record.Reported, Firmness: f, Place: annot.None, Time: annot.None, Condition: annot.None}}
		}
	}
	l, got := find(t, src, state(record.RuledOut))
	if len(got.Commitments) != 1 {
		t.Fatalf("%d commitments", len(got.Commitments))
	}
	k := got.Commitments[0]
	if l.Name(k.Holder) != "Lind" || l.Words(k.What) != "giving the guild a seat" || len(k.Excludes) != 1 || l.Name(k.Excludes[0].Entity) != "the guild" {
		t.Errorf("holder %s, what %q, excludes %v", l.Name(k.Holder), l.Words(k.What), k.Excludes)
	}
	if _, got := find(t, src, state(record.Possible)); len(got.Commitments) != 0 {
		t.Error("what is only possible is a commitment")
	}
}

// TestWhat leaves out of what is taken on the holder's own "will" and the
// condition behind it, and keeps out whom nothing is to be done with.
func TestWhat(t *testing.T) {
	for _, c := range []struct {
		name, src, content string
		firmness           record.Firmness
		what, excludes     string
	}{
		{"own will and condition", `
-- tree.txt --
Lind/PROPN/2/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin he/PRON/5/nsubj would/AUX/5/aux lift/VERB/2/ccomp/VerbForm=Inf the/DET/7/det toll/NOUN/5/obj if/SCONJ/10/mark Dorn/PROPN/10/nsubj paid:pay/VERB/5/advcl ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
he | person | pronominal | Lind
Dorn | government | metonym
`, "he would lift the toll if Dorn paid", record.Offered, "lift the toll", ""},
		{"an exchange", `
-- tree.txt --
Lind/PROPN/2/nsubj agreed:agree/VERB/0/root/Tense=Past|VerbForm=Fin to/PART/4/mark lift/VERB/2/xcomp/VerbForm=Inf tolls:toll/NOUN/4/obj in/ADP/7/case exchange/NOUN/4/obl for/ADP/9/case grain/NOUN/7/nmod ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
`, "to lift tolls in exchange for grain", record.Agreed, "lift tolls", ""},
		{"no working together", `
-- tree.txt --
Lind/PROPN/2/nsubj said:say/VERB/0/root/Tense=Past|VerbForm=Fin he/PRON/6/nsubj would/AUX/6/aux not/PART/6/advmod serve/VERB/2/ccomp/VerbForm=Inf under/ADP/8/case Aasen/PROPN/6/obl ./PUNCT/2/punct
-- mentions.txt --
Lind | person | named
he | person | pronominal | Lind
Aasen | person | named
`, "he would not serve under Aasen", record.Refused, "serve under Aasen", "Aasen"},
		{"no answer", `
-- tree.txt --
Lind/PROPN/4/nsubj would/AUX/4/aux not/PART/4/advmod say/VERB/0/root/VerbForm=Inf whether/SCONJ/7/mark he/PRON/7/nsubj knew:know/VERB/4/ccomp ./PUNCT/4/punct
-- mentions.txt --
Lind | person | named
`, "whether he knew", record.Refused, "", ""},
	} {
		l, got := find(t, c.src, func(l *sketch.Layers) {
			at := strings.Index(l.Seg.Text.String(), c.content)
			content := annot.Spans{{Start: at, End: at + len(c.content)}}
			cue := annot.TokenID(1)
			if c.what == "" {
				cue = 3
			}
			l.Attributions.List = []annot.Attribution{{Source: annot.Spans{{Start: 0, End: 4}}, Cue: l.Seg.Tokens[cue].Span, Content: content, SourceHead: 0, CueHead: cue, Within: annot.None, Form: record.Reported}}
			l.Statements.List = []annot.Statement{{Attribution: 0, Speaker: 0, Content: content, Form: record.Reported, Firmness: c.firmness, Place: annot.None, Time: annot.None, Condition: annot.None}}
		})
		what, excludes := "", ""
		for _, k := range got.Commitments {
			what = l.Words(k.What)
			for _, x := range k.Excludes {
				excludes += l.Name(x.Entity)
			}
		}
		if what != c.what || excludes != c.excludes {
			t.Errorf("%s: got %q excluding %q, want %q excluding %q", c.name, what, excludes, c.what, c.excludes)
		}
	}
}
