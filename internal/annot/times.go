package annot

import (
	"fmt"

	"readout/record"
)

// An AnchorDate is the day on which relative times hang. The zero value means
// that there is none.
type AnchorDate struct {
	Year, Month, Day int
	How              record.AnchorHow
}

// Known reports whether there is an anchor.
func (a AnchorDate) Known() bool { return a.Year != 0 }

// String returns the date as ISO 8601, or the empty string.
func (a AnchorDate) String() string {
	if !a.Known() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", a.Year, a.Month, a.Day)
}

// A Timex is a time expression.
type Timex struct {
	Span     Span
	Type     record.TimeType
	Value    string // TIMEX3 or EDTF; empty where the words and the anchor give none
	Mod      string // TIMEX3 mod: APPROX, MORE_THAN, LESS_THAN, START, MID, END, ... or empty
	Resolved bool   // Value is complete
	Anchor   string // the ISO date it was reckoned from, or empty
	Rule     string // how the value was found, or what is missing, for a reader
	By       By
}

// Times is the layer of time expressions, in reading order.
type Times struct {
	List   []Timex
	Anchor AnchorDate
	Doubts []Doubt
}

// NewTimes checks time expressions.
func NewTimes(seg *Segmentation, t Times) (*Times, error) {
	for i, row := range t.List {
		if !seg.Text.Valid(row.Span) {
			return nil, fmt.Errorf("timex %d: bad span %v", i, row.Span)
		}
		if i > 0 && row.Span.Start < t.List[i-1].Span.End {
			return nil, fmt.Errorf("timex %d: overlaps the one before it", i)
		}
		if row.Resolved && row.Value == "" {
			return nil, fmt.Errorf("timex %d: resolved without a value", i)
		}
	}
	return &t, nil
}

// A Figure is a quantity with its vagueness. Low and High are nil where the
// words give no bound.
type Figure struct {
	Span      Span
	Low, High *float64
	Unit      string // "percent", an ISO 4217 code, a unit, or empty for a count
	Approx    bool
	Strict    bool  // the one bound is itself left out: "more than"
	Of        Spans // what is counted
	By        By
}

// Figures is the layer of quantities, in reading order.
type Figures struct {
	List []Figure
}

// NewFigures checks figures.
func NewFigures(seg *Segmentation, f Figures) (*Figures, error) {
	for i, row := range f.List {
		if !seg.Text.Valid(row.Span) {
			return nil, fmt.Errorf("figure %d: bad span %v", i, row.Span)
		}
		if err := checkSpans(seg, row.Of, false); err != nil {
			return nil, fmt.Errorf("figure %d: of: %w", i, err)
		}
		if row.Low != nil && row.High != nil && *row.Low > *row.High {
			return nil, fmt.Errorf("figure %d: low above high", i)
		}
	}
	return &f, nil
}
