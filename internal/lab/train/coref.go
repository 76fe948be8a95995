package train

import (
	"fmt"
	"strings"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/coref"
	"readout/internal/lab/corpus"
	"readout/internal/text"
)

// A Reading is the layers of one text that coreference asks for.
type Reading struct {
	Seg *annot.Segmentation
	Quo *annot.Quotations
	Syn *annot.Syntax
	Ms  *annot.Mentions
	Att *annot.Attributions
}

// A CorefOptions says how the weights of antecedents are learned.
type CorefOptions struct {
	Units  int // of the hidden layer of one network
	Nets   int // networks whose scores are averaged
	Epochs int
	Rate   float64 // of learning, in the first epoch; it falls to zero
	Decay  float64 // L2, per step
	Drop   float64 // share of the units left out of a step
	Read   func(*text.Text) Reading
}

// Coref learns the weights of antecedents from the free documents of OntoGUM
// and from GAP, by gradient descent on the log-likelihood of the right
// candidates.
//
// It does so twice: the second time, pronouns of which the corpora say nothing
// are resolved by the weights of the first, as they are when reading.
func Coref(data string, v *coref.Resolver, o CorefOptions) (*coref.Weights, error) {
	var w *coref.Weights
	for range 2 {
		examples, err := CorefExamples(data, v, o.Read)
		if err != nil {
			return nil, err
		}
		w = Descend(examples, o)
		v = v.With(w)
	}
	return w, nil
}

// CorefExamples reads the corpora.
func CorefExamples(data string, v *coref.Resolver, read func(*text.Text) Reading) ([]coref.Example, error) {
	var all []coref.Example
	err := eachFree(data, func(d corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax) {
		r := read(seg.Text)
		all = append(all, v.Learn(r.Seg, r.Quo, r.Syn, r.Ms, r.Att, goldOf(d, seg, syn, r))...)
	})
	if err != nil {
		return nil, err
	}
	gap, err := corpus.ReadGAP(data, "train.tsv.gz")
	if err != nil {
		return nil, err
	}
	for _, g := range gap {
		r := read(g.Text)
		if r.Ms == nil {
			continue // not read as English
		}
		if gold, ok := goldOfGAP(g, r.Ms); ok {
			all = append(all, v.Learn(r.Seg, r.Quo, r.Syn, r.Ms, r.Att, gold)...)
		}
	}
	return all, nil
}

// eachFree calls f with every document of OntoGUM train that has a free text,
// and its tokens and trees.
func eachFree(data string, f func(d corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax)) error {
	free, err := idsOf(data, corpus.TreeDoc.Free)
	if err != nil {
		return err
	}
	return eachOf(data, free, f)
}

// eachOf does the same for the documents with these names.
func eachOf(data string, ids map[string]bool, f func(d corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax)) error {
	docs, err := corpus.ReadOntoGUM(data, "train")
	if err != nil {
		return err
	}
	for _, d := range docs {
		if !ids[d.ID] {
			continue
		}
		seg, syn, err := conllu.Document(d.Sentences)
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		f(d, seg, syn)
	}
	return nil
}

// idsOf names the documents of GUM train that are as asked.
func idsOf(data string, as func(corpus.TreeDoc) bool) (map[string]bool, error) {
	docs, err := corpus.ReadUD(data, "gum", "train")
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for _, d := range docs {
		ids[d.ID] = as(d)
	}
	return ids, nil
}

// goldOf numbers the chains of a document and finds them among the mentions
// by the heads of their phrases. A pronoun in no chain refers to no actor.
func goldOf(d corpus.CorefDoc, goldSeg *annot.Segmentation, goldSyn *annot.Syntax, r Reading) []int {
	chain, at, things := map[string]int{}, map[int]int{}, map[int]int{}
	for _, m := range d.Mentions {
		if m.Last < 0 {
			continue
		}
		if _, ok := chain[m.Chain]; !ok {
			chain[m.Chain] = len(chain)
		}
		if m.Type == "person" || m.Type == "organization" || m.Type == "place" {
			things[chain[m.Chain]]--
		} else {
			things[chain[m.Chain]]++
		}
		sp := goldSeg.SpanOf(annot.TokenID(m.First), annot.TokenID(m.Last))
		if h := goldSyn.HeadOf(sp); h != annot.None {
			at[goldSeg.Tokens[h].Span.Start] = chain[m.Chain]
		}
	}
	gold := make([]int, len(r.Ms.List))
	for i := range gold {
		row := &r.Ms.List[i]
		n, ok := at[r.Seg.Tokens[row.Head].Span.Start]
		switch {
		case ok && len(row.Members) == 0:
			gold[i] = n
		case row.Kind == annot.PersonMention || len(row.Members) > 0:
			gold[i] = coref.Unlabelled
		default:
			gold[i] = coref.NoActor
		}
	}
	noActors(gold, r.Ms, things)
	return gold
}

// noActors marks the pronouns of chains that have no mention but pronouns among
// ours: as no actor's where the chain is of things, and else as unlabelled.
func noActors(gold []int, ms *annot.Mentions, things map[int]int) {
	has := map[int]bool{}
	for i, n := range gold {
		if n >= 0 && ms.List[i].Form != "pronominal" {
			has[n] = true
		}
	}
	for i, n := range gold {
		if n >= 0 && !has[n] && ms.List[i].Form == "pronominal" {
			gold[i] = coref.Unlabelled
			if things[n] > 0 {
				gold[i] = coref.NoActor
			}
		}
	}
}

// goldOfGAP labels the names of an example and its pronoun. It reports false
// where the pronoun means neither name or was not found.
func goldOfGAP(g corpus.GapExample, ms *annot.Mentions) ([]int, bool) {
	if g.Means[0] == g.Means[1] {
		return nil, false
	}
	gold := make([]int, len(ms.List))
	found := false
	means := 0
	if g.Means[1] {
		means = 1
	}
	for i := range gold {
		gold[i] = coref.Unlabelled
		row := &ms.List[i]
		switch {
		case row.Span == g.Pronoun:
			gold[i], found = means, true
		case row.Form == "named" && len(row.Members) == 0:
			for k, name := range g.Name {
				if row.Span.Overlaps(name) || strings.TrimSpace(g.Text.Slice(row.Span)) == g.Text.Slice(name) {
					gold[i] = k
				}
			}
		}
	}
	return gold, found
}
