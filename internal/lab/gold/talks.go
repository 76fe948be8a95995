package gold

import (
	"readout/record"
)

// scored adds n gold rows, m answers and the pairs found to a tally.
func (c *comparison) scored(name string, n, m int, pairs []pair) {
	t := c.score.Of(name)
	t.Asked, t.Answered, t.Right = t.Asked+n, t.Answered+m, t.Right+len(pairs)
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
	c.scored("meeting", len(g), len(a), pairs)
	for _, p := range pairs {
		x, y := g[p.gold], a[p.answer]
		c.score.Of("meeting status").judged(x.Status == y.Status)
		t := c.score.Of("participant")
		t.Asked, t.Answered = t.Asked+len(x.Participants), t.Answered+len(y.Participants)
		t.Right += len(match(len(x.Participants), len(y.Participants), 1, func(i, j int) float64 {
			return yes(x.Participants[i].Status == y.Participants[j].Status && c.sameActor(&x.Participants[i].Actor, &y.Participants[j].Actor))
		}))
		given(c.score.Of("meeting place"), x.Place, y.Place, c.sameSpot)
		given(c.score.Of("meeting time"), x.Time, y.Time, c.sameSpot)
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
	c.scored("condition", len(g), len(a), pairs)
	for _, p := range pairs {
		c.score.Of("condition kind").judged(g[p.gold].Kind == a[p.answer].Kind)
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
	c.scored("commitment", len(g), len(a), pairs)
	for _, p := range pairs {
		c.score.Of("commitment firmness").judged(g[p.gold].Firmness == a[p.answer].Firmness)
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
	c.scored("position", len(g), len(a), pairs)
}

func (c *comparison) figures() {
	g, a := c.gold.Figures, c.answer.Figures
	bound := func(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	pairs := match(len(g), len(a), 1, func(i, j int) float64 {
		x, y := g[i].Span, a[j].Span
		return yes(x[0] < y[1] && y[0] < x[1] && bound(g[i].Low, a[j].Low) && bound(g[i].High, a[j].High) && g[i].Approx == a[j].Approx)
	})
	c.scored("figure", len(g), len(a), pairs)
}

func (c *comparison) times() {
	g, a := c.gold.Times, c.answer.Times
	pairs := match(len(g), len(a), 0.001, func(i, j int) float64 { return jaccard(record.Spans{g[i].Span}, record.Spans{a[j].Span}) })
	c.scored("time", len(g), len(a), pairs)
	for _, p := range pairs {
		x, y := g[p.gold].Value, a[p.answer].Value
		c.score.Of("time value").judged(x == nil && y == nil || x != nil && y != nil && *x == *y)
	}
}

func (c *comparison) events() {
	g, a := c.gold.Events, c.answer.Events
	pairs := match(len(g), len(a), 1, func(i, j int) float64 {
		return yes(g[i].Type == a[j].Type && overlap(g[i].Words, a[j].Words) && c.sameActor(g[i].Actor, a[j].Actor))
	})
	c.scored("event", len(g), len(a), pairs)
	for _, p := range pairs {
		c.score.Of("event status").judged(g[p.gold].Status == a[p.answer].Status)
	}
}
