package undone

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// above climbs the clauses over a verb, as far as they are its speaker's word.
func (s *reading) above(t annot.TokenID) (Kind, annot.TokenID) {
	own := false // the verb is finite beside an infinitive: "failed to agree and will try again"
	for v, steps := t, 0; steps < 6; steps++ {
		rel, up := s.Words[v].Rel, s.Words[v].Head
		if up == annot.None {
			return Done, annot.None
		}
		switch rel.Universal() {
		case ud.Ccomp, ud.Xcomp, ud.Acl, ud.Csubj, ud.Conj:
			if l := s.Words[up].Lemma; rel == ud.AclRelcl && !s.is(l, proof) && !s.is(l, rumour) { // trees take their "that" for a pronoun
				return Done, annot.None
			}
		case ud.Advcl:
			if s.Words[up].UPOS != ud.ADJ && s.Words[up].UPOS != ud.NOUN && s.Words[up].Lemma != "have" {
				return Done, annot.None
			}
		default:
			return Done, annot.None
		}
		if rel.Universal() == ud.Conj {
			own = own || s.Child(v, ud.Aux) != annot.None || s.Words[v].Feats.Has(ud.VerbFormFin)
		} else if at := s.ahead(v, up); at != annot.None && !own {
			return Omitted, at
		} else if u := s.under(v, up); u != Done && !(u == Omitted && own) {
			return u, up
		}
		v = up
	}
	return Done, annot.None
}

// under reads one word over a clause.
func (s *reading) under(v, up annot.TokenID) Kind {
	w := &s.Words[up]
	not := s.not(up)
	that := w.Rel.Universal() != ud.Acl && s.Words[v].Rel.Universal() != ud.Xcomp
	if s.is(w.Lemma, omits) && s.infinitive(v) {
		if not || s.nobodys(up) {
			return Done // "never failed to agree"
		}
		return Omitted
	}
	switch w.UPOS {
	case ud.VERB:
		switch {
		case s.is(w.Lemma, disclaims) && s.nobodys(up): // "nobody disputes"
		case s.is(w.Lemma, disclaims) && s.Words[v].Rel.Universal() == ud.Ccomp:
			if not || s.nor(up) {
				return Unproven
			}
			return Untrue
		case s.is(w.Lemma, disclaims) && s.Words[v].Rel.Universal() == ud.Xcomp && s.Words[v].Feats.Has(ud.VerbFormGer):
			if !not {
				return Untrue // "denied promising"
			}
		case s.Words[v].Rel.Universal() == ud.Ccomp && s.is(w.Lemma, vouches) && (not || s.withheld(up)):
			return Unproven
		case s.Words[v].Rel.Universal() == ud.Ccomp && s.wrongly(up):
			return Untrue
		case s.Words[v].Rel.Universal() == ud.Ccomp && !not && s.underWrong(up):
			return Untrue
		}
	case ud.ADJ:
		switch {
		case !that || s.Words[v].Feats.Has(ud.VerbFormInf) && s.Child(v, ud.Aux) == annot.None:
		case s.is(w.Lemma, untrue) && !not, not && s.is(w.Lemma, holds):
			return Untrue
		case not && s.is(w.Lemma, sure), !not && s.is(w.Lemma, unsure):
			return Unproven
		}
	case ud.NOUN, ud.PROPN:
		if s.Words[v].Feats.Has(ud.VerbFormInf) {
			return Done
		}
		if s.is(w.Lemma, rumour) && s.latelyUntrue(v) {
			return Untrue // trees hang "were untrue" anywhere
		}
		return s.underNoun(up, not)
	}
	return Done
}

// ahead returns the word by which an infinitive is still to be done, or by which
// too much stands in its way, or annot.None: "had still to agree", "has until
// Friday to agree", "was too cautious to promise".
func (s *reading) ahead(v, up annot.TokenID) annot.TokenID {
	w := &s.Words[up]
	if w.Lemma != "have" && w.UPOS != ud.ADJ || !s.infinitive(v) {
		return annot.None
	}
	for c := range s.Children(up) {
		switch f := s.form(c); {
		case c > v:
		case w.Lemma == "have" && c > up && (f == "still" || f == "yet"), w.UPOS == ud.ADJ && f == "too" && c == up-1:
			return c
		case w.Lemma == "have" && c > up && s.Words[c].Rel.Universal() == ud.Obl:
			if k := s.Child(c, ud.Case); k != annot.None && (s.form(k) == "until" || s.form(k) == "till") {
				return k
			}
		}
	}
	return annot.None
}

// infinitive reports whether a verb has "to" right before it.
func (s *reading) infinitive(v annot.TokenID) bool {
	return s.Words[v].Feats.Has(ud.VerbFormInf) && (s.form(v-1) == "to" || s.form(v-2) == "to" && s.Words[v-1].UPOS == ud.ADV)
}

// nobodys reports whether the subject of a verb is nobody or few.
func (s *reading) nobodys(t annot.TokenID) bool {
	n := s.Child(t, ud.Nsubj)
	return n != annot.None && n < t && s.few(n) != annot.None
}

// withheld reports whether a verb of saying is an infinitive under a word that
// keeps it from being said: "has yet to confirm", "declined to say".
func (s *reading) withheld(t annot.TokenID) bool {
	up := s.Words[t].Head
	if up == annot.None || !s.Words[t].Feats.Has(ud.VerbFormInf) || s.Words[t].Rel.Universal() != ud.Xcomp {
		return false
	}
	return s.is(s.Words[up].Lemma, withholds) || s.form(t-1) == "to" && s.form(t-2) == "yet"
}

// underNoun reads a noun over a clause: "no sign that", "reports that ... were
// false", "declined to comment on reports that", "it is not the case that".
func (s *reading) underNoun(n annot.TokenID, not bool) Kind {
	l := s.Words[n].Lemma
	if s.is(l, proof) && s.scarce(n) {
		return Unproven
	}
	if d := s.Child(n, ud.Det); (d != annot.None && (s.form(d) == "no" || s.form(d) == "little") || not || s.few(n) != annot.None) && (s.is(l, proof) || s.is(l, rumour) || l == "case" || l == "truth") {
		if l == "case" || l == "truth" {
			return Untrue
		}
		return Unproven
	}
	up := s.Words[n].Head
	if !s.is(l, rumour) || up == annot.None {
		return Done
	}
	if a := s.Child(n, ud.Amod); a != annot.None && s.is(s.Words[a].Lemma, untrue) {
		return Untrue
	}
	w := &s.Words[up]
	switch rel := s.Words[n].Rel.Universal(); {
	case rel == ud.Nsubj && s.not(up):
		if s.is(w.Lemma, holds) {
			return Untrue
		}
		if s.is(w.Lemma, sure) {
			return Unproven
		}
	case rel == ud.Nsubj && (s.is(w.Lemma, untrue) || w.UPOS == ud.VERB && s.is(w.Lemma, disclaims)), rel == ud.Nsubj && w.Lemma == "mark":
		return Untrue
	case rel == ud.Obj && (s.is(w.Lemma, disclaims) || w.Lemma == "call" && s.callsUntrue(up)):
		if s.not(up) || s.nor(up) {
			return Unproven
		}
		return Untrue
	case rel == ud.Obj && (s.not(up) || w.Lemma == "confirm" && s.nor(up)), rel == ud.Obl && s.is(w.Lemma, question):
		return Unproven
	case rel == ud.Nmod && w.Lemma == "comment":
		return Unproven
	}
	return Done
}

// scarce reports whether there is little of what a noun means: "scant evidence".
func (s *reading) scarce(n annot.TokenID) bool {
	for c := range s.Children(n) {
		if s.is(s.form(c), scarce) {
			return c < n
		}
	}
	return false
}

// latelyUntrue reports whether the sentence goes on to call untrue what stands
// before: "[reports that it had agreed] were wide of the mark".
func (s *reading) latelyUntrue(v annot.TokenID) bool {
	end := s.seg.Sentences[s.seg.SentenceOf(v)].End
	for p := v + 1; p < end; p++ {
		if s.Words[p].Lemma != "be" {
			continue
		}
		for q, not := p+1, false; q < min(end, p+5); q++ {
			switch l := s.Words[q].Lemma; {
			case s.is(l, untrue), s.is(l, disclaims) && s.Words[q].UPOS == ud.VERB, l == "wide" && s.form(q+1) == "of":
				return !not
			case not && s.is(l, holds):
				return true
			case l == "not" || s.form(q) == "n't" || s.form(q) == "n’t":
				not = true
			case s.Words[q].UPOS == ud.ADJ, s.Words[q].UPOS == ud.PUNCT && s.Words[q].Lemma != ",":
			case s.Words[q].UPOS != ud.ADV && s.Words[q].UPOS != ud.AUX && s.Words[q].UPOS != ud.DET && s.Words[q].UPOS != ud.PART:
				q = end
			}
		}
	}
	return false
}

// not reports whether a word has a negation of its own.
func (s *reading) not(t annot.TokenID) bool {
	for c := range s.Children(t) {
		switch s.form(c) {
		case "not", "n't", "n’t", "never", "neither", "hardly", "nor":
			return true
		}
	}
	return false
}

// nor reports whether a verb is one of two that are both denied: "neither
// confirm nor deny", "refused to confirm or deny".
func (s *reading) nor(t annot.TokenID) bool {
	if s.Words[t].Rel == ud.Conj && s.Words[t].Head != annot.None {
		return s.Words[s.Words[t].Head].Lemma == "confirm" || s.not(s.Words[t].Head)
	}
	c := s.Child(t, ud.Conj)
	return c != annot.None && (s.Words[c].Lemma == "deny" || s.Words[c].Lemma == "confirm")
}

// wrongly reports whether what a verb says is called wrong: "falsely claimed".
func (s *reading) wrongly(t annot.TokenID) bool {
	for c := range s.Children(t) {
		if s.is(s.form(c), wrongly) {
			return true
		}
	}
	return false
}

// underWrong reports whether a verb of saying stands under "wrong to".
func (s *reading) underWrong(t annot.TokenID) bool {
	up := s.Words[t].Head
	return up != annot.None && s.Words[up].UPOS == ud.ADJ && !s.not(up) && s.is(s.Words[t].Lemma, saying) && s.is(s.Words[up].Lemma, untrue)
}

// callsUntrue reports whether a verb calls its object untrue.
func (s *reading) callsUntrue(t annot.TokenID) bool {
	x := s.Child(t, ud.Xcomp)
	return x != annot.None && s.is(s.Words[x].Lemma, untrue)
}
