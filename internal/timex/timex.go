package timex

import (
	"io/fs"
	"strconv"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/numeral"
	"readout/internal/text"
	"readout/record"
)

// A Finder finds time expressions. It is safe for concurrent use.
type Finder struct {
	words   vocabulary
	numbers *numeral.Table
	rules   []rule
	cues    cues
}

// New reads timex.txt, holidays.txt and numbers.txt.
func New(fsys fs.FS) (*Finder, error) {
	f := &Finder{rules: ruleList()}
	var err error
	if f.numbers, err = numeral.New(fsys); err != nil {
		return nil, err
	}
	if f.words, err = loadVocabulary(fsys); err != nil {
		return nil, err
	}
	list, err := lex.Load(fsys, "timexcues.txt")
	if err != nil {
		return nil, err
	}
	for section, into := range map[string]*map[string]bool{
		"plan": &f.cues.plan, "past": &f.cues.past, "irregular": &f.cues.irregular, "plan-lemma": &f.cues.planLemma, "over": &f.cues.over,
		"planned": &f.cues.planned, "allowed": &f.cues.allowed, "done": &f.cues.done, "moved": &f.cues.moved, "plan-to": &f.cues.planTo,
		"meeting": &f.cues.meeting, "bid": &f.cues.bid, "implicative": &f.cues.implicative,
	} {
		if *into, err = list.Set(section); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Find returns the time expressions of a report with their values, reckoned
// from the date in src or, where that is not given, from the dateline. The
// trees may be nil: then the words around an expression alone say whether it
// lies in the past.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, src annot.Source) *annot.Times {
	t := &annot.Times{}
	t.Anchor = f.anchor(seg, src, t)
	p := &placer{known: t.Anchor.Known()}
	if p.known {
		p.anchor = serial(t.Anchor.Year, t.Anchor.Month, t.Anchor.Day)
	}
	found := f.scan(seg, syn, p)
	l := &line{s: seg.Text.String(), tab: f.numbers, blank: &word{}, syn: syn, rules: f.rules, cues: &f.cues}
	sentence := annot.SentenceID(annot.None)
	for i := range found {
		x := &found[i]
		if x.sentence != sentence {
			sentence = x.sentence
			l.lay(f, seg, seg.Sentences[sentence].First, seg.Sentences[sentence].End)
			p.sentence = len(p.recent)
		}
		p.here = sentence
		p.filed = x.span.Overlaps(seg.DateWords)
		f.row(t, x, p.place(&x.meaning, func() (direction, bool) { return l.direction(x.first, x.end) }))
	}
	checked, err := annot.NewTimes(seg, *t)
	if err != nil { // a bug of ours: a report without times is better than none
		return &annot.Times{Anchor: t.Anchor}
	}
	return checked
}

// An expression is what the grammar found, with where it stands.
type expression struct {
	match
	sentence   annot.SentenceID
	first, end int // atoms of the sentence
	span       text.Span
}

// scan finds the expressions of all sentences and learns from the complete
// dates among them in which order the report writes day and month.
func (f *Finder) scan(seg *annot.Segmentation, syn *annot.Syntax, p *placer) []expression {
	l := &line{s: seg.Text.String(), tab: f.numbers, blank: &word{}, syn: syn, rules: f.rules, cues: &f.cues}
	var found []expression
	for id := range seg.Sentences {
		s := seg.Sentences[id]
		l.lay(f, seg, s.First, s.End)
		for i := 0; i < len(l.atoms); {
			m := l.expression(i)
			if m.next == 0 {
				i = l.after(i)
				continue
			}
			p.order.learn(l, i, &m.meaning)
			x := expression{match: m, sentence: annot.SentenceID(id), first: i, end: m.next}
			x.span = text.Span{Start: l.atoms[i].Span.Start, End: l.atoms[m.next-1].Span.End}
			found = append(found, x)
			i = m.next
			if y, ok := l.secondDay(i, &m.meaning); ok {
				y.sentence = x.sentence
				y.span = text.Span{Start: l.atoms[y.first].Span.Start, End: l.atoms[y.end-1].Span.End}
				found = append(found, y)
				i = y.end
			}
		}
	}
	return found
}

// after returns the next place at which an expression may begin: not inside a
// number or a run of glued letters and digits.
func (l *line) after(i int) int {
	i++
	for i < len(l.atoms) && l.glued(i) && (l.digits(i) && l.letters(i-1) || l.letters(i) && l.digits(i-1)) {
		i++
	}
	return i
}

// secondDay reads the later days of "June 5 and 6": numbers that share the
// month of the date before them.
func (l *line) secondDay(i int, m *meaning) (expression, bool) {
	if m.op != opCalendar || m.cal.gran != day || m.cal.month == 0 || m.cal.hasYear || !l.has(i, cAnd|cOr) {
		return expression{}, false
	}
	d, n, _ := l.dayOfMonth(i + 1)
	if n == 0 || !l.digits(i+1) || !l.whole(i+1, n) || d <= m.cal.day || l.letters(n) && l.w(n).class == 0 || l.w(n).month > 0 || l.mark(n) == '%' {
		return expression{}, false
	}
	second := *m
	second.cal.day, second.cal.weekday = d, 0
	return expression{match: match{meaning: second, next: n, rule: l.ruleOf("timex/month-day")}, first: i + 1, end: n}, true
}

func (l *line) ruleOf(id annot.By) *rule {
	for i := range l.rules {
		if l.rules[i].id == id {
			return &l.rules[i]
		}
	}
	return nil
}

// row adds one expression to the layer.
func (f *Finder) row(t *annot.Times, x *expression, r placement) {
	typ := x.typ
	if r.typ != "" {
		typ = r.typ
	}
	row := annot.Timex{Span: x.span, Type: typ, Value: r.value, Mod: r.mod, Resolved: r.ok, Rule: r.rule, By: x.rule.id}
	if r.anchored {
		row.Anchor = t.Anchor.String()
	}
	t.List = append(t.List, row)
	if r.doubt != "" {
		t.Doubts = append(t.Doubts, annot.Doubt{Code: r.doubt, Span: x.span})
	}
}

// A dateOrder is the order in which a report writes day and month.
type dateOrder int8

const (
	orderUnknown dateOrder = iota
	dayFirst
	monthFirst
	orderMixed
)

// learn takes in a date that shows the order by itself.
func (o *dateOrder) learn(l *line, i int, m *meaning) {
	if m.op != opCalendar || m.cal.gran != day || m.cal.month == 0 || m.cal.swap || m.cal.weekday > 0 {
		return
	}
	shown := dayFirst
	if l.w(i).month > 0 || l.digits(i) && l.run(i, 1, 2) != m.cal.day {
		shown = monthFirst
	}
	if l.run(i, 4, 4) > 0 {
		return // ISO order says nothing
	}
	if *o != orderUnknown && *o != shown {
		shown = orderMixed
	}
	*o = shown
}

// anchor returns the date from which relative times are counted: the
// caller's, the page's, or that of the dateline.
func (f *Finder) anchor(seg *annot.Segmentation, src annot.Source, t *annot.Times) annot.AnchorDate {
	if src.Published != "" {
		if y, m, d, ok := parseISO(src.Published); ok {
			how := record.AnchorGiven
			if src.FromPage {
				how = record.AnchorPage
			}
			return annot.AnchorDate{Year: y, Month: m, Day: d, How: how}
		}
		t.Doubts = append(t.Doubts, annot.Doubt{Code: record.DoubtPublishedUnusable, Note: src.Published})
	}
	if seg.DateWords.Empty() || !seg.Text.Valid(seg.DateWords) {
		return annot.AnchorDate{}
	}
	l := &line{s: seg.Text.String(), tab: f.numbers, blank: &word{}, rules: f.rules, cues: &f.cues}
	l.atoms = f.numbers.Split(nil, l.s, seg.DateWords, 0)
	l.look(f)
	for i := range l.atoms {
		if m := l.longest(i, kDate); m.next > 0 && m.op == opCalendar && m.cal.gran == day && m.cal.hasYear && !m.cal.swap && m.cal.day <= daysIn(m.cal.year, m.cal.month) {
			return annot.AnchorDate{Year: m.cal.year, Month: m.cal.month, Day: m.cal.day, How: record.AnchorDateline}
		}
	}
	return annot.AnchorDate{}
}

// parseISO reads the date of an ISO 8601 date or date-time, extended or basic.
func parseISO(s string) (y, m, d int, ok bool) {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "T "); i >= 0 {
		s = s[:i]
	}
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		s = s[:4] + s[5:7] + s[8:]
	}
	if len(s) != 8 || strings.Trim(s, "0123456789") != "" {
		return 0, 0, 0, false
	}
	n, _ := strconv.Atoi(s) // eight digits
	y, m, d = n/10000, n/100%100, n%100
	return y, m, d, y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}
