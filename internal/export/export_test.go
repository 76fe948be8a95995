package export

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/record"
)

// ferries reads the hand-made record of an invented report.
func ferries(t testing.TB) *record.Record {
	t.Helper()
	b, err := os.ReadFile("../../record/testdata/ferries.json")
	if err != nil {
		t.Fatal(err)
	}
	r := new(record.Record)
	if err := json.Unmarshal(b, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func text(t testing.TB, r *record.Record, s Style) string {
	t.Helper()
	var b strings.Builder
	if err := Text(&b, r, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func webPage(t testing.TB, r *record.Record) string {
	t.Helper()
	var b strings.Builder
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares with a recorded page; READOUT_GOLDEN=write records it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("READOUT_GOLDEN") == "write" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s", file, got)
	}
}

func TestTextPage(t *testing.T) { golden(t, "ferries.page.txt", text(t, ferries(t), Style{Width: 96})) }

func TestHTMLPage(t *testing.T) { golden(t, "ferries.page.html", webPage(t, ferries(t))) }

func TestTextKeepsItsWidth(t *testing.T) {
	for _, tt := range []struct{ ask, most int }{{0, 80}, {80, 80}, {97, 97}, {120, 120}, {400, 120}} {
		for _, line := range strings.Split(text(t, ferries(t), Style{Width: tt.ask}), "\n") {
			if n := columns(line); n > tt.most {
				t.Errorf("width %d: %d columns: %s", tt.ask, n, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("width %d: white space at the end of %q", tt.ask, line)
			}
		}
	}
}

func TestColourIsOnlyColour(t *testing.T) {
	plain, coloured := text(t, ferries(t), Style{Width: 96}), text(t, ferries(t), Style{Width: 96, Color: true})
	if strings.Contains(plain, "\x1b") {
		t.Error("escape codes without colour")
	}
	if !strings.Contains(coloured, "\x1b[31mthreat\x1b[0m") {
		t.Error("no colour")
	}
	if bare := regexp.MustCompile(`\x1b\[\d+m`).ReplaceAllString(coloured, ""); bare != plain {
		t.Error("colour changes more than colour")
	}
}

// TestNothingElseIsQuoted finds words in quotation marks that the report does
// not have so.
func TestNothingElseIsQuoted(t *testing.T) {
	r := ferries(t)
	report := oneLine(r.Report.Text)
	for name, out := range map[string]string{"text": text(t, r, Style{Width: 96}), "HTML": webPage(t, r)} {
		for _, q := range regexp.MustCompile(`“[^”]*”`).FindAllString(out, -1) {
			if !strings.Contains(report, oneLine(strings.ReplaceAll(q, "│", ""))) && !strings.Contains(q, "<") {
				t.Errorf("%s: %s", name, q)
			}
		}
	}
}

func TestNotices(t *testing.T) {
	r := ferries(t)
	r.Report.AboutTalks = false
	if out := text(t, r, Style{}); !strings.Contains(oneLine(out), "does not read as a report about a negotiation") ||
		!strings.Contains(out, "WHO SAID WHAT") || strings.Contains(out, "PARTIES") || strings.Contains(out, "Not found") {
		t.Errorf("not about talks:\n%s", out)
	}
	foreign := &record.Record{Report: record.Report{Language: "fi", Text: "Lautat seisovat."}, Doubts: []record.Doubt{{Code: record.DoubtLanguageNotRead}}}
	if out := text(t, foreign, Style{}); !strings.Contains(out, "not in English") || strings.Contains(out, "WHO SAID WHAT") {
		t.Errorf("another language:\n%s", out)
	}
	for _, out := range []string{text(t, &record.Record{}, Style{}), webPage(t, &record.Record{})} {
		if !strings.Contains(out, "There are no words in this report.") {
			t.Errorf("empty:\n%s", out)
		}
	}
}

// TestHTMLIsSound finds links that lead nowhere, names used twice, and
// anything that would be fetched or run.
func TestHTMLIsSound(t *testing.T) {
	out := webPage(t, ferries(t))
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(out, -1) {
		if ids[m[1]]++; ids[m[1]] > 1 {
			t.Errorf("id %s is used twice", m[1])
		}
	}
	links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(out, -1)
	for _, m := range links {
		if ids[m[1]] == 0 {
			t.Errorf("a link to #%s, which is not there", m[1])
		}
	}
	if len(links) < 40 {
		t.Errorf("only %d links", len(links))
	}
	for _, bad := range []string{"<script", "<img", "<link", "@import", "url(", "onclick"} {
		if strings.Contains(out, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

func TestHTMLHoldsTheReport(t *testing.T) {
	r := ferries(t)
	_, article, _ := strings.Cut(webPage(t, r), "<article")
	article, _, _ = strings.Cut(article, "</article>")
	_, article, _ = strings.Cut(article, ">")
	words := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(article, "")
	if got, want := oneLine(words), oneLine(r.Report.Text); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHTMLEscapes(t *testing.T) {
	r := ferries(t)
	evil := `<script>alert("&")</script>`
	r.Report.Title, r.Report.URL = &evil, &[]string{"javascript:alert(1)"}[0]
	r.Report.Text = strings.ReplaceAll(r.Report.Text, "ferry union", "<b>&x</b>")
	r.Actors[1].Name = evil
	r.Actors[1].Titles = []string{evil}
	out := webPage(t, r)
	if strings.Contains(out, "<script") || strings.Contains(out, "<b>&x") || strings.Contains(out, `href="javascript`) {
		t.Error("words of the report are not escaped")
	}
}

func TestJSON(t *testing.T) {
	r := ferries(t)
	r.Report.Text += "<b>&</b>"
	var one, many bytes.Buffer
	if err := JSONL(&one, r); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&many, r); err != nil {
		t.Fatal(err)
	}
	if strings.Count(one.String(), "\n") != 1 || !strings.HasSuffix(one.String(), "}\n") {
		t.Error("not one line")
	}
	if !strings.Contains(many.String(), "\n  \"schema\": ") || !strings.Contains(many.String(), "<b>&</b>") {
		t.Error("not indented, or escaped as HTML")
	}
	if !strings.Contains(many.String(), `"cue": [[93, 97]],`) || !strings.Contains(many.String(), `"members": []`) {
		t.Error("spans are not on one line")
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, many.Bytes()); err != nil || compact.String()+"\n" != one.String() {
		t.Error("the two forms differ")
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		words string
		n     int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"one two three", 3, "one|two|three"},
		{"enormous", 3, "enormous"},
		{"", 10, ""},
		{"漢字 漢字", 8, "漢字|漢字"},
		{"e\u0301te\u0301 be\u0301", 6, "e\u0301te\u0301 be\u0301"},
	} {
		if got := strings.Join(wrap(tt.words, tt.n), "|"); got != tt.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", tt.words, tt.n, got, tt.want)
		}
	}
}

func TestAmount(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	percent := "percent"
	for _, tt := range []struct {
		f    record.Figure
		want string
	}{
		{record.Figure{Low: n(4000), High: n(4000)}, "4,000"},
		{record.Figure{Low: n(20), High: n(20), Unit: &percent, Approx: true}, "≈ 20 percent"},
		{record.Figure{Low: n(20000), Approx: true}, "≥ 20,000, roughly"},
		{record.Figure{Low: n(40), High: n(60), Approx: true}, "40–60, roughly"},
		{record.Figure{Low: n(9000)}, "≥ 9,000"},
		{record.Figure{High: n(300)}, "≤ 300"},
		{record.Figure{Low: n(1.5), High: n(1234567)}, "1.5–1,234,567"},
		{record.Figure{}, "not given"},
	} {
		if got := amount(&tt.f); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestWhen(t *testing.T) {
	s := func(x string) *string { return &x }
	v := newView(&record.Record{Report: record.Report{Text: "Friday"}})
	for _, tt := range []struct {
		value *string
		want  string
	}{
		{nil, "Friday (date not given)"}, {s("2031-04-11"), "Friday (11 April 2031)"}, {s("PXW"), "Friday"},
	} {
		v.times["t"] = &record.Time{Span: record.Span{0, 6}, Value: tt.value}
		if got := v.when(s("t")); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func BenchmarkText(b *testing.B) {
	r := ferries(b)
	for b.Loop() {
		text(b, r, Style{Width: 96})
	}
}

func BenchmarkHTML(b *testing.B) {
	r := ferries(b)
	for b.Loop() {
		webPage(b, r)
	}
}

// TestSpeakersAreToldApart gives every speaker a letter, however many there
// are.
func TestSpeakersAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for i := range 26 * 27 {
		l := letter(i)
		if seen[l] {
			t.Fatalf("speaker %d has the letter %s of another", i, l)
		}
		seen[l] = true
	}
	page := webPage(t, ferries(t))
	for _, want := range []string{`<span class="badge">A</span><span class="who">Liss Okoro</span>`, `data-who="A"`, `title="Liss Okoro: believed"`, `class="undecided sample"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// TestEachKindOfMaybeHasItsLine holds the key to the style sheet.
func TestEachKindOfMaybeHasItsLine(t *testing.T) {
	for _, k := range lineKeys {
		if !strings.Contains(pageStyle, "."+k.Line+"{") && !strings.Contains(pageStyle, ".sample."+k.Line+"{") {
			t.Errorf("the style sheet has no line %q", k.Line)
		}
	}
	for _, f := range []record.Firmness{record.Possible, record.Expected, record.Floated, record.Undecided} {
		if !slices.ContainsFunc(lineKeys, func(k lineKey) bool { return k.Line == line(f) && k.Means == label(f) }) {
			t.Errorf("the key does not tell of %q", f)
		}
	}
}

// TestMarksStayPaired takes a mark beside the words into them.
func TestMarksStayPaired(t *testing.T) {
	r := &record.Record{Report: record.Report{Text: `They stay "until May", she said, and “wait.” Then “go”. "I will not sign their deal." “No, they will, and soon,” she said.`}}
	b := &builder{view: newView(r)}
	for words, want := range map[string]string{
		`stay "until May`: `stay "until May"`, "“wait": "“wait.”", "go”": "“go”", `"until May"`: `"until May"`, "until": "until",
		`sign their deal."`: "sign their deal", "“No, they": "No, they", "soon,”": "soon",
	} {
		at := strings.Index(r.Report.Text, words)
		if at < 0 {
			t.Fatal(words)
		}
		at = len([]rune(r.Report.Text[:at]))
		got := b.words(b.closed(record.Spans{{at, at + len([]rune(words))}}))
		if got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}
