package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/engine"
)

// These tests edit a report and ask that the record follow: what the edit
// touches changes, and nothing else does.

// reportText returns the text of a whole-report case.
func reportText(t *testing.T, name string) string {
	t.Helper()
	all, err := Load(cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if strings.TrimSuffix(filepath.Base(c.File), ".txtar") == name {
			return c.Report
		}
	}
	t.Fatalf("no case %q", name)
	return ""
}

func open(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestRenaming renames everybody: only the names in the record change. The
// network sees the letters of a name, so now and then a tree changes with it:
// of a report's lines, one in twenty may.
func TestRenaming(t *testing.T) {
	e := open(t)
	for name, pairs := range map[string][]string{
		"strike":       {"Maeve Tolland", "Niamh Carrick", "Tolland", "Carrick", "Dominic Assante", "Adewale Brook"},
		"tariff":       {"Brandvold", "Okafor", "Marchetti-Ruiz", "Silva-Lund", "Ingrid Vos", "Laura Hent"},
		"coalition":    {"Okonjo-Lindqvist", "Berg-Adeyemi", "Sørland", "Håkansen"},
		"debt":         {"Josephine Mwamba", "Patience Tembo", "Mwamba", "Tembo"},
		"climate-text": {"Faleafa", "Tuilagi", "Azevedo Lins", "Moreira Paz"},
	} {
		text := reportText(t, name)
		renamed := strings.NewReplacer(pairs...)
		want := renamed.Replace(Digest(Read(e, text, "")))
		got := Digest(Read(e, renamed.Replace(text), ""))
		if gone := missing(want, got); 20*gone > strings.Count(want, "\n") {
			t.Errorf("%s: other names, another record:\n%s", name, difference(want, got))
		}
	}
}

// TestMarks writes quotation marks in other ways: the same statements.
func TestMarks(t *testing.T) {
	e := open(t)
	straight := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")
	for _, name := range []string{"strike", "tariff", "coalition", "climate-text", "second-talks"} {
		text := reportText(t, name)
		want := straight.Replace(Digest(Read(e, text, "")))
		if got := straight.Replace(Digest(Read(e, straight.Replace(text), ""))); got != want {
			t.Errorf("%s: other marks, another record:\n%s", name, difference(want, got))
		}
	}
}

// TestHedges takes one hedge out: one statement (or one figure) changes.
func TestHedges(t *testing.T) {
	e := open(t)
	for _, c := range []struct{ name, old, new string }{
		{"prisoners", "possibly ", ""},
		{"water", "might be spread", "will be spread"},
		{"strike", "about £600", "£600"},
		{"fisheries", "might accept", "will accept"},
		{"climate-text", "might be prepared", "are prepared"},
	} {
		text := reportText(t, c.name)
		edited := strings.Replace(text, c.old, c.new, 1)
		if edited == text {
			continue
		}
		gone := missing(Digest(Read(e, text, "")), Digest(Read(e, edited, "")))
		if gone == 0 || gone > 4 {
			t.Errorf("%s without %q: %d lines of the record changed:\n%s", c.name, c.old, gone, difference(Digest(Read(e, text, "")), Digest(Read(e, edited, ""))))
		}
	}
}

// missing counts the lines of a that b lacks.
func missing(a, b string) int {
	in, n := lines(b), 0
	for l := range strings.Lines(a) {
		if !in[l] {
			n++
		}
	}
	return n
}

func lines(s string) map[string]bool {
	set := map[string]bool{}
	for l := range strings.Lines(s) {
		set[l] = true
	}
	return set
}

// TestSwappedTriggers swaps the triggers of two conditions: they swap in the
// record too.
func TestSwappedTriggers(t *testing.T) {
	e := open(t)
	const a, b = "the guild returns to work", "the port is reopened"
	text := "The talks go on. Owners have warned of dismissals unless " + a + " and have threatened a lawsuit unless " + b + "."
	swapped := "The talks go on. Owners have warned of dismissals unless " + b + " and have threatened a lawsuit unless " + a + "."
	for _, c := range []struct{ text, dismissals, lawsuit string }{{text, a, b}, {swapped, b, a}} {
		got := Digest(Read(e, c.text, ""))
		for consequence, trigger := range map[string]string{"dismissals": c.dismissals, "a lawsuit": c.lawsuit} {
			if !strings.Contains(got, "trigger "+trigger+" | consequence "+consequence) {
				t.Errorf("%q is not tied to %q in\n%s", consequence, trigger, got)
			}
		}
	}
}

// TestDenied turns a saying into a denial.
func TestDenied(t *testing.T) {
	e := open(t)
	const said = "The minister, Ada Holm, said on Monday that the guild had shown interest in a truce. The talks go on."
	if got := Digest(Read(e, strings.Replace(said, "said", "denied", 1), "")); !strings.Contains(got, "denied") || strings.Contains(got, "interest | by the guild") && !strings.Contains(got, "denied") {
		t.Errorf("no denial in\n%s", got)
	}
}

// TestSeedLayout reads the seed report, where it is at hand, in other layouts.
func TestSeedLayout(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("the seed report is not beside the checkout")
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	e, text := open(t), string(raw)
	want := Digest(Read(e, text, ""))
	for name, edit := range map[string]func(string) string{
		"CRLF":              func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"a byte order mark": func(s string) string { return "\uFEFF" + s },
		"a last line break": func(s string) string { return s + "\n" },
		"blank lines":       func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") },
	} {
		if got := Digest(Read(e, edit(text), "")); got != want {
			t.Errorf("%s: another record:\n%s", name, difference(want, got))
		}
	}
}

// TestHeadline tells a headline of the text from its first words.
func TestHeadline(t *testing.T) {
	e := open(t)
	for words, want := range map[string]string{
		"Ferry crews walk out again\n\nCrews left their ships on Monday, their union said. The talks are off.": "Ferry crews walk out again",
		"Crews left their ships on Monday, their union said. The talks are off.":                               "",
	} {
		r := Read(e, words, "")
		got := ""
		if h := r.Report.Headline; h != nil {
			got = words[h[0]:h[1]]
		}
		if got != want {
			t.Errorf("%q: headline %q, want %q", words, got, want)
		}
	}
}

// TestMightBindsNobody finds what one might do on a condition, and no offer
// behind it.
func TestMightBindsNobody(t *testing.T) {
	e := open(t)
	for words, offers := range map[string]int{
		"Halvik might accept a smaller catch if the guild opened its books, its minister said. Talks resume on Monday.": 0,
		"Halvik would accept a smaller catch if the guild opened its books, its minister said. Talks resume on Monday.": 1,
	} {
		r := Read(e, words, "2025-11-04")
		if len(r.Conditions) != 1 || len(r.Commitments) != offers {
			t.Errorf("%s: %d conditions, %d commitments, want 1 and %d", words, len(r.Conditions), len(r.Commitments), offers)
		}
	}
}
