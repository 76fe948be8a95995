package mention

import (
	"strings"

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
			if r.pos(t) == ud.ADJ && ordinalAlone(r.lower[t]) {
				r.numberAlone(t)
				continue
			}
		case ud.NUM, ud.DET, ud.PRON:
			r.numberAlone(t)
			continue
		case ud.CCONJ:
			if r.lower[t] == "neither" {
				r.numberAlone(t)
			}
			continue
		default:
			continue
		}
		if role, ok := r.roleAt(t); ok {
			r.nominal(t, role)
		} else if r.speaks(t) {
			r.nominal(t, role)
		} else if r.hears(t) {
			r.nominal(t, audience)
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
	if i := strings.LastIndexByte(r.lower[t], '-'); !ok && i > 0 {
		ro, ok = r.roles[r.lower[t][i+1:]] // "co-chairs"
	}
	if kind, head := r.orgHeads[r.words[t]]; !ok && head && t > 0 && r.lower[t-1] == "the" {
		ro, ok = role{kind: kind}, true // "the Front"
	}
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

// speaks reports whether a noun that is none for people stands where somebody
// speaks: as the subject of a verb of saying, or behind "according to" or
// "under" where it is a document.
func (r *reader) speaks(t annot.TokenID) bool {
	if r.pos(t) != ud.NOUN || r.has(t, inTime) {
		return false
	}
	switch r.rel(t) {
	case ud.Nsubj:
		h := r.head(t)
		return r.pos(h) == ud.VERB && (r.speakerVerbs[r.lemma(h)] || r.claimVerbs[r.lemma(h)]) && (r.documents[r.lemma(t)] || r.documents[r.lower[t]] || r.likePeople(t) || r.claims(t, h))
	case ud.Obl, ud.Nmod:
		p := r.prep(t)
		return (p == "according" || p == "to" && r.accordingTo(t) || p == "under") && (r.documents[r.lemma(t)] || r.documents[r.lower[t]] || p != "under" && r.likePeople(t))
	}
	return false
}

// claims reports whether the verb of a noun is one that only somebody does,
// whatever the noun: "the patriarchate offers", "army intelligence believed".
func (r *reader) claims(t, verb annot.TokenID) bool {
	if lemma := r.lemma(verb); !r.claimVerbsOfOne[lemma] {
		return r.claimVerbs[lemma]
	}
	det := r.determiner(t) // things do these too: "rising prices suggest"
	return r.word(t).Feats.Has(ud.NumberSing) && (det == "the" || det == "'s") && r.syn.Child(verb, ud.Ccomp, ud.Xcomp) != annot.None
}

// accordingTo reports whether "according to" stands before the phrase of t.
func (r *reader) accordingTo(t annot.TokenID) bool {
	l, _ := r.syn.Edges(t)
	for x := l; x < t; x++ {
		if r.lower[x] == "according" {
			return true
		}
	}
	return l > 0 && r.in(l-1, t) && r.lower[l-1] == "according"
}

// likePeople reports whether a noun that no list has looks like one for people
// by its end.
func (r *reader) likePeople(t annot.TokenID) bool {
	w := strings.TrimSuffix(r.lower[t], "s")
	if len(w) < 5 {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ian", "ant", "eer", "man", "woman"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
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
	if ordinalAlone(r.lower[t]) {
		r.numberAlone(t)
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
	case ro.plural || d.Count == record.Two:
		d.Kind = annot.GroupMention
	case ro.kind != annot.PersonMention && ro.kind != annot.GroupMention:
		d.Gender = annot.Neuter
	}
	if d.Kind == annot.StateMention && r.ofOnePerson(t) { // "my neighbour"
		ro.kind, d.Kind, d.Gender = annot.PersonMention, annot.PersonMention, annot.UnknownGender
	}
	d.By = "mention/role-noun"
	switch ro.kind {
	case annot.PersonMention:
	case annot.UnknownMention:
		r.speakingNoun(&d)
	default:
		d.By = "mention/body-noun"
	}
	d.Whole = r.whole(t).Cover(d.Span)
	r.side(&d)
	r.flags[t] |= isTaken
	r.drafts = append(r.drafts, d)
}

// speakingNoun finishes a noun that is a mention because it speaks: people by
// its look, or a document, which is of unknown kind.
func (r *reader) speakingNoun(d *draft) {
	d.By = "mention/speaking-noun"
	plural := r.word(d.Head).Feats.Has(ud.NumberPlur)
	switch {
	case r.documents[r.lemma(d.Head)] || r.documents[r.lower[d.Head]]:
		d.Gender = annot.Neuter
		if r.issued(d.Head) {
			d.Form, d.By = record.Metonym, "mention/document-of-issuer"
		}
	case plural:
		d.Kind, d.Count = annot.GroupMention, record.UnknownCount
	case r.likePeople(d.Head):
		d.Kind = annot.PersonMention
	}
}

// issued reports whether a document has its issuer beside it: "its report", "a
// survey by the institute".
func (r *reader) issued(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.NmodPoss || r.rel(c) == ud.Nmod && r.prep(c) == "by" {
			return true
		}
	}
	return false
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
		case c > t && l == right+1 && (rel == ud.Amod || (rel == ud.Acl || rel == ud.AclRelcl) && r.restrictive(t, c, l)):
			right = e // "familiar with the talks", "who met him"
		}
	}
	for left < t && !r.has(left, isWord) && !opensQuote(r.words[left]) {
		left++
	}
	return left, r.trim(t, right)
}

// restrictive reports whether a clause right behind a role noun, from l on, says
// which one is meant. One in which the one meant speaks is another statement.
func (r *reader) restrictive(t, c, l annot.TokenID) bool {
	if r.rel(c) == ud.Acl && r.pos(c) == ud.ADJ {
		return true
	}
	if r.pos(c) != ud.VERB || r.speakerVerbs[r.lemma(c)] && r.rel(c) == ud.AclRelcl {
		return false
	}
	if r.rel(c) == ud.Acl {
		f := r.word(c).Feats
		return l == c && f.Has(ud.VerbFormPart) || r.lower[l] != "to" && f.Has(ud.VerbFormPart)
	}
	return r.lower[l] == "who" || r.lower[l] == "whose" || r.lower[l] == "whom" || r.lower[l] == "that"
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
	case ordinalAlone(w) && r.determiner(t) == "the" && (r.rel(t) == ud.Nsubj || w == "former" || w == "latter") && t > 0 && r.lower[t-1] == "the":
		d.first, d.Kind, d.Definite, d.By = t-1, annot.PersonMention, true, "mention/one-of"
	case partitive(w):
		last, ok := r.ofWhom(t)
		if !ok || last == t && (w == "both" || w == "neither") { // pronouns, where they stand alone
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
	if ordinalAlone(w) {
		d.Count = record.One
	}
	d.Whole = d.Span
	r.drafts = append(r.drafts, d)
}

// ordinalAlone reports whether a word can stand for one of several: "the
// third".
func ordinalAlone(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "other", "latter", "former":
		return true
	}
	return false
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
		if people && (role.kind == annot.PersonMention || role.kind == annot.GroupMention) || r.lower[c] == "them" || r.lower[c] == "whom" {
			_, e := r.phraseEdges(c)
			return e, true
		}
		return t, false
	}
	return t, r.rel(t) == ud.Nsubj && r.pos(r.head(t)) == ud.VERB && (r.has(t, opens) || r.speakerVerbs[r.lemma(r.head(t))])
}
