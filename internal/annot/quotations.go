package annot

import "fmt"

// A Quotation is what stands between two quotation marks.
type Quotation struct {
	// Pieces are the spans, marks included: one, or one for each paragraph of
	// a quotation that is opened again in the next.
	Pieces   Spans
	Parent   QuotationID // the quotation around this one, or None
	Balanced bool        // false: a mark is missing, and the paragraph's end closes it
	By       By
}

// Quotations is the layer of quotation marks, in order of their opening.
type Quotations struct {
	List   []Quotation
	Doubts []Doubt
}

// NewQuotations checks quotations against the text they stand in.
func NewQuotations(seg *Segmentation, q Quotations) (*Quotations, error) {
	for i, row := range q.List {
		if err := checkSpans(seg, row.Pieces, true); err != nil {
			return nil, fmt.Errorf("quotation %d: %w", i, err)
		}
		if row.Parent != None && (row.Parent < 0 || int(row.Parent) >= i) {
			return nil, fmt.Errorf("quotation %d: parent %d does not come before it", i, row.Parent)
		}
	}
	return &q, nil
}

// Covering returns the innermost quotation that holds the whole span, or None.
func (q *Quotations) Covering(sp Span) QuotationID {
	best := QuotationID(None)
	for i := range q.List {
		if q.List[i].Pieces.Contains(sp) {
			best = QuotationID(i) // later ones open later: further in
		}
	}
	return best
}

// checkSpans says what is wrong with a span list, if anything.
func checkSpans(seg *Segmentation, ss Spans, need bool) error {
	if need && len(ss) == 0 {
		return fmt.Errorf("no span")
	}
	last := 0
	for _, s := range ss {
		if !seg.Text.Valid(s) {
			return fmt.Errorf("span %v is empty, outside the text or off a code point", s)
		}
		if s.Start < last {
			return fmt.Errorf("span %v overlaps the one before it or is out of order", s)
		}
		last = s.End
	}
	return nil
}

// checkRef says what is wrong with a reference to one of n rows. None is
// allowed.
func checkRef[T ~int32](what string, id T, n int) error {
	if id != None && (id < 0 || int(id) >= n) {
		return fmt.Errorf("%s %d does not exist", what, id)
	}
	return nil
}
