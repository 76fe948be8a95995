package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// coordination places "X and Y" as a group of its members. The same members
// are the same group.
func (r *reader) coordination(m int) {
	var members []int
	for _, x := range r.ms.List[m].Members {
		if c := r.of[x]; c >= 0 && !slices.Contains(members, c) {
			members = append(members, c)
		}
	}
	if len(members) < 2 {
		return // one of them is open: so is the group
	}
	if c := r.groupOf(members); c >= 0 {
		r.join(m, c, "coref/same-members")
		return
	}
	if a := r.ms.List[m].Appositive; a != annot.None { // "the co-chairs, X and Y"
		r.resolve(int(a))
		if c := r.of[a]; c >= 0 && len(r.clusters[c].members) == 0 {
			r.clusters[c].members = members
			r.join(m, c, "coref/apposition")
			return
		}
	}
	c := r.fresh(m, "coref/coordination")
	r.clusters[c].members = members
}

// groupOf returns the group of exactly these members, or -1.
func (r *reader) groupOf(members []int) int {
	want := slices.Clone(members)
	slices.Sort(want)
	for c := range r.clusters {
		if len(r.clusters[c].members) != len(want) || len(r.clusters[c].mentions) == 0 {
			continue
		}
		have := slices.Clone(r.clusters[c].members)
		slices.Sort(have)
		if slices.Equal(have, want) {
			return c
		}
	}
	return -1
}

// asked tells how many actors a plural takes up that were mentioned: 2 for "the
// two leaders", "both sides", "the pair"; 3 for "the trio"; several, as -1, for
// "the companies"; and 0 where it takes up none.
func (r *reader) asked(m int) int {
	row := &r.ms.List[m]
	head := r.lemma(row.Head)
	first, _ := r.seg.Within(row.Span)
	w := strings.ToLower(r.seg.Word(first))
	n := r.numberIn(m)
	switch w {
	case "both", "neither", "either":
		return 2
	case "each":
		return 2 * b2i(r.classes.sides[head] || r.classes.people[head] || r.classes.states[head])
	case "all":
		return max(n, 0)
	case "the", "these", "those":
	default:
		if row.By == "mention/both" {
			return 2
		}
		return 0
	}
	for x := range r.modifiers(m) {
		if r.classes.others[x] {
			return 0
		}
	}
	switch head {
	case "pair", "duo", "couple", "twosome":
		return 2
	case "trio", "threesome":
		return 3
	case "quartet":
		return 4
	}
	if n != 0 || !r.syn.Words[row.Head].Feats.Has(ud.NumberPlur) {
		return max(n, 0)
	}
	switch head {
	case "delegation", "team", "rival", "partner":
		return -1
	}
	if r.classes.sides[head] {
		return 2
	}
	if r.classes.states[head] || r.classes.nouns[head] != 0 || r.classes.people[head] {
		return -1
	}
	return 0
}

// plural places a plural that takes up what was mentioned: a group that was
// named as one, or the actors mentioned last that fit its noun. It is always
// inferred. It reports false where none are found.
func (r *reader) plural(m int) bool {
	n := r.asked(m)
	if n == 0 {
		return false
	}
	fit := r.fitsNoun(m)
	if c := r.lastGroup(m, n, fit); c >= 0 {
		r.join(m, c, "coref/the-two")
		r.refs[m].Inferred = true
		return true
	}
	if c := r.lastGroup(m, n, func(k *cluster) bool { return k.named && k.kind != annot.PersonMention }); c >= 0 && n > 0 && !r.mixed(r.lemma(r.ms.List[m].Head)) && !r.forPeople(m) && r.fellow(m, c) {
		r.join(m, c, "coref/the-two") // "the two producers", of states
		r.refs[m].Inferred = true
		return true
	}
	members := r.members(m, n, fit)
	if len(members) < 2 {
		return false
	}
	c := r.groupOf(members)
	if c >= 0 {
		r.join(m, c, "coref/the-two")
	} else {
		c = r.fresh(m, "coref/the-two")
		r.clusters[c].members = members
	}
	r.refs[m].Inferred = true
	return true
}

// forPeople reports whether a noun is one for people.
func (r *reader) forPeople(m int) bool {
	head := r.lemma(r.ms.List[m].Head)
	return r.nouns[head] || r.classes.people[head] || head == "couple"
}

// fellow reports whether a cluster is mentioned in the sentence before m, or
// before it in its own.
func (r *reader) fellow(m, c int) bool {
	for _, x := range r.clusters[c].mentions {
		if x < m && r.sent[m]-r.sent[x] <= 1 {
			return true
		}
	}
	return false
}

// members returns the actors that a plural for n of them takes up: those of the
// last sentences, or all before it that the report has, if they are as many; of
// a dispute the two that the report speaks of most.
func (r *reader) members(m, n int, fit func(*cluster) bool) []int {
	head := r.lemma(r.ms.List[m].Head)
	if n < 0 {
		return r.metTogether(m, func(a, b int) bool { return r.alike(a, b) && fit(&r.clusters[a]) && fit(&r.clusters[b]) })
	}
	if r.classes.sides[head] {
		if two := r.metTogether(m, func(a, b int) bool { return true }); two != nil {
			return two
		}
	}
	if titled := r.allOf(m, func(c int) bool { return r.hasTitle(c, head) }); len(titled) == n {
		return titled
	}
	if r.mixed(head) {
		people := func(k *cluster) bool { return k.kind == annot.PersonMention && fit(k) }
		if list := r.lastOf(m, n, people); len(list) == n {
			return list
		}
		bodies := fit
		fit = func(k *cluster) bool { return k.kind != annot.PersonMention && bodies(k) }
	}
	if list := r.lastOf(m, n, fit); len(list) == n {
		return list
	}
	all := r.allOf(m, func(c int) bool { k := &r.clusters[c]; return k.named && r.singular(k) && fit(k) })
	if len(all) > n && n == 2 && r.classes.sides[head] {
		return r.principals(all)
	}
	if len(all) == n {
		return all
	}
	return nil
}

// mixed reports whether a noun, or what stands for one, can mean people and
// bodies.
func (r *reader) mixed(head string) bool {
	switch head {
	case "two", "three", "four", "both", "neither", "all", "pair", "duo", "trio", "quartet", "they", "their", "them", "themselves":
		return true
	}
	return false
}

// singular reports whether a cluster is one actor.
func (r *reader) singular(k *cluster) bool {
	return len(k.members) == 0 && (k.count == record.One || k.kind == annot.GroupMention)
}

// allOf returns the clusters mentioned before m that are as asked, in order.
func (r *reader) allOf(m int, ok func(int) bool) []int {
	var list []int
	for x := range m {
		if c := r.of[x]; c >= 0 && !r.overlaps(x, m) && !slices.Contains(list, c) && !r.sameLand(list, c) && ok(c) {
			list = append(list, c)
		}
	}
	return list
}

// sameLand reports whether a cluster is the state or the government of which a
// list has the other.
func (r *reader) sameLand(list []int, c int) bool {
	k := &r.clusters[c]
	return k.country != "" && k.kind != annot.PersonMention && slices.ContainsFunc(list, func(x int) bool {
		return r.clusters[x].country == k.country && r.clusters[x].kind != annot.PersonMention
	})
}

// hasTitle reports whether a person has a title with the noun: "the two
// ministers".
func (r *reader) hasTitle(c int, head string) bool {
	if r.clusters[c].kind != annot.PersonMention || !r.clusters[c].named {
		return false
	}
	h := lex.FoldSpelling(foldName(head))
	for i := range r.people {
		if r.people[i].cluster == c && slices.Contains(r.people[i].titles, h) {
			return true
		}
	}
	return false
}

// principals returns the two of some clusters that are mentioned most, if no
// third is mentioned as often and each is more than once.
func (r *reader) principals(list []int) []int {
	count := func(c int) int { return len(r.clusters[c].mentions) }
	best := slices.Clone(list)
	slices.SortStableFunc(best, func(a, b int) int { return count(b) - count(a) })
	if count(best[1]) < 2 || count(best[1]) == count(best[2]) {
		return nil
	}
	slices.Sort(best[:2])
	return best[:2]
}

// fitsNoun returns which clusters can be meant by the noun of a plural.
func (r *reader) fitsNoun(m int) func(*cluster) bool {
	head := r.lemma(r.ms.List[m].Head)
	person := func(k *cluster) bool { return k.kind == annot.PersonMention || k.guess }
	power := func(k *cluster) bool {
		switch k.kind {
		case annot.StateMention, annot.GovernmentMention, annot.OrganisationMention, annot.OutletMention:
			return true
		}
		return k.kind == annot.UnknownMention && k.named
	}
	side := func(k *cluster) bool { return power(k) || k.kind == annot.GroupMention && len(k.members) == 0 }
	state := func(k *cluster) bool {
		s := r.classOf(k)
		return power(k) && k.kind != annot.OutletMention && (k.kind != annot.OrganisationMention || s == 0 || s&r.classes.bits["bloc"] != 0)
	}
	if r.mixed(head) {
		return func(k *cluster) bool { return person(k) || power(k) }
	}
	switch head {
	case "woman":
		return func(k *cluster) bool { return person(k) && k.gender != annot.Masculine }
	case "man":
		return func(k *cluster) bool { return person(k) && k.gender != annot.Feminine }
	case "couple":
		return person
	}
	want := r.classes.nouns[head]
	switch {
	case r.classes.sides[head]:
		return side
	case r.classes.states[head]:
		return state
	case want != 0:
		return func(k *cluster) bool {
			s := r.classOf(k)
			return s&want != 0 || s == 0 && (k.kind == annot.OrganisationMention || k.kind == annot.UnknownMention && k.named)
		}
	case r.nouns[head] || r.classes.people[head]:
		return person
	}
	return power
}

// lastGroup returns the group of n fitting members, or of however many if n is
// -1, that was mentioned last before m, within a few sentences. The two sides of
// a dispute stay the same through a report: for them it is the group, however
// far back, whose members the report speaks of most.
func (r *reader) lastGroup(m, n int, fit func(*cluster) bool) int {
	sides := n == 2 && r.classes.sides[r.lemma(r.ms.List[m].Head)]
	within := annot.SentenceID(4)
	if n < 0 {
		within = 2
	}
	best, most := -1, 0
	for x := m - 1; x >= 0 && (sides || r.sent[m]-r.sent[x] <= within); x-- {
		c := r.of[x]
		if c < 0 || len(r.clusters[c].members) < 2 || n > 0 && len(r.clusters[c].members) != n || r.overlaps(m, x) {
			continue
		}
		times, ok := 0, true
		for _, k := range r.clusters[c].members {
			ok = ok && fit(&r.clusters[k])
			times += len(r.clusters[k].mentions)
		}
		if !ok {
			continue
		}
		if !sides {
			return c
		}
		if times > most {
			best, most = c, times
		}
	}
	return best
}

// overlaps reports whether two mentions share words.
func (r *reader) overlaps(a, b int) bool {
	return r.ms.List[a].Span.Overlaps(r.ms.List[b].Span)
}

// lastOf returns the n fitting actors of the last sentence before m that has
// exactly as many, or of the sentences before it together.
func (r *reader) lastOf(m, n int, fit func(*cluster) bool) []int {
	var found []int
	from := r.sent[m]
	speaker := -1
	if s := r.speaker[r.sent[m]]; s >= 0 {
		speaker = r.of[s]
	}
	person := r.ms.List[m].Kind == annot.PersonMention || r.nouns[r.lemma(r.ms.List[m].Head)]
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 3; x-- {
		if r.sent[x] != from {
			if len(found) >= n {
				break
			}
			from = r.sent[x]
		}
		c := r.of[x]
		if c < 0 || c == speaker || r.sent[x] == r.sent[m] && !person || r.overlaps(m, x) {
			continue
		}
		k := &r.clusters[c]
		if !r.singular(k) || !k.named || !fit(k) || slices.Contains(found, c) || r.sameLand(found, c) {
			continue
		}
		found = append(found, c)
	}
	if len(found) != n {
		return nil
	}
	slices.Reverse(found)
	return found
}

// metTogether returns the two of the verb of meeting that the sentence before m
// is about, if they are as asked: "Varga met Holt"; "Varga and Holt" are a group
// already.
func (r *reader) metTogether(m int, ok func(a, b int) bool) []int {
	s := r.sent[m] - 1
	if s < 0 {
		return nil
	}
	sent := r.seg.Sentences[s]
	for t := sent.First; t < sent.End; t++ {
		switch r.lemma(t) {
		case "meet", "talk", "speak", "negotiate", "sit", "confer":
		default:
			continue
		}
		a := r.subjectFor(m, t)
		if a < 0 || r.of[a] < 0 {
			continue
		}
		for c := range r.syn.Children(t) {
			if rel := r.rel(c); rel != ud.Obj && rel != ud.Obl {
				continue
			}
			if b := r.headed(m, c); b >= 0 && r.of[b] >= 0 && r.of[a] != r.of[b] && ok(r.of[a], r.of[b]) {
				return []int{r.of[a], r.of[b]}
			}
		}
	}
	return nil
}

// alike reports whether two clusters are both single people, or both named
// bodies or states.
func (r *reader) alike(a, b int) bool {
	x, y := &r.clusters[a], &r.clusters[b]
	if x.kind == annot.PersonMention || y.kind == annot.PersonMention {
		return x.kind == y.kind && x.count == record.One && y.count == record.One
	}
	body := func(k *cluster) bool {
		switch k.kind {
		case annot.StateMention, annot.GovernmentMention, annot.OrganisationMention:
			return k.named && k.count == record.One
		}
		return false
	}
	return body(x) && body(y)
}

// formerOrLatter gives "the former" and "the latter" the first and the second of
// the pair before: "X and Y", whoever met whom, or the two alike of the sentence
// before. It reports false for any other mention and where there is no pair.
func (r *reader) formerOrLatter(m int) bool {
	head := r.lemma(r.ms.List[m].Head)
	if head != "former" && head != "latter" {
		return false
	}
	two := r.pairBefore(m)
	if two == nil {
		return false
	}
	r.join(m, two[b2i(head == "latter")], "coref/former-latter")
	r.refs[m].Inferred = true
	return true
}

// pairBefore returns the pair of which the words before m speak last, in their
// order; or nil.
func (r *reader) pairBefore(m int) []int {
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 2; x-- {
		if c := r.of[x]; c >= 0 && len(r.clusters[c].members) == 2 && (len(r.ms.List[x].Members) == 2 || r.sent[m]-r.sent[x] == 1) {
			return r.clusters[c].members
		}
	}
	if two := r.metTogether(m, r.alike); two != nil {
		return two
	}
	any := func(*cluster) bool { return true }
	if two := r.lastOf(m, 2, any); two != nil && r.alike(two[0], two[1]) {
		return two
	}
	return nil
}
