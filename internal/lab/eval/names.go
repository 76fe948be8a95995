package eval

import (
	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/record"
)

// NameClasses are the classes that names are scored in, in order.
var NameClasses = [4]string{"Person", "Organization", "Location", "NORP"}

// NameScores compares the named, metonym and adjectival mentions with the
// worldwide newswire corpus: exact spans, with their class. What the corpus
// marks in another class, facilities above all, counts on neither side where
// the mention overlaps it. Any asks for the span alone.
type NameScores struct {
	Docs    int
	Classes [4]Tally
	Any     Tally
}

// Total returns the four classes together.
func (s *NameScores) Total() Tally {
	var t Tally
	for _, c := range s.Classes {
		t.add(c)
	}
	return t
}

// Add compares one document.
func (s *NameScores) Add(doc corpus.NameDoc, ms *annot.Mentions) {
	s.Docs++
	gold := map[annot.Span]int{}
	var aside annot.Spans
	for _, n := range doc.Names {
		c := nameClass(n.Class)
		if c < 0 {
			aside = append(aside, n.Span)
			continue
		}
		gold[n.Span] = c
		s.Classes[c].Gold++
		s.Any.Gold++
	}
	for i := range ms.List {
		m := &ms.List[i]
		c := mentionClass(m)
		if c == noName || len(m.Members) > 0 || m.Kind == annot.OtherMention && c != 3 {
			continue
		}
		g, ok := gold[m.Span]
		if !ok && aside.Overlaps(m.Span) {
			continue
		}
		s.Any.Said++
		if ok {
			s.Any.Right++
		}
		if c == kindOpen {
			continue // a name, but the program does not say of what
		}
		s.Classes[c].Said++
		if ok && g == c {
			s.Classes[c].Right++
		}
	}
}

func nameClass(s string) int {
	for i, c := range NameClasses {
		if c == s {
			return i
		}
	}
	return -1
}

// What mentionClass returns beside a class.
const (
	noName   = -1
	kindOpen = -2
)

// mentionClass returns the class of a mention in the corpus's terms.
func mentionClass(m *annot.Mention) int {
	switch {
	case m.Form == record.Adjectival && (m.By == "mention/country" || m.By == "mention/country-as-ground"):
		return 2 // "US officials": the country's own name
	case m.Form == record.Adjectival || m.By == "mention/people-of-a-nation":
		return 3
	case m.Form != record.Named && m.Form != record.Metonym:
		return noName
	}
	switch m.Kind {
	case annot.UnknownMention:
		return kindOpen
	case annot.PersonMention:
		return 0
	case annot.PlaceMention, annot.StateMention:
		return 2
	case annot.GovernmentMention:
		if m.By == "mention/capital-as-government" {
			return 2
		}
		return 1
	}
	return 1
}
