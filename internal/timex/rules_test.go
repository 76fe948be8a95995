package timex

import (
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
	if strings.Trim(s, " \n\t\r") == "" {
		return &seg
	}
	all := strings.Trim(s, " \n\t\r")
	from := strings.Index(s, all)
	seg.Blocks = []annot.Block{{Span: text.Span{Start: from, End: from + len(all)}, Kind: annot.Body, By: "test"}}
	at := 0
	for _, lineText := range strings.SplitAfter(s, "\n") {
		first := annot.TokenID(len(seg.Tokens))
		for i := 0; i < len(lineText); {
			if c := lineText[i]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
				i++
				continue
			}
			j := i
			for j < len(lineText) && !strings.ContainsRune(" \n\t\r", rune(lineText[j])) {
				j++
			}
			end := j
			for end > i+1 && strings.ContainsRune(".,;:!?)", rune(lineText[end-1])) && !(lineText[end-1] == '.' && strings.Contains(lineText[i:end-1], ".")) {
				end--
			}
			seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: at + i, End: at + end}})
			for k := end; k < j; k++ {
				seg.Tokens = append(seg.Tokens, annot.Token{Span: text.Span{Start: at + k, End: at + k + 1}})
			}
			i = j
		}
		if n := annot.TokenID(len(seg.Tokens)); n > first {
			sp := seg.Tokens[first].Span.Cover(seg.Tokens[n-1].Span)
			seg.Sentences = append(seg.Sentences, annot.Sentence{Span: sp, First: first, End: n})
		}
		at += len(lineText)
	}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return checked
}

// TestRules runs every rule's examples: the bracketed words, and no others,
// must be found, by that rule; a counter-example yields nothing.
func TestRules(t *testing.T) {
	f := finder(t)
	for _, r := range f.rules {
		if len(r.examples) == 0 || r.doc == "" || !strings.HasSuffix(r.doc, ".") {
			t.Errorf("%s: no example, or no sentence of documentation", r.id)
		}
		for _, e := range r.examples {
			plain := strings.NewReplacer("[", "", "]", "").Replace(e)
			tm := f.Find(sentences(t, plain), nil, annot.Source{Published: "2024-06-12"})
			got := plain
			by := false
			for i := len(tm.List) - 1; i >= 0; i-- {
				x := tm.List[i]
				got = got[:x.Span.Start] + "[" + got[x.Span.Start:x.Span.End] + "]" + got[x.Span.End:]
				by = by || x.By == r.id
			}
			if !by || got != e && !strings.Contains(got, e[strings.IndexByte(e, '['):strings.IndexByte(e, ']')+1]) {
				t.Errorf("%s: %s, want %s", r.id, got, e)
			}
		}
		for _, e := range r.counter {
			if tm := f.Find(sentences(t, e), nil, annot.Source{}); len(tm.List) > 0 {
				x := tm.List[0]
				t.Errorf("%s: found %q in %q by %s", r.id, e[x.Span.Start:x.Span.End], e, x.By)
			}
		}
	}
}
