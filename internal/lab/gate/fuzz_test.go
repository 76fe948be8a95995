package gate

import "testing"

func TestRanOutOfTime(t *testing.T) {
	for out, want := range map[string]bool{
		"--- FAIL: FuzzX (4.00s)\n    context deadline exceeded\nFAIL\n":                                       true,
		"--- FAIL: FuzzX (4.00s)\n    x_test.go:9: lost\n    Failing input written to testdata/fuzz/FuzzX/1\n": false,
		"panic: index out of range\n": false,
	} {
		if got := ranOutOfTime(out); got != want {
			t.Errorf("%q: %v", out, got)
		}
	}
}
