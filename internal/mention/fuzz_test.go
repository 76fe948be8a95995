package mention

import (
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
)

// wild lays a text out with a tree made of bytes: whatever a tagger and a parser
// could say of it.
func wild(s string, dice []byte) (*annot.Segmentation, *annot.Syntax, bool) {
	t := text.New(s)
	s = t.String()
	seg := annot.Segmentation{Text: t}
	from := -1
	for i, c := range s + " " {
		switch {
		case c == ' ' || c == '\n' || c == '\t':
			if from >= 0 {
				seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: from, End: i}})
			}
			from = -1
		case from < 0:
			from = i
		}
	}
	n := len(seg.Tokens)
	if n == 0 || len(dice) == 0 {
		return nil, nil, false
	}
	all := text.Span{Start: seg.Tokens[0].Span.Start, End: seg.Tokens[n-1].Span.End}
	seg.Blocks = []annot.Block{{Span: all, Kind: annot.Body, By: "test"}}
	seg.Sentences = []annot.Sentence{{Span: all, First: 0, End: annot.TokenID(n)}}
	roll := func(i, sides int) int { return int(dice[i%len(dice)]) % sides }
	words := make([]annot.Word, n)
	for i := range words {
		words[i] = annot.Word{UPOS: ud.UPOS(1 + roll(i, int(ud.NumUPOS)-1)), Rel: ud.DepRel(1 + roll(3*i+1, int(ud.NumDepRel)-1)),
			Head: annot.TokenID(i - 1 - roll(2*i, max(1, i))), Lemma: strings.ToLower(s[seg.Tokens[i].Span.Start:seg.Tokens[i].Span.End])}
		if i == 0 || words[i].Head < 0 {
			words[i].Head = 0
		}
	}
	words[0].Head, words[0].Rel = annot.None, ud.Root
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		return nil, nil, false
	}
	syn, err := annot.NewSyntax(checked, words)
	return checked, syn, err == nil
}

// FuzzFind asks of any text under any tree that its mentions pass their
// constructor and that no name is lost to an error.
func FuzzFind(f *testing.F) {
	f.Add("Mr Holt , a Kremlin aide , told Odile Varga - Silva of the Bank of Lorvia that both sides in Ottawa agreed .", []byte{7, 1, 3, 12, 9})
	f.Add("The U.S. and the E.U. said he and she met al - Sisi 's minister : one of them .", []byte{2, 14, 8, 8, 1, 0})
	f.Add("“ We ” 20 C É’s O'Neill and", []byte{255, 3})
	find := finder(f)
	f.Fuzz(func(t *testing.T, s string, dice []byte) {
		if len(s) > 2000 || !utf8.ValidString(s) {
			return
		}
		seg, syn, ok := wild(s, dice)
		if !ok {
			return
		}
		ms := find.Find(seg, syn, nil, nil)
		if _, err := annot.NewMentions(seg, *ms); err != nil {
			t.Fatal(err)
		}
		again := find.Find(seg, syn, nil, nil)
		if len(again.List) != len(ms.List) {
			t.Fatal("read twice, found otherwise")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f, by := finder(b), trees(b)
	text := "The army of Velund halted at the river. In Velund the shops reopened. Velund has rejected the line."
	_, _, plain := read(b, f, by, text)
	seg, syn := layers(b, by, plain)
	b.SetBytes(int64(len(seg.Tokens)))
	for b.Loop() {
		f.Find(seg, syn, nil, nil)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		finder(b)
	}
}
