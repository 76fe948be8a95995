package lab

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"readout/internal/conllu"
	"readout/internal/engine"
	"readout/internal/lab/eval"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
)

// conlluCommand lets any tool for Universal Dependencies be set beside ours:
// it writes our trees, gives the raw text of a treebank, and scores a file.
func conlluCommand() *cobra.Command {
	var gold string
	var raw bool
	c := &cobra.Command{
		Use:   "conllu FILE",
		Short: "Write trees as CoNLL-U, or score the CoNLL-U of any tool",
		Long: `Without a flag it reads FILE, a text, and writes our sentences, tokens, tags,
lemmas and trees as CoNLL-U. With --text it writes the raw text of FILE, a
treebank, to give to a tool. With --score it compares FILE, the CoNLL-U of any
tool, with the treebank, as the CoNLL 2018 shared task did from raw text, by
the code that scores us: words are aligned by their characters, and count as
right only where their borders are.`,
		Example: `  readoutlab conllu --text en_ewt-ud-dev.conllu > dev.txt
  readoutlab conllu dev.txt > ours.conllu
  readoutlab conllu --score en_ewt-ud-dev.conllu ours.conllu`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			b, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			switch {
			case raw && gold != "":
				return fmt.Errorf("either --text or --score")
			case raw:
				return writeText(c.OutOrStdout(), string(b))
			case gold != "":
				return scoreTrees(c.OutOrStdout(), gold, string(b))
			}
			e, err := engine.Load(lexicon.FS, model.FS)
			if err != nil {
				return err
			}
			seg, syn := e.Floor(text.New(string(b)))
			return conllu.Write(c.OutOrStdout(), seg, syn)
		},
	}
	c.Flags().StringVar(&gold, "score", "", "score against this treebank")
	c.Flags().BoolVar(&raw, "text", false, "write the raw text of a treebank")
	return c
}

// writeText writes a treebank's sentences as running text, a paragraph a
// block.
func writeText(w io.Writer, treebank string) error {
	seg, _, err := conllu.Parse(treebank)
	if err != nil {
		return err
	}
	for _, b := range seg.Blocks {
		if _, err := fmt.Fprintf(w, "%s\n\n", seg.Text.Slice(b.Span)); err != nil {
			return err
		}
	}
	return nil
}

func scoreTrees(w io.Writer, gold, system string) error {
	b, err := os.ReadFile(gold)
	if err != nil {
		return err
	}
	s, err := eval.Trees(string(b), system)
	if err != nil {
		return err
	}
	for _, l := range s.Lines("trees") {
		fmt.Fprintln(w, l)
	}
	return nil
}
