package segment

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
)

// A Segmenter cuts texts into blocks, sentences and tokens. It is safe for
// use by several goroutines at once.
type Segmenter struct {
	words     *vocabulary
	frame     *frameWords
	languages *languages
}

// New reads the word lists: abbreviations.txt, segmentation.txt, agencies.txt,
// furniture.txt and languages.txt.
func New(fsys fs.FS) (*Segmenter, error) {
	v, err := loadVocabulary(fsys)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	w, err := loadFrameWords(fsys)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	l, err := loadLanguages(fsys)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Segmenter{words: v, frame: w, languages: l}, nil
}

// Segment reads a text. It takes time linear in its length.
func (g *Segmenter) Segment(t *text.Text, src annot.Source) *annot.Segmentation {
	s := t.String()
	var regions []region
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		regions = layout(s)
	}
	f := newFrame(g, s, src, regions)
	f.classify()
	b := builder{frame: f, lexer: lexer{vocabulary: g.words, s: s, layout: regions}, seg: annot.Segmentation{Text: t}}
	b.tokens = make([]annot.Token, 0, len(s)/4+16)
	b.kinds = make([]kind, 0, len(s)/4+16)
	b.build()
	b.seg.Tokens, b.seg.Sentences = b.tokens, b.capped(b.seg.Sentences)
	checked, err := annot.NewSegmentation(b.seg)
	if err != nil { // a bug of ours; an empty reading is the honest answer
		return &annot.Segmentation{Text: t}
	}
	return checked
}

// A builder turns the parts of a frame into blocks with their sentences.
type builder struct {
	lexer
	frame *frame
	seg   annot.Segmentation
}

func (b *builder) build() {
	lastBody, first := b.frame.lastBody(), b.frame.firstRunning
	if first < 0 {
		first = b.frame.firstBody
	}
	for i := range b.frame.parts {
		p := &b.frame.parts[i]
		switch p.kind {
		case annot.Body:
			b.body(i, first, i == lastBody)
		case annot.Headline:
			b.read(b.block(p.span, p.kind, p.by), p.span)
		default:
			b.block(p.span, p.kind, p.by)
			b.frameLabel(i)
		}
	}
}

// lastBody returns the last part that is body, or -1.
func (f *frame) lastBody() int {
	for i := len(f.parts) - 1; i >= 0; i-- {
		if f.parts[i].kind == annot.Body {
			return i
		}
	}
	return -1
}

// body makes the blocks of a paragraph: what is read of it, and the dateline
// and credit at its ends.
func (b *builder) body(i, first int, last bool) {
	p := &b.frame.parts[i]
	if n := postLead(b.s[p.span.Start:p.span.End]); n > 0 {
		b.read(b.block(p.span, annot.Body, p.by), annot.Span{Start: p.span.Start + n, End: p.span.End})
		return
	}
	read := p.span
	var creditFrom annot.Span
	if s := b.s[p.span.Start:p.span.End]; last {
		if at, name := b.frame.trailingCredit(s); at < len(s) && at > 0 {
			creditFrom = annot.Span{Start: p.span.Start + at, End: p.span.End}
			read.Start, read.End = trim(b.s, p.span.Start, creditFrom.Start)
			if b.seg.Credit == nil {
				at := creditFrom.Start + strings.Index(b.s[creditFrom.Start:creditFrom.End], name)
				b.seg.Credit = &annot.Label{Span: creditFrom, Name: annot.Span{Start: at, End: at + len(name)}}
			}
		}
	}
	d, ok := b.frame.dateline(b.s[read.Start:read.End], i == first)
	if ok && d.by != "" {
		by := annot.Span{Start: read.Start, End: read.Start + len(d.by)}
		b.block(by, annot.Byline, "segment/byline-before-dateline")
		names, _ := b.frame.byline(d.by, false)
		b.seg.Byline = b.frame.label(i, by, names)
		start, _ := trim(b.s, by.End, read.End)
		d.end -= start - read.Start
		read.Start = start
	}
	if head := i <= first; ok && (head || d.full) {
		whole := annot.Span{Start: read.Start, End: read.Start + len(strings.TrimRight(b.s[read.Start:read.Start+d.end], " \u00A0\t\n"))}
		words := annot.Span{Start: read.Start + d.end, End: read.End}
		switch {
		case head && d.place != "" && b.seg.Dateline == nil:
			b.dateline(i, whole, &d)
			b.read(b.block(read, annot.Body, p.by), words)
		case head && d.place == "":
			b.dateline(i, whole, &d)
			b.block(whole, annot.Credit, "segment/dateline-without-place")
			b.read(b.block(words, annot.Body, p.by), words)
		default:
			b.block(whole, annot.Furniture, "segment/dateline-again")
			b.read(b.block(words, annot.Body, p.by), words)
		}
	} else {
		b.read(b.block(read, annot.Body, p.by), read)
	}
	if !creditFrom.Empty() {
		b.block(creditFrom, annot.Credit, "segment/credit-after-text")
	}
}

// postLead returns how many bytes at the beginning of a post say that it is
// passed on, and are nobody's words: "RT " before a handle, and the handle too
// where no colon makes it the speaker.
func postLead(s string) int {
	rest, ok := strings.CutPrefix(s, "RT @")
	if !ok {
		return 0
	}
	if end := strings.IndexAny(rest, " :\t\n"); end > 0 && end+1 < len(rest) && rest[end] == ' ' {
		return len("RT @") + end + 1
	}
	return len("RT ")
}

// dateline notes place, date and agency of the report's dateline.
func (b *builder) dateline(i int, whole annot.Span, d *dateline) {
	if d.place != "" {
		b.seg.Dateline = b.frame.label(i, whole, d.place)
	}
	if d.date != "" {
		b.seg.DateWords = b.frame.locate(i, d.date)
	}
	if d.agency != "" && b.seg.Credit == nil {
		name := b.frame.locate(i, d.agency)
		b.seg.Credit = &annot.Label{Span: name, Name: name}
	}
}

// frameLabel notes what the byline, credit or date line i says.
func (b *builder) frameLabel(i int) {
	p := &b.frame.parts[i]
	switch p.kind {
	case annot.Byline:
		if b.seg.Byline == nil {
			names, _ := b.frame.byline(p.words, true)
			if names == "" {
				names = strings.Trim(p.words, creditEdges)
			}
			b.seg.Byline = b.frame.label(i, p.span, names)
		}
	case annot.Credit:
		name, ok := b.frame.agency(p.words)
		if !ok {
			name = strings.Trim(p.words, creditEdges)
		}
		b.seg.Credit = b.frame.label(i, p.span, name) // the last one stands
	case annot.Furniture:
		switch p.by {
		case "segment/date-line":
			if words := b.frame.dateWords(p); words != "" && b.seg.DateWords.Empty() && b.frame.before(i) {
				b.seg.DateWords = b.frame.locate(i, words)
			}
		case "segment/place-line":
			if d, ok := b.frame.filed(strings.TrimRight(p.words, " -–—")); ok && b.seg.Dateline == nil {
				b.dateline(i, p.span, &d)
			}
		}
	}
}

// block appends a block and returns its number.
func (b *builder) block(sp annot.Span, k annot.BlockKind, by annot.By) annot.BlockID {
	b.seg.Blocks = append(b.seg.Blocks, annot.Block{Span: sp, Kind: k, By: by})
	return annot.BlockID(len(b.seg.Blocks) - 1)
}

// read cuts a stretch of a block into tokens and sentences.
func (b *builder) read(block annot.BlockID, sp annot.Span) {
	first := len(b.tokens)
	b.lex(sp.Start, sp.End)
	b.seg.Sentences = b.sentences(first, block, b.seg.Sentences)
}
