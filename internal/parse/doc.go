// Package parse is the dependency parser: it gives each token its head and
// its relation in the manner of the English UD treebanks.
//
// It is a transition-based parser in the arc-hybrid system (Kuhlmann,
// Gómez-Rodríguez and Satta 2011) with the root after the last word, greedy,
// guided by an averaged perceptron over features after Zhang and Nivre (2011)
// and trained with a dynamic oracle (Goldberg and Nivre 2013). For
//
//	Envoys met in Oslo.
//
// it gives met as the root, with Envoys as nsubj, Oslo as obl, which has in
// as its case, and the full stop as punct.
//
// Each sentence becomes one projective tree with one root, whatever the text:
// time and memory are linear in its length. Crossing arcs, a word in a
// hundred, are out of reach. Attachment of prepositional phrases and of
// co-ordinated clauses is where it errs most, then headlines without verbs.
package parse
