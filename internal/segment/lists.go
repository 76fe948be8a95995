package segment

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/internal/lex"
)

// An ending says what the full stop of an abbreviation can mean.
type ending uint8

const (
	noAbbreviation ending = iota
	beforeName            // "Mr.": the name follows
	beforeNumber          // "No.": an abbreviation only where a number follows
	inside                // "e.g.": never at the end of a sentence
	either                // "Inc.": the next word decides
	closing               // "p.m.": a capital after it mostly begins a sentence
)

// vocabulary is the word lists of the lexicon that tokens and sentences need.
type vocabulary struct {
	abbreviations map[string]ending
	starters      map[string]bool
	weekdays      map[string]bool
	months        map[string]bool
	zones         map[string]bool
	attributing   map[string]bool
	prefixes      map[string]bool
	units         map[string]bool
	suffixes      map[string]bool
	elisions      map[string]bool // without their apostrophe
	halfElisions  map[string]bool // words without it, too
	slashes       map[string]bool
	contractions  map[string]int // bytes of the first part
}

func loadVocabulary(fsys fs.FS) (*vocabulary, error) {
	v := &vocabulary{abbreviations: map[string]ending{}, contractions: map[string]int{}}
	f, err := lex.Load(fsys, "abbreviations.txt")
	if err != nil {
		return nil, err
	}
	for _, l := range [...]struct {
		name string
		end  ending
	}{{"before-name", beforeName}, {"before-number", beforeNumber}, {"inside", inside}, {"either", either}, {"closing", closing}} {
		entries, err := f.Need(l.name)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if _, ok := v.abbreviations[e.Fields[0]]; ok {
				return nil, e.Errorf("%q stands twice", e.Fields[0])
			}
			v.abbreviations[e.Fields[0]] = l.end
		}
	}
	f, err = lex.Load(fsys, "segmentation.txt")
	if err != nil {
		return nil, err
	}
	for _, l := range [...]struct {
		name string
		set  *map[string]bool
	}{
		{"starter", &v.starters}, {"weekday", &v.weekdays}, {"month", &v.months}, {"zone", &v.zones}, {"attributing", &v.attributing}, {"prefix", &v.prefixes},
		{"unit", &v.units}, {"suffix", &v.suffixes}, {"slash", &v.slashes}, {"elision", &v.elisions}, {"half-elision", &v.halfElisions},
	} {
		if *l.set, err = f.Set(l.name); err != nil {
			return nil, err
		}
	}
	entries, err := f.Need("contraction")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		n, err := strconv.Atoi(e.Field(1))
		if err != nil || n <= 0 || n >= len(e.Fields[0]) || !utf8.RuneStart(e.Fields[0][n]) {
			return nil, e.Errorf("%q is not a length inside %q", e.Field(1), e.Fields[0])
		}
		v.contractions[e.Fields[0]] = n
	}
	return v, nil
}

// afterClock reports whether w goes on with a clock time before it.
func (v *vocabulary) afterClock(w string) bool {
	return folded(v.weekdays, w) || folded(v.months, w) || folded(v.zones, w)
}

// longest bounds the words that are looked up without regard to case.
const longest = 24

// folded returns what set holds for w in lower case (ASCII letters only), or
// the zero value. It does not allocate.
func folded[T bool | int](set map[string]T, w string) T {
	var none T
	if len(w) > longest {
		return none
	}
	var b [longest]byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return set[string(b[:len(w)])]
}

// abbreviation returns what the stop that ends w can mean. w is looked up as
// it stands and, where it is all capitals, with only the first.
func (v *vocabulary) abbreviation(w string) ending {
	if e := v.abbreviations[w]; e != noAbbreviation || len(w) < 3 || len(w) > longest {
		return e
	}
	var b [longest]byte
	b[0] = w[0]
	for i := 1; i < len(w); i++ {
		c := w[i]
		if 'a' <= c && c <= 'z' {
			return noAbbreviation
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return v.abbreviations[string(b[:len(w)])]
}

// frameWords is the word lists that tell a report's frame from its words.
type frameWords struct {
	agencies     map[string]string // lower case to the name as it is written
	unnamed      map[string]bool
	agencyNouns  map[string]bool
	whole        map[string]bool
	opening      phrases
	openingShort phrases
	desk         phrases
	deskEnding   []string
	within       []string
	roles        map[string]bool
	labels       map[string]bool
	particles    map[string]bool // small words in names of persons
	placeWords   map[string]bool // in names of places
	firstNames   map[string]bool
}

// phrases is a list of beginnings of lines, by their first word.
type phrases map[string][]string

// match reports whether the line, in lower case, begins with one of them.
func (p phrases) match(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	for _, ph := range p[word] {
		if rest, ok := strings.CutPrefix(line, ph); ok {
			if rest == "" || !isLetterAt(rest, 0, len(rest)) || !isLetterAt(ph, len(ph)-1, len(ph)) {
				return true
			}
		}
	}
	return false
}

func loadFrameWords(fsys fs.FS) (*frameWords, error) {
	w := &frameWords{agencies: map[string]string{}}
	f, err := lex.Load(fsys, "agencies.txt")
	if err != nil {
		return nil, err
	}
	names, err := f.Need("agency")
	if err != nil {
		return nil, err
	}
	for _, e := range names {
		key := strings.ToLower(e.Fields[0])
		if w.agencies[key] != "" {
			return nil, e.Errorf("%q stands twice", e.Fields[0])
		}
		w.agencies[key] = e.Fields[0]
	}
	page, err := lex.Load(fsys, "furniture.txt")
	if err != nil {
		return nil, err
	}
	for _, l := range [...]struct {
		file *lex.File
		name string
		set  *map[string]bool
	}{
		{f, "unnamed", &w.unnamed}, {f, "noun", &w.agencyNouns}, {page, "whole", &w.whole}, {page, "role", &w.roles},
		{page, "label", &w.labels}, {page, "particle", &w.particles}, {page, "place-particle", &w.placeWords},
	} {
		if *l.set, err = l.file.Set(l.name); err != nil {
			return nil, err
		}
	}
	for _, l := range [...]struct {
		name string
		to   *phrases
	}{{"opening", &w.opening}, {"opening-short", &w.openingShort}, {"desk", &w.desk}} {
		if *l.to, err = loadPhrases(page, l.name); err != nil {
			return nil, err
		}
	}
	for _, l := range [...]struct {
		name string
		to   *[]string
	}{{"desk-ending", &w.deskEnding}, {"within", &w.within}} {
		entries, err := page.Need(l.name)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			*l.to = append(*l.to, e.Fields[0])
		}
	}
	if w.firstNames, err = loadFirstNames(fsys); err != nil {
		return nil, err
	}
	return w, nil
}

// loadFirstNames reads the given names that are no common words.
func loadFirstNames(fsys fs.FS) (map[string]bool, error) {
	f, err := lex.Load(fsys, "firstnames.txt")
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, section := range [...]string{"men", "women", "both"} {
		entries, err := f.Need(section)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			for _, name := range e.Fields {
				names[name] = true
			}
		}
	}
	for _, e := range f.Section("also-words") {
		for _, name := range e.Fields {
			delete(names, name)
		}
	}
	return names, nil
}

func loadPhrases(f *lex.File, section string) (phrases, error) {
	entries, err := f.Need(section)
	if err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	p := phrases{}
	for _, e := range entries {
		word, _, _ := strings.Cut(e.Fields[0], " ")
		p[word] = append(p[word], e.Fields[0])
	}
	return p, nil
}
