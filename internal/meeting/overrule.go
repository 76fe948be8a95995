package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// An overrule takes back what the words near a meeting say of its standing,
// because they are denied, asked, wished or supposed further up: "denied that
// talks had taken place" tells of no talks held. A rule looks at one step up
// the tree, from a clause or a noun to what governs it.
type overrule struct {
	id      string
	doc     string
	example string // the meeting that the rule takes back in brackets
	counter string // one that it leaves alone
	judge   func(r *reading, s step) ruling
}

// A step goes from a word to the one that governs it.
type step struct {
	word, gov annot.TokenID
	rel       ud.DepRel // of word, without its subtype
	past      bool      // the meeting is told as past
}

// A ruling is what a step makes of a meeting.
type ruling int

// The rulings.
const (
	stands  ruling = iota
	unknown        // nobody affirms it
	floated        // it is only thought of
	nothing        // nobody is to hold it: no meeting where its phrase is not definite
)

var overrules = []overrule{
	{"meeting/whether", "What is asked with whether is not affirmed.",
		"he would not say whether [talks] would resume on Monday", "he would not say when [talks] would resume", whether},
	{"meeting/supposed", "What stands under if or unless is not affirmed.",
		"if [talks] resume on Monday, the strike will end", "once [talks] resume, the strike will end", underIf},
	{"meeting/yet", "What somebody has yet to do is not done, and may not be.",
		"Velia has yet to agree to [meet] the guild", "Velia has agreed to [meet] the guild", yetTo},
	{"meeting/failed", "What somebody failed, refused or declined to do is not done.",
		"the two sides failed to [meet] on Friday", "they did not fail to [meet]", failedTo},
	{"meeting/unassured", "What nobody promises or agrees to, or what somebody only may, is not affirmed.",
		"she could not promise that [talks] would be held", "she promised that [talks] would be held", unassured},
	{"meeting/loath", "What somebody is reluctant, or too ill, to do is not done.",
		"the king is too ill to [meet] the envoys", "the king is to [meet] the envoys", loath},
	{"meeting/no-plan", "What there is no plan, wish or need for is not to be.",
		"she has no plans to [meet] the guild", "she has plans to [meet] the guild", noPlan},
	{"meeting/denied", "What is denied, or neither confirmed nor denied, is not affirmed.",
		"the ministry denied that [talks] had taken place", "the ministry denied that the [talks] had failed", denied},
	{"meeting/claim-rejected", "A claim that is rejected affirms nothing.",
		"Velia dismissed reports of secret [talks]", "Velia welcomed reports of secret [talks]", claimRejected},
	{"meeting/unconfirmed", "What nobody confirms is not affirmed.",
		"there was no confirmation that a [meeting] took place", "the palace confirmed that a [meeting] took place", unconfirmed},
	{"meeting/without", "What is told with without, instead of or rather than is not done.",
		"Dorn left Lund without [meeting] the guild", "Dorn left Lund after [meeting] the guild", without},
	{"meeting/doubtful", "What is likely, unlikely, doubtful or a chance may not be.",
		"it is unlikely that Velia will [meet] the guild", "it is plain that Velia will [meet] the guild", doubtful},
	{"meeting/rumoured", "What is speculation or rumour is not affirmed.",
		"amid speculation that [talks] would resume", "amid news that [talks] would resume", rumoured},
	{"meeting/wished", "What somebody hopes, wants or proposes is only thought of.",
		"she hoped [talks] would take place on Monday", "she said [talks] would take place on Monday", wishedFor},
	{"meeting/attempted", "What somebody only tries, hopes or is asked to bring about is only thought of.",
		"envoys are trying to get both sides to [meet]", "envoys got both sides to [meet]", attempted},
	{"meeting/invited", "Those who are asked to come have not said that they will.",
		"Velia invited both sides to [meet] in Lund", "both sides agreed to [meet] in Lund", invitedTo},
}

// overruled asks the words above a meeting whether what is said of it is
// affirmed; it reports false where there is no meeting at all.
func (r *reading) overruled(c *candidate) bool {
	t, ok := r.core(c)
	if !ok {
		if c.status == record.Due && r.staysHome(c) {
			r.takeBack(c, record.UnknownStatus, step{word: r.syn.Words[c.head].Head, gov: annot.None})
		}
		if up := r.syn.Words[c.head].Head; c.status == record.Held && up != annot.None && r.syn.Words[c.head].Rel.Universal() == ud.Nsubj && r.doubted(up) {
			r.takeBack(c, record.UnknownStatus, step{word: up, gov: annot.None})
		}
		return true
	}
	if t != c.head && r.negated(t) {
		r.takeBack(c, r.negatedCore(t), step{word: t, gov: annot.None})
		return true
	}
	past := c.status == record.Held
	if r.counterfactual(t) || t != c.head && r.nearly(t) && c.status == record.Held {
		if c.verb || !c.definite {
			return false
		}
		r.takeBack(c, record.UnknownStatus, step{word: t, gov: annot.None})
		return true
	}
	for steps := 0; steps < 6; steps++ {
		s := step{word: t, gov: r.syn.Words[t].Head, rel: r.syn.Words[t].Rel.Universal(), past: past}
		for i := range overrules {
			switch overrules[i].judge(r, s) {
			case unknown:
				r.takeBack(c, record.UnknownStatus, s)
				return true
			case floated:
				if c.status != record.CalledOff {
					r.takeBack(c, record.FloatedMeeting, s)
				}
				return true
			case nothing:
				if c.verb || !c.definite {
					return false
				}
				r.takeBack(c, record.UnknownStatus, s)
				return true
			}
		}
		if !r.climbs(s, t == c.head && !c.verb) {
			return true
		}
		t = s.gov
	}
	return true
}

// negatedCore says where a meeting stands that does not take place: called
// off, or, where it only does not resume or waits for something, unknown.
func (r *reading) negatedCore(verb annot.TokenID) record.MeetingStatus {
	switch r.syn.Words[verb].Lemma {
	case "take", "go", "happen", "occur", "proceed":
	case "hold":
		if r.syn.Child(verb, ud.NsubjPass) == annot.None {
			return record.UnknownStatus
		}
	default:
		return record.UnknownStatus
	}
	if r.conditional(verb) {
		return record.UnknownStatus
	}
	for c := range r.syn.Children(verb) {
		switch r.caseOf(c) {
		case "until", "before", "without", "unless":
			return record.UnknownStatus
		}
	}
	return record.CalledOff
}

// takeBack gives a meeting the standing that a step leaves it.
func (r *reading) takeBack(c *candidate, status record.MeetingStatus, s step) {
	if status == record.FloatedMeeting && r.lies(c.time) < 0 {
		status = record.UnknownStatus // "had hoped to meet last Friday"
	}
	at := s.gov
	if at == annot.None {
		at = s.word
	}
	c.status, c.strength, c.evidence = status, modifier, r.seg.Tokens[at].Span
	if status != record.UnknownStatus {
		c.strength = outright
	}
	if c.time != annot.None {
		first, _ := r.seg.Within(r.times.List[c.time].Span)
		if p := r.before(first, 1); p == "before" || p == "until" {
			c.time = annot.None // "unlikely to meet before May": no time of the meeting
		}
	}
}

// core returns the word whose clause tells of a meeting: the verb that says
// that it is held, begins or takes place, or the noun itself. It reports false
// where the clause tells of something else, as that the talks failed or that
// somebody walked out of them.
func (r *reading) core(c *candidate) (annot.TokenID, bool) {
	if c.verb || r.syn.Child(c.head, ud.Cop) != annot.None && r.caseOf(c.head) == "in" {
		return c.head, true
	}
	gov := r.syn.Words[c.head].Head
	if gov == annot.None || r.syn.Words[gov].UPOS == ud.NOUN {
		return c.head, true
	}
	lemma := r.syn.Words[gov].Lemma
	switch r.syn.Words[c.head].Rel.Universal() {
	case ud.Nsubj:
		switch {
		case lemma == "take":
			o := r.syn.Child(gov, ud.Obj)
			return gov, o != annot.None && r.syn.Words[o].Lemma == "place"
		case lemma == "go":
			return gov, r.adverb(gov, "ahead") || r.adverb(gov, "forward")
		}
		if r.is("slate", lemma) || r.is("due-verb", lemma) {
			return gov, r.syn.Words[c.head].Rel == ud.NsubjPass // "whether a meeting was planned"
		}
		return gov, r.is("happens", lemma) || r.is("goes-on", lemma) || r.is("hold", lemma) && !r.is("over", lemma)
	case ud.Obj:
		if r.is("hold", lemma) && !r.is("over", lemma) && lemma != "attend" && lemma != "join" {
			return gov, true
		}
		return c.head, !c.definite
	case ud.Obl:
		switch r.caseOf(c.head) {
		case "in":
			return gov, lemma == "lock" || lemma == "engage" || lemma == "enter"
		case "to":
			return gov, lemma == "return" || !c.definite && r.is("due-verb", lemma)
		case "for":
			return c.head, r.is("deny", lemma) // "denied plans for talks"
		}
		return c.head, false
	}
	return c.head, false
}

// climbs reports whether what governs a step also governs the meeting.
// A noun that is itself an object is affirmed by no clause further up.
func (r *reading) climbs(s step, noun bool) bool {
	if s.gov == annot.None {
		return false
	}
	w := &r.syn.Words[s.word]
	switch s.rel {
	case ud.Ccomp, ud.Xcomp:
		return true
	case ud.Obj, ud.Nsubj:
		return r.is("claim", w.Lemma) || noun && s.rel == ud.Obj && r.syn.Words[s.gov].UPOS == ud.NOUN
	case ud.Nmod:
		return noun
	case ud.Acl:
		return w.Rel != ud.AclRelcl || r.marked(s.word, "that") || r.is("claim", r.syn.Words[s.gov].Lemma)
	case ud.Advcl:
		return w.Feats.Has(ud.VerbFormInf) && r.nsubj(s.word) == annot.None
	case ud.Conj:
		return r.nsubj(s.word) == annot.None
	}
	return false
}

func whether(r *reading, s step) ruling {
	switch {
	case !r.marked(s.word, "whether"):
		return stands
	case s.past:
		return unknown
	}
	return floated
}

func underIf(r *reading, s step) ruling {
	if s.rel == ud.Advcl && r.marked(s.word, "if", "unless") {
		return floated
	}
	return stands
}

func yetTo(r *reading, s step) ruling {
	if r.syn.Words[s.word].UPOS == ud.VERB && r.behindYet(s.word) {
		return floated
	}
	return stands
}

func failedTo(r *reading, s step) ruling {
	if s.gov != annot.None && s.rel == ud.Acl && r.foundered(s.gov) {
		return unknown // "an attempt to bring them together failed"
	}
	if s.gov != annot.None && s.rel == ud.Acl && r.is("refusing-noun", r.syn.Words[s.gov].Lemma) {
		return nothing // "her refusal to meet them"
	}
	if s.gov == annot.None || s.rel != ud.Xcomp || r.negated(s.gov) || !r.is("fail-to", r.syn.Words[s.gov].Lemma) {
		return stands
	}
	return nothing
}

func noPlan(r *reading, s step) ruling {
	if s.gov == annot.None {
		return stands
	}
	if s.rel == ud.Xcomp && r.syn.Words[s.gov].Lemma == "have" {
		o := r.syn.Child(s.gov, ud.Obj)
		if o != annot.None && r.is("plan-noun", r.syn.Words[o].Lemma) && (r.no(o) || r.negated(s.gov)) {
			return nothing
		}
		return stands
	}
	if s.rel != ud.Acl && s.rel != ud.Nmod || !r.is("plan-noun", r.syn.Words[s.gov].Lemma) {
		return stands
	}
	if r.no(s.gov) {
		return nothing
	}
	up := r.syn.Words[s.gov].Head
	if up != annot.None && r.syn.Words[s.gov].Rel == ud.Obj && r.negated(up) {
		return nothing // "did not have any plans to meet"
	}
	return stands
}

func denied(r *reading, s step) ruling {
	if s.gov == annot.None || r.syn.Words[s.gov].UPOS != ud.VERB || !r.is("deny", r.syn.Words[s.gov].Lemma) {
		return stands
	}
	switch s.rel {
	case ud.Ccomp, ud.Xcomp, ud.Obj:
		return unknown
	case ud.Obl:
		if r.caseOf(s.word) == "for" {
			return unknown
		}
	}
	return stands
}

func claimRejected(r *reading, s step) ruling {
	if s.gov == annot.None {
		return stands
	}
	if r.is("claim", r.syn.Words[s.gov].Lemma) && (s.rel == ud.Acl || s.rel == ud.Ccomp || s.rel == ud.Nmod && r.caseOf(s.word) == "of") && r.saidFalse(s.word) {
		return unknown // "claims that they met are false"
	}
	if g := r.syn.Words[s.gov].Lemma; (g == "true" || g == "correct" || g == "accurate" || g == "case") && (s.rel == ud.Ccomp || s.rel == ud.Csubj) && r.negated(s.gov) || r.is("false", g) && (s.rel == ud.Ccomp || s.rel == ud.Csubj) {
		return unknown // "it is not true that they met"
	}
	if !r.is("claim", r.syn.Words[s.word].Lemma) {
		return stands
	}
	if s.rel == ud.Nmod && r.is("truth", r.syn.Words[s.gov].Lemma) && r.scarce(s.gov) {
		return unknown // "there is no truth in the claim that they met"
	}
	l := r.syn.Words[s.gov].Lemma
	switch s.rel {
	case ud.Obj, ud.Nsubj:
		if r.is("deny", l) || r.is("refuse", l) || r.is("false", l) || l == "play" {
			return unknown
		}
	case ud.Obl:
		if l == "comment" && (r.negated(s.gov) || r.unwilling(s.gov)) {
			return unknown // "declined to comment on reports of talks"
		}
	}
	return stands
}

// saidFalse reports whether what begins before a token is said behind it to be
// false, in the same clause.
func (r *reading) saidFalse(t annot.TokenID) bool {
	for end := r.seg.Sentences[r.seg.SentenceOf(t)].End; t < end && r.seg.Word(t) != ","; t++ {
		if r.is("false", lower(r.seg.Word(t))) && r.aux(t, "is", "are", "was", "were", "be", "been") != annot.None {
			return !r.negated(t)
		}
	}
	return false
}

func unconfirmed(r *reading, s step) ruling {
	if s.gov == annot.None {
		return stands
	}
	w := &r.syn.Words[s.gov]
	switch {
	case r.is("sign", w.Lemma):
		if (s.rel == ud.Acl || s.rel == ud.Nmod || s.rel == ud.Ccomp) && r.scarce(s.gov) {
			return unknown
		}
	case w.UPOS != ud.VERB || w.Lemma != "confirm" && w.Lemma != "verify" && w.Lemma != "acknowledge":
	case s.rel == ud.Ccomp && !r.asksWhen(s.word) || s.rel == ud.Obj:
		if r.negated(s.gov) || r.unwilling(s.gov) || r.notGoing(s.gov) {
			return unknown
		}
	}
	return stands
}

// scarce reports whether there is no, little or hardly any of what a noun
// stands for.
func (r *reading) scarce(noun annot.TokenID) bool {
	if r.no(noun) {
		return true
	}
	for d := range r.syn.Children(noun) {
		switch lower(r.seg.Word(d)) {
		case "little", "few", "scant", "any", "nothing":
			return d < noun
		}
	}
	return false
}

func without(r *reading, s step) ruling {
	if s.rel == ud.Advcl && (r.marked(s.word, "without") || r.marked(s.word, "than") && r.before(s.gov, 1) == "rather" || r.marked(s.word, "from") && lower(r.seg.Word(s.gov)) == "far" || r.instead(s.word)) {
		return nothing
	}
	return stands
}

func doubtful(r *reading, s step) ruling {
	if s.gov == annot.None {
		return stands
	}
	l := r.syn.Words[s.gov].Lemma
	switch s.rel {
	case ud.Ccomp, ud.Csubj:
		if l == "far" {
			break // "it is far from clear that they will meet"
		}
		if (l == "certain" || l == "sure" || l == "clear") && (r.negated(s.gov) || r.caseOf(s.gov) == "from" || r.before(s.gov, 1) == "from") {
			break // "it is far from certain that they will meet"
		}
		if l == "doubt" && !r.negated(s.gov) {
			break // "diplomats doubt that they will meet"
		}
		if !r.is("likely", l) && !r.is("likely", lower(r.seg.Word(s.gov))) {
			return stands
		}
	case ud.Acl:
		if !r.is("chance", l) {
			return stands
		}
	default:
		return stands
	}
	if s.past {
		return unknown
	}
	return floated
}

func rumoured(r *reading, s step) ruling {
	if s.gov == annot.None || s.rel != ud.Acl && s.rel != ud.Nmod && s.rel != ud.Ccomp {
		return stands
	}
	switch l := r.syn.Words[s.gov].Lemma; {
	case l != "speculation" && l != "rumour" && l != "rumor":
		return stands
	case s.past:
		return unknown
	}
	return floated
}

func wishedFor(r *reading, s step) ruling {
	if s.gov == annot.None || s.rel != ud.Ccomp && s.rel != ud.Csubj || r.syn.Words[s.word].UPOS != ud.VERB {
		return stands
	}
	if r.is("fancy", r.syn.Words[s.gov].Lemma) && s.past {
		return unknown // "dreamed that they met"
	}
	if s.past {
		return stands
	}
	if w := &r.syn.Words[s.gov]; (w.UPOS == ud.VERB || w.Rel == ud.Xcomp) && (r.is("wish", w.Lemma) || r.is("fancy", w.Lemma)) {
		return floated
	}
	return stands
}

func invitedTo(r *reading, s step) ruling {
	if s.gov == annot.None || s.past || r.syn.Words[s.gov].UPOS == ud.VERB {
		return stands
	}
	infinitive := s.rel == ud.Acl && (r.syn.Words[s.word].Feats.Has(ud.VerbFormInf) || r.marked(s.word, "to"))
	to := s.rel == ud.Nmod && r.caseOf(s.word) == "to"
	if !infinitive && !to {
		return stands
	}
	at := s.gov
	if r.syn.Words[at].Rel == ud.Conj {
		at = r.syn.Words[at].Head
	}
	up := r.syn.Words[at].Head
	if up == annot.None || r.syn.Words[at].Rel != ud.Obj || r.syn.Words[up].Lemma != "invite" {
		return stands
	}
	return floated
}
