package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// partsAround reads the words that the phrase of a meeting depends on: who
// holds it, joins it, goes to it, leaves it, is asked to it or kept out of
// it, and whom it brings together.
func (r *reading) partsAround(c *candidate) {
	r.partsBehind(c)
	if gov := r.governor(c); gov != annot.None {
		switch w := &r.syn.Words[gov]; {
		case w.UPOS == ud.NOUN && w.Rel != ud.Root:
			r.fromNoun(c, gov)
		default:
			r.fromRole(c, gov, r.syn.Words[c.head].Rel.Universal(), r.prepOf(c))
		}
	}
	r.possibly(c)
}

// governor returns the verb or noun that the phrase depends on: by the words
// where a verb of holding stands right before it, else by the tree.
func (r *reading) governor(c *candidate) annot.TokenID {
	if c.first > 0 && r.syn.Words[c.first-1].UPOS == ud.VERB && r.seg.SentenceOf(c.first-1) == r.seg.SentenceOf(c.head) {
		return c.first - 1
	}
	gov := r.syn.Words[c.head].Head
	if gov != annot.None && r.syn.Words[c.head].Rel.Universal() == ud.Nmod && r.caseOf(c.head) == "for" && r.placeOf(gov) != annot.None {
		return r.syn.Words[gov].Head // "to the capital for talks", hung on the capital
	}
	return gov
}

// prepOf returns the preposition before the phrase, in lower case.
func (r *reading) prepOf(c *candidate) string {
	if p := r.caseOf(c.head); p != "" {
		return p
	}
	if c.first > 0 && r.syn.Words[c.first-1].UPOS == ud.ADP {
		return r.before(c.first, 1)
	}
	return ""
}

// fromRole reads the verb that the phrase is subject, object or complement of.
func (r *reading) fromRole(c *candidate, verb annot.TokenID, rel ud.DepRel, prep string) {
	lemma := r.syn.Words[verb].Lemma
	if rel == ud.Nsubj || rel == ud.NsubjPass { // "a meeting took place in May between the tribes"
		for d := range r.syn.Children(verb) {
			if p := r.caseOf(d); r.syn.Words[d].Rel.Universal() == ud.Obl && (p == "between" || p == "with" && r.is("happens", lemma)) {
				r.addParts(c, d, record.NamedParticipant)
			} else if r.syn.Words[d].Rel.Universal() == ud.Obl && p == "without" && (r.is("happens", lemma) || r.is("begin", lemma)) {
				r.addParts(c, d, record.KeptOut) // "will go ahead without the guild"
			}
		}
	}
	switch {
	case r.is("keep-out", lemma) && (rel != ud.Obl || prep == "from" || prep == "out" || prep == "of"):
		r.addParts(c, r.other(verb, c.head), record.KeptOut)
	case r.is("ask", lemma) && (prep == "to" || prep == "for"):
		as := record.PossibleParticipant
		if s := r.nsubj(verb); r.negated(verb) || s != annot.None && r.neither(s) {
			as = record.KeptOut
		}
		r.addParts(c, r.other(verb, c.head), as)
		r.addParts(c, r.host(verb), record.NamedParticipant)
	case r.is("stay-away", lemma) && prep == "" && rel != ud.Nsubj:
		r.addParts(c, r.subjectOf(verb), r.absent(verb, record.Declined))
	case r.is("send", lemma) && (prep == "to" || prep == "for"):
		r.addParts(c, r.sent(verb, c.head), r.certainty(verb))
	case lemma == "represent" && r.agent(verb) != annot.None:
		r.addParts(c, r.agent(verb), r.certainty(verb))
	case r.is("lead-verb", lemma) && prep != "" && r.syn.Child(verb, ud.Obj) != annot.None:
		r.addSubjects(c, verb, r.certainty(verb))
	case rel == ud.Nsubj && r.is("gather-in", lemma):
		r.addParts(c, r.syn.Child(verb, ud.Obj), r.certainty(verb))
	case rel == ud.Nsubj && r.is("run-by", lemma) && r.agent(verb) != annot.None:
		r.addParts(c, r.agent(verb), r.certainty(verb))
	case lemma == "host" && (r.between(c) || r.tentative(verb)): // who only lends the room need not sit in it
	case r.is("hold", lemma) && prep == "":
		if r.syn.Words[c.head].Rel != ud.Nsubj && !r.negated(verb) || r.is("join", lemma) {
			r.partsOfVerb(c, verb, r.holding(verb))
		}
	case r.is("set-for", lemma) && (prep == "to" || prep == "for"):
		r.addSubjects(c, verb, record.NamedParticipant) // "they are due to open talks", "due in Lund for talks"
	case lemma == "back" && (prep == "at" || prep == "to" || prep == "in"):
		r.addSubjects(c, verb, record.NamedParticipant) // "are back at the table"
	case lemma == "join" && prep == "for": // "will join them for lunch"
		r.addSubjects(c, verb, r.certainty(verb))
		r.addParts(c, r.syn.Child(verb, ud.Obj), r.certainty(verb))
	case r.is("open-adjective", lemma) && (prep == "to" || prep == "for"):
		r.addParts(c, r.subjectOf(verb), record.NamedParticipant)
	case r.pullsOut(verb) && rel == ud.Obl && r.dayOf(c.head):
		r.addParts(c, r.subjectOf(verb), r.absent(verb, record.Declined))
	case r.is("leave", lemma) && (rel == ud.Obj || prep == "of" || prep == "from" || prep == "out"), (r.is("called-off", lemma) || r.callsOff(verb)) && (rel == ud.Obj || prep == "off"): // who breaks off was there
		r.addSubjects(c, verb, record.NamedParticipant)
	case (lemma == "return" || lemma == "sit" || lemma == "enter" || lemma == "go" || lemma == "get") && prep != "":
		r.addSubjects(c, verb, r.holding(verb))
	case r.is("come", lemma) && prep != "" && (lemma != "leave" || r.syn.Child(verb, ud.AuxPass) == annot.None):
		r.addSubjects(c, verb, r.certainty(verb))
	case c.definite && (prep == "at" || prep == "during") && len(c.parts) == 0 && r.toldIn(c) && !r.negated(verb) && r.nsubj(verb) != annot.None && r.canFace(r.sideAt(r.nsubj(verb))):
		r.addSubjects(c, verb, record.NamedParticipant) // "the parties initialled a code at the first round"
	case (prep == "at" || prep == "during" || prep == "in") && len(c.parts) == 0 && r.toldIn(c) && !r.negated(verb) && r.hearer(verb) != annot.None:
		r.addSubjects(c, verb, record.NamedParticipant) // "told the workers at a meeting on Friday"
		r.addParts(c, r.hearer(verb), record.NamedParticipant)
	case r.is("settle", lemma) && !r.negated(verb) && (prep == "after" || prep == "at" || prep == "following" || prep == "in") && len(c.parts) == 0:
		r.addParts(c, r.syn.Child(verb, ud.Nsubj), record.NamedParticipant)
		if prep == "after" && !c.definite { // "signed it in Lund on Friday after a two-hour meeting"
			if c.place == annot.None {
				c.place = r.placeUnder(verb)
			}
			if c.time == annot.None {
				c.time = r.timeUnder(verb)
			}
		}
	}
}

// sent returns who goes to a meeting where somebody sends somebody: by "an
// envoy" or "no envoy" the sender himself takes part, or does not.
func (r *reading) sent(verb, head annot.TokenID) annot.TokenID {
	who := r.other(verb, head)
	if who == annot.None || who != r.syn.Child(verb, ud.Obj) {
		return who
	}
	d := r.syn.Child(who, ud.Det)
	vague := d == annot.None && r.syn.Child(who, ud.NmodPoss) == annot.None && r.syn.Words[who].UPOS == ud.NOUN
	if d != annot.None {
		switch lower(r.seg.Word(d)) {
		case "a", "an", "no", "any", "some":
			vague = true
		}
	}
	if r.syn.Words[who].UPOS == ud.PRON && r.actorAt(who) == annot.None {
		vague = true // "sent nobody"
	}
	if s := r.subjectOf(verb); vague && s != annot.None {
		return s
	}
	return who
}

// addSubjects adds who a verb says something of: also the second where a
// parser hung two subjects on it.
func (r *reading) addSubjects(c *candidate, verb annot.TokenID, as record.Participation) {
	n := 0
	for d := range r.syn.Children(verb) {
		if rel := r.syn.Words[d].Rel; (rel == ud.Nsubj || rel == ud.NsubjPass || rel == ud.NsubjOuter) && d != c.head {
			if r.ents.Of(r.ms.ByHead(d)) == annot.None && lower(r.seg.Word(d)) == "they" {
				for _, e := range r.twoBefore(d) {
					c.parts = addParticipant(c.parts, annot.Participant{Entity: e, Status: as})
				}
			}
			if e := r.weAt(d); e != annot.None {
				c.parts = addParticipant(c.parts, annot.Participant{Entity: e, Status: as})
			}
			r.addParts(c, r.speakerFor(verb, r.antecedentOf(verb, d)), as)
			n++
		}
	}
	if n == 0 {
		r.addParts(c, r.subjectOf(verb), as)
	}
}

// weAt returns for whom somebody says "we" in his own words, or None.
func (r *reading) weAt(t annot.TokenID) annot.EntityID {
	if lower(r.seg.Word(t)) != "we" || r.ents.Of(r.ms.ByHead(t)) != annot.None {
		return annot.None
	}
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None || r.stmts.List[st].Speaker == annot.None {
		return annot.None
	}
	e := r.stmts.List[st].Speaker
	if o := r.voiceOf[e]; o != annot.None {
		return o
	}
	if !r.ents.List[e].Named {
		return annot.None
	}
	return e
}

// speakerFor returns the speaker of a clause for a pronoun in it that nothing
// else resolves: "the guild said it would resume talks".
func (r *reading) speakerFor(verb, subject annot.TokenID) annot.TokenID {
	up := r.syn.Words[verb].Head
	if r.syn.Words[subject].UPOS != ud.PRON || r.ms.ByHead(subject) == annot.None || r.ents.Of(r.ms.ByHead(subject)) != annot.None || up == annot.None || r.syn.Words[verb].Rel != ud.Ccomp {
		return subject
	}
	switch lower(r.seg.Word(subject)) {
	case "it", "they", "he", "she":
		if s := r.nsubj(up); s != annot.None {
			return s
		}
	}
	return subject
}

// fromNoun reads "part in the talks", "a party to the negotiations", "an
// invitation to the summit", "Kestria's delegation to the talks".
func (r *reading) fromNoun(c *candidate, noun annot.TokenID) {
	lemma, verb := r.syn.Words[noun].Lemma, r.syn.Words[noun].Head
	switch {
	case lemma == "party" && r.syn.Child(noun, ud.Cop) != annot.None:
		as := record.NamedParticipant
		if r.negated(noun) || r.no(noun) {
			as = record.KeptOut
		}
		r.addParts(c, r.antecedentOf(noun, r.syn.Child(noun, ud.Nsubj)), as)
	case r.is("team", lemma) && (r.caseOf(c.head) == "to" || r.caseOf(c.head) == "at") && len(c.parts) == 0:
		r.addParts(c, noun, record.NamedParticipant)
	case (r.is("floated-noun", lemma) || lemma == "plan") && lemma != "invitation":
		r.ofProposal(c, noun, verb)
	case verb == annot.None || r.syn.Words[verb].UPOS != ud.VERB || r.syn.Words[noun].Rel.Universal() != ud.Obj:
	case lemma == "part" || lemma == "place" || lemma == "seat":
		r.addParts(c, r.subjectOf(verb), r.certainty(verb))
	case lemma == "invitation":
		if verb != annot.None && r.turnsDown(verb) {
			r.addParts(c, r.subjectOf(verb), record.Declined)
			return
		}
		switch {
		case r.is("stay-away", r.syn.Words[verb].Lemma), r.syn.Words[verb].Lemma == "turn", r.syn.Words[verb].Lemma == "reject":
			r.addParts(c, r.subjectOf(verb), record.Declined)
		case r.syn.Words[verb].Lemma == "accept" && !r.negated(verb):
			r.addParts(c, r.subjectOf(verb), r.certainty(verb))
		case r.syn.Words[verb].Lemma == "receive":
			r.addParts(c, r.subjectOf(verb), record.PossibleParticipant)
		}
	case r.is("hold", r.syn.Words[verb].Lemma) || r.is("come", r.syn.Words[verb].Lemma): // "held a second day of talks"
		if r.caseOf(c.head) == "of" {
			r.addParts(c, r.subjectOf(verb), r.certainty(verb))
		}
	}
}

// ofProposal reads "Velia's offer of talks" and who turns it down.
func (r *reading) ofProposal(c *candidate, noun, verb annot.TokenID) {
	if p := r.syn.Child(noun, ud.NmodPoss); p != annot.None && r.canFace(r.sideAt(p)) {
		r.addParts(c, p, record.NamedParticipant)
		if verb != annot.None && r.syn.Words[noun].Rel == ud.Obj && r.turnsDown(verb) {
			r.addParts(c, r.subjectOf(verb), record.Declined)
		}
	}
}

// partsBehind reads the participle behind the phrase: "talks mediated by
// Oman", "a meeting involving the tribes", and what follows "without".
func (r *reading) partsBehind(c *candidate) {
	for d := range r.syn.Children(c.head) {
		if d < c.head {
			continue
		}
		switch w := &r.syn.Words[d]; {
		case w.Rel.Universal() == ud.Acl && r.is("run-by", w.Lemma):
			r.addParts(c, r.agent(d), record.NamedParticipant)
		case w.Rel == ud.AclRelcl && r.relatedObject(d) != annot.None:
			r.fromRole(c, r.relatedObject(d), ud.Obj, "") // "which Velia has threatened to boycott"
		case w.Rel == ud.Acl && w.Feats.Has(ud.VerbFormInf) && r.is("deal-verb", w.Lemma):
			if o := r.syn.Child(d, ud.Obj); o != annot.None && r.canFace(r.actorAt(o)) {
				r.addParts(c, o, record.NamedParticipant) // "talks to buy Corr & Sons"
			}
		case w.Rel == ud.AclRelcl && r.leftIt(d):
			r.addParts(c, r.nsubj(d), record.NamedParticipant) // "the talks it left in May"
		case w.Rel.Universal() == ud.Acl && r.is("gather-in", w.Lemma):
			r.addParts(c, r.syn.Child(d, ud.Obj), record.NamedParticipant)
		case w.Rel.Universal() == ud.Nmod && (r.caseOf(d) == "without" || r.caseOf(d) == "excluding"):
			r.addParts(c, d, record.KeptOut)
		case w.Rel.Universal() == ud.Nmod && (r.caseOf(d) == "including" || r.caseOf(d) == "involving"):
			r.addParts(c, d, record.NamedParticipant)
		}
	}
}

// relatedObject returns the verb of which the relative pronoun of a clause is
// the object, or None.
func (r *reading) relatedObject(verb annot.TokenID) annot.TokenID {
	for v := verb; v != annot.None; v = r.syn.Child(v, ud.Xcomp) {
		if o := r.syn.Child(v, ud.Obj); o != annot.None && r.syn.Words[o].UPOS == ud.PRON {
			switch lower(r.seg.Word(o)) {
			case "which", "that":
				if x := r.syn.Child(v, ud.Xcomp); x != annot.None && r.syn.Words[v].Lemma == "threaten" {
					return x
				}
				return v
			}
		}
	}
	return annot.None
}

// certainty says how sure it is that who a verb speaks of comes.
func (r *reading) certainty(verb annot.TokenID) record.Participation {
	s := r.nsubj(verb)
	switch as := r.byNoun(verb); {
	case as != "":
		return as
	case r.conditional(verb), r.syn.Words[verb].Rel == ud.Xcomp && r.conditional(r.syn.Words[verb].Head):
		return record.PossibleParticipant // "would come only if", "will not attend unless"
	case r.negated(verb) && r.onlyMoved(verb):
		return record.PossibleParticipant // "was urged not to attend", "threatened not to return"
	case r.notMeant(verb) != "":
		return r.notMeant(verb)
	case r.negated(verb) && r.is("apart", r.syn.Words[verb].Lemma) && r.aux(verb, "will", "wo", "would", "’ll", "'ll", "did", "does") == annot.None:
		return record.KeptOut // "is not taking part", "was not involved"
	case r.negated(verb), r.unwilling(verb), r.failsTo(verb), s != annot.None && r.neither(s):
		return record.Declined
	case r.hedged(verb), r.asking(verb), r.wished(verb), s == annot.None && r.wishedOf(verb), r.supposed(verb), r.tentative(verb):
		return record.PossibleParticipant
	}
	return record.NamedParticipant
}

// wishedOf reports whether the subject that a parser took from a verb is what
// somebody hopes for: "hoped the leader, Ada Lind, would attend".
func (r *reading) wishedOf(verb annot.TokenID) bool {
	t := verb - 1
	for t > 0 && r.syn.Words[t].UPOS == ud.AUX {
		t--
	}
	who := r.wholeBefore(t)
	if who == annot.None {
		return false
	}
	if r.syn.Words[who].Rel == ud.Appos {
		who = r.syn.Words[who].Head
	}
	up := r.syn.Words[who].Head
	return up != annot.None && r.syn.Words[who].Rel == ud.Obj && r.is("floated-verb", r.syn.Words[up].Lemma)
}

// failsTo reports whether a verb hangs on one of not doing it: "failed to turn
// up".
func (r *reading) failsTo(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	return gov != annot.None && r.syn.Words[verb].Rel == ud.Xcomp && r.is("fail-to", r.syn.Words[gov].Lemma) && !r.negated(gov)
}

// byNoun says how sure the coming is that a noun governs: "declined an
// invitation to attend", "a decision not to attend", "plans to join".
func (r *reading) byNoun(verb annot.TokenID) record.Participation {
	noun := r.syn.Words[verb].Head
	if noun == annot.None || r.syn.Words[verb].Rel != ud.Acl || r.syn.Words[noun].UPOS != ud.NOUN || !r.syn.Words[verb].Feats.Has(ud.VerbFormInf) {
		return ""
	}
	up := r.syn.Words[noun].Head
	refused := up != annot.None && r.syn.Words[noun].Rel.Universal() == ud.Obj && r.turnsDown(up)
	switch l := r.syn.Words[noun].Lemma; {
	case l == "refusal", refused, r.negated(verb):
		return record.Declined
	case l == "invitation" && up != annot.None && r.syn.Words[up].Lemma == "accept" && !r.negated(up):
		return record.NamedParticipant
	case r.is("floated-noun", l):
		return record.PossibleParticipant
	}
	return ""
}

// turnsDown reports whether a verb refuses what is offered.
func (r *reading) turnsDown(verb annot.TokenID) bool {
	l := r.syn.Words[verb].Lemma
	return (r.is("refuse", l) || r.is("stay-away", l) || l == "turn" && r.adverb(verb, "down")) && !r.negated(verb)
}

// holding says how sure it is that who holds or joins a meeting is there. Who
// hopes to hold one is named; who hopes to join one may be there.
func (r *reading) holding(verb annot.TokenID) record.Participation {
	if as := r.certainty(verb); as != record.PossibleParticipant || r.hedged(verb) || r.is("join", r.syn.Words[verb].Lemma) {
		return as
	}
	return record.NamedParticipant
}

// absent turns a verb of staying away round where it is itself negated or
// hedged: "has not ruled out skipping", "may boycott".
func (r *reading) absent(verb annot.TokenID, as record.Participation) record.Participation {
	s := r.nsubj(verb)
	if r.negated(verb) || r.hedged(verb) || r.conditional(verb) || r.supposed(verb) || r.tentative(verb) || r.unsaid(verb) || s != annot.None && r.neither(s) {
		return record.PossibleParticipant
	}
	return as
}

// unsaid reports whether a clause is what nobody says: "neither has said that
// it will stay away".
func (r *reading) unsaid(verb annot.TokenID) bool {
	up := r.syn.Words[verb].Head
	if up == annot.None || r.syn.Words[verb].Rel != ud.Ccomp {
		return false
	}
	s := r.nsubj(up)
	return r.negated(up) || s != annot.None && r.neither(s)
}

// asking reports whether a verb stands behind "whether".
func (r *reading) asking(verb annot.TokenID) bool {
	m := r.syn.Child(verb, ud.Mark)
	return m != annot.None && lower(r.seg.Word(m)) == "whether"
}

// tentative reports whether a verb hangs on one that only asks, offers or
// hopes for it, or on an adjective of openness: "asked to join", "ready to
// attend", "is likely to come".
func (r *reading) tentative(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	if gov == annot.None || r.syn.Words[verb].Rel.Universal() != ud.Xcomp && r.syn.Words[verb].Rel.Universal() != ud.Advcl {
		return false
	}
	if !r.syn.Words[verb].Feats.Has(ud.VerbFormInf) {
		return false
	}
	w := &r.syn.Words[gov]
	return r.is("floated-verb", w.Lemma) || r.is("open-adjective", w.Lemma) || w.Lemma == "likely" || w.Lemma == "threaten"
}
