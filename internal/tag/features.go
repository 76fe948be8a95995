package tag

import (
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/ml/perceptron"
	"readout/internal/ml/wordform"
)

// The atoms of a decision, in the order of [atomNames].
const (
	atBias = iota
	atW
	atShape
	atP1
	atP2
	atP3
	atS1
	atS2
	atS3
	atS4
	atA
	atC
	atG
	atFirst
	atSpace
	atT1
	atT2
	atWm1
	atWm2
	atCm1
	atSm1
	atWp1
	atWp2
	atAp1
	atAp2
	atCp1
	atCp2
	atSp1
	atHp1
	atHm1
	numAtoms
)

// atomNames: w form, h shape, p prefixes, s suffixes, a classes in training,
// c cluster, g coarse cluster, t classes before; the numbers count from the
// word.
var atomNames = [numAtoms]string{"bias", "w", "h", "p1", "p2", "p3", "s1", "s2", "s3", "s4", "a", "c", "g",
	"first", "space", "t-1", "t-2", "w-1", "w-2", "c-1", "s-1", "w+1", "w+2", "a+1", "a+2", "c+1", "c+2", "s+1",
	"h+1", "h-1"}

// templates is the feature set.
const templates = `
bias
w
h
h first
h s2
p1
p2
p3
s1
s2
s3
s4
a
c
g
space w
t-1
t-1 t-2
t-1 w
t-1 a
t-1 s2
t-1 t-2 a
t-1 t-2 c
w-1
w-1 w
w-1 a
w-2
c-1 c
w+1
w+1 w
w+1 a
w+2
a+1
a+1 a
a+1 t-1
a+1 a+2
a a+1 a+2
t-1 a a+1
t-1 w+1
c+1
c+1 c
s+1
s-1
h+1
h-1
h h+1
h h-1
w-1 w+1
`

// Features turns the words of a sentence into feature keys. The trainer calls
// it as the tagger does.
type Features struct {
	templates *perceptron.Templates
	lexicon   *Lexicon
}

// NewFeatures returns the feature set over what a lexicon knows of words.
func NewFeatures(lexicon *Lexicon) (*Features, error) {
	t, err := perceptron.ParseTemplates(atomNames[:], templates)
	if err != nil {
		return nil, err
	}
	return &Features{templates: t, lexicon: lexicon}, nil
}

// Hash identifies the feature set.
func (f *Features) Hash() uint64 { return f.templates.Hash() }

// A Line is a sentence as the features see it. It may be used again for the
// next sentence.
type Line struct {
	words []word // with two empty ones before and after
	atoms [numAtoms]uint32
}

// Len returns the number of words.
func (l *Line) Len() int { return len(l.words) - 4 }

// Certain returns the class of word i where its form settles it, or -1.
func (l *Line) Certain(i int) int { return int(l.words[i+2].certain) }

// Read looks up the words of a sentence.
func (f *Features) Read(l *Line, seg *annot.Segmentation, s annot.Sentence) {
	m := modeOf(seg, s)
	l.words = append(l.words[:0], word{}, word{})
	for t := s.First; t < s.End; t++ {
		l.words = append(l.words, word{})
		w := &l.words[len(l.words)-1]
		form := seg.Word(t)
		w.analyse(form, m)
		r, _ := utf8.DecodeRuneInString(form)
		if c := wordform.Class(r); c != 'x' && c != 'X' && c != 'd' {
			w.space = spacing(seg, t)
		}
		f.lexicon.lookUp(w)
	}
	l.words = append(l.words, word{}, word{})
}

// Keys appends the features of word i, after words of the classes prev and,
// before that, prev2; -1 stands before the first word.
func (f *Features) Keys(l *Line, i, prev, prev2 int, keys []uint32) []uint32 {
	w := l.words[i : i+5]
	x := &w[2]
	a := &l.atoms
	*a = [numAtoms]uint32{
		atBias: 1, atW: x.form, atShape: x.shape,
		atP1: x.pre1, atP2: x.pre2, atP3: x.pre3,
		atS1: x.suf1, atS2: x.suf2, atS3: x.suf3, atS4: x.suf4,
		atA: x.amb, atC: x.cluster, atG: x.coarse, atFirst: 1, atSpace: x.space,
		atT1: uint32(prev + 2), atT2: uint32(prev2 + 2),
		atWm1: w[1].form, atWm2: w[0].form, atCm1: w[1].cluster, atSm1: w[1].suf3, atHm1: w[1].shape,
		atWp1: w[3].form, atWp2: w[4].form, atAp1: w[3].amb, atAp2: w[4].amb,
		atCp1: w[3].cluster, atCp2: w[4].cluster, atSp1: w[3].suf3, atHp1: w[3].shape,
	}
	if i == 0 {
		a[atFirst] = 2
	}
	return f.templates.Expand(a[:], keys)
}
