package cli

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/lex"
	"readout/lexicon"
)

// ownLists are the files with lists of the user's own.
type ownLists struct{ names, issues string }

// flags adds the flags that name them to a command.
func (o *ownLists) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.names, "names", "", "a table of names of your own (docs/names.md)")
	cmd.Flags().StringVar(&o.issues, "issues", "", "a list of issues of your own (docs/issues.md)")
}

// given reports whether any is named.
func (o *ownLists) given() bool { return o.names != "" || o.issues != "" }

// list reads one of the files, if it is named.
func list(path string) (*readout.List, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, &failure{codeInput, err}
	}
	return &readout.List{Text: string(text), File: path}, nil
}

// open makes a reader with the lists that are named.
func (o *ownLists) open() (*readout.Reader, error) {
	if !o.given() {
		reader, err := readout.Open()
		if err != nil {
			return nil, &failure{codeOutput, fmt.Errorf("this program is broken: %w", err)}
		}
		return reader, nil
	}
	names, err := list(o.names)
	if err != nil {
		return nil, err
	}
	issues, err := list(o.issues)
	if err != nil {
		return nil, err
	}
	reader, err := readout.OpenWith(readout.Lists{Names: names, Issues: issues})
	if err != nil {
		return nil, &failure{codeInput, err}
	}
	return reader, nil
}

// words returns the word lists, with the lists that are named.
func (o *ownLists) words() (fs.FS, error) {
	words := fs.FS(lexicon.FS)
	names, err := list(o.names)
	if err != nil {
		return nil, err
	}
	if names != nil {
		if _, err := lex.ParseOwn(names.Text, names.File); err != nil {
			return nil, &failure{codeInput, err}
		}
		words = lex.WithOwn(words, names.Text)
	}
	issues, err := list(o.issues)
	if err != nil || issues == nil {
		return words, err
	}
	if words, err = lex.WithIssues(words, issues.Text, issues.File); err != nil {
		return nil, &failure{codeInput, err}
	}
	return words, nil
}
