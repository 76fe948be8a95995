package encode

import (
	"testing"

	"readout/internal/sketch"
)

func TestMend(t *testing.T) {
	l, err := sketch.Parse([]byte(`
-- tree.txt --
They/PRON/2/nsubj warned/VERB/0/root both/CCONJ/8/cc:preconj unless/SCONJ/6/mark ports/NOUN/6/nsubj open/VERB/8/advcl and/CCONJ/8/cc threatened/VERB/2/conj suits/NOUN/8/obj ./PUNCT/2/punct
`))
	if err != nil {
		t.Fatal(err)
	}
	words := l.Syn.Words
	mend(words)
	if words[5].Head != 1 {
		t.Errorf("the clause before the conjunction hangs on word %d, want the first verb", words[5].Head)
	}
	if words[2].Head != 7 || words[8].Head != 7 || words[6].Head != 7 {
		t.Error("what belongs to the second conjunct has moved")
	}
}
