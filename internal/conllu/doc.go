// Package conllu reads and writes CoNLL-U, the exchange format of Universal
// Dependencies (https://universaldependencies.org/format.html).
//
// Word forms and their spacing make the text; multi-word ranges give spacing
// only, and empty nodes are passed over. "# newpar" and "# newdoc" begin a
// block. Columns that the program has no use for are kept on [Row] for those
// who train on them.
package conllu
