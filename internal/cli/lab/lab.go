// Package lab holds the makers' commands: the checks that stand before main,
// the scoreboard, the goldens, the training of the models.
package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/lab/gate"
)

// Run runs a command and returns the code to end with.
func Run(args []string, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := &cobra.Command{
		Use:           "readoutlab",
		Short:         "Make, measure and check the reader",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	root.AddCommand(checkCommand(), conlluCommand(), errorsCommand(), evalCommand(), goldensCommand(), goldCommand(), speedCommand(), trainCommand())
	if err := root.ExecuteContext(ctx); err != nil {
		fmt.Fprintln(errs, "readoutlab:", err)
		return 1
	}
	return 0
}

// checkCommand runs what stands between a change and main.
func checkCommand() *cobra.Command {
	o := gate.Options{Dir: "."}
	quick := false
	c := &cobra.Command{
		Use:     "check",
		Short:   "Run every check: format, vet, staticcheck, tests, a minute of fuzzing",
		Example: "  readoutlab check --quick   # neither race detector, staticcheck nor fuzzing",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if _, err := os.Stat("go.mod"); err != nil {
				return errors.New("run it in the root of the checkout, where go.mod is")
			}
			if o.Out = c.OutOrStdout(); quick {
				o.Fuzz, o.Race, o.Lint = 0, false, false
			}
			return gate.Run(c.Context(), o)
		},
	}
	f := c.Flags()
	f.DurationVar(&o.Fuzz, "fuzz", time.Minute, "time shared by all fuzz targets; 0 leaves fuzzing out")
	f.BoolVar(&o.Race, "race", true, "run the tests under the race detector, where a C compiler is at hand")
	f.BoolVar(&o.Lint, "lint", true, "run staticcheck")
	f.BoolVar(&quick, "quick", false, "format, build, vet and plain tests alone")
	return c
}
