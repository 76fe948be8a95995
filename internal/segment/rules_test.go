package segment

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/lexicon"
)

func load(t testing.TB) *Segmenter {
	t.Helper()
	g, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestBlockRules runs the examples of every rule: lines marked with ">" are
// what the rule matches, and nothing else.
func TestBlockRules(t *testing.T) {
	g := load(t)
	for _, r := range blockRules {
		if r.ID != "segment/title-repeated" && len(r.Examples) == 0 {
			t.Errorf("%s: no example", r.ID)
		}
		for _, example := range append(slices.Clone(r.Examples), r.Counter...) {
			var want []string
			var lines []string
			for line := range strings.SplitSeq(example, "\n") {
				if bare, marked := strings.CutPrefix(line, "> "); marked {
					want = append(want, bare)
					line = bare
				}
				lines = append(lines, line)
			}
			seg := g.Segment(text.New(strings.Join(lines, "\n")), annot.Source{})
			var got []string
			for _, b := range seg.Blocks {
				if b.By == r.ID {
					got = append(got, seg.Text.Slice(b.Span))
				}
				if b.By == r.ID && b.Kind != r.Kind {
					t.Errorf("%s: %q is %s", r.ID, seg.Text.Slice(b.Span), b.Kind)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: in %q\n got %q\nwant %q", r.ID, example, got, want)
			}
		}
	}
}

func TestTitleRepeated(t *testing.T) {
	g := load(t)
	seg := g.Segment(text.New("The ministers' “last offer” stands.\n\nThe two sides met on Monday."), annot.Source{Title: "The Ministers’ \"last offer\" stands"})
	if seg.Blocks[0].By != "segment/title-repeated" {
		t.Errorf("the title is %s by %s", seg.Blocks[0].Kind, seg.Blocks[0].By)
	}
}

// TestSentenceRules runs the examples of every rule: sentences are parted by
// bars, and the rule fires in the examples and in no counter-example.
func TestSentenceRules(t *testing.T) {
	g := load(t)
	for _, r := range sentenceRules {
		if len(r.Examples) == 0 || len(r.Counter) == 0 {
			t.Errorf("%s: no examples", r.ID)
		}
		for i, example := range append(slices.Clone(r.Examples), r.Counter...) {
			got, fired := split(g, strings.ReplaceAll(example, "|", " "))
			if want := strings.Split(example, "|"); !slices.Equal(got, want) {
				t.Errorf("%s: got %q, want %q", r.ID, got, want)
			}
			if slices.Contains(fired, r.ID) != (i < len(r.Examples)) {
				t.Errorf("%s: in %q the rules %q fire", r.ID, example, fired)
			}
		}
	}
}

// split returns the sentences of a paragraph and the rules by which they go
// on.
func split(g *Segmenter, s string) (sentences, fired []string) {
	l := &lexer{vocabulary: g.words, s: s}
	l.lex(0, len(s))
	for _, sent := range l.sentences(0, 0, nil) {
		sentences = append(sentences, s[sent.Span.Start:sent.Span.End])
		depth := 0
		for i := int(sent.First); i < int(sent.End); i++ {
			switch k := l.kinds[i]; {
			case k == openBracket:
				depth++
			case k == closeBracket:
				depth--
			case k >= stop && k <= initial:
				st := l.site(int(sent.First), i, len(l.tokens), depth)
				if st.end < int(sent.End) && !boundary(&st) {
					fired = append(fired, goesOn(&st).ID)
				}
			}
		}
	}
	return sentences, fired
}
