package annot

import (
	"fmt"

	"readout/record"
)

// A Condition ties a consequence to a trigger.
type Condition struct {
	Kind        record.ConditionKind
	Trigger     Spans // without the connective
	Consequence Spans // empty where it is left unsaid
	Connective  Spans
	Attribution AttributionID // the innermost attribution whose content states it, or None: the report's own
	Holder      Span          // the words for who sets it, where the construction itself names him ("Halvik tied its vote to ..."); else empty
	Exchange    bool          // what is given for the trigger, and whoever gives it sets the condition where nobody states it
	To          TokenID       // the head of who it is addressed to, or None
	By          By
}

// Conditions is the layer of conditions, in reading order.
type Conditions struct {
	List []Condition
}

// NewConditions checks conditions.
func NewConditions(seg *Segmentation, atts *Attributions, c Conditions) (*Conditions, error) {
	for i, row := range c.List {
		if err := checkCondition(seg, row, len(atts.List)); err != nil {
			return nil, fmt.Errorf("condition %d: %w", i, err)
		}
	}
	return &c, nil
}

func checkCondition(seg *Segmentation, row Condition, n int) error {
	if err := checkSpans(seg, row.Trigger, true); err != nil {
		return fmt.Errorf("trigger: %w", err)
	}
	if err := checkSpans(seg, row.Consequence, false); err != nil {
		return fmt.Errorf("consequence: %w", err)
	}
	if err := checkSpans(seg, row.Connective, false); err != nil {
		return fmt.Errorf("connective: %w", err)
	}
	if !row.Holder.Empty() {
		if err := checkSpans(seg, Spans{row.Holder}, false); err != nil {
			return fmt.Errorf("holder: %w", err)
		}
	}
	for _, t := range row.Trigger {
		if row.Consequence.Overlaps(t) {
			return fmt.Errorf("trigger and consequence share words")
		}
	}
	if err := checkRef("attribution", row.Attribution, n); err != nil {
		return err
	}
	return checkRef("addressee", row.To, len(seg.Tokens))
}

// A Statement is one claim, at the end of one chain of mouths.
type Statement struct {
	Attribution   AttributionID // the innermost link; None: the report's own voice
	Speaker       EntityID      // None for the report's own voice and where it is open
	Content       Spans
	Quotes        Spans // the quoted pieces within the content, marks included
	Form          record.Form
	Firmness      record.Firmness
	FirmnessWords Spans
	Negated       bool
	Evaluative    bool
	Addressees    []EntityID
	Place         EntityID // where it was said, or None
	Time          TimexID  // when it was said, or None
	Issues        []string
	Condition     ConditionID // the condition that it states, or None
	Headline      bool
	Contrasts     []Contrast
	By            By
}

// A Contrast is what the report itself draws between a statement and another
// before it in the layer.
type Contrast struct {
	With     StatementID
	Cue      Span
	Relation record.Relation
}

// Statements is the layer of claims, in reading order of their content.
type Statements struct {
	List   []Statement
	Doubts []Doubt
}

// NewStatements checks statements.
func NewStatements(seg *Segmentation, atts *Attributions, ents *Entities, conds *Conditions, times *Times, s Statements) (*Statements, error) {
	for i, row := range s.List {
		if err := checkSpans(seg, row.Content, true); err != nil {
			return nil, fmt.Errorf("statement %d: content: %w", i, err)
		}
		if err := checkSpans(seg, row.Quotes, false); err != nil {
			return nil, fmt.Errorf("statement %d: quotes: %w", i, err)
		}
		if err := checkSpans(seg, row.FirmnessWords, false); err != nil {
			return nil, fmt.Errorf("statement %d: firmness words: %w", i, err)
		}
		for _, x := range row.Contrasts {
			if x.With < 0 || int(x.With) >= i || x.Cue.Empty() {
				return nil, fmt.Errorf("statement %d: contrast with %d", i, x.With)
			}
		}
		if (row.Attribution == None) != (row.Form == record.Narrator) {
			return nil, fmt.Errorf("statement %d: form %s with attribution %d", i, row.Form, row.Attribution)
		}
		for _, err := range []error{
			checkRef("attribution", row.Attribution, len(atts.List)),
			checkRef("speaker", row.Speaker, len(ents.List)),
			checkRef("place", row.Place, len(ents.List)),
			checkRef("time", row.Time, len(times.List)),
			checkRef("condition", row.Condition, len(conds.List)),
		} {
			if err != nil {
				return nil, fmt.Errorf("statement %d: %w", i, err)
			}
		}
	}
	return &s, nil
}

// Holding returns the statement whose content holds the span, the one with
// the least words around it, or None.
func (s *Statements) Holding(sp Span) StatementID {
	best, size := StatementID(None), 0
	for i := range s.List {
		if c := s.List[i].Content; c.Contains(sp) && (best == None || c.Len() < size) {
			best, size = StatementID(i), c.Len()
		}
	}
	return best
}

// Attributed returns the statements without those in the report's own voice.
func (s *Statements) Attributed() *Statements {
	out := &Statements{Doubts: s.Doubts}
	at := make([]StatementID, len(s.List))
	for i, row := range s.List {
		at[i] = None
		if row.Attribution == None {
			continue
		}
		at[i] = StatementID(len(out.List))
		var kept []Contrast
		for _, x := range row.Contrasts {
			if x.With = at[x.With]; x.With != None {
				kept = append(kept, x)
			}
		}
		row.Contrasts = kept
		out.List = append(out.List, row)
	}
	return out
}
