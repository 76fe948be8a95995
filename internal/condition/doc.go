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
// It leaves to others who the speaker is (package coref), how firmly the
// condition is stated (package statement) and whether a trigger has been met
// (the ledger).
//
// What can no longer come about ("had they left", "if it were not for") sets
// no condition that is open, and is left out.
//
// Known failures: "when" is taken for a condition only behind words that
// promise, threaten or demand; the harm or good that
// somebody says another will do is a threat or a promise, as if he spoke for
// him, also where he does not; a consequence in the sentence before or after,
// as behind "In return, ...", is not found, but for "otherwise"; whether a trailing trigger hangs on
// the last clause or on two coordinated ones is settled by whether the last
// has a subject or an auxiliary of its own.
package condition
