package lex

import (
	"fmt"
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

// ReadText reads a file as a string. A file system whose files lie in memory
// as strings gives them uncopied, through a method of this name, as
// [fs.ReadFile] does for files of bytes.
func ReadText(fsys fs.FS, name string) (string, error) {
	if f, ok := fsys.(interface {
		ReadText(name string) (string, error)
	}); ok {
		return f.ReadText(name)
	}
	b, err := fs.ReadFile(fsys, name)
	return string(b), err
}

// A Shelf is a file system that reads each list once, however many stages ask
// for it. It serves one goroutine.
type Shelf struct {
	fs.FS
	files map[string]*File
}

// NewShelf returns a shelf over a file system.
func NewShelf(fsys fs.FS) *Shelf { return &Shelf{fsys, map[string]*File{}} }

// ReadText reads a file of the file system below, see [ReadText].
func (s *Shelf) ReadText(name string) (string, error) { return ReadText(s.FS, name) }

// Load reads a list from a file system. Lists are not to be changed: a [Shelf]
// gives the same one again.
func Load(fsys fs.FS, name string) (*File, error) {
	shelf, ok := fsys.(*Shelf)
	if ok && shelf.files[name] != nil {
		return shelf.files[name], nil
	}
	text, err := ReadText(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	f, err := Parse(text, name)
	if ok && err == nil {
		shelf.files[name] = f
	}
	return f, err
}

// Parse reads a list from its text; name stands in errors. Entries and fields
// lie side by side, and the fields' words in the text itself.
func Parse(text, name string) (*File, error) {
	f := &File{Name: name, lists: map[string][]Entry{}}
	lines := strings.Count(text, "\n") + 1
	entries, fields := make([]Entry, 0, lines), make([]string, 0, lines+strings.Count(text, "\t"))
	section, begin := "", 0
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimRight(line, " \t\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		first := len(fields)
		for x := range strings.SplitSeq(line, "\t") {
			fields = append(fields, strings.TrimSpace(x))
		}
		e := Entry{File: name, Line: n, Fields: fields[first:len(fields):len(fields)]}
		if head := e.Fields[0]; strings.HasPrefix(head, "[") {
			if !strings.HasSuffix(head, "]") || len(e.Fields) > 1 {
				return nil, e.Errorf("a heading is [name], alone on its line")
			}
			f.close(section, entries[begin:])
			section, begin = head[1:len(head)-1], len(entries)
			if _, ok := f.lists[section]; ok {
				return nil, e.Errorf("section [%s] stands twice", section)
			}
			f.Order = append(f.Order, section)
			f.lists[section] = nil
			continue
		}
		if section == "" {
			return nil, e.Errorf("an entry before the first [heading]")
		}
		if e.Fields[0] == "" {
			return nil, e.Errorf("the first field is empty")
		}
		entries = append(entries, e)
	}
	f.close(section, entries[begin:])
	return f, nil
}

// close puts the entries under their heading.
func (f *File) close(section string, entries []Entry) {
	if section != "" {
		f.lists[section] = entries[:len(entries):len(entries)]
	}
}
