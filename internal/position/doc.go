// Package position finds what parties hold and what they take on themselves:
// positions that the words call unchanged, repeated or moved, and commitments
// (offers, pledges, concessions, refusals, exclusions, interest).
//
// In "Halvik has stuck to its demands since 2019, but offered the islands a
// share of the port, ruling out giving the guild a seat" there are a position
// of Halvik's, unchanged since 2019; an offer of a share; and a commitment
// from which the guild is excluded.
//
// A commitment is read off a statement's firmness and speaker: what somebody
// says that another will do is nobody's commitment. It leaves to others how
// firm a statement is (statement) and who its speaker is (coref).
//
// Known failures: a stance named only by its substance ("still wants the
// strait closed") is no position here, and an offer told in a narrator's noun
// ("the offer of talks") is no commitment.
package position
