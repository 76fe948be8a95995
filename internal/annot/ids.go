package annot

// Typed indices into the layers of one document.
type (
	TokenID       int32
	SentenceID    int32
	BlockID       int32
	QuotationID   int32
	TimexID       int32
	FigureID      int32
	MentionID     int32
	EntityID      int32
	AttributionID int32
	ConditionID   int32
	StatementID   int32
	MeetingID     int32
	CommitmentID  int32
	PositionID    int32
	EventID       int32
)

// None is the index that refers to nothing, in every layer.
const None = -1

// A By names what made a row: a rule as "stage/kebab-case", or a model as
// "stage/model". The zero By is never stored.
type By string

// A Doubt is something a stage could not settle. An empty Span is a doubt
// about the whole report.
type Doubt struct {
	Code DoubtCode
	Span Span
	Note string // the words' own terms; empty where the code says all
}
