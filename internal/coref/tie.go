package coref

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// ties finds which people the text itself ties to a country, apart from their
// titles: whose own aide or ministry says what they will do, and who sets out
// its, the country's, demands.
func (r *reader) ties() {
	for i := range r.people {
		if k := &r.clusters[r.people[i].cluster]; k.country != "" {
			r.tie[r.people[i].cluster] = k.country
		}
	}
	for m := range r.ms.List {
		if row := &r.ms.List[m]; row.Kind == annot.PersonMention && r.of[m] >= 0 && len(row.Titles) > 0 && r.tie[r.of[m]] == "" {
			land := r.landBehind(row)
			if land == "" {
				land = r.landBeside(row)
			}
			if land != "" {
				r.tie[r.of[m]] = land
			}
		}
	}
	votes := map[int]map[string]int{}
	vote := func(c int, country string) {
		if c < 0 || country == "" || r.tie[c] != "" || r.clusters[c].kind != annot.PersonMention {
			return
		}
		if votes[c] == nil {
			votes[c] = map[string]int{}
		}
		votes[c][country]++
	}
	r.tiesOfSpeakers(vote)
	for m := range r.ms.List {
		r.tieOfPossessive(m, vote)
	}
	for c, by := range votes {
		best, country, clear := 0, "", false
		for iso, n := range by {
			switch {
			case n > best:
				best, country, clear = n, iso, true
			case n == best:
				clear = false
			}
		}
		if clear {
			r.tie[c] = country
		}
	}
}

// landBehind returns the country in "Prime Minister Varga of Lorvia".
func (r *reader) landBehind(row *annot.Mention) string {
	for c := range r.syn.Children(row.Head) {
		x := r.at[c]
		if r.rel(c) != ud.Nmod || x < 0 || r.of[x] < 0 {
			continue
		}
		if p := r.syn.Child(c, ud.Case); p != annot.None && r.seg.Word(p) == "of" {
			return r.landOf(r.of[x])
		}
	}
	return ""
}

// landBeside returns the country in "Lorvian Prime Minister Odile Varga", where
// no list has it.
func (r *reader) landBeside(row *annot.Mention) string {
	for _, t := range row.Titles {
		first, end := r.seg.Within(t)
		if first >= end || r.at[first] < 0 || r.of[r.at[first]] < 0 || end-first < 2 {
			continue
		}
		if x := &r.ms.List[r.at[first]]; x.Form == record.Adjectival && x.Country == "" {
			return r.landOf(r.of[r.at[first]])
		}
	}
	return ""
}

// landOf names the country of a cluster: by its code, or by its cluster where
// no list has it.
func (r *reader) landOf(c int) string {
	k := &r.clusters[c]
	if k.country != "" {
		return k.country
	}
	if k.kind == annot.StateMention || k.kind == annot.PlaceMention || r.ms.List[k.mentions[0]].By == "mention/adjective-of-no-state" {
		return "name:" + foldName(r.words[k.mentions[0]])
	}
	return ""
}

// landIn returns the country that a noun phrase is said to be of: by a name or
// an adjective of the lists, or by one of the report's own.
func (r *reader) landIn(m int) string {
	row := &r.ms.List[m]
	if row.Country != "" {
		return row.Country
	}
	first, end := r.seg.Within(row.Span)
	for t := first; t < end; t++ {
		w := r.seg.Word(t)
		if w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		if x := r.at[t]; x >= 0 && r.of[x] >= 0 {
			if land := r.landOf(r.of[x]); land != "" {
				return land
			}
		}
		if c := r.adjectiveOf(w); c >= 0 {
			return r.landOf(c)
		}
	}
	return ""
}

// tiesOfSpeakers counts "a Kremlin aide said X would": the subject of what an
// institution's own people say.
func (r *reader) tiesOfSpeakers(vote func(int, string)) {
	for t := range r.syn.Words {
		if r.rel(annot.TokenID(t)) != ud.Ccomp || r.headOf(annot.TokenID(t)) == annot.None {
			continue
		}
		inner, outer := r.subjectAt(annot.TokenID(t)), r.subjectAt(r.headOf(annot.TokenID(t)))
		if inner < 0 || outer < 0 {
			continue
		}
		if row := &r.ms.List[outer]; row.Form == record.Nominal && !row.Affiliation.Empty() && row.Country != "" {
			vote(r.of[inner], row.Country)
		}
	}
}

// subjectAt returns the mention that is the subject of a verb, or -1.
func (r *reader) subjectAt(verb annot.TokenID) int {
	if c := r.syn.Child(verb, ud.Nsubj, ud.NsubjPass); c != annot.None {
		return int(r.at[c])
	}
	return -1
}

// tieOfPossessive counts "Tarsk has kept its position since X set out its
// demands": the country is the subject of the main clause and owns what X sets
// out.
func (r *reader) tieOfPossessive(m int, vote func(int, string)) {
	row := &r.ms.List[m]
	if row.Form != record.Pronominal || row.Gender != annot.Neuter || r.rel(row.Head) != ud.NmodPoss {
		return
	}
	verb := r.headOf(r.headOf(row.Head))
	if verb == annot.None {
		return
	}
	who := r.subjectAt(verb)
	for v := r.headOf(verb); v != annot.None && who >= 0; v = r.headOf(v) {
		if s := r.subjectAt(v); s >= 0 && s != who && r.ms.List[s].Country != "" && r.ms.List[s].Kind != annot.PersonMention {
			vote(r.of[who], r.ms.List[s].Country)
			return
		}
	}
}

// leaderOf goes from "the Lorvian leader" to the one person in the report who
// leads Lorvia, by what the text ties together or else by the list of leaders.
func (r *reader) leaderOf(m int, head string) bool {
	row, land := &r.ms.List[m], r.landIn(m)
	if land == "" || !r.heads[head] {
		return false
	}
	var byText, byList []int
	for i := range r.people {
		p := &r.people[i]
		k := &r.clusters[p.cluster]
		if !r.agree(m, p.cluster) || r.sameClause(m, p.cluster) {
			continue
		}
		if r.before(m, k) && r.tie[p.cluster] == land && !slices.Contains(byText, p.cluster) {
			byText = append(byText, p.cluster)
		}
		if r.tie[p.cluster] != "" && r.tie[p.cluster] != land {
			continue
		}
		if r.leads(p, land, row.Gender) && !slices.Contains(byList, p.cluster) {
			byList = append(byList, p.cluster)
		}
	}
	switch {
	case len(byList) == 1:
		r.join(m, byList[0], "coref/leader-by-list")
	case len(byText) == 1:
		r.join(m, byText[0], "coref/leader-by-text")
	default:
		return false
	}
	r.refs[m].Inferred = true
	return true
}

// leads reports whether the list has a leader of the country by a person's
// surname.
func (r *reader) leads(p *person, country string, g annot.Gender) bool {
	for _, x := range r.clusters[p.cluster].mentions {
		row := &r.ms.List[x]
		if row.Form != record.Named {
			continue
		}
		for _, name := range []string{r.words[x], lastWord(r.words[x])} {
			for _, h := range r.leaders[name] {
				if h.country == country && compatible(h.gender, g) && compatible(h.gender, r.clusters[p.cluster].gender) {
					return true
				}
			}
		}
	}
	return false
}

func lastWord(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return s[i+1:]
		}
	}
	return s
}

// sameClause reports whether a cluster has a mention in the clause of m, so
// that the two can hardly be one.
func (r *reader) sameClause(m, c int) bool {
	verb := r.headOf(r.ms.List[m].Head)
	if verb == annot.None {
		return false
	}
	for _, x := range r.clusters[c].mentions {
		if r.sent[x] == r.sent[m] && x != m && r.clauseHolds(verb, r.ms.List[x].Head) {
			return true
		}
	}
	return false
}

// clauseHolds reports whether t stands under a verb, and not in a clause that
// is only coordinated with it.
func (r *reader) clauseHolds(verb, t annot.TokenID) bool {
	for ; t != annot.None; t = r.headOf(t) {
		if t == verb {
			return true
		}
		if rel := r.rel(t); rel == ud.Conj && r.syn.Words[t].UPOS == ud.VERB || rel == ud.Parataxis {
			return false
		}
	}
	return false
}

// within reports whether m stands inside the phrase of a mention of a cluster,
// and so means another: "the general" in "the general's deputy, Hana Weiss".
func (r *reader) within(m, c int) bool {
	for _, x := range r.clusters[c].mentions {
		if whole := r.ms.List[x].Whole; !r.overlaps(x, m) && whole.Contains(r.ms.List[m].Whole) && r.ms.List[m].Appositive != annot.MentionID(x) && r.ms.List[x].Appositive != annot.MentionID(m) {
			return true
		}
	}
	return false
}

// ownerOf returns the cluster of whoever a noun is said to be of by a
// possessive, "her aide", "Varga's aide"; or -1.
func (r *reader) ownerOf(m int) int {
	for c := range r.syn.Children(r.ms.List[m].Head) {
		if r.rel(c) != ud.NmodPoss || r.at[c] < 0 {
			continue
		}
		r.resolve(int(r.at[c]))
		return r.of[r.at[c]]
	}
	return -1
}

// ofAnother reports whether a noun with an owner cannot take up a cluster,
// since the same noun was said of it with another owner: Varga's aide is not
// Holt's. A body's counterpart is no person.
func (r *reader) ofAnother(m, c int) bool {
	own := r.ownerOf(m)
	if own < 0 {
		return false
	}
	head, counts := r.lemma(r.ms.List[m].Head), false
	for _, x := range r.clusters[c].mentions {
		if row := &r.ms.List[x]; x == m || row.Form != record.Nominal || r.lemma(row.Head) != head {
			continue
		}
		switch o := r.ownerOf(x); {
		case o == own:
			return false
		case o >= 0:
			counts = true
		}
	}
	return counts || head == "counterpart" && r.clusters[own].kind != annot.PersonMention && r.clusters[own].kind != annot.UnknownMention
}

// bare keeps, for a name without a word of address, the people whom the report
// does not always call with one: "Holt" is not Mrs Holt, if there is another.
func (r *reader) bare(m int, fits []int) []int {
	if r.addressOf(m) {
		return fits
	}
	var keep []int
	for _, i := range fits {
		p := &r.people[i]
		if len(p.words) > 1 || slices.ContainsFunc(r.clusters[p.cluster].mentions, func(x int) bool { return !r.addressOf(x) }) {
			keep = append(keep, i)
		}
	}
	if len(keep) > 0 {
		return keep
	}
	return fits
}

// bySaid keeps, of people of both genders who share a name, those of the gender
// that the name's own words tell: "Holt said he would".
func (r *reader) bySaid(m int, fits []int) []int {
	verb := r.headOf(r.ms.List[m].Head)
	if verb == annot.None || r.role[m] != subject || !r.speech[r.lemma(verb)] {
		return fits
	}
	for x := m + 1; x < len(r.ms.List) && r.sent[x] == r.sent[m]; x++ {
		row := &r.ms.List[x]
		if h := r.headOf(row.Head); row.Form != record.Pronominal || !isGender(row.Gender) || r.role[x] != subject || h == annot.None || r.rel(h) != ud.Ccomp || r.headOf(h) != verb {
			continue
		}
		var keep []int
		for _, i := range fits {
			if compatible(r.clusters[r.people[i].cluster].gender, row.Gender) {
				keep = append(keep, i)
			}
		}
		if len(keep) > 0 {
			return keep
		}
		break
	}
	return fits
}

// addressOf reports whether a word of address stands before a name.
func (r *reader) addressOf(m int) bool {
	first, _ := r.seg.Within(r.ms.List[m].Span)
	return first > 0 && r.address[r.seg.Word(first-1)]
}

// markKin marks the people whom the report introduces as relatives of somebody:
// "the daughter of Karl Holt", "her husband, Karl Holt".
func (r *reader) markKin() {
	for i := range r.people {
		p := &r.people[i]
		p.kin = r.asKin(slices.Min(r.clusters[p.cluster].mentions))
	}
}

// asKin reports whether a name stands as that of a relative.
func (r *reader) asKin(m int) bool {
	row := &r.ms.List[m]
	for _, t := range row.Titles {
		if first, end := r.seg.Within(t); first < end && r.kin[r.lemma(end-1)] {
			return true
		}
	}
	t := row.Head
	for n := 0; n < 6 && (r.rel(t) == ud.Conj || r.rel(t).Universal() == ud.Flat) && r.headOf(t) != annot.None; n++ {
		t = r.headOf(t)
	}
	h := r.headOf(t)
	switch r.rel(t).Universal() {
	case ud.Appos, ud.Nmod:
		return r.rel(t) != ud.NmodPoss && r.kin[r.lemma(h)]
	case ud.Obj, ud.Obl:
		return r.lemma(h) == "marry"
	}
	return false
}

// noKin leaves out of the people who share a surname those who are introduced
// as relatives of somebody: where there are others, and before they are named
// at all. "Holt is the son of Karl Holt. Holt said" is one Holt.
func (r *reader) noKin(m int, fits []int) []int {
	other := slices.ContainsFunc(fits, func(i int) bool { return !r.people[i].kin })
	return slices.DeleteFunc(fits, func(i int) bool {
		p := &r.people[i]
		return p.kin && (other || !r.before(m, &r.clusters[p.cluster]))
	})
}
