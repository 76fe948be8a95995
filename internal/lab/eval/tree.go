package eval

import (
	"readout/internal/annot"
	"readout/internal/text"
)

// TreeScores compares segmentation, tags and trees with a treebank's, as the
// CoNLL 2018 shared task does from raw text: words are aligned by their
// characters, and a head is right where it is aligned with the gold head.
// Punctuation counts.
type TreeScores struct {
	Sentences, Tokens Tally
	UPOS, Feats       Tally
	Lemmas            Tally
	UAS               Tally
	LAS               Tally // relations without their subtypes, as in the shared task
	Labels            Tally // the same with subtypes
}

// Add compares one document; both sides have the same text.
func (s *TreeScores) Add(goldSeg *annot.Segmentation, gold []annot.Word, seg *annot.Segmentation, words []annot.Word) {
	s.Sentences.add(sharedSpans(sentenceSpans(goldSeg), sentenceSpans(seg)))
	s.Tokens.add(sharedSpans(tokenSpans(goldSeg), tokenSpans(seg)))
	base := Tally{Said: len(words), Gold: len(gold)}
	for _, t := range s.words() {
		t.add(base)
	}
	i, j := 0, 0
	for i < len(gold) && j < len(words) {
		a, b := goldSeg.Tokens[i].Span, seg.Tokens[j].Span
		switch {
		case a == b:
			s.word(goldSeg, gold, seg, words, i, j)
			i, j = i+1, j+1
		case a.Compare(b) < 0:
			i++
		default:
			j++
		}
	}
}

func (s *TreeScores) words() []*Tally {
	return []*Tally{&s.UPOS, &s.Feats, &s.Lemmas, &s.UAS, &s.LAS, &s.Labels}
}

// word compares gold word i with its counterpart j.
func (s *TreeScores) word(goldSeg *annot.Segmentation, gold []annot.Word, seg *annot.Segmentation, words []annot.Word, i, j int) {
	g, w := gold[i], words[j]
	same := g.Head == annot.None && w.Head == annot.None ||
		g.Head != annot.None && w.Head != annot.None && goldSeg.Tokens[g.Head].Span == seg.Tokens[w.Head].Span
	for _, c := range []struct {
		t  *Tally
		ok bool
	}{
		{&s.UPOS, g.UPOS == w.UPOS},
		{&s.Feats, g.Feats == w.Feats},
		{&s.Lemmas, g.Lemma == w.Lemma || g.Lemma == "_"},
		{&s.UAS, same},
		{&s.LAS, same && g.Rel.Universal() == w.Rel.Universal()},
		{&s.Labels, same && g.Rel == w.Rel},
	} {
		if c.ok {
			c.t.Right++
		}
	}
}

func sentenceSpans(seg *annot.Segmentation) []text.Span {
	spans := make([]text.Span, len(seg.Sentences))
	for i, s := range seg.Sentences {
		spans[i] = seg.SpanOf(s.First, s.End-1)
	}
	return spans
}

func tokenSpans(seg *annot.Segmentation) []text.Span {
	spans := make([]text.Span, len(seg.Tokens))
	for i, t := range seg.Tokens {
		spans[i] = t.Span
	}
	return spans
}

// sharedSpans counts the spans that two ordered lists share.
func sharedSpans(gold, said []text.Span) Tally {
	t := Tally{Said: len(said), Gold: len(gold)}
	for i, j := 0, 0; i < len(gold) && j < len(said); {
		switch c := gold[i].Compare(said[j]); {
		case c == 0:
			t.Right++
			i, j = i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return t
}
