package meeting

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// The words of a meeting's phrase are read off the surface, not off the tree:
// prepositional phrases behind a noun are what parsers attach worst, and it
// is there that a meeting's place, time and participants stand.

// chunk returns the first and the last token of the phrase around a noun.
func (r *reading) chunk(head annot.TokenID) (left, right annot.TokenID) {
	s := r.seg.Sentences[r.seg.SentenceOf(head)]
	return r.leftEdge(head, s.First), r.rightEdge(head, s.End)
}

// leftEdge walks left over modifiers to the determiner or the possessor.
func (r *reading) leftEdge(head, first annot.TokenID) annot.TokenID {
	left := head
	for t := head - 1; t >= first; t-- {
		w := &r.syn.Words[t]
		switch {
		case w.UPOS == ud.DET, w.Feats.Has(ud.Poss):
			return t
		case w.UPOS == ud.ADJ, w.UPOS == ud.NUM, w.UPOS == ud.NOUN, w.UPOS == ud.PROPN, w.UPOS == ud.X:
			left = t
		case w.UPOS == ud.PART && w.Rel == ud.Case: // a possessive mark
		case w.UPOS == ud.VERB && w.Rel == ud.Amod:
			if t > first && r.is("hold", w.Lemma) && (r.syn.Words[t-1].UPOS == ud.NOUN || r.syn.Words[t-1].UPOS == ud.PROPN) {
				return left // a tagger's slip: "the guild resumed talks"
			}
			left = t
		case w.UPOS == ud.ADV && left < head && r.syn.Words[left].UPOS == ud.ADJ:
			left = t
		case hyphen(r.seg.Word(t)) && t > first, r.glued(t): // "face-to-face", "three-day"
			left = t
		default:
			return left
		}
	}
	return left
}

// glued reports whether a hyphen follows a word without a space.
func (r *reading) glued(t annot.TokenID) bool {
	return t >= 0 && int(t)+1 < len(r.seg.Tokens) && hyphen(r.seg.Word(t+1)) && r.seg.Tokens[t].Span.End == r.seg.Tokens[t+1].Span.Start
}

func hyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

// rightEdge walks right over the complements that belong to a meeting: with
// whom, where, when, on what.
func (r *reading) rightEdge(head, end annot.TokenID) annot.TokenID {
	right := head
	for right+1 < end {
		next := r.complement(right+1, end)
		if next == right {
			break
		}
		right = next
	}
	return right
}

// complement returns the last token of the complement that begins at t, or
// t-1 where none does.
func (r *reading) complement(t, end annot.TokenID) annot.TokenID {
	if x := r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End); x != annot.None {
		_, stop := r.seg.Within(r.times.List[x].Span)
		return stop - 1
	}
	if t+1 >= end {
		return t - 1
	}
	if f := lower(r.seg.Word(t)); f == "there" || f == "here" {
		return t
	}
	switch lower(r.seg.Word(t)) {
	case "from":
		if x := r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End); x != annot.None && r.dated(x) {
			_, stop := r.seg.Within(r.times.List[x].Span)
			return stop - 1 // "from 3 to 5 May"
		}
	case "of", "with", "between", "among", "amongst":
		return r.mentionEnd(t+1, r.nominal(t+1, end, t-1), end)
	case "over", "about":
		return r.nominal(t+1, end, t-1)
	case "since":
		last := r.nominal(t+1, end, t-1)
		if last+1 < end && (r.syn.Words[last+1].UPOS == ud.AUX || r.syn.Words[last+1].UPOS == ud.VERB) {
			return t - 1 // "since talks were suspended"
		}
		return last
	case "for":
		if x := r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End); x != annot.None && r.times.List[x].Type == record.DurationType {
			_, stop := r.seg.Within(r.times.List[x].Span)
			return stop - 1 // "met for two hours on Friday"
		}
		if r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End) != annot.None && r.dated(r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End)) {
			return r.nominal(t+1, end, t-1)
		}
	case "in", "at", "near", "on":
		if r.placeAt(t+1) != annot.None || r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End) != annot.None || lower(r.seg.Word(t)) == "on" {
			return r.nominal(t+1, end, t-1)
		}
	}
	return t - 1
}

// mentionEnd returns the last token of the mention of an actor that begins at
// t (or behind an article there), where it reaches further than last: "of the
// ministers of Velia, Ostra and Lund".
func (r *reading) mentionEnd(t, last, end annot.TokenID) annot.TokenID {
	at := r.seg.Tokens[t].Span
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if m.Span.Start > at.End+1 {
			break
		}
		if m.Span.Start != at.Start && !(r.syn.Words[t].UPOS == ud.DET && m.Span.Start > at.Start) || r.actorAt(m.Head) == annot.None {
			continue
		}
		if _, stop := r.seg.Within(m.Span); stop-1 > last && stop <= end && !r.verbIn(t, stop) {
			last = stop - 1
		}
	}
	return last
}

// verbIn reports whether a finite verb stands among tokens: then a mention has
// swallowed a clause.
func (r *reading) verbIn(first, end annot.TokenID) bool {
	for t := first; t < end; t++ {
		if r.syn.Words[t].UPOS == ud.VERB {
			return true
		}
	}
	return false
}

// nominal returns the last token of the coordinated noun phrase at t, or
// otherwise where no noun stands there.
func (r *reading) nominal(t, end, otherwise annot.TokenID) annot.TokenID {
	last := otherwise
	for ; t < end; t++ {
		w := &r.syn.Words[t]
		switch w.UPOS {
		case ud.NOUN, ud.PROPN, ud.NUM, ud.PRON, ud.SYM, ud.X:
			last = t
		case ud.DET, ud.ADJ, ud.PART:
		case ud.CCONJ:
			if t+1 >= end || !nounish(r.syn.Words[t+1].UPOS) {
				return last
			}
		default:
			if !hyphen(r.seg.Word(t)) && !r.glued(t) {
				return last // "of closed-door talks" goes on
			}
		}
	}
	return last
}

func nounish(u ud.UPOS) bool {
	switch u {
	case ud.NOUN, ud.PROPN, ud.PRON, ud.DET, ud.ADJ, ud.NUM:
		return true
	}
	return false
}

// placeAt returns the place whose mention begins at t or one token on (behind
// an article), or None.
func (r *reading) placeAt(t annot.TokenID) annot.EntityID {
	for i := range r.ms.List {
		m := &r.ms.List[i]
		at := r.seg.Tokens[t].Span
		if m.Whole.Has(at.Start) || m.Span.Has(at.Start) || m.Span.Start > at.End && m.Span.Start-at.End <= 1 && r.syn.Words[t].UPOS == ud.DET {
			if p := r.placeOf(m.Head); p != annot.None {
				return p
			}
		}
		if m.Span.Start > at.End+1 {
			break
		}
	}
	return annot.None
}

// before returns the word before a token of the same sentence, in lower case,
// n tokens back; the empty string where there is none.
func (r *reading) before(t annot.TokenID, n int) string {
	s := r.seg.Sentences[r.seg.SentenceOf(t)]
	if t-annot.TokenID(n) < s.First {
		return ""
	}
	return lower(r.seg.Word(t - annot.TokenID(n)))
}

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

// object returns the object of a verb: of several, as where a title or "that"
// was read as one, the last that is an actor.
func (r *reading) object(verb annot.TokenID) annot.TokenID {
	best := annot.TokenID(annot.None)
	for d := range r.syn.Children(verb) {
		if r.syn.Words[d].Rel == ud.Obj && (best == annot.None || r.actorAt(d) != annot.None) {
			best = d
		}
	}
	return best
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
				if p := r.placeIn(c); p != annot.None {
					return p // "at the mission in Lund"
				}
			}
		}
	}
	return annot.None
}

// placeIn returns the place in which a thing is said to be, "the mission in
// Lund", or None.
func (r *reading) placeIn(t annot.TokenID) annot.EntityID {
	for c := range r.syn.Children(t) {
		if c > t && r.syn.Words[c].Rel.Universal() == ud.Nmod {
			switch p := r.caseOf(c); {
			case p == "in", p == "near", p == "outside", p == "at", p == "of" && r.actorAt(t) == annot.None:
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
			case "before":
				if x := r.timeAt(r.seg.Tokens[c].Span.Start, r.seg.Tokens[c].Span.End); x != annot.None && r.dated(x) && r.endOf(x) {
					return x // "before the end of the month" is in it; "before Friday" is not on Friday
				}
			case "", "on", "in", "at", "by", "for", "as", "from", "next", "later", "into", "within":
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

// talksBelow reports whether a verb of coming together says for or at what
// meeting: "gathered in Lund for talks" is told by the noun.
func (r *reading) talksBelow(t annot.TokenID) bool {
	return r.talksUnder(t) != annot.None
}

// talksUnder returns the noun by which a verb of coming together says for or
// at what meeting, or None: also "gather for what would be the first talks".
func (r *reading) talksUnder(t annot.TokenID) annot.TokenID {
	switch r.syn.Words[t].Lemma {
	case "gather", "assemble", "convene", "meet", "sit":
	default:
		return annot.None
	}
	for d := range r.syn.Children(t) {
		_, form := r.noun[lower(r.seg.Word(d))]
		if _, lemma := r.noun[r.syn.Words[d].Lemma]; !form && !lemma || d < t {
			continue
		}
		switch rel := r.syn.Words[d].Rel.Universal(); {
		case rel == ud.Obl && (r.caseOf(d) == "for" || r.caseOf(d) == "at" || r.caseOf(d) == "in"):
			return d
		case (rel == ud.Advcl || rel == ud.Acl || rel == ud.Ccomp || rel == ud.Obl) && r.marked(d, "for"):
			return d
		}
	}
	return annot.None
}

// asksTo reads "invited both sides to Doha": a meeting told by its place alone.
func (r *reading) asksTo(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if !r.is("asks-to", w.Lemma) {
		return false
	}
	if w.Rel == ud.Acl || w.Rel == ud.Amod {
		return false // "the ministers invited to Doha"
	}
	o := r.syn.Child(t, ud.Obj, ud.NsubjPass)
	if o == annot.None || r.actorAt(o) == annot.None || !r.several(r.actorAt(o)) && !r.meansSides(o) {
		return false
	}
	for _, up := range [2]annot.TokenID{t, o} {
		for d := range r.syn.Children(up) {
			if rel := r.syn.Words[d].Rel.Universal(); (rel == ud.Obl || rel == ud.Nmod) && r.caseOf(d) == "to" && r.placeOf(d) != annot.None {
				return true
			}
		}
	}
	for d := range r.syn.Children(t) {
		if r.syn.Words[d].Rel.Universal() == ud.Obl && r.caseOf(d) == "to" {
			return false // "summoned to a session"
		}
	}
	return r.adverb(o, "back") || w.Lemma == "summon" && r.timeUnder(t) != annot.None
}

// marked reports whether a clause begins with one of these words.
func (r *reading) marked(verb annot.TokenID, forms ...string) bool {
	for c := range r.syn.Children(verb) {
		if c > verb || r.syn.Words[c].Rel != ud.Mark {
			continue
		}
		for _, f := range forms {
			if lower(r.seg.Word(c)) == f {
				return true
			}
		}
	}
	return false
}

// asksWhen reports whether a clause asks for the time or the place of what it
// takes for granted: "did not confirm when talks would resume".
func (r *reading) asksWhen(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "when", "where", "how":
			return c < verb
		}
	}
	return false
}

// behindYet reports whether "yet to" stands right before a verb or its
// auxiliary.
func (r *reading) behindYet(verb annot.TokenID) bool {
	for n := 1; n <= 3; n++ {
		if r.before(verb, n) == "to" {
			return r.before(verb, n+1) == "yet"
		}
	}
	return false
}

// journey reports whether a verb tells of a journey that was made.
func (r *reading) journey(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	switch w.Lemma {
	case "travel", "fly", "go", "head", "arrive", "return", "come", "drive", "sail", "journey":
		return w.Feats.Has(ud.TensePast) && r.aux(verb, "had", "was", "were") == annot.None && !r.negated(verb)
	}
	return false
}

// counterfactual reports whether a verb stands in a condition that was not
// met: "had the talks gone ahead", "if they had met". Parsers often hang an
// inverted "had" on the verb of the main clause.
func (r *reading) counterfactual(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	if up := w.Head; w.Rel == ud.Acl && r.syn.Words[up].Rel == ud.Obj && w.Feats.Has(ud.TensePast) {
		had := r.syn.Words[up].Head // read as a thing had: "had the two sides met"
		return lower(r.seg.Word(had)) == "had" && r.syn.Words[had].Rel == ud.Advcl && r.nsubj(had) == annot.None
	}
	if w.Rel.Universal() != ud.Advcl || w.Head == annot.None {
		return false
	}
	if r.marked(verb, "if") {
		return r.aux(verb, "had") != annot.None && r.aux(w.Head, "would", "could", "might") != annot.None
	}
	first := verb
	for d := range r.syn.Children(verb) {
		if left, _ := r.syn.Edges(d); left < first {
			first = left
		}
	}
	if f := lower(r.seg.Word(first)); f != "had" {
		if first == 0 || lower(r.seg.Word(first-1)) != "had" || r.syn.Words[first-1].Head != w.Head {
			return false
		}
		first--
	}
	return r.nsubj(verb) != annot.None && r.nsubj(verb) > first && w.Feats.Has(ud.TensePast)
}

// staysHome reports whether a meeting is only what somebody does not go to.
func (r *reading) staysHome(c *candidate) bool {
	gov := r.syn.Words[c.head].Head
	if gov == annot.None || r.syn.Words[c.head].Rel.Universal() != ud.Obl || !r.negated(gov) {
		return false
	}
	l := r.syn.Words[gov].Lemma
	return (r.is("come", l) || r.is("due-verb", l)) && (r.caseOf(c.head) == "for" || r.caseOf(c.head) == "to" || r.caseOf(c.head) == "at")
}
