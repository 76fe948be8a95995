package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A kindHint is what a construction alone says of the kind.
type kindHint uint8

const (
	noHint     kindHint = iota
	hintTerm            // an exchange or a dependence
	hintDemand          // "X before Y"
	hintElse            // "or else"
	hintRisk            // "or risk"
	hintWanted          // "a condition for"
	hintOrder           // "do this and"
)

// kindOf says what a condition is to the one who sets it. It goes through the
// steps of the guidelines of the gold reports, and the first that fits
// decides: what the cue calls it, whether the trigger is demanded, whether it
// is a term of a deal, in whose power the consequence is, and whether it is
// good or bad for somebody.
func (s *search) kindOf(l link, id annot.AttributionID, consequence annot.Spans) record.ConditionKind {
	if id != annot.None && s.toCome(id) {
		id = s.att.List[id].Within // the cue is part of what would happen
	}
	g := s.consequenceHead(consequence)
	if l.gapped && l.governor != annot.None {
		g = l.governor
	}
	switch {
	case (l.kind == hintDemand || l.kind == hintWanted) && (id != annot.None || !l.holder.Empty()):
		return record.Demand
	case l.kind == hintRisk, s.cueIs(id, s.words.warning):
		return record.Warning
	case l.rule != nil && l.rule.section == "would mean":
		return s.meant(id, consequence)
	case s.cueIs(id, s.words.threat):
		return record.Threat
	case l.kind == hintElse, l.rule != nil && l.rule.section == "or else":
		return s.kindOfElse(l, id, g)
	case l.kind == hintTerm, l.kind == hintWanted, l.kind == hintDemand, s.lower(max(l.connective.first, 1)-1) == "not", s.cueIs(id, s.words.refusal), s.agreedRule(l, id):
		return record.Term
	case g != annot.None && s.withheld(g) && s.worth(s.deed(g)) <= 0 && (s.wills(g) || s.allows(g)):
		return record.Term
	case s.cueIs(id, s.words.demand):
		return record.Demand
	case s.cueIs(id, s.words.plan) && g != annot.None && s.worth(s.deed(g)) > 0:
		return record.Threat // "is mulling fresh sanctions in case"
	case l.rule.section == "bargain" && l.kind == hintOrder && g != annot.None && (s.worth(s.deed(g)) <= 0 || s.withheld(g)):
		return record.Demand // what is asked for, and what follows
	case g == annot.None:
		return record.Term
	case s.words.threat[s.syn.Words[g].Lemma]:
		return record.Threat // told by the report: "threatening them with arrest"
	case s.words.warning[s.syn.Words[g].Lemma]:
		return record.Warning
	case s.cueIs(id, s.words.offer, s.words.promise), s.syn.Words[g].Head != annot.None && s.clausalRel(g) && s.ready(s.syn.Words[g].Head):
		return s.kindOfPledge(l, id, g)
	}
	return s.kindOfDeed(l, id, g)
}

// meant tells what something would mean: a warning where it is bad and somebody
// says so, else a term.
func (s *search) meant(id annot.AttributionID, consequence annot.Spans) record.ConditionKind {
	for _, sp := range consequence {
		first, end := s.seg.Within(sp)
		for t := first; t < end && id != annot.None; t++ {
			if l := s.syn.Words[t].Lemma; s.words.badNoun[l] || s.words.badState[l] || s.words.ruin[l] {
				return record.Warning
			}
		}
	}
	return record.Term
}

// kindOfElse tells what is to follow if somebody does not do as he is bid: a
// threat, unless who bids him has no part in it.
func (s *search) kindOfElse(l link, id annot.AttributionID, g annot.TokenID) record.ConditionKind {
	switch {
	case id == annot.None && g != annot.None && s.wills(g) && s.partyOrPronoun(s.subject(g)):
		return record.Threat // "gave them until Friday, failing which it would sue"
	case s.observer(id), s.cueIs(id, s.words.counsel):
		return record.Warning
	case l.kind == hintElse, g != annot.None && s.syn.Words[g].Rel == ud.Conj && s.syn.Child(g, ud.Nsubj) == annot.None:
		return record.Threat // "told them to pay or lose the lease"
	case g != annot.None && id != annot.None && (s.inPower(l, id, g) || !s.bad(g)):
		return record.Threat
	}
	return s.fate(id, g)
}

// kindOfPledge tells the threat from the promise in what somebody vows or is
// ready to do: "vowed to strike".
func (s *search) kindOfPledge(l link, id annot.AttributionID, g annot.TokenID) record.ConditionKind {
	if id != annot.None && s.vowsHarm(id) {
		return record.Threat
	}
	switch worth := s.worth(s.deed(g)); {
	case s.withheld(g) && worth <= 0 && (s.wills(g) || s.negatedVerb(g) && (s.failing(l) || l.rule.section == "until")):
		return record.Term // "is ready to talk but will not disarm before"
	case worth > 0 && !s.withheld(g), s.failing(l) && s.syn.Words[g].UPOS == ud.VERB && !s.withheld(g):
		return record.Threat
	case s.neutral(s.deed(g)) && !s.cueIs(id, s.words.offer) && (id != annot.None && s.cueIs(id, s.words.promise)) && s.unwelcome(l):
		return record.Threat // "promised to recall its envoy if the statue was moved"
	}
	return record.Promise
}

// clausalRel reports whether a word is what an adjective takes: "open to
// cutting", "ready to cut".
func (s *search) clausalRel(t annot.TokenID) bool {
	switch s.syn.Words[t].Rel.Universal() {
	case ud.Xcomp, ud.Advcl, ud.Ccomp, ud.Obl:
		return true
	}
	return false
}

// vowsHarm reports whether a cue holds the harm that is vowed: "vowed to sue".
func (s *search) vowsHarm(id annot.AttributionID) bool {
	first, end := s.seg.Within(s.att.List[id].Cue)
	for t := first; t < end; t++ {
		if t != s.att.List[id].CueHead && s.syn.Words[t].UPOS == ud.VERB && s.words.harm[s.syn.Words[t].Lemma] {
			return true
		}
	}
	return false
}

// kindOfDeed says what a condition is by its consequence alone.
func (s *search) kindOfDeed(l link, id annot.AttributionID, g annot.TokenID) record.ConditionKind {
	d := s.deed(g)
	worth := s.worth(d)
	switch {
	case s.supposes(l, id, g), s.leaves(l, g):
		return record.Term
	case !s.inPower(l, id, g):
		return s.fate(id, g)
	case s.withheld(g) && worth > 0 && !s.failing(l) && l.rule.section != "until":
		return record.Promise // "would not strike if"
	case s.withheld(g):
		return record.Term
	case worth > 0:
		return record.Threat
	case s.failing(l) && s.syn.Words[d].UPOS == ud.VERB && !s.words.stative[s.syn.Words[d].Lemma]:
		return record.Threat // what is done failing the trigger
	case s.neutral(d) && s.unwelcome(l), s.badSubject(g) && !s.words.end[s.syn.Words[d].Lemma]:
		return record.Threat
	case id == annot.None && worth == 0, l.rule.section == "until":
		return record.Term
	}
	return record.Promise
}

// supposes reports whether a speaker only says where an act of his own would
// lead him: "If I paid once, I would pay for ever". He offers nothing by it.
func (s *search) supposes(l link, id annot.AttributionID, g annot.TokenID) bool {
	if id == annot.None || l.rule.section != "if" || !s.byOwnSide(l, id) || !s.wills(g) || !s.syn.Words[l.head].Feats.Has(ud.TensePast) {
		return false
	}
	subj, d := s.subject(g), s.deed(l.head)
	if subj == annot.None || s.lower(subj) != "we" && s.lower(subj) != "i" {
		return false
	}
	lemma := s.syn.Words[d].Lemma
	return s.does(d) && !s.words.receive[lemma] && s.syn.Child(l.head, ud.AuxPass, ud.Cop) == annot.None
}

// leaves reports whether something could be brought to an end for something
// good: "the dredging could be paused if they paid". Nobody is warned by it.
func (s *search) leaves(l link, g annot.TokenID) bool {
	return s.allows(g) && s.syn.Child(g, ud.NsubjPass) != annot.None && s.words.end[s.syn.Words[g].Lemma] && !s.negated(g) &&
		l.rule.section == "if" && s.clausal(l.head) && !s.negated(l.head) && s.worth(s.deed(l.head)) < 0
}

// unwelcome reports whether a trigger is what the one who sets the condition
// would not have: harm, or the want of what he asks. What he does then, if it
// is not plainly good, is done against it.
func (s *search) unwelcome(l link) bool {
	if l.head == annot.None || !l.trigger.has(l.head) || l.rule.section == "provided" || l.rule.section == "only after" || s.hasWordIn(l.connective, "only") {
		return false // what one makes the proviso, one wants
	}
	if !s.clausal(l.head) {
		return s.badPhrase(l.head)
	}
	d := s.deed(l.head)
	if s.negated(l.head) || s.words.fallShort[s.syn.Words[l.head].Lemma] {
		return s.worth(d) <= 0
	}
	subj := s.subject(l.head)
	return s.worth(d) > 0 || subj != annot.None && s.words.rise[s.syn.Words[d].Lemma] && s.words.burden[s.syn.Words[subj].Lemma]
}

// badSubject reports whether what would come about is something bad: "the
// consequences will be".
func (s *search) badSubject(g annot.TokenID) bool {
	subj := s.subject(g)
	return subj != annot.None && s.words.badNoun[s.syn.Words[subj].Lemma]
}

// neutral reports whether a deed is neither plainly harm nor plainly good.
func (s *search) neutral(d annot.TokenID) bool {
	l := s.syn.Words[d].Lemma
	if s.syn.Words[d].UPOS != ud.VERB {
		return false
	}
	return s.worth(d) == 0 || s.words.begin[l] && !s.goesWith(d, s.words.goodWith)
}

// fate says what a consequence is that comes about by itself or by others: a
// warning where it is bad and somebody says it, else a term.
func (s *search) fate(id annot.AttributionID, g annot.TokenID) record.ConditionKind {
	if id != annot.None && g != annot.None && s.bad(g) {
		return record.Warning
	}
	return record.Term
}

// failing reports whether the consequence is what is done if the trigger does
// not come: "unless", "barring".
func (s *search) failing(l link) bool {
	if l.rule.section == "or else" {
		return true
	}
	return s.words.failing[s.lower(l.connective.first)]
}

// agreedRule reports whether a condition is a clause of an agreement, a plan
// or a law: one that a document states, that two sides agreed, or that stands
// behind "under the plan".
func (s *search) agreedRule(l link, id annot.AttributionID) bool {
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	for t := sent.First; t+1 < sent.End && t < l.connective.first+8; t++ {
		if s.lower(t) == "under" && s.words.document[s.objectOf(t, sent)] {
			return true
		}
	}
	if id == annot.None {
		return false
	}
	if h := s.att.List[id].SourceHead; h != annot.None && s.words.document[s.syn.Words[h].Lemma] {
		return true
	}
	return s.cueIs(id, s.words.accord) && s.severalSources(id)
}

// objectOf returns the lemma of the noun that a preposition opens.
func (s *search) objectOf(t annot.TokenID, sent annot.Sentence) string {
	if w := s.syn.Words[t]; w.Rel == ud.Case && w.Head != annot.None {
		return s.syn.Words[w.Head].Lemma
	}
	for t++; t < sent.End && s.syn.Words[t].UPOS != ud.NOUN; t++ {
		if s.syn.Words[t].UPOS == ud.PUNCT {
			return ""
		}
	}
	if t == sent.End {
		return ""
	}
	return s.syn.Words[t].Lemma
}

// severalSources reports whether those who agree are several: "both sides",
// "France and Spain".
func (s *search) severalSources(id annot.AttributionID) bool {
	h := s.att.List[id].SourceHead
	if h == annot.None {
		return false
	}
	for c := range s.syn.Children(h) {
		switch w := s.syn.Words[c]; {
		case w.Rel == ud.Conj, w.Rel == ud.Nummod, s.lower(c) == "both":
			return true
		}
	}
	switch l := s.syn.Words[h].Lemma; l {
	case "side", "party", "member", "state", "country", "nation", "government", "neighbour", "neighbor", "company":
		return s.lower(h) != l
	}
	return s.lower(h) == "both"
}

// consequenceHead returns the word that heads a consequence, or None.
func (s *search) consequenceHead(consequence annot.Spans) annot.TokenID {
	best := annot.TokenID(annot.None)
	for _, sp := range consequence {
		if t := s.syn.HeadOf(sp); t != annot.None && (best == annot.None || !s.clausal(best) && s.clausal(t)) {
			best = t
		}
	}
	if best == annot.None || s.clausal(best) {
		return best
	}
	first, end := s.seg.Within(consequence[0])
	for t := first; t < min(first+2, end); t++ {
		if s.syn.Words[t].UPOS == ud.VERB && s.inLists(s.syn.Words[t].Lemma) {
			return t // "halt evictions", taken for a noun and its adjective
		}
	}
	return best
}
