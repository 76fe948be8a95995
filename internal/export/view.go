package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/record"
)

// A view answers questions about a record in words.
type view struct {
	r            *record.Record
	text         []rune
	actors       map[string]*record.Actor
	attributions map[string]*record.Attribution
	statements   map[string]*record.Statement
	meetings     map[string]*record.Meeting
	places       map[string]*record.Place
	times        map[string]*record.Time
	inferred     map[record.Span]bool // mentions that the reading inferred
}

func newView(r *record.Record) *view {
	v := &view{
		r:            r,
		text:         []rune(r.Report.Text),
		actors:       index(r.Actors, func(x *record.Actor) string { return x.ID }),
		attributions: index(r.Attributions, func(x *record.Attribution) string { return x.ID }),
		statements:   index(r.Statements, func(x *record.Statement) string { return x.ID }),
		meetings:     index(r.Meetings, func(x *record.Meeting) string { return x.ID }),
		places:       index(r.Places, func(x *record.Place) string { return x.ID }),
		times:        index(r.Times, func(x *record.Time) string { return x.ID }),
		inferred:     map[record.Span]bool{},
	}
	for i := range r.Actors {
		for _, m := range r.Actors[i].Mentions {
			if m.Inferred {
				v.inferred[m.Span] = true
			}
		}
	}
	return v
}

func index[T any](rows []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(rows))
	for i := range rows {
		m[id(&rows[i])] = &rows[i]
	}
	return m
}

// slice returns the words of a span as one line, or nothing where the span is
// not in the text.
func (v *view) slice(s record.Span) string {
	if s[0] < 0 || s[1] > len(v.text) || s[0] >= s[1] {
		return ""
	}
	return oneLine(string(v.text[s[0]:s[1]]))
}

// words returns the words of several pieces, with an ellipsis for what stands
// between them.
func (v *view) words(ss record.Spans) string {
	var b strings.Builder
	for i, s := range ss {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(v.slice(s))
	}
	return b.String()
}

// name returns what an actor is called inside a sentence: an unnamed one
// without the capital of its article.
func (v *view) name(id *string) string {
	if id == nil {
		return ""
	}
	a := v.actors[*id]
	if a == nil {
		return ""
	}
	if a.Named {
		return a.Name
	}
	return lowerFirst(a.Name)
}

// names returns the names of several actors as a list.
func (v *view) names(ids []string) string {
	var names []string
	for _, id := range ids {
		if n := v.name(&id); n != "" {
			names = append(names, n)
		}
	}
	return list(names)
}

// list joins words as a sentence would.
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// chain returns the mouths that a claim came through, from the report inwards.
func (v *view) chain(ids []string) string {
	links := []string{"report"}
	last := ""
	for _, id := range ids {
		if q := v.attributions[id]; q != nil {
			links = append(links, v.link(q, last))
			if last = ""; q.Speaker != nil {
				last = *q.Speaker
			}
		}
	}
	return strings.Join(links, " › ")
}

// link returns one mouth with the words by which it spoke: "Liss Okoro said".
// A mouth that was the last one too is given in the report's own words.
func (v *view) link(q *record.Attribution, last string) string {
	who := v.name(q.Speaker)
	source := v.words(q.Source)
	switch {
	case source != "" && (q.Speaker != nil && *q.Speaker == last || nobody(source)):
		who = lowerFirst(source)
	case who == "" && source != "":
		who = lowerFirst(source)
	case who == "":
		who = "nobody named"
	case len(q.Source) == 1 && v.inferred[q.Source[0]]:
		who += " (inferred)"
	}
	cue := strings.TrimRight(v.words(q.Cue), " :,")
	switch first, n := utf8.DecodeRuneInString(cue); {
	case cue == "":
		return who
	case (first == '\'' || first == '’') && len(cue) > n && source != "": // "they’re saying"
		if who = v.name(q.Speaker); who == "" || who == lowerFirst(source) {
			return lowerFirst(source) + cue
		}
		return lowerFirst(source) + cue + " (" + who + ")"
	case strings.HasPrefix(cue, "to ") && source != "": // "failed on Tuesday to agree"
		cue = v.before(q) + cue
	case unicode.IsUpper(first) && cue != strings.ToUpper(cue): // it begins a sentence
		cue = string(unicode.ToLower(first)) + cue[n:]
	}
	switch {
	case len(q.Source) > 0 && v.owns(q.Source[len(q.Source)-1]):
		return who + "’s " + cue
	case len(q.Source) > 0 && q.Cue[0][0] < q.Source[0][0] && leads(cue):
		return lowerFirst(cue) + " " + who
	case v.passive(q):
		return lowerFirst(cue) + " by " + who
	}
	return who + " " + cue
}

// before returns the words between a source and the infinitive of its cue, which
// tell whether what it says was done; nothing where they are many or divided.
func (v *view) before(q *record.Attribution) string {
	from, to := q.Source[len(q.Source)-1][1], q.Cue[0][0]
	if from < 0 || to <= from || to > len(v.text) || to-from > 40 {
		return ""
	}
	words := string(v.text[from:to])
	if strings.ContainsAny(words, ",;:.\"“”") {
		return ""
	}
	return strings.TrimSpace(words) + " "
}

// nobody reports whether the words of a source say that it is none or few of
// whom they name: "nobody from the company", "neither the city nor the crews".
func nobody(source string) bool {
	words := strings.Fields(strings.ToLower(source))
	if len(words) > 1 && (words[0] == "almost" || words[0] == "not") {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "nobody", "none", "neither", "no", "hardly", "few", "not", "one", "fewer":
		return words[0] != "one" || strings.HasPrefix(strings.ToLower(source), "not")
	}
	return false
}

// owns reports whether words are followed by the mark of a genitive: "the
// mediator's wish".
func (v *view) owns(s record.Span) bool {
	return s[1] >= 0 && s[1]+1 < len(v.text) && (v.text[s[1]] == '’' || v.text[s[1]] == '\'') && v.text[s[1]+1] == 's'
}

// passive reports whether a cue names its source behind "by": "was told by the
// envoy" is not what the envoy was told.
func (v *view) passive(q *record.Attribution) bool {
	if len(q.Cue) == 0 || len(q.Source) == 0 {
		return false
	}
	from, to := q.Cue[len(q.Cue)-1][1], q.Source[0][0]
	return 0 <= from && from < to && to <= len(v.text) && strings.EqualFold(strings.TrimSpace(string(v.text[from:to])), "by")
}

// leads reports whether a cue goes before its source whatever the order:
// "according to".
func leads(cue string) bool {
	switch cue[strings.LastIndexByte(cue, ' ')+1:] {
	case "to", "of", "by", "from", "for":
		return true
	}
	return false
}

// voice returns the chain of a statement, or of the report itself for nil.
func (v *view) voice(id *string) string {
	if id != nil {
		if s := v.statements[*id]; s != nil {
			return v.chain(s.Chain)
		}
	}
	return "report"
}

// oneLine makes one line of words.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// lowerFirst takes the capital from an article or a pronoun that begins
// words; a name keeps it.
func lowerFirst(s string) string {
	head, _, _ := strings.Cut(s, " ")
	switch head {
	case "A", "An", "The", "One", "Two", "Some", "Several", "Many", "His", "Her", "Its", "Their", "He", "She", "It", "They", "Both", "According",
		"Nobody", "None", "Neither", "No", "Hardly", "Few", "Fewer", "Not", "Almost", "Never":
		r, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}

// upperFirst begins words with a capital.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
