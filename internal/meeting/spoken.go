package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// Meetings are also told by what those do who are there: they speak for three
// hours, one flies out to see the other.

// spoke reads "spoke for three hours", "talked briefly in Lund", "spoke with
// the emir on Monday": a verb of speaking with each other, and how long, where
// or when. Who speaks to reporters meets nobody.
func (r *reading) spoke(t annot.TokenID) bool {
	if l := r.syn.Words[t].Lemma; l != "speak" && l != "talk" && l != "confer" || r.syn.Child(t, ud.Obj, ud.Ccomp, ud.AuxPass) != annot.None {
		return false
	}
	with := false
	for d := range r.syn.Children(t) {
		switch p := r.caseOf(d); {
		case d < t || r.syn.Words[d].Rel.Universal() != ud.Obl:
		case p == "with":
			if r.sideAt(d) == annot.None || r.third(r.actorAt(d)) {
				return false
			}
			with = true
		case p == "to", p == "about", p == "of", p == "before", p == "against", p == "as":
			return false
		}
	}
	s := r.nsubj(t)
	if s == annot.None || r.actorAt(s) == annot.None || !with && !r.manyAt(s) {
		return false
	}
	if with {
		return r.timeUnder(t) != annot.None || r.atLength(t)
	}
	return r.atLength(t) || r.privately(t)
}

// manyAt reports whether a subject is two or a few who can speak with each
// other: a list, "the two", "they".
func (r *reading) manyAt(s annot.TokenID) bool {
	e := r.actorAt(s)
	if r.syn.Child(s, ud.Conj) != annot.None || len(r.ents.List[e].Members) > 1 || r.ents.List[e].Count == record.Two || r.meansSides(s) {
		return true
	}
	return lower(r.seg.Word(s)) == "two" || lower(r.seg.Word(s)) == "pair"
}

// atLength reports whether a verb says how long: "for an hour".
func (r *reading) atLength(t annot.TokenID) bool {
	for d := range r.syn.Children(t) {
		if rel := r.syn.Words[d].Rel.Universal(); d < t || rel != ud.Obl && rel != ud.Advmod {
			continue
		}
		if x := r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End); x != annot.None && r.times.List[x].Type == record.DurationType {
			return true
		}
	}
	return false
}

// privately reports whether a verb has an adverb of the way in which people
// meet.
func (r *reading) privately(t annot.TokenID) bool {
	if r.before(t, 1) == "last" && r.timeUnder(t) != annot.None {
		return true
	}
	for d := range r.syn.Children(t) {
		switch lower(r.seg.Word(d)) {
		case "briefly", "privately", "alone", "sidelines", "margins", "secretly", "directly":
			return d > t
		case "last", "first":
			return d < t && r.timeUnder(t) != annot.None // "last spoke in May"
		}
	}
	return false
}

// wentToSee reads "flew to Lund to see the emir", "is to travel there to see
// her": a meeting told by a journey and whom somebody sees.
func (r *reading) wentToSee(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.Lemma != "see" || !w.Feats.Has(ud.VerbFormInf) {
		return false
	}
	o := r.syn.Child(t, ud.Obj)
	if d := r.syn.Child(max(o, 0), ud.Det); o != annot.None && d != annot.None && (lower(r.seg.Word(d)) == "a" || lower(r.seg.Word(d)) == "an") {
		return false // "is to see a doctor"
	}
	if r.marked(t, "to") && r.aux(t, "is", "are", "was", "were") != annot.None && o != annot.None {
		e := r.actorAt(o) // "are to see the minister"
		return e != annot.None && r.ents.List[e].Kind == annot.PersonMention && r.syn.Child(t, ud.Xcomp, ud.Ccomp) == annot.None
	}
	if w.Head == annot.None {
		return false
	}
	if rel := w.Rel.Universal(); o == annot.None || rel != ud.Advcl && rel != ud.Xcomp || r.syn.Child(t, ud.Xcomp, ud.Ccomp) != annot.None {
		return false
	}
	if l := r.syn.Words[w.Head].Lemma; !r.travels(l) {
		e := r.actorAt(o)
		return (l == "hope" || l == "agree" || r.is("set-for", lower(r.seg.Word(w.Head)))) && e != annot.None && (r.ents.List[e].Kind == annot.PersonMention || r.ents.List[e].Kind == annot.GroupMention) && r.syn.Child(o, ud.Acl, ud.AclRelcl) == annot.None
	}
	return r.actorAt(o) != annot.None || r.syn.Words[o].Lemma == "number" && r.before(o, 1) == "opposite"
}

// travels reports whether a verb is one of going somewhere.
func (r *reading) travels(lemma string) bool {
	switch lemma {
	case "travel", "fly", "go", "head", "arrive", "return", "come", "drive", "sail", "journey":
		return true
	}
	return false
}

// receives reads "hosted the premier in Lund", "received the envoy on Monday";
// who hosts refugees meets nobody.
func (r *reading) receives(t, guest annot.TokenID) bool {
	e := r.actorAt(guest)
	if e == annot.None {
		return false
	}
	if r.timeUnder(t) != annot.None {
		return true
	}
	who := &r.ents.List[e]
	people := r.is("gatherer", r.syn.Words[guest].Lemma) || who.Kind == annot.PersonMention || len(who.Members) > 0 || r.meansSides(guest)
	if !people || r.syn.Words[guest].UPOS == ud.PRON && len(who.Members) == 0 {
		return false
	}
	at := r.nested(t)
	if s := r.nsubj(t); s != annot.None && r.placeOf(s) != annot.None {
		return true // "Nairobi hosted the presidents"
	}
	return at != annot.None || r.placeUnder(t) != annot.None || r.timeUnder(guest) != annot.None || r.nested(guest) != annot.None
}

// nested returns the time that hangs on a complement of a verb, "at his house
// on Saturday", or None.
func (r *reading) nested(t annot.TokenID) annot.TimexID {
	for d := range r.syn.Children(t) {
		if d > t && r.syn.Words[d].Rel.Universal() == ud.Obl {
			if x := r.timeUnder(d); x != annot.None {
				return x
			}
			for e := range r.syn.Children(d) { // "at 10 am on Monday"
				if x := r.timeUnder(e); x != annot.None {
					return x
				}
			}
		}
	}
	return annot.None
}

// ofDay reports whether a noun has a time for its possessor: "last week's
// round".
func (r *reading) ofDay(t annot.TokenID) bool {
	p := r.syn.Child(t, ud.NmodPoss)
	return p != annot.None && r.timeAt(r.seg.Tokens[p].Span.Start, r.seg.Tokens[p].Span.End) != annot.None
}

// forMeal reports whether a verb of joining says for what meeting: "join them
// for a working lunch".
func (r *reading) forMeal(t annot.TokenID) bool {
	for i := range r.cands {
		if h := r.cands[i].head; r.syn.Words[h].Head == t && r.caseOf(h) == "for" {
			return true
		}
	}
	return false
}

// onlyOption reports whether a verb says of a meeting that it remains an option,
// a possibility, on the table.
func (r *reading) onlyOption(verb annot.TokenID) bool {
	for d := range r.syn.Children(verb) {
		if l := r.syn.Words[d].Lemma; d > verb && (r.is("wanted", l) || r.is("chance", l) || r.is("likely", l) || (l == "table" || l == "card") && r.caseOf(d) == "on") {
			return true
		}
	}
	return false
}

// the reports whether a noun has "the" before it.
func (r *reading) the(t annot.TokenID) bool {
	d := r.syn.Child(t, ud.Det)
	return d != annot.None && lower(r.seg.Word(d)) == "the"
}

// regularly reports whether a verb that looks ahead says how often: who agree to
// meet monthly have no meeting in mind.
func (r *reading) regularly(c *candidate) bool {
	if c.status == record.Held || c.status == record.UnderWay && c.strength > hint {
		return false
	}
	for d := range r.syn.Children(c.head) {
		sp := r.seg.Tokens[d].Span
		if x := r.timeAt(sp.Start, sp.End); d > c.head && x != annot.None && r.times.List[x].Type == record.SetType || lower(r.seg.Word(d)) == "regularly" || lower(r.seg.Word(d)) == "often" {
			return true
		}
	}
	return false
}

// meal reports whether a noun is a meal.
func (r *reading) meal(lemma string) bool {
	switch lemma {
	case "breakfast", "lunch", "dinner", "supper":
		return true
	}
	return false
}

// leftIt reports whether a relative clause without a pronoun says who left what
// it describes: "the talks it left in May".
func (r *reading) leftIt(verb annot.TokenID) bool {
	w, s := &r.syn.Words[verb], r.nsubj(verb)
	if !r.is("leave", w.Lemma) || s == annot.None || r.syn.Child(verb, ud.Obj) != annot.None || !w.Feats.Has(ud.TensePast) {
		return false
	}
	switch lower(r.seg.Word(s)) {
	case "who", "which", "that":
		return false
	}
	return true
}

// ofPlace reports whether a noun has a place before it: "the Lund round".
func (r *reading) ofPlace(t annot.TokenID) bool {
	for d := range r.syn.Children(t) {
		if d < t && r.placeOf(d) != annot.None && !r.glued(d) {
			return true
		}
	}
	return false
}

// sits reads "the delegations sat in Lund on Monday": who has come to talk does
// so. A member who sits on a board, or in a hall, meets nobody.
func (r *reading) sits(t annot.TokenID) bool {
	s := r.nsubj(t)
	if s == annot.None || r.actorAt(s) == annot.None || !r.is("team", r.syn.Words[s].Lemma) && !r.is("sitting-body", r.syn.Words[s].Lemma) {
		return false
	}
	for d := range r.syn.Children(t) {
		switch p := r.caseOf(d); {
		case p == "on" && r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End) == annot.None, p == "beside", p == "next", p == "across":
			return false
		}
	}
	return r.timeUnder(t) != annot.None
}

// perhapsWith says how those behind "with" are there: "possibly with the Swiss".
func (r *reading) perhapsWith(t annot.TokenID, as record.Participation) record.Participation {
	if k := r.syn.Child(t, ud.Case); k != annot.None && hedge(r.before(k, 1)) {
		return record.PossibleParticipant
	}
	return as
}

// trueVerb returns the verb of a clause where a parser took the participle right
// behind its subject for it: "talks aimed at ending the strike resumed"; or
// None.
func (r *reading) trueVerb(c *candidate, verb annot.TokenID) annot.TokenID {
	if verb != c.last+1 || !r.is("participle", r.syn.Words[verb].Lemma) || r.syn.Child(verb, ud.Obj, ud.Aux, ud.AuxPass) != annot.None {
		return annot.None
	}
	end := r.seg.Sentences[r.seg.SentenceOf(verb)].End
	for t := verb + 1; t < end; t++ {
		if w := &r.syn.Words[t]; w.UPOS == ud.VERB && r.nsubj(t) == annot.None && w.Feats.Has(ud.TensePast) && r.befalls(t) {
			return t
		}
	}
	return annot.None
}

// partyOf reports whether a phrase only says who meets: "the parties to the
// talks reconvened".
func (r *reading) partyOf(a, b *candidate) bool {
	s := r.nsubj(b.head)
	if s == annot.None || !a.definite || r.syn.Words[a.head].Head != s || r.syn.Words[a.head].Rel.Universal() != ud.Nmod {
		return false
	}
	switch r.syn.Words[s].Lemma {
	case "party", "participant", "delegate", "delegation", "team", "side":
		return true
	}
	return false
}

// dayOf reports whether the phrase of a meeting says its day.
func (r *reading) dayOf(head annot.TokenID) bool {
	return r.ofDay(head) || r.timeUnder(head) != annot.None
}

// callsFor reports whether a call is one for a thing.
func (r *reading) callsFor(t annot.TokenID) bool {
	if end := r.seg.Sentences[r.seg.SentenceOf(t)].End; t+2 < end && lower(r.seg.Word(t+1)) == "for" {
		return r.timeAt(r.seg.Tokens[t+2].Span.Start, r.seg.Tokens[t+2].Span.End) == annot.None
	}
	for d := range r.syn.Children(t) {
		if d > t && r.caseOf(d) == "for" && r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End) == annot.None {
			return true
		}
	}
	return false
}

// foundered reports whether an attempt is said to have come to nothing.
func (r *reading) foundered(noun annot.TokenID) bool {
	w := &r.syn.Words[noun]
	switch w.Lemma {
	case "attempt", "effort", "bid":
	default:
		return false
	}
	if w.Rel.Universal() != ud.Nsubj || w.Head == annot.None {
		return false
	}
	switch r.syn.Words[w.Head].Lemma {
	case "fail", "collapse", "founder", "come", "end":
		return !r.negated(w.Head)
	}
	return false
}

// hearer returns whom somebody tells something, or None.
func (r *reading) hearer(verb annot.TokenID) annot.TokenID {
	switch r.syn.Words[verb].Lemma {
	case "tell", "inform", "brief", "assure", "warn", "address", "promise":
	default:
		return annot.None
	}
	if o := r.syn.Child(verb, ud.Iobj, ud.Obj); o != annot.None && r.actorAt(o) != annot.None {
		return o
	}
	return annot.None
}

// ends reports whether a verb is one of coming to an end, on a day.
func (r *reading) ends(verb annot.TokenID) bool {
	switch r.syn.Words[verb].Lemma {
	case "end", "conclude", "finish", "close", "adjourn", "collapse", "fail":
		return true
	}
	return false
}

// theyMet reports whether a pronoun for several is said to have met, though
// nobody is known by it: "they have met eleven times".
func (r *reading) theyMet(c *candidate) bool {
	s := r.nsubj(c.head)
	return s != annot.None && c.status == record.Held && r.syn.Words[c.head].Lemma == "meet" && lower(r.seg.Word(s)) == "they" && r.syn.Child(c.head, ud.Obj) == annot.None && r.syn.Words[c.head].Rel != ud.AclRelcl
}

// isDenied reports whether a clause is what somebody denies: who is said to
// have met may have.
func (r *reading) isDenied(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	return w.Rel == ud.Ccomp && r.syn.Words[w.Head].Lemma == "deny"
}
