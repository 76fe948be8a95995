package ingest

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzLines feeds anything as lines of JSON: as many pieces as lines with
// words, each a report or an error that names its line.
func FuzzLines(f *testing.F) {
	for _, s := range []string{`{"id":"a","text":"x"}`, "{\"text\":\"x\"}\n\n{", `{"html":"<p>x</p>"}`, "\uFEFF{}\r\n[]", "\x1f\x8b", `{"text":"\ud800"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
			return // compressed: lines are counted inside
		}
		want := 0
		for _, l := range strings.Split(strings.TrimPrefix(string(data), "\uFEFF"), "\n") {
			if strings.TrimSpace(l) != "" {
				want++
			}
		}
		got := 0
		for p := range (Input{Paths: []string{"-"}, Stdin: bytes.NewReader(data), As: Lines}).Pieces() {
			got++
			r, err := p.Report()
			if err != nil && (err.Line != p.Line || err.Line < 1 || err.Message == "") {
				t.Errorf("line %d: error %v", p.Line, err)
			}
			if err == nil && r.Source.ID == "" {
				t.Errorf("line %d: no id", p.Line)
			}
			if !utf8.ValidString(r.Raw) {
				t.Errorf("line %d: words that are not UTF-8", p.Line)
			}
		}
		if got != want {
			t.Errorf("%d pieces for %d lines", got, want)
		}
	})
}

// FuzzPage feeds anything as a page.
func FuzzPage(f *testing.F) {
	for _, s := range []string{"", "<p>x", "<title>T | O</title><meta name=date content=2031-04-10><article><h1>T</h1><p>By A<p>x<br>y<br><br>z", "<table><td>a b c d e f g h i", "<svg><p></svg>", "<script type=application/ld+json>[{\"@graph\":[1]}]</script>", "\xff\xfe<p>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := readPage(data)
		if err != nil {
			return
		}
		for _, s := range []string{r.Raw, r.Source.Title, r.Source.Byline, r.Source.Outlet, r.Source.Published} {
			if !utf8.ValidString(s) {
				t.Errorf("%q is not UTF-8", s)
			}
		}
		if strings.Contains(r.Raw, "\n\n\n") || r.Raw != strings.TrimSpace(r.Raw) {
			t.Errorf("paragraphs are not clean: %q", r.Raw)
		}
	})
}

// FuzzPlain feeds anything as a file of unknown kind.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"", "x", "\xff\xfex\x00", "\x93x\x94", "<html>x", "{\"text\":\"x\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for p := range (Input{Paths: []string{"-"}, Stdin: bytes.NewReader(data), As: Detect}).Pieces() {
			if _, err := p.Report(); err != nil && err.Message == "" {
				t.Error("an error without words")
			}
		}
	})
}

func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile("testdata/ferries.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readPage(data); err != nil {
			b.Fatal(err)
		}
	}
}
