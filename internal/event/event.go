package event

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/internal/undone"
	"readout/record"
)

// roots are the PLOVER roots, by the headings of lexicon/events.txt.
var roots = [...]record.EventType{record.Agree, record.Consult, record.Support, record.Concede, record.Cooperate, record.Aid, record.Retreat,
	record.Request, record.Accuse, record.Reject, record.Threaten, record.Protest, record.Sanction, record.Mobilize, record.Coerce, record.Assault}

// A Finder finds events. It is safe for concurrent use.
type Finder struct {
	words *words
	acts  *undone.Words
}

// New reads the word lists of events and of undone acts from fsys.
func New(fsys fs.FS) (*Finder, error) {
	w, err := loadWords(fsys)
	if err != nil {
		return nil, err
	}
	acts, err := undone.New(fsys)
	if err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	return &Finder{words: w, acts: acts}, nil
}

// reading is one report while it is read.
type reading struct {
	*words
	acts  *undone.Words
	seg   *annot.Segmentation
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	atts  *annot.Attributions
	ents  *annot.Entities
	conds *annot.Conditions
	stmts *annot.Statements
	meets *annot.Meetings

	inside []annot.AttributionID // by token: the innermost attribution whose content holds it, or None
	cueOf  []annot.AttributionID // by token: the attribution whose cue it heads, or None
	hangs  []hanging             // by token: its part in a condition
}

// Find returns the events of a report, in reading order. Headlines are passed
// over: they repeat the body.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, ms *annot.Mentions, atts *annot.Attributions, ents *annot.Entities, conds *annot.Conditions, stmts *annot.Statements, meets *annot.Meetings) *annot.Events {
	r := &reading{words: f.words, acts: f.acts, seg: seg, syn: syn, times: times, ms: ms, atts: atts, ents: ents, conds: conds, stmts: stmts, meets: meets}
	r.indexAttributions()
	r.indexConditions()
	var found annot.Events
	for i := range seg.Sentences {
		if !seg.Body(annot.SentenceID(i)) {
			continue
		}
		for t := seg.Sentences[i].First; t < seg.Sentences[i].End; t++ {
			found.List = append(found.List, r.at(t)...)
		}
	}
	found.List = r.threats(r.consultations(found.List))
	slices.SortStableFunc(found.List, func(a, b annot.EventMention) int { return cmp.Compare(a.Words[0].Start, b.Words[0].Start) })
	if checked, err := annot.NewEvents(seg, ents, stmts, times, found); err == nil {
		return checked
	}
	return &annot.Events{}
}

// at returns the events that a word tells of.
func (r *reading) at(t annot.TokenID) []annot.EventMention {
	switch w := &r.syn.Words[t]; w.UPOS {
	case ud.VERB:
		if d, ok := r.must(t); ok {
			return r.events(d)
		}
		if d, ok := r.gerund(t); ok {
			return r.events(d)
		}
		if d, ok := r.code(t); ok && !r.onlySaid(t, d) && !r.unreal(t) && r.told(d) {
			return r.events(d)
		}
	case ud.NOUN:
		if d, ok := r.codeNoun(t); ok && len(d.actors) > 0 { // "sanctions" alone are talked about, not done
			return r.events(d)
		}
	}
	return nil
}

// events writes an event for each actor and recipient; between equals, one
// for each pair.
func (r *reading) events(d deed) []annot.EventMention {
	if len(d.actors) == 0 && len(d.recipients) == 0 && soft(d.root) {
		return nil
	}
	t := d.at
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	row := annot.EventMention{Type: d.root, Mode: r.modeOf(d), Words: r.tell(d), Object: d.object, Status: r.status(t, st), Time: r.when(t), Place: r.where(d), Statement: st, By: d.by}
	if st == annot.None {
		row.Statement = r.saidBy(t)
	}
	if d.by == "event/must" && row.Status == record.EventPossible {
		row.Status = record.EventAsserted // who says that another must, asks it of him
	}
	if r.called(d) && (row.Status == record.EventAsserted || row.Status == record.EventAlleged) {
		row.Status = record.EventPlanned
	}
	if r.mutual(d) {
		r.pairUp(&d)
	}
	var out []annot.EventMention
	for _, a := range orNone(d.actors) {
		for _, b := range orNone(d.recipients) {
			if a == b {
				continue
			}
			row.Actor, row.Recipient = a, b
			out = append(out, row)
		}
	}
	return out
}

// modeOf returns the mode of a deed that its words tell, or nothing: of the
// noun before the verb, so that "hold a hunger strike" is of the mode hunger.
func (r *reading) modeOf(d deed) string {
	root := strings.ToLower(string(d.root)) + " "
	for _, t := range [...]annot.TokenID{d.last, d.at, r.undergoer(d.at)} {
		if t == annot.None {
			continue
		}
		form, lemma := strings.ToLower(r.seg.Word(t)), r.lemma(r.syn.Words[t].Lemma, r.seg.Word(t))
		if c := r.syn.Child(t, ud.Compound, ud.Amod); c != annot.None && c == t-1 {
			if m := r.mode[root+strings.ToLower(r.seg.Word(c))+" "+lemma]; m != "" {
				return m
			}
		}
		if m := r.mode[root+form]; m != "" {
			return m
		}
		if m := r.mode[root+lemma]; m != "" {
			return m
		}
	}
	return ""
}

// called reports whether a protest is only called: "the union called a strike".
func (r *reading) called(d deed) bool {
	return d.root == record.Protest && d.last != d.at && r.is("announce", r.lemma(r.syn.Words[d.at].Lemma, r.seg.Word(d.at)))
}

// pairUp makes the first named the actor of a deed between equals, and the
// others its recipients. Where only a group is named, they are its members.
func (r *reading) pairUp(d *deed) {
	if len(d.actors) == 1 && len(d.recipients) == 0 {
		if m := r.ents.List[d.actors[0]].Members; len(m) > 1 {
			d.actors = m
		}
	}
	if len(d.actors) < 2 {
		return
	}
	others := slices.Clone(d.actors[1:])
	for _, e := range d.recipients {
		if d.root == record.Consult && !slices.Contains(d.actors, e) {
			others = append(others, e)
		}
	}
	d.actors, d.recipients = d.actors[:1], others
}

// saidBy returns the first statement made by a deed of words itself: what
// "threatened" threatens.
func (r *reading) saidBy(t annot.TokenID) annot.StatementID {
	a := r.cueOf[t]
	if a == annot.None {
		return annot.None
	}
	for i := range r.stmts.List {
		if r.stmts.List[i].Attribution == a {
			return annot.StatementID(i)
		}
	}
	return annot.None
}

// mutual reports whether a deed is one between equals. Agreeing is, promising
// is not.
func (r *reading) mutual(d deed) bool {
	switch d.root {
	case record.Consult, record.Cooperate:
		return true
	case record.Agree:
		return !r.is("vow", r.lemma(r.syn.Words[d.at].Lemma, r.seg.Word(d.at)))
	case record.Support:
		return r.is("deal", r.syn.Words[d.last].Lemma) || d.last != d.at && r.is("bond", r.syn.Words[d.last].Lemma)
	}
	return false
}

// tell returns the words that tell of a deed.
func (r *reading) tell(d deed) annot.Spans {
	switch first, last := min(d.at, d.last), max(d.at, d.last); {
	case last == first:
		return annot.Spans{r.seg.Tokens[first].Span}
	case last == first+1:
		return annot.Spans{r.seg.SpanOf(first, last)}
	default:
		return annot.Spans{r.seg.Tokens[first].Span, r.seg.Tokens[last].Span}
	}
}

func orNone(es []annot.EntityID) []annot.EntityID {
	if len(es) == 0 {
		return []annot.EntityID{annot.None}
	}
	return es
}
