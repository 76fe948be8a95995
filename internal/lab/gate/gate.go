// Package gate holds the checks that stand between a change and the main
// branch: formatting, vet, staticcheck, tests under the race detector, and a
// minute of fuzzing. They run with nothing but the Go toolchain; what else a
// check needs (a C compiler for the race detector) is said when it is missed.
package gate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/format"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Options say how far the checks go.
type Options struct {
	Dir  string        // the module's root
	Fuzz time.Duration // shared by all fuzz targets; 0 leaves fuzzing out
	Race bool          // run the tests under the race detector where cgo is to be had
	Lint bool          // run staticcheck, which is built from source on first use
	Out  io.Writer
}

// A step is one check.
type step struct {
	name string
	run  func(context.Context, Options) error
}

// Run runs every check, in order, and goes on after one that fails, so that
// one run says all. The error joins what failed.
func Run(ctx context.Context, o Options) error {
	steps := []step{
		{"gofmt", formatted},
		{"build", command("go", "build", "./...")},
		{"vet", command("go", "vet", "./...")},
		{"staticcheck", staticcheck},
		{"test", test},
		{"fuzz", fuzz},
	}
	var failed []error
	for _, s := range steps {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		start := time.Now()
		fmt.Fprintf(o.Out, "== %s\n", s.name)
		err := s.run(ctx, o)
		verdict := "ok"
		if err != nil {
			verdict = err.Error()
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
		}
		fmt.Fprintf(o.Out, "== %s: %s (%.1f s)\n", s.name, verdict, time.Since(start).Seconds())
	}
	return errors.Join(failed...)
}

func command(name string, args ...string) func(context.Context, Options) error {
	return func(ctx context.Context, o Options) error { return call(ctx, o, o.Out, name, args...) }
}

func call(ctx context.Context, o Options, out io.Writer, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = o.Dir, out, o.Out
	return cmd.Run()
}

// formatted fails where gofmt would change a file.
func formatted(_ context.Context, o Options) error {
	var wrong []string
	err := filepath.WalkDir(o.Dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if n := d.Name(); n == "testdata" || p != o.Dir && strings.HasPrefix(n, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		want, err := format.Source(src)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		if !bytes.Equal(src, want) {
			wrong = append(wrong, p)
		}
		return nil
	})
	if err == nil && len(wrong) > 0 {
		err = fmt.Errorf("not formatted: %s", strings.Join(wrong, ", "))
	}
	return err
}

func staticcheck(ctx context.Context, o Options) error {
	if !o.Lint {
		fmt.Fprintln(o.Out, "left out")
		return nil
	}
	return call(ctx, o, o.Out, "go", "run", "-modfile=tools/go.mod", "honnef.co/go/tools/cmd/staticcheck", "./...")
}

func test(ctx context.Context, o Options) error {
	if o.Race && raceAvailable(ctx, o) {
		return call(ctx, o, o.Out, "go", "test", "-race", "./...")
	}
	if o.Race {
		fmt.Fprintln(o.Out, "no C compiler: the tests run without the race detector")
	}
	return call(ctx, o, o.Out, "go", "test", "./...")
}

// raceAvailable reports whether the race detector can be linked here.
func raceAvailable(ctx context.Context, o Options) bool {
	var env bytes.Buffer
	if call(ctx, o, &env, "go", "env", "CC") != nil {
		return false
	}
	cc := strings.Fields(env.String())
	if len(cc) == 0 {
		return false
	}
	_, err := exec.LookPath(cc[0])
	return err == nil
}
