package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A candidate is one place in the text that speaks of a meeting.
type candidate struct {
	head     annot.TokenID
	first    annot.TokenID // of the phrase
	last     annot.TokenID // of the phrase
	span     annot.Span
	kind     record.MeetingKind
	verb     bool // "will meet" and the like
	definite bool // "the talks", "his meeting", "the Doha talks"
	apart    bool // "another", "a second": set apart by its own words
	headline bool
	moved    bool // put off to a date that is given
	called   bool // called for a date that is given
	putOff   bool // put off, and no date given
	contrary bool // said to go ahead where another says that it is off
	status   record.MeetingStatus
	strength int // how surely the words give the status: 0 not at all, 3 outright
	evidence annot.Span
	place    annot.EntityID
	time     annot.TimexID
	parts    []annot.Participant
	ordinal  annot.Span
	level    annot.Span
	same     annot.TokenID // the head of the candidate that this one is said to be, or None
	asks     bool          // told by whom somebody asks to a place
	aside    bool          // only named in saying who tells: "people close to the talks"
	earlier  annot.TimexID // "the first since June 2019": when the one before it was, or None
}

// collect finds every candidate, in reading order.
func (r *reading) collect() {
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			r.takesItBack(t)
			kind, verb, ok := r.denotes(t)
			if !ok || r.inLast(t) {
				continue
			}
			c := candidate{head: t, kind: kind, verb: verb, headline: !r.seg.Body(annot.SentenceID(i)),
				place: annot.None, time: annot.None, same: annot.None, earlier: annot.None}
			if r.itself(t) {
				c.same = r.cands[len(r.cands)-1].head
			}
			c.apart = r.oneOf(t) || verb && r.adverb(t, "again")
			if verb {
				c.asks = r.asksTo(t)
				r.readVerb(&c)
			} else {
				r.readNoun(&c)
			}
			if c.apart && r.oneOf(t) {
				c.definite = false // "the last" is another than those before it
			}
			r.readStatus(&c)
			r.readParts(&c)
			r.contradicts(&c)
			if !r.worthIt(&c) || r.refused(&c) || !r.overruled(&c) {
				continue
			}
			c.aside = !verb && c.status == record.UnknownStatus && r.inPassing(&c)
			r.cands = append(r.cands, c)
		}
	}
}

// inPassing reports whether a meeting is only named in saying who tells or why
// he gives no name: "people familiar with the talks", "because the talks are
// private".
func (r *reading) inPassing(c *candidate) bool {
	gov := r.syn.Words[c.head].Head
	if gov == annot.None || !c.definite {
		return false
	}
	return r.is("knows", r.syn.Words[gov].Lemma) || r.is("private", r.syn.Words[gov].Lemma)
}

// worthIt turns down what has the words but not the substance: "the committee
// meets", "promised a phone call".
func (r *reading) worthIt(c *candidate) bool {
	switch {
	case r.homeFor(c), r.ownTrip(c):
		return false
	case c.verb:
		return r.theyMet(c) || !r.regularly(c) && (len(c.parts) > 1 || c.status == record.Due || c.time != annot.None || len(c.parts) == 1 && r.several(c.parts[0].Entity))
	case c.kind == record.Call || c.kind == record.Visit:
		return (len(c.parts) > 0 || r.between(c) || c.kind == record.Visit && c.status == record.Due && c.strength == outright || c.kind == record.Call && c.status == record.Held && c.strength == outright) && (c.strength > 0 || c.time != annot.None || len(c.parts) > 1)
	}
	return true
}

// ownTrip reports whether somebody calls off only the trip to a meeting that
// the sentence has named: "was due to join the talks but cancelled his trip".
func (r *reading) ownTrip(c *candidate) bool {
	n := len(r.cands)
	return c.kind == record.Visit && c.status == record.CalledOff && r.syn.Child(c.head, ud.NmodPoss) != annot.None && r.syn.Child(c.head, ud.Nmod) == annot.None &&
		n > 0 && r.seg.SentenceOf(r.cands[n-1].head) == r.seg.SentenceOf(c.head)
}

// homeFor reports whether somebody only goes home, or is called there, for
// consultations.
func (r *reading) homeFor(c *candidate) bool {
	gov := r.syn.Words[c.head].Head
	if gov == annot.None || r.syn.Words[c.head].Lemma != "consultation" || r.caseOf(c.head) != "for" || len(c.parts) > 1 {
		return false
	}
	if r.syn.Words[gov].Lemma == "recall" || r.syn.Words[gov].Lemma == "summon" || r.syn.Words[gov].Lemma == "withdraw" {
		return true
	}
	for d := range r.syn.Children(gov) {
		if lower(r.seg.Word(d)) == "home" {
			return true
		}
	}
	return false
}

// between reports whether the phrase says between whom, though no actor of
// the report is known by those words.
func (r *reading) between(c *candidate) bool {
	return c.head < c.last && lower(r.seg.Word(c.head+1)) == "between"
}

// several reports whether an entity is more than one party, so that it can
// meet.
func (r *reading) several(e annot.EntityID) bool {
	return r.ents.List[e].Kind == annot.GroupMention || len(r.ents.List[e].Members) > 1
}

// inLast reports whether a token lies inside the phrase of the last candidate:
// the talks of "a round of talks" are no others.
func (r *reading) inLast(t annot.TokenID) bool {
	n := len(r.cands)
	return n > 0 && r.cands[n-1].first <= t && t <= r.cands[n-1].last
}

// denotes reports whether a token is the head of words for a meeting.
func (r *reading) denotes(t annot.TokenID) (record.MeetingKind, bool, bool) {
	w := &r.syn.Words[t]
	if r.oneOf(t) || r.itself(t) {
		return r.cands[len(r.cands)-1].kind, false, true
	}
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
		if r.asksTo(t) || r.wentToSee(t) {
			return record.MeetingProper, true, true
		}
		if r.spoke(t) {
			return record.Talks, true, true
		}
		if r.talksBelow(t) {
			return "", false, false
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
	for d := range r.syn.Children(s) {
		if r.syn.Words[d].Rel == ud.Conj && r.is("gatherer", r.syn.Words[d].Lemma) {
			return true // "Velia, Ostra and Lund's ministers"
		}
	}
	if r.is("gatherer", r.syn.Words[s].Lemma) || r.syn.Child(s, ud.Conj) != annot.None && r.ents.List[r.actorAt(s)].Kind == annot.PersonMention {
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
		for x := t + 1; x < min(t+13, end); x++ {
			if v.word == "again" && x != t+1 {
				break // "talk again", "try again"
			}
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
		if p := r.caseOf(d); r.syn.Words[d].Rel.Universal() == ud.Obl && (p == "with" || p == "to" && r.actorAt(d) != annot.None) {
			return true
		}
	}
	s := r.subjectOf(t)
	if s == annot.None {
		return false
	}
	return r.syn.Words[s].Feats.Has(ud.NumberPlur) || r.syn.Child(s, ud.Conj) != annot.None || r.is("gatherer", r.syn.Words[s].Lemma)
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
	case ud.NOUN: // "the coalition talks, now in", "the wage talks ended"
		if t+1 >= s.End {
			return true
		}
		switch r.syn.Words[t+1].UPOS {
		case ud.PUNCT, ud.AUX, ud.VERB:
			return true
		}
		if left := lower(r.seg.Word(r.leftEdge(t, s.First))); r.is("series", left) || r.is("another", left) || lower(r.seg.Word(t+1)) == "between" {
			return true // "previous merger talks between"
		}
	}
	return false
}

// verbMeets reports whether "meet" has people or a time, not "a deadline".
func (r *reading) verbMeets(t annot.TokenID) bool {
	if s := r.nsubj(t); s != annot.None && r.syn.Words[t].Lemma == "receive" && r.syn.Child(t, ud.AuxPass) != annot.None {
		return r.actorAt(s) != annot.None && r.agent(t) != annot.None && r.actorAt(r.agent(t)) != annot.None // "was received by the emir"
	}
	if obj := r.object(t); obj != annot.None && r.actorAt(obj) != annot.None && r.press[r.actorAt(obj)] {
		return false // "met reporters"
	}
	if obj := r.object(t); obj != annot.None && lower(r.seg.Word(obj)) != "face" { // "meet face to face"
		if w := &r.syn.Words[t]; w.Lemma == "host" || w.Lemma == "receive" { // "hosts refugees" is no meeting
			return r.receives(t, obj)
		}
		if k := r.verb[r.syn.Words[t].Lemma]; k == record.Call { // "rang her" is no call of note
			e := r.actorAt(obj)
			return e != annot.None && (r.ents.List[e].Named || r.timeUnder(t) != annot.None) && r.syn.Words[obj].UPOS != ud.PRON
		}
		return r.actorAt(obj) != annot.None
	}
	if r.syn.Words[t].Lemma == "host" || r.syn.Words[t].Lemma == "receive" {
		return false
	}
	switch r.syn.Words[t].Lemma {
	case "dine", "lunch", "breakfast":
		return r.meetsSomebody(t) && (r.placeUnder(t) != annot.None || r.timeUnder(t) != annot.None)
	case "sit":
		return r.sits(t)
	case "gather", "assemble", "convene", "huddle":
		return r.gathers(t)
	}
	w := &r.syn.Words[t]
	return r.syn.Child(t, ud.Nsubj, ud.Obl) != annot.None || w.Rel == ud.Xcomp || w.Rel == ud.Advcl && r.is("set-for", lower(r.seg.Word(w.Head))) // "were due to meet"
}
