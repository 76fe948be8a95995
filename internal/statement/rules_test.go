package statement

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/markup"
	"readout/internal/sketch"
	"readout/lexicon"
	"readout/record"
)

// trees reads testdata/examples.conllu: the trees of all examples, by text.
func trees(t testing.TB) sketch.Treebank {
	t.Helper()
	bank, err := sketch.ReadTreebank("testdata/examples.conllu")
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// A world is the layers below an example, built from its marks.
type world struct {
	seg   *annot.Segmentation
	quo   *annot.Quotations
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	att   *annot.Attributions
	ents  *annot.Entities
	cond  *annot.Conditions
	firm  annot.Spans
}

// build lays an example out: groups of marks ("cue/1", "cue/2") are several
// attributions, of which "within/2" would be written by the label's number.
func build(t testing.TB, by sketch.Treebank, example string) *world {
	t.Helper()
	plain, marks, err := markup.Parse(example)
	if err != nil {
		t.Fatalf("%s: %v", example, err)
	}
	w := &world{}
	if w.seg, w.syn, err = by.Lay(plain); err != nil {
		t.Fatal(err)
	}
	w.quotations(t, plain)
	w.attributions(t, marks)
	w.actors(t, marks)
	w.conditions(t, marks)
	w.moments(t, marks)
	return w
}

func (w *world) quotations(t testing.TB, plain string) {
	var q annot.Quotations
	for at := 0; ; {
		i := strings.Index(plain[at:], "“")
		if i < 0 {
			break
		}
		j := strings.Index(plain[at+i:], "”")
		sp := annot.Span{Start: at + i, End: at + i + j + len("”")}
		q.List = append(q.List, annot.Quotation{Pieces: annot.Spans{sp}, Parent: annot.None, Balanced: true, By: "test"})
		at = sp.End
	}
	var err error
	if w.quo, err = annot.NewQuotations(w.seg, q); err != nil {
		t.Fatal(err)
	}
}

// attributions makes one of each group of marks, in order of group. One lies
// within the last one before it whose content holds its cue.
func (w *world) attributions(t testing.TB, marks []markup.Mark) {
	byGroup := map[int]*annot.Attribution{}
	var order []int
	for _, m := range marks {
		switch m.Label {
		case "source", "cue", "content":
		default:
			continue
		}
		a := byGroup[m.Group]
		if a == nil {
			a = &annot.Attribution{SourceHead: annot.None, CueHead: annot.None, Within: annot.None, Form: record.Reported, By: "test"}
			byGroup[m.Group] = a
			order = append(order, m.Group)
		}
		switch m.Label {
		case "source":
			a.Source = append(a.Source, m.Span)
			a.SourceHead = w.syn.HeadOf(m.Span)
		case "cue":
			a.Cue, a.CueHead = m.Span, w.syn.HeadOf(m.Span)
			a.Speech = w.syn.Words[a.CueHead].Lemma == "say" || w.syn.Words[a.CueHead].Lemma == "tell"
		case "content":
			a.Content = append(a.Content, m.Span)
			if w.quo.Covering(m.Span) != annot.None {
				a.Form = record.Direct
			}
		}
	}
	slices.Sort(order)
	var list annot.Attributions
	for i, g := range order {
		a := *byGroup[g]
		for j := range i {
			if list.List[j].Content.Contains(a.Cue) {
				a.Within = annot.AttributionID(j)
			}
		}
		list.List = append(list.List, a)
	}
	var err error
	if w.att, err = annot.NewAttributions(w.seg, list); err != nil {
		t.Fatal(err)
	}
}

// actors makes a mention of each source, of each "self" (the same actor), and
// of each "actor" and "place".
func (w *world) actors(t testing.TB, marks []markup.Mark) {
	var ms annot.Mentions
	var ents annot.Entities
	group := map[int]annot.EntityID{}
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b markup.Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	for _, m := range sorted {
		kind := annot.OrganisationMention
		switch m.Label {
		case "source":
			if slices.ContainsFunc(marks, func(o markup.Mark) bool { return o.Label == "actor" && m.Span.Contains(o.Span) }) {
				continue // its members stand for it
			}
		case "self", "actor":
		case "place":
			kind = annot.PlaceMention
		default:
			continue
		}
		id, ok := group[m.Group]
		if !ok || m.Label == "actor" || m.Label == "place" {
			id = annot.EntityID(len(ents.List))
			ents.List = append(ents.List, annot.Entity{Kind: kind, Name: m.Span, Count: record.One})
			if m.Label == "source" || m.Label == "self" {
				group[m.Group] = id
			}
		}
		ents.List[id].Mentions = append(ents.List[id].Mentions, annot.MentionID(len(ms.List)))
		ents.References = append(ents.References, annot.Reference{Entity: id})
		ms.List = append(ms.List, annot.Mention{Span: m.Span, Whole: m.Span, Head: w.syn.HeadOf(m.Span), Kind: kind, Appositive: annot.None, By: "test"})
	}
	var err error
	if w.ms, err = annot.NewMentions(w.seg, ms); err != nil {
		t.Fatal(err)
	}
	if w.ents, err = annot.NewEntities(w.seg, w.ms, ents); err != nil {
		t.Fatal(err)
	}
}

// conditions makes one of the marks for its parts; "threat" is a consequence
// that makes it a threat.
func (w *world) conditions(t testing.TB, marks []markup.Mark) {
	c := annot.Condition{Kind: record.Term, Attribution: annot.None, To: annot.None, By: "test"}
	for _, m := range marks {
		switch m.Label {
		case "trigger":
			c.Trigger = append(c.Trigger, m.Span)
		case "connective":
			c.Connective = append(c.Connective, m.Span)
		case "threat":
			c.Kind = record.Threat
			c.Consequence = append(c.Consequence, m.Span)
		case "consequence":
			c.Consequence = append(c.Consequence, m.Span)
		case "firm":
			w.firm = append(w.firm, m.Span)
		}
	}
	w.firm = w.firm.Normal()
	var list annot.Conditions
	if len(c.Trigger) > 0 {
		for i := range w.att.List {
			if w.att.List[i].Content.Contains(c.Trigger[0]) {
				c.Attribution = annot.AttributionID(i)
			}
		}
		list.List = append(list.List, c)
	}
	var err error
	if w.cond, err = annot.NewConditions(w.seg, w.att, list); err != nil {
		t.Fatal(err)
	}
}

func (w *world) moments(t testing.TB, marks []markup.Mark) {
	var ts annot.Times
	for _, m := range marks {
		if m.Label == "time" {
			ts.List = append(ts.List, annot.Timex{Span: m.Span, Type: record.DateType, By: "test"})
		}
	}
	var err error
	if w.times, err = annot.NewTimes(w.seg, ts); err != nil {
		t.Fatal(err)
	}
}

func (w *world) judge(j *Judge) *annot.Statements {
	return j.Judge(w.seg, w.quo, w.syn, w.times, w.ms, w.att, w.ents, w.cond)
}

func (w *world) words(ss annot.Spans) string {
	var all []string
	for _, s := range ss {
		all = append(all, w.seg.Text.Slice(s))
	}
	return strings.Join(all, " … ")
}

func newJudge(t testing.TB) *Judge {
	t.Helper()
	j, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// TestRules runs the examples and counter-examples of every rule.
func TestRules(t *testing.T) {
	j, by := newJudge(t), trees(t)
	seen := map[annot.By]bool{}
	for _, r := range rules() {
		if seen[r.id] {
			t.Errorf("%s stands twice", r.id)
		}
		seen[r.id] = true
		if !strings.HasPrefix(string(r.id), "statement/") || r.doc == "" || len(r.examples) == 0 || len(r.counter) == 0 {
			t.Errorf("%s lacks a name, a doc, an example or a counter-example", r.id)
		}
		for _, ex := range r.examples {
			w := build(t, by, ex)
			got := w.judge(j).List
			if len(got) == 0 {
				t.Errorf("%s: no statement in %s", r.id, ex)
				continue
			}
			if s := got[0]; s.By != r.id || s.Firmness != r.class || len(w.firm) > 0 && w.words(s.FirmnessWords) != w.words(w.firm) {
				t.Errorf("%s: %s\n\tis %s by %s, shown by {%s}", r.id, ex, s.Firmness, s.By, w.words(s.FirmnessWords))
			}
		}
		for _, ex := range r.counter {
			for _, s := range build(t, by, ex).judge(j).List {
				if s.By == r.id {
					t.Errorf("%s: counter-example %s", r.id, ex)
				}
			}
		}
	}
}
