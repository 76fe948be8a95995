package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A reader reads one report.
type reader struct {
	*lists
	seg    *annot.Segmentation
	syn    *annot.Syntax
	text   string
	words  []string // by token
	lower  []string // by token, in lower case
	flags  []flags
	sents  []annot.SentenceID
	drafts []draft
	owner  []int // by token: the draft of the name it belongs to, or -1

	proposed   []proposal      // by token: the name that a model sees begin there
	lowered    map[string]bool // words that the report also writes small
	unhyphened map[string]bool // see alone; nil until it is asked for
	byName     map[string][]int
	ofBusiness bool // the report tells of firms
}

// flags say what a token looks like.
type flags uint16

const (
	isCap   flags = 1 << iota // begins with a capital
	isUpper                   // capitals alone, two or more letters
	inTime                    // part of a time expression
	opens                     // first word of its sentence or of a quotation in it
	inTitle                   // part of a title
	inHead                    // in a headline, where capitals tell little
	isWord                    // begins with a letter or a digit
	glued                     // no space before it
	isMod                     // an adjective or a modifier that is no mention of its own
	isTaken                   // head of a nominal mention
)

func newReader(l *lists, seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times) *reader {
	n := len(seg.Tokens)
	r := &reader{lists: l, seg: seg, syn: syn, text: seg.Text.String(),
		words: make([]string, n), lower: make([]string, n), flags: make([]flags, n), sents: make([]annot.SentenceID, n),
		owner: make([]int, n), lowered: map[string]bool{}, byName: map[string][]int{}}
	for i := range seg.Sentences {
		r.look(annot.SentenceID(i))
	}
	if times != nil {
		for _, x := range times.List {
			first, end := seg.Within(x.Span)
			for t := first; t < end; t++ {
				r.flags[t] |= inTime
			}
		}
	}
	return r
}

// look notes the forms of a sentence's tokens.
func (r *reader) look(id annot.SentenceID) {
	s := r.seg.Sentences[id]
	first := true
	for t := s.First; t < s.End; t++ {
		w := r.seg.Word(t)
		r.words[t], r.lower[t], r.sents[t], r.owner[t] = w, strings.ToLower(w), id, -1
		f := shape(w)
		if t > s.First && r.seg.Tokens[t-1].Span.End == r.seg.Tokens[t].Span.Start {
			f |= glued
		}
		if r.seg.Blocks[s.Block].Kind == annot.Headline {
			f |= inHead
		}
		if f&isWord != 0 {
			if first {
				f |= opens
			}
			first = false
			if f&isCap == 0 {
				r.lowered[w] = true
			}
		} else if opensQuote(w) || w == ":" || w == "—" || w == "–" && f&glued == 0 {
			first = true
		}
		r.flags[t] = f
	}
}

func shape(w string) flags {
	c, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
		return 0
	}
	f := isWord
	if isMoney(w) {
		return f
	}
	if unicode.IsUpper(c) {
		f |= isCap
	}
	letters := 0
	for _, c := range w {
		if unicode.IsLower(c) {
			return f
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	if letters >= 2 {
		f |= isUpper
	}
	return f
}

// isMoney reports whether a token is the sign of a currency with the letters of
// its country: "C$".
func isMoney(w string) bool {
	c, _ := utf8.DecodeLastRuneInString(w)
	return unicode.Is(unicode.Sc, c)
}

// opensQuote reports whether a token is a mark that can open a quotation.
func opensQuote(w string) bool {
	switch w {
	case "“", "\"", "``", "‘", "«", "„", "'":
		return true
	}
	return false
}

func (r *reader) has(t annot.TokenID, f flags) bool { return r.flags[t]&f != 0 }

func (r *reader) word(t annot.TokenID) *annot.Word { return &r.syn.Words[t] }

func (r *reader) pos(t annot.TokenID) ud.UPOS { return r.syn.Words[t].UPOS }

func (r *reader) rel(t annot.TokenID) ud.DepRel { return r.syn.Words[t].Rel }

func (r *reader) head(t annot.TokenID) annot.TokenID { return r.syn.Words[t].Head }

// lemma returns the lemma of t: for the forms of irregular verbs that matter
// here by the lists, which are surer than a model.
func (r *reader) lemma(t annot.TokenID) string {
	if l, ok := r.irregular[r.lower[t]]; ok {
		return l
	}
	return r.syn.Words[t].Lemma
}

// bounds returns the tokens of t's sentence.
func (r *reader) bounds(t annot.TokenID) (first, end annot.TokenID) {
	s := r.seg.Sentences[r.sents[t]]
	return s.First, s.End
}

// in reports whether t is a token of the sentence of u.
func (r *reader) in(t, u annot.TokenID) bool {
	first, end := r.bounds(u)
	return t >= first && t < end
}

// phrase returns the value of the longest phrase that begins at t and ends
// with a token of its sentence, and the token after it; or -1.
func (r *reader) phrase(p phrases, t annot.TokenID) (value int32, end annot.TokenID) {
	_, stop := r.bounds(t)
	start := r.seg.Tokens[t].Span.Start
	value, n := p.Match(r.text[start:r.seg.Tokens[stop-1].Span.End], r.lower[t])
	if value < 0 {
		return -1, t
	}
	for end = t; end < stop && r.seg.Tokens[end].Span.End <= start+n; end++ {
	}
	if end == t || r.seg.Tokens[end-1].Span.End != start+n {
		return -1, t
	}
	return value, end
}

// phrases is a list of phrases to be found in text.
type phrases interface {
	Match(s, lower string) (int32, int)
}

// prep returns the preposition that governs t, in lower case: its case
// dependent, or else the preposition that stands right before it or before its
// article.
func (r *reader) prep(t annot.TokenID) string {
	p := ""
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.Case && c < t && r.words[c] != "'s" {
			p = r.lower[c]
		}
	}
	if p != "" {
		return p
	}
	return r.surfacePrep(t)
}

// surfacePrep returns the preposition right before a name or noun, an article
// between them aside.
func (r *reader) surfacePrep(t annot.TokenID) string {
	if o := r.owner[t]; o >= 0 {
		t = r.drafts[o].first
	}
	start, _ := r.bounds(t)
	if t--; t > start && (r.lower[t] == "the" || r.lower[t] == "a") {
		t--
	}
	if t >= start && r.pos(t) == ud.ADP {
		return r.lower[t]
	}
	return ""
}

// heads reports whether t, a token of the name [first, last], is its head:
// the first token whose own head lies outside.
func (r *reader) headIn(first, last annot.TokenID) annot.TokenID {
	for t := first; t <= last; t++ {
		if h := r.head(t); (h < first || h > last) && r.pos(t) != ud.PUNCT {
			return t
		}
	}
	return last
}

// whole returns the span of the noun phrase of head: title, modifiers,
// apposition and relative clause, without what is coordinated with it, without
// its preposition and without closing marks.
func (r *reader) whole(head annot.TokenID) annot.Span {
	left, right := head, head
	for c := range r.syn.Children(head) {
		switch r.rel(c) {
		case ud.Det, ud.DetPredet, ud.Amod, ud.Compound, ud.Flat, ud.Nummod, ud.Nmod, ud.NmodPoss, ud.NmodDesc,
			ud.NmodUnmarked, ud.Appos, ud.Acl, ud.AclRelcl, ud.Fixed, ud.Goeswith:
			l, e := r.syn.Edges(c)
			left, right = min(left, l), max(right, e)
		case ud.Conj, ud.Parataxis:
			if c > head {
				return r.seg.SpanOf(left, r.trim(head, right))
			}
		}
	}
	return r.seg.SpanOf(left, r.trim(head, right))
}

// trim steps back over closing marks.
func (r *reader) trim(head, right annot.TokenID) annot.TokenID {
	for right > head && !r.has(right, isWord) && r.words[right] != ")" && r.words[right] != "%" {
		right--
	}
	return right
}
