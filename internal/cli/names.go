package cli

import (
	"fmt"
	"io/fs"
	"os"

	"readout"
	"readout/internal/lex"
	"readout/lexicon"
)

const namesHelp = "a table of names of your own (docs/names.md)"

// open makes a reader, with the names of a file if one is given.
func open(names string) (*readout.Reader, error) {
	if names == "" {
		reader, err := readout.Open()
		if err != nil {
			return nil, &failure{codeOutput, fmt.Errorf("this program is broken: %w", err)}
		}
		return reader, nil
	}
	table, err := os.ReadFile(names)
	if err != nil {
		return nil, &failure{codeInput, err}
	}
	reader, err := readout.OpenWithNames(string(table), names)
	if err != nil {
		return nil, &failure{codeInput, err}
	}
	return reader, nil
}

// lists returns the word lists, with the names of a file if one is given.
func lists(names string) (fs.FS, error) {
	if names == "" {
		return lexicon.FS, nil
	}
	table, err := os.ReadFile(names)
	if err == nil {
		_, err = lex.ParseOwn(string(table), names)
	}
	if err != nil {
		return nil, &failure{codeInput, err}
	}
	return lex.WithOwn(lexicon.FS, string(table)), nil
}
