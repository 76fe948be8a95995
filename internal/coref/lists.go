package coref

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
)

// A holder is somebody who leads or led a country.
type holder struct {
	country string
	gender  annot.Gender
}

// lists are the word lists that the room reads.
type lists struct {
	leaders map[string][]holder // by surname
	unnamed map[string]bool     // nouns that often stand for a source without a name
	nouns   map[string]bool     // nouns for people
	kin     map[string]bool     // nouns for relatives
	heads   map[string]bool     // offices of those who lead a state
	speech  map[string]bool     // verbs of saying, by lemma
	firms   map[string]bool     // what ends a company's name: "Inc."
	address map[string]bool     // words of address that tell the gender: "Ms"
	classes *classes
	own     map[string]string // the user's own names and aliases, folded: the name in full
}

func loadLists(fsys fs.FS) (*lists, error) {
	l := &lists{leaders: map[string][]holder{}, unnamed: map[string]bool{}, nouns: map[string]bool{}, heads: map[string]bool{}}
	f, err := lex.Load(fsys, "leaders.txt")
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	for _, section := range f.Order {
		for _, e := range f.Section(section) {
			if e.Field(5) != "head" || len(e.Fields[0]) != 3 {
				continue
			}
			for s := range strings.SplitSeq(e.Field(1), "|") {
				l.leaders[s] = append(l.leaders[s], holder{e.Fields[0], gender(e.Field(3))})
			}
		}
	}
	if f, err = lex.Load(fsys, "titles.txt"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	for _, e := range f.Section("roles") {
		l.nouns[e.Fields[0][strings.LastIndexByte(e.Fields[0], ' ')+1:]] = true
		if e.Field(3) == "unnamed" {
			l.unnamed[e.Fields[0]] = true
		}
	}
	if l.kin, err = f.Set("kin"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	l.address = map[string]bool{}
	for _, e := range f.Section("honorifics") {
		l.address[e.Fields[0]] = gender(e.Field(1)) != annot.UnknownGender
	}
	for _, e := range f.Section("offices") {
		l.nouns[e.Fields[0][strings.LastIndexByte(e.Fields[0], ' ')+1:]] = true
		if e.Field(2) == "head" {
			l.heads[e.Fields[0][strings.LastIndexByte(e.Fields[0], ' ')+1:]] = true
		}
	}
	if f, err = lex.Load(fsys, "names.txt"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if l.speech, err = f.Set("speaker-verbs"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	own, err := lex.OwnNames(fsys)
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	l.own = map[string]string{}
	for _, n := range own {
		for _, s := range append([]string{n.Name}, n.Aliases...) {
			if _, ok := l.own[foldName(s)]; !ok {
				l.own[foldName(s)] = n.Name
			}
		}
	}
	if f, err = lex.Load(fsys, "organisations.txt"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if l.firms, err = f.Set("suffixes"); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	l.classes, err = loadClasses(fsys, f)
	return l, err
}

func gender(s string) annot.Gender {
	switch s {
	case "m":
		return annot.Masculine
	case "f":
		return annot.Feminine
	}
	return annot.UnknownGender
}
