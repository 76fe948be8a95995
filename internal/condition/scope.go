package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// attributionsIn returns the attributions with words in the sentence of t.
func (s *search) attributionsIn(t annot.TokenID) []annot.AttributionID {
	if s.about == nil {
		s.about = make([][]annot.AttributionID, len(s.seg.Sentences))
		for i, a := range s.att.List {
			s.note(annot.AttributionID(i), a.Cue)
			for _, sp := range a.Content {
				s.note(annot.AttributionID(i), sp)
			}
		}
	}
	return s.about[s.seg.SentenceOf(t)]
}

// note enters an attribution at every sentence that a span touches.
func (s *search) note(id annot.AttributionID, sp annot.Span) {
	first, end := s.seg.Within(sp)
	for t := first; t < end; {
		n := s.seg.SentenceOf(t)
		if list := s.about[n]; len(list) == 0 || list[len(list)-1] != id {
			s.about[n] = append(list, id)
		}
		t = s.seg.Sentences[n].End
	}
}

// holder returns the innermost attribution whose content holds the trigger
// with its connective, or None.
func (s *search) holder(l link) annot.AttributionID {
	best := annot.AttributionID(annot.None)
	at, head := s.seg.Tokens[l.connective.first].Span.Start, s.seg.Tokens[l.head].Span.Start
	for _, id := range s.attributionsIn(l.connective.first) {
		c := s.att.List[id].Content
		if c.Has(at) && c.Has(head) && (best == annot.None || c.Len() < s.att.List[best].Content.Len()) {
			best = id
		}
	}
	return best
}

// innermost returns the innermost attribution whose content holds a token.
func (s *search) innermost(t annot.TokenID) annot.AttributionID {
	best := annot.AttributionID(annot.None)
	for _, id := range s.attributionsIn(t) {
		if c := s.att.List[id].Content; s.inContent(id, t) && (best == annot.None || c.Len() < s.att.List[best].Content.Len()) {
			best = id
		}
	}
	return best
}

func (s *search) inContent(id annot.AttributionID, t annot.TokenID) bool {
	return id != annot.None && t != annot.None && s.att.List[id].Content.Has(s.seg.Tokens[t].Span.Start)
}

// cueAt returns the attribution whose cue holds a token, or None.
func (s *search) cueAt(t annot.TokenID) annot.AttributionID {
	if t == annot.None {
		return annot.None
	}
	for _, id := range s.attributionsIn(t) {
		if s.att.List[id].Cue.Contains(s.seg.Tokens[t].Span) {
			return id
		}
	}
	return annot.None
}

// beginsCue reports whether a cue begins with a token.
func (s *search) beginsCue(t annot.TokenID) bool {
	for _, id := range s.attributionsIn(t) {
		if s.att.List[id].Cue.Start == s.seg.Tokens[t].Span.Start && !s.att.List[id].Cue.Empty() {
			return true
		}
	}
	return false
}

// sourceOrCue reports whether a token belongs to the words that attribute.
func (s *search) sourceOrCue(t annot.TokenID) bool {
	sp := s.seg.Tokens[t].Span
	for _, id := range s.attributionsIn(t) {
		if s.att.List[id].Cue.Contains(sp) || s.att.List[id].Source.Contains(sp) {
			return true
		}
	}
	return false
}

// cueIs reports whether a word of the cue stands in one of the lists.
func (s *search) cueIs(id annot.AttributionID, lists ...map[string]bool) bool {
	if id == annot.None {
		return false
	}
	first, end := s.seg.Within(s.att.List[id].Cue)
	for t := first; t < end; t++ {
		for _, list := range lists {
			if list[s.syn.Words[t].Lemma] || list[s.lower(t)] {
				return true
			}
		}
	}
	return false
}

// addressee returns the head of whom a cue is said to: the object of "warned"
// or "threatened" that is no part of the content.
func (s *search) addressee(id annot.AttributionID, l link) annot.TokenID {
	if id == annot.None {
		return annot.None
	}
	h := s.att.List[id].CueHead
	if h == annot.None {
		return annot.None
	}
	for c := range s.syn.Children(h) {
		w := s.syn.Words[c]
		if w.Rel != ud.Obj && w.Rel != ud.Iobj || s.inContent(id, c) || l.trigger.has(c) || s.att.List[id].Cue.Contains(s.seg.Tokens[c].Span) {
			continue
		}
		if (w.UPOS == ud.PROPN || w.UPOS == ud.NOUN || w.UPOS == ud.PRON) && !annot.Spans(s.att.List[id].Source).Has(s.seg.Tokens[c].Span.Start) {
			return c
		}
	}
	return annot.None
}

// scope returns the attribution that states a condition, and the consequence
// within it.
func (s *search) scope(l link) (annot.AttributionID, []run) {
	hold := s.holder(l)
	if hold != annot.None && s.toCome(hold) {
		// "might accept N if P": the acceptance itself hangs on the trigger
		out := s.att.List[hold].Within
		runs := s.clauseRuns(s.att.List[hold].CueHead, l)
		if out == annot.None {
			return annot.None, runs // told by the report
		}
		return out, s.within(out, runs)
	}
	cue := s.cueAt(l.governor)
	if cue != annot.None && hold != annot.None && cue != hold && s.cueBetween(hold, cue, l) {
		return hold, s.rest(hold, l) // "has warned of N and has threatened M should P", hung on the warning
	}
	switch {
	case cue != annot.None && cue != hold && s.takesCondition(cue):
		// "has warned of N if P", the trigger left outside the content
		return cue, s.rest(cue, l)
	case cue != annot.None && cue != hold:
		if hold == annot.None && s.toCome(cue) {
			return annot.None, s.clauseRuns(l.governor, l)
		}
		if hold == annot.None {
			return cue, s.clauseRuns(l.governor, l)
		}
		return hold, s.within(hold, s.clauseRuns(l.governor, l))
	case hold != annot.None && s.inContent(hold, l.governor) && s.clausal(l.governor):
		return hold, s.within(hold, s.clauseRuns(l.governor, l))
	case hold != annot.None:
		return hold, s.rest(hold, l)
	case l.governor == annot.None:
		return annot.None, nil
	}
	if id := s.innermost(l.governor); id != annot.None {
		return id, s.within(id, s.clauseRuns(l.governor, l))
	}
	return annot.None, s.clauseRuns(l.governor, l)
}

// cueBetween reports whether the cue of one attribution stands behind that of
// another and before the connective: it is then nearer to the trigger.
func (s *search) cueBetween(near, far annot.AttributionID, l link) bool {
	a, b := s.att.List[near].Cue, s.att.List[far].Cue
	return !a.Empty() && a.Start > b.Start && a.End <= s.seg.Tokens[l.connective.first].Span.Start
}

// takesCondition reports whether what a cue attributes is itself what hangs
// on a condition. It is not where the cue is still to come ("would demand")
// or refuses: then the demand or the refusal hangs on it.
func (s *search) takesCondition(id annot.AttributionID) bool {
	return !s.toCome(id) && !s.cueIs(id, s.words.refusal)
}

// hearsay reports whether a cue is a passive that says of somebody what he does,
// now and not in time to come: "is said to insist".
func (s *search) hearsay(id annot.AttributionID) bool {
	h := s.att.List[id].CueHead
	return h != annot.None && len(s.att.List[id].Source) == 0 && s.syn.Child(h, ud.AuxPass) != annot.None
}

// toCome reports whether a cue has a modal, or is an infinitive inside what
// another cue attributes: "said it was ready to accept".
func (s *search) toCome(id annot.AttributionID) bool {
	a := &s.att.List[id]
	if a.CueHead == annot.None {
		return false
	}
	w := s.syn.Words[a.CueHead]
	if a.Within != annot.None && w.Rel == ud.Xcomp && w.Feats.Has(ud.VerbFormInf) && !s.hearsay(a.Within) {
		return true
	}
	return s.modal(a.CueHead)
}

// saidBefore returns the head of what is said before a cue that a trailing
// trigger was tied to: "would be pointless, he added, as long as".
func (s *search) saidBefore(g annot.TokenID, c run) annot.TokenID {
	if !s.trailingCue(g) {
		return annot.None
	}
	h := s.syn.HeadOf(s.att.List[s.cueAt(g)].Content[0])
	if h == annot.None || !s.clausal(h) || h > min(g, c.first) {
		return annot.None
	}
	return h
}

// saidBehind returns the head of what is said behind a fronted trigger, where
// the tree ties the trigger to the cue that follows it all.
func (s *search) saidBehind(g annot.TokenID, c run) annot.TokenID {
	id := s.cueAt(g)
	if id == annot.None || g < c.end || !s.inContent(id, c.first) {
		return annot.None
	}
	comma := c.end
	for comma < g && s.seg.Word(comma) != "," {
		comma++
	}
	if h := s.headBetween(run{comma + 1, g}); h != annot.None && s.inContent(id, h) {
		return h
	}
	for _, sp := range s.att.List[id].Content { // "Until they pay, he said, nothing will move"
		if first, _ := s.seg.Within(sp); first > g {
			if h := s.syn.HeadOf(sp); h != annot.None && s.clausal(h) {
				return h
			}
		}
	}
	return annot.None
}
