package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// sideAt returns the party that the actor at t is or speaks for: of "Velia's
// envoy", Velia. It returns None where it is no party.
func (r *reading) sideAt(t annot.TokenID) annot.EntityID {
	if t == annot.None {
		return annot.None
	}
	e := r.ents.Of(r.ms.ByHead(t))
	if e == annot.None {
		return annot.None
	}
	if o := r.voiceOf[e]; o != annot.None {
		return o
	}
	if r.canFace(e) {
		return e
	}
	return annot.None
}

// findVoices notes of each person or group the party in whose name it acts:
// that of the possessor or the modifier in its phrase or its title.
func (r *reading) findVoices() {
	r.voiceOf = make([]annot.EntityID, len(r.ents.List))
	for i := range r.voiceOf {
		r.voiceOf[i] = annot.None
	}
	for i := range r.ms.List {
		e := r.ents.Of(annot.MentionID(i))
		if e == annot.None || r.voiceOf[e] != annot.None || r.third(e) {
			continue
		}
		if k := r.ents.List[e].Kind; k != annot.PersonMention && k != annot.GroupMention && k != annot.UnknownMention {
			continue
		}
		if o := r.ownerIn(i); o != e {
			r.voiceOf[e] = o
		}
	}
}

// ownerIn returns the party inside the phrase of a mention: "the guild's
// leader, Ada Lind", "Velia's chief negotiator", or None.
func (r *reading) ownerIn(m int) annot.EntityID {
	row := &r.ms.List[m]
	first := m
	for first > 0 && m-first < 4 && r.ms.List[first-1].Span.Start >= row.Whole.Start {
		first--
	}
	for i := first; i < len(r.ms.List) && r.ms.List[i].Span.Start < row.Whole.End; i++ {
		x := &r.ms.List[i]
		if i == m || !row.Whole.Contains(x.Span) || x.Head > row.Head && x.Appositive == annot.None && row.Form == record.Named {
			continue
		}
		e := r.ents.Of(annot.MentionID(i))
		if e == annot.None || !r.canFace(e) || r.ents.List[e].Kind == annot.PersonMention {
			continue
		}
		return e
	}
	return annot.None
}

// canFace reports whether an actor can be a side in talks: a state, a
// government, an organisation, a group that is no list or pair of others, or a
// person with a name.
func (r *reading) canFace(e annot.EntityID) bool {
	if e == annot.None {
		return false
	}
	row := &r.ents.List[e]
	switch row.Kind {
	case annot.StateMention, annot.GovernmentMention, annot.OrganisationMention:
		return !r.third(e)
	case annot.GroupMention:
		return len(row.Members) == 0 && row.Count != record.Two && !r.third(e)
	case annot.PersonMention:
		return row.Named && !r.third(e)
	}
	return false
}

// stands reports whether an actor is spoken of as one that the reader knows:
// by name, or as "the guild".
func (r *reading) stands(m annot.MentionID) bool {
	return r.ents.List[r.ents.Of(m)].Named || r.ms.List[m].Definite
}

// findThirds marks who stands between the sides or beside them: mediators,
// hosts, observers, and those who only tell of them.
func (r *reading) findThirds() {
	r.thirds = make([]bool, len(r.ents.List))
	r.findPress()
	mark := func(t annot.TokenID) {
		if t == annot.None {
			return
		}
		if e := r.ents.Of(r.ms.ByHead(t)); e != annot.None {
			r.thirds[e] = true
		}
	}
	for i := range r.ms.List {
		m := &r.ms.List[i]
		l := lower(r.syn.Words[m.Head].Lemma)
		if m.Form != record.Pronominal && (r.is("third-noun", l) || m.Kind == annot.GroupMention && r.is("own-people", l)) {
			mark(m.Head)
		}
		for _, title := range m.Titles {
			for t, end := r.seg.Within(title); t < end; t++ {
				if r.is("third-noun", r.syn.Words[t].Lemma) {
					mark(m.Head)
				}
			}
		}
	}
	for t := range r.syn.Words {
		if w := &r.syn.Words[t]; w.UPOS == ud.VERB && r.is("third-verb", w.Lemma) {
			verb := annot.TokenID(t)
			if by := r.agent(verb); by != annot.None {
				mark(by)
			} else if r.syn.Child(verb, ud.NsubjPass) == annot.None && !w.Feats.Has(ud.VerbFormPart|ud.TensePast) || w.Feats.Has(ud.VerbFormFin) {
				mark(r.subjectOf(verb))
			}
		}
	}
}

// third reports whether an actor is no side.
func (r *reading) third(e annot.EntityID) bool { return r.thirds[e] }

// inPerson reports whether a meeting that is to be is told of as one face to
// face, of whom the phrase does not say.
func (r *reading) inPerson(g *group) bool {
	c := g.cands[0]
	if c.verb || len(c.parts) > 0 || c.status == record.Held {
		return false
	}
	for t := c.first; t < c.head; t++ {
		if f := lower(r.seg.Word(t)); f == "face" || f == "person" || f == "face-to-face" || f == "in-person" {
			return true
		}
	}
	return false
}

// followUp reports whether a meeting that is to be is told of as one more of
// those held: "another session", "a third round".
func (r *reading) followUp(g *group) bool {
	c := g.cands[0]
	if len(g.cands) > 1 || c.verb || !c.apart && c.ordinal.Empty() || len(c.parts) > 0 {
		return false
	}
	switch c.status {
	case record.Due, record.FloatedMeeting, record.CalledOff:
		return true
	}
	return false
}

// findPress marks the reporters: who only tells of a meeting takes no part.
func (r *reading) findPress() {
	r.press = make([]bool, len(r.ents.List))
	for i := range r.ms.List {
		m := &r.ms.List[i]
		e := r.ents.Of(annot.MentionID(i))
		if e == annot.None || m.Form == record.Pronominal {
			continue
		}
		row := r.ents.List[e].Kind
		if (row == annot.PersonMention || row == annot.GroupMention || row == annot.UnknownMention) && r.is("press", lower(r.syn.Words[m.Head].Lemma)) {
			r.press[e] = true
		}
		if m.Appositive != annot.None && r.is("press", lower(r.syn.Words[r.ms.List[m.Appositive].Head].Lemma)) {
			r.press[e] = true // "our reporter, Sia Lomm"
		}
		for _, title := range m.Titles {
			for t, end := r.seg.Within(title); t < end; t++ {
				if r.is("press", lower(r.syn.Words[t].Lemma)) && int(t)+1 == int(end) {
					r.press[e] = true // "correspondent Sia Lomm", not "press secretary Sia Lomm"
				}
			}
		}
	}
}
