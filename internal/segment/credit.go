package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
)

// creditEdges are the marks that agency names wear on a line of their own.
const creditEdges = " \u00A0\t\n*_|—–-()[]{}.:/"

// agency returns the name in a signature that consists of the names of known
// agencies: "(Reuters)", "AFP, AP", "Source: WAM".
func (w *frameWords) agency(s string) (name string, ok bool) {
	s = strings.Trim(s, creditEdges)
	for _, lead := range [...]string{"Source: ", "SOURCE: ", "Source - ", "By ", "BY ", "With ", "with "} {
		s = strings.TrimPrefix(s, lead)
	}
	if len(s) == 0 || len(s) > 80 {
		return "", false
	}
	if w.isAgency(s) {
		return s, true
	}
	named := false
	rest := s
	for rest != "" {
		piece := rest
		next := ""
		for _, sep := range [...]string{" and ", " with ", ", ", "/", " & ", " + ", "-"} {
			if a, b, found := strings.Cut(piece, sep); found && (w.isAgency(strings.TrimSpace(a)) || w.unnamed[strings.ToLower(a)]) {
				piece, next = a, b
			}
		}
		switch piece = strings.TrimSpace(piece); {
		case w.isAgency(piece):
			named = true
		case w.unnamed[strings.ToLower(piece)]:
		case named && next == "" && len(piece) <= 4 && strings.ToLower(piece) == piece: // a desk's initials: "AFP/jm"
		default:
			return "", false
		}
		rest = next
	}
	return s, named
}

// isAgency reports whether s is the name of a known agency. Short names must
// stand in their own capitals.
func (w *frameWords) isAgency(s string) bool {
	name := w.agencies[strings.ToLower(s)]
	return name != "" && (len(s) > 4 || s == name || s == strings.ToUpper(name))
}

// signature tells what a lone last line of a few capitalised words is: the
// name of an agency or paper, or of the writer.
func (w *frameWords) signature(s string) annot.BlockKind {
	s = strings.Trim(s, creditEdges)
	if n := w.nameWords(s); n == 0 || n > 5 || strings.ContainsAny(s, "“\"?!") {
		return annot.UnknownBlock
	}
	fields := strings.Fields(s)
	for _, word := range fields {
		if w.agencyNouns[strings.ToLower(word)] {
			return annot.Credit
		}
	}
	switch {
	case len(fields) == 1 && utf8.RuneCountInString(s) >= 3:
		return annot.Credit
	case len(fields) == 2 || len(fields) == 3:
		return annot.Byline
	}
	return annot.UnknownBlock
}

// trailingCredit returns where an agency's signature begins that ends the
// paragraph s ("... on Monday. (Agency)"), and the name in it; start is
// len(s) where there is none.
func (w *frameWords) trailingCredit(s string) (start int, name string) {
	tail := max(0, len(s)-60)
	for tail < len(s) && !utf8.RuneStart(s[tail]) {
		tail++
	}
	at := -1
	for i, r := range s[tail:] {
		if strings.ContainsRune(".?!”\"’", r) {
			at = tail + i + utf8.RuneLen(r)
		}
	}
	if at < 0 || at >= len(s) {
		return len(s), ""
	}
	rest := strings.TrimLeftFunc(s[at:], unicode.IsSpace)
	start = len(s) - len(rest)
	name, ok := w.agency(rest)
	if !ok || start == at && !strings.ContainsAny(rest[:1], "(/-") && !strings.HasPrefix(rest, "—") {
		return len(s), ""
	}
	return start, name
}
