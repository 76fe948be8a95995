package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/text"
)

// A part is a paragraph on its way to becoming a block.
type part struct {
	paragraph
	words string // its words, layout left out
	low   string // the same in lower case without marks at its edges; empty for a long part
	shape shape  // of a part that is not long
	kind  annot.BlockKind
	by    annot.By
}

// long reports whether a part is too long for anything but a paragraph.
func (p *part) long() bool { return p.low == "" && len(p.words) > longPart }

// longPart is the length from which on a part is body without further ado, in
// bytes. Headlines, captions and notices are shorter.
const longPart = 400

// A frame is the parts of one report while they are told apart.
type frame struct {
	*frameWords
	vocabulary *vocabulary
	s          string
	src        annot.Source
	title      string // the caller's, as compared
	parts      []part
	turns      map[string]int // labels of speakers, and how many parts each opens

	firstBody    int // the first part so far that is body, or -1
	firstRunning int // the first part so far that is running text, or -1
	lastKept     int // the last part so far that is no furniture, or -1
}

func newFrame(g *Segmenter, s string, src annot.Source, regions []region) *frame {
	f := &frame{frameWords: g.frame, vocabulary: g.words, s: s, src: src, title: comparable(src.Title)}
	ps := paragraphs(s, regions)
	f.parts = make([]part, len(ps))
	for i, p := range ps {
		words := s[p.span.Start:p.span.End]
		for len(regions) > 0 && regions[0].End <= p.span.Start {
			regions = regions[1:]
		}
		if len(regions) > 0 && regions[0].Start < p.span.End {
			words = without(s, p.span, regions)
		}
		f.parts[i] = part{paragraph: p, words: words}
		if len(words) <= longPart {
			f.parts[i].low = strings.Trim(lowerASCII(words), edgeMarks)
			f.parts[i].shape = shapeOf(words)
		}
		if label := turnLabel(words); label != "" {
			if f.turns == nil {
				f.turns = map[string]int{}
			}
			f.turns[label]++
		}
	}
	return f
}

// longestLabel bounds the label of a turn, in bytes.
const longestLabel = 50

// turnLabel returns what stands before the colon that a paragraph opens with,
// or "": "Ostrand" of "Ostrand: We agreed."
func turnLabel(s string) string {
	at := strings.IndexAny(s[:min(len(s), longestLabel)], ":.,;?!\"“”")
	if at <= 0 || s[at] != ':' || at+1 >= len(s) || s[at+1] > ' ' {
		return ""
	}
	return s[:at]
}

// turn reports whether a paragraph opens with a label that opens others too:
// it is a turn in a transcript, no headline, and what stands before its colon
// is no place.
func (f *frame) turn(s string) bool {
	label := turnLabel(s)
	return label != "" && f.turns[label] > 1
}

// lowerASCII returns s with its ASCII capitals made small.
func lowerASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// edgeMarks are the marks that lines of a page wear at their edges.
const edgeMarks = " \u00A0\t*_|»«›‹>→▶►•·-–—()[]{}.!…\"“”"

// without returns the words of a span, regions cut out of it.
func without(s string, sp text.Span, regions []region) string {
	var b strings.Builder
	at := sp.Start
	for _, r := range regions {
		if r.Start >= sp.End {
			break
		}
		b.WriteString(s[at:r.Start])
		if s[r.Start] == '&' || r.breaks > 0 {
			b.WriteByte(' ')
		}
		at = r.End
	}
	b.WriteString(s[min(at, sp.End):sp.End])
	return strings.TrimSpace(b.String())
}

// comparable returns a title without what a text's first line may add to it.
func comparable(s string) string {
	return strings.TrimRight(strings.Join(strings.Fields(straightMarks.Replace(strings.ToLower(s))), " "), ".;'\" ")
}

var straightMarks = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", ".'", "'", ".\"", "\"")

// classify gives every part the kind of the first rule that fits it.
func (f *frame) classify() {
	f.firstBody, f.firstRunning, f.lastKept = -1, -1, -1
	for i := range f.parts {
		p := &f.parts[i]
		p.kind, p.by = annot.Body, "segment/paragraph"
		if !p.long() {
			for r := range blockRules {
				if blockRules[r].Match(f, i) {
					p.kind, p.by = blockRules[r].Kind, blockRules[r].ID
					break
				}
			}
		}
		if p.kind == annot.Body && f.firstBody < 0 {
			f.firstBody = i
		}
		if p.kind == annot.Body && f.firstRunning < 0 && p.running() {
			f.firstRunning = i
		}
		if p.kind != annot.Furniture {
			f.lastKept = i
		}
	}
}

// before reports whether no running text stands before i: i is at the
// report's head.
func (f *frame) before(i int) bool { return f.firstRunning < 0 || i <= f.firstRunning }

// previous returns the last part before the one being classified that is no
// furniture, or nil.
func (f *frame) previous() *part {
	if f.lastKept < 0 {
		return nil
	}
	return &f.parts[f.lastKept]
}

// running reports whether a part reads as running text: long, or a stop at
// the end.
func (p *part) running() bool {
	return p.long() || p.shape.words > 25 || p.shape.words > 4 && p.shape.stopped()
}

// bodyFollows reports whether running text follows part i, with no more than
// a few lines between.
func (f *frame) bodyFollows(i, within int) bool {
	for j := i + 1; j < len(f.parts) && j <= i+within; j++ {
		if f.parts[j].running() {
			return true
		}
	}
	return false
}

// locate returns the span of words of part i.
func (f *frame) locate(i int, words string) annot.Span {
	sp := f.parts[i].span
	if at := strings.Index(f.s[sp.Start:sp.End], words); at >= 0 && words != "" {
		return annot.Span{Start: sp.Start + at, End: sp.Start + at + len(words)}
	}
	return sp
}

// A shape is what a line looks like, apart from what its words mean. The
// counts below words are made for short lines only.
type shape struct {
	words    int
	capitals int  // words that begin with a capital or a digit
	long     int  // words of four letters and more
	longCaps int  // of these, capitalised ones
	articles int  // "a", "an", "the" in small letters
	allCaps  bool // no small letter, and at least two capitals
	letters  bool // a letter or digit at all
	last     rune // the last character that is no closing mark
	quoted   bool // begins with an opening quotation mark
}

// shortLine is up to how many words the letters of a line are looked at.
const shortLine = 25

// shapeOf looks at s, which has no space at its edges.
func shapeOf(s string) shape {
	var sh shape
	gap := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if gap && c > ' ' {
			sh.words++
		}
		gap = c <= ' '
		sh.letters = sh.letters || c >= utf8.RuneSelf || ascii[c] == letter && c != '_' || ascii[c] == digit
	}
	sh.last, _ = utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)]}›*_ \u00A0"))
	first, _ := utf8.DecodeRuneInString(s)
	sh.quoted = strings.ContainsRune("\"'“‘«„‹`", first)
	if sh.words <= shortLine {
		sh.count(s)
	}
	return sh
}

// count makes the counts of a short line.
func (sh *shape) count(s string) {
	sh.words, sh.letters = 0, false
	for w := range strings.FieldsSeq(s) {
		core := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if core == "" {
			continue
		}
		sh.words++
		sh.letters = true
		first, _ := utf8.DecodeRuneInString(core)
		capital := !unicode.IsLower(first)
		if capital {
			sh.capitals++
		}
		if len(core) >= 4 {
			sh.long++
			if capital {
				sh.longCaps++
			}
		}
		switch core {
		case "a", "an", "the":
			sh.articles++
		}
	}
	uppers, lowers := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			lowers++
		case unicode.IsUpper(r):
			uppers++
		}
	}
	sh.allCaps = lowers == 0 && uppers > 1
}

// stopped reports whether the line ends as a sentence does.
func (sh *shape) stopped() bool { return strings.ContainsRune(".?!…。", sh.last) }

// goesOn reports whether the line ends with a mark that something follows.
func (sh *shape) goesOn() bool { return strings.ContainsRune(",;:-–—", sh.last) }

// titleCase reports whether nearly all longer words are capitalised, as in an
// American headline.
func (sh *shape) titleCase() bool { return sh.long >= 2 && 4*sh.longCaps >= 3*sh.long }
