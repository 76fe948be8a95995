package assemble

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

func (b *builder) attributions() {
	b.rec.Attributions = []record.Attribution{}
	for i, a := range b.doc.Attributions.List {
		row := record.Attribution{
			ID:       id("q", i),
			Within:   ref("q", a.Within),
			Source:   b.spans(a.Source),
			Cue:      record.Spans{},
			Content:  b.spans(a.Content),
			Speaker:  b.actorRef(b.speaker(annot.AttributionID(i))),
			Form:     a.Form,
			Headline: a.Headline,
			By:       string(a.By),
		}
		if !a.Cue.Empty() {
			row.Cue = record.Spans{b.span(a.Cue)}
		}
		b.rec.Attributions = append(b.rec.Attributions, row)
	}
}

func (b *builder) statements() {
	b.rec.Statements = []record.Statement{}
	for i, s := range b.doc.Statements.List {
		row := record.Statement{
			ID:            id("s", i),
			Chain:         []string{},
			Speaker:       b.actorRef(s.Speaker),
			Content:       b.spans(s.Content),
			Quotes:        b.spans(b.quotes(s.Quotes)),
			Form:          s.Form,
			Firmness:      s.Firmness,
			FirmnessWords: b.spans(s.FirmnessWords),
			Negated:       s.Negated,
			Evaluative:    s.Evaluative,
			Addressees:    b.actorRefs(s.Addressees),
			Place:         b.placeRef(s.Place),
			Time:          ref("t", s.Time),
			Issues:        append([]string{}, s.Issues...),
			Condition:     ref("c", s.Condition),
			Headline:      s.Headline,
			Contrasts:     []record.Contrast{},
			By:            string(s.By),
		}
		for _, x := range s.Contrasts {
			row.Contrasts = append(row.Contrasts, record.Contrast{With: id("s", int(x.With)), Cue: record.Spans{b.span(x.Cue)}, Relation: x.Relation})
		}
		for _, a := range b.doc.Attributions.Chain(s.Attribution) {
			row.Chain = append(row.Chain, id("q", a))
		}
		b.rec.Statements = append(b.rec.Statements, row)
	}
}

// quotes widens a piece that was cut at a sentence's end back to its whole
// quotation where the marks are two single ones (“so”), since a reader of
// the record could not see otherwise that it is quoted.
func (b *builder) quotes(pieces annot.Spans) annot.Spans {
	out := make(annot.Spans, 0, len(pieces))
	for _, p := range pieces {
		if q := b.doc.Quotations.Covering(p); q != annot.None {
			for _, whole := range b.doc.Quotations.List[q].Pieces {
				if w := b.doc.Text.Slice(whole); whole.Contains(p) && (strings.HasPrefix(w, "''") || strings.HasPrefix(w, "``") || strings.HasSuffix(w, "''")) {
					p = whole
				}
			}
		}
		out = append(out, p)
	}
	return out.Normal()
}

// conditions looks up for each condition the statement that states it: the
// one that refers to it, or else the one whose content holds its trigger.
func (b *builder) conditions() {
	b.rec.Conditions = []record.Condition{}
	stated := map[annot.ConditionID]annot.StatementID{}
	for i, s := range b.doc.Statements.List {
		if _, ok := stated[s.Condition]; s.Condition != annot.None && !ok {
			stated[s.Condition] = annot.StatementID(i)
		}
	}
	for i, c := range b.doc.Conditions.List {
		st, ok := stated[annot.ConditionID(i)]
		if !ok {
			st = b.doc.Statements.Holding(c.Trigger.Cover())
		}
		by := b.setter(c, st)
		b.rec.Conditions = append(b.rec.Conditions, record.Condition{
			ID:          id("c", i),
			Kind:        c.Kind,
			By:          b.actorRef(by),
			To:          b.actorRef(b.addressee(c, by)),
			Trigger:     b.spans(c.Trigger),
			Consequence: b.spans(c.Consequence),
			Connective:  b.spans(c.Connective),
			Status:      record.ConditionOpen,
			Statement:   ref("s", st),
			Rule:        string(c.By),
		})
	}
}

// setter returns whose condition it is: of the party that is to act, where the
// speaker of the attribution that states it, or of the statement that does,
// speaks for that party; else of the speaker.
func (b *builder) setter(c annot.Condition, st annot.StatementID) annot.EntityID {
	speaker := b.speaker(c.Attribution)
	for a := c.Attribution; speaker == annot.None && a != annot.None; { // "Halvik said it was ready": it is Halvik
		row := &b.doc.Attributions.List[a]
		if row.SourceHead == annot.None || b.doc.Syntax.Words[row.SourceHead].UPOS != ud.PRON {
			break
		}
		if a = row.Within; a != annot.None {
			speaker = b.speaker(a)
		}
	}
	if speaker == annot.None && st != annot.None {
		speaker = b.doc.Statements.List[st].Speaker
	}
	return c.Setter(b.doc.Syntax, b.doc.Mentions, b.doc.Entities, speaker)
}

// addressee returns whom a condition is said to or, of a threat or a promise,
// who would have to act: "we will strike if the company cuts pay" is to the
// company.
func (b *builder) addressee(c annot.Condition, by annot.EntityID) annot.EntityID {
	if to := b.entityAt(c.To); to != annot.None && b.doc.Entities.List[to].Kind != annot.OutletMention {
		return to // who is told it in an interview is not threatened
	}
	if c.Kind != record.Threat && c.Kind != record.Promise {
		return annot.None
	}
	if to := b.doc.Entities.Doer(b.doc.Syntax, b.doc.Mentions, c.Trigger); to != annot.None && to != by && b.actor[to] != "" {
		return to
	}
	return annot.None
}

func (b *builder) figures() {
	b.rec.Figures = []record.Figure{}
	for i, f := range b.doc.Figures.List {
		b.rec.Figures = append(b.rec.Figures, record.Figure{
			ID: id("f", i), Span: b.span(f.Span), Low: f.Low, High: f.High, Unit: optional(f.Unit),
			Approx: f.Approx, Strict: f.Strict, Of: b.spans(f.Of),
			Statement: ref("s", b.doc.Statements.Holding(f.Span)), Rule: string(f.By),
		})
	}
}

func (b *builder) times() {
	b.rec.Times = []record.Time{}
	for i, t := range b.doc.Times.List {
		b.rec.Times = append(b.rec.Times, record.Time{
			ID: id("t", i), Span: b.span(t.Span), Type: t.Type, Value: optional(t.Value), Mod: optional(t.Mod),
			Resolved: t.Resolved, Anchor: optional(t.Anchor), Rule: optional(t.Rule),
		})
	}
}
