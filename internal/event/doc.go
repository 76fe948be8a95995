// Package event finds what one party does to another, coded by the roots of
// the PLOVER ontology (2024): in "Halvik expelled two Dornish envoys on
// Friday", a SANCTION of Halvik's against Dorn, asserted.
//
// A verb tells of an event alone ("expelled"), with the word behind it ("called
// on"), with the class of its object (what is suspended decides: a strike, a
// concession; aid, a sanction), or, where it says little itself, through the
// noun of its object ("launched an attack"). Some verbs tell of one only in a
// frame: with an object, with a party or something built to be hit, without an
// infinitive. To reach or strike a deal is AGREE; to sign or ratify one is
// SUPPORT, as the ontology has it. An event needs a party as its actor or its
// recipient, or a word that leaves no doubt (ASSAULT, PROTEST and the like). Its
// mode is given where a word of the event tells it. Its status is read off the
// words around it: told in the report's own voice or asserted through somebody
// (alleged), denied, planned, merely possible.
//
// What is told counts, not what is only mentioned (told.go): saying is no
// event, nor is what stands in a condition, serves as a purpose, hangs on a
// noun or is only agreed to or wished for; there the verb above it is the
// event, if there is one. Nor is what nobody did, what was only near and what
// nobody vouches for (package undone); what somebody denies is denied. A noun
// tells of a deed where it names both sides ("the accusation by Halvik against
// Dorn") or is what a clause is about ("talks between the two resumed"). A group
// called by one word ("urged both sides") is one party, one that is listed by
// names several. A meeting held or due between parties is one CONSULT,
// whatever words name it (consult.go), and a condition that is a threat is a
// THREATEN without a verb of threatening, by whoever sets it (threat.go).
//
// It leaves to others who the parties are (mention, coref) and how firm the
// words are (statement).
//
// Known failures: figurative uses of hard words are coded ("launched an attack
// on the budget"), and a place that acts or suffers ("shelled the port") is
// the event's place at best, never its party. To whom a deed is done is left
// open where only coreference of things would tell ("welcomed the offer").
// Wordings of no class are missed ("we'd see them in court", "pitched for a
// lower fee"), and so are talks of which only one party is named.
package event
