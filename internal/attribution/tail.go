package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// Content is more than the clause that a tree hangs on its cue: what it hangs
// on, what is set into its subject, and what goes on behind a cue in its midst.

// cutClause ends a noun phrase that is content before a clause which "and" or
// "but" joins to the cue's: "rejected the proposal and its lender demanded".
func (r *reading) cutClause(c *candidate) {
	a := &c.content[len(c.content)-1]
	if c.quote || c.rule != "attribution/object" || a.first <= c.cue.last || !r.is(a.first, ud.DET, ud.NOUN, ud.PROPN, ud.ADJ, ud.NUM) && r.rel(a.first) != ud.NmodPoss {
		return
	}
	for t := a.first + 1; t < a.last-1; t++ {
		switch {
		case r.is(t, ud.VERB, ud.AUX, ud.SCONJ, ud.PRON) && r.rel(t) != ud.NmodPoss, r.opens[t] != annot.None:
			return // a clause inside the phrase
		case r.is(t, ud.CCONJ):
			v := t + 1
			for v < a.last && !r.is(v, ud.VERB, ud.AUX, ud.PUNCT, ud.SCONJ, ud.CCONJ) && (!r.is(v, ud.PRON) || r.rel(v) == ud.NmodPoss) {
				v++
			}
			if v > t+1 && r.is(v, ud.VERB, ud.AUX) && r.mainFinite(run{v, v}) {
				a.last = t - 1
				return
			}
		}
	}
}

// cutMedium takes out of content through whom or what it was said: "declined to
// comment through a spokeswoman", "restated that demand on state radio".
func (r *reading) cutMedium(c *candidate) {
	a := &c.content[len(c.content)-1]
	if c.quote || a.first <= c.cue.last {
		return
	}
	for t := a.first + 1; t < a.last; t++ {
		h := r.headOf(t)
		if !r.is(t, ud.ADP) || h <= t || r.subtree(h).last != a.last || r.inside[t] != r.inside[a.first] {
			continue
		}
		w := strings.ToLower(r.form(t))
		spoke := (w == "through" || w == "via") && r.words.speakers[r.lemma(h)]
		aired := w == "on" && (r.lemma(h) == "radio" || r.lemma(h) == "television" || r.lemma(h) == "TV") && r.headOf(h) != annot.None && r.headOf(h) <= a.first+1
		if spoke || aired {
			a.last = t - 1
			return
		}
	}
}

// takeTails lengthens content over a relative clause behind it that
// attributes in its turn: whose word that is, the clause around it says.
func (r *reading) takeTails() {
	for i := range r.found {
		c := &r.found[i]
		last := &c.content[len(c.content)-1]
		r.cutMedium(c)
		r.cutClause(c)
		if c.quote || c.head > last.first {
			continue
		}
		switch c.class {
		case commitClass, refuseClass, intendClass, directClass, askClass, supportClass:
			*last = r.conditionTail(*last, c)
		default:
			if r.isMark(last.last+1, ",") && r.proviso(last.last+2) {
				*last = r.conditionTail(*last, c)
			}
		}
		a := r.relativeTail(*last, c.head)
		low, high := r.mates(i)
		for j := low; j < high; j++ {
			if t := r.found[j].head; t > last.last && t <= a.last && r.found[j].class > revealClass {
				*last = a
				break
			}
		}
	}
}

// conditionTail lengthens what is offered, threatened, agreed or asked for by
// the condition that it hangs on, behind a comma: "offered to pay, provided
// that", "but only if", "in exchange for".
func (r *reading) conditionTail(a run, c *candidate) run {
	end := r.sentence(a.last).last
	t := a.last + 1
	for t <= end && (r.isMark(t, ",") || r.is(t, ud.CCONJ) && r.form(t) == "but" || strings.EqualFold(r.form(t), "only") || strings.EqualFold(r.form(t), "even")) {
		t++
	}
	if t > end || r.inside[t] != r.inside[a.last] || !r.ties(t, t > a.last+1 && !r.isMark(t-1, ",")) {
		return a
	}
	last := t
	for u := t; u <= end; u++ {
		if h := r.headOf(u); h != annot.None && h >= t && (r.subtree(h).first >= t || r.subtree(h).first > a.last) {
			last = max(last, u, min(end, r.subtree(h).last))
		}
		if u > t && r.is(u, ud.VERB) && r.subtree(u).has(t) && r.subtree(u).first > a.last {
			last = max(last, r.subtree(u).last)
		}
		if u > t && u >= last {
			break
		}
	}
	if last <= t+1 || c.cue.first > t && c.cue.first <= last {
		return a
	}
	if b, ok := r.edges(run{a.first, last}); ok {
		return b
	}
	return a
}

// proviso reports whether a condition that belongs to what is offered, and to
// nothing else, opens at a token.
func (r *reading) proviso(t annot.TokenID) bool {
	if !r.valid(t + 1) {
		return false
	}
	next := strings.ToLower(r.form(t + 1))
	switch strings.ToLower(r.form(t)) {
	case "provided", "providing", "unless":
		return true
	case "as", "so":
		return next == "long"
	case "on":
		return next == "condition" && strings.EqualFold(r.form(t+2), "that")
	case "but":
		return next == "only" && r.ties(t+2, true)
	}
	return false
}

// ties reports whether a condition or an exchange opens at a token; after
// "only", a time does so as well.
func (r *reading) ties(t annot.TokenID, only bool) bool {
	next := strings.ToLower(r.form(t + 1))
	switch strings.ToLower(r.form(t)) {
	case "if", "unless":
		return true
	case "provided", "providing":
		return true
	case "as", "so":
		return next == "long"
	case "in":
		return next == "exchange" || next == "return"
	case "on":
		return next == "condition"
	case "subject":
		return next == "to"
	case "once", "when", "after":
		return only
	}
	return false
}

// relativeTail lengthens content over a relative clause behind a comma that
// the tree hangs on a word of it: "losses like those of the lenders, which
// agreed to wait".
func (r *reading) relativeTail(a run, v annot.TokenID) run {
	t := a.last + 2
	if int(t) >= len(r.inside) || !r.isMark(t-1, ",") || r.sent[t] != r.sent[a.last] || r.inside[t] != r.inside[a.last] || !r.is(t, ud.PRON, ud.ADV, ud.DET, ud.ADP) {
		return a
	}
	for h := r.headOf(t); h != annot.None; h = r.headOf(h) {
		if rel := r.rel(h); rel == ud.AclRelcl || rel == ud.AdvclRelcl {
			if g := r.headOf(h); g == annot.None || !a.has(g) || h == v {
				return a
			}
			b := r.subtree(h)
			if b.first > t || b.last <= a.last {
				return a
			}
			if b, ok := r.edges(run{a.first, b.last}); ok {
				return b
			}
		}
	}
	return a
}

// fullSubjects mends content that is cut where something is set into its
// subject, "said the board, led by X, had met", and sources that reach back
// over the cue before them: "had met" is not what those do who "said".
func (r *reading) fullSubjects() {
	for i := range r.found {
		c := &r.found[i]
		r.freeSource(i)
		if c.quote || c.class > revealClass && c.class != believeClass && c.class != feelClass && c.class != showClass || len(c.content) != 1 || c.content[0].first <= c.cue.last || !r.is(c.head, ud.VERB) {
			continue
		}
		a := &c.content[0]
		r.withSubject(c)
		if r.hasFinite(*a) || !r.isMark(a.last+1, ",") || !r.is(a.first, ud.DET, ud.NOUN, ud.PROPN, ud.PRON, ud.NUM, ud.ADJ) {
			continue
		}
		if r.is(a.last+2, ud.CCONJ, ud.SCONJ) || !r.clausalCue(c.head) || !r.finite(c.head) {
			continue
		}
		end := r.sentence(c.head).last
		for t := a.last + 2; t < end && t < a.last+longestAside && !r.isMark(t, ";:—–"); t++ {
			if !r.isMark(t, ",") || !r.finiteAt(t+1, end) || r.inside[t+1] != r.inside[a.first] {
				continue
			}
			if s := r.subject(r.verbBehind(t+1, end), 0); s > a.last && s < t {
				break // "considered a rise, its chair stated, ..."
			}
			if b, ok := r.tailFrom(a.first); ok {
				*a = b
			}
			break
		}
	}
}

// clausalCue reports whether a verb of the lexicon takes a clause.
func (r *reading) clausalCue(v annot.TokenID) bool {
	for _, e := range r.verbEntries(v) {
		if _, ok := r.restAt(v, e.rest); ok && e.any(clausal) {
			return true
		}
	}
	return false
}

// withSubject takes in the subject of what somebody is told where the tree
// takes it for an object: "told colleagues the deadline “was never serious”".
func (r *reading) withSubject(c *candidate) {
	a := &c.content[0]
	t := a.first
	if r.opens[t] != annot.None {
		t++
	}
	if !r.is(t, ud.AUX, ud.VERB) || !r.feats(t, ud.VerbFormFin) || !r.addresses(c.head) || a.first-c.cue.last < 4 || a.first-c.cue.last > longestHearer {
		return
	}
	s := c.cue.last + 2
	for s < a.first && !r.is(s, ud.DET) && r.rel(s) != ud.NmodPoss {
		s++
	}
	if s < a.first && r.is(s-1, ud.NOUN, ud.PROPN, ud.PRON) && r.nounOnly(run{s, a.first - 1}) {
		a.first = s
	}
}

// longestAside bounds the words that are set into the subject of a clause.
const longestAside = 25

// freeSource cuts a source that holds the cue before it in its sentence.
func (r *reading) freeSource(i int) {
	c := &r.found[i]
	if len(c.source) != 1 {
		return
	}
	low, _ := r.mates(i)
	for j := low; j < i; j++ {
		o := &r.found[j]
		if a := &c.source[0]; o.head < c.head && a.first < o.cue.first && a.last > o.cue.last && o.class.speech() && len(o.source) == 1 && o.source[0].first == a.first {
			a.first = o.cue.last + 1
			if strings.EqualFold(r.form(a.first), "that") && a.first < a.last {
				a.first++
			}
			c.sourceHead = r.headIn(*a)
		}
	}
}

// resume gives content that stands before its cue what goes on behind it:
// "X may pay, Y said, provided that", "X has paid, according to Y, and will".
func (r *reading) resume() {
	for i := range r.found {
		c := &r.found[i]
		n := len(c.content)
		if n == 2 && c.content[0].last < c.cue.first && c.content[1].first > c.cue.last && !c.quote {
			if t := c.content[1].first; r.ties(r.behindOnly(t), r.behindOnly(t) > t) {
				r.share(i, c.content[0], c.content[1])
			}
			r.heldOver(c)
		}
		if n == 0 || c.content[n-1].last >= c.cue.first || r.rel(c.head) == ud.Acl || c.class > revealClass && c.class != believeClass {
			continue
		}
		left := c.content[n-1]
		from := c.cue.last
		for _, s := range c.source {
			from = max(from, s.last)
		}
		if r.isMark(from, ",") {
			from--
		}
		t, shared := r.resumption(c, left, from+1)
		if t == annot.None {
			continue
		}
		tail, ok := r.tailFrom(t)
		if !ok {
			continue
		}
		c.content = append(c.content, tail)
		if shared {
			r.share(i, left, tail)
		} else {
			r.sameSubject(i, left, tail)
		}
	}
	r.found = append(r.found, r.kept...)
	r.order()
}

// sameSubject gives a cue in what goes on behind an aside the source of the cue
// before the aside: "X is open to a sale, Y said, but has no plans to leave".
func (r *reading) sameSubject(i int, left, tail run) {
	low, high := r.mates(i)
	for j := low; j < high; j++ {
		o := &r.found[j]
		if !tail.has(o.cue.first) || o.cue.first > tail.first+2 || len(o.source) == 0 || r.found[i].sourceHead != o.sourceHead {
			continue
		}
		for k := low; k < j; k++ {
			if s := &r.found[k]; k != i && left.has(s.head) && len(s.source) > 0 {
				o.source, o.sourceHead = s.source, s.sourceHead
				break
			}
		}
	}
}

// share gives a condition behind the cue of candidate i to what is offered or
// wanted in the words before it.
func (r *reading) share(i int, left, tail run) {
	low, high := r.mates(i)
	for j := low; j < high; j++ {
		o := &r.found[j]
		if k := len(o.content) - 1; j != i && o.head <= left.last && o.content[k].last == left.last && o.content[k].first > o.cue.last {
			o.content = append(o.content, tail)
		}
	}
}

// heldOver finds the cue at the end of the words before an aside that takes
// the words behind it: "It was hoped, she said, that", "stood ready, he added,
// to pay".
func (r *reading) heldOver(c *candidate) {
	v, right := c.content[0].last, c.content[1]
	entries := r.verbEntries(v)
	if r.is(v, ud.ADJ) {
		entries = r.words.adjectives[strings.ToLower(r.form(v))]
	} else if !r.is(v, ud.VERB) {
		return
	}
	open, word := clausal, strings.ToLower(r.form(right.first))
	switch {
	case word == "to" && r.is(right.first, ud.PART):
		open = infinitive
	case word != "that" || !r.is(right.first, ud.SCONJ):
		return
	}
	for _, e := range entries {
		k := e.takes(open, "")
		if len(e.rest) > 0 || k == nil || k.weak {
			continue
		}
		for j := range r.found {
			if r.found[j].head == v {
				return
			}
		}
		cue := r.cueRun(v, v)
		src := r.sourceOf(v)
		if g := r.headOf(v); r.is(v, ud.ADJ) && r.rel(v) == ud.Xcomp && g == v-1 {
			cue.first, src = r.cueRun(g, g).first, r.sourceOf(g)
		}
		if len(src.runs) > 0 && src.runs[0].last >= cue.first || len(src.runs) == 0 && !r.passive(v) {
			return
		}
		r.kept = append(r.kept, candidate{rule: c.rule, class: k.class, head: v, cue: cue, source: src.runs, sourceHead: src.head, content: []run{right}})
		return
	}
}

// resumption returns where content goes on behind a cue that is set into it,
// or None; shared says that it is a condition, of what is offered as well.
func (r *reading) resumption(c *candidate, left run, from annot.TokenID) (t annot.TokenID, shared bool) {
	end := r.sentence(c.head).last
	t = from
	for t < end && !r.isMark(t, ",–—") { // who was told, when, where
		if r.is(t, ud.VERB, ud.AUX, ud.SCONJ) && r.feats(t, ud.VerbFormFin) || r.is(t, ud.PUNCT) || t > from+longestHearer {
			return annot.None, false
		}
		t++
	}
	if t++; t+2 >= end || r.inside[t] != r.inside[c.head] || r.opens[t] != annot.None {
		return annot.None, false
	}
	u := r.behindOnly(t)
	if r.ties(u, u > t) || !c.quote && r.waits(u, left) {
		return t, true
	}
	if !c.quote && !r.mainFinite(left) && r.finiteAt(t, end) && !r.is(t, ud.PUNCT) {
		return t, false // "Pelham, it is understood, will not raise it"
	}
	if !r.is(t, ud.CCONJ) || c.quote || r.form(t) == "or" {
		return annot.None, false
	}
	v := r.verbBehind(t+1, end)
	switch {
	case v == annot.None || r.quoting(v) && !r.shifted(v) && (r.is(c.head, ud.VERB) && !strings.EqualFold(r.form(c.cue.first), "according") || !r.is(t+1, ud.AUX)):
		return annot.None, false
	case !r.subjectful(v) && (r.is(t+1, ud.AUX) || !r.is(c.head, ud.VERB)), r.subjectful(v) && r.shifted(v):
		return t, false
	}
	return annot.None, false
}

// behindOnly returns the token behind "but", "only" and "even".
func (r *reading) behindOnly(t annot.TokenID) annot.TokenID {
	for strings.EqualFold(r.form(t), "but") || strings.EqualFold(r.form(t), "only") || strings.EqualFold(r.form(t), "even") {
		t++
	}
	return t
}

// waits reports whether a time that content with a modal verb waits for opens
// at a token: "will come back, she said, when the draft exists".
func (r *reading) waits(t annot.TokenID, left run) bool {
	switch strings.ToLower(r.form(t)) {
	case "when", "once", "until", "after", "before":
	default:
		return false
	}
	v := r.verbBehind(t+1, r.sentence(t).last)
	if v == annot.None || !r.subjectful(v) {
		return false
	}
	for u := left.first; u <= left.last; u++ {
		if r.is(u, ud.VERB, ud.AUX) && r.modal(u) || r.rel(u) == ud.Aux && r.modal(r.headOf(u)) {
			return true
		}
	}
	return false
}

// tailFrom returns what goes on at a token: to the end of its sentence, but
// without what is set behind it or said beside it.
func (r *reading) tailFrom(t annot.TokenID) (run, bool) {
	a := run{t, r.sentence(t).last}
	for u := t + 1; u < a.last; u++ {
		switch {
		case r.isMark(u, ";—–"), r.inside[u] != r.inside[t] && r.inside[t] != annot.None:
			a.last = u
		case r.isMark(u, ",") && (r.is(u+1, ud.VERB) && r.gerundive(u+1) && r.quoting(u+1) || r.is(u+1, ud.DET) && !r.mainFinite(run{u + 1, a.last})):
			a.last = u
		}
	}
	for a.last > a.first && r.is(a.last, ud.PUNCT) && r.shuts[a.last] == annot.None {
		a.last--
	}
	if a.last < a.first+2 {
		return a, false
	}
	return r.edges(a)
}
