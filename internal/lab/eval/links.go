package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/engine"
	"readout/internal/lab/corpus"
	"readout/internal/lex"
	"readout/internal/text"
)

// CountryKey says of names of countries, nationalities and capitals of which
// country they are, by a list that the program does not read
// (mledoze/countries). A name of several countries is in none of the maps.
type CountryKey struct {
	sorts [3]map[string]keyName // by linkSorts; folded
}

// A keyName is a name as written, with its country by ISO 3166 alpha-3; none
// where several share it.
type keyName struct {
	words, iso string
}

// ReadCountryKey reads the key from the data folder.
func ReadCountryKey(data string) (*CountryKey, error) {
	path := filepath.Join(data, "actors", "mledoze_countries.json")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []struct {
		Name    struct{ Common, Official string }
		CCA3    string
		Capital []string
		Demonym string
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	k := &CountryKey{}
	for i := range k.sorts {
		k.sorts[i] = map[string]keyName{}
	}
	for _, c := range list {
		if c.CCA3 == "UNK" {
			c.CCA3 = "XKX" // Kosovo: both codes are of private use
		}
		k.add(0, c.Name.Common, c.CCA3)
		k.add(0, c.Name.Official, c.CCA3)
		k.add(1, c.Demonym, c.CCA3)
		for _, s := range c.Capital {
			k.add(2, s, c.CCA3)
		}
	}
	return k, nil
}

func (k *CountryKey) add(sort int, words, iso string) {
	name := lex.Fold(words)
	if old, ok := k.sorts[sort][name]; ok && old.iso != iso {
		iso = ""
	}
	if name != "" {
		k.sorts[sort][name] = keyName{words, iso}
	}
}

// Of returns the country of a name, or "", and which sort of name it is.
func (k *CountryKey) Of(name string) (iso string, sort int) {
	name = strings.TrimPrefix(lex.Fold(name), "the ")
	for i, m := range k.sorts {
		if n := m[name]; n.iso != "" {
			return n.iso, i
		}
	}
	return "", -1
}

// LinkScores counts names of countries, nationalities and capitals: Right are
// those that the program gives the country of the key.
type LinkScores struct {
	Sorts [3]Tally // by linkSorts
	Wrong []string
}

var linkSorts = [...]string{"names", "nationalities", "capitals"}

// Add scores one name of a report.
func (s *LinkScores) Add(d *annot.Document, sp annot.Span, iso string, sort int) {
	t := &s.Sorts[sort]
	t.Gold++
	said := linkedCountry(d, sp)
	if said != "" {
		t.Said++
	}
	if said == iso {
		t.Right++
	} else {
		s.Wrong = append(s.Wrong, fmt.Sprintf("%s: %q, not %s", d.Text.Slice(sp), said, iso))
	}
}

// linkedCountry returns the country that the program links a name to, or "".
func linkedCountry(d *annot.Document, sp annot.Span) string {
	if d.Mentions == nil {
		return ""
	}
	m := d.Mentions.At(sp)
	if m == annot.None {
		return ""
	}
	if e := d.Entities.Of(m); e != annot.None && d.Links.Entities[e].Country != "" {
		return d.Links.Entities[e].Country
	}
	return d.Mentions.List[m].Country
}

// scoreLinks scores the names of the key in running text, and each name of it
// in a sentence of its own.
func scoreLinks(b *bench) ([]Line, error) {
	key, err := ReadCountryKey(b.data)
	if err != nil {
		return nil, err
	}
	docs, err := corpus.ReadWorldwide(b.data, "dev")
	if err != nil {
		return nil, err
	}
	var s LinkScores
	for _, doc := range docs {
		d := b.engine.Annotate(annot.Source{}, doc.Text)
		for _, n := range doc.Names {
			if c := nameClass(n.Class); c != 2 && c != 3 {
				continue
			}
			if iso, sort := key.Of(doc.Text.Slice(n.Span)); iso != "" {
				s.Add(d, n.Span, iso, sort)
			}
		}
	}
	var out []Line
	for i, sort := range linkSorts {
		out = append(out, scored("worldwide dev country of "+sort, s.Sorts[i]))
	}
	all := key.frames(b.engine)
	for i, sort := range linkSorts {
		out = append(out, scored("all countries, country of "+sort, all.Sorts[i]))
	}
	return out, nil
}

// countryFrames are the sentences in which each name of the key is tried, by
// sort.
var countryFrames = [3]string{"Negotiators from % met the mediators on Monday.", "The % government wants the talks to resume.", "Officials in % said on Monday that the draft was ready."}

// frames scores every name of the key in a sentence of its own.
func (k *CountryKey) frames(e *engine.Engine) *LinkScores {
	var s LinkScores
	for i, m := range k.sorts {
		before, behind, _ := strings.Cut(countryFrames[i], "%")
		for _, name := range slices.Sorted(maps.Keys(m)) {
			n := m[name]
			if n.iso == "" {
				continue
			}
			d := e.Annotate(annot.Source{}, text.New(before+n.words+behind+padding))
			s.Add(d, annot.Span{Start: len(before), End: len(before) + len(n.words)}, n.iso, i)
		}
	}
	return &s
}
