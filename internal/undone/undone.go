package undone

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A Kind is what keeps an act that words name from having been done.
type Kind uint8

const (
	// Done is an act as real as its verb says.
	Done Kind = iota
	// NobodyDid is an act under a subject, an agent or an object that is none
	// or few: "none of the crews has accepted", "promised nothing".
	NobodyDid
	// NotDone is an act that another was done instead of: "rather than accept".
	NotDone
	// Nearly is an act that was close: "on the verge of agreeing", "all but agreed".
	Nearly
	// Untrue is an act that is denied: "reports that it had agreed were false".
	Untrue
	// Unproven is an act that nobody vouches for: "no sign that it has agreed".
	Unproven
	// Supposed is an act that a clause only supposes: "had it agreed".
	Supposed
	// Omitted is an act that somebody did not bring about: "failed to agree".
	Omitted
)

// A reading is one report while it is asked.
type reading struct {
	lists *Words
	*annot.Syntax
	seg *annot.Segmentation
}

// Of reports what keeps the act of a verb or adjective from having been done, and the
// word that shows it, by the words around the verb and the tree above it. The
// verb's own "not", modals and conjunctions are left to others.
func (w *Words) Of(seg *annot.Segmentation, syn *annot.Syntax, t annot.TokenID) (Kind, annot.TokenID) {
	s := &reading{w, syn, seg}
	if t == annot.None || s.Words[t].UPOS != ud.VERB && s.Words[t].UPOS != ud.ADJ {
		return Done, annot.None
	}
	if u, at := s.before(t); u != Done {
		return u, at
	}
	if at := s.noneOf(t); at != annot.None {
		return NobodyDid, at
	}
	if at := s.inverted(t); at != annot.None {
		return Supposed, at
	}
	return s.above(t)
}

// form returns the words of a token in lower case, or nothing outside the
// report.
func (s *reading) form(t annot.TokenID) string {
	if t < 0 || int(t) >= len(s.Words) {
		return ""
	}
	return strings.ToLower(s.seg.Word(t))
}

// before reads the words in front of a verb: "almost accepted", "all but
// agreed", "rather than accept", "on the verge of agreeing".
func (s *reading) before(t annot.TokenID) (Kind, annot.TokenID) {
	first := s.seg.Sentences[s.seg.SentenceOf(t)].First
	for p := t - 1; p >= first && p >= t-5; p-- {
		f := s.form(p)
		switch c := s.lists.classes[f]; {
		case c&nearly != 0:
			return Nearly, p
		case c&hardly != 0:
			return NobodyDid, p
		}
		switch f {
		case "but":
			if s.form(p-1) == "all" {
				return Nearly, p
			}
			return Done, annot.None
		case "than":
			if s.form(p-1) == "rather" {
				return NotDone, p
			}
			return Done, annot.None
		case "from":
			if p == t-1 { // "far from", "refrained from", "stopped them from"
				return NotDone, p
			}
			return Done, annot.None
		case "of":
			return s.ofWhat(p - 1)
		case "to":
			if p == t-1 && s.Words[t].Feats.Has(ud.VerbFormGer) && s.is(s.form(p-1), closeTo) {
				return Nearly, p - 1
			}
			return Done, annot.None
		case "without", "against":
			if p == t-1 {
				return NotDone, p
			}
			return Done, annot.None
		default:
			if p == t-1 && s.shuns(p) && s.Words[t].Feats.Has(ud.VerbFormGer) {
				return NotDone, p
			}
			if u := s.Words[p].UPOS; u != ud.AUX && u != ud.ADV && u != ud.PART {
				return Done, annot.None
			}
		}
	}
	return Done, annot.None
}

// shuns reports whether a verb, or its particle, keeps a gerund behind it from
// being done: "avoided agreeing", "has not ruled out accepting".
func (s *reading) shuns(t annot.TokenID) bool {
	if s.Words[t].Lemma == "out" {
		return s.Words[max(t-1, 0)].Lemma == "rule"
	}
	return s.is(s.Words[t].Lemma, shuns)
}

// ofWhat reads what stands before the "of" of a gerund.
func (s *reading) ofWhat(t annot.TokenID) (Kind, annot.TokenID) {
	switch c := s.lists.classes[s.form(t)]; {
	case c&instead != 0:
		return NotDone, t
	case c&brink != 0:
		return Nearly, t
	}
	return Done, annot.None
}

// noneOf returns the word by which a subject, an agent or an object of a verb
// is nobody, nothing or few, or annot.None.
func (s *reading) noneOf(t annot.TokenID) annot.TokenID {
	for v, steps := t, 0; v != annot.None && steps < 4; steps++ {
		if s.Child(v, ud.Expl) != annot.None {
			break // "there will be no talks, and it has agreed": talks share nothing
		}
		if n := s.Child(v, ud.Nsubj, ud.NsubjPass); n != annot.None && n < t {
			if at := s.few(n); at != annot.None {
				return at
			}
			break
		}
		if r := s.Words[v].Rel; r != ud.Conj && r != ud.Xcomp {
			break
		}
		v = s.Words[v].Head
	}
	for c := range s.Children(t) {
		switch rel := s.Words[c].Rel; {
		case c < t:
		case rel == ud.Obl || rel == ud.OblAgent:
			if k := s.Child(c, ud.Case); k != annot.None && (s.form(k) == "by" || s.form(k) == "to" && s.Words[t].Lemma == "agree") {
				if at := s.nothing(t, c); at != annot.None {
					return at
				}
			}
		case rel == ud.Obj || rel == ud.Iobj:
			if at := s.nothing(t, c); at != annot.None {
				return at
			}
		}
	}
	return annot.None
}

// few returns the word that makes a subject nobody or few: "none of", "neither",
// "not one", "hardly any", "only two of".
func (s *reading) few(n annot.TokenID) annot.TokenID {
	first, _ := s.Edges(n)
	for p := max(first-3, 0); p <= n; p++ { // wherever the tree hangs "fewer than"
		if f := s.form(p); (f == "fewer" || f == "less") && s.form(p+1) == "than" && s.form(p-1) != "no" {
			return p
		}
	}
	if at := s.neither(n); at != annot.None {
		return at
	}
	for first < n && s.Words[first].UPOS == ud.PUNCT {
		first++
	}
	for _, p := range [...]annot.TokenID{first - 1, first} {
		f := s.form(p)
		if s.is(f, none) {
			return p
		}
		switch f {
		case "no":
			if p == first && int(p)+1 < len(s.Words) && s.Words[p+1].UPOS != ud.NUM { // "No 10" is somebody
				return p
			}
		case "not":
			if s.is(s.form(p+1), notAll) {
				return p
			}
		case "only", "just":
			if s.is(s.form(p+1), onlySome) {
				return p
			}
		}
	}
	return annot.None
}

// neither returns the "neither" of "neither A nor B" whose A or B is a
// subject, wherever the tree hangs it, or None.
func (s *reading) neither(n annot.TokenID) annot.TokenID {
	start := s.seg.Sentences[s.seg.SentenceOf(n)].First
	for p := n; p >= start && p > n-8; p-- {
		switch s.form(p) {
		case "neither":
			return p
		case ",", ";":
			return annot.None
		}
		if u := s.Words[p].UPOS; u == ud.VERB || u == ud.AUX {
			return annot.None
		}
	}
	return annot.None
}

// nothing returns the word that makes an object none, or annot.None. What is
// promised may be that there will be none of something.
func (s *reading) nothing(t, o annot.TokenID) annot.TokenID {
	first, last := s.Edges(o)
	for p := first; p <= min(last, first+2); p++ {
		f := s.form(p)
		if s.is(f, naught) {
			if s.form(p+1) == "other" { // "by none other than"
				return annot.None
			}
			return p
		}
		switch f {
		case "no":
			switch s.form(p + 1) {
			case "less", "fewer", "more", "longer", "sooner":
				return annot.None // "no less than"
			}
			if s.is(s.Words[t].Lemma, takes) || s.form(p+1) == "one" {
				return p
			}
		case "by", "to", "of":
		default:
			return annot.None
		}
	}
	return annot.None
}

// inverted returns the "had" of "had Velm agreed, it would", or annot.None.
func (s *reading) inverted(t annot.TokenID) annot.TokenID {
	x, n := s.Child(t, ud.Aux), s.Child(t, ud.Nsubj)
	if x == annot.None || n == annot.None || x > n || n > t || s.form(x) != "had" && s.form(x) != "should" {
		return annot.None
	}
	sent := s.seg.Sentences[s.seg.SentenceOf(t)]
	for p := x - 1; p >= sent.First && p >= x-3; p-- {
		if s.is(s.form(p), fronting) {
			return annot.None // "at no point had Velm agreed"
		}
	}
	for p := sent.End - 1; p > t && p >= sent.End-3; p-- {
		if s.form(p) == "?" {
			return annot.None
		}
	}
	return x
}
