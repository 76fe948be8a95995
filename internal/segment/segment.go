package segment

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
)

// A Segmenter cuts texts into blocks, sentences and tokens. It is safe for
// use by several goroutines at once.
type Segmenter struct {
	words *vocabulary
}

// New reads the word lists: abbreviations.txt and segmentation.txt.
func New(fsys fs.FS) (*Segmenter, error) {
	v, err := loadVocabulary(fsys)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Segmenter{words: v}, nil
}

// Segment reads a text. It takes time linear in its length.
func (g *Segmenter) Segment(t *text.Text, src annot.Source) *annot.Segmentation {
	s := t.String()
	l := &lexer{vocabulary: g.words, s: s}
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		l.layout = layout(s)
	}
	l.tokens = make([]annot.Token, 0, len(s)/5+8)
	l.kinds = make([]kind, 0, len(s)/5+8)
	seg := annot.Segmentation{Text: t}
	for _, p := range paragraphs(s, l.layout) {
		block := annot.BlockID(len(seg.Blocks))
		seg.Blocks = append(seg.Blocks, annot.Block{Span: p.span, Kind: annot.Body, By: "segment/paragraph"})
		first := len(l.tokens)
		l.lex(p.span.Start, p.span.End)
		seg.Sentences = l.sentences(first, block, seg.Sentences)
	}
	seg.Tokens = l.tokens
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		return &annot.Segmentation{Text: t}
	}
	return checked
}
