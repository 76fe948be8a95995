package event

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// status reads how the report gives an event.
func (r *reading) status(t annot.TokenID, st annot.StatementID) record.EventStatus {
	var s *annot.Statement
	if st != annot.None {
		s = &r.stmts.List[st]
	}
	if s != nil && s.Firmness == record.Denied {
		return record.EventDenied
	}
	if r.syn.Words[t].UPOS == ud.VERB {
		switch v := r.standing(t).status; {
		case v == record.EventPlanned && s != nil && doubted(s.Firmness):
			return record.EventPossible // "fears that they will attack"
		case v != "":
			return v
		case r.hearsay(t):
			return record.EventAlleged
		}
		if w := &r.syn.Words[t]; w.Feats.Has(ud.TensePres|ud.VerbFormFin) && r.verb[w.Lemma] == record.Consult && r.when(t) != annot.None {
			return record.EventPlanned // "the ambassadors meet on Monday"
		}
	}
	if up := r.syn.Words[t].Head; up != annot.None && r.syn.Words[t].Rel.Universal() == ud.Nsubj && r.is("comes about", r.syn.Words[up].Lemma) {
		if v := r.standing(up).status; v != "" {
			return v // "talks between the two will resume"
		}
	}
	if s == nil || s.Attribution == annot.None {
		if r.inside[t] != annot.None {
			return record.EventAlleged
		}
		return record.EventAsserted
	}
	if r.performs(t) {
		return record.EventAsserted // "I urge the president"
	}
	if s.FirmnessWords.Overlaps(r.seg.Tokens[t].Span) {
		return record.EventAlleged // the verb is what makes it firm: "we promised cover"
	}
	if s.Firmness == record.Agreed && r.verb[r.syn.Words[t].Lemma] == record.Agree {
		return record.EventAsserted // "voted to accept": who agrees has done so
	}
	switch s.Firmness {
	case record.Expected, record.Promised, record.Offered, record.Agreed, record.Threatened:
		return record.EventPlanned
	case record.Possible, record.Hoped, record.Feared, record.Floated, record.Desired, record.Undecided, record.Interest,
		record.Demanded, record.ThreatenedIf, record.WarnedIf, record.Believed:
		return record.EventPossible
	}
	return record.EventAlleged
}

// performs reports whether a verb does what it says, in the speaker's own
// mouth: "I urge", "we reject".
func (r *reading) performs(t annot.TokenID) bool {
	if r.syn.Words[t].UPOS != ud.VERB || !r.syn.Words[t].Feats.Has(ud.TensePres) || r.syn.Child(t, ud.Aux) != annot.None || !r.wordsOnly(r.verb[r.syn.Words[t].Lemma]) {
		return false
	}
	s := r.syn.Child(t, ud.Nsubj)
	return s != annot.None && len(r.firstPerson(s)) > 0
}

// doubted reports whether a firmness makes of what will be what may be.
func doubted(f record.Firmness) bool {
	switch f {
	case record.Feared, record.Hoped, record.Believed, record.Possible, record.Floated:
		return true
	}
	return false
}

// backshifted reports whether "would" is only a reported "will": in a clause
// of what somebody said, without a condition.
func (r *reading) backshifted(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		if m := r.syn.Child(c, ud.Mark); m != annot.None && strings.EqualFold(r.seg.Word(m), "if") {
			return false
		}
	}
	return r.syn.Words[v].Rel.Universal() == ud.Ccomp || r.inside[v] != annot.None
}

func (r *reading) has(t annot.TokenID, forms ...string) bool {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Aux, ud.Advmod, ud.Mark, ud.Cop, ud.Cc:
		default:
			continue
		}
		w := strings.ToLower(r.seg.Word(c))
		for _, f := range forms {
			if w == f {
				return true
			}
		}
	}
	return false
}

// when returns the time in a dependent of t, or None.
func (r *reading) when(t annot.TokenID) annot.TimexID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl, ud.Nmod, ud.Advmod:
			if at := r.timeAt(c); at != annot.None {
				return at
			}
		case ud.Nsubj:
			if at := r.dayBefore(t, c); at != annot.None {
				return at
			}
		}
	}
	return annot.None
}

// dayBefore returns the day that stands between a subject and its verb, where
// the tree hangs it on the subject: "Halvik on Monday freed two pilots".
func (r *reading) dayBefore(verb, subj annot.TokenID) annot.TimexID {
	for c := range r.syn.Children(subj) {
		if r.syn.Words[c].Rel.Universal() != ud.Nmod || c < subj || c > verb {
			continue
		}
		if k := r.caseOf(c); k != "on" && k != "" {
			continue
		}
		_, last := r.syn.Edges(c)
		for last++; last < verb && (r.syn.Words[last].UPOS == ud.AUX || r.syn.Words[last].UPOS == ud.ADV); last++ {
		}
		if last == verb {
			return r.timeAt(c)
		}
	}
	return annot.None
}

// timeAt returns the point of time that a word is part of.
func (r *reading) timeAt(t annot.TokenID) annot.TimexID {
	sp := r.seg.Tokens[t].Span
	for i := range r.times.List {
		if r.times.List[i].Span.Overlaps(sp) && r.times.List[i].Type != record.DurationType {
			return annot.TimexID(i)
		}
	}
	return annot.None
}

// where returns the place of a deed: behind "in", "at", "near" under its
// word, or under its object.
func (r *reading) where(d deed) annot.EntityID {
	if p := r.placeUnder(d.at); p != annot.None {
		return p
	}
	if d.last != d.at {
		return r.placeUnder(d.last)
	}
	if o := r.syn.Child(d.at, ud.Obj); o != annot.None {
		return r.placeUnder(o)
	}
	return annot.None
}

func (r *reading) placeUnder(t annot.TokenID) annot.EntityID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl, ud.Nmod:
		default:
			continue
		}
		if !r.isPlace(c) {
			continue
		}
		switch r.caseOf(c) {
		case "in", "at", "near", "outside":
			return r.ents.Of(r.ms.ByHead(c))
		}
	}
	return annot.None
}

func (r *reading) isPlace(t annot.TokenID) bool {
	e := r.ents.Of(r.ms.ByHead(t))
	return e != annot.None && r.ents.List[e].Kind == annot.PlaceMention
}
