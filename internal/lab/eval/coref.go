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
	All    ChainScores // every chain of the corpus, against what the record shows
	Every  ChainScores // the same, against every link of things that was made
	BySpan ChainScores // the same, mentions known by their first and last word
	Actors ChainScores // chains of people and organisations alone
	// Pronouns counts third-person pronouns that refer to actors: Right where
	// the nearest mention before it in its chain belongs to its gold chain, Said
	// where it has a chain at all.
	Pronouns Tally
	// AllPronouns counts those of every chain, against every link.
	AllPronouns Tally
	// Shown counts the links of things that the record shows: Right where both
	// mentions are of one gold chain. Gold are those of chains of no actors.
	Shown Tally
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

// A key is a mention as the scores know it: by its head, or by its span.
type key struct {
	corpus.HeadKey
	end int // of the span, where that counts and At is its begin; or 0
}

// Add compares one document. The layers must have the text that
// conllu.Document lays the gold sentences out as, here goldSeg and goldSyn.
func (s *CorefScores) Add(doc corpus.CorefDoc, goldSeg *annot.Segmentation, goldSyn *annot.Syntax, got *annot.Document) {
	s.Docs++
	gold, actor := goldChains(doc, goldSeg, goldSyn, false)
	said, kinds := saidChains(got, false)
	every := slices.Concat(said, thingChains(got, false, false))
	s.All.add(atLeastTwo(gold), atLeastTwo(slices.Concat(said, thingChains(got, true, false))))
	s.Every.add(atLeastTwo(gold), atLeastTwo(every))
	goldSpans, _ := goldChains(doc, goldSeg, goldSyn, true)
	saidSpans, _ := saidChains(got, true)
	s.BySpan.add(atLeastTwo(goldSpans), atLeastTwo(slices.Concat(saidSpans, thingChains(got, false, true))))
	var goldActors, saidActors [][]key
	for i, c := range gold {
		if actor[i] {
			goldActors = append(goldActors, c)
		}
	}
	for i, c := range said {
		if kinds[i] != annot.PlaceMention && kinds[i] != annot.StateMention {
			saidActors = append(saidActors, c)
		}
	}
	s.Actors.add(atLeastTwo(goldActors), atLeastTwo(saidActors))
	s.Pronouns.add(pronouns(goldSeg, goldActors, said))
	s.AllPronouns.add(pronouns(goldSeg, gold, every))
	s.shown(got, gold, actor)
}

// shown counts the links that are firm.
func (s *CorefScores) shown(got *annot.Document, gold [][]key, actor []bool) {
	inGold := chainOf(gold)
	at := func(m annot.ThingMention) int {
		if i, ok := inGold[headOf(got, m)]; ok {
			return i
		}
		return -1
	}
	for _, t := range got.Things.List {
		for _, m := range t.Mentions {
			if m.Firm {
				s.Shown.Said++
				if i := at(m); i >= 0 && i == at(t.Mentions[m.To]) {
					s.Shown.Right++
				}
			}
		}
	}
	for i, c := range gold {
		if !actor[i] {
			s.Shown.Gold += len(c) - 1
		}
	}
}

func headOf(d *annot.Document, m annot.ThingMention) key {
	return key{HeadKey: corpus.HeadKey{At: d.Segmentation.Tokens[m.Head].Span.Start, Group: m.Group}}
}

func atLeastTwo(chains [][]key) [][]key {
	var out [][]key
	for _, c := range chains {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// goldChains returns the chains by their heads or spans, and which are of
// actors.
func goldChains(doc corpus.CorefDoc, seg *annot.Segmentation, syn *annot.Syntax, span bool) (chains [][]key, actor []bool) {
	index := map[string]int{}
	votes := map[string]int{}
	for _, m := range doc.Mentions {
		if m.Last < 0 {
			continue
		}
		k := key{HeadKey: m.Head(seg, syn)}
		if span {
			k = spanKey(seg.SpanOf(annot.TokenID(m.First), annot.TokenID(m.Last)))
		}
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

func spanKey(sp annot.Span) key {
	return key{corpus.HeadKey{At: sp.Start}, sp.End}
}

// saidChains returns the actors and places by the heads of their mentions, or
// by their whole phrases.
func saidChains(d *annot.Document, span bool) (chains [][]key, kinds []annot.MentionKind) {
	for i := range d.Entities.List {
		if d.Entities.List[i].Kind == annot.OtherMention {
			continue // what is neither is a thing
		}
		var c []key
		for _, m := range d.Entities.List[i].Mentions {
			row := &d.Mentions.List[m]
			k := key{HeadKey: corpus.HeadKey{At: d.Segmentation.Tokens[row.Head].Span.Start, Group: len(row.Members) > 0}}
			if span {
				k = spanKey(withMark(d, row.Whole))
			}
			if row.Form != record.Adjectival && !slices.Contains(c, k) {
				c = append(c, k)
			}
		}
		chains, kinds = append(chains, c), append(kinds, d.Entities.List[i].Kind)
	}
	return chains, kinds
}

// withMark returns the span of a mention with the mark of possession behind it,
// which OntoNotes counts in, and so do things, but not our mentions.
func withMark(d *annot.Document, sp annot.Span) annot.Span {
	if _, t := d.Segmentation.Within(sp); int(t) < len(d.Segmentation.Tokens) {
		if next := d.Segmentation.Tokens[t].Span; next.Start == sp.End && d.Syntax.Words[t].Rel == ud.Case {
			sp.End = next.End
		}
	}
	return sp
}

// thingChains returns the things likewise: cut where a link is not firm, or
// whole.
func thingChains(d *annot.Document, firm, span bool) [][]key {
	var chains [][]key
	for i := range d.Things.List {
		ms := d.Things.List[i].Mentions
		at := make([]int, len(ms))
		for j, m := range ms {
			if m.To != annot.None && (m.Firm || !firm) {
				at[j] = at[m.To]
			} else {
				at[j] = len(chains)
				chains = append(chains, nil)
			}
			k := headOf(d, m)
			if span {
				k = spanKey(m.Span)
			}
			chains[at[j]] = append(chains[at[j]], k)
		}
	}
	return chains
}

func chainOf(chains [][]key) map[key]int {
	of := map[key]int{}
	for i, c := range chains {
		for _, k := range c {
			if _, ok := of[k]; !ok {
				of[k] = i
			}
		}
	}
	return of
}

func (c *ChainScores) add(gold, said [][]key) {
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
func muc(chains [][]key, other map[key]int) (right, n float64) {
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
func bCubed(chains, others [][]key, other map[key]int) (right, n float64) {
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
func ceaf(gold, said [][]key, inSaid map[key]int) float64 {
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

// pronouns counts the third-person pronouns of gold chains that are not the
// first of their chain.
func pronouns(seg *annot.Segmentation, gold, said [][]key) Tally {
	var t Tally
	inSaid := chainOf(said)
	inGold := chainOf(gold)
	for i, c := range gold {
		c = slices.Clone(c)
		slices.SortFunc(c, func(a, b key) int { return cmp.Compare(a.At, b.At) })
		for n, k := range c {
			if n == 0 || !thirdPerson(wordAt(seg, k.At)) {
				continue
			}
			t.Gold++
			j, ok := inSaid[k]
			if !ok || len(said[j]) < 2 {
				continue
			}
			t.Said++
			if before, ok := nearestBefore(said[j], k); ok {
				if g, ok := inGold[before]; ok && g == i {
					t.Right++
				}
			}
		}
	}
	return t
}

func nearestBefore(chain []key, k key) (key, bool) {
	best, ok := key{HeadKey: corpus.HeadKey{At: -1}}, false
	for _, x := range chain {
		if x.At < k.At && x.At > best.At {
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
