package tag

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ml/wordform"
)

// A mode says how a sentence uses capitals.
type mode uint8

const (
	plain mode = iota + 1
	title      // every long word capitalised
	shout      // no lower case at all
)

// A word is a token as the features see it: hashes, with zero for absent.
type word struct {
	form, lower      uint32 // the same for a word in lower case
	shape            uint32 // runs of character classes, and the mode
	pre1, pre2, pre3 uint32
	suf1, suf2       uint32
	suf3, suf4       uint32
	amb              uint32 // classes the form had in training
	cluster, coarse  uint32
	space            uint32 // of a mark: whether white space stands around it
	certain          int16  // the only class of a frequent form, or -1
	_                int16
}

// analyse fills in what the form alone says.
func (w *word) analyse(form string, m mode) {
	var ends [4]rune // the last runes, latest first
	h, shape, n := wordform.Seed, wordform.Seed, 0
	var last rune
	for _, r := range form {
		c := wordform.Class(r)
		f := wordform.Fold(r)
		h = wordform.Add(h, f)
		ends[3], ends[2], ends[1], ends[0] = ends[2], ends[1], ends[0], f
		if c != last || c != 'x' && c != 'd' && n < 3 {
			shape = wordform.Add(shape, c)
			last = c
		}
		n++
		switch n {
		case 1:
			w.pre1 = wordform.Finish(h)
		case 2:
			w.pre2 = wordform.Finish(h)
		case 3:
			w.pre3 = wordform.Finish(h)
		}
	}
	w.form = wordform.Finish(h)
	w.shape = wordform.Finish(wordform.Add(shape, rune(m)))
	s := wordform.Seed + 1
	for i, p := range [...]*uint32{&w.suf1, &w.suf2, &w.suf3, &w.suf4} {
		if i < n {
			s = wordform.Add(s, ends[i])
			*p = wordform.Finish(s)
		}
	}
}

// spacing says of a token whether it touches its neighbours, from 1 to 4.
func spacing(seg *annot.Segmentation, t annot.TokenID) uint32 {
	sp := seg.Tokens[t].Span
	text := seg.Text.String()
	code := uint32(1)
	if sp.Start > 0 && text[sp.Start-1] > ' ' {
		code |= 2
	}
	if sp.End < len(text) && text[sp.End] > ' ' {
		code += 3
	}
	return code
}

// modeOf says how a sentence uses capitals.
func modeOf(seg *annot.Segmentation, s annot.Sentence) mode {
	long, capital, letters, lower := 0, 0, 0, 0
	for t := s.First; t < s.End; t++ {
		form := seg.Word(t)
		r, _ := utf8.DecodeRuneInString(form)
		if !unicode.IsLetter(r) {
			continue
		}
		for _, r := range form {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsLower(r) {
					lower++
				}
			}
		}
		if len(form) > 3 {
			long++
			if unicode.IsUpper(r) {
				capital++
			}
		}
	}
	switch {
	case lower == 0 && letters > 6:
		return shout
	case long > 3 && capital*10 >= long*9:
		return title
	}
	return plain
}
