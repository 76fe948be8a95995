package statement

import (
	"slices"
	"sort"

	"readout/internal/annot"
	"readout/internal/ud"
)

// speakers returns the entities whose word an attribution gives: each member
// of a group that the words name, else the one, else None.
func (r *reading) speakers(id annot.AttributionID) []annot.EntityID {
	a := r.att.List[id]
	e := r.entityOf(a.SourceHead)
	if e != annot.None && len(r.ents.List[e].Members) > 0 {
		return r.ents.List[e].Members
	}
	if all := r.coordinated(a); len(all) > 1 && (e == annot.None || slices.Contains(all, e)) {
		return all
	}
	return []annot.EntityID{e}
}

// coordinated returns the entities of a source that names several side by
// side: "the army and the rebels".
func (r *reading) coordinated(a annot.Attribution) []annot.EntityID {
	var out []annot.EntityID
	for _, sp := range a.Source {
		last, wholes := 0, 0
		i := sort.Search(len(r.ms.List), func(i int) bool { return r.ms.List[i].Span.Start >= sp.Start })
		for ; i < len(r.ms.List) && r.ms.List[i].Span.Start < sp.End; i++ {
			m := &r.ms.List[i]
			if m.Whole.Start < last || !sp.Contains(m.Span) || len(m.Members) > 0 {
				continue // inside the one before
			}
			if wholes > 0 && !r.onlyJoins(annot.Span{Start: last, End: max(last, m.Whole.Start)}) {
				return out
			}
			last = m.Whole.End
			wholes++
			if e := r.ents.Of(annot.MentionID(i)); e != annot.None && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// onlyJoins reports whether nothing stands between two phrases but "and",
// commas and determiners, and at least one of the first two.
func (r *reading) onlyJoins(sp annot.Span) bool {
	joined := false
	first, end := r.seg.Within(sp)
	for t := first; t < end; t++ {
		switch w := r.word(t); {
		case w.UPOS == ud.CCONJ || r.seg.Word(t) == ",":
			joined = true
		case w.UPOS == ud.DET:
		default:
			return false
		}
	}
	return joined
}
