package mention

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// officeAt reads an office in capitals at [t, end): the title of the name
// behind it, if a name follows. It returns the token from which to read on.
func (r *reader) officeAt(t, end annot.TokenID) annot.TokenID {
	for e := end; r.in(e, t) && r.has(e, isCap); {
		_, next := r.phrase(&r.offices, e) // "Prime Minister Sir ..."
		if next == e {
			break
		}
		e, end = next, next
	}
	if r.in(end, t) && (r.lower[end] == "of" || r.lower[end] == "for") {
		if s := r.nameAfterOf(end); s > end {
			end = s
		}
	}
	return end
}

// officeBehind returns the end of an office in capitals that stands behind a
// name and a comma, and before no other name, or t: "Odile Varga, Chief
// Executive Officer of Norlund".
func (r *reader) officeBehind(t annot.TokenID) annot.TokenID {
	start, _ := r.bounds(t)
	if t < start+2 || !r.has(t, isCap) || r.words[t-1] != "," || r.owner[t-2] < 0 {
		return t
	}
	_, end := r.phrase(&r.offices, t)
	if end == t {
		return t
	}
	if r.in(end, t) && r.words[end] == "Officer" {
		end++
	}
	if r.in(end, t) && r.has(end, isCap) {
		return t
	}
	return end
}

// nameAfterOf returns where the name begins in "of Foreign Affairs Odile
// Varga", told by the given name; or of.
func (r *reader) nameAfterOf(of annot.TokenID) annot.TokenID {
	for t := of + 1; r.in(t, of) && t < of+9; t++ {
		if _, given := r.given[r.words[t]]; given && t > of+1 && r.in(t+1, of) && r.has(t+1, isCap) {
			return t
		}
		if !r.has(t, isCap) && r.lower[t] != "and" && r.lower[t] != "the" && r.lower[t] != "of" && r.lower[t] != "-" {
			return of
		}
	}
	return of
}

// titles gives each name the title that stands before it, and with it its
// gender, its country and its affiliation.
func (r *reader) title(i int) {
	d := &r.drafts[i]
	if d.class != noClass || d.Kind != annot.UnknownMention && d.Kind != annot.PersonMention && d.By != "mention/acronym" {
		return
	}
	core, g, address := r.officeBefore(d.first)
	if core == d.first-1 && r.namesToo[r.words[core]] && r.countryBefore(core) >= 0 && d.first == d.last && !r.hasOffice(core) {
		r.nameFrom(d, core)
		return
	}
	if core == d.first || !r.titleFits(core, d) || r.pos(core) == ud.VERB && core > 0 && r.pos(core-1) == ud.AUX { // "will host Ada Lind"
		return
	}
	left := r.titleLeft(core)
	d.Kind, d.titled, d.By = annot.PersonMention, true, "mention/title-and-name"
	if d.Gender == annot.UnknownGender {
		d.Gender = g
	}
	d.Whole = r.seg.SpanOf(left, d.last)
	for h := r.head(d.Head); h >= left && h < d.first; h = r.head(h) {
		d.Head = h // "union boss Odile Varga" may hang on "boss"
	}
	for t := left; t < d.first; t++ {
		r.flags[t] |= inTitle
		o := r.owner[t]
		if o < 0 {
			continue
		}
		switch n := &r.drafts[o]; {
		case n.class == nationality || n.class == country || n.class == peopleAdj || n.class == listedPlace:
			if n.Country != "" {
				d.Country = n.Country
			}
		case n.Kind == annot.OrganisationMention || n.Kind == annot.GovernmentMention || n.Kind == annot.OutletMention:
			d.Affiliation = n.Span
			if n.class == seat {
				d.Country = n.Country
			}
		}
	}
	r.ownerOfTitle(d, left)
	if address && core == left {
		return // "Mr" alone is no title worth keeping
	}
	d.Titles = annot.Spans{r.seg.SpanOf(left, d.first-1)}
}

// hasOffice reports whether the country whose possessive stands before t has a
// ruler who is called so: "Kuwait's Emir".
func (r *reader) hasOffice(t annot.TokenID) bool {
	land := r.drafts[r.countryBefore(t)].Country
	switch r.words[t] {
	case "Emir", "Amir":
		return land == "KWT" || land == "QAT" || land == "BHR" || land == "AFG" || land == "NGA"
	case "Sultan":
		return land == "OMN" || land == "BRN" || land == "MYS" || land == "NGA"
	}
	return false
}

// nameFrom takes the word at t into the name right behind it, a person's.
func (r *reader) nameFrom(d *draft, t annot.TokenID) {
	d.first = t
	d.Span = r.seg.SpanOf(t, d.last)
	d.Whole = d.Span
	d.Head = r.headIn(t, d.last)
	d.Kind, d.By, d.Gender = annot.PersonMention, "mention/given-name", annot.Masculine
	r.owner[t] = r.owner[d.last]
	words := r.text[d.Span.Start:d.Span.End]
	r.byName[words] = append(r.byName[words], r.owner[t])
	r.ownerOfTitle(d, t)
}

// officeBefore returns where the office that ends right before first begins,
// what gender it tells and whether it is a bare word of address; or first.
func (r *reader) officeBefore(first annot.TokenID) (core annot.TokenID, g annot.Gender, address bool) {
	core = first
	start, _ := r.bounds(first)
	address = true
	for { // "Mediator Sir ..."
		best, at := core, int32(-1)
		for t := core - 1; t >= start && t >= core-6; t-- {
			if v, end := r.phrase(&r.offices, t); v >= 0 && end == core {
				best, at = t, v
			}
		}
		if best == core {
			if core == first && core > start {
				if ro, ok := r.roles[r.lower[core-1]]; ok && ro.kind == annot.PersonMention && r.pos(core-1) != ud.ADP && (r.pos(core-1) == ud.NOUN || r.has(core-1, opens) || !ro.plural && r.bare(core-1)) && !r.counted(core-1) {
					return core - 1, ro.gender, false // "club owner Odile Varga"
				}
			}
			break
		}
		if g == annot.UnknownGender {
			g = r.ranks[at].gender
		}
		address = address && r.ranks[at].address && courtesy(r.words[best])
		core = best
	}
	if core == first {
		core, address = r.officeOf(first, start), false
	}
	return core, g, address
}

// bare reports whether nothing that could make a phrase of the noun at t stands
// before it, so that it can only be part of what follows: "said resident Odile
// Varga".
func (r *reader) bare(t annot.TokenID) bool {
	start, _ := r.bounds(t)
	if t == start {
		return true
	}
	switch r.pos(t - 1) {
	case ud.VERB, ud.AUX, ud.ADP, ud.CCONJ, ud.SCONJ, ud.PUNCT:
		return true
	}
	return false
}

// counted reports whether a number is glued before t: "ten-man City" is a team.
func (r *reader) counted(t annot.TokenID) bool {
	start, _ := r.bounds(t)
	return t >= start+2 && r.has(t, glued) && r.pos(t-2) == ud.NUM
}

// officeOf finds an office with "of" before a name that begins at first:
// "Minister of Foreign Affairs Odile Varga".
func (r *reader) officeOf(first, start annot.TokenID) annot.TokenID {
	if _, given := r.given[r.words[first]]; !given {
		return first
	}
	for t := first - 1; t > start && t >= first-8; t-- {
		if r.lower[t] == "of" || r.lower[t] == "for" {
			for k := t - 1; k >= start && k >= t-3; k-- {
				if v, end := r.phrase(&r.offices, k); v >= 0 && end == t && r.has(k, isCap) {
					return k
				}
			}
		} else if !r.has(t, isCap) && r.lower[t] != "and" && r.lower[t] != "the" {
			break
		}
	}
	return first
}

// courtesy reports whether a word of address tells nothing of an office.
func courtesy(w string) bool {
	switch w {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mister", "Messrs", "Messrs.":
		return true
	}
	return false
}

// titleFits keeps a noun that only happens to stand before a name from being
// read as its title: "told the minister Varga would resign".
func (r *reader) titleFits(core annot.TokenID, d *draft) bool {
	last := d.first - 1
	switch r.rel(last) {
	case ud.Obj, ud.Iobj, ud.Obl:
		return r.rel(d.Head).Universal() != ud.Nsubj || r.head(d.Head) == r.head(last) || r.has(last, isCap)
	}
	return true
}

// titleLeft widens a title from its office to the left: adjectives, nouns and
// names before it, up to an article, a possessive, a mark or another kind of
// word.
func (r *reader) titleLeft(core annot.TokenID) annot.TokenID {
	start, _ := r.bounds(core)
	left := core
	for t := core - 1; t >= start; t-- {
		switch r.pos(t) {
		case ud.ADJ, ud.NOUN, ud.PROPN, ud.X:
			if h := r.head(t); (h < t || h > core+8) && r.owner[t] < 0 {
				return left // hangs on something else
			}
			left = t
		case ud.PART:
			if t == start || r.owner[t-1] >= 0 || r.pos(t-1) != ud.NOUN {
				return left // "Lorvia's premier", but "the players' union boss"
			}
		case ud.PUNCT, ud.SYM:
			if w := r.words[t]; w != "-" && w != "–" && w != "‑" || !r.has(t, glued) {
				return left
			}
		default:
			return left
		}
	}
	return left
}

// ownerOfTitle reads whose officer a person is from a possessive before the
// title: "Lorvia's premier", "the fishermen's leader".
func (r *reader) ownerOfTitle(d *draft, left annot.TokenID) {
	start, _ := r.bounds(left)
	p := left - 1
	if p <= start || r.words[p] != "'s" && r.words[p] != "’s" && r.words[p] != "'" && r.words[p] != "’" {
		return
	}
	if o := r.owner[p-1]; o >= 0 {
		n := &r.drafts[o]
		d.Whole = d.Whole.Cover(n.Span)
		if n.Country != "" && d.Country == "" {
			d.Country = n.Country
		}
		if d.Affiliation.Empty() && n.Kind != annot.PersonMention {
			d.Affiliation = n.Span
		}
		return
	}
	if _, ok := r.roles[r.lower[p-1]]; ok && d.Affiliation.Empty() {
		first := p - 1
		for first > start && (r.pos(first-1) == ud.NOUN || r.pos(first-1) == ud.ADJ || r.pos(first-1) == ud.PROPN) {
			first--
		}
		d.Affiliation = r.seg.SpanOf(first, p-1)
	}
}

// bodyBehind reads whose a person is from what stands behind the name: "Vos of
// Meridian Research".
func (r *reader) bodyBehind(d *draft) {
	if d.Kind != annot.PersonMention || !d.Affiliation.Empty() {
		return
	}
	_, end := r.bounds(d.last)
	at := d.last + 1
	if at+1 >= end {
		return
	}
	switch r.lower[at] {
	case "of", "from", "at", "with":
	default:
		return
	}
	at++
	if r.lower[at] == "the" && at+1 < end {
		at++
	}
	o := r.owner[at]
	if o < 0 || r.drafts[o].first != at {
		return
	}
	switch n := &r.drafts[o]; n.Kind {
	case annot.OrganisationMention, annot.GovernmentMention, annot.OutletMention, annot.UnknownMention:
		if r.syn.Dominates(d.Head, n.Head) {
			d.Affiliation = n.Span
		}
	}
}
