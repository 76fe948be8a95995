package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// holdTurns marks the words of turns, in which inner levels stand.
func (r *reading) holdTurns(held []bool) {
	for b := range r.seg.Blocks {
		first, end := r.seg.Within(r.seg.Blocks[b].Span)
		for t := first + 1; t < end && t-first <= longestSpeaker; t++ {
			if !r.isMark(t, ":") {
				continue
			}
			if label := (run{first, t - 1}); r.nounOnly(label) && (r.nameIn(label, false) != annot.None || r.label(label)) {
				for ; t < end; t++ {
					held[t] = true
				}
			}
			break
		}
	}
}

// freeTold takes away a source that is who was told: "informed the firm that",
// "has asked to join but was told". "It" of "it's understood" is nobody.
func (r *reading) freeTold(c *candidate) {
	if len(c.source) != 1 || !r.is(c.head, ud.VERB) {
		return
	}
	switch a := c.source[0]; {
	case len(c.content) > 1 && c.content[0] == a:
		c.content = c.content[1:] // nobody is his own words
	case r.passive(c.head):
		it := a.len() == 1 && r.lemma(a.first) == "it" && r.impersonal(c.head)
		told := a.last < c.cue.first && r.lemma(c.head) != "convince" && r.lemma(c.head) != "persuade" && r.addresses(c.head) && !r.hasChild(c.head, ud.OblAgent) && len(c.content) == 1 && c.content[0].first > c.cue.last
		if it || told {
			c.source, c.sourceHead = nil, annot.None
		}
	case a.first == c.cue.last+1 && len(c.content) == 1 && c.content[0].first > a.last && r.is(c.content[0].first, ud.SCONJ):
		switch r.lemma(c.head) {
		case "inform", "tell", "notify", "assure", "remind":
			s := r.nounBefore(c.head, c.cue)
			c.source, c.sourceHead = s.runs, s.head
		}
	}
}

// freeAsked takes away the source of a participle that opens its sentence where
// it is who was asked: "Pressed on whether it was so, he replied".
func (r *reading) freeAsked(c *candidate) {
	if len(c.source) != 1 || c.cue.first != r.sentence(c.head).first || c.source[0].first <= c.content[0].last {
		return
	}
	switch r.lemma(c.head) {
	case "ask", "press", "question", "quiz", "grill", "challenge", "push", "probe", "query":
	default:
		return
	}
	if !r.gerundive(c.head) && !strings.EqualFold(r.form(c.source[0].first-1), "by") {
		c.source, c.sourceHead = nil, annot.None
	}
}

// freeHearer takes out of content who is spoken to: the object before an
// infinitive ("urged both camps to wait"), and the subject of a passive ("had
// been asked to wait"), who is no source either.
func (r *reading) freeHearer(c *candidate) {
	if !r.is(c.head, ud.VERB) || c.quote {
		return
	}
	r.freeReceiver(c)
	if a := &c.content[0]; a.len() == 2 && a.first == c.cue.last+1 && r.is(a.first, ud.PRON) && strings.EqualFold(r.form(a.last), "so") {
		a.first = a.last // "told her so"
	}
	if !r.addresses(c.head) {
		return
	}
	r.cutAnswer(c)
	a := &c.content[0]
	if r.passive(c.head) {
		switch r.lemma(c.head) {
		case "convince", "persuade", "encourage":
			return // a state of mind
		}
		s := r.child(c.head, ud.NsubjPass)
		if len(c.content) > 1 && a.last < c.cue.first && s != annot.None && a.has(s) {
			c.content = c.content[1:]
		}
		if c.sourceHead != annot.None && c.sourceHead == s {
			c.source, c.sourceHead = nil, annot.None
		}
		return
	}
	if a.first != c.cue.last+1 {
		return
	}
	for t := a.first; t < a.last && t < a.first+longestHearer; t++ {
		switch {
		case t > a.first && strings.EqualFold(r.form(t), "that") && !r.is(t-1, ud.VERB, ud.ADP):
			switch r.lemma(c.head) {
			case "warn", "tell", "assure", "remind", "inform", "advise", "notify":
				a.first = t // "warned the leaders that", whatever the tree makes of "that"
			}
			return
		case r.is(t, ud.PART) && strings.EqualFold(r.form(t), "to"):
			if t > a.first && r.is(t-1, ud.NOUN, ud.PROPN, ud.PRON, ud.NUM, ud.ADJ) {
				a.first = t
			}
			return
		case r.is(t, ud.VERB, ud.AUX, ud.PUNCT, ud.SCONJ) && !r.isMark(t, "’'"), r.is(t, ud.ADP) && !strings.EqualFold(r.form(t), "of"):
			return
		}
	}
}

// freeReceiver takes out of content who is promised or offered something: the
// first of two objects, "promised the firm a permit".
func (r *reading) freeReceiver(c *candidate) {
	a := &c.content[0]
	if c.class != commitClass || a.first != c.cue.last+1 || r.passive(c.head) {
		return
	}
	first, second := annot.TokenID(annot.None), annot.TokenID(annot.None)
	for t := range r.syn.Children(c.head) {
		if t > c.head && (r.rel(t) == ud.Obj || r.rel(t) == ud.Iobj) {
			if first == annot.None {
				first = t
			} else {
				second = t
			}
		}
	}
	if second == annot.None || r.subtree(first).first != a.first || r.subtree(second).first != r.subtree(first).last+1 {
		return
	}
	for t := a.first; t < r.subtree(second).first; t++ {
		if r.is(t, ud.NUM, ud.SYM) {
			return // "pitched $9 a head"
		}
	}
	if b := r.subtree(second); a.has(b.first) {
		a.first = b.first
	}
}

// cutAnswer takes out of what somebody is asked to do what he did then: "was
// asked to sign and refused".
func (r *reading) cutAnswer(c *candidate) {
	a := &c.content[len(c.content)-1]
	for t := a.first + 1; t <= a.last; t++ {
		if !r.is(t, ud.VERB) || !r.feats(t, ud.TensePast) || !r.is(t-1, ud.CCONJ) || t-1 <= a.first+1 {
			continue
		}
		switch r.lemma(t) {
		case "refuse", "decline", "agree", "accept", "comply", "oblige", "resist", "obey":
			a.last = t - 2
			for a.last > a.first && r.is(a.last, ud.PUNCT) {
				a.last--
			}
			return
		}
	}
}
