package annot

import "readout/record"

// SpeaksFor reports whether the words make one entity the voice of another:
// a mention of the first holds one of the second, as "its envoy", "a
// spokeswoman for the mayor" and "the union's leader" do, or the second is
// called by the first's own pronoun, as a lawyer's "her client" is.
func (e *Entities) SpeaksFor(ms *Mentions, speaker, party EntityID) bool {
	if speaker == None || party == None || speaker == party {
		return false
	}
	return e.holds(ms, speaker, party, true) || e.holds(ms, party, speaker, false)
}

// holds reports whether a mention of outer has one of inner in it. Whole says
// to look at the phrase with title and apposition; else it has to be a pronoun
// in the mention itself. Both lists are in reading order, so one walk is
// enough.
func (e *Entities) holds(ms *Mentions, outer, inner EntityID, whole bool) bool {
	in := e.List[inner].Mentions
	i := 0
	for _, m := range e.List[outer].Mentions {
		row := &ms.List[m]
		sp := row.Span
		if whole && !row.Whole.Empty() {
			sp = Span{Start: min(sp.Start, row.Whole.Start), End: max(sp.End, row.Whole.End)}
		}
		for i < len(in) && ms.List[in[i]].Span.Start < sp.Start {
			i++
		}
		for j := i; j < len(in) && ms.List[in[j]].Span.Start < sp.End; j++ {
			n := &ms.List[in[j]]
			if sp.Contains(n.Span) && n.Span != row.Span && (whole || n.Form == record.Pronominal) {
				return true
			}
		}
	}
	return false
}
