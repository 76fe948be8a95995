// Package lexicon embeds the program's word lists: plain text, by class of
// word, to be read with package lex. MANIFEST.tsv says of each what it holds,
// whence it comes and under what licence.
package lexicon

import "embed"

// Files is a file system that lies in memory.
type Files struct{ embed.FS }

// ReadText gives a file as a string, a large one without copying it.
func (f Files) ReadText(name string) (string, error) {
	if name == "gazetteer.txt" {
		return gazetteer, nil
	}
	b, err := f.ReadFile(name)
	return string(b), err
}

//go:embed gazetteer.txt
var gazetteer string

//go:embed *.txt
var files embed.FS

// FS holds the lists.
var FS = Files{files}
