package corpus

import (
	"strings"
	"testing"

	"readout/internal/text"
)

func TestReadPolnear(t *testing.T) {
	const line = `{"id": "d1", "publisher": "p", "date": "2016-01-02", "title": "Ore", "text": "Ore.\n\n“Née” said Rao.",
		"attributions": [{"id": "E1", "source": [[17, 20]], "cue": [[12, 16]], "content": [[6, 11]]}],
		"flags": [{"type": "Discard", "spans": [[0, 4]]}, {"type": "Discuss", "spans": [[6, 11]]}]}`
	docs, err := readPolnear(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	a := d.Attributions[0]
	for _, c := range []struct {
		role string
		got  text.Spans
		want string
	}{{"source", a.Source, "Rao"}, {"cue", a.Cue, "said"}, {"content", a.Content, "“Née”"}, {"discarded", d.Discarded, "Ore."}} {
		if len(c.got) != 1 || d.Text.Slice(c.got[0]) != c.want {
			t.Errorf("%s: %v, want %q", c.role, c.got, c.want)
		}
	}
}

func TestReadPolnearErrors(t *testing.T) {
	for name, s := range map[string]string{
		"not JSON":         `{"id": `,
		"beyond the text":  `{"id": "d1", "text": "ab", "attributions": [{"id": "E1", "cue": [[2, 3]]}]}`,
		"an empty stretch": `{"id": "d1", "text": "ab", "attributions": [{"id": "E1", "cue": [[1, 1]]}]}`,
	} {
		if _, err := readPolnear(strings.NewReader(s)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := ReadPolnear("testdata/none.jsonl.gz"); err == nil {
		t.Error("no file: no error")
	}
}
