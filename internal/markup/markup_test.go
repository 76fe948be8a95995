package markup

import (
	"slices"
	"testing"

	"readout/internal/text"
)

func TestParse(t *testing.T) {
	plain, marks, err := Parse(`[source/1 Ndiaye] [cue/1 said] [content/1 [source/2 he] [cue/2 hoped] [content/2 it would pass]] \[sic\].`)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Ndiaye said he hoped it would pass [sic]."; plain != want {
		t.Errorf("plain text %q, want %q", plain, want)
	}
	want := []Mark{
		{"source", 1, text.Span{Start: 0, End: 6}},
		{"cue", 1, text.Span{Start: 7, End: 11}},
		{"content", 1, text.Span{Start: 12, End: 34}},
		{"source", 2, text.Span{Start: 12, End: 14}},
		{"cue", 2, text.Span{Start: 15, End: 20}},
		{"content", 2, text.Span{Start: 21, End: 34}},
	}
	if !slices.Equal(marks, want) {
		t.Errorf("marks %v, want %v", marks, want)
	}
}

func TestParseErrors(t *testing.T) {
	for _, s := range []string{"[cue said", "said]", "[cue ]", "[cue/0 said]", "[cue/x said]", "[c!e said]", `a \b`, "[cue", `\`} {
		if plain, marks, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %q, %v, want an error", s, plain, marks)
		}
	}
}

func TestPrintErrors(t *testing.T) {
	for _, marks := range [][]Mark{
		{{"a", 0, text.Span{Start: 0, End: 3}}, {"b", 0, text.Span{Start: 2, End: 5}}},
		{{"a", 0, text.Span{Start: 2, End: 9}}},
		{{"a", 0, text.Span{Start: 2, End: 2}}},
		{{"a b", 0, text.Span{Start: 0, End: 2}}},
	} {
		if s, err := Print("abcdef", marks); err == nil {
			t.Errorf("Print(%v) = %q, want an error", marks, s)
		}
	}
}

// FuzzParse asserts that what is parsed prints to the same again.
func FuzzParse(f *testing.F) {
	f.Add(`[source The union] [cue said] [content the [x offer] was \[dead\]].`)
	f.Add(`[a/12 [b both]]`)
	f.Fuzz(func(t *testing.T, s string) {
		plain, marks, err := Parse(s)
		if err != nil {
			return
		}
		printed, err := Print(plain, marks)
		if err != nil {
			t.Fatal(err)
		}
		if printed != s {
			t.Errorf("%q came back as %q", s, printed)
		}
	})
}
