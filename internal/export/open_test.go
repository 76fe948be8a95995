package export

import (
	"strings"
	"testing"

	"readout/record"
)

// TestCourtesies keeps what a source only answers to a reporter out of stands
// and open points, and nothing else.
func TestCourtesies(t *testing.T) {
	for _, c := range []struct {
		words    string
		firmness record.Firmness
		want     bool
	}{
		{"to comment on the ferry talks", record.Refused, true},
		{"to be named", record.Refused, true},
		{"not to be identified discussing the ferries", record.Demanded, true},
		{"that she not be quoted", record.Demanded, false},
		{"a request for comment", record.Undecided, true},
		{"multiple requests for comment", record.Undecided, true},
		{"to sign the accord", record.Refused, false},
		{"to be heard first", record.Demanded, false},
		{"“We don’t comment on speculation,”", record.Refused, true},
		{"We will not sign.", record.Refused, false},
		{"to be drawn on a date", record.Refused, true},
		{"a request for more boats", record.Undecided, false},
		{"comment was made", record.Asserted, false},
	} {
		r := &record.Record{Report: record.Report{Text: c.words}}
		b := &builder{view: newView(r)}
		s := &record.Statement{Content: record.Spans{{0, len([]rune(c.words))}}, Firmness: c.firmness}
		if got := b.courtesy(s); got != c.want {
			t.Errorf("%q: %v", c.words, got)
		}
	}
}

// TestCommitmentShowsItsCondition sets the condition beside the offer.
func TestCommitmentShowsItsCondition(t *testing.T) {
	const words = "The union would call off the strike only if managers raised pay"
	at := func(s string) record.Spans {
		i := strings.Index(words, s)
		return record.Spans{{i, i + len(s)}}
	}
	st := "s1"
	r := &record.Record{Report: record.Report{Text: words}, Conditions: []record.Condition{{
		Kind: record.Promise, Trigger: at("managers raised pay"), Connective: at("only if"),
		Consequence: at("The union would call off the strike"), Statement: &st}}}
	b := &builder{view: newView(r), shown: map[string]bool{}, told: map[string]bool{}}
	e := b.commitment(&record.Commitment{What: at("call off the strike"), Firmness: record.Offered, Statement: &st})
	if len(e.Lines) != 2 || e.Lines[1].Label != "only if" || e.Lines[1].Words != "managers raised pay" {
		t.Errorf("lines %v", e.Lines)
	}
	if e := b.commitment(&record.Commitment{What: at("raised pay"), Firmness: record.Offered, Statement: &st}); len(e.Lines) != 1 {
		t.Errorf("a condition that is another's: %v", e.Lines)
	}
}

// TestChargesAreNoStand tells what a source is charged with from what it says.
func TestChargesAreNoStand(t *testing.T) {
	const words = "The union accused ministers of refusing to talk"
	at := func(s string) record.Spans {
		i := strings.Index(words, s)
		return record.Spans{{i, i + len(s)}}
	}
	r := &record.Record{Report: record.Report{Text: words}, Attributions: []record.Attribution{
		{ID: "a1", Cue: at("accused")}, {ID: "a2", Cue: at("refusing")}}}
	b := &builder{view: newView(r)}
	if !b.alleged(&record.Statement{Chain: []string{"a1", "a2"}}) {
		t.Error("a charge is taken for a stand")
	}
	if b.alleged(&record.Statement{Chain: []string{"a2"}}) || b.alleged(&record.Statement{}) {
		t.Error("what a source says itself is taken for a charge")
	}
}
