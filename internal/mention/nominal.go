package mention

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// nominals finds role nouns and nouns for bodies, groups and venues.
func (r *reader) nominals() {
	for t := range annot.TokenID(len(r.words)) {
		if r.owner[t] >= 0 && !r.nounInName(t) || r.has(t, inTitle) {
			continue
		}
		switch r.pos(t) {
		case ud.NOUN, ud.PROPN, ud.ADJ, ud.X:
		case ud.NUM, ud.DET, ud.PRON:
			r.numberAlone(t)
			continue
		default:
			continue
		}
		if role, ok := r.roleAt(t); ok {
			r.nominal(t, role)
		} else if r.venues[r.lower[t]] && r.pos(t) == ud.NOUN {
			r.venue(t)
		}
	}
}

// nounInName reports whether t is a noun for people that a name has swallowed
// by mistake. None is, so far.
func (r *reader) nounInName(annot.TokenID) bool { return false }

// roleAt returns what the lists know of the noun at t.
func (r *reader) roleAt(t annot.TokenID) (role, bool) {
	ro, ok := r.roles[r.lower[t]]
	if !ok {
		return ro, false
	}
	if r.pos(t) == ud.ADJ && (r.rel(t) == ud.Amod || r.rel(t) == ud.Compound || r.head(t) == annot.None) {
		return ro, false
	}
	if ro.both {
		ro.plural = r.word(t).Feats.Has(ud.NumberPlur)
	}
	return ro, true
}

// nominal adds the noun phrase of a role noun, unless it is a modifier, a
// predicate or a quantity of nobody.
func (r *reader) nominal(t annot.TokenID, ro role) {
	switch r.rel(t) {
	case ud.Compound, ud.NmodDesc, ud.Amod, ud.Flat, ud.Fixed, ud.Goeswith, ud.OblUnmarked, ud.Discourse:
		return
	}
	if r.syn.Child(t, ud.Cop) != annot.None || r.namedBelow(t) {
		return
	}
	if r.prep(t) == "as" || ro.kind == annot.GroupMention && r.idiom(t) {
		return
	}
	if r.rel(t) == ud.Xcomp || r.rel(t) == ud.Root && r.syn.Child(t, ud.Nsubj) != annot.None {
		return
	}
	if ro.kind != annot.PersonMention && ro.kind != annot.GroupMention && r.rel(t) == ud.Conj && r.rel(r.head(t)) == ud.Compound {
		return
	}
	left, right := r.phraseEdges(t)
	det := r.determiner(t)
	if det == "no" || det == "what" || det == "which" || ro.kind == annot.StateMention && det != "the" && det != "this" && det != "both" && r.syn.Child(t, ud.NmodPoss) == annot.None && !ro.plural {
		return
	}
	d := draft{first: left, last: right, appositive: -1}
	d.Span, d.Head, d.Form, d.Kind = r.seg.SpanOf(left, right), t, record.Nominal, ro.kind
	d.Gender, d.Definite = ro.gender, definite(det)
	d.Count = r.count(t, ro.plural, det)
	switch {
	case ro.plural:
		d.Kind = annot.GroupMention
	case ro.kind != annot.PersonMention && ro.kind != annot.GroupMention:
		d.Gender = annot.Neuter
	}
	d.By = "mention/role-noun"
	if ro.kind != annot.PersonMention {
		d.By = "mention/body-noun"
	}
	d.Whole = r.whole(t).Cover(d.Span)
	r.side(&d)
	r.flags[t] |= isTaken
	r.drafts = append(r.drafts, d)
}

// idiom reports whether "side" is no party: "their side of the bargain", "on
// the side".
func (r *reader) idiom(t annot.TokenID) bool {
	if r.lower[t] != "side" {
		return false
	}
	det := r.determiner(t)
	return det == "'s" || det == "" || r.in(t+1, t) && r.lower[t+1] == "of"
}

// namedBelow reports whether a noun is the head of a phrase that a person's
// name closes ("Chancellor Odile Varga" with the title as head).
func (r *reader) namedBelow(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if (r.rel(c) == ud.Flat || r.rel(c) == ud.Appos && c == t+1) && r.owner[c] >= 0 && r.drafts[r.owner[c]].titled {
			return true
		}
	}
	return false
}

// phraseEdges returns the first and last token of the noun phrase up to and
// with its head and its restrictive modifiers: articles and what stands before
// the head, and phrases with "of", "from" and the like right behind it.
func (r *reader) phraseEdges(t annot.TokenID) (left, right annot.TokenID) {
	left, right = t, t
	for c := range r.syn.Children(t) {
		l, e := r.syn.Edges(c)
		switch rel := r.rel(c); {
		case c < t && rel != ud.Case && rel != ud.Cc && rel != ud.CcPreconj && rel != ud.Mark && rel != ud.Punct && rel != ud.Cop && rel != ud.Nsubj && rel != ud.Discourse && rel != ud.Parataxis && rel != ud.Advcl:
			if rel == ud.Advmod && r.lower[c] != "about" && r.lower[c] != "nearly" && r.lower[c] != "almost" && r.lower[c] != "some" {
				continue
			}
			left = min(left, l)
		case c > t && rel == ud.Nmod && l == right+1 && r.restricts(c):
			right = r.withoutClause(c, e)
		case c > t && l == right+1 && (rel == ud.Amod || rel == ud.Acl && r.pos(c) == ud.ADJ):
			right = e // "familiar with the talks"
		}
	}
	for left < t && !r.has(left, isWord) && !opensQuote(r.words[left]) {
		left++
	}
	return left, r.trim(t, right)
}

// restricts reports whether a prepositional phrase behind a role noun says
// which or whose.
func (r *reader) restricts(c annot.TokenID) bool {
	switch r.prep(c) {
	case "of", "from", "for", "at", "with", "in", "on", "to", "within", "inside", "behind", "under", "representing":
		return !r.inTime(c)
	}
	return false
}

func (r *reader) inTime(t annot.TokenID) bool { return r.has(t, inTime) }

// withoutClause cuts a relative clause or an apposition off the end of a
// modifier that spans to e.
func (r *reader) withoutClause(c, e annot.TokenID) annot.TokenID {
	for x := range r.syn.Children(c) {
		switch r.rel(x) {
		case ud.AclRelcl, ud.Appos, ud.Acl, ud.Parataxis, ud.Conj:
			if l, _ := r.syn.Edges(x); x > c && r.rel(x) != ud.Conj {
				e = min(e, l-1)
			}
		}
	}
	return max(c, e)
}

// determiner returns the article or pronoun that begins a noun phrase, in
// lower case: "the", "a", "his", or "".
func (r *reader) determiner(t annot.TokenID) string {
	for c := range r.syn.Children(t) {
		switch r.rel(c) {
		case ud.Det, ud.DetPredet:
			return r.lower[c]
		case ud.NmodPoss:
			return "'s"
		}
	}
	return ""
}

func definite(det string) bool {
	switch det {
	case "the", "this", "that", "these", "those", "both", "'s", "all":
		return true
	}
	return false
}

// count says how many are meant, as the words claim.
func (r *reader) count(t annot.TokenID, plural bool, det string) record.Count {
	for c := range r.syn.Children(t) {
		w := r.lower[c]
		switch {
		case c < t && (r.rel(c) == ud.Nummod || r.pos(c) == ud.NUM):
			return countOf(w)
		case w == "several" || w == "few" || w == "some" && plural || w == "handful" || w == "various":
			return record.Several
		case w == "many" || w == "numerous" || w == "most" || w == "countless":
			return record.Many
		case w == "both" || w == "either" || w == "neither":
			return record.Two
		}
	}
	switch {
	case !plural:
		return record.One
	case det == "both":
		return record.Two
	}
	return record.UnknownCount
}

// countOf reads a number.
func countOf(w string) record.Count {
	switch w {
	case "one", "1", "a", "an", "another", "neither":
		return record.One
	case "two", "2", "both":
		return record.Two
	case "several", "some", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "3", "4", "5", "6", "7", "8", "9", "10":
		return record.Several
	}
	return record.Many
}

// side notes what a nominal mention says of whose side it is on: a name or a
// noun for a body before the head, or behind it with "of", "from" and the like.
func (r *reader) side(d *draft) {
	for c := range r.syn.Children(d.Head) {
		if r.seg.Tokens[c].Span.Start < d.Span.Start || r.seg.Tokens[c].Span.End > d.Span.End {
			continue
		}
		o := r.owner[c]
		switch r.rel(c) {
		case ud.Amod, ud.Compound, ud.NmodPoss, ud.Nmod, ud.NmodDesc:
		default:
			continue
		}
		if o >= 0 {
			n := &r.drafts[o]
			if n.Country != "" && d.Country == "" {
				d.Country = n.Country
			}
			if d.Affiliation.Empty() && n.class != peopleAdj && n.Kind != annot.PersonMention && n.Kind != annot.UnknownMention && n.Kind != annot.PlaceMention {
				d.Affiliation = n.Span
			}
			continue
		}
		ro, ok := r.roles[r.lower[c]]
		if ok && (ro.kind != annot.PersonMention && ro.kind != annot.GroupMention && ro.kind != annot.StateMention) && d.Affiliation.Empty() {
			l, e := c, c
			if r.rel(c) != ud.Nmod {
				for x := range r.syn.Children(c) {
					if r.rel(x) == ud.Compound || r.rel(x) == ud.Amod {
						l = min(l, x)
					}
				}
			} else {
				l, e = r.phraseEdges(c)
				if r.pos(l) == ud.DET {
					l++
				}
			}
			d.Affiliation = r.seg.SpanOf(l, e)
		}
	}
}

// venue adds a room or building that something happens in: "at a hotel".
func (r *reader) venue(t annot.TokenID) {
	if rel := r.rel(t); rel != ud.Obl && rel != ud.Nmod {
		return
	}
	switch r.prep(t) {
	case "at", "in", "inside", "outside", "near", "to", "from":
	default:
		return
	}
	left, right := r.phraseEdges(t)
	det := r.determiner(t)
	if det == "" {
		return
	}
	d := draft{first: left, last: right, appositive: -1}
	d.Span, d.Head, d.Form, d.Kind = r.seg.SpanOf(left, right), t, record.Nominal, annot.PlaceMention
	d.Gender, d.Count, d.Definite, d.By = annot.Neuter, record.One, definite(det), "mention/venue"
	d.Whole = r.whole(t).Cover(d.Span)
	r.drafts = append(r.drafts, d)
}

// numberAlone adds "the two" where no noun follows, and "one of the
// officials".
func (r *reader) numberAlone(t annot.TokenID) {
	if r.owner[t] >= 0 {
		return
	}
	switch r.rel(t) {
	case ud.Nsubj, ud.NsubjPass, ud.Obj, ud.Obl, ud.Nmod, ud.NmodPoss, ud.Iobj, ud.Conj:
	default:
		return
	}
	d := draft{first: t, last: t, appositive: -1}
	w := r.lower[t]
	switch {
	case (w == "two" || w == "three" || w == "four") && r.determiner(t) == "the" && t > 0 && r.in(t-1, t):
		d.first, _ = r.syn.Edges(t)
		if r.lower[d.first] != "the" {
			d.first = t - 1
		}
		d.Kind, d.Definite, d.By = annot.GroupMention, true, "mention/the-two"
	case partitive(w):
		last, ok := r.ofWhom(t)
		if !ok {
			return
		}
		d.last, d.Kind, d.By = last, annot.GroupMention, "mention/one-of"
		if countOf(w) == record.One {
			d.Kind = annot.PersonMention
		}
	default:
		return
	}
	d.Span, d.Head, d.Form, d.Count = r.seg.SpanOf(d.first, d.last), t, record.Nominal, countOf(w)
	d.Whole = d.Span
	r.drafts = append(r.drafts, d)
}

// partitive reports whether a word can take some of a group: "one of them".
func partitive(w string) bool {
	switch w {
	case "one", "another", "some", "many", "most", "several", "neither", "two", "three", "both", "others":
		return true
	}
	return false
}

// ofWhom returns the end of "of the officials" behind a partitive. A subject
// of a verb of saying needs no such phrase: "another said".
func (r *reader) ofWhom(t annot.TokenID) (last annot.TokenID, ok bool) {
	for c := range r.syn.Children(t) {
		if r.rel(c) != ud.Nmod || r.prep(c) != "of" {
			continue
		}
		role, people := r.roles[r.lower[c]]
		if people && (role.kind == annot.PersonMention || role.kind == annot.GroupMention) || r.lower[c] == "them" {
			_, e := r.phraseEdges(c)
			return e, true
		}
		return t, false
	}
	return t, r.rel(t) == ud.Nsubj && r.speakerVerbs[r.lemma(r.head(t))]
}
