package encoder

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// addNames adds the worldwide newswire, with the blank lines as paragraphs,
// and WikiGold without its miscellaneous class.
func (s *sets) addNames(data string) error {
	more, err := s.readNames(filepath.Join(data, "ner", "worldwide", "train.conll.gz"), "\t", func(tag string) string { return tag })
	if err != nil {
		return err
	}
	s.examples = append(s.examples, more...)
	return nil
}

// readNames reads lines of a token and its tag.
func (s *sets) readNames(path, sep string, class func(string) string) ([]*example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var all []*example
	e := new(example)
	flush := func() {
		if e.len() > 1 {
			splitSentences(e)
			all = append(all, e)
		}
		e = new(example)
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		line := sc.Text()
		c := strings.Split(line, sep)
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "# ") || len(c) < 2 || c[0] == "" {
			flush()
			continue
		}
		e.para.Words = append(e.para.Words, c[0])
		e.para.Glued = append(e.para.Glued, gluedGuess(e.para.Words))
		tag := class(strings.TrimSpace(c[1]))
		id := int16(masked)
		if tag != "" {
			id = int16(s.nameClass(tag))
		}
		e.names = append(e.names, id)
		if e.len() >= longest {
			flush()
		}
	}
	flush()
	return all, sc.Err()
}

// nameClass numbers classes so that B stands before I of each kind.
func (s *sets) nameClass(tag string) int {
	if kind, ok := strings.CutPrefix(tag, "I-"); ok {
		if _, known := s.names.index["B-"+kind]; !known {
			s.names.add("B-" + kind)
			return s.names.add(tag)
		}
	}
	if kind, ok := strings.CutPrefix(tag, "B-"); ok {
		if _, known := s.names.index[tag]; !known {
			i := s.names.add(tag)
			s.names.add("I-" + kind)
			return i
		}
	}
	return s.names.add(tag)
}

// gluedGuess guesses from the marks whether the last word followed without
// white space, where a corpus does not say.
func gluedGuess(words []string) bool {
	n := len(words)
	if n < 2 {
		return false
	}
	switch words[n-1] {
	case ".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "”", "'", "’", "'re", "'ll", "'ve", "%":
		return true
	}
	switch words[n-2] {
	case "(", "[", "“", "‘", "$", "£", "€":
		return true
	}
	return false
}

// splitSentences finds sentences in a paragraph of tokens.
func splitSentences(e *example) {
	e.para.First = make([]bool, e.len())
	start := true
	for i, w := range e.para.Words {
		if i == 0 || start && !closing(w) {
			e.para.First[i] = true
			e.sents = append(e.sents, i)
			start = false
		}
		if w == "." || w == "?" || w == "!" {
			start = true
		}
	}
}

func closing(w string) bool {
	switch w {
	case "\"", "”", "''", "’", "'", ")", "]", ".", "?", "!":
		return true
	}
	return false
}

// A namePool holds the names of a training set by class and length, so that
// one can stand in for another: a network that meets every name in many
// places learns the places.
type namePool map[poolKey][][]string

type poolKey struct {
	class  int16 // that begins the name
	length int
}

// nameSpan returns the end of the name that begins at i, or i.
func (s *sets) nameSpan(names []int16, i int) int {
	if names[i] <= 0 || !strings.HasPrefix(s.names.list[names[i]], "B-") {
		return i
	}
	j := i + 1
	for j < len(names) && names[j] == names[i]+1 {
		j++
	}
	return j
}

func newNamePool(s *sets) namePool {
	p := namePool{}
	for _, e := range s.examples {
		for i := range e.names {
			if j := s.nameSpan(e.names, i); j > i {
				k := poolKey{e.names[i], j - i}
				p[k] = append(p[k], e.para.Words[i:j])
			}
		}
	}
	return p
}

// swap returns the words of an example with some names replaced by others of
// the same class and length.
func (t *trainer) swap(e *example) []string {
	words := append([]string(nil), e.para.Words...)
	for i := range e.names {
		j := t.sets.nameSpan(e.names, i)
		if j == i || !t.rng.chance(t.opt.NameSwap) {
			continue
		}
		others := t.pool[poolKey{e.names[i], j - i}]
		copy(words[i:j], others[t.rng.next()%uint64(len(others))])
	}
	return words
}
