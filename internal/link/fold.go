package link

import (
	"strings"
	"unicode"
)

// plain holds letters with marks and the letters that they are without.
var plain = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "ạ", "a", "ả", "a", "ắ", "a", "ằ", "a", "ế", "e", "ề", "e", "ể", "e", "ệ", "e",
	"ć", "c", "č", "c", "ç", "c", "ċ", "c", "ď", "d", "đ", "d", "ḑ", "d", "ḩ", "h", "ḥ", "h", "é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ə", "a",
	"ğ", "g", "ģ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i", "į", "i", "ķ", "k", "ł", "l", "ļ", "l", "ľ", "l",
	"ñ", "n", "ń", "n", "ņ", "n", "ň", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o", "ồ", "o", "ơ", "o",
	"ŕ", "r", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ţ", "t", "ț", "t", "ť", "t", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ų", "u", "ư", "u",
	"ý", "y", "ÿ", "y", "ž", "z", "ż", "z", "ź", "z", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "'", "", "’", "", "‘", "", "ʻ", "", ".", "")

// fold brings a name into the form of the gazetteer's keys: small letters
// without marks, apostrophes and full stops, single spaces.
func fold(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < 0x80 && s[i] != '\'' && s[i] != '.'
	}
	if ascii {
		return s
	}
	s = plain.Replace(s)
	return strings.Map(func(c rune) rune {
		if unicode.IsMark(c) {
			return -1
		}
		return c
	}, s)
}
