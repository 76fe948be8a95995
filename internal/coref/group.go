package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
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

// takesUpTwo reports whether a phrase takes up two parties that were
// mentioned: "the two leaders", "both sides".
func (r *reader) takesUpTwo(m int) bool {
	row := &r.ms.List[m]
	if w := strings.ToLower(r.words[m]); w == "neither" {
		return true
	}
	if row.Count != record.Two || !row.Definite && !strings.HasPrefix(strings.ToLower(r.words[m]), "neither") {
		return false
	}
	first, _ := r.seg.Within(row.Span)
	w := strings.ToLower(r.seg.Word(first))
	return w == "the" || w == "both" || w == "these" || w == "those" || w == "neither" || w == "either"
}

// pair places such a phrase with the two parties mentioned last that fit its
// noun: a group that was named as one, or two people or states. It is always
// inferred. Where no two are found the phrase is a group without members.
func (r *reader) pair(m int) {
	fit := r.fitsNoun(m)
	if c := r.lastGroup(m, fit); c >= 0 {
		r.join(m, c, "coref/the-two")
		r.refs[m].Inferred = true
		return
	}
	two := r.lastTwo(m, fit)
	if len(two) != 2 {
		if !r.backToUnnamed(m, r.lemma(r.ms.List[m].Head)) {
			r.fresh(m, "coref/first-mention")
		}
		return
	}
	c := r.fresh(m, "coref/the-two")
	r.clusters[c].members = two
	r.refs[m].Inferred = true
}

// fitsNoun returns which kinds of actor can be meant by the noun of a plural.
func (r *reader) fitsNoun(m int) func(annot.MentionKind) bool {
	row := &r.ms.List[m]
	power := func(k annot.MentionKind) bool {
		return k == annot.StateMention || k == annot.GovernmentMention || k == annot.OrganisationMention
	}
	switch head := r.lemma(row.Head); head {
	case "side", "party", "country", "nation", "state", "government", "neighbour", "neighbor", "power", "ally", "foe", "delegation", "team":
		return power
	case "two", "both", "neither", "they", "their", "them", "themselves":
		return func(k annot.MentionKind) bool { return k == annot.PersonMention || power(k) }
	}
	if r.nouns[r.lemma(row.Head)] {
		return func(k annot.MentionKind) bool { return k == annot.PersonMention }
	}
	return power
}

// lastGroup returns the group of two fitting members that was mentioned last
// before m, within a few sentences. The sides of a dispute stay the same through
// a report: for them it is the group, however far back, whose members the report
// speaks of most.
func (r *reader) lastGroup(m int, fit func(annot.MentionKind) bool) int {
	sides := r.ms.List[m].Form == record.Nominal && !fit(annot.PersonMention)
	best, most := -1, 0
	for x := m - 1; x >= 0 && (sides || r.sent[m]-r.sent[x] <= 4); x-- {
		c := r.of[x]
		if c < 0 || len(r.clusters[c].members) != 2 || r.overlaps(m, x) {
			continue
		}
		a, b := r.clusters[c].members[0], r.clusters[c].members[1]
		if !fit(r.clusters[a].kind) || !fit(r.clusters[b].kind) {
			continue
		}
		if !sides {
			return c
		}
		if n := len(r.clusters[a].mentions) + len(r.clusters[b].mentions); n > most {
			best, most = c, n
		}
	}
	return best
}

// overlaps reports whether two mentions share words.
func (r *reader) overlaps(a, b int) bool {
	return r.ms.List[a].Span.Overlaps(r.ms.List[b].Span)
}

// lastTwo returns the two fitting actors of the last sentence before m that
// has exactly two, or of the two sentences before it together.
func (r *reader) lastTwo(m int, fit func(annot.MentionKind) bool) []int {
	var found []int
	from := r.sent[m]
	speaker := -1
	if s := r.speaker[r.sent[m]]; s >= 0 {
		speaker = r.of[s]
	}
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 3; x-- {
		if r.sent[x] != from {
			if len(found) >= 2 {
				break
			}
			from = r.sent[x]
		}
		c := r.of[x]
		if c < 0 || c == speaker || r.sent[x] == r.sent[m] && !fit(annot.PersonMention) {
			continue
		}
		if r.clusters[c].count != record.One || !r.clusters[c].named || !fit(r.clusters[c].kind) || slices.Contains(found, c) {
			continue
		}
		found = append(found, c)
	}
	if len(found) != 2 {
		return nil
	}
	slices.Reverse(found)
	return found
}

// metTogether returns the two people of the verb of meeting that the sentence
// before m is about: "Varga met Holt", "Varga and Holt" being a group already.
func (r *reader) metTogether(m int) []int {
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
		a := r.subjectAt(t)
		b := -1
		for c := range r.syn.Children(t) {
			switch r.rel(c) {
			case ud.Obj, ud.Obl:
				if x := r.at[c]; x >= 0 && r.ms.List[x].Count == record.One && r.ms.List[x].Kind == annot.PersonMention {
					b = int(x)
				}
			}
		}
		if a >= 0 && b >= 0 && r.of[a] >= 0 && r.of[b] >= 0 && r.of[a] != r.of[b] && r.clusters[r.of[a]].kind == annot.PersonMention {
			return []int{r.of[a], r.of[b]}
		}
	}
	return nil
}
