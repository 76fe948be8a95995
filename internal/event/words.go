package event

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/lex"
	"readout/record"
)

// words are the lists of lexicon/events.txt.
type words struct {
	verb  map[string]record.EventType // by lemma
	pair  map[string]record.EventType // by lemma and the word that must follow
	noun  map[string]record.EventType
	first map[string]bool   // lemmas that begin a pair
	light map[string]string // verbs that do what their noun says, with the particle that must follow
	set   map[string]map[string]bool
	class map[string]map[string]bool // the nouns of each class

	irregular map[string]string // a form and its lemma
	mode      map[string]string // of "protest strike": a root and a word of its deed
}

// What stands in a pair for any party, and for any place, as the object, and
// for any infinitive.
const (
	aParty = "@party"
	aPlace = "@place"
	toDo   = "@do"
)

// classes are the headings of the classes of nouns that stand in a pair as
// "@pressure".
var classes = [...]string{"pressure", "talks", "tie", "captive", "arms", "demand", "force", "goods", "envoy", "way", "protest", "office", "missile", "money", "assault", "offer", "text", "vessel"}

// sets are the headings that hold plain words.
var sets = [...]string{"diction", "answer", "no answer", "private", "wish", "willing", "plan", "likely", "fail", "go on", "vote", "none", "claim", "vow", "oath", "harm", "grim", "thing", "account", "suffered", "with party", "opinion", "built", "with object", "with force", "without object", "without clause", "with future", "drill", "sea", "bid", "measure", "figurative", "idiom", "means", "decision", "age", "worker", "down tools", "announce", "deal", "bond", "comes about", "blow", "anybody", "own act", "near", "hearsay", "amount", "occasion"}

func loadWords(fsys fs.FS) (*words, error) {
	f, err := lex.Load(fsys, "events.txt")
	if err != nil {
		return nil, err
	}
	w := &words{verb: map[string]record.EventType{}, pair: map[string]record.EventType{}, noun: map[string]record.EventType{},
		first: map[string]bool{}, light: map[string]string{}, set: map[string]map[string]bool{}, class: map[string]map[string]bool{}, irregular: map[string]string{}}
	for _, name := range sets {
		if w.set[name], err = f.Set(name); err != nil {
			return nil, fmt.Errorf("event: %w", err)
		}
	}
	for _, name := range classes {
		if w.class[name], err = f.Set("@" + name); err != nil {
			return nil, fmt.Errorf("event: %w", err)
		}
	}
	light, err := f.Need("light")
	if err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	for _, e := range light {
		w.light[e.Fields[0]] = e.Field(1)
	}
	w.mode = map[string]string{}
	for _, e := range f.Section("mode") {
		w.mode[e.Fields[0]] = e.Field(1)
	}
	for _, e := range f.Section("irregular") {
		w.irregular[e.Fields[0]] = e.Field(1)
	}
	for _, root := range roots {
		if err := w.loadRoot(f, root); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// loadRoot reads the verbs and nouns of one root.
func (w *words) loadRoot(f *lex.File, root record.EventType) error {
	heading := strings.ToLower(string(root))
	verbs, err := f.Need(heading)
	if err != nil {
		return fmt.Errorf("event: %w", err)
	}
	for _, e := range verbs {
		into, key := w.verb, e.Fields[0]
		if next := e.Field(1); next != "" {
			w.first[key] = true
			into, key = w.pair, key+" "+next
		}
		if old, ok := into[key]; ok {
			return e.Errorf("%q is coded %s already", key, old)
		}
		into[key] = root
	}
	for _, e := range f.Section(heading + "-noun") {
		if old, ok := w.noun[e.Fields[0]]; ok {
			return e.Errorf("%q is coded %s already", e.Fields[0], old)
		}
		w.noun[e.Fields[0]] = root
	}
	return nil
}

// lemma returns the lemma under which a verb is listed: the tagger's, if it is
// one, else one made from the form, since rare verbs get odd lemmas.
func (w *words) lemma(lemma, form string) string {
	if w.listed(lemma) {
		return lemma
	}
	form = strings.ToLower(form)
	if l, ok := w.irregular[form]; ok {
		return l
	}
	for _, ending := range [...]string{"ed", "ing", "es", "d", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		n := len(stem)
		for _, try := range [...]string{stem, stem + "e", stem[:n-1]} {
			if w.listed(try) && (try != stem[:n-1] || stem[n-1] == stem[n-2]) {
				return try
			}
		}
	}
	return lemma
}

func (w *words) listed(lemma string) bool {
	_, light := w.light[lemma]
	return light || w.first[lemma] || w.verb[lemma] != ""
}

// is reports whether a lemma stands under a heading.
func (w *words) is(heading, lemma string) bool { return w.set[heading][lemma] }

// behindWord returns the root of words that ask for a noun behind them ("call
// off"): for the noun itself, else for its class.
func (w *words) behindWord(before, form, lemma string) (record.EventType, bool) {
	if root, ok := w.pair[before+" "+form]; ok {
		return root, true
	}
	if root, ok := w.pair[before+" "+lemma]; ok {
		return root, true
	}
	for _, name := range classes {
		if !w.class[name][form] && !w.class[name][lemma] {
			continue
		}
		if root, ok := w.pair[before+" @"+name]; ok {
			return root, true
		}
	}
	return "", false
}
