package lex

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	f, err := Read(strings.NewReader("# words\n[speech]\nsay\tsaid # past\n\n[mind]\nhope\n"), "words.txt")
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
		if _, err := Read(strings.NewReader(c.src), "w.txt"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.src, err, c.want)
		}
	}
	f, err := Read(strings.NewReader("[a]\nx\nx\n"), "w.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Set("a"); err == nil || !strings.Contains(err.Error(), "w.txt:3") {
		t.Errorf("a word that stands twice: %v", err)
	}
}
