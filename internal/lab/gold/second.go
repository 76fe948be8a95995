package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"golang.org/x/tools/txtar"
)

// A Twice is a report that two people annotated, neither having seen the
// other's rows.
type Twice struct{ First, Second Case }

// ReadTwice reads the reports of a part that have a second pass, in order of
// name. A second pass is a file of the same name under second/PART that holds
// gold.txt alone: the text is the first's, so the two cannot drift apart.
func ReadTwice(fsys fs.FS, part string) ([]Twice, error) {
	firsts, err := ReadDir(fsys, part)
	if err != nil {
		return nil, err
	}
	var all []Twice
	for _, first := range firsts {
		src, err := fs.ReadFile(fsys, path.Join("second", part, first.Name+".txtar"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		second, err := readSecond(src, first)
		if err != nil {
			return nil, err
		}
		all = append(all, Twice{first, *second})
	}
	return all, nil
}

func readSecond(src []byte, first Case) (*Case, error) {
	name := "second/" + first.Name
	files := txtar.Parse(src).Files
	if len(files) != 1 || files[0].Name != "gold.txt" {
		return nil, fmt.Errorf("%s: a second pass holds gold.txt and nothing else", name)
	}
	return annotate(&Case{Name: name}, first.Record.Report.Text, string(files[0].Data))
}
