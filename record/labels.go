package record

// The labels of a record are strings of closed lists. The zero value of each
// type is the empty string, which no record holds.

// Firmness says how firmly a statement is held by its speaker, by the words.
type Firmness string

// The classes of firmness. "-if" marks one that hangs on a condition.
const (
	Asserted     Firmness = "asserted"
	Denied       Firmness = "denied"
	Believed     Firmness = "believed"
	Hoped        Firmness = "hoped"
	Feared       Firmness = "feared"
	Desired      Firmness = "desired"
	Possible     Firmness = "possible" // might, could, may, maybe
	Expected     Firmness = "expected" // would, will
	Floated      Firmness = "floated"
	Undecided    Firmness = "undecided"
	Insisted     Firmness = "insisted"
	Interest     Firmness = "interest"
	Offered      Firmness = "offered"
	Promised     Firmness = "promised"
	Agreed       Firmness = "agreed"
	RuledOut     Firmness = "ruled-out"
	Demanded     Firmness = "demanded"
	Refused      Firmness = "refused"
	Warned       Firmness = "warned"
	WarnedIf     Firmness = "warned-if"
	Threatened   Firmness = "threatened"
	ThreatenedIf Firmness = "threatened-if"
	Unchanged    Firmness = "unchanged"
	Evaluative   Firmness = "evaluative"
)

// Form says how a statement's words are given.
type Form string

// The forms. Narrator is the report's own voice and stands in statements only.
const (
	Direct   Form = "direct"   // a whole utterance in quotation marks
	Fragment Form = "fragment" // some quoted words inside a paraphrase
	Reported Form = "reported" // a paraphrase
	Narrator Form = "narrator" // nobody's word but the report's
)

// Relation says how a report sets one statement against another.
type Relation string

// The relations.
const (
	Contrasting Relation = "contrast"   // but, however, while, yet
	Conceding   Relation = "concession" // though, although, despite, nevertheless
)

// ActorKind says what sort of actor somebody is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	Government   ActorKind = "government"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	Group        ActorKind = "group"
	OutletKind   ActorKind = "outlet"
	UnknownActor ActorKind = "unknown"
)

// Count says how many an actor is, as the words claim.
type Count string

// The counts.
const (
	One          Count = "one"
	Two          Count = "two"
	Several      Count = "several"
	Many         Count = "many"
	UnknownCount Count = "unknown"
)

// MentionForm says in what form of words an actor is mentioned.
type MentionForm string

// The forms of mention.
const (
	Named      MentionForm = "named"
	Nominal    MentionForm = "nominal"
	Pronominal MentionForm = "pronominal"
	Metonym    MentionForm = "metonym"
	Adjectival MentionForm = "adjectival"
)

// MeetingKind says what sort of meeting is meant, by its own noun.
type MeetingKind string

// The kinds of meeting.
const (
	Summit         MeetingKind = "summit"
	Talks          MeetingKind = "talks"
	Round          MeetingKind = "round"
	MeetingProper  MeetingKind = "meeting"
	Call           MeetingKind = "call"
	Visit          MeetingKind = "visit"
	Session        MeetingKind = "session"
	UnknownMeeting MeetingKind = "unknown"
)

// MeetingStatus says where a meeting stands at the time of the report.
type MeetingStatus string

// The states of a meeting.
const (
	Held           MeetingStatus = "held"
	UnderWay       MeetingStatus = "under-way"
	Due            MeetingStatus = "due"
	FloatedMeeting MeetingStatus = "floated"
	CalledOff      MeetingStatus = "called-off"
	UnknownStatus  MeetingStatus = "unknown"
)

// Participation says how an actor stands to a meeting.
type Participation string

// The kinds of participation.
const (
	NamedParticipant    Participation = "named"
	PossibleParticipant Participation = "possible"
	Declined            Participation = "declined"
	KeptOut             Participation = "kept-out"
)

// ConditionKind says what a condition is to the one who sets it.
type ConditionKind string

// The kinds of condition.
const (
	Threat  ConditionKind = "threat"
	Promise ConditionKind = "promise"
	Warning ConditionKind = "warning"
	Demand  ConditionKind = "demand"
	Term    ConditionKind = "term"
)

// ConditionOpen is the status of a condition whose trigger no report has yet
// said to be met. One report can give no other.
const ConditionOpen = "open"

// Change says what the words claim of a position's movement.
type Change string

// The changes.
const (
	ChangeUnchanged Change = "unchanged"
	ChangeRepeated  Change = "repeated"
	ChangeMoved     Change = "moved"
)

// TimeType is a TIMEX3 type.
type TimeType string

// The types of time expression.
const (
	DateType     TimeType = "DATE"
	TimeOfDay    TimeType = "TIME"
	DurationType TimeType = "DURATION"
	SetType      TimeType = "SET"
)

// EventType is a root of the PLOVER 2024 ontology.
type EventType string

// The types of event.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// EventStatus says how the report gives an event.
type EventStatus string

// The states of an event.
const (
	EventAsserted EventStatus = "asserted"
	EventDenied   EventStatus = "denied"
	EventPlanned  EventStatus = "planned"
	EventPossible EventStatus = "possible"
	EventAlleged  EventStatus = "alleged"
)

// AnchorHow says where an anchor date comes from.
type AnchorHow string

// The origins of an anchor, in the order in which they are preferred.
const (
	AnchorGiven    AnchorHow = "given"
	AnchorPage     AnchorHow = "page"
	AnchorDateline AnchorHow = "dateline"
	AnchorText     AnchorHow = "text"
)

// OpenCode names what words leave open.
type OpenCode string

// What words can leave open.
const (
	OpenMeetingTime  OpenCode = "meeting-time"  // due, and no day given
	OpenMeetingPlace OpenCode = "meeting-place" // due, and no place given
	OpenWhether      OpenCode = "meeting-held"  // only thought of: whether it is held
	OpenComing       OpenCode = "coming"        // whether one who may come does
	OpenDay          OpenCode = "day"           // a day of a meeting that needs a date of publication
	OpenConsequence  OpenCode = "consequence"   // of a condition, left unsaid
	OpenDecision     OpenCode = "decision"      // said to be undecided
	OpenNoAnswer     OpenCode = "no-answer"     // asked, and not answered
)

// TensionCode names how two statements pull apart.
type TensionCode string

// How statements can pull apart.
const (
	TensionDenied  TensionCode = "denied"  // one denies what the other claims
	TensionRefused TensionCode = "refused" // one refuses what the other asks or offers
	TensionNegated TensionCode = "negated" // one claims, the other claims the contrary
	TensionFigures TensionCode = "figures" // figures of the same thing that cannot both hold
)

// DoubtCode names a kind of doubt.
type DoubtCode string

// The doubts a reading can have. Each is explained in docs/record.md.
const (
	DoubtAnchorMissing     DoubtCode = "anchor-missing"     // a time needs a publication date
	DoubtLanguageNotRead   DoubtCode = "language-not-read"  // not English
	DoubtNotAboutTalks     DoubtCode = "not-about-talks"    // no negotiation found
	DoubtMeetingCandidate  DoubtCode = "meeting-candidate"  // may be a meeting already listed
	DoubtReferenceOpen     DoubtCode = "reference-open"     // two antecedents about equally likely
	DoubtUnbalancedQuote   DoubtCode = "unbalanced-quote"   // a quotation mark without its fellow
	DoubtSpeakerOpen       DoubtCode = "speaker-open"       // a quotation without a speaker
	DoubtTooLong           DoubtCode = "too-long"           // a sentence too long to be parsed whole
	DoubtDateImpossible    DoubtCode = "date-impossible"    // a date that no calendar has
	DoubtWeekOpen          DoubtCode = "week-open"          // "next Sunday" while this week's is still to come
	DoubtPublishedUnusable DoubtCode = "published-unusable" // the date given by the caller cannot be read
)
