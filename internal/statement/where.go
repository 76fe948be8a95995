package statement

import (
	"slices"
	"sort"

	"readout/internal/annot"
	"readout/internal/ud"
)

// whereSaid returns where and when something was said, by the attribution's
// own clause; where that is silent, by the act of speech that it goes on with,
// shares its source with, or was told of in.
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
	s.beside()
	if time == annot.None && r.rel(h) == ud.Advcl && r.participle(h) && r.cues[id].class == say { // "lodged a protest on Friday, saying"
		if up := r.word(h).Head; up != annot.None && up < h && !r.inSpans(a.Content, up) {
			s.around(up)
		}
	}
	if place == annot.None && time == annot.None {
		up := r.speechAround(id)
		if up == annot.None {
			up = r.joinedTo(id)
		}
		if up == annot.None {
			up = a.Within
		}
		if up != annot.None {
			return r.whereSaid(up)
		}
	}
	return place, time
}

// beside takes the place and the time that stand in the words of an
// attribution between its parts, whatever the tree makes of them: "assured the
// crews on Monday that", "the ministry today called", "told a forum in Izmir".
func (s *setting) beside() {
	r, a := s.r, &s.a
	first, end := r.seg.Within(a.Cue)
	sent := r.seg.Sentences[r.seg.SentenceOf(first)]
	for t := first - 1; t >= sent.First && t >= first-3; t-- { // in front of the cue
		if u := r.word(t).UPOS; r.timex[t] == annot.None && (u == ud.ADP || u == ud.ADV || u == ud.AUX) {
			continue
		}
		if !r.describedBy(*a, t) {
			s.takeTime(r.timex[t])
		}
		break
	}
	prep := false // "told a conference in Riga", not "said at a conference in Riga"
	for t := end; t < sent.End && t < end+9; t++ {
		w := r.word(t)
		if x := r.timex[t]; x != annot.None {
			s.takeTime(x)
			continue
		}
		if r.inSpans(a.Content, t) || r.inSpans(a.Source, t) || w.UPOS == ud.VERB || w.UPOS == ud.SCONJ || w.UPOS == ud.CCONJ || w.UPOS == ud.PUNCT || r.words.meetings[w.Lemma] && (prep || !r.words.hearers[w.Lemma]) {
			break
		}
		prep = prep || w.UPOS == ud.ADP
		if m := r.mention[t]; m != annot.None {
			if at, _ := r.seg.Within(r.ms.List[m].Whole); at > end {
				s.takePlace(m, r.lower(at-1))
			}
		}
	}
	if n := len(a.Content); n > 0 && a.Speech && a.Content[n-1].Start > a.Cue.Start { // "floated a toll last month"
		if _, t := r.seg.Within(a.Content[n-1]); t < sent.End {
			s.takeTime(r.timex[t])
		}
	}
}

// takeTime takes a time expression for the time of speaking, if it may be.
func (s *setting) takeTime(x annot.TimexID) {
	if x != annot.None && *s.time == annot.None && s.r.saysWhen(s.a, x) {
		*s.time = x
	}
}

// takePlace takes a mention for the place of speaking, if it may be.
func (s *setting) takePlace(m annot.MentionID, prep string) {
	if m == annot.None || !s.a.Speech || s.r.ms.List[m].Kind != annot.PlaceMention || *s.place != annot.None || !locates(prep) {
		return
	}
	if e := s.r.ents.Of(m); e != annot.None {
		*s.place = e
	}
}

// joinedTo returns the attribution before one that shares its source: "told
// them on Monday that ... and asked". Hearers, place and time are the same.
func (r *reading) joinedTo(id annot.AttributionID) annot.AttributionID {
	a := &r.att.List[id]
	for i := int(id) - 1; i >= 0 && i >= int(id)-8 && a.SourceHead != annot.None; i-- {
		if o := &r.att.List[i]; o.SourceHead == a.SourceHead && o.Within == a.Within && o.CueHead < a.CueHead {
			return annot.AttributionID(i)
		}
	}
	return annot.None
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
		case ud.Acl: // "a statement issued in Riga on Monday"
			switch r.word(c).Lemma {
			case "issue", "publish", "release", "broadcast", "deliver", "post", "date", "air", "send":
				s.below(c)
			}
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
		if pointsAt(prep) {
			s.takeTime(x)
		}
		return
	}
	s.takePlace(r.mention[t], prep)
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

// addressees returns whom something was said to, by the attribution's own
// clause: the object of "told", "to" behind "said", the reader of a letter.
func (r *reading) addressees(id annot.AttributionID) []annot.EntityID {
	a := r.att.List[id]
	h := a.CueHead
	if h == annot.None {
		return nil
	}
	var out []annot.EntityID
	if out = r.hearersOf(out, a, h); len(out) > 0 {
		return out
	}
	if out = r.hearerBeside(a, h); len(out) > 0 {
		return out
	}
	for _, up := range []annot.TokenID{h, a.SourceHead} { // "Speaking to reporters, he said"; "the general, addressing troops, said"
		if up == annot.None {
			continue
		}
		for c := range r.syn.Children(up) {
			if x := r.rel(c); (x == ud.Advcl || x == ud.Acl) && r.words.speaking[r.word(c).Lemma] && r.participle(c) && !r.inSpans(a.Content, c) && a.Speech {
				if out = r.hearersOf(out, annot.Attribution{Content: a.Content}, c); len(out) > 0 {
					return out
				}
			}
		}
	}
	if up := r.speechAround(id); up != annot.None {
		return r.addressees(up)
	}
	if up := r.word(h).Head; up != annot.None && r.rel(h) == ud.Advcl && r.participle(h) && up < h && r.words.to[r.word(up).Lemma] && !r.inSpans(a.Content, up) {
		if out = r.hearersOf(out, annot.Attribution{Content: a.Content}, up); len(out) > 0 {
			return out // "wrote to the council proposing"
		}
	}
	if len(a.Source) == 0 || r.wasAsked(h) {
		if s := r.answerer(id); s != annot.None {
			return r.addHearers(nil, a, s)
		}
	}
	return r.inherited(id)
}

// wasAsked reports whether a cue tells of a question to the one who stands
// before it: "the envoy, asked whether he would go, said".
func (r *reading) wasAsked(h annot.TokenID) bool {
	return r.lower(h) == "asked" && h > 0 && r.seg.Word(h-1) == ","
}

// answerer returns who answers a question without an asker in its sentence:
// "Asked whether he would go, the envoy said".
func (r *reading) answerer(id annot.AttributionID) annot.TokenID {
	h := r.att.List[id].CueHead
	switch r.word(h).Lemma {
	case "ask", "press", "question", "quiz", "challenge":
	default:
		return annot.None
	}
	if r.syn.Child(h, ud.AuxPass, ud.Aux) != annot.None || r.word(h).Feats.Has(ud.VerbFormGer) {
		return annot.None
	}
	for i := int(id) + 1; i < len(r.att.List); i++ {
		o := &r.att.List[i]
		if o.CueHead == annot.None || r.seg.SentenceOf(o.CueHead) != r.seg.SentenceOf(h) {
			break
		}
		if o.Within == r.att.List[id].Within && o.Speech && o.SourceHead != annot.None {
			return o.SourceHead
		}
	}
	if up := r.word(h).Head; up != annot.None && h < up && r.rel(h) == ud.Advcl {
		return r.syn.Child(up, ud.Nsubj) // "Asked whether he would go, the envoy laughed"
	}
	return annot.None
}

// inherited returns whom the act of speech that an attribution shares its
// source with, or a state of mind was told of in, was told to: "told Congress
// that it expects a vote and asked for money".
func (r *reading) inherited(id annot.AttributionID) []annot.EntityID {
	a := &r.att.List[id]
	if up := r.joinedTo(id); up != annot.None && r.att.List[up].Speech && r.cues[up].class == say {
		me := r.entityOf(a.SourceHead)
		return slices.DeleteFunc(r.addressees(up), func(e annot.EntityID) bool { return e == me })
	}
	if a.Speech || a.Within == annot.None {
		return nil
	}
	return r.addressees(a.Within)
}

func (r *reading) hearersOf(out []annot.EntityID, a annot.Attribution, h annot.TokenID) []annot.EntityID {
	lemma := r.word(h).Lemma
	for c := range r.syn.Children(h) {
		if r.inSpans(a.Content, c) && r.rel(c) != ud.Iobj && lemma != "thank" && lemma != "congratulate" || r.inSpans(a.Source, c) {
			continue // but "promised [the musicians more heating]", "thanked [the crews]"
		}
		switch w := r.word(c); w.Rel {
		case ud.Obj, ud.Iobj:
			if r.words.addressing[lemma] {
				out = r.addHearers(out, a, c)
			}
		case ud.NsubjPass:
			if r.words.addressing[lemma] {
				out = r.addHearers(out, a, c)
			}
		case ud.Obl, ud.Nmod:
			switch r.prepOf(c) {
			case "to":
				if r.words.to[lemma] {
					out = r.addHearers(out, a, c)
				}
			case "on", "upon":
				if lemma == "call" {
					out = r.addHearers(out, a, c)
				} else {
					out = r.hearersOfOccasion(out, a, c)
				}
			case "in", "at", "during", "with":
				if lemma == "plead" {
					out = r.addHearers(out, a, c)
				}
				out = r.hearersOfOccasion(out, a, c)
			}
		}
	}
	return out
}

// nearby is how far a name may stand behind the words that open its phrase.
const nearby = 80

// hearerBeside returns the actor that stands right behind a cue of telling,
// whatever the tree makes of it: "assured the crews that", "hinted to one that".
func (r *reading) hearerBeside(a annot.Attribution, h annot.TokenID) []annot.EntityID {
	_, t := r.seg.Within(a.Cue)
	to := r.lower(t-1) == "to"
	if !to && r.lower(t) == "to" {
		to, t = true, t+1
	}
	if int(t) >= len(r.seg.Tokens) {
		return nil
	}
	if lemma := r.word(h).Lemma; to && !r.words.to[lemma] || !to && !r.words.addressing[lemma] || !a.Speech {
		return nil
	}
	start := r.span(t).Start
	i := sort.Search(len(r.ms.List), func(i int) bool { return r.ms.List[i].Span.Start >= start })
	for ; i < len(r.ms.List) && r.ms.List[i].Span.Start < start+nearby; i++ { // the longest comes first
		if m := &r.ms.List[i]; m.Whole.Start == start && !r.inSpans(a.Content, t) && !r.inSpans(a.Source, t) {
			return r.addHearers(nil, a, m.Head)
		}
	}
	return nil
}

// hearersOfOccasion finds "in a letter to X", "in an interview with X".
func (r *reading) hearersOfOccasion(out []annot.EntityID, a annot.Attribution, c annot.TokenID) []annot.EntityID {
	lemma := r.word(c).Lemma
	if !r.words.events[lemma] && !r.words.to[lemma] {
		return out
	}
	for x := range r.syn.Children(c) {
		if r.rel(x) != ud.Nmod || r.inSpans(a.Content, x) {
			continue
		}
		if p := r.prepOf(x); p == "to" && r.words.to[lemma] || p == "with" && (lemma == "interview" || lemma == "call") {
			out = r.addHearers(out, a, x)
		}
	}
	return out
}

// addHearers adds the actor of a phrase, or those of its coordinated parts.
func (r *reading) addHearers(out []annot.EntityID, a annot.Attribution, t annot.TokenID) []annot.EntityID {
	if r.timex[t] != annot.None {
		return out
	}
	m := r.mention[t]
	if e := r.ents.Of(m); e != annot.None {
		if k := r.ents.List[e].Kind; k != annot.PlaceMention && k != annot.OtherMention && !slices.Contains(out, e) {
			out = append(out, e)
		}
		if len(r.ms.List[m].Members) > 0 {
			return out
		}
	}
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.Conj && !r.inSpans(a.Content, c) && !r.clausal(c) {
			out = r.addHearers(out, a, c)
		}
	}
	return out
}

// prepOf returns the preposition of a phrase in lower case, the first of
// several, or "".
func (r *reading) prepOf(t annot.TokenID) string {
	if c := r.syn.Child(t, ud.Case); c != annot.None {
		return r.lower(c)
	}
	return ""
}

// speechAround returns the attribution whose act of speech a participle goes
// on with: "told them ..., adding". Hearers, place and time are the same.
func (r *reading) speechAround(id annot.AttributionID) annot.AttributionID {
	h := r.att.List[id].CueHead
	if h == annot.None || r.cues[id].class != say || r.rel(h) != ud.Advcl || !r.participle(h) || r.syn.Child(h, ud.Mark, ud.Nsubj) != annot.None {
		return annot.None
	}
	up := r.word(h).Head
	for i := int(id) - 1; i >= 0 && i >= int(id)-8; i-- {
		if r.att.List[i].CueHead == up && r.att.List[i].Within == r.att.List[id].Within {
			return annot.AttributionID(i)
		}
	}
	return annot.None
}

func (r *reading) participle(t annot.TokenID) bool {
	w := r.word(t)
	return w.UPOS == ud.VERB && (w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart) && !w.Feats.Has(ud.TensePast))
}
