package numeral

import (
	"strings"
	"testing"

	"readout/internal/text"
	"readout/lexicon"
)

func table(t testing.TB) *Table {
	t.Helper()
	tab, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// split cuts a text at its spaces into tokens, and these into atoms.
func split(tab *Table, s string) []Atom {
	var atoms []Atom
	at := 0
	for i, w := range strings.Split(s, " ") {
		atoms = tab.Split(atoms, s, text.Span{Start: at, End: at + len(w)}, int32(i))
		at += len(w) + 1
	}
	return atoms
}

func TestCardinal(t *testing.T) {
	tab := table(t)
	for _, c := range []struct {
		in   string
		want float64
		rest string
	}{
		{"9,000 men", 9000, "men"},
		{"1,234,567", 1234567, ""},
		{"2019, 300 men", 2019, ", 300 men"},
		{"3.75 percent", 3.75, "percent"},
		{"1.5bn", 1.5e9, ""},
		{"20m", 20e6, ""},
		{"1.2 million", 1.2e6, ""},
		{"16.9 billion", 16900000000, ""},
		{"2.3 trillion", 2.3e12, ""},
		{"16.9bn", 16900000000, ""},
		{"twenty-five", 25, ""},
		{"twenty five men", 25, "men"},
		{"two hundred and six", 206, ""},
		{"two hundred and a half", 200, "and a half"},
		{"three million two hundred thousand and one", 3200001, ""},
		{"a hundred", 100, ""},
		{"a million", 1e6, ""},
		{"two dozen", 24, ""},
		{"a dozen", 12, ""},
		{"nineteen eighty", 19, "eighty"},
		{"four and five", 4, "and five"},
		{"zero", 0, ""},
		{"40k", 40, "k"},
		{"3.5 bn", 3.5e9, ""},
		{"5 m away", 5, "m away"},
		{"1.36", 1.36, ""},
	} {
		atoms := split(tab, c.in)
		n, ok := tab.Cardinal(c.in, atoms, 0)
		rest := ""
		if ok && n.Next < len(atoms) {
			rest = c.in[atoms[n.Next].Span.Start:]
		}
		if !ok || n.Value != c.want || rest != c.rest {
			t.Errorf("Cardinal(%q) = %v, %t, rest %q; want %v, rest %q", c.in, n.Value, ok, rest, c.want, c.rest)
		}
	}
	for _, in := range []string{"a couple", "a man", "and five", "first", "x", "123456789012345678"} {
		if n, ok := tab.Cardinal(in, split(tab, in), 0); ok {
			t.Errorf("Cardinal(%q) = %v, want none", in, n.Value)
		}
	}
}

func TestOrdinal(t *testing.T) {
	tab := table(t)
	for in, want := range map[string]float64{
		"21st": 21, "third": 3, "twenty-first": 21, "thirty first": 31, "101st": 101,
	} {
		if n, ok := tab.Ordinal(in, split(tab, in), 0); !ok || n.Value != want {
			t.Errorf("Ordinal(%q) = %v, %t", in, n.Value, ok)
		}
	}
	for _, in := range []string{"21", "twenty", "man", "21 st"} {
		if n, ok := tab.Ordinal(in, split(tab, in), 0); ok {
			t.Errorf("Ordinal(%q) = %v, want none", in, n.Value)
		}
	}
}

func TestSplitCoversTheToken(t *testing.T) {
	tab := table(t)
	for s, want := range map[string]string{
		"10a.m.":         "10|a|.|m|.",
		"3-5":            "3|-|5",
		"£1.5bn":         "£|1|.|5|bn",
		"o’clock":        "o|’|clock",
		"mid-1990s":      "mid|-|1990|s",
		"José":           "José",
		"2019\u20132021": "2019|\u2013|2021",
	} {
		var got []string
		for _, a := range tab.Split(nil, s, text.Span{End: len(s)}, 0) {
			got = append(got, s[a.Span.Start:a.Span.End])
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("Split(%q) = %s, want %s", s, g, want)
		}
	}
}

func FuzzCardinal(f *testing.F) {
	tab := table(f)
	f.Add("two hundred and 9,000.5bn first-1st a dozen é½")
	f.Fuzz(func(t *testing.T, raw string) {
		s := text.New(raw).String()
		atoms := tab.Split(nil, s, text.Span{End: len(s)}, 0)
		for i := range atoms {
			if n, ok := tab.Cardinal(s, atoms, i); ok && (n.Next <= i || n.Next > len(atoms)) {
				t.Fatalf("Cardinal at %d of %q ends at %d", i, s, n.Next)
			}
			if n, ok := tab.Ordinal(s, atoms, i); ok && (n.Next <= i || n.Next > len(atoms)) {
				t.Fatalf("Ordinal at %d of %q ends at %d", i, s, n.Next)
			}
		}
	})
}
