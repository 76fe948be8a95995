package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// adjectiveAt looks up an adjective, or a participle used as one.
func (r *reading) adjectiveAt(t annot.TokenID) (trigger, bool) {
	for _, e := range r.words.adjectives[strings.ToLower(r.form(t))] {
		if last, ok := r.restAt(t, e.rest); ok {
			return trigger{t: t, last: last, entry: e}, true
		}
	}
	return trigger{}, false
}

// adjective reads "X is confident that", "remains open to" and "leaders wary
// of".
func (r *reading) adjective(tr trigger) (candidate, bool) {
	x, c := r.adjectiveContent(tr)
	if x == annot.None || c.class == refuseClass && !r.negated(tr.t) {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	src := noSource
	g := r.headOf(tr.t)
	switch {
	case r.subjectful(tr.t):
		src = r.sourceAt(r.subject(tr.t, 0), tr.t)
	case r.rel(tr.t) == ud.Xcomp && g < tr.t && r.is(g, ud.VERB) && r.child(g, ud.Obj) == annot.None:
		if src = r.sourceOf(g); r.passive(g) {
			if s := r.subject(tr.t, reach); s != annot.None {
				src = r.sourceAt(s, tr.t)
			}
		} else {
			cue.first = r.cueRun(g, g).first
		}
	case c.class == intendClass && r.hasChild(tr.t, ud.Expl) && r.child(tr.t, ud.Expl) < tr.t:
		e := r.child(tr.t, ud.Expl) // "it was willing to", of a party
		src = source{runs: []run{{e, e}}, head: e}
	case r.rel(tr.t) == ud.Conj && r.subject(tr.t, reach) != annot.None:
		src = r.sourceAt(r.subject(tr.t, reach), tr.t)
	case (r.rel(tr.t) == ud.Amod || r.rel(tr.t) == ud.Acl) && g != annot.None && g < tr.t:
		src = source{runs: []run{r.phrase(g, tr.t)}, head: g}
	case r.rel(tr.t) == ud.Advcl && !r.infinite(tr.t):
		if s := r.subject(g, reach); s != annot.None {
			src = r.sourceAt(s, tr.t)
		}
	}
	if src.head == annot.None || r.is(src.head, ud.PRON) && !r.minded(src.head) && !r.relative(src.head) && (c.class != intendClass && (c.kind != phrasal || c.class.speech()) || r.lemma(src.head) != "it") {
		return candidate{}, false
	}
	if _, p := r.prep(x); c.kind == phrasal && p.first == cue.last+1 {
		cue.last = p.last
	}
	a, ok := r.after(x, cue)
	if !ok {
		return candidate{}, false
	}
	if r.is(src.head, ud.PRON, ud.NOUN, ud.PROPN) && !r.relative(src.runs[0].first) {
		src = r.mend(src, tr.t, cue)
	}
	a = r.runOn(a, tr.t, false)
	return candidate{class: c.class, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// negated reports whether a word is negated, or what somebody refuses: "would
// not be drawn", "declined to be drawn".
func (r *reading) negated(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if c < t && r.feats(c, ud.PolarityNeg) {
			return true
		}
	}
	g := r.headOf(t)
	return r.rel(t) == ud.Xcomp && g != annot.None && r.leads(g, t)
}

// unwilling reports whether somebody, or none of some, will not do what a verb
// says: "would not discuss", "neither club would discuss".
func (r *reading) unwilling(v annot.TokenID) bool {
	x := r.child(v, ud.Aux)
	if x == annot.None || !r.modal(v) {
		return false
	}
	if r.negated(v) {
		return true
	}
	s := r.subject(v, 1)
	if s == annot.None {
		return false
	}
	for _, t := range []annot.TokenID{s, r.child(s, ud.Det), r.subtree(s).first} {
		if t == annot.None {
			continue
		}
		switch strings.ToLower(r.form(t)) {
		case "neither", "none", "nobody", "no":
			return true
		}
	}
	return false
}

func (r *reading) adjectiveContent(tr trigger) (annot.TokenID, *complement) {
	for x := range r.syn.Children(tr.t) {
		if x < tr.t {
			continue
		}
		switch r.rel(x) {
		case ud.Ccomp, ud.Xcomp, ud.Advcl, ud.Csubj:
			if r.infinite(x) {
				if c := tr.entry.takes(infinitive, ""); c != nil {
					return x, c
				}
				continue
			}
			p, _ := r.prep(x)
			if c := tr.entry.takes(clausal, ""); c != nil && (p == "that" || p == "whether" || p == "" && r.finite(x) && r.rel(x) != ud.Advcl) {
				return x, c
			}
			if c := tr.entry.takes(phrasal, p); c != nil && p != "" {
				return x, c
			}
		case ud.Obl, ud.Nmod:
			p, _ := r.prep(x)
			if c := tr.entry.takes(phrasal, p); c != nil && p != "" {
				return x, c
			}
			if c := tr.entry.takes(infinitive, ""); c != nil && r.subtree(x).first == tr.last+1 && strings.EqualFold(r.form(tr.last+1), "to") && r.homograph(tr.last+2) {
				return x, c
			}
		}
	}
	return annot.None, nil
}
