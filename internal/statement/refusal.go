package statement

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// What a clause says will not, cannot or must not be done: whether that is a
// refusal, and whose.

// unwillingRules judge cues that refuse, or insist on a refusal, by other words
// than "refuse".
func unwillingRules() []rule {
	return []rule{
		{
			id: "statement/not-willing", class: record.Refused,
			doc: "Who is not ready, willing or prepared to do something, or does not intend to, refuses it.",
			examples: []string{
				"[source The ministry] [cue is [firm not] [firm prepared]] [content to reopen the port].",
				"[source The ministry] [cue has [firm no] [firm intention] of] [content reopening the port].",
			},
			counter: []string{"[source The ministry] [cue is prepared] [content to reopen the port]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				if h := f.claim.head; c.class == record.Offered && !c.negated && h != annot.None && f.r.butNotTo(h) {
					return join(f.neg), true
				}
				return join(c.neg, c.words...), c.negated && c.modal != record.Possible && !f.r.words.fallible[c.lemma] &&
					(c.class == record.Offered || c.class == record.Expected && (c.lemma == "intend" || c.lemma == "intention" || c.lemma == "intent"))
			},
		},
		{
			id: "statement/insists-unchanged", class: record.Unchanged,
			doc:      "Who insists that a position has not changed holds it.",
			examples: []string{"[source The ministry] [cue stressed] [content that its demands were [firm unchanged]]."},
			counter:  []string{"[source The ministry] [cue stressed] [content that its demands were fair]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasHit(record.Unchanged)
				return annot.Spans{sp}, ok && f.cue.class == record.Insisted && !f.cue.negated
			},
		},
		{
			id: "statement/insists-not", class: record.Refused,
			doc:      "Who stresses or maintains that he will not do something refuses it.",
			examples: []string{"[source The ministry] [cue stressed] [content [self it] [firm would] [firm not] negotiate]."},
			counter:  []string{"[source The ministry] [cue stressed] [content the talks had not failed]."},
			match: func(f *facts) (annot.Spans, bool) {
				_, will := f.hasModal(record.Expected)
				return join(f.neg, f.modalWords()...), f.cue.class == record.Insisted && f.cue.lemma != "insist" && f.cue.lemma != "adamant" && !f.cue.negated && will && f.refusing()
			},
		},
		{
			id: "statement/refused-to-exclude", class: record.Undecided,
			doc:      "Who refuses to take something off the table leaves it open.",
			examples: []string{"[source The ministry] [cue [firm refused]] [content to take a blockade [firm off the table]]."},
			counter:  []string{"[source The ministry] [cue refused] [content to take part]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasHit(record.RuledOut)
				return join(sp, f.cue.words...), ok && f.cue.class == record.Refused && !f.cue.negated
			},
		},
	}
}

// refusing reports whether the clause says that its subject will not, or can
// not, do something: the speaker, or for "will not" anybody who may act.
func (f *facts) refusing() bool {
	if m, hedged := f.hasModal(record.Possible); hedged && (f.turned && !f.assenting() || !f.r.ability(m)) || !f.turned && !f.negated {
		return false
	}
	if _, rather := f.hasHit(record.Desired); rather || f.guessing() {
		return false // "would rather not"
	}
	if f.self && (f.willed() || f.dealing() || f.turnedNow()) {
		return !f.below
	}
	_, will := f.hasModal(record.Expected)
	if will && f.barred() {
		return true
	}
	return !f.self && f.turned && will && f.r.mayAct(f.r.subjectOf(f.claim.head)) && !f.suffers()
}

// guessing reports whether a clause only foretells what will not be done, or
// looks back on what would not have been: "will probably not attend", "would
// not have signed".
func (f *facts) guessing() bool {
	r := f.r
	for c := range r.syn.Children(f.claim.head) {
		if r.rel(c) == ud.Aux && r.word(c).Lemma == "have" && r.lower(c) == "have" && len(f.modals) > 0 {
			return true
		}
		if r.rel(c) != ud.Advmod {
			continue
		}
		switch r.lower(c) {
		case "probably", "likely", "presumably", "doubtless", "apparently", "undoubtedly":
			return true
		}
	}
	return false
}

// suffers reports whether a clause tells what somebody gets or goes through, and
// not what he does: "would not get a fair trial" refuses nothing.
func (f *facts) suffers() bool {
	switch f.r.word(f.r.doing(f.claim.head)).Lemma {
	case "get", "receive", "face", "suffer", "lose", "win", "survive", "benefit", "need", "know", "have", "fall", "die", "regret", "see", "find", "live", "like", "want":
		return true
	}
	return false
}

// assenting reports whether a clause turns on a word of assent, so that who
// could not do it refuses: "could never agree", "could not support the terms".
func (f *facts) assenting() bool {
	x := cueFacts{}
	if f.claim.head == annot.None || !f.r.setSingle(&x, f.claim.head) {
		return false
	}
	switch x.class {
	case record.Agreed, record.Promised, record.Offered:
		return true
	}
	return false
}

// dealing reports whether the speaker says of himself that he does not deal
// with somebody, or so: "we don't negotiate with pirates".
func (f *facts) dealing() bool {
	h := f.claim.head
	switch f.r.word(h).Lemma {
	case "negotiate", "talk", "deal", "bargain", "haggle", "trade", "discuss", "comment", "accept", "recognise", "recognize", "sell", "pay", "respond", "bow", "yield", "surrender", "capitulate":
	default:
		return false
	}
	for c := range f.r.syn.Children(h) {
		if f.r.rel(c) == ud.Aux && f.r.word(c).Lemma == "do" {
			return f.turned && f.r.word(c).Feats.Has(ud.TensePres)
		}
	}
	return false
}

// turnedNow reports whether a quoted speaker says what he is not doing, so that
// he will not: "I'm not selling".
func (f *facts) turnedNow() bool {
	r, h := f.r, f.claim.head
	s := r.subjectOf(h)
	own := s != annot.None && r.words.firstPerson[r.lower(s)] && r.quoted[h] != annot.None
	switch r.word(h).Lemma {
	case "sell", "sign", "resign", "leave", "quit", "return", "pay", "accept", "yield", "bid", "retreat", "withdraw":
		own = own || f.self && s != annot.None // "the owner is not selling, he said"
	}
	if !f.turned || !own || !strings.HasSuffix(r.lower(h), "ing") || r.words.stative[r.word(h).Lemma] || len(f.modals) > 0 {
		return false
	}
	switch r.word(h).Lemma {
	case "ask", "say", "talk", "look", "try", "plan", "seek", "get", "do", "suggest", "claim", "blame", "go", "come", "speak", "pretend", "lie", "joke", "kid":
		return false
	}
	x := r.syn.Child(h, ud.Aux)
	return x != annot.None && r.word(x).Lemma == "be" && !r.word(x).Feats.Has(ud.TensePast)
}

// barred reports whether a clause says that there will be none of something,
// or that nobody will be dealt with: "there would be no pause", "no one would
// be released".
func (f *facts) barred() bool {
	r, h := f.r, f.claim.head
	s := r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
	if s == annot.None {
		return false
	}
	none := r.words.negation[r.lower(s)]
	for c := range r.syn.Children(s) {
		none = none || r.rel(c) == ud.Det && (r.words.negation[r.lower(c)] || f.turned && r.syn.Child(h, ud.Expl) != annot.None && (r.lower(c) == "another" || r.lower(c) == "any"))
	}
	if !none {
		return false
	}
	if r.syn.Child(h, ud.Expl) != annot.None {
		switch r.word(s).Lemma {
		case "doubt", "winner", "loser", "survivor", "problem", "change", "need", "reason", "time", "point", "way", "chance", "surprise", "choice", "alternative", "peace", "end":
			return false
		}
		return r.word(s).UPOS == ud.NOUN && !r.words.negation[r.lower(s)] && !r.words.evaluation[r.word(s).Lemma] && s > h
	}
	if r.syn.Child(h, ud.AuxPass) == annot.None {
		switch r.word(h).Lemma {
		case "begin", "start", "commence", "proceed", "resume", "sail", "leave", "pass", "go", "move", "cross", "enter":
			return f.claim.att != annot.None && !r.words.negation[r.lower(s)] && r.word(s).UPOS == ud.NOUN
		}
		return false
	}
	switch r.word(h).Lemma {
	case "entertain", "discuss", "unload", "load", "ship", "deliver", "reopen", "open", "resume":
		return true
	case "release", "allow", "admit", "free", "pay", "hand", "give", "accept", "tolerate", "spare", "permit", "grant", "let", "exempt", "consider", "sign", "move", "withdraw", "cut", "lift":
		return true
	}
	return false
}

// ifOnly reports whether the condition of a claim is one with "if" or the like,
// so that nobody will do something because of it: "if police come, no ship will
// be unloaded"; what waits "until" is refused.
func (f *facts) ifOnly() bool {
	c := f.r.cond.List[f.condition].Connective
	if len(c) == 0 {
		return false
	}
	switch strings.ToLower(f.r.seg.Text.Slice(c[0])) {
	case "if", "unless", "should":
		return true
	}
	return false
}

// mayAct reports whether a subject is somebody: a person, a government, a
// group.
func (r *reading) mayAct(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	switch r.lower(t) {
	case "he", "she", "they", "we", "i", "who":
		return true
	}
	e := r.entityOf(t)
	if e == annot.None {
		switch r.word(t).Lemma {
		case "side", "camp", "team", "bloc", "leadership", "delegation":
			return true
		}
		return r.word(t).UPOS == ud.PROPN
	}
	switch r.ents.List[e].Kind {
	case annot.PersonMention, annot.GovernmentMention, annot.StateMention, annot.OrganisationMention, annot.GroupMention:
		return true
	case annot.UnknownMention, annot.PlaceMention:
		return r.ents.List[e].Named
	}
	return false
}

// bareNo returns the word of a claim that is nothing but a refusal.
func (f *facts) bareNo() (annot.Span, bool) {
	var found annot.Span
	for _, x := range f.claim.runs {
		for t := x.first; t < x.end; t++ {
			if w := f.r.lower(t); w == "more" && !found.Empty() && found.End+1 == f.r.span(t).Start {
				return found, !f.r.hasVerb(x) // "no more concessions"
			}
			switch w := f.r.lower(t); {
			case f.r.word(t).UPOS == ud.PUNCT:
			case found.Empty() && (w == "no" || w == "never"):
				found = f.r.span(t)
			default:
				return found, false
			}
		}
	}
	return found, !found.Empty()
}

// bareDenial returns the negation of a claim of a few words that ends with an
// auxiliary and no more: "that it had not".
func (f *facts) bareDenial() (annot.Span, bool) {
	if len(f.claim.runs) != 1 {
		return annot.Span{}, false
	}
	r, x := f.r, f.claim.runs[0]
	for x.end > x.first && r.word(x.end-1).UPOS == ud.PUNCT {
		x.end--
	}
	if n := x.end - x.first; n < 3 || n > 6 || !f.self || r.quoted[x.first] != annot.None || r.lower(x.end-1) != "not" && r.word(x.end-1).Lemma != "not" {
		return annot.Span{}, false
	}
	switch r.word(x.end - 2).Lemma {
	case "have", "do", "be":
		return r.span(x.end - 1), r.word(x.end-2).UPOS == ud.AUX || r.word(x.end-2).UPOS == ud.VERB
	}
	return annot.Span{}, false
}

// willed reports whether the clause has a modal of will or ability and a verb
// of doing.
func (f *facts) willed() bool {
	if _, will := f.hasModal(record.Expected); !will && !f.granting() && (len(f.modals) == 0 || f.onlyCould()) {
		return false // "I can't be everywhere" refuses nothing
	}
	return !f.r.words.stative[f.r.word(f.r.doing(f.claim.head)).Lemma]
}

// onlyCould reports whether all modals of a clause are ones of ability.
func (f *facts) onlyCould() bool {
	for _, m := range f.modals {
		if !f.r.ability(m.span) {
			return false
		}
	}
	return true
}

// granting reports whether a clause says that somebody can or could give or
// grant something, so that who cannot refuses it: "we can't pay more".
func (f *facts) granting() bool {
	h := f.r.doing(f.claim.head)
	if !f.r.able(f.claim.head) && (len(f.modals) == 0 || !f.onlyCould()) {
		return false
	}
	switch f.r.word(h).Lemma {
	case "pay", "give", "go", "sign", "comment", "discuss", "offer", "allow", "permit", "tolerate", "compromise", "retreat", "surrender", "yield", "concede", "negotiate", "talk",
		"recognise", "recognize", "let", "hand", "cede", "lower", "raise", "extend", "wait", "back", "support", "countenance", "make":
		return true
	}
	return f.assenting()
}

// doing returns the verb that a clause turns on: "negotiate" in "going to
// negotiate".
func (r *reading) doing(h annot.TokenID) annot.TokenID {
	for {
		x := r.syn.Child(h, ud.Xcomp)
		if x == annot.None || r.word(x).UPOS != ud.VERB {
			return h
		}
		h = x
	}
}

// able reports whether a clause has "can" or "cannot".
func (r *reading) able(h annot.TokenID) bool {
	for c := range r.syn.Children(h) {
		if r.rel(c) == ud.Aux && r.word(c).Lemma == "can" {
			return true
		}
	}
	return false
}

// parted reports whether a cue says that several could not agree on something,
// or that nobody knows it.
func (f *facts) parted() bool {
	c := &f.cue
	if c.lemma == "know" {
		return c.class == say && c.modal == ""
	}
	if c.lemma != "agree" || c.modal == "" || !c.unable(f.r) || f.claim.att == annot.None {
		return false
	}
	_, end := f.r.seg.Within(f.r.att.List[f.claim.att].Cue)
	return f.r.lower(end-1) == "on" || f.r.lower(end) == "on"
}

// bothWays reports whether a cue is one of two that a "nor" or "or" joins.
func (r *reading) bothWays(id annot.AttributionID) bool {
	if id == annot.None {
		return false
	}
	h := r.att.List[id].CueHead
	if h == annot.None {
		return false
	}
	if r.rel(h) == ud.Conj && r.word(h).UPOS == ud.VERB && r.word(h).Head+2 == h {
		return true
	}
	x := r.syn.Child(h, ud.Conj)
	return x == h+2 && r.word(x).UPOS == ud.VERB
}

// toldThreat finds a threat in words for what somebody will suffer, or what
// the speaker will do: "will pay a heavy price".
func (f *facts) toldThreat() (annot.Span, bool) {
	sp, ok := f.hasHit(record.Threatened)
	if !ok || !f.neutral() || f.turned && !sp.Contains(f.neg) {
		return sp, false
	}
	_, will := f.hasModal(record.Expected)
	_, may := f.hasModal(record.Possible)
	return sp, will && !may
}
