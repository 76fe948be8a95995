package lex

import (
	"fmt"
	"io/fs"
	"strings"
)

// issuesFile is the built-in list of issues.
const issuesFile = "issues.txt"

// builtIn is the line of a user's list that keeps the built-in issues.
const builtIn = "include built-in"

// WithIssues returns a file system of lists with a list of issues in place of
// the built-in one. The list is a file in the form of this package: a heading
// is the name of an issue, a line below it a word or phrase that raises it,
// and "noun" behind a tab keeps a verb of the same form out. A line
// "include built-in" before the first heading keeps the built-in issues; one
// that the list names itself is then the list's.
//
// An error gives the file, the line and what to do.
func WithIssues(fsys fs.FS, text, file string) (fs.FS, error) {
	text, include := splitInclude(strings.TrimPrefix(text, "\ufeff"))
	own, err := Parse(strings.ToLower(text), file)
	if err != nil {
		return nil, err
	}
	if err := checkIssues(own); err != nil {
		return nil, err
	}
	list := strings.ToLower(text)
	if include {
		built, err := Load(fsys, issuesFile)
		if err != nil {
			return nil, err
		}
		list += "\n" + others(built, own)
	}
	return replaced{fsys, issuesFile, list}, nil
}

// splitInclude blanks the line that keeps the built-in issues, so that the
// others keep their numbers.
func splitInclude(text string) (string, bool) {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		l, _, _ = strings.Cut(l, "#")
		switch l = strings.ToLower(strings.Join(strings.Fields(l), " ")); {
		case l == builtIn:
			lines[i] = ""
			return strings.Join(lines, "\n"), true
		case strings.HasPrefix(l, "["):
			return text, false
		}
	}
	return text, false
}

// checkIssues finds what cannot be meant.
func checkIssues(f *File) error {
	if len(f.Order) == 0 {
		return fmt.Errorf("%s: it names no issue; a heading [name] begins one, with a word or phrase on each line below it", f.Name)
	}
	for _, name := range f.Order {
		if strings.TrimSpace(name) == "" {
			return fmt.Errorf("%s: a heading [] has no name", f.Name)
		}
		entries := f.Section(name)
		if len(entries) == 0 {
			return fmt.Errorf("%s: [%s] has no words; put at least one on a line below it", f.Name, name)
		}
		seen := make(map[string]bool, len(entries))
		for _, e := range entries {
			switch {
			case len(e.Fields) > 2 || e.Field(1) != "" && e.Field(1) != "noun":
				return e.Errorf("behind the tab stands %q; only \"noun\" can", strings.Join(e.Fields[1:], " "))
			case strings.Contains(e.Fields[0], "  "):
				return e.Errorf("%q has two blanks; between a phrase and \"noun\" stands a tab, between words one blank", e.Fields[0])
			case seen[e.Fields[0]]:
				return e.Errorf("%q stands twice under [%s]", e.Fields[0], name)
			}
			seen[e.Fields[0]] = true
		}
	}
	return nil
}

// others writes the issues of a list that another does not name.
func others(built, own *File) string {
	var b strings.Builder
	for _, name := range built.Order {
		if _, ok := own.lists[name]; ok {
			continue
		}
		fmt.Fprintf(&b, "[%s]\n", name)
		for _, e := range built.Section(name) {
			b.WriteString(strings.Join(e.Fields, "\t") + "\n")
		}
	}
	return b.String()
}

// replaced is a file system with another text for one file.
type replaced struct {
	fs.FS
	name, text string
}

// ReadFile reads a file.
func (r replaced) ReadFile(name string) ([]byte, error) {
	s, err := r.ReadText(name)
	return []byte(s), err
}

// ReadText reads a file, see [ReadText].
func (r replaced) ReadText(name string) (string, error) {
	if name == r.name {
		return r.text, nil
	}
	return ReadText(r.FS, name)
}
