package figure

import "math"

// A quantity is what a rule reads: bounds, a unit, and the atoms it took.
type quantity struct {
	low, high       float64
	hasLow, hasHigh bool
	unit            string
	approx, strict  bool
	start, next     int  // atoms
	share           bool // a part of a whole, which "of" may name
	ranged          bool
	plain           bool // a bare count, without unit or scale
	vague           bool // a scale without a number, whose low no phrase gave
}

func exactly(v float64, start, next int) quantity {
	return quantity{low: v, high: v, hasLow: true, hasHigh: true, start: start, next: next}
}

func atLeast(v float64, start, next int) quantity {
	return quantity{low: v, hasLow: true, approx: true, vague: true, start: start, next: next}
}

// A number is one number or a range of two, with the money sign before it.
type number struct {
	quantity
	money  string
	point  bool // written with a decimal point
	part   bool // with a fraction behind: "2 1/2", "two and a half"
	scaled bool // with a scale, or grouped digits
	words  bool // written in words
	dashed bool // a range joined by a dash
}

// number reads a number at i, with the sign or code of a currency in front,
// and the second end of a range behind.
func (l *line) number(i int) (number, bool) {
	money, j := l.sign(i)
	v, n, ok := l.value(j)
	if !ok {
		return number{}, false
	}
	n.quantity = exactly(v, i, n.next)
	n.money = money
	if m, ok := l.second(n, j); ok {
		return m, true
	}
	return n, true
}

// value reads one number without a sign. What it says of the form is in n.
func (l *line) value(i int) (float64, number, bool) {
	if v, next := l.halfScale(i); next > i {
		return v, number{words: true, scaled: true, quantity: quantity{next: next}}, true
	}
	if v := l.vulgar(i); v > 0 && !l.glued(i) && !l.taken[i] {
		if _, end, _ := l.unit(i + 1); end > i+1 {
			return v, number{point: true, part: true, quantity: quantity{next: i + 1}}, true
		}
	}
	if part, next, ok := l.properFraction(i); ok {
		if _, end, _ := l.unit(next); end > next { // "1/4 per cent", and no date
			return part, number{point: true, quantity: quantity{next: next}}, true
		}
	}
	c, ok := l.tab.Cardinal(l.s, l.atoms, i)
	if !ok || l.anyTaken(i, c.Next) || math.IsInf(c.Value, 0) {
		return 0, number{}, false
	}
	d, isDigits := l.tab.Digits(l.s, l.atoms, i)
	n := number{words: !isDigits, point: c.Point}
	n.next = c.Next
	if part, next := l.mixed(c.Next); isDigits && d.Next == c.Next && next > c.Next {
		c.Value, n.next, n.point, n.part = c.Value+part, next, true, true
		return c.Value, n, true
	}
	if v, next := l.andPart(c.Value, c.Next); next > c.Next && !c.Point {
		n.next, n.point, n.part, n.scaled = next, v < 1000, true, v >= 1000
		return v, n, true
	}
	n.scaled = isDigits && (d.Next < c.Next || d.Next > i+2) || n.words && c.Value >= 1000
	return c.Value, n, true
}

// mixed reads the fraction of a mixed number behind its digits: "-1/2" in
// "6-1/2 percent", the mark in "2½".
func (l *line) mixed(i int) (part float64, next int) {
	if v := l.vulgar(i); v > 0 {
		return v, i + 1
	}
	if part, next, ok := l.properFraction(i); ok && !l.glued(i) {
		return part, next // "2 1/2"
	}
	if !l.dash(i) || !l.glued(i) || l.mark(i+2) != '/' || !l.glued(i+1) || !l.glued(i+2) || !l.glued(i+3) {
		return 0, i
	}
	a, ok := l.tab.Digits(l.s, l.atoms, i+1)
	b, ok2 := l.tab.Digits(l.s, l.atoms, i+3)
	if !ok || !ok2 || a.Next != i+2 || b.Next != i+4 || a.Value >= b.Value || b.Value > 64 {
		return 0, i
	}
	return a.Value / b.Value, i + 4
}

// properFraction reads "1/2" and the like.
func (l *line) properFraction(i int) (part float64, next int, ok bool) {
	if l.mark(i+1) != '/' || !l.glued(i+1) || !l.glued(i+2) || l.anyTaken(i, i+3) || l.mark(i+3) == '/' {
		return 0, i, false
	}
	a, ok := l.tab.Digits(l.s, l.atoms, i)
	b, ok2 := l.tab.Digits(l.s, l.atoms, i+2)
	if !ok || !ok2 || a.Next != i+1 || b.Next != i+3 || a.Value < 1 || a.Value >= b.Value {
		return 0, i, false
	}
	switch b.Value {
	case 2, 3, 4, 5, 8, 16, 32:
		return a.Value / b.Value, i + 3, true
	}
	return 0, i, false
}

// halfScale reads "half a million", "a quarter-million", "half-billion".
func (l *line) halfScale(i int) (v float64, next int) {
	j, parts := i, 1.0
	if w := l.num(j); w.Article {
		j++
	} else if w.IsUnit && w.Unit > 1 && w.Unit < 4 { // "three-quarters of a million"
		parts, j = w.Unit, j+1
		if l.dash(j) && l.glued(j) {
			j++
		}
	}
	d, of := l.num(j).Fraction, l.is(j+1, "of") && l.num(j+2).Article
	if d < 2 || d <= parts || !of && (d != 2 && d != 4 || parts > 1 || l.num(j).Ordinal > 0) {
		return 0, i
	}
	k := j + 1
	if l.is(k, "of") {
		k++
	}
	if l.num(k).Article || l.dash(k) && l.glued(k) {
		k++
	}
	s := l.num(k)
	if k == j+1 || s.Scale == 0 || l.anyTaken(i, k+1) {
		return 0, i
	}
	return math.Round(parts * s.Scale / d), k + 1
}

func (l *line) anyTaken(i, end int) bool {
	for k := i; k < end && k < len(l.taken); k++ {
		if l.taken[k] {
			return true
		}
	}
	return false
}

// sign reads the sign or the code of a currency and returns the position
// behind it; where there is none, i.
func (l *line) sign(i int) (money string, next int) {
	if l.mark(i) != 0 {
		if c := l.lex.signs[l.text(i)]; c != "" && l.digits(i+1) {
			return l.purse.unit(c, true), i + 1
		}
		return "", i
	}
	if !l.letters(i) {
		return "", i
	}
	w := l.w(i)
	switch {
	case w.letters != "" && l.mark(i+1) == '$' && l.glued(i+1) && l.digits(i+2) && l.capital(i):
		return w.letters, i + 2
	case w.code != "" && l.digits(i+1) && l.capital(i):
		return w.code, i + 1
	case l.is(i, "R") && l.glued(i+1) && l.digits(i+1) && l.sum(i+2):
		return "ZAR", i + 1 // "R12 billion"
	case l.is(i, "N") && l.glued(i+1) && l.digits(i+1) && l.sum(i+2):
		return "NGN", i + 1
	}
	return "", i
}

// sum reports whether a scale stands behind the digits before i, a decimal part
// between them.
func (l *line) sum(i int) bool {
	if l.mark(i) == '.' && l.glued(i) && l.digits(i+1) {
		i += 2
	}
	return l.num(i).Scale >= 1e6 || l.num(i).Short >= 1e6
}

// second reads "-30", "to $5bn" or, behind "between", "and 30".
func (l *line) second(n number, at int) (number, bool) {
	j := n.next
	if _, k, _ := l.unit(j); k > j && l.joint(n.start, k) { // "20% to 30%"
		j = k
	}
	dash := l.dash(j)
	if !l.joint(n.start, j) || dash && l.dash(j+1) {
		return n, false
	}
	money, k := l.sign(j + 1)
	v, m, ok := l.value(k)
	if !ok || money != "" && money != n.money || l.isChange(n.start) {
		return n, false
	}
	low := n.low
	if d, isDigits := l.tab.Digits(l.s, l.atoms, k); isDigits && d.Next < m.next && !n.scaledByWord(l, at) && low <= d.Value {
		if s := l.num(m.next - 1).Scale; !m.part {
			low *= v / d.Value // "3-5 million"
		} else if s > 0 {
			low *= s // "2 to 3 and a half million"
		}
	}
	if s := l.num(m.next - 1).Scale; n.words && m.words && s > 0 && low < v/s && !n.scaled {
		low *= s // "seven to eight million"
	}
	if low >= v || l.mark(m.next) == '/' || j > n.next && !dash && l.moved(n.start) {
		return n, false
	}
	if dash && l.dash(m.next) && l.glued(m.next) && l.digits(m.next+1) {
		return n, false // a telephone number
	}
	if u, end, _ := l.unit(n.next); end > n.next && !dash {
		if v, end, _ := l.unit(m.next); end > m.next && u != v {
			return n, false // "fell 7.5 percent to 3.2 million tonnes"
		}
	}
	r := n
	r.low, r.high, r.next, r.ranged, r.dashed = low, v, m.next, true, dash
	r.scaled, r.point = n.scaled || m.scaled, n.point || m.point
	if money != "" {
		r.money = money
	}
	return r, true
}

// scaledByWord reports whether the number at i carries a scale of its own.
func (n number) scaledByWord(l *line, i int) bool {
	d, ok := l.tab.Digits(l.s, l.atoms, i)
	return ok && d.Next < n.next
}

// joint reports whether what stands at j joins two ends of a range.
func (l *line) joint(start, j int) bool {
	if l.anyTaken(j, j+1) {
		return false
	}
	return l.dash(j) || l.is(j, "to") || l.is(j, "and") && (l.is(start-1, "between", "Between"))
}

// moved reports whether a verb of change stands right before i: "rose 1.4 cents
// to 61.2 cents" is a change and a level, and no range.
func (l *line) moved(i int) bool { return l.w(i-1).change || l.is(i-1, "by") && l.w(i-2).change }

// isChange reports whether a verb of change governs "from A to B".
func (l *line) isChange(i int) bool {
	if !l.is(i-1, "from") {
		return false
	}
	for k := i - 2; k >= 0 && k > i-9; k-- {
		if l.w(k).change {
			return true
		}
		if m := l.mark(k); m == '.' || m == ';' {
			break
		}
	}
	return false
}

// unit reads what a number measures: a percentage, money, a measure. parts is
// how many of it make one of the unit.
func (l *line) unit(i int) (unit string, next int, parts float64) {
	j := i
	if l.dash(j) && l.glued(j) && l.glued(j+1) && (l.w(j+1).measure != "" || l.w(j+1).percent != "" || l.w(j+1).money != "") {
		j++ // "12-mile"
	}
	if l.mark(j) == '%' {
		return "percent", j + 1, 1
	}
	if l.mark(j) == '\u00b0' && l.glued(j) {
		if l.is(j+1, "C") {
			return "degrees Celsius", j + 2, 1
		}
		return "degrees", j + 1, 1
	}
	if behind := l.behindVague(j); behind > j {
		if unit, next, parts = l.unit(behind); next > behind {
			return unit, next, parts
		}
		return "", i, 1
	}
	w := l.w(j)
	switch {
	case j == i && l.is(j, "p") && l.glued(j) && l.digits(j-1):
		return l.purse.unit("GBP", false), j + 1, 100 // "610p"
	case j == i && l.is(j, "C") && l.glued(j) && l.digits(j-1):
		return "degrees Celsius", j + 1, 1 // "1.5C"
	case w.percent != "":
		return l.percentage(j)
	case l.is(j, "per") && l.is(j+1, "cent"):
		return "percent", j + 2, 1
	case w.nation != "" && l.w(j+1).money != "":
		if w.noun == plural(l.text(j+1)) || w.noun == l.w(j+1).money || w.noun == "dollars" && l.w(j+1).money == "USD" || w.noun == "rupees" && l.w(j+1).money == "INR" || w.noun == "pounds" && l.w(j+1).money == "GBP" {
			return w.nation, j + 2, max(l.w(j+1).parts, 1)
		}
		return l.w(j + 1).money, j + 2, max(l.w(j+1).parts, 1)
	case w.nation == "USD" && l.mark(j+1) == '.' && l.is(j+2, "S") && l.w(j+4).money != "": // "U.S. dollars" in atoms
		return "USD", j + 5, 1
	case l.twoWordMoney(j) != "":
		return l.twoWordMoney(j), j + 3, 1
	case w.money == "GBP" && l.weighed(i):
		return "pounds", j + 1, 1
	case w.money != "" && !l.capital(j):
		return l.purse.unit(w.money, false), j + 1, max(w.parts, 1)
	case w.code != "" && l.capital(j) && j == i && upper(l.text(j)) == l.text(j) && len(l.text(j)) == 3:
		return w.code, j + 1, 1
	case w.measure != "":
		return l.measured(j)
	}
	return "", i, 1
}

// behindVague returns where a unit would begin behind words that make the number
// at i-1 vague: "40 or so euros", "40-odd euros"; else i.
func (l *line) behindVague(i int) int {
	if l.odd(i) {
		return i + 2
	}
	if b, end := l.back(i); b == approximate {
		return end
	}
	return i
}

// twoWordMoney returns the currency of a country of two words at i: "Hong Kong
// dollars". It returns nothing where there is none.
func (l *line) twoWordMoney(i int) string {
	if l.w(i+2).money == "" || !l.capital(i) {
		return ""
	}
	switch l.text(i) + " " + l.text(i+1) + " " + plural(l.text(i+2)) {
	case "New Zealand dollars":
		return "NZD"
	case "Hong Kong dollars":
		return "HKD"
	case "South Korean wons":
		return "KRW"
	case "South African rands":
		return "ZAR"
	case "Sri Lankan rupees":
		return "LKR"
	}
	return ""
}

// weighed reports whether pounds at i are a weight.
func (l *line) weighed(i int) bool {
	for k := max(0, i-6); k < min(len(l.words), i+5); k++ {
		if l.w(k).weight {
			return true
		}
	}
	return false
}

func plural(s string) string {
	if s != "" && s[len(s)-1] != 's' {
		return s + "s"
	}
	return s
}

func (l *line) percentage(j int) (string, int, float64) {
	w := l.w(j)
	if w.percent == "percent" {
		return "percent", j + 1, 1
	}
	k := j + 1
	if l.dash(k) {
		k++
	}
	if !l.is(k, "point", "points") {
		return "", j, 1
	}
	if w.percent == "basis" {
		return "basis points", k + 1, 1
	}
	return "percentage points", k + 1, 1
}

func (l *line) measured(j int) (string, int, float64) {
	w := l.w(j)
	switch w.measure {
	case "square", "cubic":
		if m := l.w(j + 1).measure; m != "" {
			return w.measure + " " + m, j + 2, 1
		}
		return "", j, 1
	case "nautical miles":
		if l.w(j+1).measure == "miles" {
			return w.measure, j + 2, 1
		}
		return "", j, 1
	case "degrees":
		if l.is(j+1, "Celsius", "celsius", "C") {
			return "degrees Celsius", j + 2, 1
		}
		if l.is(j+1, "Fahrenheit", "fahrenheit") {
			return "degrees Fahrenheit", j + 2, 1
		}
	}
	return w.measure, j + 1, 1
}

func (l *line) isPlural(i int) bool {
	t := l.text(i)
	return t == "" || t[len(t)-1] == 's'
}

// rate reads "per day", "a barrel", "/year" behind a unit.
func (l *line) rate(i int) (per string, next int) {
	if l.dash(i) && l.glued(i) && l.is(i+1, "a", "an") && l.dash(i+2) && l.glued(i+2) && l.w(i+3).per { // "$1-a-day"
		return " per " + l.text(i+3), i + 4
	}
	switch {
	case l.is(i, "per", "a") && l.w(i+1).measure != "" && l.is(i+2, "hour"): // "per kilowatt hour"
		return " per " + l.text(i+1) + " hour", i + 3
	case (l.is(i, "per", "a", "an") || l.mark(i) == '/' && l.glued(i)) && (l.w(i+1).per || l.w(i+1).measure != "" && !l.isPlural(i+1)) && !l.is(i+2, "ago", "later", "earlier"):
		return " per " + l.text(i+1), i + 2
	case l.is(i, "per") && l.plain(i+1) && !l.w(i+1).stop && !l.is(i+1, "cent"):
		return " per " + l.text(i+1), i + 2
	case l.is(i, "each", "every") && l.w(i+1).per:
		return " per " + l.text(i+1), i + 2
	}
	return "", i
}
