package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/text"
)

// A NameDoc is a document with its named entities marked.
type NameDoc struct {
	ID    string
	Text  *text.Text
	Names []NameSpan // in order
}

// A NameSpan is a marked name and its class, as the corpus calls it.
type NameSpan struct {
	Span  text.Span
	Class string
}

// ReadWorldwide reads a split of the worldwide English newswire corpus (Shan,
// Bauer and Manning, 2023) from the data folder.
func ReadWorldwide(data, split string) ([]NameDoc, error) {
	path := filepath.Join(data, "ner", "worldwide", split+".jsonl.gz")
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	var docs []NameDoc
	for n := 1; sc.Scan(); n++ {
		d, err := parseNames(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		docs = append(docs, d)
	}
	return docs, sc.Err()
}

// parseNames reads one document. The corpus leaves a possessive "'s" out of
// its spans.
func parseNames(line []byte) (NameDoc, error) {
	var l struct {
		ID, Text string
		Entities [][3]json.RawMessage
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return NameDoc{}, err
	}
	d := NameDoc{ID: l.ID, Text: text.New(l.Text)}
	if strings.Contains(l.Text, "\r\n") {
		return d, fmt.Errorf("offsets would move: the text has CRLF")
	}
	m := text.NewMapper(d.Text)
	for _, e := range l.Entities {
		var start, end int
		var n NameSpan
		for i, into := range []any{&start, &end, &n.Class} {
			if err := json.Unmarshal(e[i], into); err != nil {
				return d, err
			}
		}
		n.Span = text.Span{Start: m.Byte(start), End: m.Byte(end)}
		d.Names = append(d.Names, n)
	}
	return d, nil
}
