package topic

import (
	"strings"
	"testing"

	"readout/internal/sketch"
	"readout/lexicon"
)

func TestAboutTalks(t *testing.T) {
	j, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, tree string
		want       bool
	}{
		{"a decisive word", "Negotiators:negotiator/NOUN/2/nsubj met:meet/VERB/0/root ./PUNCT/2/punct", true},
		{"three telling words", "The/DET/2/det union/NOUN/3/nsubj rejected:reject/VERB/0/root the/DET/5/det offer/NOUN/3/obj and/CCONJ/8/cc the/DET/8/det strike/NOUN/5/conj ./PUNCT/3/punct", true},
		{"one telling word in a line", "The/DET/2/det union/NOUN/3/nsubj walked:walk/VERB/0/root out/ADP/3/compound:prt ./PUNCT/3/punct", true},
		{"one word many times", "Strike/NOUN/0/root" + strings.Repeat(" strike/NOUN/1/conj", 60), false},
		{"a phrase", "Leaders:leader/NOUN/2/nsubj tried:try/VERB/0/root to/PART/4/mark form/VERB/2/xcomp a/DET/7/det new/ADJ/7/amod government/NOUN/4/obj ./PUNCT/2/punct", true},
		{"a figure of speech", "He/PRON/2/nsubj called:call/VERB/0/root a/DET/4/det truce/NOUN/2/obj with/ADP/7/case his/PRON/7/nmod:poss goalkeeper/NOUN/4/nmod ./PUNCT/2/punct", false},
		{"a verb that is listed as a noun", "They/PRON/2/nsubj strike/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct", false},
		{"words of other reports beside it", "The/DET/2/det midfielder/NOUN/3/nsubj scored:score/VERB/0/root after/ADP/6/case the/DET/6/det strike/NOUN/3/obl ./PUNCT/3/punct", false},
		{"a recipe", "Rub/VERB/0/root the/DET/3/det chicken/NOUN/1/obj with/ADP/5/case oil/NOUN/1/obl ./PUNCT/1/punct", false},
	} {
		l, err := sketch.Parse([]byte("-- tree.txt --\n" + c.tree + "\n"))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := j.AboutTalks(l.Seg, l.Syn); got != c.want {
			t.Errorf("%s: about talks: %v", c.name, got)
		}
	}
}
