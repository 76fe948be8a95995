package mention

import "readout/internal/annot"

// A rule is one way in which a stretch of words is found to be a mention.
// Examples are in the notation of package markup; the label of a mark is the
// kind of mention, or "pronoun" or "adjective". A counter-example holds no
// mention of this rule.
type rule struct {
	id       annot.By
	doc      string
	examples []string
	counter  []string
}

// rules lists how mentions are found: names by what they are made of, by the
// lists, by the words around them; then nouns, pronouns and groups. Their
// order is that in which they are tried.
func rules() []rule {
	return append(append(nameRules(), placeRules()...), nounRules()...)
}

func nameRules() []rule {
	return []rule{
		{id: "mention/listed-name", doc: "A body, an outlet or a region that the lists have by name.",
			examples: []string{"The offer was put to the [organisation African Union] in May.", "He told [outlet Reuters] that the port was shut."},
			counter:  []string{"Time ran out before the vote."}},
		{id: "mention/own-name", doc: "A name of the file that the user gives with --names."},
		{id: "mention/organisation-by-head", doc: "Capitals that end in a noun for a body.",
			examples: []string{"The [organisation Merrow Dockers' Union] rejected the offer.", "Pilots at [organisation Finnish Air] voted to strike.",
				"[organisation Harbours UK] promised a new offer."},
			counter: []string{"The union rejected the offer.", "The Norwegian air force sent two planes.", "Former UK ministers signed the letter."}},
		{id: "mention/organisation-by-lead", doc: "Capitals that begin with a noun for a body and \"of\" or \"for\".",
			examples: []string{"The [organisation Bank of Lorvia] cut its rate.", "A spokeswoman for the [organisation Ministry of Justice] declined to comment."}},
		{id: "mention/company-suffix", doc: "Capitals that end in the legal form of a company.",
			examples: []string{"[organisation Hallam Freight Ltd] withdrew its bid."}},
		{id: "mention/acronym", doc: "Two to seven capital letters.",
			examples: []string{"Officials of the [organisation HWDU] met on Sunday."},
			counter:  []string{"The Harbour Workers met on Sunday."}},
		{id: "mention/title-and-name", doc: "A name behind a title, an office, a rank or a word of address is a person's.",
			examples: []string{"Prime Minister [person Odile Varga] signed the text.", "Mr [person Holt] refused.", "The union leader [person Sefa Tui] spoke first.",
				"\"It is late,\" said resident [person Maru Yao], 71."},
			counter: []string{"The minister signed the text.", "Talks will resume, said Ragnhild Brenna, Chief Executive Officer of Norlund."}},
		{id: "mention/given-name", doc: "Two or more capitals that begin with a given name, or with an initial.",
			examples: []string{"[person Thandeka Mbeki] walked out.", "The notes were kept by [person J. Okafor].", "Bosnia's [person Emir Brask] said the talks had failed."},
			counter:  []string{"Kuwait's Emir Brask said the talks had failed."}},
		{id: "mention/given-name-of-syllables", doc: "A family name before a given name of two joined syllables.",
			examples: []string{"[person Rho Jin-su] signed for the union."}},
		{id: "mention/family-name-first", doc: "A family name that stands first, with what follows.",
			examples: []string{"[person Nguyen Hoa] signed for the union."}},
		{id: "mention/short-for-full-name", doc: "A single name that ends or begins a full name of the report.",
			examples: []string{"[person Odile Varga] arrived. [person Varga] said nothing.",
				"[person Doug Ford] left at noon, and [person Ford] waved.",
				"[person Odile Varga] met [person Jan Brask] before the [person Varga]-[person Brask] summit."}},
		{id: "mention/name-by-context", doc: "A name whose kind the words around it tell, over the whole report: who speaks, who is \"he\", what one is in, who has shareholders.",
			examples: []string{"[person Brask] said he would sign.", "The talks were moved to a hotel in [place Ostren].",
				"[organisation Kestrel]'s shareholders met on Friday, and [organisation Kestrel] is to lift its bid for [organisation Palomar].",
				"Drivers at [organisation Yodelex] went home early.", "[organisation Palvex] said the merger was off.", "Envoys will meet Zambia's [person Kelvane Mwendo] on Friday."},
			counter: []string{"Bin workers walked out on Monday.", "Steel makers will meet the mayor."}},
		{id: "mention/like-its-fellow", doc: "A name of unknown kind is of the kind of the name that it is coordinated with.",
			examples: []string{"[person Odile Varga] and [person Brenn] shook hands."}},
		{id: "mention/law-or-work", doc: "Capitals that end in a noun for a law, a text or an event are neither actor nor place.",
			examples: []string{"The clause is taken from the [other Lake Waters Treaty]."}},
		{id: "mention/name-in-capitals", doc: "A name of which nothing tells what it denotes is of unknown kind.",
			examples: []string{"Nobody mentioned [unknown Zorvax] again."},
			counter:  []string{"Bob Corke, R-Tenn., spoke."}},
	}
}

func placeRules() []rule {
	return []rule{
		{id: "mention/country", doc: "A country that speaks, wants, acts or is spoken to is a state.",
			examples: []string{"[state Norway] wants a larger quota.", "The plan was put to [state Chad]."}},
		{id: "mention/country-as-ground", doc: "A country in which something happens is a place.",
			examples: []string{"The camps are in [place Chad]."}},
		{id: "mention/capital-as-government", doc: "A capital that speaks, wants, acts or is spoken to is the government.",
			examples: []string{"[government Ottawa] will not lift the duties.", "The letter asks [government Tehran] to open its sites.", "Few trusted [government Beijing]'s offer."},
			counter:  []string{"The train reached Ottawa at dawn."}},
		{id: "mention/capital-as-city", doc: "A capital in which something happens, or to which one goes, is the city.",
			examples: []string{"Snow closed the airport in [place Ottawa].", "The envoy flew to [place Nairobi]."},
			counter:  []string{"Nairobi has sent troops."}},
		{id: "mention/seat-as-government", doc: "A building that speaks or wants is who governs from it.",
			examples: []string{"The [government White House] declined to comment."},
			counter:  []string{"The senators were received at the White House."}},
		{id: "mention/seat-as-venue", doc: "A building at or in which something happens is a place.",
			examples: []string{"The senators were received at the [place White House]."}},
		{id: "mention/seat-as-body", doc: "A building before a noun for people is whose they are.",
			examples: []string{"A [government Kremlin] aide confirmed the call."}},
		{id: "mention/region-as-actor", doc: "A state of a federation that speaks is an actor.",
			examples: []string{"[state California] said it would sue."}},
		{id: "mention/place-by-head", doc: "Capitals that end or begin with a noun for a place.",
			examples: []string{"They met at the [place Harbour Hotel]."}},
		{id: "mention/place-as-actor", doc: "A place that no list knows, where it speaks or acts, is read as a state.",
			examples: []string{"The army of [state Velund] halted at the river. In [place Velund] the shops reopened. [state Velund] has rejected the line."}},
		{id: "mention/adjective-of-nationality", doc: "An adjective of a country before a noun speaks of the country, in a title too.",
			examples: []string{"[adjective Norwegian] trawlers left the port.", "[adjective Norwegian] Prime Minister Odile Varga signed the text."}},
		{id: "mention/adjective-of-no-state", doc: "An adjective of a region, a people or a faith before a noun speaks of no actor.",
			examples: []string{"[adjective European] trawlers left the port."}},
		{id: "mention/adjective-of-a-name", doc: "A capital that only modifies a noun and begins like another name of the report is its adjective.",
			examples: []string{"Talks in [place Velund] ended. The [adjective Velundian] delegation left in silence."}},
		{id: "mention/people-of-a-nation", doc: "A noun for a people is a group.",
			examples: []string{"The [group Norwegians] leaked the paper."}},
		{id: "mention/venue", doc: "A common noun for a building in which one meets.",
			examples: []string{"They met at [place a hotel] in May."}},
	}
}

func nounRules() []rule {
	return []rule{
		{id: "mention/role-noun", doc: "A noun for people, with its article and what restricts it.",
			examples: []string{"[person A senior official from the fisheries ministry] denied it.", "[group Two diplomats] confirmed the call."},
			counter:  []string{"She is a minister.", "No official confirmed it."}},
		{id: "mention/body-noun", doc: "A noun by which a body or a group acts.",
			examples: []string{"[government The ministry] denied it.", "[group Both sides] claimed victory."},
			counter:  []string{"My neighbour signed the letter."}},
		{id: "mention/one-of", doc: "\"One\", \"some\" and the like of a group, or alone as a subject of saying.",
			examples: []string{"[person One of the officials] said the port was shut."}},
		{id: "mention/the-two", doc: "\"The two\" without a noun.",
			examples: []string{"[group The two] met in May."}},
		{id: "mention/pronoun", doc: "Personal and possessive pronouns, but not \"you\" or an empty \"it\".",
			examples: []string{"[pronoun He] said [pronoun his] members would wait."},
			counter:  []string{"It is clear that nobody will pay."}},
		{id: "mention/answer-label", doc: "\"A:\" at the head of a paragraph, in an interview of questions and answers (see TestAnswers)."},
		{id: "mention/both", doc: "\"Both\" and \"neither\" that stand alone.",
			examples: []string{"[pronoun Both] refused.", "[pronoun Neither] signed."},
			counter:  []string{"Neither ship sailed."}},
		{id: "mention/coordination", doc: "Actors joined by \"and\" are also a group of them.",
			examples: []string{"[group Norway and the union] signed the text."}},
	}
}
