package meeting

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// pairOf returns whom "the two generals", "both ministers" or "the two men"
// are, where the report has just two of them with a name: by their titles, or,
// where the noun is no title, those spoken of last. It returns nil where that
// is not plain.
func (r *reading) pairOf(t annot.TokenID) []annot.EntityID {
	if r.syn.Words[t].UPOS != ud.NOUN && r.syn.Words[t].UPOS != ud.NUM || !r.twoOf(t) {
		return nil
	}
	l := r.syn.Words[t].Lemma
	switch l {
	case "two", "man", "woman", "pair", "people", "figure":
		return r.twoBefore(t)
	}
	var found []annot.EntityID
	for e := range r.ents.List {
		x := &r.ents.List[e]
		if x.Kind == annot.PersonMention && x.Named && !r.third(annot.EntityID(e)) && r.titled(annot.EntityID(e), t, l) {
			found = append(found, annot.EntityID(e))
		}
	}
	if len(found) != 2 {
		return nil
	}
	return found
}

// lastTwo returns the two who are named as taking part in the meeting last
// spoken of before "the two sides", where the report does not say otherwise who
// its sides are; else nil.
func (r *reading) lastTwo(t annot.TokenID) []annot.EntityID {
	if r.sides != nil || !r.meansSides(t) {
		return nil
	}
	for i := len(r.cands) - 1; i >= 0; i-- {
		var who []annot.EntityID
		for _, p := range r.cands[i].parts {
			if p.Status == record.NamedParticipant && !r.third(p.Entity) {
				who = append(who, p.Entity)
			}
		}
		if r.seg.SentenceOf(r.cands[i].head) < r.seg.SentenceOf(t) && len(who) == 2 {
			return who
		}
		if len(who) > 0 {
			return nil
		}
	}
	return nil
}

// twoOf reports whether words stand for two: "the two generals", "both men",
// "the pair", "the two".
func (r *reading) twoOf(t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "two", "pair":
		return r.before(t, 1) == "the"
	}
	for d := range r.syn.Children(t) {
		if f := lower(r.seg.Word(d)); d < t && (f == "two" || f == "both") {
			return true
		}
	}
	return false
}

// twoBefore returns the people with a name spoken of before a token, in its
// sentence or in the one or two before it, where they are two; else nil.
func (r *reading) twoBefore(t annot.TokenID) []annot.EntityID {
	for back := annot.SentenceID(0); back <= 2; back++ {
		if found := r.peopleBefore(t, back); len(found) == 2 {
			return found
		} else if len(found) > 2 {
			return nil
		}
	}
	return nil
}

// peopleBefore returns the people with a name spoken of before a token, in its
// sentence and so many before it.
func (r *reading) peopleBefore(t annot.TokenID, back annot.SentenceID) []annot.EntityID {
	var found []annot.EntityID
	here := r.seg.SentenceOf(t)
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if m.Head >= t {
			break
		}
		e := r.ents.Of(annot.MentionID(i))
		if e == annot.None || here-r.seg.SentenceOf(m.Head) > back || !r.seg.Body(r.seg.SentenceOf(m.Head)) {
			continue
		}
		if x := &r.ents.List[e]; x.Kind == annot.PersonMention && x.Named && !slices.Contains(found, e) {
			found = append(found, e)
		}
	}
	return found
}

// titled reports whether a person bears the title that a noun with its
// modifiers is: "foreign ministers", "leaders"; or is somebody's counterpart.
func (r *reading) titled(e annot.EntityID, t annot.TokenID, noun string) bool {
	for _, i := range r.ents.List[e].Mentions {
		for _, title := range r.ms.List[i].Titles {
			has := false
			for x, end := r.seg.Within(title); x < end; x++ {
				l := lower(r.syn.Words[x].Lemma)
				has = has || l == noun || l == "counterpart" || noun == "leader" && r.leads(l)
			}
			if has && r.alikeTitle(title, t) {
				return true
			}
		}
	}
	return false
}

// leads reports whether a title is that of a leader.
func (r *reading) leads(title string) bool {
	switch title {
	case "president", "premier", "chancellor", "king", "emir", "chairman", "chairwoman", "boss", "leader", "prime", "secretary-general":
		return true
	}
	return false
}

// alikeTitle reports whether the modifiers of a noun stand in a title too:
// "the two foreign ministers" are no finance ministers.
func (r *reading) alikeTitle(title annot.Span, t annot.TokenID) bool {
	words := lower(r.seg.Text.Slice(title))
	for d := range r.syn.Children(t) {
		if d > t || r.syn.Words[d].Rel != ud.Amod && r.syn.Words[d].Rel != ud.Compound {
			continue
		}
		if f := lower(r.seg.Word(d)); f != "rival" && f != "warring" && !strings.Contains(words, f) && !strings.Contains(words, "counterpart") {
			return false
		}
	}
	return true
}

// deputy reports whether an actor's title is that of somebody who does not
// lead: a secretary, an envoy, a negotiator.
func (r *reading) deputy(e annot.EntityID) bool {
	for _, i := range r.ents.List[e].Mentions {
		for _, title := range r.ms.List[i].Titles {
			words := lower(r.seg.Text.Slice(title))
			for word := range strings.FieldsSeq(words) {
				if r.is("deputy", word) && !strings.Contains(words, "prime") {
					return true
				}
			}
		}
	}
	return false
}
