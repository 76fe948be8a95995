package segment

import (
	"io/fs"
	"strconv"

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
		if err != nil || n <= 0 || n >= len(e.Fields[0]) {
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
func folded[T any](set map[string]T, w string) T {
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
