package assemble

import (
	"readout/internal/annot"
	"readout/record"
)

func (b *builder) meetings() {
	b.rec.Meetings = []record.Meeting{}
	for i, m := range b.doc.Meetings.List {
		row := record.Meeting{
			ID:           id("m", i),
			Mentions:     b.spans(m.Mentions),
			Kind:         m.Kind,
			Status:       m.Status,
			StatusWords:  b.spans(m.StatusWords),
			Participants: []record.Participant{},
			Place:        b.placeRef(m.Place),
			Time:         ref("t", m.Time),
			Agenda:       []record.AgendaItem{},
			Ordinal:      b.spans(m.Ordinal),
			Statements:   b.statementsOn(m.Mentions),
			Candidates:   []string{},
		}
		if !m.Level.Empty() {
			row.Level = optional(b.words(m.Level))
		}
		for _, p := range m.Participants {
			if a := b.actor[p.Entity]; a != "" {
				row.Participants = append(row.Participants, record.Participant{Actor: a, Status: p.Status})
			}
		}
		for _, it := range m.Agenda {
			row.Agenda = append(row.Agenda, record.AgendaItem{Span: b.span(it.Span), Statement: ref("s", it.Statement)})
		}
		for _, c := range m.Candidates {
			row.Candidates = append(row.Candidates, id("m", c))
		}
		b.rec.Meetings = append(b.rec.Meetings, row)
	}
}

// statementsOn returns the statements whose content shares words with spans.
func (b *builder) statementsOn(ss annot.Spans) []string {
	out := []string{}
	for i, st := range b.doc.Statements.List {
		for _, s := range ss {
			if st.Content.Overlaps(s) {
				out = append(out, id("s", i))
				break
			}
		}
	}
	return out
}

func (b *builder) commitments() {
	b.rec.Commitments = []record.Commitment{}
	for i, c := range b.doc.Positions.Commitments {
		row := record.Commitment{
			ID: id("k", i), By: b.actorRef(c.Holder), To: b.actorRef(c.To), What: b.spans(c.What),
			Firmness: c.Firmness, Excludes: []record.Exclusion{}, Statement: ref("s", c.Statement), Rule: string(c.By),
		}
		for _, x := range c.Excludes {
			row.Excludes = append(row.Excludes, record.Exclusion{Actor: b.actorRef(x.Entity), Span: b.span(x.Span)})
		}
		b.rec.Commitments = append(b.rec.Commitments, row)
	}
}

func (b *builder) positions() {
	b.rec.Positions = []record.Position{}
	for i, p := range b.doc.Positions.List {
		row := record.Position{
			ID: id("x", i), Holder: b.actorRef(p.Holder), Issue: optional(p.Issue), Words: b.spans(p.Words),
			Since: ref("t", p.Since), Statement: ref("s", p.Statement), Rule: string(p.By),
		}
		if p.Change != "" {
			row.Change = &p.Change
		}
		b.rec.Positions = append(b.rec.Positions, row)
	}
}

func (b *builder) events() {
	b.rec.Events = []record.Event{}
	for i, e := range b.doc.Events.List {
		b.rec.Events = append(b.rec.Events, record.Event{
			ID: id("e", i), Type: e.Type, Mode: optional(e.Mode), Actor: b.actorRef(e.Actor), Recipient: b.actorRef(e.Recipient),
			Words: b.spans(e.Words), Status: e.Status, Time: ref("t", e.Time), Place: b.placeRef(e.Place),
			Statement: ref("s", e.Statement), Rule: string(e.By),
		})
	}
}
