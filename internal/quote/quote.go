package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/record"
)

// A Finder finds quotations. It is safe for use by several goroutines at
// once.
type Finder struct {
	marks  map[string]mark
	single uint32 // the rules whose marks look like apostrophes
}

// A mark is what one token can do: open the quotations of one rule, close
// those of several.
type mark struct {
	opens  int8   // index into rules, or -1
	closes uint32 // bit i: closes those of rule i
}

// New makes a finder.
func New() *Finder {
	f := &Finder{marks: map[string]mark{}}
	get := func(w string) mark {
		if m, ok := f.marks[w]; ok {
			return m
		}
		return mark{opens: -1}
	}
	for i := range rules {
		if rules[i].Single {
			f.single |= 1 << i
		}
		for _, w := range rules[i].Open {
			if m := get(w); m.opens < 0 {
				m.opens = int8(i)
				f.marks[w] = m
			}
		}
		for _, w := range rules[i].Close {
			m := get(w)
			m.closes |= 1 << i
			f.marks[w] = m
		}
	}
	return f
}

// Find returns the quotations of a report, in order of their opening.
func (f *Finder) Find(seg *annot.Segmentation) *annot.Quotations {
	s := scan{Finder: f, seg: seg, text: seg.Text.String()}
	for i := 0; i < len(seg.Sentences); {
		block := seg.Sentences[i].Block
		first := seg.Sentences[i].First
		for i < len(seg.Sentences) && seg.Sentences[i].Block == block {
			i++
		}
		s.paragraph(block, first, seg.Sentences[i-1].End)
	}
	s.give(s.pending)
	q, err := annot.NewQuotations(seg, s.layer())
	if err != nil { // a bug of ours; nothing is claimed then
		return &annot.Quotations{}
	}
	return q
}

// An open is a quotation that has not been closed yet.
type open struct {
	row   int // index into rows
	rule  int
	start int  // offset where its present piece begins
	odd   bool // an odd number of marks like it stand before it in its paragraph
}

// A row is a quotation being made.
type row struct {
	annot.Quotation
	opening text.Span // its first mark
	dropped bool      // an apostrophe after all
}

// A scan is one walk over the tokens of a report.
type scan struct {
	*Finder
	seg     *annot.Segmentation
	text    string
	rows    []row
	stack   []open // open in this paragraph, outermost first
	pending []open // left open by the paragraph before
	last    annot.BlockID
	sites   []site // the marks of this paragraph
	stray   []text.Span
	toggles int // marks of this paragraph that look the same on either side
}

// A site is a mark in a paragraph.
type site struct {
	token  annot.TokenID
	span   text.Span
	mark   mark
	facing facing
}

// facing is what the space around a mark tells.
type facing uint8

const (
	eitherWay facing = iota
	opening          // space before, none after
	closing          // none before, space or a mark after
)

// paragraph reads the tokens [first,end) of a block.
func (s *scan) paragraph(block annot.BlockID, first, end annot.TokenID) {
	s.findSites(first, end)
	s.toggles = 0
	s.reopen(block, first)
	s.last = block
	for i := range s.sites {
		if s.sites[i].token >= 0 {
			s.step(i)
		}
		if m := s.sites[i].mark; m.opens >= 0 && rules[m.opens].Toggles {
			s.toggles++
		}
	}
	s.leave(s.seg.Tokens[end-1].Span.End)
}

// findSites collects the marks among the tokens.
func (s *scan) findSites(first, end annot.TokenID) {
	s.sites = s.sites[:0]
	for t := first; t < end; t++ {
		sp := s.seg.Tokens[t].Span
		if n := sp.Len(); n > 8 || !leads(s.text[sp.Start]) {
			continue
		}
		m, ok := s.marks[s.text[sp.Start:sp.End]]
		if !ok {
			continue
		}
		s.sites = append(s.sites, site{t, sp, m, s.face(t, first, end)})
	}
}

// leads reports whether a token that begins with c can be a mark at all.
func leads(c byte) bool {
	switch c {
	case '"', '\'', '`', ',', '&', 0xC2, 0xE2, 0xE3, 0xEF:
		return true
	}
	return false
}

// face tells which way the mark t faces from what stands beside it.
func (s *scan) face(t, first, end annot.TokenID) facing {
	sp := s.seg.Tokens[t].Span
	before := t == first || s.seg.Tokens[t-1].Span.End < sp.Start || s.leansOn(t-1)
	word := false // what words may begin with stands right after it
	if t+1 < end && s.seg.Tokens[t+1].Span.Start == sp.End {
		r, _ := utf8.DecodeRuneInString(s.text[sp.End:])
		word = unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("([$£€#@¿¡", r)
		if before && !word { // “‘And, “...and
			word = strings.ContainsRune("“‘„«‹\"'`…—–-", r) || strings.HasPrefix(s.text[sp.End:], "..")
		}
	}
	switch {
	case before && word:
		return opening
	case !before && !word:
		return closing
	}
	return eitherWay
}

// leansOn reports whether words may open a quotation right after token t: a
// bracket, a dash, another opening mark.
func (s *scan) leansOn(t annot.TokenID) bool {
	sp := s.seg.Tokens[t].Span
	switch r, _ := utf8.DecodeRuneInString(s.text[sp.Start:sp.End]); r {
	case '(', '[', '{', '—', '–', '-', '/', '=', '“', '‘', '„', '«', '‹', '`', '‚':
		return true
	case '"', '\'':
		return t == 0 || s.seg.Tokens[t-1].Span.End < sp.Start // one that opens itself
	}
	return false
}

// reopen joins the paragraph's first marks to the quotations that the
// paragraph before left open, and gives up those that are not opened again.
func (s *scan) reopen(block annot.BlockID, first annot.TokenID) {
	left := s.pending
	s.pending = nil
	if len(left) == 0 {
		return
	}
	n := 0
	if s.follows(block) {
		for n < len(left) && n < len(s.sites) {
			st := &s.sites[n]
			if st.token != first+annot.TokenID(n) || int(st.mark.opens) != left[n].rule {
				break
			}
			left[n].start = st.span.Start
			s.stack = append(s.stack, left[n])
			st.token = annot.None // done with
			n++
		}
	}
	s.give(left[n:])
}

// follows reports whether a paragraph goes on where the last one ended: both
// are body, and only furniture stands between.
func (s *scan) follows(block annot.BlockID) bool {
	for b := s.last + 1; b < block; b++ {
		if s.seg.Blocks[b].Kind != annot.Furniture {
			return false
		}
	}
	return s.seg.Blocks[block].Kind == annot.Body && s.seg.Blocks[s.last].Kind == annot.Body
}

// layer makes the layer out of the rows that have been kept.
func (s *scan) layer() annot.Quotations {
	q := annot.Quotations{}
	number := make([]annot.QuotationID, len(s.rows))
	for i := range s.rows {
		r := &s.rows[i]
		number[i] = annot.QuotationID(len(q.List))
		if r.Parent != annot.None {
			r.Parent = number[r.Parent]
		}
		if r.dropped || len(r.Pieces) == 0 {
			number[i] = r.Parent // what it held belongs to what holds it
			continue
		}
		if !r.Balanced {
			q.Doubts = append(q.Doubts, annot.Doubt{Code: record.DoubtUnbalancedQuote, Span: r.opening})
		}
		q.List = append(q.List, r.Quotation)
	}
	for _, sp := range s.stray {
		q.Doubts = append(q.Doubts, annot.Doubt{Code: record.DoubtUnbalancedQuote, Span: sp})
	}
	slices.SortStableFunc(q.Doubts, func(a, b annot.Doubt) int { return a.Span.Compare(b.Span) })
	return q
}
