package eval

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/conllu"
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

// Add compares one document. The texts of both sides may differ in white
// space alone.
func (s *TreeScores) Add(goldSeg *annot.Segmentation, gold []annot.Word, seg *annot.Segmentation, words []annot.Word) {
	s.compare(newSolidSpans(goldSeg), newSolidSpans(seg), gold, words)
}

func (s *TreeScores) compare(g, w solidSpans, gold, words []annot.Word) {
	s.Sentences.add(sharedSpans(g.sentences, w.sentences))
	s.Tokens.add(sharedSpans(g.tokens, w.tokens))
	for _, t := range []*Tally{&s.UPOS, &s.Feats, &s.Lemmas, &s.UAS, &s.LAS, &s.Labels} {
		t.add(Tally{Said: len(words), Gold: len(gold)})
	}
	for i, j := 0, 0; i < len(gold) && j < len(words); {
		switch c := g.tokens[i].Compare(w.tokens[j]); {
		case c == 0:
			s.word(gold[i], words[j], g.sameHead(w, gold[i], words[j]))
			i, j = i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
}

// word compares two words that stand in the same place.
func (s *TreeScores) word(g, w annot.Word, sameHead bool) {
	for _, c := range []struct {
		t  *Tally
		ok bool
	}{
		{&s.UPOS, g.UPOS == w.UPOS},
		{&s.Feats, g.Feats == w.Feats},
		{&s.Lemmas, g.Lemma == w.Lemma || g.Lemma == "_"},
		{&s.UAS, sameHead},
		{&s.LAS, sameHead && g.Rel.Universal() == w.Rel.Universal()},
		{&s.Labels, sameHead && g.Rel == w.Rel},
	} {
		if c.ok {
			c.t.Right++
		}
	}
}

// solidSpans are the spans of a segmentation counted in characters that are
// not white space, so that two layouts of a text can be compared.
type solidSpans struct {
	sentences, tokens []text.Span
}

func newSolidSpans(seg *annot.Segmentation) solidSpans {
	at := positions(seg.Text.String())
	var s solidSpans
	for _, t := range seg.Tokens {
		s.tokens = append(s.tokens, text.Span{Start: at[t.Span.Start], End: at[t.Span.End]})
	}
	for _, x := range seg.Sentences {
		s.sentences = append(s.sentences, text.Span{Start: s.tokens[x.First].Start, End: s.tokens[x.End-1].End})
	}
	return s
}

// sameHead reports whether the heads of two words stand in the same place.
func (s solidSpans) sameHead(o solidSpans, g, w annot.Word) bool {
	if g.Head == annot.None || w.Head == annot.None {
		return g.Head == w.Head
	}
	return s.tokens[g.Head] == o.tokens[w.Head]
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

// Trees scores one CoNLL-U file against another of the same text, whatever
// tool wrote it. What the tool leaves out of the text counts as missed.
func Trees(gold, system string) (TreeScores, error) {
	var s TreeScores
	goldSeg, goldSyn, err := conllu.Parse(gold)
	if err != nil {
		return s, fmt.Errorf("the gold: %w", err)
	}
	seg, syn, err := conllu.Parse(system)
	if err != nil {
		return s, fmt.Errorf("the system: %w", err)
	}
	at, err := place(solidRunes(seg.Text.String()), solidRunes(goldSeg.Text.String()))
	if err != nil {
		return s, err
	}
	w := newSolidSpans(seg)
	for _, spans := range [][]text.Span{w.sentences, w.tokens} {
		for i, x := range spans {
			spans[i] = text.Span{Start: at[x.Start], End: at[x.End-1] + 1}
		}
	}
	s.compare(newSolidSpans(goldSeg), w, goldSyn.Words, syn.Words)
	return s, nil
}

func solidRunes(s string) []rune { return []rune(strings.Join(strings.Fields(s), "")) }

// place finds for each character of part its place in whole, of which part
// leaves out some stretches.
func place(part, whole []rune) ([]int, error) {
	const sure = 25 // characters that must agree behind a gap
	at := make([]int, len(part))
	j := 0
	for i, r := range part {
		if j >= len(whole) || whole[j] != r {
			next := part[i:min(i+sure, len(part))]
			gap := j
			for gap+len(next) <= len(whole) && !slices.Equal(whole[gap:gap+len(next)], next) {
				gap++
			}
			if gap+len(next) > len(whole) {
				return nil, fmt.Errorf("the files are not of the same text: the gold goes on with %q, the system with %q",
					string(whole[min(j, len(whole)):min(j+20, len(whole))]), string(part[i:min(i+20, len(part))]))
			}
			j = gap
		}
		at[i] = j
		j++
	}
	return at, nil
}

// Lines lists the scores.
func (s *TreeScores) Lines(name string) []Line {
	var out []Line
	for _, x := range []struct {
		name string
		t    Tally
	}{{"sentences", s.Sentences}, {"tokens", s.Tokens}, {"UPOS", s.UPOS}, {"UAS", s.UAS}, {"LAS", s.LAS}, {"LAS with subtypes", s.Labels}, {"lemmas", s.Lemmas}} {
		out = append(out, scored(name+" "+x.name, x.t))
	}
	return out
}
