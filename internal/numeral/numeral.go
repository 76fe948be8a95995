package numeral

import (
	"io/fs"
	"math"
	"strconv"

	"readout/internal/lex"
)

// A Word is what the list says of a word. Fields are zero where the word has
// no such use; Unit words tell zero by IsUnit.
type Word struct {
	IsUnit     bool
	Unit       float64 // zero to nineteen
	Tens       float64 // twenty to ninety
	Hundred    bool
	Scale      float64 // thousand and above
	Short      float64 // the same, for "bn" and the like
	Plural     float64 // dozens, hundreds, thousands ...
	TensPlural float64 // "tens", "scores"
	Collective float64 // dozen, score, couple, pair
	Article    bool
	Ordinal    int
	Fraction   float64 // the denominator
	Suffix     bool    // "st", "nd", "rd", "th"
}

// A Table reads numbers. It is safe for concurrent use.
type Table struct {
	words map[string]*Word
	none  Word // what word returns where there is none
}

// sections sets the field that each section of the list is for.
var sections = map[string]func(w *Word, v float64){
	"unit":           func(w *Word, v float64) { w.IsUnit, w.Unit = true, v },
	"tens":           func(w *Word, v float64) { w.Tens = v },
	"hundred":        func(w *Word, _ float64) { w.Hundred = true },
	"scale":          func(w *Word, v float64) { w.Scale = v },
	"scale-short":    func(w *Word, v float64) { w.Short = v },
	"scale-plural":   func(w *Word, v float64) { w.Plural = v },
	"tens-plural":    func(w *Word, v float64) { w.TensPlural = v },
	"collective":     func(w *Word, v float64) { w.Collective = v },
	"article":        func(w *Word, _ float64) { w.Article = true },
	"ordinal":        func(w *Word, v float64) { w.Ordinal = int(v) },
	"fraction":       func(w *Word, v float64) { w.Fraction = v },
	"ordinal-suffix": func(w *Word, _ float64) { w.Suffix = true },
}

// New reads numbers.txt.
func New(fsys fs.FS) (*Table, error) {
	f, err := lex.Load(fsys, "numbers.txt")
	if err != nil {
		return nil, err
	}
	t := &Table{words: map[string]*Word{}}
	for _, name := range f.Order {
		for _, e := range f.Section(name) {
			set := sections[name]
			if set == nil {
				return nil, e.Errorf("unknown section [%s]", name)
			}
			v := 0.0
			if len(e.Fields) > 1 {
				if v, err = strconv.ParseFloat(e.Fields[1], 64); err != nil {
					return nil, e.Errorf("value: %v", err)
				}
			}
			w := t.words[e.Fields[0]]
			if w == nil {
				w = &Word{}
				t.words[e.Fields[0]] = w
			}
			set(w, v)
		}
	}
	return t, nil
}

// A Number is a number read from atoms.
type Number struct {
	Value  float64
	Next   int  // the position behind it
	Digits int  // digits before the decimal point where it begins with digits, else 0
	Point  bool // it has a decimal point
}

// maxDigits is the length of the longest run of digits read as a number:
// longer ones are telephone and account numbers.
const maxDigits = 15

// Digits reads a number in digits at i: "9", "9,000", "9.5", without a scale.
func (t *Table) Digits(s string, atoms []Atom, i int) (Number, bool) {
	if i >= len(atoms) || atoms[i].Kind != Digits || atoms[i].Span.Len() > maxDigits {
		return Number{}, false
	}
	n := Number{Value: integer(s, atoms[i]), Next: i + 1, Digits: atoms[i].Span.Len()}
	for n.Digits <= 3*(n.Next-i) && atoms[i].Span.Len() <= 3 && follows(s, atoms, n.Next, ',', 3) && n.Digits+3 <= maxDigits {
		n.Value = n.Value*1000 + integer(s, atoms[n.Next+1])
		n.Digits, n.Next = n.Digits+3, n.Next+2
	}
	if follows(s, atoms, n.Next, '.', 0) {
		frac := atoms[n.Next+1]
		unit := math.Pow10(frac.Span.Len())
		n.Value = (n.Value*unit + integer(s, frac)) / unit // one rounding, so that 1.36 is 1.36
		n.Next, n.Point = n.Next+2, true
	}
	return n, true
}

// follows reports whether a mark and a run of digits, of the given length
// unless that is zero, are glued on at i.
func follows(s string, atoms []Atom, i int, mark byte, length int) bool {
	if i+1 >= len(atoms) || !atoms[i].Glued || s[atoms[i].Span.Start] != mark {
		return false
	}
	d := atoms[i+1]
	if d.Kind != Digits || !d.Glued || d.Span.Len() > 9 || length > 0 && d.Span.Len() != length {
		return false
	}
	return true
}

// integer returns the value of a run of at most maxDigits digits.
func integer(s string, a Atom) float64 {
	v := 0.0
	for _, c := range []byte(s[a.Span.Start:a.Span.End]) {
		v = v*10 + float64(c-'0')
	}
	return v
}

// word returns the list's word at i, never nil.
func (t *Table) word(atoms []Atom, i int) *Word {
	if i < len(atoms) && atoms[i].Num != nil {
		return atoms[i].Num
	}
	return &t.none
}

// Cardinal reads a cardinal at i with its scale: "9,000", "1.5 million",
// "3bn", "twenty-five", "two hundred and six", "a hundred", "two dozen".
func (t *Table) Cardinal(s string, atoms []Atom, i int) (Number, bool) {
	if n, ok := t.Digits(s, atoms, i); ok {
		return t.scaled(s, atoms, n), true
	}
	return t.spelt(s, atoms, i)
}

// whole takes back what rounding leaves of a product that is a whole number:
// 16.9 billion is not 16,899,999,999.999998.
func whole(v float64) float64 {
	if r := math.Round(v); math.Abs(v-r) < 1e-12*v {
		return r
	}
	return v
}

// scaled multiplies a number in digits by the scale behind it, if any.
func (t *Table) scaled(s string, atoms []Atom, n Number) Number {
	j := n.Next
	if j < len(atoms) && isHyphen(s, atoms[j]) {
		j++ // "3-million"
		if j < len(atoms) && s[atoms[j].Span.Start:atoms[j].Span.End] == "odd" {
			j++ // "30-odd million"
		}
	}
	for ; j < len(atoms); j++ {
		w := t.word(atoms, j)
		switch {
		case w.Scale > 0:
			n.Value, n.Next = whole(n.Value*w.Scale), j+1
			continue
		case w.Short > 1e3 && j == n.Next && (atoms[j].Glued || atoms[j].Span.Len() > 1 && !atoms[j].Upper):
			n.Value, n.Next = whole(n.Value*w.Short), j+1
		}
		break
	}
	return n
}

// spelt reads a cardinal in words by the usual sum of products.
func (t *Table) spelt(s string, atoms []Atom, i int) (Number, bool) {
	total, part := 0.0, 0.0
	last := 1e18 // only smaller parts may follow
	j := i
	if w := t.word(atoms, i); w.Article {
		if next := t.word(atoms, i+1); !next.Hundred && next.Scale == 0 && next.Collective < 12 {
			return Number{}, false
		}
		part, last, j = 1, 1, i+1
	}
	for seen := j; j < len(atoms); {
		w := t.word(atoms, j)
		switch {
		case w.IsUnit && last > 19 && (w.Unit < 10 || last >= 100):
			part, last = part+w.Unit, 1
		case w.Tens > 0 && last >= 100:
			part, last = part+w.Tens, 20
		case w.Hundred && part > 0 && part < 100:
			part, last = part*100, 100
		case w.Scale > 0 && part > 0:
			total, part, last = total+part*w.Scale, 0, w.Scale
		case w.Collective >= 12 && part > 0 && total == 0:
			return Number{Value: part * w.Collective, Next: j + 1}, true
		case j > seen && last >= 100 && last < 1e18 && isAnd(s, atoms[j]) && startsPart(t.word(atoms, j+1)):
			j++
			continue
		case j > seen && last == 20 && isHyphen(s, atoms[j]) && t.word(atoms, j+1).IsUnit:
			j++
			continue
		default:
			return Number{Value: total + part, Next: j}, j > i && (j > seen || total+part > 0 && last != 1)
		}
		j++
	}
	return Number{Value: total + part, Next: j}, j > i
}

func startsPart(w *Word) bool { return w.IsUnit || w.Tens > 0 }

func isAnd(s string, a Atom) bool {
	return a.Kind == Letters && s[a.Span.Start:a.Span.End] == "and"
}

func isHyphen(s string, a Atom) bool {
	return a.Kind == Mark && s[a.Span.Start] == '-'
}

// Ordinal reads an ordinal at i: "21st", "third", "twenty-first".
func (t *Table) Ordinal(s string, atoms []Atom, i int) (Number, bool) {
	if i >= len(atoms) {
		return Number{}, false
	}
	if a := atoms[i]; a.Kind == Digits {
		if a.Span.Len() <= 4 && t.word(atoms, i+1).Suffix && atoms[i+1].Glued {
			return Number{Value: integer(s, a), Next: i + 2, Digits: a.Span.Len()}, true
		}
		return Number{}, false
	}
	w := t.word(atoms, i)
	if w.Ordinal > 0 {
		return Number{Value: float64(w.Ordinal), Next: i + 1}, true
	}
	if w.Tens > 0 && i+1 < len(atoms) {
		j := i + 1
		if isHyphen(s, atoms[j]) {
			j++
		}
		if o := t.word(atoms, j); o.Ordinal > 0 && o.Ordinal < 10 {
			return Number{Value: w.Tens + float64(o.Ordinal), Next: j + 1}, true
		}
	}
	return Number{}, false
}
