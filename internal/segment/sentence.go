package segment

import (
	"readout/internal/annot"
	"readout/internal/text"
)

// A site is a place in a paragraph where a sentence may end.
type site struct {
	*lexer
	first, mark int // the first token of the sentence; the token that may end it
	end         int // the first token after it and its closing marks
	last        int // the end of the paragraph's tokens
	depth       int // brackets open at the mark
	quoted      bool
	gap         bool // space before end
}

// word returns the words of token i.
func (l *lexer) token(i int) string {
	return l.s[l.tokens[i].Span.Start:l.tokens[i].Span.End]
}

// sentences cuts the tokens [first,len) into sentences and appends them.
func (l *lexer) sentences(first int, block annot.BlockID, out []annot.Sentence) []annot.Sentence {
	last, depth := len(l.tokens), 0
	begin := first
	for i := first; i < last; i++ {
		switch k := l.kinds[i]; {
		case k == openBracket:
			depth++
		case k == closeBracket:
			depth = max(0, depth-1)
		case k == bullet && i > begin && l.gapBefore(i):
			out = append(out, l.sentence(begin, i, block))
			begin = i
		case k >= stop && k <= initial:
			st := l.site(begin, i, last, depth)
			if st.end < last && !boundary(&st) {
				continue
			}
			for ; i < st.end; i++ {
				if l.kinds[i] == closeBracket {
					depth = max(0, depth-1)
				}
			}
			i = st.end - 1
			out = append(out, l.sentence(begin, st.end, block))
			begin = st.end
		}
	}
	if begin < last {
		out = append(out, l.sentence(begin, last, block))
	}
	return out
}

func (l *lexer) sentence(first, end int, block annot.BlockID) annot.Sentence {
	return annot.Sentence{
		Span:  text.Span{Start: l.tokens[first].Span.Start, End: l.tokens[end-1].Span.End},
		Block: block, First: annot.TokenID(first), End: annot.TokenID(end),
	}
}

// gapBefore reports whether space parts token i from the one before.
func (l *lexer) gapBefore(i int) bool {
	return l.tokens[i].Span.Start > l.tokens[i-1].Span.End
}

// site looks at token i and what closes after it.
func (l *lexer) site(begin, i, last, depth int) site {
	st := site{lexer: l, first: begin, mark: i, end: i + 1, last: last, depth: depth}
	for st.end < last {
		switch k := l.kinds[st.end]; {
		case k == closeMark && !(l.gapBefore(st.end) && l.opensNext(st.end, last)):
			st.quoted = true
		case k == closeBracket && !l.gapBefore(st.end):
		case k == stop || k == question || k == ellipsis:
		case st.reference():
			st.end += 2
		default:
			st.gap = l.gapBefore(st.end)
			return st
		}
		st.end++
	}
	return st
}

// reference reports whether a note's number or a cut in brackets follows
// ("[4]", "[...]"): it belongs to the sentence before it.
func (st *site) reference() bool {
	i := st.end
	return i+2 < st.last && st.token(i) == "[" && st.token(i+2) == "]" && (st.kinds[i+1] == number || st.kinds[i+1] == ellipsis)
}

// opensNext reports whether the mark i, with space before it, stands against
// the word after it and so cannot close.
func (l *lexer) opensNext(i, last int) bool { return i+1 < last && !l.gapBefore(i+1) }

// boundary decides whether a sentence ends at a site that is not the end of
// its paragraph.
func boundary(st *site) bool {
	k := st.kinds[st.mark]
	next := st.end
	for next < st.last && (st.kinds[next] == openMark || st.kinds[next] == openBracket) {
		next++
	}
	opened := next > st.end
	if next == st.last {
		return true
	}
	nk := st.kinds[next]
	word := st.token(next)
	if !st.gap && !opened && !(k == stop && nk == upper && st.end == st.mark+1 && st.kinds[max(st.mark-1, st.first)] == lower) {
		return false
	}
	if nk == pause || nk == closeMark || nk == closeBracket {
		return false
	}
	if st.depth > 0 && st.end == st.mark+1 && st.bracketGoesOn() {
		return false
	}
	if st.end > st.mark+1 && nk == lower && !opened {
		return false
	}
	if st.end == st.mark+1 && (st.mark == st.first && k != question || st.mark == st.first+1 && k == stop && st.kinds[st.first] == number) {
		return false // "P.S.", "2."
	}
	switch k {
	case listMark, abbrName, initial:
		return st.end > st.mark+1 && k != listMark
	case abbr, acronym:
		return nk == upper && (folded(st.starters, word) || opened && st.quoted) || st.end > st.mark+1 && nk == upper
	case abbrClose:
		return nk == upper && !st.afterClock(word) || opened && st.kinds[st.end] == openMark
	case ellipsis:
		return nk == upper || opened && nk != lower
	case question:
		if nk == lower {
			return !st.quoted && !opened && st.kinds[max(st.mark-1, st.first)] == lower
		}
		if st.quoted && (nk == upper || nk == abbrName || nk == initial) && st.attributed(next) {
			return false
		}
		return true
	}
	if nk == dash {
		return !st.quoted
	}
	return true
}

// attributed reports whether the tokens from i are a name and a verb that
// attributes the quotation before them.
func (st *site) attributed(i int) bool {
	for n := 0; n < 5 && i < st.last; n, i = n+1, i+1 {
		switch k := st.kinds[i]; {
		case k == lower && n > 0 && folded(st.attributing, st.token(i)):
			return true
		case k != upper && k != abbrName && k != initial:
			return false
		case n == 0 && folded(st.starters, st.token(i)) && st.token(i) != "I":
			return false
		}
	}
	return false
}

// bracketGoesOn reports whether the bracket that is open at the site closes
// within the sentence around it.
func (st *site) bracketGoesOn() bool {
	depth := st.depth
	for i := st.end; i < st.last && i < st.end+60; i++ {
		switch st.kinds[i] {
		case openBracket:
			depth++
		case closeBracket:
			if depth--; depth < st.depth {
				return i+1 < st.last && (st.kinds[i+1] == lower || st.kinds[i+1] == pause)
			}
		}
	}
	return false
}
