package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// draws says which words set one statement against another, and how.
func draws(w string) (record.Relation, bool) {
	switch w {
	case "but", "however", "yet", "while", "whereas", "contradicting", "instead", "conversely", "meanwhile":
		return record.Contrasting, w != "meanwhile"
	case "though", "although", "nevertheless", "nonetheless", "still":
		return record.Conceding, true
	}
	return "", false
}

// contrasts links statements that the report itself sets against each other:
// by a conjunction between two attributions of a sentence ("X said A, but Y
// said B"), in front of both ("While X said A, Y said B"), or at the head of
// the second's sentence ("However, Y said B"). What somebody contrasts within
// what he says is his own, and is not drawn here. Rows are in reading order.
func (r *reading) contrasts() {
	said := make([]bool, len(r.seg.Tokens)) // tokens inside what is attributed
	for i := range r.att.List {
		for _, x := range r.tokens(r.att.List[i].Content) {
			for t := x.first; t < x.end; t++ {
				said[t] = true
			}
		}
	}
	low := 0 // the first row that begins in the sentence, or behind it
	for id := range r.seg.Sentences {
		sent := r.seg.Sentences[id]
		start := r.span(sent.First).Start
		for low < len(r.rows) && r.rows[low].Content[0].Start < start {
			low++
		}
		if !r.seg.Body(annot.SentenceID(id)) {
			continue
		}
		for t := sent.First; t < sent.End; t++ {
			if rel, ok := draws(r.lower(t)); ok && !said[t] && r.quoted[t] == annot.None && r.word(t).UPOS != ud.NOUN {
				r.draw(t, sent, low, rel)
			}
		}
	}
}

// draw links the statements on both sides of a word that sets them against
// each other. Row low is the first of the sentence.
func (r *reading) draw(t annot.TokenID, sent annot.Sentence, low int, rel record.Relation) {
	end := r.span(sent.End - 1).End
	a, b := -1, -1
	for i := low; i < len(r.rows) && r.rows[i].Content[0].Start < end; i++ {
		if r.rows[i].Content[0].Start < r.span(t).Start {
			a = i
		} else if b < 0 {
			b = i
		}
	}
	head := t == sent.First || t == sent.First+1 && r.word(sent.First).UPOS == ud.PUNCT
	switch {
	case b < 0:
		return
	case a >= 0:
		if !r.parts(t, a, b) {
			return
		}
	case head && r.subordinates(t):
		if a, b = b, r.other(b, end); b < 0 {
			return
		}
	case head && low > 0 && r.near(low-1, sent):
		a = low - 1
	case r.lower(t) == "however" && low > 0 && r.near(low-1, sent):
		a = low - 1
	default:
		return
	}
	r.rows[b].Contrasts = append(r.rows[b].Contrasts, annot.Contrast{With: annot.StatementID(a), Cue: r.span(t), Relation: rel})
}

// subordinates reports whether a word opens a clause that hangs on another.
func (r *reading) subordinates(t annot.TokenID) bool {
	w := r.lower(t)
	return w == "while" || w == "whereas" || w == "though" || w == "although"
}

// other returns the first row behind one in its sentence that another
// attribution carries, or -1.
func (r *reading) other(a int, end int) int {
	for i := a + 1; i < len(r.rows) && r.rows[i].Content[0].Start < end; i++ {
		if r.rows[i].Attribution != r.rows[a].Attribution {
			return i
		}
	}
	return -1
}

// parts reports whether a word between two rows of a sentence joins their
// attributions, and not two things in one mouth or "not only A but B".
func (r *reading) parts(t annot.TokenID, a, b int) bool {
	x, y := &r.rows[a], &r.rows[b]
	if x.Attribution == y.Attribution && x.Attribution != annot.None {
		return false
	}
	if w := r.lower(t); w == "still" || w == "instead" || w == "yet" && r.word(t).UPOS == ud.ADV {
		return false
	}
	return r.word(t).UPOS != ud.ADP
}

// near reports whether a row stands in the sentence before another.
func (r *reading) near(i int, sent annot.Sentence) bool {
	if sent.First == 0 {
		return false
	}
	before := r.seg.SentenceOf(sent.First - 1)
	c := r.rows[i].Content
	return r.seg.SentenceAt(c[len(c)-1].Start) == before && !r.rows[i].Headline
}
