package annot

import (
	"fmt"

	"readout/record"
)

// A Participant is an actor's part in a meeting.
type Participant struct {
	Entity EntityID
	Status record.Participation
}

// An AgendaItem is something that a meeting is to be about.
type AgendaItem struct {
	Span      Span
	Statement StatementID // who says so, or None
}

// A Meeting is one meeting, however often it is named.
type Meeting struct {
	Mentions     Spans
	Kind         record.MeetingKind
	Status       record.MeetingStatus
	StatusWords  Spans
	Participants []Participant
	Place        EntityID
	Time         TimexID
	Level        Span // "foreign ministers'", or empty
	Agenda       []AgendaItem
	Ordinal      Spans
	Candidates   []MeetingID // meetings that it may be the same as
	By           By
}

// Meetings is the layer of meetings, in order of first mention.
type Meetings struct {
	List   []Meeting
	Doubts []Doubt
}

// NewMeetings checks meetings.
func NewMeetings(seg *Segmentation, ents *Entities, times *Times, m Meetings) (*Meetings, error) {
	for i, row := range m.List {
		if err := checkSpans(seg, row.Mentions, true); err != nil {
			return nil, fmt.Errorf("meeting %d: mentions: %w", i, err)
		}
		if err := checkSpans(seg, row.Ordinal, false); err != nil {
			return nil, fmt.Errorf("meeting %d: ordinal: %w", i, err)
		}
		if err := checkRef("place", row.Place, len(ents.List)); err != nil {
			return nil, fmt.Errorf("meeting %d: %w", i, err)
		}
		if err := checkRef("time", row.Time, len(times.List)); err != nil {
			return nil, fmt.Errorf("meeting %d: %w", i, err)
		}
		for _, p := range row.Participants {
			if p.Entity < 0 || int(p.Entity) >= len(ents.List) {
				return nil, fmt.Errorf("meeting %d: participant %d does not exist", i, p.Entity)
			}
		}
		for _, c := range row.Candidates {
			if c < 0 || int(c) >= len(m.List) || int(c) == i {
				return nil, fmt.Errorf("meeting %d: candidate %d", i, c)
			}
		}
	}
	return &m, nil
}

// An Exclusion is what is kept out of a commitment. Entity is None where the
// words name no actor.
type Exclusion struct {
	Entity EntityID
	Span   Span
}

// A Commitment is what a party takes on itself or refuses for itself.
type Commitment struct {
	Holder    EntityID
	To        EntityID
	What      Spans
	Firmness  record.Firmness
	Excludes  []Exclusion
	Statement StatementID
	By        By
}

// A Position is what the words say of a party's standing on an issue.
type Position struct {
	Holder    EntityID
	Issue     string // empty where no issue of the list is named
	Words     Spans
	Change    record.Change // empty where the words claim none
	Since     TimexID
	Statement StatementID
	By        By
}

// Positions is the layer of positions and commitments, in reading order.
type Positions struct {
	List        []Position
	Commitments []Commitment
}

// NewPositions checks positions and commitments.
func NewPositions(seg *Segmentation, ents *Entities, stmts *Statements, times *Times, p Positions) (*Positions, error) {
	for i, row := range p.List {
		if err := checkSpans(seg, row.Words, true); err != nil {
			return nil, fmt.Errorf("position %d: %w", i, err)
		}
		if err := checkRef("time", row.Since, len(times.List)); err != nil {
			return nil, fmt.Errorf("position %d: %w", i, err)
		}
	}
	for i, row := range p.Commitments {
		if err := checkSpans(seg, row.What, true); err != nil {
			return nil, fmt.Errorf("commitment %d: %w", i, err)
		}
		for _, err := range []error{
			checkRef("holder", row.Holder, len(ents.List)),
			checkRef("addressee", row.To, len(ents.List)),
			checkRef("statement", row.Statement, len(stmts.List)),
		} {
			if err != nil {
				return nil, fmt.Errorf("commitment %d: %w", i, err)
			}
		}
	}
	return &p, nil
}

// An EventMention is something that one party does to another.
type EventMention struct {
	Type      record.EventType
	Mode      string
	Actor     EntityID
	Recipient EntityID
	Words     Spans
	Object    Spans // the words of what it is done to, party or not; empty where there are none
	Status    record.EventStatus
	Time      TimexID
	Place     EntityID
	Statement StatementID // the statement that gives it, or None
	By        By
}

// Events is the layer of events, in reading order.
type Events struct {
	List []EventMention
}

// NewEvents checks events.
func NewEvents(seg *Segmentation, ents *Entities, stmts *Statements, times *Times, e Events) (*Events, error) {
	for i, row := range e.List {
		if err := checkSpans(seg, row.Words, true); err != nil {
			return nil, fmt.Errorf("event %d: %w", i, err)
		}
		for _, err := range []error{
			checkRef("actor", row.Actor, len(ents.List)),
			checkRef("recipient", row.Recipient, len(ents.List)),
			checkRef("place", row.Place, len(ents.List)),
			checkRef("time", row.Time, len(times.List)),
			checkRef("statement", row.Statement, len(stmts.List)),
		} {
			if err != nil {
				return nil, fmt.Errorf("event %d: %w", i, err)
			}
		}
	}
	return &e, nil
}
