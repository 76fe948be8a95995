// Package topic judges whether a report is about a negotiation, in the widest
// sense: a ceasefire, a strike, a trade deal, a quota, a coalition, a text.
//
// It weighs words of lexicon/topic.txt: some say it by themselves
// ("negotiators"), some help ("delegation"), some only count among others
// ("offer"), and some belong to reports of other kinds ("striker", "robbed").
// Words count once however often they stand. "The negotiators met" is about
// talks; "he said the match was hard" is not. A report that is long must say
// more of it than a short one. The judgement decides what the record says of
// the report as a whole, and whether the report's own voice counts; what is
// attributed is read in any case.
//
// Known failures: talks told in none of the words of the list; a report on
// something else that ends with a paragraph on talks.
package topic

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
)

// What a word of each kind weighs.
const (
	decisive = 4
	telling  = 2
	faint    = 1
	foreign  = -2
)

// lead is how many tokens of a report are looked at: one on talks says so early.
const lead = 300

// line is how many tokens a report of a line or two has: one word may do there.
const line = 30

// enough is how much the words of a report of so many tokens must weigh: a
// short one has little room for them.
func enough(tokens int) int { return min(5, 2+tokens/35) }

// A phrase is several words that stand together, with one more between two at
// most: "form a new government".
type phrase struct {
	words  []string
	weight int
}

// A Judge tells reports on talks from others. It is safe for concurrent use.
type Judge struct {
	weight  map[string]int // by lemma or form
	only    map[string]ud.UPOS
	phrases map[string][]phrase // by first word
	figures map[string]bool     // words before which "truce" and the like are figures of speech
}

// New reads the word list topic.txt from fsys.
func New(fsys fs.FS) (*Judge, error) {
	f, err := lex.Load(fsys, "topic.txt")
	if err != nil {
		return nil, err
	}
	j := &Judge{weight: map[string]int{}, only: map[string]ud.UPOS{}, phrases: map[string][]phrase{}}
	for _, s := range []struct {
		section string
		weight  int
	}{{"decisive", decisive}, {"telling", telling}, {"faint", faint}, {"foreign", foreign}} {
		list := f.Section(s.section)
		if len(list) == 0 {
			return nil, fmt.Errorf("topic: %s: no section [%s]", f.Name, s.section)
		}
		for _, e := range list {
			if words := strings.Fields(e.Fields[0]); len(words) > 1 {
				j.phrases[words[0]] = append(j.phrases[words[0]], phrase{words, s.weight})
				continue
			}
			j.weight[e.Fields[0]] = s.weight
			switch e.Field(1) {
			case "":
			case "noun":
				j.only[e.Fields[0]] = ud.NOUN
			case "verb":
				j.only[e.Fields[0]] = ud.VERB
			default:
				return nil, fmt.Errorf("topic: %w", e.Errorf("%q is no part of speech", e.Field(1)))
			}
		}
	}
	if j.figures, err = f.Set("figures"); err != nil {
		return nil, fmt.Errorf("topic: %w", err)
	}
	return j, nil
}

// AboutTalks reports whether a report is about a negotiation.
func (j *Judge) AboutTalks(seg *annot.Segmentation, syn *annot.Syntax) bool {
	seen, sum, signs := map[string]bool{}, 0, 0
	n := min(lead, len(syn.Words))
	for i := range n {
		add := func(word string, w int) {
			if w == 0 || seen[word] {
				return
			}
			seen[word] = true
			sum += w
			if w > 0 {
				signs++
			}
		}
		add(j.listed(seg, syn, annot.TokenID(i)))
		add(j.phraseAt(seg, syn, annot.TokenID(i)))
	}
	return sum >= enough(n) && (signs > 1 || sum >= decisive || n <= line)
}

// listed returns the entry of a token, and what it weighs: by its form, so that
// "talks" is not "talk", or else by its lemma.
func (j *Judge) listed(seg *annot.Segmentation, syn *annot.Syntax, t annot.TokenID) (string, int) {
	word := &syn.Words[t]
	if word.UPOS == ud.PUNCT {
		return "", 0
	}
	key := strings.ToLower(seg.Word(t))
	w, ok := j.weight[key]
	if !ok {
		key = strings.ToLower(word.Lemma)
		w, ok = j.weight[key]
	}
	if !ok {
		return "", 0
	}
	if u, only := j.only[key]; only && u != word.UPOS && (u != ud.NOUN || word.UPOS != ud.PROPN) {
		return "", 0
	}
	if w >= telling && j.figure(seg, t) {
		w = 0
	}
	return key, w
}

// phraseAt returns the phrase that begins at a token, and what it weighs.
func (j *Judge) phraseAt(seg *annot.Segmentation, syn *annot.Syntax, t annot.TokenID) (string, int) {
	list := j.phrases[strings.ToLower(syn.Words[t].Lemma)]
	if list == nil {
		if list = j.phrases[strings.ToLower(seg.Word(t))]; list == nil {
			return "", 0
		}
	}
	for _, p := range list {
		if follows(seg, syn, t+1, p.words[1:]) {
			return strings.Join(p.words, " "), p.weight
		}
	}
	return "", 0
}

// follows reports whether words stand behind a token, in order.
func follows(seg *annot.Segmentation, syn *annot.Syntax, t annot.TokenID, words []string) bool {
	for _, w := range words {
		found := false
		for u := t; int(u) < len(syn.Words) && u < t+2; u++ {
			if strings.EqualFold(syn.Words[u].Lemma, w) || strings.EqualFold(seg.Word(u), w) {
				t, found = u+1, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// figure reports whether a word for talks is a figure of speech or a piece of
// history: "a truce with his goalkeeper", "the treaty of 1648", "the summit of
// Mount Aral".
func (j *Judge) figure(seg *annot.Segmentation, t annot.TokenID) bool {
	if int(t)+2 >= len(seg.Tokens) {
		return false
	}
	switch strings.ToLower(seg.Word(t + 1)) {
	case "of", "with":
	default:
		return false
	}
	next := seg.Word(t + 2)
	return j.figures[strings.ToLower(next)] || len(next) == 4 && strings.HasPrefix(next, "1")
}
