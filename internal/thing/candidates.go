package thing

import (
	"slices"

	"readout/internal/annot"
)

// How far back a phrase looks.
const (
	reach       = 3  // sentences
	mostNear    = 30 // phrases of those sentences, for a pronoun
	mostNearFor = 24 // the same, for a noun
	mostSame    = 8  // phrases with the same noun, however far
	mostVoices  = 2  // of each of "I", "we" and "you" in one paragraph
	mostTalkers = 6  // chains of these further back
	mostTurns   = 5  // paragraphs with one of these
)

// candidates lists what a phrase can take up, the nearest first.
func (r *reader) candidates(a int) {
	r.cand = r.cand[:0]
	p := &r.phrases[a]
	switch {
	case p.form == act:
		return
	case p.form.voice():
		r.addVoices(a)
		return
	case p.form.pronoun():
		r.addNear(a, mostNear)
		return
	}
	n := 0
	for x := r.same[a]; x >= 0 && n < mostSame; x = r.same[x] {
		if !r.nested(int(x), a) {
			r.cand = append(r.cand, x)
			n++
		}
	}
	if p.form == name {
		if x, ok := r.short[p.noun]; ok && int(x) != a && !r.nested(int(x), a) {
			r.cand = append(r.cand, x)
		}
	}
	switch p.form {
	case definite, pointing, possessed, name:
		r.addNear(a, mostNearFor)
	}
}

// addVoices lists the last of "I", "we" and "you": two of the same paragraph,
// and one of each of those before it that have any, since speakers take turns.
func (r *reader) addVoices(a int) {
	p := &r.phrases[a]
	for _, v := range r.voices {
		n, turns, block := 0, 0, p.block
		for i := len(v) - 1; i >= 0 && turns < mostTurns; i-- {
			q := &r.phrases[v[i]]
			switch {
			case int(v[i]) == a:
			case q.block != block || turns == 0 && n < mostVoices:
				if q.block != block {
					turns, block = turns+1, q.block
				}
				r.cand = append(r.cand, v[i])
				n++
			}
		}
	}
	r.addVoiceChains(a)
}

// addVoiceChains lists the last of those whom "I", "we" and "you" meant further
// back.
func (r *reader) addVoiceChains(a int) {
	n := 0
	for k := len(r.talkers) - 1; k >= 0 && n < mostTalkers; k-- {
		chain := r.chains[r.talkers[k]]
		if x := chain[len(chain)-1]; !slices.Contains(r.cand, x) {
			r.cand = append(r.cand, x)
			n++
		}
	}
}

// addNear lists the phrases of the sentences before, but no voices, nothing
// that holds the phrase or is part of it, verbs only for what can take up a
// deed, and no nouns that are listed already.
func (r *reader) addNear(a, most int) {
	p := &r.phrases[a]
	for x, n := a-1, 0; x >= 0 && n < most; x-- {
		c := &r.phrases[x]
		if p.sent-c.sent > reach {
			return
		}
		switch {
		case c.form.voice() || r.nested(x, a):
			continue
		case c.form == act && !r.takesDeeds(p, c):
			continue
		case p.form.noun() && c.form.noun() && c.noun == p.noun:
			continue
		}
		r.cand = append(r.cand, int32(x))
		n++
	}
}

// takesDeeds reports whether a phrase can take up what a verb near it says:
// "it", "this", "that decision".
func (r *reader) takesDeeds(p, verb *phrase) bool {
	switch p.form {
	case it, this, that, pointing:
		return p.sent-verb.sent <= 1
	}
	return false
}

// nested reports whether one of two phrases holds the other.
func (r *reader) nested(x, y int) bool {
	a, b := &r.phrases[x], &r.phrases[y]
	return within(a.first, a.last, b) || within(b.first, b.last, a)
}

func within(first, last annot.TokenID, p *phrase) bool { return first <= p.first && p.last <= last }
