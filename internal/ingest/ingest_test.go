package ingest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// all reads every piece of an input, a line each: id, then the words or the
// code of the error.
func all(in Input) []string {
	var out []string
	for p := range in.Pieces() {
		r, err := p.Report()
		switch {
		case err != nil:
			out = append(out, fmt.Sprintf("%s:%d %s", filepath.Base(p.Path), p.Line, err.Code))
		default:
			out = append(out, r.Source.ID+" "+strings.ReplaceAll(r.Raw, "\n", "/"))
		}
	}
	return out
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

// zipped compresses with gzip.
func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// tree writes files under a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		p := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestStreams(t *testing.T) {
	utf16 := "\xff\xfe" + "H\x00i\x00\x1c\x20"
	for _, tt := range []struct {
		name, data string
		as         Kind
		want       []string
	}{
		{"plain", "The crews met.\n", Detect, []string{"stdin The crews met./"}},
		{"empty", "", Detect, []string{"stdin "}},
		{"plain that opens a brace", "{sic} they met", Detect, []string{"stdin {sic} they met"}},
		{"lines", "{\"id\":\"a\",\"text\":\"one\"}\n\n{\"text\":\"two\"}", Detect, []string{"a one", "stdin:3 two"}},
		{"lines with BOM and CRLF", "\uFEFF{\"text\":\"one\"}\r\n{\"text\":\"two\"}\r\n", Detect, []string{"stdin:1 one", "stdin:2 two"}},
		{"lines, compressed", zipped("{\"text\":\"one\"}\n"), Detect, []string{"stdin:1 one"}},
		{"no lines at all", "", Lines, nil},
		{"lines that are none", "hello\n{\"text\":\"two\"}\n", Lines, []string{"-:1 not-json", "stdin:2 two"}},
		{"page", "<!-- saved --><!DOCTYPE html><p>The crews met.</p>", Detect, []string{"stdin The crews met."}},
		{"page by order", "<p>The crews<br>met.</p><p>Twice.</p>", Page, []string{"stdin The crews/met.//Twice."}},
		{"tags in plain text", "<p>The crews met.</p>", Detect, []string{"stdin <p>The crews met.</p>"}},
		{"UTF-16", utf16, Detect, []string{"stdin Hi“"}},
		{"Windows-1252", "\x93Hi\x94", Detect, []string{"stdin “Hi”"}},
		{"UTF-8 with a bad byte", "“Hi” \xff", Detect, []string{"stdin “Hi” \xff"}},
		{"PDF", "%PDF-1.7 ...", Detect, []string{"-:0 binary"}},
		{"NUL", "a\x00b", Detect, []string{"-:0 binary"}},
		{"broken archive", zipped("{\"text\":\"one\"}\n")[:20], Plain, []string{"-:0 bad-archive"}},
		{"broken archive of lines", zipped("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")[:35], Lines, []string{"stdin:1 one", "stdin:2 two", "-:3 bad-archive"}},
		{"no archive", "\x1f\x8bhello", Detect, []string{"-:0 bad-archive"}},
		{"too large", strings.Repeat("word ", maxReport/5+1), Detect, []string{"-:0 too-large"}},
		{"a line too long", "{\"text\":\"" + strings.Repeat("x", maxReport) + "\"}\n{\"text\":\"two\"}", Detect, []string{"-:1 too-large", "stdin:2 two"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			same(t, all(Input{Paths: []string{"-"}, Stdin: strings.NewReader(tt.data), As: tt.as}), tt.want...)
		})
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"a","title":" T ","text":"x","published":"2031-04-10","outlet":"O","url":"u"}`, "a|T|O|u||2031-04-10|false|x"},
		{`{"id":12,"text":"x"}`, "12|||||||x"},
		{`{"text":"x","published":"2031-04-10T08:15:00Z"}`, "p:7|||||2031-04-10T08:15:00Z|false|x"},
		{`{"text":"x","published":"April 10, 2031"}`, "p:7|||||2031-04-10|false|x"},
		{`{"text":"x","published":"yesterday"}`, "p:7|||||yesterday|false|x"},
		{`{"id":null,"title":null,"text":"x"}`, "p:7|||||||x"},
		{`{"text":""}`, "p:7|||||||"},
		{`{"text":"\ud800 x"}`, "p:7|||||||\uFFFD x"},
		{`{"html":"<p>x y</p>","title":"T"}`, "p:7|T||||||x y"},
		{`{"text":"","html":"<p>x y</p>"}`, "p:7|||||||x y"},
		{`{"text":"x","html":"<p>y</p>"}`, "p:7|||||||x"},
		{`{"html":""}`, "p:7|||||||"},
		{`{}`, `no-text: neither "text" nor "html": give the words of the report as "text"`},
		{`{"text":null}`, `no-text: neither "text" nor "html": give the words of the report as "text"`},
		{`{"text":5}`, `wrong-type: "text" is a number, not a string`},
		{`{"text":["x"]}`, `wrong-type: "text" is an array, not a string`},
		{`{"text":"x","published":true}`, `wrong-type: "published" is a truth value, not a string`},
		{`{"id":{},"text":"x"}`, `wrong-type: "id" is not a string`},
		{`["x"]`, `not-an-object: a report is an object like {"text": "..."}, not an array`},
		{`"x"`, `not-an-object: a report is an object like {"text": "..."}, not a string`},
		{`{"text":"x"`, `not-json: not JSON: the line ends too early; each report stands on one line`},
		{`{"text":x}`, `not-json: not JSON at byte 9: invalid character 'x' looking for beginning of value`},
		{`{"text":"x"} {"text":"y"}`, `not-json: not JSON at byte 14: invalid character '{' after top-level value`},
	} {
		r, err := Piece{Path: "p", Line: 7, kind: Lines, id: "p:7", data: []byte(tt.line)}.Report()
		s := r.Source
		published := ""
		if s.Published != "" {
			published = fmt.Sprintf("%s|%v", s.Published, s.FromPage)
		} else {
			published = "|"
		}
		got := strings.Join([]string{s.ID, s.Title, s.Outlet, s.URL, s.Byline, published, r.Raw}, "|")
		if err != nil {
			got = string(err.Code) + ": " + err.Message
		}
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.line, got, tt.want)
		}
	}
}

func TestDateThatIsNone(t *testing.T) {
	for published, want := range map[string]string{
		"2031-04-10": "", "": "", " 2031/04/10 ": "",
		"yesterday": `line 3: "published" is "yesterday", which is no date: give it as 2031-04-10 or 2031-04-10T08:15:00Z`,
	} {
		r, err := Piece{Path: "a.jsonl", Line: 3, kind: Lines, data: []byte(`{"text":"x","published":"` + published + `"}`)}.Report()
		if err != nil || r.Note != want {
			t.Errorf("%q: note %q, %v", published, r.Note, err)
		}
	}
}

func TestPageFurniture(t *testing.T) {
	const menu = `<div class="cookie-consent"><p>We use cookies. By going on you agree to our use of cookies and to this banner.</p></div>
<header><a>Coast Gazette</a><ul><li>Home</li><li>World</li></ul></header><div class="breadcrumbs">Home &gt; Harbour</div>`
	const tail = `<div id="newsletter">Sign up to our newsletter.</div><div class="most related"><p>Sharks are fish, says minister</p></div>`
	const words = "<p>The guild met the owners.</p><p>An owner doubted a deal.</p>"
	for name, body := range map[string]string{
		"article":      menu + "<article><header><h1>Guild meets owners</h1></header>" + words + "</article>" + tail,
		"main":         menu + "<main>" + words + "</main>" + tail,
		"neither":      menu + "<div>" + words + "</div>" + tail,
		"two articles": menu + "<article>" + words + "</article><aside><article>Another report.</article></aside>" + tail,
	} {
		r, err := readPage([]byte("<!doctype html><html><head><title>Guild meets owners</title></head><body>" + body + "</body></html>"))
		if want := "The guild met the owners.\n\nAn owner doubted a deal."; err != nil || r.Raw != want {
			t.Errorf("%s: %q, %v", name, r.Raw, err)
		}
	}
}

func TestFolders(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt": "b", "a/z.htm": "<p>z</p>", "a/y.jsonl": "{\"text\":\"y1\"}\n{\"text\":\"y2\"}\n", "a/x.txt.gz": zipped("x"),
		".hidden.txt": "no", ".git/c.txt": "no", "picture.png": "no", "README.md": "no", "data.pdf": "no",
	})
	if err := os.Symlink(filepath.Join(root, "b.txt"), filepath.Join(root, "link.txt")); err != nil {
		t.Log(err)
	}
	if err := os.Symlink(root, filepath.Join(root, "circle.txt")); err != nil {
		t.Log(err)
	}
	same(t, all(Input{Paths: []string{root}}), "a/x.txt.gz x", "a/y.jsonl:1 y1", "a/y.jsonl:2 y2", "a/z.htm z", "b.txt b", "link.txt b")

	empty := tree(t, map[string]string{"README.md": "no"})
	same(t, all(Input{Paths: []string{empty, filepath.Join(root, "b.txt"), filepath.Join(root, "none.txt")}}),
		filepath.Base(empty)+":0 nothing-here", "b.txt b", "none.txt:0 not-found")
}

func TestPiecesStopWhenAsked(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "a", "b.jsonl": "{\"text\":\"b\"}\n{\"text\":\"c\"}\n", "d.txt": "d"})
	for want := 1; want <= 4; want++ {
		n := 0
		for range (Input{Paths: []string{root, root}}).Pieces() {
			if n++; n == want {
				break
			}
		}
		if n != want {
			t.Errorf("got %d pieces, want %d", n, want)
		}
	}
}

func TestErrorSaysWhere(t *testing.T) {
	for _, tt := range []struct {
		err  Error
		want string
	}{
		{Error{"wire.jsonl", 3, NotJSON, "not JSON"}, "wire.jsonl:3: not JSON"},
		{Error{"-", 3, NotJSON, "not JSON"}, "standard input:3: not JSON"},
		{Error{"a.pdf", 0, Binary, "this is a PDF"}, "a.pdf: this is a PDF"},
	} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestPage(t *testing.T) {
	data, err := os.ReadFile("testdata/ferries.html")
	if err != nil {
		t.Fatal(err)
	}
	r, err := readPage(data)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%+v", r.Source)
	want := "{ID: Title:Ferry crews weigh a second round Outlet:The Coast Gazette URL:https://gazette.example/2031/04/ferries " +
		"Byline:Mira Holt Published:2031-04-10T08:15:00+01:00 FromPage:true}"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	words := `Company chief Liss Okoro said she believed both crews and passengers wanted the strike to end. “We will see who comes to the table,” she told local radio in Port` + "\u00a0" + `Arven.

Okoro floated a second round of talks, possibly with the transport ministry, but added: “Maybe it happens,
maybe it does not.”

What the union wants

No night shifts

Back pay

Union leader Teo Marrick insisted any deal must cover night shifts, and said the crews had waited long enough for an answer from the company.

Northern Press`
	if r.Raw != words {
		t.Errorf("got\n%s\nwant\n%s", r.Raw, words)
	}
}

func TestPageInAnotherEncoding(t *testing.T) {
	r, err := readPage([]byte("<html><head><meta charset=windows-1252></head><body><p>\x93Maybe,\x94 she said.</p></body></html>"))
	if err != nil || r.Raw != "“Maybe,” she said." {
		t.Errorf("got %q, %v", r.Raw, err)
	}
}

func TestPageTooDeep(t *testing.T) {
	_, err := readPage([]byte("<html><body>" + strings.Repeat("<div>", 100000) + "x"))
	if err == nil || !strings.Contains(err.Error(), "save it as plain text") {
		t.Errorf("got %v", err)
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By Mira Holt": "Mira Holt", "by  Mira\nHolt and Ede Lund": "Mira Holt and Ede Lund", "Mira Holt April 3, 2031": "Mira Holt",
		"Mira Holt22 Apr 2031651": "Mira Holt", "April 3, 2031 at 6:01 am": "", "Last Updated: April 3": "", "https://x.example/holt": "", "": "",
	} {
		if got := cleanByline(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct{ in, outlet, want string }{
		{"Crews weigh offer | The Gazette", "The Gazette", "Crews weigh offer"},
		{"Crews weigh offer - the gazette", "The Gazette", "Crews weigh offer"},
		{"Why we left The Gazette", "The Gazette", "Why we left The Gazette"},
		{"The Gazette", "The Gazette", "The Gazette"},
		{"Crews weigh offer", "", "Crews weigh offer"},
	} {
		if got := cleanTitle(tt.in, tt.outlet); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestISODate(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-10": "2031-04-10", " 2031-04-10T08:15:00Z ": "2031-04-10T08:15:00Z", "2031-04-10T08:15:00+0100": "2031-04-10T08:15:00+01:00",
		"2031-04-10 08:15:00": "2031-04-10T08:15:00", "Thu, 10 Apr 2031 08:15:00 EST": "2031-04-10T08:15:00", "April 10, 2031": "2031-04-10",
		"2031-02-30": "", "yesterday": "", "": "", "2031": "",
	} {
		if got := isoDate(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
