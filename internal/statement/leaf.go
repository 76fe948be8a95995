package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// standsAlone reports whether what a nested attribution gives can be read by
// itself: a clause, an infinitive, or a noun phrase that names something, not
// one that only looks back ("that account", "the idea", "it").
func (r *reading) standsAlone(id annot.AttributionID) bool {
	for _, sp := range r.att.List[id].Content {
		h := r.syn.HeadOf(sp)
		if h == annot.None {
			continue
		}
		if r.clausal(h) || !r.looksBack(h) {
			return true
		}
	}
	return false
}

// looksBack reports whether a phrase is an anaphor: a pronoun, or a definite
// noun of speech or thought without anything that says which.
func (r *reading) looksBack(h annot.TokenID) bool {
	w := r.word(h)
	switch w.UPOS {
	case ud.PRON, ud.DET, ud.ADV, ud.PUNCT:
		return true
	case ud.NOUN:
	default:
		return false
	}
	if !r.words.anaphors[w.Lemma] {
		return false
	}
	definite := false
	for c := range r.syn.Children(h) {
		switch r.rel(c) {
		case ud.Det:
			definite = definite || !r.word(c).Feats.Has(ud.DefiniteInd)
		case ud.NmodPoss:
			definite = definite || r.word(c).UPOS == ud.PRON
		case ud.Nmod, ud.Acl, ud.AclRelcl, ud.Amod, ud.Compound, ud.Appos:
			return false
		}
	}
	return definite
}

// judges reports whether a cue says something of its own about what it takes,
// so that a nominal attribution inside ("rejected the board's demand that")
// does not take its statement away.
func (r *reading) judges(id annot.AttributionID) bool {
	switch r.cues[id].class {
	case record.Refused, record.RuledOut, record.Denied, record.Agreed, record.Evaluative, record.Undecided, record.Feared, record.Demanded:
		return true
	}
	return false
}

// nominal reports whether an attribution's cue is a noun.
func (r *reading) nominal(id annot.AttributionID) bool {
	h := r.att.List[id].CueHead
	return h != annot.None && r.word(h).UPOS == ud.NOUN
}

// takenInside returns the attributions inside one that take statements of
// their own, looking through those that do not.
func (r *reading) takenInside(id annot.AttributionID) []annot.AttributionID {
	var out []annot.AttributionID
	for _, x := range r.inner[id] {
		switch {
		case !r.carry[x]:
			out = append(out, r.takenInside(x)...)
		default:
			out = append(out, x)
		}
	}
	return out
}

// denied reports whether a statement stands under a denial further out: its
// clause, not a contrast added to it, is what is denied.
func (r *reading) denied(id annot.AttributionID) (annot.AttributionID, bool) {
	for in, out := id, r.att.List[id].Within; out != annot.None; in, out = out, r.att.List[out].Within {
		if c := r.cues[out]; c.class == record.Denied && !c.negated && !r.contrasted(in) {
			return out, true
		}
	}
	return annot.None, false
}

// contrasted reports whether an attribution stands in a clause with "though",
// "while" and the like.
func (r *reading) contrasted(id annot.AttributionID) bool {
	for t := r.att.List[id].CueHead; t != annot.None; t = r.word(t).Head {
		if r.rel(t) == ud.Advcl && r.contrast(t) {
			return true
		}
		if r.rel(t) == ud.Ccomp {
			return false
		}
	}
	return false
}

// contrast reports whether a clause is set against the one it hangs on.
func (r *reading) contrast(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.rel(c) != ud.Mark && r.rel(c) != ud.Advmod {
			continue
		}
		switch r.lower(c) {
		case "while", "though", "although", "whereas", "albeit":
			return true
		}
	}
	return false
}
