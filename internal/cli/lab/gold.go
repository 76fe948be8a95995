package lab

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"readout/internal/engine"
	"readout/internal/lab/eval"
	"readout/internal/lab/gold"
	"readout/lexicon"
	"readout/model"
)

// goldCommand scores a part of our own gold in full.
func goldCommand() *cobra.Command {
	var part, layer string
	var annotators bool
	c := &cobra.Command{
		Use:   "gold",
		Short: "Score our own gold in full, with the confusion of firmness classes",
		Long: "Scores the program, or with --annotators the second annotator, against the first annotator of our own gold.\n" +
			"It prints figures alone, so that the test part can be scored without being read. With --differences it lists the rows of\n" +
			"a layer of the dev part on which program and gold do not agree. Run it in the root of the checkout.",
		Example: "  readoutlab gold --part dev\n  readoutlab gold --differences 'meeting status'\n  readoutlab gold --part test --annotators",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if _, err := os.Stat("gold/" + part); err != nil {
				return fmt.Errorf("no part is called %q: dev or test, in the root of the checkout", part)
			}
			if layer != "" {
				if part != "dev" || annotators {
					return fmt.Errorf("only the dev part can be looked at, and only the program's differences")
				}
				return differences(c.Context(), c.OutOrStdout(), layer)
			}
			s, name, err := scoreOf(c.Context(), part, annotators)
			if err != nil {
				return err
			}
			for _, l := range eval.GoldLines(name, s) {
				fmt.Fprintln(c.OutOrStdout(), l)
			}
			printMatrix(c.OutOrStdout(), s)
			return nil
		},
	}
	c.Flags().StringVar(&part, "part", "dev", "part of the gold: dev or test")
	c.Flags().BoolVar(&annotators, "annotators", false, "score the second annotator in place of the program")
	c.Flags().StringVar(&layer, "differences", "", "list the rows of this layer, as the figures name it, that differ")
	return c
}

// differences lists the rows of a layer of the dev part that differ.
func differences(ctx context.Context, w io.Writer, layer string) error {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return err
	}
	_, err = eval.Gold(ctx, e, os.DirFS("gold"), "dev", func(report string, d gold.Difference) {
		if d.Layer == layer {
			fmt.Fprintf(w, "%s: %s: %s\n", report, d.What, d.Words)
		}
	})
	return err
}

func scoreOf(ctx context.Context, part string, annotators bool) (*gold.Score, string, error) {
	if annotators {
		s, n, err := eval.Agreement(os.DirFS("gold"), part)
		if err == nil && n == 0 {
			err = fmt.Errorf("no report of %s has a second pass under gold/second/%s", part, part)
		}
		return s, "annotators " + part, err
	}
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return nil, "", err
	}
	s, err := eval.Gold(ctx, e, os.DirFS("gold"), part, nil)
	return s, "gold " + part, err
}

// printMatrix prints gold's classes, each with the answers to it.
func printMatrix(w io.Writer, s *gold.Score) {
	fmt.Fprintf(w, "\nfirmness: kappa %.2f\n", s.Kappa())
	var last string
	for _, x := range s.Matrix() {
		if g := string(x.Gold); g != last {
			if last != "" {
				fmt.Fprintln(w)
			}
			last = g
			fmt.Fprintf(w, "  %-14s", g)
		}
		fmt.Fprintf(w, " %s %d ", x.Answer, x.N)
	}
	fmt.Fprintln(w)
}
