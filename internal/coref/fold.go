package coref

import (
	"strings"
	"unicode"

	"readout/internal/lex"
)

// foldWords cuts a person's name into words that compare equal where the name
// is only spelt otherwise: no marks on letters, one form of the endings and
// consonants that transliterations differ in.
func foldWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '‑' }) {
		w = strings.Trim(w, ".,'’")
		if f := lex.FoldSpelling(foldName(w)); f != "" && f != "al" && f != "el" {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		out = []string{strings.ToLower(name)}
	}
	return out
}

// foldName brings a name into the form in which names are compared.
func foldName(name string) string { return lex.Fold(name) }
