package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// resolve finds who sets a condition and what hangs on its trigger, and
// writes the row.
func (s *search) resolve(l link) (annot.Condition, bool) {
	id, runs := s.scope(l)
	if l.consequence != nil {
		runs = l.consequence
	}
	row := annot.Condition{
		Trigger:     s.spans([]run{l.trigger}),
		Consequence: s.spans(runs),
		Connective:  annot.Spans{s.seg.SpanOf(l.connective.first, l.connective.end-1)},
		Attribution: id,
		To:          s.addressee(id),
		By:          l.rule.id,
	}
	if len(row.Trigger) == 0 {
		return row, false
	}
	row.Kind = s.kindOf(l, id, row.Consequence)
	return row, true
}

// scope returns the attribution that states a condition, and the consequence
// within it.
func (s *search) scope(l link) (annot.AttributionID, []run) {
	hold := s.holder(l)
	cue := s.cueAt(l.governor)
	switch {
	case cue != annot.None && cue != hold && s.takesCondition(cue):
		// "has warned of N if P", the trigger left outside the content
		return cue, s.rest(cue, l)
	case cue != annot.None && cue != hold:
		// "would demand N if P": the demand itself hangs on the trigger
		if hold == annot.None {
			return cue, s.clauseRuns(l.governor, l)
		}
		return hold, s.within(hold, s.clauseRuns(l.governor, l))
	case hold != annot.None && s.inContent(hold, l.governor):
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

// takesCondition reports whether what a cue attributes is itself what hangs
// on a condition: warnings, threats, promises and offers, unless the cue has
// a modal of its own.
func (s *search) takesCondition(id annot.AttributionID) bool {
	h := s.att.List[id].CueHead
	if h != annot.None && s.modal(h) {
		return false
	}
	return s.cueIs(id, s.words.warning, s.words.threat, s.words.promise, s.words.demand)
}

// rest returns what the content of an attribution holds beside the trigger:
// the clause nearest to it, where there are several.
func (s *search) rest(id annot.AttributionID, l link) []run {
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	var out []run
	for _, r := range s.clip(run{sent.First, sent.End}, s.att.List[id].Content) {
		out = append(out, r.minus(l.connective, l.trigger)...)
	}
	if s.cueIs(id, s.words.refusal) {
		if first, end := s.seg.Within(s.att.List[id].Cue); first < end && len(out) > 0 && end == out[0].first {
			out[0].first = first // "refused to sign unless": the refusal hangs on the trigger, not the signing
		}
	}
	if g := s.headOf(out); g != annot.None && s.clausal(g) {
		if near := s.governorAmong(g, l); near != g {
			return s.within(id, s.clauseRuns(near, l))
		}
	}
	return out
}

// headOf returns the highest word of some runs.
func (s *search) headOf(runs []run) annot.TokenID {
	for _, r := range runs {
		for t := r.first; t < r.end; t++ {
			if h := s.syn.Words[t].Head; (h == annot.None || !r.has(h)) && s.syn.Words[t].UPOS != ud.PUNCT {
				return t
			}
		}
	}
	return annot.None
}

// governorAmong returns the last clause coordinated with g, with a subject or
// an auxiliary of its own, that stands before a trailing trigger.
func (s *search) governorAmong(g annot.TokenID, l link) annot.TokenID {
	best := g
	for k := range s.syn.Children(g) {
		if s.syn.Words[k].Rel == ud.Conj && k < l.connective.first && s.syn.Child(k, ud.Nsubj, ud.NsubjPass, ud.Aux) != annot.None {
			best = k
		}
	}
	return best
}

// clauseRuns returns the clause of a word without the trigger, without
// clauses coordinated or contrasted with it, and without reporting words.
func (s *search) clauseRuns(g annot.TokenID, l link) []run {
	if g == annot.None {
		return nil
	}
	for {
		w := s.syn.Words[g]
		if w.Rel == ud.Conj && s.syn.Child(g, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.Cop) == annot.None && s.clausal(g) {
			g = w.Head // "will walk out and picket if": both hang on it
			continue
		}
		if over := s.nominalGovernor(g, l); over != g {
			g = over
			continue
		}
		break
	}
	out := []run{l.connective, l.trigger}
	out = append(out, s.asides(g)...)
	return s.subtree(g).minus(out...)
}

// nominalGovernor climbs from a noun to the verb whose object it is, or from
// a plain infinitive to what it completes, unless that is a cue.
func (s *search) nominalGovernor(g annot.TokenID, l link) annot.TokenID {
	w := s.syn.Words[g]
	h := w.Head
	if h == annot.None || l.trigger.has(h) || s.cueAt(h) != annot.None {
		return g
	}
	switch w.Rel {
	case ud.Obj, ud.Xcomp, ud.Nsubj, ud.NsubjPass:
		return h
	case ud.Obl, ud.Nmod:
		if !s.clausal(g) {
			return h
		}
	}
	return g
}

// asides returns the parts of a clause that belong to another: coordinated
// clauses with a subject, contrasts, and the words of a reporting cue.
func (s *search) asides(g annot.TokenID) []run {
	var out []run
	for c := range s.syn.Children(g) {
		w := s.syn.Words[c]
		switch {
		case w.Rel == ud.Conj && s.clausal(c) && s.syn.Child(c, ud.Nsubj, ud.NsubjPass, ud.Aux) != annot.None,
			w.Rel == ud.Parataxis, w.Rel == ud.Discourse,
			w.Rel == ud.Advcl && s.contrasts(c):
			out = append(out, s.subtree(c))
		case w.Rel == ud.Advcl && s.conditional(c):
			out = append(out, s.subtree(c))
		}
	}
	return out
}

// conditional reports whether a clause is another condition's trigger.
func (s *search) conditional(t annot.TokenID) bool {
	m := s.syn.Child(t, ud.Mark)
	return m != annot.None && (s.lower(m) == "if" || s.lower(m) == "unless")
}

func (s *search) contrasts(t annot.TokenID) bool {
	m := s.syn.Child(t, ud.Mark)
	if m == annot.None {
		return false
	}
	switch s.lower(m) {
	case "while", "though", "although", "whereas":
		return true
	}
	return false
}

// within keeps the parts of runs that lie in an attribution's content.
func (s *search) within(id annot.AttributionID, runs []run) []run {
	var out []run
	for _, r := range runs {
		out = append(out, s.clip(r, s.att.List[id].Content)...)
	}
	if len(out) == 0 {
		return runs
	}
	return out
}
