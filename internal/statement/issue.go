package statement

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// issuesIn returns the issues that some words raise, in the order in which
// they raise them.
func (r *reading) issuesIn(content annot.Spans) []string {
	var out []string
	for _, x := range r.tokens(content) {
		for t := x.first; t < x.end; t++ {
			for _, ph := range r.issuePhrases(t) {
				last, ok := r.matchAt(t, x.end, ph.words, 0)
				if u := r.word(t).UPOS; !ok || last == t && (u == ud.PROPN || ph.noun && u != ud.NOUN) {
					continue // a name raises no issue by itself
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

// issuePhrases returns the phrases that may begin at a token: by its form, so
// that "waters" is not water, or else by its lemma.
func (r *reading) issuePhrases(t annot.TokenID) []phrase {
	if w := r.seg.Word(t); w != r.word(t).Lemma {
		if l := r.words.issues[strings.ToLower(w)]; l != nil {
			return l
		}
	}
	return r.words.issues[r.word(t).Lemma]
}
