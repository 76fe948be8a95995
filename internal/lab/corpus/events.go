package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/text"
)

// An EventPair is a sentence with two parties marked and what the first does
// to the second.
type EventPair struct {
	ID     string
	Text   *text.Text
	Source text.Span // empty where the data only say "an actor"
	Target text.Span // empty where the data only say "a recipient"
	Root   string    // a PLOVER root as the data name it; the 2018 root YIELD is CONCEDE and RETREAT of today
}

// ReadEvents reads the training part of the PLOVER source-target pairs from
// the data folder.
func ReadEvents(data string) ([]EventPair, error) {
	path := filepath.Join(data, "events", "plover", "train.tsv")
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	defer f.Close()
	var pairs []EventPair
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if n == 1 {
			continue // the names of the columns
		}
		p, err := parseEvent(sc.Text())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		pairs = append(pairs, p)
	}
	return pairs, sc.Err()
}

// parseEvent reads a row: id, sentence, sentence with <s> and <t> marks,
// source, target, pentaclass, root.
func parseEvent(row string) (EventPair, error) {
	f := strings.Split(row, "\t")
	if len(f) != 7 {
		return EventPair{}, fmt.Errorf("%d columns, want 7", len(f))
	}
	var plain strings.Builder
	at := map[string]int{}
	for rest := f[2]; rest != ""; {
		tag := markAt(rest)
		if tag == "" {
			plain.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		at[tag] = plain.Len()
		rest = rest[len(tag):]
	}
	p := EventPair{ID: f[0], Text: text.New(plain.String()), Root: f[6],
		Source: text.Span{Start: at["<s>"], End: at["</s>"]}, Target: text.Span{Start: at["<t>"], End: at["</t>"]}}
	if p.Source.Empty() && p.Target.Empty() {
		return p, fmt.Errorf("a pair without marks")
	}
	return p, nil
}

// markAt returns the mark that s begins with, or the empty string.
func markAt(s string) string {
	for _, tag := range [...]string{"<s>", "</s>", "<t>", "</t>"} {
		if strings.HasPrefix(s, tag) {
			return tag
		}
	}
	return ""
}
