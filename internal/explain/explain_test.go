package explain

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
	"readout/record"
)

// document annotates an invented sentence by hand.
func document(t *testing.T) *annot.Document {
	t.Helper()
	txt := text.New("The board said [again] it might close the berth.\n")
	at := func(words string) text.Span {
		i := strings.Index(txt.String(), words)
		if i < 0 {
			t.Fatalf("no %q", words)
		}
		return text.Span{Start: i, End: i + len(words)}
	}
	var tokens []annot.Token
	for _, w := range []string{"The", "board", "said", "[again]", "it", "might", "close", "the", "berth", "."} {
		tokens = append(tokens, annot.Token{Span: at(w)})
	}
	seg, err := annot.NewSegmentation(annot.Segmentation{
		Text: txt, Tokens: tokens,
		Blocks:    []annot.Block{{Span: text.Span{Start: 0, End: 48}, Kind: annot.Body, By: "segment/paragraph"}},
		Sentences: []annot.Sentence{{Span: text.Span{Start: 0, End: 48}, First: 0, End: 10}},
	})
	if err != nil {
		t.Fatal(err)
	}
	word := func(upos ud.UPOS, rel string, head annot.TokenID) annot.Word {
		r, err := ud.ParseDepRel(rel)
		if err != nil {
			t.Fatal(err)
		}
		return annot.Word{UPOS: upos, Rel: r, Head: head}
	}
	syn, err := annot.NewSyntax(seg, []annot.Word{
		word(ud.DET, "det", 1), word(ud.NOUN, "nsubj", 2), word(ud.VERB, "root", annot.None), word(ud.ADV, "advmod", 2), word(ud.PRON, "nsubj", 6),
		word(ud.AUX, "aux", 6), word(ud.VERB, "ccomp", 2), word(ud.DET, "det", 8), word(ud.NOUN, "obj", 6), word(ud.PUNCT, "punct", 2),
	})
	if err != nil {
		t.Fatal(err)
	}
	return &annot.Document{
		Text: txt, Language: "en", Segmentation: seg, Syntax: syn,
		Mentions: &annot.Mentions{List: []annot.Mention{
			{Span: at("The board"), Whole: at("The board"), Head: 1, Form: record.Nominal, Kind: annot.OrganisationMention, Count: record.One, Definite: true, Appositive: annot.None, By: "mention/body-noun"},
			{Span: at("it"), Whole: at("it"), Head: 4, Form: record.Pronominal, Count: record.One, Gender: annot.Neuter, Appositive: annot.None, By: "mention/pronoun"},
		}},
		Entities: &annot.Entities{
			List:       []annot.Entity{{Kind: annot.OrganisationMention, Name: at("The board"), Count: record.One, Mentions: []annot.MentionID{0, 1}}},
			References: []annot.Reference{{Entity: 0, By: "coref/first-mention"}, {Entity: 0, Inferred: true, By: "coref/pronoun"}},
		},
		Attributions: &annot.Attributions{List: []annot.Attribution{{
			Source: text.Spans{at("The board")}, Cue: at("said"), Content: text.Spans{at("it might close the berth")},
			SourceHead: 1, CueHead: 2, Within: annot.None, Form: record.Reported, By: "attribution/clause"}}},
		Statements: &annot.Statements{List: []annot.Statement{{
			Attribution: 0, Speaker: 0, Content: text.Spans{at("it might close the berth")}, Form: record.Reported, Firmness: record.Possible,
			FirmnessWords: text.Spans{at("might")}, Place: annot.None, Time: annot.None, Condition: annot.None, By: "statement/modal"}}},
		Names:  &annot.Names{List: []annot.Name{{Span: at("berth"), Kind: annot.FacilityName, By: "encode/names"}}},
		Cues:   &annot.Cues{List: []annot.Cue{{First: 2, End: 3, Source: [2]annot.TokenID{0, 2}, Content: [][2]annot.TokenID{{4, 9}}, Score: 0.5, By: "encode/cues"}}},
		Doubts: []annot.Doubt{{Code: record.DoubtNotAboutTalks}},
	}
}

func write(t *testing.T, d *annot.Document, names ...string) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, d, names...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := write(t, document(t), "segmentation", "syntax", "names", "cues", "mentions", "attributions", "entities", "statements", "doubts")
	want := `segmentation
  b1  body · by segment/paragraph
    sn1  [sentence The board said \[again\] it might close the berth.]

syntax
  sn1  [root [nsubj [det The/DET] board/NOUN] said/VERB [advmod [again]/ADV] [ccomp [nsubj it/PRON] [aux might/AUX] close/VERB [obj [det the/DET] berth/NOUN]] [punct ./PUNCT]]

names
  na1  [facility berth]  by encode/names

cues
  cu1  [source The board] [cue said] \[again\] [content it might close the berth]
      score 0.50 · by encode/cues

mentions
  mn1  [nominal The board]
      organisation · one · definite · → en1 The board · by mention/body-noun
  mn2  [pronominal it]
      unknown · one · neuter · → en1 The board (inferred) · by mention/pronoun

attributions
  q1  [source The board] [cue said] \[again\] [content it might close the berth]
      reported · source head board · cue head said · by attribution/clause

entities
  en1  [name The board]
      organisation · one · unnamed · mentions mn1 mn2 · by coref/first-mention coref/pronoun

statements
  s1  [content it [firm might] close the berth]
      possible · reported · through q1 · en1 The board · by statement/modal

doubts
  not-about-talks
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLayersThatAreNotComputed(t *testing.T) {
	got := write(t, &annot.Document{Text: text.New("Lautat seisovat."), Language: "fi"})
	for _, l := range Layers() {
		if !strings.Contains("\n"+got, "\n"+l+"\n") {
			t.Errorf("layer %s is not shown", l)
		}
	}
}

func TestMarksThatCross(t *testing.T) {
	d := document(t)
	p := &printer{d: d}
	marks := append(mark("a", text.Span{Start: 0, End: 9}), mark("b", text.Span{Start: 4, End: 14})...)
	if got, want := p.brackets(marks), "[a The board] … [b board said]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
