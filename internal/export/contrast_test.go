package export

import (
	"strings"
	"testing"

	"readout/record"
)

func TestContrastsAreShown(t *testing.T) {
	r := ferries(t)
	first, last := &r.Statements[0], &r.Statements[len(r.Statements)-1]
	last.Contrasts = []record.Contrast{{With: first.ID, Cue: record.Spans{{0, 3}}, Relation: record.Contrasting}}
	words := string([]rune(r.Report.Text)[:3])
	for name, page := range map[string]string{"text": text(t, r, Style{Width: 100}), "html": webPage(t, r)} {
		if !strings.Contains(page, "“"+words+"”, against “") {
			t.Errorf("%s: the page does not say that a statement is set against another", name)
		}
	}
}

func TestOpening(t *testing.T) {
	for words, want := range map[string]string{
		"no date had been set":                      "no date had been set",
		"one two three four five six seven eight":   "one two three four five six seven eight",
		"one two three four five six seven eight 9": "one two three four five six seven eight …",
	} {
		if got := opening(words); got != want {
			t.Errorf("%q is cut to %q, want %q", words, got, want)
		}
	}
}
