package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// apposed joins names and role nouns that stand in apposition where both are
// placed or the one explained has a name.
func (r *reader) apposed() {
	for m := range r.ms.List {
		row := &r.ms.List[m]
		if row.Appositive == annot.None || r.subjectOfFronted(m) {
			continue
		}
		a := int(row.Appositive)
		switch {
		case r.of[m] >= 0 && r.of[a] < 0:
			r.join(a, r.of[m], "coref/apposition")
			r.entitle(a)
		case r.of[m] < 0 && r.of[a] >= 0:
			r.join(m, r.of[a], "coref/apposition")
			r.entitle(m)
		}
	}
}

// entitle takes a role noun in apposition as a title of its person.
func (r *reader) entitle(m int) {
	row := &r.ms.List[m]
	if row.Form != record.Nominal || row.Kind != annot.PersonMention {
		return
	}
	for i := range r.people {
		if p := &r.people[i]; p.cluster == r.of[m] {
			mods, to := r.modifiers(m), &p.titles
			if mods["former"] {
				to = &p.past
			}
			*to = append(*to, lex.FoldSpelling(foldName(r.lemma(row.Head))))
			for w := range mods {
				*to = append(*to, lex.FoldSpelling(foldName(w)))
			}
		}
	}
}

// subjectOfFronted reports whether a name looks like an apposition to the end of
// a fronted phrase, but is the subject that the sentence would lack: "With her
// aide, Varga left for Tarsk".
func (r *reader) subjectOfFronted(m int) bool {
	name, noun := m, int(r.ms.List[m].Appositive)
	if name < noun {
		name, noun = noun, name
	}
	t := r.ms.List[noun].Head
	if r.sent[noun] != r.sent[name] || r.syn.Child(t, ud.Case) == annot.None || r.syn.Child(t, ud.NmodPoss) == annot.None || !r.isName(&r.ms.List[name]) {
		return false
	}
	sent := r.seg.Sentences[r.sent[name]]
	if _, end := r.seg.Within(r.ms.List[name].Whole); end < sent.End && r.seg.Word(end) == "," {
		return false
	}
	verb := r.headOf(t)
	return verb != annot.None && verb > r.ms.List[name].Head && r.syn.Child(verb, ud.Nsubj, ud.NsubjPass) == annot.None
}

// joinAppositive joins a mention to the one that it explains.
func (r *reader) joinAppositive(m int) bool {
	if r.subjectOfFronted(m) {
		return false
	}
	a := int(r.ms.List[m].Appositive)
	if r.of[a] < 0 {
		r.resolve(a)
	}
	if r.of[a] < 0 || !r.agree(m, r.of[a]) {
		return false
	}
	r.join(m, r.of[a], "coref/apposition")
	return true
}

// nominal places a noun phrase.
func (r *reader) nominal(m int) {
	row := &r.ms.List[m]
	switch {
	case row.By == "mention/people-of-a-nation":
		r.ofNation(m)
	case row.Kind == annot.PlaceMention:
		r.backReference(m)
	case r.formerOrLatter(m):
	case r.plural(m):
	case row.Kind == annot.GovernmentMention && row.Count == record.One && r.governs(m):
		r.government(m)
	case !row.Definite:
		r.indefinite(m)
	case row.Kind == annot.PersonMention && !r.forBody(m):
		r.roleNoun(m)
	default:
		r.backReference(m)
	}
}

// governs reports whether a noun means a whole government rather than a
// ministry of it.
func (r *reader) governs(m int) bool {
	switch r.lemma(r.ms.List[m].Head) {
	case "government", "administration", "regime", "junta":
		return r.ms.List[m].Definite || r.ms.List[m].Country != ""
	}
	return false
}

// ofNation places a people: all its mentions are one group. "The Lorvians" are
// their government, or else their state, where that is an actor of the report
// before.
func (r *reader) ofNation(m int) {
	row := &r.ms.List[m]
	if first, _ := r.seg.Within(row.Span); row.Country != "" && first > 0 && strings.EqualFold(r.seg.Word(first-1), "the") {
		for _, key := range []string{"government:" + row.Country, "state:" + row.Country} {
			if c, ok := r.keys[key]; ok && r.before(m, &r.clusters[c]) {
				r.join(m, c, "coref/people-for-state")
				r.refs[m].Inferred = true
				return
			}
		}
	}
	r.again(m, "people:"+foldName(r.words[m]), "coref/same-people")
}

// again places a mention with the one that came with its key, if any.
func (r *reader) again(m int, key string, by annot.By) {
	if c, ok := r.keys[key]; ok {
		r.join(m, c, by)
		return
	}
	r.keys[key] = r.fresh(m, "coref/first-mention")
}

// document places a document that stands for who issued it: "its report", "a
// survey by the institute".
func (r *reader) document(m int) {
	for c := range r.syn.Children(r.ms.List[m].Head) {
		x := int(r.at[c])
		if x < 0 || x == m || r.rel(c) != ud.NmodPoss && r.rel(c) != ud.Nmod {
			continue
		}
		if r.rel(c) == ud.Nmod {
			if p := r.syn.Child(c, ud.Case); p == annot.None || r.seg.Word(p) != "by" {
				continue
			}
		}
		r.resolve(x)
		if r.of[x] >= 0 && r.clusters[r.of[x]].kind != annot.PlaceMention {
			r.join(m, r.of[x], "coref/issuer-of-document")
			return
		}
	}
	r.fresh(m, "coref/first-mention")
}

// government places "the Lorvian government", "Lorvia's government" and "her
// government": with its capital, where that speaks in the report, or else with
// the state.
func (r *reader) government(m int) {
	land := r.landIn(m)
	if land == "" {
		land = r.landOfOwner(m)
	}
	if land == "" {
		if c := r.onlyLand(m); c >= 0 {
			r.join(m, c, "coref/government-of-country")
			r.refs[m].Inferred = true
			return
		}
		r.backReference(m)
		return
	}
	if c, ok := r.keys["government:"+land]; ok {
		r.join(m, c, "coref/government-of-country")
		return
	}
	for _, key := range []string{"state:" + land, "name:" + strings.TrimPrefix(land, "name:")} {
		if c, ok := r.keys[key]; ok && r.clusters[c].kind == annot.StateMention {
			r.join(m, c, "coref/government-of-country")
			return
		}
	}
	r.keys["government:"+land] = r.fresh(m, "coref/first-mention")
}

// landOfOwner returns the country of the person in "her government".
func (r *reader) landOfOwner(m int) string {
	for c := range r.syn.Children(r.ms.List[m].Head) {
		if r.rel(c) != ud.NmodPoss || r.at[c] < 0 {
			continue
		}
		x := int(r.at[c])
		if r.of[x] < 0 {
			r.resolve(x)
		}
		if r.of[x] >= 0 {
			if land := r.tie[r.of[x]]; land != "" {
				return land
			}
			return r.landOf(r.of[x])
		}
	}
	return ""
}

// indefinite places a phrase without "the": a new actor each time, but for a
// label of turns, and for a plural with a modifier of its own that comes again
// word for word ("coastal states") and is no noun for sources without a name.
func (r *reader) indefinite(m int) {
	row := &r.ms.List[m]
	if r.turnLabel(row) {
		r.again(m, "label:"+r.words[m], "coref/same-label")
		return
	}
	if row.Count == record.UnknownCount && strings.Contains(r.words[m], " ") && !r.unnamed[r.lemma(row.Head)] {
		r.again(m, "plural:"+strings.ToLower(r.words[m]), "coref/same-plural")
		return
	}
	r.fresh(m, "coref/first-mention")
}

// roleNoun places a definite noun for one person.
func (r *reader) roleNoun(m int) {
	row := &r.ms.List[m]
	head := r.lemma(row.Head)
	if r.unnamed[head] {
		if !r.backToUnnamed(m, head) {
			r.fresh(m, "coref/first-mention")
		}
		return
	}
	if r.backToTitle(m, head) || r.leaderOf(m, head) || r.backToUnnamed(m, head) || r.namedBelow(m, head) {
		return
	}
	r.fresh(m, "coref/first-mention")
}

// namedBelow goes forward from "the harbour minister" to the person of whom
// the report says so in the same words further down: "The harbour minister,
// Odile Varga, said".
func (r *reader) namedBelow(m int, head string) bool {
	found := -1
	for x := m + 1; x < len(r.ms.List); x++ {
		row := &r.ms.List[x]
		if row.Appositive == annot.None {
			continue
		}
		noun, name := int(row.Appositive), x
		if r.ms.List[name].Form == record.Nominal {
			noun, name = name, noun
		}
		n, c := &r.ms.List[noun], r.of[name]
		if !r.isName(&r.ms.List[name]) || c < 0 || noun < m || n.Form != record.Nominal || !n.Definite || n.Count != r.ms.List[m].Count ||
			r.lemma(n.Head) != head || !r.agree(m, c) || !r.modifiersFit(m, noun) || !r.modifiersFit(noun, m) {
			continue
		}
		if found >= 0 && found != c || r.clusters[c].kind != annot.PersonMention {
			return false
		}
		found = c
	}
	if found < 0 {
		return false
	}
	r.join(m, found, "coref/named-below")
	return true
}

// backToUnnamed goes back to the last actor without a name that was called by
// the same noun, and that the modifiers do not tell apart.
func (r *reader) backToUnnamed(m int, head string) bool {
	var fits []int
	for c := len(r.clusters) - 1; c >= 0; c-- {
		k := &r.clusters[c]
		if len(k.mentions) == 0 || k.named || !r.calledBy(k, head) || !sameCount(k.count, r.ms.List[m].Count) || !r.agree(m, c) || !r.modifiersFit(m, k.mentions[0]) || r.ofAnother(m, c) {
			continue
		}
		fits = append(fits, c)
	}
	if len(fits) == 0 {
		return false
	}
	slices.SortFunc(fits, func(a, b int) int { return r.clusters[b].last - r.clusters[a].last })
	if len(fits) > 1 && r.evenly(m, fits[0], fits[1]) {
		r.open(m, []annot.EntityID{annot.EntityID(fits[0]), annot.EntityID(fits[1])})
		return true
	}
	r.join(m, fits[0], "coref/definite-back-reference")
	for _, c := range fits[1:] {
		r.refs[m].Inferred = true
		r.refs[m].Alternatives = append(r.refs[m].Alternatives, annot.EntityID(c))
	}
	return true
}

// calledBy reports whether an actor without a name was called by a noun: at
// first, or in apposition ("one of them, a nurse").
func (r *reader) calledBy(k *cluster, head string) bool {
	return k.head == head || slices.ContainsFunc(k.mentions, func(x int) bool {
		row := &r.ms.List[x]
		return row.Appositive != annot.None && row.Form == record.Nominal && r.lemma(row.Head) == head
	})
}

// evenly reports whether nothing but order tells which of two actors without a
// name is taken up: both were last mentioned in one sentence, in the same role.
func (r *reader) evenly(m, a, b int) bool {
	x, y := r.clusters[a].last, r.clusters[b].last
	return r.sent[x] == r.sent[y] && r.sent[x] < r.sent[m] && r.role[x] == r.role[y]
}

// sameCount reports whether two phrases can mean as many: "two officials" and
// "the officials", but not "one official" and "the officials".
func sameCount(a, b record.Count) bool {
	return a == b || a != record.One && b != record.One && (a == record.UnknownCount || b == record.UnknownCount)
}

// modifiersFit reports whether a definite phrase can take up an earlier one:
// each of its modifiers stands there too ("the European official", but not for
// "a Lorvian official"), and their numbers do not differ.
func (r *reader) modifiersFit(m, earlier int) bool {
	have := r.modifiers(earlier)
	for w := range r.modifiers(m) {
		if !have[w] {
			return false
		}
	}
	return true
}

// modifiers returns the words before the head of a noun phrase, articles and
// numbers left out.
func (r *reader) modifiers(m int) map[string]bool {
	row := &r.ms.List[m]
	set := map[string]bool{}
	first, _ := r.seg.Within(row.Span)
	for t := first; t < row.Head; t++ {
		switch r.syn.Words[t].UPOS {
		case ud.ADJ, ud.NOUN, ud.PROPN:
			if w := strings.ToLower(r.seg.Word(t)); w != "same" && w != "other" && w != "second" && w != "first" {
				set[w] = true
			}
		}
	}
	if n := r.seg.Text.Slice(row.Span); strings.HasPrefix(strings.ToLower(n), "another ") {
		set["another"] = true
	}
	return set
}

// backToTitle goes to the person whose title holds the noun: "the premier".
func (r *reader) backToTitle(m int, head string) bool {
	row := &r.ms.List[m]
	h := lex.FoldSpelling(foldName(head))
	want := r.modifiers(m)
	var fits []int
	for i := range r.people {
		p := &r.people[i]
		k := &r.clusters[p.cluster]
		titles := p.titles
		if want["former"] {
			titles = p.past
		}
		if !slices.Contains(titles, h) || r.within(m, p.cluster) || r.ofAnother(m, p.cluster) || !r.agree(m, p.cluster) || row.Country != "" && k.country != "" && row.Country != k.country || !r.before(m, k) {
			continue
		}
		ok := true
		for w := range want {
			f := lex.FoldSpelling(foldName(w))
			ok = ok && (slices.Contains(titles, f) || row.Country != "" && row.Country == k.country)
		}
		if ok && !slices.Contains(fits, p.cluster) {
			fits = append(fits, p.cluster)
		}
	}
	return r.takeNearest(m, fits, "coref/role-of-title")
}

// before reports whether a cluster has a mention before m.
func (r *reader) before(m int, k *cluster) bool {
	for _, x := range k.mentions {
		if x < m {
			return true
		}
	}
	return false
}

// takeNearest joins m to the cluster mentioned last before it; the others are
// alternatives.
func (r *reader) takeNearest(m int, fits []int, by annot.By) bool {
	if len(fits) == 0 {
		return false
	}
	lastBefore := func(c int) int {
		last := -1
		for _, x := range r.clusters[c].mentions {
			if x < m {
				last = max(last, x)
			}
		}
		return last
	}
	slices.SortStableFunc(fits, func(a, b int) int {
		x, y := lastBefore(a), lastBefore(b)
		if x >= 0 && y >= 0 && r.sent[x] == r.sent[y] && r.sent[x] != r.sent[m] && r.role[x] != r.role[y] {
			return int(r.role[x]) - int(r.role[y]) // the subject first
		}
		return y - x
	})
	r.join(m, fits[0], by)
	for _, c := range fits[1:] {
		r.refs[m].Inferred = true
		r.refs[m].Alternatives = append(r.refs[m].Alternatives, annot.EntityID(c))
	}
	return true
}

// backReference places a definite phrase for a body, a group or a place: it
// goes back to a name that ends in its noun, or to an earlier phrase with the
// same noun.
func (r *reader) backReference(m int) {
	row := &r.ms.List[m]
	head := r.lemma(row.Head)
	own := len(r.modifiers(m)) > 0 || row.Form == record.Nominal && r.syn.Child(row.Head, ud.NmodPoss) != annot.None
	var fits []int
	for c := len(r.clusters) - 1; c >= 0; c-- {
		k := &r.clusters[c]
		if len(k.mentions) == 0 || !r.before(m, k) || (k.kind == annot.PlaceMention) != (row.Kind == annot.PlaceMention) || len(k.members) > 0 {
			continue
		}
		switch {
		case k.named && !own && row.Count == record.One && k.kind != annot.PersonMention && r.endsIn(k, head):
			fits = append(fits, c)
		case !k.named && k.head == head && sameCount(k.count, row.Count) && row.Definite && r.modifiersFit(m, k.mentions[0]) && !r.ofAnother(m, c) && r.ms.List[k.mentions[0]].Form == record.Nominal:
			fits = append(fits, c)
		}
	}
	switch {
	case row.Definite && r.takeNearest(m, fits, "coref/definite-back-reference"):
	case row.Definite && row.Count == record.One && r.byClass(m, head):
	case row.Kind == annot.OrganisationMention && r.shortForName(m):
	default:
		r.fresh(m, "coref/first-mention")
	}
}

// shortForName joins a noun phrase whose words end a name of the report: "the
// dockers' union" in a headline, "Merrow Dockers' Union" below it.
func (r *reader) shortForName(m int) bool {
	row := &r.ms.List[m]
	first, _ := r.seg.Within(row.Span)
	if first < row.Head && r.syn.Words[first].UPOS == ud.DET {
		first++
	}
	if first == row.Head {
		return false
	}
	words := " " + foldName(r.seg.Text.Slice(r.seg.SpanOf(first, row.Head)))
	for c := range r.clusters {
		k := &r.clusters[c]
		if !k.named || k.kind == annot.PersonMention || len(k.mentions) == 0 {
			continue
		}
		for _, x := range k.mentions {
			if r.ms.List[x].Form == record.Named && strings.HasSuffix(" "+foldName(r.words[x]), words) {
				r.join(m, c, "coref/end-of-name")
				return true
			}
		}
	}
	return false
}
