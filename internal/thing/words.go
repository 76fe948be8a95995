package thing

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ud"
)

// wordsOf takes up the words of a noun phrase.
func (r *reader) wordsOf(p *phrase) {
	w := &r.syn.Words[p.head]
	p.noun = hash(w.Lemma)
	left, right := p.head, p.head
	p.before[0] = int32(len(r.words))
	for c := range r.syn.Children(p.head) {
		rel := r.syn.Words[c].Rel
		switch rel {
		case ud.Amod, ud.Compound, ud.Nummod, ud.NmodUnmarked, ud.NmodDesc:
			if c < p.head {
				r.words = append(r.words, hash(r.syn.Words[c].Lemma))
				if l, _ := r.syn.Edges(c); l >= p.first {
					left = min(left, l)
				}
			}
		case ud.NmodPoss:
			p.owner = r.ownerOf(c)
		case ud.Flat:
			right = max(right, c)
			if w.UPOS == ud.PROPN {
				p.noun = hash(r.seg.Word(c))
			}
		}
	}
	p.before[1] = int32(len(r.words))
	r.behind(p)
	p.core = r.hashRun(left, right)
	from := p.first
	if d, _ := r.determiner(p.head); d == from {
		from++
	}
	p.full = r.hashRun(from, p.last)
	if w.UPOS == ud.PROPN {
		p.initials = r.initials(left, right)
	}
}

// behind takes up what follows the head.
func (r *reader) behind(p *phrase) {
	p.behind[0] = p.before[1]
	for c := range r.syn.Children(p.head) {
		if c <= p.head || c > p.last {
			continue
		}
		switch r.syn.Words[c].Rel {
		case ud.Nmod, ud.NmodUnmarked:
			p.tail = nounTail
			if k := r.syn.Child(c, ud.Case); k != annot.None && r.lower(k) == "of" {
				p.tail = ofTail
			}
		case ud.AclRelcl:
			p.tail = relativeTail
		case ud.Acl:
			p.tail = clauseTail
		case ud.Appos:
			p.tail = appositive
			continue
		default:
			continue
		}
		r.words = append(r.words, hash(r.syn.Words[c].Lemma))
	}
	p.behind[1] = int32(len(r.words))
}

// ownerOf tells owners apart: by entity where they have one, else by word.
func (r *reader) ownerOf(c annot.TokenID) uint64 {
	if e := r.ents.Of(r.ms.ByHead(c)); e != annot.None {
		return uint64(e) + 1
	}
	return hash(r.syn.Words[c].Lemma)
}

// edges returns the tokens from which to which a phrase reaches: its branch
// of the tree without what ties it to its clause, and for one member of a
// coordination without the others.
func (r *reader) edges(t annot.TokenID, group bool) (left, right annot.TokenID) {
	left, right = t, t
	clause := r.syn.Child(t, ud.Cop, ud.Nsubj, ud.Csubj) != annot.None
	for c := range r.syn.Children(t) {
		l, h := r.syn.Edges(c)
		take := false
		switch r.syn.Words[c].Rel {
		case ud.Det, ud.DetPredet, ud.Amod, ud.Compound, ud.Nummod, ud.NmodPoss, ud.Nmod, ud.Acl, ud.AclRelcl, ud.Appos, ud.Flat, ud.NmodUnmarked, ud.NmodDesc, ud.Fixed, ud.CcPreconj:
			take = true
		case ud.Case:
			take = c > t // the mark of possession
		case ud.Advmod:
			take = !clause && c < t && left <= c+1
		case ud.Conj:
			take = group
		}
		if take && !r.spelledOut(t, l) {
			left, right = min(left, l), max(right, h)
		}
	}
	for right > t && r.syn.Words[right].UPOS == ud.PUNCT && !closes(r.seg.Word(right)) {
		right--
	}
	for left < t && r.syn.Words[left].UPOS == ud.PUNCT && !opens(r.seg.Word(left)) {
		left++
	}
	return left, right
}

// spelledOut reports whether a colon stands between a head and what depends on
// it from a token on, as in "two demands: a truce and a vote".
func (r *reader) spelledOut(head, from annot.TokenID) bool {
	return from > head && (r.seg.Word(from) == ":" || from-1 > head && r.seg.Word(from-1) == ":")
}

func closes(w string) bool {
	switch w {
	case ")", "]", "\"", "”", "’", "'":
		return true
	}
	return false
}

func opens(w string) bool {
	switch w {
	case "(", "[", "\"", "“", "‘", "'":
		return true
	}
	return false
}

// hash is 64-bit FNV-1a over the letters in lower case.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			for _, x := range s[i:] {
				h = (h ^ uint64(unicode.ToLower(x))) * 1099511628211
			}
			return h
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// hashRun hashes the words from one token to another, but no marks and no
// mark of possession at the end.
func (r *reader) hashRun(first, last annot.TokenID) uint64 {
	h := uint64(0)
	for t := first; t <= last; t++ {
		if w := &r.syn.Words[t]; w.UPOS != ud.PUNCT && (t < last || w.Rel != ud.Case) {
			h = (h ^ hash(r.seg.Word(t))) * 1099511628211
		}
	}
	return h
}

// initials hashes the first letters of the words in capitals, as an
// abbreviation has them; 0 for a single one.
func (r *reader) initials(first, last annot.TokenID) uint64 {
	var b [12]byte
	n := 0
	for t := first; t <= last && n < len(b); t++ {
		if c := r.seg.Word(t)[0]; 'A' <= c && c <= 'Z' {
			b[n] = c
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return hash(string(b[:n]))
}
