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
	"readout/internal/thing"
	"readout/lexicon"
	"readout/model"
)

// A trainer makes a model from the data and gives the bytes of its file.
type trainer struct {
	name, file string
	make       func(trainOptions) ([]byte, error)
}

// trainOptions are the flags of training.
type trainOptions struct {
	data            string
	seed            int64
	epochs, eighths int // of the encoder; 0: as shipped
	say             func(string)
}

func trainers() []trainer {
	return []trainer{
		{"encoder", "encoder.bin", trainEncoder},
		{"coref", "coref.txt", trainCoref},
		{"thing", "thing.bin", trainThing},
	}
}

// trainCommand makes the models anew.
func trainCommand() *cobra.Command {
	var o trainOptions
	var out string
	c := &cobra.Command{
		Use:     "train MODEL",
		Short:   "Train a model: encoder, coref or thing",
		Long:    "Trains a model on the data and writes it to a folder; model/MANIFEST.tsv wants its new sha256. The same data and seed give the same bytes.\n\nencoder takes an hour on one core; coref, which reads with the encoder, a few minutes; thing, which reads with both, a minute.",
		Example: "  readoutlab train encoder --data ../shared/data --out model",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.say = func(s string) { fmt.Fprintln(c.ErrOrStderr(), s) }
			for _, t := range trainers() {
				if t.name != args[0] {
					continue
				}
				if err := os.MkdirAll(out, 0o755); err != nil {
					return err // before the work, not after it
				}
				b, err := t.make(o)
				if err != nil {
					return err
				}
				return os.WriteFile(filepath.Join(out, t.file), b, 0o644)
			}
			return fmt.Errorf("no model is called %q: encoder, coref or thing", args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&o.data, "data", "../shared/data", "folder of the data")
	f.StringVar(&out, "out", "model", "folder to write the model to")
	f.Int64Var(&o.seed, "seed", 1, "seed of the random order")
	f.IntVar(&o.epochs, "epochs", 0, "rounds through the data, of the encoder; 0 for as many as the shipped one had")
	f.IntVar(&o.eighths, "eighths", 0, "eighths of the data to use, of the encoder, for learning curves; 0 for all")
	return c
}

func trainEncoder(o trainOptions) ([]byte, error) {
	opt := encoder.DefaultOptions()
	opt.Seed, opt.Report, opt.Eighths = o.seed, o.say, o.eighths
	if o.epochs > 0 {
		opt.Epochs, opt.Stop = o.epochs, 0
	}
	n, err := encoder.Make(o.data, opt)
	if err != nil {
		return nil, err
	}
	return encode.Marshal(n), nil
}

func trainCoref(o trainOptions) ([]byte, error) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		return nil, err
	}
	v, err := coref.NewUntrained(lexicon.FS)
	if err != nil {
		return nil, err
	}
	w, err := train.Coref(o.data, v, train.CorefOptions{Units: 24, Nets: 4, Epochs: 3, Rate: 0.003, Decay: 0.1, Drop: 0.5, Read: func(t *text.Text) train.Reading {
		d := e.Annotate(annot.Source{}, t)
		return train.Reading{Seg: d.Segmentation, Quo: d.Quotations, Syn: d.Syntax, Ms: d.Mentions, Att: d.Attributions}
	}})
	if err != nil {
		return nil, err
	}
	return []byte(w.Format()), nil
}

// beforeThings are the models with empty weights for things: those that are
// there may be of other features.
type beforeThings struct{ model.Files }

// ReadFile reads a model.
func (f beforeThings) ReadFile(name string) ([]byte, error) {
	if name == "thing.bin" {
		return thing.NewWeights().Marshal(), nil
	}
	return f.Files.ReadFile(name)
}

func trainThing(o trainOptions) ([]byte, error) {
	e, err := engine.Load(lexicon.FS, beforeThings{model.FS})
	if err != nil {
		return nil, err
	}
	opt := train.DefaultThingOptions()
	opt.Seed, opt.Report = o.seed, o.say
	if o.epochs > 0 {
		opt.Epochs = o.epochs
	}
	opt.Read = func(t *text.Text) train.ThingReading {
		d := e.Annotate(annot.Source{}, t)
		return train.ThingReading{Seg: d.Segmentation, Quo: d.Quotations, Syn: d.Syntax, States: d.States, Tim: d.Times, Ms: d.Mentions, Ents: d.Entities}
	}
	w, err := train.Things(o.data, opt)
	if err != nil {
		return nil, err
	}
	return w.Marshal(), nil
}
