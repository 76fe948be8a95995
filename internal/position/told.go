package position

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// told adds what the words tell of a party by a word of committing, with an
// attribution of its own or without: "a memo says Velm has offered to free
// them", "a pledge by Velm to free them". Tokens that are done gave a row
// already.
func (r *reading) told(out []annot.Commitment, done []bool) []annot.Commitment {
	for i := range r.seg.Sentences {
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			if done[t] {
				continue
			}
			if a, f, who, ok := r.toldAt(t); ok {
				out = r.take(out, t, a, f, who, "position/told")
			}
			if a, who, ok := r.wouldAccept(t); ok {
				out = r.take(out, t, a, record.Offered, who, "position/would-accept")
			}
			if a, who, ok := r.willNot(t); ok {
				out = r.take(out, t, a, record.Refused, who, "position/will-not")
			}
		}
	}
	return out
}

// take adds one row for each of those who commit themselves, unless the words
// are taken.
func (r *reading) take(out []annot.Commitment, t annot.TokenID, a act, f record.Firmness, who []annot.EntityID, by annot.By) []annot.Commitment {
	what := annot.Spans{a.what}
	if len(who) == 0 {
		return out
	}
	for i := range out { // "the offer of talks was refused": two acts, of two parties
		if out[i].What.Overlaps(a.what) && (out[i].Firmness == f || out[i].Holder == who[0] || a.what.Contains(out[i].What[0]) && a.what != out[i].What[0]) {
			return out
		}
	}
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	if st == annot.None {
		st = r.stmts.Holding(what[0])
	}
	for _, e := range who {
		out = append(out, annot.Commitment{Holder: e, To: a.to, What: what, Firmness: f, Excludes: r.excluded(e, f, what), Statement: st, By: by})
	}
	return out
}

// toldAt reads one token as a word of committing.
func (r *reading) toldAt(t annot.TokenID) (act, record.Firmness, []annot.EntityID, bool) {
	f, last := r.frameAt(t)
	if f == nil || r.syn.Words[t].Rel == ud.Amod || r.syn.Words[t].Rel == ud.Compound {
		return act{}, "", nil, false
	}
	class, ok := r.classOf(t, last, f)
	if !ok {
		return act{}, "", nil, false
	}
	if r.syn.Words[t].UPOS == ud.NOUN {
		a, who, ok := r.fromNoun(t, f)
		return a, class, who, ok
	}
	if f.has(nounPhrase) && r.passive(t) && !r.adjectival(t) {
		a, who, ok := r.fromPassive(t)
		return a, class, who, ok && r.sensible(f, class, a)
	}
	a, ok := r.between(t, last, f)
	if !ok {
		a, ok = r.complement(t, last, f)
	}
	if short := r.bareFrame(t); !ok && short != nil && short != f {
		f, last, class = short, t, short.class // "signed the deal", not "signed a deal on"
		a, ok = r.complement(t, last, f)
	}
	if !ok {
		a, ok = r.turnedDown(t, class)
	}
	if !ok && f.has(nounPhrase) {
		a, ok = r.thatItRefused(t, last)
	}
	if !ok || !r.sensible(f, class, a) {
		return act{}, "", nil, false
	}
	if g, b, ok := r.deeper(a); ok { // "voted to reject the offer"
		class, a = g.class, b
		if !r.sensible(g, class, a) {
			return act{}, "", nil, false
		}
	}
	if class == record.Promised && a.denied {
		class = record.Refused // "swore it would never pay"
	}
	e, s := r.doer(t)
	return a, class, r.members(e, s), r.acts(e) && r.ownAccount(t, e, false)
}

// classOf says what a frame takes on where it stands: nothing where it is
// unreal or denied, a refusal where a readiness is denied.
func (r *reading) classOf(t, last annot.TokenID, f *frame) (record.Firmness, bool) {
	denied := r.negated(t) || r.noLonger(t)
	for x := t; x <= last; x++ {
		for c := range r.syn.Children(x) {
			denied = denied || lower(r.seg.Word(c)) == "no"
		}
	}
	w := &r.syn.Words[t]
	if m := r.modal(t); r.unreal(t) || m != "" && (w.UPOS == ud.VERB && !r.adjectival(t) || m == "will") && !(w.Lemma == "guarantee" && m == "will") {
		return "", false
	}
	switch form := lower(r.seg.Word(t)); {
	case denied == f.denied:
		return f.class, !r.onceReady(t)
	case f.denied:
		return "", false
	case form == "willing" || form == "prepared":
		return record.Refused, true
	}
	return "", false
}

// onceReady reports whether a readiness is told as one of before: "had earlier
// been willing to wait".
func (r *reading) onceReady(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if f := lower(r.seg.Word(c)); (f == "earlier" || f == "once" || f == "previously" || f == "initially") && (r.syn.Words[t].UPOS == ud.ADJ || r.adjectival(t)) {
			return true
		}
	}
	return false
}

// adjectival reports whether a participle says how its subject is minded.
func (r *reading) adjectival(t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "prepared", "committed", "interested", "resolved", "opposed", "determined":
		return true
	}
	return false
}

// sensible reports whether an act can be taken on or refused: no answer to a
// question, no charge that is turned down, no fact that is accepted.
func (r *reading) sensible(f *frame, class record.Firmness, a act) bool {
	lemma := r.syn.Words[a.head].Lemma
	switch {
	case a.what.Empty() || answers(lemma), (class == record.Agreed || class == record.Promised) && r.opinion(f, a):
		return false
	case class == record.Refused && r.is("claim-noun", lemma) && r.syn.Words[a.head].UPOS == ud.NOUN:
		return false
	case class == record.Agreed && r.is("fact-noun", lemma), class == record.Offered && r.is("empty-offer", lemma):
		return false
	case class == record.Refused && r.keepsStance(a.head):
		return false
	case f.narrow && r.syn.Words[a.head].UPOS == ud.NOUN && !r.is("proposal-noun", lemma) && !(class == record.RuledOut && r.anyOf(a.head)):
		return false
	}
	first, end := r.seg.Within(a.what)
	if class == record.Refused && r.answering(a) {
		return false // "declined to take questions"
	}
	if end > first && lower(r.seg.Word(end-1)) == "nothing" {
		return false
	}
	if w := lower(r.seg.Word(first)); end-first == 1 && (class != record.Refused || len(f.rest) == 0) && (w == "that" || w == "this" || w == "it") {
		return false
	}
	return end > first && !(end-first == 1 && (r.syn.Words[first].UPOS == ud.PRON && lower(r.seg.Word(first)) == "nothing" || lemma == "do" || question(lower(r.seg.Word(first)))))
}

// anyOf reports whether a noun has "any" or "all" before it: to exclude any of
// a thing is to rule it out.
func (r *reading) anyOf(n annot.TokenID) bool {
	d := r.syn.Child(n, ud.Det)
	return d != annot.None && (lower(r.seg.Word(d)) == "any" || lower(r.seg.Word(d)) == "all")
}

// opinion reports whether what is agreed is only thought: "traders agree that
// the accord is weak", where nothing will or should be done.
func (r *reading) opinion(f *frame, a act) bool {
	if !f.has(clause) || r.syn.Child(a.head, ud.Nsubj, ud.NsubjPass, ud.Expl) == annot.None {
		return false
	}
	for c := range r.syn.Children(a.head) {
		switch form := lower(r.seg.Word(c)); {
		case r.syn.Words[c].Rel != ud.Aux:
		case will(form), form == "should", form == "must", form == "shall", form == "may", form == "can", form == "could":
			return f.class == record.Agreed && r.syn.Child(a.head, ud.Cop) != annot.None
		}
	}
	return true
}

// between reads an object between a verb and the rest of its phrase: "turned
// the offer down", "put a rise on the table".
func (r *reading) between(t, last annot.TokenID, f *frame) (act, bool) {
	o := r.syn.Child(t, ud.Obj)
	if !f.has(nounPhrase) || o == annot.None || o < t || o >= last {
		return act{}, false
	}
	first, end := r.syn.Edges(o)
	if first <= t {
		return act{}, false
	}
	for stop, _ := r.syn.Edges(last); end < stop-1 && r.syn.Words[end+1].UPOS != ud.PUNCT; { // "a rise over four years"
		end++
	}
	return act{what: r.cutAt(first, min(end, last-1)+1), to: annot.None, head: o}, true
}

// keepsStance reports whether to refuse an act tells of a stance alone, "to
// budge", or of nothing decided, "to rule out".
func (r *reading) keepsStance(head annot.TokenID) bool {
	switch r.syn.Words[head].Lemma {
	case "rule", "exclude", "commit":
		return true
	}
	f, _ := r.turnAt(head)
	return f != nil && f.alone && !f.yields && f.change == record.ChangeMoved
}

// answering reports whether an act only answers: "take questions", "go into
// details".
func (r *reading) answering(a act) bool {
	if r.is("answer-noun", r.syn.Words[a.head].Lemma) {
		return true
	}
	for c := range r.syn.Children(a.head) {
		if l := r.syn.Words[c].Lemma; r.syn.Words[c].Rel == ud.Obj && (r.syn.Words[a.head].Lemma == "put" || r.syn.Words[a.head].Lemma == "give") && (l == "figure" || l == "number" || l == "date" || l == "name") {
			return true // "declined to put a figure on it"
		}
		if rel := r.syn.Words[c].Rel; (rel == ud.Obj || rel == ud.Obl) && c > a.head && r.is("answer-noun", r.syn.Words[c].Lemma) {
			return true
		}
	}
	return false
}

// deeper reads the frame of an infinitive under a verb that does it.
func (r *reading) deeper(a act) (*frame, act, bool) {
	up := r.syn.Words[a.head].Head
	if up == annot.None || r.syn.Words[a.head].UPOS != ud.VERB || r.syn.Words[up].Lemma != "vote" {
		return nil, act{}, false
	}
	f, last := r.frameAt(a.head)
	if f == nil {
		return nil, act{}, false
	}
	b, ok := r.complement(a.head, last, f)
	return f, b, ok
}

// turnedDown reads a bare "and refused" behind what somebody was asked to do.
func (r *reading) turnedDown(t annot.TokenID, class record.Firmness) (act, bool) {
	w := &r.syn.Words[t]
	if class != record.Refused || w.Rel != ud.Conj || w.Head == annot.None || w.Lemma != "refuse" && w.Lemma != "decline" {
		return act{}, false
	}
	asked := w.Head
	for steps := 0; steps < 2 && !r.is("asking", r.syn.Words[asked].Lemma); steps++ {
		if asked = r.syn.Words[asked].Head; asked == annot.None {
			return act{}, false
		}
	}
	x := r.syn.Child(asked, ud.Xcomp)
	if x == annot.None || x > t {
		return act{}, false
	}
	_, last := r.syn.Edges(x)
	for end := min(last, t-1); end >= x; end-- {
		if r.syn.Words[end].Rel != ud.Cc && r.syn.Words[end].UPOS != ud.PUNCT {
			return act{what: r.seg.SpanOf(x, end), to: annot.None, head: x}, true
		}
	}
	return act{}, false
}

// thatItRefused reads "a demand that the guild turned down", "an idea she
// rejected".
func (r *reading) thatItRefused(t, last annot.TokenID) (act, bool) {
	w := &r.syn.Words[t]
	n := r.syn.Child(t, ud.Nsubj)
	if w.Rel != ud.AclRelcl || n == annot.None || r.relative(n) || w.Head > t || r.syn.Child(t, ud.Obj) > last {
		return act{}, false
	}
	first, _ := r.syn.Edges(w.Head)
	end, _ := r.syn.Edges(t)
	if end <= w.Head {
		return act{}, false
	}
	return act{what: r.cutAt(first, end), to: annot.None, head: w.Head}, true
}

// fromPassive reads "the offer was rejected by the guild" and "an offer
// rejected by the guild".
func (r *reading) fromPassive(t annot.TokenID) (act, []annot.EntityID, bool) {
	e, s := r.agent(t)
	if e == annot.None || !r.acts(e) || !r.ownAccount(t, e, false) {
		return act{}, nil, false
	}
	n := r.syn.Child(t, ud.NsubjPass)
	if n == annot.None && r.syn.Words[t].Rel == ud.Conj { // "was accepted by the army and rejected by the guild"
		n = r.syn.Child(r.syn.Words[t].Head, ud.NsubjPass)
	}
	if o := r.syn.Child(t, ud.Obj); o > t && n != annot.None && r.acts(r.entity(n)) { // "crews were offered a bonus by"
		first, last := r.syn.Edges(o)
		return act{what: r.cutAt(first, r.before(s, first, last+1)), to: r.entity(n), head: o}, r.members(e, s), true
	}
	if n != annot.None && !r.relative(n) {
		first, last := r.syn.Edges(n)
		return act{what: r.cutAt(first, last+1), to: annot.None, head: n}, r.members(e, s), true
	}
	w := &r.syn.Words[t]
	if w.Head == annot.None || w.Rel != ud.Acl && w.Rel != ud.AclRelcl || w.Head > t {
		return act{}, nil, false
	}
	first, _ := r.syn.Edges(w.Head)
	end := t
	if c, _ := r.syn.Edges(t); c < t && c > w.Head {
		end = c
	}
	return act{what: r.cutAt(first, end), to: annot.None, head: w.Head}, r.members(e, s), true
}

// before returns the end of a span that runs into the phrase of an agent.
func (r *reading) before(agent, first, end annot.TokenID) annot.TokenID {
	if k := r.syn.Child(agent, ud.Case); k != annot.None && k > first && k < end {
		return k
	}
	return end
}

// fromNoun reads "its offer to host them", "a pledge by Velm to free them".
func (r *reading) fromNoun(t annot.TokenID, f *frame) (act, []annot.EntityID, bool) {
	w := &r.syn.Words[t]
	if up := w.Head; up != annot.None && (w.Rel == ud.Obj || w.Rel == ud.Obl || w.Rel == ud.Nmod) {
		if u := &r.syn.Words[up]; r.is("wish-word", u.Lemma) || r.is("take-back", u.Lemma) || u.Lemma == "take" && r.followedBy(up, "back") || r.negated(up) || r.hypothetical(up) {
			return act{}, nil, false
		}
	}
	e := r.owner(t)
	if up := w.Head; e == annot.None && f.denied && f.class == record.RuledOut && (r.syn.Child(t, ud.Expl) != annot.None || up != annot.None && r.syn.Child(up, ud.Expl) != annot.None) {
		if e = r.speakerAt(t); e != annot.None && !r.ents.List[e].Named {
			e = r.client(e) // "there is no question of leaving, she said"
		}
	}
	if k := r.syn.Child(t, ud.Case); e == annot.None && w.Rel == ud.Obl && k != annot.None && lower(r.seg.Word(k)) == "with" {
		e, _ = r.doer(w.Head) // "ended the talks with a promise to"
	}
	if up := w.Head; e == annot.None && f.denied && w.Rel == ud.Obj && r.syn.Words[up].Lemma == "have" {
		e, _ = r.doer(up) // "we have no intention of selling"
	}
	if !r.acts(e) || !r.ownAccount(t, e, false) {
		return act{}, nil, false
	}
	last := t
	for c := range r.syn.Children(t) { // over "by Velm", "from Velm"
		if k := r.syn.Child(c, ud.Case); c > t && k == last+1 && (lower(r.seg.Word(k)) == "by" || lower(r.seg.Word(k)) == "from") {
			end, _ := r.past(k+1, r.seg.Sentences[r.seg.SentenceOf(t)].End)
			last = end - 1
		}
	}
	a, ok := r.complement(t, last, f)
	return a, []annot.EntityID{e}, ok && r.sensible(f, f.class, a)
}

// members returns who commits himself: each party of a coordination that is
// the subject, else the one.
func (r *reading) members(e annot.EntityID, s annot.TokenID) []annot.EntityID {
	if e == annot.None {
		return nil
	}
	m := r.ms.ByHead(s)
	if m == annot.None || len(r.ms.List[m].Members) == 0 {
		return []annot.EntityID{e}
	}
	var out []annot.EntityID
	for _, x := range r.ms.List[m].Members {
		if y := r.ents.Of(x); y != annot.None {
			out = append(out, y)
		}
	}
	if len(out) == 0 {
		return []annot.EntityID{e}
	}
	return out
}

// cutAt returns the words from one token to before another, without a
// condition or a circumstance behind them.
func (r *reading) cutAt(first, end annot.TokenID) annot.Span {
	for t := first + 1; t < end; t++ {
		if r.condition(t, end) || r.aside(t, end) {
			end = t
			break
		}
	}
	last := end - 1
	for last > first && (r.trailing(last) || r.syn.Words[last].UPOS == ud.PUNCT && !closing(r.seg.Word(last))) {
		last--
	}
	return r.seg.SpanOf(first, last)
}

// ownClause reports whether a verb behind an "and" is finite and has a subject
// of its own there: what it says belongs to the sentence, not to the act.
func (r *reading) ownClause(verb, and annot.TokenID) bool {
	if r.syn.Words[verb].Head == annot.None {
		return false // "But the port ... ": nothing comes before it
	}
	first := &r.syn.Words[r.syn.Words[verb].Head]
	if r.syn.Child(verb, ud.Aux) != annot.None && (first.UPOS == ud.NOUN || first.UPOS == ud.PROPN) && r.syn.Child(r.syn.Words[verb].Head, ud.Cop) == annot.None {
		return true // "offered more time but would not pay"
	}
	n := r.syn.Child(verb, ud.Nsubj, ud.NsubjPass)
	return r.syn.Words[verb].UPOS == ud.VERB && r.syn.Words[verb].Feats.Has(ud.VerbFormFin) && n != annot.None && n > and && !r.syn.Words[r.syn.Words[verb].Head].Feats.Has(ud.VerbFormFin)
}

// closing reports whether a mark belongs to the words before it.
func closing(w string) bool {
	switch w {
	case "”", "\"", "''", ")", "%":
		return true
	}
	return false
}

// aside reports whether at t what only accompanies an act begins: an
// apposition or a participle behind a comma, what it came "after".
func (r *reading) aside(t, end annot.TokenID) bool {
	w := &r.syn.Words[t]
	switch lower(r.seg.Word(t)) {
	case "as":
		return w.Rel == ud.Mark && w.Head != annot.None && r.syn.Child(w.Head, ud.Nsubj, ud.NsubjPass) > t
	case "after", "amid", "despite", "following", "because", "although", "though", "whereas":
		return w.Rel == ud.Case || w.Rel == ud.Mark
	case "but":
		if t+1 < end {
			switch lower(r.seg.Word(t + 1)) {
			case "not", "no", "nothing":
				return true // "go to 15 but not a penny more"
			}
		}
		return w.Rel == ud.Cc && w.Head != annot.None && w.Head > t && r.ownClause(w.Head, t)
	case "and":
		return w.Rel == ud.Cc && w.Head != annot.None && w.Head > t && r.ownClause(w.Head, t)
	case ",", "–", "—":
		if t+1 >= end {
			return true
		}
		switch r.syn.Words[r.climb(t+1, end)].Rel.Universal() {
		case ud.Appos, ud.Parataxis, ud.Advcl, ud.Acl, ud.Advmod, ud.Nsubj, ud.Obl:
			return true
		}
		if t+2 < end && r.syn.Words[t+1].UPOS == ud.DET && r.is("claim-noun", r.syn.Words[t+2].Lemma) {
			return true // "would accept half, a claim that Velm dismissed"
		}
		switch lower(r.seg.Word(t + 1)) {
		case "half", "twice", "double", "well", "far", "down", "up", "which", "who", "where", "saying", "but", "however", "according":
			return true
		}
	}
	return false
}
