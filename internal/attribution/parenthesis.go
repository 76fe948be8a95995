package attribution

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// bracketed reads "The deal, X said, was dead", where the tree hangs the cue
// on the clause that it attributes.
func (r *reading) bracketed(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil {
		c = tr.entry.takes(quoted, "")
	}
	if !r.allowed(c, tr) || tr.passive && !r.asClause(tr.t) || !r.parenthetical(tr.t) {
		return candidate{}, false
	}
	if x, _ := r.phraseOf(tr, phrasal); x != annot.None {
		return candidate{}, false
	}
	h := r.headOf(tr.t)
	hole := r.subtree(tr.t)
	cue := r.cueRun(tr.t, tr.last)
	if o := r.child(tr.t, ud.Obj); o > tr.last && tr.entry.takes(addressed, "") == nil || !r.setOff(hole) {
		return candidate{}, false
	}
	if whole := r.subtree(h); hole.last < h && whole.first == hole.first && !r.asClause(tr.t) {
		return candidate{}, false // "X said: the clause": a turn
	}
	if a, ok := r.deniedBefore(tr.t, hole.first); ok {
		out, ok := r.build(tr, c, cue, a)
		out.denied = true
		return out, ok
	}
	if r.claimsOtherwise(tr.t, hole.first) {
		return candidate{}, false
	}
	return r.build(tr, c, cue, r.around(h, hole)...)
}

// claimsOtherwise reports whether "as X alleged" stands behind words that deny
// what X alleges: "had never agreed to it, as X alleged". They are none of X's.
func (r *reading) claimsOtherwise(v, hole annot.TokenID) bool {
	switch r.lemma(v) {
	case "allege", "claim", "contend", "assert", "imply", "insinuate", "charge", "maintain":
	default:
		return false
	}
	if !r.asClause(v) {
		return false
	}
	for t := r.sentence(v).first; t < hole; t++ {
		switch r.lemma(t) {
		case "not", "n't", "never", "no", "nor", "nobody", "nothing", "deny", "neither":
			return true
		}
	}
	return false
}

// deniedBefore returns what somebody denies before "as X claims", which is what
// X claims: "The rebels denied that they fired first, as the army says".
func (r *reading) deniedBefore(v, hole annot.TokenID) (run, bool) {
	if !r.asClause(v) {
		return run{}, false
	}
	for g := hole - 1; g >= r.sentence(v).first; g-- {
		if r.lemma(g) != "deny" || !r.is(g, ud.VERB) || r.inside[g] != r.inside[v] {
			continue
		}
		x := r.child(g, ud.Ccomp)
		if x < g || x > hole || r.subtree(x).first > x {
			return run{}, false
		}
		a := run{max(r.subtree(x).first, g+1), hole - 1}
		if strings.EqualFold(r.form(a.first), "that") && a.first < x {
			a.first++
		}
		return r.edges(a)
	}
	return run{}, false
}

// parenthesis reads "The offer, X said, was dead." and "The offer was dead, X
// said." by their marks: the cue's short clause stands between commas, or
// between a comma and the end.
func (r *reading) parenthesis(tr trigger) (candidate, bool) {
	c := tr.entry.takes(clausal, "")
	if c == nil || !c.class.speech() && !tr.passive || c.weak || tr.entry.takes(quoted, "") == nil && !tr.passive || !r.subjectful(tr.t) && !r.hasChild(tr.t, ud.Expl) || tr.passive && !r.impersonal(tr.t) || r.rel(tr.t) == ud.AclRelcl {
		return candidate{}, false
	}
	if x, _ := r.phraseOf(tr, phrasal); x != annot.None || r.asClause(tr.t) {
		return candidate{}, false
	}
	cue := r.cueRun(tr.t, tr.last)
	start, end := r.clauseStart(tr.t, annot.None), r.clauseEnd(tr.t, cue)
	front := r.front(tr.t)
	if start-front < 2 || !r.isMark(start-1, ",”\"''") && r.shuts[start-1] == annot.None || r.inside[front] != r.inside[tr.t] && !r.wholeQuotation(front, start-1) ||
		r.held(tr) && tr.entry.takes(addressed, "") == nil || r.clauseBehind(tr.t) {
		return candidate{}, false
	}
	var content []run
	left, ok := r.edges(run{front, start - 1})
	if !ok {
		return candidate{}, false
	}
	switch last := r.sentence(tr.t).last; {
	case r.endsSentence(end):
		if !r.hasFinite(left) || left.len() < 3 {
			return candidate{}, false
		}
		content = []run{left}
	case r.isMark(end+1, ",") && end+2 < last:
		right, ok := r.edges(run{end + 2, last})
		if !ok {
			return candidate{}, false
		}
		if content = []run{left, right}; r.circumstantial(left) {
			content = []run{right}
		}
	default:
		return candidate{}, false
	}
	return r.build(tr, c, cue, content...)
}

// held reports whether a verb has an object or an infinitive of its own behind
// it, that no comma parts from it.
func (r *reading) held(tr trigger) bool {
	x := r.child(tr.t, ud.Obj, ud.Xcomp)
	return x > tr.last && !(r.rel(x) == ud.Xcomp && r.isMark(r.subtree(x).first, ","))
}

// impersonal reports whether a verb's subject is a bare "it": "it is
// believed".
func (r *reading) impersonal(v annot.TokenID) bool {
	s := r.child(v, ud.Expl, ud.NsubjPass)
	return s != annot.None && strings.EqualFold(r.form(s), "it") && s+3 > v
}

// wholeQuotation reports whether a quotation that opens at one token closes
// before another.
func (r *reading) wholeQuotation(first, last annot.TokenID) bool {
	q := r.opens[first]
	return q != annot.None && r.pieces[q][0].last <= last
}

// circumstantial reports whether words before a cue tell only when or on what
// occasion it was said: "In an interview, X said, ...".
func (r *reading) circumstantial(a run) bool {
	if r.hasFinite(a) || !r.is(a.first, ud.ADP, ud.ADV, ud.NOUN, ud.PROPN, ud.DET, ud.VERB) {
		return false
	}
	for t := a.first; t <= a.last; t++ {
		if r.temporal(t) || r.occasion(t) && !r.subjectOf(t) {
			return true
		}
	}
	return a.len() == 1 && r.is(a.first, ud.ADV)
}

// subjectOf reports whether a token is the subject of a verb.
func (r *reading) subjectOf(t annot.TokenID) bool {
	return r.rel(t) == ud.Nsubj || r.rel(t) == ud.NsubjPass
}

// hasFinite reports whether a run holds a finite verb.
func (r *reading) hasFinite(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if r.is(t, ud.VERB, ud.AUX) && r.feats(t, ud.VerbFormFin) {
			return true
		}
	}
	return false
}

// parenthetical reports whether a clause is set into the one it hangs on: a
// parataxis, or "as X said".
func (r *reading) parenthetical(v annot.TokenID) bool {
	if r.headOf(v) == annot.None || r.dependentContent(v) {
		return false
	}
	if r.rel(v) == ud.Parataxis {
		return r.subjectful(v)
	}
	return r.asClause(v)
}

// setOff reports whether a parenthesis stands between commas or dashes, or at
// the edge of its sentence.
func (r *reading) setOff(hole run) bool {
	s := r.sentence(hole.first)
	if r.is(hole.first, ud.PUNCT) {
		hole.first++
	}
	return (hole.first <= s.first || r.isMark(hole.first-1, ",-–—(”\"''?!")) && (hole.last >= s.last || r.is(hole.last, ud.PUNCT) || r.is(hole.last+1, ud.PUNCT)) &&
		!r.isMark(hole.first-1, ";:")
}

// asClause reports whether a clause opens with "as".
func (r *reading) asClause(v annot.TokenID) bool {
	if r.rel(v) != ud.Advcl && r.rel(v) != ud.Parataxis {
		return false
	}
	p, _ := r.prep(v)
	if p == "" {
		first := r.subtree(v).first
		p = strings.ToLower(r.form(first))
	}
	return p == "as" && r.subjectful(v)
}

// clauseBehind reports whether a verb has a clause wholly behind it.
func (r *reading) clauseBehind(v annot.TokenID) bool {
	cl := r.child(v, ud.Ccomp)
	return cl > v && r.subtree(cl).first > v
}

// takeCited reads "X said the deal was off, citing Y", and "X said, citing Y,
// that ...", where Y is somebody who speaks: what X says then comes through Y.
func (r *reading) takeCited() {
	for i := range r.found {
		c := &r.found[i]
		if l := r.lemma(c.head); l != "cite" && l != "quote" || !r.gerundive(c.head) || len(c.content) != 1 || c.cue.first == 0 || !r.isMark(c.cue.first-1, ",-–—") {
			continue
		}
		cited, rest := c.content[0], run{first: annot.None}
		for t := cited.first + 1; t < cited.last; t++ {
			if r.isMark(t, ",") && strings.EqualFold(r.form(t+1), "that") && r.is(t+1, ud.SCONJ) {
				cited.last, rest = t-1, run{t + 1, cited.last}
				break
			}
		}
		if r.saysThere(cited) {
			continue // "quoting a member as saying"
		}
		h := r.syn.HeadOf(r.seg.SpanOf(cited.first, cited.last))
		if h == annot.None || !r.speakerKind(h) {
			continue
		}
		low, high := r.mates(i)
		for j := low; j < high; j++ {
			if o := &r.found[j]; rest.first == annot.None && o.head < c.head && o.class.speech() && r.inside[o.head] == r.inside[c.head] && !slices.ContainsFunc(o.content, func(a run) bool { return a.overlaps(c.cue) }) {
				r.cite(c, []run{cited}, h, slices.Clone(o.content))
				break
			}
		}
		if v := r.headOf(c.head); rest.first != annot.None && v != annot.None && v < c.head && r.quoting(v) {
			o := candidate{rule: c.rule, class: sayClass, head: v, cue: r.cueRun(v, v), source: c.source, sourceHead: c.sourceHead, content: []run{rest}}
			r.cite(c, []run{cited}, h, []run{rest})
			r.found = append(r.found, o)
		}
	}
}

// saysThere reports whether who is quoted is so with words of his own: "a
// member as saying there was no other way".
func (r *reading) saysThere(a run) bool {
	for t := a.first + 1; t < a.last; t++ {
		if r.gerundive(t) && strings.EqualFold(r.form(t-1), "as") {
			return true
		}
	}
	return false
}

// cite makes who is cited the source of what is said.
func (r *reading) cite(c *candidate, who []run, head annot.TokenID, content []run) {
	c.source, c.sourceHead, c.content, c.class = who, head, content, sayClass
}

// through puts each "citing" whose content is another's within it, and what
// stood within the other within the "citing".
func (r *reading) through(list []annot.Attribution) {
	for i := range list {
		if w := strings.ToLower(r.seg.Text.Slice(list[i].Cue)); w != "citing" && w != "quoting" || len(list[i].Source) == 0 {
			continue
		}
		for j := max(0, i-4); j < min(len(list), i+5); j++ {
			if i == j || !slices.Equal(list[i].Content, list[j].Content) || list[j].Within == annot.AttributionID(i) {
				continue
			}
			for k := range list {
				if list[k].Within == annot.AttributionID(j) && k != i {
					list[k].Within = annot.AttributionID(i)
				}
			}
			if list[i].Within != annot.None && list[i].Within != list[j].Within {
				continue
			}
			list[i].Within = annot.AttributionID(j)
			break
		}
	}
}

// partAsides cuts what is attributed before an aside that attributes all of it
// to somebody further out: "the fund has offered two per cent, according to
// bankers, and ...".
func (r *reading) partAsides() {
	for i := range r.found {
		p := &r.found[i]
		if p.rule != "attribution/according-to" && p.rule != "attribution/parenthesis" && p.rule != "attribution/inserted" {
			continue
		}
		hole := p.cue.first
		if len(p.source) > 0 {
			hole = min(hole, p.source[0].first)
		}
		if !r.isMark(hole-1, ",-–—") {
			continue
		}
		low, high := r.mates(i)
		for j := low; j < high; j++ {
			o := &r.found[j]
			if j == i || o.head > hole || !slices.ContainsFunc(p.content, func(a run) bool { return a.has(o.head) }) {
				continue
			}
			for k := range o.content {
				if a := &o.content[k]; a.first < hole && a.has(p.cue.first) {
					a.last = hole - 1
					for a.last > a.first && r.is(a.last, ud.PUNCT) && r.shuts[a.last] == annot.None {
						a.last--
					}
					o.content = o.content[:k+1]
					break
				}
			}
		}
	}
}

// dropTwins drops of two candidates with the same words for content the one
// that only leads up to the other: "wrote to clubs telling them that", and a
// second reading of one cue.
func (r *reading) dropTwins() {
	kept := r.found[:0]
	for i := range r.found {
		c := &r.found[i]
		twin := false
		for j := i + 1; j < len(r.found) && r.sent[r.found[j].head] == r.sent[c.head] && !twin; j++ {
			o := &r.found[j]
			twin = slices.Equal(c.content, o.content) && (c.head == o.head || r.headOf(o.head) == c.head && r.gerundive(o.head) && c.head < o.head && !r.cites(o.head))
		}
		if !twin && !r.joiner(c, kept) && !r.sameWords(c, kept) {
			kept = append(kept, *c)
		}
	}
	r.found = kept
}

// joiner reports whether the content of a candidate is but the "that" that
// opens what a candidate before it attributes, or its cue is a verb of that
// and what it attributes the other's.
func (r *reading) joiner(c *candidate, before []candidate) bool {
	if len(before) > 0 && c.rule == "attribution/parenthesis" {
		o := &before[len(before)-1]
		in := func(a, b *candidate) bool {
			return slices.ContainsFunc(a.content, func(x run) bool { return x.has(b.head) })
		}
		if o.rule == "attribution/inverted" && in(o, c) && in(c, o) {
			return true
		}
	}
	if len(c.content) != 1 || c.content[0].len() != 1 || !strings.EqualFold(r.form(c.content[0].first), "that") {
		return false
	}
	for j := len(before) - 1; j >= 0 && r.sent[before[j].head] == r.sent[c.head]; j-- {
		o := &before[j]
		if o.cue.last < c.content[0].first && o.content[0].first == c.content[0].first && o.content[0].last >= c.head {
			return true
		}
	}
	return false
}

// sameWords reports whether a candidate reads words of a cue again that the
// candidate before it has for its own: "made a promise to".
func (r *reading) sameWords(c *candidate, before []candidate) bool {
	if len(before) == 0 {
		return false
	}
	o := &before[len(before)-1]
	if o.cue.first < c.cue.first && o.cue.last >= c.cue.last && slices.Equal(o.content, c.content) {
		return true // "let it be known"
	}
	return o.cue.first == c.cue.first && o.cue.overlaps(c.cue) && o.head != c.head && o.sourceHead == c.sourceHead && o.content[len(o.content)-1].last == c.content[len(c.content)-1].last
}

// cites reports whether a verb names whose word it is that another gives.
func (r *reading) cites(v annot.TokenID) bool {
	l := r.lemma(v)
	return l == "cite" || l == "quote"
}
