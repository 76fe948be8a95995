package statement

import (
	"slices"

	"readout/internal/annot"
)

// issuesIn returns the issues that some words raise, in the order in which
// they raise them.
func (r *reading) issuesIn(content annot.Spans) []string {
	var out []string
	for _, x := range r.tokens(content) {
		for t := x.first; t < x.end; t++ {
			for _, ph := range r.phrasesAt(r.words.issues, t) {
				last, ok := r.matchAt(t, x.end, ph.words, 0)
				if !ok {
					continue
				}
				if name := r.words.names[ph.value]; !slices.Contains(out, name) {
					out = append(out, name)
				}
				t = last
				break
			}
		}
	}
	return out
}
