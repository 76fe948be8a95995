package annot

import (
	"fmt"

	"readout/record"
)

// A ThingMention is a phrase that speaks of a thing.
type ThingMention struct {
	Span  Span    // the whole noun phrase, with article and modifiers; of what was done, the verb
	Head  TokenID // its head
	Group bool    // a coordination as a whole, not its first member
	Form  record.MentionForm
	To    int     // the mention of the same thing that it takes up, by number, or None
	Odds  float32 // natural logarithm of the odds of that against taking up anything else, or nothing
	Firm  bool    // those odds make the link good enough to be shown
}

// A Thing is what two phrases or more speak of that is no actor and no place:
// an offer, a strike, a text, what was done. That of a first person whom no
// entity holds is here too, with no firm link.
type Thing struct {
	Mentions []ThingMention // in reading order
	By       By
}

// Things is the layer of things, in order of first mention. No phrase is of
// two things, and none is a mention of an actor or a place that is met twice.
type Things struct {
	List []Thing
}

// NewThings checks things.
func NewThings(seg *Segmentation, t Things) (*Things, error) {
	for i, row := range t.List {
		if len(row.Mentions) < 2 {
			return nil, fmt.Errorf("thing %d: %d mentions", i, len(row.Mentions))
		}
		for j, m := range row.Mentions {
			if !seg.Text.Valid(m.Span) {
				return nil, fmt.Errorf("thing %d: bad span %v", i, m.Span)
			}
			if m.Head < 0 || int(m.Head) >= len(seg.Tokens) {
				return nil, fmt.Errorf("thing %d: head %d does not exist", i, m.Head)
			}
			if m.To != None && (m.To < 0 || m.To >= j) || (m.To == None) != (j == 0) {
				return nil, fmt.Errorf("thing %d: mention %d takes up %d", i, j, m.To)
			}
		}
	}
	return &t, nil
}
