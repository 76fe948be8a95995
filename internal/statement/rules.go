package statement

import (
	"strings"

	"readout/internal/annot"
	"readout/record"
)

// A rule judges how firmly a claim is held. Its examples are in the notation
// of package markup, with marks for cue, content and the words that show the
// class ("firm"); the counter-examples are of another class.
type rule struct {
	id       annot.By
	doc      string
	class    record.Firmness
	examples []string
	counter  []string
	match    func(f *facts) (annot.Spans, bool)
}

// rules is the one ordered list: the first that matches decides.
func rules() []rule {
	all := denialRules()
	all = append(all, hangingRules()...)
	all = append(all, cueRules()...)
	all = append(all, contentRules()...)
	return append(all, modalRules()...)
}

// denialRules judge cues that are negated, or that negate.
func denialRules() []rule {
	return []rule{
		{
			id: "statement/left-open", class: record.Undecided,
			doc:      "What has not been said, accepted, ruled out or decided is left open; it is not refused.",
			examples: []string{"The ministry [cue has [firm not] [firm accepted]] [content the offer]."},
			counter:  []string{"The ministry [cue will not accept] [content the offer]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				if c.failed && c.class != say {
					return c.words, true
				}
				if !c.negated || c.class == record.Denied && c.refusing() {
					return nil, false
				}
				open := f.r.words.fallible[c.lemma] && !c.refusing() || f.r.words.saying[c.lemma] && c.modal == "" || c.class == record.Denied
				return join(c.neg, c.words...), open
			},
		},
		{
			id: "statement/will-not", class: record.Refused,
			doc:      "A cue of assent that is negated with a modal or in the present refuses.",
			examples: []string{"The ministry [cue will not accept] [content the offer]."},
			counter:  []string{"The ministry [cue has not accepted] [content the offer]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				return join(c.neg, c.words...), c.refusing() && f.r.words.fallible[c.lemma] && c.class != record.Refused && c.class != record.RuledOut
			},
		},
		{
			id: "statement/denied", class: record.Denied,
			doc:      "A cue of denial denies.",
			examples: []string{"The ministry [cue [firm denied]] [content that it had made an offer]."},
			counter:  []string{"The ministry [cue did not deny] [content that it had made an offer]."},
			match:    func(f *facts) (annot.Spans, bool) { return f.cue.words, f.cue.class == record.Denied && !f.cue.negated },
		},
		{
			id: "statement/cue-possible", class: record.Possible,
			doc:      "A cue with \"may\", \"might\" or \"could\" has not been uttered yet, and may never be.",
			examples: []string{"The ministry [cue [firm may] reject] [content the offer]."},
			match:    func(f *facts) (annot.Spans, bool) { return annot.Spans{f.cue.modalAt}, f.cue.modal == record.Possible },
		},
		{
			id: "statement/cue-expected", class: record.Expected,
			doc:      "A cue with \"will\" or \"would\" has not been uttered yet; only a refusal to come is one already.",
			examples: []string{"The ministry [cue [firm will] propose] [content a new timetable]."},
			counter:  []string{"The ministry [cue will reject] [content the offer]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				return annot.Spans{c.modalAt}, c.modal == record.Expected && !c.negated && c.toCome() &&
					c.class != record.Refused && c.class != record.RuledOut
			},
		},
	}
}

// hangingRules judge warnings and threats, and what hangs on a condition.
func hangingRules() []rule {
	return []rule{
		{
			id: "statement/warned-possible", class: record.Possible,
			doc:      "A warning of what may happen is no firmer than its \"might\".",
			examples: []string{"The envoy [cue warned] [content that the truce [firm might] collapse]."},
			counter:  []string{"The envoy [cue warned] [content that the truce would collapse]."},
			match: func(f *facts) (annot.Spans, bool) {
				m, ok := f.hasModal(record.Possible)
				return join(m, f.cue.words...), ok && f.cue.class == record.Warned
			},
		},
		{
			id: "statement/warned-if", class: record.WarnedIf,
			doc:      "A warning that hangs on a condition.",
			examples: []string{"The envoy [cue [firm warned]] [content the truce would collapse if the shelling went on]."},
			match: func(f *facts) (annot.Spans, bool) {
				return f.cue.words, f.cue.class == record.Warned && f.condition != annot.None
			},
		},
		{
			id: "statement/threatened-if", class: record.ThreatenedIf,
			doc:      "A threat that hangs on a condition, in so many words or by what the speaker would do.",
			examples: []string{"The union [cue [firm threatened]] [content a strike if the talks failed]."},
			counter:  []string{"The union [cue threatened] [content a strike]."},
			match: func(f *facts) (annot.Spans, bool) {
				if f.condition == annot.None {
					return nil, false
				}
				k := f.r.cond.List[f.condition].Kind
				switch f.cue.class {
				case record.Threatened:
					return f.cue.words, true
				case say, record.Promised, record.Insisted:
					return join(f.connective(), f.modalWords()...), k == record.Threat
				}
				return nil, false
			},
		},
	}
}

// cueRules judge by the class of the cue, where that is not neutral.
func cueRules() []rule {
	byCue := func(class record.Firmness, doc, example string) rule {
		return rule{id: annot.By("statement/cue-" + string(class)), class: class, doc: doc, examples: []string{example},
			match: func(f *facts) (annot.Spans, bool) { return f.cue.words, f.cue.class == class }}
	}
	return []rule{
		byCue(record.Warned, "A warning without a condition.", "The envoy [cue [firm warned]] [content of a collapse]."),
		byCue(record.Threatened, "A threat without a condition.", "The union [cue [firm threatened]] [content a strike]."),
		byCue(record.Believed, "A belief.", "The envoy [cue [firm believes]] [content that the truce will hold]."),
		byCue(record.Hoped, "A hope.", "The envoy [cue [firm hopes]] [content that the truce will hold]."),
		byCue(record.Feared, "A fear, however the content is hedged.", "Villagers [cue [firm fear]] [content the truce could collapse]."),
		byCue(record.Desired, "A wish.", "The ministry [cue [firm wants]] [content to see the port reopened]."),
		byCue(record.Interest, "An interest that is no commitment.", "The ministry [cue has [firm shown interest] in] [content joining the patrols]."),
		byCue(record.Floated, "A proposal put forward without commitment.", "The ministry [cue [firm floated]] [content a longer truce]."),
		byCue(record.Possible, "A hint.", "The ministry [cue [firm hinted]] [content at a longer truce]."),
		byCue(record.Expected, "An expectation or a plan.", "The ministry [cue [firm plans]] [content to reopen the port]."),
		byCue(record.Undecided, "A matter still being weighed.", "The ministry [cue [firm is weighing]] [content a longer truce]."),
		byCue(record.Insisted, "An insistence, whatever the tense of its content.", "The ministry [cue [firm insisted]] [content any deal would be temporary]."),
		byCue(record.Offered, "An offer.", "The ministry [cue [firm offered]] [content to reopen the port]."),
		byCue(record.Promised, "A promise.", "The ministry [cue [firm pledged]] [content to reopen the port]."),
		byCue(record.Agreed, "An assent.", "The ministry [cue [firm accepted]] [content the offer]."),
		byCue(record.RuledOut, "An exclusion.", "The ministry [cue had [firm ruled out]] [content reopening the port]."),
		byCue(record.Refused, "A refusal; also to comment.", "The ministry [cue [firm rejected]] [content the offer]."),
		byCue(record.Demanded, "A demand, a call or a request.", "The ministry [cue [firm demanded]] [content an apology]."),
		byCue(record.Unchanged, "A stance held as before.", "The ministry [cue [firm stuck to]] [content its refusal]."),
		byCue(record.Evaluative, "A judgement on somebody or something.", "The ministry [cue [firm likened]] [content the offer to an insult]."),
	}
}

// contentRules judge by words in what is attributed, where the cue is neutral
// or the report speaks for itself.
func contentRules() []rule {
	byHit := func(class record.Firmness, doc, example string) rule {
		return rule{id: annot.By("statement/says-" + string(class)), class: class, doc: doc, examples: []string{example},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasHit(class)
				return annot.Spans{sp}, ok && f.neutral() && f.upright(class)
			}}
	}
	return []rule{
		byHit(record.Undecided, "The words leave it open.", "The envoy [cue said] [content it was [firm too early] to tell]."),
		byHit(record.RuledOut, "The words shut it out.", "The envoy [cue said] [content a handover was [firm out of the question]]."),
		byHit(record.Unchanged, "The words say that nothing has moved.", "The envoy [cue said] [content the demands were [firm unchanged]]."),
		{
			id: "statement/says-will-not", class: record.Refused,
			doc:      "A speaker who says that he will not, or can not, refuses.",
			examples: []string{"The union [cue said] [content it [firm would not] return]."},
			counter:  []string{"The union [cue said] [content the weather would not improve]."},
			match: func(f *facts) (annot.Spans, bool) {
				return join(f.neg, f.modalWords()...), f.neutral() && f.self && f.negated && f.willed()
			},
		},
		byHit(record.Refused, "A speaker who says that he refuses does.", "The union [cue said] [content it [firm rejected] the offer]."),
		byHit(record.Offered, "A party that is ready to do something offers it.", "The union [cue said] [content it was [firm ready to] talk]."),
		byHit(record.Promised, "A speaker who says that he promises does.", "The union [cue said] [content it [firm promised] to return]."),
		byHit(record.Agreed, "A speaker who says that he accepts does.", "The union [cue said] [content it [firm accepted] the offer]."),
		byHit(record.Demanded, "A speaker who says that he demands does.", "The union [cue said] [content it [firm demanded] an apology]."),
		byHit(record.Warned, "A speaker who says that he warns does.", "“[content We [firm warn] the owners]”, the union [cue said]."),
		byHit(record.Threatened, "A speaker who says that he threatens does.", "“[content We [firm threaten] nobody]”, the union [cue said]."),
		byHit(record.Hoped, "A speaker who says that he hopes does.", "[content “We [firm hope] the truce will hold,”] the envoy [cue said]."),
		byHit(record.Feared, "A speaker who says that he fears does.", "[content “We [firm fear] the truce will fail,”] the envoy [cue said]."),
		byHit(record.Believed, "A speaker who says that he believes does.", "[content “I [firm think] the truce will hold,”] the envoy [cue said]."),
		byHit(record.Desired, "A speaker who says that he wants does.", "[content “We [firm want] a longer truce,”] the envoy [cue said]."),
		byHit(record.Interest, "A speaker who says that he is interested is.", "[content “We are [firm interested] in a longer truce,”] the envoy [cue said]."),
		byHit(record.Floated, "A speaker who says that he proposes does.", "[content “We [firm propose] a longer truce,”] the envoy [cue said]."),
		byHit(record.Insisted, "A speaker who says that he insists does.", "[content “We [firm insist] on a longer truce,”] the envoy [cue said]."),
	}
}

// modalRules judge by the verbs of the clause, and leave the rest asserted.
func modalRules() []rule {
	byModal := func(class record.Firmness, doc, example string) rule {
		return rule{id: annot.By("statement/modal-" + string(class)), class: class, doc: doc, examples: []string{example},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasModal(class)
				return annot.Spans{sp}, ok && f.neutral() && !(f.negated && f.r.ability(sp))
			}}
	}
	return []rule{
		byModal(record.Possible, "Could, might, may, perhaps.", "The envoy [cue said] [content the truce [firm could] collapse]."),
		byModal(record.Demanded, "Must, have to, need to.", "The envoy [cue said] [content the troops [firm must] leave]."),
		byModal(record.Expected, "Would, will, is due to, is likely to.", "The envoy [cue said] [content the truce [firm would] hold]."),
		byModal(record.Desired, "Should, ought to.", "The envoy [cue said] [content the talks [firm should] go on]."),
		{
			id: "statement/judgement", class: record.Evaluative,
			doc: "The report's own judgement on the talks.",
			match: func(f *facts) (annot.Spans, bool) {
				return annot.Spans{f.evalAt}, f.narrate && f.evaluative
			},
		},
		{
			id: "statement/asserted", class: record.Asserted,
			doc:      "What nothing weakens is asserted by whoever says it.",
			examples: []string{"The envoy [cue [firm said]] [content the truce was holding]."},
			counter:  []string{"The envoy [cue said] [content the truce might hold]."},
			match:    func(f *facts) (annot.Spans, bool) { return f.cue.words, true },
		},
	}
}

// neutral reports whether the cue leaves the firmness to the content.
func (f *facts) neutral() bool { return f.cue.class == say }

// upright reports whether a word for what the speaker does stands as it is:
// acts of agreeing, offering and demanding do not count once a modal or a
// negation has turned them.
func (f *facts) upright(class record.Firmness) bool {
	switch class {
	case record.Offered:
		_, hedged := f.hasModal(record.Possible)
		return !f.negated && !hedged
	case record.Agreed, record.Promised, record.Demanded, record.Warned, record.Threatened, record.Floated, record.Insisted:
		return !f.negated && len(f.modals) == 0
	}
	return true
}

// willed reports whether the clause has a modal of will or ability and a verb
// of doing.
func (f *facts) willed() bool {
	if len(f.modals) == 0 && !f.r.able(f.claim.head) {
		return false
	}
	return !f.r.words.stative[f.r.word(f.r.doing(f.claim.head)).Lemma]
}

// modalWords returns the modals of the clause.
func (f *facts) modalWords() annot.Spans {
	var out annot.Spans
	for _, m := range f.modals {
		out = append(out, m.span)
	}
	return out
}

// ability reports whether a modal is one that negation turns into its
// opposite: what "could not" be is not possible.
func (r *reading) ability(sp annot.Span) bool {
	return strings.EqualFold(r.seg.Text.Slice(sp), "could")
}

// connective returns the connective of the claim's condition.
func (f *facts) connective() annot.Span {
	if f.condition == annot.None {
		return annot.Span{}
	}
	return f.r.cond.List[f.condition].Connective.Cover()
}

// join puts spans in reading order.
func join(first annot.Span, more ...annot.Span) annot.Spans {
	return append(annot.Spans{first}, more...).Normal()
}

func inside(ss annot.Spans, sp annot.Span) bool { return ss.Overlaps(sp) }
