package thing

import "readout/internal/annot"

// turn adds the features that tell whom "I", "we" and "you" mean where people
// speak in turn: the paragraphs between, questions, and who the chain of the
// earlier is in the paragraph of the later.
func (r *reader) turn(p, q *phrase, c int) {
	both, apart := int(p.form)*int(numVoices)+int(q.form), int(max(p.block-q.block, 0))
	r.put(fVoice, (both*3+r.turns())*40+min(apart, 4)*8+b2i(p.sent == q.sent)+2*b2i(p.quoted == q.quoted)+4*b2i(r.asks(q.sent)))
	r.put(fTurn, (both*3+r.turns())*8+min(apart, 7))
	r.put(fQuoted, both*8+places(p, q))
	r.put(fAsk, (both*4+min(apart, 3))*8+b2i(r.asking[q.block])+2*b2i(r.asking[p.block])+4*b2i(r.asks(q.sent)))
	r.put(fTalk, (both*4+min(apart, 3))*4+r.talk)
	r.put(fClash, both*6+r.clash(p, c))
}

// clash looks for "I", "we" and "you" of the chain of c where p stands: 0 no
// chain, 1 none in the paragraph, 2 with the form of p, 3 with another form, 4
// both, 5 none of a long chain. One speaker does not mean the same with "I" and
// "you".
func (r *reader) clash(p *phrase, c int) int {
	if r.of[c] < 0 {
		return 0
	}
	same, other := false, false
	chain := r.chains[r.of[c]]
	for i := len(chain) - 1; i >= max(0, len(chain)-9); i-- {
		x := &r.phrases[chain[i]]
		if x.block < p.block {
			break
		}
		if x.quoted == p.quoted {
			same, other = same || x.form == p.form, other || x.form != p.form
		}
	}
	if v := 1 + b2i(same) + 2*b2i(other); v > 1 || len(chain) < 4 {
		return v
	}
	return 5
}

// turns tells how long the paragraphs of the report are: 0 of hardly more than
// a sentence, as in a conversation, to 2 of three and more.
func (r *reader) turns() int {
	per := len(r.seg.Sentences) * 2 / max(len(r.seg.Blocks), 1)
	switch {
	case per < 4:
		return 0
	case per < 6:
		return 1
	}
	return 2
}

// questions marks the paragraphs that end in a question mark, and tells how many
// do: 0 none, 1 hardly any, 2 some, 3 many.
func (r *reader) questions() {
	r.asking = make([]bool, len(r.seg.Blocks))
	n := 0
	for s := range r.seg.Sentences {
		b := r.seg.Sentences[s].Block
		last := s+1 == len(r.seg.Sentences) || r.seg.Sentences[s+1].Block != b
		if last && r.asks(annot.SentenceID(s)) {
			r.asking[b] = true
			n++
		}
	}
	switch all := len(r.seg.Blocks); {
	case n == 0:
		r.talk = 0
	case 20*n < all:
		r.talk = 1
	case 6*n < all:
		r.talk = 2
	default:
		r.talk = 3
	}
}

// asks reports whether a sentence ends in a question mark.
func (r *reader) asks(s annot.SentenceID) bool {
	return r.seg.Word(r.seg.Sentences[s].End-1) == "?"
}
