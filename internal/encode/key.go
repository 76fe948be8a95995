package encode

import (
	"unicode"
	"unicode/utf8"
)

// Key returns the form under which the word tables know a word: lower case,
// digits as 0, typographic quotation marks and dashes as their plain forms.
func Key(word string) string {
	var buf [64]byte
	return string(appendKey(buf[:0], word))
}

// appendKey appends the key of a word to dst.
func appendKey(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '1' <= c && c <= '9':
				c = '0'
			case c == '`':
				c = '\''
			}
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		switch r {
		case '‘', '’', '‛', '′':
			r = '\''
		case '“', '”', '„', '‟', '«', '»', '″':
			r = '"'
		case '–', '—', '―', '−':
			r = '-'
		case '…':
			dst = append(dst, "..."...)
			continue
		default:
			r = unicode.ToLower(r)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
