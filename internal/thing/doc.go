// Package thing follows through a report what is no actor and no place: it
// says which noun phrases and pronouns speak of the same offer, strike, text,
// plan or deed (coreference of common nouns and of "it", "this" and "that").
//
// In "The guild rejected the draft accord on Monday. It freezes wages, and the
// guild says the accord was never discussed" it makes
//
//	[the draft accord] [It] [the accord]
//
// and leaves "The guild" and "the guild" to the entities.
//
// Phrases are taken from the trees: a head with its article, modifiers and
// clauses, a coordination as a whole beside its members, possessive pronouns,
// and verbs as what "this" can take up. Each in turn is linked to the likeliest
// before it, or to nothing, by a small network over the match of their words,
// modifiers and owners, number, role, distance, determiners, and over the
// states of their heads in the reading network (a mention ranker in the manner
// of Denis and Baldridge, 2008, and Durrett and Klein, 2013, with the sieves of
// Raghunathan et al., 2010, as features). What an entity holds takes no part,
// but where it is met once alone: where both could claim a phrase, the actor or
// place has it.
//
// Links are made where they are likelier than not by a low bar, which suits
// measuring; those that are firm, by a bar that made four of five right, and
// that tie a common noun to something, are what the record shows. "I", "we" and
// "you" outside quotations are linked too, since nobody else does, and are
// never firm.
//
// Left to others: whom "it" means where that is an actor or a place (package
// coref), times and sums (packages timex and figure).
//
// Known failures: synonyms ("the storm", "the cyclone") are rarely found;
// "this" for a whole clause is a guess; a noun that comes again for another of
// its kind ("the bridge" of two bridges) is taken for the same; so is a generic
// one; what entities miss of an actor may be found as a thing.
package thing
