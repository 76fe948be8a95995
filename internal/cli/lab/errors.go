package lab

import (
	"github.com/spf13/cobra"

	"readout/internal/encode"
	"readout/internal/lab/train/encoder"
	"readout/lexicon"
	"readout/model"
)

// errorsCommand counts what the network gets wrong.
func errorsCommand() *cobra.Command {
	var data string
	c := &cobra.Command{
		Use:     "errors",
		Short:   "Count the errors of the encoder on dev by kind: attributions, names, trees",
		Example: "  readoutlab errors --data ../shared/data",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			e, err := encode.Load(model.FS, lexicon.FS)
			if err != nil {
				return err
			}
			return encoder.Evaluate(data, e, c.OutOrStdout())
		},
	}
	c.Flags().StringVar(&data, "data", "../shared/data", "folder of the data")
	return c
}
