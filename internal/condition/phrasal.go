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

// matchEvent takes "in the event of N" anywhere, and "without N" beside a
// clause that says what would, or can not, be.
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
	}
	if l.trigger.empty() || l.governor == annot.None && l.trigger.end == trigger.end {
		return link{}, false
	}
	if c.end-c.first > 1 && s.lower(c.first) == "in" {
		return l, true
	}
	if s.words.manner[w.Lemma] {
		return link{}, false
	}
	if l.governor == annot.None {
		return link{}, false
	}
	verb := s.verbOver(l.governor)
	if m := s.syn.Child(max(verb, 0), ud.Mark); verb != annot.None && m != annot.None && s.lower(m) == "whether" {
		return link{}, false
	}
	fronted := s.opensClause(sent, c.first) && c.first < verb
	l.governor = verb
	if verb != annot.None && !fronted && s.modal(verb) && s.words.suffered[s.syn.Words[verb].Lemma] {
		return l, true // "would collapse without their backing"
	}
	return l, verb != annot.None && (fronted && (s.modal(verb) || s.words.absent[w.Lemma]) || s.negated(verb) && s.modal(verb))
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
