// Package statement turns attributions into statements: the leaves of the
// tree of who said what, each with how firmly it is held.
//
// In
//
//	Okafor said she believed both crews would return, though the owners had
//	ruled out a bonus. “We want a contract,” she told reporters in Accra.
//
// it finds four: that the one crew, and that the other, would return, both
// believed; that a bonus is ruled out by the owners, by Okafor's account; and,
// direct, to reporters, in Accra, the desire for a contract.
//
// An attribution within another takes the statement when what it gives can be
// read by itself (leaf.go); what is left of the outer one is its own where it
// claims something. A statement is split where firmness or polarity changes
// (claim.go), joined where they do not (firmness.go). Firmness goes by words
// alone: those of the cue (cue.go) and those of what is attributed
// (content.go, refusal.go), judged by the ordered rules of rules.go; the words are in
// lexicon/firmness.txt, those over acts in view (unreal.go) in lexicon/governors.txt. Whom, where and when come from the attribution's own
// clause (where.go). Issues are matched by the words of
// lexicon/issues.txt, which users may edit. The report's own voice makes
// statements of meetings, positions, figures, conditions and judgements on
// the talks only (narrator.go).
//
// It leaves to others who attributes what (package attribution), whom a
// pronoun means (package coref) and what parties commit to (package position).
//
// Known failures: irony; "must" as a conclusion; a modal or a negation whose
// scope the tree does not show; a judgement in words that no list has; a claim
// cut where an attribution's content ends too soon; a condition spread over two
// sentences; the report's own voice where the tagger takes the verb for a noun;
// a hearer who is named in the sentence before. Where two readings are fair,
// the weaker class is chosen.
package statement
