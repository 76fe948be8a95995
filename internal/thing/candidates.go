package thing

import "readout/internal/annot"

// How far back a phrase looks.
const (
	reach       = 3  // sentences
	mostNear    = 30 // phrases of those sentences, for a pronoun
	mostNearFor = 24 // the same, for a noun
	mostSame    = 8  // phrases with the same noun, however far
	mostVoices  = 2  // of each of "I", "we" and "you"
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

// addVoices lists the last of "I", "we" and "you".
func (r *reader) addVoices(a int) {
	for _, v := range r.voices {
		for i, n := len(v)-1, 0; i >= 0 && n < mostVoices; i-- {
			if int(v[i]) != a {
				r.cand = append(r.cand, v[i])
				n++
			}
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
