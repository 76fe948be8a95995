package assemble

import (
	"strings"
	"unicode"

	"readout/record"
)

// reach is how many statements before and behind one are compared with it: who
// contradicts somebody in a report does so near by. It keeps the work linear.
const reach = 16

// A claim is a statement prepared for comparing.
type claim struct {
	*record.Statement
	stems []string // of the words that carry meaning, sorted by place, each once
}

// tensions lists the pairs of statements that pull apart: one speaker denies,
// refuses or negates what another says, or gives a figure for the same thing
// that cannot hold beside the other's. It is bookkeeping: nobody is right.
func (b *builder) tensions() {
	b.rec.Tensions = []record.Tension{}
	claims := make([]claim, len(b.rec.Statements))
	for i := range b.rec.Statements {
		s := &b.rec.Statements[i]
		claims[i] = claim{s, stems(b.text(s.Content))}
	}
	for i := range claims {
		b.against(claims, i)
	}
	b.figuresApart()
}

// against finds what one statement is said against: the nearest one that
// shares most words with it, or for a bare "denied this" the one before it.
func (b *builder) against(claims []claim, i int) {
	c := &claims[i]
	code := contrary(c.Statement)
	if code == "" || c.Courtesy(b.text(c.Content)) {
		return
	}
	best, most := -1, 0.0
	for j := max(0, i-reach); j < min(len(claims), i+reach+1); j++ {
		o := &claims[j]
		if j == i || !apart(c.Statement, o.Statement) || !answers(code, o.Statement) || o.Courtesy(b.text(o.Content)) {
			continue
		}
		n := shared(c.stems, o.stems)
		least, enough := 2, 0.5
		if code == record.TensionNegated {
			least, enough = 3, 0.6
		}
		if share := float64(n) / float64(max(1, min(len(c.stems), len(o.stems)))); n >= least && share >= enough && share > most {
			best, most = j, share
		}
	}
	if best < 0 && i > 0 && code != record.TensionNegated && len(c.stems) <= 1 && anaphor(b.text(c.Content)) {
		if o := &claims[i-1]; apart(c.Statement, o.Statement) && answers(code, o.Statement) && near(c.Statement, o.Statement) {
			best = i - 1 // "Halvik denies this"
		}
	}
	if best >= 0 {
		b.pull(code, &claims[min(i, best)], &claims[max(i, best)])
	}
}

// anaphor reports whether a few words only look back to what was said: "this",
// "that demand", "an allegation", not "wrongdoing" or "any softening".
func anaphor(words string) bool {
	w := wordsOf(words)
	if len(w) == 0 || len(w) > 3 {
		return false
	}
	switch w[0] {
	case "it", "that", "that's", "that’s", "this", "both", "so", "these", "those", "them", "such", "the", "either":
		return true
	case "to": // "to raise them"
		last := w[len(w)-1]
		return last == "it" || last == "them" || last == "so" || last == "that" || last == "this"
	case "having", "doing":
		return len(w) == 2
	case "a", "an", "his", "her", "its", "their":
		switch w[len(w)-1] {
		case "charge", "charges", "allegation", "allegations", "accusation", "accusations", "claim", "claims", "account", "version", "suggestion", "report", "offer", "proposal", "demand", "request", "invitation", "plan":
			return true
		}
	}
	return false
}

// pull adds a tension, once.
func (b *builder) pull(code record.TensionCode, x, y *claim) {
	for _, t := range b.rec.Tensions {
		if t.Statements[0] == x.ID && t.Statements[1] == y.ID {
			return
		}
	}
	t := record.Tension{ID: id("z", len(b.rec.Tensions)), Code: code, Statements: []string{x.ID, y.ID}}
	for _, k := range x.Issues {
		for _, l := range y.Issues {
			if k == l && t.Issue == nil {
				t.Issue = &k
			}
		}
	}
	b.rec.Tensions = append(b.rec.Tensions, t)
}

// contrary says in which way a statement is said against something.
func contrary(s *record.Statement) record.TensionCode {
	switch {
	case s.Headline:
		return ""
	case s.Firmness == record.Denied:
		return record.TensionDenied
	case s.Firmness == record.Refused, s.Firmness == record.RuledOut:
		return record.TensionRefused
	case s.Negated && plain(s.Firmness):
		return record.TensionNegated
	}
	return ""
}

func plain(f record.Firmness) bool {
	return f == record.Asserted || f == record.Insisted || f == record.Expected || f == record.Believed
}

// answers reports whether a statement is one that another of this sort can be
// said against.
func answers(code record.TensionCode, s *record.Statement) bool {
	switch code {
	case record.TensionDenied:
		return s.Firmness != record.Denied && s.Firmness != record.Undecided && !s.Headline
	case record.TensionRefused:
		switch s.Firmness {
		case record.Demanded, record.Offered, record.Floated, record.Desired, record.Insisted:
			return !s.Headline
		}
		return false
	}
	return !s.Negated && plain(s.Firmness) && !s.Headline
}

// apart reports whether two statements are two voices'.
func apart(a, b *record.Statement) bool {
	return a.Speaker != nil && (b.Speaker == nil || *a.Speaker != *b.Speaker)
}

// near reports whether one statement begins not far behind another's end.
func near(later, earlier *record.Statement) bool {
	const far = 160
	gap := later.Content[0][0] - earlier.Content[len(earlier.Content)-1][1]
	return gap < far
}

// stems returns what words have in common with others of their family: the
// first letters, in lower case, of those that carry meaning.
func stems(words string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) < 4 && !digits(w) || empty(w) {
			continue
		}
		w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "s"), "ed"), "ing"), "e")
		if r := []rune(w); len(r) > 6 {
			w = string(r[:6])
		}
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

func digits(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// empty reports whether a word carries no meaning of its own.
func empty(w string) bool {
	switch w {
	case "that", "this", "these", "those", "with", "would", "will", "have", "been", "were", "from", "they", "their", "them", "there", "which",
		"what", "when", "where", "whether", "could", "should", "might", "must", "than", "then", "more", "such", "some", "into", "over", "only",
		"also", "very", "just", "said", "says", "never", "does", "about", "after", "before", "until", "because", "being", "your", "ours", "here":
		return true
	}
	return false
}

func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				n++
			}
		}
	}
	return n
}

// figuresApart finds figures of the same thing from two voices that cannot
// both hold.
func (b *builder) figuresApart() {
	stated := make(map[string]*record.Statement, len(b.rec.Statements))
	for i := range b.rec.Statements {
		stated[b.rec.Statements[i].ID] = &b.rec.Statements[i]
	}
	fs := b.rec.Figures
	for i := range fs {
		for j := i + 1; j < min(len(fs), i+reach); j++ {
			if fs[i].Statement == nil || fs[j].Statement == nil || !b.sameThing(&fs[i], &fs[j]) || !disjoint(&fs[i], &fs[j]) {
				continue
			}
			if x, y := stated[*fs[i].Statement], stated[*fs[j].Statement]; x != y && (apart(x, y) || apart(y, x)) && plain(x.Firmness) && plain(y.Firmness) {
				b.pull(record.TensionFigures, &claim{Statement: x}, &claim{Statement: y})
			}
		}
	}
}

// sameThing reports whether two figures count the same by their words.
func (b *builder) sameThing(x, y *record.Figure) bool {
	if (x.Unit == nil) != (y.Unit == nil) || x.Unit != nil && *x.Unit != *y.Unit || len(x.Of) == 0 || len(y.Of) == 0 {
		return false
	}
	k, l := stems(b.text(x.Of)), stems(b.text(y.Of))
	return len(k) > 0 && len(l) > 0 && shared(k, l) == min(len(k), len(l))
}

// disjoint reports whether no number fits both figures; a rough one is given
// a tenth of leeway.
func disjoint(x, y *record.Figure) bool {
	above := func(a, b *record.Figure) bool { // a lies wholly above b
		if a.Low == nil || b.High == nil {
			return false
		}
		low, high := *a.Low, *b.High
		if a.Approx || b.Approx {
			low, high = low*0.95, high*1.05
		}
		return low > high
	}
	return above(x, y) || above(y, x)
}
