package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchOnlyAfter takes the clause or noun phrase behind "only after".
func matchOnlyAfter(s *search, sent annot.Sentence, c run) (link, bool) {
	if l, ok := s.runOn(sent, c); ok {
		return l, true
	}
	l, ok := s.hang(sent, c)
	if !ok {
		return link{}, false
	}
	if s.clausal(l.head) {
		return l, l.governor == annot.None || !s.past(l.governor) || !s.past(l.head) || s.cueIs(s.innermost(l.governor), s.words.promise, s.words.threat)
	}
	// "only after a week" tells the time, not a condition
	return l, s.syn.Words[l.head].UPOS == ud.NOUN && s.syn.Child(l.head, ud.Nummod) == annot.None && !s.words.calendar[s.syn.Words[l.head].Lemma] && (s.lookingAhead(l.governor) || s.possible(l.governor))
}

// matchUntil takes "not ... until", "until" in what is to come, and "X before
// Y" where X is demanded.
func matchUntil(s *search, sent annot.Sentence, c run) (link, bool) {
	if l, ok := s.runOn(sent, c); ok && s.lower(c.end-1) != "before" {
		return l, true
	}
	l, ok := s.hang(sent, c)
	if !ok || l.governor == annot.None {
		return link{}, false
	}
	clause := s.clausal(l.head)
	if noun := s.syn.Words[l.head].Lemma; !clause && s.lower(c.end-1) == "before" && !s.hasVerb(l.trigger) && s.syn.Words[l.trigger.first].UPOS != ud.PRON && !s.words.lever[noun] && !s.words.contingent[noun] && !s.words.document[noun] && !s.words.approval[noun] && !s.words.absent[noun] && !s.words.badNoun[noun] {
		return link{}, false // "before the paddy harvest"
	}
	if !clause && (s.syn.Words[l.head].UPOS != ud.NOUN || !s.eventual(l.head)) {
		return link{}, false
	}
	before := s.lower(c.end-1) == "before"
	if before && c.first > sent.First && (s.words.calendar[s.syn.Words[c.first-1].Lemma] || s.lower(c.first-1) == "shortly" || s.lower(c.first-1) == "just" || s.lower(c.first-1) == "long") {
		return link{}, false // "hours before"
	}
	switch {
	case before && clause && s.negatedVerb(l.governor) && s.wills(l.governor):
		return l, true // "insists it will not reopen before they leave"
	case before && s.demanded(l.governor) && (clause || s.lookingAhead(l.governor) || s.demandCue(l.governor) != annot.None):
		return s.swap(l), true
	case s.negated(l.governor):
		return l, clause || s.lookingAhead(l.governor)
	case before:
		return link{}, false
	}
	if clause && s.modal(l.governor) {
		return l, true
	}
	hold := s.innermost(l.governor) // "swore to keep the road shut until"
	if cue := s.cueAt(l.governor); clause && s.cueIs(cue, s.words.promise, s.words.threat) {
		return l, true
	}
	return l, clause && hold != annot.None && s.lookingAhead(l.governor) && s.cueIs(hold, s.words.promise, s.words.threat)
}

// swap turns a link round: the governor's clause is what must come first.
func (s *search) swap(l link) link {
	l.consequence = []run{l.trigger}
	l.kind = hintDemand
	whole := s.clauseRuns(l.governor, l)
	if cue := s.demandCue(l.governor); cue != annot.None {
		whole = s.rest(cue, l) // "demanded N before": N, not the demanding
		l.demand, l.demanded = cue, true
	}
	l.trigger = run{l.connective.first, l.connective.first}
	for _, r := range whole {
		if r = s.trim(r); !r.empty() && s.hasWord(r) {
			l.trigger = r
		}
	}
	return l
}

// matchOnce takes "once" and "when" in what is to come. "When" mostly tells
// the time; it sets a condition only behind words that promise or threaten.
func matchOnce(s *search, sent annot.Sentence, c run) (link, bool) {
	if l, ok := s.runOn(sent, c); ok && s.lower(c.end-1) != "when" {
		return l, true
	}
	l, ok := s.hang(sent, c)
	if ok && s.syn.Words[l.head].Rel != ud.Advcl && s.lower(c.end-1) != "when" && s.syn.Words[c.first].Rel == ud.Mark && s.hasVerb(run{sent.First, c.first}) {
		l = s.trailing(sent, l)
	} else if ok && s.syn.Words[l.head].Rel != ud.Advcl && !(s.syn.Words[l.head].Rel == ud.Ccomp && s.syn.Words[c.first].Rel == ud.Advmod) && !(s.syn.Words[l.head].Rel == ud.AclRelcl && c.has(s.syn.Words[l.head].Head)) {
		return link{}, false // the last is "the moment they leave"
	}
	if subj := s.syn.Child(l.head, ud.Nsubj); ok && subj != annot.None && s.syn.Words[subj].Lemma == "time" {
		return link{}, false // "when the time comes"
	}
	if ok && s.clausal(l.head) && l.governor != annot.None && s.lower(c.first) == "the" && !s.past(l.head) && !s.past(l.governor) {
		return l, true // "is dead the moment they leave"
	}
	if !ok || !s.clausal(l.head) || !s.lookingAhead(l.governor) {
		return link{}, false
	}
	if s.past(l.head) && !s.modal(l.governor) && !s.syn.Words[l.governor].Feats.Has(ud.VerbFormInf) || c.first > sent.First && s.lower(c.first-1) == "at" {
		return link{}, false
	}
	if s.lower(c.end-1) != "when" {
		return l, true
	}
	if subj := s.subject(l.governor); subj != annot.None && (s.lower(subj) == "we" || s.lower(subj) == "i") {
		return l, true
	}
	id := s.holder(l)
	if id == annot.None {
		return l, false
	}
	return l, s.cueIs(id, s.words.promise, s.words.threat, s.words.demand) || s.wills(l.governor) && (s.worth(s.deed(l.governor)) != 0 || s.words.happen[s.syn.Words[l.governor].Lemma])
}

// trailing hangs a clause that the tree ties to what stands behind it on the
// last verb before it, and ends it at the next comma.
func (s *search) trailing(sent annot.Sentence, l link) link {
	for t := l.connective.first - 1; t >= sent.First; t-- {
		if s.syn.Words[t].UPOS == ud.VERB && s.cueAt(t) == annot.None {
			l.governor = t
			break
		}
	}
	l.trigger = s.toComma(run{l.trigger.first, max(l.trigger.end, l.connective.end)})
	return l
}

// lookingAhead reports whether a clause is about what is to come: it has
// "will", "would", "can", "could", "must", or is the infinitive of a plan, or
// a command.
func (s *search) lookingAhead(t annot.TokenID) bool {
	for i := 0; t != annot.None && i < 3; i++ {
		w := s.syn.Words[t]
		if s.modal(t) || w.Feats.Has(ud.VerbFormInf) || w.Feats.Has(ud.MoodImp) {
			return true
		}
		if w.Rel != ud.Conj && w.Rel != ud.Xcomp && w.Rel.Universal() != ud.Obl && w.Rel != ud.Obj {
			return false
		}
		t = w.Head
	}
	return false
}

// possible reports whether a predicate says what can be: "is possible only
// with a haircut".
func (s *search) possible(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	switch s.syn.Words[t].Lemma {
	case "possible", "conceivable", "feasible", "acceptable", "thinkable":
		return s.syn.Child(t, ud.Cop) != annot.None
	}
	return false
}

// modal reports whether a word has a modal auxiliary.
func (s *search) modal(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		if s.syn.Words[c].Rel.Universal() != ud.Aux {
			continue
		}
		switch s.syn.Words[c].Lemma {
		case "will", "would", "wo", "'ll", "’ll", "'d", "’d", "can", "could", "must", "shall", "may", "might", "ca", "should":
			return true
		}
	}
	return false
}

// past reports whether a clause is told as having happened.
func (s *search) past(t annot.TokenID) bool {
	if s.modal(t) {
		return false
	}
	if s.syn.Words[t].Feats.Has(ud.TensePast | ud.VerbFormFin) {
		return true
	}
	for c := range s.syn.Children(t) {
		if r := s.syn.Words[c].Rel.Universal(); (r == ud.Aux || r == ud.Cop) && s.syn.Words[c].Feats.Has(ud.TensePast) {
			return true
		}
	}
	return false
}

// negated reports whether a clause, or the noun phrase that it hangs on, is
// negated: "will not sign", "no talks", "nobody", "never".
func (s *search) negated(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		switch s.lower(c) {
		case "not", "n't", "n’t", "no", "never", "nobody", "nothing", "none", "neither", "cannot":
			return true
		}
		if s.syn.Words[c].Rel.Universal() == ud.Nsubj || s.syn.Words[c].Rel == ud.Obj {
			for d := range s.syn.Children(c) {
				if w := s.lower(d); w == "no" || w == "neither" {
					return true
				}
			}
		}
		if c < t && s.syn.Words[c].Rel == ud.Aux && s.lower(c) == "cannot" {
			return true
		}
	}
	switch h := s.syn.Words[t]; {
	case h.Rel == ud.Xcomp || h.Rel == ud.Ccomp || h.Rel == ud.Obl:
		return h.Head != annot.None && (s.negatedVerb(h.Head) || s.words.refusal[s.syn.Words[h.Head].Lemma])
	}
	return s.words.refusal[s.syn.Words[t].Lemma]
}

func (s *search) negatedVerb(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		switch s.lower(c) {
		case "not", "n't", "n’t", "never", "cannot":
			return true
		}
	}
	return false
}

// demanded reports whether a word is, or hangs on, a demand.
func (s *search) demanded(t annot.TokenID) bool {
	for i := 0; t != annot.None && i < 4; i++ {
		if s.conditional(t) {
			return false
		}
		if s.demands(t) && s.syn.Child(t, ud.NsubjPass) == annot.None || s.must(t) {
			return true
		}
		if up := s.syn.Words[t].Head; s.syn.Words[t].Rel == ud.Ccomp && up != annot.None && s.words.urging[s.syn.Words[up].Lemma] && s.subjunctive(t) {
			return true
		}
		t = s.syn.Words[t].Head
	}
	return false
}

// demands reports whether a word is a verb or noun of demanding; "call" is one
// where it calls for something.
func (s *search) demands(t annot.TokenID) bool {
	if s.syn.Words[t].Lemma == "call" {
		return int(t)+1 < len(s.syn.Words) && (s.lower(t+1) == "for" || s.lower(t+1) == "on")
	}
	return s.words.demand[s.syn.Words[t].Lemma]
}

// demandCue returns the attribution of a demand that a word is part of, as its
// cue or as what the cue takes.
func (s *search) demandCue(t annot.TokenID) annot.AttributionID {
	for i := 0; t != annot.None && i < 3; i++ {
		if up := s.syn.Words[t].Head; s.syn.Words[t].Rel == ud.Ccomp && up != annot.None && s.words.urging[s.syn.Words[up].Lemma] && s.subjunctive(t) && s.cueAt(up) != annot.None {
			return s.cueAt(up) // "insists that it leave before"
		}
		if id := s.cueAt(t); id != annot.None && (s.cueIs(id, s.words.demand) || !s.subjunctive(t)) {
			if s.cueIs(id, s.words.demand) {
				return id
			}
			return annot.None
		}
		t = s.syn.Words[t].Head
	}
	return annot.None
}

// must reports whether a clause says what has to be done.
func (s *search) must(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		if s.syn.Words[c].Rel.Universal() == ud.Aux && s.words.must[s.syn.Words[c].Lemma] && s.syn.Words[c].Lemma != "have" {
			return true
		}
	}
	w := s.syn.Words[t]
	return w.Rel == ud.Xcomp && w.Head != annot.None && s.words.must[s.syn.Words[w.Head].Lemma]
}

// eventual reports whether a noun names something that comes about, and not
// a time: it has a determiner or a modifier and counts nothing.
func (s *search) eventual(t annot.TokenID) bool {
	return s.syn.Child(t, ud.Nummod) == annot.None && s.syn.Child(t, ud.Det, ud.Amod, ud.NmodPoss, ud.Nmod) != annot.None &&
		!s.words.calendar[s.syn.Words[t].Lemma]
}

// matchWhile takes "while" under a refusal, behind the clause that refuses:
// "will not meet while the gates are locked". Elsewhere it contrasts, or tells
// the time.
func matchWhile(s *search, sent annot.Sentence, c run) (link, bool) {
	if c.first == sent.First || s.seg.Word(c.first-1) == "," || s.opensClause(sent, c.first) {
		return link{}, false
	}
	l, ok := s.hang(sent, c)
	if !ok || l.governor == annot.None || !s.clausal(l.head) || !s.negated(l.governor) || !s.modal(l.governor) && !s.expl(l.governor) {
		return link{}, false
	}
	return l, !s.modal(l.head)
}
