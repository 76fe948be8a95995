package mention

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/markup"
	"readout/internal/sketch"
	"readout/lexicon"
	"readout/record"
)

func finder(t testing.TB) *Finder {
	t.Helper()
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// trees reads the trees of the examples, by their text.
func trees(t testing.TB) sketch.Treebank {
	t.Helper()
	bank, err := sketch.ReadTreebank("testdata/examples.conllu")
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// read finds the mentions of an example and returns its marks with them.
func read(t testing.TB, f *Finder, by sketch.Treebank, example string) ([]markup.Mark, *annot.Mentions, string) {
	t.Helper()
	plain, marks, err := markup.Parse(example)
	if err != nil {
		t.Fatalf("%s: %v", example, err)
	}
	seg, syn := layers(t, by, plain)
	return marks, f.Find(seg, syn, nil, nil), plain
}

// layers lays out the tree of an example.
func layers(t testing.TB, by sketch.Treebank, plain string) (*annot.Segmentation, *annot.Syntax) {
	t.Helper()
	seg, syn, err := by.Lay(plain)
	if err != nil {
		t.Fatal(err)
	}
	return seg, syn
}

// label is what a mark calls a mention.
func label(m *annot.Mention) string {
	switch m.Form {
	case record.Pronominal:
		return "pronoun"
	case record.Adjectival:
		return "adjective"
	}
	return [...]string{"unknown", "person", "government", "state", "organisation", "group", "outlet", "place", "other"}[m.Kind]
}

func TestRules(t *testing.T) {
	f, by := finder(t), trees(t)
	for _, r := range rules() {
		for _, e := range r.examples {
			marks, ms, plain := read(t, f, by, e)
			own := false
			for _, m := range marks {
				id := ms.At(m.Span)
				if id == annot.None {
					t.Errorf("%s: %s: no mention %q", r.id, plain, plain[m.Span.Start:m.Span.End])
					continue
				}
				row := &ms.List[id]
				if got := label(row); got != m.Label {
					t.Errorf("%s: %s: %q is %s (%s), want %s", r.id, plain, plain[m.Span.Start:m.Span.End], got, row.By, m.Label)
				}
				own = own || row.By == r.id
			}
			if !own {
				t.Errorf("%s: %s: found by another rule: %v", r.id, plain, bys(ms))
			}
		}
		for _, c := range r.counter {
			_, ms, plain := read(t, f, by, c)
			for i := range ms.List {
				if row := &ms.List[i]; row.By == r.id {
					t.Errorf("%s: %s: found %q", r.id, plain, plain[row.Span.Start:row.Span.End])
				}
			}
		}
	}
}

func bys(ms *annot.Mentions) []annot.By {
	var out []annot.By
	for i := range ms.List {
		out = append(out, ms.List[i].By)
	}
	return out
}
