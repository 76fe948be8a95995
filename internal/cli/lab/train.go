package lab

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/internal/lab/train"
	"readout/internal/lab/train/encoder"
)

// A written model is one that can be put into a file.
type written interface{ Write(io.Writer) error }

// trainCommand makes the models anew.
func trainCommand() *cobra.Command {
	o := train.Options{Seed: 1, Passes: 8, Prune: 1}
	var out string
	c := &cobra.Command{
		Use:       "train MODEL",
		Short:     "Train a model: tagger, parser or encoder",
		Long:      "Trains a model on the free parts of the data and writes it to a folder. The same data and seed give the same bytes.",
		Example:   "  readoutlab train parser --data ../shared/data --out model",
		ValidArgs: []string{"tagger", "parser", "encoder"},
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE: func(c *cobra.Command, args []string) error {
			o.Log = func(format string, a ...any) { fmt.Fprintf(c.ErrOrStderr(), format+"\n", a...) }
			var m written
			var err error
			switch args[0] {
			case "tagger":
				m, err = train.Tagger(o)
			case "parser":
				m, err = train.Parser(o)
			case "encoder":
				m, err = encoder.Make(o.Data, int64(o.Seed), func(s string) { o.Log("%s", s) })
			}
			if err != nil {
				return err
			}
			return writeModel(filepath.Join(out, args[0]+".bin"), m)
		},
	}
	f := c.Flags()
	f.StringVar(&o.Data, "data", "../shared/data", "folder of the data")
	f.StringVar(&out, "out", "model", "folder to write the model to")
	f.Uint64Var(&o.Seed, "seed", o.Seed, "seed of the random order")
	f.IntVar(&o.Passes, "passes", o.Passes, "passes over the data")
	return c
}

func writeModel(path string, m written) error {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
