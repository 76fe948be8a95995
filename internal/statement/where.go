package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// whereSaid returns where and when something was said, by the attribution's
// own clause alone.
func (r *reading) whereSaid(id annot.AttributionID) (annot.EntityID, annot.TimexID) {
	a := r.att.List[id]
	place, time := annot.EntityID(annot.None), annot.TimexID(annot.None)
	h := a.CueHead
	if h == annot.None {
		return place, time
	}
	s := setting{r: r, a: a, place: &place, time: &time}
	s.around(h)
	if src := a.SourceHead; src != annot.None {
		for c := range r.syn.Children(src) { // "The ministry on Monday rejected": hung on the noun
			if r.timex[c] != annot.None && src < c && c < h {
				s.take(c)
			}
		}
	}
	for c := range r.syn.Children(h) {
		// "Speaking in Riga, he said"
		if r.rel(c) == ud.Advcl && r.words.speaking[r.word(c).Lemma] && r.participle(c) && !r.inSpans(a.Content, c) {
			s.around(c)
		}
	}
	if place == annot.None && time == annot.None {
		if up := r.speechAround(id); up != annot.None {
			return r.whereSaid(up)
		}
	}
	return place, time
}

// A setting collects place and time around the words of one attribution.
type setting struct {
	r     *reading
	a     annot.Attribution
	place *annot.EntityID
	time  *annot.TimexID
}

// around looks at what hangs directly on a verb of saying, and on the
// occasion or the audience that it names.
func (s *setting) around(h annot.TokenID) {
	r := s.r
	for c := range r.syn.Children(h) {
		if r.inSpans(s.a.Content, c) || r.inSpans(s.a.Source, c) || s.acrossMeeting(h, c) {
			continue
		}
		switch w := r.word(c); w.Rel {
		case ud.Obl, ud.OblUnmarked, ud.Advmod, ud.NmodUnmarked:
			s.take(c)
			if r.words.events[w.Lemma] && occasion(r.prepOf(c)) {
				s.below(c)
			}
		case ud.Obj, ud.Iobj:
			if r.words.hearers[w.Lemma] || r.words.events[w.Lemma] {
				s.below(c)
			}
		}
	}
}

// below looks at what hangs on an occasion or an audience: "a news conference
// in Riga on Tuesday", "reporters at the airport".
func (s *setting) below(t annot.TokenID) {
	r := s.r
	for c := range r.syn.Children(t) {
		if r.inSpans(s.a.Content, c) {
			continue
		}
		switch r.rel(c) {
		case ud.Nmod, ud.NmodUnmarked, ud.Obl, ud.OblUnmarked:
			s.take(c)
			s.below(c)
		}
	}
}

// occasion reports whether a preposition puts the speaker at an occasion, not
// before or after it.
func occasion(prep string) bool {
	switch prep {
	case "at", "in", "during", "on":
		return true
	}
	return false
}

// take takes a phrase for the place or the time of speaking, if it is one.
func (s *setting) take(t annot.TokenID) {
	r := s.r
	prep := r.prepOf(t)
	if x := r.timex[t]; x != annot.None {
		if k := r.times.List[x].Type; *s.time == annot.None && (k == record.DateType || k == record.TimeOfDay) && pointsAt(prep) {
			*s.time = x
		}
		return
	}
	m := r.mention[t]
	if m == annot.None || r.ms.List[m].Kind != annot.PlaceMention || *s.place != annot.None || !locates(prep) {
		return
	}
	if e := r.ents.Of(m); e != annot.None {
		*s.place = e
	}
}

func pointsAt(prep string) bool {
	switch prep {
	case "", "on", "in", "at", "during", "early", "late":
		return true
	}
	return false
}

func locates(prep string) bool {
	switch prep {
	case "in", "at", "on", "outside", "inside", "near", "aboard", "from":
		return true
	}
	return false
}

// acrossMeeting reports whether a meeting, or an unquoted clause of the content,
// stands between a verb of saying and a phrase: "said after talks in Riga"
// places the talks, and "said the deal was signed in Riga" the signing.
func (s *setting) acrossMeeting(h, c annot.TokenID) bool {
	r := s.r
	if c < h {
		return false
	}
	for t := h + 1; t < c; t++ {
		w := r.word(t)
		if w.UPOS == ud.NOUN && r.words.meetings[w.Lemma] && !(w.Head == h && occasion(r.prepOf(t))) && !r.underOccasion(t, h) {
			return true
		}
		if r.inSpans(s.a.Content, t) && r.quoted[t] == annot.None && (w.UPOS == ud.VERB || w.UPOS == ud.AUX) {
			return true
		}
	}
	return false
}

// underOccasion reports whether a word is part of an occasion's own name:
// "a meeting of ministers", "a news conference".
func (r *reading) underOccasion(t, h annot.TokenID) bool {
	for i := 0; t != annot.None && t != h && i < 4; i++ {
		w := r.word(t)
		if w.Head == h {
			return r.words.events[w.Lemma] && occasion(r.prepOf(t)) || w.Rel == ud.Obj || w.Rel == ud.Iobj
		}
		if w.Rel != ud.Compound && w.Rel != ud.Nmod {
			return false
		}
		t = w.Head
	}
	return false
}
