package annot

import (
	"fmt"
	"sort"

	"readout/internal/text"
)

// A BlockKind says what part of a report a block of lines is.
type BlockKind uint8

// The kinds of block. Only Body and Headline hold sentences.
const (
	UnknownBlock BlockKind = iota
	Body                   // a paragraph of the report
	Headline               // a title, or a heading between paragraphs
	Byline                 // "By Ada Writer"
	Credit                 // a lone agency name
	Furniture              // captions, links, mark-up: kept, not read
)

// String returns the kind in lower case.
func (k BlockKind) String() string {
	switch k {
	case Body:
		return "body"
	case Headline:
		return "headline"
	case Byline:
		return "byline"
	case Credit:
		return "credit"
	case Furniture:
		return "furniture"
	}
	return "unknown"
}

// A Block is a paragraph or a line of its own, without the white space around
// it.
type Block struct {
	Span Span
	Kind BlockKind
	By   By
}

// A Token is a word or a mark, in the manner of the English UD treebanks:
// clitics ("'s", "n't") are tokens of their own.
type Token struct {
	Span Span
}

// A Sentence is a run of tokens. First and End are half-open.
type Sentence struct {
	Span       Span
	Block      BlockID
	First, End TokenID
}

// Len returns the number of tokens.
func (s Sentence) Len() int { return int(s.End - s.First) }

// A Label is a piece of the report's frame: the words that carry it and,
// inside them, the name that they give.
type Label struct {
	Span Span // the whole: "LISBON, 3 May (Agency) -"
	Name Span // the name in it: "LISBON"
}

// A Segmentation is the lowest layer: blocks, sentences and tokens, and the
// frame of the report (byline, dateline, credit), whose labels are nil where
// the text has none.
type Segmentation struct {
	Text      *text.Text
	Blocks    []Block
	Sentences []Sentence
	Tokens    []Token
	Byline    *Label
	Dateline  *Label
	DateWords Span // the date in the dateline, or empty
	Credit    *Label
}

// NewSegmentation checks a segmentation: spans valid and in order, every
// sentence inside its block, the tokens of the sentences together all tokens.
func NewSegmentation(s Segmentation) (*Segmentation, error) {
	last := 0
	for i, b := range s.Blocks {
		if !s.Text.Valid(b.Span) || b.Span.Start < last {
			return nil, fmt.Errorf("block %d: span %v is invalid or out of order", i, b.Span)
		}
		last = b.Span.End
	}
	next, last := TokenID(0), 0
	for i, sent := range s.Sentences {
		if sent.First != next || sent.End <= sent.First || int(sent.End) > len(s.Tokens) {
			return nil, fmt.Errorf("sentence %d: tokens [%d,%d) do not follow %d", i, sent.First, sent.End, next)
		}
		if sent.Block < 0 || int(sent.Block) >= len(s.Blocks) || !s.Blocks[sent.Block].Span.Contains(sent.Span) {
			return nil, fmt.Errorf("sentence %d: not inside block %d", i, sent.Block)
		}
		if sent.Span.Start < last {
			return nil, fmt.Errorf("sentence %d: out of order", i)
		}
		last = sent.Span.Start
		for t := sent.First; t < sent.End; t++ {
			sp := s.Tokens[t].Span
			if !s.Text.Valid(sp) || !sent.Span.Contains(sp) || sp.Start < last {
				return nil, fmt.Errorf("token %d: span %v is invalid or out of order", t, sp)
			}
			last = sp.End
		}
		next, last = sent.End, sent.Span.End
	}
	if int(next) != len(s.Tokens) {
		return nil, fmt.Errorf("%d tokens, but the sentences hold %d", len(s.Tokens), next)
	}
	return &s, nil
}

// Word returns the words of a token.
func (s *Segmentation) Word(t TokenID) string { return s.Text.Slice(s.Tokens[t].Span) }

// Body reports whether a sentence belongs to the body, not to a headline.
func (s *Segmentation) Body(id SentenceID) bool {
	return s.Blocks[s.Sentences[id].Block].Kind == Body
}

// SentenceOf returns the sentence of a token.
func (s *Segmentation) SentenceOf(t TokenID) SentenceID {
	return SentenceID(sort.Search(len(s.Sentences), func(i int) bool { return s.Sentences[i].End > t }))
}

// SentenceAt returns the sentence that holds a byte offset, or None.
func (s *Segmentation) SentenceAt(offset int) SentenceID {
	i := sort.Search(len(s.Sentences), func(i int) bool { return s.Sentences[i].Span.End > offset })
	if i < len(s.Sentences) && s.Sentences[i].Span.Has(offset) {
		return SentenceID(i)
	}
	return None
}

// Within returns the tokens [first, end) that overlap a span.
func (s *Segmentation) Within(sp Span) (first, end TokenID) {
	i := sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].Span.End > sp.Start })
	j := sort.Search(len(s.Tokens), func(j int) bool { return s.Tokens[j].Span.Start >= sp.End })
	return TokenID(i), TokenID(max(i, j))
}

// SpanOf returns the span from one token to another, both included.
func (s *Segmentation) SpanOf(first, last TokenID) Span {
	return Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last].Span.End}
}
