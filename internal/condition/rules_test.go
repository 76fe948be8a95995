package condition

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/markup"
	"readout/internal/sketch"
	"readout/lexicon"
)

// trees reads the trees of the examples, by text: good ones from
// examples.conllu, and such as a parser gets wrong from slips.conllu.
func trees(t testing.TB, name string) sketch.Treebank {
	t.Helper()
	bank, err := sketch.ReadTreebank("testdata/" + name + ".conllu")
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// A world is an example with the layers that it gives by its marks.
type world struct {
	plain string
	marks []markup.Mark
	seg   *annot.Segmentation
	syn   *annot.Syntax
	att   *annot.Attributions
}

// build lays an example out. Marks "cue", "content" and "source" with one
// number are one attribution.
func build(t testing.TB, by sketch.Treebank, example string) *world {
	t.Helper()
	plain, marks, err := markup.Parse(example)
	if err != nil {
		t.Fatalf("%s: %v", example, err)
	}
	w := &world{plain: plain, marks: marks}
	if w.seg, w.syn, err = by.Lay(plain); err != nil {
		t.Fatal(err)
	}
	list := make([]annot.Attribution, 0, 2)
	for _, m := range marks {
		switch m.Label {
		case "source", "cue", "content":
		default:
			continue
		}
		n := max(0, m.Group-1)
		for len(list) <= n {
			list = append(list, annot.Attribution{SourceHead: annot.None, CueHead: annot.None, Within: annot.None, Form: "reported", By: "test"})
		}
		a := &list[n]
		switch m.Label {
		case "source":
			a.Source, a.SourceHead = append(a.Source, m.Span), w.syn.HeadOf(m.Span)
		case "cue":
			a.Cue, a.CueHead = m.Span, w.syn.HeadOf(m.Span)
		case "content":
			a.Content = append(a.Content, m.Span)
		}
	}
	for i := range list {
		for j := range list {
			if i != j && list[j].Content.Contains(list[i].Cue) {
				list[i].Within = annot.AttributionID(j)
			}
		}
	}
	if w.att, err = annot.NewAttributions(w.seg, annot.Attributions{List: list}); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) find(f *Finder) []annot.Condition {
	return f.Find(w.seg, &annot.Quotations{}, w.syn, w.att).List
}

func (w *world) words(ss annot.Spans) string {
	var all []string
	for _, s := range ss {
		all = append(all, w.seg.Text.Slice(s))
	}
	return strings.Join(all, " … ")
}

// marked returns the words under a label.
func (w *world) marked(label string) string {
	var all annot.Spans
	for _, m := range w.marks {
		if m.Label == label {
			all = append(all, m.Span)
		}
	}
	return w.words(all)
}

func newFinder(t testing.TB) *Finder {
	t.Helper()
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestRules runs the examples and counter-examples of every rule.
func TestRules(t *testing.T) {
	f, by := newFinder(t), trees(t, "examples")
	seen := map[annot.By]bool{}
	for _, r := range rules() {
		if seen[r.id] {
			t.Errorf("%s stands twice", r.id)
		}
		seen[r.id] = true
		if !strings.HasPrefix(string(r.id), "condition/") || r.doc == "" || len(r.examples) == 0 || len(r.counter) == 0 {
			t.Errorf("%s lacks a name, a doc, an example or a counter-example", r.id)
		}
		for _, ex := range r.examples {
			checkExample(t, f, r, build(t, by, ex))
		}
		for _, ex := range r.counter {
			checkCounter(t, f, r, build(t, by, ex))
		}
	}
}

func checkExample(t *testing.T, f *Finder, r rule, w *world) {
	t.Helper()
	got := w.find(f)
	if len(got) != 1 {
		t.Errorf("%s: %d conditions in %s", r.id, len(got), w.plain)
		return
	}
	c := got[0]
	if c.By != r.id || w.words(c.Trigger) != w.marked("trigger") || w.words(c.Consequence) != w.marked("consequence") {
		t.Errorf("%s: %s\n\t[%s] for {%s} by %s", r.id, w.plain, w.words(c.Trigger), w.words(c.Consequence), c.By)
	}
}

func checkCounter(t *testing.T, f *Finder, r rule, w *world) {
	t.Helper()
	for _, c := range w.find(f) {
		if c.By == r.id {
			t.Errorf("%s: counter-example %s", r.id, w.plain)
		}
	}
}

// TestSlips runs examples on the trees that a parser made of them, which are
// wrong: the constructions must hold by their words.
func TestSlips(t *testing.T) {
	f, by := newFinder(t), trees(t, "slips")
	n := 0
	has := func(ex string) bool {
		plain, _, err := markup.Parse(ex)
		if err != nil {
			t.Fatal(err)
		}
		_, ok := by[plain]
		if ok {
			n++
		}
		return ok
	}
	for _, r := range rules() {
		for _, ex := range r.examples {
			if has(ex) {
				checkExample(t, f, r, build(t, by, ex))
			}
		}
		for _, ex := range r.counter {
			if has(ex) {
				checkCounter(t, f, r, build(t, by, ex))
			}
		}
	}
	for _, c := range cases() {
		if has(c.text) {
			c.check(t, f, build(t, by, c.text))
		}
	}
	if n != len(by) {
		t.Errorf("%d of %d slips belong to an example", n, len(by))
	}
}
