package corpus

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/conllu"
)

// A TreeDoc is one document of a treebank.
type TreeDoc struct {
	ID, Genre string
	Licence   string // of the text; empty where the treebank has one for all
	Sentences []conllu.Sentence
}

// Free reports whether the text is under a named licence that allows
// commercial use. Only such documents are trained on.
func (d TreeDoc) Free() bool {
	return d.Licence == "" || strings.HasPrefix(d.Licence, "CC BY") && !strings.Contains(d.Licence, "NC")
}

// ReadUD reads a split ("train", "dev") of a treebank ("ewt", "gum") from the
// data folder.
func ReadUD(data, bank, split string) ([]TreeDoc, error) {
	path := filepath.Join(data, "ud", bank, split+".conllu.gz")
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sents, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var docs []TreeDoc
	for _, s := range sents {
		if s.NewDoc != "" || len(docs) == 0 {
			genre, _, _ := strings.Cut(strings.TrimPrefix(s.NewDoc, "GUM_"), "_")
			genre, _, _ = strings.Cut(genre, "-") // EWT: weblog-blogspot.com_...
			docs = append(docs, TreeDoc{ID: s.NewDoc, Genre: genre})
		}
		d := &docs[len(docs)-1]
		d.Sentences = append(d.Sentences, s)
	}
	if bank == "gum" {
		return docs, licences(filepath.Join(data, "ud", bank, "index.tsv"), docs)
	}
	return docs, nil
}

// licences fills in the licences that GUM's index gives for each document.
func licences(path string, docs []TreeDoc) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	of := map[string]string{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		of[c[0]] = c[len(c)-1]
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for i := range docs {
		l, ok := of[docs[i].ID]
		if !ok {
			return fmt.Errorf("%s: no licence for %s", path, docs[i].ID)
		}
		docs[i].Licence = l
	}
	return nil
}

// Free returns the documents that may be trained on.
func Free(docs []TreeDoc) []TreeDoc {
	var free []TreeDoc
	for _, d := range docs {
		if d.Free() {
			free = append(free, d)
		}
	}
	return free
}
