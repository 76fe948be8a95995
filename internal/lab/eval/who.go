package eval

import (
	"bytes"
	_ "embed"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/lab/corpus"
)

// metonymCases are invented sentences with each name that can stand for a
// government or for its seat marked as it is meant.
//
//go:embed testdata/metonym.txt
var metonymCases []byte

// scoreWho scores names, coreference and metonyms.
func scoreWho(b *bench) ([]Line, error) {
	docs, err := corpus.ReadWorldwide(b.data, "dev")
	if err != nil {
		return nil, err
	}
	var names NameScores
	for _, d := range docs {
		if got := b.engine.Annotate(annot.Source{}, d.Text); got.Mentions != nil {
			names.Add(d, got.Mentions)
		}
	}
	out := []Line{scored("worldwide dev names", names.Total())}
	for i, c := range NameClasses {
		out = append(out, scored("worldwide dev names "+c, names.Classes[i]))
	}
	for _, f := range []func(*bench) ([]Line, error){scoreChains, scoreGAP, scoreMetonyms} {
		lines, err := f(b)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

// scoreChains scores coreference on OntoGUM, pronouns of news and interviews
// apart.
func scoreChains(b *bench) ([]Line, error) {
	docs, err := corpus.ReadOntoGUM(b.data, "dev")
	if err != nil {
		return nil, err
	}
	var all, near CorefScores
	for _, d := range docs {
		goldSeg, goldSyn, err := conllu.Document(d.Sentences)
		if err != nil {
			return nil, err
		}
		got := b.engine.Annotate(annot.Source{}, goldSeg.Text)
		if got.Entities == nil {
			continue
		}
		all.Add(d, goldSeg, goldSyn, got.Segmentation, got.Mentions, got.Entities)
		if d.Genre == "news" || d.Genre == "interview" {
			near.Add(d, goldSeg, goldSyn, got.Segmentation, got.Mentions, got.Entities)
		}
	}
	return []Line{
		ratioLine("OntoGUM dev MUC", all.All.MUC), ratioLine("OntoGUM dev B3", all.All.B3), ratioLine("OntoGUM dev CEAFe", all.All.CEAF),
		ratioLine("OntoGUM dev actors MUC", all.Actors.MUC), ratioLine("OntoGUM dev actors B3", all.Actors.B3), ratioLine("OntoGUM dev actors CEAFe", all.Actors.CEAF),
		scored("OntoGUM dev pronouns to actors", all.Pronouns), scored("OntoGUM dev news, interview pronouns", near.Pronouns),
	}, nil
}

func ratioLine(name string, r Ratio) Line {
	p, rec, f := r.Scores()
	return Line{Name: name, P: p, R: rec, F1: f, N: int(r.Gold)}
}

func scoreGAP(b *bench) ([]Line, error) {
	items, err := corpus.ReadGAP(b.data, "dev.tsv")
	if err != nil {
		return nil, err
	}
	var s GapScores
	for _, g := range items {
		if got := b.engine.Annotate(annot.Source{}, g.Text); got.Entities != nil {
			s.Add(g, got.Mentions, got.Entities)
		}
	}
	return []Line{scored("GAP dev", s.Overall()), scored("GAP dev feminine", s.Feminine), scored("GAP dev masculine", s.Masculine)}, nil
}

func scoreMetonyms(b *bench) ([]Line, error) {
	s, err := Metonyms(b.engine, bytes.NewReader(metonymCases))
	if err != nil {
		return nil, err
	}
	return []Line{scored("metonyms, as actors", s.Actors), scored("metonyms, as places", s.Places)}, nil
}
