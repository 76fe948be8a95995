// Package gold reads the annotated reports of the folder gold and scores
// records against them.
//
// A gold file is a txtar of the report and its annotation. The annotation
// quotes words, so that a person can write and read it:
//
//	q q1 | source: the envoy | cue: told | content: that talks … on Monday | speaker: a1 | form: reported
//
// Words are looked up in the text: "she#2" is the second "she", "talks …
// Monday" runs from the first words to the next occurrence of the last, and
// " / " stands between the pieces of one thing said in several. gold/README.md
// has the whole notation. What is read is a [record.Record], so gold is scored
// against the program, and one annotator against another, by the same code.
package gold
