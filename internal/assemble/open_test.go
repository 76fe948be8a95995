package assemble

import (
	"fmt"
	"strings"
	"testing"

	"readout/record"
)

// told makes a record of statements, each "speaker|firmness|words" with "!"
// before the firmness of a negated one, one to a sentence.
func told(lines ...string) *builder {
	r := &record.Record{}
	for i, l := range lines {
		f := strings.Split(l, "|")
		start := len([]rune(r.Report.Text))
		r.Report.Text += f[2] + ". "
		firmness, negated := strings.CutPrefix(f[1], "!")
		s := record.Statement{ID: fmt.Sprintf("s%d", i+1), Content: record.Spans{{start, start + len([]rune(f[2]))}}, Firmness: record.Firmness(firmness), Negated: negated}
		if f[0] != "" {
			s.Speaker = &f[0]
		}
		if len(f) > 3 {
			s.Issues = []string{f[3]}
		}
		r.Statements = append(r.Statements, s)
	}
	return &builder{rec: r}
}

func TestTensions(t *testing.T) {
	for _, c := range []struct {
		name  string
		told  []string
		want  string
		issue string
	}{
		{"denied in the same words", []string{"a1|asserted|Halvik shelled the bridge at Orm|truce", "a2|asserted|the harvest was good", "a3|denied|that it had shelled the bridge at Orm|truce"}, "denied s1 s3", "truce"},
		{"denied by a bare word", []string{"a1|asserted|Loret owes a million crowns", "a2|denied|this"}, "denied s1 s2", ""},
		{"refused in the same words", []string{"a1|demanded|that the fishing fee be halved", "a2|refused|to halve the fishing fee by summer"}, "refused s1 s2", ""},
		{"the contrary", []string{"a1|asserted|the ferries are running to the northern islands", "|!asserted|the ferries are not running to the northern islands", "a2|!asserted|no ferries are running to the northern islands"}, "negated s1 s3", ""},
		{"one voice does not contradict itself", []string{"a1|asserted|Halvik shelled the bridge at Orm", "a1|denied|that it had shelled the bridge at Orm"}, "", ""},
		{"other words", []string{"a1|asserted|the fee was doubled in spring", "a2|denied|that talks had failed over shrimp"}, "", ""},
		{"a refusal of what nobody asked", []string{"a1|asserted|France will host the talks", "a2|refused|to host the talks"}, "", ""},
		{"a denial of something of its own", []string{"a1|asserted|Halvik has rights here like anyone else", "a2|denied|wrongdoing"}, "", ""},
		{"an aside is no answer", []string{"a1|offered|to host them", "a2|refused|it would not mediate"}, "", ""},
	} {
		b := told(c.told...)
		b.tensions()
		got, issue := "", ""
		for _, x := range b.rec.Tensions {
			got += string(x.Code) + " " + strings.Join(x.Statements, " ")
			if x.Issue != nil {
				issue = *x.Issue
			}
		}
		if got != c.want || issue != c.issue {
			t.Errorf("%s: got %q on %q, want %q on %q", c.name, got, issue, c.want, c.issue)
		}
	}
}

func TestFiguresApart(t *testing.T) {
	n := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		name string
		x, y record.Figure
		want int
	}{
		{"two counts of the dead", record.Figure{Low: n(17), High: n(17)}, record.Figure{Low: n(4), High: n(4)}, 1},
		{"at least and exactly", record.Figure{Low: n(17)}, record.Figure{Low: n(20), High: n(20)}, 0},
		{"at least more than the other", record.Figure{Low: n(30)}, record.Figure{Low: n(20), High: n(20)}, 1},
		{"roughly the same", record.Figure{Low: n(21), High: n(21), Approx: true}, record.Figure{Low: n(20), High: n(20)}, 0},
	} {
		b := told("a1|asserted|so many villagers died", "a2|asserted|so many villagers died")
		c.x.Statement, c.y.Statement = &b.rec.Statements[0].ID, &b.rec.Statements[1].ID
		c.x.Of, c.y.Of = record.Spans{{8, 17}}, record.Spans{{32, 41}}
		b.rec.Figures = []record.Figure{c.x, c.y}
		b.rec.Tensions = nil
		b.figuresApart()
		if len(b.rec.Tensions) != c.want {
			t.Errorf("%s: %d tensions, want %d", c.name, len(b.rec.Tensions), c.want)
		}
	}
}

// TestNoAnswer tells who gives no answer from who has not decided, and both
// from who only asks.
func TestNoAnswer(t *testing.T) {
	for _, c := range []struct{ cue, firmness, words, want string }{
		{"did not say", "undecided", "when the ferries would sail", "no-answer"},
		{"did not respond to", "undecided", "a request for comment", "no-answer"},
		{"said", "refused", "it would not comment on lunches", "no-answer"},
		{"has not decided", "undecided", "whether to sign", "decision"},
		{"say", "refused", "there will be no bus for anybody", ""},
		{"asked", "undecided", "whether he would sign", ""},
		{"promised", "undecided", "nothing", ""},
	} {
		b := told("a1|"+c.firmness+"|"+c.words, "a2|asserted|"+c.cue)
		b.rec.Attributions = []record.Attribution{{ID: "q1", Cue: b.rec.Statements[1].Content, Content: b.rec.Statements[0].Content}}
		b.rec.Statements[0].Chain = []string{"q1"}
		b.open()
		got := ""
		for _, o := range b.rec.Open {
			got += string(o.Code)
		}
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.cue, c.words, got, c.want)
		}
	}
}

func TestOpen(t *testing.T) {
	b := told("a1|undecided|whether to sign", "a2|refused|to comment on the draft")
	b.rec.Attributions = []record.Attribution{{ID: "q1", Content: record.Spans{{17, 39}}}}
	b.rec.Statements[1].Chain = []string{"q1"}
	b.rec.Actors = []record.Actor{{ID: "a1", Mentions: []record.Mention{{Span: record.Span{0, 7}}}}}
	b.rec.Times = []record.Time{{ID: "t1", Span: record.Span{8, 10}}}
	when := "t1"
	b.rec.Meetings = []record.Meeting{
		{ID: "m1", Status: record.Due, Mentions: record.Spans{{0, 7}}, Participants: []record.Participant{{Actor: "a1", Status: record.PossibleParticipant}}},
		{ID: "m2", Status: record.FloatedMeeting, Mentions: record.Spans{{0, 7}}, Time: &when},
		{ID: "m3", Status: record.Held, Mentions: record.Spans{{0, 7}}},
	}
	b.rec.Conditions = []record.Condition{{ID: "c1", Trigger: record.Spans{{0, 7}}}}
	b.open()
	var got []string
	for _, o := range b.rec.Open {
		got = append(got, string(o.Code)+" "+o.Row)
	}
	want := "meeting-time m1, meeting-place m1, coming m1, meeting-held m2, day m2, consequence c1, decision s1, no-answer s2"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
