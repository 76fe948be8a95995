package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/engine"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
	"readout/record"
)

// A Case is one recorded reading.
type Case struct {
	File      string
	Published string // ISO date, or empty
	Report    string
	Digest    string // as recorded
}

// Load reads the cases of a folder, in order of name.
func Load(dir string) ([]Case, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			return nil, fmt.Errorf("golden: %w", err)
		}
		c := Case{File: file}
		for line := range strings.Lines(string(a.Comment)) {
			if d, ok := strings.CutPrefix(line, "published: "); ok {
				c.Published = strings.TrimSpace(d)
			}
		}
		for _, f := range a.Files {
			switch f.Name {
			case "report.txt":
				c.Report = string(f.Data)
			case "record.txt":
				c.Digest = string(f.Data)
			default:
				return nil, fmt.Errorf("golden: %s: unknown part %q", file, f.Name)
			}
		}
		all = append(all, c)
	}
	return all, nil
}

// Write records a digest in the case's file.
func (c Case) Write(digest string) error {
	a := &txtar.Archive{Files: []txtar.File{{Name: "report.txt", Data: []byte(c.Report)}, {Name: "record.txt", Data: []byte(digest)}}}
	if c.Published != "" {
		a.Comment = []byte("published: " + c.Published + "\n")
	}
	return os.WriteFile(c.File, txtar.Format(a), 0o644)
}

// Open loads the engine from the embedded lists and models.
func Open() (*engine.Engine, error) { return engine.Load(lexicon.FS, model.FS) }

// Read gives the record of a text.
func Read(e *engine.Engine, raw, published string) *record.Record {
	return assemble.Record(e.Annotate(annot.Source{ID: "case", Published: published}, text.New(raw)))
}
