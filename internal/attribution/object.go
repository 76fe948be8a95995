package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// nominal reads "rejected the offer", and its passive.
func (r *reading) nominal(tr trigger) (candidate, bool) {
	c := tr.entry.takes(nominal, "")
	if r.supports(tr.t) {
		return candidate{}, false
	}
	if k := tr.entry.takes(clausal, ""); c == nil && k != nil && k.class == feelClass {
		c = k
		if so := r.child(tr.t, ud.Advmod); so != tr.last+1 || !strings.EqualFold(r.form(so), "so") {
			return candidate{}, false
		}
	}
	if c == nil || !r.allowed(c, tr) && !(tr.passive && !c.weak) {
		return candidate{}, false
	}
	if tr.passive && (c.class == sayClass || c.class == knowClass) && !r.hasChild(tr.t, ud.OblAgent) {
		return candidate{}, false // "a payment was discussed"
	}
	o := r.prepObject(tr)
	if o == annot.None {
		o = r.dependent(tr, ud.Obj)
	}
	if x := r.child(tr.t, ud.Obj); tr.passive && (x == annot.None || x < tr.t) {
		o = r.child(tr.t, ud.NsubjPass) // but not of "villagers were promised a school"
	}
	cue := r.cueRun(tr.t, tr.last)
	if o == annot.None && r.rel(tr.t) == ud.AclRelcl && !tr.passive {
		return r.contact(tr, c, cue)
	}
	if o == annot.None && (c.class == believeClass || c.class == feelClass) && !tr.passive {
		if so := r.child(tr.t, ud.Advmod); so == cue.last+1 && strings.EqualFold(r.form(so), "so") {
			return r.build(tr, c, cue, run{so, so}) // "said he hoped so"
		}
	}
	if o == annot.None && tr.passive {
		return r.reduced(tr, c, cue)
	}
	if o == annot.None || o == tr.t || o < tr.t && r.lemma(o) == "what" {
		return candidate{}, false
	}
	if o < tr.t {
		if r.relative(o) {
			return r.build(tr, c, cue, r.trim(r.subtree(o)))
		}
		a, ok := r.before(o, cue.first)
		if !ok {
			return candidate{}, false
		}
		return r.build(tr, c, cue, a)
	}
	a, ok := r.after(o, cue)
	if !ok {
		return candidate{}, false
	}
	if tr.passive {
		return r.build(tr, c, cue, a) // its agent may follow
	}
	return r.build(tr, c, cue, r.runOn(r.widen(tr.t, o, a), tr.t, false))
}

// contact reads "a demand his rival had turned down": the object is the noun
// that the clause stands to.
func (r *reading) contact(tr trigger, c *complement, cue run) (candidate, bool) {
	s, h := r.subject(tr.t, 0), r.headOf(tr.t)
	if s == annot.None || r.relative(s) || h == annot.None || h > s || r.dependentContent(tr.t) {
		return candidate{}, false
	}
	a := run{r.subtree(h).first, min(r.subtree(s).first, s) - 1}
	if a.first > a.last {
		return candidate{}, false
	}
	for a.first < h && r.leading(a.first, h) {
		a.first++
	}
	if a, ok := r.edges(a); ok {
		return r.build(tr, c, cue, a)
	}
	return candidate{}, false
}

// widen takes in what the tree hangs on the verb behind an object though it
// belongs to what is held: "mocked the mediator for leaving", "the idea that".
func (r *reading) widen(v, o annot.TokenID, a run) run {
	for x := range r.syn.Children(v) {
		if x < o || r.isMark(r.subtree(x).first-1, ",;:-–—") || r.subtree(x).first != a.last+1 {
			continue
		}
		switch r.rel(x) {
		case ud.Obl, ud.Advcl, ud.Xcomp, ud.Ccomp, ud.Acl, ud.Nmod:
			if r.temporal(x) {
				continue
			}
			if p, _ := r.prep(x); p == "" || circumstances[p] {
				if r.rel(x) != ud.Ccomp && !r.infinite(x) {
					continue
				}
			}
			if b, ok := r.edges(run{a.first, r.subtree(x).last}); ok {
				a = b
			}
		}
	}
	return a
}

// circumstances are prepositions and conjunctions that tell when, where and
// why something is said, not what.
var circumstances = map[string]bool{"on": true, "in": true, "at": true, "during": true, "after": true, "before": true, "while": true, "when": true,
	"as": true, "by": true, "through": true, "via": true, "because": true, "since": true, "until": true, "if": true, "though": true, "although": true}
