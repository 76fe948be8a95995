package gold

import (
	"fmt"
	"slices"

	"readout/record"
)

// A comparison holds two records of one text while they are compared.
type comparison struct {
	gold, answer *record.Record
	text         []rune
	score        *Score
	gActor       map[string]*record.Actor
	aActor       map[string]*record.Actor
	gLink, aLink map[string]*record.Attribution
	gSpan, aSpan map[string]record.Spans // of times and places, by id
}

// Add compares the answer with the gold record of the same text and adds what
// it finds to the score.
func (s *Score) Add(gold, answer *record.Record) {
	c := &comparison{gold: gold, answer: answer, text: []rune(gold.Report.Text), score: s}
	c.gActor, c.gLink, c.gSpan = index(gold)
	c.aActor, c.aLink, c.aSpan = index(answer)
	c.attributions()
	c.statements()
	c.meetings()
	c.conditions()
	c.commitments()
	c.positions()
	c.figures()
	c.times()
	c.events()
}

func index(r *record.Record) (map[string]*record.Actor, map[string]*record.Attribution, map[string]record.Spans) {
	actors, links, spans := map[string]*record.Actor{}, map[string]*record.Attribution{}, map[string]record.Spans{}
	for i := range r.Actors {
		actors[r.Actors[i].ID] = &r.Actors[i]
	}
	for i := range r.Attributions {
		links[r.Attributions[i].ID] = &r.Attributions[i]
	}
	for _, t := range r.Times {
		spans[t.ID] = record.Spans{t.Span}
	}
	for _, p := range r.Places {
		spans[p.ID] = p.Mentions
	}
	return actors, links, spans
}

// sameActor reports whether two ids denote one actor: they share a mention,
// or are both not given.
func (c *comparison) sameActor(gold, answer *string) bool {
	if gold == nil || answer == nil {
		return gold == nil && answer == nil
	}
	g, a := c.gActor[*gold], c.aActor[*answer]
	if g == nil || a == nil {
		return false
	}
	for _, x := range g.Mentions {
		for _, y := range a.Mentions {
			if x.Span[0] < y.Span[1] && y.Span[0] < x.Span[1] && y.Span[1] == x.Span[1] {
				return true
			}
		}
	}
	return false
}

func (c *comparison) sameSpot(gold, answer *string) bool {
	if gold == nil || answer == nil {
		return gold == nil && answer == nil
	}
	return overlap(c.gSpan[*gold], c.aSpan[*answer])
}

func depth(links map[string]*record.Attribution, q *record.Attribution) int {
	n := 1
	for q.Within != nil && links[*q.Within] != nil && n < 20 {
		q, n = links[*q.Within], n+1
	}
	return n
}

// body leaves out what only a headline says: the record reads headlines and
// flags what it finds there, the guidelines annotate none of it.
func body[T any](rows []T, headline func(*T) bool) []T {
	var out []T
	for i := range rows {
		if !headline(&rows[i]) {
			out = append(out, rows[i])
		}
	}
	return out
}

func inHeadline(q *record.Attribution) bool { return q.Headline }

func saidInHeadline(s *record.Statement) bool { return s.Headline }

// attributions scores links whose content is half the same and whose source
// shares words; precision by the level that the answer gives, recall by
// gold's.
func (c *comparison) attributions() {
	g, a := body(c.gold.Attributions, inHeadline), body(c.answer.Attributions, inHeadline)
	pairs := match(len(g), len(a), 0.5, func(i, j int) float64 {
		if !sameWords(g[i].Source, a[j].Source) {
			return 0
		}
		v := jaccard(g[i].Content, a[j].Content)
		if v >= 0.5 && overlap(g[i].Cue, a[j].Cue) {
			v++
		}
		return v
	})
	level := func(n int) *Tally {
		if n == 1 {
			return c.score.Of("attribution level 1")
		}
		return c.score.Of("attribution deeper")
	}
	level(1)
	level(2)
	for _, kind := range [...]string{sourceNamed, sourceNominal, sourcePronoun, sourceUnnamed} {
		c.score.Of("speaker, " + kind)
	}
	for i := range g {
		level(depth(c.gLink, &g[i])).Asked++
	}
	for j := range a {
		level(depth(c.aLink, &a[j])).Answered++
	}
	c.tellLinks(g, a, pairs)
	for _, p := range pairs {
		level(depth(c.gLink, &g[p.gold])).Right++
		right := c.sameActor(g[p.gold].Speaker, a[p.answer].Speaker)
		c.score.Of("speaker").judged(right)
		if kind := c.sourceKind(&g[p.gold]); kind != "" {
			c.score.Of("speaker, " + kind).judged(right)
		}
	}
}

// tellLinks tells of the links of either side that have no fellow.
func (c *comparison) tellLinks(g, a []record.Attribution, pairs []pair) {
	if c.score.Tell == nil {
		return
	}
	tell := func(what string, links map[string]*record.Attribution, q *record.Attribution) {
		name := "attribution level 1"
		if depth(links, q) > 1 {
			name = "attribution deeper"
		}
		c.score.Tell(Difference{name, what, fmt.Sprintf("%s [%s] %s", c.words(q.Source, nil, nil), c.words(q.Cue, nil, nil), c.words(q.Content, nil, nil))})
	}
	for i := range g {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return p.gold == i }) {
			tell("missed", c.gLink, &g[i])
		}
	}
	for j := range a {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return p.answer == j }) {
			tell("spurious", c.aLink, &a[j])
		}
	}
}

// statements scores claims whose content is half the same.
func (c *comparison) statements() {
	g, a := body(c.gold.Statements, saidInHeadline), body(c.answer.Statements, saidInHeadline)
	pairs := match(len(g), len(a), 0.5, func(i, j int) float64 {
		v := jaccard(g[i].Content, a[j].Content)
		if v >= 0.5 && c.sameChain(&g[i], &a[j]) {
			v++
		}
		return v
	})
	c.scored("statement", len(g), len(a), pairs,
		func(i int) string { return c.words(g[i].Content, g[i].Speaker, c.gActor) }, func(j int) string { return c.words(a[j].Content, a[j].Speaker, c.aActor) })
	for _, p := range pairs {
		x, y := &g[p.gold], &a[p.answer]
		c.score.Of("chain").judged(c.sameChain(x, y))
		c.score.Of("statement speaker").judged(c.sameActor(x.Speaker, y.Speaker))
		c.score.Of("form").judged(x.Form == y.Form)
		same(c, "firmness", x.Firmness, y.Firmness, func() string { return c.words(x.Content, x.Speaker, c.gActor) })
		c.score.Confusion[[2]record.Firmness{x.Firmness, y.Firmness}]++
		words := func() string { return c.words(x.Content, x.Speaker, c.gActor) }
		c.flagged("negated", x.Negated, y.Negated, words)
		c.flagged("evaluative", x.Evaluative, y.Evaluative, words)
		c.given("place of saying", x.Place, y.Place, words)
		c.given("time of saying", x.Time, y.Time, words)
		c.actorSets("addressee", x.Addressees, y.Addressees, words)
	}
}

// sameChain reports whether two statements came through the same mouths by
// the same words.
func (c *comparison) sameChain(g, a *record.Statement) bool {
	if len(g.Chain) != len(a.Chain) {
		return false
	}
	for i := range g.Chain {
		x, y := c.gLink[g.Chain[i]], c.aLink[a.Chain[i]]
		if x == nil || y == nil || !sameWords(x.Cue, y.Cue) || !sameWords(x.Source, y.Source) {
			return false
		}
	}
	return true
}

// flagged counts a flag as found, missed or invented.
func (c *comparison) flagged(name string, gold, answer bool, words func() string) {
	t := c.score.Of(name)
	c.mark(name, gold == answer, gold, answer, words)
	if gold {
		t.Asked++
	}
	if answer {
		t.Answered++
	}
	if gold && answer {
		t.Right++
	}
}

// given counts a value that either side may not give.
func (c *comparison) given(name string, gold, answer *string, words func() string) {
	t := c.score.Of(name)
	same := gold != nil && answer != nil && c.sameSpot(gold, answer)
	c.mark(name, same || gold == nil && answer == nil, gold != nil, answer != nil, words)
	if gold != nil {
		t.Asked++
	}
	if answer != nil {
		t.Answered++
	}
	if same {
		t.Right++
	}
}

// mark tells of a value that gold and answer do not share: it is missed,
// spurious, or another.
func (c *comparison) mark(name string, same, gold, answer bool, words func() string) {
	if same || c.score.Tell == nil {
		return
	}
	kind := "another"
	if !answer {
		kind = "missed"
	} else if !gold {
		kind = "spurious"
	}
	c.score.Tell(Difference{name, kind, words()})
}

func (c *comparison) actorSets(name string, gold, answer []string, words func() string) {
	t := c.score.Of(name)
	t.Asked += len(gold)
	t.Answered += len(answer)
	right := len(match(len(gold), len(answer), 1, func(i, j int) float64 {
		if c.sameActor(&gold[i], &answer[j]) {
			return 1
		}
		return 0
	}))
	t.Right += right
	c.mark(name, right == len(gold) && right == len(answer), len(gold) > 0, len(answer) > 0, words)
}
