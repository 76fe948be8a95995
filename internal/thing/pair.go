package thing

import (
	"math"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ml/kernel"
	"readout/internal/ud"
)

// ofPair lists the features of phrase a taking up phrase c.
func (r *reader) ofPair(a, c int) []uint16 {
	r.feat = r.feat[:0]
	p, q := &r.phrases[a], &r.phrases[c]
	f, kind := int(p.form), p.kind()
	apart, match := distance(int(p.sent-q.sent)), matchOf(p, q)
	r.put(fForms, f*nf+int(q.form))
	r.put(fDistance, f*steps+apart)
	r.put(fMatch, f*matches+match)
	r.put(fMatchDistance, (kind*matches+match)*steps+apart)
	r.put(fMatchForms, match*nf+int(q.form))
	r.put(fPlural, f*4+plurals(p.plural, q.plural))
	r.put(fRoles, (kind*nr+int(p.role))*nr+int(q.role))
	r.put(fPlace, f*8+places(p, q))
	r.put(fChain, f*6+r.chainSize(c))
	if p.form.voice() {
		r.turn(p, q, c)
		return r.feat
	}
	r.put(fLone, (f*lones+int(p.lone))*lones+int(q.lone))
	r.put(fRank, f*steps+distance(a-c-1))
	r.put(fSeen, f*5+bucket(int(r.seen[c])))
	r.put(fOpens, f*2+b2i(c == 0 || r.phrases[c-1].sent != q.sent))
	r.put(fSize, f*5+bucket(q.size/2))
	r.put(fClause, (f*3+r.clauses(p, q))*2+b2i(r.reflexive(p)))
	switch {
	case q.form == act:
		r.put(fDeed, f*8+r.deed(p, q))
	case p.form.noun() && q.form.noun():
		r.nouns(a, c, match)
	}
	return r.feat
}

// nouns adds what only nouns have.
func (r *reader) nouns(a, c, match int) {
	p, q := &r.phrases[a], &r.phrases[c]
	f, o := int(p.form), owners(p, q)
	r.put(fMods, f*5+fit(r.words[p.before[0]:p.before[1]], r.words[q.before[0]:q.before[1]]))
	r.put(fBehind, f*5+fit(r.words[p.behind[0]:p.behind[1]], r.words[q.behind[0]:q.behind[1]]))
	r.put(fDets, int(p.det)*int(numDets)+int(q.det))
	r.put(fOwner, f*5+o)
	r.put(fOwned, f*25+o*5+min(match, 4))
	r.put(fChainMatch, f*5+r.chainMatch(a, c))
	if match == noMatch {
		hereA, wordA := r.state(a)
		hereC, wordC := r.state(c)
		r.put(fLike, f*10+likeness(kernel.Dot(wordA, wordC), r.length[a][1]*r.length[c][1]))
		r.put(fLikeHere, f*10+likeness(kernel.Dot(hereA, hereC), r.length[a][0]*r.length[c][0]))
	}
}

// reflexive reports whether a phrase is "itself" or the like.
func (r *reader) reflexive(p *phrase) bool {
	return p.form.pronoun() && strings.Contains(r.seg.Word(p.head), "sel")
}

// kind sorts the forms: 0 pronouns, 1 what the reader is expected to know, 2
// other nouns.
func (p *phrase) kind() int {
	switch {
	case p.form.pronoun():
		return 0
	case p.form == name || p.form == definite || p.form == pointing:
		return 1
	}
	return 2
}

// The ways in which two phrases match in their words, of nouns the weakest
// first.
const (
	noMatch = iota
	sameHead
	sameCore
	sameFull
	abbreviates
	toPronoun
	samePronoun
)

func matchOf(p, q *phrase) int {
	switch {
	case p.form.noun() && q.form.noun():
		return nounMatch(p, q)
	case p.form == q.form:
		return samePronoun
	}
	return toPronoun
}

func nounMatch(p, q *phrase) int {
	switch {
	case p.full == q.full:
		return sameFull
	case p.core == q.core:
		return sameCore
	case p.noun == q.noun:
		return sameHead
	case p.form == name && (p.noun == q.initials || q.noun == p.initials && q.initials == 0):
		return abbreviates
	}
	return noMatch
}

// fit compares modifiers: 0 neither phrase has any, 1 they are the same, 2
// the later has some of the earlier's, 3 the later has all and more, 4 each
// has its own.
func fit(a, c []uint64) int {
	if len(a) == 0 && len(c) == 0 {
		return 0
	}
	shared := 0
	for _, x := range a {
		shared += b2i(slices.Contains(c, x))
	}
	switch {
	case shared == len(a) && shared >= len(c):
		return 1
	case shared == len(a):
		return 2
	case shared >= len(c):
		return 3
	}
	return 4
}

// owners compares whose the phrases are: 0 nobody's, 1 the same's, 2 the
// earlier alone is somebody's, 3 the later alone, 4 different ones'.
func owners(p, q *phrase) int {
	switch {
	case p.owner == 0 && q.owner == 0:
		return 0
	case p.owner == q.owner:
		return 1
	case p.owner == 0:
		return 2
	case q.owner == 0:
		return 3
	}
	return 4
}

// likeness buckets a cosine: from 0 for none to 8 for near one, 9 unknown.
func likeness(dot, squares float32) int {
	if squares < 1e-6 {
		return 9
	}
	return max(0, min(int(10*float64(dot)/math.Sqrt(float64(squares))), 8))
}

// chainMatch tells how well the noun phrase a matches the closest other one at
// the end of the chain of c: 0 no chain, 1 not, then as in matchOf.
func (r *reader) chainMatch(a, c int) int {
	k := r.of[c]
	if k < 0 {
		return 0
	}
	best := 1
	chain := r.chains[k]
	for _, x := range chain[max(0, len(chain)-mostSame):] {
		if q := &r.phrases[x]; int(x) != c && q.form.noun() {
			if m := nounMatch(&r.phrases[a], q); m <= sameFull {
				best = max(best, m+1)
			}
		}
	}
	return best
}

func (r *reader) chainSize(c int) int {
	if r.of[c] < 0 {
		return 0
	}
	return min(len(r.chains[r.of[c]])-1, 5)
}

// plurals tells 0 not known of both, 1 both one, 2 both more, 3 they differ.
func plurals(a, c int8) int {
	switch {
	case a == 0 || c == 0:
		return 0
	case a == c:
		return int(a)
	}
	return 3
}

// places tells whether two phrases stand in one paragraph, and whether in
// quotation marks: neither, in the same, in two, one of them alone.
func places(p, q *phrase) int {
	v := b2i(p.block == q.block)
	switch {
	case p.quoted == q.quoted && p.quoted == annot.None:
		return v
	case p.quoted == q.quoted:
		return v + 2
	case p.quoted != annot.None && q.quoted != annot.None:
		return v + 4
	}
	return v + 6
}

// clauses tells 1 that both hang on one word, 2 that the earlier hangs on the
// word above that of the later.
func (r *reader) clauses(p, q *phrase) int {
	switch {
	case p.clause == annot.None || q.clause == annot.None:
		return 0
	case p.clause == q.clause:
		return 1
	case r.syn.Words[p.clause].Head == q.clause:
		return 2
	}
	return 0
}

// deed tells what clause the earlier phrase, a verb, heads, and from 4 the
// same where it stands in the sentence of the later.
func (r *reader) deed(p, q *phrase) int {
	v := 0
	head := q.head
	if r.syn.Words[head].Rel == ud.Cop {
		head = r.syn.Words[head].Head
	}
	switch r.syn.Words[head].Rel {
	case ud.Root:
		v = 1
	case ud.Conj:
		v = 2
	case ud.Ccomp, ud.Xcomp, ud.Parataxis:
		v = 3
	}
	return v + 4*b2i(p.sent == q.sent)
}
