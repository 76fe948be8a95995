package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// comings reads what is said of who comes to the meeting last spoken of where
// its own phrase does not stand: "barred from the room", "were not invited",
// "will not be represented", "hopes that he will attend it".
func (r *reading) comings(groups []*group) {
	if len(groups) == 0 {
		return
	}
	for i := range r.seg.Sentences {
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			if r.syn.Words[t].UPOS != ud.VERB {
				continue
			}
			who, as := r.coming(t)
			if who == annot.None {
				continue
			}
			if g := r.lastBefore(groups, t); g >= 0 {
				c := groups[g].cands[0]
				r.addParts(c, who, as)
			}
		}
	}
}

// coming returns who comes, or does not, and how; None where the verb says
// nothing of it.
func (r *reading) coming(t annot.TokenID) (annot.TokenID, record.Participation) {
	lemma := r.syn.Words[t].Lemma
	switch {
	case r.is("keep-out", lemma):
		for c := range r.syn.Children(t) {
			if r.syn.Words[c].Rel.Universal() == ud.Obl && r.is("room", r.syn.Words[c].Lemma) {
				if who := r.syn.Child(t, ud.NsubjPass); who != annot.None {
					return r.antecedentOf(t, who), record.KeptOut
				}
				return r.syn.Child(t, ud.Obj), record.KeptOut
			}
		}
	case r.is("not-asked", lemma):
		if who := r.syn.Child(t, ud.NsubjPass); who != annot.None && (r.negated(t) || r.neither(who)) {
			return r.antecedentOf(t, who), record.KeptOut
		}
	case r.is("join", lemma):
		o := r.syn.Child(t, ud.Obj)
		if o == annot.None || lower(r.seg.Word(o)) != "it" && lower(r.seg.Word(o)) != "them" || r.negated(t) {
			return annot.None, ""
		}
		as := record.NamedParticipant
		if r.hedged(t) || r.wished(t) {
			as = record.PossibleParticipant
		}
		return r.syn.Child(t, ud.Nsubj), as
	}
	return annot.None, ""
}

// antecedentOf returns the noun that a relative pronoun stands for.
func (r *reading) antecedentOf(verb, who annot.TokenID) annot.TokenID {
	if r.syn.Words[verb].Rel == ud.AclRelcl && r.syn.Words[who].UPOS == ud.PRON {
		return r.syn.Words[verb].Head
	}
	return who
}

// neither reports whether a noun has "neither" or "no" before it.
func (r *reading) neither(t annot.TokenID) bool {
	d := r.syn.Child(t, ud.Det)
	return d != annot.None && (lower(r.seg.Word(d)) == "neither" || lower(r.seg.Word(d)) == "no")
}

// wished reports whether a clause is what somebody hopes or wants.
func (r *reading) wished(verb annot.TokenID) bool {
	up := r.syn.Words[verb].Head
	return up != annot.None && r.syn.Words[verb].Rel.Universal() == ud.Ccomp && r.is("floated-verb", r.syn.Words[up].Lemma)
}
