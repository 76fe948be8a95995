package record

import (
	"fmt"
	"slices"
)

// A Label is one of the closed lists of strings that a record is written in:
// [Firmness], [Form], [EventType] and the like.
type Label[L any] interface {
	comparable
	~string
	// Values returns every label of the list, in a fixed order.
	Values() []L
}

// Parse returns s as a label, and an error that names the whole list where s
// is not on it. Nothing is folded or trimmed: "Asserted" is no firmness.
func Parse[L Label[L]](s string) (L, error) {
	if l := L(s); valid(l) {
		return l, nil
	}
	var zero L
	return zero, fmt.Errorf("%q is not one of %s", s, listed(zero))
}

// valid reports whether l is on the list of its type.
func valid[L Label[L]](l L) bool { return slices.Contains(l.Values(), l) }

// listed returns the list of a type as words.
func listed[L Label[L]](zero L) string {
	s := ""
	for i, l := range zero.Values() {
		if i > 0 {
			s += ", "
		}
		s += string(l)
	}
	return s
}

// Values returns the classes of firmness.
func (Firmness) Values() []Firmness {
	return []Firmness{
		Asserted, Denied, Believed, Hoped, Feared, Desired, Possible, Expected, Floated, Undecided, Insisted, Interest,
		Offered, Promised, Agreed, RuledOut, Demanded, Refused, Warned, WarnedIf, Threatened, ThreatenedIf, Unchanged, Evaluative,
	}
}

// Values returns the forms.
func (Form) Values() []Form { return []Form{Direct, Fragment, Reported, Narrator} }

// Values returns the relations.
func (Relation) Values() []Relation { return []Relation{Contrasting, Conceding} }

// Values returns the kinds of actor.
func (ActorKind) Values() []ActorKind {
	return []ActorKind{Person, Government, State, Organisation, Group, OutletKind, UnknownActor}
}

// Values returns the counts.
func (Count) Values() []Count { return []Count{One, Two, Several, Many, UnknownCount} }

// Values returns the forms of mention.
func (MentionForm) Values() []MentionForm {
	return []MentionForm{Named, Nominal, Pronominal, Metonym, Adjectival}
}

// Values returns the kinds of meeting.
func (MeetingKind) Values() []MeetingKind {
	return []MeetingKind{Summit, Talks, Round, MeetingProper, Call, Visit, Session, UnknownMeeting}
}

// Values returns the states of a meeting.
func (MeetingStatus) Values() []MeetingStatus {
	return []MeetingStatus{Held, UnderWay, Due, FloatedMeeting, CalledOff, UnknownStatus}
}

// Values returns the kinds of participation.
func (Participation) Values() []Participation {
	return []Participation{NamedParticipant, PossibleParticipant, Declined, KeptOut}
}

// Values returns the kinds of condition.
func (ConditionKind) Values() []ConditionKind {
	return []ConditionKind{Threat, Promise, Warning, Demand, Term}
}

// Values returns the changes.
func (Change) Values() []Change { return []Change{ChangeUnchanged, ChangeRepeated, ChangeMoved} }

// Values returns the types of time expression.
func (TimeType) Values() []TimeType { return []TimeType{DateType, TimeOfDay, DurationType, SetType} }

// Values returns the roots of the PLOVER ontology.
func (EventType) Values() []EventType {
	return []EventType{
		Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request,
		Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
	}
}

// Values returns the states of an event.
func (EventStatus) Values() []EventStatus {
	return []EventStatus{EventAsserted, EventDenied, EventPlanned, EventPossible, EventAlleged}
}

// Values returns the origins of an anchor.
func (AnchorHow) Values() []AnchorHow {
	return []AnchorHow{AnchorGiven, AnchorPage, AnchorDateline, AnchorText}
}

// Values returns what words can leave open.
func (OpenCode) Values() []OpenCode {
	return []OpenCode{OpenMeetingTime, OpenMeetingPlace, OpenWhether, OpenComing, OpenDay, OpenConsequence, OpenDecision, OpenNoAnswer}
}

// Values returns how statements can pull apart.
func (TensionCode) Values() []TensionCode {
	return []TensionCode{TensionDenied, TensionRefused, TensionNegated, TensionFigures}
}

// Values returns the codes of doubt.
func (DoubtCode) Values() []DoubtCode {
	return []DoubtCode{
		DoubtAnchorMissing, DoubtLanguageNotRead, DoubtNotAboutTalks, DoubtMeetingCandidate, DoubtReferenceOpen,
		DoubtUnbalancedQuote, DoubtSpeakerOpen, DoubtTooLong, DoubtDateImpossible, DoubtWeekOpen, DoubtPublishedUnusable,
	}
}
