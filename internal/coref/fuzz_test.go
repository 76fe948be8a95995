package coref

import (
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
	"readout/record"
)

// FuzzResolve asks of any mentions under any tree that their entities pass
// their constructor, twice the same, and that no actor without a name gets
// one.
func FuzzResolve(f *testing.F) {
	f.Add("Mr Holt , an aide , told Odile Varga that he and she agreed . They left .", []byte{7, 1, 3, 12, 9, 200})
	f.Add("He said it of the official", []byte{2, 14, 8, 8, 1, 0})
	v := resolver(f)
	f.Fuzz(func(t *testing.T, s string, dice []byte) {
		if len(s) > 1500 || !utf8.ValidString(s) || len(dice) == 0 {
			return
		}
		seg, syn := wild(s, dice)
		if seg == nil {
			return
		}
		ms := wildMentions(seg, dice)
		att := wildAttributions(seg, dice)
		e := v.Resolve(seg, nil, syn, ms, att)
		if _, err := annot.NewEntities(seg, ms, *e); err != nil {
			t.Fatal(err)
		}
		again := v.Resolve(seg, nil, syn, ms, att)
		for i := range e.References {
			if e.References[i].Entity != again.References[i].Entity {
				t.Fatal("resolved twice, otherwise")
			}
		}
	})
}

// wild lays a text out with a tree made of bytes.
func wild(s string, dice []byte) (*annot.Segmentation, *annot.Syntax) {
	t := text.New(s)
	s = t.String()
	seg := annot.Segmentation{Text: t}
	at := 0
	for _, w := range strings.Fields(s) {
		i := at + strings.Index(s[at:], w)
		seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: i, End: i + len(w)}})
		at = i + len(w)
	}
	n := len(seg.Tokens)
	if n == 0 {
		return nil, nil
	}
	all := seg.Tokens[0].Span.Cover(seg.Tokens[n-1].Span)
	seg.Blocks = []annot.Block{{Span: all, Kind: annot.Body, By: "test"}}
	half := annot.TokenID(1 + int(dice[0])%n)
	for _, r := range [][2]annot.TokenID{{0, half}, {half, annot.TokenID(n)}} {
		if r[0] < r[1] {
			seg.Sentences = append(seg.Sentences, annot.Sentence{Span: seg.Tokens[r[0]].Span.Cover(seg.Tokens[r[1]-1].Span), First: r[0], End: r[1]})
		}
	}
	words := make([]annot.Word, n)
	for _, sent := range seg.Sentences {
		for i := sent.First; i < sent.End; i++ {
			d := int(dice[int(i)%len(dice)])
			words[i] = annot.Word{UPOS: ud.UPOS(1 + d%int(ud.NumUPOS-1)), Rel: ud.DepRel(1 + (d*7+int(i))%int(ud.NumDepRel-1)), Head: sent.First + annot.TokenID(d)%(i-sent.First+1), Lemma: "say"}
			if words[i].Head == i {
				words[i].Head = max(sent.First, i-1)
			}
		}
		words[sent.First].Head = annot.None
	}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		return nil, nil
	}
	syn, err := annot.NewSyntax(checked, words)
	if err != nil {
		return nil, nil
	}
	return checked, syn
}

func wildMentions(seg *annot.Segmentation, dice []byte) *annot.Mentions {
	forms := []record.MentionForm{record.Named, record.Nominal, record.Pronominal, record.Metonym, record.Adjectival}
	counts := []record.Count{record.One, record.Two, record.Several, record.UnknownCount}
	var ms annot.Mentions
	for i := range seg.Tokens {
		d := int(dice[(2*i+1)%len(dice)])
		if d%3 == 0 {
			continue
		}
		m := annot.Mention{Span: seg.Tokens[i].Span, Whole: seg.Tokens[i].Span, Head: annot.TokenID(i), Form: forms[d%5], Kind: annot.MentionKind(d % 9),
			Count: counts[d%4], Gender: annot.Gender(d % 4), Definite: d%2 == 0, Appositive: annot.None, By: "test"}
		if n := len(ms.List); n > 0 && d%11 == 0 {
			m.Appositive = annot.MentionID(d % n)
		}
		if n := len(ms.List); n > 1 && d%13 == 0 {
			m.Members = []annot.MentionID{annot.MentionID(n - 1), annot.MentionID(n - 2)}
		}
		ms.List = append(ms.List, m)
	}
	checked, err := annot.NewMentions(seg, ms)
	if err != nil {
		return &annot.Mentions{}
	}
	return checked
}

func wildAttributions(seg *annot.Segmentation, dice []byte) *annot.Attributions {
	n := len(seg.Tokens)
	a := annot.Attribution{Source: annot.Spans{seg.Tokens[0].Span}, Cue: seg.Tokens[n/2].Span, Content: annot.Spans{seg.Tokens[n-1].Span},
		SourceHead: 0, CueHead: annot.TokenID(int(dice[0]) % n), Within: annot.None, Form: record.Direct, By: "test"}
	checked, err := annot.NewAttributions(seg, annot.Attributions{List: []annot.Attribution{a}})
	if err != nil {
		return nil
	}
	return checked
}
