package explain

import (
	"slices"
	"strings"

	"readout/internal/annot"
)

func (p *printer) attributions() {
	if p.d.Attributions == nil {
		return
	}
	for i, q := range p.d.Attributions.List {
		marks := slices.Concat(mark("source", q.Source...), mark("cue", q.Cue), mark("content", q.Content...))
		p.row(row{id: id("q", annot.AttributionID(i)), marks: marks, by: q.By, facts: []string{
			string(q.Form), fact("within", id("q", q.Within)), when(q.Headline, "headline"),
			fact("source head", p.word(q.SourceHead)), fact("cue head", p.word(q.CueHead))}})
	}
}

// word returns the words of a token.
func (p *printer) word(t annot.TokenID) string {
	if t == annot.None {
		return ""
	}
	return p.d.Segmentation.Word(t)
}

func (p *printer) conditions() {
	if p.d.Conditions == nil {
		return
	}
	for i, c := range p.d.Conditions.List {
		marks := slices.Concat(mark("trigger", c.Trigger...), mark("consequence", c.Consequence...), mark("connective", c.Connective...))
		p.row(row{id: id("c", annot.ConditionID(i)), marks: marks, by: c.By, facts: []string{
			string(c.Kind), fact("in", id("q", c.Attribution)), fact("to", p.word(c.To))}})
	}
}

func (p *printer) statements() {
	if p.d.Statements == nil {
		return
	}
	for i, s := range p.d.Statements.List {
		marks := slices.Concat(mark("content", s.Content...), mark("quote", s.Quotes...), mark("firm", s.FirmnessWords...))
		p.row(row{id: id("s", annot.StatementID(i)), marks: marks, by: s.By, facts: []string{
			string(s.Firmness), string(s.Form), p.chain(s.Attribution), p.entity(s.Speaker), when(s.Negated, "negated"), when(s.Evaluative, "evaluative"),
			ids("to", "en", s.Addressees), fact("at", p.entity(s.Place)), id("t", s.Time), fact("on", strings.Join(s.Issues, ", ")),
			id("c", s.Condition), when(s.Headline, "headline")}})
	}
}

// chain returns the attributions that lead to a statement.
func (p *printer) chain(q annot.AttributionID) string {
	if q == annot.None || p.d.Attributions == nil {
		return ""
	}
	return ids("through", "q", p.d.Attributions.Chain(q))
}

func (p *printer) meetings() {
	if p.d.Meetings == nil {
		return
	}
	for i, m := range p.d.Meetings.List {
		marks := slices.Concat(mark("meeting", m.Mentions...), mark("ordinal", m.Ordinal...), mark("status", m.StatusWords...), mark("level", m.Level))
		for _, a := range m.Agenda {
			marks = append(marks, mark("agenda", a.Span)...)
		}
		r := row{id: id("m", annot.MeetingID(i)), marks: marks, by: m.By, facts: []string{
			string(m.Kind), string(m.Status), fact("at", p.entity(m.Place)), id("t", m.Time), ids("perhaps", "m", m.Candidates)}}
		for _, x := range m.Participants {
			r.facts = append(r.facts, string(x.Status)+" "+p.entity(x.Entity))
		}
		p.row(r)
	}
}

func (p *printer) positions() {
	if p.d.Positions == nil {
		return
	}
	for i, x := range p.d.Positions.List {
		p.row(row{id: id("x", annot.PositionID(i)), marks: mark("position", x.Words...), by: x.By, facts: []string{
			string(x.Change), p.entity(x.Holder), fact("on", x.Issue), fact("since", id("t", x.Since)), id("s", x.Statement)}})
	}
	for i, k := range p.d.Positions.Commitments {
		marks := mark("what", k.What...)
		var out []annot.EntityID
		for _, e := range k.Excludes {
			marks = append(marks, mark("excludes", e.Span)...)
			if e.Entity != annot.None {
				out = append(out, e.Entity)
			}
		}
		p.row(row{id: id("k", annot.CommitmentID(i)), marks: marks, by: k.By, facts: []string{
			string(k.Firmness), p.entity(k.Holder), fact("to", p.entity(k.To)), ids("excludes", "en", out), id("s", k.Statement)}})
	}
}

func (p *printer) events() {
	if p.d.Events == nil {
		return
	}
	for i, e := range p.d.Events.List {
		p.row(row{id: id("e", annot.EventID(i)), marks: mark("event", e.Words...), by: e.By, facts: []string{
			string(e.Type), e.Mode, string(e.Status), fact("actor", p.entity(e.Actor)), fact("recipient", p.entity(e.Recipient)),
			id("t", e.Time), fact("at", p.entity(e.Place)), id("s", e.Statement)}})
	}
}

func (p *printer) doubts() {
	d := p.d
	all := slices.Clone(d.Doubts)
	if d.Quotations != nil {
		all = append(all, d.Quotations.Doubts...)
	}
	if d.Times != nil {
		all = append(all, d.Times.Doubts...)
	}
	if d.Attributions != nil {
		all = append(all, d.Attributions.Doubts...)
	}
	if d.Entities != nil {
		all = append(all, d.Entities.Doubts...)
	}
	if d.Statements != nil {
		all = append(all, d.Statements.Doubts...)
	}
	if d.Meetings != nil {
		all = append(all, d.Meetings.Doubts...)
	}
	for _, x := range all {
		p.row(row{id: string(x.Code), marks: mark("doubt", x.Span), facts: []string{x.Note}})
	}
}
