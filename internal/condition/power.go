package condition

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// inPower reports whether a consequence is for the one who sets the condition
// to bring about: an act of the speaker or of the body that he speaks for, one
// in the passive that only somebody can do, or one that he announces of
// another party. In the report's own voice it is what a party will do.
func (s *search) inPower(l link, id annot.AttributionID, g annot.TokenID) bool {
	switch {
	case id == annot.None:
		d := s.deed(g)
		return (s.wills(g) || s.allows(g) && s.worth(d) < 0) && s.partyOrPronoun(s.subject(g)) && s.does(d) && !s.suffers(d)
	case s.own(id, g):
		return s.ready(g) || s.does(s.deed(g)) || s.states(g) || s.comes(g) || s.worth(s.deed(g)) > 0
	case s.observer(id), s.byOwnSide(l, id):
		return false // an onlooker, or one who tells what would be done to him
	}
	return s.announced(id, g)
}

// announced reports whether a speaker tells of another what that one will do,
// of his own will: "the army would strike", "the offer will be withdrawn",
// "the strike will go ahead".
func (s *search) announced(id annot.AttributionID, g annot.TokenID) bool {
	if !s.wills(g) && !s.allows(g) {
		return false
	}
	d := s.deed(g)
	lemma := s.syn.Words[d].Lemma
	subj := s.subject(g)
	switch {
	case subj == annot.None, s.syn.Words[g].Lemma == "have" && d != g:
		return false // "Iceland would have to share"
	case s.syn.Words[subj].Rel == ud.NsubjPass && d == g:
		return s.chosen(lemma) && (s.wills(g) || s.allows(g) && s.worth(d) < 0) && (s.syn.Words[subj].UPOS != ud.PRON || s.negated(g) || s.worth(d) < 0)
	case s.ofSource(id, g), s.party(subj), s.syn.Words[subj].UPOS == ud.PROPN:
		if !s.wills(g) && !s.ofSource(id, g) && s.worth(d) > 0 {
			return false // what a third side could do is feared, and not threatened
		}
		return s.does(d) || s.ready(g) || s.states(g)
	case s.words.receive[lemma]:
		o := s.syn.Child(d, ud.Obj)
		return o != annot.None && !s.badPhrase(o) && s.syn.Words[o].UPOS == ud.NOUN && s.syn.Words[subj].Rel.Universal() == ud.Nsubj && s.lower(subj) != "that" && s.lower(subj) != "which" && s.lower(subj) != "it"
	case s.goesWith(d, s.words.reckoning):
		return s.wills(g) // "they will answer for it"
	case s.syn.Words[subj].UPOS == ud.PRON:
		return s.wills(g) && s.states(g)
	case s.words.weapon[s.syn.Words[subj].Lemma] && s.wills(g) && (s.words.end[lemma] || s.syn.Child(g, ud.Cop, ud.Expl) != annot.None):
		return true // "the boycott will end", "there will be reprisals"
	case s.words.happen[lemma] && (lemma != "go" || s.goesWith(d, s.words.goesOn)):
		return s.wills(g) && (!s.words.badNoun[s.syn.Words[subj].Lemma] || s.words.weapon[s.syn.Words[subj].Lemma])
	}
	return s.wills(g) && (s.states(g) || s.words.benefit[lemma] && !s.words.badNoun[s.syn.Words[subj].Lemma])
}

// chosen reports whether a verb names what only somebody can do, so that its
// passive has an agent even where it is left out.
func (s *search) chosen(lemma string) bool {
	w := s.words
	return w.end[lemma] || w.begin[lemma] || w.benefit[lemma] || w.harm[lemma] && !w.suffered[lemma]
}

// observer reports whether a condition is stated by somebody with no part in
// the matter: an analyst, a monitor.
func (s *search) observer(id annot.AttributionID) bool {
	if id == annot.None {
		return false
	}
	for _, sp := range s.att.List[id].Source {
		first, end := s.seg.Within(sp)
		for t := first; t < end; t++ {
			if s.words.observer[s.syn.Words[t].Lemma] {
				return true
			}
		}
	}
	return false
}

// byOwnSide reports whether the trigger is something that the speaker's side
// would do: what another does then is no threat of his.
func (s *search) byOwnSide(l link, id annot.AttributionID) bool {
	if l.head == annot.None || !s.clausal(l.head) {
		return false
	}
	subj := s.syn.Child(l.head, ud.Nsubj)
	return subj != annot.None && l.trigger.has(subj) && (s.lower(subj) == "we" || s.lower(subj) == "i")
}

// party reports whether a noun names somebody that can act in talks: a name,
// or a word for a body or a group of people.
func (s *search) party(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	w, form := s.syn.Words[t], s.seg.Word(t)
	return w.UPOS == ud.PROPN || s.words.party[w.Lemma] || len(form) > 1 && form == strings.ToUpper(form)
}

// partyOrPronoun also takes a pronoun that may stand for a party.
func (s *search) partyOrPronoun(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	switch s.lower(t) {
	case "it", "they", "he", "she":
		return s.syn.Words[t].Rel != ud.Expl
	}
	return s.party(t)
}

// deed returns the verb that says what is done: "strike" in "will be forced to
// strike", "would have no choice but to strike", "plans to strike".
func (s *search) deed(g annot.TokenID) annot.TokenID {
	for i := 0; i < 4; i++ {
		x := s.syn.Child(g, ud.Xcomp)
		if x == annot.None || s.syn.Words[x].UPOS != ud.VERB && s.syn.Child(x, ud.Xcomp) == annot.None || s.inLists(s.syn.Words[g].Lemma) && !s.goesOn(g) {
			break
		}
		g = x
	}
	if o := s.syn.Child(g, ud.Obj); o != annot.None && (s.syn.Words[o].Lemma == "choice" || s.syn.Words[o].Lemma == "option") {
		_, r := s.syn.Edges(g)
		for t := o + 1; t < min(r, o+5); t++ {
			if s.lower(t) == "to" && s.syn.Words[t+1].UPOS == ud.VERB {
				return t + 1
			}
		}
	}
	return g
}

// goesOn reports whether a verb only says that what it takes is done: "keep
// fighting", "start killing".
func (s *search) goesOn(t annot.TokenID) bool {
	switch s.syn.Words[t].Lemma {
	case "keep", "continue", "begin", "start", "resume", "commence":
		return true
	}
	return false
}

// does reports whether a verb tells what its subject does, and not what
// becomes of it or what it is like.
func (s *search) does(t annot.TokenID) bool {
	lemma := s.syn.Words[t].Lemma
	if s.goesWith(t, s.words.goodWith) {
		return true
	}
	verb := s.syn.Words[t].UPOS == ud.VERB
	return (verb || s.inLists(lemma) && s.syn.Child(t, ud.Cop) == annot.None) && !s.words.stative[lemma] && !s.goesWith(t, s.words.ruinWith)
}

// suffers reports whether a verb without an object tells what befalls its
// subject: "the lane would close".
func (s *search) suffers(t annot.TokenID) bool {
	return s.words.suffered[s.syn.Words[t].Lemma] && s.syn.Child(t, ud.Obj) == annot.None
}

// states reports whether a clause promises a state: "they will be safe".
func (s *search) states(g annot.TokenID) bool {
	return s.syn.Child(g, ud.Cop) != annot.None && s.words.goodState[s.syn.Words[g].Lemma]
}

// comes reports whether a clause says that somebody will be somewhere: "he will
// be on the next plane", "it will be there".
func (s *search) comes(g annot.TokenID) bool {
	return s.wills(g) && s.syn.Child(g, ud.Cop) != annot.None && (s.syn.Child(g, ud.Case) != annot.None && s.syn.Words[g].UPOS == ud.NOUN || s.syn.Words[g].UPOS == ud.ADV)
}

// wills reports whether a clause has "will" or "would", or says that somebody
// is going to do something.
func (s *search) wills(t annot.TokenID) bool {
	return s.hasAux(t, "will", "would", "wo", "'ll", "’ll", "'d", "’d", "shall") || s.syn.Words[t].Lemma == "go" && s.syn.Child(t, ud.Xcomp) != annot.None
}

// allows reports whether a clause says what can be: "can", "could", "might".
func (s *search) allows(t annot.TokenID) bool {
	return s.hasAux(t, "can", "could", "ca", "may", "might")
}

func (s *search) hasAux(t annot.TokenID, lemmas ...string) bool {
	for c := range s.syn.Children(t) {
		if s.syn.Words[c].Rel.Universal() == ud.Aux && (slices.Contains(lemmas, s.syn.Words[c].Lemma) || slices.Contains(lemmas, s.lower(c))) {
			return true
		}
	}
	return false
}

// withheld reports whether a clause says what will not be done: by a negation,
// by "no" on its subject or object, or by a verb of refusing.
func (s *search) withheld(g annot.TokenID) bool {
	switch s.syn.Words[g].Lemma {
	case "hesitate", "flinch", "shrink":
		return false // who "will not hesitate to strike" will strike
	}
	if o := s.syn.Child(g, ud.Obj); o != annot.None && s.deed(g) != g && (s.syn.Words[o].Lemma == "choice" || s.syn.Words[o].Lemma == "option") {
		return false // "has no choice but to"
	}
	return s.negated(g)
}

// ready reports whether a predicate says that somebody is ready or willing.
func (s *search) ready(t annot.TokenID) bool {
	w := s.syn.Words[t]
	return (w.UPOS == ud.ADJ && (s.words.promise[w.Lemma] || s.words.willing[w.Lemma]) || s.lower(t) == "prepared") && !s.negatedVerb(t)
}

// own reports whether a clause is about what the speaker would do: its
// subject is "we" or "I" or a body of his ("its members", "our crews"),
// repeats the source's head, or is a pronoun that may stand for it.
func (s *search) own(id annot.AttributionID, g annot.TokenID) bool {
	if id == annot.None {
		return false
	}
	src := s.att.List[id].SourceHead
	subj := s.subject(g)
	if subj == annot.None {
		return s.syn.Words[g].Feats.Has(ud.VerbFormInf) && s.syn.Words[g].UPOS == ud.VERB
	}
	passive := s.syn.Words[subj].Rel == ud.NsubjPass && s.syn.Words[subj].Head == g && s.deed(g) == g // unlike "would be forced to strike"
	switch s.lower(subj) {
	case "we", "i":
		return !passive
	case "it", "they", "he", "she":
		return src != annot.None && !passive && !s.quoted(g) // in his own words a speaker is no "he"
	}
	if passive {
		return false
	}
	if p := s.syn.Child(subj, ud.NmodPoss); p != annot.None && s.syn.Words[p].UPOS == ud.PRON {
		switch s.lower(p) {
		case "our", "my":
			return true
		case "its", "his", "her":
			return !s.quoted(g) && s.party(subj) && (src == annot.None || s.lower(src) == s.syn.Words[src].Lemma || s.syn.Words[src].UPOS != ud.NOUN) // of several it would be "their"
		case "their":
			return !s.quoted(g) && s.party(subj)
		}
	}
	return src != annot.None && s.syn.Words[src].Lemma == s.syn.Words[subj].Lemma
}

// ofSource reports whether the subject of a clause is named in the words for
// who states it: "the Reform bloc's whip said Reform would accept".
func (s *search) ofSource(id annot.AttributionID, g annot.TokenID) bool {
	subj := s.syn.Child(g, ud.Nsubj)
	if id == annot.None || subj == annot.None {
		return false
	}
	lemma := s.syn.Words[subj].Lemma
	for _, sp := range s.att.List[id].Source {
		first, end := s.seg.Within(sp)
		for t := first; t < end; t++ {
			if s.syn.Words[t].Lemma == lemma {
				return true
			}
		}
	}
	return false
}

// quoted reports whether a word stands in quotation marks.
func (s *search) quoted(t annot.TokenID) bool {
	at := s.seg.Tokens[t].Span.Start
	i, _ := slices.BinarySearchFunc(s.quo.List, at+1, func(q annot.Quotation, x int) int { return cmp.Compare(q.Pieces[0].Start, x) })
	for q := annot.QuotationID(i - 1); q >= 0; q = s.quo.List[q].Parent { // Parent is None, below 0, at the top
		if s.quo.List[q].Pieces.Has(at) {
			return true
		}
	}
	return false
}

// subject returns the subject of a clause, or of the one that it shares it
// with.
func (s *search) subject(t annot.TokenID) annot.TokenID {
	for i := 0; t != annot.None && i < 4; i++ {
		best := annot.TokenID(annot.None)
		for c := range s.syn.Children(t) { // of two, the nearer: the other is of a clause in front
			r := s.syn.Words[c].Rel
			if r.Universal() == ud.Nsubj && (c < t || best == annot.None) || r == ud.Expl && best == annot.None && s.lower(c) == "it" {
				best = c
			}
		}
		if best != annot.None {
			return best
		}
		if h := s.syn.Words[t].Head; s.syn.Words[t].Rel == ud.Xcomp && !s.words.promise[s.syn.Words[h].Lemma] {
			if o := s.syn.Child(h, ud.Obj); o != annot.None && o < t {
				return o // "expects prices to rise"
			}
		}
		if r := s.syn.Words[t].Rel; r != ud.Conj && r != ud.Xcomp {
			return annot.None
		}
		t = s.syn.Words[t].Head
	}
	return annot.None
}
