package record

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Problem is one invariant that a record breaks.
type Problem struct {
	Where string // "statement s4", "report.anchor"
	What  string
}

// Error returns place and problem in one line.
func (p Problem) Error() string { return p.Where + ": " + p.What }

// maxProblems bounds what Check reports of one record.
const maxProblems = 60

// Check returns what breaks the invariants of a record, or nil. The error
// joins one [Problem] for each, in the order of the record's lists, up to a
// bound of 60.
//
// A record is sound when every span lies inside the text and is not empty;
// pieces of one thing are in reading order; every id is used once and every
// reference resolves; every label is on its list; every entry has words; a
// chain begins at an outermost attribution and nests by content; an unnamed
// actor has neither a background nor a name that its mentions do not hold;
// what is shown as quoted stands in quotation marks, and the content of a
// direct statement wholly does; only who speaks is heard; and the credit line
// is not a sentence.
//
// The time is linear in text and record, but for the search for names that
// stand nowhere in the text.
func Check(r *Record) error {
	c := &checker{r: r, text: []rune(r.Report.Text), ids: map[string]row{}}
	c.report()
	c.collect()
	c.sentences()
	c.actors()
	c.attributions()
	c.statements()
	c.meetings()
	c.conditions()
	c.commitments()
	c.positions()
	c.figures()
	c.times()
	c.places()
	c.events()
	c.things()
	c.open()
	c.tensions()
	c.doubts()
	return errors.Join(c.problems...)
}

// list names a list of a record.
type list string

// The lists whose rows have ids.
const (
	actors       list = "actors"
	attributions list = "attributions"
	statements   list = "statements"
	meetings     list = "meetings"
	conditions   list = "conditions"
	commitments  list = "commitments"
	positions    list = "positions"
	figures      list = "figures"
	times        list = "times"
	places       list = "places"
	events       list = "events"
	things       list = "things"
	openPoints   list = "open"
	tensions     list = "tensions"
)

// row is where an id stands.
type row struct {
	list  list
	index int
}

type checker struct {
	r        *Record
	text     []rune
	ids      map[string]row
	regions  Spans  // what stands in quotation marks; see quoted
	flatText string // the text, folded; see worded
	problems []error
}

func (c *checker) bad(where, format string, args ...any) {
	if len(c.problems) < maxProblems {
		c.problems = append(c.problems, Problem{where, fmt.Sprintf(format, args...)})
	}
}

// words returns the words of a span, or nothing where it is bad.
func (c *checker) words(s Span) string {
	if !c.inside(s) {
		return ""
	}
	return string(c.text[s[0]:s[1]])
}

func (c *checker) inside(s Span) bool { return 0 <= s[0] && s[0] < s[1] && s[1] <= len(c.text) }

func (c *checker) span(where string, s Span) {
	if !c.inside(s) {
		c.bad(where, "span %v is empty or outside the text of %d code points", s, len(c.text))
	}
}

// spans checks a list of pieces, of which there must be at least need.
func (c *checker) spans(where string, ss Spans, need int) {
	if len(ss) < need {
		c.bad(where, "no span")
	}
	for i, s := range ss {
		c.span(where, s)
		if i > 0 && s[0] < ss[i-1][1] {
			c.bad(where, "pieces %v and %v overlap or are out of reading order", ss[i-1], s)
		}
	}
}

// label checks that a label is on its list.
func label[L Label[L]](c *checker, where, field string, l L) {
	if !valid(l) {
		c.bad(where, "%s %q is not one of %s", field, string(l), listed(l))
	}
}

// ref checks a reference that must be there.
func (c *checker) ref(where, field string, id string, to list) {
	if r, ok := c.ids[id]; !ok || r.list != to {
		c.bad(where, "%s %q names nothing in %s", field, id, to)
	}
}

// opt checks a reference that may be null.
func (c *checker) opt(where, field string, id *string, to list) {
	if id != nil {
		c.ref(where, field, *id, to)
	}
}

// refs checks a list of references.
func (c *checker) refs(where, field string, ids []string, to list) {
	for _, id := range ids {
		c.ref(where, field, id, to)
	}
}

// collect notes where every id stands.
func (c *checker) collect() {
	collect(c, actors, c.r.Actors, func(x *Actor) string { return x.ID })
	collect(c, attributions, c.r.Attributions, func(x *Attribution) string { return x.ID })
	collect(c, statements, c.r.Statements, func(x *Statement) string { return x.ID })
	collect(c, meetings, c.r.Meetings, func(x *Meeting) string { return x.ID })
	collect(c, conditions, c.r.Conditions, func(x *Condition) string { return x.ID })
	collect(c, commitments, c.r.Commitments, func(x *Commitment) string { return x.ID })
	collect(c, positions, c.r.Positions, func(x *Position) string { return x.ID })
	collect(c, figures, c.r.Figures, func(x *Figure) string { return x.ID })
	collect(c, times, c.r.Times, func(x *Time) string { return x.ID })
	collect(c, places, c.r.Places, func(x *Place) string { return x.ID })
	collect(c, events, c.r.Events, func(x *Event) string { return x.ID })
	collect(c, things, c.r.Things, func(x *Thing) string { return x.ID })
	collect(c, openPoints, c.r.Open, func(x *OpenPoint) string { return x.ID })
	collect(c, tensions, c.r.Tensions, func(x *Tension) string { return x.ID })
}

func collect[T any](c *checker, l list, rows []T, id func(*T) string) {
	for i := range rows {
		x := id(&rows[i])
		where := fmt.Sprintf("%s[%d]", l, i)
		if old, used := c.ids[x]; x == "" {
			c.bad(where, "no id")
		} else if used {
			c.bad(where, "id %s is also used in %s", x, old.list)
		} else {
			c.ids[x] = row{l, i}
		}
	}
}

// fold returns words for comparing: runs of white space as one space, none at
// the ends, in lower case.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// worded reports whether words stand in the text, white space and case aside.
func (c *checker) worded(s string) bool {
	if c.flatText == "" {
		c.flatText = fold(c.r.Report.Text)
	}
	return strings.Contains(c.flatText, fold(s))
}

// covered reports whether every character of ss, white space and joining
// punctuation aside, lies in a piece of one of the lists. Each list is in
// reading order.
func (c *checker) covered(ss Spans, by ...Spans) bool {
	for _, s := range ss {
		if !c.inside(s) {
			continue // reported elsewhere
		}
		for i := s[0]; i < s[1]; i++ {
			end := i
			for _, list := range by {
				end = max(end, list.coverAt(i))
			}
			if end > i {
				i = end - 1
			} else if r := c.text[i]; !unicode.IsSpace(r) && !strings.ContainsRune(".,;:", r) {
				return false
			}
		}
	}
	return true
}

// coverAt returns the end of the piece that holds offset i, or 0. The pieces
// are in reading order.
func (ss Spans) coverAt(i int) int {
	lo, hi := 0, len(ss)
	for lo < hi { // the first piece that ends beyond i
		if mid := (lo + hi) / 2; ss[mid][1] > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(ss) && ss[lo][0] <= i {
		return ss[lo][1]
	}
	return 0
}

// stored reports what keeps a text from being one as stored.
func (c *checker) stored(text string) {
	if strings.Contains(text, "\r\n") {
		c.bad("report.text", "has \\r\\n, which is stored as \\n")
	}
	if !utf8.ValidString(text) {
		c.bad("report.text", "is not valid UTF-8")
	}
}
