package lex

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

// A Table is a long list that is sorted by its first field, byte by byte, and
// is searched where it lies instead of being read into memory entry by entry.
// Its file is one section of a list; entries follow the heading without blank
// lines or comments.
type Table struct {
	lines string // each ends in a line break
}

// OpenTable opens a table. It checks the heading and leaves the entries alone,
// so that opening costs next to nothing; see Check.
func OpenTable(fsys fs.FS, name string) (*Table, error) {
	text, err := ReadText(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	_, rest, ok := strings.Cut(text, "]\n")
	if !ok || rest != "" && !strings.HasSuffix(rest, "\n") {
		return nil, fmt.Errorf("%s: no section, or no line break at the end", name)
	}
	return &Table{rest}, nil
}

// Lookup returns the entries whose first field is key, in their order.
func (t *Table) Lookup(key string) [][]string {
	var out [][]string
	for at := t.search(key); at < len(t.lines); {
		line, next := t.line(at)
		k, _, _ := strings.Cut(line, "\t")
		if k != key {
			break
		}
		out = append(out, strings.Split(line, "\t"))
		at = next
	}
	return out
}

// Has reports whether some entry's first field is key.
func (t *Table) Has(key string) bool {
	at := t.search(key)
	if at >= len(t.lines) {
		return false
	}
	line, _ := t.line(at)
	k, _, _ := strings.Cut(line, "\t")
	return k == key
}

// search returns where the first line begins whose first field is not less
// than key.
func (t *Table) search(key string) int {
	n := sort.Search(len(t.lines), func(i int) bool {
		at := strings.LastIndexByte(t.lines[:i], '\n') + 1
		line, _ := t.line(at)
		k, _, _ := strings.Cut(line, "\t")
		return k >= key
	})
	if n == len(t.lines) {
		return n
	}
	return strings.LastIndexByte(t.lines[:n], '\n') + 1
}

// line returns the line that begins at a byte, and where the next begins.
func (t *Table) line(at int) (string, int) {
	end := at + strings.IndexByte(t.lines[at:], '\n')
	return t.lines[at:end], end + 1
}

// Check reports an entry that is out of order.
func (t *Table) Check() error {
	last := ""
	for at := 0; at < len(t.lines); {
		line, next := t.line(at)
		k, _, _ := strings.Cut(line, "\t")
		if k < last {
			return fmt.Errorf("%q comes after %q", k, last)
		}
		last, at = k, next
	}
	return nil
}
