package lex

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestPhrases(t *testing.T) {
	var p Phrases
	for i, w := range []string{"US", "U.S.", "Ivory Coast", "Côte d'Ivoire", "Secretary-General", "N'Djamena", "EU"} {
		p.Add(w, int32(i))
	}
	for _, c := range []struct {
		text  string
		value int32
		n     int
	}{
		{"US trade", 0, 2}, {"USA", -1, 0}, {"U.S. trade", 1, 4}, {"U.S.-led", 1, 4}, {"Ivory\u00a0Coast's", 2, 12}, {"Ivory Coasts", -1, 0},
		{"Côte d’Ivoire", 3, 16}, {"Secretary-General Holt", 4, 17}, {"N’Djamena", 5, 11}, {"eu", -1, 0}, {"", -1, 0},
	} {
		if v, n := p.Match(c.text, ""); v != c.value || n != c.n {
			t.Errorf("%q: got %d, %d bytes; want %d, %d", c.text, v, n, c.value, c.n)
		}
	}
	fold := Phrases{Fold: true}
	fold.Add("prime minister", 7)
	if v, n := fold.Match("Prime Minister Varga", "prime"); v != 7 || n != 14 {
		t.Errorf("folded: got %d, %d", v, n)
	}
	if p.Whole("Ivory Coast") != 2 || p.Whole("Ivory Coast and") != -1 {
		t.Error("Whole takes a part for the whole")
	}
}

func TestTable(t *testing.T) {
	fsys := fstest.MapFS{"places.txt": {Data: []byte("# places\n[places]\naar\tAar\t1\nabo\tÅbo\t2\nabo\tAbo\t3\nzug\tZug\t4\n")}}
	tab, err := OpenTable(fsys, "places.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := tab.Check(); err != nil {
		t.Error(err)
	}
	for key, want := range map[string]string{"aar": "1", "abo": "2 3", "zug": "4", "ab": "", "zz": "", "": ""} {
		var got []string
		for _, f := range tab.Lookup(key) {
			got = append(got, f[2])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %q", key, got, want)
		}
		if tab.Has(key) != (want != "") {
			t.Errorf("Has(%q) is wrong", key)
		}
	}
	if _, err := OpenTable(fstest.MapFS{"x.txt": {Data: []byte("no heading")}}, "x.txt"); err == nil {
		t.Error("a file without a section is no table")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Genève": "geneve", "N’Djamena": "ndjamena", "St.  Gallen": "st gallen", "ÅLESUND": "alesund", "Łódź": "lodz", "abc": "abc"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	for _, same := range [][]string{{"yavorskiy", "yavorsky", "yavorskyy", "iavorskii"}, {"sergei", "sergey"}, {"qadiri", "gadiri"}} {
		for _, w := range same[1:] {
			if FoldSpelling(w) != FoldSpelling(same[0]) {
				t.Errorf("%s and %s: %s, %s", same[0], w, FoldSpelling(same[0]), FoldSpelling(w))
			}
		}
	}
	if FoldSpelling("holt") == FoldSpelling("holm") {
		t.Error("different names fold together")
	}
}
