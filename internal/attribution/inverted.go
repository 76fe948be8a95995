package attribution

import "readout/internal/ud"

// inverted reads "The river comes first, says the envoy, Ana Ruz.", where the
// tree takes who speaks for an object: the verb stands right behind the comma
// that shuts a full clause, and a noun for somebody who can speak behind it.
func (r *reading) inverted(tr trigger) (candidate, bool) {
	c := tr.entry.takes(quoted, "")
	cue := r.cueRun(tr.t, tr.last)
	front := r.front(tr.t)
	comma := cue.first - 1
	if c == nil || c.weak || tr.passive || tr.entry.takes(addressed, "") != nil || tr.last != tr.t || cue.first != tr.t || !r.finite(tr.t) || comma <= front+1 || !r.isMark(comma, ",") || !r.mainFinite(run{front, comma - 1}) {
		return candidate{}, false
	}
	who := run{tr.t + 1, tr.t + 1}
	end := r.sentence(tr.t).last
	for who.last < end && !r.is(who.last+1, ud.PUNCT) {
		who.last++
	}
	if who.last >= end || !r.is(who.first, ud.DET, ud.PROPN, ud.NOUN, ud.ADJ, ud.NUM) && r.rel(who.first) != ud.NmodPoss || r.hasFinite(who) {
		return candidate{}, false
	}
	h := r.headIn(who)
	if !r.speakerKind(h) && !r.words.speakers[r.lemma(h)] || r.finiteAt(who.last+2, end) {
		return candidate{}, false
	}
	left, ok := r.edges(run{front, comma - 1})
	if !ok {
		return candidate{}, false
	}
	src := r.phrase(h, tr.t)
	if src.first != who.first || src.last < who.last {
		src = who
	}
	return candidate{class: c.class, head: tr.t, cue: cue, source: []run{src}, sourceHead: h, content: []run{left}}, true
}

// mainFinite reports whether a run holds a finite verb that is not in a
// relative clause.
func (r *reading) mainFinite(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if !r.is(t, ud.VERB, ud.AUX) || !r.feats(t, ud.VerbFormFin) {
			continue
		}
		h := t
		if r.rel(t) == ud.Aux || r.rel(t) == ud.AuxPass || r.rel(t) == ud.Cop {
			h = r.headOf(t)
		}
		if r.rel(h) != ud.AclRelcl {
			return true
		}
	}
	return false
}
