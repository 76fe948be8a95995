package condition

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// resolve finds who sets a condition and what hangs on its trigger, and
// writes the row.
func (s *search) resolve(l link) (annot.Condition, bool) {
	id, runs := s.scope(l)
	if l.demanded {
		id = l.demand
	}
	if id != annot.None && s.att.List[id].Cue.Overlaps(s.seg.SpanOf(l.connective.first, l.connective.end-1)) {
		id = s.att.List[id].Within // "the deal hinges on": nobody says so
	}
	trigger := s.triggerIn(id, l)
	if !l.split {
		l.trigger, trigger = trigger[0], trigger[:1]
	}
	if l.consequence != nil {
		runs = l.consequence
	}
	id, runs = s.innerHolder(id, runs, l)
	row := annot.Condition{
		Holder:      l.holder,
		Exchange:    l.rule.section == "in exchange",
		Trigger:     s.spans(trigger),
		Consequence: s.spans(s.bare(id, runs, l)),
		Connective:  annot.Spans{s.seg.SpanOf(l.connective.first, l.connective.end-1)},
		Attribution: id,
		To:          annot.None,
		By:          l.rule.id,
	}
	if !l.shown.empty() {
		row.Connective = annot.Spans{s.seg.SpanOf(l.shown.first, l.shown.end-1)}
	}
	if len(row.Trigger) == 0 && l.rule.section == "in the event" && l.trigger.end == l.trigger.first+1 {
		row.Trigger = annot.Spans{s.seg.Tokens[l.trigger.first].Span} // "failing that"
	}
	if len(row.Trigger) == 0 {
		return row, false
	}
	if l.consequence == nil {
		if t := s.mainComma(l); t != annot.None {
			s.partAt(l, &row, t)
		}
		s.seek(id, l, &row)
	}
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	if s.asks(row.Consequence) || s.endsInQuestion(sent, max(l.connective.first, l.trigger.end-1)) || s.cueIs(id, s.words.denial) || s.idle(row.Consequence) || s.idle(row.Trigger) {
		return row, false
	}
	s.trimWilling(&row)
	row.Kind = s.kindOf(l, id, row.Consequence)
	if s.trimWarned(&row); row.To == annot.None {
		row.To = s.addressee(id, l)
	}
	if row.To != annot.None && row.Consequence.Has(s.seg.Tokens[row.To].Span.Start) {
		row.To = annot.None
	}
	return row, true
}

// triggerIn returns the pieces of a trigger inside the content of the
// attribution that states it, or without its reporting words.
func (s *search) triggerIn(id annot.AttributionID, l link) []run {
	if id != annot.None && s.inContent(id, l.head) {
		if in := s.clip(l.trigger, s.att.List[id].Content); len(in) > 0 {
			return in
		}
	} else if in := s.withoutReporting(id, []run{l.trigger}); len(in) > 0 {
		return in
	}
	return []run{l.trigger}
}

// bare takes from a consequence what is no part of it: reporting words, the
// next clause, a relative clause on the source, a comment.
func (s *search) bare(id annot.AttributionID, runs []run, l link) []run {
	runs = s.withoutNext(s.withoutReporting(id, runs), l)
	runs = slices.DeleteFunc(runs, func(r run) bool {
		for !r.empty() && s.isLoose(r.first) {
			r.first++
		}
		return !r.empty() && r.first > l.trigger.end && (s.lower(r.first) == "who" || s.lower(r.first) == "which")
	})
	for i := range runs {
		runs[i] = s.withoutAside(s.withoutComment(runs[i]))
	}
	return runs
}

// seek looks further for a consequence that the tree does not show: inside the
// trigger, in the rest of what is said, on the other side of the trigger, at
// the governor, in the sentence before.
func (s *search) seek(id annot.AttributionID, l link, row *annot.Condition) {
	for _, find := range []func() []run{
		func() []run { s.part(l, row); return nil },
		func() []run {
			if id == annot.None {
				return nil
			}
			return s.rest(id, l)
		},
		func() []run { return s.withoutReporting(id, s.aroundTrigger(id, l)) },
		func() []run {
			if l.governor == annot.None || l.trigger.has(l.governor) || s.cueAt(l.governor) != annot.None {
				return nil
			}
			return s.clauseRuns(l.governor, l)
		},
		func() []run { return s.saidBeforeIt(l) },
	} {
		if len(row.Consequence) > 0 {
			return
		}
		if found := s.spans(find()); len(row.Consequence) == 0 {
			row.Consequence = found
		}
	}
}

// saidBeforeIt returns the main clause of the sentence before, where a trigger
// is all that its own has: "We will talk. But only if they stop."
func (s *search) saidBeforeIt(l link) []run {
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	if !s.fronted(sent, l.connective.first) || sent.First == 0 || s.tells(run{l.trigger.end, sent.End}) {
		return nil
	}
	before := s.seg.SentenceOf(sent.First - 1)
	if s.seg.Sentences[before].Block != sent.Block {
		return nil
	}
	h, r := s.told(before)
	if h == annot.None || r.empty() {
		return nil
	}
	return []run{r}
}

// tells reports whether a run holds a verb that only says whose words stand
// beside it: "..., the group said".
func (s *search) tells(r run) bool {
	for t := r.first; t < r.end; t++ {
		if u := s.syn.Words[t].UPOS; (u == ud.VERB || u == ud.AUX) && !s.sourceOrCue(t) {
			return true
		}
	}
	return false
}

// innerHolder hands a condition on to an attribution inside the one that
// states it, where the consequence is what that one attributes: "said he
// believed [a deal was possible], provided that".
func (s *search) innerHolder(id annot.AttributionID, runs []run, l link) (annot.AttributionID, []run) {
	if id == annot.None || l.consequence != nil {
		return id, runs
	}
	for _, x := range s.attributionsIn(l.connective.first) {
		a := &s.att.List[x]
		if a.Within != id || a.Cue.Empty() || !s.takesCondition(x) || s.asSaid(x) || l.governor != annot.None && !s.inContent(x, l.governor) && s.cueAt(l.governor) != x {
			continue
		}
		first, end := s.seg.Within(a.Cue)
		for _, r := range runs {
			if r.first <= first && end <= r.end {
				if in := s.overlap(x, runs); len(s.spans(in)) > 0 {
					return x, in
				}
			}
		}
	}
	return id, runs
}

// asSaid reports whether an attribution is only an aside, "as the minister has
// suggested": the whole sentence stays with the one who speaks it.
func (s *search) asSaid(id annot.AttributionID) bool {
	h := s.att.List[id].CueHead
	if h == annot.None {
		return false
	}
	m := s.syn.Child(h, ud.Mark)
	return m != annot.None && m < h && s.lower(m) == "as"
}

// withoutComment takes from the start of a run an aside that attributes: "as
// the minister has suggested, [the drivers would strike]".
func (s *search) withoutComment(r run) run {
	if r.empty() || s.lower(r.first) != "as" {
		return r
	}
	for t := r.first + 1; t+1 < r.end; t++ {
		if s.seg.Word(t) == "," {
			if s.hasCue(run{r.first, t}) && s.hasVerb(run{t + 1, r.end}) {
				return run{t + 1, r.end}
			}
			return r
		}
	}
	return r
}

// withoutNext ends a consequence where a second clause with its own "that"
// is coordinated with it: "would halt exports, and that it would sue".
func (s *search) withoutNext(runs []run, l link) []run {
	for i, r := range runs {
		for t := r.first + 1; t+1 < r.end; t++ {
			if t >= l.connective.first && s.syn.Words[t].UPOS == ud.CCONJ && s.lower(t+1) == "that" && s.syn.Words[t+1].UPOS == ud.SCONJ {
				return append(slices.Clone(runs[:i]), run{r.first, t})
			}
		}
	}
	return runs
}

// overlap returns the parts of runs that lie in an attribution's content.
func (s *search) overlap(id annot.AttributionID, runs []run) []run {
	var out []run
	for _, r := range runs {
		out = append(out, s.clip(r, s.att.List[id].Content)...)
	}
	return out
}

// withoutReporting takes from a consequence the source and the cue of the
// attribution that states it: "Unless they leave, [he added,] we strike". A
// refusal or an act to come keeps them, since it is itself what hangs on the
// trigger.
func (s *search) withoutReporting(id annot.AttributionID, runs []run) []run {
	if id == annot.None || !s.takesCondition(id) {
		return runs
	}
	for _, sp := range append(slices.Clone(s.att.List[id].Source), s.att.List[id].Cue) {
		if sp.Empty() || s.att.List[id].Content.Contains(sp) {
			continue
		}
		first, end := s.seg.Within(sp)
		var out []run
		for _, r := range runs {
			out = append(out, r.minus(run{first, end})...)
		}
		runs = out
	}
	return runs
}

// aroundTrigger returns what the sentence has on the other side of the trigger
// where the tree ties it to nothing: what follows the comma behind a fronted
// one, what stands before a trailing one.
func (s *search) aroundTrigger(id annot.AttributionID, l link) []run {
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	r := run{s.clauseStart(sent, l.connective.first), l.connective.first}
	if s.fronted(sent, l.connective.first) {
		r = run{l.trigger.end, sent.End}
		for t := r.first + 1; t+2 < sent.End; t++ {
			if h := s.replyHead(sent, t+1); s.seg.Word(t) == "," && h != annot.None && s.wills(h) && s.cueAt(h) == annot.None {
				return []run{{t + 1, sent.End}} // behind the said-clause
			}
		}
	}
	if !s.hasVerb(r) || id == annot.None && s.hasCue(r) {
		return nil
	}
	switch {
	case id == annot.None:
		return []run{r}
	case s.inContent(id, l.connective.first):
		return s.overlap(id, []run{r}) // and not whom it was told to
	}
	return s.within(id, []run{r})
}

// hasCue reports whether some attribution's cue stands in a run.
func (s *search) hasCue(r run) bool {
	for t := r.first; t < r.end; t++ {
		if s.cueAt(t) != annot.None {
			return true
		}
	}
	return false
}

// afterMark reports whether a word follows an opening quotation mark at the
// start of a sentence.
func (s *search) afterMark(sent annot.Sentence, t annot.TokenID) bool {
	return t == sent.First+1 && s.syn.Words[sent.First].UPOS == ud.PUNCT
}

// rest returns what the content of an attribution holds beside the trigger:
// the clause nearest to it, where there are several.
func (s *search) rest(id annot.AttributionID, l link) []run {
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	var out []run
	for _, r := range s.clip(run{sent.First, sent.End}, s.att.List[id].Content) {
		out = append(out, s.noRelative(r.minus(l.connective, l.trigger, l.next), l)...)
	}
	if s.cueIs(id, s.words.refusal) {
		if first, end := s.seg.Within(s.att.List[id].Cue); first < end && len(out) > 0 && end == out[0].first {
			out[0].first = first // "refused to sign unless": the refusal hangs on the trigger, not the signing
		}
	}
	if len(s.spans(out)) == 0 {
		return s.beforeTrigger(id, l)
	}
	if g := s.headOf(out); g != annot.None && s.clausal(g) {
		if near := s.governorAmong(g, l); near != g {
			return s.within(id, s.clauseRuns(near, l))
		}
	}
	return out
}

// beforeTrigger returns the words between a cue and a trailing trigger: what
// is warned of or promised, where the content holds the trigger alone.
func (s *search) beforeTrigger(id annot.AttributionID, l link) []run {
	_, end := s.seg.Within(s.att.List[id].Cue)
	if s.att.List[id].Cue.Empty() || end >= l.connective.first || s.seg.SentenceOf(end) != s.seg.SentenceOf(l.connective.first) {
		return nil
	}
	if s.syn.Words[end].UPOS == ud.ADP || s.syn.Words[end].UPOS == ud.SCONJ {
		end++
	}
	return []run{{end, l.connective.first}}
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
		if w.Rel == ud.Conj && !s.conditionBetween(w.Head, g) && s.syn.Child(g, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.Cop) == annot.None && s.clausal(g) {
			g = w.Head // "will walk out and picket if": both hang on it
			continue
		}
		if w.Rel == ud.Acl && w.Head != annot.None && strings.HasSuffix(s.seg.Word(g), "ing") {
			g = w.Head // "supplies to neighbouring Norland if": no clause to hang on
			continue
		}
		if over := s.nominalGovernor(g, l); over != g {
			g = over
			continue
		}
		break
	}
	out := []run{l.connective, l.trigger, l.next}
	out = append(out, s.asides(g)...)
	return s.noRelative(s.subtree(g).minus(out...), l)
}

// conditionBetween reports whether a trigger stands between two coordinated
// verbs: each then has one of its own.
func (s *search) conditionBetween(first, second annot.TokenID) bool {
	for c := range s.syn.Children(first) {
		if c > first && c < second && s.syn.Words[c].Rel == ud.Advcl && s.conditional(c) {
			return true
		}
	}
	return false
}

// hasFullVerb reports whether some run holds a verb other than an auxiliary.
func (s *search) hasFullVerb(runs []run) bool {
	for _, r := range runs {
		for t := r.first; t < r.end; t++ {
			if s.syn.Words[t].UPOS == ud.VERB {
				return true
			}
		}
	}
	return false
}

// noRelative drops what is added behind a trigger: a relative clause ("...,
// which the board rejects"), an apposition, an attribution coordinated with
// the one at hand.
func (s *search) noRelative(runs []run, l link) []run {
	out := runs[:0]
	for _, r := range runs {
		x := r
		for !x.empty() && (s.isLoose(x.first) || s.syn.Words[x.first].UPOS == ud.CCONJ) {
			x.first++
		}
		if !x.empty() && x.first >= l.trigger.end {
			if x.first > r.first && s.hasFullVerb(out) {
				continue // a comma parts it from a clause that is whole without it
			}
			switch s.lower(x.first) {
			case "which", "who", "whose", "where":
				continue
			}
			if x.first > r.first && s.beginsCue(x.first) {
				continue // "... and has threatened": another attribution
			}
		}
		out = append(out, r)
	}
	return out
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
			r := s.subtree(c)
			if c > g {
				r.first = max(r.first, g+1) // trees tie what stands before the verb to what follows it
			}
			out = append(out, r)
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

// within keeps the parts of runs that lie in an attribution's content, or all
// of them where none does.
func (s *search) within(id annot.AttributionID, runs []run) []run {
	if out := s.overlap(id, runs); len(out) > 0 {
		return out
	}
	return runs
}
