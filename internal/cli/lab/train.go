package lab

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/internal/annot"
	"readout/internal/coref"
	"readout/internal/encode"
	"readout/internal/engine"
	"readout/internal/lab/train"
	"readout/internal/lab/train/encoder"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
)

// A trainer makes a model from the data and gives the bytes of its file.
type trainer struct {
	name, file string
	make       func(data string, seed int64, say func(string)) ([]byte, error)
}

func trainers() []trainer {
	return []trainer{
		{"encoder", "encoder.bin", trainEncoder},
		{"coref", "coref.txt", trainCoref},
	}
}

// trainCommand makes the models anew.
func trainCommand() *cobra.Command {
	var data, out string
	var seed int64
	c := &cobra.Command{
		Use:     "train MODEL",
		Short:   "Train a model: encoder or coref",
		Long:    "Trains a model on the data and writes it to a folder; model/MANIFEST.tsv wants its new sha256. The same data and seed give the same bytes.\n\nencoder takes hours on one core; coref, which reads with the encoder, a few minutes.",
		Example: "  readoutlab train encoder --data ../shared/data --out model",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			say := func(s string) { fmt.Fprintln(c.ErrOrStderr(), s) }
			for _, t := range trainers() {
				if t.name != args[0] {
					continue
				}
				b, err := t.make(data, seed, say)
				if err != nil {
					return err
				}
				return os.WriteFile(filepath.Join(out, t.file), b, 0o644)
			}
			return fmt.Errorf("no model is called %q: encoder or coref", args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&data, "data", "../shared/data", "folder of the data")
	f.StringVar(&out, "out", "model", "folder to write the model to")
	f.Int64Var(&seed, "seed", 1, "seed of the random order")
	return c
}

func trainEncoder(data string, seed int64, say func(string)) ([]byte, error) {
	n, err := encoder.Make(data, seed, say)
	if err != nil {
		return nil, err
	}
	return encode.Marshal(n), nil
}

func trainCoref(data string, _ int64, _ func(string)) ([]byte, error) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return nil, err
	}
	v, err := coref.NewUntrained(lexicon.FS)
	if err != nil {
		return nil, err
	}
	w, err := train.Coref(data, v, train.CorefOptions{Epochs: 20, Rate: 0.1, Decay: 0.001, Read: func(t *text.Text) train.Reading {
		d := e.Annotate(annot.Source{}, t)
		return train.Reading{Seg: d.Segmentation, Quo: d.Quotations, Syn: d.Syntax, Ms: d.Mentions, Att: d.Attributions}
	}})
	if err != nil {
		return nil, err
	}
	return []byte(coref.FormatWeights(w)), nil
}
