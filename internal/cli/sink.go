package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A sink takes results in order.
type sink interface {
	put(result) error
	close() error
	tells() bool // errors are part of what it writes
}

// sink returns where the records go.
func (f *readFlags) sink(stdout io.Writer, paths []string) (sink, error) {
	if f.format.value == "html" && f.output != "" && (several(paths) || isFolder(f.output)) {
		if err := os.MkdirAll(f.output, 0o755); err != nil {
			return nil, &failure{codeOutput, err}
		}
		return &folder{dir: f.output, used: map[string]bool{}, shared: apart(f.output, folders(paths)) != nil}, nil
	}
	if f.format.value == "html" && several(paths) {
		return nil, usage("a page of HTML holds one report: give a folder with --output for several")
	}
	w, err := create(f.output, stdout, paths)
	if err != nil {
		return nil, err
	}
	switch f.format.value {
	case "jsonl":
		return &lines{w}, nil
	case "json":
		return &array{writer: w, open: several(paths)}, nil
	case "html":
		return &single{writer: w}, nil
	}
	return &pages{writer: w}, nil
}

// isFolder reports whether a path is a folder, or written as one.
func isFolder(p string) bool {
	info, err := os.Stat(p)
	return err == nil && info.IsDir() || strings.HasSuffix(p, "/")
}

// A writer is the one output of a command.
type writer struct {
	*bufio.Writer
	file *os.File // nil where it is standard output
}

// create returns a writer to a file, or to standard output where none is named.
// It writes over none of the files that are to be read.
func create(path string, stdout io.Writer, inputs []string) (writer, error) {
	if path == "" {
		return writer{bufio.NewWriter(stdout), nil}, nil
	}
	if err := apart(path, inputs); err != nil {
		return writer{}, err
	}
	file, err := os.Create(path)
	if err != nil {
		return writer{}, &failure{codeOutput, err}
	}
	return writer{bufio.NewWriter(file), file}, nil
}

// apart returns an error where the output is one of the files or folders that
// are read: it would be written over before it is read.
func apart(output string, inputs []string) error {
	out, err := os.Stat(output)
	if err != nil {
		return nil // it does not exist yet
	}
	for _, p := range inputs {
		if in, err := os.Stat(p); err == nil && os.SameFile(in, out) {
			return usage("--output %s would write over what is read from it: give another name", output)
		}
	}
	return nil
}

// folders returns the folders that files to read lie in, and those to read.
func folders(paths []string) []string {
	var out []string
	for _, p := range paths {
		if !isFolder(p) {
			p = filepath.Dir(p)
		}
		out = append(out, p)
	}
	return out
}

// end makes sure that all is written.
func (w writer) end() error {
	err := w.Flush()
	if w.file != nil {
		if closed := w.file.Close(); err == nil {
			err = closed
		}
	}
	return written(err)
}

// written makes a failure of an error of writing.
func written(err error) error {
	if err == nil {
		return nil
	}
	return &failure{codeOutput, fmt.Errorf("the output cannot be written: %w", err)}
}

// lines writes JSON a line each, errors included, and holds nothing back that
// is ready.
type lines struct{ writer }

func (l *lines) tells() bool { return true }

func (l *lines) put(r result) error {
	out := r.out
	if r.err != nil {
		out = append(errorObject(r), '\n')
	}
	_, err := l.Write(out)
	if err == nil && r.last {
		err = l.Flush()
	}
	return written(err)
}

func (l *lines) close() error { return l.end() }

// errorObject returns what stands in the place of a record.
func errorObject(r result) []byte {
	type body struct {
		File    string `json:"file,omitempty"`
		Line    int    `json:"line"`
		Code    string `json:"code"`
		Message string `json:"message"`
	}
	e := body{Line: r.err.Line, Code: string(r.err.Code), Message: r.err.Message}
	if r.err.Path != "-" {
		e.File = filepath.ToSlash(r.err.Path)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(map[string]body{"error": e}); err != nil { // strings always encode
		return []byte(`{"error":{}}`)
	}
	return bytes.TrimSpace(b.Bytes())
}

// array writes one record as an object, and several as a list.
type array struct {
	writer
	open bool // several are expected
	n    int
}

func (a *array) tells() bool { return a.open }

func (a *array) put(r result) error {
	a.open = a.open || r.piece.Line > 0
	out := r.out
	if r.err != nil {
		if !a.open {
			return nil // told on standard error
		}
		out = errorObject(r)
	}
	if a.open {
		a.WriteString([]string{"[\n", ",\n"}[min(a.n, 1)])
		out = bytes.TrimSpace(out)
	}
	a.n++
	_, err := a.Write(out)
	return written(err)
}

func (a *array) close() error {
	switch {
	case a.open && a.n == 0:
		a.WriteString("[]\n")
	case a.open:
		a.WriteString("\n]\n")
	}
	return a.end()
}

// pages writes text for a reader, a rule between two reports.
type pages struct {
	writer
	n int
}

func (p *pages) tells() bool { return false }

func (p *pages) put(r result) error {
	if r.err != nil {
		return nil
	}
	if p.n++; p.n > 1 {
		p.WriteString("\n" + strings.Repeat("─", 80) + "\n\n")
	}
	_, err := p.Write(r.out)
	if err == nil && r.last {
		err = p.Flush()
	}
	return written(err)
}

func (p *pages) close() error { return p.end() }

// single writes one page of HTML.
type single struct {
	writer
	n int
}

func (s *single) tells() bool { return false }

func (s *single) put(r result) error {
	if r.err != nil {
		return nil
	}
	if s.n++; s.n > 1 {
		return usage("a page of HTML holds one report: give a folder with --output for several")
	}
	_, err := s.Write(r.out)
	return written(err)
}

func (s *single) close() error { return s.end() }

// folder writes a page of HTML for each report into a folder.
type folder struct {
	dir    string
	used   map[string]bool
	shared bool // what is read lies there too, and must not be written over
}

func (f *folder) tells() bool { return false }

func (f *folder) put(r result) error {
	if r.err != nil {
		return nil
	}
	return written(os.WriteFile(filepath.Join(f.dir, f.name(r.id)), r.out, 0o644))
}

func (f *folder) close() error { return nil }

// name makes a file's name of a report's id, one that is still free.
func (f *folder) name(id string) string {
	base := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '.' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '-'
	}, id)
	base = strings.TrimLeft(strings.TrimSuffix(strings.TrimSuffix(base, ".html"), ".txt"), ".")
	if base == "" {
		base = "report"
	}
	name := base
	for n := 2; f.used[strings.ToLower(name)] || f.shared && exists(filepath.Join(f.dir, name+".html")); n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	f.used[strings.ToLower(name)] = true
	return name + ".html"
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
