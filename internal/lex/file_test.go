package lex

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestParse(t *testing.T) {
	f, err := Parse("# words\n[speech]\nsay\tsaid # past\n\n[mind]\nhope\n", "words.txt")
	if err != nil {
		t.Fatal(err)
	}
	say := f.Section("speech")
	if len(say) != 1 || say[0].Field(1) != "said" || say[0].Field(2) != "" || say[0].Line != 3 {
		t.Errorf("speech = %+v", say)
	}
	set, err := f.Set("mind")
	if err != nil || !set["hope"] || len(set) != 1 {
		t.Errorf("mind = %v, %v", set, err)
	}
	if _, err := f.Need("fear"); err == nil {
		t.Error("a missing section is not missed")
	}
}

func TestComplaintsNameTheLine(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"say\n", "w.txt:1: an entry before"},
		{"[a]\nx\n[a]\n", "w.txt:3: section [a] stands twice"},
		{"[a\n", "w.txt:1: a heading is"},
		{"[a]\n\tx\n", "w.txt:2: the first field is empty"},
	} {
		if _, err := Parse(c.src, "w.txt"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.src, err, c.want)
		}
	}
	f, err := Parse("[a]\nx\nx\n", "w.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Set("a"); err == nil || !strings.Contains(err.Error(), "w.txt:3") {
		t.Errorf("a word that stands twice: %v", err)
	}
}

func TestShelf(t *testing.T) {
	shelf := NewShelf(fstest.MapFS{"w.txt": {Data: []byte("[a]\nx\ty\n")}})
	one, err := Load(shelf, "w.txt")
	if err != nil {
		t.Fatal(err)
	}
	if two, err := Load(shelf, "w.txt"); err != nil || one != two {
		t.Errorf("the list was read again: %v", err)
	}
	if s, err := ReadText(shelf, "w.txt"); err != nil || s != "[a]\nx\ty\n" {
		t.Errorf("the text is %q: %v", s, err)
	}
}
