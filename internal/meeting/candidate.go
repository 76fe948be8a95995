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
			if !ok || r.inLast(t) {
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
			if !r.worthIt(&c) || r.refused(&c) || !r.overruled(&c) {
				continue
			}
			r.cands = append(r.cands, c)
		}
	}
}

// worthIt turns down what has the words but not the substance: "the committee
// meets", "promised a phone call".
func (r *reading) worthIt(c *candidate) bool {
	switch {
	case c.verb:
		return len(c.parts) > 1 || c.status == record.Due || c.time != annot.None || len(c.parts) == 1 && r.several(c.parts[0].Entity)
	case c.kind == record.Call || c.kind == record.Visit:
		return (len(c.parts) > 0 || r.between(c)) && (c.strength > 0 || c.time != annot.None || len(c.parts) > 1)
	}
	return true
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

// refused reports whether an indefinite meeting is one that somebody rules
// out: what nobody is to hold is none.
func (r *reading) refused(c *candidate) bool {
	if !c.definite && (r.instead(c.head) || !c.verb && r.nobodyHolds(c)) {
		return true
	}
	if c.verb && (r.negated(c.head) || r.asked(c.head) || r.unwilling(c.head) || r.notGoing(c.head)) {
		return true
	}
	gov := r.syn.Words[c.head].Head
	if c.verb || c.definite || gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return false
	}
	switch r.syn.Words[c.head].Rel {
	case ud.Obj, ud.NsubjPass:
		return r.is("refuse", r.syn.Words[gov].Lemma) && !r.negated(gov)
	}
	return false
}

// instead reports whether "instead of" or "rather than" stands before a word:
// what is done is something else.
func (r *reading) instead(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if f := lower(r.seg.Word(c)); c < t && (f == "instead" && lower(r.seg.Word(c+1)) == "of" || f == "rather" && lower(r.seg.Word(c+1)) == "than") {
			return true
		}
	}
	return false
}

// nobodyHolds reports whether a phrase begins with "no" or "any" under a
// negation: "there would be no meeting", "no date had been set for talks".
func (r *reading) nobodyHolds(c *candidate) bool {
	if gov := r.syn.Words[c.head].Head; gov != annot.None && r.syn.Words[gov].UPOS == ud.NOUN && r.syn.Words[c.head].Rel.Universal() == ud.Nmod && r.no(gov) {
		return true // "no plans for a meeting"
	}
	switch lower(r.seg.Word(c.first)) {
	case "no":
		return true
	case "any":
		gov := r.syn.Words[c.head].Head
		return gov != annot.None && r.syn.Words[gov].UPOS == ud.VERB && (r.negated(gov) || r.unwilling(gov))
	}
	return false
}

// asked reports whether a token stands in a question.
func (r *reading) asked(t annot.TokenID) bool {
	s := r.seg.Sentences[r.seg.SentenceOf(t)]
	for x := s.End - 1; x >= s.First && x >= s.End-3; x-- {
		if r.seg.Word(x) == "?" {
			return true
		}
	}
	return false
}

// notGoing reports whether a verb hangs on one that is negated: "am not going
// to negotiate", "did not want to meet".
func (r *reading) notGoing(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	return gov != annot.None && r.syn.Words[verb].Rel == ud.Xcomp && r.negated(gov) && r.syn.Words[gov].Lemma != "rule"
}

// unwilling reports whether a verb hangs on one that refuses or denies it:
// "refused to meet", "ruled out meeting".
func (r *reading) unwilling(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	if gov == annot.None || r.negated(gov) {
		return false
	}
	switch r.syn.Words[gov].Lemma {
	case "refuse", "decline", "deny", "reject", "rule", "avoid":
		return true
	}
	return false
}

// inLast reports whether a token lies inside the phrase of the last candidate:
// the talks of "a round of talks" are no others.
func (r *reading) inLast(t annot.TokenID) bool {
	n := len(r.cands)
	return n > 0 && r.cands[n-1].first <= t && t <= r.cands[n-1].last
}
