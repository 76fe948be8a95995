package figure

// nearer reads "nearer 30 than 20 million euros": the scale and the unit behind
// the second number are those of the first as well, and the second is none that
// is claimed.
func nearer(l *line, i int) (quantity, bool) {
	if !l.is(i-1, "nearer", "closer") && !(l.is(i-1, "to") && l.is(i-2, "nearer", "closer")) {
		return quantity{}, false
	}
	money, j := l.sign(i)
	v, a, ok := l.value(j)
	if !ok {
		return quantity{}, false
	}
	unit, k, parts := l.unit(a.next)
	if !l.is(k, "than") {
		return quantity{}, false
	}
	k++
	if l.is(k, "to") {
		k++
	}
	other, k := l.sign(k)
	_, b, ok := l.value(k)
	if !ok || money != other && money != "" && other != "" {
		return quantity{}, false
	}
	if s := l.num(b.next - 1).Scale; s > 0 && !a.scaled && v < 1000 {
		v *= s
	}
	next := b.next
	if u, end, p := l.unit(next); end > next {
		if unit != "" && u != unit {
			return quantity{}, false
		}
		unit, next, parts = u, end, p
	}
	if money == "" {
		money = other
	}
	if money != "" {
		unit, parts = money, 1
	}
	q := exactly(share(v, parts), i, next)
	q.unit, q.plain = unit, unit == ""
	if per, end := l.rate(next); end > next && unit != "" && unit != "percent" {
		q.unit, q.next = unit+per, end
	}
	return q, true
}
