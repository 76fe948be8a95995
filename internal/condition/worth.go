package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// worth weighs what a verb or noun does to others: 1 harm, -1 good, 0 neither
// or not to be told. Ending what is bad is good, and the other way round. It
// does not look at negations.
func (s *search) worth(t annot.TokenID) int {
	w := s.syn.Words[t]
	if w.UPOS != ud.VERB && !s.inLists(w.Lemma) {
		return toInt(s.words.badNoun[w.Lemma] || s.syn.Child(t, ud.Cop) != annot.None && s.badComplement(t)) // "be back on the picket lines"
	}
	if w.UPOS == ud.NOUN && s.words.badNoun[w.Lemma] {
		return 1
	}
	obj := s.syn.Child(t, ud.Obj, ud.NsubjPass)
	bad := obj != annot.None && (s.badPhrase(obj) || s.words.burden[s.syn.Words[obj].Lemma])
	switch {
	case obj != annot.None && s.goesWith(t, s.words.goodWith) && !s.harmfulPhrase(t):
		return -1 // "give up its weapons"
	case obj != annot.None && (s.words.end[w.Lemma] || s.particle(t) == "off" && !s.words.benefit[w.Lemma]):
		return sign(!bad)
	case s.harmfulPhrase(t):
		return 1
	case s.goesWith(t, s.words.goodWith):
		return -1
	case s.words.begin[w.Lemma] && obj != annot.None:
		return sign(bad)
	case w.Lemma == "withdraw" && obj == annot.None:
		return sign(s.leavesBond(t))
	case s.words.end[w.Lemma] && obj == annot.None:
		subj := s.syn.Child(t, ud.Nsubj)
		return -toInt(subj != annot.None && s.words.badNoun[s.syn.Words[subj].Lemma])
	case s.words.happen[w.Lemma]:
		subj := s.syn.Child(t, ud.Nsubj)
		return toInt(subj != annot.None && s.words.badNoun[s.syn.Words[subj].Lemma] || s.goesAheadWith(t))
	case s.words.harmBare[w.Lemma]:
		return toInt(s.aimless(t))
	case w.Lemma == "strike" && obj != annot.None && (s.words.document[s.syn.Words[obj].Lemma] || s.words.bond[s.syn.Words[obj].Lemma]):
		return -1 // "strike a deal"
	case s.words.harm[w.Lemma], (w.Lemma == "leave" || w.Lemma == "quit") && obj != annot.None && s.words.bond[s.syn.Words[obj].Lemma]:
		return 1
	case s.words.benefit[w.Lemma]:
		return -1
	}
	return 0
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sign(harm bool) int {
	if harm {
		return 1
	}
	return -1
}

// goesAheadWith reports whether something bad is gone on with: "goes ahead with
// the levy".
func (s *search) goesAheadWith(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		if w := s.syn.Words[c]; w.Rel.Universal() == ud.Obl && (s.words.badNoun[w.Lemma] || s.words.burden[w.Lemma]) {
			k := s.syn.Child(c, ud.Case)
			return k != annot.None && s.lower(k) == "with"
		}
	}
	return false
}

// harmfulPhrase reports whether a verb does harm together with a word behind
// it: "walk out", "hit back", "take the firm to court".
func (s *search) harmfulPhrase(t annot.TokenID) bool {
	return s.goesWith(t, s.words.harmWith) || s.goesWith(t, s.words.reckoning) || s.harmsWhom(t)
}

// harmsWhom reports whether a verb does harm to what it is told of: "the
// hostages that they vowed to hold".
func (s *search) harmsWhom(t annot.TokenID) bool {
	with := s.words.harmWith[s.syn.Words[t].Lemma]
	if with == nil || s.syn.Child(t, ud.Obj) != annot.None {
		return false
	}
	if w := &s.syn.Words[t]; w.Rel == ud.Xcomp && w.Head != annot.None {
		t = w.Head
	}
	h := s.syn.Words[t].Head
	return s.syn.Words[t].Rel == ud.AclRelcl && h != annot.None && with[s.syn.Words[h].Lemma]
}

// goesWith reports whether one of the words that a list gives for a verb stands
// close behind it.
func (s *search) goesWith(t annot.TokenID, list map[string]map[string]bool) bool {
	with := list[s.syn.Words[t].Lemma]
	if with == nil {
		return false
	}
	_, r := s.syn.Edges(t)
	for u := t + 1; u <= min(r, t+6); u++ {
		if with[s.syn.Words[u].Lemma] || with[s.lower(u)] {
			return true
		}
	}
	return false
}

// aimless reports whether nothing behind a verb says to whom, for what or as what
// it is done: "will respond", not "will respond to the offer".
func (s *search) aimless(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		switch s.syn.Words[c].Rel.Universal() {
		case ud.Obj:
			return false
		case ud.Obl:
			switch k := s.syn.Child(c, ud.Case); {
			case k == annot.None:
			case s.lower(k) == "to", s.lower(k) == "for", s.lower(k) == "as", s.lower(k) == "toward", s.lower(k) == "towards":
				return false
			}
		}
	}
	return true
}

// leavesBond reports whether somebody would withdraw from what ties him to
// others: "from the talks", where troops withdraw from a town.
func (s *search) leavesBond(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		if s.syn.Words[c].Rel.Universal() == ud.Obl && s.words.bond[s.syn.Words[c].Lemma] {
			return true
		}
	}
	return false
}

// particle returns the particle of a verb: "off" in "call off".
func (s *search) particle(t annot.TokenID) string {
	if p := s.syn.Child(t, ud.CompoundPrt); p != annot.None {
		return s.lower(p)
	}
	if int(t)+1 < len(s.syn.Words) && s.lower(t+1) == "off" {
		return "off"
	}
	return ""
}

func (s *search) inLists(lemma string) bool {
	w := s.words
	return w.harm[lemma] || w.harmBare[lemma] || w.benefit[lemma] || w.begin[lemma] || w.end[lemma]
}

// badPhrase reports whether a noun, or the one that it is a measure of, names
// something bad: "sanctions", "a wave of strikes".
func (s *search) badPhrase(t annot.TokenID) bool {
	if l := s.syn.Words[t].Lemma; s.words.badNoun[l] || s.words.forces[l] {
		return true
	}
	for c := range s.syn.Children(t) {
		switch w := s.syn.Words[c]; w.Rel {
		case ud.Nmod, ud.Compound:
			if s.words.badNoun[w.Lemma] || w.Rel == ud.Compound && s.words.burden[w.Lemma] && s.words.rise[s.syn.Words[t].Lemma] {
				return true
			}
		}
	}
	return false
}

// bad reports whether what would come about is bad for somebody, whoever does
// it: "a default is likely", "prices could soar", "the truce would collapse",
// "children would go hungry".
func (s *search) bad(g annot.TokenID) bool {
	d := s.deed(g)
	if s.negated(g) {
		return s.words.endures[s.syn.Words[d].Lemma] // "would not survive"
	}
	w := s.syn.Words[d]
	subj, obj := s.syn.Child(g, ud.Nsubj, ud.NsubjPass), s.syn.Child(d, ud.Obj)
	switch {
	case s.words.badState[w.Lemma], (w.UPOS == ud.NOUN || s.expl(g)) && s.words.badNoun[w.Lemma], s.words.ruin[w.Lemma], s.goesWith(d, s.words.ruinWith):
		return true
	case s.syn.Words[g].Lemma == "risk", s.expl(g) && subj != annot.None && s.badPhrase(subj):
		return true
	case subj != annot.None && s.badPhrase(subj) && !s.party(subj) && !s.words.forces[s.syn.Words[subj].Lemma] && !s.words.end[w.Lemma]:
		return true
	case subj != annot.None && s.words.rise[w.Lemma] && s.words.burden[s.syn.Words[subj].Lemma],
		subj != annot.None && s.words.fall[w.Lemma] && !s.words.burden[s.syn.Words[subj].Lemma] && obj == annot.None:
		return true
	case obj != annot.None && s.words.cause[w.Lemma] && s.badPhrase(obj):
		return true
	}
	return s.worth(d) > 0 || s.badComplement(d) || s.suffers(d) && !s.words.begin[w.Lemma] && !s.words.happen[w.Lemma] && w.Lemma != "end" && w.Lemma != "pay"
}

// badComplement reports whether a verb leads to something bad: "end in war",
// "go hungry", "be at risk".
func (s *search) badComplement(t annot.TokenID) bool {
	for c := range s.syn.Children(t) {
		w := s.syn.Words[c]
		switch w.Rel.Universal() {
		case ud.Obl, ud.Xcomp, ud.Nmod, ud.Acl:
			if s.words.badNoun[w.Lemma] && !s.words.weapon[w.Lemma] || s.words.badState[w.Lemma] || w.Lemma == "risk" {
				return true
			}
		}
	}
	return false
}

// expl reports whether a clause only says that something is there.
func (s *search) expl(g annot.TokenID) bool { return s.syn.Child(g, ud.Expl) != annot.None }

// idle reports whether a clause is a figure of speech that binds nobody: "I'll
// eat my hat", "when pigs fly".
func (s *search) idle(spans annot.Spans) bool {
	for _, sp := range spans {
		first, end := s.seg.Within(sp)
		for t := first; t < end; t++ {
			if with := s.words.idle[s.syn.Words[t].Lemma]; with != nil {
				for u := first; u < end; u++ {
					if u != t && with[s.syn.Words[u].Lemma] {
						return true
					}
				}
			}
		}
	}
	return false
}
