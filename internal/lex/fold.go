package lex

import (
	"strings"
	"unicode"
)

// marked holds letters with marks and the letters that they are without.
var marked = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "ạ", "a", "ả", "a", "ắ", "a", "ằ", "a", "ấ", "a", "ầ", "a", "ậ", "a", "ế", "e", "ề", "e", "ể", "e", "ễ", "e", "ệ", "e",
	"ć", "c", "č", "c", "ç", "c", "ċ", "c", "ď", "d", "đ", "d", "ḑ", "d", "ḩ", "h", "ḥ", "h", "é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ə", "a",
	"ğ", "g", "ģ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i", "į", "i", "ĭ", "i", "ị", "i", "ķ", "k", "ł", "l", "ļ", "l", "ľ", "l",
	"ñ", "n", "ń", "n", "ņ", "n", "ň", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o", "ồ", "o", "ố", "o", "ộ", "o", "ơ", "o", "ờ", "o", "ọ", "o",
	"ŕ", "r", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ţ", "t", "ț", "t", "ť", "t", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ų", "u", "ư", "u", "ứ", "u", "ữ", "u",
	"ý", "y", "ÿ", "y", "ž", "z", "ż", "z", "ź", "z", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "'", "", "’", "", "‘", "", "ʻ", "", "ʼ", "", ".", "")

// Fold brings a name into the form in which names are compared and in which
// the keys of tables stand: small letters without marks, apostrophes and full
// stops, single spaces.
func Fold(s string) string {
	plain, spaces := true, false
	for i := 0; i < len(s) && plain; i++ {
		c := s[i]
		plain = c < 0x80 && c != '\'' && c != '.' && (c > ' ' || c == ' ' && !spaces)
		spaces = c == ' '
	}
	s = strings.ToLower(s)
	if plain {
		return s
	}
	s = marked.Replace(strings.Join(strings.Fields(s), " "))
	return strings.Map(func(c rune) rune {
		if unicode.IsMark(c) {
			return -1
		}
		return c
	}, s)
}
