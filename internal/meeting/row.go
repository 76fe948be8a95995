package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// row writes one meeting.
func (r *reading) row(g *group) annot.Meeting {
	m := annot.Meeting{Kind: g.kind(), Place: g.place(), Time: g.time(), Participants: g.parts(), By: "meeting/noun"}
	if g.cands[0].verb {
		m.By = "meeting/verb"
	}
	s := g.surest()
	m.Status = s.status
	if !s.evidence.Empty() {
		m.StatusWords = annot.Spans{s.evidence}
	}
	for _, c := range g.cands {
		m.Mentions = append(m.Mentions, c.span)
		if !c.ordinal.Empty() {
			m.Ordinal = append(m.Ordinal, c.ordinal)
		}
		if m.Level.Empty() {
			m.Level = c.level
		}
	}
	m.Mentions, m.Ordinal = m.Mentions.Normal(), m.Ordinal.Normal()
	for _, i := range g.maybe {
		m.Candidates = append(m.Candidates, annot.MeetingID(i))
	}
	return m
}

// doubts says of each meeting that may be one already listed that it may.
func (r *reading) doubts(groups []*group) []annot.Doubt {
	var out []annot.Doubt
	for _, g := range groups {
		if len(g.maybe) > 0 {
			out = append(out, annot.Doubt{Code: record.DoubtMeetingCandidate, Span: g.cands[0].span})
		}
	}
	return out
}

// agenda reads what the meetings are to be about, from words of their own
// phrase ("talks on grain") and from agenda words, which go to the meeting
// last spoken of.
func (r *reading) agenda(groups []*group, rows []annot.Meeting) {
	if len(groups) == 0 {
		return
	}
	for i, g := range groups {
		for _, c := range g.cands {
			for d := range r.syn.Children(c.head) {
				if r.syn.Words[d].Rel.Universal() == ud.Nmod && r.is("agenda-prep", r.caseOf(d)) && r.timeAt(r.seg.Tokens[d].Span.Start, r.seg.Tokens[d].Span.End) == annot.None {
					r.items(&rows[i], d)
				}
			}
		}
	}
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			r.agendaWord(groups, rows, t)
		}
	}
}

// agendaWord reads "X would be part of the agenda", "the leaders will
// discuss X", "the agenda includes X".
func (r *reading) agendaWord(groups []*group, rows []annot.Meeting, t annot.TokenID) {
	w := &r.syn.Words[t]
	switch {
	case w.UPOS == ud.NOUN && r.is("agenda-noun", w.Lemma):
		m := r.lastBefore(groups, t)
		if m < 0 {
			return
		}
		for up := w.Head; up != annot.None; up = r.syn.Words[up].Head {
			if s := r.syn.Child(up, ud.Nsubj); s != annot.None && !r.syn.Dominates(s, t) {
				if !r.negated(up) && r.syn.Words[up].Lemma != "refuse" && !r.person(s) {
					r.items(&rows[m], s)
					r.beside(&rows[m], up)
				}
				return
			}
		}
	case w.UPOS == ud.VERB && r.is("agenda-verb", w.Lemma):
		if v := r.tense(t, true); v.status != record.Due && v.status != record.Held {
			return
		}
		m := r.lastBefore(groups, t)
		o := r.syn.Child(t, ud.Obj, ud.Obl)
		if m >= 0 && o != annot.None && !r.negated(t) && r.timeAt(r.seg.Tokens[o].Span.Start, r.seg.Tokens[o].Span.End) == annot.None {
			r.items(&rows[m], o)
		}
	}
}

func (r *reading) person(t annot.TokenID) bool {
	e := r.actorAt(t)
	return e != annot.None && (r.ents.List[e].Kind == annot.PersonMention || r.ents.List[e].Kind == annot.GroupMention)
}

// lastBefore returns the meeting last spoken of at or before t in the body,
// a floated one only if there is no other; -1 where there is none.
func (r *reading) lastBefore(groups []*group, t annot.TokenID) int {
	best, at, floated := -1, annot.TokenID(-1), -1
	sent := r.seg.SentenceOf(t)
	for i, g := range groups {
		for _, c := range g.cands {
			if c.headline || g.since || c.head < at || r.seg.SentenceOf(c.head) > sent {
				continue
			}
			if s := g.status(); s == record.FloatedMeeting {
				floated = i
				continue
			}
			best, at = i, c.head
		}
	}
	if best < 0 {
		return floated
	}
	return best
}

// beside adds what "alongside", "including" joins to the items.
func (r *reading) beside(m *annot.Meeting, gov annot.TokenID) {
	for d := range r.syn.Children(gov) {
		if r.syn.Words[d].Rel.Universal() == ud.Obl && r.is("about-prep", r.caseOf(d)) {
			r.items(m, d)
		}
	}
}

// items adds the noun phrase at t as agenda items, one for each conjunct; of
// coordinated modifiers ("security and economic issues") one for each too.
func (r *reading) items(m *annot.Meeting, t annot.TokenID) {
	for _, head := range r.conjuncts(t) {
		span := r.phrase(head)
		if cut := r.splitModifiers(head, span); len(cut) > 0 {
			for _, s := range cut {
				r.addItem(m, s)
			}
			continue
		}
		r.addItem(m, span)
	}
}

func (r *reading) conjuncts(t annot.TokenID) []annot.TokenID {
	all := []annot.TokenID{t}
	for d := range r.syn.Children(t) {
		if r.syn.Words[d].Rel == ud.Conj && r.syn.Words[d].UPOS != ud.VERB {
			all = append(all, d)
		}
	}
	return all
}

// splitModifiers cuts "broader security and economic issues" in two, at the
// conjunction between its modifiers.
func (r *reading) splitModifiers(head annot.TokenID, span annot.Span) annot.Spans {
	for d := range r.syn.Children(head) {
		if d > head {
			break
		}
		for x := range r.syn.Children(d) {
			if r.syn.Words[x].Rel != ud.Conj || x > head {
				continue
			}
			if cc := r.syn.Child(x, ud.Cc); cc != annot.None && cc > d {
				return annot.Spans{
					{Start: span.Start, End: r.seg.Tokens[cc-1].Span.End},
					{Start: r.seg.Tokens[cc+1].Span.Start, End: span.End},
				}
			}
		}
	}
	return nil
}

func (r *reading) addItem(m *annot.Meeting, s annot.Span) {
	for _, it := range m.Agenda {
		if it.Span.Overlaps(s) {
			return
		}
	}
	if s.Empty() {
		return
	}
	m.Agenda = append(m.Agenda, annot.AgendaItem{Span: s, Statement: r.stmts.Holding(s)})
}
