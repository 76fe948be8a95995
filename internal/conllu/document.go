package conllu

import (
	"fmt"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
)

// Document lays sentences out as a text with its segmentation and trees.
// Sentences of one block are joined by a space, blocks by a line break.
func Document(sents []Sentence) (*annot.Segmentation, *annot.Syntax, error) {
	var b strings.Builder
	var seg annot.Segmentation
	var words []annot.Word
	for i, s := range sents {
		if i == 0 || s.NewPar {
			if i > 0 {
				b.WriteByte('\n')
			}
			seg.Blocks = append(seg.Blocks, annot.Block{Kind: annot.Body, By: "conllu/block", Span: text.Span{Start: b.Len()}})
		} else {
			b.WriteByte(' ')
		}
		block := annot.BlockID(len(seg.Blocks) - 1)
		first, start := annot.TokenID(len(seg.Tokens)), b.Len()
		for j, r := range s.Rows {
			seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(r.Form)}})
			b.WriteString(r.Form)
			if r.SpaceAfter && j < len(s.Rows)-1 {
				b.WriteByte(' ')
			}
			head := annot.TokenID(annot.None)
			if r.Head > 0 {
				head = first + annot.TokenID(r.Head-1)
			}
			words = append(words, annot.Word{UPOS: r.UPOS, Rel: r.Rel, Feats: r.Feats, Lemma: r.Lemma, Head: head})
		}
		seg.Sentences = append(seg.Sentences, annot.Sentence{Span: text.Span{Start: start, End: b.Len()}, Block: block, First: first, End: annot.TokenID(len(seg.Tokens))})
		seg.Blocks[block].Span.End = b.Len()
	}
	seg.Text = text.New(b.String())
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		return nil, nil, fmt.Errorf("conllu: %w", err)
	}
	syn, err := annot.NewSyntax(checked, words)
	if err != nil {
		return nil, nil, fmt.Errorf("conllu: %w", err)
	}
	return checked, syn, nil
}

// Parse reads CoNLL-U from a string and lays it out.
func Parse(src string) (*annot.Segmentation, *annot.Syntax, error) {
	sents, err := Read(strings.NewReader(src))
	if err != nil {
		return nil, nil, fmt.Errorf("conllu: %w", err)
	}
	return Document(sents)
}
