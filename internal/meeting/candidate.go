package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A candidate is one place in the text that speaks of a meeting.
type candidate struct {
	head     annot.TokenID
	first    annot.TokenID // of the phrase
	last     annot.TokenID // of the phrase
	span     annot.Span
	kind     record.MeetingKind
	verb     bool // "will meet" and the like
	definite bool // "the talks", "his meeting", "the Doha talks"
	apart    bool // "another", "a second": set apart by its own words
	headline bool
	status   record.MeetingStatus
	strength int // how surely the words give the status: 0 not at all, 3 outright
	evidence annot.Span
	place    annot.EntityID
	time     annot.TimexID
	parts    []annot.Participant
	ordinal  annot.Span
	level    annot.Span
	same     annot.TokenID // the head of the candidate that this one is said to be, or None
	earlier  annot.TimexID // "the first since June 2019": when the one before it was, or None
}

// collect finds every candidate, in reading order.
func (r *reading) collect() {
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			kind, verb, ok := r.denotes(t)
			if !ok || r.inLast(t) {
				continue
			}
			c := candidate{head: t, kind: kind, verb: verb, headline: !r.seg.Body(annot.SentenceID(i)),
				place: annot.None, time: annot.None, same: annot.None, earlier: annot.None}
			if verb {
				r.readVerb(&c)
			} else {
				r.readNoun(&c)
			}
			r.readStatus(&c)
			r.readParts(&c)
			if !r.worthIt(&c) || r.refused(&c) {
				continue
			}
			r.cands = append(r.cands, c)
		}
	}
}

// worthIt turns down what has the words but not the substance: "the committee
// meets", "promised a phone call".
func (r *reading) worthIt(c *candidate) bool {
	switch {
	case c.verb:
		return len(c.parts) > 1 || c.status == record.Due || c.time != annot.None || len(c.parts) == 1 && r.several(c.parts[0].Entity)
	case c.kind == record.Call || c.kind == record.Visit:
		return len(c.parts) > 0 && (c.strength > 0 || c.time != annot.None || len(c.parts) > 1)
	}
	return true
}

// several reports whether an entity is more than one party, so that it can
// meet.
func (r *reading) several(e annot.EntityID) bool {
	return r.ents.List[e].Kind == annot.GroupMention || len(r.ents.List[e].Members) > 1
}

// refused reports whether an indefinite meeting is one that somebody rules
// out: what nobody is to hold is none.
func (r *reading) refused(c *candidate) bool {
	if c.verb && (r.negated(c.head) || r.asked(c.head) || r.unwilling(c.head)) {
		return true
	}
	gov := r.syn.Words[c.head].Head
	if c.verb || c.definite || gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return false
	}
	switch r.syn.Words[c.head].Rel {
	case ud.Obj, ud.NsubjPass:
		return r.is("refuse", r.syn.Words[gov].Lemma) && !r.negated(gov)
	}
	return false
}

// asked reports whether a token stands in a question.
func (r *reading) asked(t annot.TokenID) bool {
	s := r.seg.Sentences[r.seg.SentenceOf(t)]
	for x := s.End - 1; x >= s.First && x >= s.End-3; x-- {
		if r.seg.Word(x) == "?" {
			return true
		}
	}
	return false
}

// unwilling reports whether a verb hangs on one that refuses or denies it:
// "refused to meet", "ruled out meeting".
func (r *reading) unwilling(verb annot.TokenID) bool {
	gov := r.syn.Words[verb].Head
	if gov == annot.None || r.negated(gov) {
		return false
	}
	switch r.syn.Words[gov].Lemma {
	case "refuse", "decline", "deny", "reject", "rule", "avoid":
		return true
	}
	return false
}

// inLast reports whether a token lies inside the phrase of the last candidate:
// the talks of "a round of talks" are no others.
func (r *reading) inLast(t annot.TokenID) bool {
	n := len(r.cands)
	return n > 0 && r.cands[n-1].first <= t && t <= r.cands[n-1].last
}

// denotes reports whether a token is the head of words for a meeting.
func (r *reading) denotes(t annot.TokenID) (record.MeetingKind, bool, bool) {
	w := &r.syn.Words[t]
	switch w.UPOS {
	case ud.NOUN, ud.PROPN:
		if w.Rel == ud.Compound && w.Head == t+1 || w.Rel == ud.NmodDesc {
			return "", false, false
		}
		k, ok := r.nounKind(t)
		return k, false, ok
	case ud.VERB, ud.ADJ:
		if k, ok := r.noun[lower(r.seg.Word(t))]; ok && (r.afterModifier(t) || r.subjectless(t)) {
			return k, false, true // a tagger's slip: "the Lund talks mark"
		}
		k, ok := r.verb[w.Lemma]
		return k, true, ok && w.UPOS == ud.VERB && r.verbMeets(t)
	}
	return "", false, false
}

// subjectless reports whether a word at the head of a sentence was taken for
// a finite verb without a subject: "Talks there in May collapsed".
func (r *reading) subjectless(t annot.TokenID) bool {
	return t == r.seg.Sentences[r.seg.SentenceOf(t)].First && r.syn.Words[t].Feats.Has(ud.TensePres|ud.VerbFormFin) &&
		r.syn.Child(t, ud.Nsubj, ud.Obj) == annot.None
}

// afterModifier reports whether a word stands where only a noun can: behind a
// determiner or a name, with a verb or nothing after it.
func (r *reading) afterModifier(t annot.TokenID) bool {
	s := r.seg.Sentences[r.seg.SentenceOf(t)]
	if t == s.First {
		return false
	}
	switch r.syn.Words[t-1].UPOS {
	case ud.DET, ud.PROPN, ud.ADJ, ud.NUM:
		return r.leftEdge(t, s.First) < t-1 || r.syn.Words[t-1].UPOS == ud.DET
	}
	return false
}

// nounKind looks up a noun, by its form first, since "talk" is not "talks".
func (r *reading) nounKind(t annot.TokenID) (record.MeetingKind, bool) {
	form, lemma := lower(r.seg.Word(t)), r.syn.Words[t].Lemma
	for c := range r.syn.Children(t) {
		if r.is("other", lower(r.seg.Word(c))) {
			return "", false
		}
	}
	for _, key := range [2]string{form, lemma} {
		if k, ok := r.noun[key]; ok {
			return k, true
		}
		if k, ok := r.nounOf[key]; ok && r.ofTalks(t) {
			return k, true
		}
		if k, ok := r.nounWith[key]; ok && r.withSomebody(t) {
			return k, true
		}
		if k, ok := r.nounAgain[key]; ok && r.again(t) {
			return k, true
		}
	}
	return "", false
}

// ofTalks reports whether a noun has a complement "of talks".
func (r *reading) ofTalks(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel.Universal() == ud.Nmod && r.caseOf(c) == "of" {
			_, ok := r.noun[lower(r.seg.Word(c))]
			return ok
		}
	}
	return false
}

// again reports whether a noun speaks of one of the meetings spoken of
// before: "a third round", "the session".
func (r *reading) again(t annot.TokenID) bool {
	if len(r.cands) == 0 {
		return false
	}
	ordinal, the := false, false
	for c := range r.syn.Children(t) {
		form := lower(r.seg.Word(c))
		switch rel := r.syn.Words[c].Rel.Universal(); {
		case rel == ud.Nmod && r.caseOf(c) == "of":
			return false
		case rel == ud.Det:
			the = form == "the" || form == "that"
		case r.is("ordinal", form), r.is("another", form):
			ordinal = true
		case rel == ud.Compound, rel == ud.Amod && c < t:
			the = false
		}
	}
	return ordinal || the && r.syn.Words[t].Lemma == "session"
}

// withSomebody reports whether a noun's modifiers or complement make a
// meeting of it: "a phone call", "a call with", "the visit to".
func (r *reading) withSomebody(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.is("modifier", lower(r.seg.Word(c))) {
			return true
		}
		if p := r.caseOf(c); r.syn.Words[c].Rel.Universal() == ud.Nmod && (p == "with" || p == "between") {
			return true
		}
	}
	return false
}

// verbMeets reports whether "meet" has people or a time, not "a deadline".
func (r *reading) verbMeets(t annot.TokenID) bool {
	if obj := r.syn.Child(t, ud.Obj); obj != annot.None {
		return r.actorAt(obj) != annot.None
	}
	return r.syn.Child(t, ud.Nsubj, ud.Obl) != annot.None || r.syn.Words[t].Rel == ud.Xcomp
}

// readNoun reads what stands inside the noun phrase.
func (r *reading) readNoun(c *candidate) {
	left, right := r.chunk(c.head)
	c.first, c.last = left, right
	c.span = r.seg.SpanOf(left, right)
	for t := left; t <= right; t++ {
		r.readWord(c, t)
	}
	if !c.definite && c.place != annot.None && r.syn.Words[left].UPOS != ud.DET {
		c.definite = true // "Doha talks"
	}
	if !c.ordinal.Empty() {
		c.earlier = r.sinceWhen(c.head)
	}
	r.aroundVerb(c)
}

// readWord reads one word of the phrase.
func (r *reading) readWord(c *candidate, t annot.TokenID) {
	form, w := lower(r.seg.Word(t)), &r.syn.Words[t]
	if t > c.head {
		r.readComplement(c, t, form)
		return
	}
	switch {
	case t == c.first && (form == "the" || form == "this" || form == "these" || form == "those"), w.Feats.Has(ud.Poss):
		c.definite = true
	case w.UPOS == ud.PART && w.Rel == ud.Case:
		c.definite = true
	case t < c.head && c.place == annot.None && r.placeOf(t) != annot.None:
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
	if r.is("ordinal", form) && c.ordinal.Empty() {
		c.ordinal = annot.Span{Start: r.seg.Tokens[t].Span.Start, End: c.span.End}
	}
	if x := r.timeAt(r.seg.Tokens[t].Span.Start, r.seg.Tokens[t].Span.End); x != annot.None && c.time == annot.None && r.dated(x) {
		c.time = x
	}
}

// dated reports whether a time expression says when, not how long or how
// often.
func (r *reading) dated(x annot.TimexID) bool {
	return r.times.List[x].Type == record.DateType || r.times.List[x].Type == record.TimeOfDay
}

// readComplement reads a word behind the noun: a place behind "in", a time, a
// level behind "of".
func (r *reading) readComplement(c *candidate, t annot.TokenID, form string) {
	switch form {
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
		start, _ := r.seg.Within(r.times.List[x].Span)
		switch r.before(start, 1) {
		case "since", "after", "before":
		default:
			if r.dated(x) {
				c.time = x
			}
		}
	}
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
	gov := r.syn.Words[c.head].Head
	if d := r.dueBefore(c); d != annot.None {
		r.fromDue(c, d)
		return
	}
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB {
		return
	}
	lemma := r.syn.Words[gov].Lemma
	if rel := r.syn.Words[c.head].Rel; rel == ud.Obl && r.caseOf(c.head) == "for" && r.is("due-verb", lemma) {
		r.fromJourney(c, gov)
		return
	}
	if !r.is("hold", lemma) && !r.is("happens", lemma) && !r.is("over", lemma) {
		return
	}
	switch r.syn.Words[c.head].Rel {
	case ud.Obj, ud.NsubjPass, ud.Nsubj:
		if c.place == annot.None {
			c.place = r.placeUnder(gov)
		}
		if c.time == annot.None {
			c.time = r.timeUnder(gov)
		}
	}
}

// fromJourney takes place, time and participant from a journey to the
// meeting: "is due in Lund tomorrow for talks".
func (r *reading) fromJourney(c *candidate, gov annot.TokenID) {
	if c.place == annot.None {
		c.place = r.placeUnder(gov)
	}
	if c.time == annot.None {
		c.time = r.timeUnder(gov)
	}
	r.addParts(c, r.syn.Child(gov, ud.Nsubj), record.NamedParticipant)
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

// readVerb takes the verb group as the words of the mention.
func (r *reading) readVerb(c *candidate) {
	c.first, c.last = c.head, c.head
	c.span = r.seg.Tokens[c.head].Span
	for v := c.head; v != annot.None && r.syn.Words[v].UPOS == ud.VERB; v = r.syn.Words[v].Head {
		if c.place == annot.None {
			c.place = r.placeUnder(v)
		}
		if c.time == annot.None {
			c.time = r.timeUnder(v)
		}
		if rel := r.syn.Words[v].Rel.Universal(); rel != ud.Advcl && rel != ud.Xcomp || !r.syn.Words[v].Feats.Has(ud.VerbFormInf) {
			break // only "will fly to Lund on Friday to meet" lends its place and time
		}
	}
}
