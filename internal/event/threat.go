package event

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// threats adds what is threatened under a condition without a verb of
// threatening: "the president said he would veto the bill unless". Threatening
// is done by saying so.
func (r *reading) threats(events []annot.EventMention) []annot.EventMention {
	for i := range r.conds.List {
		if e, ok := r.threatIf(&r.conds.List[i]); ok && !slices.ContainsFunc(events, func(o annot.EventMention) bool { return o.Type == record.Threaten && overlaps(o.Words, e.Words) }) {
			events = append(events, e)
		}
	}
	return events
}

// threatIf makes the event of a condition that is a threat, where no cue tells
// of it.
func (r *reading) threatIf(c *annot.Condition) (annot.EventMention, bool) {
	if c.Kind != record.Threat || len(c.Consequence) == 0 || r.byCue(c.Attribution) {
		return annot.EventMention{}, false
	}
	v := r.syn.HeadOf(c.Consequence[0])
	if v == annot.None || !r.seg.Body(r.seg.SentenceOf(v)) || !r.has(v, "will", "would", "’ll", "'ll") || r.negated(v) {
		return annot.EventMention{}, false
	}
	st := r.stmts.Holding(r.seg.Tokens[v].Span)
	if st != annot.None && c.Attribution != annot.None && r.stmts.List[st].Attribution != c.Attribution {
		st = r.voiced(c.Attribution) // an aside within, "as the minister has suggested", threatens nobody
	}
	speaker := annot.EntityID(annot.None)
	if st != annot.None {
		speaker = r.stmts.List[st].Speaker
	}
	actors := r.threatener(c, v, speaker)
	if len(actors) == 0 {
		return annot.EventMention{}, false
	}
	status := record.EventAsserted
	if speaker != annot.None && actors[0] != speaker && !r.ents.List[speaker].Named {
		status = record.EventAlleged // an unnamed voice says what another threatens
	} else if c.Attribution != annot.None && r.atts.List[c.Attribution].Within != annot.None {
		status = record.EventAlleged // somebody else says that it was threatened
	}
	return annot.EventMention{Type: record.Threaten, Actor: actors[0], Recipient: annot.None, Words: annot.Spans{r.seg.Tokens[v].Span},
		Object: r.object(v), Status: status, Time: annot.None, Place: annot.None, Statement: st, By: "event/threatened-if"}, true
}

// voiced returns the statement that an attribution makes, or None.
func (r *reading) voiced(a annot.AttributionID) annot.StatementID {
	for i := range r.stmts.List {
		if r.stmts.List[i].Attribution == a {
			return annot.StatementID(i)
		}
	}
	return annot.None
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

// threatener returns who threatens: who sets the condition, if he says it by his
// name, or else whoever would do it by the words of an unnamed voice, or of
// nobody.
func (r *reading) threatener(c *annot.Condition, v annot.TokenID, speaker annot.EntityID) []annot.EntityID {
	if speaker != annot.None && r.ents.List[speaker].Named {
		return []annot.EntityID{c.Setter(r.syn, r.ms, r.ents, speaker)}
	}
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
