package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// cueRun returns the one run of a cue around its head: the auxiliaries,
// negation and adverbs before it, and everything up to last behind it.
func (r *reading) cueRun(v, last annot.TokenID) run {
	first := v
	for first > 0 && r.partOfGroup(first-1, v) {
		first--
	}
	if a := r.child(v, ud.Aux, ud.AuxPass); a != annot.None && a < first && first-a <= 5 && r.isMark(a+1, ",") && r.isMark(first-1, ",") {
		first = a // "had, in effect, agreed"
	}
	for first < v && r.rel(first) == ud.Advmod && r.notOfCue(first) {
		first++
	}
	return run{first, max(last, v)}
}

// partOfGroup reports whether the word before a verb group belongs to it.
func (r *reading) partOfGroup(t, v annot.TokenID) bool {
	if r.sent[t] != r.sent[v] {
		return false
	}
	h := r.headOf(t)
	switch r.rel(t) {
	case ud.Aux, ud.AuxPass, ud.Cop:
		return h == v
	case ud.Mark:
		return h == v && r.is(t, ud.PART)
	case ud.Advmod:
		return h == v && !r.is(t, ud.SCONJ) && !r.question(t) || h != annot.None && h > t && h < v && r.headOf(h) == v && r.rel(h) == ud.Advmod
	}
	return false
}

func (r *reading) question(t annot.TokenID) bool {
	switch strings.ToLower(r.form(t)) {
	case "when", "where", "why", "how", "while":
		return true
	}
	return false
}

// notOfCue reports whether an adverb at the beginning of a verb group joins
// clauses or tells the time instead.
func (r *reading) notOfCue(t annot.TokenID) bool {
	switch strings.ToLower(r.form(t)) {
	case "however", "meanwhile", "instead", "yet", "so", "thus", "here", "there", "moreover":
		return true
	}
	return false
}

// after returns the words of a dependent that follow a cue, without the marks
// at their edges.
func (r *reading) after(c annot.TokenID, cue run) (run, bool) {
	a := r.subtree(c)
	a.first = max(a.first, cue.last+1)
	if a.first > a.last {
		return a, false
	}
	return r.edges(a)
}

// before returns the words of a dependent that precede a token.
func (r *reading) before(c, stop annot.TokenID) (run, bool) {
	a := r.subtree(c)
	a.last = min(a.last, stop-1)
	if a.first > a.last {
		return a, false
	}
	return r.edges(a)
}

// edges trims a run and takes in a quotation mark that it would tear from its
// words.
func (r *reading) edges(a run) (run, bool) {
	a = r.trim(a)
	if r.is(a.first, ud.PUNCT) && a.first == a.last {
		return a, false
	}
	if a.first > 0 && r.opens[a.first-1] != annot.None && r.sent[a.first-1] == r.sent[a.first] {
		if q := r.opens[a.first-1]; r.ends(q, a) {
			a.first--
		}
	}
	if t := a.last + 1; r.isMark(t, "?!") && r.sent[t] == r.sent[a.last] && r.endsSentence(t) {
		a.last = t
	}
	last := a.last
	for last+1 < annot.TokenID(len(r.inside)) && r.sent[last+1] == r.sent[a.last] && r.is(last+1, ud.PUNCT) {
		last++
		if q := r.shuts[last]; q != annot.None && r.begins(q, a) {
			a.last = last
			break
		}
	}
	return a, true
}

// ends reports whether a piece of a quotation ends in a run or behind it
// with nothing but marks between.
func (r *reading) ends(q annot.QuotationID, a run) bool {
	for _, p := range r.pieces[q] {
		if p.last >= a.first && p.last <= a.last+3 {
			return true
		}
	}
	return false
}

// begins reports whether a piece of a quotation begins in a run.
func (r *reading) begins(q annot.QuotationID, a run) bool {
	for _, p := range r.pieces[q] {
		if a.has(p.first) {
			return true
		}
	}
	return false
}

// around returns the words of a clause on both sides of a parenthetical cue.
func (r *reading) around(h annot.TokenID, hole run) []run {
	whole := r.subtree(h)
	var out []run
	if whole.first < hole.first {
		left := run{whole.first, hole.first - 1}
		for left.first < left.last && (r.rel(left.first) == ud.Cc || r.is(left.first, ud.PUNCT) && r.opens[left.first] == annot.None) {
			left.first++
		}
		if a, ok := r.edges(left); ok {
			out = append(out, a)
		}
	}
	if whole.last > hole.last {
		right := run{hole.last + 1, whole.last}
		for right.first < right.last && r.droppable(right.first) && r.opens[right.first] == annot.None {
			right.first++
		}
		if a, ok := r.edges(right); ok && r.hasWord(a) {
			out = append(out, a)
		}
	}
	return out
}

// hasWord reports whether a run holds more than marks.
func (r *reading) hasWord(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if !r.is(t, ud.PUNCT) && strings.TrimSpace(r.form(t)) != "" {
			return true
		}
	}
	return false
}

// Trees hang the ends of long clauses too high. A reported clause behind its
// cue runs on to where its words stop, and these rules say where that is.

// runOn lengthens content behind a cue over words that the tree has hung
// elsewhere.
func (r *reading) runOn(a run, v annot.TokenID, full bool) run {
	end := r.sentence(v).last
	for end > a.last && r.is(end, ud.PUNCT) {
		end--
	}
	for t := a.last + 1; t <= end; t++ {
		switch {
		case t > v && r.syn.Dominates(t, v):
			return a
		case r.inside[t] != r.inside[v] && r.inside[v] != annot.None:
			return a
		case r.is(t, ud.PUNCT) && r.opens[t] != annot.None && full, r.is(t, ud.PUNCT) && r.shuts[t] != annot.None && t > a.last+1:
			a.last = t
		case r.is(t, ud.PUNCT):
			if !full || !r.isMark(t, ",") || !r.goesOn(t+1, end, v) {
				return a
			}
			t++
			a.last = t
		case r.is(t, ud.CCONJ):
			if !r.joins(t, end, v, full) {
				return a
			}
			a.last = t
		case r.leaves(t, v, full):
			e := r.subtree(r.headOf(t)).last + 1
			if full || e <= t || e+1 > end || !r.is(e, ud.CCONJ) || !strings.EqualFold(r.form(e+1), "to") || !r.is(e+1, ud.PART) {
				return a
			}
			t = e + 1 // "to consult by June and to sign"
			a.last = t
		default:
			a.last = t
		}
	}
	return a
}

// goesOn reports whether content goes on behind a comma: with "and that",
// a quotation, or a clause with its own subject that attributes nothing.
func (r *reading) goesOn(t, end, v annot.TokenID) bool {
	if t+1 > end {
		return false
	}
	switch w := strings.ToLower(r.form(t)); w {
	case "including", "alongside", "especially", "particularly", "namely", "such":
		return true
	case "though", "although", "because", "unless", "since", "so":
		return r.shifted(r.verbBehind(t+1, end)) && !strings.HasSuffix(r.form(v), "s")
	}
	if r.is(t, ud.VERB) && !r.gerundive(t) && r.is(t-2, ud.NOUN, ud.PROPN) && !r.hasChild(t, ud.Aux) && !r.subjectful(t) && !r.quoting(t) && strings.HasSuffix(r.form(t), "ed") {
		return true // "control over the port, gained in a war"
	}
	if !r.is(t, ud.CCONJ) {
		return false
	}
	if r.form(t+1) == "that" && r.is(t+1, ud.SCONJ) || r.opens[t+1] != annot.None {
		return true
	}
	u := r.verbBehind(t+1, end)
	return u != annot.None && r.subjectful(u) && !r.quoting(u) && r.headOf(u) != annot.None
}

// shifted reports whether a verb stands a tense back, as verbs do inside what
// is reported in the past: "had left", "would leave".
func (r *reading) shifted(v annot.TokenID) bool {
	if v == annot.None {
		return false
	}
	for c := range r.syn.Children(v) {
		if r.rel(c) == ud.Aux {
			switch strings.ToLower(r.form(c)) {
			case "had", "would", "could", "might":
				return true
			}
		}
	}
	return false
}

// joins reports whether a conjunction goes on with the content rather than
// with a second verb of the speaker.
func (r *reading) joins(t, end, v annot.TokenID, full bool) bool {
	if t == end {
		return false
	}
	u := r.headOf(t)
	if u <= t || u > end || !r.is(u, ud.VERB, ud.AUX) && !r.hasChild(u, ud.Cop) {
		return full || u > t
	}
	if r.headOf(u) != v {
		return full && !(r.quoting(u) && !r.subjectful(u) && r.finite(u))
	}
	if r.subjectful(u) {
		return full && !r.quoting(u)
	}
	return full && r.modal(u)
}

// modal reports whether a verb has a modal auxiliary.
func (r *reading) modal(v annot.TokenID) bool {
	a := r.child(v, ud.Aux)
	if a == annot.None {
		return false
	}
	switch r.lemma(a) {
	case "will", "would", "can", "could", "may", "might", "shall", "should", "must":
		return true
	}
	return false
}

// verbBehind returns the first full verb or predicate behind a token that is
// the head of a clause.
func (r *reading) verbBehind(t, end annot.TokenID) annot.TokenID {
	for ; t <= end; t++ {
		if r.is(t, ud.VERB) && r.finite(t) || r.hasChild(t, ud.Cop) {
			return t
		}
	}
	return annot.None
}

// leaves reports whether a word begins what is no longer content: when and
// where the cue's own verb happened.
func (r *reading) leaves(t, v annot.TokenID, full bool) bool {
	h := r.headOf(t)
	switch {
	case r.is(t, ud.ADP) && h != annot.None && h > t && r.headOf(h) == v:
		return r.temporal(h) || r.occasion(h) || !full && (outside(r.form(t)) || r.is(t-1, ud.PROPN, ud.PRON, ud.VERB))
	case r.is(t, ud.SCONJ) && h != annot.None && (r.headOf(h) == v || !full && h > t):
		return outside(r.form(t)) && (!full || !strings.EqualFold(r.form(t), "because") && !strings.EqualFold(r.form(t), "as"))
	case r.headOf(t) == v && (r.temporal(t) || r.rel(t) == ud.Parataxis):
		return true
	}
	return false
}

// outside reports whether a word opens a circumstance of the attribution
// where the content is no full clause.
func outside(w string) bool {
	switch strings.ToLower(w) {
	case "during", "after", "before", "since", "until", "amid", "following", "despite", "while", "because", "although", "though", "when",
		"as", "whereas", "at", "via", "through":
		return true
	}
	return false
}

// occasion reports whether a noun names an occasion on which, or a medium in
// which, things are said.
func (r *reading) occasion(t annot.TokenID) bool { return r.words.occasions[r.lemma(t)] }

// front returns where a reported clause that ends before its cue begins: the
// head of the sentence, without what joins it to the text before.
func (r *reading) front(v annot.TokenID) annot.TokenID {
	s := r.sentence(v)
	t := s.first
	for t < v && (r.is(t, ud.CCONJ) || r.is(t, ud.PUNCT) && r.opens[t] == annot.None) {
		t++
	}
	return t
}

// bare reads "X said the offer was dead" where the tree gives the verb no
// clause: what follows it has a finite verb.
func (r *reading) bare(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil || !c.class.speech() && c.class != believeClass && c.class != feelClass || c.weak || tr.passive || tr.last != tr.t || r.infinite(tr.t) || r.afterWhat(tr.t) {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	end := r.sentence(tr.t).last
	start := r.bareStart(tr, cue, end)
	if start == annot.None || start >= end || r.inside[start] != r.inside[tr.t] && r.opens[start] == annot.None {
		return candidate{}, false
	}
	if !r.hasFinite(run{start, end}) {
		return candidate{}, false
	}
	a, ok := r.edges(r.runOn(run{start, start}, tr.t, true))
	if !ok || !r.hasFinite(a) {
		return candidate{}, false
	}
	return r.build(tr, c, cue, a)
}

// afterWhat reports whether a verb's object stands before it, as in "what X
// told us".
func (r *reading) afterWhat(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		if c < v && (r.rel(c) == ud.Obj || r.rel(c) == ud.Nsubj || r.rel(c) == ud.Obl) && r.is(c, ud.PRON) && (r.lemma(c) == "what" || r.rel(c) != ud.Nsubj && r.relative(c)) {
			return true
		}
	}
	return false
}

// bareStart returns where a clause without a tree begins: at a "that", right
// behind the cue, or at a pronoun that can only be a subject.
func (r *reading) bareStart(tr trigger, cue run, end annot.TokenID) annot.TokenID {
	for t := cue.last + 1; t <= end && t <= cue.last+14 && !r.is(t, ud.PUNCT); t++ {
		if strings.EqualFold(r.form(t), "that") && (r.is(t, ud.SCONJ) || t > cue.last+1) && !r.is(t, ud.DET) {
			if r.is(t-1, ud.NOUN) && tr.entry.takes(nominal, "") != nil {
				return annot.None // "demanded a guarantee that"
			}
			return t
		}
		if r.is(t, ud.VERB, ud.AUX) {
			break
		}
	}
	t := cue.last + 1
	if t > end {
		return annot.None
	}
	if r.isMark(t, ",") { // "He hoped, he added, that ..."
		for u := t + 2; u <= end && u <= t+6; u++ {
			if r.isMark(u, ",") && u < end && strings.EqualFold(r.form(u+1), "that") && r.is(u+1, ud.SCONJ) {
				return u + 1
			}
		}
		return annot.None
	}
	if r.rel(t) == ud.CcPreconj && t < end {
		t++
	}
	if tr.entry.takes(addressed, "") == nil && r.is(t, ud.DET, ud.NOUN, ud.PROPN, ud.PRON, ud.ADJ, ud.NUM) && r.subjectful(tr.t) {
		if o := r.child(tr.t, ud.Obj); o == annot.None && r.nominative(t, end) || o > tr.t && r.finiteAt(r.subtree(o).last+1, end) {
			return cue.last + 1
		}
	}
	for ; t <= end && t <= cue.last+8 && !r.is(t, ud.PUNCT) && (r.child(tr.t, ud.Obj) == annot.None || tr.entry.takes(addressed, "") != nil); t++ {
		if r.is(t, ud.PRON) && r.feats(t, ud.CaseNom) && r.rel(t) != ud.Obj {
			return t
		}
	}
	return annot.None
}

// finiteAt reports whether a finite verb or auxiliary stands at a token, so
// that a noun phrase before it can only be its subject.
func (r *reading) finiteAt(t, end annot.TokenID) bool {
	for t <= end && (r.is(t, ud.ADV) || r.isMark(t, ",")) {
		t++
	}
	return t <= end && r.is(t, ud.AUX, ud.VERB) && r.feats(t, ud.VerbFormFin)
}

// nominative reports whether the words from t on open with a noun phrase and
// go on with a finite verb.
func (r *reading) nominative(t, end annot.TokenID) bool {
	for ; t <= end; t++ {
		switch {
		case r.is(t, ud.AUX), r.is(t, ud.VERB) && r.feats(t, ud.VerbFormFin):
			return true
		case outside(r.form(t)), r.is(t, ud.SCONJ, ud.VERB) && r.form(t) != "of" && r.form(t) != "for":
			return false
		case r.is(t, ud.PUNCT) && r.opens[t] == annot.None && r.shuts[t] == annot.None:
			return false
		}
	}
	return false
}
