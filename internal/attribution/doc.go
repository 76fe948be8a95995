// Package attribution finds the words that attribute: who is said to say,
// think, want or do in words what. An attribution is a source, a cue and
// content, in the terms and with the edges of PolNeAR (Newell, Margolin and
// Ruths, LREC 2018), but at every level: in
//
//	“We hope the mill won’t close,” the clerk said, stressing Oslo’s desire to see duties cut.
//
// the clerk said the quotation, in which "We" hope; and the clerk stresses a
// desire, which is Oslo's, to see duties cut.
//
// The rules are constructions over a dependency tree, quotation marks and the
// lexicon of cues (lexicon/reporting-verbs.txt, reporting-nouns.txt), which
// says of each word which complements hold what it attributes. They read one
// word after another ([rule], in the order of newRules) and leave candidates,
// which are then set side by side: a model's proposals for the outermost level
// are merged in, participles and second verbs are parted from the content
// before them, quotations that go on are given to their cue, and each
// candidate finds the one around it. Trees err at the edges of long clauses
// and noun phrases; runOn and mend correct them by the words.
//
// A model's proposals are optional. Where it and a rule find one cue, the
// model gives cue, source and content, but for whole quotations, addressees
// and clauses that stand a tense back; inner levels are the rules' alone.
//
// Left to others: whom a source denotes (package coref), how firmly something
// is held (package statement), what hangs on a condition (package condition).
// Quotation marks themselves are found by package quote.
//
// Known failures: "seems" and "appears" attribute to nobody and are passed
// over; a source in the sentence after its quotation is not found ("That was
// the message from Oslo"); "for X," and "Union-led" do not attribute, nor do
// turns labelled "A." with a stop; a quotation that is the predicate of a noun
// ("“A start” was their verdict") is passed over; an object is taken for content
// wherever its verb can hold one ("rejected the parcel"); nouns without a
// holder ("fears that") are left out by intent; a relative clause behind a comma
// stays out of content unless it attributes itself; when a verb is mistaken for
// a noun nothing is found; whose a second verb is behind "said X would and" is
// guessed by its form ("said it was ready and demanded").
package attribution
