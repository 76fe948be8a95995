package eval

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"readout/internal/annot"
	"readout/internal/engine"
	"readout/internal/lab/corpus"
	"readout/lexicon"
	"readout/model"
)

// folds is the number of parts of the cross-validation of events.
const folds = 5

// scoreFolds scores events by cross-validation. Nothing is trained: the words
// of lexicon/events.txt were chosen by hand, with the training pairs at hand.
// So that no pair is read with a word that it alone could have suggested, each
// fifth is read without the entries whose word occurs in that fifth and in no
// other. Words that everybody would list, and that happen to occur in one
// fifth only, are lost with them: the scores are a lower bound.
func scoreFolds(b *bench, pairs []corpus.EventPair) (*eventScores, error) {
	seen := [folds]map[string]bool{}
	for f := range seen {
		seen[f] = map[string]bool{}
	}
	for i, p := range pairs {
		seg, syn := b.engine.Floor(p.Text)
		for t := range syn.Words {
			seen[i%folds][syn.Words[t].Lemma] = true
			seen[i%folds][strings.ToLower(seg.Word(annot.TokenID(t)))] = true
		}
	}
	s := newEventScores()
	for f := range folds {
		words, err := withoutFold(f, seen[:])
		if err != nil {
			return nil, err
		}
		e, err := engine.Load(words, model.FS)
		if err != nil {
			return nil, fmt.Errorf("events: fold %d: %w", f, err)
		}
		for i := f; i < len(pairs); i += folds {
			if err := b.ctx.Err(); err != nil {
				return nil, err
			}
			s.add(pairs[i], e.Annotate(annot.Source{ID: pairs[i].ID}, pairs[i].Text))
		}
	}
	return s, nil
}

// withoutFold returns the word lists without the events' entries that only
// fold f could have suggested.
func withoutFold(f int, seen []map[string]bool) (fs.FS, error) {
	all := fstest.MapFS{}
	entries, err := fs.ReadDir(lexicon.FS, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := fs.ReadFile(lexicon.FS, e.Name())
		if err != nil {
			return nil, err
		}
		all[e.Name()] = &fstest.MapFile{Data: data}
	}
	list := all["events.txt"]
	list.Data = withoutWords(list.Data, func(word string) bool {
		for g := range seen {
			if g != f && seen[g][word] {
				return false
			}
		}
		return seen[f][word]
	})
	return all, nil
}

// withoutWords returns a word list without the entries whose first word is
// out. The section of irregular forms says nothing of events and stays.
func withoutWords(list []byte, out func(word string) bool) []byte {
	var kept bytes.Buffer
	heading := ""
	for line := range strings.Lines(string(list)) {
		entry := strings.TrimSpace(line)
		if strings.HasPrefix(entry, "[") {
			heading = entry
		} else if entry != "" && entry[0] != '#' && heading != "[irregular]" {
			if word, _, _ := strings.Cut(strings.Fields(entry)[0], " "); out(word) {
				continue
			}
		}
		kept.WriteString(line)
	}
	return kept.Bytes()
}
