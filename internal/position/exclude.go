package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// excluded returns who is kept out by what is ruled out or refused: the
// object of a verb of taking in ("making the guild part of it"), the party
// that nothing is to be done with ("talks with the bloc", "serve under her"),
// and the subject that is to have no part ("the captain would not be part of
// any deal").
func (r *reading) excluded(holder annot.EntityID, f record.Firmness, what annot.Spans) []annot.Exclusion {
	if f != record.RuledOut && f != record.Refused {
		return nil
	}
	var out []annot.Exclusion
	for _, piece := range what {
		first, end := r.seg.Within(piece)
		for t := first; t < end; t++ {
			if x, ok := r.keptOut(holder, t, piece); ok && x.Entity != holder {
				out = append(out, x)
			}
		}
	}
	return out
}

func (r *reading) keptOut(holder annot.EntityID, t annot.TokenID, piece annot.Span) (annot.Exclusion, bool) {
	w := &r.syn.Words[t]
	switch {
	case w.UPOS == ud.VERB && r.is("take-in", w.Lemma):
		for c := range r.syn.Children(t) {
			switch r.syn.Words[c].Rel.Universal() {
			case ud.Obj, ud.Iobj, ud.Xcomp, ud.Ccomp:
				if x, ok := r.exclusion(c, piece); ok {
					return x, true
				}
			}
		}
	case w.UPOS == ud.VERB && r.is("together-verb", w.Lemma), w.UPOS == ud.NOUN && r.is("together-noun", w.Lemma):
		for c := range r.syn.Children(t) {
			if k := r.syn.Child(c, ud.Case); k != annot.None && r.is("together-prep", lower(r.seg.Word(k))) {
				return r.exclusion(c, piece)
			}
		}
	case w.UPOS == ud.NOUN && r.is("part-noun", w.Lemma) && r.negated(t):
		if n := r.syn.Child(t, ud.Nsubj); n != annot.None && !r.self(holder, n) {
			return r.exclusion(n, piece)
		}
	}
	return annot.Exclusion{}, false
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
