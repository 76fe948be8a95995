package statement

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/internal/undone"
	"readout/record"
)

// A hit is a word or phrase in what is attributed that shows a class.
type hit struct {
	class record.Firmness
	span  annot.Span
	head  annot.TokenID // the word of it that the clause turns on
}

// facts is what a firmness rule may look at: the cue, and the main clause of
// the claim.
type facts struct {
	r          *reading
	cue        cueFacts
	claim      claim
	narrate    bool  // the report's own voice
	hits       []hit // in the claim's own clause, in order
	modals     []hit // likewise; the verbs of the clause
	negated    bool
	neg        annot.Span
	turned     bool // the verb itself is negated
	below      bool // the negation stands in the clause that the verb takes
	self       bool // the speaker is the subject of the clause
	condition  annot.ConditionID
	evaluative bool
	judgedAt   annot.Span // the predicate, where all that is claimed is a judgement
	noticed    noticed    // of the report's own voice: what the clause has to do with talks
}

// readClaim looks at the main clause of a claim.
func (r *reading) readClaim(c claim, condition annot.ConditionID) *facts {
	f := &facts{r: r, claim: c, cue: cueFacts{class: say}, narrate: c.att == annot.None, condition: condition}
	if c.att != annot.None {
		f.cue = r.cues[c.att]
		if in := r.ownMind(c); in != annot.None {
			f.cue = r.cues[in]
		}
	}
	f.self = r.selfSubject(c)
	for _, x := range c.runs {
		for t := x.first; t < x.end; t++ {
			if depth := r.depth(t, c.head); depth >= 0 && depth <= inClause && !r.hangsOff(t, c.head) {
				f.phrases(t, x.end, depth)
			}
		}
	}
	if t := r.firstWord(c); t != annot.None && r.lower(t) == "whether" {
		f.hits = append(f.hits, hit{record.Undecided, r.span(t), t})
	}
	for _, x := range c.runs {
		for t := x.first; t < x.end; t++ {
			f.see(t, r.depth(t, c.head))
		}
	}
	f.readUndone()
	if _, will := f.hasModal(record.Expected); f.cue.lemma == "assure" {
		f.cue.class = say // assured of what is, not of what will be
		if will {
			f.cue.class = record.Promised
		}
	}
	f.noticed = r.notice(c)
	return f
}

// hangsOff reports whether a word stands in a trigger, and the head of the
// claim does not: a trigger is not what is claimed, unless nothing else is.
func (r *reading) hangsOff(t, head annot.TokenID) bool {
	return r.hangs[t] != annot.None && (head == annot.None || r.hangs[head] != r.hangs[t])
}

// readUndone notes a negation that stands in a subject or an object: "neither
// the crew nor the owners have agreed", "agreed to nothing".
func (f *facts) readUndone() {
	if f.claim.head == annot.None || len(f.modals) > 0 || f.turned {
		return
	}
	if u, at := f.r.acts.Of(f.r.seg, f.r.syn, f.claim.head); u != undone.Done {
		f.negated, f.turned, f.neg = f.negated || u == undone.NobodyDid, true, f.r.span(at)
	}
}

// ownMind returns the attribution inside a claim that is its main clause and
// takes no statement, since it only looks back: "said he hoped so", "said the
// rebels had accepted the plan".
func (r *reading) ownMind(c claim) annot.AttributionID {
	if r.cues[c.att].class != say {
		return annot.None
	}
	for _, x := range r.inner[c.att] {
		a := &r.att.List[x]
		if !r.carry[x] && !r.trigger[x] && a.CueHead == c.head && !r.standsAlone(x) && r.cues[x].class != say {
			s := r.entityOf(a.SourceHead)
			if s != annot.None && (!a.Speech && s == r.entityOf(r.att.List[c.att].SourceHead) || acts(r.cues[x].class)) {
				return x
			}
		}
	}
	return annot.None
}

// firstWord returns the first token of a claim that is no mark, or None.
func (r *reading) firstWord(c claim) annot.TokenID {
	for _, x := range c.runs {
		for t := x.first; t < x.end; t++ {
			if r.word(t).UPOS != ud.PUNCT {
				return t
			}
		}
	}
	return annot.None
}

// How far a token stands from the verbs of the main clause.
const (
	inPredicate = iota // the head, its auxiliaries and adverbs, and infinitives it takes
	inClause           // its subject and objects
	inBelow            // a clause that it takes as its object
)

// depth says where a token stands to the head of a clause, or -1 for
// elsewhere.
func (r *reading) depth(t, head annot.TokenID) int {
	d := inPredicate
	for i := 0; t != head; i++ {
		w := r.word(t)
		if w.Head == annot.None || i > 6 {
			return -1
		}
		switch w.Rel {
		case ud.Aux, ud.AuxPass, ud.Advmod, ud.Cop, ud.Xcomp, ud.Mark, ud.CompoundPrt, ud.Fixed, ud.Expl, ud.Discourse:
		case ud.Nsubj, ud.NsubjPass, ud.Obj, ud.Iobj, ud.Obl, ud.Det, ud.OblUnmarked, ud.Case, ud.Nummod, ud.Cc, ud.CcPreconj, ud.Amod, ud.Nmod, ud.DetPredet, ud.NsubjOuter:
			d = max(d, inClause)
		case ud.Ccomp, ud.Csubj:
			d = max(d, inBelow)
		case ud.Conj:
			if r.clausal(t) {
				return -1
			}
			d = max(d, inClause)
		default:
			return -1
		}
		t = w.Head
	}
	return d
}

// see notes negation and judgement.
func (f *facts) see(t annot.TokenID, depth int) {
	r := f.r
	if !f.negated && r.atNoTime(t) && !r.hangsOff(t, f.claim.head) {
		f.negated, f.neg, f.turned = true, r.span(t), true // wherever the tree hangs it
	}
	if !f.negated && r.words.negation[r.lower(t)] && t == r.firstWord(f.claim) && r.lower(t+1) == "to" {
		f.negated, f.neg = true, r.span(t) // "undertook not to"
	}
	if !f.negated && r.appendsNot(t) && !r.hangsOff(t, f.claim.head) {
		f.negated, f.neg, f.below = true, r.span(t), true
	}
	if depth < 0 || r.hangsOff(t, f.claim.head) {
		return
	}
	if !f.negated && r.words.negation[r.lower(t)] && f.negates(t, depth) {
		f.negated, f.neg, f.turned = true, r.span(t), depth == inPredicate
		f.below = depth == inBelow
	}
	if depth == inPredicate || r.rel(t) == ud.Amod || r.rel(t) == ud.Conj {
		f.evaluates(t)
	}
}

// appendsNot reports whether a word is the "not" of a contrast behind a comma:
// "asleep, not buried".
func (r *reading) appendsNot(t annot.TokenID) bool {
	if t == 0 || int(t)+1 >= len(r.syn.Words) {
		return false
	}
	before := r.lower(t - 1)
	if r.lower(t) == "nothing" && r.lower(t+1) == "more" {
		return before == "," || before == "and"
	}
	if r.lower(t) != "not" || before != "," && before != "but" && before != "and" {
		return false
	}
	h := r.word(t).Head
	return h > t && r.word(t+1).UPOS != ud.SCONJ && (r.rel(h) == ud.Conj || r.rel(h) == ud.Appos || r.rel(h) == ud.Advcl || r.rel(h) == ud.Parataxis || r.rel(h) == ud.Dep)
}

// phrases notes the phrases of the lists that begin at a token.
func (f *facts) phrases(t, end annot.TokenID, depth int) {
	r := f.r
	if list := r.phrasesAt(r.words.content, t); len(list) > 0 {
		if !f.phraseIn(list, t, end, depth, 0) {
			f.phraseIn(list, t, end, depth, 1)
		}
	}
	if depth != inPredicate && r.word(t).UPOS != ud.ADV {
		return
	}
	for _, ph := range r.phrasesAt(r.words.modals, t) {
		if last, ok := r.matchAt(t, end, ph.words, 0); ok && r.modalUse(t, last, ph) {
			f.modals = append(f.modals, hit{ph.class, r.seg.SpanOf(t, last), t})
			break
		}
	}
}

// phraseIn notes the first phrase of a list that stands at a token with so many
// words at most between two of its own, and reports whether there is one.
func (f *facts) phraseIn(list []phrase, t, end annot.TokenID, depth int, gap annot.TokenID) bool {
	r := f.r
	for _, ph := range list {
		if ph.self && (!f.self && !f.told(ph.class, t) || depth != inPredicate || r.word(t).UPOS == ud.NOUN) {
			continue
		}
		if ph.self && (ph.class == record.Promised || ph.class == record.Offered) && r.syn.Child(t, ud.AuxPass) != annot.None {
			continue // who was promised something promises nothing
		}
		last, ok := r.matchAt(t, end, ph.words, gap)
		if !ok {
			continue
		}
		h := hit{ph.class, r.seg.SpanOf(t, last), t}
		if ph.class == record.Demanded && r.word(t).Lemma == "ask" && r.asksWhether(last, end) {
			h.class = record.Undecided
		}
		if n := len(f.hits); n == 0 || !f.hits[n-1].span.Contains(h.span) { // not "up for discussion" in "not up for discussion"
			f.hits = append(f.hits, h)
		}
		return true
	}
	return false
}

// asksWhether reports whether what somebody asks is a question: "asked me if".
func (r *reading) asksWhether(t, end annot.TokenID) bool {
	for u := t + 1; u < min(end, t+5); u++ {
		if r.questions(u) {
			return r.lower(u) != "about"
		}
	}
	return false
}

// told reports whether a speaker tells what another party does in words: "her
// side had accepted".
func (f *facts) told(class record.Firmness, t annot.TokenID) bool {
	if t != f.claim.head || f.claim.att == annot.None || f.r.syn.Child(t, ud.AuxPass) != annot.None {
		return false
	}
	if x := f.r.syn.Child(t, ud.Aux); class == record.Offered && x != annot.None && f.r.word(x).Lemma != "have" {
		return false // "would table a figure"
	}
	switch class {
	case record.Agreed, record.Offered, record.Refused, record.Undecided, record.Promised, record.Demanded:
		return f.r.mayAct(f.r.subjectOf(t))
	}
	return false
}

// modalUse tells auxiliaries from other words of the same form: "will" the
// noun, "May" the month, "had better", "'d" for "had".
func (r *reading) modalUse(t, last annot.TokenID, ph phrase) bool {
	w := r.word(t)
	if len(ph.words) > 1 {
		next := r.word(last)
		return next.UPOS == ud.PART || next.UPOS == ud.VERB || next.UPOS == ud.AUX || next.UPOS == ud.ADP && ph.words[0] != "be"
	}
	switch w.UPOS {
	case ud.AUX:
		if s := r.syn.Child(w.Head, ud.Nsubj, ud.NsubjPass); r.lower(t) == "should" && s > t && s < w.Head {
			return false // "should copper fall": a condition
		} else if s != annot.None && r.lower(t) == "should" && r.questions(s) {
			return false // "on who should run it"
		}
		return !(r.lower(t) == "'d" || r.lower(t) == "’d") || w.Lemma != "have" || w.Head != annot.None && r.word(w.Head).Feats.Has(ud.VerbFormInf) || r.lower(t+1) == "be"
	case ud.ADV, ud.ADJ:
		return true
	case ud.NOUN:
		return w.Rel == ud.Nsubj || w.Rel == ud.Obj
	case ud.PROPN, ud.INTJ, ud.X:
		return ph.words[0] == "maybe" || ph.words[0] == "perhaps"
	}
	return false
}

// negates reports whether a negative word negates the claim: it stands in the
// main clause, on its subject or object, or in the clause below a verb of
// thinking.
func (f *facts) negates(t annot.TokenID, depth int) bool {
	r := f.r
	if r.noMoreThan(t) {
		return false
	}
	if depth == inBelow {
		return f.attitude()
	}
	if depth == inPredicate {
		return true
	}
	h := r.word(t).Head
	switch {
	case h == annot.None:
		return false
	case h == f.claim.head:
		return true
	case r.word(h).Head == f.claim.head || r.depth(h, f.claim.head) == inPredicate:
		return true
	case r.rel(t) == ud.Advmod && r.lower(t) == "no": // "there is no more money"
		h = r.word(h).Head
		return h != annot.None && r.word(h).Head == f.claim.head && r.rel(h).Universal() != ud.Obl
	}
	// "no" on the subject or object of the main clause
	up := r.word(h).Head
	return up != annot.None && r.depth(up, f.claim.head) == inPredicate && r.rel(h).Universal() != ud.Obl
}

// noMoreThan reports whether a word is the "no" of "no more than", which counts
// and denies nothing.
func (r *reading) noMoreThan(t annot.TokenID) bool {
	if r.lower(t) != "no" || int(t)+2 >= len(r.seg.Tokens) || r.lower(t+2) != "than" {
		return false
	}
	switch r.lower(t + 1) {
	case "more", "less", "fewer", "later", "earlier", "sooner":
		return true
	}
	return false
}

// attitude reports whether the clause is the speaker's own hope, fear or
// belief, so that the clause below carries the claim.
func (f *facts) attitude() bool {
	for _, h := range f.hits {
		switch h.class {
		case record.Hoped, record.Feared, record.Believed, record.Desired, record.Promised:
			return true
		}
	}
	return false
}

// evaluates notes a predicate, or an attribute in it, that judges.
func (f *facts) evaluates(t annot.TokenID) {
	r := f.r
	if f.evaluative {
		return
	}
	if t == f.claim.head && r.describes(t) {
		f.evaluative, f.judgedAt = true, r.span(t)
		return
	}
	if (r.words.evaluation[r.word(t).Lemma] || r.word(t).UPOS == ud.ADJ && r.words.evaluation[r.lower(t)]) && r.predicative(t, f.claim.head) || t == f.claim.head && r.graded(t) {
		f.evaluative = true
		if r.allOf(t, f.claim.head) {
			f.judgedAt = r.span(t)
		}
	}
}

// allOf reports whether a word of judgement is what a clause claims: its
// predicate, what its verb finds something to be, an attribute of either, or
// of how something went: "was held in a cordial atmosphere".
func (r *reading) allOf(t, h annot.TokenID) bool {
	switch w := r.word(t); {
	case t == h:
		return w.UPOS != ud.VERB && (w.UPOS != ud.NOUN || r.oneOf(t)) || w.UPOS == ud.VERB && r.syn.Child(t, ud.Cop) != annot.None
	case w.Rel == ud.Conj && w.Head == h: // "neither new nor serious"
		return w.UPOS == ud.ADJ && r.syn.Child(h, ud.Cop) != annot.None
	case w.Rel == ud.Xcomp:
		return !w.Feats.Has(ud.DegreeCmp)
	case w.Rel != ud.Amod:
		return false
	case w.Head == h:
		return r.syn.Child(h, ud.Cop) != annot.None && (r.oneOf(h) || r.superlative(t))
	default:
		return r.rel(w.Head) == ud.Obl && r.word(w.Head).Head == h && r.prepOf(w.Head) == "in" && r.oneOf(w.Head) && r.syn.Child(w.Head, ud.Det) != annot.None
	}
}

// describes reports whether a participle with "be" and no object judges: "the
// day was encouraging".
func (r *reading) describes(t annot.TokenID) bool {
	return r.word(t).UPOS == ud.VERB && strings.HasSuffix(r.lower(t), "ing") && r.words.evaluation[r.lower(t)] &&
		r.syn.Child(t, ud.Obj, ud.Ccomp, ud.Xcomp) == annot.None && r.syn.Child(t, ud.Aux, ud.Cop) != annot.None
}

// superlative reports whether an adjective sets something above all others.
func (r *reading) superlative(t annot.TokenID) bool {
	if r.word(t).Feats.Has(ud.DegreeSup) {
		return true
	}
	for c := range r.syn.Children(t) {
		if w := r.lower(c); c < t && (w == "most" || w == "least") {
			return true
		}
	}
	return false
}

// graded reports whether an adjective is said of something in a degree: "far
// too high", "deeply unfair".
func (r *reading) graded(t annot.TokenID) bool {
	if r.word(t).UPOS != ud.ADJ || r.syn.Child(t, ud.Cop) == annot.None {
		return false
	}
	switch r.word(t).Lemma {
	case "early", "late", "soon", "close", "likely", "unlikely", "sure", "certain", "clear", "much", "many", "few", "happy", "ready", "willing", "eager", "keen":
		return false // other classes have them
	}
	for c := range r.syn.Children(t) {
		if c < t && r.rel(c) == ud.Advmod && r.words.degrees[r.lower(c)] {
			return true
		}
	}
	return false
}

// oneOf reports whether a noun stands with "a", "an" or no article at all: "a
// positive step".
func (r *reading) oneOf(h annot.TokenID) bool {
	d := r.syn.Child(h, ud.Det)
	return d == annot.None || r.lower(d) == "a" || r.lower(d) == "an"
}

// predicative reports whether a word is said of something: the head of a
// clause with a copula, or what a verb makes of something.
func (r *reading) predicative(t, head annot.TokenID) bool {
	w := r.word(t)
	if r.syn.Child(t, ud.Cop) != annot.None {
		return true
	}
	switch w.Rel {
	case ud.Conj:
		return w.Head == head && w.UPOS == ud.ADJ && r.syn.Child(head, ud.Cop) != annot.None
	case ud.Xcomp:
		return w.UPOS == ud.ADJ || w.UPOS == ud.NOUN
	case ud.Amod:
		h := w.Head
		return h == head || r.syn.Child(h, ud.Cop) != annot.None || r.rel(h) == ud.Xcomp || r.rel(h) == ud.Obl
	}
	return t == head && (w.UPOS == ud.ADJ || w.UPOS == ud.NOUN)
}

// hasHit returns the first hit of a class.
func (f *facts) hasHit(class record.Firmness) (annot.Span, bool) { return find(f.hits, class) }

// hasModal returns the first modal of a class.
func (f *facts) hasModal(class record.Firmness) (annot.Span, bool) { return find(f.modals, class) }

func find(hits []hit, class record.Firmness) (annot.Span, bool) {
	for _, h := range hits {
		if h.class == class {
			return h.span, true
		}
	}
	return annot.Span{}, false
}

// question returns the mark that makes a question of a claim.
func (f *facts) question() (annot.Span, bool) {
	r, x := f.r, f.claim.runs[len(f.claim.runs)-1]
	for t := x.end - 1; t >= x.first && r.word(t).UPOS == ud.PUNCT; t-- {
		if r.seg.Word(t) == "?" {
			return r.span(t), true
		}
	}
	h := f.claim.head
	if h == annot.None || !r.askedMark(r.seg.Sentences[f.claim.sent].End) {
		return annot.Span{}, false
	}
	a, s := r.syn.Child(h, ud.Aux, ud.AuxPass, ud.Cop), r.syn.Child(h, ud.Nsubj, ud.NsubjPass) // "is there a deal or isn't there?"
	if a == annot.None && r.syn.Child(h, ud.Expl) > h {
		a, s = h, r.syn.Child(h, ud.Expl)
	}
	if a == annot.None || s == annot.None || a > s || r.hangs[h] != annot.None {
		return annot.Span{}, false
	}
	return r.span(a), true
}
