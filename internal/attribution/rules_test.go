package attribution

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/markup"
	"readout/internal/sketch"
	"readout/lexicon"
)

// trees reads the trees of a file, by text: in examples.conllu that of the
// example of attribution/bare-clause is wrong by intent, and those of
// behaviour.conllu are as a parser gave them, slips and all.
func trees(t testing.TB, name string) sketch.Treebank {
	t.Helper()
	bank, err := sketch.ReadTreebank("testdata/" + name + ".conllu")
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

func attributor(t testing.TB) *Attributor {
	t.Helper()
	a, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// quotations pairs curly marks, without nesting.
func quotations(t testing.TB, seg *annot.Segmentation) *annot.Quotations {
	t.Helper()
	var q annot.Quotations
	open := annot.TokenID(annot.None)
	for tok := range annot.TokenID(len(seg.Tokens)) {
		switch seg.Word(tok) {
		case "“":
			open = tok
		case "”":
			if open != annot.None {
				q.List = append(q.List, annot.Quotation{Pieces: annot.Spans{seg.SpanOf(open, tok)}, Parent: annot.None, Balanced: true, By: "test"})
			}
			open = annot.None
		}
	}
	checked, err := annot.NewQuotations(seg, q)
	if err != nil {
		t.Fatal(err)
	}
	return checked
}

// read attributes one example.
func read(t testing.TB, a *Attributor, by sketch.Treebank, plain string) (*annot.Segmentation, *annot.Attributions) {
	t.Helper()
	seg, syn, err := by.Lay(plain)
	if err != nil {
		t.Fatal(err)
	}
	return seg, a.Attribute(seg, quotations(t, seg), syn, nil, nil)
}

// marked writes attributions as the examples do.
func marked(t testing.TB, seg *annot.Segmentation, list []annot.Attribution) string {
	t.Helper()
	var marks []markup.Mark
	for i, row := range list {
		group := i + 1
		if len(list) == 1 {
			group = 0
		}
		for _, role := range []struct {
			label string
			spans annot.Spans
		}{{"content", row.Content}, {"source", row.Source}, {"cue", annot.Spans{row.Cue}}} {
			for _, s := range role.spans {
				marks = append(marks, markup.Mark{Label: role.label, Group: group, Span: s})
			}
		}
	}
	s, err := markup.Print(seg.Text.String(), marks)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRules(t *testing.T) {
	a, by := attributor(t), trees(t, "examples")
	seen := map[annot.By]bool{}
	for _, r := range a.rules.all() {
		if seen[r.id] || r.doc == "" || len(r.examples) == 0 || len(r.counter) == 0 || !strings.HasPrefix(string(r.id), "attribution/") {
			t.Errorf("%s: not a rule of this room, or it lacks a doc, examples or counter-examples", r.id)
		}
		seen[r.id] = true
		for _, example := range r.examples {
			plain, _, err := markup.Parse(example)
			if err != nil {
				t.Fatalf("%s: %v", r.id, err)
			}
			seg, out := read(t, a, by, plain)
			if got := marked(t, seg, out.List); got != example {
				t.Errorf("%s:\n got %s\nwant %s", r.id, got, example)
			} else if out.List[0].By != r.id {
				t.Errorf("%s: %s was found by %s", r.id, example, out.List[0].By)
			}
		}
		for _, plain := range r.counter {
			_, out := read(t, a, by, plain)
			if slices.ContainsFunc(out.List, func(x annot.Attribution) bool { return x.By == r.id }) {
				t.Errorf("%s: found in the counter-example %q", r.id, plain)
			}
		}
	}
}
