package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// willNot reads "will not", "would never", "are not going to", "cannot accept"
// and "there will be no" of a party: what it refuses.
func (r *reading) willNot(t annot.TokenID) (act, []annot.EntityID, bool) {
	w := &r.syn.Words[t]
	if w.UPOS != ud.VERB && w.UPOS != ud.AUX && w.UPOS != ud.NOUN || r.asked(r.seg.Sentences[r.seg.SentenceOf(t)]) {
		return act{}, nil, false
	}
	if n := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); r.syn.Child(t, ud.Expl) != annot.None || n != annot.None && r.none(n) && (r.syn.Words[n].Rel == ud.NsubjPass || r.is("setting-out", w.Lemma)) {
		return r.noSuch(t)
	}
	if w.UPOS == ud.AUX || !r.refuses(t) || r.supposedAbove(t) || r.undone(t) {
		return act{}, nil, false
	}
	e, s := r.doer(t)
	if r.passive(t) {
		s = r.syn.Child(t, ud.NsubjPass)
		if up := r.syn.Words[t].Head; s == annot.None && r.syn.Words[t].Rel == ud.Conj { // "never agreed and will not be bound"
			s = r.syn.Child(up, ud.Nsubj, ud.NsubjPass)
		}
		if s == annot.None || !r.is("be-done", w.Lemma) {
			return act{}, nil, false
		}
		e = r.party(s)
	}
	if !r.acts(e) || r.none(s) {
		return act{}, nil, false
	}
	if e = r.boundBy(t, s, e); e == annot.None {
		return act{}, nil, false
	}
	first := t
	if c := r.syn.Child(t, ud.Cop); c != annot.None {
		first = c
	}
	for first-1 > s && (r.syn.Words[first-1].Rel == ud.AuxPass || r.syn.Words[first-1].UPOS == ud.ADV && !r.denies(first-1, first) && r.syn.Words[first-1].Head == t) {
		first--
	}
	_, last := r.syn.Edges(t)
	a := act{what: r.cutAt(first, last+1), to: annot.None, head: t}
	return a, r.members(e, s), !r.answering(a)
}

// refuses reports whether a verb stands under a "not" that its doer wills.
func (r *reading) refuses(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if answers(w.Lemma) || r.conditioned(t) {
		return false
	}
	if f, _ := r.turnAt(t); f != nil && f.alone && !f.yields && f.change == record.ChangeMoved {
		return false // "would not budge" holds a stance
	}
	if w.Lemma == "go" && r.negated(t) && r.syn.Child(t, ud.Xcomp) != annot.None { // "are not going to"
		return false
	}
	if up := w.Head; w.Rel == ud.Xcomp && up != annot.None && r.syn.Words[up].Lemma == "go" && lower(r.seg.Word(up)) == "going" {
		return r.negated(up) && !r.is("no-act", w.Lemma)
	}
	if !r.negated(t) && !r.noWay(t) && !r.givesNo(t) || w.UPOS == ud.NOUN && r.syn.Child(t, ud.Cop) == annot.None {
		return false
	}
	if n := r.syn.Child(t, ud.Nsubj); n != annot.None && w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart) && w.Feats.Has(ud.TensePres) {
		return r.first(n) && r.is("now-act", w.Lemma) // "we are not leaving"
	}
	for c := range r.syn.Children(t) {
		switch f := lower(r.seg.Word(c)); {
		case r.syn.Words[c].Rel != ud.Aux:
		case will(f):
			return w.UPOS == ud.NOUN || !r.is("no-act", w.Lemma) || r.passive(t)
		case f == "can" || f == "could" || f == "ca":
			return (r.is("cannot", w.Lemma) || w.Lemma == "agree" && r.toWhat(t)) && r.syn.Child(t, ud.Obj, ud.Obl, ud.Ccomp, ud.Xcomp) > t
		}
	}
	return false
}

// toWhat reports whether something with "to" hangs on a verb.
func (r *reading) toWhat(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if k := r.syn.Child(c, ud.Case); c > t && k != annot.None && lower(r.seg.Word(k)) == "to" {
			return true
		}
	}
	return false
}

// noWay reports whether a verb stands behind "under no circumstances", "in no
// way".
func (r *reading) noWay(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if c < t && r.syn.Words[c].Rel == ud.Obl && r.no(c) {
			return true
		}
	}
	return false
}

// givesNo reports whether what a party will grant is none: "will grant no
// pardons".
func (r *reading) givesNo(t annot.TokenID) bool {
	o := r.syn.Child(t, ud.Obj)
	if o == annot.None || !r.no(o) || r.syn.Words[t].UPOS != ud.VERB {
		return false
	}
	if !r.is("giving", r.syn.Words[t].Lemma) {
		return r.syn.Words[t].Lemma == "make" && r.is("proposal-noun", r.syn.Words[o].Lemma) // "will make no offer"
	}
	return !r.is("forecast-noun", r.syn.Words[o].Lemma) || r.syn.Words[o].Lemma == "deal" || r.syn.Words[o].Lemma == "agreement"
}

// conditioned reports whether a verb stands in a condition or is only likely:
// hypothetical without modals, which a refusal has itself.
func (r *reading) conditioned(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if rel := r.syn.Words[c].Rel; rel == ud.Mark || rel == ud.Advmod {
			switch lower(r.seg.Word(c)) {
			case "if", "unless", "whether", "until", "till", "lest", "perhaps", "maybe", "probably", "likely", "presumably", "doubtless", "so":
				return true
			}
		} else if rel == ud.Aux && lower(r.seg.Word(c)) == "have" && r.modal(t) != "" {
			return true // "would not have sold"
		}
	}
	return false
}

// supposedAbove reports whether a clause hangs on what nobody owns: "could not
// guarantee that it would not".
func (r *reading) supposedAbove(t annot.TokenID) bool {
	for v, steps := t, 0; v != annot.None && steps < 8; steps++ {
		rel, up := r.syn.Words[v].Rel, r.syn.Words[v].Head
		if up == annot.None {
			return false
		}
		switch rel {
		case ud.Ccomp, ud.Xcomp, ud.Acl:
			if lower(r.seg.Word(up)) != "going" && r.unowned(v, up) {
				return true
			}
		case ud.Conj, ud.Parataxis:
		default:
			return false
		}
		v = up
	}
	return false
}

// boundBy returns whom a refusal binds: its subject, or the party that a voice
// without a name speaks for; nobody, where one party tells it of another.
func (r *reading) boundBy(t, s annot.TokenID, e annot.EntityID) annot.EntityID {
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None || r.stmts.List[st].Attribution == annot.None {
		return e
	}
	row := &r.stmts.List[st]
	switch row.Firmness {
	case record.ThreatenedIf, record.Threatened, record.Believed, record.Hoped, record.Feared, record.Denied, record.Warned, record.WarnedIf:
		return annot.None
	}
	if r.alleged(row.Attribution) {
		return annot.None
	}
	if row.Speaker == annot.None || row.Speaker == e {
		return e
	}
	who := &r.ents.List[row.Speaker]
	if m := r.ms.ByHead(s); m != annot.None && r.ms.List[m].Form == record.Pronominal {
		return e
	}
	if x := &r.ents.List[e]; !who.Named && (x.Kind != annot.PersonMention || !x.Named) || r.speaks(row.Speaker, e) {
		return e
	}
	return annot.None
}

// first reports whether a subject is the first person.
func (r *reading) first(n annot.TokenID) bool {
	if n == annot.None {
		return false
	}
	f := lower(r.seg.Word(n))
	return f == "we" || f == "i"
}

// noSuch reads "there will be no bus": what its speaker refuses.
func (r *reading) noSuch(t annot.TokenID) (act, []annot.EntityID, bool) {
	n := r.syn.Child(t, ud.Nsubj, ud.NsubjPass)
	if r.modal(t) == "" || n == annot.None || !r.none(n) || r.syn.Words[n].Rel == ud.Nsubj && r.is("forecast-noun", r.syn.Words[n].Lemma) || r.conditioned(t) || r.supposedAbove(t) {
		return act{}, nil, false
	}
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None || r.stmts.List[st].Speaker == annot.None {
		return act{}, nil, false
	}
	s := &r.stmts.List[st]
	switch s.Firmness {
	case record.Expected, record.Refused, record.Insisted, record.RuledOut, record.Asserted:
	default:
		return act{}, nil, false
	}
	if a := r.atts.List[s.Attribution].Within; a != annot.None && r.alleged(s.Attribution) || r.ents.List[s.Speaker].Kind == annot.OutletMention {
		return act{}, nil, false
	}
	first, last := r.syn.Edges(t)
	if x := r.syn.Child(t, ud.Expl); x > first {
		first = x
	} else if first < n && lower(r.seg.Word(first)) == "that" {
		first++
	}
	return act{what: r.cutAt(first, last+1), to: annot.None, head: n}, []annot.EntityID{r.client(s.Speaker)}, true
}

// no reports whether a noun has "no" before it.
func (r *reading) no(n annot.TokenID) bool {
	d := r.syn.Child(n, ud.Det)
	return d != annot.None && lower(r.seg.Word(d)) == "no"
}
