package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A taken act is what a frame's words hold: the thing or act, and to whom it
// is promised where he stands between ("promised the families that").
type act struct {
	what annot.Span
	to   annot.EntityID
	head annot.TokenID // the verb or noun of it
	// denied says that the clause is what its own subject will not do, and the
	// "not" is left out of what.
	denied bool
}

// complement finds what follows a frame, reading on behind its last word over
// adverbs, addressees and times. Where a complement begins goes by the words,
// where it ends by the tree, so that one wrong arc costs little.
func (r *reading) complement(t, last annot.TokenID, f *frame) (act, bool) {
	end := r.seg.Sentences[r.seg.SentenceOf(t)].End
	to := annot.EntityID(annot.None)
	for p := last + 1; p < min(end, last+12); {
		form := lower(r.seg.Word(p))
		switch {
		case form == "to" && (r.toVerb(p, end) || f.class != record.Refused && f.has(infinitive) && !f.prep("to") && p+1 < end && (r.syn.Words[p+1].UPOS == ud.ADJ || r.syn.Words[p+1].UPOS == ud.NOUN)), form == "not" && p+1 < end && lower(r.seg.Word(p+1)) == "to":
			if !f.has(infinitive) {
				return act{}, false
			}
			return r.infinitive(p, end, to)
		case f.prep(form) && r.syn.Words[p].UPOS != ud.VERB && !(form == "on" && r.timed(p+1)):
			return r.object(p, p+1, end, to)
		case form == "that" && f.has(clause) && p+1 < end && r.syn.Words[p].Rel != ud.Det:
			return r.that(p+1, end, to)
		case r.begins(p):
			next, who := r.past(p, end)
			if r.syn.Words[r.climb(p, end)].Rel == ud.Iobj {
				p, to = next, who
				continue
			}
			if next < end && (who != annot.None || r.syn.Words[p].UPOS == ud.PRON) && f.has(nounPhrase) && r.begins(next) && next == p+1 {
				p, to = next, who // "promised it access"
				continue
			}
			if next < end && next > p && r.leads(next, end, f) {
				p, to = next, who
				continue
			}
			if f.has(clause) && r.clauseAt(t, p) {
				return r.that(p, end, to)
			}
			if f.has(nounPhrase) && r.syn.Words[r.climb(p, end)].Rel != ud.OblUnmarked {
				return r.object(p, p, end, to)
			}
			if r.syn.Words[r.climb(p, end)].Rel != ud.OblUnmarked {
				return act{}, false
			}
			p = next
		case f.has(gerund) && r.syn.Words[p].UPOS == ud.VERB:
			return r.object(p, p, end, to)
		case r.skipped(p, end):
			p++
		case r.syn.Words[p].UPOS == ud.ADP:
			p, _ = r.past(p+1, end)
		default:
			return act{}, false
		}
	}
	return act{}, false
}

// toVerb reports whether a "to" opens an infinitive.
func (r *reading) toVerb(t, end annot.TokenID) bool {
	for x := t + 1; x < min(end, t+4); x++ {
		switch w := &r.syn.Words[x]; {
		case w.UPOS == ud.VERB || w.UPOS == ud.AUX:
			return !w.Feats.Has(ud.VerbFormGer) && !w.Feats.Has(ud.VerbFormFin)
		case w.UPOS == ud.ADV || markOf(r.seg.Word(x)):
		default:
			return false
		}
	}
	return false
}

// begins reports whether a noun phrase begins at t.
func (r *reading) begins(t annot.TokenID) bool {
	switch w := &r.syn.Words[t]; w.UPOS {
	case ud.DET, ud.NOUN, ud.PROPN, ud.PRON, ud.NUM, ud.SYM:
		return true
	case ud.ADJ:
		return w.Rel == ud.Amod
	}
	return false
}

// leads reports whether a complement of a frame opens at t by its own word.
func (r *reading) leads(t, end annot.TokenID, f *frame) bool {
	switch form := lower(r.seg.Word(t)); {
	case form == "to":
		return f.has(infinitive) && r.toVerb(t, end)
	case form == "that":
		return f.has(clause) && r.syn.Words[t].Rel == ud.Mark
	}
	return false
}

// clauseAt reports whether a clause without "that" begins at p: a subject with
// its verb behind it under the verb t.
func (r *reading) clauseAt(t, p annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if c <= p || r.syn.Words[c].Rel != ud.Ccomp {
			continue
		}
		if first, _ := r.syn.Edges(c); first == p {
			return true
		}
	}
	return false
}

// past returns the token behind the noun phrase at p, and who it is.
func (r *reading) past(p, end annot.TokenID) (annot.TokenID, annot.EntityID) {
	if p >= end {
		return end, annot.None
	}
	h := r.climb(p, end)
	if m := r.ms.ByHead(h); m != annot.None {
		_, e := r.seg.Within(r.ms.List[m].Span)
		return max(e, p+1), r.entity(h)
	}
	x := p
	for x < end && x <= h {
		x++
	}
	return max(x, p+1), annot.None
}

// skipped reports whether a token may stand between a frame and what it takes.
func (r *reading) skipped(t, end annot.TokenID) bool {
	switch w := &r.syn.Words[t]; w.UPOS {
	case ud.ADV:
		return true
	case ud.ADP, ud.SCONJ:
		return w.Rel == ud.CompoundPrt || w.Rel == ud.Fixed
	case ud.PUNCT:
		return markOf(r.seg.Word(t)) || r.seg.Word(t) == "," && t+1 < end && (r.syn.Words[t+1].UPOS == ud.ADP || r.syn.Words[t+1].UPOS == ud.ADV || lower(r.seg.Word(t+1)) == "to")
	}
	return markOf(r.seg.Word(t))
}

// climb returns the head of the phrase that begins at t: the highest word
// above it whose words all stand at t or behind.
func (r *reading) climb(t, end annot.TokenID) annot.TokenID { return r.climbFrom(t, t, end) }

// climbFrom is climb where a word at from, or two such as "out of", may open
// the phrase before t.
func (r *reading) climbFrom(from, t, end annot.TokenID) annot.TokenID {
	h := t
	for {
		up := r.syn.Words[h].Head
		if up == annot.None || up < t || up >= end {
			return h
		}
		if first, _ := r.syn.Edges(up); first < from-1 || first < from && r.syn.Words[first].UPOS != ud.ADP && r.syn.Words[first].UPOS != ud.ADV {
			return h
		}
		h = up
	}
}

// infinitive reads "to lift the toll", "not to sell" at p.
func (r *reading) infinitive(p, end annot.TokenID, to annot.EntityID) (act, bool) {
	first := p + 1
	if lower(r.seg.Word(p)) == "not" {
		first = p
		p++
	}
	for first < end && first > p && markOf(r.seg.Word(first)) {
		first++
	}
	v := p + 1
	for v < min(end, p+5) && (r.syn.Words[v].UPOS == ud.ADV || r.syn.Words[v].UPOS == ud.PART || markOf(r.seg.Word(v))) {
		v++ // what comes then is the verb, though "free" may be taken for an adjective
	}
	if v >= end || r.syn.Words[v].UPOS == ud.PUNCT {
		return act{}, false
	}
	if h := r.syn.Words[v].Head; r.syn.Words[v].UPOS == ud.AUX && h != annot.None && h > v {
		v = h
	}
	_, last := r.syn.Edges(v)
	last = r.ownEnd(v, last)
	return act{what: r.cutAt(first, last+1), to: to, head: v}, true
}

// ownEnd ends an infinitive before a finite verb that has no subject within
// it: in "a pledge to buy grain has helped" it belongs to the pledge.
func (r *reading) ownEnd(v, last annot.TokenID) annot.TokenID {
	subject := false
	for x := v + 1; x <= last; x++ {
		switch w := &r.syn.Words[x]; {
		case w.Rel == ud.Nsubj || w.Rel == ud.NsubjPass || w.Rel == ud.Expl || w.Rel == ud.Mark || w.UPOS == ud.SCONJ:
			subject = true
		case w.Rel == ud.Cc:
			subject = true
		case !subject && w.Feats.Has(ud.VerbFormFin) && (w.UPOS == ud.AUX || w.UPOS == ud.VERB):
			return x - 1
		}
	}
	return last
}

// object reads a noun phrase or a gerund at p, which a preposition at from may
// open.
func (r *reading) object(from, p, end annot.TokenID, to annot.EntityID) (act, bool) {
	for p < end && (markOf(r.seg.Word(p)) || r.syn.Words[p].UPOS == ud.ADV) {
		p++
	}
	if p >= end || r.syn.Words[p].UPOS == ud.PUNCT {
		return act{}, false
	}
	h := r.climbFrom(from, p, end)
	_, last := r.syn.Edges(h)
	last = r.furtherPhrases(r.ownEnd(h, last), end)
	return act{what: r.cutAt(p, last+1), to: to, head: h}, true
}

// furtherPhrases goes on over phrases that trees hang on the verb and that
// mostly belong to the noun before them: "pleas from carmakers for more time".
func (r *reading) furtherPhrases(last, end annot.TokenID) annot.TokenID {
	for last+2 < end && (r.syn.Words[last+1].UPOS == ud.ADP || r.syn.Words[last+1].UPOS == ud.SCONJ) {
		switch lower(r.seg.Word(last + 1)) {
		case "of", "from", "for", "between", "through", "worth", "over":
		default:
			return last
		}
		h := r.syn.Words[last+1].Head
		if h == annot.None || h <= last || r.syn.Words[h].UPOS == ud.VERB && !r.syn.Words[h].Feats.Has(ud.VerbFormGer) || r.timed(h) || r.syn.Words[h].Lemma == "time" {
			return last
		}
		_, next := r.syn.Edges(h)
		if next <= last {
			return last
		}
		last = next
	}
	return last
}

// timed reports whether a token stands in a time.
func (r *reading) timed(t annot.TokenID) bool {
	for i := range r.times.List {
		if r.times.List[i].Span.Overlaps(r.seg.Tokens[t].Span) {
			return true
		}
	}
	return false
}

// that reads a clause at p.
func (r *reading) that(p, end annot.TokenID, to annot.EntityID) (act, bool) {
	for p < end && markOf(r.seg.Word(p)) {
		p++
	}
	if p >= end {
		return act{}, false
	}
	from := p
	if p > 0 && lower(r.seg.Word(p-1)) == "that" {
		from = p - 1
	}
	h := r.climbFrom(from, p, end)
	_, last := r.syn.Edges(h)
	first := p
	if s := r.syn.Child(h, ud.Nsubj); s != annot.None && s < h && s <= p+1 && r.pronoun(s) {
		if x := r.pastAux(s+1, h); x > s {
			first = x // "assured them that it would pay"
		}
	}
	return act{what: r.cutAt(first, last+1), to: to, head: h, denied: first > p && r.denies(p, first)}, true
}
