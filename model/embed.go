// Package model embeds the trained weights. MANIFEST.tsv says of each on what
// it was trained, when, and its sha256; docs/models.md has the scores.
package model

import "embed"

// FS holds the weights.
//
//go:embed MANIFEST.tsv *.bin coref.txt
var FS embed.FS
