package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A candidate is one place in the text that speaks of a meeting.
type candidate struct {
	head     annot.TokenID
	span     annot.Span
	kind     record.MeetingKind
	verb     bool // "will meet" and the like
	definite bool // "the talks", "his meeting", "the Doha talks"
	apart    bool // "another", "a second": set apart by its own words
	headline bool
	status   record.MeetingStatus
	strength int // how surely the words give the status: 0 not at all, 3 outright
	evidence annot.Span
	place    annot.EntityID
	time     annot.TimexID
	parts    []annot.Participant
	ordinal  annot.Span
	level    annot.Span
	same     annot.TokenID // the head of the candidate that this one is said to be, or None
	earlier  annot.TimexID // "the first since June 2019": when the one before it was, or None
}

// collect finds every candidate, in reading order.
func (r *reading) collect() {
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			kind, verb, ok := r.denotes(t)
			if !ok {
				continue
			}
			c := candidate{head: t, kind: kind, verb: verb, headline: !r.seg.Body(annot.SentenceID(i)),
				place: annot.None, time: annot.None, same: annot.None, earlier: annot.None}
			if verb {
				r.readVerb(&c)
			} else {
				r.readNoun(&c)
			}
			r.readStatus(&c)
			r.readParts(&c)
			if c.verb && len(c.parts) < 2 && c.status != record.Due && c.time == annot.None {
				continue // "the committee meets monthly": no meeting between parties
			}
			r.cands = append(r.cands, c)
		}
	}
}

// denotes reports whether a token is the head of words for a meeting.
func (r *reading) denotes(t annot.TokenID) (record.MeetingKind, bool, bool) {
	w := &r.syn.Words[t]
	switch w.UPOS {
	case ud.NOUN, ud.PROPN:
		if w.Rel == ud.Compound || w.Rel == ud.NmodDesc {
			return "", false, false
		}
		k, ok := r.nounKind(t)
		return k, false, ok
	case ud.VERB:
		k, ok := r.verb[w.Lemma]
		return k, true, ok && r.verbMeets(t)
	}
	return "", false, false
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
		if k, ok := r.nounWith[key]; ok && r.withSomebody(t) {
			return k, true
		}
	}
	return "", false
}

// ofTalks reports whether a noun has a complement "of talks".
func (r *reading) ofTalks(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel.Universal() == ud.Nmod && r.caseOf(c) == "of" {
			_, ok := r.noun[lower(r.seg.Word(c))]
			return ok
		}
	}
	return false
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
		return r.actorAt(obj) != annot.None
	}
	return r.syn.Child(t, ud.Nsubj, ud.Obl) != annot.None || r.syn.Words[t].Rel == ud.Xcomp
}

// readNoun reads what stands inside the noun phrase.
func (r *reading) readNoun(c *candidate) {
	c.span = r.phrase(c.head)
	c.place, c.time = r.placeUnder(c.head), r.timeUnder(c.head)
	for d := range r.syn.Children(c.head) {
		w, form := &r.syn.Words[d], lower(r.seg.Word(d))
		switch {
		case w.Rel == ud.Det && (form == "the" || form == "this" || form == "these" || form == "those"), w.Rel == ud.NmodPoss:
			c.definite = true
		case w.Rel == ud.Compound && r.placeOf(d) != annot.None:
			c.place = r.placeOf(d)
		case w.Rel.Universal() == ud.Nmod && r.caseOf(d) == "of" && r.peopleWord(d):
			c.level = r.syn.Subtree(d)
		}
		if r.is("another", form) {
			c.apart = true
		}
		if r.is("ordinal", form) && (w.Rel == ud.Amod || w.Rel == ud.Nummod) {
			c.ordinal = annot.Span{Start: r.seg.Tokens[d].Span.Start, End: c.span.End}
			c.earlier = r.sinceWhen(c.head)
		}
	}
	if r.syn.Child(c.head, ud.Det, ud.NmodPoss) == annot.None && c.place != annot.None {
		c.definite = true // "Doha talks"
	}
}

// sinceWhen returns the time of "the first N since TIME", or None.
func (r *reading) sinceWhen(head annot.TokenID) annot.TimexID {
	for t := head + 1; int(t) < len(r.syn.Words); t++ {
		if r.seg.SentenceOf(t) != r.seg.SentenceOf(head) {
			break
		}
		if lower(r.seg.Word(t)) == "since" {
			return r.timeAt(r.seg.Tokens[t].Span.End, r.seg.Tokens[t].Span.End+2)
		}
		if t > head+6 {
			break
		}
	}
	return annot.None
}

// readVerb takes the verb group as the words of the mention.
func (r *reading) readVerb(c *candidate) {
	c.span = r.seg.Tokens[c.head].Span
	c.place, c.time = r.placeUnder(c.head), r.timeUnder(c.head)
}
