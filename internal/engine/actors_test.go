package engine_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/text"
)

// TestWhoIsMeant reads passages in which it matters who is meant.
func TestWhoIsMeant(t *testing.T) {
	b, err := os.ReadFile("testdata/actors.txt")
	if err != nil {
		t.Fatal(err)
	}
	e := load(t)
	parts := strings.Split(strings.TrimSpace(string(b)), "\n\n")
	for _, part := range parts[1:] {
		passage, rows, _ := strings.Cut(part, "\n---\n")
		d := e.Annotate(annot.Source{}, text.New(passage))
		for row := range strings.SplitSeq(rows, "\n") {
			words, want, _ := strings.Cut(row, " = ")
			if got := whoIs(d, words); got != want {
				t.Errorf("%s\n%s is %q, want %q", passage, words, got, want)
			}
		}
	}
}

// whoIs names the actor of the mention that begins with words, or with their
// nth occurrence, "words#n"; a group without a name by its members.
func whoIs(d *annot.Document, words string) string {
	words, nth, _ := strings.Cut(words, "#")
	n, _ := strconv.Atoi(nth)
	at := -1
	for range max(n, 1) {
		i := wordIndex(d.Text.String()[at+1:], words)
		if i < 0 {
			return "no such words"
		}
		at += 1 + i
	}
	for m := range d.Mentions.List {
		row := &d.Mentions.List[m]
		if row.Span.Start > at || row.Span.End != at+len(words) || len(row.Members) > 0 {
			continue
		}
		id := d.Entities.References[m].Entity
		if id == annot.None {
			return "?"
		}
		return nameOf(d, id)
	}
	return "no mention"
}

func nameOf(d *annot.Document, id annot.EntityID) string {
	x := &d.Entities.List[id]
	if len(x.Members) == 0 {
		return d.Text.Slice(x.Name)
	}
	var names []string
	for _, m := range x.Members {
		names = append(names, nameOf(d, m))
	}
	return strings.Join(names, " + ")
}

// wordIndex finds whole words.
func wordIndex(s, words string) int {
	letter := func(i int) bool {
		return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z')
	}
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return -1
		}
		if i += from; !letter(i-1) && !letter(i+len(words)) {
			return i
		}
		from = i + 1
	}
}
