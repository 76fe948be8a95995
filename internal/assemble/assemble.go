package assemble

import (
	"readout/internal/annot"
	"readout/internal/text"
	"readout/record"
)

// Program is the name and version that a record carries.
const Program = "readout 0.1.0"

// ReadingVersion counts up when stored reports deserve to be read again.
const ReadingVersion = 1

// builder holds what the parts of a record share while it is made.
type builder struct {
	doc    *annot.Document
	mapper *text.Mapper
	actor  []string // record id of each entity that is an actor, or ""
	place  []string // record id of each entity that is a place, or ""
	rec    *record.Record
	runes  []rune // of the text, once asked for
}

// Record builds the record of a document. Layers that are nil give empty
// lists.
func Record(doc *annot.Document) *record.Record {
	b := &builder{doc: withLayers(doc), mapper: text.NewMapper(doc.Text)}
	b.rec = &record.Record{Schema: record.Schema, Program: Program, ReadingVersion: ReadingVersion}
	b.nameEntities()
	b.report()
	b.actors()
	b.places()
	b.things()
	b.attributions()
	b.statements()
	b.meetings()
	b.conditions()
	b.commitments()
	b.positions()
	b.figures()
	b.times()
	b.events()
	b.doubts()
	b.heard()
	record.Settle(b.rec)
	b.open()
	b.tensions()
	return b.rec
}

// withLayers fills in empty layers for those that were not computed, so that
// no part has to ask.
func withLayers(d *annot.Document) *annot.Document {
	c := *d
	c.Segmentation = orEmpty(c.Segmentation)
	c.Times = orEmpty(c.Times)
	c.Figures = orEmpty(c.Figures)
	c.Mentions = orEmpty(c.Mentions)
	c.Attributions = orEmpty(c.Attributions)
	c.Entities = orEmpty(c.Entities)
	c.Things = orEmpty(c.Things)
	c.Links = orEmpty(c.Links)
	c.Conditions = orEmpty(c.Conditions)
	c.Statements = orEmpty(c.Statements)
	c.Meetings = orEmpty(c.Meetings)
	c.Positions = orEmpty(c.Positions)
	c.Events = orEmpty(c.Events)
	c.Quotations = orEmpty(c.Quotations)
	return &c
}

func orEmpty[T any](layer *T) *T {
	if layer == nil {
		return new(T)
	}
	return layer
}

func (b *builder) span(s annot.Span) record.Span {
	return record.Span{b.mapper.CodePoints(s.Start), b.mapper.CodePoints(s.End)}
}

func (b *builder) spans(ss annot.Spans) record.Spans {
	out := make(record.Spans, len(ss))
	for i, s := range ss {
		out[i] = b.span(s)
	}
	return out
}

// words returns the words of a span with its white space folded, since what
// is shown as a name must not break a line.
func (b *builder) words(s annot.Span) string { return fold(b.doc.Text.Slice(s)) }
