package figure

import (
	"io/fs"

	"readout/internal/annot"
	"readout/internal/numeral"
	"readout/internal/ud"
)

// A Finder finds figures. It is safe for concurrent use.
type Finder struct {
	words   *vocabulary
	numbers *numeral.Table
	rules   []rule
}

// New reads figure.txt and numbers.txt.
func New(fsys fs.FS) (*Finder, error) {
	f := &Finder{rules: ruleList()}
	var err error
	if f.numbers, err = numeral.New(fsys); err != nil {
		return nil, err
	}
	f.words, err = loadVocabulary(fsys)
	return f, err
}

// Find returns the figures of a report. What times hold is left alone. The
// trees and the times may be nil.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times) *annot.Figures {
	var list []annot.Timex
	if times != nil {
		list = times.List
	}
	l := &line{purse: purse{seg: seg, lex: f.words}, s: seg.Text.String(), tab: f.numbers, lex: f.words, blank: &word{}, none: &numeral.Word{}, syn: syn}
	var out annot.Figures
	at := 0
	for _, s := range seg.Sentences {
		at = l.lay(seg, s, list, at)
		for i := 0; i < len(l.atoms); {
			q, r := f.read(l, i)
			if r == nil {
				i = l.after(i)
				continue
			}
			out.List = append(out.List, l.row(q, r))
			i = max(q.next, i+1)
		}
	}
	checked, err := annot.NewFigures(seg, out)
	if err != nil { // a bug of ours: a report without figures is better than none
		return &annot.Figures{}
	}
	return checked
}

// read applies the rules at i, the first that matches counting.
func (f *Finder) read(l *line, i int) (quantity, *rule) {
	a := &l.atoms[i]
	if l.taken[i] || !(a.Kind == numeral.Digits || a.Num != nil || a.Kind == numeral.Mark && l.digits(i+1) || l.w(i).letters != "" || l.w(i).code != "" || l.is(i, "half", "Half", "N") || a.Kind == numeral.Mark && l.vulgar(i) > 0) {
		return quantity{}, nil
	}
	for k := range f.rules {
		if q, ok := f.rules[k].match(l, i); ok {
			return q, &f.rules[k]
		}
	}
	return quantity{}, nil
}

// after returns the next place at which a figure may begin: a number that is
// none is passed over whole.
func (l *line) after(i int) int {
	if n, ok := l.tab.Cardinal(l.s, l.atoms, i); ok {
		return n.Next
	}
	return i + 1
}

// row makes a figure of a quantity: it takes in the phrases around it and
// finds what is counted.
func (l *line) row(q quantity, r *rule) annot.Figure {
	l.surround(&q)
	of := l.of(&q)
	l.qualified(&q, of)
	if l.odd(q.next) {
		q.approx, q.next = true, q.next+2
	}
	q.approx = q.approx || l.loose(&q) || q.plain && l.guessed(q.next)
	fig := annot.Figure{Span: l.span(q.start, q.next), Unit: q.unit, Approx: q.approx, Strict: q.strict, Of: of, By: r.id}
	if q.hasLow {
		v := q.low
		fig.Low = &v
	}
	if q.hasHigh {
		v := q.high
		fig.High = &v
	}
	return fig
}

// surround takes in the phrases in front of a number: "more than", "about",
// "between".
func (l *line) surround(q *quantity) {
	if q.ranged && (l.is(q.start-1, "between", "Between") || l.is(q.start-1, "from", "From") && l.is(q.start, "")) {
		q.start--
	} else if q.ranged && l.is(q.start-1, "from", "From") && !l.taken[q.start-1] {
		q.start--
	}
	for n := range 2 {
		b, start := l.front(q.start)
		if b == noBound || b == fewTimes || b == twoTimes || l.anyTaken(start, q.start) {
			break
		}
		if start == q.start-1 && b != approximate && (n > 0 || l.w(start-1).takesOver || l.particle(start)) {
			break // "control over some 300 islands", "hand over 150 men"
		}
		if l.is(start, "up") && l.goes(start-1) {
			break // "the levy will go up to 35 %": that is where it goes
		}
		l.bounded(q, b)
		q.start = start
	}
	switch {
	case l.mark(q.next) == '+' && l.glued(q.next):
		l.bounded(q, lowBound)
		q.next++
	case l.dash(q.next) && l.glued(q.next+1) && l.is(q.next+1, "plus") && q.plain:
		l.bounded(q, lowBound) // "90-plus boats"
		q.next += 2
	}
	if q.hasLow != q.hasHigh && !q.vague && l.denied(q.start) {
		q.hasLow, q.hasHigh, q.strict = q.hasHigh, q.hasLow, !q.strict // not more than, not at least
	}
}

// goes reports whether the word at i is a verb of going, whose "up to" leads to
// a new level.
func (l *line) goes(i int) bool {
	switch l.text(i) {
	case "go", "goes", "going", "gone", "went", "come", "comes", "came", "move", "moves", "moved", "creep", "creeps", "crept", "shoot", "shoots", "shot", "step", "stepped", "edge", "edged":
		return true
	}
	return false
}

// particle reports whether the word at i belongs to a verb.
func (l *line) particle(i int) bool {
	return l.syn != nil && l.syn.Words[l.token(i)].Rel == ud.CompoundPrt
}

// denied reports whether what stands at i is bounded under a negated verb:
// who "will not pay more than 4 %" pays 4 % at most.
func (l *line) denied(i int) bool {
	if l.syn == nil {
		return false
	}
	verb := false
	for k := i - 1; k >= 0 && k > i-10; k-- {
		switch w := &l.syn.Words[l.token(k)]; {
		case !l.letters(k) && l.mark(k) != '\'' && l.mark(k) != '\u2019', w.UPOS == ud.SCONJ, w.UPOS == ud.CCONJ, l.w(k).speech:
			return false
		case w.UPOS == ud.VERB:
			verb = true
		case w.Lemma == "not" || w.Lemma == "never":
			return verb
		}
	}
	return false
}

// bounded applies a phrase to a quantity.
func (l *line) bounded(q *quantity, b bound) {
	switch b {
	case lowBound, overBound:
		if !q.ranged {
			q.hasHigh, q.strict = false, b == overBound
		}
	case highBound, underBound:
		if !q.ranged && q.hasHigh {
			q.hasLow, q.strict = false, b == underBound
		}
	case approximate:
		q.approx = true
	}
}
