package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// fromConditions adds what a party offers to do on a condition: "Halvik would
// sign if the border were marked" is an offer of Halvik's, told once already
// where the statement has a cue for it.
func (r *reading) fromConditions(out []annot.Commitment) []annot.Commitment {
	for i := range r.conds.List {
		c := &r.conds.List[i]
		if c.Kind != record.Promise || len(c.Consequence) == 0 || taken(out, c.Consequence) || r.onlyThinks(c.Consequence[0]) {
			continue
		}
		st := r.stating(annot.ConditionID(i), c)
		holder := c.Setter(r.syn, r.ms, r.ents, r.speakerOf(c, st))
		if holder == annot.None || st == annot.None || r.lifeless(c) || r.alleged(c.Attribution) {
			continue
		}
		if party := r.bound(c, holder); party != holder {
			holder = party
		} else if !r.binds(c, holder) {
			continue
		}
		out = append(out, annot.Commitment{Holder: holder, To: annot.None, What: annot.Spans{r.deed(c.Consequence[0])}, Firmness: record.Offered, Statement: st, By: "position/on-condition"})
	}
	return out
}

// binds reports whether the deed of a condition is the holder's own: "Orm said
// Halvik would sign if" is no offer of Orm's.
func (r *reading) binds(c *annot.Condition, holder annot.EntityID) bool {
	doer := r.ents.Doer(r.syn, r.ms, c.Consequence)
	return doer == annot.None || doer == holder || r.ents.SpeaksFor(r.ms, holder, doer) || r.ents.SpeaksFor(r.ms, doer, holder)
}

// bound returns who is bound by an offer: an unnamed voice ("a company lawyer
// said") binds the party that its words name, or for which it speaks.
func (r *reading) bound(c *annot.Condition, speaker annot.EntityID) annot.EntityID {
	who := &r.ents.List[speaker]
	if who.Named || who.Kind != annot.PersonMention {
		return speaker
	}
	client := r.client(speaker)
	subject := r.subjectOf(c.Consequence[0])
	if subject == annot.None || client == speaker {
		return speaker
	}
	if doer := r.entity(subject); doer != annot.None && doer != speaker && r.ents.List[doer].Kind != annot.PersonMention && r.syn.Words[subject].UPOS != ud.PRON {
		if d, c := &r.ents.List[doer], &r.ents.List[client]; !d.Named && c.Named && (d.Kind == c.Kind || d.Kind == annot.GovernmentMention && c.Kind == annot.StateMention) {
			return client // "the government" of a spokesman for one
		}
		return doer
	}
	return client
}

// subjectOf returns the subject of a clause, or None.
func (r *reading) subjectOf(sp annot.Span) annot.TokenID {
	h := r.syn.HeadOf(sp)
	if h == annot.None {
		return annot.None
	}
	return r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
}

// lifeless reports whether the deed of a condition is none: a thing is its
// subject ("a summit would help"), or it only judges ("would make sense").
func (r *reading) lifeless(c *annot.Condition) bool {
	h := r.syn.HeadOf(c.Consequence[0])
	if h == annot.None {
		return false
	}
	if o := r.syn.Child(h, ud.Obj); o != annot.None && r.syn.Words[h].Lemma == "make" && r.syn.Words[o].Lemma == "sense" {
		return true
	}
	n := r.syn.Child(h, ud.Nsubj)
	return n != annot.None && r.syn.Words[n].UPOS == ud.NOUN && r.ms.ByHead(n) == annot.None
}

// onlyThinks reports whether a clause is of the mind: "I will believe it when".
func (r *reading) onlyThinks(sp annot.Span) bool {
	h := r.syn.HeadOf(sp)
	if h == annot.None {
		return true
	}
	switch r.syn.Words[h].Lemma {
	case "believe", "think", "know", "see", "feel", "be", "understand", "wonder":
		return true
	}
	return false
}

// cued returns for every token whether it stands in the cue of an attribution:
// what that one holds has been judged as a statement.
func (r *reading) cued() []bool {
	out := make([]bool, len(r.seg.Tokens))
	for i := range r.atts.List {
		if c := r.atts.List[i].Cue; !c.Empty() {
			first, end := r.seg.Within(c)
			for t := first; t < end; t++ {
				out[t] = true
			}
		}
	}
	return out
}

// stating returns the statement that states a condition, or None.
func (r *reading) stating(id annot.ConditionID, c *annot.Condition) annot.StatementID {
	for i := range r.stmts.List {
		if r.stmts.List[i].Condition == id {
			return annot.StatementID(i)
		}
	}
	return r.stmts.Holding(c.Consequence[0])
}

// speakerOf returns who states a condition.
func (r *reading) speakerOf(c *annot.Condition, st annot.StatementID) annot.EntityID {
	if c.Attribution != annot.None {
		if e := r.entity(r.atts.List[c.Attribution].SourceHead); e != annot.None {
			return e
		}
	}
	if st != annot.None {
		return r.stmts.List[st].Speaker
	}
	return annot.None
}

// deed cuts the subject and "would", "is ready to" off a clause.
func (r *reading) deed(sp annot.Span) annot.Span {
	first, end := r.seg.Within(sp)
	h := r.syn.HeadOf(sp)
	if h == annot.None {
		return sp
	}
	if x := r.syn.Child(h, ud.Xcomp); x != annot.None && x < end && r.class(r.syn.Words[h].Lemma) != "" {
		h = x
	}
	if h <= first || r.syn.Words[h].UPOS != ud.VERB {
		return sp
	}
	from := h
	for from > first && (r.syn.Words[from-1].UPOS == ud.ADV || r.syn.Words[from-1].Rel == ud.AuxPass || lower(r.seg.Word(from-1)) == "not") {
		from--
	}
	for t := first; t < from; t++ { // only a subject and auxiliaries may go
		if r.syn.Words[t].UPOS == ud.VERB && r.class(r.syn.Words[t].Lemma) == "" {
			return sp
		}
	}
	return annot.Span{Start: r.seg.Tokens[from].Span.Start, End: sp.End}
}

// taken reports whether a commitment with some of these words is there.
func taken(out []annot.Commitment, words annot.Spans) bool {
	for i := range out {
		for _, sp := range out[i].What {
			if words.Overlaps(sp) {
				return true
			}
		}
	}
	return false
}

// class says what a word of committing takes on: "offer to", "ready to",
// "refuse to"; empty for others.
func (r *reading) class(lemma string) record.Firmness {
	switch {
	case r.is("offer-word", lemma):
		return record.Offered
	case r.is("promise-word", lemma):
		return record.Promised
	case r.is("agree-word", lemma):
		return record.Agreed
	case r.is("refuse-word", lemma):
		return record.Refused
	}
	return ""
}

// told adds what the words tell of a party without an attribution of its own:
// "a memo says Velm has offered to free them", "his side remained ready to pay".
func (r *reading) told(out []annot.Commitment, cued []bool) []annot.Commitment {
	for i := range r.seg.Sentences {
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			if cued[t] {
				continue
			}
			if c, ok := r.toldAt(t); ok && !taken(out, c.What) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (r *reading) toldAt(t annot.TokenID) (annot.Commitment, bool) {
	w := &r.syn.Words[t]
	if w.UPOS != ud.VERB && w.UPOS != ud.ADJ || w.Feats.Has(ud.VerbFormInf) {
		return annot.Commitment{}, false
	}
	firmness := r.class(w.Lemma)
	if firmness == "" || r.negated(t) || r.open(t) {
		return annot.Commitment{}, false
	}
	x := r.syn.Child(t, ud.Xcomp)
	if x == annot.None || x < t || !r.syn.Words[x].Feats.Has(ud.VerbFormInf) || answers(r.syn.Words[x].Lemma) || r.syn.Words[x].Lemma == "be" {
		return annot.Commitment{}, false
	}
	holder := r.holder(t, annot.None)
	if holder == annot.None || r.ents.List[holder].Kind == annot.OutletMention {
		return annot.Commitment{}, false
	}
	_, last := r.syn.Edges(x)
	what := annot.Spans{r.cutAt(x, last+1)}
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None {
		st = r.stmts.Holding(what[0])
	}
	if st == annot.None || !r.ownWord(t, holder) {
		return annot.Commitment{}, false
	}
	return annot.Commitment{Holder: holder, To: annot.None, What: what, Firmness: firmness, Statement: st, By: "position/told"}, true
}

// alleged reports whether an attribution stands within words that deny, doubt
// or charge: "neither confirmed nor denied a report that Halvik had offered",
// "accused ministers of refusing". Nobody is bound by another's charge.
func (r *reading) alleged(a annot.AttributionID) bool {
	if a == annot.None {
		return false
	}
	for a = r.atts.List[a].Within; a != annot.None; a = r.atts.List[a].Within {
		cue := r.atts.List[a].CueHead
		if cue == annot.None {
			continue
		}
		switch lemma := r.syn.Words[cue].Lemma; {
		case r.is("charge-word", lemma), answers(lemma) && r.negated(cue):
			return true
		}
	}
	return false
}

// ownWord reports whether a word of committing is the report's or the holder's
// own: one party's account of what another is ready for commits nobody.
func (r *reading) ownWord(t annot.TokenID, holder annot.EntityID) bool {
	at := r.seg.Tokens[t].Span.Start
	for i := range r.stmts.List {
		s := &r.stmts.List[i]
		if s.Attribution == annot.None || !r.atts.List[s.Attribution].Content.Has(at) {
			continue
		}
		if s.Speaker != holder && !r.ents.SpeaksFor(r.ms, s.Speaker, holder) || s.Firmness == record.Believed || s.Firmness == record.Hoped || s.Firmness == record.Feared {
			return false
		}
	}
	return true
}

// cutAt returns the words from one token to before another, without a
// condition behind them.
func (r *reading) cutAt(first, end annot.TokenID) annot.Span {
	for t := first + 1; t < end; t++ {
		if r.condition(t, end) {
			end = t
			break
		}
	}
	last := end - 1
	for last > first && (r.trailing(last) || r.syn.Words[last].UPOS == ud.PUNCT) {
		last--
	}
	return r.seg.SpanOf(first, last)
}

// open reports whether a word of committing is itself no fact: asked about,
// supposed, hedged or denied.
func (r *reading) open(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		switch lower(r.seg.Word(c)) {
		case "whether", "if", "unless", "might", "could", "may", "would", "should", "until":
			return true
		}
	}
	up := r.syn.Words[t].Head
	if up == annot.None {
		return false
	}
	switch r.syn.Words[up].Lemma {
	case "deny", "doubt", "refuse", "ask", "urge", "demand", "hope", "want", "expect":
		return true
	}
	return r.negated(up)
}
