package encode

import (
	"unicode"
	"unicode/utf8"
)

// A Paragraph is what the network reads at once: the tokens of one block.
type Paragraph struct {
	Words    []string
	Glued    []bool // no white space before the token
	First    []bool // the token begins a sentence
	Headline bool
	Carried  bool // opens with a quotation that the paragraph before left open
}

// Sizes of the feature tables.
const (
	hashRows  = 1 << 14
	affixRows = 1 << 16
	affixes   = 5
	shapeRows = 96
	stateRows = 16
	frameRows = 8
	capsRows  = 16
)

// featureSet names the features; a model trained on another set is refused.
const featureSet = "key/vec+hash2/prefix3,5/suffix2,3,4/shape*first/quote*carried/frame/caps*glued/listed/met/3"

// Features are the rows of one token in the tables of the network.
type Features struct {
	Vector int32    // or -1
	Hash   [2]int32 // -1 for a word that training did not meet: its rows would be those of others
	Affix  [affixes]int32
	Shape  int32
	State  int32 // quotation
	Frame  int32 // of the sentence: capitals, headline
	Caps   int32
	Listed int32
}

// Extract appends the features of a paragraph's tokens to dst.
func (n *Network) Extract(dst []Features, p *Paragraph) []Features {
	base := len(dst)
	var buf [96]byte
	for i, w := range p.Words {
		key := appendKey(buf[:0], w)
		f := Features{Vector: -1}
		caps, met := int32(CapsUnknown), false
		if id := n.words.find(key); id >= 0 {
			caps, f.Listed = int32(n.caps[id]), int32(n.listed[id]&(listedRows-1))
			met = n.listed[id]&MetBit != 0
			if int(id) < n.vectors.Len() {
				f.Vector = id
			}
		}
		f.Hash = [2]int32{-1, -1}
		if met {
			h := hash(key, 0)
			f.Hash = [2]int32{int32(h & (hashRows - 1)), int32(h >> 32 & (hashRows - 1))}
		}
		f.Affix = affixHashes(key)
		f.Shape = shape(w) * 2
		if p.First[i] {
			f.Shape++
		}
		f.Caps = caps * 2
		if p.Glued[i] {
			f.Caps++
		}
		dst = append(dst, f)
	}
	quoteStates(dst[base:], p)
	frames(dst[base:], p)
	return dst
}

// hash is FNV-1a with a salt.
func hash(b []byte, salt uint64) uint64 {
	h := 14695981039346656037 ^ salt
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}

// affixHashes returns the rows of the first three and five and the last two,
// three and four bytes.
func affixHashes(key []byte) (rows [affixes]int32) {
	for i, part := range [affixes][]byte{
		key[:min(3, len(key))], key[:min(5, len(key))],
		key[max(0, len(key)-2):], key[max(0, len(key)-3):], key[max(0, len(key)-4):],
	} {
		rows[i] = int32(hash(part, uint64(i+1)*0x9e3779b97f4a7c15) & (affixRows - 1))
	}
	return rows
}

// The shapes of words; marks have one each from markShape on.
const (
	lowerShape = iota
	titleShape
	upperShape
	initialShape // one capital, or one with a full stop
	mixedShape
	digitShape
	numberShape // digits with marks
	codeShape   // digits with letters
	dottedShape // letters with full stops
	otherShape
	markShape
)

const marks = ".,;:?!-()[]\"'$%&/@#*+=<>_~"

// shape classes a word by its characters.
func shape(w string) int32 {
	if len(w) == 1 {
		for i := range len(marks) {
			if marks[i] == w[0] {
				return int32(markShape + i)
			}
		}
	}
	var lower, upper, digit, dot, other, runes int
	firstUpper := false
	for i, r := range w {
		runes++
		switch {
		case unicode.IsUpper(r):
			upper++
			firstUpper = firstUpper || i == 0
		case unicode.IsLower(r) || unicode.IsLetter(r):
			lower++
		case r >= '0' && r <= '9':
			digit++
		case r == '.':
			dot++
		default:
			other++
		}
	}
	letters := lower + upper
	switch {
	case runes == 1 && letters == 0 && digit == 0:
		return foreignMark(w)
	case letters == 0 && digit == runes:
		return digitShape
	case letters == 0 && digit > 0:
		return numberShape
	case digit > 0:
		return codeShape
	case letters == 0:
		return otherShape
	case dot > 0 && upper == 1 && lower == 0, runes == 1 && upper == 1:
		return initialShape
	case dot > 0:
		return dottedShape
	case upper == 0:
		return lowerShape
	case lower == 0:
		return upperShape
	case firstUpper && upper == 1:
		return titleShape
	}
	return mixedShape
}

// foreignMark gives typographic marks the shapes of their plain forms.
func foreignMark(w string) int32 {
	r, _ := utf8.DecodeRuneInString(w)
	plain := byte(0)
	switch r {
	case '“', '”', '„', '«', '»':
		plain = '"'
	case '‘', '’', '`':
		plain = '\''
	case '–', '—', '―':
		plain = '-'
	case '…':
		plain = '.'
	case '€', '£', '¥':
		plain = '$'
	}
	for i := range len(marks) {
		if marks[i] == plain {
			return int32(markShape + i)
		}
	}
	return otherShape
}

// The places of a token towards quotation marks.
const (
	outside = iota
	inside
	opens
	closes
)

// quoteStates follows quotation marks through a paragraph.
func quoteStates(f []Features, p *Paragraph) {
	double, single := false, false
	for i, w := range p.Words {
		spaceBefore := !p.Glued[i]
		spaceAfter := i+1 == len(p.Words) || !p.Glued[i+1]
		state := outside
		switch w {
		case "“", "``", "«", "„":
			double, state = true, opens
		case "”", "''", "»":
			double, state = false, closes
		case "\"":
			double = !double
			if state = closes; double {
				state = opens
			}
		case "‘":
			single, state = true, opens
		case "'", "’":
			switch {
			case single:
				single, state = false, closes
			case spaceBefore && !spaceAfter:
				single, state = true, opens
			}
		}
		if state == outside && (double || single) {
			state = inside
		}
		f[i].State = int32(state)
		if p.Carried {
			f[i].State += 4
		}
	}
}

// frames marks the tokens of sentences in capitals and of headlines.
func frames(f []Features, p *Paragraph) {
	for i := 0; i < len(p.Words); {
		j := i + 1
		for j < len(p.Words) && !p.First[j] {
			j++
		}
		frame := caseOf(p.Words[i:j])
		if p.Headline {
			frame += 4
		}
		for ; i < j; i++ {
			f[i].Frame = frame
		}
	}
}

// caseOf says how the words of a sentence are written: 0 as usual, 1 all in
// capitals, 2 nearly every long word with a capital.
func caseOf(words []string) int32 {
	var long, upper, title int
	for _, w := range words {
		if len(w) < 4 {
			continue
		}
		switch s := shape(w); s {
		case lowerShape:
			long++
		case titleShape, mixedShape:
			long++
			title++
		case upperShape:
			long++
			upper++
		}
	}
	switch {
	case long < 2:
		return 0
	case upper*4 >= long*3:
		return 1
	case (title+upper)*5 >= long*4 && long > 2:
		return 2
	}
	return 0
}

// OpensQuote reports whether a token opens a quotation at a paragraph's start.
func OpensQuote(w string) bool {
	switch w {
	case "“", "\"", "‘", "'", "``", "«", "„":
		return true
	}
	return false
}

// LeavesOpen reports whether a paragraph ends within a quotation.
func LeavesOpen(p *Paragraph) bool {
	f := make([]Features, len(p.Words))
	quoteStates(f, p)
	last := f[len(f)-1].State &^ 4
	return last == inside || last == opens
}
