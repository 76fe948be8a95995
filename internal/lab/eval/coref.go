package eval

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/ud"
	"readout/record"
)

// CorefScores compares coreference with OntoGUM's chains by MUC (Vilain et
// al., 1995), B3 (Bagga and Baldwin, 1998) and CEAFe (Luo, 2005), summed over
// documents. A mention is known by the head of its phrase, so that it does not
// matter whether titles and articles are counted in; two phrases with one head
// are told apart by whether they are coordinations. Chains of one mention count
// on neither side, as in OntoNotes.
type CorefScores struct {
	Docs   int
	All    ChainScores // every chain of the corpus
	Actors ChainScores // chains of people and organisations alone
	// Pronouns counts third-person pronouns that refer to actors: Right where
	// the nearest mention before it in its chain belongs to its gold chain, Said
	// where it has a chain at all.
	Pronouns Tally
}

// ChainScores are the three measures.
type ChainScores struct {
	MUC, B3, CEAF Ratio
}

// A Ratio is precision and recall with fractional counts.
type Ratio struct {
	RightSaid, Said, RightGold, Gold float64
}

// Scores returns precision, recall and F1, in percent.
func (r Ratio) Scores() (p, rec, f float64) {
	if r.Said > 0 {
		p = 100 * r.RightSaid / r.Said
	}
	if r.Gold > 0 {
		rec = 100 * r.RightGold / r.Gold
	}
	if p+rec > 0 {
		f = 2 * p * rec / (p + rec)
	}
	return p, rec, f
}

// Mean returns the mean of the three F1, in percent.
func (c *ChainScores) Mean() float64 {
	_, _, a := c.MUC.Scores()
	_, _, b := c.B3.Scores()
	_, _, d := c.CEAF.Scores()
	return (a + b + d) / 3
}

// A headKey is a mention as the scores know it.
type headKey struct {
	at    int // byte offset of the head
	group bool
}

// Add compares one document. The layers must have the text that
// conllu.Document lays the gold sentences out as, here goldSeg and goldSyn.
func (s *CorefScores) Add(doc corpus.CorefDoc, goldSeg *annot.Segmentation, goldSyn *annot.Syntax, seg *annot.Segmentation, ms *annot.Mentions, ents *annot.Entities) {
	s.Docs++
	gold, actor := goldChains(doc, goldSeg, goldSyn)
	said, kinds := saidChains(seg, ms, ents)
	s.All.add(atLeastTwo(gold), atLeastTwo(said))
	var goldActors, saidActors [][]headKey
	inGold := map[headKey]bool{}
	for i, c := range gold {
		if actor[i] {
			goldActors = append(goldActors, c)
		}
		for _, k := range c {
			inGold[k] = true
		}
	}
	for i, c := range said {
		if kinds[i] != annot.PlaceMention && kinds[i] != annot.OtherMention && kinds[i] != annot.StateMention {
			saidActors = append(saidActors, c)
		}
	}
	s.Actors.add(atLeastTwo(goldActors), atLeastTwo(saidActors))
	s.pronouns(goldSeg, goldActors, said)
}

func atLeastTwo(chains [][]headKey) [][]headKey {
	var out [][]headKey
	for _, c := range chains {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// goldChains returns the chains by their heads, and which are of actors.
func goldChains(doc corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax) (chains [][]headKey, actor []bool) {
	index := map[string]int{}
	votes := map[string]int{}
	for _, m := range doc.Mentions {
		if m.Last < 0 {
			continue
		}
		k := goldKey(m, seg, syn)
		i, ok := index[m.Chain]
		if !ok {
			i = len(chains)
			index[m.Chain] = i
			chains = append(chains, nil)
		}
		if !slices.Contains(chains[i], k) {
			chains[i] = append(chains[i], k)
		}
		if m.Type == "person" || m.Type == "organization" {
			votes[m.Chain]++
		} else {
			votes[m.Chain]--
		}
	}
	actor = make([]bool, len(chains))
	for c, i := range index {
		actor[i] = votes[c] > 0
	}
	return chains, actor
}

func goldKey(m corpus.CorefMention, seg *annot.Segmentation, syn *annot.Syntax) headKey {
	first, last := annot.TokenID(m.First), annot.TokenID(m.Last)
	head := first
	for t := first; t <= last; t++ {
		if h := syn.Words[t].Head; (h < first || h > last) && syn.Words[t].UPOS != ud.PUNCT {
			head = t
			break
		}
	}
	k := headKey{at: seg.Tokens[head].Span.Start}
	for c := range syn.Children(head) {
		if syn.Words[c].Rel == ud.Conj && c <= last {
			k.group = true
		}
	}
	return k
}

// saidChains returns the entities by the heads of their mentions.
func saidChains(seg *annot.Segmentation, ms *annot.Mentions, ents *annot.Entities) (chains [][]headKey, kinds []annot.MentionKind) {
	for i := range ents.List {
		var c []headKey
		for _, m := range ents.List[i].Mentions {
			row := &ms.List[m]
			k := headKey{seg.Tokens[row.Head].Span.Start, len(row.Members) > 0}
			if row.Form != record.Adjectival && !slices.Contains(c, k) {
				c = append(c, k)
			}
		}
		chains, kinds = append(chains, c), append(kinds, ents.List[i].Kind)
	}
	return chains, kinds
}

func chainOf(chains [][]headKey) map[headKey]int {
	of := map[headKey]int{}
	for i, c := range chains {
		for _, k := range c {
			if _, ok := of[k]; !ok {
				of[k] = i
			}
		}
	}
	return of
}

func (c *ChainScores) add(gold, said [][]headKey) {
	inGold, inSaid := chainOf(gold), chainOf(said)
	right, n := muc(gold, inSaid)
	c.MUC.RightGold, c.MUC.Gold = c.MUC.RightGold+right, c.MUC.Gold+n
	right, n = muc(said, inGold)
	c.MUC.RightSaid, c.MUC.Said = c.MUC.RightSaid+right, c.MUC.Said+n
	right, n = bCubed(gold, said, inSaid)
	c.B3.RightGold, c.B3.Gold = c.B3.RightGold+right, c.B3.Gold+n
	right, n = bCubed(said, gold, inGold)
	c.B3.RightSaid, c.B3.Said = c.B3.RightSaid+right, c.B3.Said+n
	match := ceaf(gold, said, inSaid)
	c.CEAF.RightGold, c.CEAF.Gold = c.CEAF.RightGold+match, c.CEAF.Gold+float64(len(gold))
	c.CEAF.RightSaid, c.CEAF.Said = c.CEAF.RightSaid+match, c.CEAF.Said+float64(len(said))
}

// muc counts the links of chains that the other side has too.
func muc(chains [][]headKey, other map[headKey]int) (right, n float64) {
	for _, c := range chains {
		parts := map[int]bool{}
		alone := 0
		for _, k := range c {
			if i, ok := other[k]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		right += float64(len(c) - len(parts) - alone)
		n += float64(len(c) - 1)
	}
	return right, n
}

// bCubed sums over mentions the share of their chain that the other side's
// chain of the mention holds.
func bCubed(chains, others [][]headKey, other map[headKey]int) (right, n float64) {
	for _, c := range chains {
		shared := map[int]int{}
		for _, k := range c {
			if i, ok := other[k]; ok {
				shared[i]++
			}
		}
		for _, v := range shared {
			right += float64(v*v) / float64(len(c))
		}
		n += float64(len(c))
	}
	return right, n
}

// ceaf returns the weight of the best one-to-one matching of chains, each pair
// weighed by 2|a and b| / (|a| + |b|).
func ceaf(gold, said [][]headKey, inSaid map[headKey]int) float64 {
	if len(gold) == 0 || len(said) == 0 {
		return 0
	}
	n := max(len(gold), len(said))
	w := make([][]float64, n)
	for i := range w {
		w[i] = make([]float64, n)
	}
	for i, g := range gold {
		for _, k := range g {
			if j, ok := inSaid[k]; ok {
				w[i][j] += 2 / float64(len(g)+len(said[j]))
			}
		}
	}
	return assign(w)
}

// assign returns the greatest sum of a square matrix with one entry a row and
// column, by the Hungarian method in the form with potentials.
func assign(w [][]float64) float64 {
	n := len(w)
	u, v := make([]float64, n+1), make([]float64, n+1)
	row := make([]int, n+1) // by column: its row, from 1
	for i := 1; i <= n; i++ {
		row[0] = i
		least, way, done := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = 1e18
		}
		j0 := 0
		for row[j0] != 0 {
			done[j0] = true
			i0, delta, j1 := row[j0], 1e18, 0
			for j := 1; j <= n; j++ {
				if done[j] {
					continue
				}
				if cur := -w[i0-1][j-1] - u[i0] - v[j]; cur < least[j] {
					least[j], way[j] = cur, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if done[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			row[j0] = row[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += w[row[j]-1][j-1]
	}
	return sum
}

// pronouns scores the third-person pronouns of gold chains that are not the
// first of their chain.
func (s *CorefScores) pronouns(seg *annot.Segmentation, gold, said [][]headKey) {
	inSaid := chainOf(said)
	inGold := chainOf(gold)
	for i, c := range gold {
		c = slices.Clone(c)
		slices.SortFunc(c, func(a, b headKey) int { return cmp.Compare(a.at, b.at) })
		for n, k := range c {
			if n == 0 || !thirdPerson(wordAt(seg, k.at)) {
				continue
			}
			s.Pronouns.Gold++
			j, ok := inSaid[k]
			if !ok || len(said[j]) < 2 {
				continue
			}
			s.Pronouns.Said++
			if before, ok := nearestBefore(said[j], k); ok {
				if g, ok := inGold[before]; ok && g == i {
					s.Pronouns.Right++
				}
			}
		}
	}
}

func nearestBefore(chain []headKey, k headKey) (headKey, bool) {
	best, ok := headKey{at: -1}, false
	for _, x := range chain {
		if x.at < k.at && x.at > best.at {
			best, ok = x, true
		}
	}
	return best, ok
}

func wordAt(seg *annot.Segmentation, at int) string {
	first, end := seg.Within(annot.Span{Start: at, End: at + 1})
	if first >= end {
		return ""
	}
	return strings.ToLower(seg.Word(first))
}

func thirdPerson(w string) bool {
	switch w {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves", "it", "its", "itself":
		return true
	}
	return false
}

// GapScores are those of GAP: each of the two names of an example is a yes or
// no question.
type GapScores struct {
	Masculine, Feminine Tally
}

// Add scores one example. The layers are those of its text.
func (s *GapScores) Add(g corpus.GapExample, ms *annot.Mentions, ents *annot.Entities) {
	t := &s.Masculine
	if g.Feminine {
		t = &s.Feminine
	}
	e := annot.EntityID(annot.None)
	for m := range ms.List {
		if ms.List[m].Span == g.Pronoun {
			e = ents.References[m].Entity
		}
	}
	for i, name := range g.Name {
		said := false
		if e != annot.None {
			for _, m := range ents.List[e].Mentions {
				row := &ms.List[m]
				said = said || row.Form == record.Named && row.Span.Overlaps(name)
			}
		}
		if said {
			t.Said++
		}
		if g.Means[i] {
			t.Gold++
			if said {
				t.Right++
			}
		}
	}
}

// Overall returns both genders together.
func (s *GapScores) Overall() Tally {
	t := s.Masculine
	t.add(s.Feminine)
	return t
}
