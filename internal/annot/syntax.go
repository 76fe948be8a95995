package annot

import (
	"fmt"
	"iter"

	"readout/internal/ud"
)

// A Word is what tagger and parser say of a token.
type Word struct {
	UPOS  ud.UPOS
	Rel   ud.DepRel
	Feats ud.Feats
	Head  TokenID // None for the root of a sentence
	Lemma string  // lower case but for proper nouns
}

// Tags is the layer a tagger writes: words without their heads.
type Tags struct {
	Words []Word // one a token; Head and Rel are not set
}

// Syntax is the layer of dependency trees, one a sentence.
type Syntax struct {
	Words []Word // one a token

	seg   *Segmentation
	first []TokenID // first child by position, or None
	next  []TokenID // next sibling by position, or None
	left  []TokenID // leftmost token of the subtree
	right []TokenID // rightmost token of the subtree
}

// NewSyntax checks that each sentence is one tree and indexes it.
func NewSyntax(seg *Segmentation, words []Word) (*Syntax, error) {
	if len(words) != len(seg.Tokens) {
		return nil, fmt.Errorf("%d words for %d tokens", len(words), len(seg.Tokens))
	}
	n := len(words)
	ids := make([]TokenID, 4*n)
	s := &Syntax{Words: words, seg: seg, first: ids[:n], next: ids[n : 2*n], left: ids[2*n : 3*n], right: ids[3*n:]}
	for i := range n {
		s.first[i], s.next[i], s.left[i], s.right[i] = None, None, TokenID(i), TokenID(i)
	}
	for i := range seg.Sentences {
		if err := s.index(seg.Sentences[i]); err != nil {
			return nil, fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	return s, nil
}

func (s *Syntax) index(sent Sentence) error {
	roots := 0
	for t := sent.End - 1; t >= sent.First; t-- {
		h := s.Words[t].Head
		switch {
		case h == None:
			roots++
		case h < sent.First || h >= sent.End || h == t:
			return fmt.Errorf("head %d of token %d is outside its sentence", h, t)
		default:
			s.next[t], s.first[h] = s.first[h], t
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	for t := sent.First; t < sent.End; t++ {
		steps := 0
		for h := s.Words[t].Head; h != None; h = s.Words[h].Head {
			s.left[h], s.right[h] = min(s.left[h], t), max(s.right[h], t)
			if steps++; steps > sent.Len() {
				return fmt.Errorf("token %d hangs in a circle", t)
			}
		}
	}
	return nil
}

// Children yields the dependents of a token, left to right. None has none.
func (s *Syntax) Children(t TokenID) iter.Seq[TokenID] {
	return func(yield func(TokenID) bool) {
		if t == None {
			return
		}
		for c := s.first[t]; c != None; c = s.next[c] {
			if !yield(c) {
				return
			}
		}
	}
}

// Child returns the first dependent with one of these relations (subtypes
// told apart), or None. None has no dependents.
func (s *Syntax) Child(t TokenID, rels ...ud.DepRel) TokenID {
	if t == None {
		return None
	}
	for c := s.first[t]; c != None; c = s.next[c] {
		for _, r := range rels {
			if s.Words[c].Rel == r {
				return c
			}
		}
	}
	return None
}

// Subtree returns the span from the leftmost to the rightmost token under t.
// In a tree that is not projective it may hold tokens of others.
func (s *Syntax) Subtree(t TokenID) Span { return s.seg.SpanOf(s.left[t], s.right[t]) }

// Edges returns the leftmost and the rightmost token under t.
func (s *Syntax) Edges(t TokenID) (left, right TokenID) { return s.left[t], s.right[t] }

// Dominates reports whether t lies under a, or is a.
func (s *Syntax) Dominates(a, t TokenID) bool {
	for ; t != None; t = s.Words[t].Head {
		if t == a {
			return true
		}
	}
	return false
}

// HeadOf returns the token of a span whose head lies outside the span: the
// first such, or None where the span holds no token.
func (s *Syntax) HeadOf(sp Span) TokenID {
	first, end := s.seg.Within(sp)
	for t := first; t < end; t++ {
		if h := s.Words[t].Head; (h < first || h >= end) && s.Words[t].UPOS != ud.PUNCT {
			return t
		}
	}
	if first < end {
		return first
	}
	return None
}

// Root returns the root of a sentence.
func (s *Syntax) Root(id SentenceID) TokenID {
	sent := s.seg.Sentences[id]
	for t := sent.First; t < sent.End; t++ {
		if s.Words[t].Head == None {
			return t
		}
	}
	return None
}
