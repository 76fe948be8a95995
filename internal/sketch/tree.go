package sketch

import (
	"fmt"
	"strconv"
	"strings"

	"readout/internal/conllu"
	"readout/internal/ud"
)

// trees reads the file tree.txt, one sentence a line.
func trees(file string) ([]conllu.Sentence, error) {
	var all []conllu.Sentence
	for line := range strings.Lines(file) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var s conllu.Sentence
		for _, word := range strings.Fields(line) {
			r, err := readWord(word)
			if err != nil {
				return nil, fmt.Errorf("sketch: %q: %w", word, err)
			}
			s.Rows = append(s.Rows, r)
		}
		all = append(all, s)
	}
	return all, nil
}

// readWord reads one word: form[:lemma]/UPOS/head/relation[/features].
func readWord(word string) (conllu.Row, error) {
	f := strings.Split(word, "/")
	if len(f) < 4 {
		return conllu.Row{}, fmt.Errorf("want form/UPOS/head/relation")
	}
	form, lemma, ok := strings.Cut(f[0], ":")
	if !ok || form == "" {
		form, lemma = f[0], f[0]
	}
	r := conllu.Row{Form: form, Lemma: lemma, SpaceAfter: true}
	var err error
	if r.UPOS, err = ud.ParseUPOS(f[1]); err != nil {
		return r, err
	}
	if r.UPOS != ud.PROPN && !ok {
		r.Lemma = strings.ToLower(lemma)
	}
	if r.Head, err = strconv.Atoi(f[2]); err != nil {
		return r, err
	}
	if r.Rel, err = ud.ParseDepRel(f[3]); err != nil {
		return r, err
	}
	if len(f) > 4 {
		r.Feats = ud.ParseFeats(f[4])
	}
	return r, nil
}
