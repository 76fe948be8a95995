package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// agent returns who stands behind "by" in a passive, or None.
func (r *reading) agent(verb annot.TokenID) annot.TokenID {
	best := annot.TokenID(annot.None)
	for d := range r.syn.Children(verb) { // a title and a name may be read as two
		if r.syn.Words[d].Rel.Universal() == ud.Obl && (r.caseOf(d) == "by" || r.syn.Words[d].Rel == ud.OblAgent) && (best == annot.None || r.actorAt(best) == annot.None && r.actorAt(d) != annot.None) {
			best = d
		}
	}
	return best
}

// host returns who asks others to come: the subject of an active verb.
func (r *reading) host(verb annot.TokenID) annot.TokenID {
	if r.syn.Child(verb, ud.Obj) == annot.None {
		return annot.None
	}
	return r.subjectOf(verb)
}

// other returns the object of a verb, or its subject in the passive, unless
// that is the meeting itself.
func (r *reading) other(verb, head annot.TokenID) annot.TokenID {
	for _, rel := range [...]ud.DepRel{ud.NsubjPass, ud.Obj} {
		if who := r.syn.Child(verb, rel); who != annot.None && who != head {
			return r.antecedentOf(verb, who)
		}
	}
	if r.syn.Words[verb].Rel.Universal() == ud.Acl && r.syn.Words[verb].Feats.Has(ud.VerbFormPart) && r.nsubj(verb) == annot.None {
		return r.syn.Words[verb].Head // "the tribes invited to the talks"
	}
	return annot.None
}

// subjectOf returns the subject of a verb, or of the one that controls it, or
// what a relative pronoun stands for; where the tree has none, the mention
// right before the verb group.
func (r *reading) subjectOf(verb annot.TokenID) annot.TokenID {
	for v, steps := verb, 0; v != annot.None && steps < 5; steps++ {
		if s := r.nsubj(v); s != annot.None {
			return r.antecedentOf(v, s)
		}
		rel, gov := r.syn.Words[v].Rel, r.syn.Words[v].Head
		if rel == ud.Acl && r.syn.Words[v].Feats.Has(ud.VerbFormInf) {
			if r.syn.Words[gov].UPOS == ud.NOUN && r.actorAt(gov) == annot.None {
				return r.ownerOf(gov) // "its invitation to attend", "declined an invitation to attend"
			}
			if up := r.asker(gov); up != annot.None {
				return r.nsubj(up) // "was asked by the guild to meet"
			}
			return gov // "wants the generals to sit down"
		}
		if rel == ud.Acl && (r.syn.Words[v].Feats.Has(ud.VerbFormGer) || r.syn.Words[v].Feats.Has(ud.VerbFormPart)) {
			return gov
		}
		if o := r.controller(gov); o != annot.None && o != v && (rel == ud.Xcomp || rel.Universal() == ud.Advcl && r.syn.Words[v].Feats.Has(ud.VerbFormInf)) {
			return o // "urged the guild to hold", "called on both sides to meet"
		}
		switch rel.Universal() {
		case ud.Xcomp, ud.Advcl, ud.Conj:
			if rel.Universal() == ud.Advcl && r.syn.Words[v].Feats.Has(ud.TensePres|ud.VerbFormFin) {
				return r.mentionBefore(v) // a clause with a subject of its own, which the tree has lost
			}
			v = r.syn.Words[v].Head
		default:
			return r.mentionBefore(verb)
		}
	}
	return annot.None
}

// controller returns whom a verb moves to do something: its object, or who
// stands behind "on" or "for"; None where it moves nobody.
func (r *reading) controller(verb annot.TokenID) annot.TokenID {
	if verb == annot.None || !r.is("moves", r.syn.Words[verb].Lemma) {
		return annot.None
	}
	for d := range r.syn.Children(verb) {
		switch rel := r.syn.Words[d].Rel.Universal(); {
		case rel == ud.Obj, rel == ud.Iobj, rel == ud.NsubjPass:
			if r.actorAt(d) != annot.None {
				return d
			}
		case rel == ud.Obl && (r.caseOf(d) == "on" || r.caseOf(d) == "upon" || r.caseOf(d) == "for" || r.caseOf(d) == "to"):
			if r.actorAt(d) != annot.None {
				return d
			}
		}
	}
	return annot.None
}

// nsubj returns the subject of a verb: of several, as where a title and a name
// were read as two, the last that is an actor.
func (r *reading) nsubj(verb annot.TokenID) annot.TokenID {
	best := annot.TokenID(annot.None)
	for d := range r.syn.Children(verb) {
		switch r.syn.Words[d].Rel {
		case ud.Nsubj, ud.NsubjPass, ud.NsubjOuter:
			if best == annot.None || r.actorAt(d) != annot.None {
				best = d
			}
		}
	}
	return best
}

// mentionBefore returns the head of a mention that ends right before a verb
// and its auxiliaries.
func (r *reading) mentionBefore(verb annot.TokenID) annot.TokenID {
	s := r.seg.Sentences[r.seg.SentenceOf(verb)]
	t := verb - 1
	for t >= s.First && (r.syn.Words[t].UPOS == ud.AUX || r.syn.Words[t].UPOS == ud.ADV || r.syn.Words[t].UPOS == ud.PART) {
		t--
	}
	if e := r.wholeBefore(t); e != annot.None {
		return e // "Ada Lind, the minister, plans"
	}
	for ; t >= s.First && t > verb-4; t-- {
		if r.syn.Words[t].UPOS == ud.VERB || r.syn.Words[t].UPOS == ud.PUNCT {
			return annot.None
		}
		if r.actorAt(t) != annot.None {
			return t
		}
	}
	return annot.None
}

// wholeBefore returns the head of the mention of an actor whose whole phrase,
// with what stands in apposition, ends at a token or a comma, or None.
func (r *reading) wholeBefore(t annot.TokenID) annot.TokenID {
	if t < 0 || r.seg.Word(t) != "," {
		return annot.None
	}
	at := r.seg.Tokens[t].Span
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if m.Span.Start > at.Start {
			break
		}
		if (m.Whole.End == at.End || m.Whole.End == at.Start) && m.Form == record.Named && r.actorAt(m.Head) != annot.None {
			return m.Head
		}
	}
	return annot.None
}

// no reports whether a noun has "no" before it.
func (r *reading) no(t annot.TokenID) bool {
	d := r.syn.Child(t, ud.Det)
	return d != annot.None && lower(r.seg.Word(d)) == "no"
}
