package mention

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// appositions ties a mention to the one that it stands in apposition to, and
// gives a person the role nouns that stand so as titles.
func (r *reader) appositions() {
	at := r.byHead()
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.Form == record.Pronominal {
			continue
		}
		h := -1
		if r.rel(d.Head) == ud.Appos {
			h = at[r.head(d.Head)]
		}
		if h < 0 || !fit(&r.drafts[h], d) { // "the head of their association, Odile Varga": on "association" in the tree
			h = r.commaBefore(at, d)
		} else if x := r.nameBefore(d); x >= 0 && x != h && r.rel(r.drafts[x].Head) == ud.Conj {
			h = x // "Ada Lind and Odile Varga, her counterpart": on the first in the tree
		}
		if h < 0 {
			h = r.nounBefore(at, d)
		}
		if h < 0 || h == i || r.drafts[h].dropped || r.drafts[h].appositive == i {
			continue
		}
		a, b := &r.drafts[h], d // b explains a
		if a.Form == record.Named && b.Form == record.Named || !fit(a, b) {
			continue
		}
		b.appositive = h
		name, role := a, b
		if b.Form == record.Named {
			name, role = b, a
		}
		if name.Form == record.Named && name.Kind == annot.PersonMention && role.Form == record.Nominal {
			r.titleFromRole(name, role)
			name.Whole = name.Whole.Cover(role.Whole)
		}
		if role.Form == record.Nominal && role.Kind == annot.OrganisationMention {
			r.bodyFromNoun(name)
		}
	}
}

// nameBefore returns the person's name that a comma parts from a noun, or -1.
func (r *reader) nameBefore(d *draft) int {
	start, _ := r.bounds(d.first)
	if d.Form != record.Nominal || d.first < start+2 || r.words[d.first-1] != "," {
		return -1
	}
	o := r.owner[d.first-2]
	if o < 0 || r.drafts[o].dropped || r.drafts[o].last != d.first-2 || r.drafts[o].Kind != annot.PersonMention {
		return -1
	}
	return int(o)
}

// nounBefore returns the noun phrase for a body right before a name that says
// what it is, "the drivers' union Unitex", or -1.
func (r *reader) nounBefore(at []int, d *draft) int {
	start, _ := r.bounds(d.first)
	if d.Form != record.Named || d.class != noClass || d.first <= start || at[d.first-1] < 0 {
		return -1
	}
	h := at[d.first-1]
	x := &r.drafts[h]
	if x.dropped || x.Form != record.Nominal || x.last != d.first-1 || !x.Definite || x.Kind != annot.OrganisationMention && (x.Kind != annot.GroupMention || x.Count != record.One) {
		return -1
	}
	if r.head(x.Head) != d.Head && (r.head(d.Head) != x.Head || r.rel(d.Head).Universal() == ud.Nsubj) {
		return -1 // "told the union Varga would"
	}
	if r.proven(d) {
		return -1
	}
	for _, i := range r.byName[r.text[d.Span.Start:d.Span.End]] {
		if y := &r.drafts[i]; y.class == noClass && y.Kind == annot.PersonMention {
			y.Kind, y.Gender, y.By = annot.OrganisationMention, annot.Neuter, "mention/name-by-context"
		}
	}
	return h
}

// proven reports whether more than the words around it tells that a name is a
// person's.
func (r *reader) proven(d *draft) bool {
	return d.Kind == annot.PersonMention && (d.titled || d.By != "mention/name-by-context" && d.By != "mention/name-by-model")
}

// bodyFromNoun reads a name that was only guessed to be a state's or a place's
// as a body's where a noun explains it so: "Brask, the food company,".
func (r *reader) bodyFromNoun(name *draft) {
	if name.Form != record.Named || name.class != noClass {
		return
	}
	for _, i := range r.byName[r.text[name.Span.Start:name.Span.End]] {
		if d := &r.drafts[i]; d.class == noClass && (d.Kind == annot.StateMention || d.Kind == annot.PlaceMention || d.Kind == annot.UnknownMention) {
			d.Kind, d.Gender, d.By = annot.OrganisationMention, annot.Neuter, "mention/name-by-context"
		}
	}
}

// commaBefore returns the draft that stands in apposition to d by its commas
// where the tree does not say so: "her counterpart, Tom Ashdown, had"; "Mira
// Holt, a spokeswoman for the union, said"; or -1.
func (r *reader) commaBefore(at []int, d *draft) int {
	start, end := r.bounds(d.first)
	if d.first < start+2 || r.words[d.first-1] != "," || d.Kind != annot.PersonMention || d.Count != record.One {
		return -1
	}
	if d.last+1 < end && r.words[d.last+1] != "," && r.pos(d.last+1) != ud.PUNCT && d.Form != record.Named {
		return -1
	}
	for t := d.first - 2; t >= start && t >= d.first-12; t-- {
		h := at[t]
		if h < 0 {
			continue
		}
		x := &r.drafts[h]
		if x.Form == record.Nominal && x.last == d.last && r.explains(d) { // the tree has the name in the phrase
			x.last = d.first - 2
			x.Span = r.seg.SpanOf(x.first, x.last)
		}
		if x.last != d.first-2 {
			continue
		}
		if x.Kind != annot.PersonMention {
			continue // what the phrase of the person ends in
		}
		if x.Form == d.Form || x.Form == record.Pronominal {
			return -1
		}
		if d.Form == record.Named && r.subjectBehind(x, d) {
			return -1
		}
		if x.Form == record.Nominal && (x.Definite || r.determiner(x.Head) != "") || d.Form == record.Nominal && !d.Definite && r.determiner(d.Head) != "" {
			return h
		}
	}
	return -1
}

// subjectBehind reports whether a name behind a comma is the subject of a
// sentence that begins with the phrase before the comma: "After talks with her
// predecessor, Holt signed", but not "Her predecessor, Holt, signed".
func (r *reader) subjectBehind(x, name *draft) bool {
	if r.rel(name.Head).Universal() != ud.Nsubj {
		return false
	}
	if r.syn.Child(x.Head, ud.Case) != annot.None {
		return true
	}
	_, end := r.bounds(name.last)
	return name.last+1 < end && r.pos(name.last+1) != ud.PUNCT
}

// fit reports whether two mentions in apposition can be one and the same.
func fit(a, b *draft) bool {
	if a.Count == record.One != (b.Count == record.One) {
		return false
	}
	person := func(d *draft) bool { return d.Kind == annot.PersonMention }
	return person(a) == person(b) && (a.Kind == annot.PlaceMention) == (b.Kind == annot.PlaceMention)
}

// titleFromRole adds the words of a role noun, without its article, to a
// person's titles.
func (r *reader) titleFromRole(name, role *draft) {
	first := role.first
	if r.pos(first) == ud.DET || r.pos(first) == ud.PRON {
		first++
	}
	if first > role.last {
		return
	}
	name.Titles = append(name.Titles, r.seg.SpanOf(first, role.last)).Normal()
	if name.Gender == annot.UnknownGender {
		name.Gender = role.Gender
	}
	if name.Affiliation.Empty() {
		name.Affiliation = role.Affiliation
	}
	if name.Country == "" {
		name.Country = role.Country
	}
}

// byHead returns for every token the draft whose head it is, or -1.
func (r *reader) byHead() []int {
	at := make([]int, len(r.words))
	for i := range at {
		at[i] = -1
	}
	for i := range r.drafts {
		if d := &r.drafts[i]; !d.dropped && at[d.Head] < 0 {
			at[d.Head] = i
		}
	}
	return at
}

// groups adds coordinations of actors as groups with members.
func (r *reader) groups() {
	at := r.byHead()
	n := len(r.drafts)
	in := make([]bool, n) // is a member already
	for i := range n {
		if d := &r.drafts[i]; !d.dropped && r.rel(d.Head) != ud.Conj && actor(d) {
			for _, m := range r.group(at, i) {
				in[m] = true
			}
		}
	}
	r.pairs(in)
}

// pairs adds "X and Y" where the tree has missed the coordination of two names
// of one kind.
func (r *reader) pairs(in []bool) {
	ends := map[annot.TokenID]int{}
	for i := range in {
		if d := &r.drafts[i]; !d.dropped && !in[i] && d.Form == record.Named && actor(d) {
			ends[d.last] = i
		}
	}
	for i := range in {
		b := &r.drafts[i]
		if b.dropped || in[i] || b.Form != record.Named || b.first < 2 || r.lower[b.first-1] != "and" {
			continue
		}
		j, ok := ends[b.first-2]
		if !ok || j == i || !ofAKind(&r.drafts[j], b) || !r.in(b.first, r.drafts[j].last) {
			continue
		}
		if a := &r.drafts[j]; r.rel(b.Head).Universal() == ud.Nsubj && (r.rel(a.Head).Universal() != ud.Nsubj || r.head(a.Head) != r.head(b.Head)) && r.head(a.Head) != b.Head {
			continue // "met X and Y said"
		}
		in[i], in[j] = true, true
		r.addGroup([]int{j, i})
	}
}

// ofAKind reports whether two names can make a pair: both are of one kind, or
// one is a body's and of the other nothing is known.
func ofAKind(a, b *draft) bool {
	body := func(x, y *draft) bool {
		return x.Kind == annot.UnknownMention && y.Kind == annot.OrganisationMention
	}
	return a.Kind == b.Kind || body(a, b) || body(b, a)
}

// actor reports whether a draft can be a member of a group.
func actor(d *draft) bool {
	return d.Kind != annot.PlaceMention && d.Kind != annot.OtherMention && d.Form != record.Adjectival
}

// group adds the coordination that begins with a draft, if it is one of actors
// alone, and returns its members.
func (r *reader) group(at []int, i int) []int {
	d := &r.drafts[i]
	members := []int{i}
	for c := range r.syn.Children(d.Head) {
		if r.rel(c) != ud.Conj || c < d.Head {
			continue
		}
		x := at[c]
		if x < 0 || !actor(&r.drafts[x]) || r.syn.Child(c, ud.Case) != annot.None && r.words[r.syn.Child(c, ud.Case)] != "'s" {
			return nil
		}
		members = append(members, x)
	}
	if len(members) < 2 || r.rel(d.Head) == ud.Compound || !r.joined(d.Head) {
		return nil
	}
	r.addGroup(members)
	return members
}

// addGroup adds a group of drafts in reading order.
func (r *reader) addGroup(members []int) {
	d := &r.drafts[members[0]]
	last := &r.drafts[members[len(members)-1]]
	g := draft{first: d.first, last: last.last, appositive: -1, members: members}
	g.Span = d.Span.Cover(last.Span)
	g.Head, g.Form, g.Kind, g.By = d.Head, record.Nominal, annot.GroupMention, "mention/coordination"
	g.Count = record.Several
	named, single := true, true
	for _, m := range members {
		x := &r.drafts[m]
		named = named && x.Form == record.Named
		single = single && x.Count == record.One
	}
	if named {
		g.Form = record.Named
	}
	if len(members) == 2 && single {
		g.Count = record.Two
	} else if !single {
		g.Count = record.UnknownCount
	}
	g.Definite = true
	if r.rel(d.Head) == ud.Appos {
		for i := range r.drafts {
			if x := &r.drafts[i]; !x.dropped && x.Head == r.head(d.Head) && x.Form == record.Nominal && x.Count != record.One && len(x.members) == 0 {
				g.appositive = i // "the co-chairs, X and Y"
				break
			}
		}
	}
	g.Whole = d.Whole.Cover(last.Whole)
	r.drafts = append(r.drafts, g)
}

// joined reports whether a coordination is one of "and", not of "or".
func (r *reader) joined(head annot.TokenID) bool {
	for c := range r.syn.Children(head) {
		if r.rel(c) == ud.Conj {
			for x := range r.syn.Children(c) {
				if r.rel(x) == ud.Cc {
					return r.lower[x] == "and" || r.lower[x] == "&"
				}
			}
		}
	}
	return false
}

// audience is the role of a noun for an occasion or a channel by which people
// are spoken to.
var audience = role{kind: annot.GroupMention}

// hears reports whether a noun that no list has stands for people since they
// are told something: "told mediapersons", "promised the musicians a rise", or
// an occasion or channel for those who are: "told a packed plenary".
func (r *reader) hears(t annot.TokenID) bool {
	x := r.rel(t)
	if x != ud.Obj && x != ud.Iobj || r.pos(t) != ud.NOUN || r.has(t, inTime) {
		return false
	}
	people := r.audiences[r.lower[t]] || r.word(t).Feats.Has(ud.NumberPlur)
	switch h := r.head(t); r.lemma(h) {
	case "tell", "inform", "assure", "remind", "reassure":
		return people
	case "address", "warn":
		return r.audiences[r.lower[t]]
	case "promise", "offer":
		return x == ud.Iobj && people
	}
	return false
}
