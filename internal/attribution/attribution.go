package attribution

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// An Attributor finds attributions by rule. It is safe for concurrent use.
type Attributor struct {
	words *cueWords
	rules rules
}

// New reads the lexicon of cues: reporting-verbs.txt and reporting-nouns.txt.
func New(fsys fs.FS) (*Attributor, error) {
	words, err := loadCueWords(fsys)
	if err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	return &Attributor{words: words, rules: newRules()}, nil
}

// Attribute finds the attributions of a report at every level. Quotations,
// mentions and a model's proposals help, and may be nil.
func (a *Attributor) Attribute(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, cues *annot.Cues) *annot.Attributions {
	r := newReading(a, seg, quo, syn, ms)
	for t := range annot.TokenID(len(seg.Tokens)) {
		r.read(t)
	}
	if cues != nil {
		r.adopt(cues)
	}
	r.order()
	r.fullSubjects()
	r.partAsides()
	r.partClauses()
	r.takeTails()
	r.resume()
	r.settle()
	r.takeTurns()
	r.goOn()
	r.takeCited()
	r.order()
	r.dropTwins()
	out := r.attributions()
	for {
		checked, err := annot.NewAttributions(seg, out)
		if err == nil {
			return checked
		}
		out = r.dropBad(out)
	}
}

// dropBad leaves out each row that the constructor would not take.
func (r *reading) dropBad(in annot.Attributions) annot.Attributions {
	var out annot.Attributions
	for _, row := range in.List {
		row.Within = annot.None
		if _, err := annot.NewAttributions(r.seg, annot.Attributions{List: []annot.Attribution{row}}); err == nil {
			out.List = append(out.List, row)
		}
	}
	r.nest(out.List)
	return out
}

// read tries the rules on a token.
func (r *reading) read(t annot.TokenID) {
	switch r.syn.Words[t].UPOS {
	case ud.VERB, ud.AUX:
		if r.rel(t) == ud.Amod || r.rel(t) == ud.Compound {
			return
		}
		if strings.EqualFold(r.form(t), "according") && r.try(r.rules.phrases, trigger{t: t, last: t}) {
			return
		}
		if r.passive(t) && !r.hasChild(t, ud.OblAgent) {
			if tr, ok := r.adjectiveAt(t); ok && r.is(tr.last+1, ud.ADP) && r.try(r.rules.adjectives, tr) {
				return
			}
		}
		for _, e := range r.verbEntries(t) {
			if last, ok := r.restAt(t, e.rest); ok && r.try(r.rules.verbs, trigger{t: t, last: last, entry: e, passive: r.passive(t)}) {
				return
			}
		}
		if tr, ok := r.adjectiveAt(t); ok {
			r.try(r.rules.adjectives, tr)
		}
	case ud.NOUN:
		if tr, ok := r.nounAt(t); ok {
			r.try(r.rules.nouns, tr)
		}
	case ud.ADJ:
		if tr, ok := r.adjectiveAt(t); ok {
			r.try(r.rules.adjectives, tr)
		}
	case ud.ADP, ud.SCONJ, ud.ADV:
		r.try(r.rules.phrases, trigger{t: t, last: t})
	}
}

// try adds what the first rule that fits makes of a trigger.
func (r *reading) try(rules []rule, tr trigger) bool {
	for i := range rules {
		if c, ok := rules[i].match(r, tr); ok {
			r.leadIn(&c)
			r.add(rules[i].id, c)
			return true
		}
	}
	return false
}

// add keeps a candidate. What stands in quotation marks keeps within them.
func (r *reading) add(id annot.By, c candidate) {
	c.rule = id
	if r.supposed(&c) || r.attempted(&c) || r.alleged(&c) || r.tooEarly(&c) || r.habitual(&c) || r.empty(&c) || r.anySuch(&c) || !r.keepInside(&c) {
		return
	}
	r.found = append(r.found, c)
}

// supposed reports whether a cue that is no plain act of speech stands in a
// condition: what one would think or do then is attributed to nobody.
func (r *reading) supposed(c *candidate) bool {
	return c.class > revealClass && !r.beside(c) && r.conditional(c.head)
}

// conditional reports whether a word stands in a clause that sets a
// condition.
func (r *reading) conditional(t annot.TokenID) bool {
	for ; t != annot.None; t = r.headOf(t) {
		if r.rel(t) != ud.Advcl && r.rel(t) != ud.Ccomp {
			continue
		}
		switch p, _ := r.prep(t); p {
		case "if", "unless", "provided", "providing", "once":
			return true
		}
		if h := r.headOf(t); h != annot.None && (strings.EqualFold(r.form(h), "provided") || strings.EqualFold(r.form(h), "providing")) && !r.subjectful(h) {
			return true
		}
		if first := r.subtree(t).first; r.is(first, ud.AUX) && strings.EqualFold(r.form(first), "should") {
			return true
		}
	}
	return false
}

// attempted reports whether a cue is something tried and no act of speech:
// "failed to agree", "tried to persuade".
func (r *reading) attempted(c *candidate) bool {
	g := r.headOf(c.head)
	if g == annot.None || g > c.head || !r.infinite(c.head) {
		return r.possible(c)
	}
	return r.attempt(g) && !(r.lemma(g) == "fail" && r.withholds(c))
}

// withholds reports whether failing to do what a cue says leaves an answer
// out: "failed to rule out a strike", "failed to say when".
func (r *reading) withholds(c *candidate) bool {
	switch r.lemma(c.head) {
	case "rule", "say", "deny", "confirm", "specify", "explain", "disclose", "commit", "exclude":
		return true
	}
	return false
}

// attempt reports whether a verb is one of trying.
func (r *reading) attempt(t annot.TokenID) bool {
	switch r.lemma(t) {
	case "fail", "try", "attempt", "struggle", "manage", "help", "strive", "scramble":
		return true
	}
	return false
}

// alleged reports whether a cue is the deed that somebody is accused of, which
// is part of the accusation: "accused the union of refusing to talk".
func (r *reading) alleged(c *candidate) bool {
	if !r.gerundive(c.head) {
		return false
	}
	p, _ := r.prep(c.head)
	for h := r.headOf(c.head); p == "of" && h != annot.None; h = r.headOf(h) {
		if r.is(h, ud.VERB) {
			return r.lemma(h) == "accuse"
		}
	}
	return false
}

// tooEarly reports whether a cue only says for what it is too early or too
// hard: "it was premature to speak of a deal".
func (r *reading) tooEarly(c *candidate) bool {
	h := r.headOf(c.head)
	if h == annot.None || h > c.head || !r.is(h, ud.ADJ, ud.ADV) || c.class > revealClass || !r.infinite(c.head) {
		return false
	}
	switch r.lemma(h) {
	case "early", "soon", "premature", "hard", "difficult", "impossible", "easy", "wrong", "right", "fair", "unfair":
		return true
	}
	return false
}

// habitual reports whether a cue tells what somebody rarely or often says, and
// not that he has said it: "which rarely comments on talks".
func (r *reading) habitual(c *candidate) bool {
	if c.class > revealClass || !r.is(c.head, ud.VERB) || !r.feats(c.head, ud.TensePres) || r.rel(c.head) != ud.AclRelcl {
		return false
	}
	for t := range r.syn.Children(c.head) {
		switch strings.ToLower(r.form(t)) {
		case "rarely", "seldom", "never", "usually", "normally", "often", "generally", "typically", "hardly":
			return true
		}
	}
	return false
}

// possible reports whether a cue is an act of speech that somebody may yet
// come to: "the president could ask".
func (r *reading) possible(c *candidate) bool {
	if c.class > commitClass || !r.is(c.head, ud.VERB) || c.sourceHead == annot.None || r.feats(c.sourceHead, ud.Person1) {
		return false
	}
	negated := false
	for t := range r.syn.Children(c.head) {
		negated = negated || r.feats(t, ud.PolarityNeg)
	}
	for t := range r.syn.Children(c.head) {
		if r.rel(t) != ud.Aux || negated {
			continue
		}
		switch strings.ToLower(r.form(t)) {
		case "could", "might", "may":
			return true
		}
	}
	return false
}

// empty reports whether a verb of saying has nothing for content: "said
// little".
func (r *reading) empty(c *candidate) bool {
	if c.class != sayClass || r.unwilling(c.head) || len(c.content) != 1 || c.content[0].len() > 1 || r.rel(c.content[0].first) != ud.Obj {
		return false
	}
	switch strings.ToLower(r.form(c.content[0].first)) {
	case "little", "much", "nothing", "so", "it", "more", "anything", "something", "less", "that", "this", "everything", "enough":
		return true
	}
	return false
}

// anySuch reports whether a cue only says which of a kind is meant, that may
// not exist: "any deal that did not recognise", "no offer that rejects".
func (r *reading) anySuch(c *candidate) bool {
	h := r.headOf(c.head)
	if h == annot.None || r.rel(c.head) != ud.AclRelcl || !r.is(h, ud.NOUN) || c.sourceHead == annot.None || c.sourceHead != h && !r.relative(c.sourceHead) {
		return false
	}
	d := r.child(h, ud.Det)
	return d != annot.None && (strings.EqualFold(r.form(d), "any") || strings.EqualFold(r.form(d), "no"))
}

// keepInside cuts the content of a cue that is itself quoted to its
// quotation, and takes a source from outside the cue's own quotation back.
func (r *reading) keepInside(c *candidate) bool {
	q := r.inside[c.head]
	if c.sourceHead != annot.None && r.inside[c.sourceHead] != q && !r.opensWith(q, c) {
		s := r.neighbour(c.head)
		c.source, c.sourceHead = s.runs, s.head
	}
	if q == annot.None {
		return true
	}
	var content []run
	for _, a := range c.content {
		for _, p := range r.pieces[q] {
			b := run{max(a.first, p.first), min(a.last, p.last)}
			if b.first > b.last {
				continue
			}
			if b, ok := r.edges(r.unquote(b, p)); ok && r.hasWord(b) {
				content = append(content, b)
			}
		}
	}
	c.content = content
	return len(content) > 0
}

// opensWith reports whether a quotation opens with a cue, right behind whose
// word it is, or behind no more than a copula: the president "wants a deal", the
// firm was "ready to wait".
func (r *reading) opensWith(q annot.QuotationID, c *candidate) bool {
	adjective := r.is(c.head, ud.ADJ)
	if q == annot.None || len(c.source) == 0 || c.class != feelClass && c.class != intendClass && !adjective {
		return false // an act of speech in marks is part of the words
	}
	p := r.pieces[q][0]
	last := c.source[len(c.source)-1].last
	for last+1 < p.first && adjective && (r.is(last+1, ud.AUX) || r.is(last+1, ud.ADV)) {
		last++
	}
	return max(c.cue.first, p.first)-p.first <= 1 && last == p.first-1
}

// unquote leaves out the marks of the quotation around a run.
func (r *reading) unquote(a, piece run) run {
	if a.first == piece.first && a.first < a.last {
		a.first++
	}
	if a.last == piece.last && a.last > a.first {
		a.last--
	}
	return a
}

// neighbour returns the source of the attribution before a cue in its
// sentence and quotation.
func (r *reading) neighbour(v annot.TokenID) source {
	for i := len(r.found) - 1; i >= 0; i-- {
		o := &r.found[i]
		if r.sent[o.head] != r.sent[v] {
			break
		}
		if r.inside[o.head] == r.inside[v] {
			return source{runs: o.source, head: o.sourceHead}
		}
	}
	return noSource
}
