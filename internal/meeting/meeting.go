package meeting

import (
	"fmt"
	"io/fs"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/record"
)

// A Finder finds meetings. It is safe for concurrent use.
type Finder struct {
	words *words
}

// New reads the word list meetings.txt from fsys.
func New(fsys fs.FS) (*Finder, error) {
	w, err := loadWords(fsys)
	if err != nil {
		return nil, err
	}
	return &Finder{words: w}, nil
}

// reading is one report while it is read.
type reading struct {
	*words
	seg   *annot.Segmentation
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	atts  *annot.Attributions
	ents  *annot.Entities
	stmts *annot.Statements

	thirds  []bool           // by entity: who mediates, hosts or looks on
	press   []bool           // by entity: who only tells of it
	voiceOf []annot.EntityID // by entity: the party it speaks for, or None
	sides   []annot.EntityID // who face each other, or nil
	faced   []faceoff        // all the evidence
	facing  annot.SentenceID // where it is being gathered
	cands   []candidate
}

// Find returns the meetings of a report.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, ms *annot.Mentions, atts *annot.Attributions, ents *annot.Entities, stmts *annot.Statements) *annot.Meetings {
	r := &reading{words: f.words, seg: seg, syn: syn, times: times, ms: ms, atts: atts, ents: ents, stmts: stmts}
	r.findThirds()
	r.findVoices()
	r.sides = r.sidesOf()
	r.collect()
	groups := r.merge()
	r.comings(groups)
	r.fillSides(groups)
	groups = r.worthKeeping(groups)
	found := annot.Meetings{Doubts: r.doubts(groups)}
	for _, g := range groups {
		found.List = append(found.List, r.row(g))
	}
	r.agenda(groups, found.List)
	if checked, err := annot.NewMeetings(seg, ents, times, found); err == nil {
		return checked
	}
	return &annot.Meetings{}
}

// row writes one meeting.
func (r *reading) row(g *group) annot.Meeting {
	m := annot.Meeting{Kind: g.kind(), Place: g.place(), Time: g.time(), Participants: g.parts(), By: "meeting/noun"}
	if g.cands[0].verb {
		m.By = "meeting/verb"
	}
	s := g.surest()
	m.Status = s.status
	if !s.evidence.Empty() {
		m.StatusWords = annot.Spans{s.evidence}
	}
	for _, c := range g.cands {
		m.Mentions = append(m.Mentions, c.span)
		if !c.ordinal.Empty() {
			m.Ordinal = append(m.Ordinal, c.ordinal)
		}
		if m.Level.Empty() {
			m.Level = c.level
		}
	}
	m.Mentions, m.Ordinal = m.Mentions.Normal(), m.Ordinal.Normal()
	for _, i := range g.maybe {
		m.Candidates = append(m.Candidates, annot.MeetingID(i))
	}
	return m
}

// doubts says of each meeting that may be one already listed that it may.
func (r *reading) doubts(groups []*group) []annot.Doubt {
	var out []annot.Doubt
	for _, g := range groups {
		if len(g.maybe) > 0 {
			out = append(out, annot.Doubt{Code: record.DoubtMeetingCandidate, Span: g.cands[0].span})
		}
	}
	return out
}

// words are the lists of lexicon/meetings.txt.
type words struct {
	noun, nounOf, nounWith, nounAgain, verb map[string]record.MeetingKind
	set                                     map[string]map[string]bool
	offVerb                                 map[string][]string   // a verb and the particle with which it calls off
	verbWhen                                map[string][]verbWhen // verbs that mean to meet with a certain word behind them
}

// A verbWhen is a word not far behind a verb that makes a meeting of it: "sat
// down", "spoke by telephone".
type verbWhen struct {
	word string
	kind record.MeetingKind
}

// sets are the headings that hold plain words.
var sets = [...]string{"modifier", "other", "hold", "over", "goes-on", "happens", "floated-verb", "floated-noun", "floated-modifier",
	"due-verb", "due-modifier", "held-modifier", "under-way-modifier", "called-off", "another", "before-prep", "after-prep",
	"ordinal", "agenda-noun", "agenda-verb", "agenda-prep", "about-prep", "join", "stay-away", "keep-out",
	"begin", "leave", "come", "send", "ask", "run-by", "gather-in", "settle", "set-for", "likely", "attend", "gatherer", "apart", "over-noun", "ended", "talk-noun", "open-adjective", "refuse", "room", "not-asked",
	"deny", "claim", "false", "sign", "chance", "fail-to", "plan-noun", "wish", "put-off", "call-for", "deputy",
	"mutual", "between-noun", "third-noun", "third-verb", "lead-verb", "moves", "company", "attending", "preside", "entry", "series", "wanted", "off", "describe", "private", "people-noun", "slate", "team", "offer-noun", "knows", "source", "seek", "pay", "asks-to", "no-face", "own-people", "refusing-noun", "venue", "by-wire", "deal-verb", "sitting-body", "participle", "mar",
	"assure", "reluctant", "press", "means", "fancy", "in-doubt", "truth"}

func loadWords(fsys fs.FS) (*words, error) {
	f, err := lex.Load(fsys, "meetings.txt")
	if err != nil {
		return nil, err
	}
	w := &words{set: map[string]map[string]bool{}, offVerb: map[string][]string{}}
	for _, k := range []struct {
		name string
		into *map[string]record.MeetingKind
	}{{"noun", &w.noun}, {"noun-of", &w.nounOf}, {"noun-with", &w.nounWith}, {"noun-again", &w.nounAgain}, {"verb", &w.verb}} {
		if *k.into, err = loadKinds(f, k.name); err != nil {
			return nil, err
		}
	}
	off, err := f.Need("called-off-verb")
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	for _, e := range off {
		w.offVerb[e.Fields[0]] = append(w.offVerb[e.Fields[0]], e.Field(1))
	}
	when, err := f.Need("verb-when")
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	w.verbWhen = map[string][]verbWhen{}
	for _, e := range when {
		kind, err := meetingKind(e)
		if err != nil {
			return nil, err
		}
		w.verbWhen[e.Fields[0]] = append(w.verbWhen[e.Fields[0]], verbWhen{e.Field(2), kind})
	}
	for _, name := range sets {
		if w.set[name], err = f.Set(name); err != nil {
			return nil, fmt.Errorf("meeting: %w", err)
		}
	}
	return w, nil
}

// loadKinds reads a list of lemmas with a kind of meeting each.
func loadKinds(f *lex.File, section string) (map[string]record.MeetingKind, error) {
	list, err := f.Need(section)
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	kinds := make(map[string]record.MeetingKind, len(list))
	for _, e := range list {
		if kinds[e.Fields[0]], err = meetingKind(e); err != nil {
			return nil, err
		}
	}
	return kinds, nil
}

// meetingKind reads the kind in the second field of an entry.
func meetingKind(e lex.Entry) (record.MeetingKind, error) {
	switch k := record.MeetingKind(e.Field(1)); k {
	case record.Summit, record.Talks, record.Round, record.MeetingProper, record.Call, record.Visit, record.Session:
		return k, nil
	}
	return "", e.Errorf("%q is no kind of meeting", e.Field(1))
}

// is reports whether a lemma stands under a heading.
func (w *words) is(heading, lemma string) bool { return w.set[heading][lemma] }
