package encode

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
)

// irregularVerbs reads irregular.txt: the lemma of each form that no ending
// gives away. The network learns lemmas as endings and is weak just there.
func irregularVerbs(lexicon fs.FS) (map[string]string, error) {
	f, err := lex.Load(lexicon, "irregular.txt")
	if err != nil {
		return nil, err
	}
	verbs, err := f.Need("verb")
	if err != nil {
		return nil, err
	}
	forms := make(map[string]string, 2*len(verbs))
	for _, e := range verbs {
		for _, form := range e.Fields[1:] {
			if old, ok := forms[form]; ok {
				return nil, fmt.Errorf("encode: %w", e.Errorf("%q is a form of %q already", form, old))
			}
			forms[form] = e.Fields[0]
		}
	}
	return forms, nil
}

// lemmatise gives verbs whose form is irregular their lemma.
func (e *Encoder) lemmatise(seg *annot.Segmentation, words []annot.Word) {
	for i := range words {
		if words[i].UPOS != ud.VERB {
			continue
		}
		form := seg.Word(annot.TokenID(i))
		lemma, ok := e.irregular[form]
		if !ok {
			lemma, ok = e.irregular[strings.ToLower(form)]
		}
		if ok {
			words[i].Lemma = lemma
		}
	}
}

// infinitives reads complements.txt: the verbs whose infinitive is what they
// take.
func infinitives(lexicon fs.FS) (map[string]bool, error) {
	f, err := lex.Load(lexicon, "complements.txt")
	if err != nil {
		return nil, err
	}
	return f.Set("infinitive")
}

// speechVerbs reads from reporting-verbs.txt the verbs of one word by which
// somebody speaks.
func speechVerbs(lexicon fs.FS) (map[string]bool, error) {
	f, err := lex.Load(lexicon, "reporting-verbs.txt")
	if err != nil {
		return nil, err
	}
	verbs := map[string]bool{}
	for _, section := range [...]string{"say", "assert", "reveal", "direct"} {
		list, err := f.Need(section)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if !strings.Contains(e.Fields[0], " ") {
				verbs[e.Fields[0]] = true
			}
		}
	}
	return verbs, nil
}
