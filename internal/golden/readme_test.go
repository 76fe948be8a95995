package golden

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"readout/internal/export"
)

// TestReadme holds the first screen of README to what the program prints: the
// block behind the marker is the beginning of a real page.
func TestReadme(t *testing.T) {
	const file, marker = "../../README.md", "<!-- first lines of: readout read --published 2025-07-02 testdata/reports/tariff.txt -->\n```\n"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(src), marker)
	if !ok {
		t.Fatalf("README has no %q", marker)
	}
	block, after, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("the block in README is not closed")
	}
	report, err := os.ReadFile("../../testdata/reports/tariff.txt")
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := export.Text(&page, Read(open(t), string(report), "2025-07-02"), export.Style{Width: 96}); err != nil {
		t.Fatal(err)
	}
	want := firstLines(page.String())
	if block == want {
		return
	}
	if os.Getenv("READOUT_GOLDEN") != "write" {
		t.Fatalf("README shows what the program does not print (make golden rewrites it):\n%s", difference(block, want))
	}
	if err := os.WriteFile(file, []byte(before+marker+want+"```\n"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// firstLines returns a page up to the list of all statements.
func firstLines(page string) string {
	head, _, _ := strings.Cut(page, "WHO SAID WHAT\n")
	return strings.TrimRight(head, "\n") + "\n"
}
