// Package lexicon embeds the program's word lists: plain text, by class of
// word, to be read with package lex. MANIFEST.tsv says of each what it holds,
// whence it comes and under what licence.
package lexicon

import "embed"

// FS holds the lists.
//
//go:embed *.txt
var FS embed.FS
