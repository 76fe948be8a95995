package encoder

import (
	"fmt"

	"readout/internal/encode"
	"readout/internal/segment"
	"readout/lexicon"
)

// Make makes the network that is shipped: word vectors, a first training
// without layers of their own below the heads for names and trees, and a
// second that goes on from it with them, at a lower rate and with all names.
// The second serves trees and names better, the first attributions: three
// tenths of the first are mixed in. It takes one core about an hour.
func Make(data string, seed int64, report func(string)) (*encode.Network, error) {
	v, err := LearnVectors(data, seed, report)
	if err != nil {
		return nil, err
	}
	opt := DefaultOptions()
	opt.Seed, opt.Report, opt.Stop = seed, report, 12
	first, err := Train(data, v, opt, func(*encode.Network) {})
	if err != nil {
		return nil, err
	}
	opt.From, opt.Start, opt.Epochs, opt.Stop = first, 0.5, 6, 0
	opt.Sizes.Top, opt.NameShare, opt.TreeShare = 1, 1, 2
	second, err := Train(data, v, opt, func(*encode.Network) {})
	if err != nil {
		return nil, err
	}
	mix(second, first, 0.3)
	return second, nil
}

// mix moves the weights that both networks have towards the other's.
func mix(n, other *encode.Network, share float32) {
	move := func(w, o []float32) {
		for i, x := range o {
			w[i] += share * (x - w[i])
		}
	}
	ps := n.Params()
	for i, o := range other.Params() {
		move(ps[i].W, o.W)
	}
	ts := n.Tables()
	for i, o := range other.Tables() {
		move(ts[i].W, o.W)
	}
}

// Train trains a network on the data and returns it with averaged weights.
// After each epoch from the third on it reports the scores on the dev sets.
func Train(data string, v *Vectors, opt Options, each func(*encode.Network)) (*encode.Network, error) {
	g, err := segment.New(lexicon.FS)
	if err != nil {
		return nil, err
	}
	if err := v.addListed(data); err != nil {
		return nil, err
	}
	s := newSets()
	if err := s.addPolnear(data, g); err != nil {
		return nil, err
	}
	for _, bank := range []string{"ewt", "gum"} {
		if err := s.addTrees(data, bank); err != nil {
			return nil, err
		}
	}
	if err := s.addNames(data); err != nil {
		return nil, err
	}
	s.finish()
	opt.Report(s.String())
	dev, err := readDev(data, g, s)
	if err != nil {
		return nil, err
	}
	t := newTrainer(opt, s, v)
	if opt.From != nil {
		t.reread()
	}
	t.train(func(epoch int) {
		if epoch%4 == 1 {
			t.reread()
		}
		if epoch%2 != 0 && epoch != opt.Epochs {
			return
		}
		t.mean.Prepare(false)
		opt.Report("dev " + dev.score(encode.NewEncoder(t.mean)))
		each(t.mean)
	})
	return t.mean, nil
}

// finish drops rare classes.
func (s *sets) finish() {
	tags, lemmas := s.tags.prune(3), s.lemmas.prune(3)
	silverTags, silverNames, silverRels := s.silverTags.prune(3), s.silverNames.prune(3), s.silverRels.prune(3)
	for _, e := range s.examples {
		renumber(e.tags, tags)
		renumber(e.lemmas, lemmas)
		renumber(e.silverTags, silverTags)
		renumber(e.silverNames, silverNames)
		renumber(e.silverRels, silverRels)
	}
}

// String counts what there is to train on.
func (s *sets) String() string {
	var all, att, trees, names, cues int
	for _, e := range s.examples {
		all += e.len()
		if e.cues != nil {
			att += e.len()
			cues += len(e.atts)
		}
		if e.heads != nil {
			trees += e.len()
		}
		if e.names != nil {
			names += e.len()
		}
	}
	return fmt.Sprintf("%d paragraphs, %d tokens: %d with %d attributions, %d with trees, %d with names; %d tags, %d lemma scripts, %d relations, %d name classes",
		len(s.examples), all, att, cues, trees, names, len(s.tags.list), len(s.lemmas.list), len(s.rels.list), len(s.names.list))
}
