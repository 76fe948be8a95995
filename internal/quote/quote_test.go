package quote

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/record"
)

// words cuts tokens as package segment does, as far as marks go.
var words = regexp.MustCompile("['’]\\d\\ds?|['’]n['’]|[\\p{L}\\p{N}]+(?:['’]\\p{L}+)*|``|''|’’|,,|&#?\\w+;|\\S")

// layOut makes a segmentation of a text: each line is a paragraph of one
// sentence. A line that begins with "~" is furniture, one with "# " a
// headline.
func layOut(t testing.TB, s string) *annot.Segmentation {
	t.Helper()
	seg := annot.Segmentation{Text: text.New(s)}
	at := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		start := at
		at += len(line)
		trimmed := strings.TrimRight(line, "\n ")
		if trimmed == "" {
			continue
		}
		b := annot.Block{Span: text.Span{Start: start, End: start + len(trimmed)}, Kind: annot.Body, By: "test/line"}
		switch trimmed[0] {
		case '~':
			b.Kind = annot.Furniture
		case '#':
			b.Kind = annot.Headline
		}
		seg.Blocks = append(seg.Blocks, b)
		if b.Kind == annot.Furniture {
			continue
		}
		first := annot.TokenID(len(seg.Tokens))
		for _, w := range words.FindAllStringIndex(trimmed, -1) {
			seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: start + w[0], End: start + w[1]}})
		}
		if end := annot.TokenID(len(seg.Tokens)); end > first {
			seg.Sentences = append(seg.Sentences, annot.Sentence{Span: b.Span, Block: annot.BlockID(len(seg.Blocks) - 1), First: first, End: end})
		}
	}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		t.Fatal(err)
	}
	return checked
}

// show puts braces around the pieces of all quotations, and a "?" before the
// brace that opens one with a mark missing.
func show(seg *annot.Segmentation, q *annot.Quotations) string {
	s := seg.Text.String()
	opens, closes := make([]string, len(s)+1), make([]string, len(s)+1)
	for _, row := range q.List {
		for _, p := range row.Pieces {
			brace := "{"
			if !row.Balanced {
				brace = "?{"
			}
			opens[p.Start] += brace
			closes[p.End] += "}"
		}
	}
	var b strings.Builder
	for i := 0; i <= len(s); i++ {
		b.WriteString(closes[i] + opens[i])
		if i < len(s) {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

var braces = strings.NewReplacer("?{", "", "{", "", "}", "")

// TestRules runs the examples of every rule. That a mark is missing is not
// shown in examples.
func TestRules(t *testing.T) {
	f := New()
	for _, r := range rules {
		if len(r.Examples) == 0 {
			t.Errorf("%s: no example", r.ID)
		}
		for _, example := range append(slices.Clone(r.Examples), r.Counter...) {
			seg := layOut(t, braces.Replace(example))
			q := f.Find(seg)
			if got := strings.ReplaceAll(show(seg, q), "?{", "{"); got != example {
				t.Errorf("%s: got %q, want %q", r.ID, got, example)
			}
		}
		for _, example := range r.Examples {
			q := f.Find(layOut(t, braces.Replace(example)))
			if !slices.ContainsFunc(q.List, func(row annot.Quotation) bool { return row.By == r.ID }) {
				t.Errorf("%s: does not fire in %q", r.ID, example)
			}
		}
	}
}

// TestCases reads testdata/*.txtar. In each file a paragraph is a line,
// pieces stand in braces, "?" marks those with a mark missing; the comment
// says what is shown, "doubts" how many doubts there are.
func TestCases(t *testing.T) {
	f := New()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doubts := 0
			for _, part := range ar.Files {
				want := string(part.Data)
				seg := layOut(t, braces.Replace(want))
				q := f.Find(seg)
				if got := show(seg, q); got != want {
					t.Errorf("%s: got\n%swant\n%s", part.Name, got, want)
				}
				doubts += len(q.Doubts)
				for _, d := range q.Doubts {
					if d.Code != record.DoubtUnbalancedQuote || d.Span.Empty() {
						t.Errorf("%s: doubt %v", part.Name, d)
					}
				}
			}
			if want := fmt.Sprintf("doubts: %d\n", doubts); !strings.Contains(string(ar.Comment), want) {
				t.Errorf("%d doubts, but the comment is %q", doubts, ar.Comment)
			}
		})
	}
}

func TestNesting(t *testing.T) {
	seg := layOut(t, "Ostrand said: “They told us ‘never’ and ‘not now’.\n“And left,” he added.")
	q := New().Find(seg)
	if len(q.List) != 3 || len(q.List[0].Pieces) != 2 || q.List[1].Parent != 0 || q.List[2].Parent != 0 || q.List[0].Parent != annot.None {
		t.Errorf("got %s, %+v", show(seg, q), q.List)
	}
}

// FuzzFind asserts that pieces begin with a mark, that quotations nest, and
// that any text has a layer.
func FuzzFind(f *testing.F) {
	for _, r := range rules {
		for _, s := range append(slices.Clone(r.Examples), r.Counter...) {
			f.Add(braces.Replace(s))
		}
	}
	find := New()
	f.Fuzz(func(t *testing.T, raw string) {
		seg := layOut(t, text.New(raw).String())
		q := find.Find(seg)
		if _, err := annot.NewQuotations(seg, *q); err != nil {
			t.Fatal(err)
		}
		for i, row := range q.List {
			for _, p := range row.Pieces {
				first, _ := seg.Within(p)
				if m, ok := find.marks[seg.Word(first)]; !ok || m.opens < 0 {
					t.Errorf("quotation %d begins with %q", i, seg.Word(first))
				}
			}
			if up := row.Parent; up != annot.None && !q.List[up].Pieces.Has(row.Pieces[0].Start) {
				t.Errorf("quotation %d is not inside %d: %s", i, up, show(seg, q))
			}
		}
		if !strings.ContainsAny(raw, "'`‘’“”„‚‟‛«»‹›「」『』＂&,"+`"`) && len(q.List) > 0 {
			t.Errorf("quotations without marks: %s", show(seg, q))
		}
	})
}

// TestLinear reads texts that are one mark over and over.
func TestLinear(t *testing.T) {
	f := New()
	for _, s := range []string{"“", "”", "\"", "'", "' ", " '", "‘a ", "’ ", "s’ a ", "“‘", "“a\n", "a\" ", "«", "» ", "``", "'' "} {
		seg := layOut(t, strings.Repeat(s, 50_000/len(s)))
		begin := time.Now()
		f.Find(seg)
		if d := time.Since(begin); d > 3*time.Second { // some milliseconds on an idle machine
			t.Errorf("%q over and over: %v", s, d)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := New()
	seg := layOut(b, strings.Repeat("Ostrand said: “We will stay. The ministers’ offer won’t do.” She left, and “nobody” knew why.\n", 100))
	b.SetBytes(int64(seg.Text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(seg)
	}
}

func ExampleFinder_Find() {
	seg := layOut(&testing.T{}, "The envoy said: “We heard ‘no deal’ twice.\n“We will stay.” She left.")
	for _, q := range New().Find(seg).List {
		for _, p := range q.Pieces {
			fmt.Println(q.By, seg.Text.Slice(p))
		}
	}
	// Output:
	// quote/curly-double “We heard ‘no deal’ twice.
	// quote/curly-double “We will stay.”
	// quote/curly-single ‘no deal’
}
