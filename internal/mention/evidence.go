package mention

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// proofAt weighs the words around one mention of a name that no list knows.
func (r *reader) proofAt(d *draft) proof {
	p := d.proof
	start, end := r.bounds(d.first)
	if d.first > start {
		switch prev := d.first - 1; r.lower[prev] {
		case "the":
			p.person -= 3
			p.body++
		case "a", "an":
			p.person--
		}
	}
	if d.last+1 < end {
		p.add(r.behind(d, d.last+1, end))
	}
	p.add(r.roleProof(d))
	p.add(r.countryProof(d))
	if r.explains(d) {
		p.person, p.place = p.person+3, p.place-2
	}
	if r.inDateline(d) {
		p.place, p.person = p.place+2.5, p.person-2
	}
	for c := range r.syn.Children(d.Head) {
		p.add(r.childProof(d, c))
	}
	return p
}

// inDateline reports whether the report says that it was written in the place
// of this name.
func (r *reader) inDateline(d *draft) bool {
	l := r.seg.Dateline
	return l != nil && strings.EqualFold(r.seg.Text.Slice(l.Name), r.text[d.Span.Start:d.Span.End])
}

// explains reports whether a name of several words stands between commas
// behind a noun for what one person does: "its envoy to Lorvia, Odile Varga,".
// A parser easily takes it for a part of the name before it.
func (r *reader) explains(d *draft) bool {
	start, end := r.bounds(d.first)
	if d.last == d.first || d.first < start+3 || r.words[d.first-1] != "," || d.last+1 >= end || r.words[d.last+1] != "," {
		return false
	}
	for t := d.first - 2; t >= max(start, d.first-10); t-- {
		switch r.pos(t) {
		case ud.PUNCT, ud.VERB, ud.AUX, ud.CCONJ:
			return false
		}
		if role := r.roles[r.lower[t]]; role.kind == annot.PersonMention && r.pos(t) == ud.NOUN {
			return !role.plural && r.determiner(t) != "" && r.determiner(t) != "a"
		}
	}
	return false
}

// countryProof weighs a name of several words behind the possessive of a
// country, which is a person's unless it is on the map or a model sees a body:
// "Lorvia's Chanda Brask".
func (r *reader) countryProof(d *draft) proof {
	if d.last == d.first || d.last > d.first+3 || r.countryBefore(d.first) < 0 || d.proof.votes[2] > 0 || !r.allNames(d) || r.mapped(r.text[d.Span.Start:d.Span.End]) > 0 {
		return proof{}
	}
	if w := r.words[d.last]; r.placeHeads[w] || r.others[w] || r.orgHeads[w] != 0 || r.suffixes[w] || r.prep(d.Head) != "" && groundPrep(r.prep(d.Head)) {
		return proof{}
	}
	switch h := r.head(d.Head); {
	case d.proof.votes[0] > 0:
	case h == annot.None, !r.speakerVerbs[r.lemma(h)] && !r.personVerbs[r.lemma(h)] && r.lemma(h) != "meet" && r.prep(d.Head) != "with":
		return proof{person: 1}
	}
	return proof{person: 3, place: -2}
}

// countryBefore returns the draft of the country whose possessive stands right
// before t, or -1.
func (r *reader) countryBefore(t annot.TokenID) int {
	start, _ := r.bounds(t)
	if t < start+2 || r.words[t-1] != "'s" && r.words[t-1] != "’s" && r.words[t-1] != "'" && r.words[t-1] != "’" {
		return -1
	}
	if o := r.owner[t-2]; o >= 0 && r.drafts[o].class == country && !r.drafts[o].dropped {
		return o
	}
	return -1
}

// behind weighs what stands right behind a name: "X, 45," and "X, who".
func (r *reader) behind(d *draft, next, end annot.TokenID) proof {
	var p proof
	if r.words[next] == "," && next+2 < end {
		switch w := r.lower[next+1]; {
		case w == "who" || w == "whose" || w == "whom":
			p.person += 2
		case w == "which":
			p.person--
			p.body++
		case w == "where":
			p.place += 3
		case r.pos(next+1) == ud.NUM && len(w) == 2 && r.words[next+2] == ",":
			p.person += 3
		}
	}
	if w := r.lower[next]; w == "who" {
		p.person += 2
	}
	return p
}

// roleProof weighs what a name is to its head.
func (r *reader) roleProof(d *draft) proof {
	var p proof
	h := r.head(d.Head)
	if h == annot.None {
		return p
	}
	lemma := r.lemma(h)
	p.state = r.stateProof(d, h, lemma)
	switch r.rel(d.Head) {
	case ud.Nsubj, ud.NsubjOuter:
		switch {
		case r.personVerbs[lemma]:
			p.person += 2
		case r.speakerVerbs[lemma]:
			p.speaks++
		case r.companyVerbs[lemma]:
			p.body += 2
			p.person--
		}
		if r.betweenPeople(d, h, lemma) {
			p.person += 2
			p.body--
		}
	case ud.Obj, ud.Iobj:
		if r.speakerVerbs[lemma] || lemma == "meet" {
			p.person += 0.5
		}
		if r.betweenPeople(d, h, lemma) {
			p.person += 2
			p.body--
		}
	case ud.Appos: // "its secretary, Maru Yao"
		if role, ok := r.roles[r.lower[h]]; ok && h < d.first && r.owner[h] < 0 {
			if role.kind == annot.PersonMention && !role.plural {
				p.person += 4
			} else if role.kind != annot.PersonMention {
				p.body++
			}
		}
	case ud.NmodPoss:
		switch {
		case r.placeNouns[lemma]:
			p.place++
		case r.companyNouns[lemma]:
			p.add(companyProof)
		case r.roles[lemma].kind == annot.GovernmentMention || lemma == "president" || lemma == "minister" || lemma == "parliament" || lemma == "army" || lemma == "premier":
			p.person -= 2
			p.place += 1.5
		}
	case ud.Compound, ud.Amod:
		p.add(r.modifierProof(d, h))
	}
	if r.prep(d.Head) != "" && r.rel(d.Head) != ud.NmodPoss {
		p.add(r.prepProof(d, lemma))
	}
	return p
}

// betweenPeople reports whether a name of several words met or telephoned a
// person with a name, or was met by one: "Petra Sand met Omar Diallo".
func (r *reader) betweenPeople(d *draft, verb annot.TokenID, lemma string) bool {
	switch lemma {
	case "meet", "telephone", "phone", "marry", "succeed", "replace":
	default:
		return false
	}
	if d.last == d.first {
		return false
	}
	other := r.syn.Child(verb, ud.Obj)
	if other == d.Head {
		other = r.syn.Child(verb, ud.Nsubj)
	}
	if other == annot.None || r.owner[other] < 0 {
		return false
	}
	x := &r.drafts[r.owner[other]]
	return x.Kind == annot.PersonMention && x.last > x.first
}

// stateProof weighs whether a name has what only a state has: "Lorvia's army",
// "the Lorvia government", "the president of Lorvia".
func (r *reader) stateProof(d *draft, h annot.TokenID, lemma string) float32 {
	if !r.stateNouns[lemma] || d.first != d.last {
		return 0
	}
	switch r.rel(d.Head) {
	case ud.NmodPoss:
		return 1.5
	case ud.Nmod:
		if r.prep(d.Head) == "of" {
			return 1.5
		}
	case ud.Compound, ud.Amod:
		if h > d.last {
			return 1
		}
	}
	return 0
}

// modifierProof weighs what a name modifies: "Tarsk officials", "the Tarsk
// government".
func (r *reader) modifierProof(d *draft, h annot.TokenID) proof {
	p := proof{person: -1, body: 0.5, place: 0.5}
	switch role := r.roles[r.lower[h]]; {
	case r.companyNouns[r.lemma(h)] && h > d.last:
		p = companyProof
	case role.kind == annot.GovernmentMention, r.venues[r.lower[h]], r.placeNouns[r.lemma(h)]:
		p.person, p.place = -2, 1.5
	case h < d.first:
		p.person = 0 // a noun before the name that the parser took for its head
	}
	return p
}

// companyProof is the weight of a noun of which only a firm has one.
var companyProof = proof{body: 3, person: -2, place: -0.5}

// prepProof weighs the preposition before a name.
func (r *reader) prepProof(d *draft, lemma string) proof {
	var p proof
	prep := r.prep(d.Head)
	if r.companyNouns[lemma] || (lemma == "bid" || lemma == "offer") && prep == "for" {
		switch prep {
		case "in", "at", "of", "for", "with":
			return companyProof
		}
	}
	switch prep {
	case "in", "near", "inside", "outside", "across", "throughout", "around", "into":
		p.place += 3
		p.person -= 2
	case "at":
		p.place += 1.5
		p.body += 0.5
		p.person--
	case "to", "from", "through", "via", "towards", "toward":
		switch {
		case r.motion[lemma]:
			p.place += 2
		case prep == "from" && r.roles[lemma].kind == annot.PersonMention:
			p.place += 1.5
			p.person--
		}
	case "with", "by":
		p.person += 0.5
		if lemma == "meeting" || lemma == "meet" || lemma == "talk" || lemma == "call" || lemma == "summit" {
			p.person += 0.5
		}
	case "of":
		if o := r.owner[r.head(d.Head)]; o >= 0 && r.drafts[o].titled {
			p.place += 3 // "Prime Minister Varga of Lorvia"
			p.person -= 2
		}
		if r.placeNouns[lemma] || r.venues[lemma] {
			p.place += 2
			p.person--
		}
		if r.roles[lemma].kind == annot.PersonMention && r.roles[lemma].kind != 0 {
			p.body += 1.5
			p.person -= 2
		}
	case "for":
		if lemma == "spokesman" || lemma == "spokeswoman" || lemma == "spokesperson" {
			p.body += 1.5
			p.person -= 0.5
		}
	}
	return p
}

// childProof weighs a dependent of a name: an apposition, a relative clause.
func (r *reader) childProof(d *draft, c annot.TokenID) proof {
	var p proof
	switch r.rel(c) {
	case ud.Appos:
		if role, ok := r.roles[r.lower[c]]; ok && r.owner[c] < 0 {
			if role.kind == annot.PersonMention {
				p.person += 4
			} else {
				p.body += 3
			}
		} else if r.venues[r.lower[c]] {
			p.place += 3
		}
	case ud.AclRelcl:
		l, _ := r.syn.Edges(c)
		switch r.lower[l] {
		case "who", "whose", "whom":
			p.person += 2
		case "where":
			p.place += 3
		}
	}
	return p
}

// pronounProof gives the subject of a sentence the evidence of a pronoun that
// can hardly mean anybody else: "X said he would", and "He" at the start of the
// next sentence; "its" behind "X has kept".
func (r *reader) pronounProof() {
	last := -1 // the name that was the subject of the sentence before
	for i := range r.seg.Sentences {
		s := &r.seg.Sentences[i]
		if i > 0 && s.Block != r.seg.Sentences[i-1].Block {
			last = -1
		}
		subject, rival := -1, false
		for t := s.First; t < s.End; t++ {
			if o := r.owner[t]; o >= 0 && t == r.drafts[o].Head {
				if d := &r.drafts[o]; d.Kind == annot.UnknownMention || d.Kind == annot.PersonMention {
					if r.rel(t).Universal() == ud.Nsubj && r.topClause(t) {
						subject = o
					} else if d.Kind == annot.PersonMention || r.rel(t).Universal() == ud.Nsubj {
						rival = true
					}
				}
				continue
			}
			r.creditPronoun(t, s.First, subject, last, rival)
			r.creditIt(t, subject)
		}
		last = subject
	}
}

func (r *reader) creditPronoun(t, first annot.TokenID, subject, before int, rival bool) {
	who := subject
	if who < 0 && t <= first+2 {
		who = before
	}
	if who < 0 {
		return
	}
	d := &r.drafts[who]
	switch r.lower[t] {
	case "he", "his", "she", "her", "him":
		if rival {
			d.proof.person++
		} else {
			d.proof.person += 2
		}
	case "its":
		if h := r.head(t); h != annot.None && !rival && r.syn.Dominates(r.head(d.Head), h) {
			d.proof.body += 2
			d.proof.person--
		}
	}
}

// creditIt gives the subject of a verb of saying the evidence of an "it" that
// does, in what it says, what only somebody can do: "Brask said it had agreed".
func (r *reader) creditIt(t annot.TokenID, subject int) {
	if r.lower[t] != "it" || subject < 0 || r.rel(t) != ud.Nsubj {
		return
	}
	d, h := &r.drafts[subject], r.head(t)
	if h == annot.None || r.rel(h) != ud.Ccomp || r.head(h) != r.head(d.Head) || !r.speakerVerbs[r.lemma(r.head(h))] {
		return
	}
	if l := r.lemma(h); r.pos(h) == ud.VERB && (r.speakerVerbs[l] || r.bodyVerbs[l]) || r.pos(h) == ud.ADJ && partyState(r.lower[h]) {
		d.proof.body += 2
		d.proof.person--
	}
}

// topClause reports whether the clause of the subject t is the main one, or
// one of its conjuncts.
func (r *reader) topClause(t annot.TokenID) bool {
	h := r.head(t)
	for h != annot.None && r.rel(h) == ud.Conj {
		h = r.head(h)
	}
	return h != annot.None && (r.head(h) == annot.None || r.rel(h) == ud.Parataxis)
}
