package record

import (
	"fmt"
	"math"
	"strings"
	"time"
)

func (c *checker) report() {
	rep := &c.r.Report
	if c.r.Schema != Schema {
		c.bad("schema", "%q is not %s", c.r.Schema, Schema)
	}
	if c.r.Program == "" {
		c.bad("program", "no name and version")
	}
	if c.r.ReadingVersion < 1 {
		c.bad("reading_version", "%d is below 1", c.r.ReadingVersion)
	}
	c.stored(rep.Text)
	if rep.Language == "" {
		c.bad("report", "no language")
	}
	if rep.Byline != nil && rep.Byline.Span != nil {
		c.span("report.byline", *rep.Byline.Span)
	}
	if rep.Headline != nil {
		c.span("report.headline", *rep.Headline)
	}
	if rep.Credit != nil {
		c.span("report.credit", rep.Credit.Span)
	}
	if rep.Dateline != nil {
		c.span("report.dateline", rep.Dateline.Span)
	}
	if a := rep.Anchor; a != nil {
		label(c, "report.anchor", "how", a.How)
		if !isDate(a.Date) {
			c.bad("report.anchor", "date %q is not ISO 8601", a.Date)
		}
	}
}

// isDate reports whether s begins with a year, a month or a day of ISO 8601.
func isDate(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(s) >= len(layout) && (len(s) == len(layout) || layout == time.DateOnly && s[len(layout)] == 'T') {
			_, err := time.Parse(layout, s[:len(layout)])
			return err == nil
		}
	}
	return false
}

func (c *checker) sentences() {
	ss, credit := c.r.Sentences, ""
	if cr := c.r.Report.Credit; cr != nil {
		credit = strings.TrimSpace(c.words(cr.Span))
	}
	for i, s := range ss {
		where := fmt.Sprintf("sentences[%d]", i)
		c.span(where, s)
		if i > 0 && s[0] < ss[i-1][1] {
			c.bad(where, "overlaps the one before it or is out of order")
		}
		if credit != "" && strings.TrimSpace(c.words(s)) == credit {
			c.bad(where, "the credit line is a sentence")
		}
	}
}

func (c *checker) actors() {
	spoke := map[string]bool{}
	for i := range c.r.Attributions {
		if id := c.r.Attributions[i].Speaker; id != nil {
			spoke[*id] = true
		}
	}
	for i := range c.r.Statements {
		if id := c.r.Statements[i].Speaker; id != nil {
			spoke[*id] = true
		}
	}
	for i := range c.r.Actors {
		a := &c.r.Actors[i]
		where := "actor " + a.ID
		label(c, where, "kind", a.Kind)
		label(c, where, "count", a.Count)
		c.refs(where, "member", a.Members, actors)
		if a.Heard && !spoke[a.ID] {
			c.bad(where, "heard, but nothing is attributed to it")
		}
		c.mentions(where, a)
		c.names(where, a)
	}
}

func (c *checker) mentions(where string, a *Actor) {
	if len(a.Mentions) == 0 {
		c.bad(where, "no mention: nothing stands without words behind it")
	}
	for _, m := range a.Mentions {
		c.span(where+" mention", m.Span)
		label(c, where+" mention", "form", m.Form)
		c.refs(where+" mention", "alternative", m.Alternatives, actors)
	}
}

// names checks that what an actor is called stands in the text, and that an
// unnamed one is called by its own mentions.
func (c *checker) names(where string, a *Actor) {
	if strings.TrimSpace(a.Name) == "" {
		c.bad(where, "no name: the words of a mention are the least")
	} else if !c.worded(a.Name) {
		c.bad(where, "name %q is not worded so in the text", a.Name)
	}
	if a.Affiliation != nil && !c.worded(*a.Affiliation) {
		c.bad(where, "affiliation %q is not worded so in the text", *a.Affiliation)
	}
	for _, t := range a.Titles {
		if !c.worded(t) {
			c.bad(where, "title %q is not worded so in the text", t)
		}
	}
	if a.Named {
		return
	}
	if a.Background != nil {
		c.bad(where, "unnamed, yet it has the background %q", a.Background.Name)
	}
	name, own := fold(a.Name), len(a.Mentions) == 0
	for _, m := range a.Mentions {
		w := fold(c.words(m.Span))
		own = own || strings.Contains(w, name) || w != "" && strings.Contains(name, w)
	}
	if !own {
		c.bad(where, "unnamed, yet its name %q is not from its mentions", a.Name)
	}
}

func (c *checker) meetings() {
	for i := range c.r.Meetings {
		m := &c.r.Meetings[i]
		where := "meeting " + m.ID
		c.spans(where+" mentions", m.Mentions, 1)
		label(c, where, "kind", m.Kind)
		label(c, where, "status", m.Status)
		c.spans(where+" status_words", m.StatusWords, 0)
		c.spans(where+" ordinal", m.Ordinal, 0)
		c.opt(where, "place", m.Place, places)
		c.opt(where, "time", m.Time, times)
		c.refs(where, "statement", m.Statements, statements)
		c.refs(where, "candidate", m.Candidates, meetings)
		for _, p := range m.Participants {
			c.ref(where+" participant", "actor", p.Actor, actors)
			label(c, where+" participant", "status", p.Status)
		}
		for _, a := range m.Agenda {
			c.span(where+" agenda", a.Span)
			c.opt(where+" agenda", "statement", a.Statement, statements)
		}
	}
}

func (c *checker) conditions() {
	for i := range c.r.Conditions {
		d := &c.r.Conditions[i]
		where := "condition " + d.ID
		label(c, where, "kind", d.Kind)
		c.opt(where, "by", d.By, actors)
		c.opt(where, "to", d.To, actors)
		c.spans(where+" trigger", d.Trigger, 1)
		c.spans(where+" consequence", d.Consequence, 0)
		c.spans(where+" connective", d.Connective, 0)
		if d.Status == "" {
			c.bad(where, "no status")
		}
		c.opt(where, "statement", d.Statement, statements)
		if overlap(d.Trigger, d.Consequence) {
			c.bad(where, "trigger and consequence share words")
		}
	}
}

// overlap reports whether two lists, each in reading order, share a character.
func overlap(a, b Spans) bool {
	for len(a) > 0 && len(b) > 0 {
		if a[0][0] < b[0][1] && b[0][0] < a[0][1] {
			return true
		}
		if a[0][1] <= b[0][1] {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return false
}

func (c *checker) commitments() {
	for i := range c.r.Commitments {
		k := &c.r.Commitments[i]
		where := "commitment " + k.ID
		c.opt(where, "by", k.By, actors)
		c.opt(where, "to", k.To, actors)
		c.spans(where+" what", k.What, 1)
		label(c, where, "firmness", k.Firmness)
		c.opt(where, "statement", k.Statement, statements)
		for _, x := range k.Excludes {
			c.opt(where+" excludes", "actor", x.Actor, actors)
			c.span(where+" excludes", x.Span)
		}
	}
}

func (c *checker) positions() {
	for i := range c.r.Positions {
		p := &c.r.Positions[i]
		where := "position " + p.ID
		c.opt(where, "holder", p.Holder, actors)
		c.spans(where+" words", p.Words, 1)
		if p.Change != nil {
			label(c, where, "change", *p.Change)
		}
		c.opt(where, "since", p.Since, times)
		c.opt(where, "statement", p.Statement, statements)
	}
}

func (c *checker) figures() {
	for i := range c.r.Figures {
		f := &c.r.Figures[i]
		where := "figure " + f.ID
		c.span(where, f.Span)
		c.spans(where+" of", f.Of, 0)
		c.opt(where, "statement", f.Statement, statements)
		for _, v := range []*float64{f.Low, f.High} {
			if v != nil && (math.IsNaN(*v) || math.IsInf(*v, 0)) {
				c.bad(where, "a bound is not a number")
			}
		}
		if f.Low != nil && f.High != nil && *f.Low > *f.High {
			c.bad(where, "low %v above high %v", *f.Low, *f.High)
		}
	}
}

func (c *checker) times() {
	for i := range c.r.Times {
		t := &c.r.Times[i]
		where := "time " + t.ID
		c.span(where, t.Span)
		label(c, where, "type", t.Type)
		if t.Resolved && t.Value == nil {
			c.bad(where, "resolved without a value")
		}
	}
}

func (c *checker) places() {
	for i := range c.r.Places {
		p := &c.r.Places[i]
		where := "place " + p.ID
		c.spans(where+" mentions", p.Mentions, 1)
		if strings.TrimSpace(p.Name) == "" || !c.worded(p.Name) {
			c.bad(where, "name %q is not worded so in the text", p.Name)
		}
	}
}

func (c *checker) things() {
	for i := range c.r.Things {
		t := &c.r.Things[i]
		where := "thing " + t.ID
		c.spans(where+" mentions", t.Mentions, 2)
		if strings.TrimSpace(t.Label) == "" || !c.worded(t.Label) {
			c.bad(where, "label %q is not worded so in the text", t.Label)
		}
	}
}

func (c *checker) events() {
	for i := range c.r.Events {
		e := &c.r.Events[i]
		where := "event " + e.ID
		label(c, where, "type", e.Type)
		label(c, where, "status", e.Status)
		c.opt(where, "actor", e.Actor, actors)
		c.opt(where, "recipient", e.Recipient, actors)
		c.spans(where+" words", e.Words, 1)
		c.opt(where, "time", e.Time, times)
		c.opt(where, "place", e.Place, places)
		c.opt(where, "statement", e.Statement, statements)
	}
}

func (c *checker) open() {
	for i := range c.r.Open {
		o := &c.r.Open[i]
		where := "open point " + o.ID
		label(c, where, "code", o.Code)
		c.span(where, o.Span)
		if r, ok := c.ids[o.Row]; !ok || r.list != meetings && r.list != conditions && r.list != statements {
			c.bad(where, "row %q names no meeting, condition or statement", o.Row)
		}
	}
}

func (c *checker) tensions() {
	for i := range c.r.Tensions {
		t := &c.r.Tensions[i]
		where := "tension " + t.ID
		label(c, where, "code", t.Code)
		c.refs(where, "statements", t.Statements, statements)
		if len(t.Statements) != 2 || t.Statements[0] == t.Statements[1] {
			c.bad(where, "it is not between two statements")
		}
	}
}

func (c *checker) doubts() {
	for i, d := range c.r.Doubts {
		where := fmt.Sprintf("doubts[%d]", i)
		label(c, where, "code", d.Code)
		if d.Span != nil {
			c.span(where, *d.Span)
		}
	}
}
