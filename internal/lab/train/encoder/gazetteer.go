package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/encode"
)

// addListed adds to the vectors' words what lists of facts know of words:
// cities, countries and regions, their people, given and family names.
func (v *Vectors) addListed(data string) error {
	if v.Listed != nil {
		return nil
	}
	bits := map[string]uint8{}
	add := func(name string, bit uint8) {
		for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '\'' }) {
			if r, _ := utf8.DecodeRuneInString(w); len(w) > 2 && unicode.IsUpper(r) {
				bits[encode.Key(w)] |= bit
			}
		}
	}
	person := func(name string) {
		words := strings.Fields(name)
		for i, w := range words {
			if i == len(words)-1 && i > 0 {
				add(w, encode.FamilyBit)
			} else {
				add(w, encode.GivenBit)
			}
		}
	}
	column := func(line, sep string, i int) string {
		if c := strings.Split(line, sep); i < len(c) {
			return c[i]
		}
		return ""
	}
	for _, src := range []struct {
		path string
		line func(string)
	}{
		{"places/cities15000.tsv.gz", func(l string) {
			add(column(l, "\t", 1), encode.CityBit)
			add(column(l, "\t", 2), encode.CityBit)
		}},
		{"places/countryInfo.tsv", func(l string) { add(column(l, "\t", 4), encode.CountryBit) }},
		{"places/regionInfo.tsv", func(l string) { add(column(l, "\t", 2), encode.CountryBit) }},
		{"actors/unga_speakers.tsv.gz", func(l string) { person(column(l, "\t", 4)) }},
		{"actors/reign_leaderlist_2021_03.csv", func(l string) { add(column(l, ",", 3), encode.FamilyBit) }},
		{"actors/ngec/countries.csv", func(l string) {
			if _, people, ok := strings.Cut(l, "\""); ok {
				for p := range strings.SplitSeq(strings.Trim(people, "\""), ",") {
					if !strings.Contains(strings.TrimSpace(p), " ") {
						add(p, encode.PeopleBit)
					}
				}
			}
		}},
		{"actors/us/legislators-current.yaml.gz", func(l string) {
			if name, ok := strings.CutPrefix(strings.TrimSpace(l), "first: "); ok {
				add(name, encode.GivenBit)
			}
			if name, ok := strings.CutPrefix(strings.TrimSpace(l), "last: "); ok {
				add(name, encode.FamilyBit)
			}
		}},
	} {
		if err := eachLine(filepath.Join(data, src.path), src.line); err != nil {
			return err
		}
	}
	if err := demonyms(data, func(s string) { add(s, encode.PeopleBit) }); err != nil {
		return err
	}
	v.merge(bits)
	return nil
}

// merge gives the words their bits and appends those without a vector.
func (v *Vectors) merge(bits map[string]uint8) {
	v.Listed = make([]uint8, len(v.Words))
	for i, w := range v.Words {
		v.Listed[i] = bits[w]
		delete(bits, w)
	}
	var more []string
	for w := range bits {
		more = append(more, w)
	}
	slices.Sort(more)
	for _, w := range more {
		v.Words = append(v.Words, w)
		v.Listed = append(v.Listed, bits[w])
		v.Caps = append(v.Caps, encode.CapsUnknown)
	}
}

// addMet marks the words that the examples have three times or more, and
// appends those that are new.
func (v *Vectors) addMet(s *sets) {
	const least = 3
	count := map[string]int{}
	for _, e := range s.examples {
		for _, w := range e.para.Words {
			count[encode.Key(w)]++
		}
	}
	for i, w := range v.Words {
		if count[w] >= least {
			v.Listed[i] |= encode.MetBit
		}
		delete(count, w)
	}
	var more []string
	for w, n := range count {
		if n >= least {
			more = append(more, w)
		}
	}
	slices.Sort(more)
	for _, w := range more {
		v.Words = append(v.Words, w)
		v.Listed = append(v.Listed, encode.MetBit)
		v.Caps = append(v.Caps, encode.CapsUnknown)
	}
}

func eachLine(path string, do func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("lists: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if l := sc.Text(); !strings.HasPrefix(l, "#") {
			do(l)
		}
	}
	return sc.Err()
}

func demonyms(data string, do func(string)) error {
	b, err := os.ReadFile(filepath.Join(data, "actors", "mledoze_countries.json"))
	if err != nil {
		return fmt.Errorf("lists: %w", err)
	}
	var rows []struct {
		Name    struct{ Common string }
		Demonym string
	}
	if err := json.Unmarshal(b, &rows); err != nil {
		return fmt.Errorf("lists: %w", err)
	}
	for _, r := range rows {
		do(r.Demonym)
	}
	return nil
}

// A namePool holds the names of a training set by class and length, so that
// one can stand in for another: a network that meets every name in many
// places learns the places. Beside them it has names from lists of facts, for
// persons and places that no training text names.
type namePool struct {
	trained map[poolKey][][]string
	classes map[int16]byte // 'p', 'l' or 'o' of the classes that begin a person, a location, an organisation
	lists   *nameLists
}

type poolKey struct {
	class  int16 // that begins the name
	length int
}

// nameLists are names of persons by country, and of places by length.
type nameLists struct {
	countries []people // by code
	places    [4][][]string
	bits      map[string]uint8
}

type people struct {
	code          string
	given, family []string
}

// readNameLists reads the speakers of the General Debate, members of Congress
// and the cities.
func readNameLists(data string, v *Vectors) (*nameLists, error) {
	l := &nameLists{bits: map[string]uint8{}}
	for i, w := range v.Words {
		l.bits[w] = v.Listed[i]
	}
	byCode := map[string]*people{}
	at := func(code string) *people {
		if byCode[code] == nil {
			byCode[code] = &people{code: code}
		}
		return byCode[code]
	}
	first := ""
	for _, src := range []struct {
		path string
		line func(string)
	}{
		{"actors/unga_speakers.tsv.gz", func(line string) {
			if c := strings.Split(line, "\t"); len(c) > 4 && len(c[2]) == 3 {
				at(c[2]).add(strings.Fields(c[4]))
			}
		}},
		{"actors/us/legislators-current.yaml.gz", func(line string) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "first: "); ok {
				first = name
			}
			if name, ok := strings.CutPrefix(line, "last: "); ok {
				at("USA").add([]string{first, name})
			}
		}},
		{"places/cities15000.tsv.gz", func(line string) {
			if c := strings.Split(line, "\t"); len(c) > 4 {
				l.addPlace(strings.Fields(c[1]))
				l.addPlace(strings.Fields(c[2]))
			}
		}},
		{"places/countryInfo.tsv", func(line string) {
			if c := strings.Split(line, "\t"); len(c) > 4 {
				for range 5 {
					l.addPlace(strings.Fields(c[4]))
				}
			}
		}},
	} {
		if err := eachLine(filepath.Join(data, src.path), src.line); err != nil {
			return nil, err
		}
	}
	for _, p := range byCode {
		if len(p.given) > 3 {
			l.countries = append(l.countries, *p)
		}
	}
	slices.SortFunc(l.countries, func(a, b people) int { return strings.Compare(a.code, b.code) })
	return l, nil
}

// add takes the first word of a person's name as given and the last as the
// family's.
func (p *people) add(name []string) {
	if n := len(name); n > 1 && n < 5 {
		if first, last := titled(name[0]), titled(name[n-1]); first != "" && last != "" {
			p.given, p.family = append(p.given, first), append(p.family, last)
		}
	}
}

func (l *nameLists) addPlace(name []string) {
	if len(name) == 0 || len(name) >= len(l.places) {
		return
	}
	for _, w := range name {
		if titled(w) == "" {
			return
		}
	}
	l.places[len(name)] = append(l.places[len(name)], name)
}

// titled returns a word of letters with one capital, or nothing.
func titled(w string) string {
	if utf8.RuneCountInString(w) < 3 {
		return ""
	}
	for i, r := range w {
		if !unicode.IsLetter(r) || i == 0 && !unicode.IsUpper(r) {
			return ""
		}
	}
	if strings.ToUpper(w) == w {
		_, n := utf8.DecodeRuneInString(w)
		w = w[:n] + strings.ToLower(w[n:])
	}
	return w
}

// nameSpan returns the end of the name that begins at i, or i.
func (s *sets) nameSpan(names []int16, i int) int {
	if names[i] <= 0 || !strings.HasPrefix(s.names.list[names[i]], "B-") {
		return i
	}
	j := i + 1
	for j < len(names) && names[j] == names[i]+1 {
		j++
	}
	return j
}

func newNamePool(s *sets, lists *nameLists) *namePool {
	p := &namePool{trained: map[poolKey][][]string{}, classes: map[int16]byte{}, lists: lists}
	for class, kind := range map[string]byte{"B-Person": 'p', "B-Location": 'l', "B-Organization": 'o'} {
		if i, ok := s.names.index[class]; ok && lists != nil {
			p.classes[int16(i)] = kind
		}
	}
	for _, e := range s.examples {
		for i := range e.names {
			if j := s.nameSpan(e.names, i); j > i {
				k := poolKey{e.names[i], j - i}
				p.trained[k] = append(p.trained[k], e.para.Words[i:j])
			}
		}
	}
	return p
}

// swap returns the words of an example with some names replaced by others of
// the same class and length, the same name by the same other.
func (t *trainer) swap(e *example) []string {
	words := append([]string(nil), e.para.Words...)
	done := map[string][]string{}
	for i := range e.names {
		j := t.sets.nameSpan(e.names, i)
		if j == i {
			continue
		}
		old := strings.Join(words[i:j], " ")
		other, met := done[old]
		if !met {
			if t.rng.chance(t.opt.NameSwap) {
				other = t.other(e.names[i], words[i:j])
			}
			done[old] = other
		}
		copy(words[i:j], other)
	}
	return words
}

// other picks a name to stand in for one.
func (t *trainer) other(class int16, name []string) []string {
	l := t.pool.lists
	kind := t.pool.classes[class]
	n := len(name)
	switch {
	case kind == 'p' && n < 4 && t.rng.chance(0.5):
		p := &l.countries[t.rng.below(len(l.countries))]
		out := make([]string, n)
		for i := range out {
			from := p.given
			if i == n-1 && (n > 1 || t.rng.chance(0.8)) {
				from = p.family
			}
			out[i] = from[t.rng.below(len(from))]
			if t.rng.chance(0.15) {
				out[i] = blend(out[i], from[t.rng.below(len(from))])
			}
		}
		return likeCased(out, name)
	case kind == 'l' && n < len(l.places) && t.rng.chance(0.35):
		out := slices.Clone(l.places[n][t.rng.below(len(l.places[n]))])
		if n == 1 && t.rng.chance(0.25) {
			out[0] = blend(out[0], t.place())
		}
		return likeCased(out, name)
	case kind == 'o' && n == 1 && t.rng.chance(0.4):
		return []string{t.body(name[0])}
	case kind == 'o' && n > 1 && t.rng.chance(0.5):
		out := slices.Clone(name)
		for i, w := range out {
			switch {
			case titled(w) == "":
			case l.bits[encode.Key(w)]&(encode.CityBit|encode.CountryBit) != 0 && t.rng.chance(0.7):
				out[i] = t.place()
			case i < n-1 && t.rng.chance(0.15):
				out[i] = blend(t.place(), t.place())
			}
		}
		return likeCased(out, name)
	}
	all := t.pool.trained[poolKey{class, n}]
	return all[t.rng.below(len(all))]
}

// place picks a place of one word.
func (t *trainer) place() string {
	all := t.pool.lists.places[1]
	return all[t.rng.below(len(all))][0]
}

// body makes a name of one word for an organisation: letters for letters, and
// for a word the halves of words of all kinds of names, since those that no
// list has may look like any.
func (t *trainer) body(name string) string {
	const letters = "AABCDEFGHIIJKLMNNOOPPRRSSTTUUVW"
	if strings.ToUpper(name) == name {
		out := []byte(name)
		for i, c := range out {
			if c >= 'A' && c <= 'Z' {
				out[i] = letters[t.rng.below(len(letters))]
			}
		}
		return string(out)
	}
	l := t.pool.lists
	other := t.place()
	if t.rng.chance(0.4) {
		p := &l.countries[t.rng.below(len(l.countries))]
		other = p.family[t.rng.below(len(p.family))]
	}
	if t.rng.chance(0.3) {
		return other
	}
	return blend(other, name)
}

// blend makes a new name of the halves of two.
func blend(a, b string) string {
	x, y := []rune(a), []rune(b)
	return string(x[:(len(x)+1)/2]) + string(y[len(y)/2:])
}

// likeCased puts a name into capitals where the other is.
func likeCased(out, name []string) []string {
	for i, w := range name {
		if len(w) > 4 && strings.ToUpper(w) == w {
			out[i] = strings.ToUpper(out[i])
		}
	}
	return out
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }
