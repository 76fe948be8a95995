package segment

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/lex"
)

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
