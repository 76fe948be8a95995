package gold

import (
	"fmt"
	"slices"
	"strings"

	"readout/record"
)

// scored adds n gold rows, m answers and the pairs found to a tally. The
// functions give the words of a row, for those that have no fellow.
func (c *comparison) scored(name string, n, m int, pairs []pair, gold, answer func(int) string) {
	t := c.score.Of(name)
	t.Asked, t.Answered, t.Right = t.Asked+n, t.Answered+m, t.Right+len(pairs)
	if c.score.Tell == nil {
		return
	}
	for i := range n {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return p.gold == i }) {
			c.score.Tell(Difference{name, "missed", gold(i)})
		}
	}
	for j := range m {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return p.answer == j }) {
			c.score.Tell(Difference{name, "spurious", answer(j)})
		}
	}
}

// same judges one value of a pair, and tells where it differs.
func same[T comparable](c *comparison, name string, gold, answer T, words func() string) {
	c.score.Of(name).judged(gold == answer)
	if gold != answer && c.score.Tell != nil {
		c.score.Tell(Difference{name, fmt.Sprintf("answered %v for %v", answer, gold), words()})
	}
}

// words returns words of the report, with the actor that they are of.
func (c *comparison) words(ss record.Spans, who *string, actors map[string]*record.Actor) string {
	var b strings.Builder
	if who != nil && actors[*who] != nil {
		b.WriteString(actors[*who].Name + ": ")
	}
	for i, s := range ss {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(string(c.text[s[0]:s[1]]))
	}
	return b.String()
}

func yes(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

// meetings pairs meetings that share most mentions, then asks for status and
// participants.
func (c *comparison) meetings() {
	g, a := c.gold.Meetings, c.answer.Meetings
	pairs := match(len(g), len(a), 0.001, func(i, j int) float64 {
		shared := 0
		for _, x := range g[i].Mentions {
			if overlap(record.Spans{x}, a[j].Mentions) {
				shared++
			}
		}
		return float64(shared) / float64(len(g[i].Mentions)+len(a[j].Mentions))
	})
	words := func(m *record.Meeting) string { return string(m.Status) + ": " + c.words(m.Mentions, nil, nil) }
	c.scored("meeting", len(g), len(a), pairs,
		func(i int) string { return words(&g[i]) }, func(j int) string { return words(&a[j]) })
	for _, p := range pairs {
		x, y := g[p.gold], a[p.answer]
		same(c, "meeting status", x.Status, y.Status, func() string { return c.words(x.Mentions, nil, nil) })
		met := match(len(x.Participants), len(y.Participants), 1, func(i, j int) float64 {
			return yes(x.Participants[i].Status == y.Participants[j].Status && c.sameActor(&x.Participants[i].Actor, &y.Participants[j].Actor))
		})
		who := func(p record.Participant, m *record.Meeting, actors map[string]*record.Actor) string {
			return string(p.Status) + " " + c.words(m.Mentions, &p.Actor, actors)
		}
		c.scored("participant", len(x.Participants), len(y.Participants), met,
			func(i int) string { return who(x.Participants[i], &x, c.gActor) }, func(j int) string { return who(y.Participants[j], &y, c.aActor) })
		mentions := func() string { return c.words(x.Mentions, nil, nil) }
		c.given("meeting place", x.Place, y.Place, mentions)
		c.given("meeting time", x.Time, y.Time, mentions)
	}
}

func (c *comparison) conditions() {
	g, a := c.gold.Conditions, c.answer.Conditions
	pairs := match(len(g), len(a), 0.5, func(i, j int) float64 {
		t, q := jaccard(g[i].Trigger, a[j].Trigger), jaccard(g[i].Consequence, a[j].Consequence)
		if len(g[i].Consequence)+len(a[j].Consequence) == 0 {
			q = 1
		}
		return min(t, q)
	})
	words := func(x *record.Condition) string {
		return string(x.Kind) + ": " + c.words(x.Trigger, nil, nil) + " → " + c.words(x.Consequence, nil, nil)
	}
	c.scored("condition", len(g), len(a), pairs,
		func(i int) string { return words(&g[i]) }, func(j int) string { return words(&a[j]) })
	for _, p := range pairs {
		same(c, "condition kind", g[p.gold].Kind, a[p.answer].Kind, func() string { return words(&g[p.gold]) })
		c.score.Of("condition by").judged(c.sameActor(g[p.gold].By, a[p.answer].By))
	}
}

func (c *comparison) commitments() {
	g, a := c.gold.Commitments, c.answer.Commitments
	pairs := match(len(g), len(a), 0.5, func(i, j int) float64 {
		if !c.sameActor(g[i].By, a[j].By) {
			return 0
		}
		return jaccard(g[i].What, a[j].What)
	})
	words := func(x *record.Commitment, actors map[string]*record.Actor) string {
		return string(x.Firmness) + " " + c.words(x.What, x.By, actors)
	}
	c.scored("commitment", len(g), len(a), pairs,
		func(i int) string { return words(&g[i], c.gActor) }, func(j int) string { return words(&a[j], c.aActor) })
	for _, p := range pairs {
		same(c, "commitment firmness", g[p.gold].Firmness, a[p.answer].Firmness, func() string { return words(&g[p.gold], c.gActor) })
	}
}

func (c *comparison) positions() {
	g, a := c.gold.Positions, c.answer.Positions
	pairs := match(len(g), len(a), 0.3, func(i, j int) float64 {
		same := g[i].Change == nil && a[j].Change == nil || g[i].Change != nil && a[j].Change != nil && *g[i].Change == *a[j].Change
		if !same || !c.sameActor(g[i].Holder, a[j].Holder) {
			return 0
		}
		return jaccard(g[i].Words, a[j].Words)
	})
	words := func(x *record.Position, actors map[string]*record.Actor) string {
		change := "held"
		if x.Change != nil {
			change = string(*x.Change)
		}
		return change + " " + c.words(x.Words, x.Holder, actors)
	}
	c.scored("position", len(g), len(a), pairs,
		func(i int) string { return words(&g[i], c.gActor) }, func(j int) string { return words(&a[j], c.aActor) })
}

func (c *comparison) figures() {
	g, a := c.gold.Figures, c.answer.Figures
	bound := func(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	pairs := match(len(g), len(a), 1, func(i, j int) float64 {
		x, y := g[i].Span, a[j].Span
		return yes(x[0] < y[1] && y[0] < x[1] && bound(g[i].Low, a[j].Low) && bound(g[i].High, a[j].High) && g[i].Approx == a[j].Approx)
	})
	words := func(f *record.Figure) string {
		bound := func(x *float64) string {
			if x == nil {
				return "-"
			}
			return fmt.Sprint(*x)
		}
		return c.words(record.Spans{f.Span}, nil, nil) + " = " + bound(f.Low) + " " + bound(f.High) + map[bool]string{true: " approx"}[f.Approx]
	}
	c.scored("figure", len(g), len(a), pairs,
		func(i int) string { return words(&g[i]) }, func(j int) string { return words(&a[j]) })
}

func (c *comparison) times() {
	g, a := c.gold.Times, c.answer.Times
	pairs := match(len(g), len(a), 0.001, func(i, j int) float64 { return jaccard(record.Spans{g[i].Span}, record.Spans{a[j].Span}) })
	words := func(t *record.Time) string { return c.words(record.Spans{t.Span}, nil, nil) }
	value := func(t *record.Time) string {
		if t.Value == nil {
			return "nothing"
		}
		return *t.Value
	}
	c.scored("time", len(g), len(a), pairs,
		func(i int) string { return words(&g[i]) }, func(j int) string { return words(&a[j]) })
	for _, p := range pairs {
		same(c, "time value", value(&g[p.gold]), value(&a[p.answer]), func() string { return words(&g[p.gold]) })
	}
}

func (c *comparison) events() {
	g, a := c.gold.Events, c.answer.Events
	pairs := match(len(g), len(a), 1, func(i, j int) float64 {
		return yes(g[i].Type == a[j].Type && overlap(g[i].Words, a[j].Words) && c.sameActor(g[i].Actor, a[j].Actor))
	})
	words := func(e *record.Event, actors map[string]*record.Actor) string {
		return string(e.Type) + " " + c.words(e.Words, e.Actor, actors)
	}
	c.scored("event", len(g), len(a), pairs,
		func(i int) string { return words(&g[i], c.gActor) }, func(j int) string { return words(&a[j], c.aActor) })
	for _, p := range pairs {
		same(c, "event status", g[p.gold].Status, a[p.answer].Status, func() string { return words(&g[p.gold], c.gActor) })
	}
}
