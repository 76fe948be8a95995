// Package condition finds conditions: a consequence that somebody ties to a
// trigger.
//
// In
//
//	Brandt said the crews would strike if the airline cut pensions, and
//	would return only after it restored them.
//
// it finds two: the trigger "the airline cut pensions" for "the crews would
// strike", with the connective "if", a threat; and "it restored them" for
// "would return", with "only after", a promise. Each belongs to the
// attribution whose content, or whose cue, states it.
//
// The package reads constructions (rules.go), one function each, on the
// dependency tree; connectives and the words that tell harm from good are in
// lexicon/conditionals.txt. Where the words leave the consequence unsaid, it
// stays empty.
//
// The kind goes through the steps of the guidelines of the gold reports, and
// the first that fits decides (kind.go): what the cue calls it; whether the
// trigger is demanded; whether it is a term of a deal, a plan or a law; in
// whose power the consequence is (power.go); whether it is harm or good
// (worth.go). What one does when he is refused or harmed is a threat, unless
// it is plainly good.
//
// Two conditions in one sentence stay two, though trees run them into one
// ("of famine if A and of riots if B"), and the second may share a verb with the
// first ("and the rest if B"). A main clause needs no comma before it.
//
// It leaves to others who the speaker is (package coref), how firmly the
// condition is stated (package statement) and whether a trigger has been met
// (the ledger). It names who sets a condition only where the construction does
// so itself: "Halvik tied its vote to".
//
// What can no longer come about ("had they left", "if it were not for"), what
// is denied, and questions, set no condition that is open, and are left out;
// so are set phrases ("if anything"), concessions ("even if"), figures of speech
// ("I'll eat my hat"), jokes, and somebody put in another's place ("if I were
// you").
//
// Known failures: "when" is taken for a condition only behind words that
// promise, threaten or demand, or before a deed that is plainly harm or good;
// an idiom of harm or good that no list knows ("two can play at that game") is
// a term or a promise; what a third side would do to the speaker is a threat
// where nothing shows that it is a third side; the turns of an interview are
// not read as one ("And if not? We open the taps."); whether a trailing trigger
// hangs on the last clause or on two coordinated ones is settled by whether the
// last has a subject or an auxiliary of its own.
package condition
