package tag_test

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/tag"
	"readout/model"
)

func load(t testing.TB) *tag.Tagger {
	g, err := tag.Load(model.FS)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestTag(t *testing.T) {
	g := load(t)
	seg, _, err := conllu.Parse("1\tMinisters\t_\t_\t_\t_\t2\tnsubj\t_\t_\n2\tmet\t_\t_\t_\t_\t0\troot\t_\t_\n3\tin\t_\t_\t_\t_\t4\tcase\t_\t_\n4\tOslo\t_\t_\t_\t_\t2\tobl\t_\t_\n5\t.\t_\t_\t_\t_\t2\tpunct\t_\t_\n\n")
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for i, w := range g.Tag(seg).Words {
		got += seg.Word(annot.TokenID(i)) + "/" + w.UPOS.String() + "/" + w.Lemma + " "
	}
	want := "Ministers/NOUN/minister met/VERB/meet in/ADP/in Oslo/PROPN/Oslo ./PUNCT/. "
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
