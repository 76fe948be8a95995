package meeting

import (
	"io/fs"

	"readout/internal/annot"
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

	cands []candidate
}

// Find returns the meetings of a report.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, ms *annot.Mentions, atts *annot.Attributions, ents *annot.Entities, stmts *annot.Statements) *annot.Meetings {
	r := &reading{words: f.words, seg: seg, syn: syn, times: times, ms: ms, atts: atts, ents: ents, stmts: stmts}
	r.collect()
	groups := r.merge()
	r.comings(groups)
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
