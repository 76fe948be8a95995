package meeting

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/lexicon"
)

// TestFind reads each case of testdata and compares the meetings, a line each.
func TestFind(t *testing.T) {
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			l, err := sketch.Parse(src)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, m := range f.Find(l.Seg, l.Syn, l.Times, l.Mentions, l.Attributions, l.Entities, l.Statements).List {
				got += line(l, m) + "\n"
			}
			if got != l.Want {
				t.Errorf("got\n%swant\n%s", got, l.Want)
			}
		})
	}
}

// line prints a meeting by its words.
func line(l *sketch.Layers, m annot.Meeting) string {
	out := fmt.Sprintf("%s %s: %s", m.Kind, m.Status, l.Words(m.Mentions))
	var who, what []string
	for _, p := range m.Participants {
		who = append(who, fmt.Sprintf("%s %s", l.Name(p.Entity), p.Status))
	}
	for _, it := range m.Agenda {
		what = append(what, l.Words(annot.Spans{it.Span}))
	}
	if len(who) > 0 {
		out += " | " + strings.Join(who, ", ")
	}
	if m.Place != annot.None {
		out += " | in " + l.Name(m.Place)
	}
	if m.Time != annot.None {
		out += " | on " + l.Words(annot.Spans{l.Times.List[m.Time].Span})
	}
	if len(what) > 0 {
		out += " | agenda " + strings.Join(what, "; ")
	}
	if len(m.Ordinal) > 0 {
		out += " | ordinal " + l.Words(m.Ordinal)
	}
	return out
}
