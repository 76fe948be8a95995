package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
)

// A Tally counts what was found: Right of Said, where there were Gold to
// find.
type Tally struct {
	Right, Said, Gold int
}

// Scores returns precision, recall and F1, in percent.
func (t Tally) Scores() (p, r, f float64) {
	if t.Said > 0 {
		p = 100 * float64(t.Right) / float64(t.Said)
	}
	if t.Gold > 0 {
		r = 100 * float64(t.Right) / float64(t.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

func (t *Tally) add(o Tally) {
	t.Right += o.Right
	t.Said += o.Said
	t.Gold += o.Gold
}

// attributionRoles are the roles that attributions are scored in, in order.
var attributionRoles = [3]string{"source", "cue", "content"}

// AttributionScores compares the outermost level of attributions with
// PolNeAR.
//
// Exact is the published protocol: each run of words is a span, a span ends
// with its paragraph, marks at its edges do not count, and spans are compared
// over the whole set. Strict asks that all pieces of a role match at once and
// counts marks. Begin compares where fragments begin, Overlap counts
// fragments that share a word with one of the other side, Words compares
// single words. Content pairs attributions one to one by a Jaccard index of
// their contents' words of at least a half; WithSource asks in addition that
// the head of the source lies in the gold source, or that both have none.
type AttributionScores struct {
	Docs                                 int
	Exact, Strict, Begin, Overlap, Words [3]Tally
	Content, WithSource                  Tally
	Classes                              []attributionClass
}

// An attributionClass is a part of the attributions with its own scores. For
// precision an attribution is classed by its own words.
type attributionClass struct {
	Name                string
	Content, WithSource Tally
}

// The classes of AttributionScores.
const (
	quotedClass = iota
	partlyClass
	unquotedClass
	sayClass
	otherClass
	numClasses
)

// NewAttributionScores returns scores of nothing yet.
func NewAttributionScores() *AttributionScores {
	s := &AttributionScores{Classes: make([]attributionClass, numClasses)}
	for i, n := range []string{"quoted", "partly", "unquoted", "say", "other"} {
		s.Classes[i].Name = n
	}
	return s
}

// Add scores the attributions found in one document.
func (s *AttributionScores) Add(doc *corpus.PolnearDoc, found *annot.Attributions) {
	s.Docs++
	said, gold := predictedSet(doc, found), goldSet(doc)
	for role := range attributionRoles {
		a, b := said.fragments(role), gold.fragments(role)
		s.Exact[role].add(compareSets(setOf(a), setOf(b)))
		s.Begin[role].add(compareSets(begins(a), begins(b)))
		s.Strict[role].add(compareSets(said.wholes(role), gold.wholes(role)))
		s.Words[role].add(compareSets(wordSet(doc.Text, a), wordSet(doc.Text, b)))
		s.Overlap[role].add(overlaps(a, b))
	}
	s.pair(said, gold)
}

// Write prints the scores, a line for each.
func (s *AttributionScores) Write(w io.Writer) {
	line := func(name, role string, t Tally) {
		p, r, f := t.Scores()
		fmt.Fprintf(w, "attribution %-8s %-8s P %5.1f  R %5.1f  F1 %5.1f  n %d\n", name, role, p, r, f, t.Gold)
	}
	for _, m := range []struct {
		name string
		t    *[3]Tally
	}{{"exact", &s.Exact}, {"strict", &s.Strict}, {"begin", &s.Begin}, {"overlap", &s.Overlap}, {"words", &s.Words}} {
		for i, role := range attributionRoles {
			line(m.name, role, m.t[i])
		}
	}
	line("C", "all", s.Content)
	line("SC", "all", s.WithSource)
	for _, c := range s.Classes {
		line("C", c.Name, c.Content)
		line("SC", c.Name, c.WithSource)
	}
}

// attributionSet holds one side's attributions of a document, in words.
type attributionSet struct {
	doc  *corpus.PolnearDoc
	rows []attributionRow
}

type attributionRow struct {
	roles [3]text.Spans
	head  text.Span // of the predicted source's head, or empty
}

func goldSet(doc *corpus.PolnearDoc) attributionSet {
	set := attributionSet{doc: doc}
	for _, a := range doc.Attributions {
		set.rows = append(set.rows, attributionRow{roles: [3]text.Spans{a.Source, a.Cue, a.Content}})
	}
	return set
}

func predictedSet(doc *corpus.PolnearDoc, found *annot.Attributions) attributionSet {
	set := attributionSet{doc: doc}
	for _, a := range found.List {
		if a.Within != annot.None {
			continue
		}
		row := attributionRow{roles: [3]text.Spans{a.Source, {a.Cue}, a.Content}}
		if a.Cue.Empty() {
			row.roles[1] = nil
		}
		row.head = a.Source.Cover()
		if h := headWord(doc.Text, a); !h.Empty() {
			row.head = h
		}
		set.rows = append(set.rows, row)
	}
	return set
}

// headWord is the last word of the source up to its first mark or
// preposition: enough of a head for scoring without a tree.
func headWord(t *text.Text, a annot.Attribution) text.Span {
	if len(a.Source) == 0 {
		return text.Span{}
	}
	var head text.Span
	for _, w := range wordsOf(t, a.Source[0]) {
		switch t.Slice(w) {
		case "of", "in", "from", "for", "with", "at", "on", "who", "that", "by":
			if !head.Empty() {
				return head
			}
		}
		if !head.Empty() && strings.ContainsAny(t.Slice(text.Span{Start: head.End, End: w.Start}), ",;(—–") {
			return head
		}
		head = w
	}
	return head
}

// fragments returns the runs of words of a role, each once, with the marks at
// their edges trimmed.
func (s attributionSet) fragments(role int) text.Spans {
	var all text.Spans
	for _, row := range s.rows {
		for _, f := range fragmentsOf(s.doc.Text, row.roles[role]) {
			if f = trim(s.doc.Text, f, edge); !f.Empty() {
				all = append(all, f)
			}
		}
	}
	slices.SortFunc(all, text.Span.Compare)
	return slices.Compact(all)
}

// wholes names each attribution's role as one thing, marks counted.
func (s attributionSet) wholes(role int) map[string]bool {
	set := map[string]bool{}
	for _, row := range s.rows {
		if len(row.roles[role]) > 0 {
			set[fmt.Sprint(fragmentsOf(s.doc.Text, row.roles[role]))] = true
		}
	}
	return set
}
