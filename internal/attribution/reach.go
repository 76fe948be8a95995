package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// Trees hang the ends of long clauses too high. A reported clause behind its
// cue runs on to where its words stop, and these rules say where that is.

// runOn lengthens content behind a cue over words that the tree has hung
// elsewhere.
func (r *reading) runOn(a run, v annot.TokenID, full bool) run {
	end := r.sentence(v).last
	for end > a.last && r.is(end, ud.PUNCT) {
		end--
	}
	for t := a.last + 1; t <= end; t++ {
		switch {
		case t > v && r.syn.Dominates(t, v):
			return a
		case r.inside[t] != r.inside[v] && r.inside[v] != annot.None:
			return a
		case r.is(t, ud.PUNCT) && r.opens[t] != annot.None && full, r.is(t, ud.PUNCT) && r.shuts[t] != annot.None && t > a.last+1:
			a.last = t
		case r.is(t, ud.PUNCT):
			if !full || !r.isMark(t, ",") || !r.goesOn(t+1, end, v) {
				return a
			}
			t++
			a.last = t
		case r.is(t, ud.CCONJ):
			if !r.joins(t, end, v, full) {
				return a
			}
			a.last = t
		case r.leaves(t, v, full):
			return a
		default:
			a.last = t
		}
	}
	return a
}

// goesOn reports whether content goes on behind a comma: with "and that",
// a quotation, or a clause with its own subject that attributes nothing.
func (r *reading) goesOn(t, end, v annot.TokenID) bool {
	if t+1 > end {
		return false
	}
	switch w := strings.ToLower(r.form(t)); w {
	case "including", "alongside", "especially", "particularly", "namely", "such":
		return true
	case "though", "although", "because", "unless", "since", "so":
		return r.shifted(r.verbBehind(t+1, end)) && !strings.HasSuffix(r.form(v), "s")
	}
	if r.is(t, ud.VERB) && !r.gerundive(t) && r.is(t-2, ud.NOUN, ud.PROPN) && !r.hasChild(t, ud.Aux) && !r.subjectful(t) && !r.quoting(t) && strings.HasSuffix(r.form(t), "ed") {
		return true // "control over the port, gained in a war"
	}
	if !r.is(t, ud.CCONJ) {
		return false
	}
	if r.form(t+1) == "that" && r.is(t+1, ud.SCONJ) || r.opens[t+1] != annot.None {
		return true
	}
	u := r.verbBehind(t+1, end)
	return u != annot.None && r.subjectful(u) && !r.quoting(u) && r.headOf(u) != annot.None
}

// shifted reports whether a verb stands a tense back, as verbs do inside what
// is reported in the past: "had left", "would leave".
func (r *reading) shifted(v annot.TokenID) bool {
	if v == annot.None {
		return false
	}
	for c := range r.syn.Children(v) {
		if r.rel(c) == ud.Aux {
			switch strings.ToLower(r.form(c)) {
			case "had", "would", "could", "might":
				return true
			}
		}
	}
	return false
}

// joins reports whether a conjunction goes on with the content rather than
// with a second verb of the speaker.
func (r *reading) joins(t, end, v annot.TokenID, full bool) bool {
	if t == end {
		return false
	}
	u := r.headOf(t)
	if u <= t || u > end || !r.is(u, ud.VERB, ud.AUX) && !r.hasChild(u, ud.Cop) {
		return full || u > t
	}
	if r.headOf(u) != v {
		return full && !(r.quoting(u) && !r.subjectful(u) && r.finite(u))
	}
	if r.subjectful(u) {
		return full && !r.quoting(u)
	}
	return full && r.modal(u)
}

// modal reports whether a verb has a modal auxiliary.
func (r *reading) modal(v annot.TokenID) bool {
	a := r.child(v, ud.Aux)
	if a == annot.None {
		return false
	}
	switch r.lemma(a) {
	case "will", "would", "can", "could", "may", "might", "shall", "should", "must":
		return true
	}
	return false
}

// verbBehind returns the first full verb or predicate behind a token that is
// the head of a clause.
func (r *reading) verbBehind(t, end annot.TokenID) annot.TokenID {
	for ; t <= end; t++ {
		if r.is(t, ud.VERB) && r.finite(t) || r.hasChild(t, ud.Cop) {
			return t
		}
	}
	return annot.None
}

// leaves reports whether a word begins what is no longer content: when and
// where the cue's own verb happened.
func (r *reading) leaves(t, v annot.TokenID, full bool) bool {
	h := r.headOf(t)
	switch {
	case r.is(t, ud.ADP) && h != annot.None && h > t && r.headOf(h) == v:
		return r.temporal(h) || r.occasion(h) || !full && (outside(r.form(t)) || r.is(t-1, ud.PROPN, ud.PRON, ud.VERB))
	case r.is(t, ud.SCONJ) && h != annot.None && (r.headOf(h) == v || !full && h > t):
		return outside(r.form(t)) && (!full || !strings.EqualFold(r.form(t), "because") && !strings.EqualFold(r.form(t), "as"))
	case r.headOf(t) == v && (r.temporal(t) || r.rel(t) == ud.Parataxis):
		return true
	}
	return false
}

// outside reports whether a word opens a circumstance of the attribution
// where the content is no full clause.
func outside(w string) bool {
	switch strings.ToLower(w) {
	case "during", "after", "before", "since", "until", "amid", "following", "despite", "while", "because", "although", "though", "when",
		"as", "whereas", "at", "via", "through":
		return true
	}
	return false
}

// occasion reports whether a noun names an occasion on which, or a medium in
// which, things are said.
func (r *reading) occasion(t annot.TokenID) bool { return r.words.occasions[r.lemma(t)] }

// front returns where a reported clause that ends before its cue begins: the
// head of the sentence, without what joins it to the text before.
func (r *reading) front(v annot.TokenID) annot.TokenID {
	s := r.sentence(v)
	t := s.first
	for t < v && (r.is(t, ud.CCONJ) || r.is(t, ud.PUNCT) && r.opens[t] == annot.None) {
		t++
	}
	return t
}

// bare reads "X said the offer was dead" where the tree gives the verb no
// clause: what follows it has a finite verb.
func (r *reading) bare(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil || !c.class.speech() && c.class != believeClass && c.class != feelClass || c.weak || tr.passive || tr.last != tr.t || r.infinite(tr.t) || r.afterWhat(tr.t) {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	end := r.sentence(tr.t).last
	start := r.bareStart(tr, cue, end)
	if start == annot.None || start >= end || r.inside[start] != r.inside[tr.t] && r.opens[start] == annot.None {
		return candidate{}, false
	}
	if !r.hasFinite(run{start, end}) {
		return candidate{}, false
	}
	a, ok := r.edges(r.runOn(run{start, start}, tr.t, true))
	if !ok || !r.hasFinite(a) {
		return candidate{}, false
	}
	return r.build(tr, c, cue, a)
}

// afterWhat reports whether a verb's object stands before it, as in "what X
// told us".
func (r *reading) afterWhat(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		if c < v && (r.rel(c) == ud.Obj || r.rel(c) == ud.Nsubj || r.rel(c) == ud.Obl) && r.is(c, ud.PRON) && (r.lemma(c) == "what" || r.rel(c) != ud.Nsubj && r.relative(c)) {
			return true
		}
	}
	return false
}

// bareStart returns where a clause without a tree begins: at a "that", right
// behind the cue, or at a pronoun that can only be a subject.
func (r *reading) bareStart(tr trigger, cue run, end annot.TokenID) annot.TokenID {
	for t := cue.last + 1; t <= end && t <= cue.last+14 && !r.is(t, ud.PUNCT); t++ {
		if strings.EqualFold(r.form(t), "that") && (r.is(t, ud.SCONJ) || t > cue.last+1) && !r.is(t, ud.DET) {
			if r.is(t-1, ud.NOUN) && tr.entry.takes(nominal, "") != nil {
				return annot.None // "demanded a guarantee that"
			}
			return t
		}
		if r.is(t, ud.VERB, ud.AUX) {
			break
		}
	}
	t := cue.last + 1
	if r.isMark(t, ",") { // "He hoped, he added, that ..."
		for u := t + 2; u <= end && u <= t+6; u++ {
			if r.isMark(u, ",") && u < end && strings.EqualFold(r.form(u+1), "that") && r.is(u+1, ud.SCONJ) {
				return u + 1
			}
		}
		return annot.None
	}
	if r.rel(t) == ud.CcPreconj && t < end {
		t++
	}
	if tr.entry.takes(addressed, "") == nil && r.is(t, ud.DET, ud.NOUN, ud.PROPN, ud.PRON, ud.ADJ, ud.NUM) && r.subjectful(tr.t) {
		if o := r.child(tr.t, ud.Obj); o == annot.None && r.nominative(t, end) || o > tr.t && r.finiteAt(r.subtree(o).last+1, end) {
			return cue.last + 1
		}
	}
	for ; t <= end && t <= cue.last+8 && !r.is(t, ud.PUNCT) && (r.child(tr.t, ud.Obj) == annot.None || tr.entry.takes(addressed, "") != nil); t++ {
		if r.is(t, ud.PRON) && r.feats(t, ud.CaseNom) && r.rel(t) != ud.Obj {
			return t
		}
	}
	return annot.None
}

// finiteAt reports whether a finite verb or auxiliary stands at a token, so
// that a noun phrase before it can only be its subject.
func (r *reading) finiteAt(t, end annot.TokenID) bool {
	for t <= end && r.is(t, ud.ADV) {
		t++
	}
	return t <= end && r.is(t, ud.AUX, ud.VERB) && r.feats(t, ud.VerbFormFin)
}

// nominative reports whether the words from t on open with a noun phrase and
// go on with a finite verb.
func (r *reading) nominative(t, end annot.TokenID) bool {
	for ; t <= end; t++ {
		switch {
		case r.is(t, ud.AUX), r.is(t, ud.VERB) && r.feats(t, ud.VerbFormFin):
			return true
		case outside(r.form(t)), r.is(t, ud.SCONJ, ud.VERB) && r.form(t) != "of" && r.form(t) != "for":
			return false
		case r.is(t, ud.PUNCT) && r.opens[t] == annot.None && r.shuts[t] == annot.None:
			return false
		}
	}
	return false
}

// takeTails lengthens content over a relative clause behind it that
// attributes in its turn: whose word that is, the clause around it says.
func (r *reading) takeTails() {
	for i := range r.found {
		c := &r.found[i]
		last := &c.content[len(c.content)-1]
		if c.quote || c.head > last.first {
			continue
		}
		a := r.relativeTail(*last, c.head)
		for j := range r.found {
			if t := r.found[j].head; t > last.last && t <= a.last {
				*last = a
				break
			}
		}
	}
}

// relativeTail lengthens content over a relative clause behind a comma that
// the tree hangs on a word of it: "losses like those of the lenders, which
// agreed to wait".
func (r *reading) relativeTail(a run, v annot.TokenID) run {
	t := a.last + 2
	if int(t) >= len(r.inside) || !r.isMark(t-1, ",") || r.sent[t] != r.sent[a.last] || r.inside[t] != r.inside[a.last] || !r.is(t, ud.PRON, ud.ADV, ud.DET, ud.ADP) {
		return a
	}
	for h := r.headOf(t); h != annot.None; h = r.headOf(h) {
		if rel := r.rel(h); rel == ud.AclRelcl || rel == ud.AdvclRelcl {
			if g := r.headOf(h); g == annot.None || !a.has(g) || h == v {
				return a
			}
			b := r.subtree(h)
			if b.first > t || b.last <= a.last {
				return a
			}
			if b, ok := r.edges(run{a.first, b.last}); ok {
				return b
			}
		}
	}
	return a
}
