package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// infinitive reads "promised to leave", where subject and speaker are one.
func (r *reading) infinitive(tr trigger) (candidate, bool) {
	c := tr.entry.takes(infinitive, "")
	x := r.open(tr, true)
	if x == annot.None && c != nil && c.class == refuseClass {
		x = r.nounTo(tr)
	}
	if tr.passive && c != nil && c.class == commitClass && r.impersonal(tr.t) && x != annot.None {
		return r.follow(tr, c, x) // "it was agreed to write"
	}
	if tr.passive || !r.allowed(c, tr) {
		return candidate{}, false
	}
	if x == annot.None {
		return r.bareInfinitive(tr, c)
	}
	return r.follow(tr, c, x)
}

// bareInfinitive reads an infinitive that the tree has hung elsewhere: "to"
// right behind the verb, or behind a few quoted words.
func (r *reading) bareInfinitive(tr trigger, c *complement) (candidate, bool) {
	cue := r.cueRun(tr.t, tr.last)
	end := r.sentence(tr.t).last
	start := cue.last + 1
	t := start
	if t <= end && r.opens[t] != annot.None {
		if p := r.pieces[r.opens[t]][0]; p.last <= t+6 {
			t = p.last + 1
		}
	}
	for t < end && t < cue.last+5 && (r.is(t, ud.ADV) || r.temporal(t) || r.is(t, ud.ADP) && r.temporal(t+1)) {
		t++
		start = t
	}
	if t+1 > end || !strings.EqualFold(r.form(t), "to") || !r.homograph(t+1) && (!r.is(t, ud.PART) || !r.is(t+1, ud.VERB, ud.AUX, ud.ADV, ud.NOUN)) {
		return candidate{}, false
	}
	a, ok := r.edges(r.runOn(run{start, t + 1}, tr.t, false))
	if !ok {
		return candidate{}, false
	}
	return r.build(tr, c, cue, a)
}

// homograph reports whether a word behind "to" that the tree takes for an
// adjective is a verb: "agreed to free two journalists".
func (r *reading) homograph(t annot.TokenID) bool {
	if r.is(t, ud.NOUN) && r.lower(t) && r.feats(t, ud.NumberSing) && (r.is(t+1, ud.DET, ud.PRON, ud.CCONJ) && r.is(t+2, ud.NOUN, ud.ADJ, ud.PROPN) || r.rel(t+1) == ud.NmodPoss) && !r.is(t-2, ud.NOUN) {
		return true // "offered to broker a truce"
	}
	if !r.is(t, ud.ADJ, ud.VERB) {
		return false
	}
	switch strings.ToLower(r.form(t)) {
	case "free", "complete", "open", "clear", "lower", "double", "secure", "empty", "narrow", "welcome", "back", "better", "calm", "cool", "clean", "slow", "subject", "even", "level":
		return true
	}
	return false
}

// nounTo returns the noun behind "to" that the tree takes for one though it
// is a verb: "declined to comment".
func (r *reading) nounTo(tr trigger) annot.TokenID {
	x := r.child(tr.t, ud.Obl, ud.Obj)
	if x == tr.last+2 && strings.EqualFold(r.form(x-1), "to") {
		return x
	}
	return annot.None
}

// open returns the open complement of a verb: an infinitive, or a gerund.
func (r *reading) open(tr trigger, inf bool) annot.TokenID {
	for _, t := range []annot.TokenID{tr.t, tr.last} {
		for c := range r.syn.Children(t) {
			switch r.rel(c) {
			case ud.Xcomp, ud.Ccomp, ud.Acl, ud.Advcl, ud.Csubj:
			default:
				continue
			}
			if c < tr.last || r.rel(c) == ud.Advcl && r.isMark(r.subtree(c).first-1, ",") {
				continue
			}
			if inf && r.anonymous(c) {
				continue
			}
			if inf && r.infinite(c) && r.rel(c) != ud.Advcl && (r.rel(c) != ud.Acl || t != tr.t) {
				return c
			}
			if p, _ := r.prep(c); !inf && p == "" && r.gerundive(c) && r.rel(c) != ud.Acl && (r.rel(c) != ud.Advcl || r.subtree(c).first <= tr.last+1) {
				return c
			}
		}
		if tr.last == tr.t {
			break
		}
	}
	return annot.None
}

// anonymous reports whether a verb is that of "asked not to be named".
func (r *reading) anonymous(t annot.TokenID) bool {
	switch r.lemma(t) {
	case "name", "identify", "quote":
		return r.passive(t)
	}
	return false
}

// follow makes a candidate of a dependent behind the cue.
func (r *reading) follow(tr trigger, c *complement, x annot.TokenID) (candidate, bool) {
	cue := r.cueRun(tr.t, tr.last)
	a, ok := r.after(x, cue)
	if !ok {
		return candidate{}, false
	}
	if t := a.first - 1; t > cue.last && (r.is(t, ud.SCONJ) && strings.EqualFold(r.form(t), "whether") || r.question(t)) {
		a.first = t
	}
	if t := a.first - 1; t > cue.last && strings.EqualFold(r.form(t+1), "to") && (strings.EqualFold(r.form(t), "not") || strings.EqualFold(r.form(t), "never")) {
		a.first = t // "undertook not to", whose "not" a tree may give to the verb before it
	}
	return r.build(tr, c, cue, r.runOn(a, tr.t, false))
}

// gerund reads "ruled out leaving".
func (r *reading) gerund(tr trigger) (candidate, bool) {
	c := tr.entry.takes(gerund, "")
	x := r.open(tr, false)
	if tr.passive || x == annot.None || !r.allowed(c, tr) {
		return candidate{}, false
	}
	return r.follow(tr, c, x)
}

// addressed reads "urged the board to leave": the object is spoken to.
func (r *reading) addressed(tr trigger) (candidate, bool) {
	c := tr.entry.takes(addressedTo, "")
	x := r.open(tr, true)
	o := r.child(tr.t, ud.Obj)
	if o == annot.None {
		o = r.prepObject(tr)
	}
	if x == annot.None && o > tr.t && c != nil && !c.weak {
		if a := r.child(tr.t, ud.Advcl); a > o && r.infinite(a) && r.subtree(a).first == r.subtree(o).last+1 {
			x = a // an infinitive that the tree takes for a purpose
		} else if a := r.child(o, ud.Acl); a == o+2 && r.infinite(a) {
			x = a
		}
	}
	if x == annot.None || !r.allowed(c, tr) {
		return candidate{}, false
	}
	if o == annot.None && r.child(tr.t, ud.Iobj, ud.NsubjPass) == annot.None && tr.entry.takes(infinitive, "") == nil {
		return candidate{}, false
	}
	return r.follow(tr, c, x)
}

// objectTo reads "wants the board to leave": object and infinitive are what
// is held.
func (r *reading) objectTo(tr trigger) (candidate, bool) {
	c := tr.entry.takes(objectTo, "")
	x := r.open(tr, true)
	if tr.passive || x == annot.None || !r.allowed(c, tr) {
		return candidate{}, false
	}
	o := r.child(tr.t, ud.Obj)
	if o == annot.None || o > x {
		if s := r.child(x, ud.Nsubj); s == annot.None { // "wants for"
			return candidate{}, false
		}
		return r.follow(tr, c, x)
	}
	return r.pair(tr, c, o, x)
}

// pair makes a candidate of an object and what follows it.
func (r *reading) pair(tr trigger, c *complement, o, x annot.TokenID) (candidate, bool) {
	cue := r.cueRun(tr.t, tr.last)
	b, ok := r.after(x, cue)
	if !ok {
		return candidate{}, false
	}
	if o > tr.t {
		if a, ok := r.after(o, cue); ok && a.first < b.first {
			b.first = a.first
		}
		return r.build(tr, c, cue, r.runOn(b, tr.t, false))
	}
	if r.relative(o) {
		return r.build(tr, c, cue, b)
	}
	if a, ok := r.before(o, cue.first); ok && r.hasWord(a) {
		return r.build(tr, c, cue, a, b)
	}
	return r.build(tr, c, cue, b)
}

// objectIs reads "called the offer an insult".
func (r *reading) objectIs(tr trigger) (candidate, bool) {
	c := tr.entry.takes(objectIs, "")
	if !r.allowed(c, tr) {
		return candidate{}, false
	}
	o := r.child(tr.t, ud.Obj)
	if tr.passive {
		o = r.child(tr.t, ud.NsubjPass)
	}
	if o > tr.t && r.lemma(tr.t) == "call" && (strings.HasSuffix(r.form(o), "self") || strings.HasSuffix(r.form(o), "selves")) {
		return candidate{}, false // "a man calling himself Captain"
	}
	if r.is(tr.last+1, ud.ADP) && tr.last+1 <= r.sentence(tr.t).last && !tr.passive {
		return candidate{}, false // "called for"
	}
	x := r.child(tr.t, ud.Xcomp)
	if x == annot.None || x < tr.t || r.infinite(x) {
		x = r.second(tr.t, o)
	}
	if x == annot.None {
		return candidate{}, false
	}
	if o == annot.None {
		return r.follow(tr, c, x)
	}
	return r.pair(tr, c, o, x)
}

// second returns a second object that the tree has not told from the first.
func (r *reading) second(t, o annot.TokenID) annot.TokenID {
	for c := range r.syn.Children(t) {
		if c > t && c != o && (r.rel(c) == ud.Iobj || r.rel(c) == ud.Obj || r.rel(c) == ud.Ccomp) && r.is(c, ud.NOUN, ud.ADJ, ud.PROPN) {
			return c
		}
	}
	return annot.None
}

// objectWith reads "described the offer as an insult", "accused the board of
// lying": object and phrase are what is held.
func (r *reading) objectWith(tr trigger) (candidate, bool) {
	o := r.child(tr.t, ud.Obj)
	if tr.passive {
		o = r.child(tr.t, ud.NsubjPass)
	}
	x, c := r.phraseOf(tr, objectWith)
	if tr.passive && x == annot.None {
		x, c = r.phraseOf(tr, passiveWith)
	}
	if x == annot.None || !r.allowed(c, tr) || o == annot.None && !tr.passive && c.prep != "as" || c.prep == "at" && !r.figured(x) || c.prep == "on" && r.lemma(tr.t) == "put" && r.lemma(x) != "table" {
		return candidate{}, false
	}
	if o == annot.None {
		return r.follow(tr, c, x)
	}
	if r.lemma(tr.t) == "put" && c.prep == "on" && o > tr.t {
		return r.follow(tr, c, o) // "put the plant on the table"
	}
	return r.pair(tr, c, o, x)
}

// figured reports whether a phrase holds a number or opens a quotation: "put
// the toll at 20", not "put lives at risk".
func (r *reading) figured(x annot.TokenID) bool {
	a := r.subtree(x)
	for t := a.first; t <= a.last; t++ {
		if r.is(t, ud.NUM) || r.opens[t] != annot.None {
			return true
		}
	}
	return false
}

// phraseOf returns the phrase behind a verb, or behind its object, with a
// preposition that the entry takes in this kind of complement.
func (r *reading) phraseOf(tr trigger, k kind) (annot.TokenID, *complement) {
	if !tr.entry.any(k) {
		return annot.None, nil
	}
	if x, c := r.phraseUnder(tr.t, tr, k); x != annot.None {
		return x, c
	}
	if o := r.child(tr.t, ud.Obj); o != annot.None && o > tr.t {
		return r.phraseUnder(o, tr, k)
	}
	return annot.None, nil
}

func (r *reading) phraseUnder(t annot.TokenID, tr trigger, k kind) (annot.TokenID, *complement) {
	for x := range r.syn.Children(t) {
		if x < tr.last {
			continue
		}
		switch r.rel(x) {
		case ud.Obl, ud.Nmod, ud.Advcl, ud.Acl, ud.Xcomp, ud.Ccomp, ud.OblAgent:
			if p, _ := r.prep(x); p != "" {
				if c := tr.entry.takes(k, p); c != nil {
					return x, c
				}
			}
		}
	}
	return annot.None, nil
}

// addressedOf reads "warned the board of delays": who is addressed stays
// out.
func (r *reading) addressedOf(tr trigger) (candidate, bool) {
	x, c := r.phraseOf(tr, addressedOf)
	if x == annot.None || !r.allowed(c, tr) || r.child(tr.t, ud.Obj, ud.Iobj, ud.NsubjPass) == annot.None {
		return candidate{}, false
	}
	return r.follow(tr, c, x)
}

// phrasal reads "warned of delays": the preposition joins the cue where it
// follows at once.
func (r *reading) phrasal(tr trigger) (candidate, bool) {
	x, c := r.phraseOf(tr, phrasal)
	if x == annot.None || c.prep == "on" && r.temporal(x) || !r.allowed(c, tr) || r.headOf(x) != tr.t && r.headOf(x) != tr.last {
		return candidate{}, false
	}
	_, p := r.prep(x)
	if p.first > tr.last+1 && r.compounded(p.first-1) {
		return candidate{}, false
	}
	if o := r.child(tr.t, ud.Obj); o != annot.None && o > tr.t && o < x || tr.passive && !r.hasChild(tr.t, ud.OblAgent) {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	if p.first > cue.last && p.first <= cue.last+4 && !r.punctuated(run{cue.last, p.first}) {
		cue.last = p.last // adverbs and times between belong to the one run of the cue
	}
	a, ok := r.after(x, cue)
	if !ok {
		return candidate{}, false
	}
	return r.build(tr, c, cue, r.runOn(a, tr.t, false))
}

// compounded reports whether a word makes one preposition with the next:
// "ahead of", "because of".
func (r *reading) compounded(t annot.TokenID) bool {
	switch r.form(t) {
	case "ahead", "because", "out", "instead", "short", "regardless", "outside", "inside", "front", "behalf", "according", "next", "due", "prior":
		return true
	}
	return false
}

// punctuated reports whether a run holds a mark.
func (r *reading) punctuated(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if r.is(t, ud.PUNCT) {
			return true
		}
	}
	return false
}

// prepObject returns the phrase whose preposition is the entry's last word:
// "take issue with the offer".
func (r *reading) prepObject(tr trigger) annot.TokenID {
	if tr.last == tr.t {
		return annot.None
	}
	switch r.rel(tr.last) {
	case ud.Case, ud.Mark:
		return r.headOf(tr.last)
	}
	return annot.None
}

// passiveTo reads "is believed to have left": subject and infinitive are
// what is held, and nobody need be named.
func (r *reading) passiveTo(tr trigger) (candidate, bool) {
	c := tr.entry.takes(passiveTo, "")
	if c == nil || !tr.passive {
		return candidate{}, false
	}
	x := r.open(tr, true)
	if x == annot.None {
		return candidate{}, false
	}
	s := r.child(tr.t, ud.NsubjPass, ud.Nsubj)
	if s == annot.None {
		return r.follow(tr, c, x)
	}
	return r.pair(tr, c, s, x)
}
