package statement

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"readout/internal/lex"
	"readout/record"
)

// The word lists of this room.
const (
	firmnessFile = "firmness.txt"
	issuesFile   = "issues.txt"
)

// say is the class of cues that leave the firmness to what is attributed. The
// other classes are those of the record.
const say record.Firmness = "say"

// A phrase is an entry of a list: its words, to be compared with the lemmas
// or the forms of tokens.
type phrase struct {
	words []string
	class record.Firmness
	noun  bool  // holds only of a noun
	self  bool  // holds only if the speaker is the subject
	value int32 // of issues: which
}

// phrases are entries by first word, the longest first.
type phrases map[string][]phrase

func (p phrases) add(words string, ph phrase) {
	ph.words = strings.Fields(words)
	p[ph.words[0]] = append(p[ph.words[0]], ph)
}

func (p phrases) sort() {
	for _, list := range p {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
}

// words holds the vocabulary of the room.
type words struct {
	cues    phrases // class of firmness by cue
	content phrases // class of firmness by words inside what is attributed
	modals  phrases
	issues  phrases
	names   []string // of issues

	light, fallible, saying, negation, firstPerson      map[string]bool
	evaluation, talks, meetings                         map[string]bool
	standing, holding, moving, apart, settling          map[string]bool
	vague, speaking, events, addressing, to, hearers    map[string]bool
	anaphors, stative, failing, plain, raising, degrees map[string]bool
	grumbling, gathering                                map[string]bool
	presence                                            phrases // who takes part, by verb
}

// classes are the classes that a section of the list may be named after.
var classes = [...]record.Firmness{
	say, record.Asserted, record.Denied, record.Believed, record.Hoped, record.Feared, record.Desired, record.Possible,
	record.Expected, record.Floated, record.Undecided, record.Insisted, record.Interest, record.Offered, record.Promised,
	record.Agreed, record.RuledOut, record.Demanded, record.Refused, record.Warned, record.Threatened, record.Evaluative,
	record.Unchanged,
}

func loadWords(fsys fs.FS) (*words, error) {
	f, err := lex.Load(fsys, firmnessFile)
	if err != nil {
		return nil, fmt.Errorf("statement: %w", err)
	}
	w := &words{cues: phrases{}, content: phrases{}, modals: phrases{}, issues: phrases{}, presence: phrases{}}
	for _, head := range f.Order {
		if err := w.section(f, head); err != nil {
			return nil, fmt.Errorf("statement: %w", err)
		}
	}
	if err := w.sets(f); err != nil {
		return nil, fmt.Errorf("statement: %w", err)
	}
	for _, e := range f.Section("presence") {
		w.presence.add(e.Fields[0], phrase{})
	}
	if f, err = lex.Load(fsys, issuesFile); err != nil {
		return nil, fmt.Errorf("statement: %w", err)
	}
	for i, name := range f.Order {
		w.names = append(w.names, name)
		for _, e := range f.Section(name) {
			w.issues.add(e.Fields[0], phrase{value: int32(i), noun: e.Field(1) == "noun"})
		}
	}
	for _, p := range []phrases{w.cues, w.content, w.modals, w.issues} {
		p.sort()
	}
	return w, nil
}

// section reads a section that is named after a class, and passes over others.
func (w *words) section(f *lex.File, head string) error {
	kind, name, ok := strings.Cut(head, " ")
	if !ok || kind != "cue" && kind != "content" && kind != "modal" {
		return nil
	}
	class, err := parseClass(name)
	if err != nil {
		return fmt.Errorf("%s: [%s]: %w", f.Name, head, err)
	}
	for _, e := range f.Section(head) {
		ph := phrase{class: class}
		switch x := e.Field(1); {
		case x == "":
		case x == "self" && kind == "content":
			ph.self = true
		default:
			if ph.class, err = parseClass(x); err != nil {
				return e.Errorf("%v", err)
			}
		}
		switch kind {
		case "cue":
			w.cues.add(e.Fields[0], ph)
		case "content":
			w.content.add(e.Fields[0], ph)
		default:
			w.modals.add(e.Fields[0], ph)
		}
	}
	return nil
}

func parseClass(name string) (record.Firmness, error) {
	if i := slices.Index(classes[:], record.Firmness(name)); i >= 0 {
		return classes[i], nil
	}
	return "", fmt.Errorf("%q is no class of firmness", name)
}

func (w *words) sets(f *lex.File) error {
	for _, s := range []struct {
		section string
		set     *map[string]bool
	}{
		{"light", &w.light}, {"fallible", &w.fallible}, {"say so", &w.saying}, {"negation", &w.negation}, {"first person", &w.firstPerson},
		{"evaluation", &w.evaluation}, {"talks", &w.talks}, {"meetings", &w.meetings}, {"standing", &w.standing},
		{"holding", &w.holding}, {"moving", &w.moving}, {"apart", &w.apart}, {"settling", &w.settling},
		{"vague counts", &w.vague}, {"speaking", &w.speaking}, {"speaking events", &w.events}, {"addressing", &w.addressing},
		{"addressing with to", &w.to}, {"hearers", &w.hearers}, {"anaphors", &w.anaphors}, {"stative", &w.stative},
		{"failing", &w.failing}, {"plain saying", &w.plain}, {"raising", &w.raising}, {"degrees", &w.degrees}, {"grumbling", &w.grumbling},
		{"gathering", &w.gathering},
	} {
		set, err := f.Set(s.section)
		if err != nil {
			return err
		}
		*s.set = set
	}
	return nil
}
