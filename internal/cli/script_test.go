package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"readout/record"
)

func TestMain(m *testing.M) {
	run := func(args []string) int { return Run(args, Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}) }
	testscript.Main(m, map[string]func(){
		"readout": func() { os.Exit(run(os.Args[1:])) },
		// ends N readout ARG...: the program must end with code N.
		"ends": func() {
			want, err := strconv.Atoi(os.Args[1])
			if got := run(os.Args[3:]); err != nil || got != want {
				fmt.Fprintf(os.Stderr, "ended with code %d, want %s\n", got, os.Args[1])
				os.Exit(1)
			}
		},
	})
}

// TestScripts runs the commands as a user would.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("READOUT_GOLDEN") == "write",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"sound": sound},
	})
}

// sound checks a file of records, a line each: "sound FILE N" wants N of them,
// apart from lines that tell of an error, and each must pass record.Check.
func sound(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	n, lines := 0, bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var head struct{ Error json.RawMessage }
		ts.Check(json.Unmarshal(lines.Bytes(), &head))
		if head.Error != nil {
			continue
		}
		r := new(record.Record)
		ts.Check(json.Unmarshal(lines.Bytes(), r))
		ts.Check(record.Check(r))
		n++
	}
	if want := args[1]; strconv.Itoa(n) != want {
		ts.Fatalf("%d records, want %s", n, want)
	}
}
