package coref

import (
	"slices"
	"strings"
	"unicode"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/record"
)

// A person is a cluster with the fullest name it has, as folded words.
type person struct {
	cluster int
	words   []string
	titles  []string // folded words of its titles
	past    []string // and of those that it had
	kin     bool     // the report introduces it as somebody's relative
}

// named places the mentions by name: people with a full name first, so that a
// surname that comes before it in a headline finds it too.
func (r *reader) named() {
	for m := range r.ms.List {
		if row := &r.ms.List[m]; r.isName(row) && row.Kind == annot.PersonMention && strings.ContainsAny(r.nameOf(m), " \u00a0") {
			r.fullName(m)
		}
	}
	r.markKin()
	for m := range r.ms.List {
		row := &r.ms.List[m]
		if r.of[m] >= 0 || !r.isName(row) {
			continue
		}
		switch {
		case row.Kind == annot.PersonMention:
			r.shortName(m)
		case row.By != "mention/adjective-of-a-name":
			r.otherName(m)
		}
	}
	for m := range r.ms.List {
		if r.of[m] < 0 && r.ms.List[m].By == "mention/adjective-of-a-name" {
			r.otherName(m)
		}
	}
	r.abbreviations()
	r.shortBodies()
}

// nameOf returns the name that a mention is known by: its words, or the name
// in full for which the user's own list has them as an alias.
func (r *reader) nameOf(m int) string {
	if r.ms.List[m].By == "mention/own-name" {
		if name, ok := r.own[foldName(r.words[m])]; ok {
			return name
		}
	}
	return r.words[m]
}

func (r *reader) isName(row *annot.Mention) bool {
	if row.By == "mention/document-of-issuer" {
		return false
	}
	return len(row.Members) == 0 && (row.Form == record.Named || row.Form == record.Metonym || row.Form == record.Adjectival)
}

// fullName places a name of several words.
func (r *reader) fullName(m int) {
	words := foldWords(r.nameOf(m))
	for i := range r.people {
		p := &r.people[i]
		if sameFull(p.words, words) && r.agree(m, p.cluster) {
			r.join(m, p.cluster, "coref/same-name")
			if len(words) > len(p.words) {
				p.words = words
			}
			r.addTitles(p, m)
			return
		}
	}
	r.person(m, words, "coref/full-name")
}

// sameFull reports whether two full names can be one person's: the same last
// word, and one's other words among the other's, an initial for its name.
func sameFull(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if x, y := initials(a), initials(b); x > 0 && y > 0 && x != y {
		return false // "George H. W. Bush" is not "George W. Bush"
	}
	if a[len(a)-1] != b[len(b)-1] {
		return slices.Equal(a, b[:len(a)]) && len(a) >= 2 // "Mohammed bin Salman" and more
	}
	j := 0
	for _, w := range a[:len(a)-1] {
		for j < len(b)-1 && b[j] != w && !strings.HasPrefix(b[j], initialOf(w)) && !strings.HasPrefix(w, initialOf(b[j])) {
			j++
		}
		if j == len(b)-1 {
			return false
		}
		j++
	}
	return true
}

// initials counts the words of one letter.
func initials(words []string) int {
	n := 0
	for _, w := range words {
		if len(w) == 1 {
			n++
		}
	}
	return n
}

// initialOf returns the letter of an initial, or a string that no name begins
// with.
func initialOf(w string) string {
	if len(w) == 1 {
		return w
	}
	return "\x00"
}

// shortName places a single name: it goes with the one person whose surname or
// given name it is. Where several are, the last one mentioned is inferred.
func (r *reader) shortName(m int) {
	words := foldWords(r.nameOf(m))
	var fits []int
	for _, asSurname := range []bool{true, false} {
		for i := range r.people {
			p := &r.people[i]
			if asSurname != hasSuffix(p.words, words) || !asSurname && p.words[0] != words[0] {
				continue
			}
			if len(words) == 1 || asSurname {
				if r.agree(m, p.cluster) && !r.within(m, p.cluster) {
					fits = append(fits, i)
				}
			}
		}
		if len(fits) > 0 {
			break
		}
	}
	if len(fits) == 0 && len(words) == 1 {
		fits = r.firstSurname(m, words[0])
	}
	if len(fits) > 1 {
		fits = r.sameTitle(m, fits)
	}
	if len(fits) > 1 {
		fits = r.bySaid(m, r.bare(m, fits))
	}
	fits = r.noKin(m, fits)
	switch len(fits) {
	case 0:
		r.person(m, words, "coref/name")
	case 1:
		p := &r.people[fits[0]]
		r.join(m, p.cluster, "coref/surname")
		r.addTitles(p, m)
	default:
		r.nearestOf(m, fits)
	}
}

// person makes a person of a name.
func (r *reader) person(m int, words []string, by annot.By) {
	p := person{cluster: r.fresh(m, by), words: words}
	r.addTitles(&p, m)
	r.people = append(r.people, p)
}

// firstSurname returns the people of three words or more whose last word but
// one is the name: of two surnames the first is the one that is used alone.
func (r *reader) firstSurname(m int, name string) []int {
	var fits []int
	for i := range r.people {
		p := &r.people[i]
		if n := len(p.words); n >= 3 && len(name) > 2 && p.words[n-2] == name && r.agree(m, p.cluster) {
			fits = append(fits, i)
		}
	}
	return fits
}

// sameTitle keeps the people who share a word of title with the mention, if
// any do.
func (r *reader) sameTitle(m int, fits []int) []int {
	var keep []int
	for _, i := range fits {
		for _, w := range r.titleWords(m) {
			if slices.Contains(r.people[i].titles, w.word) {
				keep = append(keep, i)
				break
			}
		}
	}
	if len(keep) > 0 {
		return keep
	}
	return fits
}

// nearestOf places a name that several people share with the one mentioned
// last before it.
func (r *reader) nearestOf(m int, fits []int) {
	best, at := -1, -1
	for _, i := range fits {
		last := -1
		for _, x := range r.clusters[r.people[i].cluster].mentions {
			if x < m {
				last = max(last, x)
			}
		}
		if last > at {
			best, at = i, last
		}
	}
	if best < 0 {
		best = fits[0]
	}
	r.join(m, r.people[best].cluster, "coref/shared-surname")
	r.refs[m].Inferred = true
	for _, i := range fits {
		if i != best {
			r.refs[m].Alternatives = append(r.refs[m].Alternatives, annot.EntityID(r.people[i].cluster))
		}
	}
}

// agree reports whether a mention can belong to a cluster by gender.
func (r *reader) agree(m, c int) bool {
	return compatible(r.ms.List[m].Gender, r.clusters[c].gender)
}

func compatible(a, b annot.Gender) bool {
	return a == b || a == annot.UnknownGender || b == annot.UnknownGender
}

// addTitles adds the words of the titles of a mention to those of its person.
func (r *reader) addTitles(p *person, m int) {
	for _, w := range r.titleWords(m) {
		if w.past {
			p.past = append(p.past, w.word)
		} else {
			p.titles = append(p.titles, w.word)
		}
	}
}

// A titleWord is a word of a title, and whether the title was once held.
type titleWord struct {
	word string
	past bool
}

func (r *reader) titleWords(m int) []titleWord {
	var out []titleWord
	for _, t := range r.ms.List[m].Titles {
		words := r.seg.Text.Slice(t)
		for _, s := range []string{"'s ", "’s ", "' ", "’ "} { // "general's deputy" is no general
			if i := strings.LastIndex(words, s); i >= 0 {
				words = words[i+len(s):]
			}
		}
		list := foldWords(words)
		past := slices.Contains(list, "former") || slices.Contains(list, "ex")
		for _, w := range list {
			out = append(out, titleWord{w, past})
		}
	}
	return out
}

// otherName places the name of a state, a body or a place. A state's
// adjectives go with it, and a capital that speaks goes with its government;
// ground and state are apart.
func (r *reader) otherName(m int) {
	row := &r.ms.List[m]
	key := ""
	if row.By == "mention/adjective-of-a-name" {
		if c := r.adjectiveOf(r.words[m]); c >= 0 {
			r.join(m, c, "coref/adjective-of-name")
			return
		}
	}
	switch {
	case row.Country != "" && row.Kind == annot.StateMention && row.By != "mention/region-as-actor":
		key = "state:" + row.Country
	case row.Country != "" && row.Kind == annot.GovernmentMention && row.By == "mention/capital-as-government":
		key = "government:" + row.Country
	case row.Kind == annot.PlaceMention:
		key = "place:" + foldName(r.words[m])
	case row.Kind == annot.OtherMention && row.Form == record.Adjectival:
		key = "adjective:" + foldName(r.words[m]) // nobody's
	default:
		key = "name:" + foldName(r.nameOf(m))
	}
	if c, ok := r.keys[key]; ok {
		r.join(m, c, "coref/same-name")
		return
	}
	r.keys[key] = r.fresh(m, "coref/name")
}

// adjectiveOf returns the cluster of a state or place of which no list knows
// the adjective, told by its beginning: "Lorvian" of Lorvia; or -1.
func (r *reader) adjectiveOf(adjective string) int {
	a := foldName(adjective)
	stem := ""
	for _, end := range []string{"ian", "ean", "an", "n", "ese", "ish", "ic", "i"} {
		if strings.HasSuffix(a, end) && len(a)-len(end) >= 4 {
			stem = a[:len(a)-len(end)]
			break
		}
	}
	if stem == "" {
		return -1
	}
	for c := range r.clusters {
		k := &r.clusters[c]
		if !k.named || k.country != "" || k.kind == annot.PersonMention || len(k.mentions) == 0 {
			continue
		}
		for _, x := range k.mentions {
			if n := foldName(r.words[x]); r.ms.List[x].Form == record.Named && len(n) <= len(stem)+3 && strings.HasPrefix(n, stem) {
				return c
			}
		}
	}
	return -1
}

// abbreviations joins "HWU" with "Harbour Workers Union".
func (r *reader) abbreviations() {
	short := map[string]int{}
	for m := range r.ms.List {
		if row := &r.ms.List[m]; r.isName(row) && isAcronym(r.words[m]) && r.of[m] >= 0 && row.Kind != annot.PlaceMention {
			short[strings.ReplaceAll(r.words[m], ".", "")] = r.of[m]
		}
	}
	if len(short) == 0 {
		return
	}
	for m := range r.ms.List {
		row := &r.ms.List[m]
		if !r.isName(row) || row.Kind == annot.PlaceMention || row.Kind == annot.PersonMention || r.of[m] < 0 {
			continue
		}
		for _, s := range initialsOf(r.words[m]) {
			if c, ok := short[s]; ok && len(r.clusters[c].mentions) > 0 && len(r.clusters[r.of[m]].mentions) > 0 {
				r.merge(r.of[m], c)
				short[s] = r.of[m]
				break
			}
		}
	}
}

func isAcronym(w string) bool {
	n := 0
	for _, c := range w {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n >= 2
}

// initialsOf returns the abbreviations that a name of several words can have:
// with and without its small words.
func initialsOf(name string) []string {
	var all, capitals strings.Builder
	n := 0
	for w := range strings.FieldsSeq(name) {
		for part := range strings.SplitSeq(w, "-") {
			c := []rune(part)
			if len(c) == 0 || !unicode.IsLetter(c[0]) {
				continue
			}
			n++
			if unicode.IsUpper(c[0]) {
				capitals.WriteRune(c[0])
			}
			all.WriteRune(unicode.ToUpper(c[0]))
		}
	}
	if n < 2 {
		return nil
	}
	return []string{capitals.String(), all.String()}
}

func hasSuffix(words, suffix []string) bool {
	return len(words) >= len(suffix) && slices.Equal(words[len(words)-len(suffix):], suffix)
}

// foldWords cuts a person's name into words that compare equal where the name
// is only spelt otherwise: no marks on letters, one form of the endings and
// consonants that transliterations differ in.
func foldWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '‑' }) {
		w = strings.Trim(w, ".,'’")
		if f := lex.FoldSpelling(foldName(w)); f != "" && f != "al" && f != "el" {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		out = []string{strings.ToLower(name)}
	}
	return out
}

// foldName brings a name into the form in which names are compared.
func foldName(name string) string { return lex.Fold(name) }
