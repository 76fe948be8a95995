package mention

import (
	"slices"
	"strings"

	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A proposal is a name that a model sees begin at a token.
type proposal struct {
	end  annot.TokenID // the token behind it; 0 where there is none
	kind annot.NameKind
}

// propose lays the names of a model out by token. Dates and sums are no names
// here.
func (r *reader) propose(names *annot.Names) {
	if names == nil {
		return
	}
	r.proposed = make([]proposal, len(r.words))
	for _, n := range names.List {
		first, end := r.seg.Within(n.Span)
		if first >= end || n.Kind == annot.DateName || n.Kind == annot.MoneyName || isMoney(r.words[first]) {
			continue
		}
		for end > first+1 && (!r.has(end-1, isWord) || n.Kind == annot.PersonName && r.small(end-1)) {
			end-- // "Varga sweetens offer"
		}
		for first+1 < end && !r.has(first, isCap) && !r.startsLow(first) {
			first++ // "army of Lorvia"
		}
		first = r.behindThe(first, end)
		if r.has(first, inTime) && r.has(end-1, inTime) {
			continue // "mid-March"
		}
		r.proposed[first] = proposal{end, n.Kind}
	}
	r.joinPartners()
}

// small reports whether a word begins with a small letter and stands alone.
func (r *reader) small(t annot.TokenID) bool {
	c, _ := utf8.DecodeRuneInString(r.words[t])
	return unicode.IsLower(c) && !r.has(t, glued)
}

// behindThe returns where the name at t begins: behind an article, but "The
// Hague".
func (r *reader) behindThe(t, end annot.TokenID) annot.TokenID {
	if t+1 < end && r.lower[t] == "the" && r.has(t+1, isCap) {
		if v, _ := r.phrase(&r.lists.names, t); v < 0 {
			return t + 1
		}
	}
	return t
}

// joinPartners makes one name of two that "&" stands between: a firm is named
// after its partners.
func (r *reader) joinPartners() {
	for t := len(r.proposed) - 1; t >= 0; t-- {
		p := &r.proposed[t]
		if p.end == 0 || int(p.end)+1 >= len(r.words) || r.words[p.end] != "&" {
			continue
		}
		q := &r.proposed[p.end+1]
		couple := p.kind == annot.PersonName && q.kind == annot.PersonName && int(p.end) > t+1 // with their given names
		if q.end != 0 && !couple && r.in(q.end-1, annot.TokenID(t)) {
			*p, *q = proposal{q.end, annot.OrganisationName}, proposal{}
		}
	}
}

// proposedAt reads the name that a model sees begin at t and returns the token
// behind it, or t. What the lists know at least as much of is read by the
// lists.
func (r *reader) proposedAt(t annot.TokenID) annot.TokenID {
	if r.proposed == nil || r.proposed[t].end == 0 || r.openingNoun(t) || !r.in(r.proposed[t].end-1, t) {
		return t
	}
	p := r.proposed[t]
	if p.end == t+1 && strings.ToLower(r.words[t]) == r.words[t] {
		return t // a noun
	}
	if v, end := r.phrase(&r.lists.names, t); v >= 0 && end >= p.end && r.listable(v, t, end) {
		return r.listed(r.listings[v], t, end)
	}
	if v, end := r.phrase(&r.lists.names, t); v >= 0 && end < p.end && r.dash(end) {
		return r.listed(r.listings[v], t, end) // "Lorvia-Tarsk talks"
	}
	if _, end := r.phrase(&r.offices, t); end > t && end < p.end && p.kind == annot.PersonName {
		t = end // a title in front
	}
	p = r.partAt(t, p)
	kind, by := r.kindByForm(t, p.end)
	switch {
	case kind == annot.PersonMention && p.kind == annot.PersonName, by == "mention/company-suffix":
	case kind == annot.PlaceMention && p.kind != annot.PersonName && p.kind != annot.OrganisationName, kind == annot.PlaceMention && r.building(p.end-1):
	default:
		kind, by = annot.UnknownMention, "mention/name-by-model"
	}
	if (p.kind == annot.ProductName || p.kind == annot.MiscName) && kind != annot.PlaceMention {
		kind, by = annot.OtherMention, "mention/other-name"
	}
	if head, ok := r.orgHeads[r.words[p.end-1]]; ok && p.kind == annot.OrganisationName {
		kind, by = head, "mention/organisation-by-head"
	}
	end := r.add(t, p.end, kind, by)
	d := &r.drafts[len(r.drafts)-1]
	if p.kind != annot.UnknownName {
		d.proof.voters = 1
	}
	switch p.kind {
	case annot.PersonName:
		d.proof.votes[0] = 2.5
		if d.first == d.last {
			d.proof.votes[0] = 1.6 // a single word can be anything
		}
	case annot.OrganisationName:
		d.proof.votes[2] = 2.5
	case annot.LocationName, annot.FacilityName:
		d.proof.votes[1] = 2.5
	case annot.NORPName:
		d.class = peopleAdj
		if pos := r.pos(d.Head); pos == ud.NOUN || pos == ud.PROPN && !r.modifies(d) {
			d.class = people
		}
	}
	return end
}

// dash reports whether the token at t is a dash or hyphen between two names.
func (r *reader) dash(t annot.TokenID) bool {
	switch r.words[t] {
	case "-", "–", "‑", "/", "—":
		return r.in(t+1, t) && r.has(t+1, isCap)
	}
	return false
}

// partAt returns what of a proposal should be read: what stands "and" where that
// is a whole name of an organisation, or of a person, and what stands before
// the hyphen of a pair, whose kind the model cannot tell. The rest is proposed
// anew.
func (r *reader) partAt(t annot.TokenID, p proposal) proposal {
	for x := t + 1; x+1 < p.end; x++ {
		if x == t+1 && (x+2 == p.end || r.dash(x+2)) && r.pairAt(x) {
			r.proposed[x+1] = proposal{p.end, annot.UnknownName}
			return proposal{x, annot.UnknownName}
		}
		if r.lower[x] == "nor" || r.lower[x] == "or" && p.kind == annot.PersonName { // "neither Varga nor Holt"
			r.proposed[r.behindThe(x+1, p.end)] = proposal{p.end, p.kind}
			return proposal{x, p.kind}
		}
		if r.lower[x] != "and" && r.words[x] != "," {
			continue
		}
		_, head := r.orgHeads[r.words[x-1]]
		lead := r.orgLeading[r.words[t]] && r.in(t+1, t) && r.lower[t+1] == "of"
		if head && !lead || p.kind == annot.PersonName || r.lower[x] == "and" && r.apart(t, x) {
			r.proposed[r.behindThe(x+1, p.end)] = proposal{p.end, p.kind}
			return proposal{x, p.kind}
		}
	}
	return p
}

// apart reports whether the report has what stands before and behind the "and"
// at x, within a name that begins at t, each elsewhere without the other:
// "Brask and Halden Group" are two where "Brask" and "Halden" also stand alone.
func (r *reader) apart(t, x annot.TokenID) bool {
	left, right := false, false
	for u := range annot.TokenID(len(r.words)) {
		switch {
		case u != t && r.words[u] == r.words[t] && int(u+x-t) < len(r.words) && slices.Equal(r.words[u:u+x-t], r.words[t:x]):
			left = left || r.lower[u+x-t] != "and"
		case u != x+1 && r.words[u] == r.words[x+1]:
			right = right || u == 0 || r.lower[u-1] != "and"
		}
	}
	return left && right
}

// building reports whether a word at the end of a name makes it a building's
// or a natural thing's rather than a body's.
func (r *reader) building(t annot.TokenID) bool {
	_, head := r.orgHeads[r.words[t]]
	return r.placeHeads[r.words[t]] && !head
}

// pairAt reports whether the token at t is a hyphen between two names that the
// report, or the list of those in office, also has alone: "the Varga-Brask
// summit".
func (r *reader) pairAt(t annot.TokenID) bool {
	if w := r.words[t]; w != "-" && w != "–" && w != "‑" || !r.has(t, glued) || !r.dash(t) || !r.in(t-1, t) {
		return false
	}
	return r.knownAlone(t-1) && r.knownAlone(t+1)
}

// knownAlone reports whether the word at t stands without a hyphen elsewhere in
// the report, or is the surname of somebody in office, and is no given name.
func (r *reader) knownAlone(t annot.TokenID) bool {
	w := r.words[t]
	if !r.has(t, isCap) {
		return false
	}
	if _, given := r.given[w]; given && !r.leaders[w] {
		return false
	}
	return r.leaders[w] || r.alone()[w]
}

// alone returns the words in capitals that stand somewhere without a hyphen.
func (r *reader) alone() map[string]bool {
	if r.unhyphened == nil {
		r.unhyphened = map[string]bool{}
		n := annot.TokenID(len(r.words))
		hyphen := func(t annot.TokenID) bool {
			return t >= 0 && t < n && (r.words[t] == "-" || r.words[t] == "–" || r.words[t] == "‑")
		}
		for t := range n {
			if r.has(t, isCap) && !hyphen(t-1) && !hyphen(t+1) {
				r.unhyphened[r.words[t]] = true
			}
		}
	}
	return r.unhyphened
}

// partyTag returns the end of the mark of a member of the US Congress, "R-Tenn.",
// that begins at t, or t.
func (r *reader) partyTag(t annot.TokenID) annot.TokenID {
	if w := r.words[t]; (w == "R" || w == "D" || w == "I") && r.in(t+2, t) && r.words[t+1] == "-" && r.has(t+1, glued) && r.has(t+2, glued) && r.has(t+2, isCap) {
		return t + 3
	}
	return t
}

// codedName returns the end of a name in capitals at t that the code of a
// country closes, "Harbours NZ", or t. A code that tells whose what follows is
// closes nothing: "Former UK ministers".
func (r *reader) codedName(t annot.TokenID) annot.TokenID {
	e := t
	for r.in(e, t) && e < t+3 && r.has(e, isCap) && !r.has(e, inTime|inHead) && (r.pos(e) == ud.PROPN || r.pos(e) == ud.NOUN) && !r.listedAt(e) && !r.officeName(e) {
		e++
	}
	if e == t || !r.in(e, t) || !r.has(e, isUpper) || r.given[r.words[t]] != 0 {
		return t
	}
	if v, end := r.phrase(&r.lists.names, e); v < 0 || end != e+1 || r.listings[v].class != country || r.listings[v].own || len(r.words[e]) > 3 {
		return t
	}
	if h := r.head(e); (h < t || h >= e) && r.head(e-1) != e && (h != r.head(e-1) || r.rel(e) != r.rel(e-1)) {
		return t
	}
	if next := e + 1; r.in(next, t) && (r.dash(next) || r.words[next] == "-" || r.pos(next) == ud.NOUN || r.pos(next) == ud.PROPN || r.pos(next) == ud.ADJ) {
		return t
	}
	return e + 1
}

// nationalName returns the end of the name of a firm that is called by its
// trade behind an adjective of nationality, "Lorvian Air", or t.
func (r *reader) nationalName(t annot.TokenID) annot.TokenID {
	next := t + 1
	if !r.has(t, isCap) || r.has(t, inHead) || !r.in(next, t) || !r.trades[r.words[next]] || r.lowered[r.lower[next]] {
		return t
	}
	if v, end := r.phrase(&r.lists.names, t); v < 0 || end != next || r.listings[v].class != nationality {
		return t
	}
	if r.in(next+1, t) && r.has(next+1, isCap) {
		return t
	}
	return next + 1
}

// openingNoun reports whether the word at t has its capital only because it
// opens a sentence: a noun for a good or a trade before a common noun, "Bin
// collections", "Bus drivers".
func (r *reader) openingNoun(t annot.TokenID) bool {
	return r.has(t, opens) && !r.has(t, isUpper) && r.openingNouns[r.lower[t]] && r.in(t+1, t) && !r.has(t+1, isCap) && r.pos(t+1) == ud.NOUN
}
