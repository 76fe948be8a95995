package meeting

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

func (r *reading) hedged(verb annot.TokenID) bool {
	return r.aux(verb, "could", "might", "may", "should", "can", "must", "ought") != annot.None
}

// tense reads a verb's auxiliaries and form. acting tells a verb that makes
// the meeting ("hold", "meet") from one that only has it as its subject.
func (r *reading) tense(verb annot.TokenID, acting bool) verdict {
	w, at := &r.syn.Words[verb], r.seg.Tokens[verb].Span
	if m := r.syn.Child(verb, ud.Mark); m != annot.None && lower(r.seg.Word(m)) == "whether" && r.aux(verb, "had", "have", "has") != annot.None {
		return verdict{record.UnknownStatus, outright, r.seg.Tokens[m].Span} // "whether they had met"
	}
	if m := r.syn.Child(verb, ud.Mark); m != annot.None && lower(r.seg.Word(m)) == "whether" {
		return verdict{record.FloatedMeeting, outright, r.seg.Tokens[m].Span}
	}
	if r.supposed(verb) {
		return verdict{} // "if the talks fail" says nothing of where they stand
	}
	if a := r.aux(verb, "have"); a != annot.None && !w.Feats.Has(ud.VerbFormFin) && (r.aux(verb, "could", "might", "may", "would", "should") != annot.None || r.before(a, 1) == "to") {
		if r.before(a, 1) == "to" && r.aux(verb, "was", "were") != annot.None {
			return verdict{record.CalledOff, outright, r.seg.Tokens[a].Span} // "was to have met"
		}
		return verdict{record.UnknownStatus, outright, r.seg.Tokens[a].Span} // "may have met"
	}
	if a := r.aux(verb, "could", "might", "may", "can", "should", "must", "ought"); a != annot.None {
		return verdict{record.FloatedMeeting, outright, r.seg.Tokens[a].Span}
	}
	if a := r.aux(verb, "will", "would", "shall", "’ll", "'ll", "wo"); a != annot.None {
		if r.negated(verb) {
			return verdict{record.UnknownStatus, hint, at}
		}
		if r.conditional(verb) {
			return verdict{record.FloatedMeeting, outright, at}
		}
		return verdict{record.Due, outright, r.seg.Tokens[a].Span}
	}
	if r.whenAhead(verb) {
		return verdict{record.Due, modifier, at} // "would be there when the talks opened"
	}
	switch {
	case w.Feats.Has(ud.VerbFormInf) && r.aux(verb, "is", "are", "was", "were") != annot.None:
		return verdict{record.Due, outright, at} // "are to meet"
	case w.Feats.Has(ud.VerbFormInf) && r.aux(verb, "did") != annot.None && !r.negated(verb):
		return verdict{record.Held, outright, at} // "only then did they meet"
	case w.Feats.Has(ud.VerbFormInf):
		return verdict{record.Due, hint, at}
	case ing(w) && acting && r.aux(verb, "is", "are", "was", "were", "been", "be") == annot.None && w.Rel.Universal() == ud.Advcl:
		return r.participle(verb)
	case r.negated(verb):
		return verdict{record.UnknownStatus, hint, at}
	case r.aux(verb, "been") != annot.None && r.aux(verb, "has", "have", "’ve", "'ve") != annot.None && w.Feats.Has(ud.VerbFormGer), // "have been negotiating"
		r.aux(verb, "been") != annot.None && r.aux(verb, "has", "have", "’ve", "'ve") != annot.None && !w.Feats.Has(ud.TensePast):
		return verdict{record.UnderWay, outright, at}
	case r.aux(verb, "was", "were") != annot.None && ing(w) && (!acting || r.is("hold", w.Lemma)):
		return verdict{record.UnderWay, modifier, at} // "talks were taking place"
	case r.aux(verb, "is", "are") != annot.None && r.syn.Child(verb, ud.AuxPass) != annot.None && r.is("run-by", w.Lemma):
		return verdict{record.UnderWay, modifier, at} // "are chaired by a judge"
	case r.aux(verb, "is", "are", "’re", "'re") != annot.None && !w.Feats.Has(ud.TensePast):
		return verdict{record.UnderWay, outright, at}
	case w.Feats.Has(ud.TensePast):
		return verdict{record.Held, outright, at}
	case w.Feats.Has(ud.TensePres | ud.VerbFormFin):
		if acting && r.timeUnder(verb) == annot.None {
			return verdict{record.UnderWay, hint, at}
		}
		return verdict{record.Due, modifier, at} // "meet on Thursday"
	}
	return verdict{}
}

// ing reports whether a verb is a gerund or a present participle.
func ing(w *annot.Word) bool {
	return w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart) && w.Feats.Has(ud.TensePres)
}

// participle reads a clause without a finite verb: "after holding talks",
// "before beginning a first day of talks", "holding talks in Lund".
func (r *reading) participle(verb annot.TokenID) verdict {
	at := r.seg.Tokens[verb].Span
	switch {
	case r.marked(verb, "after", "since", "by", "following", "having"):
		return verdict{record.Held, outright, at}
	case r.marked(verb, "before", "without", "despite"):
		if r.is("begin", r.syn.Words[verb].Lemma) && r.marked(verb, "before") {
			return verdict{record.UnderWay, modifier, at}
		}
		return verdict{}
	case r.is("over", r.syn.Words[verb].Lemma) && r.marked(verb, "to"):
		return verdict{record.UnderWay, modifier, at} // "close to wrapping up talks"
	case r.is("over", r.syn.Words[verb].Lemma):
		return verdict{record.Held, modifier, at} // "ending months of talks"
	}
	return verdict{}
}

// whenAhead reports whether a verb stands in a clause of time under one that
// looks ahead.
func (r *reading) whenAhead(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	if w.Rel.Universal() != ud.Advcl || w.Head == annot.None {
		return false
	}
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "when", "once", "before", "until", "as":
			return c < verb && r.aux(w.Head, "will", "would", "’ll", "'ll") != annot.None
		}
	}
	return false
}

// sinceUnder reports whether "since" hangs on a verb.
func (r *reading) sinceUnder(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if r.caseOf(c) == "since" {
			return true
		}
	}
	return false
}

// supposed reports whether a verb stands in a condition: "if the talks fail",
// "should the summit end".
func (r *reading) supposed(verb annot.TokenID) bool {
	if m := r.syn.Child(verb, ud.Mark); m != annot.None {
		switch lower(r.seg.Word(m)) {
		case "if", "unless", "until", "whether":
			return true
		}
	}
	s := r.syn.Child(verb, ud.Nsubj, ud.NsubjPass)
	a := r.aux(verb, "should", "had", "were")
	return a != annot.None && s != annot.None && a < s // inverted
}

// conditional reports whether a clause with "if", "unless", "until" or "when"
// hangs on the verb.
func (r *reading) conditional(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if r.syn.Words[c].Rel.Universal() != ud.Advcl {
			continue
		}
		m := r.syn.Child(c, ud.Mark)
		if m == annot.None {
			if m = r.syn.Child(c, ud.Advmod); m == annot.None {
				continue
			}
		}
		switch lower(r.seg.Word(m)) {
		case "if", "unless", "until", "once", "only", "provided", "providing", "assuming":
			return true
		case "when":
			if r.before(m, 1) == "only" {
				return true
			}
		}
	}
	return false
}

// takesPart reports whether a verb with a preposition is one of being at a
// meeting: "take part in", "participate in", "lead the delegation at".
func (r *reading) takesPart(verb annot.TokenID) bool {
	l := r.syn.Words[verb].Lemma
	if o := r.syn.Child(verb, ud.Obj); o != annot.None {
		return l == "take" && r.syn.Words[o].Lemma == "part" || r.is("lead-verb", l) || l == "represent"
	}
	return r.is("attend", l) || l == "engage" || l == "represent"
}

// hasForward reports whether "forward" stands behind a verb: "brought forward".
func (r *reading) hasForward(verb annot.TokenID) bool {
	for d := range r.syn.Children(verb) {
		if lower(r.seg.Word(d)) == "forward" {
			return true
		}
	}
	return r.adverb(verb, "forward")
}

// underWay reads "got under way", "are underway".
func (r *reading) underWay(verb annot.TokenID) bool {
	if r.negated(verb) || r.hedged(verb) || r.aux(verb, "will", "would") != annot.None {
		return false
	}
	end := r.seg.Sentences[r.seg.SentenceOf(verb)].End
	for t := verb; t < min(verb+4, end); t++ {
		if f := lower(r.seg.Word(t)); f == "underway" || f == "under" && t+1 < end && lower(r.seg.Word(t+1)) == "way" {
			return true
		}
	}
	return false
}

// predicate reads what a meeting is said to be: "the talks are deadlocked",
// "were constructive", "are in their third week". What is said to be needed or
// useless need not be.
func (r *reading) predicate(word annot.TokenID) verdict {
	l, at := r.syn.Words[word].Lemma, r.seg.Tokens[word].Span
	switch {
	case r.caseOf(word) == "under" && (l == "consideration" || l == "discussion" || l == "review") && !r.negated(word):
		return verdict{record.FloatedMeeting, outright, at}
	case l == "certain" || l == "inevitable" || l == "assured":
		return r.foregone(word)
	case r.nearly(word):
		return verdict{record.FloatedMeeting, outright, at} // "was all but agreed"
	case r.is("wanted", l):
		return verdict{record.FloatedMeeting, modifier, at}
	case r.is("off", lower(r.seg.Word(word))) || l == "table" && r.caseOf(word) == "off":
		if r.negated(word) || r.aux(word, "is", "are", "was", "were", "’re", "'re") == annot.None {
			return verdict{}
		}
		return verdict{record.CalledOff, outright, at}
	case r.isOn(word):
		return verdict{record.Due, outright, at}
	case r.aux(word, "had") != annot.None && r.aux(word, "been") != annot.None && !r.negated(word) && !r.hedged(word) && !r.is("private", l):
		return verdict{record.Held, modifier, at} // "had been constructive"
	case r.is("private", l), r.negated(word) || r.hedged(word) || r.supposed(word) || r.aux(word, "will", "would", "be", "been") != annot.None:
		return verdict{}
	case r.aux(word, "is", "are", "’re", "'re") != annot.None:
		return verdict{record.UnderWay, modifier, at}
	case r.aux(word, "was", "were") != annot.None:
		return verdict{record.Held, modifier, at}
	}
	return verdict{}
}

// invitation reads "an invitation to the talks": who has accepted one will
// come.
func (r *reading) invitation(noun annot.TokenID) verdict {
	at := r.seg.Tokens[noun].Span
	if up := r.syn.Words[noun].Head; up != annot.None && r.syn.Words[up].Lemma == "accept" && !r.negated(up) && !r.hedged(up) && r.syn.Words[noun].Rel.Universal() == ud.Obj {
		return verdict{record.Due, outright, at}
	}
	return verdict{record.FloatedMeeting, outright, at}
}

// marksAs reports whether "as" hangs on a verb of describing, or none is
// needed.
func (r *reading) marksAs(verb annot.TokenID) bool {
	if r.syn.Words[verb].Lemma != "describe" && r.syn.Words[verb].Lemma != "characterize" && r.syn.Words[verb].Lemma != "characterise" && r.syn.Words[verb].Lemma != "hail" {
		return r.syn.Child(verb, ud.Xcomp) != annot.None
	}
	return r.syn.Words[verb].Feats.Has(ud.TensePast)
}

// agreedOn reports whether a clause is what somebody has agreed to or
// announced.
func (r *reading) agreedOn(verb annot.TokenID) bool {
	up := r.syn.Words[verb].Head
	if up == annot.None || r.syn.Words[verb].Rel != ud.Ccomp {
		return false
	}
	l := r.syn.Words[up].Lemma
	return l == "agree" || l == "announce" || l == "confirm" || l == "promise" || l == "decide" || l == "pledge"
}

// gathered reads "gathered in Lund for talks": who has come for talks has not
// ended them.
func (r *reading) gathered(verb, head annot.TokenID) verdict {
	if v := r.governed(verb); v.strength > 0 {
		return v
	}
	v := r.tense(verb, true)
	if v.status == record.Held && r.caseOf(head) == "for" && r.syn.Words[verb].Lemma != "meet" {
		return verdict{record.UnderWay, modifier, v.words}
	}
	return v
}

// hadBeen reads "had been expected this week": it was not held, and where a
// "but" follows it is off.
func (r *reading) hadBeen(verb annot.TokenID) verdict {
	at := r.seg.Tokens[verb].Span
	for d := range r.syn.Children(verb) {
		if r.syn.Words[d].Rel == ud.Conj && r.syn.Child(d, ud.Cc) != annot.None && lower(r.seg.Word(r.syn.Child(d, ud.Cc))) == "but" {
			return verdict{record.CalledOff, outright, at}
		}
	}
	return verdict{record.UnknownStatus, outright, at}
}

// slates reports whether a verb is one of putting a meeting in the diary.
func (r *reading) slates(verb annot.TokenID) bool {
	return r.syn.Words[verb].UPOS == ud.VERB && (r.is("slate", r.syn.Words[verb].Lemma) || r.is("set-for", lower(r.seg.Word(verb))))
}

// onDay reports whether a predicate is a time: "the next session is on Friday".
func (r *reading) onDay(word annot.TokenID) bool {
	x := r.timeAt(r.seg.Tokens[word].Span.Start, r.seg.Tokens[word].Span.End)
	return x != annot.None && r.dated(x)
}

// toEnd reports whether what is planned or expected is only the end: "are
// expected to last until May".
func (r *reading) toEnd(verb annot.TokenID) bool {
	x := r.syn.Child(verb, ud.Xcomp)
	return x != annot.None && (r.is("over", r.syn.Words[x].Lemma) || r.goesOn(x))
}

// asOblique reads a verb that a phrase stands behind with a preposition: "is
// due to talks", "agreed to a summit", "took part in the meeting".
func (r *reading) asOblique(head, gov annot.TokenID) verdict {
	w, at := &r.syn.Words[gov], r.seg.Tokens[gov].Span
	switch {
	case r.is("set-for", lower(r.seg.Word(gov))) && w.UPOS != ud.VERB && (r.caseOf(head) == "to" || r.caseOf(head) == "for" || r.caseOf(head) == "at") && !r.negated(gov):
		return verdict{record.Due, outright, at}
	case w.Lemma == "back":
		return r.tense(gov, true)
	case r.slates(gov) && r.caseOf(head) == "in":
		return verdict{record.Due, outright, at} // "pencilled in a session"
	case w.Lemma == "welcome" && r.syn.Child(gov, ud.AuxPass) != annot.None && r.agent(gov) != annot.None:
		return r.tense(gov, true) // "was welcomed by the emir for talks"
	case r.journey(gov) && (r.caseOf(head) == "for" || r.caseOf(head) == "to") && r.lies(r.timeUnder(gov)) < 0:
		return verdict{record.Held, modifier, at} // "flew to Lund on Monday for talks"
	case r.is("floated-verb", w.Lemma) && r.negated(gov) && w.Lemma == "invite":
		return verdict{} // who is not asked to it says nothing of it
	case r.is("floated-verb", w.Lemma) && r.caseOf(head) != "at" && r.caseOf(head) != "after":
		return verdict{record.FloatedMeeting, modifier, at}
	case (w.Lemma == "visit" || w.Lemma == "join") && r.caseOf(head) == "for":
		return r.tense(gov, true)
	case r.is("due-verb", w.Lemma) && (r.caseOf(head) == "for" || r.caseOf(head) == "to"):
		if v := r.governed(gov); v.strength > 0 {
			return v // "called on them to return to talks"
		}
		if r.aux(gov, "had") != annot.None && w.Lemma != "travel" && w.Lemma != "fly" && w.Lemma != "arrive" && w.Lemma != "go" {
			return r.hadBeen(gov)
		}
		switch v := r.tense(gov, false); v.status {
		case record.Due:
			return verdict{record.Due, outright, at}
		case record.FloatedMeeting:
			return v // "may agree to talks"
		}
		return verdict{record.Due, modifier, at}
	case w.Lemma == "summon" && r.caseOf(head) == "to":
		return verdict{record.Due, modifier, at}
	case r.takesPart(gov) && !r.negated(gov):
		if v := r.governed(gov); v.strength > 0 {
			return r.unlessJoined("join", v)
		}
		v := r.tense(gov, true)
		v.strength = min(v.strength, modifier)
		return v
	}
	return verdict{}
}

// ofCopula reads what a meeting is said to be, and "the envoys are in Lund for
// talks".
func (r *reading) ofCopula(gov annot.TokenID, rel ud.DepRel) verdict {
	at := r.seg.Tokens[gov].Span
	switch {
	case rel == ud.Nsubj && r.onDay(gov):
		if r.aux(gov, "was", "were") != annot.None {
			return verdict{record.Held, outright, at}
		}
		return verdict{record.Due, outright, at}
	case rel == ud.Nsubj && r.placeOf(gov) != annot.None && r.caseOf(gov) != "":
		switch {
		case r.negated(gov) || r.hedged(gov):
			return verdict{}
		case r.aux(gov, "was", "were") != annot.None:
			return verdict{record.Held, modifier, at}
		}
		return verdict{record.Due, modifier, at} // "the talks will be in Lund"
	case rel == ud.Nsubj:
		return r.predicate(gov)
	case r.aux(gov, "is", "are") != annot.None:
		return verdict{record.UnderWay, modifier, at} // "are in Lund for talks"
	}
	return verdict{record.Held, hint, at}
}

// byDate lets a date that is known overrule a hint.
func (r *reading) byDate(c *candidate) {
	if c.strength > hint {
		return
	}
	switch r.lies(c.time) {
	case 1:
		c.status, c.strength, c.evidence = record.Due, modifier, r.times.List[c.time].Span
	case -1:
		c.status, c.strength, c.evidence = record.Held, modifier, r.times.List[c.time].Span
	}
}

// day reports whether a value is a day or a month of a year, which can be
// compared with another.
func day(value string) bool {
	for i := 0; i < min(len(value), 10); i++ {
		if b := value[i]; (b < '0' || b > '9') && b != '-' {
			return false
		}
	}
	return len(value) == 7 || len(value) >= 10
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

// fellThrough reads what became of a meeting that was due: "were due to meet
// on Friday; that is now off". Where its day is past and nothing is said of
// it, nobody knows.
func (r *reading) fellThrough(c *candidate) {
	gov := r.syn.Words[c.head].Head
	if c.status != record.Due || gov == annot.None || !r.is("set-for", lower(r.seg.Word(gov))) && !r.marked(c.head, "to") || r.aux(gov, "was", "were") == annot.None && r.aux(c.head, "was", "were") == annot.None {
		return
	}
	past := r.lies(c.time) < 0
	if past {
		c.status = record.UnknownStatus
	}
	for t, end := c.last+1, r.seg.Sentences[r.seg.SentenceOf(c.head)].End; t < end; t++ {
		s := r.nsubj(t)
		if v := r.syn.Words[t].Head; v > t && lower(r.seg.Word(t)) == "but" && r.syn.Words[v].Feats.Has(ud.TensePast) && r.syn.Child(v, ud.Ccomp) == annot.None {
			c.status = record.UnknownStatus // "was due to meet her on Friday, but fell ill"
		}
		off := r.is("off", lower(r.seg.Word(t))) && r.syn.Child(t, ud.Cop) != annot.None || r.is("called-off", r.syn.Words[t].Lemma) && r.syn.Child(t, ud.AuxPass) != annot.None || r.callsOff(t)
		if off && s != annot.None && s > c.last && r.syn.Words[s].UPOS == ud.PRON && r.actorAt(s) == annot.None && !r.undone(t) || past && lower(r.seg.Word(t)) == "but" {
			c.note(verdict{record.CalledOff, outright + 1, r.seg.Tokens[t].Span})
			c.strength = outright
			return
		}
	}
}

// lies reports whether a time is before (-1) or after (1) the day of the
// report; 0 where nobody can tell.
func (r *reading) lies(x annot.TimexID) int {
	if x == annot.None || !r.times.Anchor.Known() || !day(r.times.List[x].Value) {
		return 0
	}
	v := r.times.List[x].Value
	n := min(len(v), 10)
	return strings.Compare(v[:n], r.times.Anchor.String()[:n])
}

// noneBefore reports whether "no" or "not" stands not far before a word.
func (r *reading) noneBefore(t annot.TokenID) bool {
	for n := 1; n <= 6; n++ {
		switch r.before(t, n) {
		case "no", "not", "n't", "n’t", "without":
			return true
		}
	}
	return false
}
