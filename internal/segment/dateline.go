package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
)

// A dateline is what stands before the first sentence of a report: place,
// date, agency and a dash. Fields are parts of the paragraph's text.
type dateline struct {
	place, date, agency string
	by                  string // the byline before it, on the same line
	end                 int    // where the dateline ends, dash and space included
	full                bool   // a date or an agency proves it
}

// maxDateline bounds a dateline, in bytes.
const maxDateline = 120

// dateline reads the dateline that opens the paragraph s. first says that the
// paragraph is the report's first, where a bare "NAIROBI –" is one too.
func (f *frame) dateline(s string, first bool) (d dateline, ok bool) {
	if !first && (len(s) < 2 || s[0] != '(' && (!isUpper(s, 0) || !isUpper(s, 1))) {
		return dateline{}, false // further ones begin with capitals
	}
	depth := 0
	for i := 0; i < min(len(s), maxDateline); i++ {
		switch c := s[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
			if depth == 0 && i < 40 && s[0] == '(' { // "(CNN) Talks ..."
				if name, ok := f.agency(s[:i+1]); ok {
					end := separatorEnd(s, i+1)
					return dateline{agency: name, end: end, full: true}, end < len(s)
				}
			}
		case depth > 0:
		case c == '.':
			if d, ok := f.stopped(s, i); ok {
				return d, true
			}
		default:
			n, weak := separator(s, i)
			if n == 0 {
				continue
			}
			d, ok = f.filed(s[:i])
			d.end = separatorEnd(s, i+n)
			if ok && d.end < len(s) && f.accepts(&d, s, s[i:i+n], weak, first) {
				return d, true
			}
			if weak || !ok && i > 60 {
				return dateline{}, false
			}
		}
	}
	return dateline{}, false
}

// stopped reads a dateline that ends in a full stop at s[i]: "GENEVA, 14 April
// 2027. Delegates". It needs a place in capitals, and a date that ends in digits.
func (f *frame) stopped(s string, i int) (d dateline, ok bool) {
	if i == 0 || i+2 >= len(s) || s[i-1] < '0' || s[i-1] > '9' || s[i+1] != ' ' || !isUpper(s, i+2) {
		return dateline{}, false
	}
	d, ok = f.filed(s[:i])
	d.end = i + 2
	return d, ok && d.date != "" && capitals(d.place)
}

// separator returns the width of a mark at s[i] that can end a dateline, or
// 0; weak marks are ends only with capitals before them.
func separator(s string, i int) (n int, weak bool) {
	switch s[i] {
	case '-', '_':
		if strings.HasPrefix(s[i:], "--") {
			return len(s[i:]) - len(strings.TrimLeft(s[i:], "-")), false
		}
		if i > 0 && (s[i-1] == ' ' || s[i-1] == ')' || i > 1 && s[i-2:i] == "\u00A0") {
			return 1, false
		}
	case 0xE2:
		if strings.HasPrefix(s[i:], "—") || strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "―") {
			return len("—"), false
		}
	case ':':
		if i+1 < len(s) && s[i+1] == ' ' {
			return 1, true
		}
	}
	return 0, false
}

// separatorEnd skips dashes, colons and space from s[i] on.
func separatorEnd(s string, i int) int {
	return len(s) - len(strings.TrimLeft(s[i:], " \u00A0\t\n-–—―_:"))
}

// filed reads the head of a dateline: places, dates and agencies with commas
// and brackets between them, and nothing else.
func (f *frame) filed(head string) (d dateline, ok bool) {
	head = strings.TrimSpace(head)
	d.by, head = f.byBefore(head)
	if at := strings.LastIndexByte(head, '('); at >= 0 {
		inner, closed := strings.CutSuffix(head[at+1:], ")")
		place, _, _ := strings.Cut(head[:at], ",")
		if !closed || !f.agencyLike(inner, capitals(place)) {
			return d, false
		}
		d.agency, d.full = inner, true
		head = strings.TrimRight(strings.TrimSpace(head[:at]), ",")
	}
	dateFrom, at := -1, 0
	for n := 0; head != "" && at <= len(head); n++ {
		piece := head[at:]
		if c := strings.IndexByte(piece, ','); c >= 0 {
			piece = piece[:c]
		}
		next := at + len(piece) + 1
		switch words := strings.TrimSpace(piece); {
		case n > 5:
			return d, false
		case f.isDate(words):
			if dateFrom < 0 {
				dateFrom = at + strings.Index(piece, words)
			}
			d.date, d.full = strings.TrimSpace(head[dateFrom:min(next-1, len(head))]), true
		case d.place == "" && n == 0 && f.placeLike(words):
			d.place = words
		case n > 0 && f.isAgency(words):
			d.agency, d.full = words, true
		case n > 0 && dateFrom < 0 && f.placeLike(words):
		default:
			return d, false
		}
		at = next
	}
	return d, d.place != "" || d.agency != ""
}

// byBefore parts a byline from the place in capitals that follows it on the
// same line: "By Ada Writer LISBON".
func (f *frame) byBefore(head string) (by, rest string) {
	if !strings.HasPrefix(head, "By ") {
		return "", head
	}
	words, _, _ := strings.Cut(head, ",")
	words, _, _ = strings.Cut(words, "(")
	words = strings.TrimSpace(words)
	at := len(words)
	for at > 0 {
		space := strings.LastIndexByte(words[:at], ' ')
		if !capitals(words[space+1:at]) || space < 0 {
			break
		}
		at = space
	}
	if _, ok := f.byline(words[:at], false); !ok || at == len(words) {
		return "", head
	}
	return words[:at], strings.TrimSpace(head[at:])
}

// accepts decides whether what is filed as d before the separator is a
// dateline.
func (f *frame) accepts(d *dateline, s, sep string, weak, first bool) bool {
	next, _ := utf8.DecodeRuneInString(s[d.end:])
	if unicode.IsLower(next) {
		return false
	}
	if weak && (!first || !capitals(d.place) || f.turn(s)) || f.labelled(d.place) {
		return false
	}
	if d.full {
		return d.place != "" || d.agency != ""
	}
	if !first {
		return false
	}
	if capitals(d.place) {
		return true
	}
	words := strings.Fields(d.place)
	if len(words) > 3 || folded(f.vocabulary.starters, words[0]) {
		return false
	}
	rest := s[d.end:]
	return !strings.Contains(rest[:min(len(rest), 250)], sep) // "Ostrand – The envoy – said" is no dateline
}

// labelled reports whether a word of s is a label, not part of a place's name:
// "UPDATE 1".
func (f *frame) labelled(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if folded(f.labels, strings.Trim(word, "0123456789.:")) {
			return true
		}
	}
	return false
}

// agencyLike reports whether what stands in brackets can be an agency: a
// known one, a name with a word like "News" in it, capitals, or, after a place
// in capitals, any short name.
func (f *frame) agencyLike(s string, afterCapitals bool) bool {
	if _, ok := f.agency(s); ok {
		return true
	}
	n := f.nameWords(strings.ReplaceAll(s, "/", " "))
	if afterCapitals && n > 0 && n <= 4 || capitals(s) && len(s) <= 12 && !strings.ContainsAny(s, "-. ") {
		return true
	}
	return n > 0 && n <= 5 && f.agencyNoun(s)
}

// placeLike reports whether s can be a place of filing: a few capitalised
// words.
func (f *frame) placeLike(s string) bool {
	if len(s) < 2 || len(s) > 50 || strings.ContainsAny(s, "0123456789\"“”?!;:") {
		return false
	}
	n := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\u00A0' || r == '/' || r == '-' }) {
		n++
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) && !f.placeWords[word] {
			return false
		}
	}
	return n <= 5
}

// capitals reports whether a place stands in capitals: three at least, and no
// small letter.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			n++
		}
	}
	return n >= 3
}

// isDate reports whether s is a date as datelines have it: "May 3", "3 May
// 2026", "Monday", "2026".
func (f *frame) isDate(s string) bool {
	named, digits := false, false
	n := 0
	for word := range strings.FieldsSeq(s) {
		n++
		word = strings.Trim(word, ".,")
		switch {
		case folded(f.vocabulary.months, word) || folded(f.vocabulary.weekdays, word):
			named = true
		case dayOrYear(word):
			digits = true
		default:
			return false
		}
	}
	return n > 0 && n <= 4 && (named || digits && n == 1 && len(strings.TrimSpace(s)) == 4)
}

// dayOrYear reports whether w is a number of one, two or four digits, with or
// without an ordinal ending.
func dayOrYear(w string) bool {
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	if n := len(w); n == 0 || n == 3 || n > 4 {
		return false
	}
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

// label makes a label of a part's words.
func (f *frame) label(i int, whole annot.Span, name string) *annot.Label {
	if name == "" {
		return &annot.Label{Span: whole, Name: whole}
	}
	return &annot.Label{Span: whole, Name: f.locate(i, name)}
}
