package mention

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// names finds what is called by its name, sentence by sentence, and notes of
// each what its own form tells. What the form leaves open is for settle.
func (r *reader) names() {
	for i := range r.seg.Sentences {
		s := &r.seg.Sentences[i]
		for t := s.First; t < s.End; {
			t = max(r.nameAt(t), t+1)
		}
	}
}

// nameAt reads the name or title that begins at t and returns the token
// behind it, or t.
func (r *reader) nameAt(t annot.TokenID) annot.TokenID {
	if e := r.partyTag(t); e > t {
		return e
	}
	if e := max(r.codedName(t), r.nationalName(t)); e > t {
		return r.add(t, e, annot.OrganisationMention, "mention/organisation-by-head")
	}
	if e := r.officeBehind(t); e > t {
		return e
	}
	if e := r.proposedAt(t); e > t {
		return e
	}
	if r.has(t, inTime) || !r.has(t, isCap) && !r.startsLow(t) {
		return t
	}
	org := r.orgEnd(t)
	if v, end := r.phrase(&r.lists.names, t); v >= 0 && r.listable(v, t, end) {
		if end >= org {
			return r.listed(r.listings[v], t, end)
		}
	}
	if org > t {
		return r.addOrg(t, org)
	}
	if _, end := r.phrase(&r.offices, t); end > t {
		return r.officeAt(t, end)
	}
	if !r.nameLike(t) && !r.startsLow(t) {
		return t
	}
	return r.run(t)
}

// addOrg adds a name of an organisation that orgEnd has found.
func (r *reader) addOrg(t, end annot.TokenID) annot.TokenID {
	kind, ok := r.orgHeads[r.words[end-1]]
	if w := r.words[t]; (w == "Radio" || w == "Channel" || w == "TV") && end > t+1 {
		kind = annot.OutletMention
	}
	switch {
	case r.familiar(t, end):
		return r.add(t, end, annot.UnknownMention, "mention/name-in-capitals")
	case r.suffixes[r.words[end-1]]:
		return r.add(t, end, annot.OrganisationMention, "mention/company-suffix")
	case !ok:
		return r.add(t, end, annot.OrganisationMention, "mention/organisation-by-lead")
	}
	return r.add(t, end, kind, "mention/organisation-by-head")
}

// familiar reports whether the tokens are a given name with something that
// only looks like the head of an organisation ("Simon House").
func (r *reader) familiar(first, end annot.TokenID) bool {
	_, ok := r.given[r.words[first]]
	return ok && end-first == 2 && r.pos(end-1) == ud.PROPN && r.syn.Words[end-1].Rel == ud.Flat
}

// startsLow reports whether a name begins at t with a small particle: "al-".
func (r *reader) startsLow(t annot.TokenID) bool {
	if !r.particles[r.words[t]] || len(r.words[t]) < 2 || !r.in(t+1, t) {
		return false
	}
	if w := r.words[t+1]; w == "-" || w == "‑" {
		return r.in(t+2, t) && r.has(t+1, glued) && r.has(t+2, isCap)
	}
	return (r.words[t] == "von" || r.words[t] == "van" || r.words[t] == "de") && r.pos(t) == ud.PROPN && r.has(t+1, isCap)
}

// listable reports whether a name of the lists may be read at [t, end): not
// where a small word of the text happens to look like one.
func (r *reader) listable(v int32, t, end annot.TokenID) bool {
	l := r.listings[v]
	if l.own {
		return true
	}
	if l.kind == annot.OutletMention && r.lower[t] == "the" && r.in(end, t) && r.pos(end) == ud.NOUN && !r.has(end, isCap) && (r.rel(end-1) == ud.Amod || r.rel(end-1) == ud.Compound) {
		return false // "the Australian government"
	}
	if l.class == listedOrg && end == t+1 && r.has(t, opens) && !r.has(t, isUpper) && r.pos(t) != ud.PROPN {
		return false // "Time ran out", "Unite behind"
	}
	if l.class == capital && end == t+1 && r.words[t] == "Male" {
		return r.prep(t) != ""
	}
	return r.pos(t) != ud.VERB || !r.has(t, opens)
}

// nameLike reports whether a capital at t makes a name.
func (r *reader) nameLike(t annot.TokenID) bool {
	if !r.has(t, isCap) || r.has(t, inTime) || r.noNames[r.words[t]] || r.openingNoun(t) {
		return false
	}
	if len(r.words[t]) == 1 && !r.letterInName(t) {
		return false
	}
	switch r.pos(t) {
	case ud.PROPN:
		if r.has(t, opens) && r.lowered[r.lower[t]] {
			_, given := r.given[r.words[t]]
			return given
		}
		return true
	case ud.NOUN, ud.ADJ, ud.X, ud.UnknownPOS, ud.VERB:
		return !r.has(t, opens|inHead) && !r.lowered[r.lower[t]]
	case ud.NUM:
		return false
	}
	return false
}

// letterInName reports whether the single letter at t is an initial before a
// name: "K S Eshan", not "20 C".
func (r *reader) letterInName(t annot.TokenID) bool {
	return r.in(t+1, t) && r.has(t+1, isCap) && !r.has(t, glued)
}

// orgEnd returns the end of the longest name of an organisation that begins
// at t and is known by its head ("Harbour Workers Union") or by its first word
// ("Bank of ..."), or t.
func (r *reader) orgEnd(t annot.TokenID) annot.TokenID {
	if !r.has(t, isCap) || r.has(t, opens) && !r.nameLike(t) && !r.orgLeading[r.words[t]] && !r.listedAt(t) {
		return t
	}
	_, stop := r.bounds(t)
	end, best := t, t
	behindOf := false // behind "Ministry of", every capital belongs to the name
	for end < stop {
		w := r.words[end]
		switch {
		case r.suffixes[w] && end > t:
			return end + 1
		case r.has(end, isCap) && !r.has(end, inTime) && (r.nameLike(end) || r.listedAt(end) || r.orgHeads[w] != 0 || end == t):
			if behindOf && r.personStarts(end) {
				return best
			}
			if _, ok := r.orgHeads[w]; ok && end > t || behindOf {
				best = end + 1
			}
			if r.others[w] || r.officeName(end) {
				return best
			}
			behindOf = behindOf || end+1 < stop && (r.lower[end+1] == "of" || r.lower[end+1] == "for") && r.joinsOrg(t, end+1, best)
			end++
		case r.joinsOrg(t, end, best):
			end++
		default:
			return best
		}
	}
	return best
}

// personStarts reports whether a given name with another capital behind it
// stands at t.
func (r *reader) personStarts(t annot.TokenID) bool {
	_, given := r.given[r.words[t]]
	return given && r.in(t+1, t) && r.has(t+1, isCap) && r.orgHeads[r.words[t+1]] == 0
}

// listedAt reports whether a listed name begins at t.
func (r *reader) listedAt(t annot.TokenID) bool {
	v, _ := r.phrase(&r.lists.names, t)
	return v >= 0
}

// officeName reports whether an office or a word of address stands at t
// before something in capitals: a person follows.
func (r *reader) officeName(t annot.TokenID) bool {
	_, end := r.phrase(&r.offices, t)
	if end == t || !r.in(end, t) || !r.has(end, isCap) {
		return false
	}
	_, head := r.orgHeads[r.words[end]]
	return !head
}

// joinsOrg reports whether the small word or mark at end may stand inside a
// name of an organisation that began at t: a hyphen between two parts, "of"
// and "for" behind a leading word, "and" between nouns before the head.
func (r *reader) joinsOrg(t, end, best annot.TokenID) bool {
	if end == t || !r.in(end+1, t) {
		return false
	}
	next := end + 1
	switch r.lower[end] {
	case "-", "‑":
		return r.has(end, glued) && r.has(next, glued) && r.has(next, isCap)
	case "&":
		return r.has(next, isCap)
	case "'", "’": // "Harbour Workers' Union"
		_, head := r.orgHeads[r.words[next]]
		return head && r.has(end, glued)
	case "of", "for":
		if !r.orgLeading[r.words[end-1]] {
			return false
		}
		if r.lower[next] == "the" && r.in(next+1, t) {
			next++
		}
		return r.has(next, isCap) && !r.has(next, inTime)
	case "the":
		return (r.lower[end-1] == "of" || r.lower[end-1] == "for") && r.has(next, isCap)
	case "and":
		return r.has(next, isCap) && r.headSoon(next) && !r.listedAt(end-1) && !r.listedAt(next)
	}
	return false
}

// headSoon reports whether a head of an organisation's name stands within the
// next capitals.
func (r *reader) headSoon(t annot.TokenID) bool {
	for n := annot.TokenID(0); n < 3 && r.in(t+n, t) && r.has(t+n, isCap); n++ {
		if _, ok := r.orgHeads[r.words[t+n]]; ok {
			return n > 0
		}
	}
	return false
}

// orgByLead closes a name that began with a leading word and "of" though no
// head ends it ("Bank of Ostrava").
func (r *reader) orgByLead(t annot.TokenID) annot.TokenID {
	if !r.orgLeading[r.words[t]] || !r.in(t+2, t) || r.lower[t+1] != "of" && r.lower[t+1] != "for" {
		return t
	}
	end := t + 2
	if r.lower[end] == "the" {
		end++
	}
	from := end
	for r.in(end, t) {
		if r.has(end, isCap) && !r.has(end, inTime) && !r.officeName(end) {
			end++
			continue
		}
		if w := r.lower[end]; (w == "and" || w == "," || w == "&") && end > from && r.in(end+1, t) && r.has(end+1, isCap) && w != "," && !r.listedAt(end+1) && r.given[r.words[end+1]] == 0 {
			end++
			continue
		}
		break
	}
	if end == from {
		return t
	}
	return end
}

// listed adds a name that the lists know, with what belongs to it.
func (r *reader) listed(l listing, t, end annot.TokenID) annot.TokenID {
	if e := r.personAfter(l, t, end); e > end && !l.own {
		return r.add(t, e, annot.UnknownMention, "mention/name-in-capitals")
	}
	i := r.add(t, end, l.kind, "mention/listed-name")
	d := &r.drafts[len(r.drafts)-1]
	d.class, d.Country = l.class, l.country
	if l.own {
		d.By, d.Gender = "mention/own-name", l.gender
	}
	return i
}

// personAfter returns the end of a longer name of which a listed place is only
// the beginning ("Jordan Bardella"), or end.
func (r *reader) personAfter(l listing, t, end annot.TokenID) annot.TokenID {
	if l.class != country && l.class != capital && l.class != listedPlace || end != t+1 || !r.in(end, t) || !r.nameLike(end) || r.listedAt(end) {
		return end
	}
	_, strong := r.given[r.words[t]]
	if !strong && !r.weakGiven[r.words[t]] || r.given[r.words[end]] != 0 {
		return end
	}
	if _, e := r.phrase(&r.offices, end); e > end {
		return end
	}
	return r.runEnd(end)
}

// run reads a stretch of capitals that no list knows.
func (r *reader) run(t annot.TokenID) annot.TokenID {
	if e := r.orgByLead(t); e > t {
		return r.add(t, e, annot.OrganisationMention, "mention/organisation-by-lead")
	}
	end := r.runEnd(t)
	if end == t+1 && r.generic(t) {
		return t
	}
	if r.has(t, opens) && end > t+1 && r.pos(t) != ud.PROPN {
		return t
	}
	kind, by := r.kindByForm(t, end)
	if by == "" {
		by = "mention/name-in-capitals"
	}
	return r.add(t, end, kind, by)
}

// generic reports whether a single word in capitals is a common noun rather
// than a name: "the Government", "the Office".
func (r *reader) generic(t annot.TokenID) bool {
	w := r.words[t]
	if r.has(t, isUpper) {
		return false
	}
	_, head := r.orgHeads[w]
	role, isRole := r.roles[r.lower[t]]
	return head || r.others[w] || r.placeHeads[w] || isRole && (role.plural || r.pos(t) != ud.PROPN)
}

// runEnd returns the end of the stretch of capitals at t, particles and glued
// hyphens within.
func (r *reader) runEnd(t annot.TokenID) annot.TokenID {
	_, given := r.given[r.words[t]]
	end := t + 1
	for r.in(end, t) {
		switch w := r.words[end]; {
		case (w == "-" || w == "‑") && r.has(end, glued) && r.in(end+1, t) && r.has(end+1, glued) && r.nameGlued(t, end+1, given):
			end += 2
		case r.nameLike(end):
			if v, _ := r.phrase(&r.lists.names, end); v >= 0 && !(given && end == t+1) {
				return end
			}
			if r.officeName(end) && !given {
				return end
			}
			end++
		case r.particles[w] && r.particleRun(t, end) > end:
			end = r.particleRun(t, end)
		case r.suffixes[w]:
			return end + 1
		case w == "," && r.in(end+1, t) && r.suffixes[r.words[end+1]] && !r.suffixes["Jr"]:
			return end + 2
		default:
			return end
		}
	}
	return end
}

// nameGlued reports whether the part behind a hyphen belongs to the name that
// began at t: another capital, or the small second half of a given name
// ("Ki-moon"), but not a second country ("Lorvia-Tarsk").
func (r *reader) nameGlued(t, part annot.TokenID, given bool) bool {
	if part == t+2 && r.pairAt(part-1) {
		return false
	}
	if r.has(part, isCap) {
		v, _ := r.phrase(&r.lists.names, part)
		return v < 0 || given
	}
	if part-2 != t+1 || r.pos(part) == ud.VERB || r.behindHyphen[r.words[part]] {
		return false
	}
	return len(r.words[part]) <= 6 && (r.pos(part) == ud.PROPN || r.familyFirst[r.words[t]] || len(r.words[t]) <= 6)
}

// particleRun returns where the particles at end stop if capitals follow them,
// or end.
func (r *reader) particleRun(t, end annot.TokenID) annot.TokenID {
	p := end
	for n := 0; n < 3 && r.in(p, t) && (r.particles[r.words[p]] || r.words[p] == "-" && r.has(p, glued)); n++ {
		p++
	}
	if r.in(p, t) && r.has(p, isCap) && r.pos(p) == ud.PROPN && r.lower[end] != "la" && !r.listedAt(p) {
		return p + 1
	}
	return end
}

// kindByForm says what the words of a name alone tell of its kind.
func (r *reader) kindByForm(t, end annot.TokenID) (annot.MentionKind, annot.By) {
	first, last := r.words[t], r.words[end-1]
	switch {
	case r.suffixes[last] && end > t+1:
		return annot.OrganisationMention, "mention/company-suffix"
	case r.others[last] && end > t+1:
		return annot.OtherMention, "mention/law-or-work"
	case end == t+2 && r.placeHeads[last] && (r.given[first] != 0 || r.alsoGiven[first] != 0) && r.rel(end-1) == ud.Nsubj && r.speakerVerbs[r.lemma(r.head(end-1))]:
		return annot.PersonMention, "mention/given-name" // "said Ragnhild Dam"
	case r.placeHeads[last] && end > t+1 && !r.has(end-1, glued), r.placeFirst[first] && end > t+1:
		return annot.PlaceMention, "mention/place-by-head"
	}
	if len(last) > 4 && end == t+1 && r.orgHeads[last] != 0 && r.has(t, isUpper) {
		return annot.UnknownMention, "" // a heading
	}
	_, given := r.given[first]
	if end > t+1 && (given || r.weakGiven[first] && !r.placeHeads[last] || initial(first)) {
		return annot.PersonMention, "mention/given-name"
	}
	if n := end - t; n >= 4 && n <= 5 && r.words[end-2] == "-" && !r.has(end-1, isCap) {
		return annot.PersonMention, "mention/given-name-of-syllables"
	}
	if end > t+1 && end <= t+3 && r.familyFirst[first] {
		return annot.PersonMention, "mention/family-name-first"
	}
	if end == t+1 && r.has(t, isUpper) && !r.has(t, inHead) && len(first) <= 7 {
		return annot.OrganisationMention, "mention/acronym"
	}
	return annot.UnknownMention, ""
}

// initial reports whether a word is the initial of a given name: "J.", "J.D.".
func initial(w string) bool {
	return len(w) >= 2 && len(w) <= 5 && w[len(w)-1] == '.' && w[0] >= 'A' && w[0] <= 'Z' && (len(w) == 2 || w[1] == '.')
}

// add adds a named draft over [t, end) and returns end.
func (r *reader) add(t, end annot.TokenID, kind annot.MentionKind, by annot.By) annot.TokenID {
	last := end - 1
	sp := r.seg.SpanOf(t, last)
	head := r.headIn(t, last)
	for x := t; x <= last; x++ {
		r.owner[x] = len(r.drafts)
	}
	words := r.text[sp.Start:sp.End]
	r.byName[words] = append(r.byName[words], len(r.drafts))
	r.drafts = append(r.drafts, draft{
		Mention: annot.Mention{Span: sp, Whole: sp, Head: head, Form: record.Named, Kind: kind, Count: record.One, By: by},
		first:   t, last: last, appositive: -1,
	})
	return end
}
