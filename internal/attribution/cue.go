package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// cueRun returns the one run of a cue around its head: the auxiliaries,
// negation and adverbs before it, and everything up to last behind it.
func (r *reading) cueRun(v, last annot.TokenID) run {
	first := v
	for first > 0 && r.partOfGroup(first-1, v) {
		first--
	}
	if a := r.child(v, ud.Aux, ud.AuxPass); a != annot.None && a < first && first-a <= 5 && r.isMark(a+1, ",") && r.isMark(first-1, ",") {
		first = a // "had, in effect, agreed"
	}
	for first < v && r.rel(first) == ud.Advmod && r.notOfCue(first) {
		first++
	}
	return run{first, max(last, v)}
}

// partOfGroup reports whether the word before a verb group belongs to it.
func (r *reading) partOfGroup(t, v annot.TokenID) bool {
	if r.sent[t] != r.sent[v] {
		return false
	}
	h := r.headOf(t)
	switch r.rel(t) {
	case ud.Aux, ud.AuxPass, ud.Cop:
		return h == v
	case ud.Mark:
		return h == v && r.is(t, ud.PART)
	case ud.Advmod:
		return h == v && !r.is(t, ud.SCONJ) && !r.question(t) || h != annot.None && h > t && h < v && r.headOf(h) == v && r.rel(h) == ud.Advmod
	}
	return false
}

func (r *reading) question(t annot.TokenID) bool {
	switch strings.ToLower(r.form(t)) {
	case "when", "where", "why", "how", "while":
		return true
	}
	return false
}

// notOfCue reports whether an adverb at the beginning of a verb group joins
// clauses or tells the time instead.
func (r *reading) notOfCue(t annot.TokenID) bool {
	switch strings.ToLower(r.form(t)) {
	case "however", "meanwhile", "instead", "yet", "so", "thus", "here", "there", "moreover":
		return true
	}
	return false
}
