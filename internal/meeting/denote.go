package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// denotes reports whether a token is the head of words for a meeting.
func (r *reading) denotes(t annot.TokenID) (record.MeetingKind, bool, bool) {
	w := &r.syn.Words[t]
	switch w.UPOS {
	case ud.NOUN, ud.PROPN:
		if w.Rel == ud.Compound && w.Head == t+1 || w.Rel == ud.NmodDesc {
			return "", false, false
		}
		k, ok := r.nounKind(t)
		return k, false, ok
	case ud.VERB, ud.ADJ:
		if k, ok := r.noun[lower(r.seg.Word(t))]; ok && (r.afterModifier(t) || w.UPOS == ud.VERB && r.subjectless(t)) {
			return k, false, true // a tagger's slip: "the Lund talks mark"
		}
		if w.UPOS != ud.VERB {
			return "", false, false
		}
		if k, ok := r.verbWithWord(t); ok {
			return k, true, true
		}
		k, ok := r.verb[w.Lemma]
		return k, true, ok && r.verbMeets(t)
	}
	return "", false, false
}

// gathers reports whether those who gather do so to talk: delegates or parties
// do, supporters and relatives do not.
func (r *reading) gathers(t annot.TokenID) bool {
	s := r.subjectOf(t)
	if s == annot.None || r.actorAt(s) == annot.None {
		return false
	}
	if r.is("gatherer", r.syn.Words[s].Lemma) {
		return true
	}
	switch r.ents.List[r.actorAt(s)].Kind {
	case annot.OrganisationMention, annot.GovernmentMention, annot.StateMention:
		return true
	}
	return false
}

// verbWithWord reads "sat down", "spoke by telephone", "brought them
// together".
func (r *reading) verbWithWord(t annot.TokenID) (record.MeetingKind, bool) {
	end := r.seg.Sentences[r.seg.SentenceOf(t)].End
	for _, v := range r.verbWhen[r.syn.Words[t].Lemma] {
		for x := t + 1; x < min(t+7, end); x++ {
			if lower(r.seg.Word(x)) == v.word && (x <= t+4 || r.syn.Words[x].Head == t) && r.meetsSomebody(t) {
				return v.kind, true
			}
		}
	}
	return "", false
}

// meetsSomebody reports whether a verb has more than one party for its
// subject, or somebody behind "with" or "to", or as its object.
func (r *reading) meetsSomebody(t annot.TokenID) bool {
	if o := r.syn.Child(t, ud.Obj); o != annot.None && r.actorAt(o) != annot.None {
		return true
	}
	for d := range r.syn.Children(t) {
		if p := r.caseOf(d); r.syn.Words[d].Rel.Universal() == ud.Obl && (p == "with" || p == "to") && r.actorAt(d) != annot.None {
			return true
		}
	}
	s := r.subjectOf(t)
	return s != annot.None && (r.syn.Words[s].Feats.Has(ud.NumberPlur) || r.syn.Child(s, ud.Conj) != annot.None)
}

// subjectless reports whether a noun was taken for a finite verb, which then
// has no subject: "Talks there in May collapsed", "merger talks with them".
func (r *reading) subjectless(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	return w.Feats.Has(ud.TensePres|ud.VerbFormFin) && w.Rel != ud.Conj && r.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Obj) == annot.None
}

// afterModifier reports whether a word stands where only a noun can: behind a
// determiner or a name, with a verb or nothing after it.
func (r *reading) afterModifier(t annot.TokenID) bool {
	s := r.seg.Sentences[r.seg.SentenceOf(t)]
	if t == s.First {
		return false
	}
	switch r.syn.Words[t-1].UPOS {
	case ud.DET, ud.PROPN, ud.ADJ, ud.NUM:
		return r.leftEdge(t, s.First) < t-1 || r.syn.Words[t-1].UPOS == ud.DET
	}
	return false
}

// nounKind looks up a noun, by its form first, since "talk" is not "talks".
func (r *reading) nounKind(t annot.TokenID) (record.MeetingKind, bool) {
	form, lemma := lower(r.seg.Word(t)), r.syn.Words[t].Lemma
	for c := range r.syn.Children(t) {
		if r.is("other", lower(r.seg.Word(c))) {
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
		if k, ok := r.nounWith[key]; ok && (r.withSomebody(t) || k != record.Call && k != record.Visit && r.attended(t)) {
			return k, true
		}
		if k, ok := r.nounAgain[key]; ok && (r.again(t) || r.attended(t)) {
			return k, true
		}
	}
	return "", false
}

// attended reports whether somebody comes to what a noun denotes, or stays
// away from it: "attended the session", "will boycott the conference".
func (r *reading) attended(t annot.TokenID) bool {
	gov := r.syn.Words[t].Head
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return false
	}
	switch r.syn.Words[t].Rel {
	case ud.Obj, ud.NsubjPass:
		l := r.syn.Words[gov].Lemma
		return r.is("hold", l) && l != "have" || l == "attend" || l == "boycott" || l == "chair" || l == "adjourn" || l == "convene" || l == "reconvene"
	}
	return false
}

// toTable reads "return to the table", "back at the table": talks by where they
// are held.
func (r *reading) toTable(t annot.TokenID) bool {
	d, gov := r.syn.Child(t, ud.Det), r.syn.Words[t].Head
	if d == annot.None || d != t-1 || lower(r.seg.Word(d)) != "the" || gov == annot.None {
		return false
	}
	switch r.syn.Words[gov].Lemma {
	case "return", "come", "go", "get", "sit", "bring", "back", "leave":
		p := r.caseOf(t)
		return p == "to" || p == "at" || p == "back" || r.syn.Words[gov].Lemma == "leave"
	}
	return false
}

// ofTalks reports whether a noun has a complement "of talks".
func (r *reading) ofTalks(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel.Universal() == ud.Nmod && r.caseOf(c) == "of" {
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
		case r.is("ordinal", form), r.is("another", form):
			ordinal, next = true, next || !r.is("ordinal", form)
		case rel == ud.Compound, rel == ud.Amod && c < t:
			the = false
		}
	}
	if len(r.cands) == 0 {
		return next // "the next session" has one before it, "the second round" may be of an election
	}
	return ordinal || the && r.syn.Words[t].Lemma == "session"
}

// withSomebody reports whether a noun's modifiers or complement make a
// meeting of it: "a phone call", "a call with", "the visit to".
func (r *reading) withSomebody(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.is("modifier", lower(r.seg.Word(c))) {
			return true
		}
		if p := r.caseOf(c); r.syn.Words[c].Rel.Universal() == ud.Nmod && (p == "with" || p == "between") {
			return true
		}
	}
	return false
}

// verbMeets reports whether "meet" has people or a time, not "a deadline".
func (r *reading) verbMeets(t annot.TokenID) bool {
	if obj := r.syn.Child(t, ud.Obj); obj != annot.None {
		if w := &r.syn.Words[t]; w.Lemma == "host" || w.Lemma == "receive" { // "hosts refugees" is no meeting
			return r.actorAt(obj) != annot.None && r.timeUnder(t) != annot.None
		}
		if k := r.verb[r.syn.Words[t].Lemma]; k == record.Call { // "rang her" is no call of note
			e := r.actorAt(obj)
			return e != annot.None && r.ents.List[e].Named && r.syn.Words[obj].UPOS != ud.PRON
		}
		return r.actorAt(obj) != annot.None
	}
	if r.syn.Words[t].Lemma == "host" || r.syn.Words[t].Lemma == "receive" {
		return false
	}
	switch r.syn.Words[t].Lemma {
	case "gather", "assemble", "convene", "huddle":
		return r.gathers(t)
	}
	return r.syn.Child(t, ud.Nsubj, ud.Obl) != annot.None || r.syn.Words[t].Rel == ud.Xcomp
}
