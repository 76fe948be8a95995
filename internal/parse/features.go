package parse

import (
	"strings"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ml/perceptron"
	"readout/internal/ml/wordform"
	"readout/internal/ud"
)

// The positions that features look at: the top of the stack and the two below
// it, the next word and the two after it, and outermost dependents.
const (
	s0 = iota
	s1
	s2
	b0
	b1
	b2
	s0l
	s0m // s0's second dependent on the left
	s0r
	s0q // s0's second dependent on the right
	s1l
	s1m
	s1r
	s1q
	b0l
	b0m
	numPositions
)

var positionNames = [numPositions]string{"s0", "s1", "s2", "b0", "b1", "b2",
	"s0l", "s0m", "s0r", "s0q", "s1l", "s1m", "s1r", "s1q", "b0l", "b0m"}

// The atoms of a position: w form, t part of speech with features, p part of
// speech, r relation to the head.
const (
	fieldW = iota
	fieldT
	fieldP
	fieldR
	numFields
)

const fieldNames = "wtpr"

// The atoms that stand apart from positions.
const (
	atDist  = numPositions*numFields + iota // from s0 to b0
	atDist1                                 // from s1 to s0
	atS0nl                                  // number of dependents, by side
	atS0nr
	atS1nl
	atS1nr
	atB0nl
	atS0sl // set of their relations
	atS0sr
	atS1sl
	atS1sr
	atB0sl
	numAtoms
)

// templates is the feature set, after Zhang and Nivre (2011).
const templates = `
s0w s0t
s0w
s0t
s1w s1t
s1w
s1t
s2w s2t
s2t
b0w b0t
b0w
b0t
b1w b1t
b1w
b1t
b2w b2t
b2t

s0w s0t b0w b0t
s0w s0t b0w
s0w b0w b0t
s0w s0t b0t
s0t b0w b0t
s0w b0w
s0t b0t
b0t b1t
s1w s1t s0w
s1w s0w s0t
s1w s1t s0t
s1t s0w s0t
s1w s0w
s1t s0t
s1w s1t b0t
s1t b0w b0t
s1w b0w
s1t b0t

b0t b1t b2t
s0t b0t b1t
s1t s0t b0t
s2t s1t s0t
s1w s0t b0t
s1t s0w b0t
s1t s0t b0w
s1t s0t b0t b1t
s0t b0t b0lt
s0t s0lt b0t
s0t s0rt b0t
s1t s0t s0lt
s1t s0t s0rt
s1t s1lt s0t
s1t s1rt s0t

s0w dist
s0t dist
b0w dist
b0t dist
s0t b0t dist
s0w b0w dist
s1t s0t dist1
s1w s0t dist1
s1t s0w dist1

s0w s0nl
s0t s0nl
s0w s0nr
s0t s0nr
s1w s1nl
s1t s1nl
s1w s1nr
s1t s1nr
b0w b0nl
b0t b0nl

s0lw
s0lt
s0lr
s0rw
s0rt
s0rr
s1lw
s1lt
s1lr
s1rw
s1rt
s1rr
b0lw
b0lt
b0lr
s0mw
s0mt
s0mr
s0qw
s0qt
s0qr
s1qt
s1qr
b0mt
b0mr
s0t s0lt s0mt
s0t s0rt s0qt
s1t s1rt s1qt
b0t b0lt b0mt

s0w s0sl
s0t s0sl
s0w s0sr
s0t s0sr
s1w s1sr
s1t s1sr
s1t s1sl
b0w b0sl
b0t b0sl
s1t s1sr s0t
s0t s0sl s1t
`

// Features turns a state into feature keys. The trainer calls it as the
// parser does.
type Features struct {
	templates *perceptron.Templates
}

// NewFeatures returns the feature set.
func NewFeatures() (*Features, error) {
	names := make([]string, 0, numAtoms)
	for _, p := range positionNames {
		for _, f := range strings.Split(fieldNames, "") {
			names = append(names, p+f)
		}
	}
	names = append(names, "dist", "dist1", "s0nl", "s0nr", "s1nl", "s1nr", "b0nl", "s0sl", "s0sr", "s1sl", "s1sr", "b0sl")
	t, err := perceptron.ParseTemplates(names, templates)
	if err != nil {
		return nil, err
	}
	return &Features{templates: t}, nil
}

// Hash identifies the feature set.
func (f *Features) Hash() uint64 { return f.templates.Hash() }

// A Line is a sentence as the features see it. It may be used again for the
// next sentence.
type Line struct {
	words []word // and one for the root
	atoms [numAtoms]uint32
}

// Len returns the number of words.
func (l *Line) Len() int { return len(l.words) - 1 }

type word struct{ form, tag, pos uint32 }

// tagFeats are the features that the parser's finer tags tell apart.
const tagFeats = ud.NumberSing | ud.NumberPlur | verbFeats | ud.TensePres | ud.TensePast | ud.PronTypePrs |
	ud.PronTypeArt | ud.PronTypeDem | ud.PronTypeRel | ud.PronTypeInt | ud.PronTypeInd | ud.PronTypeTot | ud.PronTypeNeg |
	ud.DegreeCmp | ud.DegreeSup | ud.CaseNom | ud.CaseAcc | ud.Poss | ud.NumTypeOrd | ud.PolarityNeg

// verbFeats are the features of verb forms.
const verbFeats = ud.VerbFormFin | ud.VerbFormInf | ud.VerbFormPart | ud.VerbFormGer | ud.MoodInd | ud.MoodImp |
	ud.MoodSub | ud.VoicePass

// Read looks up the words of a sentence.
func (f *Features) Read(l *Line, seg *annot.Segmentation, tags []annot.Word, s annot.Sentence) {
	l.words = l.words[:0]
	for t := s.First; t < s.End; t++ {
		form, w := seg.Word(t), &tags[t]
		x := word{form: wordform.Hash(form), pos: uint32(w.UPOS) + 1}
		fine := perceptron.Mix(uint64(w.Feats&tagFeats) + uint64(w.UPOS)<<58)
		if w.UPOS == ud.PUNCT {
			r, _ := utf8.DecodeRuneInString(form)
			fine = perceptron.Mix(uint64(wordform.Fold(r))<<8 + uint64(spacing(seg, t)))
		}
		x.tag = uint32(fine>>32) | 1
		l.words = append(l.words, x)
	}
	l.words = append(l.words, word{form: 1, tag: 1, pos: 1})
}

// spacing says of a mark whether it touches its neighbours.
func spacing(seg *annot.Segmentation, t annot.TokenID) uint32 {
	sp, s, code := seg.Tokens[t].Span, seg.Text.String(), uint32(1)
	if sp.Start > 0 && s[sp.Start-1] > ' ' {
		code |= 2
	}
	if sp.End < len(s) && s[sp.End] > ' ' {
		code |= 4
	}
	return code
}

// Keys appends the features of a state.
func (f *Features) Keys(l *Line, s *State, keys []uint32) []uint32 {
	a := &l.atoms
	clear(a[:])
	k := len(s.stack)
	if k > 0 {
		i := s.stack[k-1]
		n := &s.nodes[i]
		l.set(s, s0, i)
		l.set(s, s0l, n.left)
		l.set(s, s0m, n.left2)
		l.set(s, s0r, n.right)
		l.set(s, s0q, n.right2)
		a[atDist] = distance(i, s.next)
		a[atS0nl], a[atS0nr] = uint32(n.nLeft)+1, uint32(n.nRight)+1
		a[atS0sl], a[atS0sr] = n.setLeft+1, n.setRight+1
	}
	if k > 1 {
		i := s.stack[k-2]
		n := &s.nodes[i]
		l.set(s, s1, i)
		l.set(s, s1l, n.left)
		l.set(s, s1m, n.left2)
		l.set(s, s1r, n.right)
		l.set(s, s1q, n.right2)
		a[atDist1] = distance(i, s.stack[k-1])
		a[atS1nl], a[atS1nr] = uint32(n.nLeft)+1, uint32(n.nRight)+1
		a[atS1sl], a[atS1sr] = n.setLeft+1, n.setRight+1
	}
	if k > 2 {
		l.set(s, s2, s.stack[k-3])
	}
	n := &s.nodes[s.next]
	l.set(s, b0, s.next)
	l.set(s, b0l, n.left)
	l.set(s, b0m, n.left2)
	a[atB0nl], a[atB0sl] = uint32(n.nLeft)+1, n.setLeft+1
	if s.next+1 <= s.root {
		l.set(s, b1, s.next+1)
	}
	if s.next+2 <= s.root {
		l.set(s, b2, s.next+2)
	}
	return f.templates.Expand(a[:], keys)
}

// set fills in the atoms of a position from a node, if there is one.
func (l *Line) set(s *State, position int, i int32) {
	if i == none {
		return
	}
	w := &l.words[i]
	a := l.atoms[position*numFields:]
	a[fieldW], a[fieldT], a[fieldP] = w.form, w.tag, w.pos
	a[fieldR] = uint32(s.nodes[i].label)
}

// distance sorts the number of words from a to b into seven classes.
func distance(a, b int32) uint32 {
	switch d := b - a; {
	case d < 5:
		return uint32(d)
	case d < 10:
		return 5
	case d < 20:
		return 6
	}
	return 7
}
