package attribution

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/lex"
)

// A class says what sort of attribution a word makes.
type class uint8

const (
	noClass class = iota
	sayClass
	assertClass
	revealClass
	askClass
	directClass
	commitClass
	refuseClass
	criticiseClass
	praiseClass
	supportClass
	believeClass
	knowClass
	feelClass
	intendClass
	perceiveClass
	showClass
)

var classNames = []string{"", "say", "assert", "reveal", "ask", "direct", "commit", "refuse", "criticise",
	"praise", "support", "believe", "know", "feel", "intend", "perceive", "show"}

// speech reports whether a class is an act of speech or writing, not a state
// of mind.
func (c class) speech() bool { return c < supportClass || c == showClass }

func parseClass(s string) (class, bool) {
	for i, n := range classNames {
		if n == s && i > 0 {
			return class(i), true
		}
	}
	return noClass, false
}

// A kind is a way for content to hang on a cue; lexicon/reporting-verbs.txt
// explains each.
type kind uint8

const (
	quoted      kind = iota // "quote"
	clausal                 // "that"
	infinitive              // "inf"
	gerund                  // "ing"
	nominal                 // "np"
	addressed               // "dat"
	addressedTo             // "dat-inf"
	objectTo                // "np-inf"
	objectIs                // "np-adj"
	passiveTo               // "pass-inf"
	objectWith              // "np-of"
	addressedOf             // "dat-of"
	passiveWith             // "pass-as"
	phrasal                 // "of"
)

var kindNames = map[string]kind{"quote": quoted, "that": clausal, "inf": infinitive, "ing": gerund, "np": nominal,
	"dat": addressed, "dat-inf": addressedTo, "np-inf": objectTo, "np-adj": objectIs, "pass-inf": passiveTo}

// A complement is one way in which a word takes content. prep is set for
// the last four kinds.
type complement struct {
	kind  kind
	prep  string
	weak  bool
	no    bool // attributes only where somebody will not do it
	class class
}

// An entry is a word, or several, with its complements.
type entry struct {
	rest        []string // the words after the first
	complements []complement
}

// takes returns the complement of a kind, or nil.
func (e *entry) takes(k kind, prep string) *complement {
	for i := range e.complements {
		if c := &e.complements[i]; c.kind == k && c.prep == prep {
			return c
		}
	}
	return nil
}

// any reports whether the word takes a complement of some kind.
func (e *entry) any(kinds ...kind) bool {
	for i := range e.complements {
		for _, k := range kinds {
			if e.complements[i].kind == k {
				return true
			}
		}
	}
	return false
}

// cueWords is the lexicon of cues, by the lemma of their first word.
type cueWords struct {
	verbs, nouns, adjectives map[string][]*entry // longest entries first
	forms                    map[string]string   // irregular forms of verbs and their lemmas
	light                    map[string]bool
	phrases                  map[string][][]string // prepositional cues by their first word
	speakers                 map[string]bool       // nouns for who speaks in headlines
	occasions                map[string]bool       // nouns for where things are said
	documents                map[string]bool       // nouns for texts that provide for something
}

func loadCueWords(fsys fs.FS) (*cueWords, error) {
	w := &cueWords{verbs: map[string][]*entry{}, nouns: map[string][]*entry{}, adjectives: map[string][]*entry{},
		phrases: map[string][][]string{}}
	verbs, err := lex.Load(fsys, "reporting-verbs.txt")
	if err != nil {
		return nil, err
	}
	if w.forms, err = formsOf(verbs); err != nil {
		return nil, err
	}
	for _, section := range verbs.Order {
		if section == "forms" {
			continue
		}
		if err := addSection(w.verbs, section, verbs.Section(section)); err != nil {
			return nil, err
		}
	}
	others, err := lex.Load(fsys, "reporting-nouns.txt")
	if err != nil {
		return nil, err
	}
	sets := map[string]*map[string]bool{"light": &w.light, "speaker": &w.speakers, "occasion": &w.occasions, "document": &w.documents}
	for name, set := range sets {
		if *set, err = others.Set(name); err != nil {
			return nil, err
		}
	}
	for _, section := range others.Order {
		into, name := w.nouns, section
		switch s, adjective := strings.CutPrefix(section, "adjective "); {
		case sets[section] != nil:
			continue
		case section == "preposition":
			w.addPhrases(others.Section(section))
			continue
		case adjective:
			into, name = w.adjectives, s
		}
		if err := addSection(into, name, others.Section(section)); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func formsOf(f *lex.File) (map[string]string, error) {
	list, err := f.Need("forms")
	if err != nil {
		return nil, err
	}
	forms := make(map[string]string, len(list))
	for _, e := range list {
		forms[e.Fields[0]] = e.Field(1)
	}
	return forms, nil
}

func (w *cueWords) addPhrases(list []lex.Entry) {
	for _, e := range list {
		words := strings.Fields(e.Fields[0])
		w.phrases[words[0]] = append(w.phrases[words[0]], words)
	}
}

// addSection merges the entries of one class.
func addSection(into map[string][]*entry, section string, list []lex.Entry) error {
	c, ok := parseClass(section)
	if !ok {
		return fmt.Errorf("lexicon: no class of cues is called %q", section)
	}
	for _, line := range list {
		words := strings.Fields(line.Fields[0])
		e := find(into, words)
		for _, name := range strings.Fields(line.Field(1)) {
			comp := complement{class: c}
			name, comp.weak = strings.CutSuffix(name, "?")
			name, comp.no = strings.CutSuffix(name, "!")
			if err := comp.parse(name); err != nil {
				return line.Errorf("%v", err)
			}
			if e.takes(comp.kind, comp.prep) == nil {
				e.complements = append(e.complements, comp)
			}
		}
	}
	return nil
}

func (c *complement) parse(name string) error {
	if k, ok := kindNames[name]; ok {
		c.kind = k
		return nil
	}
	c.kind = phrasal
	for prefix, k := range map[string]kind{"np-": objectWith, "dat-": addressedOf, "pass-": passiveWith} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			c.kind, name = k, rest
		}
	}
	if name == "" || strings.Contains(name, "-") {
		return fmt.Errorf("no complement is called %q", name)
	}
	c.prep = name
	return nil
}

// find returns the entry of these words, made where there is none, and keeps
// longer entries before shorter ones.
func find(into map[string][]*entry, words []string) *entry {
	list := into[words[0]]
	for _, e := range list {
		if strings.Join(e.rest, " ") == strings.Join(words[1:], " ") {
			return e
		}
	}
	e := &entry{rest: words[1:]}
	at := 0
	for at < len(list) && len(list[at].rest) >= len(e.rest) {
		at++
	}
	list = append(list, nil)
	copy(list[at+1:], list[at:])
	list[at] = e
	into[words[0]] = list
	return e
}
