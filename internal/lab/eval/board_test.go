package eval

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/engine"
	"readout/lexicon"
	"readout/model"
)

func TestBoardReadsBack(t *testing.T) {
	lines := []Line{
		{Name: "EWT dev LAS with subtypes", P: 82.5, R: 80, F1: 81.2, N: 25147},
		{Name: "a name that is wider than its column, as some are", P: 82.5, R: 80, F1: 81.2, N: 25147},
		{Name: "whole record, one core", Measure: 21000, Unit: "words/s"},
	}
	back, err := ReadBoard(strings.NewReader("# a comment\n\n" + lines[0].String() + "\n" + lines[1].String() + "\n" + lines[2].String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(back, lines) {
		t.Errorf("read %+v", back)
	}
	if _, err := ReadBoard(strings.NewReader("too short")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error %v, want one that names the line", err)
	}
}

func TestDropsNamesWhatFell(t *testing.T) {
	old := []Line{{Name: "LAS", F1: 84}, {Name: "UAS", F1: 87}, {Name: "gone", F1: 50}, {Name: "speed", Measure: 9, Unit: "words/s"}}
	now := []Line{{Name: "LAS", F1: 83.5}, {Name: "UAS", F1: 87}, {Name: "speed", Measure: 3, Unit: "words/s"}}
	got := Drops(old, now)
	if len(got) != 1 || got[0] != "LAS: F1 83.5, was 84.0" {
		t.Errorf("dropped: %q", got)
	}
}

func TestCommittedBoardReads(t *testing.T) {
	f, err := os.Open("testdata/scores.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if lines, err := ReadBoard(f); err != nil || len(lines) == 0 {
		t.Errorf("%d lines, %v", len(lines), err)
	}
}

// The committed board must hold for the program as it is: a drop has to be
// committed knowingly.
func TestScoreboard(t *testing.T) {
	data := os.Getenv("READOUT_DATA")
	if data == "" {
		t.Skip("READOUT_DATA names no folder of data to score on")
	}
	f, err := os.Open("testdata/scores.txt")
	if err != nil {
		t.Skipf("no scoreboard has been written: %v", err)
	}
	defer f.Close()
	old, err := ReadBoard(f)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../../..") // where the scorers look for our own gold
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		t.Fatal(err)
	}
	var now []Line
	err = Run(context.Background(), e, data, nil, func(_ Layer, lines []Line, _ time.Duration) { now = append(now, lines...) })
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Drops(old, now) {
		t.Error(d)
	}
}
