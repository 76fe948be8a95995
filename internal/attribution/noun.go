package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// nounAt looks a noun up.
func (r *reading) nounAt(t annot.TokenID) (trigger, bool) {
	for _, e := range r.words.nouns[strings.ToLower(r.lemma(t))] {
		if len(e.rest) == 0 {
			return trigger{t: t, last: t, entry: e}, true
		}
	}
	return trigger{}, false
}

// lightVerb returns the verb that makes a cue together with its object:
// "expressed a hope that", or None.
func (r *reading) lightVerb(n annot.TokenID) annot.TokenID {
	v := r.headOf(n)
	if v == annot.None || r.rel(n) != ud.Obj && r.rel(n) != ud.NsubjPass || !r.is(v, ud.VERB) || !r.words.light[r.lemma(v)] {
		return annot.None
	}
	return v
}

// noun reads "the union's promise to", "a warning by X that" and "expressed
// a hope that".
func (r *reading) noun(tr trigger) (candidate, bool) {
	v := r.lightVerb(tr.t)
	holder := r.holderOf(tr.t)
	if v != annot.None && (holder == annot.None || r.is(holder, ud.PRON)) {
		return r.light(tr, v)
	}
	if holder == annot.None {
		holder = r.modifierOf(tr)
	}
	if holder == annot.None || !r.is(holder, ud.NOUN, ud.PROPN, ud.PRON, ud.ADJ) {
		return candidate{}, false
	}
	if c, ok := r.copular(tr, holder); ok {
		return c, true
	}
	if c, ok := r.nounColon(tr, holder); ok {
		return c, true
	}
	x, c := r.nounContent(tr)
	if x == annot.None {
		x, c = r.thatClause(tr, holder)
	}
	if x == annot.None || x == holder || c.kind == phrasal && !r.is(x, ud.VERB, ud.AUX) {
		return candidate{}, false // a bare phrase is no clause: "their insistence on pay"
	}
	cue := run{r.nounStart(tr.t), tr.t}
	if holder == tr.t-1 && r.rel(holder) != ud.NmodPoss {
		cue.first = tr.t
	}
	if holder > tr.t {
		if holder > x {
			return candidate{}, false
		}
	} else if p := r.subtree(holder).last; p >= cue.first {
		cue.first = min(p+1, tr.t)
	}
	if _, p := r.prep(x); c.kind == phrasal && p.first == cue.last+1 {
		cue.last = p.last
	}
	a, ok := r.after(x, cue)
	if ok && holder > tr.t && r.rel(holder) == ud.Nmod && a.first > holder {
		if h := r.phrase(holder, x); h.last < a.first {
			src := source{runs: []run{h}, head: holder}
			return candidate{class: c.class, head: tr.t, cue: r.toPreposition(cue, h.first), source: src.runs, sourceHead: src.head, content: []run{r.oneVerb(a)}}, true
		}
	}
	if !ok || holder > tr.t && a.overlaps(r.subtree(holder)) {
		return candidate{}, false
	}
	a = r.oneVerb(a)
	src := r.sourceAt(holder, tr.t)
	return candidate{class: c.class, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// modifierOf returns who holds a noun with a full clause by the word before it:
// "radio reports that", "a Ugandan suggestion that".
func (r *reading) modifierOf(tr trigger) annot.TokenID {
	m := tr.t - 1
	if m < 0 || r.headOf(m) != tr.t || tr.entry.takes(clausal, "") == nil {
		return annot.None
	}
	x, c := r.nounContent(tr)
	if x == annot.None || c.kind != clausal {
		return annot.None
	}
	switch {
	case r.rel(m) == ud.Amod && r.is(m, ud.ADJ) && !r.lower(m) && m != r.sentence(m).first:
		return m
	case r.rel(m) == ud.Compound && (r.words.speakers[r.lemma(m)] || r.words.occasions[r.lemma(m)] || r.speakerKind(m)):
		return m
	}
	return annot.None
}

// toPreposition lengthens a cue that is a noun by the preposition between it
// and its holder: "assurances from".
func (r *reading) toPreposition(cue run, holder annot.TokenID) run {
	if t := cue.last + 1; t+1 == holder && (r.form(t) == "from" || r.form(t) == "among") {
		cue.last = t
	}
	return cue
}

// copular reads "Oslo's view is that the ban is dead" and "the word from Oslo
// was that".
func (r *reading) copular(tr trigger, holder annot.TokenID) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	x := r.headOf(tr.t)
	if c == nil || x < tr.t || r.rel(tr.t) != ud.NsubjOuter && r.rel(tr.t) != ud.Nsubj {
		return candidate{}, false
	}
	be := r.child(x, ud.Cop)
	if r.rel(tr.t) == ud.Nsubj && be == annot.None && r.lemma(x) == "be" {
		be, x = x, r.child(x, ud.Ccomp)
	}
	if be < tr.t || x < be {
		return candidate{}, false
	}
	that := be + 1
	for that < x && r.is(that, ud.ADV) {
		that++
	}
	if !strings.EqualFold(r.form(that), "that") {
		return candidate{}, false
	}
	a, ok := r.edges(run{that, r.subtree(x).last})
	if !ok {
		return candidate{}, false
	}
	cue := run{r.nounStart(tr.t), be}
	src := r.sourceAt(holder, tr.t)
	if holder > tr.t {
		cue.last = holder - 1
		if h := r.phrase(holder, x); h.last < be {
			src.runs, cue.last = []run{h}, h.first-1
		}
	} else if p := r.subtree(holder).last; p >= cue.first {
		cue.first = min(p+1, tr.t)
	}
	return candidate{class: c.class, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// nounColon reads "Oslo's answer came at once: not so fast", where a colon
// leads to what the noun that is the subject holds.
func (r *reading) nounColon(tr trigger, holder annot.TokenID) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil || r.rel(tr.t) != ud.Nsubj || r.rel(holder) != ud.NmodPoss || r.inside[tr.t] != annot.None || r.nounContentAt(tr) {
		return candidate{}, false
	}
	v, end := r.headOf(tr.t), r.sentence(tr.t).last
	if v < tr.t || r.rel(v) != ud.Root {
		return candidate{}, false
	}
	colon := tr.t + 1
	for colon < end && !r.isMark(colon, ":;—–\"“”") {
		colon++
	}
	if colon <= v || colon+2 > end || !r.isMark(colon, ":") {
		return candidate{}, false
	}
	a, ok := r.edges(run{colon + 1, end})
	if !ok {
		return candidate{}, false
	}
	src := r.sourceAt(holder, tr.t)
	cue := run{max(r.nounStart(tr.t), r.subtree(holder).last+1), tr.t}
	return candidate{class: c.class, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// nounContentAt reports whether a noun has content of its own behind it.
func (r *reading) nounContentAt(tr trigger) bool {
	x, c := r.nounContent(tr)
	return x != annot.None && c.kind != phrasal
}

// thatClause returns a full clause behind a noun that the tree takes for a
// relative one: "complaints from skippers that the talks had been held".
func (r *reading) thatClause(tr trigger, holder annot.TokenID) (annot.TokenID, *complement) {
	c := tr.entry.takes(clausal, "")
	if c == nil {
		return annot.None, nil
	}
	near := []annot.TokenID{tr.t, holder}
	for x := range r.syn.Children(tr.t) {
		if x > tr.t && r.rel(x) == ud.Nmod && x != holder && r.temporal(x) {
			near = append(near, x) // "statement of April 9 that"
		}
	}
	for _, n := range near {
		if n < tr.t {
			continue
		}
		for x := range r.syn.Children(n) {
			if r.rel(x) != ud.AclRelcl || x < n || !r.subjectful(x) {
				continue
			}
			first := r.subtree(x).first
			if strings.EqualFold(r.form(first), "that") && r.rel(first) == ud.Mark {
				return x, c
			}
			if !strings.EqualFold(r.form(first), "that") || r.headOf(first) != x || r.rel(first) == ud.Nsubj || r.rel(first) == ud.NsubjPass {
				continue
			}
			objects := 0
			for o := range r.syn.Children(x) {
				if r.rel(o) == ud.Obj || r.rel(o) == ud.Ccomp || r.rel(o) == ud.Xcomp {
					objects++
				}
			}
			if objects > 1 || r.modal(x) || r.passive(x) || r.hasChild(x, ud.Cop) || n == holder {
				return x, c
			}
		}
	}
	return annot.None, nil
}

// oneVerb cuts a clause that a noun holds where a second finite verb without
// a subject follows its own, which is the noun's verb: "the claim that the
// strike was illegal was thrown out".
func (r *reading) oneVerb(a run) run {
	seen := false
	for t := a.first; t <= a.last; t++ {
		if !r.is(t, ud.VERB, ud.AUX) || !r.feats(t, ud.VerbFormFin) {
			continue
		}
		h := t
		if r.rel(t) == ud.Aux || r.rel(t) == ud.AuxPass || r.rel(t) == ud.Cop {
			h = r.headOf(t)
		}
		if seen && !r.subjectful(h) && r.rel(h) != ud.Conj && !r.is(t-1, ud.CCONJ, ud.PUNCT, ud.PRON, ud.SCONJ, ud.ADP) && !r.relative(t-1) {
			return run{a.first, t - 1}
		}
		seen = true
	}
	return a
}

// light makes a candidate of a verb and a noun together.
func (r *reading) light(tr trigger, v annot.TokenID) (candidate, bool) {
	x, c := r.nounContent(tr)
	if x == annot.None {
		if x = r.child(v, ud.Ccomp); x == annot.None || x < tr.t || tr.entry.takes(clausal, "") == nil {
			x, c = r.lightPhrase(tr, v)
		} else {
			c = tr.entry.takes(clausal, "")
		}
	}
	if x == annot.None || tr.t < v {
		return candidate{}, false
	}
	cue := r.cueRun(v, tr.t)
	if _, p := r.prep(x); c.kind == phrasal && p.first == cue.last+1 {
		cue.last = p.last
	}
	a, ok := r.after(x, cue)
	if !ok {
		return candidate{}, false
	}
	src := r.sourceOf(v)
	return candidate{class: c.class, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// lightPhrase returns the phrase that the tree hangs on the verb instead of
// its noun.
func (r *reading) lightPhrase(tr trigger, v annot.TokenID) (annot.TokenID, *complement) {
	for x := range r.syn.Children(v) {
		if x < tr.t || r.rel(x) != ud.Obl && r.rel(x) != ud.Advcl && r.rel(x) != ud.Xcomp {
			continue
		}
		if p, _ := r.prep(x); p != "" {
			if c := tr.entry.takes(phrasal, p); c != nil {
				return x, c
			}
		}
		if c := tr.entry.takes(infinitive, ""); c != nil && r.infinite(x) && r.rel(x) != ud.Advcl {
			return x, c
		}
	}
	return annot.None, nil
}

// nounContent returns the clause or phrase behind a noun.
func (r *reading) nounContent(tr trigger) (annot.TokenID, *complement) {
	for x := range r.syn.Children(tr.t) {
		if x < tr.t {
			continue
		}
		switch r.rel(x) {
		case ud.Acl, ud.Ccomp, ud.Advcl, ud.Xcomp:
			if r.infinite(x) {
				if c := tr.entry.takes(infinitive, ""); c != nil {
					return x, c
				}
				continue
			}
			p, _ := r.prep(x)
			if c := tr.entry.takes(clausal, ""); c != nil && (p == "that" || r.rel(x) == ud.Ccomp && r.finite(x)) {
				return x, c
			}
			if c := tr.entry.takes(phrasal, p); c != nil && p != "" {
				return x, c
			}
		case ud.Nmod:
			p, _ := r.prep(x)
			if c := tr.entry.takes(phrasal, p); c != nil && p != "" {
				return x, c
			}
		}
	}
	return annot.None, nil
}

// nounStart returns the first of the adjectives before a noun.
func (r *reading) nounStart(n annot.TokenID) annot.TokenID {
	t := n
	for t > 0 && r.headOf(t-1) == n && (r.rel(t-1) == ud.Amod || r.rel(t-1) == ud.Compound) {
		t--
	}
	return t
}

// supports reports whether a verb only carries a noun that attributes: "has
// shown interest in".
func (r *reading) supports(v annot.TokenID) bool {
	o := r.child(v, ud.Obj)
	if o == annot.None || !r.words.light[r.lemma(v)] {
		return false
	}
	tr, ok := r.nounAt(o)
	if !ok || r.lightVerb(o) != v {
		return false
	}
	_, ok = r.noun(tr)
	return ok
}

// reduced reads "a charge denied by the ministry": what is denied is the noun
// before the participle.
func (r *reading) reduced(tr trigger, c *complement, cue run) (candidate, bool) {
	h := r.headOf(tr.t)
	if r.rel(tr.t) != ud.Acl || h == annot.None || h > tr.t || !r.is(h, ud.NOUN) || c.weak || !r.hasChild(tr.t, ud.OblAgent) {
		return candidate{}, false
	}
	a, ok := r.edges(run{r.nounPhrase(h), cue.first - 1})
	if !ok || !a.has(h) {
		return candidate{}, false
	}
	if t := cue.last + 1; strings.EqualFold(r.form(t), "by") {
		cue.last = t
	}
	return r.build(tr, c, cue, a)
}

// nounPhrase returns the first word of a noun's phrase.
func (r *reading) nounPhrase(h annot.TokenID) annot.TokenID {
	first := r.subtree(h).first
	for first < h && r.leading(first, h) {
		first++
	}
	return first
}
