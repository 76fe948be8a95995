// Package coref follows each actor and place through a report: it says which
// mentions speak of the same one.
//
// In "Odile Varga, the mediator, met Lorvia's premier on Monday. Varga said he
// had asked her for more time" it makes
//
//	1  [Odile Varga] [the mediator] [Varga] [her]
//	2  [Lorvia's premier] [he]
//	3  [Lorvia]
//
// Names come first: a surname goes with its full name, an abbreviation with its
// expansion, the short form of a body's name with the long one, a capital that
// speaks with its government, "Lorvian" with Lorvia. Then nouns and pronouns are
// read in order. A role noun goes with the person whose title it is; "the
// carmaker" with the body whose name shows that class or, where none does, the
// only one near; "the official" goes back to the unnamed official before it and
// never to somebody with a name. "The two sides", "both companies", "the trio"
// and "the two ministers" have as members the last actors that fit, or all that
// do if they are as many.
//
// A pronoun goes to the antecedent that fits in number, gender and kind, that
// the sentence does not rule out, and that is likeliest by a small network over
// some fifty features: roles and relations in the tree, order and distance, how
// often the report names whom, clauses around and how they hang together,
// quotations and their speakers, what tells that a name is a person's. A lone
// given name or another pronoun tells a gender only weakly. "I" in a quotation
// is its speaker.
//
// Where another antecedent fits nearly as well the reference is marked as
// inferred and the other is named; where two fit equally well it is left open
// and a doubt gives the candidates. An unnamed source is never merged with a
// person who has a name.
//
// A bare surname is the person whose relatives and predecessors are named with
// it, not they. Of who tells somebody something, "he would" is the teller and
// "he should" the hearer, inferred.
//
// Whom an actor is known to be from elsewhere is left to package link; lists of
// office holders are used here only to tie "the Lorvian leader" to the one
// leader of Lorvia whom the report names, and such a reference is inferred.
//
// Known failures: of two people of one sentence whom the grammar fits alike, the
// likelier is often the wrong one, since the network knows nothing of what verbs
// mean; "it" for an event or a thing is left without an entity; "the French
// carmaker" does not know which of two carmakers is French and is an actor of its own; the sides of a dispute that
// the report never calls by name or only by their envoys have no members; who is
// meant in quotations within quotations.
package coref
