package meeting

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A verdict is what some words say of a meeting's standing.
type verdict struct {
	status   record.MeetingStatus
	strength int
	words    annot.Span
}

// Strengths of a verdict.
const (
	hint     = 1 // a preposition, a tense in the background
	modifier = 2 // an adjective or noun of the phrase
	outright = 3 // the verb that governs it
)

func (c *candidate) note(v verdict) {
	if v.strength > c.strength {
		c.status, c.strength, c.evidence = v.status, v.strength, v.words
	}
}

// readStatus asks the words around a candidate where the meeting stands.
func (r *reading) readStatus(c *candidate) {
	r.standing(c)
	if (c.status == record.FloatedMeeting || c.status == record.Due && r.plainlyPast(c.time)) && r.lies(c.time) < 0 {
		c.status = record.UnknownStatus // its day is past: nobody says that it was held
	}
}

// standing reads the words alone.
func (r *reading) standing(c *candidate) {
	c.status = record.UnknownStatus
	if c.verb && r.asksTo(c.head) {
		if !r.negated(c.head) {
			c.note(verdict{record.FloatedMeeting, outright, c.span})
		}
		return
	}
	if c.verb {
		v := r.tense(c.head, true)
		if v.status == record.Due && c.time == annot.None && !r.agreedOn(c.head) && r.aux(c.head, "would", "’d", "'d") != annot.None {
			v.status = record.FloatedMeeting // "he would sit down with them": when, nobody says
		}
		c.note(v)
		c.note(r.governed(c.head))
		r.fellThrough(c)
		r.byDate(c)
		return
	}
	for t := c.first; t < c.head; t++ {
		c.note(r.fromModifier(t))
	}
	c.note(r.fromPreposition(c))
	c.note(r.fromGovernor(c))
	c.note(r.fromBehind(c))
	c.note(r.inTalks(c.head))
	if r.caseOf(c.head) == "at" && r.syn.Child(c.head, ud.Cop) != annot.None {
		c.note(r.tense(c.head, true)) // "will be at the table"
	}
	if v := r.syn.Child(c.head, ud.AclRelcl); v != annot.None && r.leftIt(v) {
		c.note(verdict{record.Held, hint, r.seg.Tokens[v].Span})
		if c.time == annot.None {
			c.time = r.timeUnder(v)
		}
	}
	if v := r.syn.Child(c.head, ud.AclRelcl); v != annot.None { // "the talks, which begin on Monday"
		if x := r.ofSubject(v); x.strength > 0 && r.nsubj(v) != annot.None && r.syn.Words[r.nsubj(v)].UPOS == ud.PRON {
			c.note(x)
		}
	}
	if r.syn.Words[c.head].UPOS == ud.VERB { // a tagger's slip: the true verb hangs below
		if v := r.syn.Child(c.head, ud.Advcl, ud.Ccomp, ud.Parataxis); v != annot.None {
			c.note(r.ofSubject(v))
		}
	}
	r.byDate(c)
	switch {
	case c.moved && c.status == record.CalledOff && len(r.times.List[c.time].Value) >= len("2031-05-01"):
		c.status = record.Due // put off to a day, not to some day in May
	case c.called && c.status != record.CalledOff:
		c.status, c.strength = record.Due, outright
	}
}

// fromBehind reads "is due in Lund", "are under way" right behind the phrase.
func (r *reading) fromBehind(c *candidate) verdict {
	t := r.setBehind(c)
	if t == annot.None {
		return verdict{}
	}
	at := r.seg.Tokens[t].Span
	if end := r.seg.Sentences[r.seg.SentenceOf(t)].End; t+2 < end && lower(r.seg.Word(t+1)) == "to" && r.is("over", r.syn.Words[t+2].Lemma) {
		return verdict{record.UnderWay, modifier, at} // "is scheduled to end at six"
	}
	if r.is("set-for", lower(r.seg.Word(t))) {
		for x := c.last + 1; x < t; x++ {
			switch lower(r.seg.Word(x)) {
			case "not", "n't", "n’t", "had", "never", "yet":
				return verdict{record.UnknownStatus, hint, at}
			case "was", "were":
				return verdict{record.Due, modifier, at}
			}
		}
		return verdict{record.Due, outright, at}
	}
	return verdict{record.UnderWay, outright, at}
}

func (r *reading) fromModifier(d annot.TokenID) verdict {
	form, lemma := lower(r.seg.Word(d)), r.syn.Words[d].Lemma
	v := verdict{strength: modifier, words: r.seg.Tokens[d].Span}
	switch {
	case r.is("floated-modifier", form):
		v.status = record.FloatedMeeting
	case r.is("due-modifier", form):
		v.status = record.Due
	case r.is("held-modifier", form):
		v.status = record.Held
	case r.is("under-way-modifier", form):
		v.status = record.UnderWay
	case r.syn.Words[d].Rel == ud.Amod && r.is("called-off", lemma):
		v.status = record.CalledOff
	default:
		return verdict{}
	}
	return v
}

// fromPreposition reads "ahead of the talks", "preparing for the summit",
// "after the meeting".
func (r *reading) fromPreposition(c *candidate) verdict {
	if c.first == 0 {
		return verdict{}
	}
	word, second := r.before(c.first, 1), r.before(c.first, 2)
	if d := r.dueBefore(c); d != annot.None && r.aux(d, "had") != annot.None {
		return r.hadBeen(d)
	} else if d != annot.None {
		return verdict{record.Due, outright, r.seg.Tokens[d].Span}
	}
	v := verdict{strength: hint, words: r.seg.Tokens[c.first-1].Span}
	switch {
	case word == "":
		return verdict{}
	case word == "of" && r.is("floated-noun", second):
		return verdict{record.FloatedMeeting, outright, r.seg.Tokens[c.first-2].Span}
	case word == "of" && r.is("before-prep", second), word == "to" && second == "prior":
		v.status, v.strength, v.words = record.Due, modifier, r.seg.SpanOf(c.first-2, c.first-1)
	case r.is("before-prep", word):
		v.status, v.strength = record.Due, modifier
	case word == "for" && second != "" && r.is("due-verb", r.syn.Words[c.first-2].Lemma):
		if r.noneBefore(c.first - 2) {
			return verdict{record.UnknownStatus, outright, v.words} // "no date was set for"
		}
		v.status, v.strength, v.words = record.Due, modifier, r.seg.Tokens[c.first-2].Span
	case word == "for" && second == "date" && r.noneBefore(c.first-2):
		return verdict{record.UnknownStatus, outright, v.words}
	case (word == "in" || word == "at" || word == "during" || word == "on" && kindClass(c.kind) > 0 || word == "over" || word == "through") && r.toldIn(c):
		v.status = record.Held
	case word == "since":
		v.status, v.strength = record.Held, modifier
	case r.is("after-prep", word), r.is("after-prep", second) && r.syn.Words[c.first-1].UPOS == ud.NUM:
		v.status = record.Held
	default:
		return verdict{}
	}
	return v
}

// toldIn reports whether what a phrase is the scene of is told as past:
// "reached in a call", "told them at a meeting".
func (r *reading) toldIn(c *candidate) bool {
	gov := r.syn.Words[c.head].Head
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB || r.syn.Words[c.head].Rel.Universal() != ud.Obl || r.is("knows", r.syn.Words[gov].Lemma) {
		return false
	}
	return r.syn.Words[gov].Feats.Has(ud.TensePast) && r.aux(gov, "will", "would", "is", "are", "to", "could", "might", "may") == annot.None
}

// fromGovernor reads the word that the phrase depends on.
func (r *reading) fromGovernor(c *candidate) verdict {
	head := c.head
	gov, rel := r.above(c)
	if gov == annot.None {
		return verdict{}
	}
	if w := &r.syn.Words[gov]; w.UPOS == ud.NOUN && w.Head != annot.None && rel.Universal() == ud.Nmod && (r.is("plan-noun", w.Lemma) || r.is("floated-noun", w.Lemma)) {
		if x := r.fromAbove(gov, w.Head, w.Rel); x.status == record.CalledOff {
			return x // "plans for a round were shelved"
		}
	}
	v := r.fromAbove(head, gov, rel)
	if rel != ud.Nsubj && rel != ud.NsubjPass {
		return v
	}
	for d := range r.syn.Children(gov) { // "opened on Monday but were adjourned"
		if r.syn.Words[d].Rel == ud.Conj && r.nsubj(d) == annot.None {
			if x := r.fromAbove(head, d, r.passive(d)); x.strength == outright && x.status != record.Due && x.status != record.FloatedMeeting {
				v = x
			}
		}
	}
	return v
}

// above returns the word that a phrase depends on, and how: also where a
// parser made it the subject of the verb of saying behind its own, "Talks were
// adjourned, the mediator said", or took its last word alone for the subject,
// "after talks between Velia and the guild were suspended".
func (r *reading) above(c *candidate) (annot.TokenID, ud.DepRel) {
	head := c.head
	gov, rel := r.syn.Words[head].Head, r.syn.Words[head].Rel
	if v := r.syn.Child(head, ud.AclRelcl); c.apart && rel == ud.Appos && v != annot.None {
		return v, r.passive(v) // "the latest of which was held"
	}
	if v := r.verbBehind(c); v != annot.None && (v != gov || rel.Universal() == ud.Obl) {
		if s := r.nsubj(v); s != head && s > c.head && s <= c.last && (r.syn.Words[s].UPOS != ud.PRON || gov == annot.None || !r.is("called-off", r.syn.Words[gov].Lemma)) {
			return v, r.passive(v)
		}
	}
	if gov == annot.None || rel != ud.Nsubj {
		return gov, rel
	}
	if v := r.trueVerb(c, gov); v != annot.None {
		return v, r.passive(v)
	}
	if c := r.syn.Child(gov, ud.Ccomp, ud.Parataxis); c > head && c < gov && r.nsubj(c) == annot.None {
		return c, r.passive(c)
	}
	return gov, rel
}

// verbBehind returns the verb whose group follows a phrase, or None.
func (r *reading) verbBehind(c *candidate) annot.TokenID {
	end := r.seg.Sentences[r.seg.SentenceOf(c.head)].End
	for t := c.last + 1; t < min(c.last+5, end); t++ {
		switch r.syn.Words[t].UPOS {
		case ud.VERB:
			return t
		case ud.AUX, ud.ADV, ud.PART:
		default:
			return annot.None
		}
	}
	return annot.None
}

// passive returns the relation that the subject of a verb would have.
func (r *reading) passive(verb annot.TokenID) ud.DepRel {
	if r.syn.Child(verb, ud.AuxPass) != annot.None {
		return ud.NsubjPass
	}
	return ud.Nsubj
}

// fromAbove reads the word that the phrase depends on in a way.
func (r *reading) fromAbove(head, gov annot.TokenID, rel ud.DepRel) verdict {
	w, at := &r.syn.Words[gov], r.seg.Tokens[gov].Span
	switch {
	case (r.callsOff(gov) || r.is("called-off", w.Lemma)) && (rel == ud.Obj || rel == ud.NsubjPass || rel == ud.Nsubj && w.Lemma == "fall" || rel == ud.Obl && slices.Contains(r.offVerb[w.Lemma], r.caseOf(head))):
		if r.undone(gov) {
			return verdict{}
		}
		return verdict{record.CalledOff, outright, at}
	case r.pullsOut(gov) && rel == ud.Obl && r.dayOf(head):
		return verdict{record.Due, modifier, at}
	case r.is("leave", w.Lemma) && (rel == ud.Obj || rel == ud.Obl && (r.caseOf(head) == "" && r.syn.Child(gov, ud.CompoundPrt) != annot.None || r.caseOf(head) == "of" || r.caseOf(head) == "from" || r.caseOf(head) == "out")):
		return r.left(gov)
	case r.is("open-adjective", w.Lemma) && rel == ud.Obl && (r.caseOf(head) == "to" || r.caseOf(head) == "for"):
		return verdict{record.FloatedMeeting, outright, at}
	case rel == ud.Nsubj && r.is("ended", lower(r.seg.Word(gov))) && r.aux(gov, "is", "are", "was", "were") != annot.None:
		return verdict{record.Held, outright, at}
	case rel == ud.Obj && w.Lemma == "call" && r.the(head):
		return verdict{record.Held, hint, at} // "called the meeting useful"
	case rel == ud.Obj && (w.Lemma == "call" && r.syn.Child(head, ud.NmodPoss) == annot.None && !r.the(head) && r.syn.Child(gov, ud.Xcomp) == annot.None || w.Lemma == "bring" && r.hasForward(gov)), // "called an emergency meeting"
		rel == ud.NsubjPass && w.Lemma == "bring" && r.hasForward(gov):
		return verdict{record.Due, outright, at}
	case (rel == ud.Nsubj || rel == ud.NsubjPass) && r.inDoubt(gov):
		return verdict{record.FloatedMeeting, outright, at}
	case rel == ud.Nsubj && (r.is("likely", lower(r.seg.Word(gov))) || r.looksLikely(gov)):
		return verdict{record.FloatedMeeting, outright, at}
	case r.syn.Child(gov, ud.Cop) != annot.None && (rel == ud.Nsubj || r.placeOf(gov) != annot.None && r.caseOf(head) == "for"):
		return r.ofCopula(gov, rel)
	case (rel == ud.Nsubj || rel == ud.NsubjPass) && r.underWay(gov):
		return verdict{record.UnderWay, outright, at}
	case w.UPOS == ud.NOUN && w.Lemma == "invitation":
		return r.invitation(gov)
	case w.UPOS == ud.NOUN && r.is("floated-noun", w.Lemma):
		return verdict{record.FloatedMeeting, outright, at}
	case w.UPOS == ud.NOUN && r.is("over-noun", w.Lemma) && r.caseOf(head) == "of":
		return verdict{record.Held, modifier, at}
	case r.talksUnder(gov) == head && w.UPOS == ud.VERB:
		return r.gathered(gov, head)
	case rel == ud.Obl && r.is("keep-out", w.Lemma) && r.aux(gov, "was", "were") != annot.None && !r.negated(gov):
		return verdict{record.Held, hint, at} // "was shut out of the session"
	case rel == ud.Nsubj && w.Lemma == "remain" && r.onlyOption(gov):
		return verdict{record.FloatedMeeting, outright, at}
	case rel == ud.Obj && r.is("describe", w.Lemma) && r.marksAs(gov):
		return verdict{record.Held, hint, at}
	case rel == ud.Obj || rel == ud.NsubjPass:
		return r.ofObject(gov)
	case rel == ud.Nsubj:
		return r.ofSubject(gov)
	case rel == ud.Obl:
		return r.asOblique(head, gov)
	}
	return verdict{}
}

// looksLikely reads "looks unlikely", "seems possible".
func (r *reading) looksLikely(verb annot.TokenID) bool {
	x := r.syn.Child(verb, ud.Xcomp)
	return x != annot.None && r.is("likely", lower(r.seg.Word(x)))
}

// callsOff reads "was called off", "put off the session".
func (r *reading) callsOff(verb annot.TokenID) bool {
	particles := r.offVerb[r.syn.Words[verb].Lemma]
	if len(particles) == 0 {
		return false
	}
	for c := range r.syn.Children(verb) {
		if c > verb && (slices.Contains(particles, lower(r.seg.Word(c))) || r.syn.Words[c].Rel == ud.Obl && slices.Contains(particles, r.caseOf(c)) && r.seg.Word(verb+1) == r.caseOf(c)) {
			return true // the particle may be read as a preposition
		}
	}
	return false
}

// undone reports whether a verb of calling off tells of what somebody only
// threatens, wants or refuses to do, may do, or is said in a claim to have done.
func (r *reading) undone(verb annot.TokenID) bool {
	if r.negated(verb) || r.hedged(verb) || r.supposed(verb) {
		return true
	}
	gov := r.syn.Words[verb].Head
	if gov == annot.None {
		return false
	}
	switch l := r.syn.Words[gov].Lemma; r.syn.Words[verb].Rel.Universal() {
	case ud.Xcomp:
		return l == "threaten" || r.is("floated-verb", l) || r.is("fail-to", l)
	case ud.Acl:
		return r.is("claim", l) && r.marked(verb, "that")
	case ud.Ccomp:
		return r.is("deny", l) || r.syn.Words[gov].UPOS == ud.NOUN && r.is("claim", l)
	}
	return false
}
