package event

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// roots are the PLOVER roots, by the headings of lexicon/events.txt.
var roots = [...]record.EventType{record.Agree, record.Consult, record.Support, record.Concede, record.Cooperate, record.Aid, record.Retreat,
	record.Request, record.Accuse, record.Reject, record.Threaten, record.Protest, record.Sanction, record.Mobilize, record.Coerce, record.Assault}

// A Finder finds events. It is safe for concurrent use.
type Finder struct {
	verb  map[string]record.EventType // by lemma
	pair  map[string]record.EventType // by lemma and the word that must follow
	noun  map[string]record.EventType
	first map[string]bool // lemmas that begin a pair
}

// New reads the word list events.txt from fsys.
func New(fsys fs.FS) (*Finder, error) {
	f, err := lex.Load(fsys, "events.txt")
	if err != nil {
		return nil, err
	}
	x := &Finder{verb: map[string]record.EventType{}, pair: map[string]record.EventType{}, noun: map[string]record.EventType{}, first: map[string]bool{}}
	for _, root := range roots {
		heading := strings.ToLower(string(root))
		verbs, err := f.Need(heading)
		if err != nil {
			return nil, fmt.Errorf("event: %w", err)
		}
		for _, e := range verbs {
			into, key := x.verb, e.Fields[0]
			if next := e.Field(1); next != "" {
				x.first[key] = true
				into, key = x.pair, key+" "+next
			}
			if old, ok := into[key]; ok {
				return nil, e.Errorf("%q is coded %s already", key, old)
			}
			into[key] = root
		}
		for _, e := range f.Section(heading + "-noun") {
			x.noun[e.Fields[0]] = root
		}
	}
	return x, nil
}

// reading is one report while it is read.
type reading struct {
	*Finder
	seg   *annot.Segmentation
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	ents  *annot.Entities
	stmts *annot.Statements
}

// Find returns the events of a report, in reading order. Headlines are passed
// over: they repeat the body.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, ms *annot.Mentions, ents *annot.Entities, stmts *annot.Statements) *annot.Events {
	r := &reading{Finder: f, seg: seg, syn: syn, times: times, ms: ms, ents: ents, stmts: stmts}
	var found annot.Events
	for i := range seg.Sentences {
		if !seg.Body(annot.SentenceID(i)) {
			continue
		}
		for t := seg.Sentences[i].First; t < seg.Sentences[i].End; t++ {
			found.List = append(found.List, r.at(t)...)
		}
	}
	if checked, err := annot.NewEvents(seg, ents, stmts, times, found); err == nil {
		return checked
	}
	return &annot.Events{}
}

// at returns the events that a word tells of.
func (r *reading) at(t annot.TokenID) []annot.EventMention {
	switch w := &r.syn.Words[t]; w.UPOS {
	case ud.VERB:
		if root, last := r.code(t); root != "" {
			return r.events(t, root, last, r.actors(t), r.recipients(t), "event/verb")
		}
	case ud.NOUN:
		root, ok := r.noun[w.Lemma]
		if !ok {
			root, ok = r.noun[strings.ToLower(r.seg.Word(t))]
		}
		if ok {
			actor := r.ofNoun(t)
			if len(actor) == 0 {
				return nil // "sanctions" alone are talked about, not done
			}
			return r.events(t, root, t, actor, r.against(t), "event/noun")
		}
	}
	return nil
}

// code looks a verb up, together with what follows it first. last is the last
// of the words that tell of the event.
func (r *reading) code(t annot.TokenID) (record.EventType, annot.TokenID) {
	lemma := r.syn.Words[t].Lemma
	if r.first[lemma] {
		for c := range r.syn.Children(t) {
			for _, next := range [...]annot.TokenID{c, r.syn.Child(c, ud.Case)} {
				if next == annot.None || next < t {
					continue
				}
				if root, ok := r.pair[lemma+" "+strings.ToLower(r.seg.Word(next))]; ok {
					return root, next
				}
			}
		}
	}
	return r.verb[lemma], t
}

// events writes an event for each actor and recipient.
func (r *reading) events(t annot.TokenID, root record.EventType, last annot.TokenID, actors, recipients []annot.EntityID, by annot.By) []annot.EventMention {
	if len(actors) == 0 && len(recipients) == 0 {
		return nil
	}
	words := annot.Spans{r.seg.Tokens[t].Span}
	if last > t+1 {
		words = append(words, r.seg.Tokens[last].Span)
	} else if last == t+1 {
		words = annot.Spans{r.seg.SpanOf(t, last)}
	}
	st := r.stmts.Holding(r.seg.Tokens[t].Span)
	row := annot.EventMention{Type: root, Words: words, Status: r.status(t, st), Time: r.when(t), Place: r.where(t), Statement: st, By: by}
	var out []annot.EventMention
	for _, a := range orNone(actors) {
		for _, b := range orNone(recipients) {
			if a == b {
				continue
			}
			row.Actor, row.Recipient = a, b
			out = append(out, row)
		}
	}
	return out
}

func orNone(es []annot.EntityID) []annot.EntityID {
	if len(es) == 0 {
		return []annot.EntityID{annot.None}
	}
	return es
}
