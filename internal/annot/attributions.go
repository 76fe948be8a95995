package annot

import (
	"fmt"

	"readout/record"
)

// An Attribution is the words that attribute, at one level.
type Attribution struct {
	Source     Spans // empty for a passive without an agent and the like
	Cue        Span  // one contiguous span; empty where the source alone attributes
	Content    Spans
	SourceHead TokenID       // the head of the phrase that names the speaker, or None
	CueHead    TokenID       // the word of the cue that carries its meaning, or None
	Within     AttributionID // the attribution whose content holds this one, or None
	Form       record.Form
	Speech     bool // an act of speech or writing, as against a state of mind: who speaks is heard
	Headline   bool
	By         By
}

// Attributions is the layer of attributions at every level, in order of
// cue; an attribution may come before the one that it stands within.
type Attributions struct {
	List   []Attribution
	Doubts []Doubt
}

// NewAttributions checks attributions: words for every link, and that
// Within leads outwards without a circle.
func NewAttributions(seg *Segmentation, a Attributions) (*Attributions, error) {
	n := len(a.List)
	for i, row := range a.List {
		if err := checkAttribution(seg, row, n); err != nil {
			return nil, fmt.Errorf("attribution %d: %w", i, err)
		}
		steps := 0
		for w := row.Within; w != None; w = a.List[w].Within {
			if steps++; steps > n {
				return nil, fmt.Errorf("attribution %d: within runs in a circle", i)
			}
		}
	}
	return &a, nil
}

func checkAttribution(seg *Segmentation, row Attribution, n int) error {
	if row.Cue.Empty() && len(row.Source) == 0 {
		return fmt.Errorf("neither source nor cue")
	}
	if !row.Cue.Empty() && !seg.Text.Valid(row.Cue) {
		return fmt.Errorf("bad cue span %v", row.Cue)
	}
	if err := checkSpans(seg, row.Source, false); err != nil {
		return fmt.Errorf("source: %w", err)
	}
	if err := checkSpans(seg, row.Content, true); err != nil {
		return fmt.Errorf("content: %w", err)
	}
	if err := checkRef("within", row.Within, n); err != nil {
		return err
	}
	if err := checkRef("source head", row.SourceHead, len(seg.Tokens)); err != nil {
		return err
	}
	return checkRef("cue head", row.CueHead, len(seg.Tokens))
}

// Chain returns the attributions from the outermost to id, id included.
func (a *Attributions) Chain(id AttributionID) []AttributionID {
	var chain []AttributionID
	for ; id != None; id = a.List[id].Within {
		chain = append(chain, id)
	}
	for i, j := 0, len(chain)-1; i < j; i, j = i+1, j-1 {
		chain[i], chain[j] = chain[j], chain[i]
	}
	return chain
}
