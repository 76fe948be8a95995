package segment

import (
	"strings"
	"unicode"
)

// isLink reports whether a line is nothing but a link or an address.
func isLink(s string) bool {
	if strings.ContainsAny(s, " \t") {
		return false
	}
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.IndexByte(s, '@') > 0 && strings.Contains(s, ".") ||
		strings.HasPrefix(s, "@")
}

// isPhrase reports whether a line is one of the known phrases of pages.
func (f *frame) isPhrase(p *part) bool {
	if f.whole[p.low] {
		return true
	}
	if p.shape.words <= 45 && f.opening.match(p.low) {
		return true
	}
	if p.shape.words <= 9 && f.openingShort.match(p.low) {
		return true
	}
	if p.shape.words > 45 {
		return false
	}
	for _, w := range f.within {
		if strings.Contains(p.low, w) {
			return true
		}
	}
	return false
}

// isDesk reports whether a line credits those who worked on the report.
func (f *frame) isDesk(p *part) bool {
	if p.shape.words > 45 {
		return false
	}
	if f.desk.match(p.low) {
		return true
	}
	for _, end := range f.deskEnding {
		if strings.HasSuffix(p.low, end) {
			return true
		}
	}
	return false
}

// isPicture reports whether a line ends in the credit of a picture: "AP
// Photo/Ada Writer", "Ada Writer/AFP/Getty Images", "REUTERS/Ada Writer".
func (f *frame) isPicture(p *part) bool {
	if p.shape.words > 60 {
		return false
	}
	s := strings.TrimRight(p.words, " )]")
	if len(s) == len(p.words) && p.shape.stopped() {
		return false
	}
	fields := strings.Fields(s)
	for _, w := range fields[max(0, len(fields)-4):] {
		a, b, found := strings.Cut(strings.Trim(w, "([,"), "/")
		if !found || a == "" || b == "" {
			continue
		}
		last := b[strings.LastIndexByte(b, '/')+1:]
		if a == "Photo" || a == "REUTERS" || f.isAgency(last) || a == strings.ToUpper(a) && f.isAgency(a) {
			return true
		}
	}
	return false
}

// isDateLine reports whether a line is only a date or time of publication:
// "3 May 2026", "Published Mon 3 May 2026 10:30 GMT", "2 hours ago".
func (f *frame) isDateLine(p *part) bool {
	if p.shape.words == 0 || p.shape.words > 14 || p.shape.last == '?' || p.shape.last == '!' {
		return false
	}
	named, digits := false, false
	for word := range strings.FieldsFuncSeq(p.low, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|/•·()-–—:.", r) }) {
		switch {
		case f.vocabulary.months[word], f.vocabulary.weekdays[word]:
			named = true
		case f.vocabulary.zones[word]:
		case word[0] >= '0' && word[0] <= '9':
			digits = true
		default:
			switch word {
			case "published", "posted", "updated", "first", "last", "modified", "on", "at", "ago", "date", "created", "issued":
			case "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "today", "yesterday":
				named = true
			case "am", "pm", "a", "p", "m", "h", "hrs", "min", "read", "time", "local":
			default:
				return false
			}
		}
	}
	return digits && (named || strings.ContainsAny(p.low, "/-.:"))
}

// dateWords returns the date in a line of publication, or "".
func (f *frame) dateWords(p *part) string {
	if strings.Contains(p.low, "updated") || strings.Contains(p.low, "modified") || strings.Contains(p.low, "ago") {
		return ""
	}
	s := p.words
	for _, lead := range [...]string{"Published:", "Published", "Posted:", "Posted", "Date:", "Issued:", "Issued", "First published", "on"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, lead))
	}
	end, seen := 0, false
	for word := range strings.FieldsSeq(s) {
		at := end + strings.Index(s[end:], word)
		core := strings.Trim(word, ".,|")
		month := folded(f.vocabulary.months, core)
		if !month && !folded(f.vocabulary.weekdays, core) && !dayOrYear(core) && !(at == 0 && strings.ContainsAny(core, "/-.")) {
			break
		}
		seen = seen || month || strings.ContainsAny(core, "/-.")
		end = at + len(strings.TrimRight(word, ",|"))
	}
	if !seen {
		return ""
	}
	return s[:end]
}

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
