package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// near is how many sentences behind the words for a meeting it may be said,
// without naming it again, who comes.
const near = 3

// comings reads what is said of who comes to the meeting last spoken of where
// its own phrase does not stand: "barred from the room", "were not invited",
// "will not be represented", "hopes that he will attend it", "sent a deputy",
// "were joined by the tribes".
func (r *reading) comings(groups []*group) {
	if len(groups) == 0 {
		return
	}
	for i := range r.seg.Sentences {
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			u := r.syn.Words[t].UPOS
			if who := r.spared(t); who != annot.None {
				if g := r.lastBefore(groups, t); g >= 0 && r.closeBy(groups[g], annot.SentenceID(i)) {
					r.addParts(groups[g].cands[0], who, record.Declined)
				}
			}
			if u == ud.PROPN {
				if g := r.lastBefore(groups, t); g >= 0 && r.thereToo(groups[g], t) && r.closeBy(groups[g], annot.SentenceID(i)) {
					r.addParts(groups[g].cands[0], r.nsubj(t), r.certainty(t))
				}
			}
			if u != ud.VERB && u != ud.ADV && u != ud.NOUN {
				continue
			}
			who, as := r.coming(t)
			if who == annot.None {
				continue
			}
			g := r.lastBefore(groups, t)
			if w := &r.syn.Words[t]; u == ud.VERB && !w.Feats.Has(ud.TensePast) {
				if ahead := r.lastAsked(groups, t); ahead >= 0 && r.closeBy(groups[ahead], annot.SentenceID(i)) {
					g = ahead // who will come, or not, comes to what is still to be
				}
			}
			if w := &r.syn.Words[t]; u == ud.VERB && g >= 0 && r.tells(w) {
				if back := r.lastHeld(groups, t, annot.SentenceID(i)); back >= 0 && !r.fellHere(groups[g], t) {
					g = back // who came, or did not, came to what was held
				}
			}
			if w := &r.syn.Words[t]; g >= 0 && u == ud.VERB && !r.tells(w) && groups[g].rumoured(r) {
				continue // who may attend does not come to what is over
			}
			if r.answers(t) {
				g = r.lastAsked(groups, t)
			}
			if g >= 0 && (r.is("keep-out", r.syn.Words[t].Lemma) || r.closeBy(groups[g], annot.SentenceID(i))) {
				r.addParts(groups[g].cands[0], who, as)
			}
		}
	}
}

// thereToo reports whether somebody is said to be in the place of a meeting:
// "Both ministers will be in Lund on Tuesday".
func (r *reading) thereToo(g *group, t annot.TokenID) bool {
	p, s := r.placeOf(t), r.nsubj(t)
	return p != annot.None && s != annot.None && p == g.place() && r.syn.Child(t, ud.Cop) != annot.None && r.caseOf(t) == "in" && r.actorAt(s) != annot.None
}

// lastAsked returns the meeting last spoken of before a token, where it is one
// that somebody is asked to; -1 where it is not.
func (r *reading) lastAsked(groups []*group, t annot.TokenID) int {
	best, at := -1, annot.TokenID(-1)
	for i, g := range groups {
		for _, c := range g.cands {
			if !c.headline && !g.since && !g.rumoured(r) && c.head < t && c.head > at {
				best, at = i, c.head
			}
		}
	}
	if best < 0 || groups[best].status() == record.Held || groups[best].status() == record.UnderWay {
		return -1
	}
	return best
}

// tells reports whether a verb is a finite one of the past.
func (r *reading) tells(w *annot.Word) bool {
	return w.Feats.Has(ud.TensePast) && w.Feats.Has(ud.VerbFormFin)
}

// lastHeld returns the meeting last spoken of near a token that was held or is
// under way, where the last of all is still to be; else -1.
func (r *reading) lastHeld(groups []*group, t annot.TokenID, sent annot.SentenceID) int {
	if r.lastAsked(groups, t) < 0 {
		return -1
	}
	best, at := -1, annot.TokenID(-1)
	for i, g := range groups {
		if s := g.status(); g.since || s != record.Held && s != record.UnderWay {
			continue
		}
		for _, c := range g.cands {
			if !c.headline && !r.backdrop(c) && c.head < t && c.head > at && r.seg.SentenceOf(c.head)+near > sent {
				best, at = i, c.head
			}
		}
	}
	return best
}

// closeBy reports whether a meeting is spoken of in a sentence or in one not
// far before it.
func (r *reading) closeBy(g *group, sent annot.SentenceID) bool {
	for _, c := range g.cands {
		if at := r.seg.SentenceOf(c.head); at <= sent && sent < at+near {
			return true
		}
	}
	return false
}

// coming returns who comes, or does not, and how; None where the word says
// nothing of it.
func (r *reading) coming(t annot.TokenID) (annot.TokenID, record.Participation) {
	w := &r.syn.Words[t]
	if w.UPOS != ud.VERB {
		return r.present(t)
	}
	switch {
	case r.is("keep-out", w.Lemma) && r.syn.Child(t, ud.NsubjPass) != annot.None && (r.adverb(t, "out") || r.adverb(t, "aside") || r.outright(w.Lemma)) && r.syn.Child(t, ud.Obl, ud.Xcomp, ud.Ccomp) == annot.None && !r.negated(t) && !r.hedged(t):
		return r.other(t, annot.None), record.KeptOut // "has been left out entirely"
	case r.is("keep-out", w.Lemma):
		for c := range r.syn.Children(t) {
			if r.syn.Words[c].Rel.Universal() == ud.Obl && r.is("room", r.syn.Words[c].Lemma) {
				return r.other(t, annot.None), record.KeptOut
			}
		}
	case w.Lemma == "represent" && r.syn.Child(t, ud.NsubjPass) != annot.None && r.agent(t) != annot.None:
		return r.agent(t), r.certainty(t)
	case r.is("not-asked", w.Lemma):
		return r.invited(t)
	case r.is("join", w.Lemma), w.Lemma == "boycott", w.Lemma == "skip", w.Lemma == "accompany" && r.agent(t) != annot.None:
		return r.joining(t)
	case (w.Lemma == "name" || w.Lemma == "appoint" || w.Lemma == "pick" || w.Lemma == "choose") && !w.Feats.Has(ud.VerbFormInf) && r.ownTeam(t):
		return r.subjectOf(t), r.certainty(t) // "has named its delegates"
	case w.Lemma == "confirm" && !w.Feats.Has(ud.VerbFormInf) && r.syn.Child(t, ud.Obj, ud.Ccomp, ud.Xcomp, ud.NsubjPass, ud.Obl) == annot.None && !r.negated(t):
		return r.subjectOf(t), r.certainty(t) // "Velia has confirmed"
	case r.answers(t):
		if w.Lemma == "accept" || w.Lemma == "agree" {
			return r.subjectOf(t), r.certainty(t)
		}
		return r.subjectOf(t), r.absent(t, record.Declined)
	case r.is("lead-verb", w.Lemma) && r.syn.Child(t, ud.NsubjPass) != annot.None && r.is("team", r.syn.Words[r.syn.Child(t, ud.NsubjPass)].Lemma):
		return r.agent(t), r.certainty(t) // "the delegations were led by"
	case r.is("lead-verb", w.Lemma) && w.Feats.Has(ud.TensePast) && r.syn.Child(t, ud.Obj) != annot.None && r.is("team", r.syn.Words[r.syn.Child(t, ud.Obj)].Lemma):
		return r.subjectOf(t), r.certainty(t) // "who led the home team"
	case (w.Lemma == "show" || w.Lemma == "turn") && r.adverb(t, "up"), r.is("by-wire", w.Lemma) && r.adverb(t, "in") && r.syn.Child(t, ud.Obj) == annot.None:
		return r.subjectOf(t), r.certainty(t)
	case r.is("join", w.Lemma) && r.unsaid(t):
		return r.nsubj(w.Head), record.PossibleParticipant // "neither side had confirmed that it would attend"
	case r.is("preside", w.Lemma) && !r.negated(t) && r.syn.Child(t, ud.Obj, ud.NsubjPass) == annot.None:
		return r.subjectOf(t), r.certainty(t)
	case w.Lemma == "refuse" || w.Lemma == "deny":
		if o := r.syn.Child(t, ud.Obj); o != annot.None && r.is("entry", r.syn.Words[o].Lemma) && r.syn.Child(t, ud.NsubjPass) != annot.None {
			return r.nsubj(t), record.KeptOut // "was refused entry"
		}
	case w.Lemma == "have" || w.Lemma == "take" || w.Lemma == "get" || w.Lemma == "give":
		if o := r.syn.Child(t, ud.Obj); o != annot.None && (r.syn.Words[o].Lemma == "seat" || r.syn.Words[o].Lemma == "place") && r.atTable(o, t) {
			if r.no(o) {
				return r.subjectOf(t), record.KeptOut
			}
			return r.subjectOf(t), r.certainty(t)
		}
		if w.Lemma == "take" {
			return r.joining(t)
		}
	case (w.Lemma == "walk" || w.Lemma == "storm") && r.adverb(t, "out") && !r.outOf(t) && w.Feats.Has(ud.TensePast):
		return r.subjectOf(t), record.NamedParticipant
	case w.Lemma == "stay" && (r.adverb(t, "away") || r.adverb(t, "home") || r.adverb(t, "at") && r.adverb(t+1, "home")):
		return r.subjectOf(t), r.absent(t, record.Declined)
	case w.Lemma == "send":
		if o := r.syn.Child(t, ud.Obj); o != annot.None && r.actorAt(o) != annot.None && r.syn.Child(t, ud.Obl) == annot.None {
			who := r.sent(t, annot.None)
			if e := r.actorAt(who); who != o && e != annot.None && r.ents.List[e].Kind == annot.PersonMention && !r.negated(t) {
				return who, r.absent(t, record.Declined) // who sends a deputy stays away
			}
			return who, r.certainty(t)
		}
	}
	return annot.None, ""
}

// invited reads "was not invited", "have not been asked to come".
func (r *reading) invited(t annot.TokenID) (annot.TokenID, record.Participation) {
	who := r.nsubj(t)
	if who == annot.None || r.other(t, annot.None) == annot.None {
		return annot.None, ""
	}
	if !r.negated(t) && !r.neither(who) {
		if x := r.syn.Child(t, ud.Xcomp); r.syn.Words[t].Lemma == "ask" && x != annot.None && r.bareComing(x) {
			return r.antecedentOf(t, who), record.PossibleParticipant // "has been asked to return"
		}
		if r.syn.Words[t].Lemma == "represent" && r.syn.Child(t, ud.NsubjPass) != annot.None {
			return r.antecedentOf(t, who), r.certainty(t)
		}
		if r.syn.Words[t].Lemma == "invite" && !r.nounUnder(t) {
			return r.antecedentOf(t, who), record.PossibleParticipant
		}
		return annot.None, ""
	}
	if r.syn.Words[t].Lemma == "ask" {
		if x := r.syn.Child(t, ud.Xcomp); x == annot.None && (r.syn.Child(t, ud.NsubjPass) == annot.None || r.syn.Child(t, ud.Obl, ud.Ccomp, ud.Advcl, ud.Obj) != annot.None) || x != annot.None && !r.is("join", r.syn.Words[x].Lemma) && !r.takesPart(x) && !r.bareComing(x) {
			return annot.None, ""
		}
	}
	return r.antecedentOf(t, who), record.KeptOut
}

// bareComing reports whether a verb is one of coming that does not say to
// what.
func (r *reading) bareComing(t annot.TokenID) bool {
	if l := r.syn.Words[t].Lemma; !r.is("attend", l) && l != "return" {
		return false
	}
	return r.syn.Child(t, ud.Obj, ud.Obl) == annot.None
}

// ownTeam reports whether the object of a verb is those who sit for its subject.
func (r *reading) ownTeam(t annot.TokenID) bool {
	o := r.syn.Child(t, ud.Obj)
	return o != annot.None && r.is("team", r.syn.Words[o].Lemma) && r.syn.Words[o].Lemma != "party" && r.syn.Words[o].Lemma != "side"
}

// outOf reports whether a verb says of what somebody goes out.
func (r *reading) outOf(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel.Universal() != ud.Obl {
			continue
		}
		switch p := r.caseOf(c); p {
		case "of", "out", "from", "to", "with", "over":
			return true
		}
	}
	return false
}

// outright reports whether a verb of keeping out needs no word for what from.
func (r *reading) outright(lemma string) bool {
	switch lemma {
	case "exclude", "bar", "debar", "disinvite", "uninvite", "sideline":
		return true
	}
	return false
}

// nounUnder reports whether a verb of inviting says to what, or to do what.
func (r *reading) nounUnder(t annot.TokenID) bool {
	o := r.syn.Child(t, ud.Obl)
	return o != annot.None && r.caseOf(o) != "as" || r.syn.Child(t, ud.Xcomp, ud.Advcl) != annot.None
}

// joining reads "will attend it", "took part", "would not come", "were joined
// by the tribes".
func (r *reading) joining(t annot.TokenID) (annot.TokenID, record.Participation) {
	lemma := r.syn.Words[t].Lemma
	if up := r.syn.Words[t].Head; up != annot.None && r.syn.Words[t].Rel == ud.Xcomp && r.is("not-asked", r.syn.Words[up].Lemma) && r.negated(up) {
		return annot.None, "" // "was not asked to take part": told by the verb above
	}
	switch lemma {
	case "host", "bring", "include", "invite": // who only offers the room need not sit in it
		return annot.None, ""
	}
	if by := r.agent(t); by != annot.None && (lemma == "join" || lemma == "accompany") {
		return by, r.certainty(t)
	}
	o := r.syn.Child(t, ud.Obj)
	switch {
	case lemma == "take":
		if o == annot.None || r.syn.Words[o].Lemma != "part" || r.syn.Child(o, ud.Nmod) != annot.None || r.syn.Child(t, ud.Obl) != annot.None && r.caseOf(r.syn.Child(t, ud.Obl)) == "in" {
			return annot.None, ""
		}
	case o == annot.None:
		if !r.is("attend", lemma) || r.syn.Words[t].Feats.Has(ud.VerbFormGer) || r.goesElsewhere(t) {
			return annot.None, ""
		}
	case lower(r.seg.Word(o)) != "it" && lower(r.seg.Word(o)) != "them" || r.forMeal(t):
		return annot.None, ""
	}
	who := r.subjectOf(t)
	if who == annot.None {
		return annot.None, ""
	}
	if lemma == "take" && r.no(o) {
		return who, record.KeptOut // "took no part"
	}
	switch {
	case lemma == "boycott" || lemma == "skip":
		return who, r.absent(t, record.Declined)
	}
	return who, r.certainty(t)
}

// goesElsewhere reports whether a verb of coming has a goal of its own.
func (r *reading) goesElsewhere(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl:
			switch r.caseOf(c) {
			case "to", "from", "into", "at", "in":
				return r.syn.Words[c].Lemma != "person"
			}
		case ud.Advmod:
			switch lower(r.seg.Word(c)) {
			case "back", "up", "down", "out", "forward", "close", "closer", "under":
				return true
			}
		case ud.CompoundPrt, ud.Ccomp:
			return true
		}
	}
	return false
}

// present reads "was not there", "was absent", "is in the chair".
func (r *reading) present(t annot.TokenID) (annot.TokenID, record.Participation) {
	form := lower(r.seg.Word(t))
	if form == "chair" && r.caseOf(t) == "in" {
		if up := r.syn.Words[t].Head; up != annot.None && r.actorAt(up) != annot.None {
			return up, record.NamedParticipant // "with a judge in the chair"
		}
	}
	if s := r.nsubj(t); form == "there" && s != annot.None && r.syn.Child(t, ud.Cop) != annot.None && r.actorAt(s) != annot.None {
		return s, r.certainty(t) // "Velia will not be there"
	}
	if r.syn.Words[t].Lemma == "table" && r.syn.Child(t, ud.Cop) != annot.None && r.caseOf(t) == "at" && r.nsubj(t) != annot.None {
		return r.nsubj(t), r.certainty(t) // "France would be at the table"
	}
	return annot.None, ""
}

// answers reports whether a verb answers an invitation that it does not name
// again: "Velia has accepted", "the guild declined".
func (r *reading) answers(t annot.TokenID) bool {
	switch r.syn.Words[t].Lemma {
	case "accept", "decline":
	default:
		return false
	}
	s := r.nsubj(t)
	if s == annot.None || r.sideAt(s) == annot.None || r.syn.Child(t, ud.Xcomp, ud.Ccomp, ud.Advcl) != annot.None {
		return false
	}
	o := r.syn.Child(t, ud.Obj)
	return o == annot.None || r.syn.Words[o].Lemma == "invitation" && r.syn.Child(o, ud.Nmod) == annot.None
}

// atTable reports whether a seat or a place is one at a meeting.
func (r *reading) atTable(seat, verb annot.TokenID) bool {
	for _, up := range [2]annot.TokenID{seat, verb} {
		for d := range r.syn.Children(up) {
			if (r.is("room", r.syn.Words[d].Lemma) || r.placeOf(d) != annot.None) && (r.caseOf(d) == "at" || r.caseOf(d) == "in") {
				return true
			}
		}
	}
	return false
}

// spared reads the verb left out: "Velia will take part, but the guild will
// not". It returns who does not come, or None.
func (r *reading) spared(t annot.TokenID) annot.TokenID {
	w := &r.syn.Words[t]
	if w.UPOS != ud.AUX || w.Rel.Universal() != ud.Conj || !r.negated(t) {
		return annot.None
	}
	if up := w.Head; up == annot.None || !r.is("join", r.syn.Words[up].Lemma) && r.syn.Words[up].Lemma != "take" && !r.is("come", r.syn.Words[up].Lemma) {
		return annot.None
	}
	return r.nsubj(t)
}

// adverb reports whether a verb has this word behind it.
func (r *reading) adverb(t annot.TokenID, form string) bool {
	end := r.seg.Sentences[r.seg.SentenceOf(t)].End
	return t+1 < end && lower(r.seg.Word(t+1)) == form
}

// antecedentOf returns the noun that a relative pronoun stands for.
func (r *reading) antecedentOf(verb, who annot.TokenID) annot.TokenID {
	if r.syn.Words[verb].Rel == ud.AclRelcl && r.syn.Words[who].UPOS == ud.PRON {
		return r.syn.Words[verb].Head
	}
	return who
}

// neither reports whether a noun has "neither" or "no" before it.
func (r *reading) neither(t annot.TokenID) bool {
	if c := r.syn.Child(t, ud.CcPreconj); c != annot.None && lower(r.seg.Word(c)) == "neither" {
		return true
	}
	for d := range r.syn.Children(t) {
		if f := lower(r.seg.Word(d)); d < t && (f == "neither" || f == "no") {
			return true
		}
	}
	switch lower(r.seg.Word(t)) {
	case "neither", "nobody", "none":
		return true
	}
	return false
}

// wished reports whether a clause is what somebody hopes or wants, as verb or
// as noun: "hopes that they attend", "the hope that they would join".
func (r *reading) wished(verb annot.TokenID) bool {
	up := r.syn.Words[verb].Head
	if up == annot.None {
		return false
	}
	switch r.syn.Words[verb].Rel.Universal() {
	case ud.Ccomp, ud.Acl:
		return r.is("floated-verb", r.syn.Words[up].Lemma) || r.is("floated-noun", r.syn.Words[up].Lemma)
	}
	return false
}
