// Package decode turns the scores of a network into structures: the best tree
// over a sentence, names without gaps, and one source with the pieces of one
// content around a cue. What is learned as a whole has its loss beside it.
package decode
