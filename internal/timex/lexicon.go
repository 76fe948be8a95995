package timex

import (
	"fmt"
	"io/fs"
	"strconv"

	"readout/internal/lex"
)

// A class is a set of parts that a function word can play in a rule.
type class uint64

const (
	cThe class = 1 << iota
	cA
	cOf
	cIn // in, during
	cOn
	cAt
	cAnd
	cOr
	cTo // to, until, through
	cBetween
	cBy
	cPer
	cEvery
	cOther
	cTimes
	cHalf
	cQuarter
	cPastClock // "past" in "half past"
	cToClock
	cMore
	cThan
	cLess
	cLeast
	cMost
	cNearly
	cAbout
	cMoreAlone // "over" as "more than"
	cLessAlone
	cUp
	cNo
	cOnly
	cWhole
	cAge
	cLong
	cNoon
	cMidnight
	cBC
	cAD
	cAM
	cPM
	cLetterA
	cLetterP
	cLetterM
	cLetterO
	cClock
	cLetterH
	cLetterQ
	cWorking
	cTime
	cSince
	cAfter
	cBefore
	cAgo
	cEarlier
	cLater
	cHence
	cFrom
	cNow
	cFirst
	cFinal
	cThese
	cRecent
	cFor
	cAnother
)

var classes = map[string]class{
	"the": cThe, "a": cA, "of": cOf, "in": cIn, "on": cOn, "at": cAt, "and": cAnd, "or": cOr, "to": cTo, "between": cBetween, "over": cFor,
	"within": cFor, "by": cBy, "per": cPer, "every": cEvery, "other": cOther, "times": cTimes, "half": cHalf, "clock-half": cHalf,
	"clock-quarter": cQuarter, "quarter": cQuarter, "past-clock": cPastClock, "to-clock": cToClock, "more": cMore, "than": cThan, "less": cLess, "least": cLeast,
	"most": cMost, "nearly": cNearly, "about": cAbout, "more-alone": cMoreAlone, "less-alone": cLessAlone, "up": cUp, "no": cNo, "only": cOnly,
	"whole": cWhole, "old": cAge, "aged": cAge, "age": cAge, "long": cLong, "noon": cNoon, "midnight": cMidnight, "bc": cBC, "ad": cAD,
	"am": cAM, "pm": cPM, "letter-a": cLetterA, "letter-p": cLetterP, "letter-m": cLetterM, "letter-o": cLetterO, "clock": cClock,
	"letter-h": cLetterH, "letter-q": cLetterQ, "working": cWorking, "time": cTime, "since": cSince, "after": cAfter, "before": cBefore,
	"ago": cAgo, "earlier": cEarlier, "later": cLater, "hence": cHence, "from": cFrom, "now": cNow, "first": cFirst, "final": cFinal,
	"these": cThese, "recent": cRecent, "for": cFor, "another": cAnother,
}

// A relation puts a period in its place by another one.
type relation uint8

const (
	noRelation relation = iota
	relThis
	relLast
	relPast
	relPrevious
	relNext
	relComing
	relFollowing
	relSame
	relThat
)

var relations = map[string]relation{
	"this": relThis, "last": relLast, "past": relPast, "previous": relPrevious, "next": relNext, "coming": relComing, "following": relFollowing,
	"same": relSame, "that": relThat,
}

// A word is what the lists say of a word; fields are zero where it has no
// such use.
type word struct {
	class     class
	month     int
	weekday   int
	plural    bool // of a unit, a weekday or a part of the day
	unit      unit
	season    int    // 1 spring to 4 winter
	part      string // of the day, a TIMEX3 code
	deictic   bool
	shift     int    // days from today, of a deictic word
	ref       string // PRESENT_REF and the like
	set       string // a duration, of "daily" and the like
	edge      string // a TIMEX3 mod
	decade    int    // 90 for "nineties"
	relation  relation
	vague     int // the least that "few" and the like say
	often     int // 2 for "twice"
	kind      string
	zone      string
	lasting   bool // "over" behind it means "more than"
	masthead  bool
	naming    bool
	adjective bool // of an edge: "early"
	short     bool // an abbreviation
	guarded   bool // also another word or a name
	holidays  []*holiday
	starts    start // what it may begin; set once the lists are read
}

// begins returns the sorts of expression that the word may begin.
func (w *word) begins() start {
	const function = cAbout | cMore | cLess | cMoreAlone | cLessAlone | cAt | cNo | cUp | cNearly | cOnly | cEvery | cHalf | cQuarter | cNoon | cMidnight |
		cThese | cRecent | cWhole | cLetterQ | cLetterH | cFirst | cFinal | cAnother | cA | cPer
	var s start
	for _, x := range [...]struct {
		is   bool
		sort start
	}{
		{w.class&cThe != 0, sThe}, {w.class&function != 0, sFunction}, {w.month > 0, sMonth}, {w.weekday > 0, sWeekday}, {w.unit != noUnit, sUnit},
		{w.season > 0, sSeason}, {w.part != "", sPart}, {w.deictic, sDeictic}, {w.ref != "", sReference}, {w.set != "", sSet}, {w.edge != "", sEdge},
		{w.decade > 0, sDecade}, {w.relation != noRelation, sRelation}, {w.vague > 0 || w.often > 0, sVague}, {w.kind != "", sKind}, {w.holidays != nil, sHoliday},
	} {
		if x.is {
			s |= x.sort
		}
	}
	return s
}

// readers sets the fields of a word from the fields of its entry, by section.
var readers = map[string]func(w *word, e lex.Entry) error{
	"month":    number(func(w *word, n int) { w.month = n }),
	"weekday":  number(func(w *word, n int) { w.weekday = n }),
	"weekdays": number(func(w *word, n int) { w.weekday, w.plural = n, true }),
	"deictic": number(func(w *word, n int) {
		w.deictic, w.shift = true, n
	}),
	"decade":    number(func(w *word, n int) { w.decade = n }),
	"vague":     number(func(w *word, n int) { w.vague = n }),
	"frequency": number(func(w *word, n int) { w.often = n }),
	"unit": func(w *word, e lex.Entry) error {
		if w.unit = unitOf(e.Field(1)); w.unit == noUnit {
			return e.Errorf("unknown unit %q", e.Field(1))
		}
		return nil
	},
	"units": func(w *word, e lex.Entry) error {
		w.plural = true
		if w.unit = unitOf(e.Field(1)); w.unit == noUnit {
			return e.Errorf("unknown unit %q", e.Field(1))
		}
		return nil
	},
	"season": func(w *word, e lex.Entry) error {
		w.season = map[string]int{"SP": 1, "SU": 2, "FA": 3, "WI": 4}[e.Field(1)]
		if w.season == 0 {
			return e.Errorf("unknown season %q", e.Field(1))
		}
		return nil
	},
	"daypart": func(w *word, e lex.Entry) error {
		w.part, w.plural = e.Field(1), e.Field(2) == "plural"
		return nil
	},
	"reference": func(w *word, e lex.Entry) error { w.ref = e.Field(1); return nil },
	"set":       func(w *word, e lex.Entry) error { w.set = e.Field(1); return nil },
	"edge":      func(w *word, e lex.Entry) error { w.edge = e.Field(1); return nil },
	"yearkind":  func(w *word, e lex.Entry) error { w.kind = e.Field(1); return nil },
	"zone":      func(w *word, e lex.Entry) error { w.zone = e.Field(1); return nil },
	"masthead":  func(w *word, _ lex.Entry) error { w.masthead = true; return nil },
	"lasting":   func(w *word, _ lex.Entry) error { w.lasting = true; return nil },
	"named-day": func(w *word, _ lex.Entry) error { w.naming = true; return nil },
	"relation": func(w *word, e lex.Entry) error {
		if w.relation = relations[e.Field(1)]; w.relation == noRelation {
			return e.Errorf("unknown relation %q", e.Field(1))
		}
		return nil
	},
	"function": func(w *word, e lex.Entry) error {
		c, ok := classes[e.Field(1)]
		if !ok {
			return e.Errorf("unknown class %q", e.Field(1))
		}
		w.class |= c
		return nil
	},
}

// number makes a reader of a section whose second field is a number.
func number(set func(w *word, n int)) func(w *word, e lex.Entry) error {
	return func(w *word, e lex.Entry) error {
		n, err := strconv.Atoi(e.Field(1))
		if err != nil {
			return e.Errorf("%q is no number", e.Field(1))
		}
		set(w, n)
		return nil
	}
}

// vocabulary is the two word lists, by lower-case word.
type vocabulary map[string]*word

func (v vocabulary) add(key string) *word {
	w := v[key]
	if w == nil {
		w = &word{}
		v[key] = w
	}
	return w
}

func loadVocabulary(fsys fs.FS) (vocabulary, error) {
	v := vocabulary{}
	f, err := lex.Load(fsys, "timex.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range f.Order {
		read := readers[name]
		if read == nil {
			return nil, fmt.Errorf("%s: unknown section [%s]", f.Name, name)
		}
		for _, e := range f.Section(name) {
			w := v.add(e.Fields[0])
			if err := read(w, e); err != nil {
				return nil, err
			}
			for _, flag := range e.Fields[1:] {
				w.short = w.short || flag == "short"
				w.guarded = w.guarded || flag == "guarded"
				w.adjective = w.adjective || flag == "adjective"
			}
			if name == "deictic" {
				w.part = e.Field(2)
			}
		}
	}
	days, err := lex.Load(fsys, "holidays.txt")
	if err != nil {
		return nil, err
	}
	list, err := days.Need("holiday")
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		h, err := parseHoliday(e)
		if err != nil {
			return nil, err
		}
		w := v.add(h.words[0])
		w.holidays = append(w.holidays, h)
	}
	for _, w := range v {
		w.starts = w.begins()
	}
	return v, nil
}

// cues are words that tell past from plan where there is no tree.
type cues struct {
	plan, past map[string]bool // as they stand, where there is no tree
	irregular  map[string]bool // past forms that are no lemmas: a tagger that gives one as lemma took it for a present
	planLemma  map[string]bool // lemmas of what is to come
	planned    map[string]bool // words right before the preposition of a date to come
	moved      map[string]bool // words of putting something off or down for a date
	over       map[string]bool // lemmas of verbs by which a date for something is over
	done       map[string]bool // nouns of what was done by then
	allowed    map[string]bool // words of giving time "until"
	meeting    map[string]bool // nouns and verbs of meeting
	bid        map[string]bool // words of asking for a meeting, and of putting one off
	planTo     map[string]bool // words before "to" with an infinitive: "due", "hopes"
	// lemmas of verbs that say whether what follows "to" was done
	implicative map[string]bool
}

// wished reports whether a word is of wishes and plans that, in the past before
// the past, came to nothing.
func wished(w string) bool {
	switch w {
	case "hope", "hoped", "plan", "planned", "intend", "intended", "expect", "expected", "want", "wanted", "mean", "meant":
		return true
	}
	return false
}
