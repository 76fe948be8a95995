package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"readout/internal/text"
)

// A PolnearDoc is one article of PolNeAR (Newell, Margolin and Ruths, LREC
// 2018) with its human annotation. The headline is its first paragraph.
type PolnearDoc struct {
	ID, Publisher, Date, Title string
	Text                       *text.Text
	Attributions               []PolnearAttribution
	Discarded                  text.Spans // marked by an annotator as no text to annotate
}

// A PolnearAttribution is one annotated attribution; any part may be empty.
// The corpus knows one level only: no attribution stands inside another.
type PolnearAttribution struct {
	ID                   string
	Source, Cue, Content text.Spans
}

type polnearLine struct {
	ID, Publisher, Date, Title, Text string
	Attributions                     []struct {
		ID                   string
		Source, Cue, Content [][2]int
	}
	Flags []struct {
		Type  string
		Spans [][2]int
	}
}

// ReadPolnear reads a gzipped file of articles, one JSON object a line.
func ReadPolnear(path string) ([]PolnearDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("corpus: %s: %w", path, err)
	}
	docs, err := readPolnear(z)
	if err != nil {
		return nil, fmt.Errorf("corpus: %s: %w", path, err)
	}
	return docs, nil
}

func readPolnear(r io.Reader) ([]PolnearDoc, error) {
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	var docs []PolnearDoc
	for {
		var line polnearLine
		if err := dec.Decode(&line); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("document %d: %w", len(docs), err)
		}
		doc, err := line.doc()
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", line.ID, err)
		}
		docs = append(docs, doc)
	}
}

// doc converts the code points of the file into bytes.
func (l *polnearLine) doc() (PolnearDoc, error) {
	d := PolnearDoc{ID: l.ID, Publisher: l.Publisher, Date: l.Date, Title: l.Title, Text: text.New(l.Text)}
	m := text.NewMapper(d.Text)
	var bad error
	convert := func(pairs [][2]int) text.Spans {
		var ss text.Spans
		for _, p := range pairs {
			s := text.Span{Start: m.Byte(p[0]), End: m.Byte(p[1])}
			if !d.Text.Valid(s) {
				bad = fmt.Errorf("bad span %v", p)
				continue
			}
			ss = append(ss, s)
		}
		return ss.Normal()
	}
	for _, a := range l.Attributions {
		d.Attributions = append(d.Attributions, PolnearAttribution{
			ID: a.ID, Source: convert(a.Source), Cue: convert(a.Cue), Content: convert(a.Content),
		})
	}
	for _, f := range l.Flags {
		if f.Type == "Discard" {
			d.Discarded = append(d.Discarded, convert(f.Spans)...)
		}
	}
	d.Discarded = d.Discarded.Normal()
	return d, bad
}
