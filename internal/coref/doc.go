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
// expansion, a capital that speaks with its government, "Lorvian" with Lorvia.
// Then nouns and pronouns are read in order. A role noun goes with the person
// whose title it is; "the official" goes back to the unnamed official before
// it and never to somebody with a name; "the two sides" are the last two. A
// pronoun goes to the antecedent that fits in number, gender and kind, that the
// sentence does not rule out, and that is most prominent: who was the subject,
// who spoke last, who stands nearest. "I" in a quotation is its speaker.
//
// Where another antecedent fits nearly as well the reference is marked as
// inferred and the other is named; where two fit equally well it is left open
// and a doubt gives the candidates. An unnamed source is never merged with a
// person who has a name.
//
// Whom an actor is known to be from elsewhere is left to package link; lists of
// office holders are used here only to tie "the Lorvian leader" to the one
// leader of Lorvia whom the report names, and such a reference is inferred.
//
// Known failures: "it" for an event or a thing is left without an entity;
// a plural that takes up two people of different sentences is found only
// behind verbs of meeting; who is meant in quotations within quotations.
package coref
