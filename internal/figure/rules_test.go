package figure

import (
	"strconv"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/lexicon"
)

func finder(t testing.TB) *Finder {
	t.Helper()
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sentences lays out a text of one block, a sentence a line, with tokens cut
// at spaces and before a final mark.
func sentences(t testing.TB, s string) *annot.Segmentation {
	t.Helper()
	seg := annot.Segmentation{Text: text.New(s)}
	s = seg.Text.String()
	all := strings.Trim(s, " \n\t\r")
	if all == "" {
		return &seg
	}
	from := strings.Index(s, all)
	seg.Blocks = []annot.Block{{Span: text.Span{Start: from, End: from + len(all)}, Kind: annot.Body, By: "test"}}
	at := 0
	for _, row := range strings.SplitAfter(s, "\n") {
		first := annot.TokenID(len(seg.Tokens))
		rest := at
		for _, w := range strings.FieldsFunc(row, func(r rune) bool { return strings.ContainsRune(" \n\t\r", r) }) {
			i := rest + strings.Index(s[rest:], w)
			end := i + len(w)
			for end > i+1 && strings.ContainsRune(".,;:!?)", rune(s[end-1])) {
				end--
			}
			seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: i, End: end}})
			for k := end; k < i+len(w); k++ {
				seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: k, End: k + 1}})
			}
			rest = i + len(w)
		}
		if n := annot.TokenID(len(seg.Tokens)); n > first {
			seg.Sentences = append(seg.Sentences, annot.Sentence{Span: seg.Tokens[first].Span.Cover(seg.Tokens[n-1].Span), First: first, End: n})
		}
		at += len(row)
	}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return checked
}

// digest writes a figure in the notation of the rules' examples.
func digest(f annot.Figure) string {
	bound := func(v *float64) string {
		if v == nil {
			return "-"
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	s := bound(f.Low) + " " + bound(f.High)
	if f.Unit != "" {
		s += " " + f.Unit
	}
	if f.Approx {
		s += " approx"
	}
	return s
}

// TestRules runs every rule's examples: the bracketed words must be read by
// that rule with that value; a counter-example yields nothing.
func TestRules(t *testing.T) {
	f := finder(t)
	for _, r := range f.rules {
		if len(r.examples) == 0 || !strings.HasSuffix(r.doc, ".") {
			t.Errorf("%s: no example, or no sentence of documentation", r.id)
		}
		for _, e := range r.examples {
			marked, value, _ := strings.Cut(e, "|")
			plain := strings.NewReplacer("[", "", "]", "").Replace(marked)
			want := marked[strings.IndexByte(marked, '[')+1 : strings.IndexByte(marked, ']')]
			found := ""
			ok := false
			for _, x := range f.Find(sentences(t, plain), nil, nil).List {
				words := plain[x.Span.Start:x.Span.End]
				found += " [" + words + "]|" + digest(x) + " by " + string(x.By)
				ok = ok || words == want && digest(x) == value && x.By == r.id
			}
			if !ok {
				t.Errorf("%s: %s: found%s", r.id, e, found)
			}
		}
		for _, e := range r.counter {
			for _, x := range f.Find(sentences(t, e), nil, nil).List {
				t.Errorf("%s: found %q in %q by %s", r.id, e[x.Span.Start:x.Span.End], e, x.By)
			}
		}
	}
}
