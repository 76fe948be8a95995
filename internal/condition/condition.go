package condition

import (
	"io/fs"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A Finder finds conditions. It is not changed by use and may serve several
// goroutines.
type Finder struct {
	words *words
}

// New reads the word list of conditions.
func New(fsys fs.FS) (*Finder, error) {
	w, err := loadWords(fsys, rules())
	if err != nil {
		return nil, err
	}
	return &Finder{words: w}, nil
}

// Find returns the conditions of a report, in reading order of their
// connectives. Headlines are read like the rest.
func (f *Finder) Find(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, att *annot.Attributions) *annot.Conditions {
	s := &search{words: f.words, seg: seg, quo: quo, syn: syn, att: att}
	var rows []annot.Condition
	for i := range seg.Sentences {
		for _, l := range s.links(seg.Sentences[i]) {
			if row, ok := s.resolve(l); ok {
				rows = append(rows, row)
			}
		}
	}
	return checked(seg, att, rows)
}

// checked builds the layer. A row that the constructor turns down is a fault
// of this package; it is left out rather than bring the reading down.
func checked(seg *annot.Segmentation, att *annot.Attributions, rows []annot.Condition) *annot.Conditions {
	if c, err := annot.NewConditions(seg, att, annot.Conditions{List: rows}); err == nil {
		return c
	}
	rows = slices.DeleteFunc(rows, func(row annot.Condition) bool {
		_, err := annot.NewConditions(seg, att, annot.Conditions{List: []annot.Condition{row}})
		return err != nil
	})
	return &annot.Conditions{List: rows}
}

// A search is the state of one reading.
type search struct {
	words *words
	seg   *annot.Segmentation
	quo   *annot.Quotations
	syn   *annot.Syntax
	att   *annot.Attributions

	about [][]annot.AttributionID // attributions with words in each sentence; made when first asked for
}

// A link is a condition before it is known who sets it.
type link struct {
	rule       *rule
	connective run
	trigger    run
	head       annot.TokenID // of the trigger
	governor   annot.TokenID // the word that the trigger depends on, or None

	// consequence is set by rules that know it; for the rest it is the
	// governor's clause.
	consequence []run
	next        run                 // the next condition, where the tree has it in this one's clause
	gapped      bool                // the consequence shares the governor's verb
	split       bool                // the trigger has a said-clause in it
	demand      annot.AttributionID // what demands the trigger, where demanded is true
	demanded    bool
	shown       run        // the connective, where it is taken up again and the link's holds both
	holder      annot.Span // who sets it, where the construction names him
	kind        kindHint
}

// links returns the candidates of a sentence.
func (s *search) links(sent annot.Sentence) []link {
	var found []link
	for t := sent.First; t < sent.End; t++ {
		c, end := s.connectiveAt(t, sent.End)
		if c == nil {
			continue
		}
		at := run{t, end}
		at.end = s.taken(sent, at)
		l, ok := c.rule.match(s, sent, at)
		if !ok {
			continue
		}
		l.rule = c.rule
		if at.end > end {
			l.shown, end = run{at.end - (end - t), at.end}, at.end
		} else {
			l.connective.first = s.doubled(sent, l.connective)
		}
		if n := len(found) - 1; n >= 0 && s.sharesClause(&found[n], &l) {
			found[n] = l
		} else {
			found = append(found, l)
		}
		t = end - 1
	}
	s.separate(found)
	return found
}

// taken returns the end of a connective that is said again behind an aside:
// "unless -- and this is new -- unless". Else it is the connective's own.
func (s *search) taken(sent annot.Sentence, c run) annot.TokenID {
	n := c.end - c.first
	if c.end >= sent.End || !s.isDash(c.end) {
		return c.end
	}
	for t := c.end + 2; t+n < min(sent.End, c.end+14); t++ {
		if !s.isDash(t - 1) {
			continue
		}
		same := true
		for i := annot.TokenID(0); i < n && same; i++ {
			same = s.lower(t+i) == s.lower(c.first+i)
		}
		if same {
			return t + n
		}
	}
	return c.end
}

func (s *search) isDash(t annot.TokenID) bool {
	switch s.seg.Word(t) {
	case "-", "--", "–", "—":
		return true
	}
	return false
}

// doubled returns where a connective begins, with what it sharpens: "when, and
// only when".
func (s *search) doubled(sent annot.Sentence, c run) annot.TokenID {
	t := c.first - 1
	if t <= sent.First || s.lower(t) != "and" || s.lower(c.first) != "only" {
		return c.first
	}
	if t--; s.seg.Word(t) == "," && t > sent.First {
		t--
	}
	if s.lower(t) == s.lower(c.end-1) {
		return t
	}
	return c.first
}

// separate parts conditions that the tree runs into one: in "warned of famine
// if the road stayed shut and of riots if it opened" the second consequence
// lies in the first trigger.
func (s *search) separate(found []link) {
	for i := 1; i < len(found); i++ {
		a, b := &found[i-1], &found[i]
		at := b.connective.first
		if a.trigger.end < at {
			s.partNext(a, b)
		}
		if at <= a.trigger.first || a.trigger.end < at {
			continue
		}
		conj := at - 1
		for conj > a.connective.end && s.syn.Words[conj].UPOS != ud.CCONJ && s.seg.Word(conj) != ";" {
			conj--
		}
		what := run{conj + 1, at}
		if conj <= a.trigger.first || what.empty() || !s.hasVerb(run{a.trigger.first, conj}) || !s.followsOn(a, what) {
			continue
		}
		if s.syn.Words[what.first].UPOS == ud.ADP {
			what.first++ // "of riots"
		}
		a.trigger, a.next = s.trim(run{a.trigger.first, conj}), run{conj, max(b.trigger.end, a.trigger.end)}
		b.consequence, b.governor = []run{what}, s.headOf([]run{what})
		if !s.hasVerb(what) && s.lower(what.first) != "to" && s.syn.Words[what.first-1].UPOS == ud.CCONJ {
			b.governor, b.gapped = a.governor, true // "half of it if they sold and a quarter if they leased"
		}
	}
}

// partNext gives a condition what stands between it and the one before, where
// that shares its subject with the one before: "would work if they were paid,
// but would strike unless they were".
func (s *search) partNext(a, b *link) {
	conj := b.connective.first - 1
	for conj > a.trigger.end && s.syn.Words[conj].UPOS != ud.CCONJ {
		conj--
	}
	what := run{conj + 1, b.connective.first}
	if b.consequence != nil || what.empty() || s.syn.Words[conj].UPOS != ud.CCONJ || b.governor != annot.None && b.governor > conj && s.cueAt(b.governor) == annot.None && s.syn.Words[b.governor].UPOS == ud.VERB {
		return
	}
	switch w := &s.syn.Words[what.first]; {
	case !s.hasVerb(what) && s.hasWord(what) && !s.isLoose(what.first):
		b.consequence, b.governor, b.gapped = []run{what}, a.governor, true // "..., and the rest if it cuts the tariff"
	case w.UPOS == ud.AUX, w.UPOS == ud.VERB, w.UPOS == ud.PART:
		b.consequence, b.governor = []run{what}, s.headOf([]run{what})
	}
}

// followsOn reports whether words go on with what a condition began with, and
// not with its trigger: they open with the same preposition or with "to", or
// tell what would be.
func (s *search) followsOn(a *link, what run) bool {
	switch w := &s.syn.Words[what.first]; {
	case s.lower(what.first) == "to", w.UPOS != ud.ADP && !s.hasVerb(what):
		return true
	case w.UPOS == ud.VERB && s.syn.Child(what.first, ud.Nsubj, ud.NsubjPass) == annot.None:
		return true // "would be halved if it paid and doubled if it did not"
	case w.UPOS == ud.ADP:
		for t := a.connective.first - 1; t > a.connective.first-8 && t > 0; t-- {
			if s.lower(t) == s.lower(what.first) {
				return true
			}
		}
		return false
	}
	for t := what.first; t < what.end; t++ {
		switch s.syn.Words[t].Lemma {
		case "will", "would", "'ll", "’ll", "wo", "could":
			return true
		}
	}
	return false
}

// sharesClause joins two triggers that are coordinated, connective and all, to
// one: "if the army leaves and if the crew is freed".
func (s *search) sharesClause(a, b *link) bool {
	t := b.connective.first
	if a.rule != b.rule || a.rule.section != "if" && a.rule.section != "unless" || s.syn.Words[t-1].UPOS != ud.CCONJ || a.trigger.first >= t || a.trigger.end < t-2 || a.trigger.end < t && !s.isLoose(a.trigger.end) && a.trigger.end != t-1 {
		return false
	}
	if a.governor != annot.None && a.governor < a.connective.first && s.cueAt(a.governor) == annot.None {
		b.head, b.governor = a.head, a.governor
	}
	b.trigger = run{a.trigger.first, b.trigger.end}
	b.connective = a.connective
	return true
}

// connectiveAt returns the longest connective that begins at t, and the token
// after it.
func (s *search) connectiveAt(t, end annot.TokenID) (*connective, annot.TokenID) {
	list, ok := s.words.connectives[s.lower(t)]
	if !ok {
		if list, ok = s.words.connectives[s.syn.Words[t].Lemma]; !ok {
			return nil, t
		}
	}
	for i := range list {
		n := annot.TokenID(len(list[i].words))
		if t+n > end {
			continue
		}
		same := true
		for j := annot.TokenID(1); j < n && same; j++ {
			same = s.lower(t+j) == list[i].words[j]
		}
		if same {
			return &list[i], t + n
		}
	}
	return nil, t
}

// lower returns the words of a token in lower case, without a copy where they
// already are.
func (s *search) lower(t annot.TokenID) string {
	if t < 0 || int(t) >= len(s.seg.Tokens) {
		return "" // beside the ends of a text
	}
	return strings.ToLower(s.seg.Word(t))
}
