package eval

import (
	"bytes"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
)

// span finds words in a text.
func span(t *testing.T, x *text.Text, words string) text.Span {
	t.Helper()
	i := strings.Index(x.String(), words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

func TestAttributionScores(t *testing.T) {
	x := text.New("“We lost,” Rao said. “It hurt.”\n\nThe mill in Osk hopes to open.\n\nNothing else.")
	at := func(w string) text.Span { return span(t, x, w) }
	doc := &corpus.PolnearDoc{Text: x, Attributions: []corpus.PolnearAttribution{
		{ID: "E1", Source: text.Spans{at("Rao")}, Cue: text.Spans{at("said")}, Content: text.Spans{at("“We lost,”"), at("“It hurt.”")}},
		{ID: "E2", Source: text.Spans{at("The mill in Osk")}, Cue: text.Spans{at("hopes")}, Content: text.Spans{at("to open")}},
	}}
	found := &annot.Attributions{List: []annot.Attribution{
		{Source: text.Spans{at("Rao")}, Cue: at("said"), Content: text.Spans{at("“We lost,”")}, Within: annot.None},
		{Source: text.Spans{at("The mill")}, Cue: at("hopes to"), Content: text.Spans{at("to open.")}, Within: annot.None},
		{Source: text.Spans{at("Nothing")}, Cue: at("else"), Content: text.Spans{at("Nothing")}, Within: 0}, // an inner level: not scored
	}}
	s := NewAttributionScores()
	s.Add(doc, found)
	for _, c := range []struct {
		name string
		got  Tally
		want Tally
	}{
		{"source exact", s.Exact[0], Tally{1, 2, 2}},
		{"cue exact", s.Exact[1], Tally{1, 2, 2}},
		{"content exact, a fragment missed, marks trimmed", s.Exact[2], Tally{2, 2, 3}},
		{"content strict, all pieces and marks", s.Strict[2], Tally{0, 2, 2}},
		{"source begins", s.Begin[0], Tally{2, 2, 2}},
		{"source overlaps", s.Overlap[0], Tally{2, 2, 2}},
		{"source words", s.Words[0], Tally{3, 3, 5}},
		{"C", s.Content, Tally{2, 2, 2}},
		{"SC", s.WithSource, Tally{2, 2, 2}},
		{"SC quoted", s.Classes[quotedClass].WithSource, Tally{1, 1, 1}},
		{"SC say", s.Classes[sayClass].WithSource, Tally{1, 1, 1}},
		{"SC other", s.Classes[otherClass].WithSource, Tally{1, 1, 1}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	var b bytes.Buffer
	s.Write(&b)
	if !strings.Contains(b.String(), "exact") {
		t.Errorf("printed: %s", b.String())
	}
}

// TestFragments asserts that pieces with white space between are one run of
// words, and that a run ends with its paragraph.
func TestFragments(t *testing.T) {
	x := text.New("one two\nthree four")
	got := fragmentsOf(x, text.Spans{span(t, x, "one"), span(t, x, "two\nthree")})
	want := text.Spans{span(t, x, "one two"), span(t, x, "three")}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}
