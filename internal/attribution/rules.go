package attribution

import (
	"slices"

	"readout/internal/annot"
)

// A rule is one construction that attributes. Its examples are in the
// notation of package markup, with every attribution marked; the
// counter-examples hold none that this rule should find.
type rule struct {
	id       annot.By
	doc      string
	examples []string
	counter  []string
	match    func(*reading, trigger) (candidate, bool)
}

// rules is the one ordered list of constructions, by what sets them off: for
// each word the first that fits is taken.
type rules struct {
	verbs, nouns, adjectives, phrases, turns []rule
}

func newRules() rules {
	return rules{
		verbs:      slices.Concat(speechRules(), clauseRules(), objectRules(), complementRules()),
		nouns:      nounRules(),
		adjectives: adjectiveRules(),
		phrases:    phraseRules(),
		turns:      turnRules(),
	}
}

// all returns every rule, in order.
func (r *rules) all() []rule {
	var all []rule
	for _, list := range [][]rule{r.verbs, r.nouns, r.adjectives, r.phrases, r.turns} {
		all = append(all, list...)
	}
	return all
}

// speechRules read what is said in so many words, and what is said to be so
// or described as so.
func speechRules() []rule {
	return []rule{
		{
			id: "attribution/quotation", match: (*reading).speech,
			doc: "A whole quotation before, behind or on both sides of a verb of saying.",
			examples: []string{
				"[content “We moved first,”] [source the mediator] [cue said].",
				"[source The envoy] [cue added]: [content “Nobody has left.”]",
				"[content “We waited,”] [cue said] [source Lena Okoro], [content “and nobody came.”]",
			},
			counter: []string{"The board read “Closed” when the envoy left."},
		},
		{
			id: "attribution/what-is", match: (*reading).whatIs,
			doc:      "\"What X says is that\": the predicate is what is said.",
			examples: []string{"What [source the crews] [cue want] is [content a door that locks]."},
			counter:  []string{"What the crews want is closed."},
		},
		{
			id: "attribution/object-with", match: (*reading).objectWith,
			doc: "An object and a phrase together are what is held: X described N as M, accused N of M, put N at M.",
			examples: []string{
				"[source The minister] [cue described] [content the offer as an insult].",
				"[source Owners] [cue accused] [content the union of bad faith].",
				"[content The offer] [cue was dismissed] [content as a joke] by [source union chief Ben Wood].",
			},
			counter: []string{"The mayor robbed the union of its funds."},
		},
		{
			id: "attribution/object-is", match: (*reading).objectIs,
			doc:      "An object and what is said of it are what is held: X called N M.",
			examples: []string{"[source Fishermen] [cue called] [content the quota an insult]."},
			counter:  []string{"The chairman called the lawyers at noon."},
		},
		{
			id: "attribution/inverted", match: (*reading).inverted,
			doc:      "A verb of saying between a full clause and who speaks, where the tree takes the speaker for an object.",
			examples: []string{"[content The river comes first], [cue says] [source the envoy]."},
			counter:  []string{"The envoy, who won the vote, announced the result."},
		},
		{
			id: "attribution/or-so", match: (*reading).orSo,
			doc:      "\"Or so X says\" behind a clause.",
			examples: []string{"[content The dam is safe], or so [source the engineers] [cue say]."},
			counter:  []string{"The dam is five years old or so, and the engineers left."},
		},
		{
			id: "attribution/as-put", match: (*reading).asPut,
			doc:      "\"As X puts it\" before a clause.",
			examples: []string{"As [source the mayor] [cue put it], [content a bad peace buys time]."},
			counter:  []string{"As the mayor put it on the shelf, the clock struck."},
		},
		{
			id: "attribution/colon-clause", match: (*reading).colonClause,
			doc:      "Words without quotation marks behind a verb of saying and a colon.",
			examples: []string{"[source The mayor] [cue put it] bluntly: [content no milk, no deal]."},
			counter:  []string{"The mayor said three things: two were jokes."},
		},
	}
}

// clauseRules read what is said in a clause, around a cue or behind it.
func clauseRules() []rule {
	return []rule{
		{
			id: "attribution/parenthesis", match: (*reading).parenthesis,
			doc: "A short clause of saying, set off by its marks inside or behind what is said.",
			examples: []string{
				"[content The truce], [source officials] [cue said], [content was holding].",
				"[content The port will stay shut], [cue said] [source the harbour board].",
			},
			counter: []string{"After long talks, the envoy said little."},
		},
		{
			id: "attribution/clause", match: (*reading).clause,
			doc: "A clause under a verb of saying, thinking or showing, with or without \"that\".",
			examples: []string{
				"[source The ministry] [cue said] [content that the dam would fill slowly].",
				"[source Brokers] [cue fear] [content a default is near].",
				"[source The survey] [cue shows] [content that most members left].",
			},
			counter: []string{"The clerk said goodbye."},
		},
		{
			id: "attribution/inserted", match: (*reading).bracketed,
			doc:      "A clause with \"as\", or a parenthesis that only the tree tells.",
			examples: []string{"[content The bridge is open], as [source the army] [cue has confirmed]."},
			counter:  []string{"The bridge is open, as it was last year.", "The board had never promised parity, as the guild alleged."},
		},
	}
}

// complementRules read infinitives, gerunds and phrases.
func complementRules() []rule {
	return []rule{
		{
			id: "attribution/gerund", match: (*reading).gerund,
			doc:      "A gerund under a verb: X ruled out doing.",
			examples: []string{"[source The premier] [cue ruled out] [content leaving the bloc]."},
			counter:  []string{"The premier kept smiling."},
		},
		{
			id: "attribution/bare-clause", match: (*reading).bare,
			doc:      "A reported clause that the tree has hung elsewhere, found by its finite verb.",
			examples: []string{"[source Miners] [cue said] [content the pit would close soon]."},
			counter:  []string{"Miners said a prayer for the pit."},
		},
		{
			id: "attribution/addressed-phrase", match: (*reading).addressedOf,
			doc:      "A phrase behind who is addressed: X warned N of M.",
			examples: []string{"[source The agency] [cue warned] farmers [content of a dry summer]."},
			counter:  []string{"The agency cured farmers of a fever."},
		},
		{
			id: "attribution/phrase", match: (*reading).phrasal,
			doc:      "A phrase whose preposition joins the cue: X warned of M.",
			examples: []string{"[source The agency] [cue warned of] [content a dry summer]."},
			counter:  []string{"The envoy spoke ahead of the summit."},
		},
		{
			id: "attribution/passive-infinitive", match: (*reading).passiveTo,
			doc:      "A passive with an infinitive: X is believed to have done; nobody need be named.",
			examples: []string{"[content The captain] [cue is believed] [content to have fled]."},
			counter:  []string{"The captain is paid to sail."},
		},
		{
			id: "attribution/object", match: (*reading).nominal,
			doc: "A noun phrase is what is held, rejected, demanded or offered; also in the passive.",
			examples: []string{
				"[source The council] [cue rejected] [content the offer].",
				"[content The offer] [cue was rejected] by [source the council].",
			},
			counter: []string{"The council built the road.", "The council tore up any deal that rejected the quota."},
		},
	}
}

// objectRules read infinitives behind an object, and of the subject.
func objectRules() []rule {
	return []rule{
		{
			id: "attribution/addressed-infinitive", match: (*reading).addressed,
			doc:      "An infinitive behind who is addressed: X urged N to do.",
			examples: []string{"[source The judge] [cue urged] both sides [content to settle]."},
			counter:  []string{"The judge helped both sides to settle."},
		},
		{
			id: "attribution/object-infinitive", match: (*reading).objectTo,
			doc:      "An object and an infinitive together are what is held: X wants N to do.",
			examples: []string{"[source The lenders] [cue want] [content the state to sell its port]."},
			counter:  []string{"The lenders used the state to sell a port."},
		},
		{
			id: "attribution/infinitive", match: (*reading).infinitive,
			doc: "An infinitive with the same subject: X promised to do, declined to comment.",
			examples: []string{
				"[source The rebels] [cue promised] [content to leave the town].",
				"[source The bank] [cue declined] [content to comment].",
			},
			counter: []string{"The rebels failed to leave the town."},
		},
	}
}

func nounRules() []rule {
	return []rule{{
		id: "attribution/noun", match: (*reading).noun,
		doc: "A noun of saying or thinking with its holder and a clause or phrase, alone or carried by a verb.",
		examples: []string{
			"[source Oslo]'s [cue desire] [content to see the ban lifted] is plain.",
			"[source The guild] [cue expressed a hope] [content that the strike would end].",
		},
		counter: []string{"The fear that the strike would spread grew."},
	}}
}

func adjectiveRules() []rule {
	return []rule{{
		id: "attribution/adjective", match: (*reading).adjective,
		doc: "An adjective of thinking, feeling or willing with its clause or phrase.",
		examples: []string{"[source The skipper] [cue is confident] [content that the fleet will sail].",
			"[source The skipper] was \"[cue ready] [content to wait]\"."},
		counter: []string{"The skipper is tired of the sea."},
	}}
}

func phraseRules() []rule {
	return []rule{
		{
			id: "attribution/according-to", match: (*reading).accordingTo,
			doc:      "\"According to X\" and its like, for the clause around it.",
			examples: []string{"[content The fund has run dry], [cue according to] [source two trustees]."},
			counter:  []string{"The crates were stacked according to size."},
		},
		{
			id: "attribution/would-rather", match: (*reading).wouldRather,
			doc:      "\"Would rather\" and what one would rather do.",
			examples: []string{"[source The crews] [cue would rather] [content wait than sign]."},
			counter:  []string{"The crews would sign, rather late."},
		},
		{
			id: "attribution/under", match: (*reading).under,
			doc:      "\"Under\" a document: what it provides for.",
			examples: []string{"[cue Under] [source the accord], [content fees would fall]."},
			counter:  []string{"Under the bridge, boats waited."},
		},
		{
			id: "attribution/in-words", match: (*reading).inWords,
			doc:      "\"In X's words\", \"by his account\", for the clause around it.",
			examples: []string{"In [source the premier]'s [cue view], [content the deal is dead]."},
			counter:  []string{"In other words, the deal is dead."},
		},
	}
}

func turnRules() []rule {
	return []rule{{
		id: "attribution/colon-turn", match: (*reading).colonTurn,
		doc:      "A speaker and a colon at the head of a paragraph or a headline.",
		examples: []string{"[source Okoro][cue :] [content We agreed on nothing]."},
		counter:  []string{"Two points: price and date."},
	}}
}
