package eval

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
)

// rows makes CoNLL-U of "form head rel" lines.
func rows(t *testing.T, lines ...string) (*annot.Segmentation, []annot.Word) {
	t.Helper()
	var b strings.Builder
	for i, l := range lines {
		f := strings.Fields(l)
		b.WriteString(string(rune('1'+i)) + "\t" + f[0] + "\t" + f[0] + "\tNOUN\t_\t_\t" + f[1] + "\t" + f[2] + "\t_\t_\n")
	}
	seg, syn, err := conllu.Parse(b.String() + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return seg, syn.Words
}

func TestTreeScoresAlignByCharacters(t *testing.T) {
	goldSeg, gold := rows(t, "Envoys 2 nsubj", "met 0 root", "to 2 obl:agent", "day 2 obl")
	// Two gold words are read as one: those on both sides of it still count,
	// and a head inside it is wrong.
	seg, words := rows(t, "Envoys 2 nsubj", "met 0 root", "today 2 obl")
	var s TreeScores
	s.Add(goldSeg, gold, seg, words)
	for _, c := range []struct {
		name string
		got  Tally
		want Tally
	}{
		{"tokens", s.Tokens, Tally{Right: 2, Said: 3, Gold: 4}},
		{"sentences", s.Sentences, Tally{Right: 1, Said: 1, Gold: 1}},
		{"LAS", s.LAS, Tally{Right: 2, Said: 3, Gold: 4}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
}

func TestTreeScoresTellHeadsLabelsAndSubtypes(t *testing.T) {
	goldSeg, gold := rows(t, "a 2 nsubj", "b 0 root", "c 2 obl:agent", "d 3 nmod")
	seg, words := rows(t, "a 2 obj", "b 0 root", "c 2 obl", "d 2 nmod")
	var s TreeScores
	s.Add(goldSeg, gold, seg, words)
	if s.UAS.Right != 3 || s.LAS.Right != 2 || s.Labels.Right != 1 {
		t.Errorf("UAS %d LAS %d with subtypes %d right, want 3, 2 and 1", s.UAS.Right, s.LAS.Right, s.Labels.Right)
	}
}

func TestTreesOfTwoFiles(t *testing.T) {
	const gold = "1\tTalks\ttalk\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tfailed\tfail\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
	s, err := Trees(gold, strings.Replace(gold, "NOUN", "VERB", 1))
	if err != nil || s.UPOS.Right != 2 || s.LAS.Right != 3 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := Trees(gold, strings.Replace(gold, "Talks", "Walks", 1)); err == nil || !strings.Contains(err.Error(), `"Talksfailed."`) {
		t.Errorf("another text: %v", err)
	}
	s, err = Trees(strings.ReplaceAll(gold, "3\t.", "3\t____\t____\tX\t_\t_\t2\tdep\t_\t_\n4\t.")+gold, gold)
	if err != nil || s.Tokens.Right != 3 || s.Tokens.Gold != 7 {
		t.Errorf("a text cut short: %+v, %v", s, err)
	}
}
