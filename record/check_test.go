package record

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
)

// ferries reads the hand-made record of an invented report.
func ferries(t testing.TB) *Record {
	t.Helper()
	b, err := os.ReadFile("testdata/ferries.json")
	if err != nil {
		t.Fatal(err)
	}
	r := new(Record)
	if err := json.Unmarshal(b, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func ptr[T any](v T) *T { return &v }

func TestCheckSoundRecord(t *testing.T) {
	if err := Check(ferries(t)); err != nil {
		t.Errorf("a sound record: %v", err)
	}
	empty := &Record{Schema: Schema, Program: "readout 0.1.0", ReadingVersion: 1, Report: Report{Language: "und"}}
	if err := Check(empty); err != nil {
		t.Errorf("the record of an empty report: %v", err)
	}
}

// TestCheckFindsEachViolation breaks one invariant at a time.
func TestCheckFindsEachViolation(t *testing.T) {
	far := Span{100000, 100001}
	for _, tt := range []struct {
		name string
		hurt func(r *Record)
		want string // in the message
	}{
		{"another schema", func(r *Record) { r.Schema = "readout.record/0" }, "schema: "},
		{"no program", func(r *Record) { r.Program = "" }, "program: "},
		{"no reading version", func(r *Record) { r.ReadingVersion = 0 }, "reading_version: "},
		{"text with CRLF", func(r *Record) { r.Report.Text += "\r\n" }, "report.text: has"},
		{"text that is not UTF-8", func(r *Record) { r.Report.Text += "\xff" }, "not valid UTF-8"},
		{"no language", func(r *Record) { r.Report.Language = "" }, "report: no language"},
		{"byline outside", func(r *Record) { r.Report.Byline.Span = &far }, "report.byline: span"},
		{"headline outside", func(r *Record) { r.Report.Headline = &far }, "report.headline: span"},
		{"credit outside", func(r *Record) { r.Report.Credit.Span = far }, "report.credit: span"},
		{"dateline outside", func(r *Record) { r.Report.Dateline = &Dateline{"Arvendale", far} }, "report.dateline: span"},
		{"anchor from nowhere", func(r *Record) { r.Report.Anchor.How = "guessed" }, `how "guessed"`},
		{"anchor that is no date", func(r *Record) { r.Report.Anchor.Date = "2031-02-30" }, "not ISO 8601"},

		{"sentence outside", func(r *Record) { r.Sentences[3] = far }, "sentences[3]: span"},
		{"sentences out of order", func(r *Record) { r.Sentences[0], r.Sentences[1] = r.Sentences[1], r.Sentences[0] }, "out of order"},
		{"credit as a sentence", func(r *Record) { r.Sentences = append(r.Sentences, r.Report.Credit.Span) }, "the credit line is a sentence"},

		{"id twice", func(r *Record) { r.Actors[1].ID = "a1" }, "id a1 is also used in actors"},
		{"id in two lists", func(r *Record) { r.Times[1].ID = "p1" }, "id p1 is also used in times"},
		{"no id", func(r *Record) { r.Figures[0].ID = "" }, "figures[0]: no id"},

		{"actor of no kind", func(r *Record) { r.Actors[1].Kind = "hero" }, `actor a2: kind "hero"`},
		{"actor without a count", func(r *Record) { r.Actors[1].Count = "" }, "actor a2: count"},
		{"actor without mention", func(r *Record) { r.Actors[6].Mentions = nil }, "actor a7: no mention"},
		{"mention outside", func(r *Record) { r.Actors[1].Mentions[0].Span = far }, "actor a2 mention: span"},
		{"mention of no form", func(r *Record) { r.Actors[1].Mentions[0].Form = "nickname" }, "actor a2 mention: form"},
		{"alternative that is nobody", func(r *Record) { r.Actors[1].Mentions[0].Alternatives = []string{"s1"} }, `alternative "s1" names nothing in actors`},
		{"member that is nobody", func(r *Record) { r.Actors[2].Members[0] = "a99" }, `member "a99"`},
		{"no name", func(r *Record) { r.Actors[1].Name = "" }, "actor a2: no name"},
		{"name from elsewhere", func(r *Record) { r.Actors[1].Name = "Elisabeth Okoro" }, "not worded so in the text"},
		{"title from elsewhere", func(r *Record) { r.Actors[1].Titles = []string{"Dr"} }, `title "Dr"`},
		{"affiliation from elsewhere", func(r *Record) { r.Actors[7].Affiliation = ptr("Treasury") }, `affiliation "Treasury"`},
		{"unnamed with a background", func(r *Record) { r.Actors[7].Background = &Background{Name: "Ana Ruiz", Why: "list"} }, "unnamed, yet it has the background"},
		{"unnamed with a name", func(r *Record) { r.Actors[7].Name = "Teo Marrick" }, "is not from its mentions"},
		{"heard without a word", func(r *Record) { r.Actors[8].Heard = true }, "actor a9: heard, but"},

		{"link without words", func(r *Record) { r.Attributions[0].Source, r.Attributions[0].Cue = nil, nil }, "neither source nor cue"},
		{"link without content", func(r *Record) { r.Attributions[3].Content = nil }, "attribution q4 content: no span"},
		{"cue in two pieces", func(r *Record) { r.Attributions[3].Cue = Spans{{1, 2}, {4, 5}} }, "more than one span"},
		{"pieces out of order", func(r *Record) { r.Attributions[3].Source = Spans{{4, 9}, {1, 2}} }, "overlap or are out of reading order"},
		{"empty span", func(r *Record) { r.Attributions[3].Source = Spans{{4, 4}} }, "is empty or outside"},
		{"negative span", func(r *Record) { r.Attributions[3].Source = Spans{{-1, 4}} }, "is empty or outside"},
		{"within nothing", func(r *Record) { r.Attributions[1].Within = ptr("q99") }, `within "q99"`},
		{"within itself", func(r *Record) { r.Attributions[3].Within = ptr("q4") }, "attribution q4: within runs in a circle"},
		{"within a circle", func(r *Record) { r.Attributions[0].Within = ptr("q2") }, "attribution q1: within runs in a circle"},
		{"within another's content", func(r *Record) { r.Attributions[1].Within = ptr("q4") }, "within which it stands"},
		{"speaker that is nobody", func(r *Record) { r.Attributions[0].Speaker = ptr("p1") }, `speaker "p1"`},
		{"attribution of no form", func(r *Record) { r.Attributions[0].Form = "shouted" }, `form "shouted"`},
		{"narrator attribution", func(r *Record) { r.Attributions[0].Form = Narrator }, "for statements alone"},

		{"chain of nothing", func(r *Record) { r.Statements[0].Chain = []string{"q77"} }, `chain "q77"`},
		{"chain from the middle", func(r *Record) { r.Statements[0].Chain = []string{"q2"} }, "does not begin at an outermost link"},
		{"chain that skips", func(r *Record) { r.Statements[0].Chain = []string{"q4", "q2"} }, "q2 does not stand within q4"},
		{"content outside its link's", func(r *Record) { r.Statements[0].Content = r.Statements[3].Content }, "not inside the content of q2"},
		{"no content", func(r *Record) { r.Statements[17].Content = nil }, "statement s18 content: no span"},
		{"statement of no form", func(r *Record) { r.Statements[0].Form = "" }, `statement s1: form ""`},
		{"statement of no firmness", func(r *Record) { r.Statements[0].Firmness = "certain" }, `firmness "certain"`},
		{"words of firmness outside", func(r *Record) { r.Statements[0].FirmnessWords = Spans{far} }, "firmness_words: span"},
		{"addressee that is nobody", func(r *Record) { r.Statements[0].Addressees = []string{"x1"} }, `addressee "x1"`},
		{"place that is none", func(r *Record) { r.Statements[0].Place = ptr("t1") }, `place "t1"`},
		{"time that is none", func(r *Record) { r.Statements[0].Time = ptr("p1") }, `time "p1"`},
		{"condition that is none", func(r *Record) { r.Statements[0].Condition = ptr("k1") }, `condition "k1"`},
		{"own voice with a speaker", func(r *Record) { r.Statements[17].Speaker = ptr("a2") }, "own voice (an empty chain) has the speaker a2"},
		{"own voice, reported", func(r *Record) { r.Statements[17].Form = Reported }, `an empty chain, but form "reported"`},
		{"narrator with a chain", func(r *Record) { r.Statements[0].Form = Narrator }, "form narrator with a chain"},
		{"quotation without marks", func(r *Record) { r.Statements[0].Quotes = r.Statements[0].Content[:1] }, "not in quotation marks"},
		{"direct without quotation", func(r *Record) { r.Statements[2].Quotes = nil }, "direct, but no quotation"},
		{"direct beyond its marks", func(r *Record) { r.Statements[6].Form = Direct }, "not covered by quotation marks"},
		{"fragment without quotation", func(r *Record) { r.Statements[6].Quotes = nil }, "fragment, but no quotation"},

		{"meeting without mention", func(r *Record) { r.Meetings[0].Mentions = nil }, "meeting m1 mentions: no span"},
		{"meeting of no kind", func(r *Record) { r.Meetings[0].Kind = "party" }, `kind "party"`},
		{"meeting of no status", func(r *Record) { r.Meetings[0].Status = "sure" }, `status "sure"`},
		{"words of status outside", func(r *Record) { r.Meetings[0].StatusWords = Spans{far} }, "status_words: span"},
		{"ordinal outside", func(r *Record) { r.Meetings[0].Ordinal = Spans{far} }, "ordinal: span"},
		{"meeting nowhere", func(r *Record) { r.Meetings[0].Place = ptr("a1") }, `place "a1"`},
		{"meeting never", func(r *Record) { r.Meetings[0].Time = ptr("a1") }, `time "a1"`},
		{"meeting by no statement", func(r *Record) { r.Meetings[0].Statements = []string{"a1"} }, `statement "a1"`},
		{"meeting like none", func(r *Record) { r.Meetings[0].Candidates = []string{"a1"} }, `candidate "a1"`},
		{"participant that is nobody", func(r *Record) { r.Meetings[0].Participants[0].Actor = "" }, `actor ""`},
		{"participant of no status", func(r *Record) { r.Meetings[0].Participants[0].Status = "late" }, `status "late"`},
		{"agenda outside", func(r *Record) { r.Meetings[1].Agenda[0].Span = far }, "agenda: span"},
		{"agenda by no statement", func(r *Record) { r.Meetings[1].Agenda[0].Statement = ptr("m1") }, `statement "m1"`},

		{"condition of no kind", func(r *Record) { r.Conditions[0].Kind = "bluff" }, `kind "bluff"`},
		{"condition by nobody", func(r *Record) { r.Conditions[0].By = ptr("q1") }, `by "q1"`},
		{"condition to nobody", func(r *Record) { r.Conditions[0].To = ptr("q1") }, `to "q1"`},
		{"condition without trigger", func(r *Record) { r.Conditions[0].Trigger = nil }, "trigger: no span"},
		{"consequence outside", func(r *Record) { r.Conditions[0].Consequence = Spans{far} }, "consequence: span"},
		{"connective outside", func(r *Record) { r.Conditions[0].Connective = Spans{far} }, "connective: span"},
		{"condition without status", func(r *Record) { r.Conditions[0].Status = "" }, "no status"},
		{"condition by no statement", func(r *Record) { r.Conditions[0].Statement = ptr("c1") }, `statement "c1"`},
		{"trigger in its consequence", func(r *Record) { r.Conditions[0].Trigger = r.Conditions[0].Consequence }, "share words"},

		{"commitment by nobody", func(r *Record) { r.Commitments[0].By = ptr("q1") }, `by "q1"`},
		{"commitment to nobody", func(r *Record) { r.Commitments[0].To = ptr("q1") }, `to "q1"`},
		{"commitment to nothing", func(r *Record) { r.Commitments[0].What = nil }, "what: no span"},
		{"commitment of no firmness", func(r *Record) { r.Commitments[0].Firmness = "" }, `firmness ""`},
		{"commitment by no statement", func(r *Record) { r.Commitments[0].Statement = ptr("q1") }, `statement "q1"`},
		{"exclusion of nobody", func(r *Record) { r.Commitments[0].Excludes[0].Actor = ptr("q1") }, `excludes: actor "q1"`},
		{"exclusion outside", func(r *Record) { r.Commitments[0].Excludes[0].Span = far }, "excludes: span"},

		{"position of nobody", func(r *Record) { r.Positions[0].Holder = ptr("q1") }, `holder "q1"`},
		{"position without words", func(r *Record) { r.Positions[0].Words = nil }, "words: no span"},
		{"position of no change", func(r *Record) { r.Positions[0].Change = ptr(Change("softer")) }, `change "softer"`},
		{"position since never", func(r *Record) { r.Positions[0].Since = ptr("p1") }, `since "p1"`},
		{"position by no statement", func(r *Record) { r.Positions[0].Statement = ptr("p1") }, `statement "p1"`},

		{"figure outside", func(r *Record) { r.Figures[0].Span = far }, "figure f1: span"},
		{"figure of words outside", func(r *Record) { r.Figures[0].Of = Spans{far} }, "of: span"},
		{"figure by no statement", func(r *Record) { r.Figures[0].Statement = ptr("f1") }, `statement "f1"`},
		{"low above high", func(r *Record) { r.Figures[0].High = ptr(1.0) }, "low 4000 above high 1"},
		{"no number", func(r *Record) { r.Figures[0].High = ptr(math.Inf(1)) }, "not a number"},

		{"time outside", func(r *Record) { r.Times[0].Span = far }, "time t1: span"},
		{"time of no type", func(r *Record) { r.Times[0].Type = "ERA" }, `type "ERA"`},
		{"resolved to nothing", func(r *Record) { r.Times[0].Value = nil }, "resolved without a value"},

		{"place without mention", func(r *Record) { r.Places[0].Mentions = nil }, "place p1 mentions: no span"},
		{"thing met once", func(r *Record) { r.Things[0].Mentions = nil }, "thing h1 mentions: no span"},
		{"thing outside", func(r *Record) { r.Things[0].Mentions = Spans{far, far} }, "mentions: span"},
		{"thing from elsewhere", func(r *Record) { r.Things[0].Label = "the crown" }, "not worded so in the text"},
		{"place from elsewhere", func(r *Record) { r.Places[0].Name = "Nowhere" }, "not worded so in the text"},

		{"event of no type", func(r *Record) { r.Events[0].Type = "SING" }, `type "SING"`},
		{"event of no status", func(r *Record) { r.Events[0].Status = "sung" }, `status "sung"`},
		{"event by nobody", func(r *Record) { r.Events[0].Actor = ptr("e1") }, `actor "e1"`},
		{"event to nobody", func(r *Record) { r.Events[0].Recipient = ptr("e1") }, `recipient "e1"`},
		{"event without words", func(r *Record) { r.Events[0].Words = nil }, "words: no span"},
		{"event never", func(r *Record) { r.Events[0].Time = ptr("e1") }, `time "e1"`},
		{"event nowhere", func(r *Record) { r.Events[0].Place = ptr("e1") }, `place "e1"`},
		{"event by no statement", func(r *Record) { r.Events[0].Statement = ptr("e1") }, `statement "e1"`},

		{"open point of no row", func(r *Record) { r.Open = []OpenPoint{{ID: "o1", Code: OpenDecision, Row: "s99", Span: Span{0, 1}}} }, `row "s99" names no`},
		{"open point outside", func(r *Record) { r.Open = []OpenPoint{{ID: "o1", Code: OpenDecision, Row: "s1", Span: far}} }, "open point o1: span"},
		{"tension with itself", func(r *Record) {
			r.Tensions = []Tension{{ID: "z1", Code: TensionDenied, Statements: []string{"s1", "s1"}}}
		}, "not between two"},
		{"doubt of no code", func(r *Record) { r.Doubts[0].Code = "hmm" }, `code "hmm"`},
		{"doubt outside", func(r *Record) { r.Doubts[0].Span = &far }, "doubts[0]: span"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ferries(t)
			tt.hurt(r)
			if err := Check(r); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func TestCheckBoundsItsProblems(t *testing.T) {
	r := ferries(t)
	for i := range 1000 {
		r.Sentences = append(r.Sentences, Span{-i, -i})
	}
	joined, ok := Check(r).(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != maxProblems {
		t.Errorf("want %d problems", maxProblems)
	}
}

func TestQuoted(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`He said "no" and "yes".`, `"no"|"yes"`},
		{"“A ‘small’ step,” she said", "“A ‘small’ step,”"},
		{"‘It’s ours,’ they said", "‘It’s ours,’"},
		{"the union’s “last word", "“last word"},
		{"“one\n“two” three", "“one|“two”"},
		{"„Gut“ and «bon» and ``fine'' too", "„Gut“|«bon»|``fine'"},
		{"'We go,' said the crews' chief", "'We go,'"},
		{"the crews' chief and the pilots' chief", ""},
		{"", ""},
	} {
		text := []rune(tt.text)
		var got []string
		for _, s := range quoted(text) {
			got = append(got, string(text[s[0]:s[1]]))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("quoted(%q) = %q, want %q", tt.text, g, tt.want)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	r := ferries(b)
	b.SetBytes(int64(len(r.Report.Text)))
	for b.Loop() {
		if Check(r) != nil {
			b.Fatal("unsound")
		}
	}
}
