package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// commitments reads off every statement by which its speaker takes something
// on or refuses it.
func (r *reading) commitments() []annot.Commitment {
	var out []annot.Commitment
	for i := range r.stmts.List {
		s := &r.stmts.List[i]
		if s.Headline || s.Attribution == annot.None || !commits(s.Firmness) || s.Speaker == annot.None || r.noComment(s) || r.hardly(s.Attribution) {
			continue
		}
		what := r.what(s)
		out = append(out, annot.Commitment{
			Holder: s.Speaker, To: r.to(s), What: what, Firmness: s.Firmness,
			Excludes: r.excluded(s, what), Statement: annot.StatementID(i), By: annot.By("position/" + string(s.Firmness)),
		})
	}
	return out
}

// hardly reports whether a source says that nobody or few do it: "no owner
// agreed", "not all", "few ministers". That commits nobody.
func (r *reading) hardly(a annot.AttributionID) bool {
	source := r.atts.List[a].Source
	if len(source) == 0 {
		return false
	}
	first, end := r.seg.Within(source[0])
	if first >= end {
		return false
	}
	switch lower(r.seg.Word(first)) {
	case "no", "none", "nobody", "neither", "not", "few", "hardly":
		return true
	}
	return first > 0 && lower(r.seg.Word(first-1)) == "not"
}

// commits reports whether a statement of this firmness is a commitment.
func commits(f record.Firmness) bool {
	switch f {
	case record.Offered, record.Promised, record.Refused, record.RuledOut, record.Interest, record.Agreed:
		return true
	}
	return false
}

// to returns the actor to whom it is offered or refused: an indirect object
// of the cue, or an actor behind "to".
func (r *reading) to(s *annot.Statement) annot.EntityID {
	cue := r.atts.List[s.Attribution].CueHead
	if cue == annot.None {
		return annot.None
	}
	for c := range r.syn.Children(cue) {
		switch w := &r.syn.Words[c]; {
		case w.Rel == ud.Iobj:
			return r.entity(c)
		case w.Rel == ud.Obl:
			if p := r.syn.Child(c, ud.Case); p != annot.None && lower(r.seg.Word(p)) == "to" {
				return r.entity(c)
			}
		}
	}
	return annot.None
}
