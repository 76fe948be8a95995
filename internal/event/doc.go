// Package event finds what one party does to another, coded by the roots of
// the PLOVER ontology (2024): in "Halvik expelled two Dornish envoys on
// Friday", a SANCTION of Halvik's against Dorn, asserted.
//
// An event needs a word of lexicon/events.txt and a party as its actor or its
// recipient. Its status is read off the words around it: told in the report's
// own voice or asserted through somebody (alleged), denied, planned, merely
// possible. Saying is no event; accusing, urging, refusing and threatening are.
//
// It leaves to others who the parties are (mention, coref) and how firm the
// words are (statement).
//
// Known failures: a verb is coded by its lemma and what directly follows it,
// so figurative uses are coded too ("attacked the proposal").
package event
