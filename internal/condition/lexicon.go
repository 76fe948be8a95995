package condition

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"readout/internal/lex"
)

// listFile is the word list of this room.
const listFile = "conditionals.txt"

// A connective is one way to introduce a condition: its words, lower case,
// and the rule that says what to do with them.
type connective struct {
	words []string
	rule  *rule
}

// words holds the vocabulary of the room.
type words struct {
	connectives map[string][]connective // by first word, the longest first

	whether, noClause, manner, must, calendar, approval                                                                                        map[string]bool
	threat, warning, promise, offer, stative, demand                                                                                           map[string]bool
	refusal                                                                                                                                    map[string]bool
	counsel, accord, willing, failing, document, observer, party                                                                               map[string]bool
	harm, benefit, begin, end, badNoun, forces, suffered, bond, absent, urging, weapon, happen                                                 map[string]bool
	lapse, receive, fallShort, plan, lever, aside, denial, contingent, harmBare, goodState, badState, burden, rise, fall, ruin, endures, cause map[string]bool

	harmWith, goodWith, reckoning, ruinWith, goesOn, idle map[string]map[string]bool // by verb, the words that make it harm, good, a threat to another, ruin, mere going on, or mere words
}

func loadWords(fsys fs.FS, rules []rule) (*words, error) {
	f, err := lex.Load(fsys, listFile)
	if err != nil {
		return nil, fmt.Errorf("condition: %w", err)
	}
	w := &words{connectives: map[string][]connective{}}
	for _, s := range []struct {
		section string
		set     *map[string]bool
	}{
		{"whether", &w.whether}, {"no clause", &w.noClause}, {"manner", &w.manner}, {"calendar", &w.calendar}, {"approval", &w.approval}, {"must", &w.must},
		{"cue threat", &w.threat}, {"cue warning", &w.warning}, {"cue promise", &w.promise}, {"cue offer", &w.offer}, {"verb stative", &w.stative},
		{"cue demand", &w.demand}, {"cue refusal", &w.refusal},
		{"verb harm", &w.harm}, {"verb benefit", &w.benefit}, {"verb begin", &w.begin}, {"verb end", &w.end},
		{"noun harm", &w.badNoun}, {"noun forces", &w.forces},
		{"verb suffered", &w.suffered}, {"noun bond", &w.bond}, {"absent", &w.absent}, {"urging", &w.urging}, {"noun weapon", &w.weapon}, {"verb happen", &w.happen},
		{"cue counsel", &w.counsel}, {"cue accord", &w.accord}, {"adjective willing", &w.willing}, {"failing", &w.failing},
		{"noun document", &w.document}, {"noun observer", &w.observer}, {"noun party", &w.party},
		{"noun lapse", &w.lapse}, {"verb receive", &w.receive}, {"verb fall short", &w.fallShort}, {"cue plan", &w.plan}, {"noun lever", &w.lever}, {"noun aside", &w.aside}, {"cue denial", &w.denial}, {"noun contingent", &w.contingent}, {"verb harm bare", &w.harmBare}, {"state good", &w.goodState}, {"state bad", &w.badState}, {"noun burden", &w.burden},
		{"verb rise", &w.rise}, {"verb fall", &w.fall}, {"verb ruin", &w.ruin}, {"verb endures", &w.endures}, {"verb cause", &w.cause},
	} {
		if *s.set, err = f.Set(s.section); err != nil {
			return nil, fmt.Errorf("condition: %w", err)
		}
	}
	for section, set := range map[string]*map[string]map[string]bool{"phrase harm": &w.harmWith, "phrase reckoning": &w.reckoning, "phrase ruin": &w.ruinWith, "phrase good": &w.goodWith, "phrase go on": &w.goesOn, "phrase idle": &w.idle} {
		if *set, err = pairs(f, section); err != nil {
			return nil, fmt.Errorf("condition: %w", err)
		}
	}
	for i := range rules {
		if err := w.addConnectives(f, &rules[i]); err != nil {
			return nil, fmt.Errorf("condition: %w", err)
		}
	}
	for _, list := range w.connectives {
		slices.SortStableFunc(list, func(a, b connective) int { return len(b.words) - len(a.words) })
	}
	return w, nil
}

// pairs reads a section of verbs with the words that go with each.
func pairs(f *lex.File, section string) (map[string]map[string]bool, error) {
	entries, err := f.Need(section)
	if err != nil {
		return nil, err
	}
	out := make(map[string]map[string]bool, len(entries))
	for _, e := range entries {
		set := out[e.Fields[0]]
		if set == nil {
			set = map[string]bool{}
			out[e.Fields[0]] = set
		}
		for _, word := range strings.Fields(e.Field(1)) {
			set[word] = true
		}
	}
	return out, nil
}

func (w *words) addConnectives(f *lex.File, r *rule) error {
	entries, err := f.Need(r.section)
	if err != nil {
		return err
	}
	for _, e := range entries {
		ws := strings.Fields(e.Fields[0])
		if e.Fields[0] != strings.ToLower(e.Fields[0]) {
			return e.Errorf("%q is not lower case", e.Fields[0])
		}
		w.connectives[ws[0]] = append(w.connectives[ws[0]], connective{words: ws, rule: r})
	}
	return nil
}
