package lex

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// An Entry is one line of a list.
type Entry struct {
	File   string
	Line   int
	Fields []string // never empty; each without white space around it
}

// Errorf returns an error that begins with the entry's file and line.
func (e Entry) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", e.File, e.Line, fmt.Sprintf(format, args...))
}

// Field returns field i, or the empty string where the line has no more.
func (e Entry) Field(i int) string {
	if i < len(e.Fields) {
		return e.Fields[i]
	}
	return ""
}

// A File is a parsed list.
type File struct {
	Name  string
	Order []string // the headings, in order
	lists map[string][]Entry
}

// Section returns the entries under a heading, or nil.
func (f *File) Section(name string) []Entry { return f.lists[name] }

// Need returns the entries under a heading, or an error where there is none.
func (f *File) Need(name string) ([]Entry, error) {
	l, ok := f.lists[name]
	if !ok {
		return nil, fmt.Errorf("%s: no section [%s]", f.Name, name)
	}
	return l, nil
}

// Set returns the first fields under a heading as a set.
func (f *File) Set(name string) (map[string]bool, error) {
	l, err := f.Need(name)
	if err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(l))
	for _, e := range l {
		if set[e.Fields[0]] {
			return nil, e.Errorf("%q stands twice under [%s]", e.Fields[0], name)
		}
		set[e.Fields[0]] = true
	}
	return set, nil
}

// Load reads a list from a file system.
func Load(fsys fs.FS, name string) (*File, error) {
	r, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	defer r.Close()
	return Read(r, name)
}

// Read parses a list; name stands in its errors.
func Read(r io.Reader, name string) (*File, error) {
	f := &File{Name: name, lists: map[string][]Entry{}}
	section := ""
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if i := strings.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		e := Entry{File: name, Line: n, Fields: strings.Split(strings.TrimRight(line, " \t\r"), "\t")}
		for i := range e.Fields {
			e.Fields[i] = strings.TrimSpace(e.Fields[i])
		}
		if head := e.Fields[0]; strings.HasPrefix(head, "[") {
			if !strings.HasSuffix(head, "]") || len(e.Fields) > 1 {
				return nil, e.Errorf("a heading is [name], alone on its line")
			}
			section = head[1 : len(head)-1]
			if _, ok := f.lists[section]; ok {
				return nil, e.Errorf("section [%s] stands twice", section)
			}
			f.Order = append(f.Order, section)
			f.lists[section] = []Entry{}
			continue
		}
		if section == "" {
			return nil, e.Errorf("an entry before the first [heading]")
		}
		if e.Fields[0] == "" {
			return nil, e.Errorf("the first field is empty")
		}
		f.lists[section] = append(f.lists[section], e)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}
