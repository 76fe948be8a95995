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
	for d := range r.syn.Children(c.head) {
		switch w := &r.syn.Words[d]; {
		case w.Rel == ud.NmodPoss:
			r.addPart(c, d, record.NamedParticipant)
		case w.Rel == ud.Compound:
			r.addPart(c, d, record.NamedParticipant)
			for x := range r.syn.Children(d) {
				r.addPart(c, x, record.NamedParticipant)
			}
		case w.Rel == ud.Amod:
			r.addPart(c, d, record.NamedParticipant)
		case w.Rel.Universal() == ud.Nmod:
			switch r.caseOf(d) {
			case "with", "between", "of", "among":
				r.addParts(c, d, record.NamedParticipant)
			}
		}
	}
	r.partsAround(c)
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
	if gov := r.syn.Words[verb].Head; gov != annot.None && r.syn.Words[verb].Rel == ud.Xcomp && r.syn.Child(verb, ud.Nsubj) == annot.None {
		if s := r.syn.Child(gov, ud.Nsubj, ud.NsubjPass); s != annot.None {
			r.addParts(c, s, as)
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
		if r.hedged(gov) {
			as = record.PossibleParticipant
		}
		r.partsOfVerb(c, gov, as)
	}
	r.possibly(c)
}

// possibly reads "possibly bringing in the tribes" behind the phrase: a
// participant whose coming is itself a maybe.
func (r *reading) possibly(c *candidate) {
	for t := c.head; t != annot.None; t = r.syn.Words[t].Head {
		for d := range r.syn.Children(t) {
			if d < c.head || !r.is("join", r.syn.Words[d].Lemma) || !r.syn.Words[d].Feats.Has(ud.VerbFormGer) && !r.syn.Words[d].Feats.Has(ud.VerbFormPart) {
				continue
			}
			as := record.NamedParticipant
			if c.status == record.FloatedMeeting || r.maybe(d) {
				as = record.PossibleParticipant
			}
			for _, rel := range [...]ud.DepRel{ud.Obj, ud.Obl} {
				if o := r.syn.Child(d, rel); o != annot.None {
					r.addParts(c, o, as)
				}
			}
		}
		if r.syn.Words[t].UPOS == ud.VERB {
			return
		}
	}
}

func (r *reading) maybe(verb annot.TokenID) bool {
	for d := range r.syn.Children(verb) {
		switch lower(r.seg.Word(d)) {
		case "possibly", "perhaps", "maybe", "potentially":
			return true
		}
	}
	return r.hedged(verb)
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
