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
	if m, is := s.theMoment(sent, c, l); ok && is {
		return m, true
	}
	if ok && s.syn.Words[l.head].Rel != ud.Advcl && s.lower(c.end-1) != "when" && s.syn.Words[c.first].Rel == ud.Mark && s.hasVerb(run{sent.First, c.first}) {
		l = s.trailing(sent, l)
	} else if ok && s.syn.Words[l.head].Rel != ud.Advcl && !(s.syn.Words[l.head].Rel == ud.Ccomp && s.syn.Words[c.first].Rel == ud.Advmod) && !(s.syn.Words[l.head].Rel == ud.AclRelcl && c.has(s.syn.Words[l.head].Head)) {
		return link{}, false // the last is "the moment they leave"
	}
	if ok && s.lower(c.end-1) != "when" && s.clausal(l.head) && s.undertakes(l.governor, c.first) {
		return l, true
	}
	if subj := s.syn.Child(l.head, ud.Nsubj); ok && subj != annot.None && s.syn.Words[subj].Lemma == "time" {
		return link{}, false // "when the time comes"
	}
	if ok && s.clausal(l.head) && l.governor != annot.None && s.lower(c.first) == "the" && !s.past(l.head) && !s.past(l.governor) {
		return l, true // "is dead the moment they leave"
	}
	if ok && s.clausal(l.head) && l.governor != annot.None && s.fronted(sent, c.first) && s.lower(c.end-1) != "when" && !s.past(l.head) && !s.past(l.governor) && s.clausal(l.governor) && s.inContent(s.holder(l), l.governor) {
		return l, true // "As soon as we see the money, the barriers come down"
	}
	if ok && s.fronted(sent, c.first) && s.clausal(l.head) && s.ourTurn(l) {
		return l, true
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

// undertakes reports whether a word says that somebody is ready, or promises or
// threatens, to do something told of before a connective: "is prepared to talk
// as soon as", though the tree hangs the clause on "prepared".
func (s *search) undertakes(g, before annot.TokenID) bool {
	if g == annot.None || g > before {
		return false
	}
	x := s.syn.Child(g, ud.Xcomp)
	if x == annot.None || x < g || x > before || !s.syn.Words[x].Feats.Has(ud.VerbFormInf) {
		return false
	}
	return s.ready(g) || s.cueIs(s.cueAt(g), s.words.promise, s.words.threat, s.words.offer)
}

// ourTurn reports whether a speaker says what he does when somebody else does
// something: "When they stop shooting, we stop shooting".
func (s *search) ourTurn(l link) bool {
	g := l.governor
	if g == annot.None || !s.clausal(g) || s.past(g) || s.past(l.head) || !s.inContent(s.holder(l), g) {
		return false
	}
	ours, theirs := s.subject(g), s.subject(l.head)
	return ours != annot.None && theirs != annot.None && (s.lower(ours) == "we" || s.lower(ours) == "i") && s.lower(theirs) != s.lower(ours)
}

// theMoment reads "is dead the moment they leave" and "would hand them over the
// day they leave" by the words before, whatever the tree hangs the clause on.
func (s *search) theMoment(sent annot.Sentence, c run, l link) (link, bool) {
	before := run{s.clauseStart(sent, c.first), c.first}
	if before.empty() || s.lower(c.first) != "the" || s.lower(c.first-1) == "," || !s.clausal(l.head) || s.past(l.head) || s.subject(l.head) == annot.None || s.hasCue(before) {
		return l, false
	}
	g := annot.TokenID(annot.None)
	for t := before.first; t < before.end; t++ {
		if w := &s.syn.Words[t]; w.UPOS == ud.AUX && (s.foretells(t, false) || w.Rel == ud.Cop && !w.Feats.Has(ud.TensePast)) {
			g = t
		}
	}
	if g == annot.None {
		return l, false
	}
	if h := s.syn.Words[g].Head; h != annot.None && before.has(h) {
		g = h
	} else if v := s.mainVerb(g, before.end); v != annot.None {
		g = v
	}
	l.consequence, l.governor = []run{before}, g
	l.trigger.end = max(l.trigger.end, s.subtree(l.head).end)
	l.trigger = s.toComma(l.trigger)
	return l, true
}

// trailing hangs a clause that the tree ties to what stands behind it on the
// last verb before it, and ends it at the next comma.
func (s *search) trailing(sent annot.Sentence, l link) link {
	if v := s.lastVerb(run{sent.First, l.connective.first}); v != annot.None {
		l.governor = v
	}
	l.trigger = s.toComma(run{l.trigger.first, max(l.trigger.end, l.connective.end)})
	return l
}

// lastVerb returns the last verb of a run that attributes nothing, or None.
func (s *search) lastVerb(r run) annot.TokenID {
	for t := r.end - 1; t >= r.first; t-- {
		if s.syn.Words[t].UPOS == ud.VERB && s.cueAt(t) == annot.None {
			return t
		}
	}
	return annot.None
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
		if s.syn.Words[c].Rel.Universal() == ud.Nsubj && s.lower(s.subtree(c).first) == "not" {
			return true // "not one wheel will turn"
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
		if r := s.syn.Words[t].Rel; (r == ud.Conj || r == ud.Parataxis) && s.syn.Child(t, ud.Nsubj) != annot.None {
			return false // "asks for a rise, its lawyer hinted before": another's clause
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

// runOn parts a fronted trigger from a main clause that follows it without a
// comma: "If they keep it I'll resign", "Not until they leave will we talk".
func (s *search) runOn(sent annot.Sentence, c run) (link, bool) {
	if !s.fronted(sent, c.first) && !(c.first > sent.First && (s.lower(c.first-1) == "not" || s.lower(c.first-1) == "that" && s.syn.Words[c.first-1].Rel == ud.Mark)) {
		return link{}, false
	}
	if l, ok := s.runOnPresent(sent, c); ok {
		return l, true
	}
	turned := s.lower(c.first) == "only" || c.first > sent.First && s.lower(c.first-1) == "not"
	for t := c.end + 2; t+1 < sent.End && s.seg.Word(t) != ","; t++ {
		if s.syn.Words[t].UPOS != ud.AUX || !s.foretells(t, turned) {
			continue
		}
		at := t
		if !turned {
			if at = s.subjectBefore(t); at == annot.None {
				return link{}, false
			}
		}
		trigger := run{c.end, at}
		head := s.clauseHead(trigger)
		if head == annot.None && s.hasVerb(trigger) {
			head = s.headOf([]run{trigger})
		}
		if at <= c.end+1 || head == annot.None || !s.goesToTheEnd(sent, t) {
			return link{}, false
		}
		end := at + 1
		for end < sent.End && markSide(s.seg.Word(end)) != 1 && !(s.seg.Word(end) == "," && end+1 < sent.End && s.sourceOrCue(end+1)) {
			end++
		}
		return link{connective: c, trigger: trigger, head: head, governor: s.mainVerb(t, end), consequence: []run{{at, end}}}, true
	}
	return link{}, false
}

// goesToTheEnd reports whether no comma parts off another clause behind a word:
// in "If the deal they will sign fails, we leave" one does.
func (s *search) goesToTheEnd(sent annot.Sentence, t annot.TokenID) bool {
	for ; t < sent.End && markSide(s.seg.Word(t)) != 1; t++ {
		if s.seg.Word(t) == "," {
			return t+1 < sent.End && (s.sourceOrCue(t+1) || markSide(s.seg.Word(t+1)) > 0)
		}
	}
	return true
}

// runOnPresent parts "If he misses it again he is out": a pronoun opens the main
// clause, right behind what is no verb and no conjunction.
func (s *search) runOnPresent(sent annot.Sentence, c run) (link, bool) {
	if s.lower(c.first) != "if" {
		return link{}, false
	}
	for t := c.end + 3; t+2 < sent.End && s.seg.Word(t) != ","; t++ {
		if s.syn.Words[t].UPOS != ud.PRON || s.syn.Words[t].Rel.Universal() != ud.Nsubj || !s.hasFullVerb([]run{{c.end, t}}) {
			continue
		}
		switch s.syn.Words[t-1].UPOS {
		case ud.NOUN, ud.PROPN, ud.ADV, ud.ADJ:
		default:
			continue
		}
		if n := s.syn.Words[t+1]; n.UPOS != ud.AUX || n.Rel != ud.Cop || !s.goesToTheEnd(sent, t) {
			continue
		}
		end := t + 1
		for end < sent.End && s.seg.Word(end) != "," && markSide(s.seg.Word(end)) != 1 {
			end++
		}
		return link{connective: c, trigger: run{c.end, t}, head: s.clauseHead(run{c.end, t}), governor: s.syn.Words[t].Head, consequence: []run{{t, end}}}, true
	}
	return link{}, false
}

// foretells reports whether an auxiliary tells what will be, or, in a clause
// turned round, what is done.
func (s *search) foretells(t annot.TokenID, turned bool) bool {
	switch s.lower(t) {
	case "will", "would", "'ll", "’ll", "wo", "can", "could":
		return true
	case "do", "does", "did":
		return turned
	}
	return false
}

// subjectBefore returns the first word of the subject in front of an
// auxiliary: a pronoun, or a name or noun phrase with a determiner.
func (s *search) subjectBefore(t annot.TokenID) annot.TokenID {
	switch p := t - 1; s.syn.Words[p].UPOS {
	case ud.PRON:
		return p
	case ud.PROPN, ud.NOUN:
		for p > 0 && (s.syn.Words[p-1].UPOS == ud.PROPN || s.syn.Words[p-1].UPOS == ud.ADJ || s.syn.Words[p-1].UPOS == ud.NOUN && s.syn.Words[p].UPOS == ud.NOUN) {
			p--
		}
		if p > 0 && s.syn.Words[p-1].UPOS == ud.DET {
			return p - 1
		}
		if s.syn.Words[t-1].UPOS == ud.PROPN {
			return p
		}
	}
	return annot.None
}

// mainVerb returns the verb that an auxiliary goes with: the first full one
// behind it.
func (s *search) mainVerb(t, end annot.TokenID) annot.TokenID {
	for u := t + 1; u < end; u++ {
		if s.syn.Words[u].UPOS == ud.VERB {
			return u
		}
	}
	return annot.None
}
