package figure

import "math"

// Parts of one: "three-quarters of a percent" is 0.75 percent and no 75, "two
// and a half percent" no 2. A part of something that is itself a unit is so much
// of the unit; only what is no unit can be the whole of a share.

// fractionWords reads a part in words at i, with or without its article: "a
// quarter", "three-quarters", "half".
func (l *line) fractionWords(i int) (v float64, next int) {
	n, j := 1.0, i
	switch w := l.num(i); {
	case w.Article:
		j++
	case w.IsUnit && w.Unit >= 1 && w.Unit <= 9:
		n, j = w.Unit, j+1
	case w.Fraction == 2:
	default:
		return 0, i
	}
	if j > i && l.dash(j) && l.glued(j) {
		j++
	}
	d := l.num(j).Fraction
	if d < 2 || n >= d || l.anyTaken(i, j+1) || n == 1 && l.isPlural(j) {
		return 0, i
	}
	return n / d, j + 1
}

// unitPart reads "a quarter of a percent", "half a percentage point", "a
// quarter point", "three-quarters of a cent a litre".
func unitPart(l *line, i int) (quantity, bool) {
	v, k := l.fractionWords(i)
	if k == i {
		return quantity{}, false
	}
	half, of := l.num(k-1).Fraction == 2, l.is(k, "of")
	if of {
		k++
	}
	one := l.is(k, "a", "an", "one") && (of || half)
	switch {
	case one:
		k++
	case of:
		return quantity{}, false // "a quarter of it"
	case l.dash(k) && l.glued(k):
		k++ // "a half-point"
	}
	u, next, parts := l.unit(k)
	if next == k && l.is(k, "point") {
		u, next, parts = "points", k+1, 1
	}
	if next == k || !one && (l.isMoney(u) || !isRate(u)) || l.taken[k] || u == "percent" && l.w(k).percent == "" && !l.is(k, "per") {
		return quantity{}, false // "a quarter pound"
	}
	q := exactly(math.Round(v/parts*1e5)/1e5, i, next)
	if parts == 1 {
		q = exactly(math.Round(v*1e3)/1e3, i, next)
	}
	q.unit, q.share = u, u == "percent"
	if per, end := l.rate(q.next); end > q.next && l.isMoney(u) {
		q.unit, q.next = u+per, end
	}
	return q, true
}

// isRate reports whether a unit is one that rates are told in.
func isRate(unit string) bool {
	return unit == "percent" || unit == "percentage points" || unit == "points"
}

// andPart reads the part behind a number v that ends at j: "and a half" in "2
// and a half percent", "and three-quarters". Of a number with a scale it is a
// part of the scale: "a million and a half". A scale behind it is of both.
func (l *line) andPart(v float64, j int) (sum float64, next int) {
	k := j
	if l.dash(k) && l.glued(k) {
		k++
	}
	if !l.is(k, "and") {
		return v, j
	}
	k++
	if l.dash(k) && l.glued(k) {
		k++
	}
	if l.num(k).Fraction > 0 && !l.num(k).IsUnit {
		return v, j // "two and half of the rest"
	}
	part, end := l.fractionWords(k)
	if end == k || l.is(end, "of", "dozen", "hour", "the") || l.anyTaken(j, end+1) {
		return v, j
	}
	last := l.num(j - 1)
	whole := max(last.Scale, last.Collective)
	if s := l.num(end).Scale; s > 0 && whole == 0 {
		return (v + part) * s, end + 1
	}
	if _, behind, _ := l.unit(end); behind == end && part != .5 && part != .25 && part != .75 {
		return v, j // "two and a third were hurt"
	}
	return v + part*max(whole, 1), end
}

// vulgar returns the value of a fraction that is one character.
func (l *line) vulgar(i int) float64 {
	switch l.mark(i) {
	case '\u00bd':
		return .5
	case '\u00bc':
		return .25
	case '\u00be':
		return .75
	case '\u2153':
		return .333
	case '\u2154':
		return .667
	case '\u215b':
		return .125
	case '\u215c':
		return .375
	case '\u215d':
		return .625
	case '\u215e':
		return .875
	}
	return 0
}
