// Package topic judges whether a report is about a negotiation, in the widest
// sense: a ceasefire, a strike, a trade deal, a quota, a coalition, a text.
//
// It counts words of lexicon/topic.txt. "The negotiators met" is about talks;
// "he said the match was hard" is not. The judgement decides only what the
// record says of the report as a whole: nothing is left unread because of it.
//
// Known failures: figurative use in reports on sport and business.
package topic

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
)

// enough is how many different telling words make a report of so many tokens
// one about talks: a short one has little room for them.
func enough(tokens int) int { return min(3, 1+tokens/50) }

// A Judge tells reports on talks from others. It is safe for concurrent use.
type Judge struct {
	decisive, telling map[string]bool
}

// New reads the word list topic.txt from fsys.
func New(fsys fs.FS) (*Judge, error) {
	f, err := lex.Load(fsys, "topic.txt")
	if err != nil {
		return nil, err
	}
	j := &Judge{}
	if j.decisive, err = f.Set("decisive"); err != nil {
		return nil, fmt.Errorf("topic: %w", err)
	}
	if j.telling, err = f.Set("telling"); err != nil {
		return nil, fmt.Errorf("topic: %w", err)
	}
	return j, nil
}

// AboutTalks reports whether a report is about a negotiation.
func (j *Judge) AboutTalks(seg *annot.Segmentation, syn *annot.Syntax) bool {
	seen, enough := map[string]bool{}, enough(len(syn.Words))
	for i := range syn.Words {
		lemma := strings.ToLower(syn.Words[i].Lemma)
		if j.decisive[lemma] || syn.Words[i].UPOS == ud.NOUN && j.decisive[strings.ToLower(seg.Word(annot.TokenID(i)))] {
			return true
		}
		if !j.telling[lemma] {
			if lemma = strings.ToLower(seg.Word(annot.TokenID(i))); !j.telling[lemma] {
				continue
			}
		}
		if seen[lemma] = true; len(seen) >= enough {
			return true
		}
	}
	return false
}
