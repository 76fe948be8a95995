package event

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A deed is what a word, alone or with another, tells of.
type deed struct {
	root       record.EventType
	at         annot.TokenID // the verb or noun
	last       annot.TokenID // the other of its words, or at
	actors     []annot.EntityID
	recipients []annot.EntityID
	object     annot.Spans
	by         annot.By
}

// code reads a verb: with the noun of its object ("launched an attack"), with
// the word that follows ("called on"), or alone.
func (r *reading) code(t annot.TokenID) (deed, bool) {
	d := deed{at: t, last: t, by: "event/verb"}
	lemma := r.lemma(r.syn.Words[t].Lemma, r.seg.Word(t))
	if root, next := r.pairOf(t, lemma); root != "" {
		d.root, d.last, d.by = root, next, "event/pair"
		if root == record.Reject && r.is("down tools", lemma+" "+strings.ToLower(r.seg.Word(next))) && r.workers(r.syn.Child(t, ud.Nsubj)) {
			d.root = record.Protest // "walked out"
		} else if root == record.Reject && r.leavesPlace(t, next, lemma) {
			return d, false
		}
		if r.syn.Words[next].UPOS == ud.NOUN {
			if r.class["captive"][r.syn.Words[next].Lemma] {
				d.recipients = r.parties(next)
			}
			if len(d.recipients) == 0 {
				d.recipients = r.recipientsOf(t, next)
			}
			if d.root == record.Aid && d.recipients == nil {
				d.recipients = []annot.EntityID{} // "sent doctors": not to the doctors
				if o := r.undergoer(t); o != annot.None && o != next {
					d.recipients = append(d.recipients, r.against(o)...) // "sent 20 tonnes of seed to Dorn"
				}
			}
		}
	} else if n := r.deedNoun(t, lemma); n != annot.None {
		d.root, d.last, d.by = r.nounRoot(n), n, "event/light-verb"
		if d.root == record.Accuse && r.is("vow", lemma) {
			d.root = record.Agree // "promised an inquiry"
		}
		if d.root == record.Support && r.is("deal", r.syn.Words[n].Lemma) && lemma != "sign" {
			d.root = record.Agree
		}
		if lemma == "offer" && soft(d.root) && d.root != record.Support || lemma == "offer" && d.root == record.Retreat {
			return d, false // what is offered is not done
		}
		d.recipients = r.recipientsOf(t, n)
	} else if root, ok := r.verb[lemma]; ok && r.framed(t, lemma) {
		d.root = r.vowed(t, lemma, root)
	} else {
		return d, false
	}
	d.actors = r.actors(t)
	if r.showsForce(d) {
		d.root = record.Mobilize
	} else if d.root == record.Mobilize && len(d.actors) > 1 && r.has(t, "jointly", "together") {
		d.root = record.Cooperate // "will jointly patrol"
	}
	if d.recipients == nil && !r.onlyNoun(d) {
		d.recipients = r.recipients(t, d.actors)
	}
	if o := r.undergoer(t); (d.root == record.Mobilize || d.root == record.Retreat) && o != annot.None && r.ownForce(o, d.actors) {
		d.recipients = without(r.against(t), append(r.parties(o), d.actors...))
	}
	if c := r.syn.Child(t, ud.Ccomp); c != annot.None && d.root == record.Request && len(d.recipients) == 0 {
		d.recipients = r.parties(r.syn.Child(c, ud.Nsubj)) // "demanded that Dorn apologise"
	}
	if d.root == record.Threaten && len(d.recipients) == 0 {
		if what := r.syn.Child(t, ud.Xcomp); what != annot.None {
			d.recipients = without(r.recipients(what, d.actors), d.actors) // "threatened to sue Dorn"
		}
	}
	if d.root == record.Reject && len(d.recipients) == 0 {
		if what := r.syn.Child(t, ud.Xcomp); what != annot.None {
			o := r.syn.Child(what, ud.Obj)
			if o != annot.None && !meets(r.ofNoun(o), d.actors) {
				d.recipients = without(r.parties(o), d.actors) // "refused to meet Dorn", not "to pull its militia back"
			}
		}
	}
	d.object = r.object(t)
	return d, true
}

// vowed returns the root of a verb that may vow something: a threat where it is
// harm, a refusal where it is that something will never be done.
func (r *reading) vowed(t annot.TokenID, lemma string, root record.EventType) record.EventType {
	if !r.is("vow", lemma) {
		return root
	}
	what := r.syn.Child(t, ud.Xcomp)
	if what == annot.None {
		what = r.clauseOf(t)
	}
	switch {
	case r.hostile(what, lemma) || what != annot.None && r.unless(what):
		return record.Threaten
	case r.is("oath", lemma) && what != annot.None && r.negated(what):
		return record.Reject // "swore never to sign"
	}
	return root
}

// without returns the entities that are not among others.
func without(es, others []annot.EntityID) []annot.EntityID {
	return slices.DeleteFunc(slices.Clone(es), func(e annot.EntityID) bool { return slices.Contains(others, e) })
}

// framed reports whether a verb stands as it must to tell of its deed: with
// an object ("returned the boats"), without one ("rallied in the square"), or
// without an infinitive ("sought talks", not "sought to talk").
func (r *reading) framed(t annot.TokenID, lemma string) bool {
	o := r.undergoer(t)
	object := o != annot.None || r.passive(t)
	if r.is("figurative", lemma) && (r.is("idiom", r.lemmaOf(o)) || o == annot.None && r.hitsBack(t)) {
		return false // "struck a chord", "shot back within hours"
	}
	clause := r.syn.Child(t, ud.Xcomp, ud.Ccomp) != annot.None
	switch {
	case r.is("opinion", lemma) && !object && !clause && r.onlyOpinion(t):
		return false
	case r.is("with party", lemma):
		return r.passive(t) || o != annot.None && (len(r.parties(o)) > 0 || r.isPlace(o) || len(r.ofNoun(o)) > 0 || r.class["captive"][r.syn.Words[o].Lemma] || r.is("built", r.syn.Words[o].Lemma))
	case r.is("with force", lemma):
		return o == annot.None || r.passive(t) || r.ofForce(o)
	case r.is("with object", lemma):
		return object || clause && lemma == "decline"
	case r.is("without object", lemma):
		return !object
	case r.is("without clause", lemma):
		return !clause
	case r.is("with future", lemma):
		c := r.syn.Child(t, ud.Ccomp)
		return c != annot.None && r.has(c, "will", "would", "’ll", "'ll")
	case r.is("oath", lemma):
		c := r.syn.Child(t, ud.Ccomp)
		return c == annot.None || !r.has(c, "had", "has", "have", "did") // "swore that they had not"
	}
	return true
}

// ofForce reports whether an object is what an army moves: arms, vessels, or
// people.
func (r *reading) ofForce(o annot.TokenID) bool {
	l := r.syn.Words[o].Lemma
	return r.class["force"][l] || r.class["arms"][l] || r.class["vessel"][l] || r.class["missile"][l] || len(r.parties(o)) > 0
}

// hitsBack reports whether a verb of striking says only that somebody answers:
// it has "back", and nobody at whom.
func (r *reading) hitsBack(t annot.TokenID) bool {
	back := false
	for c := range r.syn.Children(t) {
		if c < t {
			continue
		}
		back = back || strings.EqualFold(r.seg.Word(c), "back")
		if k := r.caseOf(c); k == "at" || k == "on" && !r.temporal(c) {
			return false
		}
	}
	return back
}

// onlyOpinion reports whether a verb of agreeing or fighting takes a side on a
// thing, and no party's: "agreed with that sentiment", "fights for fair trade".
func (r *reading) onlyOpinion(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if k := r.caseOf(c); r.syn.Words[c].Rel.Universal() == ud.Obl && (k == "with" || k == "for") && c > t && !r.temporal(c) {
			return len(r.parties(c)) == 0
		}
	}
	return false
}

// workers reports whether a noun is one for those who work.
func (r *reading) workers(n annot.TokenID) bool {
	if n == annot.None {
		return false
	}
	if r.is("amount", r.syn.Words[n].Lemma) {
		if of := r.syn.Child(n, ud.Nmod); of != annot.None {
			n = of
		}
	}
	return r.is("worker", r.syn.Words[n].Lemma) || r.is("worker", strings.ToLower(r.seg.Word(n)))
}

// showsForce reports whether a deed only shows what a party could do: its
// missiles fall into the sea, or it holds exercises by itself.
func (r *reading) showsForce(d deed) bool {
	switch {
	case d.root == record.Cooperate && d.last != d.at && len(d.actors) < 2 && len(d.recipients) == 0:
		a := r.syn.Child(d.last, ud.Amod)
		return r.is("drill", r.syn.Words[d.last].Lemma) && (a == annot.None || !strings.EqualFold(r.seg.Word(a), "joint"))
	case d.root == record.Assault && d.last != d.at && r.class["missile"][r.syn.Words[d.last].Lemma]:
		for c := range r.syn.Children(d.at) {
			if r.syn.Words[c].Rel.Universal() == ud.Obl && r.is("sea", r.syn.Words[c].Lemma) {
				return true
			}
		}
	}
	return false
}

// hostile reports whether what somebody vows to do would harm another: a deed
// of a root of conflict, or a verb of harm. Of promises, which are made to
// those who hope for them, harm must be plain.
func (r *reading) hostile(verb annot.TokenID, vow string) bool {
	if verb == annot.None || r.negated(verb) {
		return false
	}
	if lemma := r.syn.Words[verb].Lemma; r.is("harm", lemma) || r.is("grim", lemma) && r.is("oath", vow) {
		return true
	}
	d, ok := r.code(verb)
	if !ok {
		return false
	}
	switch d.root {
	case record.Sanction, record.Coerce, record.Assault, record.Mobilize, record.Protest, record.Accuse, record.Reject:
		return true
	}
	return false
}

// onlyNoun reports whether the deed's other word is the verb's own object or
// subject, which is no party to it.
func (r *reading) onlyNoun(d deed) bool { return d.by == "event/light-verb" }

// pairOf returns the root of a verb with a particle, a preposition or an
// object that must follow it, and that word.
func (r *reading) pairOf(t annot.TokenID, lemma string) (record.EventType, annot.TokenID) {
	if !r.first[lemma] {
		return "", t
	}
	for c := range r.syn.Children(t) {
		if root, n := r.triple(t, c, lemma); root != "" {
			return root, n
		}
		if root, n := r.measured(t, c, lemma); root != "" {
			return root, n
		}
		if root, ok := r.pairWord(lemma, c); ok && (c > t || r.syn.Words[c].Rel == ud.NsubjPass) {
			return root, c
		}
		if k := r.syn.Child(c, ud.Case, ud.Mark); k != annot.None && k > t {
			next := strings.ToLower(r.seg.Word(k))
			if p := r.syn.Child(t, ud.CompoundPrt); p != annot.None && p != k && r.syn.Words[k].Rel == ud.Case {
				continue // "signed off on" is no "signed on"
			}
			if next != "until" && r.temporal(c) {
				continue
			}
			if next == "to" && r.syn.Words[k].Rel == ud.Mark {
				next = toDo
			}
			if root, ok := r.pair[lemma+" "+next]; ok && (root != record.Request || r.verb[lemma] != record.Accuse || r.syn.Child(t, ud.Obj) == annot.None) {
				return root, k // but who sues somebody for something accuses him
			}
		}
	}
	o := r.undergoer(t)
	if o == annot.None || r.syn.Child(t, ud.Xcomp, ud.Ccomp) != annot.None {
		return "", t
	}
	if root, ok := r.pair[lemma+" "+aParty]; ok && len(r.parties(o)) > 0 && !r.twoObjects(t) {
		return root, t
	}
	if root, ok := r.pair[lemma+" "+aPlace]; ok && r.isPlace(o) {
		return root, t
	}
	return "", t
}

// twoObjects reports whether a verb has two objects, and so gives the one the
// other's name: "calls it a tax".
func (r *reading) twoObjects(t annot.TokenID) bool {
	n := 0
	for c := range r.syn.Children(t) {
		if rel := r.syn.Words[c].Rel.Universal(); c > t && (rel == ud.Obj || rel == ud.Iobj) {
			n++
		}
	}
	return n > 1
}

// leavesPlace reports whether who walks out only comes out of somewhere, and
// not out of talks: "walked out of the gate".
func (r *reading) leavesPlace(t, out annot.TokenID, lemma string) bool {
	w := &r.syn.Words[out]
	if !r.is("down tools", lemma+" "+strings.ToLower(r.seg.Word(out))) || w.Rel.Universal() != ud.Case || w.Head == t {
		return false
	}
	n := &r.syn.Words[w.Head]
	return n.Rel.Universal() == ud.Obl && !r.class["talks"][n.Lemma] && len(r.parties(w.Head)) == 0
}

// triple returns the root of a verb with a particle and what must follow both:
// an object ("called off a strike") or a preposition ("holding out for a
// rise"), and that word.
func (r *reading) triple(t, particle annot.TokenID, lemma string) (record.EventType, annot.TokenID) {
	if rel := r.syn.Words[particle].Rel; rel != ud.CompoundPrt && rel != ud.Advmod || particle < t {
		return "", t
	}
	key := lemma + " " + strings.ToLower(r.seg.Word(particle))
	if o := r.undergoer(t); o != annot.None {
		root, _ := r.behindWord(key, strings.ToLower(r.seg.Word(o)), r.syn.Words[o].Lemma)
		return root, o
	}
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel.Universal() == ud.Obl && c > t && r.caseOf(c) != "without" {
			if root, ok := r.pair[key+" "+r.caseOf(c)]; ok {
				return root, particle
			}
			if root, ok := r.behindWord(key, strings.ToLower(r.seg.Word(c)), r.syn.Words[c].Lemma); ok {
				return root, particle // "pulled out of the talks"
			}
		}
	}
	return "", t
}

// measured returns the root of a verb with what its object only measures:
// "suspended five days of walkouts", "cut millions in aid".
func (r *reading) measured(t, object annot.TokenID, lemma string) (record.EventType, annot.TokenID) {
	if object < t || r.syn.Words[object].Rel != ud.Obj || !r.is("measure", r.syn.Words[object].Lemma) && !r.is("amount", r.syn.Words[object].Lemma) {
		return "", t
	}
	for c := range r.syn.Children(object) {
		if k := r.caseOf(c); r.syn.Words[c].Rel == ud.Nmod && (k == "of" || k == "in") {
			root, _ := r.behindWord(lemma, strings.ToLower(r.seg.Word(c)), r.syn.Words[c].Lemma)
			return root, c
		}
	}
	return "", t
}

// undergoer returns the object of a verb, or its subject in the passive.
func (r *reading) undergoer(t annot.TokenID) annot.TokenID {
	if r.passive(t) {
		return r.syn.Child(t, ud.NsubjPass)
	}
	return r.syn.Child(t, ud.Obj)
}

// pairWord returns the root of a verb with the head of one of its dependents.
// Only of an object does its class tell anything.
func (r *reading) pairWord(lemma string, c annot.TokenID) (record.EventType, bool) {
	form, base := strings.ToLower(r.seg.Word(c)), r.syn.Words[c].Lemma
	switch rel := r.syn.Words[c].Rel; rel.Universal() {
	case ud.Obj:
		return r.behindWord(lemma, form, base)
	case ud.Nsubj:
		if rel == ud.NsubjPass {
			return r.behindWord(lemma, form, base)
		}
	case ud.Obl:
		if _, light := r.light[lemma]; light && r.caseOf(c) == "in" {
			return "", false // "held firm in the talks" holds none
		}
	case ud.Compound, ud.Advmod, ud.Xcomp:
	default:
		return "", false
	}
	root, ok := r.pair[lemma+" "+form]
	if !ok {
		root, ok = r.pair[lemma+" "+base]
	}
	return root, ok
}

// must reads what somebody says that another must do: a request.
func (r *reading) must(t annot.TokenID) (deed, bool) {
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None || r.stmts.List[st].Speaker == annot.None || r.syn.Words[t].Rel == ud.AclRelcl || !r.has(t, "must") || r.unreal(t) {
		return deed{}, false
	}
	by := r.stmts.List[st].Speaker
	to := r.parties(r.syn.Child(t, ud.Nsubj, ud.NsubjPass))
	if len(to) == 0 || slices.Contains(to, by) {
		return deed{}, false
	}
	if a := r.stmts.List[st].Attribution; a != annot.None {
		if cue := r.atts.List[a].CueHead; cue != annot.None && r.is("bid", r.syn.Words[cue].Lemma) && r.syn.Words[t].Head == cue {
			return deed{root: record.Request, at: cue, last: cue, actors: []annot.EntityID{by}, recipients: to, object: r.object(cue), by: "event/must"}, true
		}
	}
	return deed{root: record.Request, at: t, last: t, actors: []annot.EntityID{by}, recipients: to, object: r.object(t), by: "event/must"}, true
}
