package attribution

import (
	"math/rand/v2"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
)

// scramble lays words out as one sentence with a tree, tags and quotations by
// chance. It returns nil where there is no word.
func scramble(s string, seed uint64) (*annot.Segmentation, *annot.Quotations, *annot.Syntax) {
	t := text.New(s)
	r := rand.New(rand.NewPCG(seed, 1))
	var seg annot.Segmentation
	seg.Text = t
	at := 0
	for _, w := range strings.Fields(t.String()) {
		i := at + strings.Index(t.String()[at:], w)
		at = i + len(w)
		seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: i, End: at}})
	}
	n := annot.TokenID(len(seg.Tokens))
	if n == 0 || n > 200 {
		return nil, nil, nil
	}
	whole := seg.SpanOf(0, n-1)
	seg.Blocks = []annot.Block{{Span: whole, Kind: annot.Body, By: "test"}}
	seg.Sentences = []annot.Sentence{{Span: whole, End: n}}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		return nil, nil, nil
	}
	words := make([]annot.Word, n)
	for i := range words {
		words[i] = annot.Word{
			UPOS: ud.UPOS(r.IntN(int(ud.NumUPOS))), Rel: ud.DepRel(r.IntN(int(ud.NumDepRel))), Feats: ud.Feats(r.Uint64()),
			Head: annot.None, Lemma: strings.ToLower(checked.Word(annot.TokenID(i))),
		}
		switch words[i].Lemma {
		case "said", "tell", "agreed":
			words[i].UPOS, words[i].Lemma = ud.VERB, "say"
		}
		if i > 0 {
			words[i].Head = annot.TokenID(r.IntN(i)) // an earlier word: no circle
		}
	}
	syn, err := annot.NewSyntax(checked, words)
	if err != nil {
		return nil, nil, nil
	}
	var q annot.Quotations
	for a := annot.TokenID(0); a < n; {
		b := a + annot.TokenID(r.IntN(int(n-a)))
		q.List = append(q.List, annot.Quotation{Pieces: annot.Spans{checked.SpanOf(a, b)}, Parent: annot.None, By: "test"})
		a = b + 1 + annot.TokenID(r.IntN(4))
	}
	quo, err := annot.NewQuotations(checked, q)
	if err != nil {
		return nil, nil, nil
	}
	return checked, quo, syn
}
