package gold

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"readout/record"
)

// A Case is one annotated report.
type Case struct {
	Name      string
	Published string // ISO date, or empty
	Record    *record.Record
}

// ReadDir reads every *.txtar file of a folder, in order of name.
func ReadDir(fsys fs.FS, dir string) ([]Case, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		c, err := Read(src, strings.TrimSuffix(path.Base(name), ".txtar"))
		if err != nil {
			return nil, err
		}
		all = append(all, *c)
	}
	return all, nil
}

// Read parses one gold file. Errors name the file and the line of its
// annotation.
func Read(src []byte, name string) (*Case, error) {
	c := &Case{Name: name}
	var text, notes string
	for _, f := range txtar.Parse(src).Files {
		switch f.Name {
		case "report.txt":
			text = strings.TrimSuffix(string(f.Data), "\n")
		case "gold.txt":
			notes = string(f.Data)
		default:
			return nil, fmt.Errorf("%s: unknown part %q", name, f.Name)
		}
	}
	if text == "" {
		return nil, fmt.Errorf("%s: no report.txt", name)
	}
	return annotate(c, text, notes)
}

// annotate reads the annotation of a text into the case.
func annotate(c *Case, text, notes string) (*Case, error) {
	name := c.Name
	b := &builder{find: newFinder(text), rec: empty(text)}
	for i, line := range strings.Split(notes, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if d, ok := strings.CutPrefix(line, "published "); ok {
			c.Published = strings.TrimSpace(d)
			continue
		}
		if err := b.row(line); err != nil {
			return nil, fmt.Errorf("%s: gold.txt:%d: %w", name, i+1, err)
		}
	}
	if err := b.finish(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c.Record = b.rec
	return c, nil
}

// empty returns a record of a text with nothing found.
func empty(text string) *record.Record {
	return &record.Record{
		Schema: record.Schema, Program: "gold", Report: record.Report{Language: "en", AboutTalks: true, Text: text}, Sentences: record.Spans{},
		Actors: []record.Actor{}, Attributions: []record.Attribution{}, Statements: []record.Statement{}, Meetings: []record.Meeting{},
		Conditions: []record.Condition{}, Commitments: []record.Commitment{}, Positions: []record.Position{}, Figures: []record.Figure{},
		Times: []record.Time{}, Places: []record.Place{}, Events: []record.Event{}, Doubts: []record.Doubt{},
	}
}
