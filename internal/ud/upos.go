package ud

import "fmt"

// A UPOS is a universal part of speech.
type UPOS uint8

// The seventeen universal parts of speech.
const (
	UnknownPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
	NumUPOS // how many values there are, Unknown included
)

var uposNames = [NumUPOS]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
	"NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the label as it stands in CoNLL-U.
func (u UPOS) String() string {
	if u >= NumUPOS {
		return fmt.Sprintf("UPOS(%d)", uint8(u))
	}
	return uposNames[u]
}

// ParseUPOS returns the part of speech with this label; "_" is Unknown.
func ParseUPOS(s string) (UPOS, error) {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i), nil
		}
	}
	return UnknownPOS, fmt.Errorf("unknown part of speech %q", s)
}
