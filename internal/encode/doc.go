// Package encode reads paragraphs with one small neural network that has many
// heads: parts of speech with their features, lemmas, a dependency tree for
// each sentence, names with their kinds, and outermost attributions, that is
// cues with the source and the content of each.
//
//	[source The harbour board 's chair] [cue told] reporters [content that the strike " could end " by Friday] .
//
// A token comes in as a word vector (learned from text without labels), rows
// for its hashed form if training met the word, its beginnings and endings, its shape, its place
// towards quotation marks, the capitals of its sentence, and what lists of
// facts say of it. Gated convolutions and recurrent units by turns carry this
// through the paragraph; the heads are linear, but that the scores of heads
// are bilinear, that names are a chain, and that an attribution is read in a
// second stage: for each cue the paragraph is laid out anew, with the place
// and the branch of the tree of each token towards the cue, and a chain over
// segments takes at most one source and three pieces of content from it. Names
// are made to agree across the report at the end.
//
// It leaves to others: levels below the outermost, quotations that go on in
// other paragraphs, colon and dash turns, whether a name is an actor, and
// whether a date has a value.
//
// Known failures: cues of attitudes and nouns are missed about as often as
// annotators miss each other's; content swallows a trailing clause or loses a
// second conjunct; names of kinds that the training set has few of (products,
// facilities); a headline in capitals is read worse than its sentence.
//
// The same weights and text give the same answer on every path through
// package kernel but for rounding, and exactly the same with any number of
// goroutines.
package encode
