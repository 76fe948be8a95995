package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// inDoubt reads "was thrown into doubt", "hangs in the balance", "looks
// doomed": such a meeting may not be.
func (r *reading) inDoubt(gov annot.TokenID) bool {
	if r.negated(gov) {
		return false
	}
	if r.is("in-doubt", r.syn.Words[gov].Lemma) {
		return r.syn.Child(gov, ud.Cop, ud.AuxPass) != annot.None
	}
	for d := range r.syn.Children(gov) {
		if d <= gov || !r.is("in-doubt", lower(r.seg.Word(d))) {
			continue
		}
		switch p := r.caseOf(d); r.syn.Words[d].Rel.Universal() {
		case ud.Obl:
			return p == "in" || p == "into"
		case ud.Xcomp:
			return true
		}
	}
	return false
}

// fewDo reports whether a verb has "few", "hardly anyone" or "almost nobody"
// for its subject.
func (r *reading) fewDo(verb annot.TokenID) bool {
	s := r.nsubj(verb)
	if s == annot.None {
		return false
	}
	if f := lower(r.seg.Word(s)); f == "few" || f == "nobody" || f == "none" {
		return r.before(s, 1) != "a"
	}
	for d := range r.syn.Children(s) {
		if f := lower(r.seg.Word(d)); d < s && (f == "few" && r.before(d, 1) != "a" || f == "hardly" || f == "scarcely") {
			return true
		}
	}
	return false
}

// attempted reads what somebody only tries to bring about, or to get others to
// do.
func attempted(r *reading, s step) ruling {
	if s.gov == annot.None || s.past {
		return stands
	}
	verb := s.word
	if s.rel == ud.Acl && r.marked(verb, "to") && r.syn.Words[s.gov].Rel == ud.Obj {
		verb = r.syn.Words[s.gov].Head // "get both sides to meet"
		if !r.is("moves", r.syn.Words[verb].Lemma) {
			return stands
		}
	} else if s.rel != ud.Xcomp {
		return stands
	}
	w := &r.syn.Words[verb]
	if w.Rel.Universal() != ud.Xcomp || w.UPOS != ud.VERB || !r.is("floated-verb", r.syn.Words[w.Head].Lemma) || r.syn.Words[w.Head].UPOS != ud.VERB {
		return stands
	}
	if r.is("come", w.Lemma) || r.is("join", w.Lemma) {
		return stands
	}
	return floated
}

// asker returns the verb that somebody is the agent of who asks another to do
// something, "was asked by the guild to", or None.
func (r *reading) asker(t annot.TokenID) annot.TokenID {
	w := &r.syn.Words[t]
	if w.Rel != ud.OblAgent || !r.is("moves", r.syn.Words[w.Head].Lemma) {
		return annot.None
	}
	return w.Head
}

// rumoured reports whether a meeting is one that only may have been: "are
// believed to have met".
func (g *group) rumoured(r *reading) bool {
	x := g.cands[0]
	return x.verb && x.status == record.UnknownStatus && r.aux(x.head, "have") != annot.None
}

// offAndOn reports whether a word says that something is on where the meeting
// last spoken of was said to be off: then nobody else is meant.
func (r *reading) offAndOn(word annot.TokenID) bool {
	n := len(r.cands)
	return n > 0 && r.cands[n-1].status == record.CalledOff && r.isOn(word)
}
