package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// behind reads place and time from the words right behind a phrase that say
// that it is to be or was held: "the talks, due in Lund on Friday, are". The
// tree hangs such words in many places.
func (r *reading) behind(c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	if end := c.last + 1; end+2 < s.End && r.seg.Word(end) == "," && r.complement(end+1, s.End) > end+1 {
		r.complements(c, end, s.End) // "the next session, on 3 May, will"
		if last := r.complement(end+1, s.End); last+2 < s.End && r.seg.Word(last+1) == "," {
			defer func(was annot.TokenID) { c.last = was }(c.last)
			c.last = last // "a fourth, in Lund, is due in May"
		}
	}
	r.heldBehind(c)
	t := r.setBehind(c)
	for d := range r.syn.Children(c.head) { // "a meeting of theirs, due in Lund on Friday, was"
		if t == annot.None && d > c.last && r.is("set-for", lower(r.seg.Word(d))) && (r.syn.Words[d].Rel.Universal() == ud.Amod || r.syn.Words[d].Rel.Universal() == ud.Acl) {
			t = d
		}
	}
	if t == annot.None {
		return
	}
	for t+1 < s.End && r.ties(t+1) {
		t++
	}
	r.complements(c, t, s.End)
}

// heldBehind takes place and time from a participle behind a phrase: "a dinner
// hosted by the emir in Lund", "the third round, held from 3 to 5 May".
func (r *reading) heldBehind(c *candidate) {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	for t := c.head + 1; t < min(c.last+4, s.End); t++ {
		w := &r.syn.Words[t]
		if w.UPOS != ud.VERB || !w.Feats.Has(ud.VerbFormPart) && w.Rel.Universal() != ud.Acl || r.nsubj(t) != annot.None || r.syn.Child(t, ud.Aux, ud.AuxPass) != annot.None {
			continue
		}
		if !r.is("run-by", w.Lemma) && w.Lemma != "stage" && w.Lemma != "open" {
			return
		}
		if c.place == annot.None {
			c.place = r.placeUnder(t)
		}
		if by := r.agent(t); c.place == annot.None && by != annot.None {
			c.place = r.placeIn(by)
		}
		if c.time == annot.None {
			c.time = r.timeUnder(t)
		}
		if c.time == annot.None {
			c.time = r.nested(t)
		}
		r.complements(c, t, s.End)
		return
	}
}

// ties reports whether a word only ties "due" to place and time: "due to be
// held in", "set to open on".
func (r *reading) ties(t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "to", "be", "take", "place", "for", "later", "down":
		return true
	case "in":
		return int(t)+1 < len(r.seg.Tokens) && lower(r.seg.Word(t+1)) == "for" // "pencilled in for"
	}
	l := r.syn.Words[t].Lemma
	return r.is("begin", l) || r.is("happens", l) || l == "hold"
}

// setBehind returns the word by which a phrase is said, right behind it, to be
// due or under way, or None.
func (r *reading) setBehind(c *candidate) annot.TokenID {
	s := r.seg.Sentences[r.seg.SentenceOf(c.head)]
	for t := c.last + 1; t < min(c.last+7, s.End); t++ {
		form, w := lower(r.seg.Word(t)), &r.syn.Words[t]
		switch {
		case r.is("set-for", form), form == "underway", form == "way" && r.before(t, 1) == "under":
			return t
		case w.UPOS == ud.AUX, w.UPOS == ud.ADV, form == ",", form == "which", form == "now", form == "that", form == "under", form == "still", form == "already":
		default:
			return annot.None
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
		if c.time == annot.None && v == c.head {
			c.time = r.nested(v)
		}
		if rel := r.syn.Words[v].Rel.Universal(); rel != ud.Advcl && rel != ud.Xcomp || !r.syn.Words[v].Feats.Has(ud.VerbFormInf) || !r.lends(r.syn.Words[v].Head) {
			break // only "will fly to Lund on Friday to meet" lends its place and time
		}
	}
	if o := r.object(c.head); c.place == annot.None && o != annot.None {
		c.place = r.placeIn(o) // "met its director in Milan", hung on the director
	}
	for d := range r.syn.Children(c.head) {
		if c.place == annot.None && r.syn.Words[d].Rel.Universal() == ud.Obl && r.caseOf(d) == "with" {
			c.place = r.placeIn(d)
		}
	}
	if s := r.nsubj(c.head); c.place == annot.None && s != annot.None && r.syn.Words[c.head].Lemma == "host" {
		c.place = r.placeOf(s) // "Malta will host them"
	}
	if c.place == annot.None || c.time == annot.None {
		r.rightBehind(c)
	}
	if c.place == annot.None && c.time != annot.None { // "as early as Friday in Lund", hung on the day
		for d, stop := r.seg.Within(r.times.List[c.time].Span); d < stop && c.place == annot.None; d++ {
			c.place = r.placeUnder(d)
		}
	}
}

// lends reports whether a verb over "to meet" may say where and when they do:
// one of going or of putting in the diary, not one of asking or agreeing.
func (r *reading) lends(verb annot.TokenID) bool {
	l := r.syn.Words[verb].Lemma
	return !r.is("moves", l) || r.is("slate", l) || r.is("set-for", lower(r.seg.Word(verb)))
}

// rightBehind takes place and time from the complements that follow a verb in
// the text: "meet again in Lund on Thursday".
func (r *reading) rightBehind(c *candidate) {
	end := r.seg.Sentences[r.seg.SentenceOf(c.head)].End
	t := c.head
	for t+1 < end && (r.syn.Words[t+1].UPOS == ud.ADV || lower(r.seg.Word(t+1)) == "in" && t+2 < end && lower(r.seg.Word(t+2)) == "secret") {
		t++
	}
	r.complements(c, t, end)
}

// complements reads place and time from the complements behind t.
func (r *reading) complements(c *candidate, t, end annot.TokenID) {
	for t+1 < end {
		next := r.complement(t+1, end)
		if next == t || lower(r.seg.Word(t+1)) == "since" {
			return
		}
		for x := t + 1; x <= next; x++ {
			sp := r.seg.Tokens[x].Span
			if p := r.placeOf(x); p != annot.None && c.place == annot.None {
				c.place = p
			}
			if d := r.timeAt(sp.Start, sp.End); d != annot.None && c.time == annot.None && r.dated(d) {
				c.time = d
			}
		}
		t = next
	}
}
