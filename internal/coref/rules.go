package coref

import "readout/internal/annot"

// A rule is one way in which a mention finds its entity. Its cases are files of
// testdata in which it does.
type rule struct {
	id    annot.By
	doc   string
	cases []string
}

// rules lists how mentions find their entities, in the order in which that is
// tried: names first, then nouns, groups and pronouns.
func rules() []rule {
	return []rule{
		{"coref/full-name", "A name of several words is a person of its own.", []string{"surnames"}},
		{"coref/same-name", "The same name, spelling and marks on letters aside, is the same actor; adjectives of a country are the country.", []string{"spellings", "countries"}},
		{"coref/surname", "A single name goes with the one full name that ends in it, or else begins with it.", []string{"surnames"}},
		{"coref/shared-surname", "Of several people with a surname the one mentioned last is inferred.", []string{"shared-surname"}},
		{"coref/name", "A name that nothing before it fits is an actor of its own.", []string{"groups"}},
		{"coref/adjective-of-name", "A capital that begins like a name of the report is its adjective.", []string{"invented-adjective"}},
		{"coref/apposition", "What stands in apposition is the same.", []string{"surnames"}},
		{"coref/first-mention", "A noun that takes up nothing is an actor of its own.", []string{"unnamed"}},
		{"coref/same-plural", "A plural with a modifier that comes again word for word is the same group, unless it is a noun for sources without a name.", []string{"nouns"}},
		{"coref/same-label", "A role in capitals that labels turns is the same person in each.", []string{"labels"}},
		{"coref/same-people", "The mentions of a people are one group.", []string{"nouns"}},
		{"coref/people-for-state", "\"The Lorvians\" are Lorvia's government or state, where the report has it as an actor before; inferred.", []string{"members"}},
		{"coref/definite-back-reference", "\"The official\" is the last official without a name; \"the union\" the last whose name ends so.", []string{"unnamed", "names-in-short"}},
		{"coref/end-of-name", "A noun phrase whose words end a name is its bearer.", []string{"headline"}},
		{"coref/noun-of-class", "\"The carmaker\" is the body whose name shows that class, or else the only one near that shows none; \"the country\" is the state. Of several it is the one that the report names most, or else the last; inferred.", []string{"nouns", "classes"}},
		{"coref/role-of-title", "A role noun is the person whose title it is.", []string{"surnames"}},
		{"coref/named-below", "A role noun is the person of whom the report says so in the same words further down.", []string{"named-below"}},
		{"coref/leader-by-text", "\"The Lorvian leader\" is the one person whom the report ties to Lorvia; inferred.", []string{"invented-land"}},
		{"coref/leader-by-list", "\"The Lorvian leader\" is the one person of the report who leads Lorvia by the list; inferred.", []string{"leader"}},
		{"coref/government-of-country", "\"The Lorvian government\" goes with its capital that speaks, or with the state.", []string{"countries"}},
		{"coref/issuer-of-document", "A document stands for who issued it, where the words name them.", []string{"nouns"}},
		{"coref/coordination", "\"X and Y\" is a group of its members.", []string{"groups"}},
		{"coref/same-members", "The same members are the same group.", nil},
		{"coref/the-two", "\"The two sides\" are the pair that the report speaks of most; \"the trio\", \"both companies\" and \"the two ministers\" are the last that fit, or all that do if they are as many. Inferred.", []string{"groups", "classes", "members"}},
		{"coref/former-latter", "\"The former\" and \"the latter\" are the first and the second of the pair that was mentioned last; inferred.", []string{"former"}},
		{"coref/two-who-met", "\"They\" at the start of a sentence are the two people or bodies of a meeting in the one before; inferred.", []string{"two-who-met", "members"}},
		{"coref/reflexive", "\"Itself\" is the subject of its clause.", []string{"nouns"}},
		{"coref/said-of", "A pronoun in a quotation that is \"said of\" somebody means them.", []string{"quotations", "said-of-them"}},
		{"coref/pronoun", "Any other pronoun is the likeliest of the actors that fit, by the learned weights; those nearly as likely are alternatives.", []string{"surnames", "rival-subjects", "binding"}},
		{"coref/answerer", "\"A:\" in an interview of questions and answers is the person whom the words before it name most; inferred.", []string{"answers"}},
		{"coref/accused", "\"It\" in \"accused the guild of theft, a charge it denies\" is the accused; inferred.", nil},
		{"coref/told", "Of who tells somebody something, \"he would\" is the teller and \"he should\" the hearer; inferred.", []string{"told"}},
		{"coref/speaker-goes-on", "\"She said\" behind the words of a speaker without a name is that speaker, and \"it said\" the body that spoke, not whom they spoke of; inferred.", []string{"speaker-goes-on"}},
		{"coref/speaker-of-quotation", "\"I\" in a quotation is its speaker; so, inferred, is \"we\" that is a source.", []string{"quotations", "we"}},
		{"coref/open", "A pronoun or \"the spokesman\" with two equally likely antecedents, or a person's pronoun with none, is left open, and a doubt says so.", []string{"either"}},
	}
}
