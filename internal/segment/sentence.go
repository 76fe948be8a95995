package segment

import (
	"readout/internal/annot"
	"readout/internal/text"
)

// A site is a place inside a paragraph where a sentence may end.
type site struct {
	*lexer
	first  int  // the first token of the sentence
	mark   int  // the token that may end it: a stop, "?", an abbreviation
	end    int  // the first token after it and the marks that close with it
	next   int  // the first word from end on, opening marks passed over
	last   int  // the end of the paragraph's tokens
	depth  int  // brackets open at the mark
	quoted bool // a quotation mark closes with it
	gap    bool // space before end
}

// closed reports whether anything closes with the mark.
func (st *site) closed() bool { return st.end > st.mark+1 }

// opened reports whether opening marks stand before the next word.
func (st *site) opened() bool { return st.next > st.end }

// capital reports whether the next word has a capital.
func (st *site) capital() bool { return isUpper(st.s, st.tokens[st.next].Span.Start) }

// small reports whether the next word has a small letter.
func (st *site) small() bool { return st.kinds[st.next] == lower }

// before returns the kind of the word before the mark.
func (st *site) before() kind { return st.kinds[max(st.mark-1, st.first)] }

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

// maxTokens is the most tokens that one sentence has. What goes on longer is no
// sentence but a list or a fault of layout, and the time and memory of a tree
// grow with the square of its length.
const maxTokens = 400

// capped cuts sentences that are too long, behind a comma where one is near.
func (l *lexer) capped(in []annot.Sentence) []annot.Sentence {
	out := in[:0:0]
	for _, s := range in {
		first, end := int(s.First), int(s.End)
		for end-first > maxTokens {
			cut := first + maxTokens
			for k := cut; k > cut-maxTokens/4; k-- {
				if b := l.tokens[k-1].Span; l.s[b.Start:b.End] == "," {
					cut = k
					break
				}
			}
			out = append(out, l.sentence(first, cut, s.Block))
			first = cut
		}
		out = append(out, l.sentence(first, end, s.Block))
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

// boundary decides whether a sentence ends at a site: it does unless a rule
// says that it goes on.
func boundary(st *site) bool {
	st.next = st.end
	for st.next < st.last && (st.kinds[st.next] == openMark || st.kinds[st.next] == openBracket) {
		st.next++
	}
	return st.next == st.last || goesOn(st) == nil
}

// goesOn returns the first rule by which a sentence goes on at a site, or
// nil.
func goesOn(st *site) *sentenceRule {
	for i := range sentenceRules {
		if sentenceRules[i].Match(st) {
			return &sentenceRules[i]
		}
	}
	return nil
}

// attributed reports whether a name and a verb that attributes the quotation
// before them come next.
func (st *site) attributed() bool {
	i := st.next
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
