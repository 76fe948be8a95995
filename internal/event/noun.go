package event

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// deedNoun returns the noun that says what a light verb does: its object, or
// its subject in the passive.
func (r *reading) deedNoun(t annot.TokenID, lemma string) annot.TokenID {
	particle, ok := r.light[lemma]
	if !ok {
		return annot.None
	}
	if particle != "" {
		p := r.syn.Child(t, ud.CompoundPrt)
		if p == annot.None || !strings.EqualFold(r.seg.Word(p), particle) {
			return annot.None
		}
	}
	n := r.undergoer(t)
	if n != annot.None && n > t && r.madeSo(t, n) {
		return annot.None
	}
	if n == annot.None || particle == "" && r.syn.Child(t, ud.CompoundPrt) != annot.None {
		return annot.None // "held out the prospect of a deal"
	}
	if r.syn.Words[n].UPOS == ud.NOUN && r.nounRoot(n) != "" {
		return n
	}
	for c := range r.syn.Children(n) {
		if r.syn.Words[c].Rel == ud.Conj && r.nounRoot(c) != "" && !r.butNot(c) {
			return c
		}
		if r.syn.Words[c].Rel.Universal() == ud.Nmod && r.caseOf(c) == "of" && r.nounRoot(c) != "" && len(r.parties(n)) == 0 {
			return c // "a shipment of aid", "a series of attacks"
		}
	}
	return annot.None
}

// butNot reports whether a second object is told of as left out: "voiced its
// regret but not its support".
func (r *reading) butNot(n annot.TokenID) bool {
	for c := range r.syn.Children(n) {
		if c < n && r.syn.Words[c].Feats.Has(ud.PolarityNeg) {
			return true
		}
	}
	first, _ := r.syn.Edges(n)
	for t := max(first-1, 0); t < n && t <= first+1; t++ {
		if strings.EqualFold(r.seg.Word(t), "not") {
			return true
		}
	}
	return false
}

// madeSo reports whether a verb has its object made something: "ordered the
// curfew lifted".
func (r *reading) madeSo(t, n annot.TokenID) bool {
	for _, x := range [...]annot.TokenID{r.syn.Child(t, ud.Xcomp, ud.Ccomp), r.syn.Child(n, ud.Acl)} {
		if x == n+1 && r.syn.Words[x].UPOS == ud.VERB && r.syn.Words[x].Feats.Has(ud.TensePast) {
			return true
		}
	}
	return false
}

// nounRoot looks a noun up: with the noun before it ("war game"), by its form
// ("sanctions"), and by its lemma.
func (r *reading) nounRoot(n annot.TokenID) record.EventType {
	if c := r.syn.Child(n, ud.Compound, ud.Amod); c != annot.None && c == n-1 {
		if root, ok := r.noun[strings.ToLower(r.seg.Word(c))+" "+r.syn.Words[n].Lemma]; ok {
			return root
		}
	}
	if n >= 2 && r.seg.Word(n-1) == "-" {
		if root, ok := r.noun[strings.ToLower(r.seg.Word(n-2))+"-"+r.syn.Words[n].Lemma]; ok {
			return root // "a sit-in", in three words
		}
	}
	if r.is("blow", r.syn.Words[n].Lemma) {
		for c := range r.syn.Children(n) {
			if k := r.caseOf(c); r.syn.Words[c].Rel == ud.Nmod && c > n && (k == "on" || k == "against") && !r.temporal(c) {
				return record.Assault // "a strike on the port"
			}
		}
	}
	if root, ok := r.noun[strings.ToLower(r.seg.Word(n))]; ok {
		return root
	}
	return r.noun[r.syn.Words[n].Lemma]
}

// codeNoun reads a noun with its doer: "Halvik's invasion of Dorn". What a
// verb already tells is left to the verb.
func (r *reading) codeNoun(t annot.TokenID) (deed, bool) {
	if v := r.buried(t); v != annot.None {
		return r.unearth(v, t)
	}
	root := r.nounRoot(t)
	if root == "" {
		return deed{}, false
	}
	between := r.partiesBetween(t)
	switch by := r.byWhom(t); {
	case root == record.Consult:
		if len(between) < 2 || !r.takesPlace(t) {
			return deed{}, false
		}
	case soft(root):
		if !r.asked(t, root) && !r.lettingGo(t, root) && !r.aimed(t, root) && (root != record.Cooperate || len(between)+len(by) < 2 || !r.takesPlace(t)) {
			return deed{}, false
		}
	case r.is("thing", r.syn.Words[t].Lemma) && len(between) < 2 && len(by) == 0:
		return deed{}, false
	}
	if up := r.syn.Words[t].Head; up != annot.None && r.syn.Words[up].UPOS == ud.VERB {
		if d, ok := r.code(up); ok && (d.last == t || d.root != record.Accuse && r.syn.Words[t].Rel == ud.Obj || d.root == root && r.syn.Words[t].Rel == ud.Nsubj) {
			return deed{}, false // "lifted its sanctions", "the attack killed": the verb tells it all
		}
	}
	if r.topic(t) {
		return deed{}, false
	}
	d := deed{root: root, at: t, last: t, actors: r.ofNoun(t), recipients: r.against(t), object: r.behind(t), by: "event/noun"}
	if poss := r.syn.Child(t, ud.NmodPoss); poss != annot.None && r.is("suffered", r.syn.Words[t].Lemma) && r.freed(t) != annot.None {
		d.actors, d.recipients = r.parties(poss), r.parties(r.freed(t)) // "its release of two pilots"
	} else if poss != annot.None && r.is("suffered", r.syn.Words[t].Lemma) {
		d.actors, d.recipients = r.byWhom(t), r.parties(poss) // "his arrest"
	}
	if len(between) > 1 {
		d.actors, d.recipients = between[:1], between[1:]
	}
	return d, true
}

// aimed reports whether a noun of accusing, asking, threatening or refusing
// names both who does it and to whom: "the accusation by Osten against Dorn".
func (r *reading) aimed(t annot.TokenID, root record.EventType) bool {
	switch root {
	case record.Accuse, record.Threaten, record.Request, record.Reject:
	default:
		return false
	}
	for c := range r.syn.Children(t) {
		if k := r.caseOf(c); r.syn.Words[c].Rel == ud.Nmod && (k == "against" || k == "to") && len(r.parties(c)) > 0 {
			return len(without(r.ofNoun(t), r.parties(c))) > 0
		}
	}
	return false
}

// lettingGo reports whether a noun of conceding names who concedes, as what a
// clause is about: "Halvik's release of two pilots was welcomed", "Osten's
// resignation ended it".
func (r *reading) lettingGo(t annot.TokenID, root record.EventType) bool {
	w := &r.syn.Words[t]
	poss := r.syn.Child(t, ud.NmodPoss)
	if root != record.Concede || poss == annot.None || w.Rel.Universal() != ud.Nsubj || w.Head == annot.None || r.auxiliary(w.Head) != "" || r.negated(w.Head) {
		return false
	}
	if r.is("suffered", w.Lemma) {
		return r.freed(t) != annot.None
	}
	return r.is("own act", w.Lemma)
}

// freed returns the noun behind "of" under a noun: the pilots of "Halvik's
// release of two pilots".
func (r *reading) freed(t annot.TokenID) annot.TokenID {
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel == ud.Nmod && r.caseOf(c) == "of" {
			return c
		}
	}
	return annot.None
}

// takesPlace reports whether a noun is what a clause is about, so that its
// verb tells whether it comes about: "talks between Halvik and Dorn resumed".
func (r *reading) takesPlace(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	for c := range r.syn.Children(t) {
		if r.mainClause(c) && r.is("comes about", r.syn.Words[c].Lemma) {
			return r.standing(c).told
		}
	}
	if rel := w.Rel.Universal(); rel != ud.Nsubj || w.Head == annot.None || r.syn.Words[w.Head].UPOS != ud.VERB {
		return false
	}
	return r.is("comes about", r.syn.Words[w.Head].Lemma) && r.standing(w.Head).told
}

// topic reports whether a noun only serves to say what another noun or deed is
// about: "preparations for Halvik's airstrikes", "protect it from Dorn's assault".
func (r *reading) topic(t annot.TokenID) bool {
	switch r.syn.Words[t].Rel.Universal() {
	case ud.Nmod, ud.Obl:
		switch r.caseOf(t) {
		case "for", "from", "of", "on", "about", "against", "to", "over", "as", "like", "without":
			return true
		}
	}
	return false
}

// gerund reads a verb that stands as a noun with its parties: "fighting
// between Halvik and Dorn resumed".
func (r *reading) gerund(t annot.TokenID) (deed, bool) {
	root := r.noun[strings.ToLower(r.seg.Word(t))]
	if root == "" || r.finite(t) {
		return deed{}, false
	}
	p := r.partiesBetween(t)
	if len(p) < 2 {
		return deed{}, false
	}
	return deed{root: root, at: t, last: t, actors: p[:1], recipients: p[1:], object: r.behind(t), by: "event/noun"}, true
}

// unearth reads a verb that the parser took for an adjective of its object.
func (r *reading) unearth(verb, noun annot.TokenID) (deed, bool) {
	d := deed{at: verb, last: noun, actors: r.party(nil, verb-1), recipients: r.against(noun), object: r.behind(noun), by: "event/pair"}
	lemma := r.lemma(r.syn.Words[verb].Lemma, r.seg.Word(verb))
	var ok bool
	if d.root, ok = r.behindWord(lemma, strings.ToLower(r.seg.Word(noun)), r.syn.Words[noun].Lemma); !ok {
		if _, light := r.light[lemma]; !light {
			return d, false
		}
		d.root, d.by = r.nounRoot(noun), "event/light-verb"
	}
	return d, d.root != ""
}

// buried returns the verb that the parser took for an adjective of a noun, in
// a sentence like "Halvik imposed sanctions on Dorn", or None.
func (r *reading) buried(noun annot.TokenID) annot.TokenID {
	for c := range r.syn.Children(noun) {
		w := &r.syn.Words[c]
		if w.Rel != ud.Amod || c == 0 || r.ms.ByHead(c-1) == annot.None {
			continue
		}
		if w.UPOS == ud.VERB && w.Feats.Has(ud.TensePast) || w.UPOS == ud.ADJ && r.lemma(w.Lemma, r.seg.Word(c)) != w.Lemma {
			return c
		}
	}
	return annot.None
}

// asked reports whether a noun of asking or refusing says who asks or refuses,
// or what, and so tells more than "at Halvik's request": "a request by Halvik",
// "Halvik's refusal to leave".
func (r *reading) asked(t annot.TokenID, root record.EventType) bool {
	if root != record.Request && root != record.Reject {
		return false
	}
	for c := range r.syn.Children(t) {
		switch w := &r.syn.Words[c]; {
		case w.Rel.Universal() == ud.Acl, w.Rel == ud.Ccomp, w.Rel == ud.Nmod && (r.caseOf(c) == "by" || root == record.Request && r.caseOf(c) == "from"):
			return true
		}
	}
	return false
}

// soft reports whether nouns of a root are too often mere topics ("Halvik's
// support", "its demand") to tell of a deed without a verb.
func soft(root record.EventType) bool {
	switch root {
	case record.Assault, record.Coerce, record.Sanction, record.Retreat, record.Protest, record.Mobilize:
		return false
	}
	return true
}
