package annot

import "fmt"

// A NameKind is the class that a name has as it is written, before its
// context is read.
type NameKind uint8

// The kinds of names.
const (
	UnknownName      NameKind = iota
	PersonName                // people
	OrganisationName          // bodies, companies, parties, outlets
	LocationName              // countries, cities, regions
	NORPName                  // nationalities, religious and political groups
	FacilityName              // buildings, airports, bridges
	DateName                  // dates, of which times are told apart elsewhere
	MoneyName                 // sums
	ProductName               // things that are made and named
	MiscName                  // laws, events, works
)

var nameKinds = [...]string{"unknown", "person", "organisation", "location", "norp", "facility", "date", "money", "product", "misc"}

// String returns the kind in lower case.
func (k NameKind) String() string {
	if int(k) < len(nameKinds) {
		return nameKinds[k]
	}
	return "unknown"
}

// A Name is a stretch of words that names something.
type Name struct {
	Span Span
	Kind NameKind
	By   By
}

// Names is the layer of names, in reading order and without overlap.
type Names struct {
	List []Name
}

// NewNames checks names.
func NewNames(seg *Segmentation, ns Names) (*Names, error) {
	last := 0
	for i, n := range ns.List {
		if !seg.Text.Valid(n.Span) || n.Span.Start < last {
			return nil, fmt.Errorf("name %d: span %v is invalid or out of order", i, n.Span)
		}
		last = n.Span.End
	}
	return &ns, nil
}

// A Cue is words that attribute, as a model proposes them: at the outermost
// level, with what it takes for source and content.
type Cue struct {
	First, End TokenID // the cue's tokens, half-open
	Source     [2]TokenID
	Content    [][2]TokenID // half-open runs of tokens in reading order
	Score      float32      // the model's probability of a cue at First, 0 to 1
	By         By
}

// Cues is the layer of proposed attributions, in order of cue. An empty
// Source is [2]TokenID{}.
type Cues struct {
	List []Cue
}

// NewCues checks proposals against their tokens.
func NewCues(seg *Segmentation, cs Cues) (*Cues, error) {
	n := TokenID(len(seg.Tokens))
	run := func(r [2]TokenID) bool { return r[0] >= 0 && r[0] < r[1] && r[1] <= n }
	for i, c := range cs.List {
		if !run([2]TokenID{c.First, c.End}) || i > 0 && c.First < cs.List[i-1].First {
			return nil, fmt.Errorf("cue %d: tokens [%d,%d) are invalid or out of order", i, c.First, c.End)
		}
		if c.Source != [2]TokenID{} && !run(c.Source) {
			return nil, fmt.Errorf("cue %d: bad source %v", i, c.Source)
		}
		last := TokenID(0)
		for _, p := range c.Content {
			if !run(p) || p[0] < last {
				return nil, fmt.Errorf("cue %d: bad content %v", i, c.Content)
			}
			last = p[1]
		}
	}
	return &cs, nil
}

// States are what the reading network makes of each token: a row of numbers,
// first of the token where it stands, then of its word anywhere. Rows of words
// of like use are near to each other.
type States struct {
	Width int       // of a row
	Here  int       // how many numbers of a row come from where the token stands
	Rows  []float32 // Width numbers a token
}

// Row returns the numbers of a token.
func (s *States) Row(t TokenID) []float32 {
	return s.Rows[int(t)*s.Width : (int(t)+1)*s.Width]
}
