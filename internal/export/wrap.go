package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// wrap breaks words into lines of at most n columns. A word that is longer
// stands alone.
func wrap(words string, n int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Fields(words) {
		c := columns(w)
		if line != "" && used+1+c > n {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line += " "
			used++
		}
		line += w
		used += c
	}
	return append(lines, line)
}

// columns returns how many columns words take on a terminal: escape codes and
// marks that combine take none, wide characters two.
func columns(s string) int {
	n := 0
	escape := false
	for _, r := range s {
		switch {
		case r == '\x1b':
			escape = true
		case escape:
			escape = r != 'm'
		case ' ' <= r && r < 0x7f:
			n++
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}
