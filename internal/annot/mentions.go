package annot

import (
	"cmp"
	"fmt"
	"slices"

	"readout/record"
)

// A MentionKind says what sort of thing a mention denotes, as read in its
// context.
type MentionKind uint8

// The kinds. Place and Facility denote somewhere; the others somebody.
const (
	UnknownMention MentionKind = iota
	PersonMention
	GovernmentMention // a government, also by its capital: "Moscow said"
	StateMention      // a country as an actor or as a subject of talks
	OrganisationMention
	GroupMention  // people or states together: "the two sides", "ministers"
	OutletMention // who publishes news
	PlaceMention  // a city, a country as ground, a building as venue
	OtherMention  // named, but neither an actor nor a place: laws, works, prizes
)

// Gender is what the words tell, for resolving pronouns.
type Gender uint8

// The genders. Mixed is for plurals; UnknownGender rules nothing out.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
	Neuter
)

// A Mention is a stretch of words that speaks of an actor or a place.
type Mention struct {
	Span        Span // named: the name alone; nominal: up to and with the head and its restrictive modifiers
	Head        TokenID
	Form        record.MentionForm
	Kind        MentionKind
	Count       record.Count
	Gender      Gender
	Titles      Spans       // "French President", before or behind the name
	Affiliation Span        // "Kremlin" in "a Kremlin aide"; empty where none
	Members     []MentionID // of a coordination read as a group
	Definite    bool        // "the official", "this official"
	Country     string      // ISO 3166 alpha-3 by the names list ("Moscow", "French"), or empty: background, not words
	Whole       Span        // the phrase with title, apposition and all, as a source span would take it
	Appositive  MentionID   // the mention that this one stands in apposition to, or None
	By          By
}

// Mentions is the layer of mentions, in reading order, outer before inner.
type Mentions struct {
	List []Mention

	byHead []MentionID // by token; nil in a layer that no constructor made
}

// NewMentions checks mentions.
func NewMentions(seg *Segmentation, m Mentions) (*Mentions, error) {
	for i, row := range m.List {
		if !seg.Text.Valid(row.Span) || !seg.Text.Valid(row.Whole) || !row.Whole.Contains(row.Span) {
			return nil, fmt.Errorf("mention %d: bad span %v in %v", i, row.Span, row.Whole)
		}
		if i > 0 && row.Span.Start < m.List[i-1].Span.Start {
			return nil, fmt.Errorf("mention %d: out of order", i)
		}
		if row.Head < 0 || int(row.Head) >= len(seg.Tokens) {
			return nil, fmt.Errorf("mention %d: head %d does not exist", i, row.Head)
		}
		if err := checkSpans(seg, row.Titles, false); err != nil {
			return nil, fmt.Errorf("mention %d: titles: %w", i, err)
		}
		if err := checkRef("apposition", row.Appositive, len(m.List)); err != nil {
			return nil, fmt.Errorf("mention %d: %w", i, err)
		}
		for _, x := range row.Members {
			if err := checkRef("member", x, len(m.List)); err != nil || x == None || int(x) == i {
				return nil, fmt.Errorf("mention %d: member %d", i, x)
			}
		}
	}
	m.byHead = make([]MentionID, len(seg.Tokens))
	for t := range m.byHead {
		m.byHead[t] = None
	}
	for i := len(m.List) - 1; i >= 0; i-- { // the outermost stands first and wins
		m.byHead[m.List[i].Head] = MentionID(i)
	}
	return &m, nil
}

// ByHead returns the mention whose head is t, the outermost first, or None.
func (m *Mentions) ByHead(t TokenID) MentionID {
	if m.byHead != nil && t >= 0 {
		return m.byHead[t]
	}
	for i := range m.List {
		if m.List[i].Head == t {
			return MentionID(i)
		}
	}
	return None
}

// At returns the mention with exactly this span, or None.
func (m *Mentions) At(sp Span) MentionID {
	i, ok := slices.BinarySearchFunc(m.List, sp.Start, func(row Mention, start int) int { return cmp.Compare(row.Span.Start, start) })
	for ; ok && i < len(m.List) && m.List[i].Span.Start == sp.Start; i++ {
		if m.List[i].Span == sp {
			return MentionID(i)
		}
	}
	return None
}

// A Reference is what coreference says of one mention.
type Reference struct {
	Entity       EntityID   // None where it is left open
	Inferred     bool       // another reading is possible, or the words alone do not settle it
	Alternatives []EntityID // the other readings
	By           By
}

// An Entity is one actor or place through the report.
type Entity struct {
	Kind        MentionKind
	Named       bool // false: an unnamed source, which never gets a name
	Name        Span // the fullest form in the text
	Count       record.Count
	Titles      Spans
	Affiliation Span
	Members     []EntityID
	Mentions    []MentionID // in reading order
}

// Entities is the layer of coreference.
type Entities struct {
	List       []Entity
	References []Reference // one a mention
	Doubts     []Doubt
}

// NewEntities checks coreference against its mentions.
func NewEntities(seg *Segmentation, ms *Mentions, e Entities) (*Entities, error) {
	if len(e.References) != len(ms.List) {
		return nil, fmt.Errorf("%d references for %d mentions", len(e.References), len(ms.List))
	}
	n := len(e.List)
	for i, row := range e.List {
		if len(row.Mentions) == 0 {
			return nil, fmt.Errorf("entity %d: no mention", i)
		}
		if !seg.Text.Valid(row.Name) {
			return nil, fmt.Errorf("entity %d: bad name span %v", i, row.Name)
		}
		for _, m := range row.Mentions {
			if m < 0 || int(m) >= len(ms.List) || e.References[m].Entity != EntityID(i) {
				return nil, fmt.Errorf("entity %d: mention %d does not refer to it", i, m)
			}
		}
		for _, x := range row.Members {
			if x < 0 || int(x) >= n || int(x) == i {
				return nil, fmt.Errorf("entity %d: member %d", i, x)
			}
		}
	}
	for i, r := range e.References {
		if err := checkRef("entity", r.Entity, n); err != nil {
			return nil, fmt.Errorf("reference %d: %w", i, err)
		}
		for _, a := range r.Alternatives {
			if a < 0 || int(a) >= n {
				return nil, fmt.Errorf("reference %d: alternative %d does not exist", i, a)
			}
		}
	}
	return &e, nil
}

// Of returns the entity of a mention, or None; None of None is None.
func (e *Entities) Of(m MentionID) EntityID {
	if m == None {
		return None
	}
	return e.References[m].Entity
}

// A Link ties an entity to background knowledge. The zero Link ties it to
// nothing.
type Link struct {
	Name     string // the name in the list
	Country  string // ISO 3166 alpha-3, or empty
	Lat, Lon *float64
	Within   string // the place around it, in the list's words
	Why      string // which list, and how it matched
}

// Links is the layer of background knowledge, apart from the words.
type Links struct {
	Entities []Link // one an entity
}
