package export

import (
	"fmt"
	"slices"
	"strings"

	"readout/record"
)

// A builder makes the entries of a page. A statement that one entry shows is
// not shown again by a later one, but in the list of all.
type builder struct {
	*view
	shown map[string]bool // statements
	told  map[string]bool // claims, see claim
}

// claim tells apart what is claimed and how firmly: each member of a group has
// a statement of its own of one claim, and one entry is enough.
func claim(s *record.Statement) string { return fmt.Sprint(s.Firmness, s.Content, s.Chain) }

// closed takes a quotation mark into words that leave out one of a pair right
// beside them, and leaves out one at their edge whose fellow stands far off.
func (b *builder) closed(ss record.Spans) record.Spans {
	if len(ss) == 0 || ss[0][0] < 0 || ss[len(ss)-1][1] > len(b.text) {
		return ss
	}
	opened := b.opened(ss)
	if opened != 1 && opened != -1 {
		return ss
	}
	ss = slices.Clone(ss)
	first, last := &ss[0], &ss[len(ss)-1]
	isMark := func(at int, curly rune) bool {
		return at >= 0 && at < len(b.text) && (b.text[at] == curly || b.text[at] == '"')
	}
	switch end := last[1]; {
	case opened == 1 && isMark(end, '”'):
		last[1]++
	case opened == 1 && isMark(end+1, '”') && strings.ContainsRune(",.!?", b.text[end]):
		last[1] += 2
	case isMark(first[0]-1, '“'):
		first[0]--
	case opened == 1 && isMark(first[0], '“') && first[0]+1 < first[1]:
		first[0]++
	case isMark(end-1, '”') && last[0]+2 < end:
		if last[1]--; strings.ContainsRune(",.", b.text[last[1]-1]) {
			last[1]--
		}
	}
	return ss
}

// opened counts the quotation marks in words that open without closing, less
// those that close without opening.
func (b *builder) opened(ss record.Spans) int {
	n := 0
	for _, s := range ss {
		for _, r := range b.text[s[0]:max(s[0], s[1])] {
			switch r {
			case '“':
				n++
			case '”':
				n--
			case '"':
				n = 1 - n
			}
		}
	}
	return n
}

// quoteOf returns words with where they stand.
func (b *builder) quoteOf(label string, ss record.Spans, stmt *string) quote {
	ss = b.closed(ss)
	q := quote{Label: label, Words: b.words(ss), Spans: ss}
	if stmt != nil {
		q.Stmt = *stmt
		b.shown[*stmt] = true
		if s := b.statements[*stmt]; s != nil {
			b.told[claim(s)] = true
		}
	}
	return q
}

func (b *builder) meetings() []entry {
	var out []entry
	for i := range b.r.Meetings {
		m := &b.r.Meetings[i]
		e := entry{ID: m.ID, Tag: label(m.Status), Head: b.meetingHead(m), Chain: b.holding(m.Mentions)}
		switch m.Status {
		case record.UnknownStatus:
			e.Tag, e.Tone = "spoken of", maybe // where it stands, the words do not say
		case record.FloatedMeeting:
			e.Tone = maybe
		case record.CalledOff:
			e.Tone = refuse
			if postponed(b.words(m.StatusWords)) {
				e.Tag = "postponed"
			}
		}
		for _, s := range distinct(b.view, m.Mentions) {
			e.Lines = append(e.Lines, quote{Words: b.slice(s), Spans: record.Spans{s}})
		}
		for _, s := range m.Ordinal {
			if ss := (record.Spans{s}); !mentioned(m.Mentions, ss) {
				e.Lines = append(e.Lines, quote{Words: b.slice(s), Spans: ss})
			}
		}
		for _, id := range m.Statements {
			b.shown[id] = true
		}
		if len(m.Candidates) > 0 {
			e.Note = "may be the same as another meeting listed here"
		}
		out = append(out, e)
	}
	order := []record.MeetingStatus{record.UnderWay, record.Due, record.FloatedMeeting, record.UnknownStatus, record.CalledOff, record.Held}
	slices.SortStableFunc(out, func(x, y entry) int {
		rank := func(e entry) int { return slices.Index(order, b.view.meetings[e.ID].Status) }
		return rank(x) - rank(y)
	})
	return out
}

// postponed reports whether the words for a meeting that is off say that it is
// only put off. The record has one standing for both.
func postponed(words string) bool {
	words = strings.ToLower(words)
	for _, w := range [...]string{"postpone", "delay", "defer", "reschedul", "put", "push"} {
		if strings.HasPrefix(words, w) {
			return true
		}
	}
	return false
}

// distinct returns mentions whose words differ, at most three: the longest
// say most.
func distinct(v *view, ss record.Spans) record.Spans {
	const most = 3
	longest := slices.Clone(ss)
	slices.SortStableFunc(longest, func(a, b record.Span) int { return (b[1] - b[0]) - (a[1] - a[0]) })
	var out record.Spans
	seen := map[string]bool{}
	for _, s := range longest {
		w := strings.ToLower(v.slice(s))
		if seen[w] || len(out) == most {
			continue
		}
		seen[w] = true
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b record.Span) int { return a[0] - b[0] })
	return out
}

// mentioned reports whether words stand in one of the mentions.
func mentioned(mentions, words record.Spans) bool {
	return slices.ContainsFunc(mentions, func(m record.Span) bool {
		return m[0] <= words[0][0] && words[len(words)-1][1] <= m[1]
	})
}

// meetingHead returns a meeting's kind, parties, level, place and time.
func (b *builder) meetingHead(m *record.Meeting) string {
	kind := label(m.Kind)
	if m.Kind == record.UnknownMeeting {
		kind = "meeting"
	}
	parts := []string{upperFirst(kind)}
	by := map[record.Participation][]string{}
	for _, p := range m.Participants {
		by[p.Status] = append(by[p.Status], p.Actor)
	}
	if n := b.names(by[record.NamedParticipant]); n != "" {
		parts = append(parts, n)
	}
	for _, s := range []struct {
		status record.Participation
		words  string
	}{{record.PossibleParticipant, "possibly "}, {record.Declined, "declined by "}, {record.KeptOut, "without "}} {
		if n := b.names(by[s.status]); n != "" {
			parts = append(parts, s.words+n)
		}
	}
	if m.Level != nil {
		parts = append(parts, *m.Level)
	}
	for _, s := range []string{b.where(m.Place), b.when(m.Time)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// holding returns the chain of the statement that holds the first of some
// words, the one with the least words around them.
func (b *builder) holding(ss record.Spans) string {
	chain, size := []string(nil), 0
	if len(ss) == 0 {
		return b.chain(nil)
	}
	s := ss[0]
	for i := range b.r.Statements {
		for _, c := range b.r.Statements[i].Content {
			if n := c[1] - c[0]; c[0] <= s[0] && s[1] <= c[1] && (size == 0 || n < size) {
				chain, size = b.r.Statements[i].Chain, n
			}
		}
	}
	return b.chain(chain)
}

func (b *builder) agenda() []entry {
	var out []entry
	for i := range b.r.Meetings {
		m := &b.r.Meetings[i]
		for _, a := range m.Agenda {
			out = gather(out, entry{
				Tag: label(m.Kind), Lines: []quote{b.quoteOf("", record.Spans{a.Span}, a.Statement)}, Chain: b.voice(a.Statement)})
		}
	}
	return out
}

func (b *builder) conditions() []entry {
	var out []entry
	for i := range b.r.Conditions {
		c := &b.r.Conditions[i]
		e := entry{ID: c.ID, Tag: label(c.Kind), Tone: threat, Head: b.whose(c.By, c.To), Chain: b.voice(c.Statement)}
		switch c.Kind {
		case record.Promise:
			e.Tone = give
		case record.Demand, record.Term:
			e.Tone = plain
		}
		e.Lines = append(e.Lines, b.quoteOf(b.connective(c), c.Trigger, c.Statement))
		if len(c.Consequence) > 0 {
			e.Lines = append(e.Lines, b.quoteOf("then", c.Consequence, c.Statement))
		}
		out = append(out, e)
	}
	return append(out, b.stated(record.Threatened, record.Warned, record.ThreatenedIf, record.WarnedIf, record.Promised)...)
}

// connective returns the word that ties a condition, "if" where none does.
func (b *builder) connective(c *record.Condition) string {
	w := strings.ToLower(b.words(c.Connective))
	if w == "" || w == "should" || w == "were" || w == "had" || len(w) > 8 {
		return "if"
	}
	return w
}

// whose returns whose something is and to whom.
func (b *builder) whose(by, to *string) string {
	head := b.name(by)
	if head == "" {
		head = "by whom is not said"
	}
	if t := b.name(to); t != "" {
		head += ", to " + t
	}
	return upperFirst(head)
}

func (b *builder) commitments() []entry {
	var out []entry
	for i := range b.r.Commitments {
		k := &b.r.Commitments[i]
		if k.Statement != nil && b.shown[*k.Statement] && len(k.Excludes) == 0 && k.Firmness == record.Promised {
			continue // shown as what a condition promises
		}
		if k.Firmness != record.Agreed {
			out = append(out, b.commitment(k))
		}
	}
	return append(out, b.stated(record.Offered, record.Interest)...)
}

func (b *builder) commitment(k *record.Commitment) entry {
	e := entry{ID: k.ID, Tag: label(k.Firmness), Tone: toneOf(k.Firmness), Head: b.whose(k.By, k.To), Chain: b.voice(k.Statement)}
	e.Lines = append(e.Lines, b.quoteOf("", k.What, k.Statement))
	if c := b.hangsOn(k); c != nil {
		e.Lines = append(e.Lines, b.quoteOf(b.connective(c), c.Trigger, k.Statement))
	}
	for _, x := range k.Excludes {
		e.Lines = append(e.Lines, b.quoteOf("excludes", record.Spans{x.Span}, nil))
	}
	return e
}

// hangsOn returns the condition on which a commitment is made, or nil: the one
// of the same statement that has words of the commitment as its consequence.
func (b *builder) hangsOn(k *record.Commitment) *record.Condition {
	for i := range b.r.Conditions {
		c := &b.r.Conditions[i]
		if c.Statement == nil || k.Statement == nil || *c.Statement != *k.Statement {
			continue
		}
		for _, x := range c.Consequence {
			for _, w := range k.What {
				if x[0] < w[1] && w[0] < x[1] {
					return c
				}
			}
		}
	}
	return nil
}

func (b *builder) positions() []entry {
	var out []entry
	for i := range b.r.Positions {
		x := &b.r.Positions[i]
		e := entry{ID: x.ID, Tag: "held", Head: b.name(x.Holder), Chain: b.voice(x.Statement)}
		if x.Change != nil {
			e.Tag = label(*x.Change)
		}
		if e.Head == "" {
			e.Head = "whose is not said"
		}
		e.Head = upperFirst(e.Head)
		if x.Issue != nil {
			e.Head += ", on " + *x.Issue
		}
		if t := b.when(x.Since); t != "" {
			e.Head += ", since " + t
		}
		e.Lines = append(e.Lines, b.quoteOf("", x.Words, x.Statement))
		out = append(out, e)
	}
	return append(out, b.stated(record.Demanded, record.Refused, record.RuledOut, record.Insisted)...)
}

// agreed returns what is agreed, be it recorded as a commitment or as said.
func (b *builder) agreed() []entry {
	var out []entry
	for i := range b.r.Commitments {
		if k := &b.r.Commitments[i]; k.Firmness == record.Agreed {
			out = append(out, b.commitment(k))
		}
	}
	return append(out, b.stated(record.Agreed)...)
}

func (b *builder) open() []entry { return b.stated(record.Undecided, record.Floated) }

// stated returns the statements of some firmness that nothing has shown yet.
func (b *builder) stated(classes ...record.Firmness) []entry {
	if !b.r.Report.AboutTalks {
		return nil
	}
	var out []entry
	for i := range b.r.Statements {
		s := &b.r.Statements[i]
		if b.shown[s.ID] || !slices.Contains(classes, s.Firmness) || b.told[claim(s)] || b.courtesy(s) || b.alleged(s) {
			continue
		}
		chain := b.chain(s.Chain)
		if s.Form == record.Narrator {
			chain = "report, in its own voice"
		}
		out = append(out, entry{
			Tag: b.firmness(s), Tone: toneOf(s.Firmness), Head: b.whoSays(s),
			Lines: []quote{b.quoteOf("", s.Content, &s.ID)}, Chain: chain})
	}
	return out
}

// whoSays returns who makes a claim and to whom, or nothing where nobody is named.
func (b *builder) whoSays(s *record.Statement) string {
	head := b.name(s.Speaker)
	if to := b.names(s.Addressees); head != "" && to != "" {
		head += ", to " + to
	}
	return upperFirst(head)
}

func (b *builder) figures() []entry {
	var out []entry
	for i := range b.r.Figures {
		f := &b.r.Figures[i]
		line := quote{Words: b.slice(f.Span), Spans: record.Spans{f.Span}}
		if len(f.Of) > 0 && !mentioned(record.Spans{f.Span}, f.Of) {
			line = quote{Words: b.words(append(record.Spans{f.Span}, f.Of...)), Spans: append(record.Spans{f.Span}, f.Of...)}
			if f.Of[0][0] < f.Span[0] || f.Of[0][0]-f.Span[1] <= 1 {
				line = b.around(f)
			}
		}
		out = append(out, entry{ID: f.ID, Tag: amount(f), Lines: []quote{line}, Chain: b.voice(f.Statement)})
	}
	return out
}

// around returns a figure and what it counts as they stand together.
func (b *builder) around(f *record.Figure) quote {
	s := record.Span{min(f.Span[0], f.Of[0][0]), max(f.Span[1], f.Of[len(f.Of)-1][1])}
	return quote{Words: b.slice(s), Spans: record.Spans{s}}
}

// doubts returns an entry for each sort of doubt, with the words of all.
func (b *builder) doubts() []entry {
	var out []entry
	for i := range b.r.Doubts {
		d := &b.r.Doubts[i]
		if d.Code == record.DoubtNotAboutTalks || d.Code == record.DoubtLanguageNotRead {
			continue // the notice says it
		}
		e := entry{Tag: doubts[d.Code][0], Note: b.doubtNote(d), Tone: maybe}
		switch {
		case d.Span == nil:
		case d.Code == record.DoubtReferenceOpen:
			e.Lines = []quote{b.onwards(*d.Span)}
		default:
			e.Lines = []quote{{Words: b.slice(*d.Span), Spans: record.Spans{*d.Span}}}
		}
		out = gather(out, e)
	}
	for _, e := range b.otherReadings() {
		out = gather(out, e)
	}
	return out
}

// gather adds an entry, or its lines to one that says the same of others.
func gather(list []entry, e entry) []entry {
	same := func(x entry) bool { return x.Tag == e.Tag && x.Note == e.Note && x.Chain == e.Chain }
	j := slices.IndexFunc(list, same)
	if j < 0 {
		return append(list, e)
	}
	for _, l := range e.Lines {
		if !slices.ContainsFunc(list[j].Lines, func(x quote) bool { return slices.Equal(x.Spans, l.Spans) }) {
			list[j].Lines = append(list[j].Lines, l)
		}
	}
	return list
}

// onwards returns words with the few that follow them in their sentence: "he"
// alone does not tell which "he".
func (b *builder) onwards(s record.Span) quote {
	const more = 4
	end := s[1]
	for _, sent := range b.r.Sentences {
		if sent[0] <= s[0] && s[1] <= sent[1] {
			end = sent[1]
		}
	}
	at, words := s[1], 0
	for at < end && words <= more {
		if b.text[at] == ' ' || b.text[at] == '\n' {
			words++
		}
		at++
	}
	if words > more {
		at--
	}
	return quote{Words: b.slice(record.Span{s[0], at}), Spans: record.Spans{s}}
}

// otherReadings names each source that was taken for one actor and may be
// another: whose word it is must not look surer than it is.
func (b *builder) otherReadings() []entry {
	var out []entry
	for i := range b.r.Attributions {
		q := &b.r.Attributions[i]
		if q.Speaker == nil || len(q.Source) != 1 {
			continue
		}
		for _, m := range b.actors[*q.Speaker].Mentions {
			if m.Span == q.Source[0] && m.Inferred && len(m.Alternatives) > 0 {
				out = append(out, entry{Tag: "who?", Tone: maybe, Note: "Taken for " + b.name(q.Speaker) + "; may be " + b.names(m.Alternatives) + ".",
					Lines: []quote{b.onwards(m.Span)}})
			}
		}
	}
	return out
}

// doubtNote says what is in doubt.
func (b *builder) doubtNote(d *record.Doubt) string {
	note := doubts[d.Code][1]
	if d.Code == record.DoubtReferenceOpen && d.Span != nil {
		if alt := b.alternatives(*d.Span); alt != "" {
			note = "May mean " + alt + "."
		}
	}
	if d.Note != nil {
		note += " " + upperFirst(strings.TrimRight(*d.Note, ".")) + "."
	}
	return note
}
