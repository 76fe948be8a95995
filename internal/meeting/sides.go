package meeting

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A faceoff is a set of actors that the report sets over against each other,
// and how much it does.
type faceoff struct {
	who    []annot.EntityID // in order of their ids
	weight int
	last   annot.SentenceID // of the evidence
	often  bool             // it comes from more than one sentence
}

// collectiveWithin is the last of the sentences that begin a report.
const collectiveWithin = 4

// mostFaceoffs bounds the work on a text as long as a book.
const mostFaceoffs = 1000

// What a piece of evidence weighs.
const (
	speaksOf = 1 // "the guild said Velia had refused"
	actsOn   = 2 // "the guild accused Velia"
	sideBy   = 2 // "Velia and the guild said"
	together = 5 // "Velia and the guild agreed", "a row between Velia and the guild"
	settled  = 3 // from here on a report says plainly who its sides are
)

// sidesOf finds those who face each other in a report: "the two sides", "both
// delegations", and those who hold "the talks" where their phrase does not say
// who does. They are the actors whom the report's words set over against each
// other most, by what they do together ("agreed", "clashed"), by what is
// between them, and by what one does to the other. It returns nil where no two
// stand out.
func (r *reading) sidesOf() []annot.EntityID {
	var found []faceoff
	for i := range r.ms.List {
		r.facing = r.seg.SentenceOf(r.ms.List[i].Head)
		found = r.faceTogether(found, &r.ms.List[i])
	}
	for i := range r.seg.Sentences {
		s := r.seg.Sentences[i]
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		r.facing = annot.SentenceID(i)
		for t := s.First; t < s.End; t++ {
			switch r.syn.Words[t].UPOS {
			case ud.VERB:
				found = r.faceByVerb(found, t)
				if r.syn.Words[t].Rel == ud.Root {
					found = r.faceBySpeech(found, t, s)
				}
			case ud.NOUN:
				found = r.faceByNoun(found, t)
			}
		}
	}
	r.faced = found
	return r.best(found)
}

// prominent reports whether the report comes back to each of some actors.
func (r *reading) prominent(who []annot.EntityID) bool {
	for _, e := range who {
		if len(r.ents.List[e].Mentions) < 3 {
			return false
		}
	}
	return true
}

// best returns the set that outweighs every other, where it weighs enough.
func (r *reading) best(found []faceoff) []annot.EntityID {
	top, second := -1, 0
	for i := range found {
		if top < 0 || found[i].weight > found[top].weight {
			top = i
		}
	}
	if top < 0 || found[top].weight < settled || found[top].weight < together && !found[top].often && !r.prominent(found[top].who) {
		return nil // what one does to another once makes no sides
	}
	for i := range found {
		if i != top {
			second = max(second, found[i].weight)
		}
	}
	if found[top].weight <= second {
		return nil
	}
	return found[top].who
}

// addFace adds a piece of evidence.
func (r *reading) addFace(found []faceoff, weight int, who ...annot.EntityID) []faceoff {
	slices.Sort(who)
	who = slices.Compact(who)
	if len(who) < 2 || slices.Contains(who, annot.None) {
		return found
	}
	for i := range found {
		if slices.Equal(found[i].who, who) {
			found[i].weight += weight
			found[i].often = found[i].often || found[i].last != r.facing
			return found
		}
	}
	if len(found) == mostFaceoffs {
		return found
	}
	return append(found, faceoff{who: who, weight: weight, last: r.facing})
}

// faceActing adds what one does to the other, or says of it. A person does so
// for many reasons: only what two people do together makes them sides.
func (r *reading) faceActing(found []faceoff, weight int, a, b annot.EntityID) []faceoff {
	if a == annot.None || b == annot.None || r.ents.List[a].Kind == annot.PersonMention || r.ents.List[b].Kind == annot.PersonMention {
		return found
	}
	return r.addFace(found, weight, a, b)
}

// faceTogether reads a list of two or three: as the subject of what only those
// do who face each other, behind "between", or of any verb.
func (r *reading) faceTogether(found []faceoff, m *annot.Mention) []faceoff {
	if len(m.Members) < 2 || len(m.Members) > 3 {
		return found
	}
	var who []annot.EntityID
	for _, x := range m.Members {
		e := r.ents.Of(x)
		if !r.canFace(e) {
			return found
		}
		who = append(who, e)
	}
	w := &r.syn.Words[m.Head]
	gov := w.Head
	switch {
	case gov == annot.None:
		return found
	case r.caseOf(m.Head) == "between":
		return r.addFace(found, together, who...)
	case w.Rel == ud.Nsubj || w.Rel == ud.NsubjPass:
		if r.is("mutual", r.syn.Words[gov].Lemma) {
			return r.addFace(found, together, who...)
		}
		return r.addFace(found, sideBy, who...)
	case w.Rel == ud.NmodPoss && r.is("between-noun", r.syn.Words[gov].Lemma):
		return r.addFace(found, together, who...)
	case r.is("team", r.syn.Words[gov].Lemma) || r.is("people-noun", r.syn.Words[gov].Lemma):
		return r.addFace(found, together, who...) // "envoys of Velia and the guild"
	}
	return r.addFace(found, sideBy, who...)
}

// faceByVerb reads who does something to, with or against whom.
func (r *reading) faceByVerb(found []faceoff, verb annot.TokenID) []faceoff {
	s := r.nsubj(verb)
	if s == annot.None && ing(&r.syn.Words[verb]) {
		s = r.subjectOf(verb) // "walked out, accusing the guild"
	}
	if s == annot.None {
		return found
	}
	a := r.sideAt(r.antecedentOf(verb, s))
	if a == annot.None {
		return found
	}
	acts := actsOn
	switch l := r.syn.Words[verb].Lemma; {
	case l == "tell", l == "inform", l == "brief":
		acts = speaksOf // whom somebody tells may be anybody
	case r.is("no-face", l):
		return found
	}
	mutual := r.is("mutual", r.syn.Words[verb].Lemma)
	for d := range r.syn.Children(s) { // a list that no mention spans
		if mutual && r.syn.Words[d].Rel == ud.Conj {
			found = r.addFace(found, together, a, r.sideAt(d))
		}
	}
	for d := range r.syn.Children(verb) {
		b := r.sideAt(d)
		if b == annot.None || b == a {
			continue
		}
		switch r.syn.Words[d].Rel.Universal() {
		case ud.Obj, ud.Iobj:
			found = r.faceActing(found, acts, a, b)
		case ud.Obl:
			switch p := r.caseOf(d); {
			case p == "with" && mutual:
				found = r.addFace(found, together, a, b)
			case p == "with" || p == "against" || p == "to":
				found = r.faceActing(found, actsOn, a, b)
			}
		}
	}
	return found
}

// faceBySpeech reads whom the subject of a sentence speaks of in it.
func (r *reading) faceBySpeech(found []faceoff, verb annot.TokenID, s annot.Sentence) []faceoff {
	subject := r.nsubj(verb)
	if subject == annot.None {
		return found
	}
	a, seen := r.sideAt(subject), []annot.EntityID(nil)
	if a == annot.None {
		return found
	}
	for t := s.First; t < s.End; t++ {
		m := r.ms.ByHead(t)
		if m == annot.None || r.ents.Of(m) == annot.None || !r.stands(m) || r.syn.Words[t].Rel == ud.NmodPoss || r.syn.Words[t].Rel == ud.Compound {
			continue
		}
		if b := r.sideAt(t); b != annot.None && b != a && !slices.Contains(seen, b) {
			seen = append(seen, b)
			found = r.faceActing(found, speaksOf, a, b)
		}
	}
	return found
}

// faceByNoun reads "its dispute with the guild", "Velia's offer to the guild",
// "talks between Velia and the guild" where the list is not a mention.
func (r *reading) faceByNoun(found []faceoff, noun annot.TokenID) []faceoff {
	if r.is("offer-noun", r.syn.Words[noun].Lemma) {
		for d := range r.syn.Children(noun) {
			if p := r.caseOf(d); d > noun && (p == "from" || p == "by" || p == "to") && r.ownerOf(noun) != d {
				found = r.faceActing(found, actsOn, r.sideAt(r.ownerOf(noun)), r.sideAt(d))
			}
		}
		if p := r.syn.Child(noun, ud.NmodPoss); p != annot.None { // "the guild rejected Velia's offer"
			if up := r.syn.Words[noun].Head; up != annot.None && r.syn.Words[up].UPOS == ud.VERB && r.syn.Words[noun].Rel == ud.Obj {
				found = r.faceActing(found, actsOn, r.sideAt(p), r.sideAt(r.nsubj(up)))
			}
		}
		return found
	}
	if !r.is("between-noun", r.syn.Words[noun].Lemma) {
		return found
	}
	for d := range r.syn.Children(noun) {
		if r.syn.Words[d].Rel.Universal() != ud.Nmod || d < noun {
			continue
		}
		b := r.sideAt(d)
		switch r.caseOf(d) {
		case "with", "against":
			if a := r.sideAt(r.ownerOf(noun)); a != b {
				found = r.addFace(found, together, a, b)
			}
		case "between":
			if m := r.ms.ByHead(d); m != annot.None && len(r.ms.List[m].Members) > 0 {
				continue // counted as a list
			}
			who := []annot.EntityID{b}
			for x := range r.syn.Children(d) {
				if r.syn.Words[x].Rel == ud.Conj {
					who = append(who, r.sideAt(x))
				}
			}
			found = r.addFace(found, together, who...)
		}
	}
	return found
}

// ownerOf returns whose the thing is that a noun denotes: its possessor, or
// the subject of the verb that it is the object of, or None.
func (r *reading) ownerOf(noun annot.TokenID) annot.TokenID {
	if p := r.syn.Child(noun, ud.NmodPoss); p != annot.None {
		return p
	}
	for t, steps := noun, 0; t != annot.None && steps < 3; t, steps = r.syn.Words[t].Head, steps+1 {
		if r.syn.Words[t].UPOS == ud.VERB && t != noun {
			if r.is("refuse", r.syn.Words[t].Lemma) || r.negated(t) {
				return annot.None // "ruled out talks with"
			}
			return r.nsubj(t)
		}
		switch r.syn.Words[t].Rel.Universal() {
		case ud.Obj, ud.Obl, ud.Nmod:
		default:
			return annot.None
		}
	}
	return annot.None
}

// sidesMeant returns whom "the two sides" or "both parties" are, or nil.
func (r *reading) sidesMeant(t annot.TokenID) []annot.EntityID {
	if !r.speaksOfSides(t) {
		return nil
	}
	return r.sides
}

// speaksOfSides reports whether words stand for the sides, or are a pronoun
// for words that do.
func (r *reading) speaksOfSides(t annot.TokenID) bool {
	if r.syn.Words[t].UPOS != ud.PRON {
		return r.meansSides(t)
	}
	e := r.actorAt(t)
	if e == annot.None {
		return false
	}
	for _, m := range r.ents.List[e].Mentions {
		if h := r.ms.List[m].Head; h < t && r.syn.Words[h].UPOS != ud.PRON && r.meansSides(h) {
			return true
		}
	}
	return false
}

// meansSides reports whether words stand for those who face each other: "the
// two sides", "both parties", "the sides".
func (r *reading) meansSides(t annot.TokenID) bool {
	if r.is("people-noun", r.syn.Words[t].Lemma) || r.syn.Words[t].UPOS != ud.NOUN || !r.syn.Words[t].Feats.Has(ud.NumberPlur) && !r.neither(t) {
		return false
	}
	two, the, more := false, false, false
	for d := range r.syn.Children(t) {
		if d > t {
			more = more || r.syn.Words[d].Rel.Universal() == ud.Nmod || r.syn.Words[d].Rel == ud.AclRelcl
			continue
		}
		switch f := lower(r.seg.Word(d)); {
		case f == "two" || f == "both" || f == "neither" || f == "warring" || f == "rival" || f == "opposing":
			two = true
		case f == "the":
			the = true
		case r.syn.Words[d].Rel.Universal() == ud.Amod || r.syn.Words[d].Rel == ud.Compound || r.syn.Words[d].Rel == ud.NmodPoss || r.syn.Words[d].Rel == ud.Nummod:
			more = true
		}
	}
	l := r.syn.Words[t].Lemma
	return !more && (two || the && (l == "side" || l == "party"))
}

// fillSides adds the sides of the report to meetings of which its words name
// none or only one, where the report leaves no doubt which meeting is meant:
// "the talks", "the next round". A meeting that follows another takes over who
// took part in that.
func (r *reading) fillSides(groups []*group) {
	for i, g := range groups {
		if g.since {
			continue
		}
		from := r.sidesFor(g, groups[:i])
		if from == nil {
			continue
		}
		named, inSides := 0, 0
		for _, p := range g.parts() {
			if p.Status == record.NamedParticipant || p.Status == record.PossibleParticipant {
				named++
				if slices.Contains(from, p.Entity) {
					inSides++
				}
			}
		}
		if named > inSides || inSides > 1 || len(from) == 1 && named > 0 {
			continue
		}
		for _, e := range from {
			g.cands[0].parts = addParticipant(g.cands[0].parts, annot.Participant{Entity: e, Status: record.NamedParticipant})
		}
	}
}

// sidesFor returns who holds a meeting that is told without its participants:
// where it is one of a series those of the last before it, else the sides; nil
// where the words do not lead to a meeting that the reader knows.
func (r *reading) sidesFor(g *group, before []*group) []annot.EntityID {
	known, series := r.known(g)
	if r.inPerson(g) {
		for i := len(before) - 1; i >= 0; i-- {
			if who := named(before[i]); len(who) > 1 {
				return who // "a face-to-face meeting" of those who telephoned
			}
		}
	}
	if series && (known || r.followUp(g)) {
		for i := len(before) - 1; i >= 0; i-- {
			b := before[i]
			if b.since || kindClass(b.kind()) != kindClass(g.kind()) || b.kind() == record.MeetingProper && g.kind() != record.MeetingProper {
				continue
			}
			who := named(b)
			if len(who) > 1 {
				return who
			}
		}
	}
	if known {
		if e := r.collective(); e != annot.None {
			return []annot.EntityID{e}
		}
		return r.sides
	}
	return nil
}

// named returns those who are named as taking part in a meeting.
func named(g *group) []annot.EntityID {
	var who []annot.EntityID
	for _, p := range g.parts() {
		if p.Status == record.NamedParticipant {
			who = append(who, p.Entity)
		}
	}
	return who
}

// collective returns those who talk for both sides together, where a report
// begins with them: "envoys of Velia and the guild", "negotiators for both
// sides"; None where it does not.
func (r *reading) collective() annot.EntityID {
	for i := range r.ms.List {
		m := &r.ms.List[i]
		if r.seg.SentenceOf(m.Head) > collectiveWithin {
			break
		}
		l := r.syn.Words[m.Head].Lemma
		if rel := r.syn.Words[m.Head].Rel.Universal(); rel != ud.Nsubj || !r.is("team", l) && !r.is("gatherer", l) || !r.syn.Words[m.Head].Feats.Has(ud.NumberPlur) {
			continue
		}
		for d := range r.syn.Children(m.Head) {
			if r.syn.Words[d].Rel.Universal() != ud.Nmod || d < m.Head {
				continue
			}
			if x := r.ms.ByHead(d); r.meansSides(d) || r.syn.Child(d, ud.Conj) != annot.None && x != annot.None && r.canFace(r.sideAt(d)) || x != annot.None && len(r.ms.List[x].Members) > 1 {
				return r.ents.Of(annot.MentionID(i))
			}
		}
	}
	return annot.None
}

// known reports whether a meeting is spoken of as one that the reader knows
// of, with a definite phrase, and whether it is so as one of a series: "the
// next session", "their last meeting", "a third round".
func (r *reading) known(g *group) (known, series bool) {
	if k := g.kind(); k == record.Call || k == record.Visit {
		return false, false
	}
	for _, c := range g.cands {
		if c.verb {
			continue
		}
		known = known || c.definite && lower(r.seg.Word(c.first)) != "that" && c.kind != record.MeetingProper || c.first == c.head-1 && c.apart && r.syn.Words[c.head].UPOS != ud.NOUN
		for t := c.first; t < c.head; t++ {
			if f := lower(r.seg.Word(t)); r.is("series", f) {
				series = true
			}
		}
	}
	return known || series && (g.definite() || g.bare(r)), series
}

// bare reports whether one of the phrases has no article: "next round", "Talks".
func (g *group) bare(r *reading) bool {
	for _, c := range g.cands {
		if f := lower(r.seg.Word(c.first)); !c.verb && (f == "next" || f == "last") {
			return true
		}
	}
	return false
}

// definite reports whether one of the phrases for a meeting is.
func (g *group) definite() bool {
	for _, c := range g.cands {
		if c.definite {
			return true
		}
	}
	return false
}
