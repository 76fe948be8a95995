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
		if c.Kind != record.Promise && !r.exchanges(c) || len(c.Consequence) == 0 || taken(out, c.Consequence) || r.onlyThinks(c.Consequence[0]) || r.supposedAbove(r.syn.HeadOf(c.Consequence[0])) || r.inJest(c) || r.onlyMight(r.syn.HeadOf(c.Consequence[0])) {
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

// wouldAccept reads "we would accept a referee", "Velm would settle for five":
// what a party says of itself that it would take is an offer.
func (r *reading) wouldAccept(t annot.TokenID) (act, []annot.EntityID, bool) {
	w := &r.syn.Words[t]
	if w.UPOS != ud.VERB || w.Lemma != "accept" && w.Lemma != "settle" || r.modal(t) != "would" || r.negated(t) || r.conditioned(t) || r.supposedAbove(t) || r.passive(t) {
		return act{}, nil, false
	}
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel == ud.Advcl || r.syn.Words[c].Lemma == "have" {
			return act{}, nil, false // its condition says what it is; "would have settled"
		}
	}
	e, s := r.doer(t)
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if s == annot.None || !r.acts(e) || r.none(s) || st == annot.None || r.stmts.List[st].Speaker == annot.None {
		return act{}, nil, false
	}
	if who := r.stmts.List[st].Speaker; who != e && !r.speaks(who, e) && r.ents.List[who].Named {
		return act{}, nil, false
	}
	if r.hearsay(r.stmts.List[st].Attribution) || !r.ownAccount(t, e, false) || r.syn.Child(t, ud.Obj, ud.Obl) == annot.None {
		return act{}, nil, false
	}
	_, last := r.syn.Edges(t)
	return act{what: r.cutAt(t, last+1), to: annot.None, head: t}, r.members(e, s), true
}

// hearsay reports whether an attribution is itself only heard of: "is understood
// to have told his hosts that".
func (r *reading) hearsay(a annot.AttributionID) bool {
	if a == annot.None {
		return false
	}
	first, end := r.seg.Within(r.atts.List[a].Cue)
	if c := r.atts.List[a].CueHead; c != annot.None && r.syn.Words[c].Rel == ud.Xcomp && r.syn.Words[c].Head < first {
		first = r.syn.Words[c].Head
	}
	for t := first; t < end; t++ {
		switch lower(r.seg.Word(t)) {
		case "understood", "thought", "believed", "rumoured", "rumored", "reported", "reportedly", "supposed":
			return true
		}
	}
	return false
}

// exchanges reports whether a term is what one will do "in return for" another
// thing: "the government would open a corridor in return for the officers".
func (r *reading) exchanges(c *annot.Condition) bool {
	if c.Kind != record.Term || len(c.Consequence) == 0 || len(c.Connective) == 0 {
		return false
	}
	last := len(c.Consequence) - 1
	h := r.syn.HeadOf(c.Consequence[last])
	if h == annot.None || !will(r.modal(h)) || r.negated(h) {
		return false
	}
	first, end := r.seg.Within(c.Connective[0])
	for t := first; t < end; t++ {
		switch lower(r.seg.Word(t)) {
		case "return", "exchange":
			return true
		}
	}
	return false
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
	if who.Named || who.Kind != annot.PersonMention && !(who.Kind == annot.GroupMention && r.voices(speaker)) {
		return speaker
	}
	client := r.client(speaker)
	subject := r.subjectOf(c.Consequence[0])
	if subject == annot.None {
		if h := r.syn.HeadOf(c.Consequence[0]); h != annot.None {
			if e, s := r.doer(h); e != annot.None && s != r.sourceOf(c) {
				return e
			}
		}
		return speaker
	}
	if e := r.entity(subject); e != annot.None && r.pronoun(subject) && e != speaker && r.ents.List[e].Kind != annot.PersonMention {
		return e // an official's "it would pay" is his fund's
	}
	if client == speaker {
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

// sourceOf returns the head of who states a condition, or None.
func (r *reading) sourceOf(c *annot.Condition) annot.TokenID {
	if c.Attribution == annot.None {
		return annot.None
	}
	return r.atts.List[c.Attribution].SourceHead
}

// voices reports whether an unnamed group only lends its voice: sources,
// officials.
func (r *reading) voices(e annot.EntityID) bool {
	for _, m := range r.ents.List[e].Mentions {
		if h := r.ms.List[m].Head; h != annot.None && r.is("voice", r.syn.Words[h].Lemma) {
			return true
		}
	}
	return false
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
	if r.is("no-act", r.syn.Words[h].Lemma) && r.syn.Words[h].Lemma != "begin" && r.syn.Words[h].Lemma != "end" && r.syn.Words[h].Lemma != "start" && r.syn.Words[h].Lemma != "bring" {
		return true
	}
	if o := r.syn.Child(h, ud.Obj); o != annot.None && r.syn.Words[h].Lemma == "make" && r.syn.Words[o].Lemma == "sense" {
		return true
	}
	n := r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
	return n != annot.None && r.syn.Words[n].UPOS == ud.NOUN && r.ms.ByHead(n) == annot.None
}

// onlyThinks reports whether a clause is of the mind: "I will believe it when".
func (r *reading) onlyThinks(sp annot.Span) bool {
	h := r.syn.HeadOf(sp)
	if h == annot.None {
		return true
	}
	switch r.syn.Words[h].Lemma {
	case "believe", "think", "know", "see", "feel", "be", "understand", "wonder", "lie":
		return true
	}
	return false
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

// inJest reports whether what hangs on a condition is said as a joke, or of
// somebody in another's place: "if I were Mr Orm, I would sign".
func (r *reading) inJest(c *annot.Condition) bool {
	if c.Attribution != annot.None {
		if cue := r.atts.List[c.Attribution].CueHead; cue != annot.None {
			switch r.syn.Words[cue].Lemma {
			case "joke", "quip", "jest", "tease", "deadpan":
				return true
			}
		}
	}
	if len(c.Trigger) == 0 {
		return false
	}
	first, end := r.seg.Within(c.Trigger[0])
	if end-first < 2 || !r.first(first) {
		return false
	}
	h := r.syn.HeadOf(c.Trigger[0])
	if h != annot.None && r.ownSupposition(h, c.Consequence[0]) {
		return true
	}
	return lower(r.seg.Word(first+1)) == "were" && h != annot.None && (r.syn.Words[h].UPOS == ud.NOUN || r.syn.Words[h].UPOS == ud.PROPN || r.syn.Words[h].UPOS == ud.PRON || lower(r.seg.Word(first+2)) == "in")
}

// ownSupposition reports whether a speaker only imagines what would come of an
// act of his own: "if we gave way once, we would give way every time", "I would
// be lying if I said so". What he offers hangs on what another does.
func (r *reading) ownSupposition(trigger annot.TokenID, consequence annot.Span) bool {
	w := &r.syn.Words[trigger]
	if s := r.subjectOf(consequence); s == annot.None || !r.first(s) || w.UPOS != ud.VERB || !w.Feats.Has(ud.TensePast) || !w.Feats.Has(ud.VerbFormFin) {
		return false
	}
	h := r.syn.HeadOf(consequence)
	return h != annot.None && r.modal(h) != "" && r.modal(h) != "will"
}
