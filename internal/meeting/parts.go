package meeting

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// readParts finds who takes part, as the words of this mention say.
func (r *reading) readParts(c *candidate) {
	if c.verb && r.asksTo(c.head) {
		r.addParts(c, r.other(c.head, annot.None), record.PossibleParticipant)
		if r.syn.Words[c.head].Lemma == "summon" {
			r.addSubjects(c, c.head, record.NamedParticipant)
		}
		return
	}
	if c.verb {
		r.partsOfVerb(c, c.head, record.NamedParticipant)
		return
	}
	r.partsInside(c)
	r.partsAround(c)
	if p := r.caseOf(c.head); (p == "in" || p == "at") && r.syn.Child(c.head, ud.Cop) != annot.None {
		r.addParts(c, r.nsubj(c.head), record.NamedParticipant) // "Velia is in talks with"
	}
	if up := r.syn.Words[c.head].Head; up != annot.None && r.inTalks(c.head).strength == modifier {
		r.addSubjects(c, up, record.NamedParticipant) // "were on the third day of talks"
	}
	if r.onlyWith(c) {
		r.partner(c)
	}
	r.withOrWithout(c)
	r.beside(c)
	r.seeker(c)
}

// seeker adds the party that asks for or proposes a meeting of which the words
// name nobody: it wants to be there itself.
func (r *reading) seeker(c *candidate) {
	gov := r.governor(c)
	if len(c.parts) > 0 || gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB || !r.is("seek", r.syn.Words[gov].Lemma) || r.between(c) {
		return
	}
	switch p := r.caseOf(c.head); {
	case r.syn.Words[c.head].Rel == ud.Obj, p == "for":
		if s := r.subjectOf(gov); s != annot.None && r.sideAt(s) != annot.None && r.stands(r.ms.ByHead(s)) && r.ents.List[r.sideAt(s)].Kind != annot.PersonMention {
			r.addParts(c, s, record.NamedParticipant)
		}
	}
}

// onlyWith reports whether the phrase says with whom, and not who.
func (r *reading) onlyWith(c *candidate) bool {
	with := false
	for t := c.head + 1; t < c.last; t++ {
		switch lower(r.seg.Word(t)) {
		case "with":
			with = true
		case "between", "among":
			return false
		}
	}
	if !with {
		return false
	}
	for t := c.first; t < c.head; t++ {
		if r.actorAt(t) != annot.None {
			return false
		}
	}
	return true
}

// partner adds the subject of the clause that a meeting with somebody stands
// in: "the union put an offer to its members after talks with the company".
func (r *reading) partner(c *candidate) {
	with := annot.EntityID(annot.None)
	if len(c.parts) > 0 {
		with = c.parts[0].Entity
	}
	for t, steps := c.head, 0; t != annot.None && steps < 5; t, steps = r.syn.Words[t].Head, steps+1 {
		w := &r.syn.Words[t]
		if w.UPOS == ud.VERB && t != c.head {
			s := r.nsubj(t)
			if o := r.controller(r.syn.Words[t].Head); s == annot.None && o != annot.None && r.syn.Words[t].Feats.Has(ud.VerbFormInf) {
				s = o
			}
			if s != annot.None && s != c.head && w.Rel != ud.Ccomp && r.syn.Child(t, ud.Ccomp) != annot.None {
				r.partnerSpeaks(c, s, with)
				return
			}
			if s != annot.None && s != c.head && r.takesPartIn(c, r.actorAt(s)) {
				return
			}
			if s != annot.None && s != c.head && r.actorAt(s) != with {
				r.addParts(c, s, r.mayCome(t))
				return
			}
		}
		switch w.Rel.Universal() {
		case ud.Obl, ud.Nmod, ud.Obj, ud.Conj, ud.Xcomp, ud.Advcl, ud.Acl:
		case ud.Nsubj, ud.NsubjPass, ud.Ccomp:
			if r.negated(t) {
				return
			}
		default:
			return
		}
	}
}

// takesPartIn reports whether somebody is named as taking part already.
func (r *reading) takesPartIn(c *candidate, e annot.EntityID) bool {
	for _, p := range c.parts {
		if p.Entity == e {
			return r.syn.Words[c.head].Rel.Universal() == ud.Obl
		}
	}
	return false
}

// partnerSpeaks adds the party that tells of talks with somebody: "the ministry
// said talks with the guild would begin". Who only reports it takes no part.
func (r *reading) partnerSpeaks(c *candidate, speaker annot.TokenID, with annot.EntityID) {
	e := r.actorAt(speaker)
	if e == annot.None || r.third(e) || e == with || len(c.parts) > 1 {
		return
	}
	if o := r.voiceOf[e]; o != annot.None {
		e = o
	} else if r.ents.List[e].Kind == annot.PersonMention || !r.stands(r.ms.ByHead(speaker)) {
		return
	}
	if e != with {
		c.parts = addParticipant(c.parts, annot.Participant{Entity: e, Status: record.NamedParticipant})
	}
}

// partsInside reads the phrase itself: a possessor, names before the noun
// ("US-Russia summit"), and who stands behind "with", "between", "of".
func (r *reading) partsInside(c *candidate) {
	inside := r.seg.SpanOf(c.first, c.last)
	within := 0
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if m.Head < c.first || m.Span.Start < inside.Start {
			continue
		}
		if m.Head > c.last {
			break
		}
		if m.Span.Has(r.seg.Tokens[c.head].Span.Start) || m.Span.Start < within {
			continue // it holds the meeting itself, or is part of a mention that was taken
		}
		if m.Head > c.head && r.syn.Words[m.Head].Rel == ud.NmodPoss && r.syn.Words[m.Head].Head > m.Head {
			continue // "talks with Velia's guild" are not with Velia
		}
		if r.syn.Words[m.Head].Feats.Has(ud.Poss) && r.heldBy(c) {
			continue // "the lawmakers held their own talks" names them already
		}
		if m.Head < c.head && (r.patron(c, m.Head) || r.prefix(m.Head)) || m.Head > c.head && r.modifies(m.Head) {
			continue
		}
		if m.Head < c.head || r.partPrep(c, m.Head) {
			r.addParts(c, m.Head, record.NamedParticipant)
			within = m.Whole.End
		}
	}
}

// patron reports whether a name before "talks" only says under whom they are
// held: "UN climate talks" are talks of states, "Corvane talks with the buyers"
// are Corvane's.
func (r *reading) patron(c *candidate, t annot.TokenID) bool {
	if c.kind != record.Talks && c.kind != record.Round && !(c.kind != record.Call && c.kind != record.Visit && r.body(t, c.head)) || r.syn.Words[t].Rel == ud.NmodPoss || r.glued(t) || t > 0 && hyphen(r.seg.Word(t-1)) {
		return false
	}
	for x := c.head + 1; x <= c.last; x++ {
		if f := lower(r.seg.Word(x)); f == "with" || f == "between" {
			return false
		}
	}
	m := r.ms.ByHead(t)
	return m == annot.None || len(r.ms.List[m].Members) == 0
}

// body reports whether a name is that of an organisation with more before the
// noun than itself: "a UN climate summit" is one of states, "an OPEC summit" is
// OPEC's.
func (r *reading) body(t, head annot.TokenID) bool {
	e := r.actorAt(t)
	return t+1 < head && e != annot.None && r.ents.List[e].Kind == annot.OrganisationMention
}

// prefix reports whether a name is only glued to a participle: "the US-backed
// talks" are not held by the US.
func (r *reading) prefix(t annot.TokenID) bool {
	return r.glued(t) && int(t)+2 < len(r.seg.Tokens) && r.actorAt(t+2) == annot.None && r.syn.Words[t+2].UPOS != ud.PROPN
}

// modifies reports whether a mention only stands before a noun that is none:
// "a Danish drugmaker" is not Denmark.
func (r *reading) modifies(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	switch w.Rel {
	case ud.Amod, ud.Compound, ud.NmodDesc:
		return w.Head > t && !hyphen(r.seg.Word(t+1))
	}
	return false
}

// heldBy reports whether the verb of which a phrase is the object has an actor
// for its subject.
func (r *reading) heldBy(c *candidate) bool {
	gov := r.governor(c)
	if gov == annot.None || r.syn.Words[gov].UPOS != ud.VERB || r.syn.Words[c.head].Rel != ud.Obj || !r.is("hold", r.syn.Words[gov].Lemma) {
		return false
	}
	s := r.subjectOf(gov)
	return s != annot.None && r.actorAt(s) != annot.None
}

// partPrep reports whether the nearest preposition before a word of the
// complement names participants.
func (r *reading) partPrep(c *candidate, t annot.TokenID) bool {
	for x := t - 1; x > c.head; x-- {
		if r.syn.Words[x].UPOS != ud.ADP && r.syn.Words[x].UPOS != ud.SCONJ {
			continue
		}
		switch lower(r.seg.Word(x)) {
		case "with", "between", "among":
			return true
		case "by":
			return c.kind == record.Visit
		case "of":
			continue
		}
		return false
	}
	return r.seg.Word(c.head+1) == "of"
}

// partsOfVerb reads the subject and the object of "meet", and with whom.
func (r *reading) partsOfVerb(c *candidate, verb annot.TokenID, as record.Participation) {
	r.addSubjects(c, verb, as)
	for d := range r.syn.Children(verb) {
		switch w := &r.syn.Words[d]; {
		case (w.Rel == ud.Obj || w.Rel == ud.OblAgent) && (verb == c.head || r.guests(verb, c)):
			r.addParts(c, d, as)
		case w.Rel.Universal() == ud.Obl && r.caseOf(d) == "with" && (as == record.NamedParticipant || verb == c.head):
			r.addParts(c, d, r.perhapsWith(d, as))
		case w.Rel.Universal() == ud.Obl && r.caseOf(d) == "without" && verb == c.head:
			r.addParts(c, d, record.KeptOut) // "met without him"
		}
	}
}

// guests reports whether a verb says whom its subject met "for talks": the object
// takes part as much as the subject.
func (r *reading) guests(verb annot.TokenID, c *candidate) bool {
	return r.syn.Words[verb].Lemma == "meet" && r.syn.Words[c.head].Head == verb && r.caseOf(c.head) == "for"
}

// withOrWithout reads "talks, with or without the tribes".
func (r *reading) withOrWithout(c *candidate) {
	end := r.seg.Sentences[r.seg.SentenceOf(c.head)].End
	for t := c.last + 1; t+3 < end && t < c.last+4; t++ {
		if lower(r.seg.Word(t)) != "with" || lower(r.seg.Word(t+1)) != "or" || lower(r.seg.Word(t+2)) != "without" {
			continue
		}
		for x := t + 3; x < min(t+7, end); x++ {
			if r.actorAt(x) != annot.None {
				r.addParts(c, x, record.PossibleParticipant)
				return
			}
		}
	}
}

// possibly reads "possibly bringing in the tribes" behind the phrase: a
// participant whose coming is itself a maybe.
func (r *reading) possibly(c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	as := record.NamedParticipant
	if c.status == record.FloatedMeeting {
		as = record.PossibleParticipant
	}
	for t := c.last + 1; t < s.End && t < c.last+5; t++ {
		switch w := &r.syn.Words[t]; {
		case hedge(lower(r.seg.Word(t))):
			as = record.PossibleParticipant
		case w.UPOS == ud.VERB && r.is("join", w.Lemma) && (w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart)):
			for x := t + 1; x < s.End && x <= r.listEnd(t+2, s.End); x++ {
				if e := r.actorAt(x); e != annot.None {
					r.addPart(c, x, as)
				}
			}
			return
		case w.UPOS == ud.VERB:
			return
		}
	}
}

func hedge(form string) bool {
	switch form {
	case "possibly", "perhaps", "maybe", "potentially":
		return true
	}
	return false
}

// addParts adds the actor at t and those coordinated with it.
func (r *reading) addParts(c *candidate, t annot.TokenID, as record.Participation) {
	if t == annot.None {
		return
	}
	r.addPart(c, t, as)
	for d := range r.syn.Children(t) {
		if r.syn.Words[d].Rel == ud.Conj {
			r.addPart(c, d, r.perhaps(d, as))
		}
	}
}

// addPart adds the actor at t; of a group, its members.
func (r *reading) addPart(c *candidate, t annot.TokenID, as record.Participation) {
	e := r.actorAt(t)
	if e == annot.None || r.press[e] {
		return
	}
	who := []annot.EntityID{e}
	if sides := r.sidesMeant(t); len(sides) > 1 && (as == record.PossibleParticipant || !r.neither(t)) {
		who = sides
	} else if two := r.lastTwo(t); two != nil && (as == record.PossibleParticipant || !r.neither(t)) {
		who = two
	} else if two := r.pairOf(t); two != nil {
		who = two
	} else if m := r.ents.List[e].Members; len(m) > 0 && !r.neither(t) {
		switch {
		case r.clear(t, m):
			who = m
		case r.listed(e):
			return // the entity is a list of others
		}
	}
	for _, x := range who {
		c.parts = addParticipant(c.parts, annot.Participant{Entity: x, Status: as})
	}
	for d := range r.syn.Children(t) { // "a delegation led by"
		if w := &r.syn.Words[d]; d > t && w.Rel == ud.Acl && (r.is("lead-verb", w.Lemma) || w.Lemma == "represent") && r.agent(d) != annot.None {
			if x := r.actorAt(r.agent(d)); x != annot.None && x != e {
				c.parts = addParticipant(c.parts, annot.Participant{Entity: x, Status: as})
			}
		}
	}
}

// clear reports whether it is clear who the members of a group are. "Both
// sides" are two that the report has named together or had meet, or that no
// third party stands beside; "the two leaders" are no negotiators.
func (r *reading) clear(t annot.TokenID, members []annot.EntityID) bool {
	m := r.ms.ByHead(t)
	if m == annot.None || len(r.ms.List[m].Members) > 0 {
		return true
	}
	switch r.syn.Words[t].Lemma {
	case "side", "delegation", "party", "team":
		return r.together(members) || !r.thirdNear(t, members) && r.face(members)
	case "leader":
		for _, e := range members {
			if r.deputy(e) {
				return false
			}
		}
	}
	return true
}

// listed reports whether an entity is mentioned as a list of its members.
func (r *reading) listed(e annot.EntityID) bool {
	for _, i := range r.ents.List[e].Mentions {
		if len(r.ms.List[i].Members) > 0 {
			return true
		}
	}
	return false
}

// together reports whether the report names these in one breath, or has told
// of a meeting of theirs.
func (r *reading) together(members []annot.EntityID) bool {
	for i := range r.ms.List {
		if len(r.ms.List[i].Members) < len(members) {
			continue
		}
		n := 0
		for _, m := range r.ms.List[i].Members {
			if slices.Contains(members, r.ents.Of(m)) {
				n++
			}
		}
		if n == len(members) {
			return true
		}
	}
	for i := range r.cands {
		n := 0
		for _, p := range r.cands[i].parts {
			if slices.Contains(members, p.Entity) {
				n++
			}
		}
		if n == len(members) {
			return true
		}
	}
	return false
}

// thirdNear reports whether the sentence that last names one of these before t
// names another party too, so that "both sides" may mean others.
func (r *reading) thirdNear(t annot.TokenID, members []annot.EntityID) bool {
	here, near := r.seg.SentenceOf(t), annot.SentenceID(annot.None)
	for i := range r.ms.List {
		if s := r.seg.SentenceOf(r.ms.List[i].Head); s < here && slices.Contains(members, r.ents.Of(annot.MentionID(i))) {
			near = s
		}
	}
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if near == annot.None || m.Form != record.Named || r.seg.SentenceOf(m.Head) != near || slices.Contains(members, r.ents.Of(annot.MentionID(i))) {
			continue
		}
		switch m.Kind {
		case annot.StateMention, annot.GovernmentMention, annot.OrganisationMention, annot.GroupMention:
			if len(m.Members) == 0 {
				return true
			}
		}
	}
	return false
}

// face reports whether anything in the report sets these over against each
// other.
func (r *reading) face(members []annot.EntityID) bool {
	for i := range r.faced {
		n := 0
		for _, e := range members {
			if slices.Contains(r.faced[i].who, e) {
				n++
			}
		}
		if n == len(members) && r.faced[i].weight >= actsOn {
			return true
		}
	}
	return false
}

// addParticipant adds one who is not there yet. What is said more surely wins:
// named over possible, and that somebody declined or is kept out over that he
// is named.
func addParticipant(list []annot.Participant, p annot.Participant) []annot.Participant {
	for i := range list {
		if list[i].Entity == p.Entity {
			if sure(p.Status) > sure(list[i].Status) {
				list[i].Status = p.Status
			}
			return list
		}
	}
	return append(list, p)
}

func sure(p record.Participation) int {
	switch p {
	case record.PossibleParticipant:
		return 1
	case record.NamedParticipant:
		return 2
	case record.Declined, record.KeptOut:
		return 3
	}
	return 0
}
