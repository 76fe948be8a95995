package eval

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/record"
)

// eventScores compares events with PLOVER source-target pairs, by root. A
// pair is right end to end where an event of its root stands between parties
// that overlap its source and its target. With the pair given, each pair gets
// the root of the event that fits it best, if the sentence has any.
type eventScores struct {
	given, endToEnd map[string]*Tally
}

// newEventScores returns empty scores.
func newEventScores() *eventScores {
	return &eventScores{given: map[string]*Tally{}, endToEnd: map[string]*Tally{}}
}

// add compares the document read from a pair's sentence with the pair.
func (s *eventScores) add(p corpus.EventPair, d *annot.Document) {
	gold := p.Root
	tally(s.given, gold).Gold++
	tally(s.endToEnd, gold).Gold++
	if d.Events == nil {
		return // not read: taken for another language
	}
	best, fit := "", -1
	var between []string // the roots of events between the two
	for i := range d.Events.List {
		e := &d.Events.List[i]
		n, root := fitOf(p, d, e), rootOf(e)
		if n > fit {
			best, fit = root, n
		}
		if n == bothParties && !slices.Contains(between, root) {
			between = append(between, root)
		}
	}
	if best != "" {
		t := tally(s.given, best)
		t.Said++
		if best == gold {
			t.Right++
		}
	}
	if slices.Contains(between, gold) {
		between = []string{gold} // one pair may have several events, of which the data name one
	}
	for _, root := range between[:min(1, len(between))] {
		t := tally(s.endToEnd, root)
		t.Said++
		if root == gold {
			t.Right++
		}
	}
}

// bothParties is the fit of an event whose actor and recipient are the pair.
const bothParties = 3

// fitOf says how well an event's parties fit a pair: 3 both as they stand, 2
// one of them, 1 a party in the other role, 0 neither.
func fitOf(p corpus.EventPair, d *annot.Document, e *annot.EventMention) int {
	n := 0
	if p.Source.Empty() || denotes(d, e.Actor, p.Source) {
		n++
	}
	if p.Target.Empty() || denotes(d, e.Recipient, p.Target) || e.Object.Overlaps(p.Target) {
		n++
	}
	switch {
	case n == 2:
		return bothParties
	case n == 1:
		return 2
	case denotes(d, e.Actor, p.Target) || denotes(d, e.Recipient, p.Source):
		return 1
	}
	return 0
}

// denotes reports whether a mention of an entity overlaps a span.
func denotes(d *annot.Document, e annot.EntityID, span text.Span) bool {
	if e == annot.None {
		return false
	}
	for _, m := range d.Entities.List[e].Mentions {
		if d.Mentions.List[m].Whole.Overlaps(span) || d.Mentions.List[m].Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// rootOf names an event as the data do. They code only what is: a friendly
// deed to come is a promise, a hostile one a threat, a friendly one that is
// not done a refusal.
func rootOf(e *annot.EventMention) string {
	hostile := false
	switch e.Type {
	case record.Sanction, record.Coerce, record.Assault, record.Mobilize, record.Protest:
		hostile = true
	case record.Accuse, record.Reject, record.Threaten, record.Request:
		return string(e.Type)
	}
	switch {
	case e.Status == record.EventPlanned && hostile:
		return string(record.Threaten)
	case e.Status == record.EventPlanned:
		return string(record.Agree)
	case e.Status == record.EventDenied && !hostile:
		return string(record.Reject)
	case e.Type == record.Concede || e.Type == record.Retreat:
		return "YIELD"
	}
	return string(e.Type)
}

func tally(m map[string]*Tally, root string) *Tally {
	if m[root] == nil {
		m[root] = &Tally{}
	}
	return m[root]
}

// macro returns the mean precision, recall and F1 over the roots of gold.
func macro(m map[string]*Tally) (p, r, f1 float64) {
	n := 0.0
	roots := make([]string, 0, len(m))
	for root := range m {
		roots = append(roots, root)
	}
	slices.Sort(roots)
	for _, root := range roots {
		if m[root].Gold == 0 {
			continue
		}
		x, y, z := m[root].Scores()
		p, r, f1, n = p+x, r+y, f1+z, n+1
	}
	if n == 0 {
		return 0, 0, 0
	}
	return p / n, r / n, f1 / n
}

// scoreEvents scores events on the PLOVER training pairs.
func scoreEvents(b *bench) ([]Line, error) {
	pairs, err := corpus.ReadEvents(b.data)
	if err != nil {
		return nil, err
	}
	s := newEventScores()
	for _, p := range pairs {
		if err := b.ctx.Err(); err != nil {
			return nil, err
		}
		s.add(p, b.engine.Annotate(annot.Source{ID: p.ID}, p.Text))
	}
	crossed, err := scoreFolds(b, pairs)
	if err != nil {
		return nil, err
	}
	var out []Line
	for _, x := range []struct {
		name string
		by   map[string]*Tally
	}{{"PLOVER train pair given", s.given}, {"PLOVER train end to end", s.endToEnd},
		{"PLOVER 5 folds pair given", crossed.given}, {"PLOVER 5 folds end to end", crossed.endToEnd}} {
		l := Line{Name: x.name + " macro", N: len(pairs)}
		l.P, l.R, l.F1 = macro(x.by)
		out = append(out, l)
	}
	return out, nil
}
