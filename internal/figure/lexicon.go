package figure

import (
	"io/fs"
	"strconv"

	"readout/internal/lex"
)

// A bound is what a phrase beside a number does to it.
type bound uint8

const (
	noBound     bound = iota
	lowBound          // "at least": nothing above
	highBound         // "up to": nothing below
	overBound         // "more than": the same without the number itself
	underBound        // "less than"
	approximate       // "about"
	fewTimes          // "several" before a scale
	twoTimes          // "a couple of" before a scale
)

var bounds = map[string]bound{"low": lowBound, "high": highBound, "over": overBound, "under": underBound, "approx": approximate, "few": fewTimes, "two": twoTimes}

// A word is what the list says of a word.
type word struct {
	percent   string
	letters   string // the currency of "US" in "US$"
	code      string // an ISO code written out
	money     string
	parts     float64 // 100 for cents
	nation    string  // the currency that an adjective makes of noun
	noun      string
	place     string // the currency of the country that it speaks of
	measure   string
	per       bool
	label     bool
	street    bool
	change    bool
	ballot    bool
	source    bool
	party     bool
	speech    bool
	pointing  bool
	whole     bool
	stop      bool
	weight    bool // says that pounds are a weight
	pronoun   bool
	takesOver bool // a noun that "over" or "under" may belong to
}

// A vocabulary is figure.txt.
type vocabulary struct {
	words map[string]*word
	signs map[string]string // currency by sign
	front map[string]bound  // phrases before a number, words joined by a space
	back  map[string]bound  // phrases behind it

	shared map[string]string // how a sum of a currency is written that may be another's
}

func (v *vocabulary) add(key string) *word {
	w := v.words[key]
	if w == nil {
		w = &word{}
		v.words[key] = w
	}
	return w
}

// setters fill a word from an entry, by section.
var setters = map[string]func(w *word, e lex.Entry){
	"percent":      func(w *word, e lex.Entry) { w.percent = e.Field(1) },
	"sign-letters": func(w *word, e lex.Entry) { w.letters = e.Field(1) },
	"money":        func(w *word, e lex.Entry) { w.money = e.Field(1) },
	"nationality":  func(w *word, e lex.Entry) { w.nation, w.noun = e.Field(1), e.Field(2) },
	"money-place":  func(w *word, e lex.Entry) { w.place = e.Field(1) },
	"measure":      func(w *word, e lex.Entry) { w.measure = e.Field(1) },
	"per":          func(w *word, _ lex.Entry) { w.per = true },
	"label":        func(w *word, _ lex.Entry) { w.label = true },
	"street":       func(w *word, _ lex.Entry) { w.street = true },
	"change":       func(w *word, _ lex.Entry) { w.change = true },
	"ballot":       func(w *word, _ lex.Entry) { w.ballot = true },
	"source":       func(w *word, _ lex.Entry) { w.source = true },
	"party":        func(w *word, _ lex.Entry) { w.party = true },
	"speech":       func(w *word, _ lex.Entry) { w.speech = true },
	"pointing":     func(w *word, _ lex.Entry) { w.pointing = true },
	"whole":        func(w *word, _ lex.Entry) { w.whole = true },
	"weight":       func(w *word, _ lex.Entry) { w.weight = true },
	"pronoun":      func(w *word, _ lex.Entry) { w.pronoun = true },
	"takes-over":   func(w *word, _ lex.Entry) { w.takesOver = true },
	"stop":         func(w *word, _ lex.Entry) { w.stop = true },
}

func loadVocabulary(fsys fs.FS) (*vocabulary, error) {
	f, err := lex.Load(fsys, "figure.txt")
	if err != nil {
		return nil, err
	}
	v := &vocabulary{words: map[string]*word{}, signs: map[string]string{}, front: map[string]bound{}, back: map[string]bound{}, shared: map[string]string{}}
	for _, name := range f.Order {
		for _, e := range f.Section(name) {
			if err := v.entry(name, e); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

func (v *vocabulary) entry(section string, e lex.Entry) error {
	key := e.Fields[0]
	switch section {
	case "bound", "after":
		b := bounds[e.Field(1)]
		if b == noBound {
			return e.Errorf("unknown bound %q", e.Field(1))
		}
		if section == "bound" {
			v.front[key] = b
		} else {
			v.back[key] = b
		}
		return nil
	case "shared":
		v.shared[key] = e.Field(1)
		return nil
	case "sign":
		v.signs[key] = e.Field(1)
		return nil
	case "code":
		v.add(key).code = e.Field(1)
		if e.Field(1) == "" {
			v.add(key).code = upper(key)
		}
		return nil
	}
	set := setters[section]
	if set == nil {
		return e.Errorf("unknown section [%s]", section)
	}
	w := v.add(key)
	set(w, e)
	if section == "money" && e.Field(2) != "" {
		n, err := strconv.ParseFloat(e.Field(2), 64)
		if err != nil || n <= 0 {
			return e.Errorf("%q is no number of parts", e.Field(2))
		}
		w.parts = n
	}
	return nil
}

func upper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// isChange reports whether a lemma is one of change.
func (v *vocabulary) isChange(lemma string) bool {
	w := v.words[lemma]
	return w != nil && w.change
}
