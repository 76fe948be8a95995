package condition

import (
	"cmp"
	"slices"

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
)

// kindOf says what a condition is to the one who sets it: by the cue where
// that tells, else by what the consequence would be and in whose power.
func (s *search) kindOf(l link, id annot.AttributionID, consequence annot.Spans) record.ConditionKind {
	g := s.consequenceHead(consequence)
	if id != annot.None && s.toCome(id) {
		id = annot.None // the cue is part of what would happen
	}
	switch {
	case l.kind == hintDemand:
		return record.Demand
	case l.kind == hintRisk, s.cueIs(id, s.words.warning):
		return record.Warning
	case s.cueIs(id, s.words.threat):
		return record.Threat
	case l.kind == hintElse, l.rule != nil && l.rule.section == "or else" && g != annot.None && s.wills(g) && s.actor(g) && s.worth(g) >= 0 && !s.negatedVerb(g):
		return record.Threat
	case l.kind == hintTerm, s.cueIs(id, s.words.refusal):
		return record.Term
	case s.cueIs(id, s.words.demand):
		return record.Demand
	case g != annot.None && s.wills(g) && s.negatedVerb(g) && s.cueIs(id, s.words.offer, s.words.promise):
		return record.Term // "is ready to talk but will not disarm before"
	case s.cueIs(id, s.words.offer):
		return record.Promise // who is ready to cut a fee threatens nobody
	case s.cueIs(id, s.words.promise):
		if g != annot.None && s.worth(g) > 0 || s.unless(l) {
			return record.Threat // "vowed to strike"
		}
		return record.Promise
	case g == annot.None:
		return record.Term
	case s.ready(g):
		return record.Promise
	}
	return s.kindOfClause(l, id, g)
}

// kindOfClause says what a condition is by its consequence alone.
func (s *search) kindOfClause(l link, id annot.AttributionID, g annot.TokenID) record.ConditionKind {
	if subj := s.syn.Child(g, ud.Nsubj); id != annot.None && subj != annot.None && s.words.weapon[s.syn.Words[subj].Lemma] && s.words.happen[s.syn.Words[g].Lemma] {
		return record.Threat // "the strike will go ahead"
	}
	worth, own := s.worth(g), s.own(id, g)
	meant := own || id != annot.None && s.intended(g) // a spokesman's "the army would strike"
	switch {
	case meant && worth > 0, meant && s.unless(l) && s.wills(g) && !s.negatedVerb(g) && !s.words.stative[s.syn.Words[g].Lemma]:
		return record.Threat // what is done failing the trigger
	case meant && worth < 0, (own || s.ofSource(id, g)) && s.wills(g) && !s.negatedVerb(g) && s.actor(g):
		return record.Promise
	case id != annot.None && (s.badSubject(g) || worth == 0 && s.syn.Words[g].UPOS != ud.VERB && s.badPhrase(g)):
		return record.Warning
	case id != annot.None && worth > 0:
		return record.Warning
	case s.must(g):
		return record.Demand
	}
	return record.Term
}

// unless reports whether the trigger is what keeps the consequence away.
func (s *search) unless(l link) bool { return s.lower(l.connective.first) == "unless" }

// wills reports whether a clause has "will" or "would".
func (s *search) wills(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		switch s.syn.Words[c].Lemma {
		case "will", "would", "wo", "'ll", "’ll", "shall":
			if s.syn.Words[c].Rel.Universal() == ud.Aux {
				return true
			}
		}
	}
	return false
}

// actor reports whether a clause tells what its subject does, and not what
// becomes of it: a verb other than one of being, in the active.
func (s *search) actor(t annot.TokenID) bool {
	return s.syn.Words[t].UPOS == ud.VERB && !s.words.stative[s.syn.Words[t].Lemma] && s.syn.Child(t, ud.NsubjPass, ud.Cop, ud.AuxPass) == annot.None && !s.words.suffered[s.syn.Words[t].Lemma]
}

// ofSource reports whether the subject of a clause is named in the words for
// who states it: "the Reform bloc's whip said Reform would accept".
func (s *search) ofSource(id annot.AttributionID, g annot.TokenID) bool {
	subj := s.syn.Child(g, ud.Nsubj)
	if id == annot.None || subj == annot.None {
		return false
	}
	lemma := s.syn.Words[subj].Lemma
	for _, sp := range s.att.List[id].Source {
		first, end := s.seg.Within(sp)
		for t := first; t < end; t++ {
			if s.syn.Words[t].Lemma == lemma {
				return true
			}
		}
	}
	return false
}

// badSubject reports whether what would come about is something bad: "a
// default is likely".
func (s *search) badSubject(t annot.TokenID) bool {
	subj := s.syn.Child(t, ud.Nsubj, ud.NsubjPass)
	return subj != annot.None && s.words.badNoun[s.syn.Words[subj].Lemma] && !s.words.weapon[s.syn.Words[subj].Lemma] && !s.negatedVerb(t)
}

// intended reports whether a clause tells what somebody will do of his own
// will: "will" or "would", a verb of doing, and a subject that may act; in the
// passive, a verb that only somebody can do.
func (s *search) intended(t annot.TokenID) bool {
	l := s.syn.Words[t].Lemma
	subj, passive := s.syn.Child(t, ud.Nsubj), s.syn.Child(t, ud.NsubjPass)
	switch {
	case passive != annot.None:
		if !s.words.end[l] && !s.words.begin[l] {
			return false
		}
	case subj == annot.None, s.words.badNoun[s.syn.Words[subj].Lemma]:
		return false
	case s.words.suffered[l] && s.syn.Child(t, ud.Obj) == annot.None:
		return false
	}
	return s.wills(t)
}

// ready reports whether a predicate says that somebody is ready or willing.
func (s *search) ready(t annot.TokenID) bool {
	w := s.syn.Words[t]
	return (w.UPOS == ud.ADJ && s.words.promise[w.Lemma] || s.lower(t) == "prepared") && !s.negatedVerb(t)
}

// consequenceHead returns the word that heads a consequence, or None.
func (s *search) consequenceHead(consequence annot.Spans) annot.TokenID {
	best := annot.TokenID(annot.None)
	for _, sp := range consequence {
		if t := s.syn.HeadOf(sp); t != annot.None && (best == annot.None || !s.clausal(best) && s.clausal(t)) {
			best = t
		}
	}
	return best
}

// worth weighs what a verb or noun does to others: 1 harm, -1 good, 0 neither
// or not to be told. Ending what is bad is good, and the other way round.
func (s *search) worth(t annot.TokenID) int {
	w := s.syn.Words[t]
	if s.negatedVerb(t) {
		return 0
	}
	if w.UPOS != ud.VERB {
		if s.words.badNoun[w.Lemma] {
			return 1
		}
		return 0
	}
	if x := s.syn.Child(t, ud.Xcomp); x != annot.None && !s.inLists(w.Lemma) {
		return s.worth(x) // "plans to strike"
	}
	obj := s.syn.Child(t, ud.Obj, ud.NsubjPass)
	bad := obj != annot.None && s.badPhrase(obj)
	switch {
	case s.words.end[w.Lemma] && obj != annot.None, obj != annot.None && s.particle(t) == "off":
		return sign(!bad)
	case s.words.begin[w.Lemma] && obj != annot.None:
		return sign(bad)
	case w.Lemma == "withdraw" && obj == annot.None:
		return sign(s.leavesBond(t))
	case s.words.harm[w.Lemma], (w.Lemma == "leave" || w.Lemma == "quit") && obj != annot.None && s.words.bond[s.syn.Words[obj].Lemma]:
		return 1
	case s.words.benefit[w.Lemma]:
		return -1
	}
	return 0
}

// leavesBond reports whether somebody would withdraw from what ties him to
// others: "from the talks", where troops withdraw from a town.
func (s *search) leavesBond(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		if s.syn.Words[c].Rel.Universal() == ud.Obl && s.words.bond[s.syn.Words[c].Lemma] {
			return true
		}
	}
	return false
}

// particle returns the particle of a verb: "off" in "call off".
func (s *search) particle(t annot.TokenID) string {
	if p := s.syn.Child(t, ud.CompoundPrt); p != annot.None {
		return s.lower(p)
	}
	if int(t)+1 < len(s.syn.Words) && s.lower(t+1) == "off" {
		return "off"
	}
	return ""
}

func sign(harm bool) int {
	if harm {
		return 1
	}
	return -1
}

func (s *search) inLists(lemma string) bool {
	return s.words.harm[lemma] || s.words.benefit[lemma] || s.words.begin[lemma] || s.words.end[lemma]
}

// badPhrase reports whether a noun, or the one that it is a measure of, names
// something bad: "sanctions", "a wave of strikes".
func (s *search) badPhrase(t annot.TokenID) bool {
	if l := s.syn.Words[t].Lemma; s.words.badNoun[l] || s.words.forces[l] {
		return true
	}
	n := s.syn.Child(t, ud.Nmod)
	return n != annot.None && s.words.badNoun[s.syn.Words[n].Lemma]
}

// own reports whether a clause is about what the speaker would do: its
// subject is "we" or "I", repeats the source's head, or is a pronoun that
// may stand for it.
func (s *search) own(id annot.AttributionID, g annot.TokenID) bool {
	if id == annot.None {
		return false
	}
	src := s.att.List[id].SourceHead
	subj := s.subject(g)
	if subj == annot.None {
		return s.syn.Words[g].Feats.Has(ud.VerbFormInf) && s.syn.Words[g].UPOS == ud.VERB
	}
	switch s.lower(subj) {
	case "we", "i":
		return true
	case "it", "they", "he", "she":
		return src != annot.None && !s.quoted(g) // in his own words a speaker is no "he"
	}
	return src != annot.None && s.syn.Words[src].Lemma == s.syn.Words[subj].Lemma
}

// quoted reports whether a word stands in quotation marks.
func (s *search) quoted(t annot.TokenID) bool {
	at := s.seg.Tokens[t].Span.Start
	i, _ := slices.BinarySearchFunc(s.quo.List, at+1, func(q annot.Quotation, x int) int { return cmp.Compare(q.Pieces[0].Start, x) })
	for q := annot.QuotationID(i - 1); q >= 0; q = s.quo.List[q].Parent { // Parent is None, below 0, at the top
		if s.quo.List[q].Pieces.Has(at) {
			return true
		}
	}
	return false
}

// subject returns the subject of a clause, or of the one that it shares it
// with.
func (s *search) subject(t annot.TokenID) annot.TokenID {
	for i := 0; t != annot.None && i < 4; i++ {
		if x := s.syn.Child(t, ud.Nsubj, ud.NsubjPass); x != annot.None {
			return x
		}
		if r := s.syn.Words[t].Rel; r != ud.Conj && r != ud.Xcomp {
			return annot.None
		}
		t = s.syn.Words[t].Head
	}
	return annot.None
}
