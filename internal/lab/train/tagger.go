package train

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"readout/internal/conllu"
	"readout/internal/ml/perceptron"
	"readout/internal/ml/wordform"
	"readout/internal/tag"
	"readout/internal/ud"
)

// Options say how a model is trained. The same options and data give the
// same model.
type Options struct {
	Data   string // folder of the data
	Seed   uint64
	Passes int // over the training data
	Rare   int // updates before a feature counts
	Prune  int // weights under this many quantisation steps are left out; at least 1
	Log    func(format string, args ...any)
}

// Tagger trains the part-of-speech tagger on the free part of the treebanks.
func Tagger(o Options) (*tag.Model, error) {
	docs, err := readTrees(o.Data)
	if err != nil {
		return nil, err
	}
	return taggerOn(sentences(docs), o)
}

// taggerOn trains a tagger on sentences.
func taggerOn(sents []conllu.Sentence, o Options) (*tag.Model, error) {
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	m := &tag.Model{}
	index := countClasses(sents, m)
	m.Lexicon = countForms(sents, index)
	m.Tables = countTables(sents, m.Classes, index)
	b, err := newBank(slices.Concat(sents, headlines(sents, 0.08, rng)))
	if err != nil {
		return nil, err
	}
	f, err := tag.NewFeatures(m.Lexicon)
	if err != nil {
		return nil, err
	}
	t := perceptron.NewTrainer(len(m.Classes), o.Rare)
	order := rng.Perm(len(b.sents))
	for pass := range o.Passes {
		wrong, all := 0, 0
		for _, s := range order {
			w, n := tagPass(t, f, b, s, index)
			wrong, all = wrong+w, all+n
		}
		o.Log("tagger pass %d: %.2f %% right in training", pass+1, 100-100*float64(wrong)/float64(all))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	m.Weights = t.Average(o.Prune)
	o.Log("tagger: %d classes, %d features", len(m.Classes), m.Weights.Features())
	return m, nil
}

// tagPass learns from one sentence, following the tagger's own choices.
func tagPass(t *perceptron.Trainer, f *tag.Features, b *bank, s int, index map[string]int) (wrong, all int) {
	var line tag.Line
	f.Read(&line, b.seg, b.seg.Sentences[s])
	scores := make([]float32, len(index))
	var keys []uint32
	p1, p2 := -1, -1
	for i := range line.Len() {
		gold, known := index[className(b.row(s, i))]
		c := line.Certain(i)
		if c < 0 {
			keys = f.Keys(&line, i, p1, p2, keys[:0])
			t.Score(keys, scores)
			c = best(scores)
			t.Step()
			if known && c != gold {
				t.Update(keys, gold, 1)
				t.Update(keys, c, -1)
			}
		}
		all++
		if c != gold {
			wrong++
		}
		p1, p2 = c, p1
	}
	return wrong, all
}

func best(scores []float32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

func classOf(r *conllu.Row) tag.Class {
	return tag.Class{UPOS: r.UPOS, XPOS: r.XPOS, Key: r.Feats & tag.ClassFeats}
}

func className(r *conllu.Row) string { return classOf(r).String() }

// countClasses fills in the classes met at least three times, commonest
// first, with their commonest features, and returns their numbers.
func countClasses(sents []conllu.Sentence, m *tag.Model) map[string]int {
	count := map[string]int{}
	feats := map[string]map[ud.Feats]int{}
	class := map[string]tag.Class{}
	for _, s := range sents {
		for i := range s.Rows {
			r := &s.Rows[i]
			name := className(r)
			count[name]++
			class[name] = classOf(r)
			if feats[name] == nil {
				feats[name] = map[ud.Feats]int{}
			}
			feats[name][r.Feats&^ud.Typo]++
		}
	}
	var names []string
	for n, c := range count {
		if c >= 3 {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	index := map[string]int{}
	for i, n := range names {
		c := class[n]
		c.Feats = commonest(feats[n])
		m.Classes = append(m.Classes, c)
		index[n] = i
	}
	return index
}

// commonest returns the key with the highest count, the least such at a tie.
func commonest[K cmp.Ordered](count map[K]int) K {
	var best K
	n := 0
	for k, c := range count {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

const (
	rareForm    = 3  // forms met less often have no ambiguity class, as unseen ones have none
	certainForm = 60 // forms met as often, and always in one class, are not asked about
)

// countForms makes the lexicon: for each form the set of classes it has at
// least one time in twenty.
func countForms(sents []conllu.Sentence, index map[string]int) *tag.Lexicon {
	count := map[uint32]map[int]int{}
	for _, s := range sents {
		for i := range s.Rows {
			r := &s.Rows[i]
			c, ok := index[className(r)]
			if !ok {
				c = -1
			}
			k := wordform.Hash(r.Form)
			if count[k] == nil {
				count[k] = map[int]int{}
			}
			count[k][c]++
		}
	}
	var forms []uint32
	for k := range count {
		forms = append(forms, k)
	}
	slices.Sort(forms)
	var entries []tag.Entry
	sets := map[string]uint16{}
	for _, k := range forms {
		total := 0
		for _, n := range count[k] {
			total += n
		}
		if total < rareForm {
			continue
		}
		var set []int
		for c, n := range count[k] {
			if n*20 >= total {
				set = append(set, c)
			}
		}
		slices.SortFunc(set, func(a, b int) int { return cmp.Or(count[k][b]-count[k][a], a-b) })
		name := fmt.Sprint(set)
		if sets[name] == 0 {
			sets[name] = uint16(len(sets) + 1)
		}
		e := tag.Entry{Key: k, Amb: sets[name], Certain: -1}
		if len(count[k]) == 1 && total >= certainForm {
			e.Certain = int16(set[0])
		}
		entries = append(entries, e)
	}
	return tag.NewLexicon(entries)
}

// countTables collects the forms whose features or lemma differ from what
// class and rules give.
func countTables(sents []conllu.Sentence, classes []tag.Class, index map[string]int) *tag.Tables {
	t := &tag.Tables{Feats: map[tag.FormClass]ud.Feats{}, Lemmas: map[tag.FormClass]string{}, Bases: map[string]bool{}}
	feats := map[tag.FormClass]map[ud.Feats]int{}
	lemmas := map[tag.FormClass]map[string]int{}
	forms := map[tag.FormClass]string{}
	for _, s := range sents {
		for i := range s.Rows {
			r := &s.Rows[i]
			c, ok := index[className(r)]
			if !ok || r.Feats.Has(ud.Typo) {
				continue
			}
			k := tag.FormClass{Form: wordform.Hash(r.Form), Class: int32(c)}
			if feats[k] == nil {
				feats[k], lemmas[k], forms[k] = map[ud.Feats]int{}, map[string]int{}, r.Form
			}
			feats[k][r.Feats]++
			lemmas[k][wordform.Lower(r.Lemma)]++
			switch r.XPOS {
			case "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "JJ", "RB":
				t.Bases[wordform.Lower(r.Lemma)] = true
			}
		}
	}
	for k, f := range feats {
		c := classes[k.Class]
		if f := commonest(f); f != c.Feats && (feats[k][f] > 1 || c.UPOS != ud.PROPN) {
			t.Feats[k] = f
		}
		if c.UPOS == ud.PROPN && c.XPOS == "NNP" {
			continue
		}
		if l := commonest(lemmas[k]); l != wordform.Lower(t.Lemma(forms[k], c)) {
			t.Lemmas[k] = l
		}
	}
	return t
}
