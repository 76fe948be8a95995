package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// Clauses that say that a stance is what it was without a word for the
// stance: the verb holds to it, and an adverb or a date says for how long.

// fromHolding reads "has repeatedly rejected", "still wants", "has ruled out
// such access since 2019".
func (r *reading) fromHolding(verb annot.TokenID) (annot.Position, bool) {
	w := &r.syn.Words[verb]
	if !r.is("holding-verb", w.Lemma) && !r.turnsDown(verb) || w.Feats.Has(ud.VerbFormInf) || r.supposed(verb) {
		return annot.Position{}, false
	}
	if (w.Lemma == "say" || w.Lemma == "call") && r.negated(verb) || w.Lemma == "hold" && r.holdsThing(verb) {
		return annot.Position{}, false // "has not said so since", "has held three sessions since"
	}
	change, rule := r.adverb(verb, w.Lemma)
	if change == "" && r.has(verb, "has", "have", "had") && r.ownSince(verb) {
		change, rule = record.ChangeUnchanged, "position/since"
	}
	if change == "" {
		return annot.Position{}, false
	}
	holder := r.holder(verb, annot.None)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, change, rule), true
}

// adverb reads the adverbs of a verb. "Say" holds to nothing by itself: "said
// again" repeats, "always said" does not change.
func (r *reading) adverb(verb annot.TokenID, lemma string) (record.Change, annot.By) {
	for c := range r.syn.Children(verb) {
		if r.syn.Words[c].Rel.Universal() != ud.Advmod {
			continue
		}
		form := lower(r.seg.Word(c))
		switch {
		case r.is("unchanged-adverb", form) && (c < verb || form != "long"):
			return record.ChangeUnchanged, "position/still"
		case r.is("repeated-adverb", form) && (form != "once" || r.followedBy(c, "again", "more")):
			return record.ChangeRepeated, "position/again"
		}
	}
	return "", ""
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
	return o != annot.None && !r.is("stance", r.syn.Words[o].Lemma)
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

// ownSince reports whether "since" with a time hangs on the verb itself.
func (r *reading) ownSince(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if k := r.syn.Child(c, ud.Case); k != annot.None && lower(r.seg.Word(k)) == "since" {
			return r.since(verb) != annot.None
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

// fromRemaining reads "remained ready to accept a cut", "is still opposed".
func (r *reading) fromRemaining(adj annot.TokenID) (annot.Position, bool) {
	verb := adj
	if up := r.syn.Words[adj].Head; up != annot.None && r.is("remain", r.syn.Words[up].Lemma) {
		verb = up
	} else if change, _ := r.adverb(adj, ""); change != record.ChangeUnchanged {
		return annot.Position{}, false
	}
	subject := r.syn.Child(verb, ud.Nsubj)
	if subject == annot.None {
		return annot.Position{}, false
	}
	holder := r.entity(subject)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, record.ChangeUnchanged, "position/remains"), true
}

// fromMove reads "a shift from their insistence on repayment", "a change in
// the union's stance".
func (r *reading) fromMove(noun annot.TokenID) (annot.Position, bool) {
	for c := range r.syn.Children(noun) {
		if r.syn.Words[c].Rel.Universal() != ud.Nmod || !r.is("stance", r.syn.Words[c].Lemma) {
			continue
		}
		k := r.syn.Child(c, ud.Case)
		if k == annot.None || !strings.EqualFold(r.seg.Word(k), "from") && !strings.EqualFold(r.seg.Word(k), "in") {
			continue
		}
		holder := r.entity(r.syn.Child(c, ud.NmodPoss))
		if d := r.syn.Child(noun, ud.Det); holder == annot.None || d != annot.None && lower(r.seg.Word(d)) == "no" {
			continue
		}
		return r.row(noun, holder, record.ChangeMoved, "position/move-noun"), true
	}
	return annot.Position{}, false
}
