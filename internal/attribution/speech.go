package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ud"
)

// speech reads a quotation beside a verb: “...,” X said · X said: “...” ·
// “...,” said X, “...”.
func (r *reading) speech(tr trigger) (candidate, bool) {
	c := tr.entry.takes(quoted, "")
	if r.quo == nil || !r.allowed(c, tr) || tr.passive && !r.hasChild(tr.t, ud.OblAgent) && tr.entry.takes(addressed, "") == nil {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	start := r.clauseStart(tr.t, annot.None)
	left := r.quotationBefore(start, tr.t)
	var subject run
	if left == annot.None && !tr.passive && !r.infinite(tr.t) {
		left, subject = r.surfaceBefore(cue, tr.t)
	}
	if left != annot.None && r.partOfClause(tr, left) {
		return candidate{}, false
	}
	right, colon := r.quotationAfter(tr, cue, left != annot.None)
	if left == annot.None && (right == annot.None || colon == annot.None && r.partOfClause(tr, right)) {
		return candidate{}, false
	}
	var content []run
	if left != annot.None {
		content = append(content, r.pieces[left]...)
		r.taken[left] = len(r.found) + 1
	}
	if right != annot.None {
		content = append(content, r.withJoin(right, cue)...)
		r.taken[right] = len(r.found) + 1
	}
	out, ok := r.build(tr, c, cue, content...)
	out.quote = true
	if ok && subject.last > 0 && (out.sourceHead == annot.None || !subject.has(out.sourceHead)) {
		out.source, out.sourceHead = []run{subject}, r.headIn(subject)
	}
	return out, ok
}

// headIn returns the head of a noun phrase by its words: its last noun before
// a comma or a preposition.
func (r *reading) headIn(a run) annot.TokenID {
	h := a.first
	for t := a.first; t <= a.last; t++ {
		switch {
		case r.is(t, ud.NOUN, ud.PROPN, ud.PRON):
			h = t
		case r.is(t, ud.PUNCT, ud.ADP, ud.SCONJ, ud.VERB) && r.is(h, ud.NOUN, ud.PROPN, ud.PRON):
			return h
		}
	}
	return h
}

// withJoin returns the pieces of a quotation behind a cue, with the "that" or
// "but" that joins it.
func (r *reading) withJoin(q annot.QuotationID, cue run) []run {
	pieces := slices.Clone(r.pieces[q])
	t := pieces[0].first - 1
	if r.isMark(t, ",") {
		t--
	}
	if t > cue.last && r.sent[t] == r.sent[cue.last] && (r.is(t, ud.SCONJ) && strings.EqualFold(r.form(t), "that") || t == pieces[0].first-1 && r.is(t, ud.CCONJ)) {
		pieces[0].first = t
	}
	return pieces
}

// partOfClause reports whether a quotation is a part only of a clause that
// the verb takes, or the verb is set into: words of it stand outside.
func (r *reading) partOfClause(tr trigger, q annot.QuotationID) bool {
	c := r.dependent(tr, ud.Ccomp)
	if c == annot.None {
		if c = r.headOf(tr.t); c == annot.None || !r.parenthetical(tr.t) || !r.setOff(r.subtree(tr.t)) {
			return false
		}
	}
	first, last := r.pieces[q][0].first, r.pieces[q][len(r.pieces[q])-1].last
	whole := r.subtree(c)
	if !whole.overlaps(run{first, last}) {
		return false
	}
	up := r.headOf(tr.t) == c
	for t := whole.first; t <= whole.last; t++ {
		if t >= first && t <= last || r.is(t, ud.PUNCT, ud.CCONJ, ud.SCONJ) || r.inside[t] != r.inside[tr.t] {
			continue
		}
		if r.syn.Dominates(c, t) && !(up && r.syn.Dominates(tr.t, t)) {
			return true
		}
	}
	return false
}

// quotationBefore returns the whole utterance that ends before a clause.
func (r *reading) quotationBefore(start, v annot.TokenID) annot.QuotationID {
	p, level := start-1, r.inside[v]
	if p < 0 || r.block(p) != r.block(start) || r.sent[p] != r.sent[start] && !r.lower(start) && !r.isMark(p-1, "?!") {
		return annot.None
	}
	for p > 0 && r.isMark(p, ",-–—") && r.shuts[p] == annot.None {
		p--
	}
	q := r.shuts[p]
	if q == annot.None || r.quo.List[q].Parent != level || r.taken[q] != 0 || len(r.pieces[q]) == 0 || !r.utterance(q) {
		return annot.None
	}
	if first := r.pieces[q][0].first; first != r.sentence(first).first && r.child(v, ud.Obj, ud.Xcomp) > v {
		return annot.None // a title before a verb with content of its own
	}
	return q
}

// surfaceBefore returns the utterance that ends right before the noun phrase
// in front of a verb, and that phrase, by the words alone: the tree may have
// hung the verb or its subject inside the quotation.
func (r *reading) surfaceBefore(cue run, v annot.TokenID) (annot.QuotationID, run) {
	low := r.sentence(v).first
	for t := cue.first - 1; t >= low && t > cue.first-25; t-- {
		if q := r.shuts[t]; q != annot.None && r.quo.List[q].Parent == r.inside[v] {
			a := run{t + 1, cue.first - 1}
			for a.first < a.last && r.is(a.first, ud.PUNCT) {
				a.first++
			}
			if r.taken[q] != 0 || !r.utterance(q) || a.first > a.last || !r.is(a.last, ud.NOUN, ud.PROPN, ud.PRON, ud.PUNCT, ud.ADJ, ud.NUM) {
				return annot.None, run{}
			}
			return q, a
		}
		if r.is(t, ud.VERB, ud.AUX, ud.CCONJ, ud.SCONJ) && r.rel(t) != ud.AclRelcl && r.rel(t) != ud.Acl || r.isMark(t, ".:;?!") {
			return annot.None, run{}
		}
	}
	return annot.None, run{}
}

// lower reports whether a word begins in lower case.
func (r *reading) lower(t annot.TokenID) bool {
	c, _ := utf8.DecodeRuneInString(r.form(t))
	return unicode.IsLower(c)
}

// utterance reports whether a quotation stands by itself: it opens its
// sentence, or follows a mark.
func (r *reading) utterance(q annot.QuotationID) bool {
	first := r.pieces[q][0].first
	if first == r.sentence(first).first {
		return true
	}
	p := first - 1
	return r.is(p, ud.PUNCT) && !r.isMark(p, "(") || r.is(p, ud.CCONJ) && (p == r.sentence(p).first || r.is(p-1, ud.PUNCT))
}

// quotationAfter returns the quotation that a verb leads to in its sentence,
// or in the next paragraph after a colon, and the colon.
func (r *reading) quotationAfter(tr trigger, cue run, already bool) (annot.QuotationID, annot.TokenID) {
	end := r.sentence(tr.t).last
	level := r.inside[tr.t]
	for j := cue.last + 1; j <= end; j++ {
		q := r.opens[j]
		switch {
		case q != annot.None && r.quo.List[q].Parent == level:
			if r.taken[q] == 0 && r.leadsTo(tr, cue, j, already) {
				if r.isMark(j-1, ":") {
					return q, j - 1
				}
				return q, annot.None
			}
			return annot.None, annot.None
		case r.isMark(j, ".;"):
			return annot.None, annot.None
		case r.is(j, ud.VERB) && r.quoting(j) && !r.relativeClause(j):
			return annot.None, annot.None
		}
	}
	next := end + 1
	if !r.isMark(end, ":") || int(next) >= len(r.opens) || r.opens[next] == annot.None || r.taken[r.opens[next]] != 0 || already {
		return annot.None, annot.None
	}
	return r.opens[next], end
}

// quoting reports whether a verb is one that takes quotations.
func (r *reading) quoting(t annot.TokenID) bool {
	for _, e := range r.verbEntries(t) {
		if _, ok := r.restAt(t, e.rest); ok && e.takes(quoted, "") != nil {
			return true
		}
	}
	return false
}

func (r *reading) relativeClause(t annot.TokenID) bool {
	return r.rel(t) == ud.AclRelcl
}

// leadsTo reports whether the quotation that opens at j is what the verb
// says, not a few words in a paraphrase.
func (r *reading) leadsTo(tr trigger, cue run, j annot.TokenID, already bool) bool {
	q := r.opens[j]
	last := r.pieces[q][len(r.pieces[q])-1].last
	if r.isMark(j-1, ",:;—–") {
		return already || r.isMark(j-1, ":") || r.straight(tr, cue, j-1)
	}
	if already {
		return r.is(j-1, ud.PUNCT, ud.CCONJ)
	}
	whole := int(last+1) >= len(r.inside) || r.sent[last+1] != r.sent[j] || r.is(last+1, ud.PUNCT, ud.CCONJ) || r.is(last+1, ud.SCONJ) && j-1 == cue.last && outside(r.form(last+1))
	if j-1 == cue.last {
		return whole && (!r.lower(j+1) || tr.entry.takes(clausal, "") != nil)
	}
	return whole && !r.lower(j+1) && !r.is(j-1, ud.DET, ud.ADJ, ud.ADP, ud.NUM) && r.straight(tr, cue, j)
}

// straight reports whether nothing but who is addressed, where and when
// stands between a cue and a place behind it.
func (r *reading) straight(tr trigger, cue run, stop annot.TokenID) bool {
	for t := cue.last + 1; t < stop; t++ {
		if r.is(t, ud.VERB) && !r.gerundive(t) && r.rel(t) != ud.AclRelcl && r.rel(t) != ud.Acl {
			return false
		}
	}
	return true
}

// goOn gives each quotation that makes a sentence of its own, and that no
// cue claims, to the attribution in the sentence before it.
func (r *reading) goOn() {
	if r.quo == nil {
		return
	}
	owner := make([]int, len(r.seg.Sentences)) // candidate of each sentence, plus one
	claimed := make([]bool, len(r.inside))     // tokens of content outside quotations' own
	for i := range r.found {
		c := &r.found[i]
		if r.inside[c.head] != annot.None {
			continue
		}
		for _, a := range c.content {
			for t := a.first; t <= a.last; t++ {
				claimed[t] = true
			}
		}
		if !c.class.speech() {
			continue
		}
		if o := owner[r.sent[c.head]]; o == 0 || c.quote || !r.found[o-1].quote && !r.gerundive(c.head) {
			owner[r.sent[c.head]] = i + 1
		}
		r.own(owner, i)
	}
	for q := range r.quo.List {
		if r.taken[q] != 0 || r.quo.List[q].Parent != annot.None || len(r.pieces[q]) == 0 {
			continue
		}
		first, last := r.pieces[q][0], r.pieces[q][len(r.pieces[q])-1].last
		s := r.sent[first.first]
		if first.first != r.seg.Sentences[s].First || s == 0 || slices.Contains(claimed[first.first:first.last+1], true) || !r.endsSentence(last) {
			continue
		}
		i := owner[s-1] - 1
		if i < 0 || owner[s] != 0 || r.block(first.first) != r.seg.Sentences[s-1].Block && !r.newParagraph(q, i) || r.quo.List[q].Parent != r.inside[r.found[i].head] {
			continue
		}
		r.found[i].content = append(r.found[i].content, r.pieces[q]...)
		r.taken[q] = i + 1
		r.own(owner, i)
	}
}

// newParagraph reports whether a quotation that fills its paragraph goes on
// with what the paragraph before ended in.
func (r *reading) newParagraph(q, i int) bool {
	first, last := r.pieces[q][0].first, r.pieces[q][len(r.pieces[q])-1].last
	b := r.block(first)
	if b == 0 || b != r.block(last) || !r.found[i].quote || r.block(r.found[i].head) != b-1 || last-first < shortestParagraph || !r.quo.List[q].Balanced {
		return false
	}
	before := r.inside[r.found[i].content[len(r.found[i].content)-1].first]
	if before == annot.None || r.quo.List[before].By != r.quo.List[q].By {
		return false
	}
	s := r.sent[last]
	return r.seg.Sentences[s].End-1 == last && (int(s)+1 == len(r.seg.Sentences) || r.seg.Sentences[s+1].Block != b)
}

// shortestParagraph is how many tokens a quotation needs to be a paragraph
// that goes on, and no heading.
const shortestParagraph = 8

// own notes the sentences that an attribution's content fills.
func (r *reading) own(owner []int, i int) {
	for _, a := range r.found[i].content {
		for s := r.sent[a.first]; s <= r.sent[a.last]; s++ {
			if owner[s] == 0 {
				owner[s] = i + 1
			}
		}
	}
}

// endsSentence reports whether nothing but marks follows in the sentence.
func (r *reading) endsSentence(t annot.TokenID) bool {
	for end := r.sentence(t).last; t < end; t++ {
		if !r.is(t+1, ud.PUNCT) {
			return false
		}
	}
	return true
}
