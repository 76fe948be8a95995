package lex

import (
	"strings"
	"testing"
	"testing/fstest"
)

// builtInIssues stands for the list that is part of the program.
var builtInIssues = fstest.MapFS{
	issuesFile:  {Data: []byte("[wages]\npay\tnoun\nwage\n[borders]\nfrontier\n")},
	"other.txt": {Data: []byte("[x]\ny\n")},
}

func TestWithIssues(t *testing.T) {
	for _, c := range []struct{ name, list, want string }{
		{"a list of one's own", "[Mooring fees]\nmooring\nBerth\tnoun\n", "mooring fees: mooring berth/noun"},
		{"with the built-in ones", "# ours first\ninclude built-in\n[wages]\ntip\n[mooring]\nberth\n", "wages: tip | mooring: berth | borders: frontier"},
		{"with a byte order mark and CRLF", "\ufeff[mooring]\r\nberth\r\n", "mooring: berth"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys, err := WithIssues(builtInIssues, c.list, "mine.txt")
			if err != nil {
				t.Fatal(err)
			}
			f, err := Load(fsys, issuesFile)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, name := range f.Order {
				line := name + ":"
				for _, e := range f.Section(name) {
					line += " " + strings.Join(e.Fields, "/")
				}
				all = append(all, line)
			}
			if got := strings.Join(all, " | "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if _, err := Load(fsys, "other.txt"); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestWithIssuesErrors checks that a wrong list says where and what to do.
func TestWithIssuesErrors(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"", "mine.txt: it names no issue"},
		{"# nothing\n", "mine.txt: it names no issue"},
		{"berth\n[mooring]\nberth\n", "mine.txt:1: an entry before the first [heading]"},
		{"[mooring]\n[wages]\npay\n", "mine.txt: [mooring] has no words"},
		{"[mooring]\nberth\n\n[mooring]\nquay\n", "mine.txt:4: section [mooring] stands twice"},
		{"[mooring]\nberth\nquay\nberth\n", `mine.txt:4: "berth" stands twice under [mooring]`},
		{"[mooring]\nberth\tverb\n", `mine.txt:2: behind the tab stands "verb"; only "noun" can`},
		{"[mooring]\nberth  noun\n", `mine.txt:2: "berth  noun" has two blanks`},
		{"[mooring\nberth\n", "mine.txt:1: a heading is [name]"},
		{"[ ]\nberth\n", "mine.txt: a heading [] has no name"},
	} {
		_, err := WithIssues(builtInIssues, c.list, "mine.txt")
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.list, err, c.want)
		}
	}
}
