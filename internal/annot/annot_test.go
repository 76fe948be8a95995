package annot_test

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
	"readout/internal/ud"
	"readout/record"
)

// envoy is a sentence with its tree: The envoy said talks failed .
const envoy = `1	The	the	DET	DT	_	2	det	_	_
2	envoy	envoy	NOUN	NN	Number=Sing	3	nsubj	_	_
3	said	say	VERB	VBD	_	0	root	_	_
4	talks	talk	NOUN	NNS	Number=Plur	5	nsubj	_	_
5	failed	fail	VERB	VBD	_	3	ccomp	_	SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_
`

func parse(t *testing.T, src string) (*annot.Segmentation, *annot.Syntax) {
	t.Helper()
	seg, syn, err := conllu.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	return seg, syn
}

func TestSyntaxAnswers(t *testing.T) {
	seg, syn := parse(t, envoy)
	if got := slices.Collect(syn.Children(2)); !slices.Equal(got, []annot.TokenID{1, 4, 5}) {
		t.Errorf("children of said: %v", got)
	}
	if got := seg.Text.Slice(syn.Subtree(4)); got != "talks failed" {
		t.Errorf("subtree of failed: %q", got)
	}
	if syn.Child(2, ud.Ccomp) != 4 || syn.Child(2, ud.Obj) != annot.None || syn.Root(0) != 2 {
		t.Error("child or root answers wrongly")
	}
	if slices.Collect(syn.Children(annot.None)) != nil || syn.Child(annot.None, ud.Obj) != annot.None {
		t.Error("no token has dependents")
	}
	if !syn.Dominates(2, 3) || syn.Dominates(4, 1) || !syn.Dominates(4, 4) {
		t.Error("dominance answers wrongly")
	}
	if got := syn.HeadOf(text.Span{Start: 0, End: 9}); got != 1 {
		t.Errorf("head of the subject: %d", got)
	}
}

func TestSyntaxRefusesWhatIsNoTree(t *testing.T) {
	seg, syn := parse(t, envoy)
	for name, change := range map[string]func([]annot.Word){
		"two roots":   func(w []annot.Word) { w[4].Head = annot.None },
		"no root":     func(w []annot.Word) { w[2].Head = 4 },
		"own head":    func(w []annot.Word) { w[1].Head = 1 },
		"outside":     func(w []annot.Word) { w[1].Head = 99 },
		"a circle":    func(w []annot.Word) { w[3].Head, w[4].Head = 4, 3 },
		"a word less": nil,
	} {
		words := slices.Clone(syn.Words)
		if change == nil {
			words = words[1:]
		} else {
			change(words)
		}
		if _, err := annot.NewSyntax(seg, words); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestSegmentationFinds(t *testing.T) {
	seg, _ := parse(t, envoy+"\n# newpar\n"+envoy)
	if len(seg.Blocks) != 2 || seg.SentenceOf(7) != 1 || seg.SentenceAt(3) != 0 {
		t.Fatalf("blocks %v, sentence of 7: %d", seg.Blocks, seg.SentenceOf(7))
	}
	at := strings.LastIndex(seg.Text.String(), "talks")
	if first, end := seg.Within(text.Span{Start: at, End: at + 7}); first != 9 || end != 11 {
		t.Errorf("within: [%d,%d)", first, end)
	}
	if seg.SentenceAt(seg.Text.Len()) != annot.None {
		t.Error("a sentence beyond the text")
	}
}

func TestSegmentationRefuses(t *testing.T) {
	seg, _ := parse(t, envoy)
	for name, change := range map[string]func(*annot.Segmentation){
		"a token outside": func(s *annot.Segmentation) { s.Tokens[5].Span.End = 99 },
		"token overlap":   func(s *annot.Segmentation) { s.Tokens[1].Span.Start = 0 },
		"a lost token":    func(s *annot.Segmentation) { s.Sentences[0].End = 5 },
		"a lost block":    func(s *annot.Segmentation) { s.Sentences[0].Block = 3 },
	} {
		c := *seg
		c.Tokens, c.Sentences = slices.Clone(seg.Tokens), slices.Clone(seg.Sentences)
		change(&c)
		if _, err := annot.NewSegmentation(c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestAttributionsRefuse(t *testing.T) {
	seg, _ := parse(t, envoy)
	good := annot.Attribution{Cue: text.Span{Start: 10, End: 14}, Content: annot.Spans{{Start: 15, End: 27}}, SourceHead: 1, CueHead: 2, Within: annot.None, Form: record.Reported, By: "test/case"}
	if _, err := annot.NewAttributions(seg, annot.Attributions{List: []annot.Attribution{good}}); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*annot.Attribution){
		"no words":     func(a *annot.Attribution) { a.Cue = annot.Span{} },
		"no content":   func(a *annot.Attribution) { a.Content = nil },
		"a circle":     func(a *annot.Attribution) { a.Within = 0 },
		"a lost outer": func(a *annot.Attribution) { a.Within = 7 },
		"disorder":     func(a *annot.Attribution) { a.Content = annot.Spans{{Start: 21, End: 27}, {Start: 15, End: 20}} },
	} {
		a := good
		change(&a)
		if _, err := annot.NewAttributions(seg, annot.Attributions{List: []annot.Attribution{a}}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestChainRunsFromTheOutside(t *testing.T) {
	a := annot.Attributions{List: []annot.Attribution{{Within: 2}, {Within: annot.None}, {Within: 1}}}
	if got := a.Chain(0); !slices.Equal(got, []annot.AttributionID{1, 2, 0}) {
		t.Errorf("chain = %v", got)
	}
	if a.Chain(annot.None) != nil {
		t.Error("None has a chain")
	}
}
