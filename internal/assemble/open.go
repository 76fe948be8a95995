package assemble

import (
	"strings"

	"readout/record"
)

// open lists what the words leave open, in the order of the record's lists:
// of meetings that are to be, of conditions, and of statements that say so.
func (b *builder) open() {
	b.rec.Open = []record.OpenPoint{}
	for i := range b.rec.Meetings {
		b.openMeeting(&b.rec.Meetings[i])
	}
	for i := range b.rec.Conditions {
		if c := &b.rec.Conditions[i]; len(c.Consequence) == 0 {
			b.leave(record.OpenConsequence, c.ID, c.Trigger[0])
		}
	}
	for i := range b.rec.Statements {
		switch s := &b.rec.Statements[i]; {
		case s.Firmness == record.Undecided:
			b.leave(record.OpenDecision, s.ID, s.Content[0])
		case s.Firmness == record.Refused && b.noAnswer(s):
			b.leave(record.OpenNoAnswer, s.ID, s.Content[0])
		}
	}
}

func (b *builder) leave(code record.OpenCode, row string, s record.Span) {
	b.rec.Open = append(b.rec.Open, record.OpenPoint{ID: id("o", len(b.rec.Open)), Code: code, Row: row, Span: s})
}

// openMeeting lists what is open of a meeting: of one that is due when and
// where, of one that is only thought of whether, of both who may come.
func (b *builder) openMeeting(m *record.Meeting) {
	switch m.Status {
	case record.Due:
		if m.Time == nil {
			b.leave(record.OpenMeetingTime, m.ID, m.Mentions[0])
		}
		if m.Place == nil {
			b.leave(record.OpenMeetingPlace, m.ID, m.Mentions[0])
		}
	case record.FloatedMeeting:
		b.leave(record.OpenWhether, m.ID, m.Mentions[0])
	default:
		return
	}
	if m.Time != nil {
		for i := range b.rec.Times {
			if t := &b.rec.Times[i]; t.ID == *m.Time && !t.Resolved {
				b.leave(record.OpenDay, m.ID, t.Span)
			}
		}
	}
	for _, p := range m.Participants {
		if s, ok := b.firstMention(p.Actor); ok && p.Status == record.PossibleParticipant {
			b.leave(record.OpenComing, m.ID, s)
		}
	}
}

// firstMention returns where an actor is first named.
func (b *builder) firstMention(actor string) (record.Span, bool) {
	for i := range b.rec.Actors {
		if a := &b.rec.Actors[i]; a.ID == actor && len(a.Mentions) > 0 {
			return a.Mentions[0].Span, true
		}
	}
	return record.Span{}, false
}

// noAnswer reports whether what is refused is an answer: "declined to
// comment", "would not say whether".
func (b *builder) noAnswer(s *record.Statement) bool {
	if len(s.Chain) == 0 {
		return false
	}
	last := s.Chain[len(s.Chain)-1]
	for i := range b.rec.Attributions {
		q := &b.rec.Attributions[i]
		if q.ID != last {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(b.text(append(append(record.Spans{}, q.Cue...), q.Content...)))) {
			switch strings.Trim(w, ".,;:!?\"'“”‘’") {
			case "comment", "say", "confirm", "answer", "respond", "elaborate", "disclose", "specify", "drawn":
				return true
			}
		}
	}
	return false
}

// text returns the words of a record's spans.
func (b *builder) text(ss record.Spans) string {
	if b.runes == nil {
		b.runes = []rune(b.rec.Report.Text)
	}
	var out []string
	for _, s := range ss {
		out = append(out, string(b.runes[s[0]:s[1]]))
	}
	return strings.Join(out, " ")
}
