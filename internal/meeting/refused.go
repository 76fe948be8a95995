package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// refused reports whether an indefinite meeting is one that somebody rules
// out: what nobody is to hold is none.
func (r *reading) refused(c *candidate) bool {
	if !c.definite && (!c.verb && r.before(c.first, 1) == "not" || r.instead(c.head) || !c.verb && r.nobodyHolds(c)) {
		return true
	}
	if w := &r.syn.Words[c.head]; c.verb && w.Rel == ud.AclRelcl && w.Head != annot.None && r.is("source", r.syn.Words[w.Head].Lemma) {
		return true // "people who met him said"
	}
	if c.verb && (r.meetsNobody(c.head) || r.nearly(c.head)) {
		return true
	}
	if c.verb && (r.negated(c.head) || r.asked(c.head) || r.unwilling(c.head) && !r.isDenied(c.head) || r.notGoing(c.head)) {
		return true
	}
	gov := r.syn.Words[c.head].Head
	if c.verb || c.definite || gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return false
	}
	switch r.syn.Words[c.head].Rel {
	case ud.Obj, ud.NsubjPass:
		if s := r.nsubj(gov); s != annot.None && r.neither(s) {
			return false
		}
		return r.is("refuse", r.syn.Words[gov].Lemma) && !r.negated(gov)
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

// meetsNobody reports whether a verb has "nobody" or neither of two for its
// object: "met neither the president nor the rebels", "met with no officials".
func (r *reading) meetsNobody(verb annot.TokenID) bool {
	for d := range r.syn.Children(verb) {
		rel := r.syn.Words[d].Rel.Universal()
		if d > verb && (rel == ud.Obj || rel == ud.Obl && r.caseOf(d) == "with") && (r.neither(d) || lower(r.seg.Word(d)) == "no-one" || r.pronounOne(d)) {
			return true
		}
	}
	return false
}

// pronounOne reports whether "no one" stands at a token.
func (r *reading) pronounOne(t annot.TokenID) bool {
	return lower(r.seg.Word(t)) == "one" && r.before(t, 1) == "no"
}

// nearly reports whether what a verb tells was only close to being done: "all
// but agreed", "almost met".
func (r *reading) nearly(verb annot.TokenID) bool {
	switch r.before(verb, 1) {
	case "almost", "nearly":
		return r.syn.Words[verb].UPOS == ud.VERB
	case "but":
		return r.before(verb, 2) == "all"
	}
	return lower(r.seg.Word(verb)) == "all" && r.adverb(verb, "but")
}

// unassured reads what somebody does not say, promise or agree to, or only may:
// "could not promise that talks would be held", "might agree to hold talks".
func unassured(r *reading, s step) ruling {
	if s.gov == annot.None || r.syn.Words[s.gov].UPOS != ud.VERB || !r.is("assure", r.syn.Words[s.gov].Lemma) || r.asksWhen(s.word) {
		return stands
	}
	if s.rel != ud.Ccomp && s.rel != ud.Xcomp && s.rel != ud.Obj {
		return stands
	}
	if !r.negated(s.gov) && !r.fewDo(s.gov) && r.aux(s.gov, "could", "might", "may") == annot.None {
		return stands
	}
	if s.past {
		return unknown
	}
	return floated
}

// loath reads what somebody is reluctant, or too ill, to do.
func loath(r *reading, s step) ruling {
	if s.gov == annot.None || s.rel != ud.Xcomp && s.rel != ud.Advcl || !r.marked(s.word, "to") || r.syn.Words[s.gov].UPOS == ud.VERB {
		return stands
	}
	too := false
	for d := range r.syn.Children(s.gov) {
		too = too || d < s.gov && lower(r.seg.Word(d)) == "too"
	}
	switch {
	case !too && !r.is("reluctant", lower(r.seg.Word(s.gov))):
		return stands
	case r.negated(s.gov):
		return floated
	}
	return nothing
}

// doubted reports whether a clause stands, a step or two up, under "whether"
// or "if": "asked whether that meant that the talks were over".
func (r *reading) doubted(word annot.TokenID) bool {
	for steps := 0; word != annot.None && steps < 3; steps++ {
		if r.marked(word, "whether", "if", "unless") {
			return true
		}
		if r.syn.Words[word].Rel.Universal() != ud.Ccomp {
			return false
		}
		word = r.syn.Words[word].Head
	}
	return false
}

// onlyMoved reports whether a verb hangs on one by which somebody is told to do
// it, or threatens to: what he does is still open.
func (r *reading) onlyMoved(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	if gov == annot.None || r.syn.Words[verb].Rel.Universal() != ud.Xcomp && r.syn.Words[verb].Rel.Universal() != ud.Advcl || !r.marked(verb, "to") {
		return false
	}
	switch l := r.syn.Words[gov].Lemma; l {
	case "threaten", "warn", "counsel", "caution":
		return true
	default:
		return r.is("moves", l) || r.is("floated-verb", l)
	}
}

// notMeant says how sure the coming is of somebody who does not want, plan or
// see fit to come, or is not expected to; the empty label where nothing such
// is said.
func (r *reading) notMeant(verb annot.TokenID) record.Participation {
	w := &r.syn.Words[verb]
	gov := w.Head
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB || !r.negated(gov) || !r.marked(verb, "to") || r.negated(verb) {
		return ""
	}
	switch l := r.syn.Words[gov].Lemma; w.Rel.Universal() {
	case ud.Advcl:
		if l == "see" && r.adverb(gov, "fit") {
			return record.Declined
		}
	case ud.Xcomp:
		switch {
		case r.is("fail-to", l) || r.is("refuse", l) || r.is("not-asked", l):
			return ""
		case r.is("means", l) && r.syn.Child(gov, ud.AuxPass) == annot.None:
			return record.Declined
		}
		return record.PossibleParticipant
	}
	return ""
}

// perhaps says how one of a list is there: "Velia, Ostra and possibly Lund".
func (r *reading) perhaps(t annot.TokenID, as record.Participation) record.Participation {
	if as != record.NamedParticipant {
		return as
	}
	for x := t - 1; x > t-5 && x >= 0 && r.syn.Words[x].UPOS != ud.VERB && r.seg.Word(x) != ","; x-- {
		if hedge(lower(r.seg.Word(x))) {
			return record.PossibleParticipant
		}
		if r.syn.Words[x].UPOS == ud.CCONJ {
			break
		}
	}
	return as
}

// mayCome says how sure it is that the subject of a verb comes to a meeting of
// which only the partner is told: "may return to talks with the guild".
func (r *reading) mayCome(verb annot.TokenID) record.Participation {
	if (r.is("come", r.syn.Words[verb].Lemma) || r.is("hold", r.syn.Words[verb].Lemma)) && r.aux(verb, "may", "might", "could") != annot.None {
		return record.PossibleParticipant
	}
	return record.NamedParticipant
}

// fellHere reports whether a sentence tells, before a word, of a meeting that
// had been due: "had been due to meet on Friday, but Dorn stayed away".
func (r *reading) fellHere(g *group, t annot.TokenID) bool {
	for _, c := range g.cands {
		if c.head < t && r.seg.SentenceOf(c.head) == r.seg.SentenceOf(t) && (c.status == record.CalledOff || c.status == record.UnknownStatus) {
			return true
		}
	}
	return false
}

// endOf reports whether a time is the end of a period.
func (r *reading) endOf(x annot.TimexID) bool {
	first, stop := r.seg.Within(r.times.List[x].Span)
	for t := max(first-2, 0); t < stop; t++ {
		if lower(r.seg.Word(t)) == "end" {
			return true
		}
	}
	return false
}

// plainlyPast reports whether the words of a time say that it is over: "last
// Friday", "yesterday".
func (r *reading) plainlyPast(x annot.TimexID) bool {
	if x == annot.None {
		return false
	}
	first, stop := r.seg.Within(r.times.List[x].Span)
	for t := first; t < stop; t++ {
		switch lower(r.seg.Word(t)) {
		case "last", "yesterday", "ago":
			return true
		}
	}
	return false
}

// negated reports whether a verb has "not", "never" or "neither", or for
// its subject nobody, or neither of two.
func (r *reading) negated(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "not", "n't", "n’t", "never":
			if c > verb || lower(r.seg.Word(c+1)) != "until" { // "not until Monday did they meet"
				return true
			}
		case "point", "time", "stage", "moment", "way", "circumstances":
			if c < verb && r.no(c) {
				return true // "at no point did they meet"
			}
		case "longer":
			if r.before(c, 1) == "no" {
				return true // "will no longer meet"
			}
		case "neither", "nor":
			if c < verb && r.syn.Words[c].Rel.Universal() == ud.Advmod {
				return true // "have neither joined the talks"
			}
		}
	}
	s := r.nsubj(verb)
	return s != annot.None && s < verb && r.neither(s) && (r.actorAt(s) != annot.None || r.syn.Words[s].UPOS == ud.PRON || r.is("gatherer", r.syn.Words[s].Lemma))
}

// itsEnd reads a pronoun for the meeting just spoken of that somebody calls off:
// "had invited both sides to a meeting, but cancelled it". Any other thing
// between the two may be what is meant.
func (r *reading) itsEnd(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.UPOS != ud.PRON || w.Rel != ud.Obj || !r.justBefore(t) {
		return false
	}
	if f := lower(r.seg.Word(t)); f != "it" && f != "them" {
		return false
	}
	c, verb := &r.cands[len(r.cands)-1], w.Head
	if !r.cancels(verb) || r.undone(verb) || !r.syn.Words[verb].Feats.Has(ud.TensePast) || c.status == record.Held || c.status == record.UnderWay {
		return false
	}
	for x := max(c.last, c.head) + 1; x < t; x++ {
		switch r.syn.Words[x].Rel {
		case ud.Obj, ud.Nsubj, ud.NsubjPass:
			if r.syn.Words[x].UPOS == ud.NOUN && r.actorAt(x) == annot.None && r.placeOf(x) == annot.None {
				return false
			}
		}
	}
	return true
}

// cancels reports whether a verb is one of calling off what was to be.
func (r *reading) cancels(verb annot.TokenID) bool {
	switch r.syn.Words[verb].Lemma {
	case "cancel", "postpone", "scrap", "reschedule":
		return true
	}
	return r.callsOff(verb)
}

// isOn reads "they were on", "is still on", of what may have been off.
func (r *reading) isOn(word annot.TokenID) bool {
	return lower(r.seg.Word(word)) == "on" && r.aux(word, "is", "are", "was", "were", "’s", "'s", "be") != annot.None && !r.negated(word) && !r.hedged(word)
}

// contradicts marks that it is said of a meeting that it is on, or will go
// ahead, of which it was just said that it is off: nobody can tell which.
func (r *reading) contradicts(c *candidate) {
	if c.same == annot.None || c.status != record.Due || c.strength < outright || c.time != annot.None {
		return
	}
	for i := range r.cands {
		if old := &r.cands[i]; old.head == c.same && old.status == record.CalledOff && r.seg.SentenceOf(old.head) != r.seg.SentenceOf(c.head) {
			c.status, c.contrary = record.UnknownStatus, true
		}
	}
}

// nextAfter reports whether of a meeting and a candidate one has a number of
// its own, and is not said to be still to come, and the other is the next.
func (r *reading) nextAfter(g *group, c *candidate) bool {
	if c.verb || c.status == record.Due && !c.ordinal.Empty() {
		return false
	}
	ahead := g.status() == record.Due || g.status() == record.FloatedMeeting
	next := r.isNext(c)
	for _, x := range g.cands {
		if next && !ahead && !x.ordinal.Empty() || !c.ordinal.Empty() && !next && r.isNext(x) {
			return true
		}
	}
	return false
}

// isNext reports whether a phrase is "the next round".
func (r *reading) isNext(c *candidate) bool {
	for t := c.first; t < c.head && !c.verb; t++ {
		if lower(r.seg.Word(t)) == "next" && r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End) == annot.None {
			return true
		}
	}
	return false
}

// foregone reads "the summit is certain", "is nearly certain".
func (r *reading) foregone(word annot.TokenID) verdict {
	at := r.seg.Tokens[word].Span
	switch {
	case r.negated(word) || r.hedged(word) || r.nearly(word) || r.before(word, 1) == "nearly" || r.before(word, 1) == "almost":
		return verdict{record.FloatedMeeting, outright, at}
	case r.aux(word, "is", "are") != annot.None:
		return verdict{record.Due, modifier, at}
	}
	return verdict{}
}

// rumouredPast reports whether a meeting is one that may have been, "are
// believed to have met", and a candidate one that is to be or is off.
func (r *reading) rumouredPast(g *group, c *candidate) bool {
	return g.rumoured(r) && !c.verb && c.strength >= modifier &&
		(c.status == record.CalledOff || c.status == record.Due || c.status == record.FloatedMeeting)
}

// takesItBack reads, in the sentence behind one that tells what somebody had
// planned, that it is no longer so: "It no longer does", "They no longer will".
func (r *reading) takesItBack(t annot.TokenID) {
	if lower(r.seg.Word(t)) != "longer" || r.before(t, 1) != "no" || len(r.cands) == 0 {
		return
	}
	c, verb := &r.cands[len(r.cands)-1], r.syn.Words[t].Head
	if verb == annot.None || !c.verb || r.seg.SentenceOf(t) != r.seg.SentenceOf(c.head)+1 || c.status == record.Held || c.status == record.UnderWay {
		return
	}
	s := r.nsubj(verb)
	if s == annot.None || r.syn.Words[s].UPOS != ud.PRON {
		return
	}
	switch r.syn.Words[verb].Lemma {
	case "do", "will", "be":
		if r.syn.Child(verb, ud.Cop, ud.Ccomp) == annot.None && (r.syn.Child(verb, ud.Obj) == annot.None) {
			c.status, c.strength, c.evidence = record.CalledOff, outright, r.seg.SpanOf(t-1, t)
		}
	}
}
