package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A trigger is a word of the lexicon in its place.
type trigger struct {
	t       annot.TokenID // the word that carries the cue's meaning
	last    annot.TokenID // the last word of the entry
	entry   *entry
	passive bool
}

// verbEntries returns the entries of a verb by its lemma, or, where a tagger
// has cut that wrongly ("hop" for "hoped"), by its form.
func (r *reading) verbEntries(t annot.TokenID) []*entry {
	if list := r.words.verbs[r.lemma(t)]; list != nil {
		return list
	}
	w := strings.ToLower(r.form(t))
	if lemma, ok := r.words.forms[w]; ok {
		return r.words.verbs[lemma]
	}
	switch {
	case strings.HasSuffix(w, "ed"):
		return r.stems(w[:len(w)-2], w[:len(w)-1])
	case strings.HasSuffix(w, "ing"):
		return r.stems(w[:len(w)-3], w[:len(w)-3]+"e")
	}
	return nil
}

// stems returns the entries of a verb by what a suffix leaves: the stem, the
// stem with its "e", or with its doubled consonant made one.
func (r *reading) stems(stem, withE string) []*entry {
	if list := r.words.verbs[withE]; list != nil {
		return list
	}
	if list := r.words.verbs[stem]; list != nil {
		return list
	}
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
		return r.words.verbs[stem[:n-1]]
	}
	return nil
}

// restAt matches the words of an entry after its first, with adverbs between,
// or before a noun what may stand there ("give its full backing to"). It returns the last of them, or t itself
// where a particle stands behind the object ("shot the plan down").
func (r *reading) restAt(t annot.TokenID, rest []string) (annot.TokenID, bool) {
	end := r.sentence(t).last
	v := t
	for _, w := range rest {
		t++
		for skip := 0; skip < 3 && t <= end && r.between(t) && !r.isWord(t, w); skip++ {
			t++
		}
		if t > end || !r.isWord(t, w) || len(rest) == 1 && t > v+1 && !r.is(t-1, ud.ADV) && !r.is(t, ud.NOUN) {
			return v, len(rest) == 1 && r.parted(v, w)
		}
	}
	return t, true
}

// isWord reports whether a token is a word of an entry, by form or lemma.
func (r *reading) isWord(t annot.TokenID, w string) bool {
	return strings.EqualFold(r.form(t), w) || r.lemma(t) == w
}

// between reports whether a token may stand between two words of an entry.
func (r *reading) between(t annot.TokenID) bool {
	return r.is(t, ud.ADV, ud.DET, ud.ADJ) || r.is(t, ud.PRON) && r.rel(t) == ud.NmodPoss
}

// parted reports whether a verb has a particle behind its object.
func (r *reading) parted(v annot.TokenID, particle string) bool {
	p, o := r.child(v, ud.CompoundPrt), r.child(v, ud.Obj)
	return p > v+1 && strings.EqualFold(r.form(p), particle) && o > v && o < p && !r.is(o, ud.PRON)
}

// allowed reports whether a complement attributes here: where it is weak,
// only in a full clause whose subject can speak or think.
func (r *reading) allowed(c *complement, tr trigger) bool {
	if c == nil || c.no && !r.unwilling(tr.t) && !(c.class == refuseClass && r.negated(tr.t)) {
		return false
	}
	if !c.weak {
		return true
	}
	s := r.child(tr.t, ud.Nsubj)
	return s != annot.None && r.finite(tr.t) && !tr.passive && r.minded(s)
}

// minded reports whether a subject can speak or think, as far as its form
// tells.
func (r *reading) minded(s annot.TokenID) bool {
	if r.is(s, ud.PRON, ud.DET) {
		switch r.lemma(s) {
		case "it", "this", "that", "which", "there", "what":
			return false
		}
		return true
	}
	return r.is(s, ud.PROPN, ud.NOUN, ud.ADJ, ud.NUM)
}

// dependent returns the first dependent with one of these relations of the
// verb, or of the entry's last word where it has several ("make clear that").
func (r *reading) dependent(tr trigger, rels ...ud.DepRel) annot.TokenID {
	if c := r.child(tr.t, rels...); c != annot.None {
		return c
	}
	if tr.last != tr.t {
		return r.child(tr.last, rels...)
	}
	return annot.None
}

// make builds a candidate of a verb; the source is found here.
func (r *reading) build(tr trigger, c *complement, cue run, content ...run) (candidate, bool) {
	if len(content) == 0 {
		return candidate{}, false
	}
	for i, a := range content {
		content[i] = r.untorn(a)
	}
	if r.feats(tr.t, ud.MoodImp) && !tr.passive && r.rel(tr.t) == ud.Root && !r.subjectful(tr.t) {
		return candidate{}, false // "call it a thought"
	}
	src := r.sourceOf(tr.t)
	if !tr.passive {
		src = r.mend(src, tr.t, cue)
	}
	if n := len(src.runs); n == 1 && src.runs[0].first > cue.last && src.runs[0].first < content[0].first {
		src.runs[0].last = min(src.runs[0].last, content[0].first-1)
	}
	return candidate{class: c.class, weak: c.weak, head: tr.t, cue: cue, source: src.runs, sourceHead: src.head, content: content}, true
}

// untorn lengthens content by a quotation that it opens and that goes on in
// the next sentences.
func (r *reading) untorn(a run) run {
	end := r.sentence(a.last).last
	for t := a.first; t <= a.last; t++ {
		if q := r.opens[t]; q != annot.None && r.quo.List[q].Parent == r.inside[max(a.first-1, 0)] {
			if p := r.pieces[q][0]; p.first == t && p.last > end {
				return run{a.first, p.last}
			}
		}
	}
	return a
}

// clause reads "X said that ...", "X said ..." and "..., X said" where the
// tree has the clause under the verb.
func (r *reading) clause(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if !r.allowed(c, tr) || r.afterWhat(tr.t) && r.child(tr.t, ud.Obj, ud.Iobj) != annot.None {
		return candidate{}, false
	}
	cl := r.dependent(tr, ud.Ccomp)
	if cl == annot.None && (tr.passive || r.hasChild(tr.t, ud.Expl)) {
		cl = r.child(tr.t, ud.Csubj, ud.CsubjPass)
	}
	if cl == annot.None {
		cl = r.embedded(tr)
	}
	if cl == annot.None && tr.entry.takes(addressed, "") != nil {
		cl = r.astray(tr)
	}
	if a := r.child(tr.last, ud.Acl); cl == annot.None && tr.last != tr.t && r.is(tr.last, ud.NOUN) && a != annot.None {
		if p, _ := r.prep(a); p == "that" {
			cl = a // "served notice that"
		}
	}
	if cl == annot.None || r.gerundive(cl) && !r.subjectful(cl) && tr.entry.takes(gerund, "") != nil {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	if cl < tr.t && tr.entry.takes(quoted, "") == nil || cl > tr.t && r.strayed(tr, c, cl, cue) {
		return candidate{}, false
	}
	if cl > tr.t {
		a, ok := r.after(cl, cue)
		if !ok {
			return candidate{}, false
		}
		a = r.runOn(r.startOf(tr, cl, a, cue), tr.t, true)
		if w := r.gap(tr.t, cl); w != annot.None {
			return r.build(tr, c, cue, r.subtree(w), a)
		}
		return r.build(tr, c, cue, a)
	}
	stop := r.clauseStart(tr.t, cl)
	a, ok := r.before(cl, stop)
	if !ok {
		return candidate{}, false
	}
	if whole := r.subtree(cl); whole.last > cue.last { // the cue stands inside the clause
		return r.build(tr, c, cue, r.around(cl, run{stop, r.clauseEnd(tr.t, cue)})...)
	}
	if r.atFront(tr, c, a, stop) {
		a.first = min(a.first, r.front(tr.t))
	}
	return r.build(tr, c, cue, a)
}

// atFront reports whether a clause before its cue takes all of the sentence
// before it.
func (r *reading) atFront(tr trigger, c *complement, a run, stop annot.TokenID) bool {
	return c.class.speech() && a.last >= stop-3 && r.inside[a.first] == r.inside[a.last] && r.inside[r.front(tr.t)] == r.inside[tr.t] &&
		r.endsSentence(r.clauseEnd(tr.t, r.cueRun(tr.t, tr.last)))
}

// strayed reports whether the clause that the tree hangs on a verb is not its
// content: another verb's words, or a condition.
func (r *reading) strayed(tr trigger, c *complement, cl annot.TokenID, cue run) bool {
	first := r.subtree(cl).first
	if p, _ := r.prep(cl); p == "if" && c.class != askClass && c.class != knowClass && first > cue.last+1 {
		return true
	}
	if r.is(first, ud.AUX, ud.VERB) && (strings.EqualFold(r.form(first), "should") || strings.EqualFold(r.form(first), "were")) && first > cue.last+1 {
		return true // "should the talks fail"
	}
	for t := cue.last + 1; t < first; t++ {
		if r.is(t, ud.VERB) && r.quoting(t) && r.rel(t) != ud.AclRelcl {
			return true
		}
	}
	return false
}

// gap returns the relative pronoun that the clause under a verb lacks its
// subject or object for: "which X said was dead", or None.
func (r *reading) gap(v, cl annot.TokenID) annot.TokenID {
	if r.rel(v) != ud.AclRelcl && r.headOf(v) != annot.None && r.rel(v) != ud.Conj {
		return annot.None
	}
	s := r.subject(v, 0)
	for _, h := range []annot.TokenID{v, cl} {
		for w := range r.syn.Children(h) {
			if w < v && w != s && r.relative(w) && (r.rel(w) == ud.Obj || r.rel(w) == ud.Nsubj || r.rel(w) == ud.NsubjPass) {
				return w
			}
		}
	}
	return annot.None
}

// embedded returns a question, or an object that is a free relative, as a
// clause.
func (r *reading) embedded(tr trigger) annot.TokenID {
	for _, t := range []annot.TokenID{tr.t, tr.last} {
		for c := range r.syn.Children(t) {
			if r.rel(c) != ud.Advcl || c < tr.last || c == tr.t {
				continue
			}
			if p, _ := r.prep(c); p == "whether" || p == "that" || p == "if" && r.subtree(c).first == tr.last+1 {
				return c
			}
		}
		if tr.last == tr.t {
			break
		}
	}
	return annot.None
}

// astray returns a full clause with "that" which the tree hangs on a phrase
// behind a verb: "had been told by commanders that the captives were alive".
func (r *reading) astray(tr trigger) annot.TokenID {
	for o := range r.syn.Children(tr.t) {
		if o < tr.t || r.rel(o) != ud.Obj && r.rel(o) != ud.Iobj && r.rel(o) != ud.Obl && r.rel(o) != ud.OblAgent {
			continue
		}
		for x := range r.syn.Children(o) {
			if x > o && (r.rel(x) == ud.AclRelcl || r.rel(x) == ud.Acl) && r.subjectful(x) {
				if first := r.subtree(x).first; strings.EqualFold(r.form(first), "that") && r.rel(first) == ud.Mark {
					return x
				}
			}
		}
	}
	return annot.None
}

// startOf corrects where a clause behind its cue begins: with its "that", not
// with who is addressed, and with the subject that the tree takes for an
// object.
func (r *reading) startOf(tr trigger, cl annot.TokenID, a, cue run) run {
	for t := a.first - 1; t <= a.first+6 && t < cl; t++ {
		if t > cue.last && strings.EqualFold(r.form(t), "that") && r.is(t, ud.SCONJ) {
			a.first = t
			return a
		}
		if t >= a.first && r.is(t, ud.VERB, ud.AUX, ud.PUNCT) {
			break
		}
	}
	for a.first < cl && (r.temporal(a.first) || r.is(a.first, ud.ADP) && r.temporal(a.first+1)) && r.is(a.first+1, ud.DET, ud.NOUN, ud.PROPN, ud.PRON, ud.ADP) {
		a.first++
	}
	addressee := tr.entry.takes(addressed, "") != nil
	o := r.child(tr.t, ud.Obj, ud.Iobj)
	switch {
	case addressee && o == annot.None && a.first == cue.last+1 && !tr.passive && !r.is(a.first, ud.SCONJ):
		if s := r.subject(cl, 0); s != annot.None && s > a.first && r.subtree(s).first > a.first {
			a.first = r.subtree(s).first
		}
	case !addressee && o != annot.None && o > cue.last && o < a.first && r.subtree(o).first == cue.last+1 && !r.subjectful(cl):
		a.first = cue.last + 1
	}
	return a
}

// clauseStart returns the first word of a verb's own clause, without the
// content before it.
func (r *reading) clauseStart(v, content annot.TokenID) annot.TokenID {
	first := v
	for c := range r.syn.Children(v) {
		if c > v {
			break
		}
		switch r.rel(c) {
		case ud.Nsubj, ud.NsubjPass, ud.Aux, ud.AuxPass, ud.Advmod, ud.Expl, ud.Mark:
			if sub := r.subtree(c); sub.first < first && sub.first > content {
				t := r.behindQuotation(sub.first, v)
				for t < c && r.is(t, ud.PUNCT) {
					t++
				}
				if t <= c {
					first = min(first, t)
				}
			}
		}
	}
	return first
}

// behindQuotation returns the first token of [t, v) behind a quotation that
// ends there.
func (r *reading) behindQuotation(t, v annot.TokenID) annot.TokenID {
	for u := v - 1; u >= t; u-- {
		if q := r.shuts[u]; q != annot.None && r.quo.List[q].Parent == r.inside[v] && r.utterance(q) {
			for u++; r.isMark(u, ","); u++ {
			}
			return u
		}
	}
	return t
}

// quotedBetween reports whether a quotation at the level of v ends between
// two tokens.
func (r *reading) quotedBetween(t, v annot.TokenID) bool {
	for ; t < v; t++ {
		if q := r.shuts[t]; q != annot.None && r.quo.List[q].Parent == r.inside[v] && r.utterance(q) {
			return true
		}
	}
	return false
}

// clauseEnd returns the last word of a verb's own short clause: its subject
// behind it, who is addressed, when and where.
func (r *reading) clauseEnd(v annot.TokenID, cue run) annot.TokenID {
	last := cue.last
	for c := range r.syn.Children(v) {
		if c < v {
			continue
		}
		switch r.rel(c) {
		case ud.Nsubj, ud.Obj, ud.Iobj, ud.Obl, ud.OblUnmarked, ud.Advmod, ud.Advcl, ud.Conj, ud.CompoundPrt:
			last = max(last, r.subtree(c).last)
		}
	}
	return last
}

// dependentContent reports whether a verb has content of its own.
func (r *reading) dependentContent(v annot.TokenID) bool {
	return r.child(v, ud.Ccomp, ud.Xcomp) != annot.None
}

// leads reports whether a verb makes one cue with the verb it governs, where that has content
// of its own: "declined to say whether".
func (r *reading) leads(g, v annot.TokenID) bool {
	switch r.lemma(g) {
	case "decline", "refuse", "fail", "continue", "begin", "start", "hasten", "dare", "proceed", "seem", "appear", "have", "use", "go", "come", "rush":
		return r.infinite(v) || r.gerundive(v)
	case "quote":
		p, _ := r.prep(v)
		return p == "as"
	}
	return false
}

// leadIn widens a cue by the verb that governs it.
func (r *reading) leadIn(c *candidate) {
	v := c.head
	if g := v - 2; g >= 0 && r.headOf(v) == g && r.rel(v) == ud.Conj && (strings.EqualFold(r.form(v-1), "or") || strings.EqualFold(r.form(v-1), "nor")) {
		c.cue.first = r.cueRun(g, g).first // "neither accepted nor rejected"
		if t := c.cue.first - 1; t >= 0 && strings.EqualFold(r.form(t), "neither") {
			c.cue.first = t
			if a := r.child(g, ud.Aux); a == t-1 {
				c.cue.first = a
			}
		}
		neither := c.cue.first
		r.dropHead(g)
		if src := r.sourceOf(g); len(src.runs) > 0 && !r.passive(g) {
			c.source, c.sourceHead = src.runs, src.head
			if a := &c.source[0]; a.first < neither && a.last >= neither {
				a.last = neither - 1
			}
		}
		v = g
	}
	for range reach {
		g := r.headOf(v)
		if g == annot.None || g > v || r.rel(v) != ud.Xcomp && r.rel(v) != ud.Advcl && r.rel(v) != ud.Obl || !r.leads(g, v) || r.child(g, ud.Obj) != annot.None {
			return
		}
		c.cue.first = r.cueRun(g, g).first
		v = g
		if !r.passive(g) {
			if src := r.mend(r.sourceOf(g), g, c.cue); len(src.runs) > 0 {
				c.source, c.sourceHead = src.runs, src.head
			}
		}
		r.dropHead(g)
	}
}

// dropHead takes the last candidate back where it has this head.
func (r *reading) dropHead(g annot.TokenID) {
	if i := len(r.found) - 1; i >= 0 && r.found[i].head == g {
		r.found = r.found[:i]
	}
}

// answersFor reports whether the object of a verb is who did what a gerund
// behind a preposition says: "thanked Halvik for agreeing", "talked them into
// accepting"; not "drew criticism for refusing".
func answersFor(lemma, prep string) bool {
	switch lemma {
	case "congratulate":
		return prep == "on" || prep == "for"
	case "thank", "praise", "commend", "applaud", "hail", "laud", "salute", "credit", "admire", "reward", "forgive", "honour", "honor",
		"criticise", "criticize", "condemn", "blame", "attack", "berate", "chide", "chastise", "rebuke", "scold", "slam", "blast", "denounce", "fault", "castigate", "censure",
		"upbraid", "reproach", "reprimand", "mock", "ridicule", "pillory", "lambast", "lambaste", "assail", "deride", "punish", "penalise", "penalize", "fine", "jail", "sue", "sack", "fire", "dismiss":
		return prep == "for" || prep == "over"
	case "warn", "caution", "advise":
		return prep == "against"
	case "stop", "prevent", "keep", "ban", "bar", "block", "dissuade", "discourage", "deter", "prohibit":
		return prep == "from"
	case "talk", "trick", "persuade", "convince", "coax", "bully", "force", "pressure", "pressurise", "push", "coerce", "shame", "lure", "cajole", "goad", "manoeuvre", "strong-arm", "browbeat", "scare":
		return prep == "into"
	}
	return false
}
