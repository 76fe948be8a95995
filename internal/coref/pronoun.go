package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A candidate is a possible antecedent with its weight.
type candidate struct {
	cluster int
	weight  float64
}

// How far back a pronoun looks, in sentences, and how close the second best
// must come to be named, or to leave the reference open.
const (
	reach     = 5
	nearRatio = 0.55
	openRatio = 0.97
)

// pronoun places a personal or possessive pronoun.
func (r *reader) pronoun(m int) {
	w := strings.ToLower(r.words[m])
	switch w {
	case "i", "me", "my", "mine", "myself":
		return // by speakers, at the end
	case "himself", "herself", "itself", "themselves":
		if r.reflexive(m) {
			return
		}
	}
	if r.cataphor(m) {
		return
	}
	list := r.candidates(m)
	if r.ms.List[m].Kind == annot.GroupMention {
		r.plural(m, list)
		return
	}
	r.decide(m, list)
}

// reflexive goes to the subject of its clause.
func (r *reader) reflexive(m int) bool {
	if s := r.clauseSubject(r.headOf(r.ms.List[m].Head)); s >= 0 && r.of[s] >= 0 && s != m && r.agree(m, r.of[s]) {
		r.join(m, r.of[s], "coref/reflexive")
		return true
	}
	return false
}

// cataphor goes forward from a pronoun in an opening phrase without a subject
// of its own to the subject of the main clause: "Speaking before his flight,
// Varga said".
func (r *reader) cataphor(m int) bool {
	row := &r.ms.List[m]
	t := row.Head
	for t != annot.None {
		switch r.rel(t) {
		case ud.Advcl, ud.Obl:
			if r.rel(t) == ud.Advcl && r.syn.Child(t, ud.Nsubj, ud.NsubjPass) != annot.None && r.roleOf(row.Head) != subject {
				return false
			}
			main := r.headOf(t)
			s := r.subjectAt(main)
			if s < 0 || s < m || r.ms.List[s].Head < t || r.ms.List[s].Form == record.Pronominal {
				return false
			}
			if r.of[s] < 0 {
				r.resolve(s)
			}
			if r.of[s] < 0 || !r.fits(m, r.of[s]) || r.syn.Child(t, ud.Mark) != annot.None && r.earlierSubject(m) {
				return false
			}
			r.join(m, r.of[s], "coref/forward-to-subject")
			return true
		}
		t = r.headOf(t)
	}
	return false
}

// earlierSubject reports whether the sentence before m has a subject that the
// pronoun can take up.
func (r *reader) earlierSubject(m int) bool {
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 1; x-- {
		if r.sent[x] != r.sent[m] && r.role[x] == subject && r.of[x] >= 0 && r.fits(m, r.of[x]) {
			return true
		}
	}
	return false
}

// fits reports whether a pronoun can mean a cluster by number, gender and
// kind.
func (r *reader) fits(m, c int) bool {
	row, k := &r.ms.List[m], &r.clusters[c]
	switch row.Kind {
	case annot.PersonMention:
		return (k.kind == annot.PersonMention || k.kind == annot.UnknownMention && k.named) && k.count == record.One && compatible(row.Gender, k.gender)
	case annot.GroupMention:
		return k.count != record.One || k.kind == annot.OrganisationMention || k.kind == annot.GroupMention || k.kind == annot.OutletMention
	}
	switch k.kind {
	case annot.GovernmentMention, annot.StateMention, annot.OrganisationMention, annot.OutletMention, annot.PlaceMention:
		return k.count == record.One
	case annot.GroupMention:
		return k.count == record.One && len(k.members) == 0
	case annot.UnknownMention:
		return k.named && k.gender != annot.Masculine && k.gender != annot.Feminine
	}
	return false
}

// candidates weighs the actors mentioned before m, best first.
func (r *reader) candidates(m int) []candidate {
	weights := map[int]float64{}
	var order []int
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= reach; x-- {
		c := r.of[x]
		if c < 0 || !r.fits(m, c) || r.ruledOut(m, x) {
			continue
		}
		w := r.weigh(m, x)
		old, ok := weights[c]
		if !ok {
			order = append(order, c)
		}
		weights[c] = max(old, w) + min(old, w)*0.15
	}
	list := make([]candidate, 0, len(order))
	for _, c := range order {
		if r.excluded(m, c) {
			continue
		}
		list = append(list, candidate{c, weights[c]})
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	return list
}

// weigh says how prominent the antecedent x is for m.
func (r *reader) weigh(m, x int) float64 {
	w := [...]float64{subject: 80, object: 45, oblique: 40, possessor: 50, other: 35}[r.role[x]]
	row := &r.ms.List[x]
	if r.role[x] == r.role[m] {
		w += 15
	}
	if r.topmost(row.Head) {
		w += 20
	}
	if row.Form == record.Pronominal {
		w += 10
	}
	if s := r.speaker[r.sent[x]]; s >= 0 && r.of[s] == r.of[x] {
		w += 20
	}
	if r.sent[x] == r.sent[m] {
		w += r.climb(m, x)
	}
	for d := r.sent[m] - r.sent[x]; d > 0; d-- {
		w *= 0.62
	}
	if r.block(m) != r.block(x) {
		w *= 0.85
	}
	return w
}

func (r *reader) block(m int) annot.BlockID { return r.seg.Sentences[r.sent[m]].Block }

// topmost reports whether a token stands in the main clause.
func (r *reader) topmost(t annot.TokenID) bool {
	h := r.headOf(t)
	for h != annot.None && r.rel(h) == ud.Conj {
		h = r.headOf(h)
	}
	return h == annot.None || r.headOf(h) == annot.None
}

// climb rewards the subject of the clause that a pronoun's clause hangs on,
// most of all the nearest.
func (r *reader) climb(m, x int) float64 {
	bonus := 45.0
	verb := r.headOf(r.ms.List[m].Head)
	if verb != annot.None && r.roleOf(r.ms.List[m].Head) == possessor {
		if s := r.clauseSubject(verb); s == x {
			return bonus + 15
		}
		verb = r.headOf(verb)
	}
	for n := 0; verb != annot.None && n < 8; n++ {
		if s := r.subjectAt(verb); s >= 0 && s != m {
			if s == x {
				return bonus
			}
			bonus *= 0.75
		}
		verb = r.headOf(verb)
	}
	return 0
}

// clauseSubject returns the mention that is the subject of the clause a token
// is in, also where the clause shares the subject of another; or -1.
func (r *reader) clauseSubject(t annot.TokenID) int {
	for n := 0; t != annot.None && n < 12; n++ {
		if s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); s != annot.None {
			return int(r.at[s])
		}
		t = r.headOf(t)
	}
	return -1
}

// ruledOut reports whether the sentence forbids that m and x are one: both are
// arguments of one verb or of one noun, or m stands inside the phrase of x.
func (r *reader) ruledOut(m, x int) bool {
	a, b := r.ms.List[m].Head, r.ms.List[x].Head
	if r.overlaps(m, x) {
		return true
	}
	if q := r.quoted[m]; q != annot.None && r.speaksIn(q, r.of[x]) {
		return true
	}
	if r.sent[m] != r.sent[x] {
		return false
	}
	if r.headOf(a) == r.headOf(b) && r.headOf(a) != annot.None && r.rel(a) != ud.Conj && r.rel(b) != ud.Conj {
		return true
	}
	if r.headOf(a) == b || r.headOf(b) == a { // "his aide", "he, the aide"
		return true
	}
	if r.roleOf(a) == object || r.roleOf(a) == oblique {
		if s := r.clauseSubject(r.headOf(a)); s == x {
			return true
		}
	}
	return r.roleOf(a) == possessor && r.syn.Dominates(r.headOf(a), b) && !r.inRelative(b, r.headOf(a))
}

// inRelative reports whether t stands in a relative clause under noun.
func (r *reader) inRelative(t, noun annot.TokenID) bool {
	for ; t != annot.None && t != noun; t = r.headOf(t) {
		if r.rel(t) == ud.AclRelcl || r.rel(t) == ud.Acl {
			return true
		}
	}
	return false
}

// speaksIn reports whether a cluster is the speaker of a quotation: whoever
// speaks is "I" there, not "he".
func (r *reader) speaksIn(q annot.QuotationID, c int) bool {
	if r.att == nil || c < 0 {
		return false
	}
	piece := r.quo.List[q].Pieces[0]
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.SourceHead == annot.None || !a.Content.Overlaps(piece) || r.quo.List[q].Pieces.Contains(r.seg.Tokens[a.SourceHead].Span) {
			continue
		}
		if s := r.at[a.SourceHead]; s >= 0 && r.of[s] == c && a.Content.Cover().Contains(piece) {
			return true
		}
	}
	return false
}

// excluded reports whether some mention of a cluster in the sentence of m is
// ruled out, which rules out the cluster.
func (r *reader) excluded(m, c int) bool {
	for _, x := range r.clusters[c].mentions {
		if r.sent[x] == r.sent[m] && x != m && r.ruledOut(m, x) && r.role[x] != possessor {
			return true
		}
	}
	return false
}

// decide joins a pronoun to the best candidate, or leaves it open.
func (r *reader) decide(m int, list []candidate) {
	row := &r.ms.List[m]
	neuter := row.Kind == annot.UnknownMention
	if len(list) > 0 && neuter && list[0].weight <= r.thing(m) {
		return // a thing rather than an actor
	}
	if len(list) == 0 {
		if !neuter {
			r.open(m, nil)
		}
		return
	}
	best := list[0]
	var near []annot.EntityID
	for _, c := range list[1:] {
		if c.weight >= best.weight*nearRatio && len(near) < 3 {
			near = append(near, annot.EntityID(c.cluster))
		}
	}
	if len(list) > 1 && list[1].weight >= best.weight*openRatio {
		r.open(m, append([]annot.EntityID{annot.EntityID(best.cluster)}, near...))
		return
	}
	r.join(m, best.cluster, "coref/pronoun")
	if len(near) > 0 {
		r.refs[m].Inferred, r.refs[m].Alternatives = true, near
	}
}

// open leaves a reference open, with its candidates.
func (r *reader) open(m int, candidates []annot.EntityID) {
	r.refs[m].Alternatives, r.refs[m].Inferred, r.refs[m].By = candidates, true, "coref/open"
	r.doubts = append(r.doubts, annot.Doubt{Code: record.DoubtReferenceOpen, Span: r.ms.List[m].Span})
}

// thing weighs the things before m, which are no actors, that "it" could mean.
func (r *reader) thing(m int) float64 {
	row := &r.ms.List[m]
	best := 0.0
	from := r.sent[m]
	if from > 0 {
		from--
	}
	for t := r.seg.Sentences[from].First; t < row.Head; t++ {
		wd := &r.syn.Words[t]
		if wd.UPOS != ud.NOUN || r.at[t] >= 0 || wd.Feats.Has(ud.NumberPlur) || r.rel(t) == ud.Compound || r.syn.Dominates(t, row.Head) {
			continue
		}
		w := [...]float64{subject: 80, object: 55, oblique: 35, possessor: 30, other: 25}[r.roleOf(t)]
		if r.roleOf(t) == r.role[m] {
			w += 15
		}
		if r.topmost(t) {
			w += 20
		}
		if r.roleOf(row.Head) != possessor && r.roleOf(row.Head) != subject {
			w += 30
		}
		if r.seg.SentenceOf(t) != r.sent[m] {
			w *= 0.62
		}
		best = max(best, w)
	}
	return best
}

// plural joins "they" to a group. A group that was only put together from
// several is inferred.
func (r *reader) plural(m int, list []candidate) {
	for i := range list {
		k := &r.clusters[list[i].cluster]
		switch {
		case len(k.members) > 0:
			list[i].weight *= 1.25
		case k.count == record.One && k.kind != annot.GroupMention:
			list[i].weight *= 0.5 // "the company ... they"
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return int(b.weight*100) - int(a.weight*100) })
	if two := r.metTogether(m); two != nil && (len(list) == 0 || list[0].weight < 60) {
		c := r.groupOf(two)
		if c < 0 {
			c = r.fresh(m, "coref/two-who-met")
			r.clusters[c].members = two
		} else {
			r.join(m, c, "coref/two-who-met")
		}
		r.refs[m].Inferred = true
		return
	}
	r.decide(m, list)
	if c := r.of[m]; c >= 0 && len(r.clusters[c].members) > 0 {
		r.refs[m].Inferred = true
	}
}

// speakers gives "I" in a quotation to whoever speaks there.
func (r *reader) speakers() {
	for m := range r.ms.List {
		switch strings.ToLower(r.words[m]) {
		case "i", "me", "my", "mine", "myself":
		default:
			continue
		}
		if r.of[m] >= 0 || r.att == nil {
			continue
		}
		if s := r.speakerAt(m); s >= 0 && r.of[s] >= 0 {
			r.join(m, r.of[s], "coref/speaker-of-quotation")
			r.refs[m].Inferred = r.refs[s].Inferred
		}
	}
}

// speakerAt returns the mention that is the source of the innermost
// attribution around m, or -1.
func (r *reader) speakerAt(m int) int {
	best, size := -1, 0
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.SourceHead == annot.None || !a.Content.Contains(r.ms.List[m].Span) {
			continue
		}
		if n := a.Content.Len(); best < 0 || n < size {
			if s := r.at[a.SourceHead]; s >= 0 {
				best, size = int(s), n
			}
		}
	}
	return best
}
