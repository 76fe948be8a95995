// Package meeting finds the meetings of a report: summits, rounds of talks,
// calls and visits, each once however often it is named, with where it stands
// (held, under way, due, floated, called off), who takes part and how surely,
// where and when it is, what is on its agenda and what it is counted as.
//
// In "Envoys floated a second round in Doha, possibly with the tribes, after
// Monday's talks" there are two: talks, held, on Monday; and a second round,
// floated, in Doha, the tribes possible.
//
// A later mention joins an earlier meeting when it is definite and nothing in
// it disagrees. Where the words set it apart ("another", "a second") it stays
// apart, and is listed as a candidate where it may be the same as one already
// floated.
//
// It leaves to others who the participants are (mention, coref) and when the
// times are (timex).
//
// Known failures: meetings told only by verbs of motion ("flew to see"), two
// series of talks that run side by side under the same noun, and agendas given
// in a sentence of their own without an agenda word.
package meeting
