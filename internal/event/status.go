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
		if r.has(t, "not", "n't", "n’t", "never") {
			return record.EventDenied
		}
		if v := r.modality(t); v != "" {
			return v
		}
	}
	if s == nil || s.Attribution == annot.None {
		return record.EventAsserted
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

// modality reads the auxiliaries of a verb, its form, and what it depends on.
func (r *reading) modality(t annot.TokenID) record.EventStatus {
	for v, steps := t, 0; v != annot.None && steps < 3; v, steps = r.syn.Words[v].Head, steps+1 {
		if r.has(v, "could", "might", "may", "if", "unless", "should", "can", "would") {
			return record.EventPossible
		}
		if r.has(v, "will", "shall", "’ll", "'ll") {
			return record.EventPlanned
		}
		if rel := r.syn.Words[v].Rel.Universal(); rel != ud.Xcomp && rel != ud.Conj {
			break
		}
	}
	if r.syn.Words[t].Feats.Has(ud.VerbFormInf) && r.has(t, "to") {
		return record.EventPossible
	}
	return ""
}

func (r *reading) has(t annot.TokenID, forms ...string) bool {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Aux, ud.Advmod, ud.Mark, ud.Cop:
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
			sp := r.seg.Tokens[c].Span
			for i := range r.times.List {
				if r.times.List[i].Span.Overlaps(sp) && r.times.List[i].Type != record.DurationType {
					return annot.TimexID(i)
				}
			}
		}
	}
	return annot.None
}

// where returns the place behind "in", "at", "near" under t, or None.
func (r *reading) where(t annot.TokenID) annot.EntityID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl, ud.Nmod:
		default:
			continue
		}
		e := r.ents.Of(r.ms.ByHead(c))
		if e == annot.None || r.ents.List[e].Kind != annot.PlaceMention {
			continue
		}
		if k := r.syn.Child(c, ud.Case); k != annot.None {
			switch strings.ToLower(r.seg.Word(k)) {
			case "in", "at", "near", "outside":
				return e
			}
		}
	}
	return annot.None
}
