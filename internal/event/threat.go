package event

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// threats adds what is threatened under a condition without a verb of
// threatening: "the president said he would veto the bill unless". Threatening
// is done by saying so.
func (r *reading) threats(events []annot.EventMention) []annot.EventMention {
	for i := range r.stmts.List {
		st := &r.stmts.List[i]
		if st.Firmness != record.ThreatenedIf || st.Condition == annot.None || r.byCue(st.Attribution) {
			continue
		}
		c := &r.conds.List[st.Condition]
		if len(c.Consequence) == 0 {
			continue
		}
		v := r.syn.HeadOf(c.Consequence[0])
		if v == annot.None || !r.has(v, "will", "would", "’ll", "'ll") || r.negated(v) {
			continue
		}
		actors := r.threatener(v, st.Speaker)
		if len(actors) == 0 {
			continue
		}
		status := record.EventAsserted
		if st.Attribution != annot.None && r.atts.List[st.Attribution].Within != annot.None {
			status = record.EventAlleged // somebody else says that it was threatened
		}
		events = append(events, annot.EventMention{Type: record.Threaten, Actor: actors[0], Recipient: annot.None, Words: annot.Spans{r.seg.Tokens[v].Span},
			Object: r.object(v), Status: status, Time: annot.None, Place: annot.None, Statement: annot.StatementID(i), By: "event/threatened-if"})
	}
	return events
}

// byCue reports whether the cue of an attribution tells of the threat itself.
func (r *reading) byCue(a annot.AttributionID) bool {
	if a == annot.None || r.atts.List[a].CueHead == annot.None {
		return false
	}
	cue := r.atts.List[a].CueHead
	d, ok := r.code(cue)
	return ok && !r.onlySaid(cue, d)
}

// ours reports whether a noun is the speaker's own: "our delegates".
func (r *reading) ours(n annot.TokenID) bool {
	p := r.syn.Child(n, ud.NmodPoss)
	if p == annot.None {
		return false
	}
	w := strings.ToLower(r.seg.Word(p))
	return w == "our" || w == "my"
}

// threatener returns who would do it: the subject, or where that is "we" or
// "I", or nobody, the speaker.
func (r *reading) threatener(v annot.TokenID, speaker annot.EntityID) []annot.EntityID {
	s := r.syn.Child(v, ud.Nsubj)
	if s != annot.None {
		if w := strings.ToLower(r.seg.Word(s)); w != "we" && w != "i" && !r.ours(s) {
			if p := r.parties(s); len(p) > 0 {
				return p
			}
		}
	}
	if speaker == annot.None {
		return nil
	}
	return []annot.EntityID{speaker}
}
