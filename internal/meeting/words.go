package meeting

import (
	"fmt"
	"io/fs"

	"readout/internal/lex"
	"readout/record"
)

// words are the lists of lexicon/meetings.txt.
type words struct {
	noun, nounOf, nounWith, nounAgain, verb map[string]record.MeetingKind
	set                                     map[string]map[string]bool
	offVerb                                 map[string]string // a verb and the particle with which it calls off
}

// sets are the headings that hold plain words.
var sets = [...]string{"modifier", "other", "hold", "over", "goes-on", "happens", "floated-verb", "floated-noun", "floated-modifier",
	"due-verb", "due-modifier", "held-modifier", "under-way-modifier", "called-off", "another", "before-prep", "after-prep",
	"ordinal", "agenda-noun", "agenda-verb", "agenda-prep", "about-prep", "join", "stay-away", "keep-out",
	"begin", "leave", "open-adjective", "refuse", "room", "not-asked"}

func loadWords(fsys fs.FS) (*words, error) {
	f, err := lex.Load(fsys, "meetings.txt")
	if err != nil {
		return nil, err
	}
	w := &words{set: map[string]map[string]bool{}, offVerb: map[string]string{}}
	for _, k := range []struct {
		name string
		into *map[string]record.MeetingKind
	}{{"noun", &w.noun}, {"noun-of", &w.nounOf}, {"noun-with", &w.nounWith}, {"noun-again", &w.nounAgain}, {"verb", &w.verb}} {
		if *k.into, err = loadKinds(f, k.name); err != nil {
			return nil, err
		}
	}
	off, err := f.Need("called-off-verb")
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	for _, e := range off {
		w.offVerb[e.Fields[0]] = e.Field(1)
	}
	for _, name := range sets {
		if w.set[name], err = f.Set(name); err != nil {
			return nil, fmt.Errorf("meeting: %w", err)
		}
	}
	return w, nil
}

// loadKinds reads a list of lemmas with a kind of meeting each.
func loadKinds(f *lex.File, section string) (map[string]record.MeetingKind, error) {
	list, err := f.Need(section)
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	kinds := make(map[string]record.MeetingKind, len(list))
	for _, e := range list {
		switch k := record.MeetingKind(e.Field(1)); k {
		case record.Summit, record.Talks, record.Round, record.MeetingProper, record.Call, record.Visit, record.Session:
			kinds[e.Fields[0]] = k
		default:
			return nil, e.Errorf("%q is no kind of meeting", e.Field(1))
		}
	}
	return kinds, nil
}

// is reports whether a lemma stands under a heading.
func (w *words) is(heading, lemma string) bool { return w.set[heading][lemma] }
