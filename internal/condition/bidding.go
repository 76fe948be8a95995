package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// matchOrElse takes what must be done as the trigger, negated by the
// connective, and what follows the connective as the consequence.
func matchOrElse(s *search, sent annot.Sentence, c run) (link, bool) {
	next := c.end
	for next < sent.End && s.isLoose(next) {
		next++
	}
	if next >= sent.End {
		return link{}, false
	}
	single := s.lower(c.first) == "or" && c.end-c.first == 1
	if l := s.syn.Words[next].Lemma; single && next == c.end && (l == "face" || l == "risk") {
		return s.orFace(sent, c)
	}
	after := s.headBetween(run{next, sent.End})
	if after == annot.None {
		return link{}, false
	}
	if l, ok := s.bargain(sent, c); ok && single {
		l.kind = hintElse
		return l, true
	}
	if single && s.syn.Words[c.first].Head != after {
		return link{}, false
	}
	if single && !s.facing(after) || !single && s.lower(c.end-1) != "else" && !s.modal(after) && !s.facing(after) && !(s.lower(c.first) == "otherwise" && c.first == sent.First) {
		return link{}, false
	}
	if s.lower(c.first) == "if" && c.first != sent.First && !s.afterMark(sent, c.first) {
		return link{}, false
	}
	before := run{sent.First, c.first}
	gov := s.deonticIn(before)
	if gov == annot.None && !single && int(sent.First) > 0 {
		prev := s.seg.Sentences[s.seg.SentenceOf(sent.First-1)]
		if prev.Block == sent.Block && s.trim(before).empty() {
			before = run{prev.First, prev.End}
			gov = s.deonticIn(before)
		}
	}
	if gov == annot.None || s.unreal(after) {
		return link{}, false
	}
	l := link{connective: c, head: gov, governor: after}
	if s.lower(c.end-1) == "else" {
		l.kind = hintElse
	}
	l.trigger = s.oneRun(s.clauseRuns(gov, link{connective: run{c.first, sent.End}, trigger: run{c.first, c.first}}), before)
	for _, r := range s.subtree(after).minus(l.trigger, run{sent.First, c.end}) {
		l.consequence = append(l.consequence, s.clipQuote(r)...)
	}
	return l, !l.trigger.empty()
}

// orFace reads "do this or face that" by its words, since parsers tie "face"
// and "risk" to many things: the trigger is the last order before it.
func (s *search) orFace(sent annot.Sentence, c run) (link, bool) {
	gov := s.deonticIn(run{sent.First, c.first})
	if gov == annot.None {
		return link{}, false
	}
	end := c.end
	for end < sent.End && s.seg.Word(end) != "," && s.seg.Word(end) != ";" && markSide(s.seg.Word(end)) == 0 && !s.sourceOrCue(end) {
		end++
	}
	l := link{connective: c, head: gov, governor: c.end, kind: hintElse, consequence: []run{{c.end, end}}}
	if s.syn.Words[c.end].Lemma == "risk" {
		l.kind = hintRisk
	}
	l.trigger = s.trim(run{max(s.subtree(gov).first, s.clauseStart(sent, gov)), c.first})
	return l, !l.trigger.empty() && end > c.end+1
}

// facing reports whether a clause says what somebody has to face.
func (s *search) facing(t annot.TokenID) bool {
	switch s.syn.Words[t].Lemma {
	case "face", "risk", "suffer", "lose":
		return true
	}
	if b := s.syn.Child(t, ud.AuxPass); b != annot.None && s.lower(b) == "be" && s.syn.Words[t].Rel == ud.Conj {
		return true // "comply or be suspended"
	}
	return s.modal(t) && s.syn.Words[t].UPOS == ud.VERB && s.syn.Child(t, ud.Nsubj, ud.NsubjPass) != annot.None
}

// headBetween returns the head of the clause that a run begins.
func (s *search) headBetween(r run) annot.TokenID {
	best, size := annot.TokenID(annot.None), annot.TokenID(0)
	for t := r.first; t < r.end; t++ {
		if !s.clausal(t) || s.trailingCue(t) || s.speaksOf(t, r) {
			continue // "..., the president said" is not what follows
		}
		h := s.syn.Words[t].Head
		if x := s.subtree(t); (h == annot.None || !r.has(h) || s.speaksOf(h, r)) && x.end-x.first > size {
			best, size = t, x.end-x.first
		}
	}
	return best
}

// speaksOf reports whether a word is a cue whose content stands in a run: what
// is said there, and not the saying, is what follows.
func (s *search) speaksOf(t annot.TokenID, r run) bool {
	id := s.cueAt(t)
	if id == annot.None {
		return false
	}
	for _, sp := range s.att.List[id].Content {
		if first, end := s.seg.Within(sp); first >= r.first && end <= r.end && s.hasVerb(run{first, end}) {
			return true
		}
	}
	return false
}

// trailingCue reports whether a word is the cue of what stands before it.
func (s *search) trailingCue(t annot.TokenID) bool {
	id := s.cueAt(t)
	if id == annot.None {
		return false
	}
	a := &s.att.List[id]
	return len(a.Content) > 0 && a.Content[0].Start < a.Cue.Start
}

// deonticIn returns the last predicate in a run that says what must be done,
// or that somebody is told or ordered to do.
func (s *search) deonticIn(r run) annot.TokenID {
	for t := r.end - 1; t >= r.first; t-- {
		w := s.syn.Words[t]
		if w.UPOS != ud.VERB && w.UPOS != ud.ADJ && w.UPOS != ud.NOUN {
			continue
		}
		if s.must(t) || w.UPOS == ud.VERB && w.Feats.Has(ud.MoodImp) {
			return t
		}
		if w.Rel == ud.Ccomp && w.Head != annot.None && s.words.urging[s.syn.Words[w.Head].Lemma] && s.subjunctive(t) {
			return t
		}
		if w.UPOS == ud.VERB && w.Rel == ud.Xcomp && w.Head != annot.None && (s.words.demand[s.syn.Words[w.Head].Lemma] || s.syn.Words[w.Head].Lemma == "tell") {
			return t
		}
		if w.UPOS == ud.VERB && w.Feats.Has(ud.VerbFormInf) && s.givenTime(r, t) {
			return t
		}
	}
	return annot.None
}

// givenTime reports whether somebody has, or is given, a time in which to do
// something: "has until midnight to accept".
func (s *search) givenTime(r run, t annot.TokenID) bool {
	timed := false
	for u := t - 1; u >= max(r.first, t-12); u-- {
		switch l := s.syn.Words[u].Lemma; {
		case s.lower(u) == "until", s.words.calendar[l]:
			timed = true
		case l == "have" || l == "give":
			return timed
		}
	}
	return false
}

// subjunctive reports whether a clause has a bare verb for its subject: "that a
// pilot be freed", "that the army leave".
func (s *search) subjunctive(t annot.TokenID) bool {
	if s.modal(t) || s.syn.Child(t, ud.Nsubj, ud.NsubjPass) == annot.None {
		return false
	}
	for c := range s.syn.Children(t) {
		if r := s.syn.Words[c].Rel.Universal(); r == ud.Aux || r == ud.Cop {
			return s.lower(c) == "be"
		}
	}
	return s.lower(t) == s.syn.Words[t].Lemma
}

// oneRun returns the widest run that covers runs inside a limit.
func (s *search) oneRun(runs []run, limit run) run {
	var out run
	for _, r := range runs {
		r = run{max(r.first, limit.first), min(r.end, limit.end)}
		if r.empty() {
			continue
		}
		if out.empty() {
			out = r
		}
		out.end = r.end
	}
	return s.trim(out)
}

// clipQuote keeps what stands before a closing quotation mark that was opened
// before the run.
func (s *search) clipQuote(r run) []run {
	open := 0
	for t := r.first; t < r.end; t++ {
		switch markSide(s.seg.Word(t)) {
		case -1:
			open++
		case 1:
			if open == 0 && s.seg.Word(t) != "’" {
				return []run{{r.first, t}}
			}
			open--
		}
	}
	return []run{r}
}

// matchBargain takes an order and what would follow it: "free our men and we
// will open the road", "you open the gates and we sign".
func matchBargain(s *search, sent annot.Sentence, c run) (link, bool) { return s.bargain(sent, c) }

// bargain reads "do this, and that will follow", "do this or that will
// follow", "either this or that": the clause before the conjunction is an
// order, or speaks to "you", and the one behind has a subject of its own.
func (s *search) bargain(sent annot.Sentence, c run) (link, bool) {
	first, either := s.bidStart(sent, c.first)
	if first+1 >= c.first || s.lower(first) == "let" && (s.lower(first+1) == "'s" || s.lower(first+1) == "’s" || s.lower(first+1) == "us") {
		return link{}, false
	}
	verb := first
	if s.lower(first) == "you" || either {
		for verb++; verb < c.first && !s.verbLike(verb); verb++ {
		}
	}
	if verb >= c.first || !s.verbLike(verb) || verb == first && !s.bareOrder(verb) {
		return link{}, false
	}
	next := c.end
	for next < sent.End && (s.isLoose(next) || s.syn.Words[next].UPOS == ud.ADV) {
		next++
	}
	after := s.replyHead(sent, next)
	if after == annot.None || c.end-c.first == 1 && s.lower(c.first) == "and" && !s.promisesReply(after, s.lower(first) == "you") && !(verb == first && !either && s.givesUs(verb) && !s.past(after)) {
		return link{}, false
	}
	end := next
	for end < sent.End && s.seg.Word(end) != ";" && markSide(s.seg.Word(end)) <= 0 && !(s.seg.Word(end) == "," && end+1 < sent.End && s.sourceOrCue(end+1)) {
		end++
	}
	l := link{connective: c, head: verb, governor: after, trigger: s.trim(run{first, c.first}), consequence: []run{{next, end}}}
	if verb == first && !either {
		l.kind = hintOrder
	}
	return l, !l.trigger.empty() && after < end
}

// bidStart returns where the clause before a conjunction begins, and whether
// with "either".
func (s *search) bidStart(sent annot.Sentence, conj annot.TokenID) (annot.TokenID, bool) {
	first := s.clauseStart(sent, conj-1)
	for t := conj - 1; t > first; t-- {
		if w := s.seg.Word(t); w == ":" || w == ";" || w == "—" || w == "–" || markSide(w) == -1 || s.syn.Words[t].UPOS == ud.CCONJ && t < conj-1 && s.lower(t) == "but" {
			first = t + 1
			break
		}
	}
	for first < conj {
		switch s.lower(first) {
		case "either":
			return first + 1, true
		case "please", "now", "so", "just", "then", "that", "but", "and", "to", ",", "simply", "first":
			first++
			continue
		}
		if markSide(s.seg.Word(first)) == 0 {
			break
		}
		first++
	}
	return first, false
}

// verbLike also takes what a tagger took for another word, where it has an
// object and is a verb of the lists: "free our sons", "back the plan".
func (s *search) verbLike(t annot.TokenID) bool {
	w := s.syn.Words[t]
	return w.UPOS == ud.VERB || (w.UPOS == ud.ADJ || w.UPOS == ud.ADV) && s.inLists(w.Lemma) && s.syn.Child(t, ud.Obj) != annot.None
}

// bareOrder reports whether a verb opens its clause as an order does: in its
// plain form and without a subject.
func (s *search) bareOrder(t annot.TokenID) bool {
	w := s.syn.Words[t]
	return s.lower(t) == w.Lemma && s.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.Cop) == annot.None && w.Rel.Universal() != ud.Aux
}

// replyHead returns the verb of a clause with a subject of its own that begins
// at t, or None.
func (s *search) replyHead(sent annot.Sentence, t annot.TokenID) annot.TokenID {
	if t >= sent.End {
		return annot.None
	}
	for u := t; u < min(t+6, sent.End); u++ {
		w := s.syn.Words[u]
		if w.Rel.Universal() == ud.Nsubj && w.Head != annot.None && w.Head > u && s.subtree(u).first <= t && s.clausal(w.Head) {
			return w.Head
		}
		if s.seg.Word(u) == "," {
			break
		}
	}
	return annot.None
}

// givesUs reports whether an order asks for something for the speaker: "give us
// the money".
func (s *search) givesUs(verb annot.TokenID) bool {
	for c := range s.syn.Children(verb) {
		if rel := s.syn.Words[c].Rel.Universal(); rel != ud.Obj && rel != ud.Iobj {
			continue
		}
		for t := s.subtree(c).first; t <= c; t++ {
			switch s.lower(t) {
			case "us", "me", "our", "my":
				return true
			}
		}
	}
	return false
}

// promisesReply reports whether a clause tells what will follow: by "will" or
// "can", or, after "you do this", with "we" or "I".
func (s *search) promisesReply(t annot.TokenID, toYou bool) bool {
	if s.wills(t) || s.allows(t) {
		return true
	}
	subj := s.subject(t)
	return toYou && subj != annot.None && (s.lower(subj) == "we" || s.lower(subj) == "i")
}
