package encode

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// mend puts right what no English tree can be: what stands before the
// conjunction of a second conjunct cannot hang on that conjunct. In "warned of
// dismissals unless the port opens and threatened a lawsuit" the clause goes
// with "warned", however near "threatened" is. Moving a word up to the first
// conjunct keeps the tree a tree.
func mend(words []annot.Word) {
	for i := range words {
		c, h := annot.TokenID(i), words[i].Head
		if words[i].Rel != ud.Cc || h <= c || words[h].Rel != ud.Conj {
			continue
		}
		first := words[h].Head
		if first == annot.None || first > c {
			continue
		}
		for t := first + 1; t < c; t++ {
			if words[t].Head == h && words[t].UPOS != ud.PUNCT && words[t].Rel != ud.Cc && words[t].Rel != ud.CcPreconj {
				words[t].Head = first
			}
		}
	}
}

// complement gives a verb the infinitive that it takes, where a word between
// them made it look like a purpose: "failed on Tuesday to agree".
func (e *Encoder) complement(words []annot.Word) {
	for i := range words {
		w, t := &words[i], annot.TokenID(i)
		if w.Rel != ud.Advcl && w.Rel != ud.Acl || w.Head == annot.None || w.Head > t || !w.Feats.Has(ud.VerbFormInf) || !toInfinitive(words, t) {
			continue
		}
		h := w.Head
		if w.Rel == ud.Acl { // of "Tuesday"
			if words[h].Rel.Universal() != ud.Obl || words[h].UPOS != ud.PROPN || words[h].Head == annot.None {
				continue
			}
			h = words[h].Head
		}
		if words[h].UPOS == ud.VERB && e.infinitives[words[h].Lemma] && !takes(words, h) {
			w.Head, w.Rel = h, ud.Xcomp
		}
	}
}

// finite ties a finite verb that was coordinated with an infinitive to the
// verb above that, which it can be coordinated with: "failed to agree and will
// try again".
func finite(words []annot.Word) {
	for i := range words {
		w, t := &words[i], annot.TokenID(i)
		for w.Rel == ud.Conj && w.Head != annot.None && w.Head < t {
			h := w.Head
			up := words[h].Head
			if !words[h].Feats.Has(ud.VerbFormInf) || up == annot.None || up > h || words[up].UPOS != ud.VERB || !toInfinitive(words, h) || !isFinite(words, t, h) {
				break
			}
			w.Head = up
		}
	}
}

// isFinite reports whether a verb, or the auxiliary between it and the token
// before, is finite.
func isFinite(words []annot.Word, t, before annot.TokenID) bool {
	if words[t].UPOS != ud.VERB {
		return false
	}
	for c := before + 1; c < t; c++ {
		if words[c].Head == t && words[c].Rel.Universal() == ud.Aux {
			return words[c].Feats.Has(ud.VerbFormFin)
		}
	}
	return words[t].Feats.Has(ud.VerbFormFin) && words[t].Feats.Has(ud.TensePast)
}

// toInfinitive reports whether the verb at t has a "to" right before it, but
// for adverbs, that marks it, and no other mark and no subject.
func toInfinitive(words []annot.Word, t annot.TokenID) bool {
	for c := t - 1; c >= 0 && c >= t-3; c-- {
		switch w := &words[c]; {
		case w.UPOS == ud.PART && w.Rel == ud.Mark && w.Head == t:
			return c == 0 || words[c-1].Rel != ud.Mark // "in order to"
		case w.UPOS != ud.ADV:
			return false
		}
	}
	return false
}

// takes reports whether a verb has a clause or an object already.
func takes(words []annot.Word, h annot.TokenID) bool {
	for c := range words {
		if words[c].Head != h {
			continue
		}
		switch words[c].Rel.Universal() {
		case ud.Xcomp, ud.Ccomp, ud.Obj:
			return true
		}
	}
	return false
}
