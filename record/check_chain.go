package record

import "strings"

func (c *checker) attributions() {
	list := c.r.Attributions
	for i := range list {
		q := &list[i]
		where := "attribution " + q.ID
		c.spans(where+" source", q.Source, 0)
		c.spans(where+" cue", q.Cue, 0)
		c.spans(where+" content", q.Content, 1)
		if len(q.Cue) > 1 {
			c.bad(where+" cue", "more than one span")
		}
		if len(q.Source) == 0 && len(q.Cue) == 0 {
			c.bad(where, "neither source nor cue: a link without words of its own does not exist")
		}
		c.opt(where, "within", q.Within, attributions)
		c.opt(where, "speaker", q.Speaker, actors)
		label(c, where, "form", q.Form)
		if q.Form == Narrator {
			c.bad(where, "form narrator is for statements alone")
		}
		c.nests(where, q)
	}
	c.circles()
}

// attribution returns the attribution of an id, or nil.
func (c *checker) attribution(id string) *Attribution {
	if r, ok := c.ids[id]; ok && r.list == attributions {
		return &c.r.Attributions[r.index]
	}
	return nil
}

// outer returns the attribution that q stands within, or nil.
func (c *checker) outer(q *Attribution) *Attribution {
	if q.Within == nil {
		return nil
	}
	return c.attribution(*q.Within)
}

// nests checks that an attribution stands in the content of the one around
// it: its cue does or, as in "the council said, citing the mediator", its
// content.
func (c *checker) nests(where string, q *Attribution) {
	out := c.outer(q)
	if out == nil || len(out.Content) == 0 {
		return
	}
	if !c.standsIn(q, out) {
		c.bad(where, "neither its cue nor its content lies in the content of %s, within which it stands", out.ID)
	}
}

// circles finds attributions whose way outwards does not end.
func (c *checker) circles() {
	const unseen, open, ends, circles = 0, 1, 2, 3
	state := make([]int, len(c.r.Attributions))
	for i := range state {
		var path []int
		j, verdict := i, ends
		for state[j] == unseen {
			state[j] = open
			path = append(path, j)
			out := c.outer(&c.r.Attributions[j])
			if out == nil {
				break
			}
			j = c.ids[out.ID].index
			if state[j] == open || state[j] == circles {
				verdict = circles
			}
		}
		for _, k := range path {
			state[k] = verdict
			if verdict == circles {
				c.bad("attribution "+c.r.Attributions[k].ID, "within runs in a circle")
			}
		}
	}
}

func (c *checker) statements() {
	for i := range c.r.Statements {
		s := &c.r.Statements[i]
		where := "statement " + s.ID
		c.refs(where, "chain", s.Chain, attributions)
		c.opt(where, "speaker", s.Speaker, actors)
		label(c, where, "form", s.Form)
		label(c, where, "firmness", s.Firmness)
		c.refs(where, "addressee", s.Addressees, actors)
		c.opt(where, "place", s.Place, places)
		c.opt(where, "time", s.Time, times)
		c.opt(where, "condition", s.Condition, conditions)
		c.spans(where+" content", s.Content, 1)
		c.spans(where+" quotes", s.Quotes, 0)
		c.spans(where+" firmness_words", s.FirmnessWords, 0)
		for _, x := range s.Contrasts {
			c.ref(where, "contrast with", x.With, statements)
			label(c, where, "relation", x.Relation)
			c.spans(where+" contrast", x.Cue, 1)
			if x.With == s.ID {
				c.bad(where, "a contrast with itself")
			}
		}
		c.voice(where, s)
		c.chain(where, s)
		c.quotes(where, s)
	}
}

// voice checks that the report's own voice and the form narrator are one.
func (c *checker) voice(where string, s *Statement) {
	switch own := len(s.Chain) == 0; {
	case own && s.Speaker != nil:
		c.bad(where, "the report's own voice (an empty chain) has the speaker %s", *s.Speaker)
	case own && s.Form != Narrator:
		c.bad(where, "an empty chain, but form %q", s.Form)
	case !own && s.Form == Narrator:
		c.bad(where, "form narrator with a chain")
	}
}

// chain checks that a chain leads from an outermost link inwards, and that
// the last link's content holds the statement's.
func (c *checker) chain(where string, s *Statement) {
	var last *Attribution
	for _, id := range s.Chain {
		q := c.attribution(id)
		switch {
		case q == nil:
			continue // reported as a reference
		case last == nil && q.Within != nil:
			c.bad(where, "its chain does not begin at an outermost link")
		case last != nil && (q.Within == nil || *q.Within != last.ID):
			c.bad(where, "chain: %s does not stand within %s", q.ID, last.ID)
		}
		last = q
	}
	if last != nil && len(last.Content) > 0 && !c.covered(s.Content, last.Content) {
		c.bad(where, "its content is not inside the content of %s", last.ID)
	}
}

// Quotation marks of every kind, for the pieces that a record shows as quoted.
const (
	opening = "\u201c\u2018\u201e\u201a\u00ab\u2039\"'`\u201f\u201b\u300c\u300e"
	closing = "\u201d\u2019\u201c\u2018\u00bb\u203a\"'`\u300d\u300f\u00ab"
)

// quotes checks that what is shown as quoted is, and that form and quotes
// agree.
func (c *checker) quotes(where string, s *Statement) {
	if len(s.Quotes) > 0 && c.regions == nil {
		c.regions = quoted(c.text)
	}
	for _, q := range s.Quotes {
		if c.inside(q) && !c.marked(q) && !c.inRegion(q) {
			c.bad(where, "%q stands as a quotation, but not in quotation marks", clip(c.words(q)))
		}
	}
	switch {
	case s.Form == Direct && len(s.Quotes) == 0:
		c.bad(where, "direct, but no quotation")
	case s.Form == Direct && !c.covered(s.Content, s.Quotes, c.regions):
		c.bad(where, "direct, but its content is not covered by quotation marks")
	case s.Form == Fragment && len(s.Quotes) == 0:
		c.bad(where, "fragment, but no quotation")
	}
}

// marked reports whether a span begins and ends with quotation marks.
func (c *checker) marked(s Span) bool {
	return s[1]-s[0] > 1 && strings.ContainsRune(opening, c.text[s[0]]) && strings.ContainsRune(closing, c.text[s[1]-1])
}

func (c *checker) inRegion(s Span) bool {
	return c.regions.coverAt(s[0]) >= s[1]
}

// clip shortens words for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "..."
	}
	return s
}
