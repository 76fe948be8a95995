package condition

import "readout/internal/annot"

// A rule is one construction that sets a condition. Its examples are in the
// notation of package markup; the counter-examples hold no condition that this
// rule should find.
type rule struct {
	id       annot.By
	doc      string
	section  string // of the word list, with the words that set the rule off
	examples []string
	counter  []string
	match    func(s *search, sent annot.Sentence, c run) (link, bool)
}

// rules is the one ordered list of constructions.
func rules() []rule {
	return append(clauseRules(), phraseRules()...)
}

func clauseRules() []rule {
	return []rule{
		{
			id: "condition/if", section: "if", match: matchIf,
			doc: "A clause with \"if\" is the trigger, unless \"if\" is whether, comparison or a set phrase.",
			examples: []string{
				"[consequence The pilots will walk out] if [trigger the airline cuts pensions].",
				"If [trigger the airline cuts pensions], [consequence the pilots will walk out].",
				"[source The union] [cue has warned of] [content [consequence a long strike]] if [trigger the airline cuts pensions].",
				"Crews reached a deal that, if [trigger approved], [consequence would end a nine-day stoppage].",
			},
			counter: []string{
				"The mediator asked if the airline had replied.",
				"The pilots behaved as if the airline had replied.",
				"The pilots will walk out even if the airline replies.",
				"The delegates will wait and see if the airline replies.",
			},
		},
		{
			id: "condition/unless", section: "unless", match: matchClause,
			doc:      "A clause with \"unless\" is the trigger.",
			examples: []string{"[consequence The port will stay shut] unless [trigger the owners raise wages]."},
			counter:  []string{"The port will stay shut although the owners raise wages."},
		},
		{
			id: "condition/inversion", section: "inversion", match: matchInversion,
			doc: "A clause that begins with \"should\", \"were\" or \"had\" before its subject is the trigger.",
			examples: []string{
				"[consequence The pilots will walk out] should [trigger the talks fail].",
				"Should [trigger the talks fail], [consequence the pilots will walk out].",
				"Were [trigger the talks to fail], [consequence the pilots would walk out].",
			},
			counter: []string{
				"The airline should pay the pilots.",
				"Should the airline pay the pilots?",
				"The owners had the right to lock the gates.",
			},
		},
		{
			id: "condition/provided", section: "provided", match: matchClause,
			doc: "A clause with \"provided\", \"on condition that\", \"as long as\" and the like is the trigger.",
			examples: []string{
				"[consequence The port will open] provided that [trigger the owners raise wages].",
				"[consequence The port will open] as long as [trigger the owners raise wages].",
			},
			counter: []string{"The owners provided that the port was dredged."},
		},
		{
			id: "condition/only-after", section: "only after", match: matchOnlyAfter,
			doc:      "What follows \"only after\", \"only once\", \"only when\" is the trigger.",
			examples: []string{"[consequence The talks can resume] only after [trigger the troops withdraw]."},
			counter:  []string{"The talks resumed after the troops withdrew."},
		},
		{
			id: "condition/until", section: "until", match: matchUntil,
			doc: "What follows \"until\" or \"before\" is the trigger where the main clause is negated or looks ahead; " +
				"in a demand for one thing before another, what is demanded is the trigger.",
			examples: []string{
				"[consequence The port will not open] until [trigger the owners raise wages].",
				"[trigger The troops must withdraw] before [consequence the talks can resume].",
			},
			counter: []string{"The delegates talked until midnight."},
		},
		{
			id: "condition/while", section: "while", match: matchWhile,
			doc:      "A clause with \"while\" behind one that refuses is the trigger.",
			examples: []string{"[consequence The pilots will not fly] while [trigger the board withholds their wages]."},
			counter:  []string{"The minister smiled while the delegates argued.", "The port will not open, while the airline will fly."},
		},
		{
			id: "condition/once", section: "once", match: matchOnce,
			doc:      "A clause with \"once\", or with \"when\" where somebody promises, threatens or demands, is the trigger of what is to come.",
			examples: []string{"[consequence The port will open] once [trigger the owners raise wages]."},
			counter:  []string{"The minister smiled when the delegates arrived."},
		},
	}
}

func phraseRules() []rule {
	return []rule{
		{
			id: "condition/in-exchange", section: "in exchange", match: matchExchange,
			doc:      "What is to be given \"in exchange for\" something hangs on it, and the other way round.",
			examples: []string{"[consequence The rebels will free the crew] in exchange for [trigger an amnesty]."},
			counter:  []string{"The rebels freed the crew and asked for nothing in return."},
		},
		{
			id: "condition/any-that", section: "any that", match: matchAnyThat,
			doc:      "What restricts \"any\" or \"no\" in what is refused is the trigger of the refusal.",
			examples: []string{"[consequence The union will sign no contract] that [trigger cuts pensions]."},
			counter:  []string{"The union will sign any contract that restores pensions."},
		},
		{
			id: "condition/in-the-event", section: "in the event", match: matchEvent,
			doc: "A noun phrase after \"in the event of\", or after \"without\" beside what would follow, is the trigger.",
			examples: []string{
				"In the event of [trigger a strike], [consequence the port will close].",
				"Without [trigger a deal], [consequence the port will close].",
			},
			counter: []string{"The minister left without comment."},
		},
		{
			id: "condition/or-else", section: "or else", match: matchOrElse,
			doc:      "After a clause that says what must be done, \"or\", \"otherwise\" and \"failing which\" bring what follows if it is not.",
			examples: []string{"[trigger The owners must raise wages], otherwise [consequence the port will close]."},
			counter:  []string{"The minister may stay or leave."},
		},
		{
			id: "condition/bargain", section: "bargain", match: matchBargain,
			doc: "An order, or a clause that speaks to \"you\", is the trigger of what will follow behind \"and\".",
			examples: []string{
				"[content [trigger Release our crew] and [consequence we will open the road]], [source the rebels] [cue said].",
				"[content [trigger You raise wages] and [consequence we call off the strike]], [source the union] [cue said].",
			},
			counter: []string{"The rebels freed the crew and opened the road.", "Read the report and tell the delegates."},
		},
		{
			id: "condition/condition-for", section: "condition for", match: matchConditionFor,
			doc: "What is, or is made, a condition for something is its trigger.",
			examples: []string{
				"[trigger An apology] is a condition for [consequence talks].",
				"A precondition for [consequence talks] is [trigger an apology].",
				"The union has made [trigger an apology] a condition of [consequence talks].",
			},
			counter: []string{"The condition of the crew is poor."},
		},
		{
			id: "condition/linked", section: "linked", match: matchLinked,
			doc:      "What one gives or withholds, tied or linked to something, hangs on it.",
			examples: []string{"The ministry has tied [consequence its approval] to [trigger the release of the crew]."},
			counter:  []string{"The police linked the raid to the rebels."},
		},
		{
			id: "condition/would-mean", section: "would mean", match: matchWouldMean,
			doc:      "What would mean something else is its trigger.",
			examples: []string{"[trigger A veto] would mean [consequence a third election]."},
			counter:  []string{"The minister would mean no harm.", "The strike meant a long delay."},
		},
		{
			id: "condition/depends", section: "depends", match: matchDepends,
			doc:      "What something depends on, or is conditional on or subject to, is its trigger.",
			examples: []string{"[consequence The loan] depends on [trigger new taxes].", "[consequence Any loan] would be conditional on [trigger new taxes]."},
			counter:  []string{"The loan was subject to rumours."},
		},
	}
}
