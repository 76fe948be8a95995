package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A rule judges how firmly a claim is held. Its examples are in the notation
// of package markup, with marks for the source, for a pronoun that stands for
// it ("self"), for cue and content, for the parts of a condition, and for the
// words that show the class ("firm"). The counter-examples are of another
// class, or of the same by another rule.
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
	var all []rule
	for _, part := range [][]rule{unrealRules(), turnedRules(), unwillingRules(), negatedCueRules(), comingCueRules(), hangingRules(), cueRules(), narratorRules(), contentRules(), ownWordRules(), modalRules()} {
		all = append(all, part...)
	}
	return all
}

// negatedCueRules judge cues that are negated, or that negate.
func negatedCueRules() []rule {
	return []rule{
		{
			id: "statement/left-open", class: record.Undecided,
			doc: "What has not been said, accepted, ruled out or decided is left open; it is not refused.",
			examples: []string{
				"[source The ministry] [cue has [firm not] [firm accepted]] [content the offer].",
				"[source The ministry] [cue did [firm not] [firm say]] [content which ports would open].",
				"[source The ministry] [cue did [firm not] [firm deny]] [content that it had made an offer].",
				"[source The ministry] [cue failed to [firm agree]] [content on a date].",
				"[source The ministry] [cue could [firm not] [firm say]] [content which ports would open].",
				"[source The ministry] [cue could [firm not] [firm promise]] [content that the port would open].",
			},
			counter: []string{
				"[source The ministry] [cue will not accept] [content the offer].",
				"[source The ministry] [cue refused] [content to accept the offer].",
			},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				if c.failed && c.class != say {
					return c.words, true
				}
				if !c.negated || inside(c.words, c.neg) && c.class != say || c.class == record.Denied && c.refusing() {
					return nil, false
				}
				open := c.fails(f.r) && (!c.refusing() || c.class == record.Promised && c.unable(f.r)) || f.r.words.saying[c.lemma] && (c.modal == "" || c.unable(f.r)) || c.class == record.Denied || f.parted()
				return join(c.neg, c.words...), open
			},
		},
		{
			id: "statement/neither-nor", class: record.Undecided,
			doc:      "Who will neither confirm nor deny leaves it open.",
			examples: []string{"[source The ministry] [cue would [firm neither] confirm nor [firm deny]] [content the offer]."},
			counter:  []string{"[source The ministry] [cue would not confirm] [content the offer]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				return join(c.neg, c.words...), c.negated && (c.lemma == "confirm" || c.lemma == "deny") && f.r.bothWays(f.claim.att)
			},
		},
		{
			id: "statement/will-not", class: record.Refused,
			doc: "A cue of assent or of saying that is negated with a modal or in the present refuses.",
			examples: []string{
				"[source The ministry] [cue will [firm not] [firm accept]] [content the offer].",
				"[source The ministry] [cue would [firm not] [firm say]] [content which ports would open].",
			},
			counter: []string{"[source The ministry] [cue has not accepted] [content the offer]."},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				return join(c.neg, c.words...), c.refusing() && c.fails(f.r) && c.class != record.Refused && c.class != record.RuledOut && c.class != record.Undecided
			},
		},
		{
			id: "statement/denied", class: record.Denied,
			doc: "A cue of denial denies.",
			examples: []string{
				"[source The ministry] [cue [firm denied]] [content that it had made an offer].",
				"[source The ministry] [cue rejected] [content claims that it had made an offer].",
			},
			counter: []string{
				"[source The ministry] [cue did not deny] [content that it had made an offer].",
				"[source The ministry] [cue rejected] [content the offer].",
			},
			match: func(f *facts) (annot.Spans, bool) { return f.cue.words, f.cue.class == record.Denied && !f.cue.negated },
		},
		{
			id: "statement/called-untrue", class: record.Denied,
			doc:      "Who calls something a lie denies it.",
			examples: []string{"[source The ministry] [cue called] [content the letter a [firm forgery]]."},
			counter:  []string{"[source The ministry] [cue called] [content the letter an insult]."},
			match: func(f *facts) (annot.Spans, bool) {
				if f.cue.class != record.Evaluative || f.cue.negated {
					return nil, false
				}
				sp, ok := f.says(record.Denied)
				return annot.Spans{sp}, ok
			},
		},
	}
}

// comingCueRules judge cues that tell of an act still to come.
func comingCueRules() []rule {
	return []rule{
		{
			id: "statement/cue-possible-act", class: record.Possible,
			doc:      "A cue with \"may\", \"might\" or \"could\" has not been uttered yet, and may never be.",
			examples: []string{"[source The ministry] [cue [firm may] reject] [content the offer]."},
			counter:  []string{"[source The ministry] [cue rejected] [content the offer]."},
			match:    func(f *facts) (annot.Spans, bool) { return annot.Spans{f.cue.modalAt}, f.cue.modal == record.Possible },
		},
		{
			id: "statement/cue-expected-act", class: record.Expected,
			doc:      "A cue with \"will\" or \"would\" has not been uttered yet; only a refusal to come is one already.",
			examples: []string{"[source The ministry] [cue [firm will] propose] [content a new timetable]."},
			counter: []string{
				"[source The ministry] [cue will reject] [content the offer].",
				"[source The ministry] [cue would like] [content to see the port reopened].",
			},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				return annot.Spans{c.modalAt}, c.modal == record.Expected && !c.negated && c.toCome() && !f.wished() &&
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
			doc:      "A warning of what may happen is no firmer than its \"might\"; \"could\" tells what there is to be warned of.",
			examples: []string{"[source The envoy] [cue warned] [content that the truce [firm might] collapse]."},
			counter: []string{
				"[source The envoy] [cue warned] [content that the truce would collapse].",
				"[source The envoy] [cue warned] [content that the truce could collapse].",
			},
			match: func(f *facts) (annot.Spans, bool) {
				m, ok := f.hasModal(record.Possible)
				return annot.Spans{m}, ok && f.cue.class == record.Warned && f.condition == annot.None && !f.r.ability(m)
			},
		},
		{
			id: "statement/warned-open", class: record.Undecided,
			doc:      "Who cautions that a matter is still open leaves it open.",
			examples: []string{"[source The envoy] [cue cautioned] [content that it was [firm too early to] tell]."},
			counter:  []string{"[source The envoy] [cue warned] [content that the truce would collapse]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasHit(record.Undecided)
				return annot.Spans{sp}, ok && f.cue.class == record.Warned && f.cue.lemma == "caution"
			},
		},
		{
			id: "statement/warned-if", class: record.WarnedIf,
			doc:      "A warning that hangs on a condition.",
			examples: []string{"[source The envoy] [cue [firm warned]] [content [consequence the truce would collapse] [connective if] [trigger the shelling went on]]."},
			counter:  []string{"[source The envoy] [cue warned] [content that the truce would collapse]."},
			match: func(f *facts) (annot.Spans, bool) {
				return f.cue.words, f.cue.class == record.Warned && f.condition != annot.None
			},
		},
		{
			id: "statement/told-threat-if", class: record.ThreatenedIf,
			doc:      "A threat in words for what somebody will suffer, that hangs on a condition.",
			examples: []string{"[source The union] [cue said] [content [consequence the owners would [firm face consequences]] [connective if] [trigger the talks failed]]."},
			counter:  []string{"[source The union] [cue said] [content the owners faced the sea]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.toldThreat()
				return annot.Spans{sp}, ok && f.condition != annot.None
			},
		},
		{
			id: "statement/told-threat", class: record.Threatened,
			doc:      "A threat in words for what somebody will suffer.",
			examples: []string{"[content “They will [firm pay a heavy price],”] [source the general] [cue said]."},
			counter:  []string{"[content “They will pay the rent,”] [source the general] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.toldThreat()
				return annot.Spans{sp}, ok
			},
		},
		{
			id: "statement/threatened-if", class: record.ThreatenedIf,
			doc: "A threat that hangs on a condition, in so many words or by what the speaker would do.",
			examples: []string{
				"[source The union] [cue [firm threatened]] [content [consequence a strike] [connective if] [trigger the talks failed]].",
				"[source The union] [cue said] [content [threat [self it] [firm would] strike] [connective if] [trigger the talks failed]].",
			},
			counter: []string{"[source The union] [cue threatened] [content a strike]."},
			match: func(f *facts) (annot.Spans, bool) {
				if f.condition == annot.None {
					return nil, false
				}
				k := f.r.cond.List[f.condition].Kind
				switch f.cue.class {
				case record.Threatened:
					return f.cue.words, true
				case say, record.Promised, record.Insisted, record.Offered:
					_, hedged := f.hasModal(record.Possible)
					return f.threatWords(), !hedged && (k == record.Threat || f.cue.class == say && f.ifOnly() && f.barred())
				}
				return nil, false
			},
		},
	}
}

// cueRules judge by the class of the cue, where that is not neutral.
func cueRules() []rule {
	byCue := func(class record.Firmness, doc, example, counter string) rule {
		return rule{id: annot.By("statement/cue-" + string(class)), class: class, doc: doc, examples: []string{example}, counter: []string{counter},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue // who is not opposed to something refuses nothing
				return c.words, c.class == class && (class != record.Refused || !c.negated || inside(c.words, c.neg))
			}}
	}
	return []rule{
		byCue(record.Warned, "A warning without a condition.",
			"[source The envoy] [cue [firm warned] of] [content a collapse].", "[source The envoy] [cue spoke of] [content a collapse]."),
		byCue(record.Threatened, "A threat without a condition.",
			"[source The union] [cue [firm threatened]] [content a strike].", "[source The union] [cue announced] [content a strike]."),
		byCue(record.Believed, "A belief.",
			"[source The envoy] [cue [firm believes]] [content that the truce will hold].", "[source The envoy] [cue says] [content that the truce will hold]."),
		byCue(record.Hoped, "A hope.",
			"[source The envoy] [cue [firm hopes]] [content that the truce will hold].", "[source The envoy] [cue said] [content that the truce would hold]."),
		byCue(record.Feared, "A fear, however the content is hedged.",
			"[source Villagers] [cue [firm fear]] [content the truce [firm could] collapse].", "[source Villagers] [cue say] [content the truce could collapse]."),
		byCue(record.Desired, "A wish.",
			"[source The ministry] [cue [firm wants]] [content to reopen the port].", "[source The ministry] [cue promised] [content to reopen the port]."),
		byCue(record.Interest, "An interest that is no commitment.",
			"[source The ministry] [cue has [firm shown interest] in] [content joining the patrols].", "[source The ministry] [cue offered] [content to join the patrols]."),
		byCue(record.Floated, "A proposal put forward without commitment.",
			"[source The ministry] [cue [firm floated]] [content a longer truce].", "[source The ministry] [cue demanded] [content a longer truce]."),
		byCue(record.Possible, "A hint.",
			"[source The ministry] [cue [firm hinted at]] [content a longer truce].", "[source The ministry] [cue announced] [content a longer truce]."),
		byCue(record.Expected, "An expectation or a plan.",
			"[source The ministry] [cue [firm plans]] [content to reopen the port].", "[source The ministry] [cue refused] [content to reopen the port]."),
		byCue(record.Undecided, "A matter still being weighed.",
			"[source The ministry] [cue is [firm weighing]] [content a longer truce].", "[source The ministry] [cue has accepted] [content a longer truce]."),
		byCue(record.Insisted, "An insistence, whatever the tense of its content.",
			"[source The ministry] [cue [firm insisted]] [content any deal would be temporary].", "[source The ministry] [cue said] [content any deal would be temporary]."),
		byCue(record.Offered, "An offer.",
			"[source The ministry] [cue [firm offered]] [content to reopen the port].", "[source The ministry] [cue has not offered] [content to reopen the port]."),
		byCue(record.Promised, "A promise.",
			"[source The ministry] [cue [firm pledged]] [content to reopen the port].", "[source The ministry] [cue may pledge] [content to reopen the port]."),
		byCue(record.Agreed, "An assent.",
			"[source The ministry] [cue [firm accepted]] [content the offer].", "[source The ministry] [cue has not accepted] [content the offer]."),
		byCue(record.RuledOut, "An exclusion.",
			"[source The ministry] [cue had [firm ruled out]] [content reopening the port].", "[source The ministry] [cue had not ruled out] [content reopening the port]."),
		byCue(record.Refused, "A refusal; also to comment.",
			"[source The ministry] [cue [firm declined]] [content to comment].", "[source The ministry] [cue did not comment] [content on the offer]."),
		byCue(record.Demanded, "A demand, a call or a request.",
			"[source The ministry] [cue [firm called for]] [content an apology].", "[source The ministry] [cue called] [content the apology an insult]."),
		byCue(record.Unchanged, "A stance held as before.",
			"[source The ministry] [cue [firm stuck to]] [content its refusal].", "[source The ministry] [cue repeated] [content its refusal]."),
		byCue(record.Evaluative, "A judgement on somebody or something.",
			"[source The ministry] [cue [firm likened]] [content the offer to an insult].", "[source The ministry] [cue said] [content the offer would be an insult]."),
	}
}

// byHit makes the rule of a class that words inside the content show.
func byHit(class record.Firmness, doc, example, counter string) rule {
	return rule{id: annot.By("statement/says-" + string(class)), class: class, doc: doc, examples: []string{example}, counter: []string{counter},
		match: func(f *facts) (annot.Spans, bool) {
			sp, ok := f.hasHit(class)
			return annot.Spans{sp}, ok && f.neutral() && f.upright(class)
		}}
}

// contentRules judge by words in what is attributed, where the cue is neutral
// or the report speaks for itself.
func contentRules() []rule {
	return []rule{
		{
			id: "statement/question", class: record.Undecided,
			doc:      "A question claims nothing.",
			examples: []string{"[content “Who will pay[firm ?]”] [source the envoy] [cue said]."},
			counter:  []string{"[content “Nobody will pay,”] [source the envoy] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.question()
				return annot.Spans{sp}, ok && f.neutral()
			},
		},
		byHit(record.Undecided, "The words leave it open.",
			"[source The envoy] [cue said] [content it was [firm too early to] tell].", "[source The envoy] [cue said] [content it was early to call]."),
		byHit(record.RuledOut, "The words shut it out.",
			"[source The envoy] [cue said] [content a handover was [firm out of the question]].", "[source The envoy] [cue said] [content a handover was under way]."),
		byHit(record.Unchanged, "The words say that nothing has moved.",
			"[source The envoy] [cue said] [content the demands were [firm unchanged]].", "[source The envoy] [cue said] [content the demands were high]."),
		{
			id: "statement/says-will-not", class: record.Refused,
			doc: "A speaker who says that he will not, or can not, refuses; so does one who says that of somebody.",
			examples: []string{
				"[source The union] [cue said] [content [self it] [firm would] [firm not] return].",
				"[content “We are [firm not] [firm going to] return,”] [source the union] [cue said].",
				"[source/1 The union] [cue/1 said] [content/1 [actor the owners] [firm would] [firm not] return].",
			},
			counter: []string{
				"[source The union] [cue said] [content the weather would not improve].",
				"[source The union] [cue said] [content [self it] might not return].",
				"[source The union] [cue said] [content [self it] would probably not return].",
				"[source The union] [cue said] [content [self it] would not have returned].",
			},
			match: func(f *facts) (annot.Spans, bool) {
				return join(f.neg, f.modalWords()...), f.neutral() && f.refusing()
			},
		},
		{
			id: "statement/says-no", class: record.Refused,
			doc:      "Who says no, or never, and no more refuses.",
			examples: []string{"[content “[firm Never],”] [source the envoy] [cue said]."},
			counter:  []string{"[content “No commission, no water,”] [source the envoy] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.bareNo()
				return annot.Spans{sp}, ok && f.neutral()
			},
		},
		{
			id: "statement/had-not", class: record.Denied,
			doc:      "A clause that ends with its negated auxiliary denies what was said before.",
			examples: []string{"[source The envoy] [cue said] [content [self he] had [firm not]]."},
			counter:  []string{"[source The envoy] [cue said] [content [self he] would not]."},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.bareDenial()
				return annot.Spans{sp}, ok && f.neutral()
			},
		},
		{
			id: "statement/bids", class: record.Demanded,
			doc: "A quoted imperative asks for what it says.",
			examples: []string{
				"[content “[firm Leave] the boats alone,”] [source the envoy] [cue said].",
				"[content “Do not [firm come] back without a map,”] [source the envoy] [cue said].",
			},
			counter: []string{"[content “Let us wait,”] [source the envoy] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				return annot.Spans{f.bidding()}, f.neutral() && !f.bidding().Empty()
			},
		},
	}
}

// ownWordRules judge by what a speaker says of himself or of a claim.
func ownWordRules() []rule {
	return []rule{
		byHit(record.Denied, "A speaker who says that something is untrue denies it.",
			"[source The envoy] [cue said] [content the report was [firm untrue]].", "[source The envoy] [cue said] [content the report was late]."),
		byHit(record.Refused, "A speaker who says that he refuses does.",
			"[source The union] [cue said] [content [self it] [firm rejected] the offer].", "[source The union] [cue said] [content the owners rejected the offer]."),
		byHit(record.Offered, "A party that is ready to do something offers it.",
			"[source The union] [cue said] [content [self it] was [firm ready to] talk].", "[source The union] [cue said] [content [self it] might be ready to talk]."),
		byHit(record.Promised, "A speaker who says that he promises does.",
			"[source The union] [cue said] [content [self it] [firm promised] to return].", "[source The union] [cue said] [content [self it] was promised a hall]."),
		byHit(record.Agreed, "A speaker who says that he accepts does.",
			"[source The union] [cue said] [content [self it] [firm accepted] the offer].", "[source The union] [cue said] [content [self it] could accept the offer]."),
		byHit(record.Demanded, "A speaker who says that he demands does.",
			"[source The union] [cue said] [content [self it] [firm demanded] an apology].", "[source The union] [cue said] [content the owners demanded an apology]."),
		byHit(record.Warned, "A speaker who says that he warns does.",
			"[content “We [firm warn] the owners,”] [source the union] [cue said].", "[content “They warn the owners,”] [source the union] [cue said]."),
		byHit(record.Threatened, "A speaker who says that he threatens does.",
			"[content “We [firm threaten] a strike,”] [source the union] [cue said].", "[content “They threaten a strike,”] [source the union] [cue said]."),
		byHit(record.Hoped, "A speaker who says that he hopes does.",
			"[content “We [firm hope] the truce will hold,”] [source the envoy] [cue said].", "[content “The truce will hold,”] [source the envoy] [cue said]."),
		byHit(record.Feared, "A speaker who says that he fears does.",
			"[content “We [firm fear] the truce will fail,”] [source the envoy] [cue said].", "[content “They fear the truce will fail,”] [source the envoy] [cue said]."),
		byHit(record.Believed, "A speaker who says that he believes does.",
			"[content “I [firm think] the truce will hold,”] [source the envoy] [cue said].", "[content “They think the truce will hold,”] [source the envoy] [cue said]."),
		byHit(record.Desired, "A speaker who says that he wants does.",
			"[content “We [firm want] a longer truce,”] [source the envoy] [cue said].", "[content “They want a longer truce,”] [source the envoy] [cue said]."),
		byHit(record.Interest, "A speaker who says that he is interested is.",
			"[content “We are [firm interested] in a longer truce,”] [source the envoy] [cue said].", "[content “A longer truce is interesting,”] [source the envoy] [cue said]."),
		byHit(record.Floated, "A speaker who says that he proposes does.",
			"[content “We [firm propose] a longer truce,”] [source the envoy] [cue said].", "[content “They propose a longer truce,”] [source the envoy] [cue said]."),
		byHit(record.Insisted, "A speaker who says that he insists does.",
			"[content “We [firm insist] on a longer truce,”] [source the envoy] [cue said].", "[content “They insist on a longer truce,”] [source the envoy] [cue said]."),
	}
}

// modalRules judge by the verbs of the clause, and leave the rest asserted.
func modalRules() []rule {
	byPhrase := func(class record.Firmness, doc, example, counter string) rule {
		return rule{id: annot.By("statement/says-" + string(class)), class: class, doc: doc, examples: []string{example}, counter: []string{counter},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasHit(class)
				return annot.Spans{sp}, ok && f.neutral()
			}}
	}
	byModal := func(class record.Firmness, doc, example, counter string) rule {
		return rule{id: annot.By("statement/modal-" + string(class)), class: class, doc: doc, examples: []string{example}, counter: []string{counter},
			match: func(f *facts) (annot.Spans, bool) {
				sp, ok := f.hasModal(class)
				return annot.Spans{sp}, ok && f.neutral() && !(f.negated && f.r.turnedBy(sp))
			}}
	}
	return []rule{
		byModal(record.Possible, "Could, might, may, perhaps.",
			"[source The union] [cue said] [content [self it] [firm might] consider a cap].", "[source The envoy] [cue said] [content the truce could not collapse]."),
		byModal(record.Demanded, "Must, have to, need to, should.",
			"[source The envoy] [cue said] [content the troops [firm must] leave].", "[source The envoy] [cue said] [content the troops would leave]."),
		byModal(record.Expected, "Would, will, is due to, is likely to.",
			"[source The envoy] [cue said] [content the truce [firm would] hold].", "[source The envoy] [cue said] [content the truce would perhaps hold]."),
		{
			id: "statement/meets-on", class: record.Expected,
			doc:      "What meets, in the present tense, on a day that is named is still to meet.",
			examples: []string{"[actor The envoys] [firm meet] on [time Friday]."},
			counter:  []string{"[actor The envoys] met on [time Friday]."},
			match: func(f *facts) (annot.Spans, bool) {
				h := f.claim.head
				return annot.Spans{f.r.span(h)}, f.narrate && f.r.gathers(h) && f.r.word(h).Feats.Has(ud.TensePres) && f.r.dated(h)
			},
		},
		byPhrase(record.Possible, "What is possible by other words than a modal.",
			"[source The envoy] [cue said] [content there was [firm a chance] the truce would hold].", "[source The envoy] [cue said] [content the truce would hold]."),
		byPhrase(record.Expected, "What is on its way by other words than a modal.",
			"[source The envoy] [cue said] [content the truce was [firm on course]].", "[source The envoy] [cue said] [content the truce was on paper]."),
		{
			id: "statement/judgement", class: record.Evaluative,
			doc:      "The report's own judgement on the talks.",
			examples: []string{"The talks come at a [firm critical] moment."},
			counter:  []string{"The talks come at the end of the month."},
			match: func(f *facts) (annot.Spans, bool) {
				n := &f.noticed
				return annot.Spans{n.judgedAt}, f.narrate && n.judged && n.talks
			},
		},
		byPhrase(record.Evaluative, "Words of judgement without a copula.",
			"[source The envoy] [cue said] [content the offer did not [firm add up]].", "[source The envoy] [cue said] [content the offer did not come]."),
		{
			id: "statement/says-judgement", class: record.Evaluative,
			doc:      "A speaker who says what something is worth, and no more, judges it.",
			examples: []string{"[source The envoy] [cue said] [content the offer was [firm disappointing]]."},
			counter:  []string{"[source The envoy] [cue said] [content the offer was new]."},
			match: func(f *facts) (annot.Spans, bool) {
				return annot.Spans{f.judgedAt}, f.neutral() && !f.judgedAt.Empty()
			},
		},
		{
			id: "statement/says-no-more-than", class: record.Evaluative,
			doc:      "A speaker who says what something is, and that it is not something else or no more, measures it.",
			examples: []string{"[content “It is a [firm pause], nothing more,”] [source the envoy] [cue said]."},
			counter:  []string{"[content “It is a pause of a week,”] [source the envoy] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				return annot.Spans{f.measured()}, f.neutral() && !f.measured().Empty()
			},
		},
		{
			id: "statement/asserted", class: record.Asserted,
			doc:      "What nothing weakens is asserted by whoever says it.",
			examples: []string{"[source The envoy] [cue [firm confirmed]] [content the truce was holding].", "[source The envoy] [cue said] [content the truce was holding]."},
			counter:  []string{"[source The envoy] [cue said] [content the truce might hold]."},
			match: func(f *facts) (annot.Spans, bool) {
				if f.cue.lemma == "say" || f.cue.lemma == "tell" || f.cue.lemma == "add" {
					return nil, true // the plainest cues show nothing
				}
				return f.cue.words, true
			},
		},
	}
}
