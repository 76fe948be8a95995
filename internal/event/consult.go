package event

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// consultations brings the events CONSULT into line with the meetings of the
// report: a meeting that is only floated, or called off, is no event; one that
// was held or is due between parties is, whatever words name it.
func (r *reading) consultations(events []annot.EventMention) []annot.EventMention {
	for i := range r.meets.List {
		m := &r.meets.List[i]
		parties := r.atTable(m)
		var told bool
		events = slices.DeleteFunc(events, func(e annot.EventMention) bool {
			if e.Type != record.Consult || !overlaps(e.Words, m.Mentions) && !r.sameTalk(e, m, parties) {
				return false
			}
			told = true
			return m.Status == record.FloatedMeeting || m.Status == record.CalledOff
		})
		if told || len(parties) == 0 || len(parties) == 1 && !r.groupMeets(m, parties[0]) {
			continue
		}
		if e, ok := r.consultation(m, parties); ok {
			events = append(events, e)
		}
	}
	return events
}

// groupMeets reports whether a verb tells that a group meets, so that its
// members do: "the ministers will reconvene on Monday".
func (r *reading) groupMeets(m *annot.Meeting, party annot.EntityID) bool {
	words, ok := r.firstInBody(m.Mentions)
	if !ok || r.ents.List[party].Kind != annot.GroupMention {
		return false
	}
	h := r.syn.HeadOf(words)
	return h != annot.None && r.syn.Words[h].UPOS == ud.VERB
}

// sameTalk reports whether an event stands in a sentence with a mention of a
// meeting and between its parties: "they discussed quotas in their meeting".
func (r *reading) sameTalk(e annot.EventMention, m *annot.Meeting, parties []annot.EntityID) bool {
	if !slices.Contains(parties, e.Actor) || !slices.Contains(parties, e.Recipient) || len(m.Mentions) == 0 {
		return false
	}
	first, end := r.seg.Within(e.Words[0])
	at, stop := r.seg.Within(m.Mentions[0])
	return first < end && at < stop && r.seg.SentenceOf(first) == r.seg.SentenceOf(at)
}

// atTable returns the parties of a meeting whose part is not in doubt.
func (r *reading) atTable(m *annot.Meeting) []annot.EntityID {
	var out []annot.EntityID
	for _, p := range m.Participants {
		if p.Status == record.NamedParticipant {
			out = append(out, p.Entity)
		}
	}
	return out
}

// consultation makes the event of a meeting that no verb tells of.
func (r *reading) consultation(m *annot.Meeting, parties []annot.EntityID) (annot.EventMention, bool) {
	words, ok := r.firstInBody(m.Mentions)
	if !ok || m.Status == record.Held && r.inPassing(words) {
		return annot.EventMention{}, false
	}
	st := r.stmts.Holding(words)
	other := annot.EntityID(annot.None)
	if len(parties) > 1 {
		other = parties[1]
	}
	e := annot.EventMention{Type: record.Consult, Actor: parties[0], Recipient: other, Words: annot.Spans{words}, Time: m.Time, Place: m.Place, Statement: st, By: "event/meeting"}
	switch m.Status {
	case record.Held, record.UnderWay:
		if e.Status = record.EventAsserted; st != annot.None && r.stmts.List[st].Attribution != annot.None {
			e.Status = record.EventAlleged
		}
	case record.Due:
		e.Status = record.EventPlanned
	default:
		return e, false
	}
	return e, true
}

// inPassing reports whether a meeting only places something else: "promised at
// the talks in August", "walked out of the last round".
func (r *reading) inPassing(words annot.Span) bool {
	h := r.syn.HeadOf(words)
	if h == annot.None {
		return false
	}
	switch r.syn.Words[h].Rel.Universal() {
	case ud.Obl, ud.Nmod:
		switch r.caseOf(h) {
		case "at", "of", "from", "since", "out":
			return true
		}
	}
	return false
}

// firstInBody returns the first of some spans that stands in the body.
func (r *reading) firstInBody(ss annot.Spans) (annot.Span, bool) {
	for _, sp := range ss {
		if first, end := r.seg.Within(sp); first < end && r.seg.Body(r.seg.SentenceOf(first)) {
			return sp, true
		}
	}
	return annot.Span{}, false
}

func overlaps(a, b annot.Spans) bool {
	for _, sp := range a {
		if b.Overlaps(sp) {
			return true
		}
	}
	return false
}
