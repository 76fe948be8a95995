package coref

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// A classSet is a set of classes of bodies: companies, unions, courts.
type classSet uint64

// classes are the lists of classes.txt.
type classes struct {
	bits                  map[string]classSet
	nouns                 map[string]classSet // of a noun: what it takes up
	names                 map[string]classSet // of a word of a name, capitals and all
	whole                 map[string]classSet // of a folded name
	others                map[string]bool     // modifiers that say that another is meant
	open                  classSet            // classes that a name need not show
	generic               map[string]bool     // first words of names that many share
	sides, states, people map[string]bool     // nouns of plurals that take up several
}

// loadClasses reads the lists, and which names of organisations.txt are those
// of companies.
func loadClasses(fsys fs.FS, organisations *lex.File) (*classes, error) {
	f, err := lex.Load(fsys, "classes.txt")
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	c := &classes{bits: map[string]classSet{}, nouns: map[string]classSet{}, names: map[string]classSet{}, whole: map[string]classSet{}}
	for _, e := range f.Section("nouns") {
		c.nouns[e.Fields[0]] = c.set(e.Field(1))
	}
	for _, e := range f.Section("names") {
		c.names[e.Fields[0]] = c.set(e.Field(1))
	}
	for _, e := range organisations.Section("companies") {
		c.whole[foldName(e.Fields[0])] = c.set("company bank")
		for s := range strings.SplitSeq(e.Field(1), "|") {
			c.whole[foldName(s)] = c.set("company bank")
		}
	}
	for _, e := range f.Section("particular") {
		c.whole[foldName(e.Fields[0])] = c.set(e.Field(1))
	}
	c.open = c.set("company union party club charity bloc militia outlet")
	for section, to := range map[string]*map[string]bool{"others": &c.others, "generic": &c.generic, "sides": &c.sides, "states": &c.states, "people": &c.people} {
		if *to, err = f.Set(section); err != nil {
			return nil, fmt.Errorf("coref: %w", err)
		}
	}
	return c, nil
}

// set reads classes parted by spaces.
func (c *classes) set(names string) classSet {
	var s classSet
	for n := range strings.FieldsSeq(names) {
		if c.bits[n] == 0 {
			c.bits[n] = 1 << len(c.bits)
		}
		s |= c.bits[n]
	}
	return s
}

// forBody reports whether a noun is one for bodies and not for people.
func (r *reader) forBody(m int) bool {
	head := r.lemma(r.ms.List[m].Head)
	return r.classes.nouns[head] != 0 && !r.nouns[head]
}

// classOf tells of what classes a cluster with a name can be by the words of
// its names; 0 where they do not tell.
func (r *reader) classOf(k *cluster) classSet {
	switch k.kind {
	case annot.StateMention:
		return r.classes.bits["state"]
	case annot.GroupMention:
		return r.classes.set("militia party army")
	case annot.OutletMention:
		return r.classes.set("outlet")
	}
	for _, x := range k.mentions {
		if r.ms.List[x].Form != record.Named {
			continue
		}
		if s := r.classes.whole[foldName(r.words[x])]; s != 0 {
			return s
		}
		for _, w := range headsOfName(r.words[x]) {
			if s := r.classes.names[w]; s != 0 {
				return s
			}
			if r.firms[w] {
				return r.classes.bits["company"]
			}
		}
	}
	return 0
}

// headsOfName returns the words that can be the noun of a name: the last before
// "of", "for" and the like, and the last.
func headsOfName(name string) []string {
	words := strings.Fields(strings.ReplaceAll(name, "\u00a0", " "))
	var heads []string
	for i, w := range words {
		switch w {
		case "of", "for", "and", "in", "on", "&":
			if i > 0 {
				heads = append(heads, words[i-1])
			}
			if w != "and" && w != "&" {
				return heads
			}
		}
	}
	if len(words) > 0 {
		heads = append(heads, words[len(words)-1])
	}
	return heads
}

// How far back, in sentences, a noun looks for a name of its class: where the
// name shows its class, and where it does not or the noun has modifiers.
const (
	classReach   = 8
	unknownReach = 3
)

// byClass goes from "the carmaker" to the company and from "the country" to the
// state that the sentences before name. Of several the last is inferred; with
// modifiers ("the state oil company") there must be but one.
func (r *reader) byClass(m int, head string) bool {
	want := r.classes.nouns[head]
	state := want == r.classes.bits["state"]
	if want == 0 || !state && r.syn.Child(r.ms.List[m].Head, ud.NmodPoss) != annot.None {
		return false // "his party" can be any
	}
	own := 0
	for w := range r.modifiers(m) {
		if r.classes.others[w] {
			return false
		}
		own++
	}
	if r.ms.List[m].Country != "" && !state && r.several(m) {
		return false // "the French carmaker", of two that may be
	}
	var known, unknown []int
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= classReach; x-- {
		c := r.of[x]
		if c < 0 || slices.Contains(known, c) || slices.Contains(unknown, c) || !r.bearsName(m, c) {
			continue
		}
		near := r.sent[m]-r.sent[x] <= unknownReach
		switch s := r.classOf(&r.clusters[c]); {
		case s&want != 0 && (near || own == 0):
			known = append(known, c)
		case s == 0 && near && want&r.classes.open != 0:
			unknown = append(unknown, c)
		}
	}
	if len(known) == 0 {
		known = unknown
	}
	if len(known) == 0 || len(known) > 3 || own > 0 && len(known) > 1 {
		return false
	}
	r.countTo(m)
	slices.SortStableFunc(known, func(a, b int) int { return r.names[b] - r.names[a] })
	if r.names[known[0]] > 1 && len(known) > 1 && r.names[known[0]] > r.names[known[1]] {
		r.join(m, known[0], "coref/noun-of-class") // whom the report is about
		r.refs[m].Inferred = true
		for _, c := range known[1:] {
			r.refs[m].Alternatives = append(r.refs[m].Alternatives, annot.EntityID(c))
		}
	} else {
		r.takeNearest(m, known, "coref/noun-of-class")
	}
	r.refs[m].Inferred = r.refs[m].Inferred || own > 0
	return true
}

// several reports whether more than one name near m may be that of a body of
// which it is not known where it is from.
func (r *reader) several(m int) bool {
	first := -1
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= unknownReach; x-- {
		c := r.of[x]
		if c < 0 || c == first || !r.clusters[c].named || r.clusters[c].country != "" || len(r.clusters[c].members) > 0 {
			continue
		}
		switch r.clusters[c].kind {
		case annot.OrganisationMention, annot.UnknownMention, annot.PlaceMention, annot.StateMention:
			if first >= 0 {
				return true
			}
			first = c
		}
	}
	return false
}

// bearsName reports whether a cluster has a name that a noun for bodies can
// take up: it is a body or a state, of the country that the noun is said to be
// of, and in no other part of its clause.
func (r *reader) bearsName(m, c int) bool {
	k, row := &r.clusters[c], &r.ms.List[m]
	if !k.named || len(k.members) > 0 || row.Country != "" && k.country != "" && row.Country != k.country {
		return false
	}
	switch k.kind {
	case annot.OrganisationMention, annot.OutletMention, annot.GroupMention, annot.StateMention, annot.UnknownMention:
		return !r.sameClause(m, c)
	}
	return false
}

// onlyLand returns the government that is mentioned before "the government", if
// the report has spoken of its country alone; or -1.
func (r *reader) onlyLand(m int) int {
	if len(r.modifiers(m)) > 0 || !r.ms.List[m].Definite {
		return -1
	}
	if r.lemma(r.ms.List[m].Head) == "administration" { // one of a president alone is called so
		for _, key := range []string{"government:USA", "state:USA"} {
			if c, ok := r.keys[key]; ok && r.before(m, &r.clusters[c]) {
				return c
			}
		}
	}
	found := -1
	for x := m - 1; x >= 0; x-- {
		c := r.of[x]
		if c < 0 || r.clusters[c].country == "" || r.clusters[c].kind == annot.PersonMention {
			continue
		}
		if found >= 0 && r.clusters[found].country != r.clusters[c].country {
			return -1
		}
		if found < 0 || r.clusters[c].kind == annot.GovernmentMention {
			found = c
		}
	}
	if found >= 0 && r.clusters[found].kind != annot.GovernmentMention {
		return -1
	}
	return found
}

// endsIn reports whether a cluster has a name whose noun is the given one.
func (r *reader) endsIn(k *cluster, head string) bool {
	for _, x := range k.mentions {
		if r.ms.List[x].Form != record.Named {
			continue
		}
		for _, w := range headsOfName(r.words[x]) {
			if strings.EqualFold(w, head) {
				return true
			}
		}
	}
	return false
}

// numberIn returns the number that a phrase gives: 0 for none.
func (r *reader) numberIn(m int) int {
	row := &r.ms.List[m]
	first, end := r.seg.Within(row.Span)
	for t := first; t < end && t <= row.Head; t++ {
		switch strings.ToLower(r.seg.Word(t)) {
		case "two", "2", "both", "neither", "either":
			return 2
		case "three", "3":
			return 3
		case "four", "4":
			return 4
		}
		if t < row.Head && r.syn.Words[t].UPOS == ud.NUM {
			return -1
		}
	}
	return 0
}

// shortBodies joins the short forms of a body's name with the one in full:
// "Zorvax" and "Zorvax Bio" with "Zorvax Bio Inc.", "the Front" with "Highland
// Front"; unless two bodies have names that it is short for.
func (r *reader) shortBodies() {
	type full struct {
		words   []string
		cluster int
		heads   []string
	}
	byFirst, byHead := map[string][]full{}, map[string][]full{}
	for m := range r.ms.List {
		row := &r.ms.List[m]
		if row.Form != record.Named || !r.isName(row) || r.of[m] < 0 || row.Kind != annot.OrganisationMention && row.Kind != annot.GroupMention && row.Kind != annot.OutletMention {
			continue
		}
		if words := foldWords(r.nameOf(m)); len(words) > 1 {
			f := full{words, r.of[m], headsOfName(r.words[m])}
			byFirst[words[0]] = append(byFirst[words[0]], f)
			for _, h := range f.heads {
				byHead[h] = append(byHead[h], f)
			}
		}
	}
	for m := range r.ms.List {
		row := &r.ms.List[m]
		if row.Form != record.Named || !r.isName(row) || row.Country != "" || r.of[m] < 0 ||
			row.Kind != annot.OrganisationMention && row.Kind != annot.GroupMention && row.Kind != annot.UnknownMention && (row.Kind == annot.PersonMention || !r.guessed(row)) {
			continue
		}
		words := foldWords(r.nameOf(m))
		var longer []full
		switch {
		case len(words) > 1 || !r.classes.generic[r.words[m]] && r.classes.names[r.words[m]] == 0:
			for _, f := range byFirst[words[0]] {
				if len(f.words) > len(words) && slices.Equal(f.words[:len(words)], words) {
					longer = append(longer, f)
				}
			}
		case len(words) == 1:
			longer = byHead[r.words[m]]
		}
		if c := oneBody(longer, func(f full) ([]string, int) { return f.words, f.cluster }); c >= 0 && c != r.of[m] && len(r.clusters[c].mentions) > 0 {
			r.merge(c, r.of[m])
			for _, fs := range []map[string][]full{byFirst, byHead} {
				for _, list := range fs {
					for i := range list {
						if len(r.clusters[list[i].cluster].mentions) == 0 {
							list[i].cluster = c
						}
					}
				}
			}
		}
	}
}

// oneBody returns the cluster that all names are of, or of which the longest
// name begins with each of them; or -1.
func oneBody[T any](names []T, of func(T) ([]string, int)) int {
	var longest []string
	best := -1
	for _, n := range names {
		if words, c := of(n); len(words) > len(longest) {
			longest, best = words, c
		}
	}
	for _, n := range names {
		if words, c := of(n); c != best && !slices.Equal(longest[:len(words)], words) {
			return -1
		}
	}
	return best
}
