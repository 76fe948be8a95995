package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// inverted reads "The river comes first, says the envoy, Ana Ruz.", where the
// tree takes who speaks for an object: the verb stands right behind the comma
// that shuts a full clause, and a noun for somebody who can speak behind it.
// Between dashes or brackets a phrase will do: "(too late, say the crews)".
func (r *reading) inverted(tr trigger) (candidate, bool) {
	c := tr.entry.takes(quoted, "")
	cue := r.cueRun(tr.t, tr.last)
	comma := cue.first - 1
	if c == nil || c.weak || tr.passive || tr.last != tr.t || tr.entry.takes(addressed, "") != nil || cue.first != tr.t || !r.finite(tr.t) || !r.isMark(comma, ",") {
		return candidate{}, false
	}
	end := r.sentence(tr.t).last
	front, set := r.setOffFrom(r.front(tr.t), comma)
	who := run{tr.t + 1, tr.t + 1}
	for who.last < end && !r.is(who.last+1, ud.PUNCT) {
		who.last++
	}
	set = set && r.isMark(who.last+1, "—–);")
	if comma <= front || who.last >= end || !r.isMark(front-1, ":") && front != r.front(tr.t) && !set {
		return candidate{}, false
	}
	short := !set && (!r.mainFinite(run{front, comma - 1}) || r.condition(run{front, comma - 1}))
	if t := who.last + 2; short && r.isMark(who.last+1, ",") && r.is(t, ud.DET) {
		for t < end && !r.isMark(t, ",;:—–") {
			t++
		}
		if r.isMark(t, ",") && !r.mainFinite(run{who.last + 2, t - 1}) && r.hasFinite(run{t, end}) {
			who.last = t - 1 // with an apposition
		}
	}
	if short && r.lemma(tr.t) != "say" && !r.finiteBehind(who.last+1, end) {
		return candidate{}, false
	}
	if !r.is(who.first, ud.DET, ud.PROPN, ud.NOUN, ud.ADJ, ud.NUM) && r.rel(who.first) != ud.NmodPoss || r.mainFinite(who) {
		return candidate{}, false
	}
	h := r.headIn(who)
	if r.is(who.first, ud.PROPN) && !r.speakerKind(h) && r.speakerKind(who.first) {
		h = who.first // "Nadia" of "Nadia Ferr"
	}
	if !r.speakerKind(h) && !r.words.speakers[r.lemma(h)] && !r.someone(who) || !set && !short && r.finiteAt(who.last+2, end) {
		return candidate{}, false
	}
	left, ok := r.edges(run{front, comma - 1})
	if !ok {
		return candidate{}, false
	}
	content := []run{left}
	switch {
	case short && r.isMark(who.last+1, ","):
		right, ok := r.tailFrom(who.last + 2)
		if !ok || !r.hasFinite(right) || r.is(right.first, ud.CCONJ) || r.relative(right.first) {
			return candidate{}, false
		}
		content = append(content, right)
	case short && !r.endsSentence(who.last):
		return candidate{}, false
	}
	src := r.phrase(h, tr.t)
	if src.first != who.first || src.last < who.last || set {
		src = who
	}
	return candidate{class: c.class, head: tr.t, cue: cue, source: []run{src}, sourceHead: h, content: content}, true
}

// someone reports whether a run is one of several who speak: "one", "another",
// "a third".
func (r *reading) someone(a run) bool {
	switch strings.ToLower(r.form(a.last)) {
	case "one", "another", "third", "second", "fourth", "others", "some", "many":
		return a.len() <= 2
	}
	return false
}

// finiteBehind reports whether a comma stands at a token and a finite verb
// behind it.
func (r *reading) finiteBehind(t, end annot.TokenID) bool {
	return r.isMark(t, ",") && t+1 < end && r.hasFinite(run{t + 1, end})
}

// setOffFrom returns where what ends at a comma begins: behind a dash, a
// bracket or a semicolon in its sentence, or at its front.
func (r *reading) setOffFrom(front, comma annot.TokenID) (annot.TokenID, bool) {
	for t := comma - 1; t > front; t-- {
		if r.isMark(t, "—–(;") && r.inside[t] == r.inside[comma] {
			return t + 1, true
		}
	}
	return front, false
}

// orSo reads "Nobody came, or so the clerk says.": an aside that leaves open
// whether it is so.
func (r *reading) orSo(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	s := r.subject(tr.t, 0)
	if c == nil || !c.class.speech() && c.class != believeClass || tr.passive || s == annot.None || s > tr.t || r.inside[s] != r.inside[tr.t] {
		return candidate{}, false
	}
	src := r.sourceAt(s, tr.t)
	if len(src.runs) == 0 {
		return candidate{}, false
	}
	so, front := src.runs[0].first-1, r.front(tr.t)
	if so-2 <= front || !strings.EqualFold(r.form(so), "so") || !strings.EqualFold(r.form(so-1), "or") {
		return candidate{}, false
	}
	a, ok := r.edges(run{front, so - 2})
	if !ok || !r.hasFinite(a) {
		return candidate{}, false
	}
	return candidate{class: c.class, head: tr.t, cue: r.cueRun(tr.t, tr.last), source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// asPut reads "As Varga puts it, peace buys time." by its marks.
func (r *reading) asPut(tr trigger) (candidate, bool) {
	front := r.front(tr.t)
	if tr.last == tr.t || r.lemma(tr.t) != "put" || !strings.EqualFold(r.form(front), "as") || front+1 >= tr.t {
		return candidate{}, false
	}
	end := r.sentence(tr.t).last
	comma := r.behindTimes(tr.last+1, end, false)
	if comma+2 >= end || !r.isMark(comma, ",:") || !r.nounOnly(run{front + 1, r.cueRun(tr.t, tr.last).first - 1}) {
		return candidate{}, false
	}
	a, ok := r.edges(run{comma + 1, end})
	if !ok {
		return candidate{}, false
	}
	who := run{front + 1, r.cueRun(tr.t, tr.last).first - 1}
	return candidate{class: sayClass, head: tr.t, cue: r.cueRun(tr.t, tr.last), source: []run{who}, sourceHead: r.headIn(who), content: []run{a}}, true
}

// whatIs reads "What nobody disputes is that the dam is safe.": the subject is
// what somebody says or wants, and the predicate tells it.
func (r *reading) whatIs(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil {
		c = tr.entry.takes(nominal, "")
	}
	s := r.subject(tr.t, 0)
	what := r.headOf(tr.t)
	if c == nil || tr.passive || s == annot.None || what == annot.None || r.rel(tr.t) != ud.AclRelcl || r.lemma(what) != "what" || what != r.front(tr.t) || s < what || s > tr.t {
		return candidate{}, false
	}
	x := r.headOf(what)
	if x < tr.t || r.dependentContent(tr.t) {
		return candidate{}, false
	}
	be := r.child(x, ud.Cop)
	if be < tr.t || be-r.cueRun(tr.t, tr.last).last > 8 {
		return candidate{}, false
	}
	a, ok := r.edges(run{be + 1, r.sentence(tr.t).last})
	if !ok {
		return candidate{}, false
	}
	return r.build(tr, c, r.cueRun(tr.t, tr.last), a)
}

// behindTimes returns the first token behind the words that tell when, how and
// on what occasion something was said, and, where told is set, to whom.
func (r *reading) behindTimes(t, end annot.TokenID, told bool) annot.TokenID {
	for stop := t + longestHearer; t < end && t < stop; t++ {
		switch {
		case r.is(t, ud.ADV, ud.ADP, ud.DET, ud.ADJ), r.temporal(t), r.occasion(t):
		case told && r.is(t, ud.NOUN, ud.PROPN, ud.PRON, ud.PART, ud.NUM, ud.CCONJ):
		default:
			return t
		}
	}
	return t
}

// nounOnly reports whether a run holds no verb and no mark.
func (r *reading) nounOnly(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if r.is(t, ud.VERB, ud.AUX, ud.PUNCT, ud.SCONJ) {
			return false
		}
	}
	return a.first <= a.last
}

// colonClause reads "The envoy put it bluntly: no ships, no deal.": words
// without marks behind a verb of saying and a colon.
func (r *reading) colonClause(tr trigger) (candidate, bool) {
	c := tr.entry.takes(quoted, "")
	if c == nil || c.weak || !c.class.speech() || tr.passive || !r.subjectful(tr.t) || r.rel(tr.t) == ud.AclRelcl || tr.entry.takes(clausal, "") == nil && r.lemma(tr.t) != "put" || r.dependentContent(tr.t) && tr.last == tr.t && r.child(tr.t, ud.Ccomp) < tr.t {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	end := r.sentence(tr.t).last
	colon := r.behindTimes(cue.last+1, end, tr.entry.takes(addressed, "") != nil)
	if colon+1 >= end || !r.isMark(colon, ":") || r.opens[colon+1] != annot.None {
		return candidate{}, false
	}
	a, ok := r.edges(run{colon + 1, end})
	if !ok || a.len() < 2 {
		return candidate{}, false
	}
	return r.build(tr, c, cue, a)
}

// partClauses cuts content at a semicolon that shuts off what another cue
// attributes: "X reckons it is worth more; Y, it is understood, disagrees".
func (r *reading) partClauses() {
	for i := range r.found {
		c := &r.found[i]
		if c.quote || len(c.content) == 0 {
			continue
		}
		r.partAsidesOf(i)
		low, high := r.mates(i)
		for k := range c.content {
			a := &c.content[k]
			for t := a.first + 1; t < a.last; t++ {
				if !r.isMark(t, ";") || r.inside[t] != r.inside[c.head] || r.sent[t] != r.sent[c.head] {
					continue
				}
				if c.cue.first > a.last && (c.rule != "attribution/according-to" || len(c.content) > 1) {
					a.first = t + 1
				} else if c.cue.last < a.first && r.ownClause(t, low, high) {
					a.last = t - 1
				}
			}
		}
	}
}

// partAsidesOf cuts content where each of two clauses has its own aside: "the
// text, X said, is done, and the rest, Y added, is money".
func (r *reading) partAsidesOf(i int) {
	c := &r.found[i]
	if !aside(c) || c.content[0].last > c.cue.first {
		return
	}
	low, _ := r.mates(i)
	for j := low; j < i; j++ {
		o := &r.found[j]
		a := &c.content[0]
		if !aside(o) || !a.has(o.cue.first) || !a.has(o.cue.last) || o.content[0].first < a.first {
			continue
		}
		for t := a.last; t > o.cue.last+1; t-- {
			if !r.is(t, ud.CCONJ) || !r.isMark(t-1, ",") {
				continue
			}
			a.first = t + 1
			for k := range o.content {
				if o.content[k].has(t) {
					o.content[k].last = t - 2
				}
			}
			return
		}
	}
}

// aside reports whether a candidate's cue is set into what it attributes.
func aside(c *candidate) bool {
	return c.rule == "attribution/parenthesis" || c.rule == "attribution/inserted" || c.rule == "attribution/inverted"
}

// ownClause reports whether the clause behind a semicolon is somebody's own,
// by a cue in it that no verb a tense back holds.
func (r *reading) ownClause(semicolon annot.TokenID, low, high int) bool {
	v := r.verbBehind(semicolon+1, r.sentence(semicolon).last)
	for j := low; j < high; j++ {
		o := &r.found[j]
		if o.cue.first > semicolon && r.inside[o.head] == r.inside[semicolon] {
			return o.content[0].first <= semicolon+1 || v == o.head && !r.shifted(v)
		}
	}
	return false
}

// mainFinite reports whether a run holds a finite verb that is not in a
// relative clause.
func (r *reading) mainFinite(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if !r.is(t, ud.VERB, ud.AUX) || !r.feats(t, ud.VerbFormFin) {
			continue
		}
		h := t
		if r.rel(t) == ud.Aux || r.rel(t) == ud.AuxPass || r.rel(t) == ud.Cop {
			h = r.headOf(t)
		}
		if r.rel(h) != ud.AclRelcl {
			return true
		}
	}
	return false
}
