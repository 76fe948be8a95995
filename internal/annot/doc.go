// Package annot is the corridor of the house: the layers of annotation that
// stages of reading write and later stages read.
//
// A layer is built once by one stage, through a constructor that checks it,
// and is not changed afterwards. Its rows point at words by [text.Span] and at
// rows of layers below by typed indices; references point down, never up. A
// nil layer was not computed, an empty one holds nothing. Each row says in By
// which rule or model made it.
//
// The package holds no inference. The closed lists of labels that leave the
// program are those of package record.
package annot
