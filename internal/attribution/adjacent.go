package attribution

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// Trees err at the edges of noun phrases more than elsewhere. What follows
// corrects a source by the words beside it.

// mend returns a source with the words beside it that can only belong to it,
// and finds one where the tree has none though a noun stands before the cue.
func (r *reading) mend(s source, v annot.TokenID, cue run) source {
	if len(s.runs) == 0 && r.gerundive(v) {
		return r.participant(v)
	}
	if len(s.runs) == 0 {
		if s = r.nounBefore(v, cue); len(s.runs) == 0 {
			return s
		}
	}
	a := s.runs[0]
	if len(s.runs) > 1 || r.relative(a.first) && a.first == a.last {
		return s
	}
	if a.has(s.head) {
		a = r.sameLevel(a, s.head)
	}
	if b, h := r.governor(a, s.head, v); h != s.head {
		a, s.head = b, h
	}
	if a.overlaps(cue) {
		if a.first < cue.first {
			a.last = cue.first - 1
		} else if a.last > cue.last {
			a.first = cue.last + 1
		}
	}
	if first, head := r.leftward(a.first); first < a.first {
		a.first = first
		if head != annot.None {
			s.head = head
		}
	}
	if a.last < cue.first {
		a.last = r.rightward(a, s.head, cue.first)
	}
	for a.first < a.last && r.droppable(a.first) {
		a.first++
	}
	s.runs = []run{a}
	return s
}

// participant returns the source of a participle that the tree hangs
// nowhere: that of the attribution before it in its sentence and quotation,
// or else the subject of the sentence.
func (r *reading) participant(v annot.TokenID) source {
	if s := r.neighbour(v); len(s.runs) > 0 {
		return s
	}
	root := r.syn.Root(r.sent[v])
	if root == annot.None || root == v || r.inside[root] != r.inside[v] {
		return noSource
	}
	if s := r.subject(root, 0); s != annot.None && r.inside[s] == r.inside[v] {
		return r.sourceAt(s, root)
	}
	return noSource
}

// nounBefore returns the noun phrase that stands right before the cue of a
// full verb.
func (r *reading) nounBefore(v annot.TokenID, cue run) source {
	if r.infinite(v) || r.passive(v) || r.rel(v) == ud.Conj || r.rel(v) == ud.Xcomp || r.hasChild(v, ud.Expl) {
		return noSource
	}
	low := r.sentence(v).first
	t := cue.first - 1
	for t >= low && (r.is(t, ud.ADV) || r.isMark(t, ",") && t == cue.first-1) {
		t--
	}
	if t < low || !r.is(t, ud.NOUN, ud.PROPN, ud.PRON) || r.temporal(t) || r.inside[t] != r.inside[v] {
		return noSource
	}
	h := t
	for up := r.headOf(h); up != annot.None && up < cue.first && r.is(up, ud.NOUN, ud.PROPN, ud.PRON) && r.inside[up] == r.inside[v]; up = r.headOf(h) {
		h = up
	}
	return source{runs: []run{r.phrase(h, v)}, head: h}
}

// sameLevel cuts a run to the quotation of its head.
func (r *reading) sameLevel(a run, h annot.TokenID) run {
	for t := h; t >= a.first; t-- {
		if r.inside[t] != r.inside[h] && (r.shuts[t] == annot.None || r.utterance(r.shuts[t])) {
			a.first = t + 1
			break
		}
	}
	for t := h; t <= a.last; t++ {
		if q := r.opens[t]; q != annot.None && r.inside[t] != r.inside[h] && r.utterance(q) {
			a.last = t - 1
			break
		}
	}
	return a
}

// governor climbs from a noun that the tree takes for the subject though a
// preposition or a participle stands before it: to "a person" from "the talks"
// in "a person close to the talks said".
func (r *reading) governor(a run, h, v annot.TokenID) (run, annot.TokenID) {
	low := r.sentence(v).first
	p := a.first - 1
	if a.first > h || p <= low || r.inside[p] != r.inside[h] {
		return a, h
	}
	switch {
	case r.is(p, ud.VERB) && r.headOf(v) != p && (r.rel(p) == ud.AclRelcl || r.rel(p) == ud.Acl) && r.headOf(p) < p && r.is(r.headOf(p), ud.NOUN, ud.PROPN):
		g := r.headOf(p)
		b := r.phrase(g, v)
		b.last = max(b.last, a.last)
		return b, g
	case r.is(p, ud.ADP) && r.rel(h) == ud.Nsubj && r.lower(h):
		g := p - 1
		for g > low && r.is(g, ud.ADJ, ud.ADV, ud.ADP) {
			g--
		}
		if !r.is(g, ud.NOUN) || r.temporal(g) {
			return a, h
		}
		first, _ := r.leftward(g)
		return run{first, a.last}, g
	}
	return a, h
}

// leftward returns where a phrase begins: words of noun phrases right before
// it, and a first conjunct at the head of the sentence, of which it returns
// the last noun as well.
func (r *reading) leftward(t annot.TokenID) (first, head annot.TokenID) {
	low := r.sentence(t).first
	for t > low && r.nounly(t-1) && r.inside[t-1] == r.inside[t] && !r.is(t, ud.DET, ud.PRON) {
		t--
	}
	if t-1 > low && r.is(t-1, ud.CCONJ) && r.form(t-1) == "and" {
		u := t - 1
		for u > low && (r.nounly(u-1) || r.form(u-1) == "of") {
			u--
		}
		if u < t-1 && !r.is(u, ud.ADP) && (u == low || r.is(u-1, ud.PUNCT, ud.CCONJ, ud.SCONJ)) {
			return u, t - 2
		}
	}
	return t, annot.None
}

// nounly reports whether a word is one that noun phrases are made of.
func (r *reading) nounly(t annot.TokenID) bool {
	switch r.syn.Words[t].UPOS {
	case ud.NOUN, ud.PROPN, ud.NUM:
		return !r.temporal(t)
	case ud.ADJ, ud.DET:
		return r.rel(t) != ud.Root
	case ud.PRON:
		return r.rel(t) == ud.NmodPoss
	case ud.PART:
		return r.rel(t) == ud.Case
	}
	return false
}

// rightward returns where a phrase before its cue ends: phrases that follow a
// common noun without a comma say which one is meant.
func (r *reading) rightward(a run, h, cue annot.TokenID) annot.TokenID {
	t := a.last
	if t+1 >= cue || !r.is(t, ud.NOUN) || !r.is(t+1, ud.ADP, ud.VERB) || r.lower(h) == false {
		return t
	}
	for u := t + 1; u < cue; u++ {
		if r.is(u, ud.PUNCT, ud.AUX, ud.SCONJ, ud.ADV) || r.feats(u, ud.VerbFormFin) || r.inside[u] != r.inside[h] || r.temporal(u) && u-t < 4 {
			return t
		}
	}
	return cue - 1
}
