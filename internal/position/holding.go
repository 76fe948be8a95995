package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// Clauses that say that a stance is what it was without a word for the
// stance: the verb holds to it, and an adverb or a date says for how long.

// fromHolding reads "has repeatedly rejected", "still wants", "continues to
// insist", "has so far refused", "no longer insists", "has ruled out such
// access since 2019".
func (r *reading) fromHolding(verb annot.TokenID) (annot.Position, bool) {
	w := &r.syn.Words[verb]
	if !r.is("holding-verb", w.Lemma) && !r.turnsDown(verb) || r.asked(r.seg.Sentences[r.seg.SentenceOf(verb)]) {
		return annot.Position{}, false
	}
	if (w.Lemma == "say" || w.Lemma == "call") && r.negated(verb) || w.Lemma == "hold" && r.holdsThing(verb) {
		return annot.Position{}, false // "has not said so since", "has held three sessions since"
	}
	at, change, rule := r.goesOn(verb)
	if w.Lemma == "maintain" && at == annot.None && w.Feats.Has(ud.TensePast) && r.syn.Child(verb, ud.Ccomp) != annot.None {
		return r.lasts(verb)
	}
	if at == annot.None && (w.Feats.Has(ud.VerbFormInf) && r.modal(verb) == "" || r.supposed(verb) || w.Feats.Has(ud.VerbFormGer) && !r.gerundReal(verb)) {
		return annot.Position{}, false
	}
	if at == annot.None {
		at = verb
		change, rule = r.adverb(verb, w.Lemma)
	}
	if change == "" && r.has(verb, "has", "have", "had") && r.ownSince(verb) {
		change, rule = r.keptUp(verb), "position/since"
	}
	if change == "" {
		return annot.Position{}, false
	}
	holder := r.holder(verb, annot.None)
	if holder == annot.None || r.ents.List[holder].Kind == annot.OutletMention {
		return annot.Position{}, false
	}
	return r.row(at, holder, change, rule), true
}

// shifted reads a bare "Velm has shifted", of a party, with nothing that says
// what or where to.
func (r *reading) shifted(verb annot.TokenID) bool {
	s := r.syn.Child(verb, ud.Nsubj)
	return s != annot.None && r.syn.Words[verb].Lemma == "shift" && r.has(verb, "has", "have", "had") && r.acts(r.party(s)) &&
		r.syn.Child(verb, ud.Obj, ud.Obl, ud.Xcomp, ud.Advmod) == annot.None && !r.negated(verb)
}

// lasts writes "has maintained that", "maintained that".
func (r *reading) lasts(verb annot.TokenID) (annot.Position, bool) {
	if r.negated(verb) || r.supposed(verb) {
		return annot.Position{}, false
	}
	holder := r.holder(verb, annot.None)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, record.ChangeUnchanged, "position/has-maintained"), true
}

// goesOn returns the verb over a stance that says it lasts: "continues to
// insist", "keeps refusing".
func (r *reading) goesOn(verb annot.TokenID) (annot.TokenID, record.Change, annot.By) {
	w := &r.syn.Words[verb]
	up := w.Head
	if w.Rel == ud.Xcomp && up != annot.None && r.is("remain", r.syn.Words[up].Lemma) && r.passive(verb) && !r.negated(up) && !r.supposed(up) {
		return up, record.ChangeUnchanged, "position/remains"
	}
	if w.Rel == ud.Xcomp && up != annot.None && w.Feats.Has(ud.VerbFormGer) && r.is("ceasing", r.syn.Words[up].Lemma) && !r.negated(up) && !r.supposed(up) {
		return up, record.ChangeMoved, "position/stopped"
	}
	if w.Rel != ud.Xcomp || up == annot.None || !r.is("keeping-on", r.syn.Words[up].Lemma) || r.negated(up) || r.supposed(up) {
		return annot.None, "", ""
	}
	if r.syn.Words[up].Lemma == "go" && !r.followedBy(up, "on") || r.syn.Words[up].Feats.Has(ud.VerbFormInf) {
		return annot.None, "", ""
	}
	return up, record.ChangeUnchanged, "position/continues"
}

// adverb reads the adverbs of a verb, and the phrases that do the work of one.
func (r *reading) adverb(verb annot.TokenID, lemma string) (record.Change, annot.By) {
	if r.noLonger(verb) && !r.syn.Words[verb].Feats.Has(ud.VerbFormInf) {
		return record.ChangeMoved, "position/no-longer"
	}
	if r.comesRound(verb) {
		return record.ChangeMoved, "position/now"
	}
	if change := r.onceMore(verb); change != "" {
		return change, "position/once-more"
	}
	for c := range r.syn.Children(verb) {
		form := lower(r.seg.Word(c))
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Advmod:
			switch {
			case r.is("kept-up-adverb", form):
				return r.keptUp(verb), "position/still"
			case form == "still" && r.followedBy(c, ","): // "Still, she said"
			case r.is("unchanged-adverb", form) && (c < verb || form != "long"), form == "far" && c > 0 && lower(r.seg.Word(c-1)) == "so" && r.is("so-far-verb", lemma):
				return record.ChangeUnchanged, "position/still"
			case r.is("former-adverb", form) && r.is("former-verb", lemma) && r.syn.Words[verb].Feats.Has(ud.TensePast) && !r.followedBy(c, "again", "more"):
				return record.ChangeMoved, "position/formerly"
			case r.is("repeated-adverb", form) && (form != "once" && form != "twice" || r.followedBy(c, "again", "more") || r.has(verb, "has", "have", "had")):
				return record.ChangeRepeated, "position/again"
			}
		case ud.Obl, ud.Advcl:
			if change, ok := r.lasting(verb, c); ok {
				return change, "position/as-before"
			}
		}
	}
	return "", ""
}

// onceMore reads "once more", "yet again" beside a verb and ", as before"
// behind it, which trees hang anywhere.
func (r *reading) onceMore(verb annot.TokenID) record.Change {
	_, last := r.syn.Edges(verb)
	for x := max(0, verb-2); x < last; x++ {
		next := lower(r.seg.Word(x + 1))
		switch lower(r.seg.Word(x)) {
		case "once":
			if next == "more" && x <= verb+1 {
				return record.ChangeRepeated
			}
		case "yet", "and":
			if next == "again" && x <= verb+2 {
				return record.ChangeRepeated
			}
		case "as":
			if (next == "before" || next == "ever" || next == "always") && x > verb && r.seg.Word(x-1) == "," && x+2 >= last {
				return record.ChangeUnchanged
			}
		}
	}
	return ""
}

// comesRound reads "the lobby, previously opposed to a cap, now backs it": a
// "now" on the verb, and on its subject or on itself a clause of what was held.
func (r *reading) comesRound(verb annot.TokenID) bool {
	now := false
	for c := range r.syn.Children(verb) {
		now = now || lower(r.seg.Word(c)) == "now" && r.syn.Words[c].Rel == ud.Advmod
	}
	s := r.syn.Child(verb, ud.Nsubj)
	if !now || s == annot.None || r.negated(verb) {
		return false
	}
	for c := range r.syn.Children(s) {
		if rel := r.syn.Words[c].Rel; rel == ud.Appos && r.onceA(c) || (rel == ud.AclRelcl || rel == ud.Acl) && r.heldOnce(c) {
			return true
		}
	}
	for c := range r.syn.Children(verb) {
		if r.syn.Words[c].Rel == ud.Advcl && c < verb && r.heldOnce(c) {
			return true
		}
	}
	return false
}

// onceA reports whether an apposition says what somebody was: "once a critic of
// the dam".
func (r *reading) onceA(n annot.TokenID) bool {
	for c := range r.syn.Children(n) {
		if f := lower(r.seg.Word(c)); c < n && (r.is("former-adverb", f) || f == "long" || f == "former") {
			return true
		}
	}
	return false
}

// heldOnce reports whether a clause tells of a stance in the past.
func (r *reading) heldOnce(v annot.TokenID) bool {
	w := &r.syn.Words[v]
	return (w.Feats.Has(ud.TensePast) || r.syn.Child(v, ud.Aux) != annot.None) && (r.is("holding-verb", w.Lemma) || r.class(w.Lemma) != "")
}

// keptUp says what going on for long tells of a verb: what is said over and
// over is repeated, what is held is unchanged.
func (r *reading) keptUp(verb annot.TokenID) record.Change {
	if r.is("said-verb", r.syn.Words[verb].Lemma) {
		return record.ChangeRepeated
	}
	return record.ChangeUnchanged
}

// lasting reads a phrase under a verb that says how its stance stands to what
// it was: "as before", "as it has for years", "for the second time", "for the
// first time".
func (r *reading) lasting(verb, c annot.TokenID) (record.Change, bool) {
	first, _ := r.syn.Edges(c)
	for first < c && r.syn.Words[first].UPOS == ud.PUNCT {
		first++
	}
	switch form := lower(r.seg.Word(first)); {
	case form == "as" && (lower(r.seg.Word(c)) == "before" || lower(r.seg.Word(c)) == "ever" || lower(r.seg.Word(c)) == "always" || r.followedBy(first, "it", "they", "he", "she", "i", "we") && r.proVerb(c) && r.durable(c)):
		return r.keptUp(verb), true
	case form == "for" && r.syn.Words[c].Lemma == "time":
		for x := range r.syn.Children(c) {
			switch lower(r.seg.Word(x)) {
			case "first":
				return record.ChangeMoved, r.has(verb, "has", "have", "had") || r.syn.Words[verb].Feats.Has(ud.TensePast)
			case "second", "third", "fourth", "fifth", "umpteenth", "nth", "sixth":
				return record.ChangeRepeated, true
			}
		}
	case form == "unlike" && r.durable(c):
		return record.ChangeMoved, true // "unlike last year, it now asks for"
	case form == "for" && r.has(verb, "has", "have", "had") && r.durable(c):
		return r.keptUp(verb), true
	}
	return "", false
}

// proVerb reports whether a verb only stands for another: "as it has".
func (r *reading) proVerb(v annot.TokenID) bool {
	switch r.syn.Words[v].Lemma {
	case "have", "do", "be":
		return true
	}
	return false
}

// durable reports whether words speak of years or months.
func (r *reading) durable(c annot.TokenID) bool {
	first, last := r.syn.Edges(c)
	for x := first; x <= last; x++ {
		switch r.syn.Words[x].Lemma {
		case "year", "month", "decade", "generation", "week", "always", "long", "since", "before", "every":
			return true
		}
	}
	return false
}

// turnsDown reports whether a verb is the "turned" of "turned that down".
func (r *reading) turnsDown(verb annot.TokenID) bool {
	if r.syn.Words[verb].Lemma != "turn" {
		return false
	}
	for c := range r.syn.Children(verb) {
		if c > verb && lower(r.seg.Word(c)) == "down" {
			return true
		}
	}
	return false
}

// holdsThing reports whether what is held is no stance: talks, a vote.
func (r *reading) holdsThing(verb annot.TokenID) bool {
	o := r.syn.Child(verb, ud.Obj, ud.NsubjPass)
	return o != annot.None && (!r.is("stance", r.syn.Words[o].Lemma) || r.syn.Words[o].Lemma == "call")
}

func (r *reading) followedBy(t annot.TokenID, forms ...string) bool {
	if int(t)+1 >= len(r.seg.Tokens) {
		return false
	}
	next := lower(r.seg.Word(t + 1))
	for _, f := range forms {
		if next == f {
			return true
		}
	}
	return false
}

// ownSince reports whether "since" hangs on the verb itself, with a time or with
// what happened then.
func (r *reading) ownSince(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if k := r.syn.Child(c, ud.Case); k != annot.None && lower(r.seg.Word(k)) == "since" {
			return true
		}
	}
	return false
}

func (r *reading) has(verb annot.TokenID, forms ...string) bool {
	for c := range r.syn.Children(verb) {
		if r.syn.Words[c].Rel != ud.Aux && r.syn.Words[c].Rel != ud.Cop {
			continue
		}
		for _, f := range forms {
			if lower(r.seg.Word(c)) == f {
				return true
			}
		}
	}
	return false
}

// fromRemaining reads "remained ready to accept a cut", "is still opposed",
// "is no longer opposed".
func (r *reading) fromRemaining(adj annot.TokenID) (annot.Position, bool) {
	verb, change := adj, record.ChangeUnchanged
	if up := r.syn.Words[adj].Head; up != annot.None && r.syn.Words[adj].Rel == ud.Xcomp && r.is("remain", r.syn.Words[up].Lemma) {
		verb = up
	} else if change, _ = r.adverb(adj, ""); change != record.ChangeUnchanged && change != record.ChangeMoved {
		return annot.Position{}, false
	}
	if r.supposed(verb) || r.negated(verb) || r.asked(r.seg.Sentences[r.seg.SentenceOf(verb)]) || r.syn.Words[verb].Feats.Has(ud.VerbFormInf) {
		return annot.Position{}, false
	}
	holder, s := r.doer(verb)
	if holder == annot.None && s != annot.None && r.syn.Words[s].Lemma == "door" {
		holder = r.possessor(s) // "its door remains open"
	}
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, change, "position/remains"), true
}

// against reports whether a predicate is "against it".
func (r *reading) against(t annot.TokenID) bool {
	k := r.syn.Child(t, ud.Case)
	return k != annot.None && lower(r.seg.Word(k)) == "against" && r.syn.Child(t, ud.Cop) != annot.None
}

// fromMove reads "a shift from their insistence on repayment", "a change in
// the union's stance", "no change in its position", "in a U-turn, the guild".
func (r *reading) fromMove(noun annot.TokenID) (annot.Position, bool) {
	none := r.no(noun)
	for c := range r.syn.Children(noun) {
		if r.syn.Words[c].Rel.Universal() != ud.Nmod || !r.is("stance", r.syn.Words[c].Lemma) {
			continue
		}
		k := r.syn.Child(c, ud.Case)
		if k == annot.None || !strings.EqualFold(r.seg.Word(k), "from") && !strings.EqualFold(r.seg.Word(k), "in") && !strings.EqualFold(r.seg.Word(k), "of") {
			continue
		}
		holder := r.possessor(c)
		if holder == annot.None {
			holder = r.mover(noun)
		}
		if holder == annot.None || r.supposedNoun(noun) {
			continue
		}
		if none {
			return r.row(r.clauseOf(noun), holder, record.ChangeUnchanged, "position/no-move"), true
		}
		return r.row(noun, holder, record.ChangeMoved, "position/move-noun"), true
	}
	if none || !r.is("strong-move", r.hyphened(noun)) || r.syn.Words[noun].Lemma == "retreat" && !r.from(noun) {
		return annot.Position{}, false
	}
	at := noun
	if rel := r.syn.Words[noun].Rel; r.syn.Words[noun].Head != annot.None && (rel == ud.Obl || rel == ud.Obj) {
		at = r.syn.Words[noun].Head
		if rel == ud.Obj && !r.is("making-move", r.syn.Words[at].Lemma) {
			return annot.Position{}, false // "welcomed the climbdown" is another's
		}
		if k := r.syn.Child(noun, ud.Case); rel == ud.Obl && (k == annot.None || lower(r.seg.Word(k)) != "in" && lower(r.seg.Word(k)) != "after") {
			return annot.Position{}, false
		}
		if up := r.syn.Words[at].Head; rel == ud.Obl && r.supposed(at) && r.syn.Words[at].Rel == ud.Ccomp && up != annot.None {
			at = up // "said he would not sign, in a reversal": what he said is one
		}
	}
	if r.syn.Words[noun].Rel != ud.Obl && r.supposedNoun(noun) || at != noun && (r.supposed(at) || r.negated(at)) {
		return annot.Position{}, false
	}
	if holder := r.mover(noun); holder != annot.None {
		return r.row(at, holder, record.ChangeMoved, "position/move-noun"), true
	}
	return annot.Position{}, false
}

// from reports whether a noun says from what: an army's retreat is no move of a
// stance.
func (r *reading) from(noun annot.TokenID) bool {
	for c := range r.syn.Children(noun) {
		if k := r.syn.Child(c, ud.Case); c > noun && k != annot.None && (lower(r.seg.Word(k)) == "from" || lower(r.seg.Word(k)) == "on" || lower(r.seg.Word(k)) == "over") {
			return true
		}
	}
	return false
}

// hyphened returns the lemma of a noun with what a hyphen ties to it:
// "about-face" may be three tokens.
func (r *reading) hyphened(noun annot.TokenID) string {
	if noun >= 2 && r.seg.Word(noun-1) == "-" {
		return lower(r.seg.Word(noun-2)) + "-" + r.syn.Words[noun].Lemma
	}
	return r.syn.Words[noun].Lemma
}

// mover returns who makes a move that a noun tells: its owner, or who does
// what it stands with ("in a U-turn, the guild accepted").
func (r *reading) mover(noun annot.TokenID) annot.EntityID {
	if e := r.owner(noun); e != annot.None {
		return e
	}
	w := &r.syn.Words[noun]
	if w.Head == annot.None {
		return annot.None
	}
	switch w.Rel {
	case ud.Obl, ud.Obj, ud.Appos, ud.Parataxis, ud.Xcomp:
		up := w.Head
		for steps := 0; steps < 4 && r.syn.Words[up].UPOS != ud.VERB && r.syn.Words[up].Head != annot.None; steps++ {
			up = r.syn.Words[up].Head
		}
		e, _ := r.doer(up)
		return e
	}
	return annot.None
}

// supposedNoun reports whether a noun stands under what only supposes or asks
// for it.
func (r *reading) supposedNoun(noun annot.TokenID) bool {
	up := r.syn.Words[noun].Head
	if up == annot.None {
		return false
	}
	return r.supposed(up) || r.is("wish-word", r.syn.Words[up].Lemma) || r.is("charge-word", r.syn.Words[up].Lemma) || r.negated(up) || r.asked(r.seg.Sentences[r.seg.SentenceOf(noun)])
}

// clauseOf returns the head of the clause in which a noun is an argument.
func (r *reading) clauseOf(noun annot.TokenID) annot.TokenID {
	w := &r.syn.Words[noun]
	switch w.Rel {
	case ud.Nsubj, ud.Obj, ud.Obl, ud.NsubjPass:
		if w.Head != annot.None {
			return w.Head
		}
	}
	return noun
}
