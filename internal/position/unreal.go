package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/internal/undone"
)

// unreal reports whether a word of committing tells of no commitment: it is
// asked about, supposed, only possible, wished for, denied, or its infinitive
// or gerund hangs on something that does not do it. Denied by its own "not" is
// another matter.
func (r *reading) unreal(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	sent := r.seg.Sentences[r.seg.SentenceOf(t)]
	if r.asked(sent) || r.nobody(t) || r.hypothetical(t) || r.undone(t) && !r.unkept(t) {
		return true
	}
	if w.Feats.Has(ud.VerbFormInf) && r.modal(t) == "" && !r.does(w.Head, w.Rel) {
		return true
	}
	if w.Feats.Has(ud.VerbFormGer) && !r.gerundReal(t) {
		return true
	}
	for v, steps := t, 0; steps < 8; steps++ {
		rel, up := r.syn.Words[v].Rel, r.syn.Words[v].Head
		if up == annot.None {
			return false
		}
		switch rel.Universal() {
		case ud.Ccomp, ud.Xcomp, ud.Acl, ud.Obj, ud.Obl, ud.Nmod, ud.Advcl, ud.Csubj:
			if r.unowned(v, up) {
				return true
			}
		case ud.Conj, ud.Parataxis:
			if rel == ud.Conj && r.hypothetical(up) {
				return true // "unless they reach a deal or agree to a delay"
			}
		default:
			return false
		}
		v = up
	}
	return false
}

// unowned reports whether a word over a clause keeps its speaker from owning
// it: "denied that", "hopes", "did not say that", "if it said".
func (r *reading) unowned(v, up annot.TokenID) bool {
	w := &r.syn.Words[up]
	switch rel := r.syn.Words[v].Rel; {
	case rel == ud.Advcl && r.is("charge-word", w.Lemma) && (r.syn.Words[v].Feats.Has(ud.VerbFormGer) || strings.HasSuffix(lower(r.seg.Word(v)), "ing")):
		return true // "was accused of refusing to pay"
	case rel == ud.AclRelcl || rel == ud.AdvclRelcl || rel == ud.Advcl || rel == ud.Acl:
		return false
	}
	switch lower(r.seg.Word(up)) {
	case "provided", "providing", "assuming", "supposing":
		return true
	}
	if r.is("charge-word", w.Lemma) || r.is("wish-word", w.Lemma) && !r.passive(up) {
		return true
	}
	return w.UPOS == ud.VERB && (r.negated(up) && r.syn.Words[v].Rel != ud.Obj || r.hypothetical(up))
}

// asked reports whether a sentence is a question.
func (r *reading) asked(s annot.Sentence) bool {
	for t := s.End - 1; t >= s.First && t >= s.End-3; t-- {
		if r.seg.Word(t) == "?" {
			return true
		}
	}
	return false
}

// nobody reports whether the subject is none or few: "no party has agreed".
func (r *reading) nobody(t annot.TokenID) bool {
	_, s := r.doer(t)
	if s == annot.None {
		return false
	}
	return r.none(s)
}

// none reports whether a noun phrase denotes nobody or few.
func (r *reading) none(s annot.TokenID) bool {
	first, _ := r.syn.Edges(s)
	for x := first; x <= s; x++ {
		if x != s && r.syn.Words[x].Head != s {
			continue
		}
		switch lower(r.seg.Word(x)) {
		case "no":
			if int(x)+1 < len(r.seg.Tokens) && r.syn.Words[x+1].UPOS != ud.NUM { // "No 10" is somebody
				return true
			}
		case "none", "nobody", "neither", "few", "hardly", "nothing", "not", "whoever", "any", "anyone":
			return true
		}
	}
	return false
}

// hypothetical reports whether a verb stands in a condition, a question or
// under a modal that takes its truth away.
func (r *reading) hypothetical(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		switch rel := r.syn.Words[c].Rel; rel {
		case ud.Mark, ud.Advmod:
			switch lower(r.seg.Word(c)) {
			case "if", "unless", "whether", "until", "till", "should", "were", "lest", "perhaps", "maybe":
				return true
			case "once", "before", "provided":
				return rel == ud.Mark
			}
		case ud.Aux:
			switch lower(r.seg.Word(c)) {
			case "might", "could", "may", "must", "should", "can", "shall", "ca":
				return true
			}
		}
	}
	return false
}

// modal returns the "will" or "would" of a verb, or nothing.
func (r *reading) modal(t annot.TokenID) string {
	for c := range r.syn.Children(t) {
		if f := lower(r.seg.Word(c)); r.syn.Words[c].Rel == ud.Aux && (will(f) || f == "'d" || f == "’d" || f == "shall") {
			return f
		}
	}
	return ""
}

// onlyMight reports whether a deed is no more than possible: who might accept
// offers nothing.
func (r *reading) onlyMight(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel == ud.Aux {
			switch lower(r.seg.Word(c)) {
			case "might", "may":
				return true
			}
		}
	}
	return false
}

// does reports whether what an infinitive hangs on does it: "voted to accept".
func (r *reading) does(up annot.TokenID, rel ud.DepRel) bool {
	if up == annot.None {
		return true
	}
	if rel == ud.Conj {
		return r.does(r.syn.Words[up].Head, r.syn.Words[up].Rel)
	}
	return rel == ud.Xcomp && r.is("doing", r.syn.Words[up].Lemma) && !r.negated(up) && !r.hypothetical(up) && r.modal(up) == ""
}

// gerundReal reports whether a gerund tells what was done: "after rejecting
// the offer", ", refusing to sign", not "considers accepting".
func (r *reading) gerundReal(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if r.syn.Child(t, ud.Aux) != annot.None { // "is offering"
		return true
	}
	switch w.Rel {
	case ud.Acl, ud.AclRelcl, ud.Conj, ud.Root, ud.Parataxis:
		return true
	case ud.Advcl:
		k := r.syn.Child(t, ud.Mark)
		if k == annot.None {
			return !r.isWhat(t)
		}
		switch lower(r.seg.Word(k)) {
		case "after", "by", "in", "while", "since", "despite":
			return true
		}
	}
	return false
}

// unkept reports whether a promise is only said not to have been kept: it was
// made.
func (r *reading) unkept(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.UPOS != ud.NOUN || w.Head == annot.None || w.Rel.Universal() != ud.Nsubj && w.Rel != ud.Obj {
		return false
	}
	switch r.syn.Words[w.Head].Lemma {
	case "keep", "honour", "honor", "fulfil", "fulfill", "break", "implement", "meet", "expire", "lapse", "redeem":
		return true
	}
	return false
}

// isWhat reports whether a gerund right behind a verb is what the verb is about:
// "ruled out raising", "considered leaving".
func (r *reading) isWhat(t annot.TokenID) bool {
	up := r.syn.Words[t].Head
	if up == annot.None || up >= t || t-up > 2 {
		return false
	}
	return t-up == 1 && r.syn.Words[up].UPOS == ud.VERB || t-up == 2 && r.syn.Words[t-1].Rel == ud.CompoundPrt
}

// isWondering reports whether a verb only thinks of what its gerund tells:
// "is considering raising its bid".
func (r *reading) isWondering(verb annot.TokenID) bool {
	switch r.syn.Words[verb].Lemma {
	case "consider", "contemplate", "mull", "discuss", "weigh", "debate", "rule", "suggest", "propose", "oppose", "avoid", "envisage", "favour", "favor", "recommend":
		return true
	}
	return false
}

// undone reports whether the words around a verb say that its act was not
// done, or that nobody vouches for it: "none has accepted", "on the verge of
// agreeing", "reports that it had agreed were untrue".
func (r *reading) undone(t annot.TokenID) bool {
	u, _ := r.deeds.Of(r.seg, r.syn, t)
	return u != undone.Done || r.noLonger(t) // who "no longer rules out" a thing has not ruled it out
}

// notOnly reports whether a "not" goes with an adverb that lifts it: "not only
// accepted but".
func (r *reading) notOnly(t annot.TokenID) bool {
	if int(t)+1 >= len(r.seg.Tokens) || lower(r.seg.Word(t)) != "not" {
		return false
	}
	switch lower(r.seg.Word(t + 1)) {
	case "only", "merely", "simply":
		return true
	}
	return false
}
