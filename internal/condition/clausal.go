package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// hang builds the link of a connective and the clause or phrase behind it.
func (s *search) hang(sent annot.Sentence, c run) (link, bool) {
	if v := c.end - 1; s.syn.Words[v].UPOS == ud.VERB {
		if h := s.syn.Child(v, ud.Ccomp); h != annot.None && h > v { // "Provided the weather holds", read as a verb
			trigger := run{c.end, s.subtree(v).end}
			return link{connective: c, trigger: s.cut(trigger, h), head: h, governor: s.syn.Words[v].Head}, !trigger.empty()
		}
	}
	head := s.phraseAfter(sent, c)
	if head == annot.None {
		return link{}, false
	}
	trigger := s.subtree(head)
	trigger.first = c.end
	trigger = s.cut(s.extend(sent, c, trigger), head)
	l := link{connective: c, trigger: trigger, head: head, governor: s.governor(head, c)}
	return l, !trigger.empty()
}

// extend carries a trigger at the end of a sentence on to the next mark or
// conjunction: what a parser leaves over between hardly belongs elsewhere.
func (s *search) extend(sent annot.Sentence, c, trigger run) run {
	if s.fronted(sent, c.first) || trigger.end > c.end && s.seg.Word(trigger.end-1) == "," {
		return trigger // the last is "a deal that, if ratified, would end the strike"
	}
	end, open := max(trigger.end, c.end), false
	for end < sent.End {
		if w := s.lower(end); w == "both" || w == "either" || w == "neither" {
			end++
			continue
		}
		side := markSide(s.seg.Word(end))
		if side == -1 || open && side != 0 {
			open = side == -1
			end++
			continue
		}
		switch s.syn.Words[end].UPOS {
		case ud.PUNCT, ud.CCONJ, ud.SCONJ, ud.SYM:
			if !open {
				return run{trigger.first, end}
			}
		}
		if u := s.syn.Words[end]; !open && u.UPOS == ud.AUX && u.Feats.Has(ud.VerbFormFin) && !s.hasVerb(run{trigger.first, end}) && !s.clausalAhead(end, sent) {
			return run{trigger.first, end} // the main clause goes on: "without a vote has not been"
		}
		if s.saysBefore(end, c.first) {
			return run{trigger.first, end}
		}
		end++
	}
	return run{trigger.first, end}
}

// clausalAhead reports whether the auxiliary at t belongs to a clause whose
// subject stands right before it, and not to one that began earlier.
func (s *search) clausalAhead(t annot.TokenID, sent annot.Sentence) bool {
	if h := s.syn.Words[t].Head; h != annot.None && s.syn.Words[t].Rel.Universal() == ud.Aux {
		subj := s.syn.Child(h, ud.Nsubj, ud.NsubjPass)
		return subj != annot.None && subj == t-1
	}
	return false
}

// saysBefore reports whether a token belongs to the source or the cue of an
// attribution whose content begins before a connective: the said-clause behind
// it all.
func (s *search) saysBefore(t, conn annot.TokenID) bool {
	sp := s.seg.Tokens[t].Span
	for _, id := range s.attributionsIn(t) {
		a := &s.att.List[id]
		if (a.Cue.Contains(sp) || a.Source.Contains(sp)) && len(a.Content) > 0 && a.Content[0].Start <= s.seg.Tokens[conn].Span.Start {
			return true
		}
	}
	return false
}

// cut ends a trigger where an attribution begins that is coordinated with
// what went before (a parser easily hangs "and has threatened ..." on the
// wrong verb), and before ", which".
func (s *search) cut(r run, head annot.TokenID) run {
	for t := max(head, r.first) + 1; t < r.end; t++ {
		switch {
		case s.syn.Words[t].UPOS == ud.CCONJ && t+1 < r.end && s.beginsCue(t+1):
			return run{r.first, t}
		case s.seg.Word(t) == "," && t+2 < r.end && s.syn.Words[t+1].UPOS == ud.CCONJ && s.syn.Words[t+2].UPOS == ud.AUX && s.syn.Words[t+2].Rel.Universal() == ud.Aux:
			return run{r.first, t} // "once it had assurances, and had not decided"
		case s.seg.Word(t) == "," && t+2 < r.end && s.lower(t+1) == "as" && s.lower(t+2) != "well" && s.lower(t+2) != "long" && s.lower(t+2) != "soon":
			return run{r.first, t} // "until everything is agreed, as diplomats say"
		case s.seg.Word(t) == "," && t+1 < r.end && (s.lower(t+1) == "which" || s.beginsCue(t+1) && s.syn.Words[t+1].Feats.Has(ud.VerbFormGer)):
			return run{r.first, t}
		}
	}
	return r
}

// governor returns the word that a trigger depends on. Where the parse ties
// it to an earlier verb although a coordinated one with a subject or an
// auxiliary of its own stands between, that one is meant.
func (s *search) governor(head annot.TokenID, c run) annot.TokenID {
	g := s.outside(head, c)
	if g == annot.None {
		return annot.None
	}
	if s.syn.Words[head].Rel == ud.Conj && s.syn.Words[g].Rel.Universal() == ud.Advcl {
		return s.governor(g, c) // "if this, or if that"
	}
	if said := s.saidBefore(g, c); said != annot.None {
		g = said
	} else if said := s.saidBehind(g, c); said != annot.None {
		g = said
	}
	if w := s.syn.Words[g]; w.Rel == ud.Parataxis && w.Head != annot.None && w.Head < g && g < c.first && c.first > 0 && s.seg.Word(c.first-1) == "," && s.seg.Word(s.subtree(g).first) == "," {
		g = w.Head // "could live with it, a delegate let slip, as long as"
	}
	if before := s.beforeSemicolon(g, c); before != annot.None {
		return before
	}
	for k := range s.syn.Children(g) {
		if s.syn.Words[k].Rel != ud.Conj || k < g || k > c.first {
			continue
		}
		if l := s.syn.Words[k].Lemma; s.syn.Child(k, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.AuxPass) != annot.None || s.words.promise[l] || s.words.threat[l] {
			g = k
		}
	}
	return g
}

// beforeSemicolon returns the clause that a trailing trigger follows, where the
// tree ties the trigger to a clause behind a semicolon; else None.
func (s *search) beforeSemicolon(g annot.TokenID, c run) annot.TokenID {
	if g < c.end {
		return annot.None
	}
	parted := false
	for t := c.end; t < g && !parted; t++ {
		parted = s.seg.Word(t) == ";"
	}
	first := c.first
	for first > 0 && s.seg.SentenceOf(first-1) == s.seg.SentenceOf(c.first) && s.seg.Word(first-1) != ";" {
		first--
	}
	if before := (run{first, c.first}); parted && s.hasVerb(before) {
		return s.clauseHead(before)
	}
	return annot.None
}

// clauseHead returns the verb that heads the clause of a run.
func (s *search) clauseHead(r run) annot.TokenID {
	for t := r.first; t < r.end; t++ {
		if h := s.syn.Words[t].Head; s.clausal(t) && (h == annot.None || !r.has(h)) {
			return t
		}
	}
	return annot.None
}

// matchClause takes any clause behind the connective, but for "as long as" in
// what has been.
func matchClause(s *search, sent annot.Sentence, c run) (link, bool) {
	if c.first > sent.First && s.syn.Words[c.first-1].UPOS == ud.AUX {
		return link{}, false // "has provided"
	}
	if c.end+1 < sent.End && s.lower(c.end) == "it" && s.lower(c.end+1) == "takes" {
		return link{}, false // "as long as it takes"
	}
	if l, ok := s.runOn(sent, c); ok {
		return l, true
	}
	if w := s.lower(c.first); (w == "provided" || w == "providing" || w == "assuming") && !s.opensClause(sent, c.first) && !s.hasVerb(run{sent.First, c.first}) {
		return link{}, false // the verb of the sentence
	}
	l, ok := s.hang(sent, c)
	return l, ok && s.saysEnough(l) && !(s.lower(c.end-1) == "as" && s.past(l.head) && !s.lookingAhead(l.governor) && !s.cueIs(s.cueAt(l.governor), s.words.promise))
}

// saysEnough reports whether a trigger is a clause, or long enough to be one
// that the tree does not see.
func (s *search) saysEnough(l link) bool {
	if s.clausal(l.head) {
		return true
	}
	switch s.syn.Words[l.trigger.first].UPOS {
	case ud.DET, ud.PRON, ud.PROPN, ud.NOUN:
		return l.trigger.end-l.trigger.first >= 3
	}
	return false
}

func (s *search) hasVerb(r run) bool {
	for t := r.first; t < r.end; t++ {
		if u := s.syn.Words[t].UPOS; u == ud.VERB || u == ud.AUX {
			return true
		}
	}
	return false
}

// clausal reports whether a word heads a clause: a verb, or a predicate with
// copula or subject.
func (s *search) clausal(t annot.TokenID) bool {
	switch s.syn.Words[t].UPOS {
	case ud.VERB, ud.AUX:
		return true
	}
	return s.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Cop, ud.Aux, ud.Csubj) != annot.None
}

// matchIf takes clauses with "if" that are neither questions ("asked if"),
// comparisons ("as if"), concessions ("even if") nor set phrases ("if any").
func matchIf(s *search, sent annot.Sentence, c run) (link, bool) {
	if c.first > sent.First {
		switch s.lower(c.first - 1) {
		case "as", "even", "what", "little":
			return link{}, false
		}
	}
	if l, ok := s.interrupted(sent, c); ok {
		return l, true
	}
	if l, ok := s.runOn(sent, c); ok && !s.words.noClause[s.lower(c.end)] && !s.counterfactual(l) && !s.posing(l) {
		return l, true
	}
	if c.first > sent.First && s.asksIf(run{max(sent.First, c.first-8), c.first}) && !s.commaBetween(max(sent.First, c.first-8), c.first) {
		return link{}, false // "would not say if he would leave if"
	}
	if near := (run{max(sent.First, c.first-14), c.first}); s.hasWordIn(near, "whether") && !s.commaBetween(near.first, c.first) {
		return link{}, false // "will not say whether it would leave if"
	}
	if c.end+1 < sent.End && s.words.noClause[s.lower(c.end)] && s.seg.Word(c.end+1) == "," {
		return link{}, false // "if anything,"
	}
	if c.end >= sent.End || s.words.noClause[s.lower(c.end)] && !s.pronounSubject(c.end) && !s.atLeast(c.end, sent.End) || s.lower(c.end) == "not" {
		return link{}, false
	}
	l, ok := s.hang(sent, c)
	if !ok || !s.saysEnough(l) || s.isWhether(sent, l) || s.counterfactual(l) || s.posing(l) || s.lower(l.head) == "will" {
		return link{}, false // the last is "if you will"
	}
	return l, true
}

// counterfactual reports whether a trigger is told as one that did not come
// about: "had they left", "if they had left ... would have", "if it weren't
// for". Nothing hangs on it any more.
func (s *search) counterfactual(l link) bool {
	had, have, were := s.lower(l.connective.first) == "had", false, false
	for t := l.trigger.first; t < min(l.trigger.end, l.trigger.first+8); t++ {
		switch s.lower(t) {
		case "had":
			had = had || t+1 < l.trigger.end && s.syn.Words[t].UPOS == ud.AUX
		case "'d", "’d":
			had = had || t+1 < l.trigger.end && s.syn.Words[t+1].Feats.Has(ud.TensePast) // "if I'd known"
		case "were", "was", "weren't", "weren’t", "wasn't", "wasn’t":
			were = true
		case "been":
			if t+1 < l.trigger.end && s.lower(t+1) == "for" && s.lower(l.trigger.first) == "it" {
				return true // "had it not been for"
			}
		case "for":
			return were && t+1 < l.trigger.end && t <= l.trigger.first+4 && s.syn.Words[l.trigger.first].UPOS == ud.PRON
		}
	}
	if !had {
		return false
	}
	sent := s.seg.Sentences[s.seg.SentenceOf(l.connective.first)]
	clause := s.toComma(l.trigger) // trees carry a trigger on to the closing quotation mark
	for t := sent.First; t+1 < sent.End && !have; t++ {
		have = (!clause.has(t) || s.lower(l.connective.first) == "had") && (s.lower(t) == "would" || s.lower(t) == "could" || s.lower(t) == "might" || s.lower(t) == "'d" || s.lower(t) == "’d") && s.hasWordIn(run{t + 1, min(t+4, sent.End)}, "have")
	}
	return have
}

// posing reports whether somebody only puts himself in another's place: "if I
// were the minister", "if I were you".
func (s *search) posing(l link) bool {
	t := l.trigger.first
	if t+4 < l.trigger.end && s.lower(t) == "it" && s.lower(t+2) == "up" && s.lower(t+3) == "to" {
		return s.lower(t+1) == "were" || s.lower(t+1) == "was" // "if it were up to me"
	}
	return t+2 < l.trigger.end && s.lower(t) == "i" && (s.lower(t+1) == "were" || s.lower(t+1) == "was") && s.syn.Words[t+1].Rel == ud.Cop
}

// atLeast tells "if at least one of them does" from "if at all".
func (s *search) atLeast(t, end annot.TokenID) bool {
	if t+1 >= end || s.lower(t) != "at" {
		return false
	}
	next := s.lower(t + 1)
	return next == "least" || next == "most"
}

// pronounSubject tells "if you leave", "if anything happens" and the like
// from set phrases: the word is the subject of a verb.
func (s *search) pronounSubject(t annot.TokenID) bool {
	return s.syn.Words[t].Rel.Universal() == ud.Nsubj
}

// isWhether reports whether "if" stands for "whether": it opens what a verb
// of asking, knowing or deciding takes, right behind that verb.
func (s *search) isWhether(sent annot.Sentence, l link) bool {
	t := l.connective.first - 1
	for t > sent.First && (s.syn.Words[t].UPOS == ud.ADV || s.syn.Words[t].UPOS == ud.PRON || s.syn.Words[t].UPOS == ud.PART) {
		t--
	}
	if t < sent.First {
		return false
	}
	if s.words.whether[s.syn.Words[t].Lemma] {
		subj := s.syn.Child(t, ud.Nsubj) // "a strike is certain if", but not "it is not certain if"
		return s.syn.Words[t].UPOS != ud.ADJ || subj == annot.None || s.syn.Words[subj].UPOS != ud.NOUN || s.negatedVerb(t)
	}
	if s.syn.Words[t].Lemma == "say" && (s.negatedVerb(t) || s.syn.Words[t].Feats.Has(ud.VerbFormInf)) {
		return true // "did not say if", "declined to say if"
	}
	if c := l.connective.first; c > sent.First && s.syn.Words[c-1].UPOS == ud.CCONJ && (s.hasWordIn(run{sent.First, c}, "whether") || s.asksIf(run{sent.First, c})) {
		return true // "whether it knew, or if it acted alone"
	}
	if l.governor != annot.None && l.governor < l.connective.first && l.connective.first-l.governor <= 2 && s.words.whether[s.syn.Words[l.governor].Lemma] {
		return true // "wondered aloud if"
	}
	switch s.syn.Words[l.head].Rel {
	case ud.Ccomp, ud.Csubj:
		up := s.syn.Words[l.head].Head
		return up != annot.None && s.words.whether[s.syn.Words[up].Lemma]
	}
	return false
}

// interrupted reads a quotation whose trigger is cut by the said-clause: "If
// the minister," she told us, "wants a deal, she knows where we are".
func (s *search) interrupted(sent annot.Sentence, c run) (link, bool) {
	for _, id := range s.attributionsIn(c.first) {
		content := s.att.List[id].Content
		for i := 1; i < len(content); i++ {
			first, end := s.seg.Within(content[i-1])
			next, last := s.seg.Within(content[i])
			if c.first < first || c.first >= end || last > sent.End || s.hasVerb(run{c.end, end}) {
				continue
			}
			for t := next + 1; t+1 < last; t++ {
				if s.seg.Word(t) != "," || !s.hasVerb(run{next, t}) {
					continue
				}
				if h := s.replyHead(sent, t+1); h != annot.None && h < last {
					return link{connective: c, trigger: run{c.end, t}, head: t - 1, governor: h, split: true, consequence: []run{{t + 1, last}}}, true
				}
			}
		}
	}
	return link{}, false
}

// asksIf reports whether a run holds an "if" that stands for "whether".
func (s *search) asksIf(r run) bool {
	for t := r.first + 1; t < r.end; t++ {
		if s.lower(t) == "if" && (s.words.whether[s.syn.Words[t-1].Lemma] || s.syn.Words[t-1].Lemma == "say" && s.negatedVerb(t-1)) {
			return true
		}
	}
	return false
}

// matchInversion takes "should the talks fail": an auxiliary before its
// subject in a clause that is no question.
func matchInversion(s *search, sent annot.Sentence, c run) (link, bool) {
	next := c.end
	if next >= sent.End || s.endsInQuestion(sent, next) || s.uninverted(sent, c.first) {
		return link{}, false
	}
	switch s.syn.Words[next].UPOS {
	case ud.DET, ud.PRON, ud.PROPN, ud.NOUN, ud.ADJ, ud.NUM:
	case ud.VERB: // a noun that the tagger took for a verb: "should copper trade above"
		if s.lower(c.first) != "should" || c.first == sent.First || next+1 >= sent.End || s.syn.Words[next+1].UPOS != ud.VERB && s.syn.Words[next+1].UPOS != ud.NOUN ||
			s.syn.Words[c.first-1].Rel.Universal() == ud.Nsubj || s.lower(next) != s.syn.Words[next].Lemma || !s.hasVerb(run{sent.First, c.first}) {
			return link{}, false
		}
		l, ok := s.invertedByWords(sent, c)
		l.governor = s.lastVerb(run{sent.First, c.first})
		return l, ok
	default:
		return link{}, false
	}
	if s.lower(c.first) != "should" && !s.opensClause(sent, c.first) {
		return link{}, false
	}
	w := s.syn.Words[c.first]
	if w.Rel.Universal() != ud.Aux && w.Rel != ud.Cop || w.Head == annot.None || w.Head < next {
		return s.invertedByWords(sent, c)
	}
	if subj := s.syn.Child(w.Head, ud.Nsubj, ud.NsubjPass); subj == annot.None || subj < c.first {
		return s.invertedByWords(sent, c)
	}
	l, ok := s.hangAt(c, w.Head)
	return l, ok && !s.counterfactual(l)
}

// uninverted reports whether the word before an auxiliary is its subject or
// puts it before another for a different reason: "they should all", "nor
// should the board".
func (s *search) uninverted(sent annot.Sentence, t annot.TokenID) bool {
	if t == sent.First {
		return false
	}
	switch s.syn.Words[t-1].UPOS {
	case ud.PRON, ud.AUX, ud.PART:
		return true
	}
	switch s.lower(t - 1) {
	case "so", "nor", "neither", "why", "how", "where", "when", "what":
		return true
	}
	return false
}

// hangAt is hang for a connective inside its own clause.
func (s *search) hangAt(c run, head annot.TokenID) (link, bool) {
	trigger := s.subtree(head)
	trigger.first = c.end
	trigger = s.cut(trigger, head)
	return link{connective: c, trigger: trigger, head: head, governor: s.governor(head, c)}, !trigger.empty()
}

// invertedByWords saves an inversion where the tree does not see the clause:
// nothing but a condition or a question puts "should" before a noun phrase,
// and "were" and "had" at the start of a clause want "to" or "would" besides.
// The trigger runs to the next mark.
func (s *search) invertedByWords(sent annot.Sentence, c run) (link, bool) {
	switch s.syn.Words[c.end].UPOS {
	case ud.DET, ud.PRON, ud.PROPN, ud.VERB:
	case ud.NOUN:
		should := s.lower(c.first) == "should" && c.end+1 < sent.End && s.syn.Words[c.end+1].UPOS == ud.VERB
		were := s.lower(c.first) == "were" && s.hasWordIn(run{c.end, min(c.end+3, sent.End)}, "to")
		if !should && !were {
			return link{}, false
		}
	default:
		return link{}, false
	}
	end := c.end
	for end < sent.End && s.syn.Words[end].UPOS != ud.PUNCT {
		end++
	}
	r := run{c.end, end}
	switch s.lower(c.first) {
	case "were":
		if !s.hasWordIn(r, "to") && !s.hasWordIn(r, "not") {
			return link{}, false
		}
	case "had":
		if !s.hasWordIn(run{end, sent.End}, "would") || !s.hasVerb(r) {
			return link{}, false
		}
	}
	if end-c.end < 2 {
		return link{}, false
	}
	l := link{connective: c, trigger: s.cut(r, end-1), head: end - 1, governor: annot.None}
	if h := s.syn.Words[c.first].Head; h != annot.None && !r.has(h) {
		l.governor = h
	} else if h := s.headOf([]run{r}); h != annot.None && s.syn.Words[h].Head != annot.None && !r.has(s.syn.Words[h].Head) {
		l.governor = s.syn.Words[h].Head
	}
	return l, !s.counterfactual(l)
}

func (s *search) hasWordIn(r run, word string) bool {
	for t := r.first; t < r.end; t++ {
		if s.lower(t) == word {
			return true
		}
	}
	return false
}

// fronted reports whether a connective comes before all that its trigger
// could hang on.
func (s *search) fronted(sent annot.Sentence, t annot.TokenID) bool {
	return s.opensClause(sent, t) && !s.hasVerb(run{s.clauseStart(sent, t), t})
}
