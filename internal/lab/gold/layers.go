package gold

import (
	"fmt"
	"slices"
	"strings"

	"readout/record"
)

func (b *builder) actor(f *fields) {
	a := record.Actor{ID: f.head[1], Kind: record.ActorKind(f.label(2)), Named: !f.has("unnamed"), Heard: f.has("heard"),
		Members: f.ids("members"), Count: record.Count(f.text("count")), Affiliation: f.id("of"), Titles: append([]string{}, f.words(f.text("title"))...)}
	words, spans := f.words(f.kv["mentions"]), f.list("mentions")
	f.take("mentions")
	for i, sp := range spans {
		a.Mentions = append(a.Mentions, record.Mention{Span: sp, Alternatives: []string{}})
		w, _, _ := strings.Cut(words[i], "#")
		if a.Name == "" || len(w) > len(a.Name) && a.Named {
			a.Name = w
		}
	}
	if len(a.Mentions) == 0 {
		b.fail(fmt.Errorf("an actor needs mentions"))
	}
	b.rec.Actors = append(b.rec.Actors, a)
}

func (b *builder) attribution(f *fields) {
	b.rec.Attributions = append(b.rec.Attributions, record.Attribution{ID: f.head[1], Within: f.id("within"), Source: f.spans("source"),
		Cue: f.spans("cue"), Content: f.spans("content"), Speaker: f.id("speaker"), Form: record.Form(f.text("form")), Headline: f.has("headline"), By: "gold/hand"})
}

func (b *builder) statement(f *fields) {
	b.rec.Statements = append(b.rec.Statements, record.Statement{ID: f.head[1], Chain: f.ids("chain"), Speaker: f.id("speaker"), Content: f.spans("content"),
		Quotes: f.spans("quotes"), Form: record.Form(f.text("form")), Firmness: record.Firmness(f.text("firmness")), FirmnessWords: f.spans("words"),
		Negated: f.has("negated"), Evaluative: f.has("evaluative"), Addressees: f.ids("to"), Place: f.id("at"), Time: f.id("when"),
		Issues: f.ids("issues"), Condition: f.id("condition"), Headline: f.has("headline"), By: "gold/hand"})
}

func (b *builder) meeting(f *fields) {
	m := record.Meeting{ID: f.head[1], Kind: record.MeetingKind(f.label(2)), Status: record.MeetingStatus(f.label(3)), Mentions: f.list("mentions"),
		Place: f.id("at"), Time: f.id("when"), Level: f.id("level"), Ordinal: f.list("ordinal"), StatusWords: record.Spans{}, Statements: []string{}, Candidates: f.ids("maybe")}
	f.take("mentions")
	f.take("ordinal")
	for _, w := range f.words(f.text("who")) {
		id, status, _ := strings.Cut(w, " ")
		m.Participants = append(m.Participants, record.Participant{Actor: id, Status: record.Participation(strings.TrimSpace(status))})
	}
	for _, sp := range f.list("agenda") {
		m.Agenda = append(m.Agenda, record.AgendaItem{Span: sp})
	}
	f.take("agenda")
	b.rec.Meetings = append(b.rec.Meetings, m)
}

func (b *builder) condition(f *fields) {
	b.rec.Conditions = append(b.rec.Conditions, record.Condition{ID: f.head[1], Kind: record.ConditionKind(f.label(2)), By: f.id("by"), To: f.id("to"),
		Trigger: f.spans("trigger"), Consequence: f.spans("consequence"), Connective: f.spans("connective"), Status: record.ConditionOpen, Statement: f.id("statement")})
}

func (b *builder) commitment(f *fields) {
	k := record.Commitment{ID: f.head[1], Firmness: record.Firmness(f.label(2)), By: f.id("by"), To: f.id("to"), What: f.spans("what"), Statement: f.id("statement")}
	for _, sp := range f.list("excludes") {
		k.Excludes = append(k.Excludes, record.Exclusion{Span: sp})
	}
	f.take("excludes")
	b.rec.Commitments = append(b.rec.Commitments, k)
}

func (b *builder) position(f *fields) {
	x := record.Position{ID: f.head[1], Holder: f.id("holder"), Issue: f.id("issue"), Words: f.spans("words"), Since: f.id("since"), Statement: f.id("statement")}
	if c := record.Change(f.label(2)); c != "-" {
		x.Change = &c
	}
	b.rec.Positions = append(b.rec.Positions, x)
}

func (b *builder) figure(f *fields) {
	sp := f.spans("span")
	if len(sp) != 1 {
		b.fail(fmt.Errorf("a figure has one span"))
		return
	}
	b.rec.Figures = append(b.rec.Figures, record.Figure{ID: f.head[1], Span: sp[0], Low: f.number("low"), High: f.number("high"), Unit: f.id("unit"),
		Approx: f.has("approx"), Of: f.spans("of"), Statement: f.id("statement")})
}

func (b *builder) time(f *fields) {
	sp := f.spans("span")
	if len(sp) != 1 {
		b.fail(fmt.Errorf("a time has one span"))
		return
	}
	b.rec.Times = append(b.rec.Times, record.Time{ID: f.head[1], Span: sp[0], Type: record.TimeType(f.label(2)), Value: f.id("value"), Mod: f.id("mod"), Resolved: !f.has("open")})
}

func (b *builder) event(f *fields) {
	b.rec.Events = append(b.rec.Events, record.Event{ID: f.head[1], Type: record.EventType(f.label(2)), Status: record.EventStatus(f.label(3)), Actor: f.id("actor"),
		Recipient: f.id("recipient"), Words: f.spans("words"), Time: f.id("when"), Place: f.id("at"), Statement: f.id("statement")})
}

// finish sorts what must be in reading order and checks every reference.
func (b *builder) finish() error {
	known := map[string]bool{}
	for _, id := range b.ids() {
		if known[id] {
			return fmt.Errorf("id %s is used twice", id)
		}
		known[id] = true
	}
	for _, ref := range b.refs() {
		if !known[ref] {
			return fmt.Errorf("id %s names nothing", ref)
		}
	}
	for i := range b.rec.Actors {
		slices.SortFunc(b.rec.Actors[i].Mentions, func(x, y record.Mention) int { return x.Span[0] - y.Span[0] })
	}
	return nil
}

func (b *builder) ids() []string {
	var out []string
	r := b.rec
	for _, x := range r.Actors {
		out = append(out, x.ID)
	}
	for _, x := range r.Attributions {
		out = append(out, x.ID)
	}
	for _, x := range r.Statements {
		out = append(out, x.ID)
	}
	for _, x := range r.Meetings {
		out = append(out, x.ID)
	}
	for _, x := range r.Conditions {
		out = append(out, x.ID)
	}
	for _, x := range r.Times {
		out = append(out, x.ID)
	}
	for _, x := range r.Places {
		out = append(out, x.ID)
	}
	return out
}

func (b *builder) refs() []string {
	var out []string
	add := func(ps ...*string) {
		for _, p := range ps {
			if p != nil {
				out = append(out, *p)
			}
		}
	}
	r := b.rec
	for _, x := range r.Actors {
		out = append(out, x.Members...)
	}
	for _, x := range r.Attributions {
		add(x.Within, x.Speaker)
	}
	for _, x := range r.Statements {
		out = append(append(out, x.Chain...), x.Addressees...)
		add(x.Speaker, x.Place, x.Time, x.Condition)
	}
	for _, x := range r.Meetings {
		add(x.Place, x.Time)
		for _, p := range x.Participants {
			out = append(out, p.Actor)
		}
	}
	for _, x := range r.Conditions {
		add(x.By, x.To, x.Statement)
	}
	for _, x := range r.Commitments {
		add(x.By, x.To, x.Statement)
	}
	for _, x := range r.Positions {
		add(x.Holder, x.Since, x.Statement)
	}
	for _, x := range r.Events {
		add(x.Actor, x.Recipient, x.Time, x.Place, x.Statement)
	}
	return out
}
