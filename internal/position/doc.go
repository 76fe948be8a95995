// Package position finds what parties hold and what they take on themselves:
// positions that the words call unchanged, repeated or moved, and commitments
// (offers, pledges, concessions, refusals, exclusions, interest).
//
// In "Halvik has stuck to its demands since 2019, but offered the islands a
// share of the port, ruling out giving the guild a seat" there are a position
// of Halvik's, unchanged since 2019; an offer of a share; and a commitment
// from which the guild is excluded.
//
// A commitment binds the subject of the word that makes it, in whatever mouth:
// "Halvik has agreed to leave, the mediator said" is Halvik's. Such a word is
// a frame (frame.go): a verb, adjective or noun of lexicon/commitments.txt with
// what it takes, an infinitive, a clause, a noun phrase or a preposition; where
// its complement begins goes by the words, where it ends by the tree
// (complement.go). Refusals are also read off "will not", "cannot accept",
// "there will be no" (refusal.go), and what a condition promises is an offer
// (offer.go). Where the cue of a statement is such a word, the statement's
// firmness and speaker go first (commitment.go). What is asked, supposed,
// wished for, denied, charged or only possible commits nobody (unreal.go), nor
// does one named party's word on what another will not do.
//
// A position is a turn of lexicon/positions.txt, "gave ground", "dug in", alone
// or with a word for the stance it moves (change.go); a move that is denied or
// refused keeps the stance. That a stance lasts may also be said by an adverb,
// a date or a verb over one that holds to it: "still wants", "has ruled out
// since 2019", "continues to insist" (holding.go).
//
// It leaves to others how firm a statement is (statement) and who its speaker
// is (coref).
//
// Known failures: a demand raised without a word for it ("now want double")
// is no position; a plain "will" is no promise, though some are meant as one;
// what an anaphor stands for is not looked up ("they accepted").
package position
