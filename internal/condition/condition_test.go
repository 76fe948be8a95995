package condition

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/ud"
	"readout/lexicon"
)

// line writes a condition as the tests name it.
func (w *world) line(c annot.Condition) string {
	by := "report"
	if c.Attribution != annot.None {
		by = w.seg.Text.Slice(w.att.List[c.Attribution].Cue)
	}
	to := ""
	if c.To != annot.None {
		to = " to " + w.seg.Word(c.To)
	}
	return fmt.Sprintf("%s by %s%s: %s [%s] for %s", c.Kind, by, to, w.words(c.Trigger), w.words(c.Connective), w.words(c.Consequence))
}

// A testCase is a text in which certain conditions are to be found.
type testCase struct{ name, text, want string }

func (c testCase) check(t *testing.T, f *Finder, w *world) {
	t.Helper()
	var got []string
	for _, row := range w.find(f) {
		got = append(got, w.line(row))
	}
	if g := strings.Join(got, "\n"); g != c.want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", c.text, g, c.want)
	}
}

// cases holds one for each way in which a condition meets the attributions
// around it, and for each kind.
func cases() []testCase {
	return []testCase{
		{"two in one sentence are two, not crossed",
			"[source/1 Brandt] [cue/1 has warned of] [content/1 a long strike] if the airline cuts pensions and [cue/2 has threatened] [content/2 a boycott] should the ministry step in.",
			"warning by has warned of: the airline cuts pensions [if] for a long strike\n" +
				"threat by has threatened: the ministry step in [should] for a boycott"},
		{"the trigger outside the content belongs to a cue that takes it",
			"[source Brandt] [cue promised] [content to call off the strike] if the airline kept its word.",
			"promise by promised: the airline kept its word [if] for call off the strike"},
		{"reporting words stay out",
			"Unless the airline pays, [source Brandt] [cue said], [content the crews will strike].",
			"threat by said: the airline pays [Unless] for the crews will strike"},
		{"a refusal hangs as a whole",
			"[source The board] [cue refused] [content to sign] unless the crews returned.",
			"term by refused: the crews returned [unless] for The board refused to sign"},
		{"an act to come hangs as a whole",
			"[source/1 Brandt] [cue/1 said] [content/1 [source/2 the board] [cue/2 might accept] [content/2 a cut] if the crews returned].",
			"promise by said: the crews returned [if] for the board might accept a cut"},
		{"the harm the speaker would do is a threat",
			"[source The union] [cue said] [content it would strike if the airline cut pensions].",
			"threat by said: the airline cut pensions [if] for it would strike"},
		{"the good a promise",
			"[source The union] [cue said] [content it would lift the boycott if the airline paid].",
			"promise by said: the airline paid [if] for it would lift the boycott"},
		{"harm by others a warning",
			"[source The union] [cue said] [content passengers would suffer if the airline cut pensions].",
			"warning by said: the airline cut pensions [if] for passengers would suffer"},
		{"whom it is said to",
			"[source The union] [cue warned] the airline [content that the crews would strike if it cut pensions].",
			"warning by warned to airline: it cut pensions [if] for the crews would strike"},
		{"nobody's is the report's",
			"If the talks fail, the port will close.",
			"term by report: the talks fail [If] for the port will close"},
		{"what is demanded comes first",
			"[source The union] [cue demanded] [content an apology] before the crews returned.",
			"demand by demanded: an apology [before] for the crews returned"},
		{"what did not come about hangs on nothing",
			"Had the airline raised wages, the strike would have been called off.", ""},
		{"an order with what one would face",
			"[content Pay our members or face a summer of strikes], [source the union] [cue told] the airline.",
			"threat by told to airline: Pay our members [or] for face a summer of strikes"},
		{"an order with what one would risk",
			"[source The mediator] [cue urged] both sides [content to stop shelling or risk losing the corridor].",
			"warning by urged to sides: stop shelling [or] for risk losing the corridor"},
		{"what follows failing it",
			"[content The rebels must lay down their arms, failing which the army will enter the town], [source the minister] [cue said].",
			"threat by said: The rebels must lay down their arms [failing which] for the army will enter the town"},
		{"what is done unless is a threat",
			"[source The board] [cue said] [content it would resume patrols unless a fee was paid].",
			"threat by said: a fee was paid [unless] for it would resume patrols"},
		{"who is ready threatens nobody",
			"[source The board] [cue was ready] [content to cut the fee] if the airline paid.",
			"promise by was ready: the airline paid [if] for cut the fee"},
		{"an act of one's own a promise",
			"[source The board] [cue said] [content it would swallow the clause if the airline paid].",
			"promise by said: the airline paid [if] for it would swallow the clause"},
		{"a second clause does not hang on it",
			"[source The board] [cue said] [content that if the airline paid, it would reopen the port, and that it would ask the court to rule].",
			"promise by said: the airline paid [if] for it would reopen the port"},
	}
}

// kindCases holds one for each step by which the kind is told, and for what
// sets no condition.
func kindCases() []testCase {
	return []testCase{
		{"harm by more than a verb",
			"[source The union] [cue said] [content it would bring the board down if wages were cut].",
			"threat by said: wages were cut [if] for it would bring the board down"},
		{"what is given back",
			"[source The union] [cue said] [content it would reopen the port if wages were paid].",
			"promise by said: wages were paid [if] for it would reopen the port"},
		{"what is done against a refusal",
			"[source The union] [cue said] [content it would publish the accounts if the board did not pay].",
			"threat by said: the board did not pay [if] for it would publish the accounts"},
		{"harm held back",
			"[source The union] [cue said] [content it would not strike if the board paid].",
			"promise by said: the board paid [if] for it would not strike"},
		{"an act held back",
			"[source The union] [cue said] [content it would not sign until the board paid].",
			"term by said: the board paid [until] for it would not sign"},
		{"harm by another, from an onlooker",
			"[source An analyst] [cue said] [content the rebels would strike if the talks failed].",
			"warning by said: the talks failed [if] for the rebels would strike"},
		{"ruin by itself",
			"[source The minister] [cue said] [content the truce would collapse if the rebels left].",
			"warning by said: the rebels left [if] for the truce would collapse"},
		{"a clause of what was agreed",
			"[source The two sides] [cue agreed] [content that fees would rise if traffic fell].",
			"term by agreed: traffic fell [if] for fees would rise"},
		{"who will not hesitate will",
			"[source The union] [cue said] [content it would not hesitate to strike if the board refused].",
			"threat by said: the board refused [if] for it would not hesitate to strike"},
		{"a reckoning for others",
			"[source An envoy] [cue said] [content they will pay dearly if the crew is harmed].",
			"threat by said: the crew is harmed [if] for they will pay dearly"},
		{"the trigger behind the said-clause",
			"[content The board would be safe], [source he] [cue added], [content as long as the union stayed out].",
			"promise by added: the union stayed out [as long as] for The board would be safe"},
		{"what is denied sets nothing",
			"[source The rebels] [cue denied] [content that they would leave if the talks failed].", ""},
		{"a question sets nothing", "What happens if the talks fail?", ""},
		{"two questions set nothing",
			"[source The union] [cue asked] [content if the talks had failed and if the board had paid].", ""},
		{"what follows failing it, told by the report",
			"Barring a deal, the port will close.",
			"term by report: a deal [Barring] for the port will close"},
	}
}

func TestConditions(t *testing.T) {
	f, by := newFinder(t), trees(t, "examples")
	for _, c := range append(cases(), kindCases()...) {
		t.Run(c.name, func(t *testing.T) { c.check(t, f, build(t, by, c.text)) })
	}
}

// TestLists checks that a mistake in the list is reported by file.
func TestLists(t *testing.T) {
	if _, err := New(fstest.MapFS{}); err == nil {
		t.Error("no error without a list")
	}
	data, err := lexicon.FS.ReadFile(listFile)
	if err != nil {
		t.Fatal(err)
	}
	bad := strings.Replace(string(data), "\nunless and until\n", "\nUnless and until\n", 1)
	if _, err := New(fstest.MapFS{listFile: {Data: []byte(bad)}}); err == nil || !strings.Contains(err.Error(), listFile) {
		t.Errorf("a connective in upper case gives %v", err)
	}
}

// FuzzFind checks that no tree, however senseless, brings Find down, that the
// rows keep what the layer promises, and that a second reading is the same.
func FuzzFind(f *testing.F) {
	finder := newFinder(f)
	f.Add("If the board refuses , we will strike unless they pay or else go", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("should the talks fail only after until before in exchange for without provided that", []byte("zyxwvutsrqponm"))
	f.Fuzz(func(t *testing.T, text string, data []byte) {
		seg, syn, err := conllu.Document(chaos(text, data))
		if err != nil {
			return
		}
		att := annot.Attributions{}
		if n := len(seg.Tokens); n > 3 && len(data) > 3 {
			a, b := int(data[0])%n, int(data[1])%n
			att.List = []annot.Attribution{{Cue: seg.SpanOf(annot.TokenID(a), annot.TokenID(a)), CueHead: annot.TokenID(a), SourceHead: annot.None,
				Content: annot.Spans{seg.SpanOf(annot.TokenID(min(a, b)), annot.TokenID(max(a, b)))}, Within: annot.None, By: "test"}}
		}
		got := finder.Find(seg, &annot.Quotations{}, syn, &att)
		if _, err := annot.NewConditions(seg, &att, *got); err != nil {
			t.Error(err)
		}
		for _, c := range got.List {
			if c.Kind == "" || c.By == "" || len(c.Trigger) == 0 {
				t.Errorf("unfinished row %+v", c)
			}
		}
		if again := finder.Find(seg, &annot.Quotations{}, syn, &att); !reflect.DeepEqual(got, again) {
			t.Error("a second reading differs")
		}
	})
}

// chaos hangs the words of a text under a random tree.
func chaos(text string, data []byte) []conllu.Sentence {
	at := 0
	next := func(n int) int {
		if at++; n <= 0 || at > len(data) {
			return 0
		}
		return int(data[at-1]) % n
	}
	words := strings.Fields(strings.ToValidUTF8(text, ""))
	if len(words) == 0 || len(words) > 60 {
		return nil
	}
	s := conllu.Sentence{NewPar: true}
	for i, w := range words {
		r := conllu.Row{Form: w, Lemma: strings.ToLower(w), SpaceAfter: true, UPOS: ud.UPOS(1 + next(int(ud.NumUPOS)-1)), Rel: ud.DepRel(1 + next(int(ud.NumDepRel)-1))}
		if i > 0 {
			r.Head = 1 + next(i)
		} else {
			r.Rel = ud.Root
		}
		s.Rows = append(s.Rows, r)
	}
	return []conllu.Sentence{s}
}

// BenchmarkFind reads all rule examples; the metric is tokens a second.
func BenchmarkFind(b *testing.B) {
	f, by := newFinder(b), trees(b, "examples")
	var worlds []*world
	tokens := 0
	for _, r := range rules() {
		for _, ex := range append(r.examples, r.counter...) {
			w := build(b, by, ex)
			worlds = append(worlds, w)
			tokens += len(w.seg.Tokens)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range worlds {
			w.find(f)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
