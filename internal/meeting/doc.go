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
// it disagrees. Where the words set it apart ("another", "a second", "meet
// again", "the last") it stays apart, and is listed as a candidate where it may
// be the same as one already floated. What is only named in saying who tells
// ("people close to the talks") joins last, and alone is no meeting.
//
// A verb tells a meeting too: meeting, sitting down, speaking for two hours or
// by telephone, dining, hosting, flying somewhere to see somebody (spoken.go).
//
// Who takes part is read from the phrase ("talks between", "their summit"),
// from the verb that it depends on (holding, joining, coming, leaving,
// sending, asking, keeping out: classes of lexicon/meetings.txt), from what is
// said beside it ("with a judge in the chair") and near by without naming the
// meeting again ("did not attend", "has accepted"). Coming may be declined,
// possible or denied; the surer word wins.
//
// "Both sides", and those who hold "the talks" where no words say who does, are
// the sides of the report: the actors whom it sets over against each other most
// (sides.go), by what they do together, by what is between them, and by what
// one does to the other. A meeting of a series takes over who was at the last.
//
// It leaves to others who the participants are (mention, coref) and when the
// times are (timex).
//
// What is denied, dismissed, false, unlikely, asked, hoped, supposed or invited
// to further up, or done without, is not due or held (overrule.go): its standing
// is floated or unknown. A meeting
// put off is called off, its words saying so, until a new date is given.
//
// Known failures: meetings told only by what was done there ("shook hands",
// "hammered out in a schoolhouse"), two series of talks that run side by side
// under the same noun, sides that a report names by a country here and a
// government there, and agendas given in a sentence of their own without an
// agenda word.
package meeting
