package figure

import (
	"math"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A rule is one way of giving a quantity, with its proof. In examples the
// figure stands in brackets, its value behind a bar in the manner
// "low high unit approx"; "-" is a bound that is not given. A counter-example
// yields nothing from any rule.
type rule struct {
	id       annot.By
	doc      string
	examples []string
	counter  []string
	match    func(l *line, i int) (quantity, bool)
}

// ruleList returns the rules. At each place the first that matches counts.
func ruleList() []rule {
	return []rule{
		{id: "figure/nearer", match: nearer,
			doc:      "A number by which of two it is nearer to, which share their unit.",
			examples: []string{"It is [nearer 30 than 20 million euros].|30000000 30000000 EUR approx", "It is [closer to $40 than to $30 a barrel].|40 40 USD per barrel approx", "It is [nearer to 8 percent than 6].|8 8 percent approx"},
			counter:  []string{"They are nearer than ever."}},
		{id: "figure/part-of-a-unit", match: unitPart,
			doc:      "A part of one unit, as a rate is moved by.",
			examples: []string{"It rose by [a quarter point].|0.25 0.25 points", "It fell [half a percentage point].|0.5 0.5 percentage points", "They ask [three-quarters of a percent] more.|0.75 0.75 percent", "They ask [a quarter of a per cent].|0.25 0.25 percent", "It costs [half a cent a litre].|0.005 0.005 USD per litre"},
			counter:  []string{"He made half a case.", "A quarter pounder was eaten."}},
		{id: "figure/fraction", match: fraction,
			doc:      "A part of a whole in words, as a percentage.",
			examples: []string{"They hold [a third of the seats].|33.3 33.3 percent", "It fell by [about a quarter].|25 25 percent approx", "[Two-thirds of voters] agree.|66.7 66.7 percent", "It cut [half the jobs].|50 50 percent"},
			counter:  []string{"A third round opened.", "The second half began."}},
		{id: "figure/one-in", match: oneIn,
			doc:      "So many out of so many, as a percentage.",
			examples: []string{"[One in five] agreed.|20 20 percent", "[Nine out of 10] agreed.|90 90 percent", "[One worker in five] agreed.|20 20 percent"},
			counter:  []string{"One clause in the draft changed."}},
		{id: "figure/vague-scale", match: vagueScale,
			doc:      "A scale without a number: at least twice the scale.",
			examples: []string{"It cost [tens of thousands] of jobs.|20000 - approx", "It moved [millions].|2000000 - approx", "They freed [a few dozen] men.|24 - approx", "[Several hundred] men left.|200 - approx"}},
		{id: "figure/percent", match: percent,
			doc:      "A percentage.",
			examples: []string{"They ask [7.5%] more.|7.5 7.5 percent", "They got [between 20 and 30 per cent].|20 30 percent", "They got [2 1/2 per cent].|2.5 2.5 percent", "It rose by [two percentage points].|2 2 percentage points", "They hold [roughly 40% of the lake].|40 40 percent approx"}},
		{id: "figure/money", match: money,
			doc: "A sum of money.",
			examples: []string{"It owes [$1.5bn].|1500000000 1500000000 USD", "It gave [more than 20 million euros].|20000000 - EUR", "It costs [from $3bn to $5bn].|3000000000 5000000000 USD", "It pays [US$40 a barrel].|40 40 USD per barrel", "It pays [80 cents].|0.8 0.8 USD", "Holders get [85 cents on the dollar].|85 85 cents on the dollar", "It asks [$400 a cow].|400 400 USD per cow", "It pays [“about” $40].|40 40 USD approx",
				"It asks [40 or so euros].|40 40 EUR approx", "It asks [30-odd million euros].|30000000 30000000 EUR approx", "It asks [40 euros, give or take].|40 40 EUR approx", "It asks [40 euros or more].|40 - EUR"}},
		{id: "figure/measure", match: measure,
			doc:      "A number of units of measure.",
			examples: []string{"It lands [up to 300 tonnes] of hake.|- 300 tonnes", "It pumps [90,000 barrels per day].|90000 90000 barrels per day", "They claim [12 nautical miles].|12 12 nautical miles"}},
		{id: "figure/votes", match: votes,
			doc:      "The two sides of a vote.",
			examples: []string{"The senate passed it by [52] to 48.|52 52 votes"},
			counter:  []string{"Rovers won 3-1 away."}},
		{id: "figure/count", match: count,
			doc: "A number of people or things.",
			examples: []string{"It holds [at least 1,300] men.|1300 -", "[Nearly 9,000 or so] walked out.|9000 9000 approx", "It employs [20-30] guards.|20 30", "It left [13] dead.|13 13",
				"They want [twelve] ships.|12 12"},
			counter: []string{"An F-16 crashed.", "The G7 met.", "Resolution 2334 stands.", "Article 5 applies.", "Local 31 voted.", "Grade 4 to 6 classes resumed.", "He lives at 10 Garden Street.", "Call 0207-555-0199.", "Call 0800 555 0142 now.", "They left at 7.30 for home.", "It is far below 1990 levels.", "Two officials said so.", "A 45-year-old man spoke.",
				"The two sides met.", "Six-party talks opened.", "Ada Writer, 45, spoke.", "One may hope.", "1. Open the door.", "They met three times."}},
	}
}

// round1 rounds to one decimal, as a reader would write a third in percent.
func round1(v float64) float64 { return math.Round(v*10) / 10 }

// share divides by how many parts make one, without the noise of binary
// fractions: 1.4 cents are 0.014 dollars.
func share(v, parts float64) float64 {
	if parts == 1 {
		return v
	}
	return math.Round(v/parts*1e9) / 1e9
}

// fraction reads "a third", "two-thirds", "half", "three quarters of".
func fraction(l *line, i int) (quantity, bool) {
	n, j := 1.0, i
	if _, next := l.halfScale(i); next > i {
		return quantity{}, false // "three-quarters of a million"
	}
	switch w := l.num(i); {
	case l.is(i, "half", "Half"):
		if l.timeBehind(i + 1) {
			return quantity{}, false
		}
		if !l.w(i+1).whole && !l.halfAlone(i) {
			return quantity{}, false
		}
		return l.shareOf(50, i, i+1), true
	case w.Article, w.IsUnit && w.Unit >= 1 && w.Unit <= 9:
		if !w.Article {
			n = w.Unit
		}
		j++
	default:
		return quantity{}, false
	}
	if l.dash(j) && l.glued(j) {
		j++
	}
	d := l.num(j).Fraction
	if d < 2 || n >= d || l.anyTaken(i, j+1) {
		return quantity{}, false
	}
	of := l.w(j + 1).whole
	if l.dash(j+1) && l.glued(j+1) || l.timeBehind(j+1) {
		return quantity{}, false // "a third-party list", "a quarter of an hour"
	}
	parts := n > 1 && l.isPlural(j) // "two thirds", whatever follows
	if !of && !parts && (n == 1 && !l.boundBefore(i) || l.letters(j+1) && !l.w(j+1).stop) {
		return quantity{}, false
	}
	return l.shareOf(round1(100*n/d), i, j+1), true
}

// halfAlone reports whether "half" at i stands for half of what has been spoken
// of: "pay about half now", "write off half".
func (l *line) halfAlone(i int) bool {
	if l.dash(i+1) && l.glued(i+1) || l.is(i-1, "a", "and", "first", "second", "other", "one") {
		return false
	}
	if l.boundBefore(i) {
		return !l.letters(i+1) || l.noNoun(i+1)
	}
	if l.syn == nil {
		return false
	}
	if i == 0 || l.letters(i+1) && !l.noNoun(i+1) {
		return false
	}
	before := &l.syn.Words[l.token(i-1)]
	return before.UPOS == ud.VERB || before.Rel == ud.CompoundPrt
}

// noNoun reports whether the word at i is neither a noun nor what goes before
// one.
func (l *line) noNoun(i int) bool {
	if l.syn == nil {
		return false
	}
	switch l.syn.Words[l.token(i)].UPOS {
	case ud.VERB, ud.AUX, ud.ADV, ud.ADP, ud.SCONJ, ud.CCONJ:
		return true
	}
	return false
}

// timeBehind reports whether "of an hour" or the like begins at i.
func (l *line) timeBehind(i int) bool {
	if l.is(i, "of") {
		i++
	}
	return l.num(i).Article && (l.w(i+1).per && l.timeUnit(i+1) || l.is(i+1, "century", "decade"))
}

func (l *line) shareOf(v float64, i, next int) quantity {
	q := exactly(v, i, next)
	q.unit, q.share = "percent", true
	return q
}

func (l *line) boundBefore(i int) bool {
	b, _ := l.front(i)
	return b == lowBound || b == highBound || b == overBound || b == underBound || b == approximate || l.is(i-1, "by", "beyond")
}

// oneIn reads "one in five", "nine out of 10".
func oneIn(l *line, i int) (quantity, bool) {
	a, n, ok := l.value(i)
	if !ok || a < 1 || n.scaled || l.glued(i) {
		return quantity{}, false
	}
	j := n.next
	counted := n.words && a == 1 && l.plain(j) && !l.w(j).stop && !l.isPlural(j) && l.is(j+1, "in")
	if counted { // "one worker in five"
		j++
	}
	switch {
	case l.is(j, "in"):
		j++
	case l.is(j, "out") && l.is(j+1, "of"):
		j += 2
		if l.is(j, "every") {
			j++
		}
	default:
		return quantity{}, false
	}
	b, m, ok := l.value(j)
	if !ok || b <= a || b > 1000 || m.scaled || l.is(j-1, "in") && (a > 9 || b > 100 || l.w(m.next).measure != "") {
		return quantity{}, false
	}
	if l.is(j-1, "in") && l.letters(m.next) && !l.w(m.next).stop && l.plain(m.next) && !l.syntaxAllows() && a > 1 {
		return quantity{}, false
	}
	if counted && (b < 3 || l.letters(m.next) && !l.w(m.next).stop && l.noun(m.next)) {
		return quantity{}, false // "one clause in two drafts"
	}
	return l.shareOf(round1(100*a/b), i, m.next), true
}

func (l *line) syntaxAllows() bool { return l.syn == nil }

// vagueScale reads "dozens", "tens of thousands", "several hundred", "a few
// million".
func vagueScale(l *line, i int) (quantity, bool) {
	w := l.num(i)
	if l.anyTaken(i, i+1) {
		return quantity{}, false
	}
	b, start := l.front(i)
	scale := max(w.Scale, 100*boolFloat(w.Hundred))
	if w.Collective >= 12 {
		scale = max(scale, w.Collective)
	}
	if scale > 0 && (b == fewTimes || b == twoTimes) {
		next := i + 1
		for s := l.num(next).Scale; s > 0 && s > scale; s = l.num(next).Scale { // "a few hundred thousand"
			scale, next = scale*s, next+1
		}
		q := l.unitOf(atLeast(2*scale, start, next))
		if b == twoTimes {
			q.high, q.hasHigh = q.low, true
		}
		return q, true
	}
	switch {
	case (w.TensPlural > 0 || w.Plural > 0) && l.is(i+1, "of") && l.num(i+2).Plural > 0:
		return l.unitOf(atLeast(2*max(w.TensPlural, w.Plural)*l.num(i+2).Plural, i, i+3)), true
	case w.Plural > 0 && !l.is(i-1, "per") && !l.capital(i-1):
		return l.unitOf(atLeast(2*w.Plural, i, i+1)), true
	case w.TensPlural == 20 && l.is(i+1, "of") && l.is(i, "scores", "Scores"):
		return atLeast(40, i, i+1), true
	}
	return quantity{}, false
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// unitOf adds to a vague number the unit behind it: "millions of dollars".
func (l *line) unitOf(q quantity) quantity {
	j := q.next
	if l.is(j, "of") {
		j++
	}
	if u, next, parts := l.unit(j); next > j {
		q.unit, q.low, q.high, q.next = u, share(q.low, parts), share(q.high, parts), next
	}
	return q
}

// percent reads a percentage.
func percent(l *line, i int) (quantity, bool) {
	n, ok := l.number(i)
	if !ok {
		return quantity{}, false
	}
	u, next, _ := l.unit(n.next)
	if u != "percent" && u != "percentage points" && u != "basis points" {
		return quantity{}, false
	}
	q := n.quantity
	q.unit, q.next, q.share = u, next, u == "percent"
	return q, true
}

// money reads a sum with its currency before or behind it.
func money(l *line, i int) (quantity, bool) {
	n, ok := l.number(i)
	if !ok {
		return quantity{}, false
	}
	u, next, parts := l.unit(n.next)
	q := n.quantity
	switch {
	case n.money != "":
		q.unit = n.money
		if c := l.lex.words[u]; next > n.next && c == nil && u == n.money {
			q.next = next // "$5 million USD"
		}
	case l.isMoney(u):
		q.unit, q.next = u, next
		if parts > 1 && l.is(next, "on", "in") && l.is(next+1, "the") && l.w(next+2).money != "" {
			q.unit, q.next = l.text(next-1)+" on the "+l.text(next+2), next+3 // a part of what is owed
			return q, true
		}
		q.low, q.high = share(q.low, parts), share(q.high, parts)
	default:
		return quantity{}, false
	}
	if per, end := l.rate(q.next); end > q.next {
		q.unit, q.next = q.unit+per, end
	}
	return q, true
}

// isMoney reports whether a unit is a currency: an ISO code, or the name of
// one whose country the words do not tell.
func (l *line) isMoney(u string) bool {
	if u == "" {
		return false
	}
	if w := l.lex.words[u]; w != nil && w.money != "" && u != "pounds" {
		return true
	}
	return len(u) == 3 && upper(u) == u && u[0] >= 'A'
}

// measure reads a number of units of measure.
func measure(l *line, i int) (quantity, bool) {
	n, ok := l.number(i)
	if !ok || n.money != "" {
		return quantity{}, false
	}
	u, next, _ := l.unit(n.next)
	if next == n.next || u == "percent" || l.isMoney(u) && u != "pounds" || l.named(i) {
		return quantity{}, false
	}
	q := n.quantity
	q.unit, q.next = u, next
	if per, end := l.rate(q.next); end > q.next {
		q.unit, q.next = q.unit+per, end
	}
	return q, true
}

// votes reads one side of "52 to 48" or "52-48" where something near says
// that there was a vote.
func votes(l *line, i int) (quantity, bool) {
	a, n, ok := l.value(i)
	behind := l.dash(i-1) && l.digits(i-2) // the second of "52-48"
	if !ok || n.point || !behind && l.named(i) {
		return quantity{}, false
	}
	first := (l.is(n.next, "to", "against") || l.dash(n.next)) && l.digits(n.next+1)
	second := behind || l.is(i-1, "to", "against") && (l.digits(i-2) || l.is(i-2, "votes") && l.digits(i-3))
	j := n.next
	if l.is(j, "votes", "vote") {
		j++
	}
	first = first || l.is(j, "to") && l.digits(j+1) && j > n.next
	if first == second || !l.ballot(i) || a == 1 && !behind && !first || first && l.is(n.next+1, "1") {
		return quantity{}, false // "by 9 to 1" is a ratio
	}
	if first && l.dash(n.next) {
		if b, _, ok := l.value(n.next + 1); !ok || b > a {
			return quantity{}, false
		}
	}
	if k := n.next + 1; first && l.is(n.next, "to") {
		if b, _, ok := l.value(k); !ok || b > a {
			return quantity{}, false
		}
	}
	q := exactly(a, i, n.next)
	q.unit = "votes"
	return q, true
}

// ballot reports whether a word of a vote stands near i.
func (l *line) ballot(i int) bool {
	for k := max(0, i-8); k < min(len(l.words), i+6); k++ {
		if l.w(k).ballot {
			return true
		}
	}
	return false
}

// count reads a bare number, unless something says that it counts nothing.
func count(l *line, i int) (quantity, bool) {
	n, ok := l.number(i)
	if !ok || n.money != "" || l.named(i) || l.idle(n) {
		return quantity{}, false
	}
	q := n.quantity
	q.plain = true
	return q, true
}
