package figure

import (
	"readout/internal/annot"
	"readout/internal/numeral"
)

// qualified takes in the phrase behind a quantity that bounds it: "a third,
// maybe more", "300 guards, give or take 20". It may stand behind what is
// counted, which then lies inside the figure's words.
func (l *line) qualified(q *quantity, of annot.Spans) {
	j := q.next
	part := q.share && len(of) == 1 && of[0].End == l.atoms[j-1].Span.End
	if b, _ := l.backAt(j); b == noBound && len(of) == 1 {
		for k := j; k < len(l.atoms) && l.atoms[k].Span.End <= of[0].End; k++ {
			if l.atoms[k].Span.Start >= of[0].Start {
				j = k + 1
			}
		}
	}
	b, end := l.backAt(j)
	if b == noBound || l.is(end-1, "plus") && (!q.plain || j > q.next) {
		return
	}
	if b == approximate && l.is(end-1, "take", "minus") {
		if j > q.next && l.anyTaken(end, end+1) {
			return // it is of the share that holds this number
		}
		end = l.tolerance(q, end, part)
	}
	if q.ranged && b != approximate {
		q.approx = true
	}
	l.bounded(q, b)
	q.next = end
}

// backAt returns the phrase behind a quantity that ends at i, a comma, a dash or
// a bracket between them, and what it does.
func (l *line) backAt(i int) (bound, int) {
	switch l.mark(i) {
	case ',', '(', '\u2013', '\u2014':
		if l.is(i+1, "plus") && !l.is(i+2, "or") {
			return noBound, i
		}
		b, end := l.back(i + 1)
		if l.mark(i) == '(' && l.mark(end) == ')' {
			end++
		}
		return b, end
	}
	return l.back(i)
}

// tolerance reads how far a number may be off, behind "give or take", and
// returns the position behind it. What is of another unit, or of the whole of a
// share, only makes it vague, but is no figure of its own.
func (l *line) tolerance(q *quantity, i int, part bool) (end int) {
	v, n, ok := l.value(i)
	if !ok {
		return i
	}
	end = n.next
	u, next, parts := l.unit(end)
	if next > end {
		end = next
	}
	same := u == "" || u == q.unit || q.unit == "percent" && u == "percentage points"
	if same && !part && q.hasLow && q.hasHigh && share(v, parts) < q.low {
		q.low, q.high = q.low-share(v, parts), q.high+share(v, parts)
	}
	for k := i; k < end; k++ {
		l.taken[k] = true
	}
	return end
}

// guessed reports whether another number is put beside the one that ends at i:
// "10, maybe 12, boats".
func (l *line) guessed(i int) bool {
	if l.mark(i) != ',' || !l.is(i+1, "maybe", "perhaps", "possibly", "probably") {
		return false
	}
	_, ok := l.tab.Cardinal(l.s, l.atoms, i+2)
	return ok && (l.atoms[i+2].Kind == numeral.Digits || !l.num(i+2).Article)
}
