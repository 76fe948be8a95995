package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// nounKind looks up a noun, by its form first, since "talk" is not "talks".
func (r *reading) nounKind(t annot.TokenID) (record.MeetingKind, bool) {
	form, lemma := lower(r.seg.Word(t)), r.syn.Words[t].Lemma
	for c := range r.syn.Children(t) {
		if (c < t || r.caseOf(c) == "of") && r.is("other", lower(r.seg.Word(c))) { // not "a meeting at the town hall"
			return "", false
		}
	}
	for _, key := range [2]string{form, lemma} {
		if k, ok := r.noun[key]; ok {
			return k, true
		}
		if k, ok := r.nounOf[key]; ok && r.ofTalks(t) {
			return k, true
		}
		if key == "table" && r.toTable(t) {
			return record.Talks, true
		}
		if k, ok := r.nounAgain[key]; ok && r.becomes(t) {
			return k, true
		}
		if k, ok := r.nounWith[key]; ok && k != record.Call && k != record.Visit && key != "table" && r.becomes(t) {
			return k, true
		}
		if k, ok := r.nounWith[key]; ok && k == record.Call && form == "calls" && r.attended(t) {
			return k, true // "held weekly calls"
		}
		if k, ok := r.nounWith[key]; ok && (r.withSomebody(t) || k != record.Call && k != record.Visit && r.attended(t)) {
			return k, true
		}
		if k, ok := r.nounAgain[key]; ok && k == record.Round && (r.ofDay(t) || r.attended(t) && r.ofPlace(t) || len(r.cands) > 0 && r.syn.Words[t].Rel.Universal() != ud.Nsubj && (r.placeUnder(t) != annot.None || r.timeUnder(t) != annot.None)) {
			return k, true // "last week's round"
		}
		if k, ok := r.nounAgain[key]; ok && (r.again(t) || key != "round" && r.attended(t)) {
			return k, true
		}
	}
	return "", false
}

// becomes reports whether something is said of what a noun denotes that
// befalls meetings: "the encounter lasted", "an in-person session fell through",
// "another session has been arranged".
func (r *reading) becomes(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.Rel != ud.Nsubj && w.Rel != ud.NsubjPass || w.Head == annot.None || r.syn.Words[w.Head].UPOS != ud.VERB {
		return false
	}
	l := r.syn.Words[w.Head].Lemma
	if w.Rel == ud.Nsubj {
		the := r.syn.Child(t, ud.Det) != annot.None && lower(r.seg.Word(r.syn.Child(t, ud.Det))) == "the"
		return the && (l == "open" || l == "begin" || l == "start" || l == "resume") || r.is("over", l) && l != "fail" && l != "produce" || r.callsOff(w.Head) || l == "go" && r.adverb(w.Head, "ahead")
	}
	return r.is("called-off", l) || r.callsOff(w.Head) || r.slates(w.Head) || l == "hold" || l == "arrange" || l == "adjourn"
}

// attended reports whether somebody comes to what a noun denotes, or stays
// away from it: "attended the session", "will boycott the conference".
func (r *reading) attended(t annot.TokenID) bool {
	gov := r.syn.Words[t].Head
	if gov != annot.None && r.syn.Words[t].Rel.Universal() == ud.Nmod && r.is("team", r.syn.Words[gov].Lemma) && r.syn.Words[t].Lemma != "table" {
		return (r.caseOf(t) == "to" || r.caseOf(t) == "at") && r.actorAt(gov) != annot.None // "delegates to the session"
	}
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return false
	}
	switch r.syn.Words[t].Rel {
	case ud.Obl, ud.OblAgent:
		l := r.syn.Words[gov].Lemma
		switch r.caseOf(t) {
		case "over", "for":
			if r.caseOf(t) == "for" && (r.is("floated-verb", l) && r.setApart(t) || r.meal(r.syn.Words[t].Lemma) && r.travels(l)) {
				return true // "hopes for an audience next week", "flew in for lunch"
			}
			if r.caseOf(t) == "for" {
				return r.is("send", l) || r.is("attend", l)
			}
			return r.meal(r.syn.Words[t].Lemma) && (r.placeUnder(t) != annot.None || r.placeUnder(gov) != annot.None)
		case "to", "at", "from", "in", "out":
			if o := r.syn.Child(gov, ud.Obj); l == "take" && o != annot.None && r.syn.Words[o].Lemma == "part" {
				return r.caseOf(t) == "in" // "will take part in the conference"
			}
			return r.is("ask", l) && r.caseOf(t) == "to" || l == "return" || r.is("send", l) || r.is("attend", l) || r.is("stay-away", l) || r.is("leave", l) || r.is("keep-out", l) || r.is("lead-verb", l)
		}
		return false
	case ud.Nsubj:
		return r.syn.Words[t].Lemma != "table" && (r.syn.Words[gov].Lemma == "open" || r.syn.Words[gov].Lemma == "adjourn" || r.syn.Words[gov].Lemma == "convene" || r.syn.Words[gov].Lemma == "reconvene")
	case ud.Obj, ud.NsubjPass:
		l := r.syn.Words[gov].Lemma
		if (r.is("floated-verb", l) || r.is("due-verb", l) || r.is("slate", l) || r.is("called-off", l) || r.callsOff(gov)) && l != "offer" && l != "welcome" && r.setApart(t) {
			return true // "proposed a session in Lund next week"
		}
		return r.is("hold", l) && l != "have" || l == "attend" || r.is("stay-away", l) && l != "miss" && l != "refuse" && l != "decline" || l == "boycott" || l == "chair" || l == "adjourn" || l == "convene" || l == "reconvene"
	}
	return false
}

// setApart reports whether a noun has a place or a time hung on it or on its
// verb.
func (r *reading) setApart(t annot.TokenID) bool {
	return r.placeUnder(t) != annot.None || r.timeUnder(t) != annot.None || r.timeUnder(r.syn.Words[t].Head) != annot.None
}

// toTable reads "return to the table", "back at the table": talks by where they
// are held.
func (r *reading) toTable(t annot.TokenID) bool {
	d, gov := r.syn.Child(t, ud.Det), r.syn.Words[t].Head
	if r.syn.Child(t, ud.Cop) != annot.None && r.caseOf(t) == "at" && r.nsubj(t) != annot.None && r.actorAt(r.nsubj(t)) != annot.None {
		return len(r.cands) == 0 || !r.justBefore(t) // "all four will be at the table"
	}
	if d == annot.None || d != t-1 || lower(r.seg.Word(d)) != "the" || gov == annot.None {
		return false
	}
	switch r.syn.Words[gov].Lemma {
	case "return", "come", "go", "get", "sit", "bring", "back", "leave", "be", "haul", "drag", "coax", "lure", "force", "urge":
		p := r.caseOf(t)
		return p == "to" || p == "at" || p == "back" || r.syn.Words[gov].Lemma == "leave"
	}
	return false
}

// ofTalks reports whether a noun has a complement "of talks".
func (r *reading) ofTalks(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if rel := r.syn.Words[c].Rel.Universal(); (rel == ud.Nmod || rel == ud.Acl) && r.caseOf(c) == "of" {
			if _, ok := r.noun[lower(r.seg.Word(c))]; ok {
				return true
			}
			_, ok := r.noun[r.syn.Words[c].Lemma]
			return ok || r.is("talk-noun", r.syn.Words[c].Lemma)
		}
	}
	return false
}

// again reports whether a noun speaks of one of the meetings spoken of
// before: "a third round", "the session".
func (r *reading) again(t annot.TokenID) bool {
	ordinal, the, next := false, false, false
	for c := range r.syn.Children(t) {
		form := lower(r.seg.Word(c))
		switch rel := r.syn.Words[c].Rel.Universal(); {
		case rel == ud.Nmod && r.caseOf(c) == "of":
			return false
		case rel == ud.Det:
			the = form == "the" || form == "that"
		case r.is("ordinal", form), r.is("another", form), r.is("series", form):
			ordinal, next = true, next || !r.is("ordinal", form) && r.is("another", form)
		case rel == ud.Compound, rel == ud.Amod && c < t:
			the = false
		}
	}
	if gov := r.syn.Words[t].Head; the && gov != annot.None && r.syn.Words[t].Lemma == "session" && r.syn.Words[t].Rel.Universal() == ud.Nsubj &&
		(r.is("over", r.syn.Words[gov].Lemma) || r.is("set-for", lower(r.seg.Word(gov))) || r.is("happens", r.syn.Words[gov].Lemma)) {
		return true // "the session was due to finish"
	}
	if len(r.cands) == 0 {
		return next // "the next session" has one before it, "the second round" may be of an election
	}
	return ordinal || the && (r.syn.Words[t].Lemma == "session" || r.roundBefore())
}

// roundBefore reports whether a round was spoken of before: "the round" is
// another word for it.
func (r *reading) roundBefore() bool {
	for i := range r.cands {
		if r.cands[i].kind == record.Round {
			return true
		}
	}
	return false
}

// withSomebody reports whether a noun's modifiers or complement make a
// meeting of it: "a phone call", "a call with", "the visit to".
func (r *reading) withSomebody(t annot.TokenID) bool {
	if r.syn.Words[t].Lemma == "call" && r.callsFor(t) {
		return false // "dropped its call for a rise"
	}
	if r.ofDay(t) || (r.meal(r.syn.Words[t].Lemma) || r.syn.Words[t].Lemma == "conference") && r.placeUnder(t) != annot.None && r.timeUnder(t) != annot.None {
		return true // "Wednesday's session", "a lunch in Lund in May"
	}
	if gov := r.syn.Words[t].Head; r.syn.Words[t].Rel.Universal() == ud.Obj && gov != annot.None && r.is("called-off", r.syn.Words[gov].Lemma) {
		return true // "cancelled a trip"
	}
	if gov := r.syn.Words[t].Head; r.syn.Words[t].Rel == ud.NsubjPass && (r.is("called-off", r.syn.Words[gov].Lemma) || r.callsOff(gov)) {
		return true // "the visit has been put off"
	}
	if l := r.syn.Words[t].Lemma; l == "visit" || l == "trip" {
		return r.paid(t)
	}
	whose := r.syn.Child(t, ud.NmodPoss) != annot.None
	for c := range r.syn.Children(t) {
		if f := lower(r.seg.Word(c)); whose && r.is("series", f) {
			return true // "their last conversation"
		}
		if f := lower(r.seg.Word(c)); r.is("modifier", f) || c < t && f == "day" && r.glued(c-2) {
			return true
		}
		if p := r.caseOf(c); r.syn.Words[c].Rel.Universal() == ud.Nmod && (p == "with" || p == "between" || p == "by" && r.syn.Words[t].Lemma == "visit") {
			return true
		}
	}
	return false
}

// paid reports whether a visit is told of as one: as official or of so many
// days, by whom, or as begun, cut short, put off.
func (r *reading) paid(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		f := lower(r.seg.Word(c))
		if c < t && (r.is("due-modifier", f) || r.is("floated-modifier", f)) && r.placeUnder(t) != annot.None {
			return true // "a planned trip to Lund"
		}
		if r.is("modifier", f) || c < t && f == "day" && r.glued(c-2) || r.caseOf(c) == "by" || r.caseOf(c) == "between" {
			return true
		}
		if c > t && r.syn.Words[c].Rel == ud.Acl && r.slates(c) {
			return true // "a visit pencilled in for May"
		}
	}
	gov := r.syn.Words[t].Head
	return gov != annot.None && r.syn.Words[t].Rel.Universal() == ud.Obj && r.is("pay", r.syn.Words[gov].Lemma)
}
