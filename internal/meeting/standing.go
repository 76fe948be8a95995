package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// pullsOut reads "has pulled out of Thursday's session": what somebody will not
// come to is to be.
func (r *reading) pullsOut(verb annot.TokenID) bool {
	switch r.syn.Words[verb].Lemma {
	case "pull", "bow", "drop", "opt", "back":
		return r.adverb(verb, "out")
	case "withdraw":
		return true
	}
	return false
}

// left reads "broke off the meeting", "will walk out of the talks": who left
// it was there, who is to leave it still is.
func (r *reading) left(verb annot.TokenID) verdict {
	at := r.seg.Tokens[verb].Span
	switch w := &r.syn.Words[verb]; {
	case r.aux(verb, "will", "would", "could", "may", "might") != annot.None, w.Feats.Has(ud.VerbFormInf):
		return verdict{record.UnderWay, modifier, at}
	case w.Feats.Has(ud.TensePast), w.Feats.Has(ud.VerbFormGer):
		return verdict{record.Held, modifier, at}
	}
	return verdict{}
}

// ofObject reads "held talks", "proposed a summit".
func (r *reading) ofObject(verb annot.TokenID) verdict {
	lemma, at := r.syn.Words[verb].Lemma, r.seg.Tokens[verb].Span
	switch {
	case (lemma == "join" || lemma == "attend") && r.negated(verb) && r.aux(verb, "will", "wo") != annot.None:
		return verdict{record.Due, hint, at} // what somebody will not attend is to be, for others
	case r.is("due-verb", lemma) && r.nearly(verb):
		return verdict{record.FloatedMeeting, outright, at} // "was all but agreed"
	case r.is("hold", lemma):
		if v := r.governed(verb); v.strength > 0 {
			return r.unlessJoined(lemma, v)
		}
		if r.aux(verb, "has", "have") != annot.None && r.sinceUnder(verb) {
			return verdict{record.UnderWay, outright, at}
		}
		v := r.tense(verb, true)
		if v.status == record.Held && r.is("begin", lemma) {
			return verdict{record.UnderWay, modifier, at} // "opened talks": nobody says that they are over
		}
		return r.unlessJoined(lemma, v)
	case lemma == "rule" && r.syn.Words[verb].UPOS == ud.VERB:
		return verdict{record.FloatedMeeting, outright, at} // not ruled out
	case r.slates(verb) && r.aux(verb, "had") != annot.None:
		return r.hadBeen(verb)
	case r.slates(verb):
		return verdict{record.Due, outright, at}
	case r.is("floated-verb", lemma):
		return verdict{record.FloatedMeeting, outright, at}
	case r.is("due-verb", lemma) && r.governed(verb).strength > 0:
		return r.governed(verb) // "in the hope of arranging a summit"
	case r.is("due-verb", lemma) && r.toEnd(verb):
		return verdict{record.UnderWay, modifier, at}
	case r.is("due-verb", lemma) && r.aux(verb, "had") != annot.None:
		return r.hadBeen(verb)
	case r.is("due-verb", lemma):
		return verdict{record.Due, outright, at}
	case r.is("run-by", lemma):
		return r.tense(verb, true)
	case lemma == "cut" && r.adverb(verb, "short") && !r.hedged(verb):
		return verdict{record.Held, outright, at}
	case r.is("stay-away", lemma) && r.syn.Words[verb].Feats.Has(ud.TensePast|ud.VerbFormFin) && lemma != "decline" && lemma != "refuse" && !r.negated(verb):
		return verdict{record.Held, hint, at} // "snubbed a dinner"
	case r.is("mar", lemma):
		v := r.tense(verb, true)
		v.strength = min(v.strength, hint)
		return v // "was dominated by the ban"
	case lemma == "follow" && r.syn.Words[verb].UPOS == ud.VERB:
		return verdict{record.Held, modifier, at}
	}
	return verdict{}
}

// unlessJoined drops a maybe that is said of somebody's coming and not of the
// meeting: "asked to join the next round".
func (r *reading) unlessJoined(lemma string, v verdict) verdict {
	if lemma == "join" || lemma == "attend" {
		switch v.status {
		case record.FloatedMeeting:
			return verdict{}
		case record.CalledOff:
			v.status = record.UnknownStatus
		}
	}
	return v
}

// goesOn reports whether a verb says that something goes on: "continue", and
// "go" with "on" behind it.
func (r *reading) goesOn(verb annot.TokenID) bool {
	l := r.syn.Words[verb].Lemma
	return r.is("goes-on", l) || l == "go" && (r.adverb(verb, "on") || r.adverb(verb, "into") || r.adverb(verb, "through"))
}

// inTalks reads "is in talks with", "are locked in talks".
func (r *reading) inTalks(head annot.TokenID) verdict {
	switch r.caseOf(head) {
	case "in":
	case "on", "into":
		if _, ok := r.nounOf[r.syn.Words[head].Lemma]; !ok {
			return verdict{}
		}
		if up := r.syn.Words[head].Head; up != annot.None && r.syn.Child(up, ud.Cop) != annot.None && r.nsubj(up) != annot.None {
			return verdict{record.UnderWay, modifier, r.seg.Tokens[head].Span} // "were last night on the 14th hour of talks"
		}
	default:
		return verdict{}
	}
	verb := head
	if gov := r.syn.Words[head].Head; gov != annot.None && (r.syn.Words[gov].Lemma == "lock" || r.syn.Words[gov].Lemma == "engage" || r.syn.Words[gov].Lemma == "remain") {
		verb = gov
	} else if r.syn.Child(head, ud.Cop) == annot.None {
		return verdict{}
	}
	if r.negated(verb) || r.hedged(verb) || r.aux(verb, "had") != annot.None {
		return verdict{}
	}
	return verdict{record.UnderWay, outright, r.seg.Tokens[verb].Span}
}

// ofSubject reads "the talks ended", "the summit would take place".
func (r *reading) ofSubject(verb annot.TokenID) verdict {
	lemma := r.syn.Words[verb].Lemma
	if lemma == "follow" && r.syn.Child(verb, ud.Obj) != annot.None {
		return verdict{} // "the talks follow a strike"
	}
	if r.nearly(verb) {
		return verdict{} // "all but collapsed"
	}
	if v := r.tense(verb, false); v.status != record.Held {
		if on := r.goesOn(verb); on && v.status == record.Due && r.syn.Words[verb].Feats.Has(ud.TensePres|ud.VerbFormFin) {
			return verdict{record.UnderWay, outright, v.words}
		}
		if r.is("over", lemma) && (v.status == record.FloatedMeeting || lemma == "fail" || lemma == "collapse" || lemma == "break") {
			return verdict{} // "could fail", "would collapse": whatever may end is not thereby only thought of, or due
		}
		if r.is("over", lemma) || r.is("happens", lemma) || r.is("goes-on", lemma) {
			return v
		}
		return verdict{}
	}
	at := r.seg.Tokens[verb].Span
	switch {
	case r.is("begin", lemma):
		return verdict{record.UnderWay, modifier, at}
	case r.is("over", lemma):
		return verdict{record.Held, outright, at}
	case r.is("goes-on", lemma):
		return verdict{record.UnderWay, outright, at}
	case r.is("happens", lemma) && lemma != "be" && lemma != "come":
		return verdict{record.Held, outright, at}
	}
	return verdict{}
}

// governed reads the verb or noun above a verb: "hopes to meet", "plans to
// hold", "the idea of holding".
func (r *reading) governed(verb annot.TokenID) verdict {
	gov := r.syn.Words[verb].Head
	if gov == annot.None {
		return verdict{}
	}
	switch r.syn.Words[verb].Rel.Universal() {
	case ud.Xcomp, ud.Acl, ud.Ccomp, ud.Advcl:
	default:
		return verdict{}
	}
	infinitive := r.syn.Words[verb].Rel.Universal() != ud.Ccomp || r.syn.Words[verb].Feats.Has(ud.VerbFormInf)
	if up := r.syn.Words[gov].Head; up != annot.None && r.syn.Words[verb].Rel == ud.Acl && r.syn.Words[gov].Rel.Universal() == ud.Obj && r.is("moves", r.syn.Words[up].Lemma) {
		gov = up // "wants the generals to sit down"
	}
	if up := r.asker(gov); up != annot.None && r.syn.Words[verb].Rel == ud.Acl {
		gov = up // "was asked by the guild to meet its leaders"
	}
	w, at := &r.syn.Words[gov], r.seg.Tokens[gov].Span
	switch {
	case infinitive && (w.Lemma == "mean" || w.Lemma == "suppose") && r.syn.Child(gov, ud.AuxPass) != annot.None && r.aux(gov, "was", "were") != annot.None:
		return verdict{record.UnknownStatus, outright, at} // "were meant to meet": nobody says that they did
	case infinitive && r.is("open-adjective", lower(r.seg.Word(gov))) && r.aux(gov, "is", "are", "was", "were", "be", "been") != annot.None:
		return verdict{record.FloatedMeeting, outright, at} // "is prepared to resume talks"
	case r.is("floated-verb", w.Lemma) && (infinitive || r.hedged(verb)), r.is("floated-noun", w.Lemma), r.is("open-adjective", w.Lemma) && w.UPOS == ud.ADJ,
		r.is("likely", lower(r.seg.Word(gov))):
		return verdict{record.FloatedMeeting, outright, at}
	case infinitive && r.journey(gov) && (r.lies(r.timeUnder(gov)) < 0 || !r.times.Anchor.Known() && r.timeUnder(gov) != annot.None):
		return verdict{record.Held, modifier, at} // "flew to Lund on Monday to meet"
	case r.is("set-for", lower(r.seg.Word(gov))) && infinitive && r.aux(gov, "had") != annot.None:
		if v := r.hadBeen(verb); v.status == record.CalledOff {
			return v // "had been due to meet but fell out"
		}
		return r.hadBeen(gov)
	case r.is("due-verb", w.Lemma) && infinitive, r.is("set-for", lower(r.seg.Word(gov))) && infinitive:
		return verdict{record.Due, outright, at}
	}
	return verdict{}
}
