package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
)

// SegmentationScores is how a segmenter did.
type SegmentationScores struct {
	Tokens, Sentences Tally
	Words             int // gold tokens read
}

// Segmentation scores a segmenter on the raw text of a UD treebank, as the
// CoNLL 2018 shared task did: a token or sentence is right if it has the same
// characters, white space not counted. Sentences of one paragraph are joined
// by a space, paragraphs by a blank line. What the segmenter keeps without
// reading it (bylines, furniture) counts as missed.
func Segmentation(gold []conllu.Sentence, segment func(*text.Text) *annot.Segmentation) SegmentationScores {
	var sc SegmentationScores
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && gold[n].NewDoc == "" {
			n++
		}
		sc.add(gold[:n], segment)
		gold = gold[n:]
	}
	return sc
}

func (sc *SegmentationScores) add(doc []conllu.Sentence, segment func(*text.Text) *annot.Segmentation) {
	raw := RawText(doc)
	goldTokens, goldSentences := map[text.Span]bool{}, map[text.Span]bool{}
	at := 0
	for _, s := range doc {
		begin := at
		for _, r := range s.Rows {
			n := solid(r.Form)
			goldTokens[text.Span{Start: at, End: at + n}] = true
			at += n
		}
		goldSentences[text.Span{Start: begin, End: at}] = true
		sc.Words += len(s.Rows)
	}
	seg := segment(text.New(raw))
	position := positions(raw)
	for _, tok := range seg.Tokens {
		if goldTokens[text.Span{Start: position[tok.Span.Start], End: position[tok.Span.End]}] {
			sc.Tokens.Right++
		}
	}
	for _, s := range seg.Sentences {
		if goldSentences[text.Span{Start: position[s.Span.Start], End: position[s.Span.End]}] {
			sc.Sentences.Right++
		}
	}
	sc.Tokens.Said += len(seg.Tokens)
	sc.Tokens.Gold += len(goldTokens)
	sc.Sentences.Said += len(seg.Sentences)
	sc.Sentences.Gold += len(goldSentences)
}

// RawText lays one document's sentences out as running text.
func RawText(doc []conllu.Sentence) string {
	var b strings.Builder
	for i, s := range doc {
		switch {
		case i == 0:
		case s.NewPar:
			b.WriteString("\n\n")
		case rowSpace(doc[i-1]):
			b.WriteByte(' ')
		}
		for j, r := range s.Rows {
			b.WriteString(r.Form)
			if r.SpaceAfter && j < len(s.Rows)-1 {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// rowSpace reports whether space follows a sentence.
func rowSpace(s conllu.Sentence) bool { return s.Rows[len(s.Rows)-1].SpaceAfter }

// solid counts the characters of w that are not white space.
func solid(w string) int {
	n := utf8.RuneCountInString(w)
	for _, r := range w {
		if unicode.IsSpace(r) {
			n--
		}
	}
	return n
}

// positions gives for each byte offset of s how many characters that are not
// white space stand before it.
func positions(s string) []int {
	at := make([]int, len(s)+1)
	n := 0
	for i, r := range s {
		at[i] = n
		if !unicode.IsSpace(r) {
			n++
		}
	}
	at[len(s)] = n
	return at
}
