package perceptron

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
)

// Templates is a feature set: a list of combinations of named atoms.
//
// An atom is a number that says one thing of a decision's surroundings, such
// as the hash of a word; zero means that there is nothing to say. A
// combination yields a feature unless its first atom is zero.
type Templates struct {
	text  string
	atoms []uint8  // the combinations' atoms, one after another
	ends  []uint16 // where each combination ends in atoms
}

// ParseTemplates reads combinations, one a line, as names of atoms between
// spaces. Blank lines and what follows "#" are passed over.
func ParseTemplates(names []string, src string) (*Templates, error) {
	t := &Templates{}
	seen := map[string]bool{}
	for line := range strings.Lines(src) {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		key := strings.Join(fields, " ")
		if seen[key] {
			return nil, fmt.Errorf("template %q stands twice", key)
		}
		seen[key] = true
		for _, f := range fields {
			i := slices.Index(names, f)
			if i < 0 || i > 255 {
				return nil, fmt.Errorf("template %q: no atom %q", key, f)
			}
			t.atoms = append(t.atoms, uint8(i))
		}
		t.ends = append(t.ends, uint16(len(t.atoms)))
		t.text += key + "\n"
	}
	return t, nil
}

// Len returns the number of combinations.
func (t *Templates) Len() int { return len(t.ends) }

// Hash identifies the feature set.
func (t *Templates) Hash() uint64 {
	h := fnv.New64a()
	h.Write([]byte(t.text))
	return h.Sum64()
}

// Expand appends the keys of the features that the atoms give.
func (t *Templates) Expand(atoms, keys []uint32) []uint32 {
	start := uint16(0)
	for i, end := range t.ends {
		combo := t.atoms[start:end]
		start = end
		a := atoms[combo[0]]
		if a == 0 {
			continue
		}
		h := Mix(uint64(i+1)<<32 | uint64(a))
		for _, c := range combo[1:] {
			h = Mix(h + uint64(atoms[c]))
		}
		keys = append(keys, uint32(h>>32))
	}
	return keys
}

// Mix scrambles a number so that every bit of it reaches the upper half (a
// multiply and shift from splitmix64, Steele and others 2014).
func Mix(x uint64) uint64 {
	x ^= x >> 29
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 32
	return x * 0x94D049BB133111EB
}
