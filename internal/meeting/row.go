package meeting

import (
	"readout/internal/annot"
	"readout/record"
)

// row writes one meeting.
func (r *reading) row(g *group) annot.Meeting {
	m := annot.Meeting{Kind: g.kind(), Place: g.place(), Time: g.time(), Participants: g.parts(), By: "meeting/noun"}
	if g.cands[0].verb {
		m.By = "meeting/verb"
	}
	s := g.surest()
	m.Status = s.status
	if !s.evidence.Empty() {
		m.StatusWords = annot.Spans{s.evidence}
	}
	for _, c := range g.cands {
		m.Mentions = append(m.Mentions, c.span)
		if !c.ordinal.Empty() {
			m.Ordinal = append(m.Ordinal, c.ordinal)
		}
		if m.Level.Empty() {
			m.Level = c.level
		}
	}
	m.Mentions, m.Ordinal = m.Mentions.Normal(), m.Ordinal.Normal()
	for _, i := range g.maybe {
		m.Candidates = append(m.Candidates, annot.MeetingID(i))
	}
	return m
}

// doubts says of each meeting that may be one already listed that it may.
func (r *reading) doubts(groups []*group) []annot.Doubt {
	var out []annot.Doubt
	for _, g := range groups {
		if len(g.maybe) > 0 {
			out = append(out, annot.Doubt{Code: record.DoubtMeetingCandidate, Span: g.cands[0].span})
		}
	}
	return out
}
