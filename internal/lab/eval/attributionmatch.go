package eval

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/text"
)

// fragmentsOf returns the runs of words in a role's pieces: pieces with
// nothing but white space between them joined, each cut at line breaks.
func fragmentsOf(t *text.Text, pieces text.Spans) text.Spans {
	var joined, out text.Spans
	for _, p := range pieces {
		if n := len(joined); n > 0 && strings.TrimSpace(t.Slice(text.Span{Start: joined[n-1].End, End: p.Start})) == "" {
			joined[n-1].End = p.End
			continue
		}
		joined = append(joined, p)
	}
	for _, p := range joined {
		start := p.Start
		for line := range strings.SplitAfterSeq(t.Slice(p), "\n") {
			if f := trim(t, text.Span{Start: start, End: start + len(line)}, unicode.IsSpace); !f.Empty() {
				out = append(out, f)
			}
			start += len(line)
		}
	}
	return out
}

// edge reports whether the published protocol ignores a rune at the edge of
// a span.
func edge(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || r == '`' }

// trim cuts runes off both ends.
func trim(t *text.Text, s text.Span, drop func(rune) bool) text.Span {
	for !s.Empty() {
		r, n := utf8.DecodeRuneInString(t.Slice(s))
		if !drop(r) {
			break
		}
		s.Start += n
	}
	for !s.Empty() {
		r, n := utf8.DecodeLastRuneInString(t.Slice(s))
		if !drop(r) {
			break
		}
		s.End -= n
	}
	return s
}

// wordsOf returns the runs of letters and digits in a span.
func wordsOf(t *text.Text, s text.Span) text.Spans {
	var words text.Spans
	start := -1
	for i, r := range t.Slice(s) {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, text.Span{Start: s.Start + start, End: s.Start + i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, text.Span{Start: s.Start + start, End: s.End})
	}
	return words
}

func setOf(fragments text.Spans) map[text.Span]bool {
	set := make(map[text.Span]bool, len(fragments))
	for _, f := range fragments {
		set[f] = true
	}
	return set
}

func begins(fragments text.Spans) map[int]bool {
	set := make(map[int]bool, len(fragments))
	for _, f := range fragments {
		set[f.Start] = true
	}
	return set
}

func wordSet(t *text.Text, fragments text.Spans) map[text.Span]bool {
	set := map[text.Span]bool{}
	for _, f := range fragments {
		for _, w := range wordsOf(t, f) {
			set[w] = true
		}
	}
	return set
}

// compareSets counts what two sets share.
func compareSets[K comparable](said, gold map[K]bool) Tally {
	t := Tally{Said: len(said), Gold: len(gold)}
	for k := range said {
		if gold[k] {
			t.Right++
		}
	}
	return t
}

// overlaps pairs fragments one to one with one they share a byte with.
func overlaps(said, gold text.Spans) Tally {
	t := Tally{Said: len(said), Gold: len(gold)}
	j := 0
	for _, a := range said {
		for j < len(gold) && gold[j].End <= a.Start {
			j++
		}
		if j < len(gold) && gold[j].Overlaps(a) {
			t.Right++
			j++
		}
	}
	return t
}

// pair matches attributions by content, the likest first.
func (s *AttributionScores) pair(said, gold attributionSet) {
	type match struct {
		a, b int
		like float64
	}
	var all []match
	saidWords, goldWords := said.contentWords(), gold.contentWords()
	for a := range saidWords {
		for b := range goldWords {
			if like := jaccard(saidWords[a], goldWords[b]); like >= 0.5 {
				all = append(all, match{a, b, like})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y match) int { return cmp.Compare(y.like, x.like) })
	mateA, mateB := make([]int, len(said.rows)), make([]int, len(gold.rows))
	for _, m := range all {
		if mateA[m.a] == 0 && mateB[m.b] == 0 {
			mateA[m.a], mateB[m.b] = m.b+1, m.a+1
		}
	}
	for a := range said.rows {
		s.count(said, a, func(t *Tally) { t.Said++ })
	}
	for b := range gold.rows {
		s.count(gold, b, func(t *Tally) { t.Gold++ })
		if a := mateB[b] - 1; a >= 0 {
			ok := sameSource(said.rows[a], gold.rows[b])
			s.each(gold, b, func(c, sc *Tally) {
				c.Right++
				if ok {
					sc.Right++
				}
			})
		}
	}
}

// count applies f to the tallies of a row and of its classes.
func (s *AttributionScores) count(set attributionSet, row int, f func(*Tally)) {
	s.each(set, row, func(c, sc *Tally) { f(c); f(sc) })
}

func (s *AttributionScores) each(set attributionSet, row int, f func(c, sc *Tally)) {
	f(&s.Content, &s.WithSource)
	quoted, said := set.classes(row)
	f(&s.Classes[quoted].Content, &s.Classes[quoted].WithSource)
	f(&s.Classes[said].Content, &s.Classes[said].WithSource)
}

// sameSource reports whether the predicted head lies in the gold source, or
// both have no source.
func sameSource(said, gold attributionRow) bool {
	a, b := said.roles[0], gold.roles[0]
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	return b.Overlaps(said.head)
}

// contentWords returns the words of each row's content; a row without
// content matches nothing.
func (s attributionSet) contentWords() []map[text.Span]bool {
	all := make([]map[text.Span]bool, len(s.rows))
	for i, row := range s.rows {
		all[i] = wordSet(s.doc.Text, row.roles[2])
	}
	return all
}

func jaccard(a, b map[text.Span]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// classes says how far a row's content stands in quotation marks, and
// whether its cue is a form of "say".
func (s attributionSet) classes(row int) (quoted, said int) {
	t := s.doc.Text
	quoted, said = unquotedClass, otherClass
	for _, c := range s.rows[row].roles[2] {
		w := t.Slice(c)
		switch {
		case quoteMark(w) && quoted != partlyClass:
			quoted = quotedClass
		case strings.ContainsAny(w, "“”\"") || strings.Contains(w, "''"), quoted == quotedClass:
			quoted = partlyClass
		}
	}
	for _, c := range s.rows[row].roles[1] {
		for _, w := range wordsOf(t, c) {
			switch strings.ToLower(t.Slice(w)) {
			case "say", "says", "said", "saying":
				said = sayClass
			}
		}
	}
	return quoted, said
}

// quoteMark reports whether a text begins with a quotation mark and ends
// with one, or with one before a final comma.
func quoteMark(s string) bool {
	s = strings.TrimRight(s, ",. ")
	for _, q := range []struct{ open, shut string }{{"“", "”"}, {"\"", "\""}, {"''", "''"}, {"‘", "’"}} {
		if strings.HasPrefix(s, q.open) && strings.HasSuffix(s, q.shut) {
			return true
		}
	}
	return false
}
