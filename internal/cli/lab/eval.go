package lab

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/engine"
	"readout/internal/lab/eval"
	"readout/lexicon"
	"readout/model"
)

// board is where the committed scoreboard stands, from the root.
const board = "internal/lab/eval/testdata/scores.txt"

func evalCommand() *cobra.Command {
	var data string
	var write bool
	c := &cobra.Command{
		Use:     "eval [layer...]",
		Short:   "Score the layers and compare with the committed scoreboard",
		Long:    "Scores the layers named, or all:\n\n" + layerList(),
		Example: "  readoutlab eval --data ../shared/data attribution",
		RunE: func(c *cobra.Command, names []string) error {
			e, err := engine.Load(lexicon.FS, model.FS)
			if err != nil {
				return err
			}
			var all []eval.Line
			err = eval.Run(c.Context(), e, data, names, func(l eval.Layer, lines []eval.Line, d time.Duration) {
				fmt.Fprintf(c.OutOrStdout(), "# %s: %s (%.1f s)\n", l.Name, l.Doc, d.Seconds())
				for _, x := range lines {
					fmt.Fprintln(c.OutOrStdout(), x)
				}
				all = append(all, lines...)
			})
			if err != nil {
				return err
			}
			return settle(c, all, write && len(names) == 0)
		},
	}
	c.Flags().StringVar(&data, "data", "../shared/data", "folder of the data")
	c.Flags().BoolVar(&write, "write", false, "rewrite the scoreboard (all layers only)")
	return c
}

func layerList() string {
	var b strings.Builder
	for _, l := range eval.Layers() {
		fmt.Fprintf(&b, "  %-12s %s\n", l.Name, l.Doc)
	}
	return b.String()
}

// settle names every score that dropped, and writes the board if asked.
func settle(c *cobra.Command, now []eval.Line, write bool) error {
	old, err := os.ReadFile(board)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	before, err := eval.ReadBoard(bytes.NewReader(old))
	if err != nil {
		return err
	}
	for _, d := range eval.Drops(before, now) {
		fmt.Fprintln(c.ErrOrStderr(), "dropped:", d)
	}
	if !write {
		return nil
	}
	var b strings.Builder
	b.WriteString("# Made by: readoutlab eval --write. Scores are from dev parts; test parts are never read.\n# Measures (words/s, MB) depend on the machine and are not compared.\n")
	for _, l := range now {
		fmt.Fprintln(&b, l)
	}
	return os.WriteFile(board, []byte(b.String()), 0o644)
}

// goldensCommand compares or rewrites what whole reports read as.
func goldensCommand() *cobra.Command {
	var write bool
	c := &cobra.Command{
		Use:   "goldens",
		Short: "Compare the whole-report cases with what is recorded, or record them anew",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			cmd := exec.CommandContext(c.Context(), "go", "test", "-count=1", "-run=^TestGolden$", "./internal/golden")
			cmd.Stdout, cmd.Stderr = c.OutOrStdout(), c.ErrOrStderr()
			if write {
				cmd.Env = append(os.Environ(), "READOUT_GOLDEN=write")
			}
			return cmd.Run()
		},
	}
	c.Flags().BoolVar(&write, "write", false, "record what is read now; read the difference and give reasons in the commit")
	return c
}

// speedCommand scores reading alone.
func speedCommand() *cobra.Command {
	c := evalCommand()
	run := c.RunE
	c.Use, c.Short, c.Long, c.Example = "speed", "Measure words a second on one core, and memory", "", "  readoutlab speed --data ../shared/data"
	c.Args = cobra.NoArgs
	c.RunE = func(c *cobra.Command, _ []string) error { return run(c, []string{"reading"}) }
	return c
}
