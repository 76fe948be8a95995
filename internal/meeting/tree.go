package meeting

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

func lower(s string) string { return strings.ToLower(s) }

// caseOf returns the first preposition of a noun, in lower case.
func (r *reading) caseOf(t annot.TokenID) string {
	if c := r.syn.Child(t, ud.Case); c != annot.None {
		return lower(r.seg.Word(c))
	}
	return ""
}

// actorAt returns the entity of the mention headed by t, unless it is a
// place or nothing.
func (r *reading) actorAt(t annot.TokenID) annot.EntityID {
	e := r.ents.Of(r.ms.ByHead(t))
	if e == annot.None {
		return annot.None
	}
	switch r.ents.List[e].Kind {
	case annot.PlaceMention, annot.OtherMention, annot.OutletMention:
		return annot.None
	}
	return e
}

// placeOf returns the entity of the mention headed by t if it is a place.
func (r *reading) placeOf(t annot.TokenID) annot.EntityID {
	e := r.ents.Of(r.ms.ByHead(t))
	if e == annot.None || r.ents.List[e].Kind != annot.PlaceMention {
		return annot.None
	}
	return e
}

// placeUnder returns the place in a prepositional dependent of t.
func (r *reading) placeUnder(t annot.TokenID) annot.EntityID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Nmod, ud.Obl:
			switch r.caseOf(c) {
			case "in", "at", "near", "outside", "aboard", "to":
				if p := r.placeOf(c); p != annot.None {
					return p
				}
			}
		}
	}
	return annot.None
}

// timeUnder returns the time expression in a dependent of t that says when.
func (r *reading) timeUnder(t annot.TokenID) annot.TimexID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Nmod, ud.Obl, ud.Advmod:
			switch r.caseOf(c) {
			case "", "on", "in", "at", "by", "from", "next", "later", "before":
				if x := r.timeAt(r.seg.Tokens[c].Span.Start, r.seg.Tokens[c].Span.End); x != annot.None && r.dated(x) {
					return x
				}
			}
		}
	}
	return annot.None
}

// timeAt returns the time expression that shares a byte with [start, end).
func (r *reading) timeAt(start, end int) annot.TimexID {
	sp := annot.Span{Start: start, End: end}
	for i := range r.times.List {
		if r.times.List[i].Span.Overlaps(sp) {
			return annot.TimexID(i)
		}
	}
	return annot.None
}

// aux reports whether a verb has one of these auxiliaries.
func (r *reading) aux(verb annot.TokenID, forms ...string) annot.TokenID {
	for c := range r.syn.Children(verb) {
		if rel := r.syn.Words[c].Rel; rel != ud.Aux && rel != ud.AuxPass && rel != ud.Cop {
			continue
		}
		form := lower(r.seg.Word(c))
		for _, f := range forms {
			if form == f {
				return c
			}
		}
	}
	return annot.None
}

// negated reports whether a verb has "not", "never" or a subject with "no".
func (r *reading) negated(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "not", "n't", "n’t", "never":
			return true
		}
	}
	return false
}
