// Package event finds what one party does to another, coded by the roots of
// the PLOVER ontology (2024): in "Halvik expelled two Dornish envoys on
// Friday", a SANCTION of Halvik's against Dorn, asserted.
//
// A verb tells of an event alone ("expelled"), with the word behind it ("called
// on"), or, where it says little itself, through the noun of its object
// ("launched an attack"). An event needs a party as its actor or its recipient,
// or a word that leaves no doubt (ASSAULT, PROTEST and the like). Its status is
// read off the words around it: told in the report's own voice or asserted
// through somebody (alleged), denied, planned, merely possible.
//
// What is told counts, not what is only mentioned (told.go): saying is no
// event, nor is what stands in a condition, serves as a purpose, hangs on a
// noun or is only agreed to or wished for; there the verb above it is the
// event, if there is one. A meeting held or due between parties is one CONSULT,
// whatever words name it (consult.go), and what is threatened under a
// condition is a THREATEN without a verb of threatening (threat.go).
//
// It leaves to others who the parties are (mention, coref) and how firm the
// words are (statement).
//
// Known failures: figurative uses of hard words are coded ("launched an attack
// on the budget"), and a place that acts or suffers ("shelled the port") is
// the event's place at best, never its party. To whom a deed is done is left
// open where only coreference of things would tell ("welcomed the offer").
package event
