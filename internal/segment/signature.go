package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
)

// bylineLeads open a line that names the writer.
var bylineLeads = [...]string{"By ", "BY ", "by ", "Written by ", "Words by ", "Story by ", "Text by ", "Report by "}

// byline reads a line that names who wrote the report, and returns the names
// in it: "By Ada Writer and Bo Scribe in Lisbon", "Ada Writer, Agency". Where
// weak is false the line must begin with "By" or the like.
func (w *frameWords) byline(s string, weak bool) (names string, ok bool) {
	s = strings.Trim(s, " \u00A0\t*_|—–-()[]")
	led := false
	for _, lead := range bylineLeads {
		if rest, found := strings.CutPrefix(s, lead); found {
			s, led = strings.TrimLeft(rest, " \u00A0:"), true
			break
		}
	}
	if !led && !weak {
		return "", false
	}
	chunks := nameChunks(s)
	first := chunks[0]
	if n := w.nameWords(first.words); n < 2 || n > 5 || w.isAgency(first.words) {
		return "", false
	}
	end, proof := len(first.words), led
	inNames := true
	for _, c := range chunks[1:] {
		_, agency := w.agency(c.words)
		agency = agency || w.agencyNoun(c.words) || w.unnamed[c.words]
		role := w.isRole(c.words)
		switch n := w.nameWords(c.words); {
		case agency || role || c.join == " in " && n > 0 && n <= 3 && isUpper(c.words, 0):
			inNames, proof = false, true
		case inNames && n >= 2 && n <= 5 && c.join != " in " && c.join != " for ":
			end = c.at + len(c.words)
			proof = proof || w.firstName(first.words) && w.firstName(c.words)
		case n == 0 && !led:
			return "", false
		default:
			inNames = false
		}
	}
	return s[:end], proof || len(chunks) == 1 && w.firstName(s)
}

// firstName reports whether a name begins with a known given name.
func (w *frameWords) firstName(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return w.firstNames[first]
}

// A nameChunk is a piece of a byline and what joins it to the one before.
type nameChunk struct {
	join, words string
	at          int
}

// nameJoints part the pieces of a byline.
var nameJoints = [...]string{", ", " and ", " & ", " | ", " in ", " for ", " at ", " / ", " - ", " – ", " — ", "; ", " with "}

func nameChunks(s string) []nameChunk {
	var out []nameChunk
	join, at := "", 0
	for i := 0; i <= len(s); i++ {
		j := ""
		for _, cand := range nameJoints {
			if strings.HasPrefix(s[i:], cand) {
				j = cand
				break
			}
		}
		if j == "" && i < len(s) {
			continue
		}
		if i > at || len(out) == 0 {
			out = append(out, nameChunk{join, s[at:i], at})
		}
		join, at = j, i+len(j)
		i = max(i, at-1)
	}
	return out
}

// nameWords returns how many words s has if all could be those of a name
// (capitalised, initials, particles), else 0.
func (w *frameWords) nameWords(s string) int {
	n, capitals := 0, 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsAny(word, "/:@#") {
			return 0
		}
		r, _ := utf8.DecodeRuneInString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		switch {
		case w.particles[word]:
		case unicode.IsUpper(r) && (unicode.IsLetter(last) || last == '.' && len(word) <= 4):
			capitals++
		case strings.HasPrefix(word, "al-") || strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "d’"):
			capitals++
		default:
			return 0
		}
		n++
	}
	if capitals == 0 {
		return 0
	}
	return n
}

// isRole reports whether s is a calling: "Political Editor", "our Middle East
// correspondent".
func (w *frameWords) isRole(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 0 && len(fields) <= 7 && w.roles[strings.ToLower(fields[len(fields)-1])]
}

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

// agencyNoun reports whether a word like "News" or "Press" stands in s.
func (w *frameWords) agencyNoun(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if folded(w.agencyNouns, word) {
			return true
		}
	}
	return false
}

// signature tells what a lone last line of a few capitalised words is: the
// name of an agency or paper, or of the writer.
func (w *frameWords) signature(s string) annot.BlockKind {
	s = strings.Trim(s, creditEdges)
	if n := w.nameWords(s); n == 0 || n > 5 || strings.ContainsAny(s, "“\"?!") {
		return annot.UnknownBlock
	}
	fields := strings.Fields(s)
	switch {
	case w.agencyNoun(s):
		return annot.Credit
	case len(fields) <= 3 && w.firstNames[fields[0]]:
		return annot.Byline
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
