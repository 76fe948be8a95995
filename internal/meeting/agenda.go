package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// agenda reads what the meetings are to be about: from their own phrase
// ("talks on grain") and from agenda words, which go to the meeting last
// spoken of.
func (r *reading) agenda(groups []*group, rows []annot.Meeting) {
	if len(groups) == 0 {
		return
	}
	for i, g := range groups {
		for _, c := range g.cands {
			r.agendaInside(&rows[i], c)
		}
	}
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			r.agendaWord(groups, rows, t, s)
		}
	}
}

// agendaInside reads "talks on grain and fuel", "negotiations over the port".
func (r *reading) agendaInside(m *annot.Meeting, c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	for t := c.head + 1; t <= c.last && t+1 < s.End; t++ {
		if !r.is("agenda-prep", lower(r.seg.Word(t))) || r.placeAt(t+1) != annot.None || r.timeAt(r.seg.Tokens[t+1].Span.Start, r.seg.Tokens[t+1].Span.End) != annot.None {
			continue
		}
		r.items(m, t+1, r.nominal(t+1, s.End, t))
		return
	}
}

// agendaWord reads "X would be part of the agenda" and "the leaders will
// discuss X".
func (r *reading) agendaWord(groups []*group, rows []annot.Meeting, t annot.TokenID, s annot.Sentence) {
	w := &r.syn.Words[t]
	switch {
	case w.UPOS == ud.NOUN && r.is("agenda-noun", w.Lemma):
		m := r.lastBefore(groups, t)
		be := r.be(t, s.First)
		if m < 0 || be == annot.None || r.before(be, 1) == "not" {
			return
		}
		first, last := r.subject(be, s.First)
		r.items(&rows[m], first, last)
		if t+2 < s.End && (r.is("about-prep", lower(r.seg.Word(t+1))) || r.is("about-prep", lower(r.seg.Word(t+2)))) {
			x := t + 2
			if !r.is("about-prep", lower(r.seg.Word(t+1))) {
				x++
			}
			r.items(&rows[m], x, r.listEnd(x, s.End))
		}
	case w.UPOS == ud.VERB && r.is("agenda-verb", w.Lemma):
		v := r.tense(t, true)
		if v.status != record.Due && v.status != record.Held || r.negated(t) || r.unwilling(t) {
			return
		}
		if m := r.lastBefore(groups, t); m >= 0 {
			if q := r.syn.Child(t, ud.Ccomp); q > t { // "discuss how much water to let through"
				first, last := r.syn.Edges(q)
				m := &rows[m]
				sp := r.seg.SpanOf(first, last)
				m.Agenda = append(m.Agenda, annot.AgendaItem{Span: sp, Statement: r.stmts.Holding(sp)})
				return
			}
			x := t + 1
			for x < s.End && (lower(r.seg.Word(x)) == "on" || r.syn.Words[x].UPOS == ud.PUNCT) {
				x++
			}
			r.items(&rows[m], x, r.listEnd(x, s.End))
		}
	}
}

// be returns the form of "be" that ties a subject to an agenda word not far
// behind it, or None.
func (r *reading) be(t, first annot.TokenID) annot.TokenID {
	for x := t - 1; x >= first && x > t-7; x-- {
		if r.syn.Words[x].Lemma == "be" {
			return x
		}
		if r.syn.Words[x].UPOS == ud.VERB {
			return annot.None
		}
	}
	return annot.None
}

// subject returns the tokens of the coordinated noun phrase before a verb
// group.
func (r *reading) subject(be, first annot.TokenID) (from, to annot.TokenID) {
	to = be - 1
	for to >= first && (r.syn.Words[to].UPOS == ud.AUX || r.syn.Words[to].UPOS == ud.ADV || r.syn.Words[to].UPOS == ud.PART) {
		to--
	}
	from = to + 1
	for x := to; x >= first; x-- {
		w := &r.syn.Words[x]
		comma := r.seg.Word(x) == "," && from <= to
		if !nounish(w.UPOS) && w.UPOS != ud.ADP && w.UPOS != ud.CCONJ && !comma && !hyphen(r.seg.Word(x)) {
			break
		}
		if w.UPOS == ud.PRON {
			break
		}
		if !comma && w.UPOS != ud.CCONJ && w.UPOS != ud.ADP {
			from = x
		}
	}
	return from, to
}

// listEnd returns the last token of the coordinated noun phrases at t.
func (r *reading) listEnd(t, end annot.TokenID) annot.TokenID {
	last := t - 1
	for last+1 < end {
		next := r.nominal(last+1, end, last)
		if next == last {
			break
		}
		last = next
		if last+2 < end && (r.seg.Word(last+1) == "," || lower(r.seg.Word(last+1)) == "of") && nounish(r.syn.Words[last+2].UPOS) {
			last++
			continue
		}
		break
	}
	if last >= t && r.seg.Word(last) == "," {
		last--
	}
	return last
}

// lastBefore returns the meeting last spoken of at or before t in the body,
// a floated one only if there is no other; -1 where there is none.
func (r *reading) lastBefore(groups []*group, t annot.TokenID) int {
	best, at, floated, behind := -1, annot.TokenID(-1), -1, -1
	sent := r.seg.SentenceOf(t)
	for i, g := range groups {
		for _, c := range g.cands {
			if c.headline || g.since || c.head < at || r.seg.SentenceOf(c.head) > sent {
				continue
			}
			switch {
			case g.status() == record.FloatedMeeting:
				floated = i
			case r.backdrop(c):
				behind = i
			default:
				best, at = i, c.head
			}
		}
	}
	switch {
	case best >= 0:
		return best
	case floated >= 0:
		return floated
	}
	return behind
}

// backdrop reports whether a meeting is only what another thing came after or
// before: "resumed talks a week after the last round collapsed".
func (r *reading) backdrop(c *candidate) bool {
	if c.verb || c.first == 0 {
		return false
	}
	if p := r.before(c.first, 1); p == "since" || p == "after" || p == "before" || p == "following" {
		return c.status == record.Held
	}
	gov := r.syn.Words[c.head].Head
	return gov != annot.None && c.status == record.Held && r.syn.Words[gov].Rel.Universal() == ud.Advcl && r.marked(gov, "after", "since", "when", "before")
}

// items adds the noun phrases between two tokens, one for each conjunct: "the
// port, grain and fuel" are three.
func (r *reading) items(m *annot.Meeting, first, last annot.TokenID) {
	start := first
	for t := first; t <= last; t++ {
		if r.seg.Word(t) == "," || r.syn.Words[t].UPOS == ud.CCONJ {
			r.item(m, start, t-1)
			start = t + 1
		}
	}
	r.item(m, start, last)
}

// item adds one, unless it names people, a place or a time.
func (r *reading) item(m *annot.Meeting, first, last annot.TokenID) {
	if first > last || first < 0 {
		return
	}
	if w := lower(r.seg.Word(first)); w == "no" || w == "nothing" {
		return // "no such visit was on the agenda"
	}
	s := r.seg.SpanOf(first, last)
	if r.timeAt(s.Start, s.End) != annot.None || r.actorAt(last) != annot.None || r.placeOf(last) != annot.None || !nounish(r.syn.Words[last].UPOS) || r.syn.Words[last].UPOS == ud.PRON {
		return
	}
	for _, it := range m.Agenda {
		if it.Span.Overlaps(s) {
			return
		}
	}
	m.Agenda = append(m.Agenda, annot.AgendaItem{Span: s, Statement: r.stmts.Holding(s)})
}
