// Package position finds what parties hold and what they take on themselves:
// positions that the words call unchanged, repeated or moved, and commitments
// (offers, pledges, concessions, refusals, exclusions, interest).
//
// In "Halvik has stuck to its demands since 2019, but offered the islands a
// share of the port, ruling out giving the guild a seat" there are a position
// of Halvik's, unchanged since 2019; an offer of a share; and a commitment
// from which the guild is excluded.
//
// A commitment is read off a statement's firmness and speaker, and is the
// party's that a voice speaks for: "Halvik would not sign, its envoy said" binds
// Halvik. What one named party says that another will or will not do is
// nobody's commitment. What a condition promises is an offer, and "ready to",
// "refused to" count also where no attribution was found, as the report's own
// word or the holder's. It leaves to others how firm a statement is
// (statement) and who its speaker is (coref).
//
// That a stance lasts may be said by a verb with the stance ("maintained its
// line"), or by an adverb or a date with a verb that holds to one ("still
// wants", "has repeatedly rejected", "has ruled out since 2019"). A refusal to
// answer is no commitment, and one whose holder is not known is nobody's.
//
// Known failures: a demand raised without a word for it ("now want double")
// is no position, and an offer told in a narrator's noun ("the offer of
// talks") is no commitment.
package position
