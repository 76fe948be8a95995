package golden

import (
	"os"
	"strings"
	"testing"

	"readout/record"
)

const cases = "../../testdata/golden"

// TestGolden reads every whole-report case and compares its digest.
func TestGolden(t *testing.T) {
	all, err := Load(cases)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 12 {
		t.Fatalf("%d cases in %s", len(all), cases)
	}
	e, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		rec := Read(e, c.Report, c.Published)
		if err := record.Check(rec); err != nil {
			t.Errorf("%s: %v", c.File, err)
		}
		got := Digest(rec)
		if got == c.Digest {
			continue
		}
		if os.Getenv("READOUT_GOLDEN") == "write" {
			if err := c.Write(got); err != nil {
				t.Fatal(err)
			}
		} else {
			t.Errorf("%s reads otherwise than recorded (make golden rewrites it; say why):\n%s", c.File, difference(c.Digest, got))
		}
	}
}

// difference lists the lines that only one side has.
func difference(old, now string) string {
	var b strings.Builder
	only := func(mark, a, other string) {
		seen := map[string]int{}
		for line := range strings.Lines(other) {
			seen[line]++
		}
		for line := range strings.Lines(a) {
			if seen[line]--; seen[line] < 0 {
				b.WriteString(mark + line)
			}
		}
	}
	only("- ", old, now)
	only("+ ", now, old)
	return b.String()
}

func TestDigestNamesBothSidesOfADifference(t *testing.T) {
	if got := difference("a\nb\n", "b\nc\n"); got != "- a\n+ c\n" {
		t.Errorf("difference = %q", got)
	}
}
