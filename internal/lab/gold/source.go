package gold

import (
	"strings"
	"unicode"

	"readout/record"
)

// The ways in which the words of a source denote its speaker.
const (
	sourceNamed   = "by name"
	sourceNominal = "by noun"
	sourcePronoun = "by pronoun"
	sourceUnnamed = "unnamed"
)

// sourceKind tells how the source of a link denotes the speaker whom gold
// gives: by a pronoun, as an actor without a name, by a part of the name, or by
// another noun; "" where there is no speaker or no source.
func (c *comparison) sourceKind(q *record.Attribution) string {
	if q.Speaker == nil || len(q.Source) == 0 || c.gActor[*q.Speaker] == nil {
		return ""
	}
	words := strings.FieldsFunc(string(c.text[q.Source[0][0]:q.Source[len(q.Source)-1][1]]), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '-' && !unicode.IsMark(r)
	})
	if len(words) == 1 && personal[strings.ToLower(words[0])] {
		return sourcePronoun
	}
	actor := c.gActor[*q.Speaker]
	if !actor.Named {
		return sourceUnnamed
	}
	for _, w := range words {
		if r := []rune(w); unicode.IsUpper(r[0]) && strings.Contains(actor.Name, w) && w != "The" {
			return sourceNamed
		}
	}
	return sourceNominal
}

var personal = map[string]bool{"i": true, "we": true, "you": true, "he": true, "she": true, "it": true, "they": true, "who": true, "which": true, "both": true, "that": true}
