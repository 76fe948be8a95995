package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// clip cuts a run so that it does not reach into another.
func clip(a, not run) (run, bool) {
	if !a.overlaps(not) {
		return a, true
	}
	switch {
	case a.first < not.first && a.last > not.last:
		return run{a.first, not.first - 1}, true
	case a.first < not.first:
		return run{a.first, not.first - 1}, true
	case a.last > not.last:
		return run{not.last + 1, a.last}, true
	}
	return a, false
}

// after returns the words of a dependent that follow a cue, without the marks
// at their edges.
func (r *reading) after(c annot.TokenID, cue run) (run, bool) {
	a := r.subtree(c)
	a.first = max(a.first, cue.last+1)
	if a.first > a.last {
		return a, false
	}
	return r.edges(a)
}

// before returns the words of a dependent that precede a token.
func (r *reading) before(c, stop annot.TokenID) (run, bool) {
	a := r.subtree(c)
	a.last = min(a.last, stop-1)
	if a.first > a.last {
		return a, false
	}
	return r.edges(a)
}

// edges trims a run and takes in a quotation mark that it would tear from its
// words.
func (r *reading) edges(a run) (run, bool) {
	a = r.trim(a)
	if r.is(a.first, ud.PUNCT) && a.first == a.last {
		return a, false
	}
	if a.first > 0 && r.opens[a.first-1] != annot.None && r.sent[a.first-1] == r.sent[a.first] {
		if q := r.opens[a.first-1]; r.ends(q, a) {
			a.first--
		}
	}
	if t := a.last + 1; r.isMark(t, "?!") && r.sent[t] == r.sent[a.last] && r.endsSentence(t) {
		a.last = t
	}
	last := a.last
	for last+1 < annot.TokenID(len(r.inside)) && r.sent[last+1] == r.sent[a.last] && r.is(last+1, ud.PUNCT) {
		last++
		if q := r.shuts[last]; q != annot.None && r.begins(q, a) {
			a.last = last
			break
		}
	}
	return a, true
}

// ends reports whether a piece of a quotation ends in a run or behind it
// with nothing but marks between.
func (r *reading) ends(q annot.QuotationID, a run) bool {
	for _, p := range r.pieces[q] {
		if p.last >= a.first && p.last <= a.last+3 {
			return true
		}
	}
	return false
}

// begins reports whether a piece of a quotation begins in a run.
func (r *reading) begins(q annot.QuotationID, a run) bool {
	for _, p := range r.pieces[q] {
		if a.has(p.first) {
			return true
		}
	}
	return false
}

// around returns the words of a clause on both sides of a parenthetical cue.
func (r *reading) around(h annot.TokenID, hole run) []run {
	whole := r.subtree(h)
	var out []run
	if whole.first < hole.first {
		left := run{whole.first, hole.first - 1}
		for left.first < left.last && (r.rel(left.first) == ud.Cc || r.is(left.first, ud.PUNCT) && r.opens[left.first] == annot.None) {
			left.first++
		}
		if a, ok := r.edges(left); ok {
			out = append(out, a)
		}
	}
	if whole.last > hole.last {
		right := run{hole.last + 1, whole.last}
		for right.first < right.last && r.droppable(right.first) && r.opens[right.first] == annot.None {
			right.first++
		}
		if a, ok := r.edges(right); ok && r.hasWord(a) {
			out = append(out, a)
		}
	}
	return out
}

// hasWord reports whether a run holds more than marks.
func (r *reading) hasWord(a run) bool {
	for t := a.first; t <= a.last; t++ {
		if !r.is(t, ud.PUNCT) && strings.TrimSpace(r.form(t)) != "" {
			return true
		}
	}
	return false
}
