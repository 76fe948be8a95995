package record

// Schema names the form of a record; it counts up when a key changes.
const Schema = "readout.record/1"

// A Span is a half-open range of Unicode code points of the report's text.
type Span [2]int

// Spans is one thing said in several pieces, in reading order.
type Spans []Span

// A Record is what reading one report gives.
type Record struct {
	Schema         string        `json:"schema"`
	Program        string        `json:"program"`
	ReadingVersion int           `json:"reading_version"`
	Report         Report        `json:"report"`
	Sentences      Spans         `json:"sentences"`
	Actors         []Actor       `json:"actors"`
	Attributions   []Attribution `json:"attributions"`
	Statements     []Statement   `json:"statements"`
	Meetings       []Meeting     `json:"meetings"`
	Conditions     []Condition   `json:"conditions"`
	Commitments    []Commitment  `json:"commitments"`
	Positions      []Position    `json:"positions"`
	Figures        []Figure      `json:"figures"`
	Times          []Time        `json:"times"`
	Places         []Place       `json:"places"`
	Things         []Thing       `json:"things"`
	Events         []Event       `json:"events"`
	Open           []OpenPoint   `json:"open"`
	Tensions       []Tension     `json:"tensions"`
	Doubts         []Doubt       `json:"doubts"`
}

// A Report is the text that was read and what is known of its origin.
type Report struct {
	ID         string    `json:"id"`
	Title      *string   `json:"title"`    // as given with the text
	Headline   *Span     `json:"headline"` // where the text begins with one
	Outlet     *string   `json:"outlet"`
	URL        *string   `json:"url"`
	Byline     *Byline   `json:"byline"`
	Credit     *Credit   `json:"credit"`
	Dateline   *Dateline `json:"dateline"`
	Published  *string   `json:"published"` // ISO date or date-time, as given
	Anchor     *Anchor   `json:"anchor"`
	Language   string    `json:"language"`    // ISO 639-1, or "und"
	AboutTalks bool      `json:"about_talks"` // false: not about a negotiation
	Text       string    `json:"text"`
}

// A Byline is the line that names who wrote the report. Span is nil where
// the name came from the page around the text.
type Byline struct {
	Name string `json:"name"`
	Span *Span  `json:"span"`
}

// A Credit is the agency to which a report is credited: the outermost voice.
type Credit struct {
	Name string `json:"name"`
	Span Span   `json:"span"`
}

// A Dateline says where, and often when, a report was filed.
type Dateline struct {
	Place string `json:"place"`
	Span  Span   `json:"span"`
}

// An Anchor is the date on which relative times hang.
type Anchor struct {
	Date string    `json:"date"` // ISO 8601
	How  AnchorHow `json:"how"`
}

// An Actor is somebody, or some body, that the report mentions.
type Actor struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"` // the fullest form in the text, as worded
	Kind        ActorKind   `json:"kind"`
	Named       bool        `json:"named"` // false: never gets a name from elsewhere
	Titles      []string    `json:"titles"`
	Affiliation *string     `json:"affiliation"`
	Members     []string    `json:"members"` // ids, of a group named in the text
	Count       Count       `json:"count"`
	Background  *Background `json:"background"`
	Mentions    []Mention   `json:"mentions"`
	Heard       bool        `json:"heard"` // a speech act of its own in this report
}

// Background is knowledge from a names list, kept apart from the words.
type Background struct {
	Name    string  `json:"name"`
	Country *string `json:"country"` // ISO 3166 alpha-3, or null
	Why     string  `json:"why"`
}

// A Mention is one place in the text that speaks of an actor.
type Mention struct {
	Span         Span        `json:"span"`
	Form         MentionForm `json:"form"`
	Inferred     bool        `json:"inferred"`
	Alternatives []string    `json:"alternatives"` // actor ids
}

// An Attribution is the words that attribute, at one level.
type Attribution struct {
	ID       string  `json:"id"`
	Within   *string `json:"within"` // the attribution whose content holds this one
	Source   Spans   `json:"source"`
	Cue      Spans   `json:"cue"`
	Content  Spans   `json:"content"`
	Speaker  *string `json:"speaker"`
	Form     Form    `json:"form"`
	Headline bool    `json:"headline"` // stands in the headline
	By       string  `json:"by"`       // the rule or model behind it
}

// A Statement is one claim with the chain of mouths it came through.
type Statement struct {
	ID            string     `json:"id"`
	Chain         []string   `json:"chain"` // attribution ids, outermost first; empty: the report's own voice
	Speaker       *string    `json:"speaker"`
	Content       Spans      `json:"content"`
	Quotes        Spans      `json:"quotes"` // marks included
	Form          Form       `json:"form"`
	Firmness      Firmness   `json:"firmness"`
	FirmnessWords Spans      `json:"firmness_words"`
	Negated       bool       `json:"negated"`
	Evaluative    bool       `json:"evaluative"`
	Addressees    []string   `json:"addressees"`
	Place         *string    `json:"place"` // where it was said
	Time          *string    `json:"time"`  // when it was said
	Issues        []string   `json:"issues"`
	Condition     *string    `json:"condition"`
	Headline      bool       `json:"headline"`
	Contrasts     []Contrast `json:"contrasts"` // what the report itself sets this statement against
	By            string     `json:"by"`
}

// A Contrast is a link that the report itself draws from a statement to one
// before it: "X said A, but Y said B". It says nothing of who is right.
type Contrast struct {
	With     string   `json:"with"` // the other statement
	Cue      Spans    `json:"cue"`  // the words that draw it
	Relation Relation `json:"relation"`
}

// A Meeting is one meeting, however often it is named.
type Meeting struct {
	ID           string        `json:"id"`
	Mentions     Spans         `json:"mentions"`
	Kind         MeetingKind   `json:"kind"`
	Status       MeetingStatus `json:"status"`
	StatusWords  Spans         `json:"status_words"`
	Participants []Participant `json:"participants"`
	Place        *string       `json:"place"`
	Time         *string       `json:"time"`
	Level        *string       `json:"level"`
	Agenda       []AgendaItem  `json:"agenda"`
	Ordinal      Spans         `json:"ordinal"`
	Statements   []string      `json:"statements"`
	Candidates   []string      `json:"candidates"` // meetings that this one may be the same as
}

// A Participant is an actor's part in a meeting.
type Participant struct {
	Actor  string        `json:"actor"`
	Status Participation `json:"status"`
}

// An AgendaItem is something that a meeting is to be about.
type AgendaItem struct {
	Span      Span    `json:"span"`
	Statement *string `json:"statement"`
}

// A Condition ties a consequence to a trigger.
type Condition struct {
	ID          string        `json:"id"`
	Kind        ConditionKind `json:"kind"`
	By          *string       `json:"by"`
	To          *string       `json:"to"`
	Trigger     Spans         `json:"trigger"`
	Consequence Spans         `json:"consequence"`
	Connective  Spans         `json:"connective"`
	Status      string        `json:"status"`
	Statement   *string       `json:"statement"`
	Rule        string        `json:"rule"`
}

// A Commitment is what a party takes on itself or refuses for itself.
type Commitment struct {
	ID        string      `json:"id"`
	By        *string     `json:"by"`
	To        *string     `json:"to"`
	What      Spans       `json:"what"`
	Firmness  Firmness    `json:"firmness"`
	Excludes  []Exclusion `json:"excludes"`
	Statement *string     `json:"statement"`
	Rule      string      `json:"rule"`
}

// An Exclusion is somebody, or something, kept out of a commitment. Actor is
// nil where the words name no actor.
type Exclusion struct {
	Actor *string `json:"actor"`
	Span  Span    `json:"span"`
}

// A Position is what the words say of a party's standing on an issue.
type Position struct {
	ID        string  `json:"id"`
	Holder    *string `json:"holder"`
	Issue     *string `json:"issue"`
	Words     Spans   `json:"words"`
	Change    *Change `json:"change"`
	Since     *string `json:"since"` // a time's id
	Statement *string `json:"statement"`
	Rule      string  `json:"rule"`
}

// A Figure is a quantity with its vagueness.
type Figure struct {
	ID        string   `json:"id"`
	Span      Span     `json:"span"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Unit      *string  `json:"unit"`
	Approx    bool     `json:"approx"`
	Strict    bool     `json:"strict"` // the one bound is itself left out: "more than", "fewer than"
	Of        Spans    `json:"of"`
	Statement *string  `json:"statement"`
	Rule      string   `json:"rule"`
}

// A Time is a time expression with its value where that is known.
type Time struct {
	ID       string   `json:"id"`
	Span     Span     `json:"span"`
	Type     TimeType `json:"type"`
	Value    *string  `json:"value"` // TIMEX3 or EDTF
	Mod      *string  `json:"mod"`
	Resolved bool     `json:"resolved"`
	Anchor   *string  `json:"anchor"` // the date it was reckoned from
	Rule     *string  `json:"rule"`
}

// A Place is somewhere that the report names.
type Place struct {
	ID         string           `json:"id"`
	Mentions   Spans            `json:"mentions"`
	Name       string           `json:"name"`
	Background *PlaceBackground `json:"background"`
}

// A Thing is what noun phrases and pronouns speak of that is no actor and no
// place: an offer, a strike, a text. Only things of two mentions or more are
// listed, and only where the links are likely.
type Thing struct {
	ID       string `json:"id"`
	Label    string `json:"label"`    // the fullest wording among the mentions
	Mentions Spans  `json:"mentions"` // in reading order; one may stand inside another
	By       string `json:"by"`       // the model behind the links
}

// PlaceBackground is what a gazetteer knows of a place.
type PlaceBackground struct {
	Country *string  `json:"country"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
	Within  *string  `json:"within"`
	Why     string   `json:"why"`
}

// An Event is something one party does to another, in PLOVER's terms.
type Event struct {
	ID        string      `json:"id"`
	Type      EventType   `json:"type"`
	Mode      *string     `json:"mode"`
	Actor     *string     `json:"actor"`
	Recipient *string     `json:"recipient"`
	Words     Spans       `json:"words"`
	Status    EventStatus `json:"status"`
	Time      *string     `json:"time"`
	Place     *string     `json:"place"`
	Statement *string     `json:"statement"`
	Rule      string      `json:"rule"`
}

// An OpenPoint is something that the words themselves leave open: a meeting
// without a day, a threat without what it threatens.
type OpenPoint struct {
	ID   string   `json:"id"`
	Code OpenCode `json:"code"`
	Row  string   `json:"row"` // the entry that is open so far: a meeting, a condition, a statement
	Span Span     `json:"span"`
}

// A Tension is two statements whose words pull apart, in reading order. It
// says that they do, and not who is right.
type Tension struct {
	ID         string      `json:"id"`
	Code       TensionCode `json:"code"`
	Statements []string    `json:"statements"`
	Issue      *string     `json:"issue"` // that both raise, if they do
}

// A Doubt is something the reading could not settle. Span is nil for a doubt
// about the whole report.
type Doubt struct {
	Code DoubtCode `json:"code"`
	Span *Span     `json:"span"`
	Note *string   `json:"note"`
}
