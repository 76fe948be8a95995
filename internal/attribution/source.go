package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// reach bounds how many verbs the search for a source climbs.
const reach = 6

// A source is who attributes: its words, and the head of the phrase that
// names it. A source without words was not found.
type source struct {
	runs []run
	head annot.TokenID
}

var noSource = source{head: annot.None}

// sourceOf finds who says, thinks or does what a verb says: its subject, the
// agent of a passive, or the subject that it shares with the verb it hangs on.
func (r *reading) sourceOf(v annot.TokenID) source {
	if r.passive(v) {
		return r.agent(v)
	}
	s := r.subject(v, reach)
	if s == annot.None {
		return noSource
	}
	return r.sourceAt(s, v)
}

// agent returns the "by" phrase of a passive.
func (r *reading) agent(v annot.TokenID) source {
	for c := range r.syn.Children(v) {
		if c < v || r.rel(c) != ud.OblAgent && r.rel(c) != ud.Obl {
			continue
		}
		if p, _ := r.prep(c); p == "by" && (r.rel(c) == ud.OblAgent || !r.temporal(c)) {
			return r.sourceAt(c, v)
		}
	}
	return r.agentBehindAs(v)
}

// sourceAt makes a source of the phrase around a head.
func (r *reading) sourceAt(s, v annot.TokenID) source {
	if s == annot.None || r.is(s, ud.PRON) && r.rel(s) == ud.Expl {
		return noSource
	}
	if r.relative(s) && r.rel(v) == ud.Conj && r.isMark(r.cueRun(v, v).first-1, ",") {
		if a := r.antecedent(v); a != annot.None { // "X, which ..., said": not a second verb of the clause
			return source{runs: []run{r.phrase(a, v)}, head: a}
		}
	}
	if r.relative(s) {
		a := r.trim(r.subtree(s))
		if p := a.first - 1; p > 0 && r.form(p) == "of" && r.is(p-1, ud.NUM, ud.PRON, ud.DET, ud.ADJ, ud.NOUN) {
			a.first = p - 1 // "one of whom"
		}
		return source{runs: []run{a}, head: r.antecedent(v)}
	}
	return source{runs: []run{r.phrase(s, v)}, head: s}
}

// relative reports whether a pronoun opens a relative clause.
func (r *reading) relative(t annot.TokenID) bool {
	if !r.is(t, ud.PRON, ud.DET) {
		return false
	}
	if r.feats(t, ud.PronTypeRel) {
		return true
	}
	switch strings.ToLower(r.form(t)) {
	case "who", "which", "whom":
		return true
	case "that":
		for h := r.headOf(t); h != annot.None; h = r.headOf(h) {
			if r.rel(h) == ud.AclRelcl {
				return true
			}
			if r.rel(h) != ud.Conj {
				break
			}
		}
	}
	return false
}

// antecedent returns the noun that the relative clause around a verb stands
// to, or None.
func (r *reading) antecedent(v annot.TokenID) annot.TokenID {
	for h := v; h != annot.None; h = r.headOf(h) {
		if r.rel(h) == ud.AclRelcl {
			return r.headOf(h)
		}
	}
	return annot.None
}

// subject returns the head of the subject of a verb or predicate, its own or
// a shared one, or None.
func (r *reading) subject(v annot.TokenID, left int) annot.TokenID {
	own := annot.TokenID(annot.None)
	for c := range r.syn.Children(v) {
		switch r.rel(c) {
		case ud.Nsubj, ud.NsubjPass, ud.NsubjOuter:
			if r.is(c, ud.PRON) && r.lemma(c) == "there" {
				return annot.None
			}
			if own == annot.None || c < v || own < v && r.quotedBetween(own, v) {
				own = c // of two, the one beside the verb
			}
		case ud.Expl:
			return annot.None
		}
	}
	if own != annot.None {
		return own
	}
	h := r.headOf(v)
	if h == annot.None || left == 0 {
		return annot.None
	}
	switch r.rel(v) {
	case ud.Conj:
		if r.is(h, ud.VERB, ud.AUX, ud.ADJ) || r.hasChild(h, ud.Cop) || r.subjectful(h) {
			return r.subject(h, left-1)
		}
		if r.is(h, ud.NOUN, ud.PROPN, ud.PRON) && r.gerundive(v) {
			return h
		}
	case ud.Xcomp:
		return r.controller(v, h, left)
	case ud.Ccomp, ud.Csubj:
		if r.gerundive(v) || r.infinite(v) {
			return r.subject(h, left-1)
		}
	case ud.Advcl, ud.Parataxis, ud.Dep, ud.Obl:
		if p, _ := r.prep(v); p == "as" && r.lemma(h) == "quote" {
			if o := r.child(h, ud.Obj); o != annot.None {
				return o // "quoted him as saying"
			}
		} else if o := r.child(h, ud.Obj, ud.Iobj); answersFor(r.lemma(h), p) && r.gerundive(v) && o != annot.None && o < v {
			return o // "thanked Halvik for agreeing", "talked them into accepting"
		}
		if r.gerundive(v) || r.infinite(v) || r.rel(v) != ud.Advcl || !r.finite(v) {
			return r.subject(h, left-1)
		}
	case ud.Acl:
		if r.gerundive(v) && !r.infinite(v) {
			if r.is(h, ud.NOUN, ud.PROPN, ud.PRON, ud.NUM) {
				return h
			}
			return r.subject(h, left-1)
		}
		if r.infinite(v) {
			return r.holderOf(h)
		}
		if !r.passive(v) && r.is(h, ud.NOUN, ud.PROPN) { // a past tense that the tree takes for a participle
			return h
		}
	}
	return annot.None
}

// subjectful reports whether a token has a subject of its own.
func (r *reading) subjectful(t annot.TokenID) bool {
	return r.child(t, ud.Nsubj, ud.NsubjPass, ud.NsubjOuter) != annot.None
}

// controller returns who is meant to do what an open complement says: the
// object of verbs such as "urge", or else the subject.
func (r *reading) controller(v, h annot.TokenID, left int) annot.TokenID {
	if o := r.child(h, ud.Obj, ud.Iobj); o != annot.None && o < v && r.infinite(v) {
		switch r.lemma(h) {
		case "promise", "threaten", "vow", "use":
		default:
			return o
		}
	}
	return r.subject(h, left-1)
}

// holderOf returns the possessor or the "by" or "of" phrase of a noun, or
// who does what its verb says: whose promise a promise is. It may be None.
func (r *reading) holderOf(n annot.TokenID) annot.TokenID {
	if p := r.child(n, ud.NmodPoss); p != annot.None {
		return p
	}
	for c := range r.syn.Children(n) {
		if r.rel(c) != ud.Nmod || c < n {
			continue
		}
		if p, _ := r.prep(c); p == "by" || p == "from" || p == "among" || p == "in" && r.lemma(n) == "report" && r.is(c, ud.PROPN) {
			return c
		}
	}
	return annot.None
}

// phrase returns the run of a noun phrase as a source gives it: with title,
// apposition and a relative clause that says who it is, but without what only
// circumstances add, and without a relative clause around the cue v itself.
func (r *reading) phrase(h, v annot.TokenID) run {
	whole := r.subtree(h)
	first, last := whole.first, h
	for first < h && r.leading(first, h) {
		first++
	}
	if r.rel(h) == ud.NmodPoss {
		return run{first, h} // without the clitic
	}
	aside := false
	for c := range r.syn.Children(h) {
		if c < h {
			continue
		}
		sub := r.subtree(c)
		if r.circumstance(c, h) || sub.has(v) || r.attributes(c) {
			break
		}
		if r.rel(c) == ud.Punct {
			continue
		}
		if sub.first > 0 && r.isMark(sub.first-1, ",") || r.isMark(sub.first, ",") {
			aside = aside || r.rel(c) == ud.Appos || r.rel(c) == ud.AclRelcl || r.rel(c) == ud.Acl || r.rel(c) == ud.Nmod
		}
		last = max(last, sub.last)
	}
	if v > h && last >= v {
		last = v - 1
	}
	out := r.trim(run{first, last})
	if out.last < last && r.isMark(last, ")]") {
		out.last = last
	}
	if r.isMark(out.last+1, ")]") && r.bracketOpen(out) {
		out.last++
	}
	if aside && r.isMark(out.last+1, ",") && r.sent[out.last+1] == r.sent[h] {
		out.last++
	}
	return out
}

// bracketOpen reports whether a run opens a bracket that it does not shut.
func (r *reading) bracketOpen(a run) bool {
	depth := 0
	for t := a.first; t <= a.last; t++ {
		switch r.form(t) {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
	}
	return depth > 0
}

// leading reports whether the word at the beginning of a phrase is none of
// it: a preposition, a conjunction or a mark.
func (r *reading) leading(t, h annot.TokenID) bool {
	switch r.rel(t) {
	case ud.Case, ud.Mark, ud.Cc, ud.Punct, ud.Fixed:
		return r.form(t) != "(" && r.form(t) != "$"
	case ud.Advmod:
		return r.headOf(t) == h && !r.is(t, ud.ADJ) && r.isMark(t+1, ",")
	}
	return false
}

// circumstance reports whether a dependent after the head of a phrase tells
// when or in what doing, not who.
func (r *reading) circumstance(c, h annot.TokenID) bool {
	switch r.rel(c) {
	case ud.Parataxis, ud.Dep, ud.Advcl, ud.Discourse, ud.OblUnmarked, ud.Obl:
		return true
	case ud.NmodUnmarked, ud.Nmod:
		return r.temporal(c)
	case ud.Acl, ud.AclRelcl:
		if r.rel(c) == ud.AclRelcl && (!r.gerundive(c) || r.subjectful(c)) {
			return false
		}
		left := r.subtree(c).first
		return r.isMark(left, ",") || left > 0 && r.isMark(left-1, ",")
	}
	return false
}

// attributes reports whether a relative clause is an attribution itself.
func (r *reading) attributes(c annot.TokenID) bool {
	if r.rel(c) != ud.AclRelcl || !r.is(c, ud.VERB) {
		return false
	}
	s := r.child(c, ud.Nsubj)
	if s == annot.None || !r.relative(s) {
		return false
	}
	for _, e := range r.verbEntries(c) {
		if len(e.rest) == 0 && e.any(clausal, quoted) && r.child(c, ud.Ccomp) != annot.None {
			return true
		}
	}
	return false
}

// temporal reports whether a phrase tells the time.
func (r *reading) temporal(t annot.TokenID) bool {
	switch r.lemma(t) {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today", "tomorrow",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"week", "month", "year", "morning", "evening", "night", "afternoon", "weekend", "hour", "minute":
		return r.rel(t) != ud.NmodPoss
	}
	return r.is(t, ud.NUM) && r.rel(t) == ud.Nmod
}

// Trees err at the edges of noun phrases more than elsewhere. What follows
// corrects a source by the words beside it.

// mend returns a source with the words beside it that can only belong to it,
// and finds one where the tree has none though a noun stands before the cue.
func (r *reading) mend(s source, v annot.TokenID, cue run) source {
	if len(s.runs) == 0 && r.gerundive(v) {
		return r.participant(v)
	}
	if len(s.runs) == 0 {
		if s = r.nounBefore(v, cue); len(s.runs) == 0 {
			return s
		}
	}
	a := s.runs[0]
	if len(s.runs) > 1 || r.relative(a.first) && a.first == a.last {
		return s
	}
	if a.has(s.head) {
		a = r.sameLevel(a, s.head)
	}
	if b, h := r.governor(a, s.head, v); h != s.head {
		a, s.head = b, h
	}
	if a.overlaps(cue) {
		if a.first < cue.first {
			a.last = cue.first - 1
		} else if a.last > cue.last {
			a.first = cue.last + 1
		}
	}
	if first, head := r.leftward(a.first); first < a.first {
		a.first = first
		if head != annot.None {
			s.head = head
		}
	}
	if a.last < cue.first {
		a.last = r.rightward(a, s.head, cue.first)
	}
	for a.first < a.last && r.droppable(a.first) {
		a.first++
	}
	s.runs, s.head = []run{a}, r.behindPossessive(a, s.head)
	return s
}

// participant returns the source of a participle that the tree hangs
// nowhere: that of the attribution before it in its sentence and quotation,
// or else the subject of the sentence.
func (r *reading) participant(v annot.TokenID) source {
	if s := r.neighbour(v); len(s.runs) > 0 {
		return s
	}
	root := r.syn.Root(r.sent[v])
	if root == annot.None || root == v || r.inside[root] != r.inside[v] {
		return noSource
	}
	if s := r.subject(root, 0); s != annot.None && r.inside[s] == r.inside[v] {
		return r.sourceAt(s, root)
	}
	return noSource
}

// nounBefore returns the noun phrase that stands right before the cue of a
// full verb.
func (r *reading) nounBefore(v annot.TokenID, cue run) source {
	if r.infinite(v) || r.passive(v) || r.rel(v) == ud.Conj || r.rel(v) == ud.Xcomp || r.hasChild(v, ud.Expl) {
		return noSource
	}
	low := r.sentence(v).first
	t := cue.first - 1
	for t >= low && (r.is(t, ud.ADV) || r.temporal(t) && t == cue.first-1 || r.isMark(t, ",") && t == cue.first-1) {
		t--
	}
	if t < low || !r.is(t, ud.NOUN, ud.PROPN, ud.PRON) || r.temporal(t) || r.inside[t] != r.inside[v] {
		return noSource
	}
	h := t
	for up := r.headOf(h); up != annot.None && up < cue.first && r.is(up, ud.NOUN, ud.PROPN, ud.PRON) && r.inside[up] == r.inside[v]; up = r.headOf(h) {
		h = up
	}
	return source{runs: []run{r.phrase(h, v)}, head: h}
}

// sameLevel cuts a run to the quotation of its head.
func (r *reading) sameLevel(a run, h annot.TokenID) run {
	for t := h; t >= a.first; t-- {
		if r.inside[t] != r.inside[h] && (r.shuts[t] == annot.None || r.utterance(r.shuts[t])) {
			a.first = t + 1
			break
		}
	}
	for t := h; t <= a.last; t++ {
		if q := r.opens[t]; q != annot.None && r.inside[t] != r.inside[h] && r.utterance(q) {
			a.last = t - 1
			break
		}
	}
	return a
}

// governor climbs from a noun that the tree takes for the subject though a
// preposition or a participle stands before it: to "a person" from "the talks"
// in "a person close to the talks said".
func (r *reading) governor(a run, h, v annot.TokenID) (run, annot.TokenID) {
	low := r.sentence(v).first
	p := a.first - 1
	if a.first > h || p <= low || r.inside[p] != r.inside[h] {
		return a, h
	}
	switch {
	case r.is(p, ud.VERB) && r.headOf(v) != p && (r.rel(p) == ud.AclRelcl || r.rel(p) == ud.Acl) && r.headOf(p) < p && r.is(r.headOf(p), ud.NOUN, ud.PROPN):
		g := r.headOf(p)
		b := r.phrase(g, v)
		b.last = max(b.last, a.last)
		return b, g
	case r.is(p, ud.ADP) && r.rel(h) == ud.Nsubj && r.lower(h):
		g := p - 1
		for g > low && r.is(g, ud.ADJ, ud.ADV, ud.ADP) {
			g--
		}
		if !r.is(g, ud.NOUN) || r.temporal(g) {
			return a, h
		}
		first, _ := r.leftward(g)
		return run{first, a.last}, g
	}
	return a, h
}

// leftward returns where a phrase begins: words of noun phrases right before
// it, and a first conjunct at the head of the sentence, of which it returns
// the last noun as well.
func (r *reading) leftward(t annot.TokenID) (first, head annot.TokenID) {
	low := r.sentence(t).first
	for t > low && r.nounly(t-1) && r.inside[t-1] == r.inside[t] && !r.is(t, ud.DET, ud.PRON) {
		t--
	}
	if t-1 > low && r.is(t-1, ud.CCONJ) && r.form(t-1) == "and" {
		u := t - 1
		for u > low && (r.nounly(u-1) || r.form(u-1) == "of") {
			u--
		}
		if u < t-1 && !r.is(u, ud.ADP) && (u == low || r.is(u-1, ud.PUNCT, ud.CCONJ, ud.SCONJ)) {
			return u, t - 2
		}
	}
	return t, annot.None
}

// nounly reports whether a word is one that noun phrases are made of.
func (r *reading) nounly(t annot.TokenID) bool {
	switch r.syn.Words[t].UPOS {
	case ud.NOUN, ud.PROPN, ud.NUM:
		return !r.temporal(t)
	case ud.ADJ, ud.DET:
		return r.rel(t) != ud.Root
	case ud.PRON:
		return r.rel(t) == ud.NmodPoss
	case ud.PART:
		return r.rel(t) == ud.Case
	}
	return false
}

// rightward returns where a phrase before its cue ends: phrases that follow a
// common noun without a comma say which one is meant.
func (r *reading) rightward(a run, h, cue annot.TokenID) annot.TokenID {
	t := a.last
	if t+1 >= cue || !r.is(t, ud.NOUN) || !r.is(t+1, ud.ADP, ud.VERB) || !r.lower(h) {
		return t
	}
	for u := t + 1; u < cue; u++ {
		if r.is(u, ud.PUNCT, ud.AUX, ud.SCONJ, ud.ADV) || r.feats(u, ud.VerbFormFin) || r.inside[u] != r.inside[h] || r.temporal(u) && u-t < 4 {
			return t
		}
	}
	return cue - 1
}
