package segment

import "strings"

// An echo is judged on the words of a headline that carry its matter: four
// letters and more, by their first letters, so that "reject" is heard in
// "rejected".
const echoLetters = 6

// echoed reports whether part i is a headline with a full stop: the first
// paragraph, a short sentence in the manner of headlines, most of whose words
// come again in the next three.
func (f *frame) echoed(i int) bool {
	p := &f.parts[i]
	if i > 0 || len(f.parts) < 2 || !f.parts[1].blank || p.shape.words > 14 || p.shape.articles > 0 || p.shape.quoted || !p.shape.stopped() {
		return false
	}
	if next := &f.parts[1]; !next.long() && next.shape.words < 20 {
		return false
	}
	if _, filed := f.dateline(p.words, true); filed {
		return false
	}
	var words []string
	for w := range matter(p.low) {
		switch w {
		case "i", "you", "we", "said", "told", "was", "were", "had", "did":
			return false
		}
		if f.vocabulary.weekdays[w] {
			return false
		}
		if len(w) >= 4 {
			words = append(words, w[:min(len(w), echoLetters)])
		}
	}
	heard := 0
	var body strings.Builder
	for _, q := range f.parts[1:min(len(f.parts), 4)] {
		body.WriteString(" " + strings.ToLower(q.words))
	}
	for _, w := range words {
		if strings.Contains(body.String(), " "+w) {
			heard++
		}
	}
	return heard >= 2 && 2*heard >= len(words)
}

// matter yields the words of a line in lower case.
func matter(low string) func(func(string) bool) {
	return strings.FieldsFuncSeq(low, func(r rune) bool {
		return r < 'a' && r != '-' || r > 'z' && r < 0x80 || r == '’' || r == '‘' || r == '“' || r == '”'
	})
}
