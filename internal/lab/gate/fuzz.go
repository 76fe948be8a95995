package gate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// A target is one fuzz function.
type target struct{ pkg, name string }

// fuzz divides the time among all fuzz targets of the module.
func fuzz(ctx context.Context, o Options) error {
	if o.Fuzz <= 0 {
		fmt.Fprintln(o.Out, "left out")
		return nil
	}
	targets, err := fuzzTargets(ctx, o)
	if err != nil || len(targets) == 0 {
		return err
	}
	share := max(o.Fuzz/time.Duration(len(targets)), time.Second)
	var failed []error
	for _, t := range targets {
		var out bytes.Buffer
		err := call(ctx, o, io.MultiWriter(o.Out, &out), "go", "test", "-run=^$", "-fuzz=^"+t.name+"$", "-fuzztime="+share.String(), t.pkg)
		if err != nil && ranOutOfTime(out.String()) {
			fmt.Fprintf(o.Out, "%s: the time ran out in mid-step; no input was found wanting\n", t.name)
			continue
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("%s in %s: %w", t.name, t.pkg, err))
		}
	}
	return errors.Join(failed...)
}

// ranOutOfTime reports whether a fuzz target only met its deadline while busy,
// which go test counts as a failure. A real one
// writes the input that failed.
func ranOutOfTime(out string) bool {
	return strings.Contains(out, "context deadline exceeded") && !strings.Contains(out, "Failing input written to")
}

// fuzzTargets lists them by package; go test prints the names of a package
// before the line that closes it.
func fuzzTargets(ctx context.Context, o Options) ([]target, error) {
	var out bytes.Buffer
	if err := call(ctx, o, &out, "go", "test", "-list=^Fuzz", "./..."); err != nil {
		return nil, err
	}
	var all []target
	var names []string
	for line := range strings.Lines(out.String()) {
		f := strings.Fields(line)
		switch {
		case len(f) == 1 && strings.HasPrefix(f[0], "Fuzz"):
			names = append(names, f[0])
		case len(f) >= 2 && (f[0] == "ok" || f[0] == "?"):
			for _, n := range names {
				all = append(all, target{pkg: f[1], name: n})
			}
			names = nil
		}
	}
	return all, nil
}
