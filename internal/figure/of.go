package figure

import (
	"sort"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
)

// of returns what a quantity counts, and how far the quantity's own words
// reach: the whole of a share belongs to it.
func (l *line) of(q *quantity) annot.Spans {
	j := q.next
	if (l.is(j, "of") || l.is(j, "worth") && l.is(j+1, "of")) && !isLength(q.unit) || q.share && l.w(j).whole && !l.taken[j] {
		k := j
		if l.is(j, "of") {
			k++
		}
		if l.is(j, "worth") && l.is(j+1, "of") {
			k = j + 2
		}
		if end := l.phraseEnd(k); end > k && !l.w(k).pronoun {
			if q.share {
				q.next = end
			}
			if per, n := l.rate(end); n > end && !q.share { // "90,000 tonnes of grain a month"
				q.unit += per
			}
			return annot.Spans{l.span(k, end)}
		}
	}
	if n, ok := l.number(j + 1); ok && q.share && l.is(j, "of") && n.money != "" { // "half of $6 billion"
		q.next = n.next
		return annot.Spans{l.span(j+1, n.next)}
	}
	if l.is(j, "in") && q.unit != "" && !q.share {
		if end := l.phraseEnd(j + 1); end > j+1 && l.plain(j+1) {
			return annot.Spans{l.span(j+1, end)} // "$5bn in aid"
		}
	}
	if end := l.numbered(q, j); end > j {
		return annot.Spans{l.span(j, end)}
	}
	if end := l.counted(j); end > j {
		return annot.Spans{l.span(j, end)}
	}
	if of := l.governing(q); of != nil {
		return of
	}
	if q.unit != "" && l.syn != nil {
		return l.changed(q)
	}
	return nil
}

// numbered returns the end of the noun that the tree counts by the number,
// where it follows and only its own modifiers stand between.
func (l *line) numbered(q *quantity, j int) int {
	if l.syn == nil || j >= len(l.atoms) || !l.letters(j) {
		return j
	}
	w := &l.syn.Words[l.token(q.next-1)]
	if w.Rel != ud.Nummod || w.Head < l.token(j) {
		return j
	}
	end := j
	for end < len(l.atoms) && l.token(end) <= w.Head {
		if l.taken[end] || !l.letters(end) && !l.dash(end) && !l.digits(end) && l.mark(end) != '\'' && l.mark(end) != '\u2019' || l.w(end).stop {
			return j
		}
		end++
	}
	return end
}

// changed returns what a verb of change says to have risen or fallen by the
// quantity: its object ("cut quotas by a fifth"), or else its subject.
func (l *line) changed(q *quantity) annot.Spans {
	t := l.token(q.next - 1)
	for range 4 {
		if t = l.syn.Words[t].Head; t == annot.None {
			return nil
		}
		if w := &l.syn.Words[t]; w.UPOS == ud.VERB || l.lex.isChange(w.Lemma) {
			break
		}
	}
	if !l.lex.isChange(l.syn.Words[t].Lemma) {
		return nil
	}
	for _, rel := range [...]ud.DepRel{ud.Obj, ud.Nsubj, ud.NsubjPass} {
		c := l.syn.Child(t, rel)
		if c == annot.None || l.syn.Child(c, ud.Case) != annot.None || !isNominal(l.syn.Words[c].UPOS) || l.syn.Words[c].UPOS == ud.PRON || l.token(q.start) <= c && c <= l.token(q.next-1) {
			continue
		}
		left, _ := l.syn.Edges(c)
		for t := left; t < c; t++ {
			if l.syn.Words[t].UPOS == ud.NUM {
				return nil
			}
		}
		return annot.Spans{l.tokens(left, c)}
	}
	return nil
}

// tokens returns the span from one token to another.
func (l *line) tokens(first, last annot.TokenID) text.Span {
	i := sort.Search(len(l.atoms), func(i int) bool { return l.token(i) >= first })
	j := sort.Search(len(l.atoms), func(i int) bool { return l.token(i) > last })
	return l.span(i, j)
}

// isLength reports whether "of" behind a unit says from where, not what:
// "within 12 miles of the coast".
func isLength(unit string) bool {
	switch unit {
	case "km", "miles", "metres", "nautical miles", "feet", "inches", "yards", "centimetres", "degrees", "degrees Celsius":
		return true
	}
	return false
}

// phraseEnd returns the end of the noun phrase that begins at i: its words up
// to and with the head, without what follows the head.
func (l *line) phraseEnd(i int) int {
	if i >= len(l.atoms) || l.taken[i] {
		return i
	}
	if l.syn != nil {
		return l.nounPhrase(i)
	}
	k := i
	for k < len(l.atoms) && l.w(k).pointing || l.is(k, "a", "an") {
		k++
	}
	return max(l.wordRun(k), i)
}

// wordRun returns the end of a run of words that may be one noun phrase: a
// guess without a tree.
func (l *line) wordRun(i int) int {
	if l.capital(i) {
		for i < len(l.atoms) && (l.capital(i) || l.dash(i) && l.glued(i) && l.glued(i+1)) {
			i++
		}
		return i
	}
	for n := 0; n < 4 && l.plain(i) && !l.w(i).stop && !l.taken[i]; n++ {
		t := l.text(i)
		i++
		if t[len(t)-1] == 's' && len(t) > 3 || irregular(t) {
			break
		}
	}
	return i
}

// nounPhrase follows the tree from the first word of a phrase to its head.
func (l *line) nounPhrase(i int) int {
	t := l.token(i)
	head := t
	for steps := 0; steps < 8; steps++ {
		w := l.syn.Words[head]
		if isNominal(w.UPOS) && !inside(w.Rel) || w.Head == annot.None || w.Head < t {
			break
		}
		if w.Head < head && head != t {
			break
		}
		head = w.Head
	}
	w := l.syn.Words[head]
	if !isNominal(w.UPOS) || head < t {
		return i
	}
	end, nominal := i, false
	for end < len(l.atoms) && l.token(end) <= head {
		nominal = nominal || isNominal(l.syn.Words[l.token(end)].UPOS)
		if nominal && (l.is(end, "and", "or", "but") || l.mark(end) == ',' || l.digits(end) && !l.glued(end)) {
			return end
		}
		end++
	}
	for end < len(l.atoms) && l.plain(end) && l.syn.Words[l.token(end)].UPOS == ud.NOUN && !l.taken[end] { // "student loan debt"
		end++
	}
	for end < len(l.atoms) { // the rest of a name: "the Democratic Republic" stays short, "Ada Writer" does not
		x := l.syn.Words[l.token(end)]
		if x.Rel != ud.Flat || x.Head != head {
			break
		}
		end++
	}
	return end
}

func isNominal(p ud.UPOS) bool { return p == ud.NOUN || p == ud.PROPN || p == ud.PRON }

// inside reports whether a nominal stands inside another phrase.
func inside(r ud.DepRel) bool {
	return r == ud.Compound || r == ud.NmodPoss || r == ud.Amod || r == ud.Flat
}

// counted returns the end of the noun phrase that follows the number at once.
func (l *line) counted(j int) int {
	if j >= len(l.atoms) || l.taken[j] || !l.letters(j) || l.w(j).stop {
		return j
	}
	if l.syn == nil {
		if !l.noun(j) && !irregular(l.text(j)) {
			return j
		}
		return l.wordRun(j)
	}
	switch p := l.syn.Words[l.token(j)].UPOS; p {
	case ud.NOUN, ud.PROPN, ud.NUM:
	case ud.ADJ, ud.VERB, ud.ADV:
		if !l.noun(j) {
			return j
		}
	default:
		return j
	}
	return l.nounPhrase(j)
}

// governing returns the noun phrase that the quantity is put to from behind:
// "a payment of £600", "a levy of 5%".
func (l *line) governing(q *quantity) annot.Spans {
	i := q.start
	if !l.is(i-1, "of", "worth") || i < 2 || !l.letters(i-2) {
		return nil
	}
	end := i - 1
	k := end - 1
	for k > 0 && end-k < 6 {
		switch {
		case l.is(k-1, "s") && l.apostrophe(k-2) && l.glued(k-1) && l.letters(k-3): // "the port's offer"
			for k -= 3; k > 0 && l.capital(k) && l.capital(k-1); {
				k--
			}
			continue
		case l.plain(k-1) && (!l.w(k-1).stop || l.dash(k)) && !l.verbal(k-1):
			k--
			continue
		case l.dash(k-1) && l.glued(k-1) && l.glued(k): // "one-off"
			k--
			continue
		}
		break
	}
	if l.is(k-1, "a", "an", "the", "A", "An", "The") {
		k--
	}
	if l.taken[k] || l.w(end-1).stop {
		return nil
	}
	return annot.Spans{text.Span{Start: l.atoms[k].Span.Start, End: l.atoms[end-1].Span.End}}
}

func (l *line) apostrophe(i int) bool { return l.mark(i) == '\'' || l.mark(i) == '\u2019' }

func (l *line) verbal(i int) bool {
	if l.syn == nil {
		return false
	}
	p := l.syn.Words[l.token(i)].UPOS
	return p == ud.VERB || p == ud.AUX
}
