package assemble

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/sketch"
	"readout/internal/text"
	"readout/record"
)

// sketched returns a document with one statement of Aasen's in Lund, and a
// condition that it states.
func sketched(t *testing.T) *annot.Document {
	t.Helper()
	l, err := sketch.Parse([]byte(`
-- tree.txt --
“/PUNCT/2/punct Wait/VERB/5/ccomp ”/PUNCT/2/punct Åsa/PROPN/5/nsubj said:say/VERB/0/root in/ADP/7/case Lund/PROPN/5/obl ./PUNCT/5/punct
-- mentions.txt --
Åsa | person | named
Lund | place | named
`))
	if err != nil {
		t.Fatal(err)
	}
	content := annot.Spans{l.Seg.SpanOf(0, 2)}
	l.Attributions.List = []annot.Attribution{{Source: annot.Spans{l.Seg.SpanOf(3, 3)}, Cue: l.Seg.SpanOf(4, 4), Content: content,
		SourceHead: 3, CueHead: 4, Within: annot.None, Form: record.Direct, Speech: true, By: "test/hand"}}
	l.Statements.List = []annot.Statement{{Attribution: 0, Speaker: 0, Content: content, Quotes: content, Form: record.Direct,
		Firmness: record.Demanded, Place: 1, Time: annot.None, Condition: 0, By: "test/hand"}}
	l.Conditions.List = []annot.Condition{{Kind: record.Demand, Trigger: annot.Spans{l.Seg.SpanOf(1, 1)}, Attribution: 0, To: annot.None, By: "test/hand"}}
	return &annot.Document{Source: annot.Source{ID: "r1"}, Text: l.Seg.Text, Language: "en", Segmentation: l.Seg, Syntax: l.Syn, Mentions: l.Mentions,
		Entities: l.Entities, Attributions: l.Attributions, Conditions: l.Conditions, Statements: l.Statements, Times: l.Times}
}

func TestRecord(t *testing.T) {
	r := Record(sketched(t))
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	words := func(s record.Span) string { return string([]rune(r.Report.Text)[s[0]:s[1]]) }
	if len(r.Actors) != 1 || len(r.Places) != 1 || r.Actors[0].Name != "Åsa" || !r.Actors[0].Heard {
		t.Fatalf("actors %+v, places %+v", r.Actors, r.Places)
	}
	s := r.Statements[0]
	if words(s.Content[0]) != "“ Wait ”" || *s.Speaker != "a1" || *s.Place != "p1" || *s.Condition != "c1" || s.Chain[0] != "q1" {
		t.Errorf("statement %+v of %q", s, words(s.Content[0]))
	}
	if c := r.Conditions[0]; *c.Statement != "s1" || *c.By != "a1" || c.To != nil {
		t.Errorf("condition %+v", c)
	}
}

// TestStatesOfMindAreNotHeard keeps "heard" for acts of speech.
func TestStatesOfMindAreNotHeard(t *testing.T) {
	d := sketched(t)
	d.Attributions.List[0].Speech = false
	if r := Record(d); r.Actors[0].Heard {
		t.Error("a state of mind is heard")
	}
}

// TestNothingComputed gives a record of empty lists.
func TestNothingComputed(t *testing.T) {
	r := Record(&annot.Document{Text: text.New("Wort"), Language: "de"})
	if err := record.Check(r); err != nil {
		t.Error(err)
	}
}

func TestDated(t *testing.T) {
	for in, want := range map[string]string{"2026-03-05": "2026-03-05", "2026-03-05T08:00:00Z": "2026-03-05T08:00:00Z", "20260305": "20260305", "": "",
		"yesterday": "", "5 March 2026": "", "2026-02-30": ""} {
		if got := dated(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
