package event

import (
	"testing"

	"readout/lexicon"
)

func TestNewReadsItsList(t *testing.T) {
	f, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	if f.verb["accuse"] != "ACCUSE" || f.pair["rule out"] != "REJECT" || f.noun["invasion"] != "ASSAULT" {
		t.Error("the list is read wrongly")
	}
}
