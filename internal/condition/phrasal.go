package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchExchange takes "in exchange for N", and "in exchange" behind what is
// given for it.
func matchExchange(s *search, sent annot.Sentence, c run) (link, bool) {
	if s.lower(c.end-1) != "for" && s.lower(c.end-1) != "of" {
		return link{}, false // what "in return" looks back to is not in the clause
	}
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	trigger = s.extend(sent, c, trigger)
	gov := s.outside(head, c)
	l := link{connective: c, trigger: s.cut(trigger, head), head: head, governor: gov, kind: hintTerm}
	return l, !trigger.empty() && gov != annot.None
}

// outside climbs from the object of a connective to the first word that
// stands outside both: "exchange" and "return" lie inside the connective.
func (s *search) outside(t annot.TokenID, c run) annot.TokenID {
	for t = s.syn.Words[t].Head; t != annot.None && c.has(t); {
		t = s.syn.Words[t].Head
	}
	return t
}

// matchEvent takes "in the event of N", "barring N" and "pending N" anywhere,
// and "without N" beside a clause that says what would, or can not, be.
func matchEvent(s *search, sent annot.Sentence, c run) (link, bool) {
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	w := s.syn.Words[head]
	if w.UPOS != ud.NOUN && w.UPOS != ud.PROPN && !(w.UPOS == ud.PRON && s.fronted(sent, c.first)) {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	l := link{connective: c, trigger: trigger, head: head, governor: s.outside(head, c)}
	if s.opensClause(sent, c.first) {
		l.trigger = s.toComma(trigger)
	} else {
		l.trigger = s.extend(sent, c, trigger)
	}
	if l.trigger.empty() || l.governor == annot.None && l.trigger.end == trigger.end {
		return link{}, false
	}
	fronted := s.opensClause(sent, c.first)
	if l.governor != annot.None {
		verb := s.verbOver(l.governor)
		fronted = fronted && c.first < verb
		l.governor = verb
	}
	return l, s.eventHolds(l, s.lower(c.first), fronted)
}

// eventHolds reports whether a preposition ties what its noun names to what
// would follow, by what kind of preposition it is.
func (s *search) eventHolds(l link, prep string, fronted bool) bool {
	noun, verb := s.syn.Words[l.head].Lemma, l.governor
	switch prep {
	case "in", "barring", "failing":
		return true
	case "on":
		return verb != annot.None && s.lookingAhead(verb)
	case "upon":
		return verb != annot.None && s.words.contingent[noun] && s.lookingAhead(verb)
	case "pending":
		return verb != annot.None && s.words.contingent[noun] && s.syn.Child(l.head, ud.Amod) != l.connective.first
	}
	if s.words.manner[noun] || verb == annot.None {
		return false
	}
	if m := s.syn.Child(verb, ud.Mark); m != annot.None && s.lower(m) == "whether" {
		return false
	}
	if !fronted && s.modal(verb) && s.words.suffered[s.syn.Words[verb].Lemma] {
		return true // "would collapse without their backing"
	}
	return fronted && (s.modal(verb) || s.words.absent[noun] || prep == "absent") && !s.unreal(verb) || s.negated(verb) && s.modal(verb)
}

// unreal reports whether a clause tells what would have been.
func (s *search) unreal(verb annot.TokenID) bool {
	return s.hasAux(verb, "would", "could", "might") && s.hasAux(verb, "have")
}

// toComma cuts a fronted phrase at its first comma.
func (s *search) toComma(r run) run {
	for t := r.first; t < r.end; t++ {
		if s.seg.Word(t) == "," {
			return run{r.first, t}
		}
	}
	return r
}

// verbOver returns the predicate of the clause that a word stands in.
func (s *search) verbOver(t annot.TokenID) annot.TokenID {
	for ; t != annot.None; t = s.syn.Words[t].Head {
		if s.clausal(t) {
			return t
		}
	}
	return annot.None
}

// groupStart returns the first of the auxiliaries and adverbs before a verb.
func (s *search) groupStart(t annot.TokenID) annot.TokenID {
	for t > 0 && (s.syn.Words[t-1].UPOS == ud.AUX || s.syn.Words[t-1].UPOS == ud.ADV) {
		t--
	}
	return t
}

// clauseStart returns where the words before t begin that belong with it: at
// the content of the attribution around it, or at the sentence.
func (s *search) clauseStart(sent annot.Sentence, t annot.TokenID) annot.TokenID {
	first := sent.First
	for _, id := range s.attributionsIn(t) {
		for _, sp := range s.att.List[id].Content {
			if a, end := s.seg.Within(sp); a <= t && t < end {
				first = max(first, a)
			}
		}
	}
	return first
}

// matchAnyThat takes what restricts "any" or "no" under a refusal as the
// trigger: "will sign no deal that leaves out the islands".
func matchAnyThat(s *search, sent annot.Sentence, c run) (link, bool) {
	if c.first == sent.First {
		return link{}, false
	}
	noun := annot.TokenID(annot.None)
	verb := s.syn.Words[c.first].Head
	if verb != annot.None && s.syn.Words[verb].Rel == ud.AclRelcl {
		noun = s.syn.Words[verb].Head
	}
	if noun == annot.None || noun >= c.first || c.first-noun > 6 || verb < c.first {
		return link{}, false
	}
	det, w := s.syn.Child(noun, ud.Det), s.syn.Words[noun].Lemma
	if !s.words.document[w] && !s.words.lever[w] && !s.words.absent[w] && !s.words.approval[w] {
		return link{}, false
	}
	if det == annot.None || s.lower(det) != "any" && s.lower(det) != "no" {
		return link{}, false
	}
	gov := s.verbOver(s.syn.Words[noun].Head)
	if gov == annot.None || !s.modal(gov) && !s.words.refusal[s.syn.Words[gov].Lemma] || !s.negated(gov) && !s.worthless(gov) {
		return link{}, false
	}
	trigger := s.subtree(verb)
	trigger.first = c.end
	return link{connective: c, trigger: s.cut(s.extend(sent, c, trigger), verb), head: verb, governor: gov}, trigger.end > c.end
}

// worthless reports whether a verb does away with its object: "will veto any".
func (s *search) worthless(t annot.TokenID) bool {
	l := s.syn.Words[t].Lemma
	return s.words.refusal[l] || s.words.harm[l] || l == "reject" || l == "block"
}
