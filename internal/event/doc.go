// Package event finds what one party does to another, coded by the roots of
// the PLOVER ontology (2024): in "Halvik expelled two Dornish envoys on
// Friday", a SANCTION of Halvik's against Dorn, asserted.
//
// A verb tells of an event alone ("expelled"), with the word behind it ("called
// on"), or, where it says little itself, through the noun of its object
// ("launched an attack"). An event needs a party as its actor or its recipient,
// or a word that leaves no doubt (ASSAULT, PROTEST and the like). Its status is
// read off the words around it: told in the report's own voice or asserted
// through somebody (alleged), denied, planned, merely possible. Saying is no
// event, nor is what stands in a condition or is only agreed to, threatened or
// wished for: there the verb above it is the event, if there is one.
//
// It leaves to others who the parties are (mention, coref) and how firm the
// words are (statement).
//
// Known failures: figurative uses of hard words are coded ("launched an attack
// on the budget"), and a place that acts or suffers ("shelled the port") is
// the event's place at best, never its party.
package event
