package encoder

import (
	"fmt"

	"readout/internal/encode"
	"readout/internal/segment"
	"readout/lexicon"
)

// Make makes the network that is shipped: word vectors, then all heads at once.
// It takes one core about an hour.
func Make(data string, opt Options) (*encode.Network, error) {
	v, err := LearnVectors(data, opt.Seed, opt.Report)
	if err != nil {
		return nil, err
	}
	return Train(data, v, opt, func(*encode.Network) {})
}

// Train trains a network on the data and returns it with averaged weights.
// Every few epochs it reports the scores on the dev sets and calls each.
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
	s.keep(opt.Eighths)
	s.finish()
	v.addMet(s)
	if opt.Lists, err = readNameLists(data, v); err != nil {
		return nil, err
	}
	opt.Report(s.String())
	dev, err := readDev(data, g, s)
	if err != nil {
		return nil, err
	}
	t := newTrainer(opt, s, v)
	t.train(func(epoch int) {
		if epoch%5 == 1 {
			t.reread()
		}
		if epoch%3 != 0 && epoch != opt.Epochs && epoch != opt.Stop {
			return
		}
		t.mean.Prepare(false)
		opt.Report("dev " + dev.score(encode.NewEncoder(t.mean)))
		each(t.mean)
	})
	return t.mean, nil
}

// keep leaves so many eighths of each corpus, in stretches of about an
// article; 0 leaves all.
func (s *sets) keep(eighths int) {
	if eighths == 0 {
		return
	}
	const stretch = 20
	var kept []*example
	for i, e := range s.examples {
		if i/stretch%8 < eighths {
			kept = append(kept, e)
		}
	}
	s.examples = kept
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
