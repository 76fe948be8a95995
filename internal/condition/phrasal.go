package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchExchange takes "in exchange for N", and "in exchange" behind what is
// given for it.
func matchExchange(s *search, sent annot.Sentence, c run) (link, bool) {
	if s.lower(c.end-1) != "for" && s.lower(c.end-1) != "of" {
		if c.first == sent.First {
			return s.inReturn(sent, c)
		}
		return link{}, false // what "in return" looks back to is not in the clause
	}
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	trigger = s.extend(sent, c, trigger)
	gov := s.governor(head, c)
	if gov != annot.None && c.first-gov > 18 {
		gov = s.nearestVerb(gov, c.first)
	}
	l := link{connective: c, trigger: s.cut(trigger, head), head: head, governor: gov, kind: hintTerm}
	return l, !trigger.empty() && gov != annot.None
}

// nearestVerb returns the last verb before a token that takes an object, or
// else: a parser easily ties what is given for something to a verb far off.
func (s *search) nearestVerb(or, t annot.TokenID) annot.TokenID {
	for u := t - 1; u > or; u-- {
		if s.syn.Words[u].UPOS == ud.VERB && s.syn.Child(u, ud.Obj) != annot.None && s.cueAt(u) == annot.None {
			return u
		}
	}
	return or
}

// inReturn takes the sentence before for what one that begins with "In return"
// is given for.
func (s *search) inReturn(sent annot.Sentence, c run) (link, bool) {
	if sent.First == 0 {
		return link{}, false
	}
	before := s.seg.SentenceOf(sent.First - 1)
	if s.seg.Sentences[before].Block != sent.Block {
		return link{}, false
	}
	given, gives := s.told(before)
	got, gets := s.told(s.seg.SentenceOf(sent.First))
	gets.first = max(gets.first, c.end)
	if given == annot.None || got == annot.None || gives.empty() || gets.empty() {
		return link{}, false
	}
	return link{connective: c, trigger: gives, head: given, governor: got, kind: hintTerm, consequence: []run{gets}}, true
}

// told returns the main clause of a sentence, from its subject on, or that of
// what it says somebody said.
func (s *search) told(id annot.SentenceID) (annot.TokenID, run) {
	h := s.syn.Root(id)
	if a := s.cueAt(h); a != annot.None {
		for _, sp := range s.att.List[a].Content {
			if g := s.syn.HeadOf(sp); g != annot.None && s.seg.SentenceOf(g) == id && s.clausal(g) {
				h = g
			}
		}
	}
	if h == annot.None || !s.clausal(h) || s.seg.SentenceOf(h) != id {
		return annot.None, run{}
	}
	r := s.subtree(h)
	if subj := s.subject(h); subj != annot.None && subj < h && s.seg.SentenceOf(subj) == id {
		r.first = s.subtree(subj).first
	}
	for t := h + 1; t+1 < r.end; t++ {
		if s.seg.Word(t) == "," && s.sourceOrCue(t+1) {
			r.end = t
		}
	}
	return h, s.trim(r)
}

// outside climbs from the object of a connective to the first word that
// stands outside both: "exchange" and "return" lie inside the connective.
func (s *search) outside(t annot.TokenID, c run) annot.TokenID {
	for t = s.syn.Words[t].Head; t != annot.None && c.has(t); {
		t = s.syn.Words[t].Head
	}
	return t
}

// matchEvent takes "in the event of N" and "barring N" anywhere,
// and "without N" beside a clause that says what would, or can not, be.
func matchEvent(s *search, sent annot.Sentence, c run) (link, bool) {
	if l, ok := s.failingThat(sent, c); ok {
		return l, true
	}
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	w := s.syn.Words[head]
	if w.UPOS != ud.NOUN && w.UPOS != ud.PROPN && !((w.UPOS == ud.PRON || w.UPOS == ud.DET) && s.opensClause(sent, c.first)) {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	l := link{connective: c, trigger: trigger, head: head, governor: s.outside(head, c)}
	if s.opensClause(sent, c.first) {
		if l.trigger = s.toComma(trigger); l.trigger.end == trigger.end {
			if to := s.toComma(run{c.end, min(trigger.end+6, sent.End)}); to.end < trigger.end+6 && to.end > trigger.end && !s.hasVerb(run{trigger.end, to.end}) {
				l.trigger = to // "Failing a deal by the new year, ..."
			}
		}
	} else {
		l.trigger = s.extend(sent, c, trigger)
	}
	if prep := s.lower(c.first); (prep == "absent" || prep == "barring" || prep == "failing") && c.first == sent.First && (l.governor == annot.None || s.verbOver(l.governor) == annot.None) {
		l.trigger = s.toComma(run{c.end, sent.End})
		l.consequence = s.untilSaid(run{l.trigger.end, sent.End})
		return l, l.trigger.end < sent.End && !l.trigger.empty()
	}
	if l.trigger.empty() || l.governor == annot.None && l.trigger.end == trigger.end {
		return link{}, false
	}
	fronted := s.opensClause(sent, c.first)
	if prep := s.lower(c.first); (prep == "without" || prep == "absent") && !fronted && (l.governor == annot.None || s.verbOver(l.governor) == annot.None) {
		return s.verbless(sent, l)
	}
	if l.governor != annot.None {
		verb := s.verbOver(l.governor)
		fronted = fronted && c.first < verb
		if said := s.saidAfter(verb, l.trigger.end); said != annot.None {
			verb = said
		}
		l.governor = verb
	}
	if prep := s.lower(c.first); !s.eventHolds(l, prep, fronted) {
		if prep == "without" && !fronted {
			return s.verbless(sent, l)
		}
		return l, false
	}
	return l, true
}

// verbless reads "no deal without fish", and "cannot lower fares without
// consent" where the tree has no verb for it.
func (s *search) verbless(sent annot.Sentence, l link) (link, bool) {
	before := run{s.clauseStart(sent, l.connective.first), l.connective.first}
	for before.first < before.end && (s.isLoose(before.first) || markSide(s.seg.Word(before.first)) != 0) {
		before.first++
	}
	if before.end-before.first < 2 || before.end-before.first > 16 || s.words.manner[s.syn.Words[l.head].Lemma] {
		return l, false
	}
	no := s.lower(before.first) == "no"
	for t := before.first; t+1 < before.end && !no; t++ {
		no = s.syn.Words[t].UPOS == ud.AUX && (s.lower(t+1) == "not" || s.lower(t+1) == "n't" || s.lower(t+1) == "n’t" || s.lower(t+1) == "never")
	}
	l.consequence, l.kind = []run{before}, hintTerm
	return l, no
}

// saidAfter returns the head of what a cue says behind a fronted phrase:
// "Without a plan, she told them, there is no road".
func (s *search) saidAfter(verb, from annot.TokenID) annot.TokenID {
	id := s.cueAt(verb)
	if id == annot.None {
		return annot.None
	}
	for _, sp := range s.att.List[id].Content {
		if first, _ := s.seg.Within(sp); first >= from {
			if h := s.syn.HeadOf(sp); h != annot.None && s.clausal(h) {
				return h
			}
		}
	}
	return annot.None
}

// failingThat reads "failing that, N would" by its words, which a parser
// easily takes for "that N would".
func (s *search) failingThat(sent annot.Sentence, c run) (link, bool) {
	if s.lower(c.first) != "failing" || c.end+1 >= sent.End || s.seg.Word(c.end+1) != "," || s.lower(c.end) != "that" && s.lower(c.end) != "this" {
		return link{}, false
	}
	gov := s.replyHead(sent, c.end+2)
	return link{connective: c, trigger: run{c.end, c.end + 1}, head: c.end, governor: gov, consequence: s.clipTo(gov, c.end+2)}, gov != annot.None
}

// clipTo returns the clause of a word from a token on.
func (s *search) clipTo(g, from annot.TokenID) []run {
	if g == annot.None {
		return nil
	}
	return s.untilSaid(run{max(s.subtree(g).first, from), s.subtree(g).end})
}

// untilSaid ends a run at the said-clause behind it.
func (s *search) untilSaid(r run) []run {
	for t := r.first + 1; t+1 < r.end; t++ {
		if s.seg.Word(t) == "," && s.sourceOrCue(t+1) {
			r.end = t
		}
	}
	return []run{r}
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
	return fronted && (s.modal(verb) || !s.past(verb) && s.bad(verb) || s.negated(verb) || s.words.absent[noun] || prep == "absent") && !s.unreal(verb) || s.negated(verb) && s.modal(verb)
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
		begin := sent.First
		for i, sp := range s.att.List[id].Content {
			a, end := s.seg.Within(sp)
			if i == 0 || a <= sent.First {
				begin = a // a second piece goes on with the first
			}
			if a <= t && t < end {
				first = max(first, begin)
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
