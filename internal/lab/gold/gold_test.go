package gold

import (
	"strings"
	"testing"
)

// harbour is an invented report with its annotation.
const harbour = `-- report.txt --
The guild said it hoped talks with Oskar Lind would resume. Lind said he would not wait.
-- gold.txt --
actor a1 organisation | mentions: The guild; it | heard | count: one
actor a2 person | mentions: Oskar Lind; Lind#2; he | heard | count: one
q q1 | source: The guild | cue: said | content: it hoped … resume | speaker: a1 | form: reported
q q2 | within: q1 | source: it | cue: hoped | content: talks … resume | speaker: a1 | form: reported
q q3 | source: Lind#2 | cue: said#2 | content: he would not wait | speaker: a2 | form: reported
s s1 | chain: q1 q2 | speaker: a1 | content: talks … resume | form: reported | firmness: hoped | words: hoped
s s2 | chain: q3 | speaker: a2 | content: he would not wait | form: reported | firmness: refused | words: would not | negated
m m1 talks floated | mentions: talks with Oskar Lind | who: a1 named; a2 named
`

func read(t *testing.T, src string) *Case {
	t.Helper()
	c, err := Read([]byte(src), "harbour")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReadResolvesWords(t *testing.T) {
	c := read(t, harbour)
	r, runes := c.Record, []rune(c.Record.Report.Text)
	words := func(s [2]int) string { return string(runes[s[0]:s[1]]) }
	if got := words(r.Actors[1].Mentions[1].Span); got != "Lind" || r.Actors[1].Mentions[1].Span[0] < 50 {
		t.Errorf("Lind#2 is %q at %v", got, r.Actors[1].Mentions[1].Span)
	}
	if got := words(r.Statements[0].Content[0]); got != "talks with Oskar Lind would resume" {
		t.Errorf("content: %q", got)
	}
	if r.Actors[1].Name != "Oskar Lind" || len(r.Meetings[0].Participants) != 2 {
		t.Errorf("actor %q, participants %v", r.Actors[1].Name, r.Meetings[0].Participants)
	}
}

func TestReadComplains(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"it hoped … resume", "it feared … resume", "gold.txt:3"},
		{"| form: reported", "| shape: reported", "unknown field"},
		{"speaker: a2", "speaker: a9", "a9 names nothing"},
		{"q q3", "q q1", "used twice"},
		{"q q1 |", "z q1 |", "unknown layer"},
	} {
		_, err := Read([]byte(strings.Replace(harbour, c.old, c.new, 1)), "harbour")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: error %v, want %q", c.new, c.old, err, c.want)
		}
	}
}

func TestScoreOfItselfIsFull(t *testing.T) {
	s, c := NewScore(), read(t, harbour)
	s.Add(c.Record, c.Record)
	for _, n := range s.Names() {
		if x := s.Of(n); x.Right != x.Asked || x.Right != x.Answered {
			t.Errorf("%s: %+v", n, *x)
		}
	}
}

func TestScoreCountsWhatIsWrong(t *testing.T) {
	s, c := NewScore(), read(t, harbour)
	wrong := read(t, strings.NewReplacer(
		"firmness: hoped", "firmness: asserted", " | negated", "",
		"m m1 talks floated", "m m1 talks due", "speaker: a2 | content", "speaker: a1 | content").Replace(harbour))
	s.Add(c.Record, wrong.Record)
	for name, want := range map[string]Tally{
		"firmness": {1, 2, 2}, "negated": {0, 0, 1}, "meeting status": {0, 1, 1}, "statement speaker": {1, 2, 2}, "attribution deeper": {1, 1, 1},
		"speaker, by name": {1, 1, 1}, "speaker, by noun": {1, 1, 1}, "speaker, by pronoun": {1, 1, 1},
	} {
		if got := *s.Of(name); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestScoreLeavesHeadlinesOut(t *testing.T) {
	s, c := NewScore(), read(t, harbour)
	read := read(t, strings.NewReplacer("content: he would not wait | speaker: a2 | form: reported", "content: he would not wait | speaker: a2 | form: reported | headline",
		"words: would not | negated", "words: would not | negated | headline").Replace(harbour))
	s.Add(c.Record, read.Record)
	if got, want := *s.Of("attribution level 1"), (Tally{1, 1, 2}); got != want {
		t.Errorf("attributions %+v, want %+v", got, want)
	}
	if got, want := *s.Of("statement"), (Tally{1, 1, 2}); got != want {
		t.Errorf("statements %+v, want %+v", got, want)
	}
}
