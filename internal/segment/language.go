package segment

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/lex"
	"readout/internal/text"
)

// Undetermined is the language of a text that gives too little to go by.
const Undetermined = "und"

// languages is what tells languages apart: function words for those in Latin
// letters, the script for the others.
type languages struct {
	codes   []string
	words   map[string][]uint8 // indices into codes
	scripts []script
	letters map[rune]string
	told    []string // the languages that letters tell, in order
}

type script struct {
	table *unicode.RangeTable
	code  string
}

func loadLanguages(fsys fs.FS) (*languages, error) {
	f, err := lex.Load(fsys, "languages.txt")
	if err != nil {
		return nil, err
	}
	l := &languages{words: map[string][]uint8{}, letters: map[rune]string{}}
	for _, section := range f.Order {
		for _, e := range f.Section(section) {
			switch section {
			case "script":
				table, ok := unicode.Scripts[e.Fields[0]]
				if !ok || e.Field(1) == "" {
					return nil, e.Errorf("%q is no script with a language", e.Fields[0])
				}
				l.scripts = append(l.scripts, script{table, e.Field(1)})
			case "letter":
				r, n := utf8.DecodeRuneInString(e.Fields[0])
				if n != len(e.Fields[0]) || e.Field(1) == "" {
					return nil, e.Errorf("%q is no letter with a language", e.Fields[0])
				}
				l.letters[r] = e.Field(1)
				if !slices.Contains(l.told, e.Field(1)) {
					l.told = append(l.told, e.Field(1))
				}
			default:
				if len(l.codes) == 0 || l.codes[len(l.codes)-1] != section {
					l.codes = append(l.codes, section)
				}
				for _, w := range e.Fields {
					l.words[w] = append(l.words[w], uint8(len(l.codes)-1))
				}
			}
		}
	}
	if len(l.codes) == 0 || len(l.codes) > maxLanguages {
		return nil, fmt.Errorf("%s: %d languages", f.Name, len(l.codes))
	}
	return l, nil
}

// maxLanguages bounds the languages told apart by words.
const maxLanguages = 64

// maxBare is how many words without a function word are still taken for the
// first language of the list.
const maxBare = 12

// sure is what a function word of one language alone counts; one that several
// share counts for each the less.
const sure = 24

// maxSample bounds how much of a text is looked at, in bytes.
const maxSample = 16 << 10

// Language returns the ISO 639-1 code of the language that most of the text
// is in, by its script and its function words, or [Undetermined]. It is made
// to tell English from the rest; closely related languages may be taken for
// one another.
func (g *Segmenter) Language(t *text.Text) string {
	s := t.String()
	if len(s) > maxSample {
		end := maxSample
		for !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end]
	}
	if code := g.languages.byScript(s); code != "" {
		return code
	}
	return g.languages.byWords(s)
}

// byScript returns the language of the script that most letters are of,
// where that is not Latin; else "".
func (l *languages) byScript(s string) string {
	latin, total := 0, 0
	counts := make([]int, len(l.scripts))
	telling := map[string]int{}
	for _, r := range s {
		if r < 0x250 {
			if unicode.IsLetter(r) {
				latin++
			}
			continue
		}
		if code := l.letters[r]; code != "" {
			telling[code]++
		}
		for i := range l.scripts {
			if unicode.Is(l.scripts[i].table, r) {
				counts[i]++
				total++
				break
			}
		}
	}
	if total <= latin/2 {
		return ""
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
		if l.scripts[i].code == "ja" && 10*n > total { // kana among the Han
			return "ja"
		}
	}
	code, most := l.scripts[best].code, total/100
	for _, c := range l.told {
		if telling[c] > most {
			code, most = c, telling[c]
		}
	}
	return code
}

// byWords returns the language with the most function words.
func (l *languages) byWords(s string) string {
	var counts [maxLanguages]int
	words, plain := 0, true
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		for i := range len(w) {
			plain = plain && w[i] < utf8.RuneSelf
		}
		if len(w) > 12 {
			continue
		}
		list := l.words[w]
		for _, i := range list {
			counts[i] += sure / len(list)
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) { // the first word of a sentence
			list = l.words[strings.ToLower(w)]
			for _, i := range list {
				counts[i] += sure / 2 / len(list)
			}
		}
	}
	best := 0
	for i, n := range counts[:len(l.codes)] {
		if n > counts[best] {
			best = i
		}
	}
	switch {
	case counts[best] == 0 && words > 0 && words <= maxBare && plain:
		return l.codes[0] // "Talks collapse": nothing speaks against it
	case counts[best] == 0, words > 40 && 8*counts[best] < sure/2*words:
		return Undetermined
	}
	return l.codes[best]
}
