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
// WikiGold and the politics part of CrossNER. The two others have no class for
// dates and money and other classes beside persons, organisations and places:
// those words are masked.
func (s *sets) addNames(data string) error {
	for _, c := range []struct {
		path, sep string
		class     func(word, tag string) string
	}{
		{"worldwide/train.conll.gz", "\t", ownClass},
		{"wikigold/all.conll", " ", foreignClass},
		{"crossner_politics/train.conll", "\t", foreignClass},
		{"crossner_politics/dev.conll", "\t", foreignClass},
	} {
		more, err := s.readNames(filepath.Join(data, "ner", c.path), c.sep, c.class)
		if err != nil {
			return err
		}
		s.examples = append(s.examples, more...)
	}
	return nil
}

func ownClass(_, tag string) string { return tag }

// foreignClass gives a tag of another corpus in the classes of the first, or
// nothing where it has no like.
func foreignClass(word, tag string) string {
	if tag == "O" {
		if strings.ContainsAny(word, "0123456789$£€") || calendar(word) {
			return "" // may be of a date or a sum
		}
		return tag
	}
	begin, kind, _ := strings.Cut(tag, "-")
	switch kind {
	case "PER", "person", "politician":
		return begin + "-Person"
	case "ORG", "organisation", "politicalparty":
		return begin + "-Organization"
	case "LOC", "location", "country":
		return begin + "-Location"
	}
	return ""
}

func calendar(word string) bool {
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// readNames reads lines of a token and its tag.
func (s *sets) readNames(path, sep string, class func(word, tag string) string) ([]*example, error) {
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
	e, opens := new(example), false
	flush := func() {
		if e.len() > 1 {
			splitSentences(e)
			s.repair(e)
			e.opens, opens = opens, false
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
			opens = opens || strings.HasPrefix(line, "# doc")
			continue
		}
		if e.join(c[0], c[1]) {
			continue
		}
		e.para.Words = append(e.para.Words, c[0])
		e.para.Glued = append(e.para.Glued, gluedGuess(e.para.Words))
		tag := class(c[0], strings.TrimSpace(c[1]))
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

// join puts a full stop to the initial or the short word before it, and the
// letters of an abbreviated name together, as our tokens are: the corpora
// split "U . S ." and "Dr .".
func (e *example) join(word, tag string) bool {
	i := e.len() - 1
	if i < 0 {
		return false
	}
	last := e.para.Words[i]
	n := len(last)
	open := last[n-1] >= 'A' && last[n-1] <= 'Z' && (n == 1 || last[n-2] == '.')
	switch {
	case word == "." && (open && e.names[i] > 0 || shortTitle(last)):
	case len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z' && n > 1 && n%2 == 0 && last[n-1] == '.' && n-2 >= 0 &&
		last[n-2] >= 'A' && last[n-2] <= 'Z' && strings.HasPrefix(tag, "I-") && !strings.HasSuffix(strings.TrimSpace(tag), "Person"):
	default:
		return false
	}
	e.para.Words[i] += word
	return true
}

func shortTitle(word string) bool {
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "St", "Jr", "Sr", "Inc", "Co", "Ltd", "Corp", "Rev", "Hon":
		return true
	}
	return false
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
		if i == 0 || start && !closing(w) && !inName(e.names, i) {
			e.para.First[i] = true
			e.sents = append(e.sents, i)
			start = false
		}
		if w == "." || w == "?" || w == "!" {
			start = true
		}
	}
}

// inName reports whether a name goes on at i; it has no break within it.
func inName(names []int16, i int) bool {
	return names[i] > 0 && names[i]%2 == 0 && (names[i-1] == names[i] || names[i-1] == names[i]-1)
}

// repair lets a name begin where one goes on that has not begun.
func (s *sets) repair(e *example) {
	for i := range e.sents {
		a, b := e.sentence(i)
		prev := int16(0)
		for t := a; t < b; t++ {
			if c := e.names[t]; c > 0 && c%2 == 0 && prev != masked && prev != c && prev != c-1 {
				e.names[t] = c - 1
			}
			prev = e.names[t]
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
