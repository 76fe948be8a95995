package coref

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
	"readout/record"
)

// A world is the layers of one case.
type world struct {
	seg *annot.Segmentation
	quo *annot.Quotations
	syn *annot.Syntax
	ms  *annot.Mentions
	att *annot.Attributions
}

func resolver(t testing.TB) *Resolver {
	t.Helper()
	v, err := New(lexicon.FS, model.FS)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// load reads a case: trees, mentions in reading order, and attributions.
func load(t testing.TB, file string) (*world, string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range a.Files {
		parts[f.Name] = string(f.Data)
	}
	w := &world{}
	if w.seg, w.syn, err = conllu.Parse(parts["trees.conllu"]); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	w.quotations(t)
	w.mentions(t, parts["mentions.txt"])
	w.attributions(t, parts["attributions.txt"])
	return w, parts["chains.txt"]
}

// quotations takes what stands between double marks.
func (w *world) quotations(t testing.TB) {
	var list []annot.Quotation
	s, from := w.seg.Text.String(), -1
	for i, c := range s {
		switch {
		case c == '“':
			from = i
		case c == '”' && from >= 0:
			list = append(list, annot.Quotation{Pieces: annot.Spans{{Start: from, End: i + len("”")}}, Parent: annot.None, Balanced: true, By: "test"})
			from = -1
		}
	}
	var err error
	if w.quo, err = annot.NewQuotations(w.seg, annot.Quotations{List: list}); err != nil {
		t.Fatal(err)
	}
}

// span finds words, whole ones, at or after a byte.
func (w *world) span(t testing.TB, words string, from int) annot.Span {
	all := w.seg.Text.String()
	for at := from; ; {
		i := strings.Index(all[at:], words)
		if i < 0 {
			t.Fatalf("no %q behind byte %d", words, from)
		}
		s := text.Span{Start: at + i, End: at + i + len(words)}
		if first, end := w.seg.Within(s); w.seg.SpanOf(first, end-1) == s {
			return s
		}
		at = s.Start + 1
	}
}

var kinds = []string{"unknown", "person", "government", "state", "organisation", "group", "outlet", "place", "other"}
var genders = []string{"-", "m", "f", "n"}

func index(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// mentions reads lines "words | form kind count gender rule | key value | ...".
func (w *world) mentions(t testing.TB, src string) {
	var list []annot.Mention
	last := 0
	for _, line := range strings.Split(strings.TrimSpace(src), "\n") {
		f := strings.Split(line, " | ")
		head := strings.Fields(f[1])
		m := annot.Mention{Form: record.MentionForm(head[0]), Kind: annot.MentionKind(index(kinds, head[1])), Count: record.Count(head[2]),
			Gender: annot.Gender(index(genders, head[3])), By: annot.By(head[4]), Appositive: annot.None}
		m.Span = w.span(t, f[0], last)
		for _, kv := range f[2:] {
			key, value, _ := strings.Cut(kv, " ")
			switch key {
			case "definite":
				m.Definite = true
			case "country":
				m.Country = value
			case "title":
				m.Titles = append(m.Titles, w.span(t, value, max(0, m.Span.Start-len(value)-2)))
			case "of":
				m.Affiliation = w.span(t, value, 0)
			case "explains":
				n, _ := strconv.Atoi(value)
				m.Appositive = annot.MentionID(n)
			case "members":
				for _, x := range strings.Fields(value) {
					n, _ := strconv.Atoi(x)
					m.Members = append(m.Members, annot.MentionID(n))
				}
			}
		}
		m.Whole, m.Head, last = m.Span, w.syn.HeadOf(m.Span), m.Span.Start
		list = append(list, m)
	}
	var err error
	if w.ms, err = annot.NewMentions(w.seg, annot.Mentions{List: list}); err != nil {
		t.Fatal(err)
	}
}

// nearest finds the words that stand nearest to a span.
func (w *world) nearest(t testing.TB, words string, to annot.Span) annot.Span {
	best := annot.Span{Start: 1 << 30}
	for from := 0; ; {
		i := strings.Index(w.seg.Text.String()[from:], words)
		if i < 0 {
			break
		}
		s := text.Span{Start: from + i, End: from + i + len(words)}
		if max(s.Start-to.End, to.Start-s.End) < max(best.Start-to.End, to.Start-best.End) || best.Start == 1<<30 {
			best = s
		}
		from = s.Start + 1
	}
	if best.Start == 1<<30 {
		t.Fatalf("no %q", words)
	}
	return best
}

// attributions reads lines "source | cue | content" in order of the cues.
func (w *world) attributions(t testing.TB, src string) {
	var list []annot.Attribution
	from := 0
	for _, line := range strings.Split(strings.TrimSpace(src), "\n") {
		f := strings.Split(line, " | ")
		if len(f) != 3 {
			continue
		}
		a := annot.Attribution{Within: annot.None, Form: record.Direct, Speech: true, By: "test"}
		c := w.span(t, f[1], from)
		s, k := w.nearest(t, f[0], c), w.nearest(t, f[2], c)
		a.Source, a.Cue, a.Content = annot.Spans{s}, c, annot.Spans{k}
		a.SourceHead, a.CueHead = w.syn.HeadOf(s), w.syn.HeadOf(c)
		from = c.Start + 1
		list = append(list, a)
	}
	var err error
	if w.att, err = annot.NewAttributions(w.seg, annot.Attributions{List: list}); err != nil {
		t.Fatal(err)
	}
}

// chains writes entities as their mentions: "~" marks an inferred one, with
// its alternatives, and what is left open stands last.
func (w *world) chains(e *annot.Entities) string {
	var b strings.Builder
	name := func(id annot.EntityID) string { return w.seg.Text.Slice(e.List[id].Name) }
	for _, x := range e.List {
		for i, m := range x.Mentions {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(w.seg.Text.Slice(w.ms.List[m].Span))
			if r := e.References[m]; r.Inferred {
				b.WriteString(" ~")
				for _, a := range r.Alternatives {
					fmt.Fprintf(&b, "[%s]", name(a))
				}
			}
		}
		for _, m := range x.Members {
			fmt.Fprintf(&b, " + %s", name(m))
		}
		b.WriteString("\n")
	}
	for m, r := range e.References {
		if r.Entity == annot.None {
			fmt.Fprintf(&b, "open: %s", w.seg.Text.Slice(w.ms.List[m].Span))
			for _, a := range r.Alternatives {
				fmt.Fprintf(&b, " [%s]", name(a))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// TestCases reads the cases of testdata. With UPDATE=1 it writes what it finds.
func TestCases(t *testing.T) {
	v := resolver(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		w, want := load(t, file)
		got := w.chains(v.Resolve(w.seg, w.quo, w.syn, w.ms, w.att))
		if got == want {
			continue
		}
		if os.Getenv("UPDATE") != "" {
			update(t, file, got)
			continue
		}
		t.Errorf("%s:\n--- want\n%s--- got\n%s", file, want, got)
	}
}

func update(t *testing.T, file, chains string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	done := false
	for i := range a.Files {
		if a.Files[i].Name == "chains.txt" {
			a.Files[i].Data, done = []byte(chains), true
		}
	}
	if !done {
		a.Files = append(a.Files, txtar.File{Name: "chains.txt", Data: []byte(chains)})
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
