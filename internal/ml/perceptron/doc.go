// Package perceptron is a linear classifier over hashed, sparse features: the
// averaged perceptron of Freund and Schapire (1999) as Collins (2002) uses it
// for tagging.
//
// A [Templates] is a feature set written down as text, one combination of
// atoms a line; it turns the atoms of one decision into 32-bit feature keys.
// A [Trainer] learns float weights for keys and classes; its average,
// quantised to signed bytes and pruned, is a [Weights], which scores. The
// package knows nothing of language.
package perceptron
