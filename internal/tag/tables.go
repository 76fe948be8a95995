package tag

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/ml/pack"
	"readout/internal/ud"
)

// Tables are the treebanks' forms whose features or lemmas the class and the
// rules do not give.
type Tables struct {
	Feats  map[FormClass]ud.Feats
	Lemmas map[FormClass]string
	Bases  map[string]bool // base forms, to tell "hoping" from "hopping"
}

// A FormClass is a form with the class it stood in.
type FormClass struct {
	Form  uint32 // by wordform.Hash
	Class int32
}

func (t *Tables) write(p *pack.Writer) {
	var keys []FormClass
	for k := range t.Feats {
		keys = append(keys, k)
	}
	writeKeys(p, keys)
	feats := make([]uint64, len(keys))
	for i, k := range keys {
		feats[i] = uint64(t.Feats[k])
	}
	p.Uint64s(feats)
	keys = keys[:0]
	for k := range t.Lemmas {
		keys = append(keys, k)
	}
	writeKeys(p, keys)
	lemmas := make([]string, len(keys))
	for i, k := range keys {
		lemmas[i] = t.Lemmas[k]
	}
	p.String(strings.Join(lemmas, "\n"))
	var bases []string
	for b := range t.Bases {
		bases = append(bases, b)
	}
	slices.Sort(bases)
	p.String(strings.Join(bases, "\n"))
}

// writeKeys sorts and writes keys.
func writeKeys(p *pack.Writer, keys []FormClass) {
	slices.SortFunc(keys, func(a, b FormClass) int {
		if a.Form != b.Form {
			if a.Form < b.Form {
				return -1
			}
			return 1
		}
		return int(a.Class - b.Class)
	})
	flat := make([]uint32, 0, 2*len(keys))
	for _, k := range keys {
		flat = append(flat, k.Form, uint32(k.Class))
	}
	p.Uint32s(flat)
}

func readTables(p *pack.Reader) (*Tables, error) {
	fk, feats := p.Uint32s(), p.Uint64s()
	lk, lemmas, bases := p.Uint32s(), strings.Split(p.String(), "\n"), strings.Split(p.String(), "\n")
	if len(fk) != 2*len(feats) || len(lk) != 2*len(lemmas) {
		return nil, fmt.Errorf("form tables are damaged")
	}
	t := &Tables{
		Feats:  make(map[FormClass]ud.Feats, len(feats)),
		Lemmas: make(map[FormClass]string, len(lemmas)),
		Bases:  make(map[string]bool, len(bases)),
	}
	for i, f := range feats {
		t.Feats[FormClass{fk[2*i], int32(fk[2*i+1])}] = ud.Feats(f)
	}
	for i, l := range lemmas {
		t.Lemmas[FormClass{lk[2*i], int32(lk[2*i+1])}] = l
	}
	for _, b := range bases {
		t.Bases[b] = true
	}
	return t, nil
}
