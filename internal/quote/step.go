package quote

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
)

// reach bounds how many marks ahead are looked at, so that time stays linear.
const reach = 64

// step decides what the mark of site i does.
func (s *scan) step(i int) {
	st := &s.sites[i]
	if s.measure(st) {
		return
	}
	top := s.closable(st)
	opens := st.mark.opens >= 0 && st.facing != closing
	switch {
	case top >= 0 && opens && st.facing == opening && !rules[s.stack[top].rule].Single:
		s.openInside(i, top)
	case top >= 0 && opens && st.facing == opening: // a single mark that faces the other way
		s.begin(i)
	case top >= 0:
		if !rules[s.stack[top].rule].Single || s.closesSingle(i) {
			s.end(top, st.span)
		}
	case opens && rules[st.mark.opens].Single:
		if st.facing == opening && s.singleOpens(i) {
			s.begin(i)
		}
	case opens:
		s.begin(i)
	case st.mark.closes&^s.single != 0: // nothing that it could close
		s.stray = append(s.stray, st.span)
	}
}

// measure reports whether a mark is feet, inches, minutes or seconds: it
// stands against a digit and nothing is open that it could close, or the
// digits stand against another such mark.
func (s *scan) measure(st *site) bool {
	at := st.span.Start
	if at == 0 || !digit(s.text[at-1]) {
		return false
	}
	if len(s.stack) == 0 {
		return true
	}
	j := at
	for j > 0 && digit(s.text[j-1]) {
		j--
	}
	before := s.text[:j]
	return strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’") || strings.HasSuffix(before, "′")
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// closable returns the index in the stack of the innermost quotation that the
// mark could close, or -1. A double mark closes across single ones, which
// were apostrophes then; a single mark does not close across a double.
func (s *scan) closable(st *site) int {
	for k := len(s.stack) - 1; k >= 0; k-- {
		r := s.stack[k].rule
		if st.mark.closes&(1<<r) != 0 {
			return k
		}
		if !rules[r].Single {
			break
		}
	}
	return -1
}

// openInside deals with a double mark that opens while one like it is open.
// Where enough marks follow to close both it is a quotation within; else the
// one before was never closed.
func (s *scan) openInside(i, top int) {
	need := 1
	for _, o := range s.stack[top:] {
		if !rules[o.rule].Single { // a single one has a mark of its own
			need++
		}
	}
	for j := i + 1; j < min(len(s.sites), i+reach) && need > 0; j++ {
		if s.sites[j].token >= 0 && s.sites[j].facing == closing && s.sites[j].mark.closes&(1<<s.stack[top].rule) != 0 {
			need--
		} else if s.sites[j].facing == opening {
			break
		}
	}
	if need > 0 {
		before := text.Span{Start: s.sites[i].span.Start, End: s.sites[i].span.Start}
		if t := s.sites[i].token; t > 0 {
			before.End = s.seg.Tokens[t-1].Span.End
		}
		o := s.stack[top]
		s.end(top, before)
		s.unclosed(o)
	}
	s.begin(i)
}

// begin opens a quotation at site i.
func (s *scan) begin(i int) {
	st := &s.sites[i]
	r := row{Quotation: annot.Quotation{Parent: annot.None, Balanced: true, By: rules[st.mark.opens].ID}, opening: st.span}
	if n := len(s.stack); n > 0 {
		r.Parent = annot.QuotationID(s.stack[n-1].row)
	}
	s.stack = append(s.stack, open{
		row: len(s.rows), rule: int(st.mark.opens), start: st.span.Start,
		odd: rules[st.mark.opens].Toggles && s.toggles%2 == 1,
	})
	s.rows = append(s.rows, r)
}

// end closes the quotation at stack[top] with the mark at; single ones that
// are open within it were apostrophes.
func (s *scan) end(top int, at text.Span) {
	for _, o := range s.stack[top+1:] {
		s.rows[o.row].dropped = true
	}
	o := s.stack[top]
	s.stack = s.stack[:top]
	s.piece(o, at.End)
}

func (s *scan) piece(o open, end int) {
	if r := &s.rows[o.row]; end > o.start {
		r.Pieces = append(r.Pieces, text.Span{Start: o.start, End: end})
	}
}

// leave ends a paragraph whose last token ends at end. What is open there may
// be opened again in the next paragraph.
func (s *scan) leave(end int) {
	for k, o := range s.stack {
		if !rules[o.rule].Runs || k > 0 && rules[o.rule].Single {
			for _, in := range s.stack[k:] {
				s.rows[in.row].dropped = true
			}
			s.stack = s.stack[:k]
			break
		}
	}
	for _, o := range s.stack {
		stop := end
		if n := strings.IndexByte(s.text[o.start:end], '\n'); n >= 0 {
			stop = o.start + len(strings.TrimRight(s.text[o.start:o.start+n], " \t\u00A0"))
		}
		s.piece(o, stop)
		if o.odd {
			s.unclosed(o)
		} else {
			s.pending = append(s.pending, o)
		}
	}
	s.stack = s.stack[:0]
}

// unclosed gives up a quotation that nothing closes. One whose typewritten
// mark is the second, the fourth of its paragraph may well be the end of what
// another begins: no words are claimed for it.
func (s *scan) unclosed(o open) {
	r := &s.rows[o.row]
	switch {
	case o.odd:
		r.dropped = true
		s.stray = append(s.stray, r.opening)
	case rules[o.rule].Single && len(r.Pieces) == 1: // an apostrophe
		r.dropped = true
	default:
		r.Balanced = false
	}
}

// give gives up quotations that have not been opened again.
func (s *scan) give(left []open) {
	for _, o := range left {
		s.unclosed(o)
	}
}

// closesSingle decides whether the single mark of site i closes a quotation,
// or is an apostrophe at the end of a plural ("the ministers’ offer"). It is
// an apostrophe where words follow and a better mark to close with comes
// before the next that opens.
func (s *scan) closesSingle(i int) bool {
	st := &s.sites[i]
	if st.facing != closing {
		return false
	}
	if !s.possessive(st) {
		return true
	}
	for j := i + 1; j < min(len(s.sites), i+reach); j++ {
		next := &s.sites[j]
		if next.token < 0 || next.mark.opens >= 0 && !rules[next.mark.opens].Single {
			continue
		}
		if next.facing == opening {
			return true
		}
		if next.facing == closing && next.mark.closes&s.single != 0 && !s.possessive(next) {
			return false
		}
	}
	return true
}

// possessive reports whether a closing single mark could be the apostrophe of
// a plural: an "s" before it and a word after it.
func (s *scan) possessive(st *site) bool {
	at := st.span.Start
	if at == 0 || s.text[at-1]|0x20 != 's' && s.text[at-1]|0x20 != 'z' && s.text[at-1]|0x20 != 'x' {
		return false
	}
	t := st.token + 1
	if int(t) >= len(s.seg.Tokens) {
		return false
	}
	next := s.seg.Tokens[t].Span
	c := s.text[next.Start]
	return next.Start > st.span.End && (c >= 0x80 || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || digit(c)) && s.text[st.span.End] == ' '
}

// singleOpens decides whether the single mark of site i, which faces words,
// opens a quotation: something must close it in this paragraph, or it is
// curly and the paragraph ends open.
func (s *scan) singleOpens(i int) bool {
	rule := s.sites[i].mark.opens
	for j := i + 1; j < min(len(s.sites), i+reach); j++ {
		next := &s.sites[j]
		if next.token >= 0 && next.facing == closing && next.mark.closes&(1<<rule) != 0 && next.token > s.sites[i].token+1 {
			return true
		}
	}
	return rules[rule].Runs && len(s.stack) == 0
}
