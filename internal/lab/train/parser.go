package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/ml/perceptron"
	"readout/internal/parse"
	"readout/internal/tag"
	"readout/internal/ud"
)

// folds is how many taggers tag the training data for the parser, each
// trained on the rest of it, so that the parser learns from tags as wrong as
// those it will see.
const folds = 5

// Parser trains the dependency parser on the free part of the treebanks.
func Parser(o Options) (*parse.Model, error) {
	docs, err := readTrees(o.Data)
	if err != nil {
		return nil, err
	}
	var parts [folds][]conllu.Sentence
	for i, d := range docs {
		parts[i%folds] = append(parts[i%folds], d.Sentences...)
	}
	rng := rand.New(rand.NewPCG(o.Seed, 2))
	var sents []conllu.Sentence
	var tags []annot.Word
	for i := range parts {
		var rest []conllu.Sentence
		for j := range parts {
			if j != i {
				rest = append(rest, parts[j]...)
			}
		}
		words, part, err := tagFold(rest, parts[i], o, rng)
		if err != nil {
			return nil, err
		}
		tags, sents = append(tags, words...), append(sents, part...)
	}
	return parserOn(sents, tags, o)
}

// tagFold tags a part, and some of its sentences again as headlines, with a
// tagger trained on the rest.
func tagFold(rest, part []conllu.Sentence, o Options, rng *rand.Rand) ([]annot.Word, []conllu.Sentence, error) {
	o.Passes = 5
	m, err := taggerOn(rest, o)
	if err != nil {
		return nil, nil, err
	}
	g, err := tag.New(*m)
	if err != nil {
		return nil, nil, err
	}
	part = slices.Concat(part, headlines(part, 0.06, rng))
	b, err := newBank(part)
	if err != nil {
		return nil, nil, err
	}
	return g.Tag(b.seg).Words, part, nil
}

// parserTrainer is the state of training.
type parserTrainer struct {
	features *parse.Features
	weights  *perceptron.Trainer
	moves    []parse.Move
	index    map[parse.Move]int
	rng      *rand.Rand
	explore  float64 // how often the parser's own choice is followed where it is wrong
	line     parse.Line
	state    parse.State
	keys     []uint32
	scores   []float32
}

// parserOn trains a parser on sentences with tags.
func parserOn(sents []conllu.Sentence, tags []annot.Word, o Options) (*parse.Model, error) {
	b, err := newBank(sents)
	if err != nil {
		return nil, err
	}
	f, err := parse.NewFeatures()
	if err != nil {
		return nil, err
	}
	p := &parserTrainer{features: f, rng: rand.New(rand.NewPCG(o.Seed, 3))}
	p.moves, p.index = countMoves(b)
	p.weights = perceptron.NewTrainer(len(p.moves), o.Rare)
	p.scores = make([]float32, len(p.moves))
	order := p.rng.Perm(len(b.sents))
	for pass := range o.Passes {
		if pass > 0 {
			p.explore = 0.9
		}
		wrong, all := 0, 0
		for _, s := range order {
			w, n := p.learn(b, tags, s)
			wrong, all = wrong+w, all+n
		}
		o.Log("parser pass %d: %.2f %% of moves right in training", pass+1, 100-100*float64(wrong)/float64(all))
		p.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	m := &parse.Model{Moves: p.moves, Weights: p.weights.Average(o.Prune)}
	o.Log("parser: %d moves, %d features", len(m.Moves), m.Weights.Features())
	return m, nil
}

// countMoves lists the moves that the gold trees need, commonest first.
func countMoves(b *bank) ([]parse.Move, map[parse.Move]int) {
	count := map[parse.Move]int{{Kind: parse.Shift}: len(b.syn.Words)}
	for t, w := range b.syn.Words {
		switch {
		case w.Head == annot.None:
			count[parse.Move{Kind: parse.Left, Rel: ud.Root}]++
		case int(w.Head) > t:
			count[parse.Move{Kind: parse.Left, Rel: w.Rel}]++
		default:
			count[parse.Move{Kind: parse.Right, Rel: w.Rel}]++
		}
	}
	var moves []parse.Move
	for m := range count {
		moves = append(moves, m)
	}
	slices.SortFunc(moves, func(a, b parse.Move) int {
		return cmp.Or(count[b]-count[a], int(a.Kind)-int(b.Kind), int(a.Rel)-int(b.Rel))
	})
	index := map[parse.Move]int{}
	for i, m := range moves {
		index[m] = i
	}
	return moves, index
}

// learn parses one sentence and learns from each move that loses a gold arc.
func (p *parserTrainer) learn(b *bank, tags []annot.Word, s int) (wrong, all int) {
	sent := b.seg.Sentences[s]
	heads, rels := projective(b.syn.Words[sent.First:sent.End], sent.First)
	p.features.Read(&p.line, b.seg, tags, sent)
	p.state.Reset(len(heads))
	for !p.state.Done() {
		p.keys = p.features.Keys(&p.line, &p.state, p.keys[:0])
		p.weights.Score(p.keys, p.scores)
		p.weights.Step()
		said, gold, right := p.choose(heads, rels)
		all++
		move := said
		if !right {
			wrong++
			p.weights.Update(p.keys, gold, 1)
			p.weights.Update(p.keys, said, -1)
			if p.rng.Float64() >= p.explore {
				move = gold
			}
		}
		p.state.Apply(p.moves[move].Kind, uint8(p.moves[move].Rel))
	}
	return wrong, all
}

// choose returns the parser's move and the best of those that lose least;
// right says that the first is one of these.
func (p *parserTrainer) choose(heads []int32, rels []ud.DepRel) (said, gold int, right bool) {
	costs, legal := p.state.Costs(heads), p.state.Legal()
	least := 1 << 30
	for k, c := range costs {
		if legal[k] {
			least = min(least, c)
		}
	}
	said, gold = -1, -1
	for i, m := range p.moves {
		if !legal[m.Kind] || !p.state.Fits(m) {
			continue
		}
		if said < 0 || p.scores[i] > p.scores[said] {
			said = i
		}
		if costs[m.Kind] > least || m.Kind != parse.Shift && m.Rel != ud.Root && m.Rel != rels[p.state.Top()] {
			continue
		}
		if gold < 0 || p.scores[i] > p.scores[gold] {
			gold = i
		}
	}
	if gold < 0 { // a relation never met on this side
		gold = said
	}
	return said, gold, said == gold
}

// projective returns a sentence's heads, the root as its length, and its
// relations, with arcs that cross others lifted to the head's head until none
// do (Nivre and Nilsson 2005, without the marks to undo it).
func projective(words []annot.Word, first annot.TokenID) ([]int32, []ud.DepRel) {
	n := int32(len(words))
	heads, rels := make([]int32, n), make([]ud.DepRel, n)
	for i, w := range words {
		heads[i], rels[i] = int32(w.Head-first), w.Rel
		if w.Head == annot.None {
			heads[i] = n
		}
	}
	for {
		lift := shortestCrossing(heads)
		if lift < 0 {
			return heads, rels
		}
		heads[lift] = heads[heads[lift]]
	}
}

// shortestCrossing returns the dependent of the shortest arc that spans a
// word not under its head, or -1.
func shortestCrossing(heads []int32) int {
	n := int32(len(heads))
	best, length := -1, n+1
	for d, h := range heads {
		if h == n {
			continue // the root stands outside and its arc spans nothing
		}
		lo, hi := min(int32(d), h), max(int32(d), h)
		if hi-lo >= length {
			continue
		}
		for k := lo + 1; k < hi; k++ {
			a := k
			for a != h && a != n {
				a = heads[a]
			}
			if a != h {
				best, length = d, hi-lo
				break
			}
		}
	}
	return best
}
