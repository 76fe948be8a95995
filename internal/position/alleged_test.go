package position

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/record"
)

// TestAlleged commits nobody by what another charges him with.
func TestAlleged(t *testing.T) {
	for _, c := range []struct {
		cue  string
		want int
	}{{"accused:accuse", 0}, {"noticed:notice", 1}} {
		tree := "\n-- tree.txt --\nLind/PROPN/2/nsubj " + c.cue + "/VERB/0/root/Tense=Past|VerbForm=Fin ministers/NOUN/2/obj of/SCONJ/5/mark refusing:refuse/VERB/2/advcl/VerbForm=Ger the/DET/7/det offer/NOUN/5/obj ./PUNCT/2/punct\n-- mentions.txt --\nLind | person | named\nministers | group | nominal\n"
		_, got := find(t, tree, func(l *sketch.Layers) {
			at := func(first, last annot.TokenID) annot.Span { return l.Seg.SpanOf(first, last) }
			content := annot.Spans{at(5, 6)}
			l.Attributions.List = []annot.Attribution{
				{Source: annot.Spans{at(0, 0)}, Cue: at(1, 1), Content: annot.Spans{at(2, 6)}, SourceHead: 0, CueHead: 1, Within: annot.None, Form: record.Reported},
				{Source: annot.Spans{at(2, 2)}, Cue: at(4, 4), Content: content, SourceHead: 2, CueHead: 4, Within: 0, Form: record.Reported},
			}
			l.Statements.List = []annot.Statement{{Attribution: 1, Speaker: 1, Content: content, Form: record.Reported, Firmness: record.Refused, Place: annot.None, Time: annot.None, Condition: annot.None}}
		})
		if len(got.Commitments) != c.want {
			t.Errorf("%s: %d commitments, want %d", c.cue, len(got.Commitments), c.want)
		}
	}
}

// TestNoLonger commits nobody to what he no longer rules out.
func TestNoLonger(t *testing.T) {
	for adverbs, want := range map[string]int{"no/ADV/3/advmod longer/ADV/4/advmod": 0, "so/ADV/3/advmod far/ADV/4/advmod": 1} {
		tree := "\n-- tree.txt --\nLind/PROPN/4/nsubj " + adverbs + " refuses:refuse/VERB/0/root/VerbForm=Fin the/DET/6/det offer/NOUN/4/obj ./PUNCT/4/punct\n-- mentions.txt --\nLind | person | named\n"
		_, got := find(t, tree, func(l *sketch.Layers) {
			at := func(first, last annot.TokenID) annot.Span { return l.Seg.SpanOf(first, last) }
			content := annot.Spans{at(4, 5)}
			l.Attributions.List = []annot.Attribution{
				{Source: annot.Spans{at(0, 0)}, Cue: at(1, 3), Content: content, SourceHead: 0, CueHead: 3, Within: annot.None, Form: record.Reported},
			}
			l.Statements.List = []annot.Statement{{Attribution: 0, Speaker: 0, Content: content, Form: record.Reported, Firmness: record.Refused, Place: annot.None, Time: annot.None, Condition: annot.None}}
		})
		if len(got.Commitments) != want {
			t.Errorf("%s: %d commitments, want %d", adverbs, len(got.Commitments), want)
		}
	}
}
