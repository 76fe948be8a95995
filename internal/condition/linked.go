package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchDepends takes as the consequence what depends on something, or is
// conditional on or subject to it.
func matchDepends(s *search, sent annot.Sentence, c run) (link, bool) {
	pred := c.first
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	if trigger.end <= c.end {
		trigger = run{c.end, sent.End}
	}
	if trigger.end < sent.End && s.syn.Words[trigger.end].Feats.Has(ud.VerbFormGer) && s.syn.Words[trigger.end].UPOS == ud.VERB {
		trigger.end = s.subtree(trigger.end).end // "on parliament passing the bill"
	}
	if trigger = s.extend(sent, c, trigger); trigger.end == trigger.first+1 && asking(s.lower(trigger.first)) {
		for trigger.end < sent.End && s.syn.Words[trigger.end].UPOS != ud.PUNCT {
			trigger.end++ // "on what the company says"
		}
	}
	if s.lower(trigger.first) == "whether" {
		trigger.first++
	}
	if !s.clausal(head) && s.lower(pred) == "subject" && !s.setOff(sent, pred) && !s.words.approval[s.syn.Words[head].Lemma] && !s.hasGerund(trigger) {
		return link{}, false // "subject to attack"
	}
	l := link{connective: c, trigger: s.cut(trigger, head), head: head, governor: pred, kind: hintTerm}
	l.consequence = s.dependent(sent, c, l)
	if v := s.verbOver(s.syn.Words[pred].Head); v != annot.None && v < pred && s.syn.Words[v].Lemma == "make" {
		if who := s.subject(v); who != annot.None && who < v {
			l.holder = s.seg.SpanOf(who, who) // "Halvik has made its vote dependent on"
		}
	}
	for i, r := range l.consequence {
		if s.lower(r.first) == "whether" {
			l.consequence[i].first++
		}
	}
	return l, !l.trigger.empty() && len(l.consequence) > 0 && !s.livesOn(l)
}

// setOff reports whether a comma parts "subject to" from a clause that says
// what can or will be: "could go ahead, subject to the sale of N".
func (s *search) setOff(sent annot.Sentence, pred annot.TokenID) bool {
	if pred == sent.First || s.seg.Word(pred-1) != "," {
		return false
	}
	for t := s.clauseStart(sent, pred); t < pred; t++ {
		if s.syn.Words[t].UPOS == ud.AUX && s.modal(max(s.syn.Words[t].Head, 0)) {
			return true
		}
	}
	return false
}

// livesOn reports whether a party depends on a thing, which is no condition:
// "the islands depend on the ferry".
func (s *search) livesOn(l link) bool {
	switch s.syn.Words[l.governor].Lemma {
	case "depend", "rely", "dependent", "reliant":
	default:
		return false
	}
	return !s.hasVerb(l.trigger) && !s.words.approval[s.syn.Words[l.head].Lemma] && s.party(s.headOf(l.consequence))
}

// asking reports whether a word opens an indirect question.
func asking(word string) bool {
	switch word {
	case "what", "how", "who", "where", "whether":
		return true
	}
	return false
}

// dependent returns what hangs on the object of "depend on" and the like: the
// subject, the noun that it describes, the object of "make", or what stands
// before it.
func (s *search) dependent(sent annot.Sentence, c run, l link) []run {
	pred := c.first
	whole := run{c.first, max(c.end, l.trigger.end)}
	if subj := s.syn.Child(pred, ud.Nsubj, ud.NsubjPass, ud.Csubj); subj != annot.None && !s.subtree(subj).overlaps(l.trigger) {
		if r := s.syn.Words[pred]; s.syn.Words[subj].UPOS == ud.PRON && r.Rel == ud.AclRelcl && r.Head != annot.None && r.Head < subj {
			return s.subtree(r.Head).minus(run{max(s.subtree(pred).first, r.Head+1), sent.End}) // "the loan, which is subject to"
		}
		return []run{s.subtree(subj)}
	}
	w := s.syn.Words[pred]
	comma := pred > sent.First && s.seg.Word(pred-1) == ","
	switch {
	case w.Head == annot.None:
	case (w.Rel.Universal() == ud.Acl || w.Rel == ud.Amod) && !comma:
		top := w.Head
		for h := s.syn.Words[top].Head; s.syn.Words[top].Rel == ud.Nmod && s.syn.Words[h].UPOS == ud.NOUN && s.syn.Words[h].Rel == ud.Obj; h = s.syn.Words[top].Head {
			top = h // "made disbursement of the grant conditional on"
		}
		return s.subtree(top).minus(whole)
	case w.Rel == ud.Xcomp:
		if subj := s.syn.Child(w.Head, ud.Nsubj); subj != annot.None && w.UPOS == ud.ADJ && s.syn.Child(w.Head, ud.Obj) == annot.None && subj < pred { // "remains subject to"
			return []run{s.subtree(subj)}
		}
		if obj := s.syn.Child(w.Head, ud.Obj); obj != annot.None && obj < pred { // "made aid conditional on"
			return s.subtree(obj).minus(whole)
		}
	}
	before := s.trim(run{s.clauseStart(sent, pred), s.groupStart(pred)})
	switch {
	case !s.hasWord(before) && s.opensClause(sent, pred) && l.trigger.end < sent.End && s.seg.Word(l.trigger.end) == ",":
		return s.untilSaid(run{l.trigger.end + 1, sent.End}) // "Subject to a medical, he will join"
	case !s.hasWord(before):
		return nil
	case w.UPOS == ud.VERB, comma:
		return s.untilSaid(before)
	case s.syn.Words[before.end-1].UPOS == ud.NOUN || s.syn.Words[before.end-1].UPOS == ud.PROPN:
		np := s.subtree(s.topNoun(before)) // "made his support contingent upon"
		return []run{{max(np.first, before.first), before.end}}
	}
	return nil
}

func (s *search) hasGerund(r run) bool {
	for t := r.first; t < r.end; t++ {
		if s.syn.Words[t].UPOS == ud.VERB && s.syn.Words[t].Feats.Has(ud.VerbFormGer) {
			return true
		}
	}
	return false
}

// topNoun returns the head of the noun phrase that ends a run.
func (s *search) topNoun(r run) annot.TokenID {
	t := r.end - 1
	for h := s.syn.Words[t].Head; h != annot.None && r.has(h) && !s.clausal(h); h = s.syn.Words[t].Head {
		t = h
	}
	return t
}

// matchConditionFor takes "X is a condition for Y", "a condition for Y is X"
// and "made X a condition of Y": Y hangs on X.
func matchConditionFor(s *search, sent annot.Sentence, c run) (link, bool) {
	noun := c.first
	if c.end >= sent.End || s.syn.Words[noun].UPOS != ud.NOUN {
		return link{}, false
	}
	switch s.lower(c.end) {
	case "for", "of", "to":
	default:
		return link{}, false
	}
	c.end++
	head := s.phraseAfter(sent, c)
	if head == annot.None || head < c.end {
		return link{}, false
	}
	goal := s.subtree(head)
	goal = run{c.end, max(goal.end, head+1)}
	l := link{connective: c, head: noun, governor: noun, kind: hintWanted}
	if !s.wanted(sent, &l, goal) || l.trigger.empty() || l.trigger.overlaps(goal) || goal.overlaps(c) {
		return link{}, false
	}
	l.consequence = []run{goal}
	return l, true
}

// wanted finds what is the condition, and who makes it one where the clause
// says so.
func (s *search) wanted(sent annot.Sentence, l *link, goal run) bool {
	noun := l.connective.first
	w := s.syn.Words[noun]
	subj := s.syn.Child(noun, ud.Nsubj, ud.Csubj)
	switch {
	case subj != annot.None && s.syn.Child(noun, ud.Cop) != annot.None && subj < noun:
		l.trigger, l.head = s.trim(s.subtree(subj)), subj
	case w.Rel == ud.Nsubj && s.lower(l.connective.end-1) != "of" && w.Head != annot.None && w.Head > goal.first && s.syn.Child(w.Head, ud.Cop) != annot.None:
		cop := s.syn.Child(w.Head, ud.Cop)
		l.trigger, l.head = s.trim(run{cop + 1, s.subtree(w.Head).end}), w.Head
	default:
		verb := s.verbOver(noun)
		if verb == annot.None || verb > noun {
			return false
		}
		obj := s.firstObject(verb, noun)
		if obj == annot.None && s.lower(max(s.phraseStart(noun), 0)) == "as" {
			obj = s.phraseBefore(verb, noun) // "insists on a withdrawal as a condition for"
		}
		if obj == annot.None {
			return false
		}
		l.trigger, l.head = s.trim(run{s.subtree(obj).first, min(s.subtree(obj).end, s.phraseStart(noun))}), obj
		if who := s.syn.Child(verb, ud.Nsubj); who != annot.None && who < verb {
			l.holder = s.seg.SpanOf(who, who)
		}
	}
	return true
}

// firstObject returns the object of a verb that stands before a noun, whether
// the tree calls it the object or a complement.
func (s *search) firstObject(verb, noun annot.TokenID) annot.TokenID {
	for c := range s.syn.Children(verb) {
		switch w := s.syn.Words[c]; {
		case c <= verb || c >= noun:
		case w.Rel == ud.Obj || w.Rel == ud.Iobj:
			return c
		case (w.Rel == ud.Xcomp || w.Rel == ud.Ccomp) && (w.UPOS == ud.NOUN || w.UPOS == ud.PROPN) && c != noun:
			return c
		}
	}
	return annot.None
}

// phraseBefore returns the noun behind a preposition between a verb and a noun.
func (s *search) phraseBefore(verb, noun annot.TokenID) annot.TokenID {
	for c := range s.syn.Children(verb) {
		if k := s.syn.Child(c, ud.Case); s.syn.Words[c].Rel.Universal() == ud.Obl && c > verb && c < s.phraseStart(noun) && k != annot.None && (s.lower(k) == "on" || s.lower(k) == "for") {
			return c
		}
	}
	return annot.None
}

// phraseStart returns the first word of the noun phrase before its noun: of
// "a", "as a".
func (s *search) phraseStart(noun annot.TokenID) annot.TokenID {
	t := noun
	for t > 0 {
		switch s.syn.Words[t-1].UPOS {
		case ud.DET, ud.ADJ, ud.ADP:
			t--
			continue
		}
		break
	}
	return t
}

// matchLinked takes "tied its vote to the release of N": the vote hangs on the
// release. Only what one gives or withholds in talks is tied so; much else is
// linked to something.
func matchLinked(s *search, sent annot.Sentence, c run) (link, bool) {
	verb := c.first
	if s.syn.Words[verb].UPOS != ud.VERB {
		return link{}, false
	}
	given := s.syn.Child(verb, ud.Obj)
	passive := given == annot.None
	if passive {
		given = s.syn.Child(verb, ud.NsubjPass)
	}
	if given == annot.None || !s.words.lever[s.syn.Words[given].Lemma] {
		return link{}, false
	}
	for o := verb + 1; o < s.subtree(verb).end; o++ {
		if h := s.syn.Words[o].Head; h != verb && h != given {
			continue
		}
		m := s.syn.Child(o, ud.Case, ud.Mark)
		if r := s.syn.Words[o].Rel.Universal(); r != ud.Obl && r != ud.Advcl && r != ud.Nmod || m == annot.None || s.lower(m) != "to" || s.syn.Words[o].UPOS == ud.PROPN {
			continue
		}
		trigger := s.extend(sent, run{verb, m + 1}, run{m + 1, s.subtree(o).end})
		l := link{connective: c, trigger: trigger, head: o, governor: verb, kind: hintTerm, consequence: s.subtree(given).minus(run{m, trigger.end})}
		if who := s.subject(verb); !passive && who != annot.None {
			l.holder = s.seg.SpanOf(who, who)
		}
		return l, !trigger.empty()
	}
	return link{}, false
}

// matchWouldMean takes "a veto would mean an election": what its object names
// hangs on what its subject names, an event that has not come about.
func matchWouldMean(s *search, sent annot.Sentence, c run) (link, bool) {
	verb := c.first
	subj := s.syn.Child(verb, ud.Nsubj, ud.Csubj)
	aux := s.syn.Child(verb, ud.Aux)
	if s.syn.Words[verb].UPOS != ud.VERB || subj == annot.None || aux != verb-1 || subj > aux || s.negatedVerb(verb) || s.endsInQuestion(sent, verb) {
		return link{}, false
	}
	if w := s.lower(aux); w != "would" && w != "will" && w != "could" && w != "’d" && w != "'d" {
		return link{}, false
	}
	goal := s.syn.Child(verb, ud.Obj, ud.Ccomp, ud.Xcomp)
	if goal == annot.None || goal < verb || s.subtree(goal).first < verb || !s.mayCome(subj) {
		return link{}, false
	}
	l := link{connective: run{aux, verb + 1}, head: subj, governor: verb, trigger: s.trim(s.subtree(subj))}
	end := goal + 1
	for end < s.subtree(verb).end && s.seg.Word(end) != "," && s.syn.Words[end].Rel != ud.Mark && !s.sourceOrCue(end) {
		end++ // "a third election in two years"
	}
	l.consequence = s.untilSaid(run{s.subtree(goal).first, end})
	return l, l.trigger.end <= aux && !l.trigger.empty()
}

// mayCome reports whether a subject names something that may come about: "a no
// vote", "another delay", "leaving the union", "failure to agree".
func (s *search) mayCome(subj annot.TokenID) bool {
	w := &s.syn.Words[subj]
	switch {
	case w.Rel.Universal() == ud.Csubj, w.UPOS == ud.VERB:
		return true
	case w.UPOS != ud.NOUN || s.party(subj):
		return false
	}
	if d := s.syn.Child(subj, ud.Det); d != annot.None {
		switch s.lower(d) {
		case "a", "an", "any", "another", "no":
			return true
		}
		return false
	}
	return s.syn.Child(subj, ud.Acl) != annot.None || s.words.lapse[w.Lemma]
}
