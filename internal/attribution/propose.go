package attribution

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A model may propose attributions at the outermost level. Where it and the
// rules find the same cue, each gives what it is better at; what only one of
// them finds is kept where that one is to be trusted. Inner levels are the
// rules' alone.

// adopt merges a model's proposals into what the rules have found.
func (r *reading) adopt(cues *annot.Cues) {
	taken := make([]bool, len(r.found))
	at := make([]int, len(r.inside)) // the candidate whose cue each token is of, plus one
	for i := range r.found {
		for t := r.found[i].cue.first; t <= r.found[i].cue.last; t++ {
			at[t] = i + 1
		}
	}
	held := make([]bool, len(r.inside)) // tokens inside some proposal's content
	r.holdTurns(held)
	var added []candidate
	for i := range cues.List {
		for _, x := range cues.List[i].Content {
			for t := x[0]; t < x[1]; t++ {
				held[t] = true
			}
		}
		c, ok := r.proposal(&cues.List[i])
		if !ok {
			continue
		}
		j := r.sameCue(&c, at)
		if j < 0 {
			if r.alone(&c) {
				added = append(added, c)
			}
			continue
		}
		taken[j] = true
		r.merge(&r.found[j], &c)
	}
	kept := r.found[:0]
	for i := range r.found {
		if taken[i] || held[r.found[i].cue.first] && held[r.found[i].cue.last] || r.trusted(&r.found[i]) {
			kept = append(kept, r.found[i])
		}
	}
	r.found = append(kept, added...)
	for i := range r.found {
		r.freeTold(&r.found[i])
		r.freeAsked(&r.found[i])
		r.freeHearer(&r.found[i])
	}
}

// longestHearer bounds the words of who is addressed in front of an
// infinitive.
const longestHearer = 12

// addresses reports whether a verb has an object who is spoken to, and an
// infinitive.
func (r *reading) addresses(v annot.TokenID) bool {
	for _, e := range r.verbEntries(v) {
		if _, ok := r.restAt(v, e.rest); ok {
			return e.takes(addressedTo, "") != nil
		}
	}
	return false
}

// alone reports whether a proposal stands that no rule supports: it names a
// source, or its cue is a word of the lexicon that needs none.
func (r *reading) alone(c *candidate) bool {
	if t := c.content[0].first; r.lemma(c.head) == "call" && (strings.HasSuffix(r.form(t), "self") || strings.HasSuffix(r.form(t), "selves")) {
		return false
	}
	if r.attempt(c.head) || r.lemma(c.head) == "provide" && len(c.source) == 0 || r.empty(c) || r.possible(c) {
		return false
	}
	if r.passive(c.head) && (c.class == sayClass || c.class <= directClass) && r.addresses(c.head) && r.opensClause(c.content[len(c.content)-1].first) {
		return true // "were told in a letter that"
	}
	if len(c.source) > 0 || r.lemma(c.head) == "ask" && r.question(c.content[0].first) {
		return true // "Asked whether"
	}
	for _, e := range r.verbEntries(c.head) {
		if _, ok := r.restAt(c.head, e.rest); ok && e.any(passiveTo, clausal) && (r.dependentContent(c.head) || !r.passive(c.head)) {
			return true
		}
	}
	return false
}

// opensClause reports whether a word opens what somebody is told.
func (r *reading) opensClause(t annot.TokenID) bool {
	switch strings.ToLower(r.form(t)) {
	case "that", "to", "whether":
		return r.is(t, ud.SCONJ, ud.PART)
	}
	return false
}

// proposal makes a candidate of a model's row.
func (r *reading) proposal(p *annot.Cue) (candidate, bool) {
	c := candidate{rule: p.By, cue: run{p.First, p.End - 1}, sourceHead: annot.None}
	for c.cue.first < c.cue.last && r.is(c.cue.last, ud.PUNCT) {
		c.cue.last--
	}
	if c.head = r.syn.HeadOf(r.seg.SpanOf(c.cue.first, c.cue.last)); c.head == annot.None || len(p.Content) == 0 {
		return c, false
	}
	for c.cue.last > c.head && r.when(c.cue.last, c.head) {
		c.cue.last--
	}
	for _, x := range p.Content {
		if a, ok := r.edges(run{x[0], x[1] - 1}); ok {
			c.content = append(c.content, a)
		}
	}
	r.onVerb(&c)
	r.wholeObject(&c)
	c.class = r.classOf(c.cue, c.head)
	if p.Source != [2]annot.TokenID{} && !(c.object && c.content[0].has(p.Source[0])) {
		a := run{p.Source[0], p.Source[1] - 1}
		c.source = []run{a}
		c.sourceHead = r.syn.HeadOf(r.seg.SpanOf(a.first, a.last))
		if c.sourceHead != annot.None && r.relative(c.sourceHead) {
			c.sourceHead = r.antecedent(c.head)
		}
	}
	if n := len(c.content); n == 1 && r.is(c.head, ud.NOUN) && c.content[0].first > c.cue.last {
		c.content[0] = r.oneVerb(c.content[0])
	}
	return c, len(c.content) > 0
}

// wholeObject gives a verb of refusing the object that a model takes for a part
// of its cue: "brushed aside" {"a plea by the owners"}.
func (r *reading) wholeObject(c *candidate) {
	n := r.child(c.head, ud.Obj)
	if !r.is(c.head, ud.VERB) || n <= c.head || !c.cue.has(n) || len(c.content) != 1 || c.content[0].first <= c.cue.last || r.words.light[r.lemma(c.head)] {
		return
	}
	for _, e := range r.verbEntries(c.head) {
		k := e.takes(nominal, "")
		last, ok := r.restAt(c.head, e.rest)
		if !ok || k == nil || k.weak || k.class != refuseClass && k.class != criticiseClass && len(e.rest) == 0 || last >= n {
			continue
		}
		c.cue.last = last
		c.content[0] = run{last + 1, max(c.content[0].last, r.subtree(n).last)}
		c.object = true
		return
	}
}

// onVerb moves a cue that is but a time to the verb behind it: "fans last night
// blasted the plan".
func (r *reading) onVerb(c *candidate) {
	v := c.cue.last + 1
	if !r.temporal(c.head) || !r.is(v, ud.VERB) || len(c.content) == 0 || c.content[0].first != v || c.content[0].last == v || len(r.verbEntries(v)) == 0 {
		return
	}
	c.head, c.cue = v, run{v, v}
	c.content[0].first++
}

// when reports whether the last word of a cue tells when, or how often,
// something was said.
func (r *reading) when(t, head annot.TokenID) bool {
	switch {
	case r.temporal(t), r.is(t, ud.ADV) && strings.HasSuffix(r.form(t), "ly"):
		return true
	case r.is(t, ud.ADP, ud.ADJ, ud.ADV, ud.DET, ud.NUM):
		h := r.headOf(t)
		return h != annot.None && h > t && r.temporal(h) && r.headOf(h) == head
	}
	return false
}

// classOf finds the class of a proposed cue by its words.
func (r *reading) classOf(cue run, head annot.TokenID) class {
	for _, t := range append([]annot.TokenID{head}, r.tokens(cue)...) {
		var list []*entry
		switch {
		case r.is(t, ud.VERB):
			list = r.verbEntries(t)
		case r.is(t, ud.NOUN):
			list = r.words.nouns[strings.ToLower(r.lemma(t))]
		case r.is(t, ud.ADJ):
			list = r.words.adjectives[strings.ToLower(r.form(t))]
		}
		for _, e := range list {
			if _, ok := r.restAt(t, e.rest); ok && len(e.complements) > 0 {
				return e.complements[0].class
			}
		}
	}
	return sayClass
}

func (r *reading) tokens(a run) []annot.TokenID {
	var out []annot.TokenID
	for t := a.first; t <= a.last; t++ {
		out = append(out, t)
	}
	return out
}

// sameCue returns the rules' candidate with the cue of a proposal, or -1.
func (r *reading) sameCue(c *candidate, at []int) int {
	best := -1
	for t := c.cue.first; t <= c.cue.last; t++ {
		if i := at[t] - 1; i >= 0 && (best < 0 || r.found[i].head == c.head) {
			best = i
		}
	}
	return best
}

// merge takes from a proposal what the model gives better: the cue, the
// source, and content that is no whole quotation and follows no addressee.
func (r *reading) merge(f, p *candidate) {
	whole := f.cue.first == p.cue.first && f.cue.last > p.cue.last && slices.ContainsFunc(p.content, func(a run) bool { return a.has(f.head) || a.has(f.cue.last) })
	if f.rule == "attribution/infinitive" && f.class == refuseClass && p.cue.last > f.cue.last+1 && r.lemma(f.cue.last+2) == "comment" {
		return // "declined" {"to comment on the report"}
	}
	if f.rule == "attribution/passive-infinitive" && p.cue.last > f.cue.last && p.content[0].first > p.cue.last && f.content[len(f.content)-1].first < p.cue.last {
		return // "is understood to have told": of what the second verb takes it is the second's
	}
	if !whole { // "declined to say whether": the rules' cue holds the verb of speech
		f.cue = p.cue
	}
	if f.rule == "attribution/inverted" && (len(f.content) == 2 || p.content[0].first > p.cue.last) {
		return
	}
	if len(p.source) > 0 && !r.fuller(f.source, p.source[0]) {
		f.source, f.sourceHead = p.source, p.sourceHead
	}
	switch f.rule {
	case "attribution/quotation", "attribution/addressed-infinitive", "attribution/addressed-phrase", "attribution/or-so", "attribution/as-put", "attribution/colon-clause":
		return
	case "attribution/object-with":
		if l := r.lemma(f.head); l == "quote" || l == "cite" {
			return // "quoted him as saying ..."
		}
	}
	if whole || f.denied || r.shiftedTail(f, p) || r.listed(f, p) || r.waitedFor(f, p) || r.setIn(f, p) || len(f.content) == 2 && r.condition(f.content[0]) {
		return
	}
	f.content = p.content
}

// listed reports whether the rules' content is the model's and what else the
// same verb takes: "wants an apology, a guarantee and a raise".
func (r *reading) listed(f, p *candidate) bool {
	if f.rule != "attribution/object" && f.rule != "attribution/phrase" || len(f.content) != 1 || len(p.content) != 1 {
		return false
	}
	a, b := f.content[0], p.content[0]
	if a.first != b.first || a.last <= b.last {
		return false
	}
	t := b.last + 1
	if r.isMark(t, ",") {
		t++
	} else if !r.is(t, ud.CCONJ) {
		return false
	}
	joined := false // or else it is an apposition
	for u := b.last + 1; u < a.last; u++ {
		joined = joined || r.is(u, ud.CCONJ)
	}
	h := r.syn.HeadOf(r.seg.SpanOf(b.first, b.last))
	return joined && h != annot.None && r.is(t, ud.DET, ud.NUM, ud.ADJ, ud.NOUN, ud.PROPN, ud.CCONJ) && r.subtree(h).last >= a.last
}

// waitedFor reports whether the rules' content is the model's and the time of
// what is hoped for or planned: "had hoped for a signing on Friday".
func (r *reading) waitedFor(f, p *candidate) bool {
	if len(f.content) != 1 || len(p.content) != 1 {
		return false
	}
	switch r.lemma(f.head) {
	case "hope", "want", "wish", "expect", "plan", "seek", "aim", "rule":
	default:
		return false
	}
	a, b := f.content[0], p.content[0]
	return a.first == b.first && a.last > b.last && r.is(b.last+1, ud.ADP) && r.temporal(r.headOf(b.last+1)) && r.subtree(r.headOf(b.last+1)).last == a.last
}

// setIn reports whether the rules' content is an infinitive that the model cuts
// short at something set into it: "to deploy a new ship, the Heron, in the
// strait".
func (r *reading) setIn(f, p *candidate) bool {
	if f.rule != "attribution/infinitive" || len(f.content) != 1 || len(p.content) != 1 {
		return false
	}
	a, b := f.content[0], p.content[0]
	return a.first == b.first && a.last > b.last && r.isMark(b.last+1, ",")
}

// condition reports whether a run is a condition in front of its cue:
// "Unless the sides speak, X warned, the truce will end".
func (r *reading) condition(a run) bool {
	switch strings.ToLower(r.form(a.first)) {
	case "if", "unless", "should", "without", "were", "had":
		return true
	}
	return false
}

// shiftedTail reports whether the rules' content is the model's with a clause
// behind a comma that stands a tense back, and so belongs to what is reported.
func (r *reading) shiftedTail(f, p *candidate) bool {
	a, b := f.content[len(f.content)-1], p.content[len(p.content)-1]
	if len(f.content) != len(p.content) || a.first != b.first || a.last <= b.last || !r.isMark(b.last+1, ",") {
		return false
	}
	switch strings.ToLower(r.form(b.last + 2)) {
	case "unless":
		return true
	case "though", "although", "because", "since":
		return r.shifted(r.verbBehind(b.last+3, a.last)) && !r.feats(f.head, ud.TensePres)
	case "and", "but":
		return strings.EqualFold(r.form(b.last+3), "that") && r.is(b.last+3, ud.SCONJ)
	}
	return false
}

// fuller reports whether the rules' source is the model's with an apposition
// or a relative clause behind it, which belong to it.
func (r *reading) fuller(f []run, p run) bool {
	return len(f) == 1 && f[0].first == p.first && f[0].last > p.last && r.isMark(f[0].last, ",") && (r.isMark(p.last+1, ",") || p.last+1 == f[0].last)
}

// trusted reports whether a rule's find stands although the model has none:
// acts of speech in a full construction, and what the model is weak at.
func (r *reading) trusted(c *candidate) bool {
	switch name := strings.TrimPrefix(string(c.rule), "attribution/"); name {
	case "quotation", "colon-turn", "what-is", "noun", "adjective", "under", "in-words", "according-to", "passive-infinitive",
		"inverted", "or-so", "as-put", "colon-clause", "would-rather":
		return true
	case "inserted":
		return c.class.speech()
	case "addressed-infinitive", "addressed-phrase":
		return c.class <= directClass
	case "object-with":
		return c.class < supportClass
	case "phrase":
		return c.class < supportClass || c.class == feelClass && r.lasting(c.head)
	case "infinitive":
		if c.class == intendClass {
			return r.lasting(c.head)
		}
	case "clause", "parenthesis":
		return c.class <= revealClass || c.class == askClass || c.class == feelClass || c.class == believeClass && r.lemma(c.head) != "think"
	}
	switch c.class {
	case feelClass:
		return r.wanted(c)
	case supportClass:
		return !c.weak
	case assertClass, revealClass, askClass, directClass, commitClass, refuseClass, criticiseClass:
		return true
	}
	return false
}

// wanted reports whether a party, not some pronoun, wants something.
func (r *reading) wanted(c *candidate) bool {
	s := r.child(c.head, ud.Nsubj)
	return r.lemma(c.head) == "want" && r.finite(c.head) && s != annot.None && s < c.head && !r.modal(c.head) && !r.negated(c.head) &&
		r.is(s, ud.NOUN, ud.PROPN) && (r.ms == nil || r.speakerKind(s)) && !r.is(c.content[0].first, ud.PRON)
}

// lasting reports whether a verb tells of nothing but an aim, so that what it
// takes is attributed even where no model sees it.
func (r *reading) lasting(v annot.TokenID) bool {
	switch r.lemma(v) {
	case "intend", "aspire", "angle", "hanker", "yearn", "itch":
		return true
	}
	return false
}
