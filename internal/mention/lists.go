package mention

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
)

// A class says which list a name stands in.
type class uint8

const (
	noClass     class = iota
	country           // a country or territory
	capital           // its seat of government, as a city
	seat              // a building or street that stands for a government
	listedOrg         // a body by name
	listedPlace       // a region, a state of a federation
	nationality       // "French"
	people            // "Frenchmen", "Kurds"
	peopleAdj         // "Kurdish", "European": no country's
)

// A listing is what the lists know of a name.
type listing struct {
	class   class
	kind    annot.MentionKind
	country string // ISO 3166 alpha-3, or empty
	own     bool   // from the user's own names
	gender  annot.Gender
}

// An office is a title, an office or a rank.
type office struct {
	gender  annot.Gender
	address bool // stands only before a name: "Mr", "Gen."
}

// A role is a noun for people or for a body.
type role struct {
	kind   annot.MentionKind
	gender annot.Gender
	plural bool // the form is a plural
	both   bool // the form is singular and plural
}

// lists are the word lists that the room reads.
type lists struct {
	names    lex.Phrases // values index listings
	listings []listing
	offices  lex.Phrases // values index ranks; case does not count
	ranks    []office

	gazetteer *lex.Table

	audiences                                    map[string]bool // nouns for occasions and channels
	roles                                        map[string]role // by lower-case form, singular and plural
	given                                        map[string]annot.Gender
	alsoGiven                                    map[string]annot.Gender // given names that are no sign of a person, but tell the gender of one
	weakGiven, familyFirst                       map[string]bool
	orgHeads                                     map[string]annot.MentionKind
	orgLeading, suffixes, placeHeads, placeFirst map[string]bool
	trades                                       map[string]bool // words for a trade that name a firm behind an adjective of nationality
	openingNouns                                 map[string]bool // nouns that begin a sentence before another noun and are no names there
	namesToo                                     map[string]bool // offices that are given names too
	venues, particles, others, noNames           map[string]bool
	speakerVerbs, personVerbs                    map[string]bool
	claimVerbs, claimVerbsOfOne                  map[string]bool
	motion, uponPlace, ofPlace                   map[string]bool
	placeNouns, powerNouns, behindHyphen         map[string]bool
	documents, stateNouns                        map[string]bool
	companyNouns, companyVerbs, businessNouns    map[string]bool
	bodyVerbs                                    map[string]bool // of whoever is no person where it is "it"
	leaders                                      map[string]bool
	irregular                                    map[string]string // forms of verbs: the lemma
}

func loadLists(fsys fs.FS) (*lists, error) {
	l := &lists{roles: map[string]role{}, given: map[string]annot.Gender{}, orgHeads: map[string]annot.MentionKind{}, leaders: map[string]bool{}, irregular: map[string]string{}}
	l.offices.Fold = true
	var err error
	if l.gazetteer, err = lex.OpenTable(fsys, "gazetteer.txt"); err != nil {
		return nil, fmt.Errorf("mention: %w", err)
	}
	for _, load := range []func(fs.FS) error{l.loadOwn, l.loadCountries, l.loadOrganisations, l.loadPlaces, l.loadTitles, l.loadGiven, l.loadNames, l.loadLeaders} {
		if err := load(fsys); err != nil {
			return nil, fmt.Errorf("mention: %w", err)
		}
	}
	return l, nil
}

func (l *lists) name(words string, c class, k annot.MentionKind, iso string) {
	if words == "" {
		return
	}
	l.names.Add(words, int32(len(l.listings)))
	l.listings = append(l.listings, listing{class: c, kind: k, country: iso})
}

// loadOwn reads the user's own names. They come first, so that they win.
func (l *lists) loadOwn(fsys fs.FS) error {
	own, err := lex.OwnNames(fsys)
	if err != nil {
		return err
	}
	for _, n := range own {
		x := listing{class: listedOrg, kind: mentionKind(n.Kind), country: n.Country, own: true, gender: gender(n.Gender)}
		switch n.Kind {
		case "person":
			x.class = noClass
		case "state":
			x.class = country
		case "place":
			x.class, x.kind = listedPlace, annot.PlaceMention
		}
		for _, s := range append([]string{n.Name}, n.Aliases...) {
			l.names.Add(s, int32(len(l.listings)))
			l.listings = append(l.listings, x)
		}
	}
	return nil
}

// each calls f for the pieces of a field that are parted by "|".
func each(field string, f func(string)) {
	for s := range strings.SplitSeq(field, "|") {
		if s != "" {
			f(s)
		}
	}
}

func (l *lists) loadCountries(fsys fs.FS) error {
	f, err := lex.Load(fsys, "countries.txt")
	if err != nil {
		return err
	}
	for _, e := range f.Section("blocs") { // first: "Brussels" is the Union's before it is Belgium's
		l.name(e.Fields[0], capital, annot.PlaceMention, "")
	}
	for _, e := range f.Section("countries") {
		iso := e.Fields[0]
		state := func(s string) { l.name(s, country, annot.StateMention, iso) }
		state(e.Field(1))
		each(e.Field(2), state)
		each(e.Field(3), func(s string) { l.name(s, nationality, annot.StateMention, iso) })
		each(e.Field(4), func(s string) { l.name(s, people, annot.GroupMention, iso) })
		each(e.Field(5), func(s string) { l.name(s, capital, annot.PlaceMention, iso) })
	}
	for _, e := range f.Section("seats") {
		kind, iso := annot.GovernmentMention, e.Field(2)
		if len(iso) != 3 {
			iso = ""
		}
		c := seat
		switch e.Field(3) {
		case "organisation":
			kind = annot.OrganisationMention
		case "body":
			kind, c = annot.OrganisationMention, listedOrg
		case "place":
			kind, c = annot.PlaceMention, listedPlace
		}
		add := func(s string) { l.name(s, c, kind, iso) }
		add(e.Fields[0])
		each(e.Field(1), add)
	}
	return nil
}

// mentionKind reads a kind as the lists write it.
func mentionKind(s string) annot.MentionKind {
	switch s {
	case "person":
		return annot.PersonMention
	case "government":
		return annot.GovernmentMention
	case "state":
		return annot.StateMention
	case "group":
		return annot.GroupMention
	case "outlet":
		return annot.OutletMention
	}
	return annot.OrganisationMention
}

func (l *lists) loadOrganisations(fsys fs.FS) error {
	f, err := lex.Load(fsys, "organisations.txt")
	if err != nil {
		return err
	}
	for _, section := range []string{"international", "companies", "outlets"} {
		for _, e := range f.Section(section) {
			kind := mentionKind(e.Field(2))
			if section == "outlets" {
				kind = annot.OutletMention
			}
			l.name(e.Fields[0], listedOrg, kind, "")
			each(e.Field(1), func(s string) { l.name(s, listedOrg, kind, "") })
		}
	}
	for _, e := range f.Section("heads") {
		l.orgHeads[e.Fields[0]] = mentionKind(e.Field(1))
	}
	for _, e := range f.Section("nouns") {
		l.addRole(e.Fields[0], e.Field(2), role{kind: mentionKind(e.Field(1))})
	}
	return setsOf(f, map[string]*map[string]bool{"leading": &l.orgLeading, "suffixes": &l.suffixes, "trades": &l.trades})
}

func (l *lists) loadPlaces(fsys fs.FS) error {
	f, err := lex.Load(fsys, "places.txt")
	if err != nil {
		return err
	}
	for _, e := range f.Section("regions") {
		l.name(e.Fields[0], listedPlace, annot.PlaceMention, "")
		each(e.Field(1), func(s string) { l.name(s, peopleAdj, annot.StateMention, "") })
	}
	for _, e := range f.Section("states") {
		l.name(e.Fields[0], listedPlace, annot.PlaceMention, "USA")
		l.name(e.Field(1), listedPlace, annot.PlaceMention, "USA")
	}
	return setsOf(f, map[string]*map[string]bool{"heads": &l.placeHeads, "leading": &l.placeFirst, "venues": &l.venues})
}

func (l *lists) loadTitles(fsys fs.FS) error {
	f, err := lex.Load(fsys, "titles.txt")
	if err != nil {
		return err
	}
	for _, section := range []string{"honorifics", "ranks", "offices"} {
		for _, e := range f.Section(section) {
			g := gender(e.Field(1))
			l.offices.Add(e.Fields[0], int32(len(l.ranks)))
			l.ranks = append(l.ranks, office{g, section != "offices"})
			if section == "offices" && !strings.Contains(e.Fields[0], " ") {
				l.addRole(e.Fields[0], "", role{kind: annot.PersonMention, gender: g})
			}
		}
	}
	for _, e := range f.Section("roles") {
		l.addRole(e.Fields[0], e.Field(2), role{kind: annot.PersonMention, gender: gender(e.Field(1))})
	}
	if l.audiences, err = f.Set("audiences"); err != nil {
		return err
	}
	for _, e := range f.Section("groups") {
		l.addRole(e.Fields[0], "", role{kind: annot.GroupMention})
	}
	return nil
}

func gender(s string) annot.Gender {
	switch s {
	case "m":
		return annot.Masculine
	case "f":
		return annot.Feminine
	}
	return annot.UnknownGender
}

// addRole adds a noun with its plural. The first to add a form keeps it.
func (l *lists) addRole(noun, plural string, r role) {
	last := noun[strings.LastIndexAny(noun, " -")+1:]
	if plural == "" {
		plural = pluralOf(last)
	}
	if _, ok := l.roles[last]; !ok {
		r.both = plural == last
		l.roles[last] = r
	}
	if _, ok := l.roles[plural]; !ok {
		r.plural = true
		l.roles[plural] = r
	}
}

// pluralOf forms a regular plural. Words that are plural already stay.
func pluralOf(s string) string {
	n := len(s)
	switch {
	case strings.HasSuffix(s, "men"), strings.HasSuffix(s, "ies"), strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us"):
		return s
	case strings.HasSuffix(s, "ss"), strings.HasSuffix(s, "us"), strings.HasSuffix(s, "sh"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "x"):
		return s + "es"
	case strings.HasSuffix(s, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(s[n-2])):
		return s[:n-1] + "ies"
	}
	return s + "s"
}

func (l *lists) loadGiven(fsys fs.FS) error {
	f, err := lex.Load(fsys, "firstnames.txt")
	if err != nil {
		return err
	}
	l.weakGiven, l.familyFirst = map[string]bool{}, map[string]bool{}
	for _, e := range f.Section("men") {
		for _, n := range e.Fields {
			l.given[n] = annot.Masculine
		}
	}
	for _, e := range f.Section("women") {
		for _, n := range e.Fields {
			l.given[n] = annot.Feminine
		}
	}
	for _, e := range f.Section("both") {
		for _, n := range e.Fields {
			l.given[n] = annot.UnknownGender
		}
	}
	for _, e := range f.Section("also-words") {
		for _, n := range e.Fields {
			l.weakGiven[n] = true
		}
	}
	if l.namesToo, err = f.Set("also-offices"); err != nil {
		return err
	}
	l.alsoGiven = map[string]annot.Gender{}
	for section, g := range map[string]annot.Gender{"gender-men": annot.Masculine, "gender-women": annot.Feminine} {
		for _, e := range f.Section(section) {
			for _, n := range e.Fields {
				l.alsoGiven[n] = g
			}
		}
	}
	for _, e := range f.Section("family-first") {
		for _, n := range e.Fields {
			l.familyFirst[n] = true
		}
	}
	return nil
}

func (l *lists) loadNames(fsys fs.FS) error {
	f, err := lex.Load(fsys, "names.txt")
	if err != nil {
		return err
	}
	for _, e := range f.Section("peoples") {
		l.name(e.Fields[0], peopleAdj, annot.GroupMention, "")
		for i := 1; i < len(e.Fields); i++ {
			l.name(e.Fields[i], people, annot.GroupMention, "")
		}
	}
	for _, section := range []string{"speaker-verbs", "person-verbs", "motion", "upon-place", "of-place"} {
		for _, e := range f.Section(section) {
			for _, form := range e.Fields[1:] {
				l.irregular[form] = e.Fields[0]
			}
		}
	}
	return setsOf(f, map[string]*map[string]bool{
		"particles": &l.particles, "others": &l.others, "no-names": &l.noNames, "opening-nouns": &l.openingNouns,
		"speaker-verbs": &l.speakerVerbs, "person-verbs": &l.personVerbs,
		"claim-verbs": &l.claimVerbs, "claim-verbs-of-one": &l.claimVerbsOfOne,
		"motion": &l.motion, "upon-place": &l.uponPlace, "of-place": &l.ofPlace,
		"place-nouns": &l.placeNouns, "power-nouns": &l.powerNouns, "behind-hyphen": &l.behindHyphen, "documents": &l.documents, "state-nouns": &l.stateNouns,
		"company-nouns": &l.companyNouns, "company-verbs": &l.companyVerbs, "body-verbs": &l.bodyVerbs, "business-nouns": &l.businessNouns,
	})
}

// loadLeaders reads the surnames of those who hold or held an office: they are
// evidence that a name is a person's, and nothing more.
func (l *lists) loadLeaders(fsys fs.FS) error {
	f, err := lex.Load(fsys, "leaders.txt")
	if err != nil {
		return err
	}
	for _, section := range f.Order {
		for _, e := range f.Section(section) {
			each(e.Field(1), func(s string) { l.leaders[s] = true })
		}
	}
	return nil
}

func setsOf(f *lex.File, want map[string]*map[string]bool) error {
	for name, into := range want {
		set, err := f.Set(name)
		if err != nil {
			return err
		}
		*into = set
	}
	return nil
}
