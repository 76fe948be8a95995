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
