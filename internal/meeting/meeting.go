package meeting

import (
	"io/fs"

	"readout/internal/annot"
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
	voiceOf []annot.EntityID // by entity: the party it speaks for, or None
	sides   []annot.EntityID // who face each other, or nil
	likely  []annot.EntityID // who do so by less, enough where the words speak of two sides
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
