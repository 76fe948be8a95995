package gold

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/record"
)

// finder resolves quoted words to spans of code points.
type finder struct {
	text  string
	runes []int // code points before each byte offset
}

func newFinder(text string) *finder {
	f := &finder{text: text, runes: make([]int, len(text)+1)}
	n := 0
	for i := range text {
		f.runes[i] = n
		n++
	}
	f.runes[len(text)] = n
	return f
}

// spans resolves the pieces of one thing: "words / words".
func (f *finder) spans(s string) (record.Spans, error) {
	out := record.Spans{}
	for _, piece := range strings.Split(s, " / ") {
		sp, err := f.span(strings.TrimSpace(piece))
		if err != nil {
			return nil, err
		}
		out = append(out, sp)
	}
	return out, nil
}

// span resolves one piece, abbreviated with " … " or whole.
func (f *finder) span(s string) (record.Span, error) {
	from, to, abbreviated := strings.Cut(s, " … ")
	start, end, err := f.find(from, 0)
	if err != nil {
		return record.Span{}, err
	}
	if abbreviated {
		if _, end, err = f.find(to, end); err != nil {
			return record.Span{}, err
		}
	}
	return record.Span{f.runes[start], f.runes[end]}, nil
}

// find returns the bytes of the n-th occurrence of words ("words#n"; the
// first where no number is given) at or after a byte offset.
func (f *finder) find(words string, from int) (start, end int, err error) {
	n := 1
	if w, num, ok := strings.Cut(words, "#"); ok {
		if k, err := strconv.Atoi(num); err == nil && k > 0 {
			words, n = w, k
		}
	}
	if words == "" {
		return 0, 0, fmt.Errorf("no words")
	}
	for at := from; ; {
		i := strings.Index(f.text[at:], words)
		if i < 0 {
			return 0, 0, fmt.Errorf("the text lacks %q (occurrence %d after byte %d)", words, n, from)
		}
		start, end = at+i, at+i+len(words)
		if f.whole(start, end) {
			if n--; n == 0 {
				return start, end, nil
			}
		}
		at = start + 1
		for at < len(f.text) && !utf8.RuneStart(f.text[at]) {
			at++
		}
	}
}

// whole reports whether no word is cut at either end.
func (f *finder) whole(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:start])
	first, _ := utf8.DecodeRuneInString(f.text[start:])
	last, _ := utf8.DecodeLastRuneInString(f.text[:end])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	cut := func(a, b rune) bool { return word(a) && word(b) }
	return (start == 0 || !cut(before, first)) && (end == len(f.text) || !cut(last, after))
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
