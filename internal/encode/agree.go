package encode

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ml/decode"
)

// maxKinds is the greatest number of kinds of names that a model may have.
const maxKinds = 15

// What a report says of a name in other places counts for this much.
const (
	sameWeight = 0.5 // of the logarithms of probabilities of the same words
	sameFloor  = -3  // below which one sighting says no more against a kind
	sameCount  = 3   // sightings, after which more say nothing new
	partWeight = 1.5 // of a person's full name for one word of it, and back
	tailWeight = 3   // as often, of two words or more that end a full name
	againReach = 2   // score by which a word alone may be less of a name than not
)

// A sighting is a name found in a report.
type sighting struct {
	first, end  annot.TokenID
	kind        int
	group, last int32             // of the same words; of the last word alone
	odds        [maxKinds]float32 // logarithm of the probability of each kind
}

// A loose word has a capital but is in no name.
type loose struct {
	token, limit annot.TokenID     // itself, and the end of its sentence
	behind       [maxKinds]float32 // the score by which each kind falls short
}

// A nameGroup is what a report has of names of the same words.
type nameGroup struct {
	key   string
	words int
	n     int
	odds  [maxKinds]float32 // added up, none below the floor
	kinds [maxKinds]int     // as agreed upon

	alone, part belief // of a word as a name, and of words as an end of longer names
}

// A belief is that a word is of a person.
type belief struct {
	sum float32 // of probabilities
	n   int
}

func (b *belief) add(p float32) { b.sum, b.n = b.sum+p, b.n+1 }

// weight is what the belief counts for.
func (b *belief) weight() float32 {
	if b.n == 0 {
		return 0
	}
	return float32(partWeight * b.sum / float32(b.n) * float32(min(b.n, sameCount)))
}

// sight keeps the names and the loose words that the classes of a sentence's
// words say.
func (r *run) sight(scores []float32, ld int, classes []uint8, first annot.TokenID) {
	kinds := len(r.e.kinds) / 2
	end := first + annot.TokenID(len(classes))
	for i := 0; i < len(classes); {
		c := classes[i]
		token := first + annot.TokenID(i)
		if c == 0 {
			if capital(r.seg.Word(token)) {
				l := loose{token: token, limit: end}
				row := scores[i*ld:]
				for k := range kinds {
					l.behind[k] = row[0] - row[2*k+1]
				}
				r.loose = append(r.loose, l)
			}
			i++
			continue
		}
		j := i + 1
		for j < len(classes) && classes[j]%2 == 0 && classes[j] == c+1-(c+1)%2 {
			j++
		}
		g := sighting{first: token, end: token + annot.TokenID(j-i), kind: (int(c) - 1) / 2}
		r.weigh(&g, scores[i*ld:], ld, kinds)
		r.sightings = append(r.sightings, g)
		i = j
	}
}

// weigh scores the words of a name as a name of each kind.
func (r *run) weigh(g *sighting, scores []float32, ld, kinds int) {
	step := func(from, to int) float32 { return r.e.net.NameSteps.W[decode.NameStepAt(from, to)] }
	top := float32(math.Inf(-1))
	for k := range kinds {
		c := 2*k + 1
		sum := scores[c] + step(0, c)
		for t := 1; t < int(g.end-g.first); t++ {
			sum += scores[t*ld+2*k+2] + step(c, 2*k+2)
			c = 2*k + 2
		}
		g.odds[k] = sum + step(c, 0)
		top = max(top, g.odds[k])
	}
	var all float64
	for _, x := range g.odds[:kinds] {
		all += math.Exp(float64(x - top))
	}
	rest := top + float32(math.Log(all))
	for k := range kinds {
		g.odds[k] -= rest
	}
}

// agree lets what a report says of a name in one place serve the others: names
// of the same words share what speaks for each kind, a person's full name and
// one word of it speak for each other, and what is a name in one place is one
// wherever little speaks against it. Dates and sums take no part.
func (r *run) agree() {
	groups := r.nameGroups()
	for i := range r.sightings {
		if g := &r.sightings[i]; !r.fixed(g.kind) {
			g.kind = r.agreed(g, groups)
			groups[g.group].kinds[g.kind]++
		}
	}
	r.again(groups)
	for _, g := range r.sightings {
		r.names.List = append(r.names.List, annot.Name{
			Span: r.seg.SpanOf(g.first, g.end-1), Kind: r.e.kinds[2*g.kind+1], By: "encode/names",
		})
	}
}

// fixed reports whether a kind is one that agreement leaves alone.
func (r *run) fixed(kind int) bool {
	k := r.e.kinds[2*kind+1]
	return k == annot.DateName || k == annot.MoneyName
}

// nameGroups sorts the sightings by their words.
func (r *run) nameGroups() []nameGroup {
	var groups []nameGroup
	byKey := make(map[string]int32, len(r.sightings))
	var key []byte
	group := func(first, end annot.TokenID) int32 {
		key = r.nameKey(key[:0], first, end)
		id, ok := byKey[string(key)]
		if !ok {
			id = int32(len(groups))
			groups = append(groups, nameGroup{key: string(key), words: int(end - first)})
			byKey[groups[id].key] = id
		}
		return id
	}
	person := r.e.person
	for i := range r.sightings {
		g := &r.sightings[i]
		g.group, g.last = group(g.first, g.end), group(g.end-1, g.end)
		own := &groups[g.group]
		own.n++
		for k := range own.odds {
			own.odds[k] += max(g.odds[k], sameFloor)
		}
		if person < 0 {
			continue
		}
		p := float32(math.Exp(float64(g.odds[person])))
		if g.last == g.group {
			own.alone.add(p)
			continue
		}
		groups[g.last].part.add(p)
		if id := group(g.first, g.first+1); id != g.last {
			groups[id].part.add(p)
		}
		if g.end-g.first > 2 {
			groups[group(g.first+1, g.end)].part.add(p)
		}
	}
	return groups
}

// agreed returns the kind for which most speaks.
func (r *run) agreed(g *sighting, groups []nameGroup) int {
	own := &groups[g.group]
	sum := g.odds
	if own.n > 1 {
		w := sameWeight * min(1, sameCount/float32(own.n-1))
		for k := range sum {
			sum[k] += float32(w * (own.odds[k] - max(g.odds[k], sameFloor)))
		}
	}
	switch person := r.e.person; {
	case person < 0:
	case own.part.n > 0:
		w := own.part.weight()
		if own.words > 1 {
			w *= tailWeight
		}
		sum[person] += w
	case g.last != g.group:
		sum[person] += groups[g.last].alone.weight()
	}
	best := g.kind
	for k := range len(r.e.kinds) / 2 {
		if !r.fixed(k) && sum[k] > sum[best] {
			best = k
		}
	}
	return best
}

// again finds names where the chain saw none, of words that are names
// elsewhere in the report.
func (r *run) again(groups []nameGroup) {
	byFirst := map[string][]int32{}
	for i := range groups {
		g := &groups[i]
		if _, n := most(g.kinds[:]); n > 0 {
			first := g.key[:firstSpace(g.key)]
			byFirst[first] = append(byFirst[first], int32(i))
		}
	}
	for _, ids := range byFirst {
		slices.SortFunc(ids, func(a, b int32) int { return cmp.Or(groups[b].words-groups[a].words, int(a-b)) })
	}
	found := r.sightings
	next, free := 0, annot.TokenID(0)
	var key []byte
	for i := range r.loose {
		l := &r.loose[i]
		for next < len(r.sightings) && r.sightings[next].first < l.token {
			next++
		}
		limit := l.limit
		if next < len(r.sightings) {
			limit = min(limit, r.sightings[next].first)
		}
		key = r.nameKey(key[:0], l.token, l.token+1)
		for _, id := range byFirst[string(key)] {
			g := &groups[id]
			end := l.token + annot.TokenID(g.words)
			kind, _ := most(g.kinds[:])
			if l.token < free || end > limit || g.words == 1 && l.behind[kind] >= againReach {
				continue
			}
			if key = r.nameKey(key[:0], l.token, end); string(key) == g.key {
				found = append(found, sighting{first: l.token, end: end, kind: kind})
				free = end
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b sighting) int { return int(a.first - b.first) })
	r.sightings = found
}

// nameKey appends the words of a name as the word tables know them.
func (r *run) nameKey(dst []byte, first, end annot.TokenID) []byte {
	for t := first; t < end; t++ {
		if t > first {
			dst = append(dst, ' ')
		}
		dst = appendKey(dst, r.seg.Word(t))
	}
	return dst
}

func firstSpace(s string) int {
	for i := range len(s) {
		if s[i] == ' ' {
			return i
		}
	}
	return len(s)
}

// most returns the first index of the greatest number.
func most(ns []int) (index, n int) {
	for i, x := range ns {
		if x > n {
			index, n = i, x
		}
	}
	return index, n
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
