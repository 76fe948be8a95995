package eval

import (
	"testing"

	"readout/internal/annot"
	"readout/record"
)

func TestRootOf(t *testing.T) {
	for _, c := range []struct {
		typ    record.EventType
		status record.EventStatus
		want   string
	}{
		{record.Concede, record.EventAsserted, "YIELD"},
		{record.Concede, record.EventPlanned, "AGREE"},
		{record.Concede, record.EventDenied, "REJECT"},
		{record.Sanction, record.EventPlanned, "THREATEN"},
		{record.Sanction, record.EventDenied, "SANCTION"},
		{record.Accuse, record.EventPlanned, "ACCUSE"},
	} {
		if got := rootOf(&annot.EventMention{Type: c.typ, Status: c.status}); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.typ, c.status, got, c.want)
		}
	}
}

func TestMacro(t *testing.T) {
	_, _, f := macro(map[string]*Tally{"A": {Right: 1, Said: 1, Gold: 1}, "B": {Gold: 1}, "C": {Said: 3}})
	if f != 50 {
		t.Errorf("macro F1 %v, want 50: a root that gold lacks does not count", f)
	}
}

func TestWithoutWords(t *testing.T) {
	list := "[assault]\nattack\nfire\tmissiles\n\n# a remark\n[irregular]\nfought\tfight\n"
	got := withoutWords([]byte(list), func(word string) bool { return word == "fire" || word == "fought" })
	want := "[assault]\nattack\n\n# a remark\n[irregular]\nfought\tfight\n"
	if string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
