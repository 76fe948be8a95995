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
		all.Add(d, goldSeg, goldSyn, got)
		if d.Genre == "news" || d.Genre == "interview" {
			near.Add(d, goldSeg, goldSyn, got)
		}
	}
	lines := chainLines("OntoGUM dev ", all.All)
	lines = append(lines, chainLines("OntoGUM dev every link ", all.Every)...)
	lines = append(lines, chainLines("OntoGUM dev every link, by span ", all.BySpan)...)
	lines = append(lines, chainLines("OntoGUM dev actors ", all.Actors)...)
	return append(lines, scored("OntoGUM dev pronouns to actors", all.Pronouns), scored("OntoGUM dev news, interview pronouns", near.Pronouns),
		scored("OntoGUM dev pronouns, every link", all.AllPronouns), scored("OntoGUM dev links of things shown", all.Shown),
		scored("OntoGUM dev news, interview links shown", near.Shown)), nil
}

// chainLines returns the lines of the three measures, on what the record shows
// or on every link of things, whose threshold is lower.
func chainLines(name string, c ChainScores) []Line {
	return []Line{ratioLine(name+"MUC", c.MUC), ratioLine(name+"B3", c.B3), ratioLine(name+"CEAFe", c.CEAF)}
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
