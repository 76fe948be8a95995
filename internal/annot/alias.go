package annot

import (
	"readout/internal/text"
	"readout/record"
)

// Names from the ground floor that every layer uses.
type (
	// Span is text.Span.
	Span = text.Span
	// Spans is text.Spans.
	Spans = text.Spans
	// DoubtCode is record.DoubtCode.
	DoubtCode = record.DoubtCode
)
