package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"readout/internal/assemble"
)

// The codes with which the program ends.
const (
	codeDone    = 0
	codeUsage   = 2
	codeInput   = 3
	codeOutput  = 4
	codeStopped = 130 // by an interrupt, as shells have it
)

// A failure ends a command with a code. Its error may be nil where all has
// been said already.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("ended with code %d", f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// usage returns a failure for a command that was called wrongly.
func usage(format string, args ...any) error {
	return &failure{codeUsage, fmt.Errorf(format, args...)}
}

// Streams are what a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Run runs a command and returns the code to end with.
func Run(args []string, s Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		stop() // a second interrupt ends the program at once
	}()
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var f *failure
	switch {
	case err == nil:
		return codeDone
	case !errors.As(err, &f): // cobra's own: a command or a flag that there is not
		f = &failure{codeUsage, err}
	case f.err == nil:
		return f.code
	}
	fmt.Fprintln(s.Err, "readout: "+f.err.Error())
	if f.code == codeUsage {
		fmt.Fprintln(s.Err, "Try readout --help.")
	}
	return f.code
}

// newRoot returns the program as a tree of commands.
func newRoot(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "readout",
		Short: "Show where talks stand, from the reports about them",
		Long: `Readout reads English news reports about negotiations and shows where the
talks stand: the parties, the meetings held, due and floated, positions,
threats and promises and what would trigger each. Behind every entry stand the
exact words, who said them, through whom, and how firmly.

It runs on this machine alone: no network, no account, no key.`,
		Example:       "  readout read report.txt\n  readout read --format html --output report.html saved-page.html",
		Version:       assemble.Program[len("readout "):],
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noCommand,

		SuggestionsMinimumDistance: 2,

		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("readout {{.Version}}\n")
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newRead(s), newExport(s), newExplain(s))
	return root
}

// noCommand refuses words that are no command, and says which may be meant.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("there is no command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usage("%w; did you mean readout %s?", err, near[0])
	}
	if _, statErr := os.Stat(args[0]); statErr == nil {
		return usage("%w; to read a file: readout read %s", err, args[0])
	}
	return usage("%w", err)
}
