package gold

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"readout/record"
)

func TestReadTwice(t *testing.T) {
	_, notes, _ := strings.Cut(harbour, "-- gold.txt --\n")
	second := strings.NewReplacer("firmness: hoped", "firmness: desired", " | negated", "").Replace(notes)
	fsys := fstest.MapFS{
		"dev/harbour.txtar":        {Data: []byte(harbour)},
		"dev/once.txtar":           {Data: []byte(harbour)},
		"second/dev/harbour.txtar": {Data: []byte("-- gold.txt --\n" + second)},
	}
	both, err := ReadTwice(fsys, "dev")
	if err != nil || len(both) != 1 {
		t.Fatalf("%d reports annotated twice, %v; want one", len(both), err)
	}
	s := NewScore()
	s.Add(both[0].First.Record, both[0].Second.Record)
	if got, want := *s.Of("firmness"), (Tally{1, 2, 2}); got != want {
		t.Errorf("firmness %+v, want %+v", got, want)
	}
	fsys["second/dev/harbour.txtar"] = &fstest.MapFile{Data: []byte(harbour)}
	if _, err := ReadTwice(fsys, "dev"); err == nil || !strings.Contains(err.Error(), "second/harbour") {
		t.Errorf("a second pass with a text of its own: error %v", err)
	}
}

func TestKappa(t *testing.T) {
	s := NewScore()
	if k := s.Kappa(); k != 0 {
		t.Errorf("nothing paired: %v", k)
	}
	// Two classes, 20 + 15 alike of 50: seen 0.7, by chance 0.5.
	a, b := record.Asserted, record.Hoped
	s.Confusion[[2]record.Firmness{a, a}], s.Confusion[[2]record.Firmness{a, b}] = 20, 5
	s.Confusion[[2]record.Firmness{b, a}], s.Confusion[[2]record.Firmness{b, b}] = 10, 15
	if k := s.Kappa(); math.Abs(k-0.4) > 1e-9 {
		t.Errorf("kappa %v, want 0.4", k)
	}
	if m := s.Matrix(); len(m) != 4 || m[0].N != 20 && m[0].N != 15 {
		t.Errorf("matrix %v", m)
	}
}

// TestGoldParses reads every annotated report of the project, both passes.
func TestGoldParses(t *testing.T) {
	root := os.DirFS("../../../gold")
	for _, part := range []string{"dev", "test"} {
		cases, err := ReadDir(root, part)
		if err != nil {
			t.Error(err)
		}
		twice, err := ReadTwice(root, part)
		if err != nil {
			t.Error(err)
		}
		t.Logf("%s: %d reports, %d annotated twice", part, len(cases), len(twice))
	}
}
