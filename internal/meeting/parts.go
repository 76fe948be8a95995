package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// readParts finds who takes part, as the words of this mention say.
func (r *reading) readParts(c *candidate) {
	if c.verb {
		r.partsOfVerb(c, c.head, record.NamedParticipant)
		return
	}
	r.partsInside(c)
	r.partsAround(c)
	if len(c.parts) > 0 && r.onlyWith(c) {
		r.partner(c)
	}
}

// onlyWith reports whether the phrase says with whom, and not who.
func (r *reading) onlyWith(c *candidate) bool {
	if c.head+1 >= c.last || lower(r.seg.Word(c.head+1)) != "with" {
		return false
	}
	for t := c.first; t < c.head; t++ {
		if r.actorAt(t) != annot.None {
			return false
		}
	}
	return true
}

// partner adds the subject of the clause that a meeting with somebody stands
// in: "the union put an offer to its members after talks with the company".
func (r *reading) partner(c *candidate) {
	with := c.parts[0].Entity
	for t, steps := c.head, 0; t != annot.None && steps < 5; t, steps = r.syn.Words[t].Head, steps+1 {
		w := &r.syn.Words[t]
		if w.UPOS == ud.VERB && t != c.head {
			s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass)
			if s != annot.None && s != c.head && r.actorAt(s) != with {
				r.addParts(c, s, record.NamedParticipant)
				return
			}
		}
		switch w.Rel.Universal() {
		case ud.Obl, ud.Nmod, ud.Obj, ud.Conj, ud.Xcomp, ud.Advcl, ud.Acl:
		default:
			return
		}
	}
}

// partsInside reads the phrase itself: a possessor, names before the noun
// ("US-Russia summit"), and who stands behind "with", "between", "of".
func (r *reading) partsInside(c *candidate) {
	inside := r.seg.SpanOf(c.first, c.last)
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if m.Head < c.first || m.Span.Start < inside.Start {
			continue
		}
		if m.Head > c.last {
			break
		}
		if m.Head < c.head || r.partPrep(c, m.Head) {
			r.addPart(c, m.Head, record.NamedParticipant)
		}
	}
}

// partPrep reports whether the nearest preposition before a word of the
// complement names participants.
func (r *reading) partPrep(c *candidate, t annot.TokenID) bool {
	for x := t - 1; x > c.head; x-- {
		if r.syn.Words[x].UPOS != ud.ADP && r.syn.Words[x].UPOS != ud.SCONJ {
			continue
		}
		switch lower(r.seg.Word(x)) {
		case "with", "between", "among":
			return true
		case "of":
			continue
		}
		return false
	}
	return r.seg.Word(c.head+1) == "of"
}

// partsOfVerb reads the subject and the object of "meet", "hold".
func (r *reading) partsOfVerb(c *candidate, verb annot.TokenID, as record.Participation) {
	for d := range r.syn.Children(verb) {
		switch w := &r.syn.Words[d]; {
		case w.Rel == ud.Nsubj:
			r.addParts(c, d, as)
		case w.Rel == ud.Obj && verb == c.head:
			r.addParts(c, d, as)
		case w.Rel == ud.Obl && r.caseOf(d) == "with":
			r.addParts(c, d, as)
		}
	}
	for v := verb; r.syn.Child(v, ud.Nsubj, ud.NsubjPass) == annot.None; {
		rel := r.syn.Words[v].Rel.Universal()
		if v = r.syn.Words[v].Head; v == annot.None || rel != ud.Xcomp && rel != ud.Advcl && rel != ud.Conj {
			break
		}
		if s := r.syn.Child(v, ud.Nsubj, ud.NsubjPass); s != annot.None {
			r.addParts(c, s, as) // the subject of the verb that controls this one
		}
	}
}

// partsAround reads the verb that the phrase depends on: who holds the talks,
// who may join them, who stays away or is kept out.
func (r *reading) partsAround(c *candidate) {
	gov := r.syn.Words[c.head].Head
	if gov == annot.None {
		return
	}
	lemma, rel := r.syn.Words[gov].Lemma, r.syn.Words[c.head].Rel
	switch {
	case r.is("keep-out", lemma):
		if who := r.syn.Child(gov, ud.NsubjPass, ud.Obj); who != annot.None && who != c.head {
			r.addParts(c, who, record.KeptOut)
		}
	case lemma == "invite" && rel == ud.Obl:
		if who := r.syn.Child(gov, ud.NsubjPass, ud.Obj); who != annot.None {
			as := record.PossibleParticipant
			if r.negated(gov) {
				as = record.KeptOut
			}
			r.addParts(c, who, as)
		}
	case r.is("stay-away", lemma) && (rel == ud.Obj):
		r.addParts(c, r.syn.Child(gov, ud.Nsubj), record.Declined)
	case r.is("hold", lemma) && rel == ud.Obj:
		as := record.NamedParticipant
		if r.hedged(gov) || r.is("join", lemma) && r.governed(gov).status == record.FloatedMeeting {
			as = record.PossibleParticipant
		}
		r.partsOfVerb(c, gov, as)
	}
	r.possibly(c)
}

// possibly reads "possibly bringing in the tribes" behind the phrase: a
// participant whose coming is itself a maybe.
func (r *reading) possibly(c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	as := record.NamedParticipant
	if c.status == record.FloatedMeeting {
		as = record.PossibleParticipant
	}
	for t := c.last + 1; t < s.End && t < c.last+5; t++ {
		switch w := &r.syn.Words[t]; {
		case hedge(lower(r.seg.Word(t))):
			as = record.PossibleParticipant
		case w.UPOS == ud.VERB && r.is("join", w.Lemma) && (w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart)):
			for x := t + 1; x < s.End && x <= r.listEnd(t+2, s.End); x++ {
				if e := r.actorAt(x); e != annot.None {
					r.addPart(c, x, as)
				}
			}
			return
		case w.UPOS == ud.VERB:
			return
		}
	}
}

func hedge(form string) bool {
	switch form {
	case "possibly", "perhaps", "maybe", "potentially":
		return true
	}
	return false
}

// addParts adds the actor at t and those coordinated with it.
func (r *reading) addParts(c *candidate, t annot.TokenID, as record.Participation) {
	if t == annot.None {
		return
	}
	r.addPart(c, t, as)
	for d := range r.syn.Children(t) {
		if r.syn.Words[d].Rel == ud.Conj {
			r.addPart(c, d, as)
		}
	}
}

// addPart adds the actor at t; of a group, its members.
func (r *reading) addPart(c *candidate, t annot.TokenID, as record.Participation) {
	e := r.actorAt(t)
	if e == annot.None {
		return
	}
	who := []annot.EntityID{e}
	if m := r.ents.List[e].Members; len(m) > 0 {
		who = m
	}
	for _, x := range who {
		c.parts = addParticipant(c.parts, annot.Participant{Entity: x, Status: as})
	}
}

// addParticipant adds one who is not there yet; what is said outright
// (named, declined, kept out) wins over what is possible.
func addParticipant(list []annot.Participant, p annot.Participant) []annot.Participant {
	for i := range list {
		if list[i].Entity == p.Entity {
			if list[i].Status == record.PossibleParticipant {
				list[i].Status = p.Status
			}
			return list
		}
	}
	return append(list, p)
}
