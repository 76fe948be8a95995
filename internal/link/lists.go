package link

import (
	"io/fs"
	"strings"

	"readout/internal/lex"
)

// A nation is what the list knows of a country.
type nation struct {
	name, adjective string
	capitals        []string
}

// A holder is somebody who holds or held an office.
type holder struct {
	of          string // ISO 3166 alpha-3, or the name of an organisation
	surnames    []string
	names       []string // full names, by their spellings
	office      string
	rank        string
	from, until string // ISO 8601, until "" at the end of the list
	list        string
}

type lists struct {
	countries map[string]nation // by alpha-3
	byCapital map[string]string // capital, folded: alpha-3
	byName    map[string]string // name of a country, folded: alpha-3
	bodies    map[string]string // every name of a body: its first
	holders   []holder
	surname   map[string][]int         // folded surname: holders
	shared    map[string]bool          // folded surnames that millions bear
	full      map[string][]int         // folded full name: holders
	own       map[string][]lex.OwnName // the user's own names, by name and alias, folded
}

func loadLists(fsys fs.FS) (*lists, error) {
	l := &lists{countries: map[string]nation{}, byCapital: map[string]string{}, byName: map[string]string{}, bodies: map[string]string{},
		surname: map[string][]int{}, shared: map[string]bool{}, full: map[string][]int{}, own: map[string][]lex.OwnName{}}
	for _, load := range []func(fs.FS) error{l.loadCountries, l.loadBodies, l.loadHolders, l.loadShared, l.loadOwn} {
		if err := load(fsys); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *lists) loadCountries(fsys fs.FS) error {
	f, err := lex.Load(fsys, "countries.txt")
	if err != nil {
		return err
	}
	list, err := f.Need("countries")
	if err != nil {
		return err
	}
	for _, e := range list {
		iso := e.Fields[0]
		n := nation{name: e.Field(1), capitals: split(e.Field(5))}
		n.adjective, _, _ = strings.Cut(e.Field(3), "|")
		if iso == "USA" {
			n.adjective = "US"
		}
		l.countries[iso] = n
		for _, c := range n.capitals {
			l.byCapital[lex.Fold(c)] = iso
		}
		for _, s := range append(split(e.Field(2)), n.name) {
			l.byName[lex.Fold(s)] = iso
		}
	}
	for _, e := range f.Section("blocs") {
		l.bodies[e.Fields[0]] = e.Field(1)
	}
	for _, e := range f.Section("seats") {
		if iso := e.Field(2); len(iso) > 3 {
			l.bodies[e.Fields[0]] = iso
		}
	}
	return nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (l *lists) loadBodies(fsys fs.FS) error {
	f, err := lex.Load(fsys, "organisations.txt")
	if err != nil {
		return err
	}
	for _, section := range []string{"international", "companies", "outlets"} {
		for _, e := range f.Section(section) {
			for _, s := range append(split(e.Field(1)), e.Fields[0]) {
				if _, ok := l.bodies[s]; !ok {
					l.bodies[s] = e.Fields[0]
				}
			}
		}
	}
	return nil
}

func (l *lists) loadShared(fsys fs.FS) error {
	f, err := lex.Load(fsys, "names.txt")
	if err != nil {
		return err
	}
	list, err := f.Need("shared-surnames")
	for _, e := range list {
		l.shared[lex.Fold(e.Fields[0])] = true
	}
	return err
}

func (l *lists) loadHolders(fsys fs.FS) error {
	f, err := lex.Load(fsys, "leaders.txt")
	if err != nil {
		return err
	}
	for _, section := range f.Order {
		for _, e := range f.Section(section) {
			h := holder{of: e.Fields[0], surnames: split(e.Field(1)), names: split(e.Field(2)), office: e.Field(4), rank: e.Field(5),
				from: e.Field(6), until: e.Field(7), list: section}
			i := len(l.holders)
			l.holders = append(l.holders, h)
			for _, s := range h.surnames {
				l.surname[lex.Fold(s)] = append(l.surname[lex.Fold(s)], i)
			}
			for _, s := range h.names {
				l.full[lex.Fold(s)] = append(l.full[lex.Fold(s)], i)
			}
		}
	}
	return nil
}
