// Package model embeds the trained weights. MANIFEST.tsv says of each on what
// it was trained, when, and its sha256; docs/models.md has the scores.
package model

import "embed"

// Files is a file system that lies in memory.
type Files struct{ embed.FS }

// ReadText gives a file as a string, a large one without copying it.
func (f Files) ReadText(name string) (string, error) {
	if name == "encoder.bin" {
		return encoder, nil
	}
	b, err := f.ReadFile(name)
	return string(b), err
}

//go:embed encoder.bin
var encoder string

//go:embed MANIFEST.tsv *.bin coref.txt
var files embed.FS

// FS holds the weights.
var FS = Files{files}
