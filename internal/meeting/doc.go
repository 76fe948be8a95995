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
// Who takes part is read from the phrase ("talks between", "their summit"),
// from the verb that it depends on (holding, joining, coming, leaving,
// sending, asking, keeping out: classes of lexicon/meetings.txt) and from what
// is said near by without naming the meeting again ("did not attend"). Coming
// may be declined, possible or denied; the surer word wins. A meeting put off
// to a day that is given is due on it.
//
// It leaves to others who the participants are (mention, coref) and when the
// times are (timex).
//
// What is denied, dismissed, asked, hoped, supposed or invited to further up is
// not due or held (overrule.go): its standing is floated or unknown. A meeting
// put off is called off, its words saying so, until a new date is given.
//
// Known failures: "the talks" after a meeting of others join it; meetings told only by verbs of motion ("flew to see"), two
// series of talks that run side by side under the same noun, and agendas given
// in a sentence of their own without an agenda word. "The talks" alone names
// nobody, though a report may leave no doubt who holds them.
package meeting
