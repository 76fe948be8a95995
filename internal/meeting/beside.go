package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// beside reads who else is said to be there, or not, in the sentence of a
// meeting: "with a judge presiding", "in the presence of", "in the absence of".
func (r *reading) beside(c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	for t := s.First; t+2 < s.End; t++ {
		switch f := lower(r.seg.Word(t)); {
		case r.is("company", f) && lower(r.seg.Word(t+1)) == "of" && r.companyPrep(t):
			as := record.NamedParticipant
			if f == "absence" {
				as = record.KeptOut
			}
			r.addNext(c, t+2, s.End, as)
		case f == "with" && t > c.head && r.teamWith(t, s.End) != annot.None:
			r.addParts(c, r.agent(r.teamWith(t, s.End)), record.NamedParticipant)
		case f == "with" && t > c.head && r.attending(t, s.End):
			r.addNext(c, t+1, s.End, r.withHow(t, s.End))
		case f == "with" && t > c.head && r.syn.Words[t].Rel == ud.Mark:
			r.arguing(c, r.syn.Words[t].Head)
		}
	}
}

// teamWith returns the verb behind "with a mission headed by", or None.
func (r *reading) teamWith(with, end annot.TokenID) annot.TokenID {
	for x := with + 1; x < min(with+5, end); x++ {
		if !r.is("team", r.syn.Words[x].Lemma) {
			continue
		}
		for d := range r.syn.Children(x) {
			if w := &r.syn.Words[d]; d > x && w.Rel.Universal() == ud.Acl && r.is("lead-verb", w.Lemma) && r.agent(d) != annot.None {
				return d
			}
		}
	}
	return annot.None
}

// companyPrep reports whether "in", "under" or "with" stands before a word or
// its article.
func (r *reading) companyPrep(t annot.TokenID) bool {
	p := r.before(t, 1)
	if p == "the" {
		p = r.before(t, 2)
	}
	return p == "in" || p == "under" || p == "with"
}

// arguing reads what those who were there did as a meeting went on or ended:
// "collapsed, with Velia accusing the guild of bad faith".
func (r *reading) arguing(c *candidate, clause annot.TokenID) {
	gov, _ := r.above(c)
	if gov == annot.None || clause == annot.None || !r.is("over", r.syn.Words[gov].Lemma) && !r.is("happens", r.syn.Words[gov].Lemma) && !r.is("goes-on", r.syn.Words[gov].Lemma) {
		return
	}
	r.argue(c, clause)
	for d := range r.syn.Children(clause) {
		if r.syn.Words[d].Rel == ud.Conj {
			r.argue(c, d)
		}
	}
}

func (r *reading) argue(c *candidate, clause annot.TokenID) {
	s := r.nsubj(clause)
	if s == annot.None || r.actorAt(s) == annot.None || r.third(r.actorAt(s)) || r.neither(s) {
		return
	}
	r.addParts(c, s, record.NamedParticipant)
	if o := r.syn.Child(clause, ud.Obj); o != annot.None && r.canFace(r.actorAt(o)) && r.stands(r.ms.ByHead(o)) {
		r.addParts(c, o, record.NamedParticipant)
	}
}

// addNext adds the actors of the noun phrase at t.
func (r *reading) addNext(c *candidate, t, end annot.TokenID, as record.Participation) {
	for x := t; x < min(t+9, end); x++ {
		if r.syn.Words[x].UPOS == ud.VERB || r.syn.Words[x].UPOS == ud.PUNCT {
			return
		}
		if r.actorAt(x) != annot.None && r.syn.Words[x].Rel != ud.NmodPoss && !r.modifies(x) {
			r.addParts(c, x, as)
			return
		}
	}
}

// attending reports whether the words behind "with" say that somebody is
// there: "with Egypt acting as mediator", "with a judge in the chair".
func (r *reading) attending(with, end annot.TokenID) bool {
	someone := false
	for x := with + 1; x < min(with+10, end); x++ {
		switch f := lower(r.seg.Word(x)); {
		case r.actorAt(x) != annot.None:
			someone = true
		case someone && (r.is("attending", f) || f == "absent"):
			return true
		case f == ",", f == ";", r.syn.Words[x].UPOS == ud.VERB && !r.syn.Words[x].Feats.Has(ud.VerbFormPart) && !r.syn.Words[x].Feats.Has(ud.VerbFormGer):
			return false
		}
	}
	return false
}

// withHow says how those behind "with" are there.
func (r *reading) withHow(with, end annot.TokenID) record.Participation {
	for x := with + 1; x < min(with+10, end); x++ {
		switch f := lower(r.seg.Word(x)); {
		case f == "absent", f == "not":
			return record.KeptOut
		case r.is("attending", f):
			return record.NamedParticipant
		}
	}
	return record.NamedParticipant
}
