package assemble

import (
	"slices"
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
		s := &b.rec.Statements[i]
		if s.Firmness != record.Undecided && s.Firmness != record.Refused {
			continue
		}
		switch cue := b.cueWords(s); {
		case b.noAnswer(s, cue):
			b.leave(record.OpenNoAnswer, s.ID, s.Content[0])
		case s.Firmness == record.Undecided && !asks(s, cue) && !b.nothing(s):
			b.leave(record.OpenDecision, s.ID, s.Content[0])
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

// noAnswer reports whether what a statement tells is that somebody gave no
// answer: "declined to comment", "did not say whether", "I will not answer
// that". A refusal in so many words ("they say there will be no bus") is one.
func (b *builder) noAnswer(s *record.Statement, cue []string) bool {
	if len(s.Chain) == 0 {
		return false
	}
	content := wordsOf(b.text(s.Content))
	if hasAny(cue, denying) {
		return hasAny(cue, answering) || hasAny(content[:min(3, len(content))], answering)
	}
	if s.Firmness != record.Refused || len(content) > shortly {
		return false
	}
	return hasAny(content, denying) && hasAny(content, commenting) || len(content) > 1 && content[0] == "to" && answering(content[1])
}

// shortly is how many words somebody needs who will not answer.
const shortly = 12

// asks reports whether a statement is only a question that somebody put.
func asks(s *record.Statement, cue []string) bool {
	return s.By == "statement/question" || hasAny(cue, func(w string) bool {
		switch w {
		case "ask", "asks", "asked", "asking", "pressed", "questioned", "quizzed", "challenged":
			return true
		}
		return false
	})
}

// nothing reports whether all that a statement holds is "nothing".
func (b *builder) nothing(s *record.Statement) bool {
	w := wordsOf(b.text(s.Content))
	return len(w) == 1 && (w[0] == "nothing" || w[0] == "none")
}

func denying(w string) bool {
	switch w {
	case "not", "no", "never", "neither", "nor", "cannot", "decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing", "unable", "failed", "without", "nobody", "none":
		return true
	}
	return strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
}

func answering(w string) bool {
	switch w {
	case "comment", "commented", "say", "said", "confirm", "confirmed", "answer", "answered", "respond", "responded", "reply", "replied", "elaborate", "elaborated", "disclose", "disclosed",
		"specify", "specified", "drawn", "tell", "told":
		return true
	}
	return false
}

func commenting(w string) bool {
	return w == "comment" || w == "answer" || w == "elaborate" || w == "speculate"
}

// cueWords returns the words of the cue of the last mouth that a statement came
// through, in lower case.
func (b *builder) cueWords(s *record.Statement) []string {
	if len(s.Chain) == 0 {
		return nil
	}
	last := s.Chain[len(s.Chain)-1]
	for i := range b.rec.Attributions {
		if q := &b.rec.Attributions[i]; q.ID == last {
			return wordsOf(b.text(q.Cue))
		}
	}
	return nil
}

// wordsOf returns words in lower case, without the marks around them.
func wordsOf(text string) []string {
	list := strings.Fields(strings.ToLower(text))
	for i := range list {
		list[i] = strings.Trim(list[i], ".,;:!?\"'“”‘’")
	}
	return list
}

func hasAny(list []string, is func(string) bool) bool {
	return slices.ContainsFunc(list, is)
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
