package assemble

import (
	"slices"
	"strings"
	"time"

	"readout/internal/annot"
	"readout/record"
)

func (b *builder) report() {
	src, seg := b.doc.Source, b.doc.Segmentation
	r := &b.rec.Report
	*r = record.Report{
		ID:         src.ID,
		Title:      optional(src.Title),
		Outlet:     optional(src.Outlet),
		URL:        optional(src.URL),
		Published:  optional(dated(src.Published)),
		Language:   b.doc.Language,
		AboutTalks: b.doc.AboutTalks,
		Text:       b.doc.Text.String(),
	}
	for _, x := range seg.Blocks {
		if x.Kind == annot.Headline {
			s := b.span(x.Span)
			r.Headline = &s
		}
		if x.Kind == annot.Headline || x.Kind == annot.Body {
			break // a heading further down is none of the report
		}
	}
	if l := seg.Byline; l != nil {
		s := b.span(l.Span)
		r.Byline = &record.Byline{Name: b.words(l.Name), Span: &s}
	} else if src.Byline != "" {
		r.Byline = &record.Byline{Name: src.Byline}
	}
	if l := seg.Credit; l != nil {
		r.Credit = &record.Credit{Name: b.words(l.Name), Span: b.span(l.Span)}
	}
	if l := seg.Dateline; l != nil {
		r.Dateline = &record.Dateline{Place: b.words(l.Name), Span: b.span(l.Span)}
	}
	if a := b.doc.Times.Anchor; a.Known() {
		r.Anchor = &record.Anchor{Date: a.String(), How: a.How}
	}
	b.rec.Sentences = record.Spans{}
	for i, s := range seg.Sentences {
		if seg.Body(annot.SentenceID(i)) {
			b.rec.Sentences = append(b.rec.Sentences, b.span(s.Span))
		}
	}
}

// dated returns a day of publication that is one, and nothing for words such
// as "yesterday": a doubt keeps those.
func dated(published string) string {
	day := strings.TrimSpace(published)
	if i := strings.IndexAny(day, "T "); i >= 0 {
		day = day[:i]
	}
	for _, layout := range []string{time.DateOnly, "20060102"} {
		if _, err := time.Parse(layout, day); err == nil {
			return published
		}
	}
	return ""
}

// doubts gathers what every stage could not settle, in reading order; what is
// about the whole report comes first.
func (b *builder) doubts() {
	d := b.doc
	all := slices.Concat(d.Doubts, d.Quotations.Doubts, d.Times.Doubts, d.Attributions.Doubts,
		d.Entities.Doubts, d.Statements.Doubts, d.Meetings.Doubts)
	slices.SortStableFunc(all, func(x, y annot.Doubt) int { return x.Span.Compare(y.Span) })
	b.rec.Doubts = make([]record.Doubt, 0, len(all))
	for _, x := range all {
		row := record.Doubt{Code: x.Code, Note: optional(x.Note)}
		if !x.Span.Empty() {
			s := b.span(x.Span)
			row.Span = &s
		}
		b.rec.Doubts = append(b.rec.Doubts, row)
	}
}
