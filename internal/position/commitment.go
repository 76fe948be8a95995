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
		if s.Headline || s.Attribution == annot.None || !commits(s.Firmness) || r.noComment(s.Attribution) {
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

// commits reports whether a statement of this firmness is a commitment.
func commits(f record.Firmness) bool {
	switch f {
	case record.Offered, record.Promised, record.Refused, record.RuledOut, record.Interest, record.Agreed:
		return true
	}
	return false
}

// noComment reports whether what is refused is only an answer: "declined to
// say", "refused to comment".
func (r *reading) noComment(a annot.AttributionID) bool {
	refused := false
	spans := append(annot.Spans{r.atts.List[a].Cue}, r.atts.List[a].Content...)
	for _, sp := range spans {
		first, end := r.seg.Within(sp)
		for t := first; t < min(end, first+4); t++ {
			switch r.syn.Words[t].Lemma {
			case "decline", "refuse":
				refused = true
			case "comment", "say", "confirm", "discuss", "answer", "elaborate", "disclose", "specify":
				if refused {
					return true
				}
			}
		}
	}
	return false
}

// what returns the content without a leading "to" or "that".
func (r *reading) what(s *annot.Statement) annot.Spans {
	what := append(annot.Spans{}, s.Content...)
	first, end := r.seg.Within(what[0])
	if first+1 >= end {
		return what
	}
	switch lower(r.seg.Word(first)) {
	case "to", "that":
		what[0].Start = r.seg.Tokens[first+1].Span.Start
	}
	return what
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

// excluded returns who is kept out by what is ruled out or refused: the
// object of a verb of taking in ("making the guild part of it").
func (r *reading) excluded(s *annot.Statement, what annot.Spans) []annot.Exclusion {
	if s.Firmness != record.RuledOut && s.Firmness != record.Refused {
		return nil
	}
	var out []annot.Exclusion
	for _, piece := range what {
		first, end := r.seg.Within(piece)
		for t := first; t < end; t++ {
			if r.syn.Words[t].UPOS != ud.VERB || !r.is("take-in", r.syn.Words[t].Lemma) {
				continue
			}
			for c := range r.syn.Children(t) {
				rel := r.syn.Words[c].Rel.Universal()
				if rel != ud.Obj && rel != ud.Iobj && rel != ud.Xcomp && rel != ud.Ccomp {
					continue
				}
				if x, ok := r.exclusion(c, piece); ok {
					out = append(out, x)
					break
				}
			}
		}
	}
	return out
}

// exclusion returns the actor at t, or the one that is the subject of a small
// clause headed by t ("making [the guild] part of it").
func (r *reading) exclusion(t annot.TokenID, piece annot.Span) (annot.Exclusion, bool) {
	for _, c := range [...]annot.TokenID{t, r.syn.Child(t, ud.Nsubj), r.syn.Child(t, ud.Compound)} {
		if c == annot.None {
			continue
		}
		if m := r.ms.ByHead(c); m != annot.None && piece.Contains(r.ms.List[m].Span) {
			if e := r.entity(c); e != annot.None {
				return annot.Exclusion{Entity: e, Span: r.ms.List[m].Span}, true
			}
		}
	}
	return annot.Exclusion{}, false
}
