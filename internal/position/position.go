package position

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/undone"
)

// A Finder finds positions and commitments. It is safe for concurrent use.
type Finder struct {
	words *words
}

// words are the lists of lexicon/positions.txt and lexicon/commitments.txt.
type words struct {
	set                map[string]map[string]bool
	deeds              *undone.Words
	turns              map[string][]turn  // of lexicon/positions.txt, by first lemma
	frames, nounFrames map[string][]frame // of lexicon/commitments.txt, by first lemma
}

var sets = [...]string{"stance", "weak-stance", "unchanged-adjective", "not-moving", "seeming", "keeping-on", "strong-move", "former-adverb", "former-verb", "so-far-verb", "sign-noun", "ceasing", "making-move", "kept-up-adverb", "said-verb", "held-verb", "take-in",
	"holding-verb", "unchanged-adverb", "repeated-adverb", "remain", "stance-adjective", "move-noun",
	"charge-word", "together-noun", "together-verb", "together-prep", "part-noun"}

var commitmentSets = [...]string{"claim-noun", "fact-noun", "empty-offer", "forecast-noun", "opposing", "proposal-noun", "wish-word", "take-back", "doing", "no-act", "cannot", "asking", "answer-noun", "be-done", "now-act", "setting-out", "voice", "giving"}

// New reads the word lists positions.txt and commitments.txt from fsys.
func New(fsys fs.FS) (*Finder, error) {
	f, err := lex.Load(fsys, "positions.txt")
	if err != nil {
		return nil, err
	}
	w := &words{set: map[string]map[string]bool{}}
	if w.deeds, err = undone.New(fsys); err != nil {
		return nil, fmt.Errorf("position: %w", err)
	}
	for _, name := range sets {
		if w.set[name], err = f.Set(name); err != nil {
			return nil, fmt.Errorf("position: %w", err)
		}
	}
	if w.turns, err = turns(f); err != nil {
		return nil, fmt.Errorf("position: %w", err)
	}
	if f, err = lex.Load(fsys, "commitments.txt"); err != nil {
		return nil, err
	}
	for _, name := range commitmentSets {
		if w.set[name], err = f.Set(name); err != nil {
			return nil, fmt.Errorf("position: %w", err)
		}
	}
	w.frames, w.nounFrames = frames(f, ""), frames(f, "noun ")
	return &Finder{words: w}, nil
}

// is reports whether a lemma stands under a heading.
func (w *words) is(heading, lemma string) bool { return w.set[heading][lemma] }

// reading is one report while it is read.
type reading struct {
	*words
	seg   *annot.Segmentation
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	atts  *annot.Attributions
	ents  *annot.Entities
	conds *annot.Conditions
	stmts *annot.Statements
}

// Find returns the positions and commitments of a report.
func (f *Finder) Find(seg *annot.Segmentation, syn *annot.Syntax, times *annot.Times, ms *annot.Mentions, atts *annot.Attributions, ents *annot.Entities, conds *annot.Conditions, stmts *annot.Statements) *annot.Positions {
	r := &reading{words: f.words, seg: seg, syn: syn, times: times, ms: ms, atts: atts, ents: ents, conds: conds, stmts: stmts}
	found := annot.Positions{List: r.positions(), Commitments: r.commitments()}
	if checked, err := annot.NewPositions(seg, ents, stmts, times, found); err == nil {
		return checked
	}
	return &annot.Positions{}
}

func lower(s string) string { return strings.ToLower(s) }

// entity returns the entity of the mention headed by t, unless it is a place
// or neither.
func (r *reading) entity(t annot.TokenID) annot.EntityID {
	if t == annot.None {
		return annot.None
	}
	e := r.ents.Of(r.ms.ByHead(t))
	if e == annot.None {
		return annot.None
	}
	if k := r.ents.List[e].Kind; k == annot.PlaceMention || k == annot.OtherMention {
		return annot.None
	}
	return e
}
