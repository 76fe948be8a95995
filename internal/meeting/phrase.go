package meeting

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// readNoun reads what stands inside the noun phrase.
func (r *reading) readNoun(c *candidate) {
	left, right := r.chunk(c.head)
	c.first, c.last = left, right
	c.span = r.seg.SpanOf(left, right)
	premodified := false
	for t := left; t <= right; t++ {
		r.readWord(c, t)
		premodified = premodified || t < c.head && c.place != annot.None && r.syn.Words[left].UPOS != ud.DET
	}
	if !c.definite && (premodified || r.bareSubject(c)) {
		c.definite = true // "Doha talks"; "Talks resume"
	}
	if !c.ordinal.Empty() && r.firstEver(c) {
		c.earlier = r.sinceWhen(c.head)
	}
	r.aroundVerb(c)
	r.behind(c)
}

// readWord reads one word of the phrase.
func (r *reading) readWord(c *candidate, t annot.TokenID) {
	form, w := lower(r.seg.Word(t)), &r.syn.Words[t]
	if t > c.head {
		r.readComplement(c, t, form)
		return
	}
	switch {
	case t == c.first && (form == "the" || form == "this" || form == "these" || form == "those" || form == "that"), w.Feats.Has(ud.Poss):
		c.definite = true
	case w.UPOS == ud.PART && w.Rel == ud.Case:
		c.definite = true
	case t < c.head && c.place == annot.None && r.placeOf(t) != annot.None && !r.glued(t): // not "US-sponsored talks"
		c.place = r.placeOf(t)
	}
	if t == c.head {
		return
	}
	if r.is("another", form) {
		c.apart = true
	}
	if form == "own" { // "their own talks" are set apart from the others'
		c.apart, c.definite = true, false
	}
	if r.is("ordinal", form) && c.ordinal.Empty() && !hyphen(r.seg.Word(t+1)) {
		c.ordinal = annot.Span{Start: r.seg.Tokens[t].Span.Start, End: c.span.End}
	}
	if x := r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End); x != annot.None && c.time == annot.None && r.dated(x) {
		c.time = x
	}
}

// dated reports whether a time expression says when, not how long or how
// often.
func (r *reading) dated(x annot.TimexID) bool {
	return (r.times.List[x].Type == record.DateType || r.times.List[x].Type == record.TimeOfDay) && !strings.HasSuffix(r.times.List[x].Value, "_REF")
}

// readComplement reads a word behind the noun: a place behind "in", a time, a
// level behind "of".
func (r *reading) readComplement(c *candidate, t annot.TokenID, form string) {
	switch form {
	case "here":
		if c.place == annot.None && t == c.head+1 {
			c.place = r.placeOf(t)
		}
	case "there":
		if c.place == annot.None && t == c.head+1 {
			c.place = r.placeBefore(c.first)
		}
	case "in", "at", "near":
		if c.place == annot.None && t < c.last {
			c.place = r.placeAt(t + 1)
		}
	case "of":
		if c.level.Empty() && t == c.head+1 && t < c.last { // "talks of foreign ministers", not "between the army of"
			if _, end := r.syn.Edges(t + 1); r.groupAt(t + 1) {
				c.level = r.seg.SpanOf(t+1, min(max(end, t+1), c.last))
			}
		}
	}
	if x := r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End); x != annot.None && c.time == annot.None {
		start, stop := r.seg.Within(r.times.List[x].Span)
		if int(stop) < len(r.seg.Tokens) && r.syn.Words[stop].UPOS == ud.PART {
			return // "talks on next year's quotas"
		}
		switch r.before(start, 1) {
		case "since", "after", "before":
		default:
			if r.dated(x) {
				c.time = x
			}
		}
	}
}

// placeBefore returns the place last named before a token, in its sentence or
// the one before: what "there" means.
func (r *reading) placeBefore(t annot.TokenID) annot.EntityID {
	first := r.seg.Sentences[max(0, r.seg.SentenceOf(t)-1)].First
	for x := t - 1; x >= first; x-- {
		if p := r.placeOf(x); p != annot.None {
			return p
		}
	}
	return annot.None
}

// groupAt reports whether a group ("foreign ministers") is mentioned at t.
func (r *reading) groupAt(t annot.TokenID) bool {
	for i := range r.ms.List {
		if m := &r.ms.List[i]; m.Span.Has(r.seg.Tokens[t].Span.Start) {
			return m.Kind == annot.GroupMention
		}
	}
	return false
}

// aroundVerb takes place and time from the verb whose subject or object the
// phrase is: "the summit will be held in Lund on 3 May".
func (r *reading) aroundVerb(c *candidate) {
	gov, rel := r.above(c)
	if d := r.dueBefore(c); d != annot.None {
		r.fromDue(c, d)
		return
	}
	r.whereHeld(c, gov)
	if gov != annot.None && rel == ud.Nsubj && c.time == annot.None && r.syn.Child(gov, ud.Cop) != annot.None && r.onDay(gov) {
		c.time = r.timeAt(r.seg.Tokens[gov].Span.Start, r.seg.Tokens[gov].Span.End)
	}
	if gov != annot.None && rel == ud.Nsubj {
		r.isIn(c, gov)
	}
	if gov != annot.None && c.place == annot.None && r.placeOf(gov) != annot.None && r.syn.Child(gov, ud.Cop) != annot.None && r.caseOf(c.head) == "for" {
		c.place = r.placeOf(gov) // "are in Lund for talks"
		r.addSubjects(c, gov, record.NamedParticipant)
	}
	if gov != annot.None && r.syn.Words[gov].UPOS == ud.VERB && r.talksUnder(gov) == c.head {
		r.asVerb(c, gov)
		return
	}
	if v := r.syn.Child(c.head, ud.AclRelcl); v != annot.None && (r.is("begin", r.syn.Words[v].Lemma) || r.is("happens", r.syn.Words[v].Lemma) || r.ends(v) && r.nsubj(v) != annot.None || r.is("hold", r.syn.Words[v].Lemma) && r.relatedObject(v) == v) {
		if c.place == annot.None {
			c.place = r.placeUnder(v)
		}
		if c.time == annot.None {
			c.time = r.timeUnder(v)
		}
	}
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return
	}
	lemma := r.syn.Words[gov].Lemma
	prep := r.caseOf(c.head)
	if up := r.syn.Words[gov].Head; up != annot.None && c.time == annot.None && r.syn.Words[gov].Rel == ud.AclRelcl { // "April, when a call broke up"
		c.time = r.timeAt(r.seg.Tokens[up].Span.Start, r.seg.Tokens[up].Span.End)
	}
	if prep == "for" && (r.is("due-verb", lemma) || r.is("come", lemma) || r.is("send", lemma)) {
		r.fromJourney(c, gov)
		return
	}
	r.leftWhen(c, gov)
	if r.newDate(c, gov, rel) {
		return
	}
	if r.is("called-off", lemma) || r.callsOff(gov) || lemma == "adjourn" || lemma == "bring" && r.hasForward(gov) {
		r.putOff(c, gov)
		return
	}
	if r.is("come", lemma) && prep != "" {
		if c.place == annot.None && (prep == "ahead" || prep == "before") && r.syn.Words[gov].Lemma == "arrive" {
			c.place = r.placeUnder(gov)
		}
		if c.time == annot.None && prep != "ahead" && prep != "before" && prep != "after" {
			c.time = r.timeUnder(gov)
		}
		return
	}
	if !r.is("hold", lemma) && !r.is("happens", lemma) && !r.is("over", lemma) {
		return
	}
	switch rel {
	case ud.Obj, ud.NsubjPass, ud.Nsubj:
		if c.place == annot.None {
			c.place = r.placeUnder(gov)
		}
		if o := r.syn.Child(gov, ud.Obj); lemma == "take" && o != annot.None && c.place == annot.None {
			c.place = r.placeUnder(o) // "took place in Lund", hung on "place"
		}
		if c.time == annot.None {
			c.time = r.timeUnder(gov)
		}
		if p := r.syn.Child(gov, ud.Advcl); c.time == annot.None && p != annot.None && r.marked(p, "as") {
			c.time = r.timeUnder(p) // "will go ahead as planned on Friday"
		}
	}
}

// andThen takes place and time from a second verb of which a meeting is the
// subject: "has been moved and will now open on Friday".
func (r *reading) andThen(c *candidate, verb annot.TokenID) {
	for d := range r.syn.Children(verb) {
		if l := r.syn.Words[d].Lemma; r.syn.Words[d].Rel != ud.Conj || r.nsubj(d) != annot.None || !r.is("happens", l) && !r.is("begin", l) && l != "hold" {
			continue
		}
		if c.place == annot.None {
			c.place = r.placeUnder(d)
		}
		if c.time == annot.None {
			c.time = r.timeUnder(d)
		}
	}
}

// isIn takes place and time from what a meeting is said to be: "the talks will
// be in Lund on Friday".
func (r *reading) isIn(c *candidate, predicate annot.TokenID) {
	p := r.placeOf(predicate)
	if p == annot.None || r.syn.Child(predicate, ud.Cop) == annot.None || r.caseOf(predicate) == "" {
		return
	}
	if c.place == annot.None {
		c.place = p
	}
	if c.time == annot.None {
		c.time = r.timeUnder(predicate)
	}
}

// leftWhen takes the time at which somebody left: "walked out of the talks
// after an hour on Friday".
func (r *reading) leftWhen(c *candidate, verb annot.TokenID) {
	if w := &r.syn.Words[verb]; !r.is("leave", w.Lemma) || c.time != annot.None || !w.Feats.Has(ud.TensePast) {
		return
	}
	if c.time = r.timeUnder(verb); c.time == annot.None {
		c.time = r.nested(verb)
	}
}

// newDate takes the day for which a meeting is called, or to which it is
// moved; it reports whether the verb says no more of it.
func (r *reading) newDate(c *candidate, verb annot.TokenID, rel ud.DepRel) bool {
	lemma := r.syn.Words[verb].Lemma
	sure := !r.negated(verb) && !r.hedged(verb)
	if lemma == "move" && rel == ud.NsubjPass && sure {
		for d := range r.syn.Children(verb) {
			if p := r.placeOf(d); p != annot.None && r.caseOf(d) == "to" {
				c.place = p // "has been moved to Lund"
			}
		}
		r.putOff(c, verb) // "has been moved to July"
		c.called, c.moved = c.moved, false
		r.andThen(c, verb)
		return true
	}
	if !r.is("call-for", lemma) || r.syn.Words[c.head].Rel != ud.Obj && r.syn.Words[c.head].Rel != ud.NsubjPass || c.time != annot.None {
		return false
	}
	for d := range r.syn.Children(verb) {
		if x := r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End); r.caseOf(d) == "for" && x != annot.None && r.dated(x) {
			c.time, c.called = x, sure // "called a meeting for Sunday"
		}
	}
	return lemma == "call"
}

// asVerb takes place, time and participants from the verb of coming together
// for a meeting.
func (r *reading) asVerb(c *candidate, verb annot.TokenID) {
	v := candidate{head: verb, verb: true, place: c.place, time: c.time}
	r.readVerb(&v)
	c.place, c.time = v.place, v.time
	r.partsOfVerb(c, verb, record.NamedParticipant)
}

// whereHeld takes the place, and the time, from "the hotel where the talks are
// being held".
func (r *reading) whereHeld(c *candidate, verb annot.TokenID) {
	if verb == annot.None || r.syn.Words[verb].Rel != ud.AclRelcl || !r.is("happens", r.syn.Words[verb].Lemma) && !r.is("hold", r.syn.Words[verb].Lemma) {
		return
	}
	for d := range r.syn.Children(verb) {
		if lower(r.seg.Word(d)) != "where" {
			continue
		}
		if c.place == annot.None {
			c.place = r.placeOf(r.syn.Words[verb].Head)
		}
		for x := range r.syn.Children(verb) {
			if t := r.timeAt(r.seg.Tokens[x].Span.Start, r.seg.Tokens[x].Span.End); c.time == annot.None && t != annot.None && r.dated(t) {
				c.time = t
			}
		}
		return
	}
}

// bareSubject reports whether a phrase is bare "talks" at the beginning of a
// sentence, its subject: those spoken of before, where there are any.
func (r *reading) bareSubject(c *candidate) bool {
	rel := r.syn.Words[c.head].Rel
	return c.head == r.seg.Sentences[r.seg.SentenceOf(c.head)].First && c.last == c.head && (rel == ud.Nsubj || rel == ud.NsubjPass) && r.syn.Words[c.head].Feats.Has(ud.NumberPlur)
}

// putOff takes the new date of a meeting from "postponed until Friday".
func (r *reading) putOff(c *candidate, verb annot.TokenID) {
	for d, end := verb+1, r.seg.Sentences[r.seg.SentenceOf(verb)].End; d < end; d++ {
		p := r.before(d, 1)
		if p == "the" {
			p = r.before(d, 2) // "pushed back to the 27th"
		}
		if p == "until" || p == "to" || p == "till" {
			if x := r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End); x != annot.None && r.dated(x) {
				c.time, c.moved = x, true
				return
			}
		}
	}
	switch r.syn.Words[verb].Lemma {
	case "suspend", "abandon", "adjourn": // it was going on
		if c.time == annot.None {
			c.time = r.timeUnder(verb)
		}
	}
	c.putOff = r.is("put-off", r.syn.Words[verb].Lemma)
}

// fromJourney takes place, time and participant from a journey to the
// meeting: "is due in Lund tomorrow for talks".
func (r *reading) fromJourney(c *candidate, gov annot.TokenID) {
	if c.place == annot.None {
		c.place = r.placeUnder(gov)
	}
	if o := r.syn.Child(gov, ud.Obj); c.place == annot.None && o != annot.None && r.syn.Words[gov].Lemma == "visit" {
		c.place = r.placeOf(o)
	}
	if c.time == annot.None {
		c.time = r.timeUnder(gov)
	}
	for t := gov + 1; t < c.first; t++ {
		if p := r.before(t, 1); c.place == annot.None && (p == "to" || p == "in") {
			c.place = r.placeOf(t) // "send its minister to Lund for talks", hung on the minister
		}
		if x := r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End); c.time == annot.None && x != annot.None && r.dated(x) {
			c.time = x
		}
	}
	if r.syn.Words[gov].Lemma != "send" {
		r.addSubjects(c, gov, record.NamedParticipant)
	}
}

// dueBefore returns the "due" of "is due in Lund tomorrow for talks", which
// parsers hang in many places, or None.
func (r *reading) dueBefore(c *candidate) annot.TokenID {
	if r.before(c.first, 1) != "for" {
		return annot.None
	}
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	for t := c.first - 2; t >= s.First && t > c.first-12; t-- {
		switch {
		case lower(r.seg.Word(t)) == "due":
			return t
		case r.syn.Words[t].UPOS == ud.VERB:
			return annot.None
		}
	}
	return annot.None
}

// fromDue takes place and time from between "due" and the meeting, and the
// participant from before it.
func (r *reading) fromDue(c *candidate, due annot.TokenID) {
	for t := due + 1; t < c.first; t++ {
		sp := r.seg.Tokens[t].Span
		if p := r.placeOf(t); p != annot.None && c.place == annot.None {
			c.place = p
		}
		if x := r.timeAt(sp.Start, sp.End); x != annot.None && c.time == annot.None && r.dated(x) {
			c.time = x
		}
	}
	for v := due; v != annot.None; v = r.syn.Words[v].Head {
		if s := r.syn.Child(v, ud.Nsubj); s != annot.None {
			r.addParts(c, s, record.NamedParticipant)
			return
		}
	}
}

// firstEver reports whether a phrase is counted as the first: only then was
// there one before at the time behind "since".
func (r *reading) firstEver(c *candidate) bool {
	for t := c.first; t < c.head; t++ {
		if f := lower(r.seg.Word(t)); f == "first" || f == "only" {
			return true
		}
	}
	return false
}

// sinceWhen returns the time of "the first N since TIME", or None.
func (r *reading) sinceWhen(head annot.TokenID) annot.TimexID {
	s := r.seg.Sentences[r.seg.SentenceOf(head)]
	for t := head + 1; t+1 < s.End && t < head+6; t++ {
		if lower(r.seg.Word(t)) == "since" {
			return r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End)
		}
	}
	return annot.None
}
