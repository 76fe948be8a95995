package golden

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/engine"
	"readout/record"
)

// These tests edit the seed report, where it is at hand beside the checkout,
// and ask that the record follow. None of its words stand here: what is to be
// edited is found in its record. The same edits are made to five reports of
// our own.

// anchor is a day on which the reports could have been published, a Thursday.
const anchor = "2025-08-14"

// edited are the reports of our own that are edited like the seed.
var edited = [...]string{"strike", "tariff", "coalition", "debt", "climate-text"}

// seed returns the text of the seed report, or skips the test.
func seed(t *testing.T) string {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("the seed report is not beside the checkout")
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// words returns the words of a span list, its pieces joined.
func words(r *record.Record, ss record.Spans) string {
	runes := []rune(r.Report.Text)
	var out []string
	for _, s := range ss {
		out = append(out, string(runes[s[0]:s[1]]))
	}
	return strings.Join(out, " … ")
}

// invented are names that no list knows, for people and for capitals.
var (
	inventedPeople   = [...]string{"Varno", "Keldrin", "Osmarek", "Tulivane", "Bradesko", "Fennimar", "Gorvath", "Ilsenby", "Jorrick", "Mavelle", "Nordek", "Pellamy"}
	inventedCapitals = [...]string{"Zarnov", "Quellin", "Drosk", "Ubarra", "Tessaly", "Korvane"}
)

// renaming returns pairs that rename every person of a record, name by name,
// and, if asked, every capital that stands for its government.
func renaming(r *record.Record, capitals bool) []string {
	var pairs []string
	seen := map[string]bool{}
	add := func(name string, to []string) {
		for _, w := range strings.Fields(name) {
			if n := len(seen); !seen[w] && n < len(to) && w[0] >= 'A' && w[0] <= 'Z' {
				seen[w] = true
				pairs = append(pairs, w, to[n])
			}
		}
	}
	for _, a := range r.Actors {
		if a.Kind == record.Person && a.Named {
			add(a.Name, inventedPeople[:])
		}
	}
	if !capitals {
		return pairs
	}
	clear(seen)
	for _, a := range r.Actors {
		for _, m := range a.Mentions {
			if m.Form == record.Metonym {
				add(words(r, record.Spans{m.Span}), inventedCapitals[:])
			}
		}
	}
	return pairs
}

// outline returns the lines of a digest that do not say who is who: what is
// claimed, how firmly, on what condition, how much and when.
func outline(r *record.Record) []string {
	var out []string
	for _, s := range r.Statements {
		out = append(out, strings.Join([]string{"statement", string(s.Form), string(s.Firmness), words(r, s.Content), words(r, s.FirmnessWords)}, " | "))
	}
	for _, c := range r.Conditions {
		out = append(out, strings.Join([]string{"condition", string(c.Kind), words(r, c.Trigger), words(r, c.Consequence)}, " | "))
	}
	for _, f := range r.Figures {
		out = append(out, "figure | "+words(r, record.Spans{f.Span}))
	}
	for _, x := range r.Times {
		out = append(out, "time | "+words(r, record.Spans{x.Span}))
	}
	return out
}

// lost returns the lines of a that b lacks.
func lost(a, b []string) []string {
	var out []string
	for _, l := range a {
		if !slices.Contains(b, l) {
			out = append(out, l)
		}
	}
	return out
}

func renamed(pairs []string, lines []string) []string {
	to := strings.NewReplacer(pairs...)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = to.Replace(l)
	}
	return out
}

// testRenamed renames people, then capitals too. The network sees the letters
// of a name: of the outline one line in twenty may differ, of the whole record,
// where a line tells all mentions of an actor, one in ten.
func testRenamed(t *testing.T, e *engine.Engine, text string) {
	t.Helper()
	r := Read(e, text, "")
	for _, capitals := range []bool{false, true} {
		pairs := renaming(r, capitals)
		got := Read(e, strings.NewReplacer(pairs...).Replace(text), "")
		want := renamed(pairs, outline(r))
		if gone := lost(want, outline(got)); 20*len(gone) > len(want) {
			t.Errorf("capitals %v: %d of %d lines changed with the names:\n%s", capitals, len(gone), len(want), strings.Join(gone, "\n"))
		}
		if capitals {
			testNoInventedGovernment(t, got)
		} else if x, y := strings.Split(strings.NewReplacer(pairs...).Replace(Digest(r)), "\n"), strings.Split(Digest(got), "\n"); 10*len(lost(x, y)) > len(x) {
			t.Errorf("%d of %d lines of the whole record changed with the people's names:\n%s", len(lost(x, y)), len(x), strings.Join(lost(x, y), "\n"))
		}
	}
}

// testNoInventedGovernment fails where an invented capital is said by the names
// list to be the seat of a government.
func testNoInventedGovernment(t *testing.T, r *record.Record) {
	t.Helper()
	for _, a := range r.Actors {
		if a.Background != nil && slices.Contains(inventedCapitals[:], a.Name) {
			t.Errorf("background for the invented %s: %+v", a.Name, *a.Background)
		}
	}
}

func TestSeedRenamed(t *testing.T) { testRenamed(t, open(t), seed(t)) }

// hedges are single words whose absence makes a claim firmer.
var hedges = [...]string{"roughly", "about", "might", "possibly", "could", "may"}

// testUnhedged takes one hedge out at a time: one claim, or one figure,
// changes with it.
func testUnhedged(t *testing.T, e *engine.Engine, text string) {
	t.Helper()
	want := outline(Read(e, text, ""))
	for _, h := range hedges {
		for from := 0; ; {
			i := strings.Index(text[from:], " "+h+" ")
			if i < 0 {
				break
			}
			from += i + 1
			got := outline(Read(e, text[:from]+text[from+len(h)+1:], ""))
			strip := func(lines []string) []string {
				out := make([]string, len(lines))
				for i, l := range lines {
					out[i] = strings.ReplaceAll(l, h+" ", "")
				}
				return out
			}
			gone := lost(strip(want), strip(got))
			if len(gone) > 2 {
				t.Errorf("without %q at %d %d lines changed:\n%s", h, from, len(gone), strings.Join(gone, "\n"))
			}
			if len(lost(want, got)) == 0 {
				t.Errorf("without %q at %d nothing changed", h, from)
			}
		}
	}
}

func TestSeedUnhedged(t *testing.T) { testUnhedged(t, open(t), seed(t)) }

// TestSeedWeekdays puts every weekday in the place of one: with an anchor it is
// the first on or after it, since the report looks ahead; without one it stays
// open.
func TestSeedWeekdays(t *testing.T) {
	e, text := open(t), seed(t)
	day, _ := time.Parse(time.DateOnly, anchor)
	r, found := Read(e, text, anchor), false
	for _, x := range r.Times {
		was := words(r, record.Spans{x.Span})
		if x.Anchor == nil || !strings.HasSuffix(was, "day") || x.Type != record.DateType {
			continue
		}
		found = true
		for n := range 7 {
			want := day.AddDate(0, 0, n)
			swapped := strings.Replace(text, was, want.Weekday().String(), 1)
			if v := valueOf(Read(e, swapped, anchor), want.Weekday().String()); v != want.Format(time.DateOnly) {
				t.Errorf("%s: %q, want %s", want.Weekday(), v, want.Format(time.DateOnly))
			}
			if v := valueOf(Read(e, swapped, ""), want.Weekday().String()); v != "" {
				t.Errorf("%s without an anchor: %q", want.Weekday(), v)
			}
		}
	}
	if !found {
		t.Error("no weekday was found")
	}
}

// valueOf returns the value of the first time with these words, empty where it
// is open.
func valueOf(r *record.Record, of string) string {
	for _, x := range r.Times {
		if words(r, record.Spans{x.Span}) == of {
			if x.Value == nil {
				return ""
			}
			return *x.Value
		}
	}
	return "no such time"
}

// testSwapped swaps the triggers of two conditions that share a sentence: each
// consequence then hangs on the other. It returns how many pairs it found.
func testSwapped(t *testing.T, e *engine.Engine, text string) (n int) {
	t.Helper()
	r := Read(e, text, "")
	runes := []rune(r.Report.Text)
	for i := range r.Conditions {
		for j := i + 1; j < len(r.Conditions); j++ {
			a, b := r.Conditions[i], r.Conditions[j]
			if len(a.Trigger) != 1 || len(b.Trigger) != 1 || a.Trigger[0][1] >= b.Trigger[0][0] || sentenceOf(r, a.Trigger[0][0]) != sentenceOf(r, b.Trigger[0][0]) {
				continue
			}
			x, y := a.Trigger[0], b.Trigger[0]
			tied := false
			for _, first := range inflected(words(r, b.Trigger)) {
				for _, second := range inflected(words(r, a.Trigger)) {
					got := Read(e, string(runes[:x[0]])+first+string(runes[x[1]:y[0]])+second+string(runes[y[1]:]), "")
					tied = tied || isTied(got, first, words(r, a.Consequence)) && isTied(got, second, words(r, b.Consequence))
				}
			}
			n++
			if !tied {
				t.Errorf("swapped, %q and %q are not tied to the other's consequence", words(r, a.Trigger), words(r, b.Trigger))
			}
		}
	}
	return n
}

// inflected returns a clause as it stands, and with an "s" put to or taken from
// one of its words: what follows "should" has none, what follows "if" may.
func inflected(clause string) []string {
	out := []string{clause}
	fields := strings.Fields(clause)
	for i := 1; i < min(4, len(fields)); i++ {
		w := fields[i]
		with := slices.Clone(fields)
		if with[i] = w + "s"; strings.HasSuffix(w, "s") {
			with[i] = strings.TrimSuffix(w, "s")
		}
		out = append(out, strings.Join(with, " "))
	}
	return out
}

// isTied reports whether a record has a condition of this trigger and
// consequence.
func isTied(r *record.Record, trigger, consequence string) bool {
	return slices.ContainsFunc(r.Conditions, func(c record.Condition) bool {
		return words(r, c.Trigger) == trigger && words(r, c.Consequence) == consequence
	})
}

func sentenceOf(r *record.Record, at int) int {
	return slices.IndexFunc(r.Sentences, func(s record.Span) bool { return s[0] <= at && at < s[1] })
}

func TestSeedSwapped(t *testing.T) {
	if n := testSwapped(t, open(t), seed(t)); n == 0 {
		t.Error("no two conditions of one sentence were found")
	}
}

// testDenied turns each plain "said" before what was said into "denied": what
// comes through it is no longer that speaker's claim. It returns how many.
func testDenied(t *testing.T, e *engine.Engine, text string) (n int) {
	t.Helper()
	r := Read(e, text, "")
	runes := []rune(r.Report.Text)
	for _, q := range r.Attributions {
		if words(r, q.Cue) != "said" || q.Form != record.Reported || q.Within != nil || q.Content[0][0] < q.Cue[0][1] {
			continue
		}
		got := Read(e, string(runes[:q.Cue[0][0]])+"denied"+string(runes[q.Cue[0][1]:]), "")
		link := map[string]record.Attribution{}
		for _, x := range got.Attributions {
			link[x.ID] = x
		}
		denied := false
		for _, s := range got.Statements {
			if len(s.Chain) == 0 || link[s.Chain[0]].Cue[0][0] != q.Cue[0][0] {
				continue
			}
			if len(s.Chain) == 1 && s.Firmness != record.Denied {
				t.Errorf("denied, and yet %s: %s", s.Firmness, words(got, s.Content))
			}
			denied = true
		}
		if !denied {
			t.Errorf("no statement is left where %q was denied", words(r, q.Content))
		}
		n++
	}
	return n
}

func TestSeedDenied(t *testing.T) {
	if n := testDenied(t, open(t), seed(t)); n == 0 {
		t.Error("nothing that was said was found")
	}
}

// TestSeedMarks reads the seed with other marks and spaces: the same
// statements, at offsets in the text as stored.
func TestSeedMarks(t *testing.T) {
	e, text := open(t), seed(t)
	plain := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "\u00a0", " ")
	want := strings.Split(plain.Replace(Digest(Read(e, text, ""))), "\n")
	for name, edit := range map[string]func(string) string{
		"straight marks":  plain.Replace,
		"no-break spaces": func(s string) string { return strings.ReplaceAll(s, " said ", "\u00a0said\u00a0") },
	} {
		got := strings.Split(plain.Replace(Digest(Read(e, edit(text), ""))), "\n")
		if gone := lost(want, got); len(gone) > 0 {
			t.Errorf("%s: %d lines changed:\n%s", name, len(gone), strings.Join(gone, "\n"))
		}
	}
}

// testReordered turns the order of the paragraphs round: what is claimed stays,
// and a claim has the speaker that it had, or nobody that is named.
func testReordered(t *testing.T, e *engine.Engine, text string) {
	t.Helper()
	r := Read(e, text, "")
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	if len(paragraphs) < 3 {
		paragraphs = strings.Split(strings.TrimSpace(text), "\n")
	}
	first, last := 0, len(paragraphs)
	if r.Report.Credit != nil {
		last-- // the credit stays where credits stand
	}
	for first < last && !strings.HasPrefix(paragraphs[first], words(r, r.Sentences[:1])) {
		first++ // as do headline, byline and dateline
	}
	slices.Reverse(paragraphs[first:last])
	got := Read(e, strings.Join(paragraphs, "\n\n"), "")
	claim := func(r *record.Record, s record.Statement) string {
		return string(s.Form) + " " + string(s.Firmness) + " " + words(r, s.Content)
	}
	name := map[string]string{} // of the named; an unnamed one is left open
	for _, a := range got.Actors {
		if a.Named {
			name[a.ID] = a.Name
		}
	}
	speakers := map[string][]string{}
	for _, s := range got.Statements {
		who := ""
		if s.Speaker != nil {
			who = name[*s.Speaker]
		}
		speakers[claim(got, s)] = append(speakers[claim(got, s)], who)
	}
	gone, wrong := 0, 0
	for _, s := range r.Statements {
		now, ok := speakers[claim(r, s)]
		switch {
		case !ok:
			gone++
			t.Logf("gone: %s", claim(r, s))
		case s.Speaker != nil && !slices.Contains(now, "") && !sharesWord(now, actorOf(r, *s.Speaker).Name):
			wrong++
			t.Logf("%s, by %q and not %q", claim(r, s), now, actorOf(r, *s.Speaker).Name)
		}
	}
	if 10*gone > len(r.Statements) || 10*wrong > len(r.Statements) {
		t.Errorf("of %d claims %d are gone and %d have another speaker", len(r.Statements), gone, wrong)
	}
}

func actorOf(r *record.Record, id string) *record.Actor {
	for i := range r.Actors {
		if r.Actors[i].ID == id {
			return &r.Actors[i]
		}
	}
	return &record.Actor{}
}

// sharesWord reports whether one of the names has a word of the other.
func sharesWord(names []string, other string) bool {
	for _, n := range names {
		for _, w := range strings.Fields(n) {
			if slices.Contains(strings.Fields(other), w) {
				return true
			}
		}
	}
	return false
}

func TestSeedReordered(t *testing.T) { testReordered(t, open(t), seed(t)) }

// TestOwnReportsEdited makes the edits of the seed's tests to five reports of
// our own.
func TestOwnReportsEdited(t *testing.T) {
	e := open(t)
	for _, name := range edited {
		text := reportText(t, name)
		for edit, test := range map[string]func(*testing.T, *engine.Engine, string){
			"renamed": testRenamed, "unhedged": testUnhedged, "reordered": testReordered,
			"swapped": func(t *testing.T, e *engine.Engine, text string) { testSwapped(t, e, text) },
			"denied":  func(t *testing.T, e *engine.Engine, text string) { testDenied(t, e, text) },
		} {
			t.Run(name+"/"+edit, func(t *testing.T) { test(t, e, text) })
		}
	}
}

// TestNoTalks reads what is no report of talks: few statements or none, no
// parties, and a plain word that it is so.
func TestNoTalks(t *testing.T) {
	e := open(t)
	for name, text := range map[string]string{
		"nothing":  "",
		"a recipe": "Warm the milk and stir in the yeast. Fold the dough twice, let it rest for an hour, then bake it at 220 degrees until the crust is brown.\n",
		"a poem":   "The heron stands where the river bends,\nand the reeds lean in to hear\nwhat the slow brown water never ends\nsaying to the weir.\n",
		"German":   "Der Minister sagte am Freitag, die Gespräche über den Hafen seien ohne Ergebnis geblieben und würden nicht fortgesetzt.\n",
	} {
		r := Read(e, text, "")
		if len(r.Statements) > 1 || len(r.Meetings)+len(r.Conditions)+len(r.Commitments)+len(r.Events) > 0 {
			t.Errorf("%s: a record of talks:\n%s", name, Digest(r))
		}
		for _, a := range r.Actors {
			if a.Named {
				t.Errorf("%s: a party %s", name, a.Name)
			}
		}
		if text != "" && len(r.Doubts) == 0 {
			t.Errorf("%s: nothing says that this is no report of talks", name)
		}
	}
}
