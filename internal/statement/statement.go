package statement

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/internal/undone"
	"readout/record"
)

// A Judge finds statements and judges how firmly each is held. It is not
// changed by use and may serve several goroutines.
type Judge struct {
	words *words
	gov   *governorWords
	acts  *undone.Words
	rules []rule
}

// New reads the word lists of firmness and of issues.
func New(fsys fs.FS) (*Judge, error) {
	w, err := loadWords(fsys)
	if err != nil {
		return nil, err
	}
	g, err := loadGovernors(fsys)
	if err != nil {
		return nil, err
	}
	acts, err := undone.New(fsys)
	if err != nil {
		return nil, fmt.Errorf("statement: %w", err)
	}
	return &Judge{words: w, gov: g, acts: acts, rules: rules()}, nil
}

// Judge returns the statements of a report, in reading order of their content.
func (j *Judge) Judge(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, times *annot.Times,
	ms *annot.Mentions, att *annot.Attributions, ents *annot.Entities, cond *annot.Conditions) *annot.Statements {
	r := newReading(j, seg, quo, syn, times, ms, att, ents, cond)
	for i := range att.List {
		r.attributed(annot.AttributionID(i))
	}
	for i := range seg.Sentences {
		r.narrated(annot.SentenceID(i))
	}
	slices.SortStableFunc(r.rows, func(a, b annot.Statement) int {
		return cmp.Compare(a.Content[0].Start, b.Content[0].Start)
	})
	r.contrasts()
	return r.checked()
}

// checked builds the layer. A row that the constructor turns down is a fault
// of this package; it is left out rather than bring the reading down.
func (r *reading) checked() *annot.Statements {
	build := func(rows []annot.Statement) (*annot.Statements, error) {
		return annot.NewStatements(r.seg, r.att, r.ents, r.cond, r.times, annot.Statements{List: rows, Doubts: r.doubts})
	}
	if s, err := build(r.rows); err == nil {
		return s
	}
	for i := range r.rows {
		r.rows[i].Contrasts = nil // they would name the wrong rows
	}
	rows := slices.DeleteFunc(r.rows, func(row annot.Statement) bool {
		_, err := build([]annot.Statement{row})
		return err != nil
	})
	return &annot.Statements{List: rows, Doubts: r.doubts}
}

// attributed writes the statements that an attribution takes, if any.
func (r *reading) attributed(id annot.AttributionID) {
	if !r.carries(id) {
		return
	}
	claims := r.claims(id)
	if len(claims) == 0 {
		return
	}
	speakers := r.speakers(id)
	frame := r.frame(id)
	open := false
	for _, c := range r.judged(claims) {
		row := frame
		row.Content = c.content
		row.Quotes = r.quotesIn(c.content)
		row.Form = r.formOf(c, row.Quotes)
		row.Firmness, row.FirmnessWords, row.By = c.firmness, c.words, c.by
		row.Negated, row.Evaluative = c.negated || r.nobody(id), c.evaluative
		row.Issues = r.issuesIn(c.content)
		row.Condition = c.condition
		open = open || row.Form != record.Reported
		for _, e := range speakers {
			row.Speaker = e
			r.rows = append(r.rows, row)
		}
	}
	if open && speakers[0] == annot.None {
		r.doubts = append(r.doubts, annot.Doubt{Code: record.DoubtSpeakerOpen, Span: r.att.List[id].Content.Cover()})
	}
}

// nobody reports whether a source denies that there is anybody: "no one in the
// cabinet", "none of the rebels", "not all owners".
func (r *reading) nobody(id annot.AttributionID) bool {
	source := r.att.List[id].Source
	if len(source) == 0 {
		return false
	}
	first, end := r.seg.Within(source[0])
	if first >= end {
		return false
	}
	return nobodyWord(strings.ToLower(r.seg.Word(first))) && !r.numbered(first) || first > 0 && strings.EqualFold(r.seg.Word(first-1), "not")
}

func nobodyWord(w string) bool {
	switch w {
	case "no", "none", "nobody", "neither", "nothing", "not":
		return true
	}
	return false
}

// frame returns what all statements of an attribution share.
func (r *reading) frame(id annot.AttributionID) annot.Statement {
	place, time := r.whereSaid(id)
	return annot.Statement{
		Attribution: id,
		Addressees:  r.addressees(id),
		Place:       place,
		Time:        time,
		Headline:    r.att.List[id].Headline,
	}
}

// speakers returns the entities whose word an attribution gives: each member
// where the source names several side by side, else the one that it denotes
// ("both sides" is one), else None.
func (r *reading) speakers(id annot.AttributionID) []annot.EntityID {
	a := r.att.List[id]
	e := annot.EntityID(annot.None)
	if h := a.SourceHead; h != annot.None {
		m := r.mention[h]
		if e = r.ents.Of(m); e != annot.None && len(r.ms.List[m].Members) > 0 && len(r.ents.List[e].Members) > 0 {
			return r.ents.List[e].Members
		}
	}
	if all := r.coordinated(a); len(all) > 1 && (e == annot.None || slices.Contains(all, e)) {
		return all
	}
	return []annot.EntityID{e}
}

// coordinated returns the entities of a source that names several side by
// side: "the army and the rebels". A comma alone makes no pair: what follows
// it stands in apposition.
func (r *reading) coordinated(a annot.Attribution) []annot.EntityID {
	var out []annot.EntityID
	and, head := false, annot.TokenID(annot.None)
	for _, sp := range a.Source {
		last, wholes := 0, 0
		i := sort.Search(len(r.ms.List), func(i int) bool { return r.ms.List[i].Span.Start >= sp.Start })
		for ; i < len(r.ms.List) && r.ms.List[i].Span.Start < sp.End; i++ {
			m := &r.ms.List[i]
			if m.Whole.Start < last || !sp.Contains(m.Span) || len(m.Members) > 0 {
				continue // inside the one before
			}
			if m.Appositive != annot.None {
				return nil
			}
			if wholes > 0 && r.partOfPhrase(head, m.Head) {
				return nil // "ministers from Norland and the Isles"
			}
			if wholes > 0 {
				joined, by := r.onlyJoins(annot.Span{Start: last, End: max(last, m.Whole.Start)})
				if !joined {
					break
				}
				and = and || by
			}
			if wholes == 0 {
				head = m.Head
			}
			last = m.Whole.End
			wholes++
			if e := r.ents.Of(annot.MentionID(i)); e != annot.None && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if !and {
		return nil
	}
	return out
}

// partOfPhrase reports whether a word hangs on another otherwise than by
// coordination.
func (r *reading) partOfPhrase(head, t annot.TokenID) bool {
	for t != annot.None && t != head {
		w := r.word(t)
		if w.Head == head {
			return w.Rel != ud.Conj
		}
		t = w.Head
	}
	return false
}

// onlyJoins reports whether nothing stands between two phrases but "and",
// commas and determiners, and whether "and" does.
func (r *reading) onlyJoins(sp annot.Span) (joined, and bool) {
	first, end := r.seg.Within(sp)
	for t := first; t < end; t++ {
		switch w := r.word(t); {
		case w.UPOS == ud.CCONJ:
			joined, and = true, true
		case r.seg.Word(t) == ",":
			joined = true
		case w.UPOS == ud.DET:
		default:
			return false, false
		}
	}
	return joined, and
}

// issuesIn returns the issues that some words raise, in the order in which
// they raise them.
func (r *reading) issuesIn(content annot.Spans) []string {
	var out []string
	for _, x := range r.tokens(content) {
		for t := x.first; t < x.end; t++ {
			for _, ph := range r.issuePhrases(t) {
				last, ok := r.matchAt(t, x.end, ph.words, 0)
				if u := r.word(t).UPOS; !ok || last == t && (u == ud.PROPN || ph.noun && u != ud.NOUN) {
					continue // a name raises no issue by itself
				}
				if name := r.words.names[ph.value]; !slices.Contains(out, name) {
					out = append(out, name)
				}
				t = last
				break
			}
		}
	}
	return out
}

// issuePhrases returns the phrases that may begin at a token: by its form, so
// that "waters" is not water, or else by its lemma.
func (r *reading) issuePhrases(t annot.TokenID) []phrase {
	if w := r.seg.Word(t); w != r.word(t).Lemma {
		if l := r.words.issues[strings.ToLower(w)]; l != nil {
			return l
		}
	}
	return r.words.issues[r.word(t).Lemma]
}

// draws says which words set one statement against another, and how.
func draws(w string) (record.Relation, bool) {
	switch w {
	case "but", "however", "yet", "while", "whereas", "contradicting", "instead", "conversely", "meanwhile":
		return record.Contrasting, w != "meanwhile"
	case "though", "although", "nevertheless", "nonetheless", "still":
		return record.Conceding, true
	}
	return "", false
}

// contrasts links statements that the report itself sets against each other:
// by a conjunction between two attributions of a sentence ("X said A, but Y
// said B"), in front of both ("While X said A, Y said B"), or at the head of
// the second's sentence ("However, Y said B"). What somebody contrasts within
// what he says is his own, and is not drawn here. Rows are in reading order.
func (r *reading) contrasts() {
	said := make([]bool, len(r.seg.Tokens)) // tokens inside what is attributed
	for i := range r.att.List {
		for _, x := range r.tokens(r.att.List[i].Content) {
			for t := x.first; t < x.end; t++ {
				said[t] = true
			}
		}
	}
	low := 0 // the first row that begins in the sentence, or behind it
	for id := range r.seg.Sentences {
		sent := r.seg.Sentences[id]
		start := r.span(sent.First).Start
		for low < len(r.rows) && r.rows[low].Content[0].Start < start {
			low++
		}
		if !r.seg.Body(annot.SentenceID(id)) {
			continue
		}
		for t := sent.First; t < sent.End; t++ {
			if rel, ok := draws(r.lower(t)); ok && !said[t] && r.quoted[t] == annot.None && r.word(t).UPOS != ud.NOUN {
				r.draw(t, sent, low, rel)
			}
		}
	}
}

// draw links the statements on both sides of a word that sets them against
// each other. Row low is the first of the sentence.
func (r *reading) draw(t annot.TokenID, sent annot.Sentence, low int, rel record.Relation) {
	end := r.span(sent.End - 1).End
	a, b := -1, -1
	for i := low; i < len(r.rows) && r.rows[i].Content[0].Start < end; i++ {
		if r.rows[i].Content[0].Start < r.span(t).Start {
			a = i
		} else if b < 0 {
			b = i
		}
	}
	head := t == sent.First || t == sent.First+1 && r.word(sent.First).UPOS == ud.PUNCT
	switch {
	case b < 0:
		return
	case a >= 0:
		if !r.parts(t, a, b) {
			return
		}
	case head && r.subordinates(t):
		if a, b = b, r.other(b, end); b < 0 {
			return
		}
	case head && low > 0 && r.near(low-1, sent):
		a = low - 1
	case r.lower(t) == "however" && low > 0 && r.near(low-1, sent):
		a = low - 1
	default:
		return
	}
	r.rows[b].Contrasts = append(r.rows[b].Contrasts, annot.Contrast{With: annot.StatementID(a), Cue: r.span(t), Relation: rel})
}

// subordinates reports whether a word opens a clause that hangs on another.
func (r *reading) subordinates(t annot.TokenID) bool {
	w := r.lower(t)
	return w == "while" || w == "whereas" || w == "though" || w == "although"
}

// other returns the first row behind one in its sentence that another
// attribution carries, or -1.
func (r *reading) other(a int, end int) int {
	for i := a + 1; i < len(r.rows) && r.rows[i].Content[0].Start < end; i++ {
		if r.rows[i].Attribution != r.rows[a].Attribution {
			return i
		}
	}
	return -1
}

// parts reports whether a word between two rows of a sentence joins their
// attributions, and not two things in one mouth or "not only A but B".
func (r *reading) parts(t annot.TokenID, a, b int) bool {
	x, y := &r.rows[a], &r.rows[b]
	if x.Attribution == y.Attribution && x.Attribution != annot.None {
		return false
	}
	if w := r.lower(t); w == "still" || w == "instead" || w == "yet" && r.word(t).UPOS == ud.ADV {
		return false
	}
	return r.word(t).UPOS != ud.ADP
}

// near reports whether a row stands in the sentence before another.
func (r *reading) near(i int, sent annot.Sentence) bool {
	if sent.First == 0 {
		return false
	}
	before := r.seg.SentenceOf(sent.First - 1)
	c := r.rows[i].Content
	return r.seg.SentenceAt(c[len(c)-1].Start) == before && !r.rows[i].Headline
}
