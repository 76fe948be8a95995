package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestNewStoresTextAsTheContractSays(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"plain", "talks", "talks"},
		{"byte order mark", "\uFEFFtalks", "talks"},
		{"only the first mark", "\uFEFF\uFEFFtalks", "\uFEFFtalks"},
		{"line ends", "a\r\nb\rc\n", "a\nb\rc\n"},
		{"bad bytes", "a\xffb\xc3", "a\uFFFDb\uFFFD"},
		{"empty", "", ""},
	} {
		if got := New(c.raw).String(); got != c.want {
			t.Errorf("%s: stored %q, want %q", c.name, got, c.want)
		}
	}
}

func TestValid(t *testing.T) {
	x := New("a–b") // an en dash of three bytes
	for _, c := range []struct {
		s    Span
		want bool
	}{
		{Span{0, 1}, true}, {Span{1, 4}, true}, {Span{0, 5}, true},
		{Span{0, 0}, false}, {Span{1, 2}, false}, {Span{2, 4}, false}, {Span{0, 6}, false}, {Span{-1, 1}, false},
	} {
		if got := x.Valid(c.s); got != c.want {
			t.Errorf("Valid(%v) = %v", c.s, got)
		}
	}
}

func TestSpans(t *testing.T) {
	ss := Spans{{8, 10}, {0, 3}, {2, 5}, {6, 6}}
	if got, want := ss.Normal(), (Spans{{0, 5}, {8, 10}}); !slices.Equal(got, want) {
		t.Errorf("Normal = %v, want %v", got, want)
	}
	n := ss.Normal()
	if n.Cover() != (Span{0, 10}) || n.Len() != 7 || !n.Has(4) || n.Has(6) || !n.Contains(Span{1, 4}) || n.Contains(Span{4, 9}) {
		t.Errorf("%v answers wrongly", n)
	}
	if !n.ContainsAll(Spans{{0, 1}, {9, 10}}) || n.ContainsAll(nil) || n.ContainsAll(Spans{{0, 1}, {6, 7}}) {
		t.Error("ContainsAll answers wrongly")
	}
}

// mapped are texts with code points of one to four bytes.
var mapped = []string{
	"", "plain words only", "naïve – “quoted”", "🕊 talks 🕊🕊 resume",
	strings.Repeat("é", 100) + strings.Repeat("x", 100) + strings.Repeat("𝄞", 70),
}

func TestMapperAgreesWithCounting(t *testing.T) {
	for _, s := range mapped {
		checkMapper(t, New(s))
	}
}

func checkMapper(t *testing.T, x *Text) {
	t.Helper()
	m, s := NewMapper(x), x.String()
	points, units := 0, 0
	for i, r := range s + "\n" {
		if i > len(s) {
			break
		}
		if got := m.CodePoints(i); got != points {
			t.Fatalf("CodePoints(%d) of %.20q = %d, want %d", i, s, got, points)
		}
		if got := m.UTF16(i); got != units {
			t.Fatalf("UTF16(%d) of %.20q = %d, want %d", i, s, got, units)
		}
		if got := m.Byte(points); got != i {
			t.Fatalf("Byte(%d) of %.20q = %d, want %d", points, s, got, i)
		}
		points++
		units += utf16.RuneLen(r)
	}
}

func FuzzMapper(f *testing.F) {
	for _, s := range mapped {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := New(s)
		if !utf8.ValidString(x.String()) {
			t.Fatalf("stored text is not UTF-8: %q", x.String())
		}
		checkMapper(t, x)
	})
}

func BenchmarkCodePoints(b *testing.B) {
	x := New(strings.Repeat("Ministers said “perhaps” – no more. ", 200))
	m := NewMapper(x)
	for i := range b.N {
		m.CodePoints(i * 40 % x.Len() / 40 * 40)
	}
}
