package timex

import (
	"readout/internal/annot"
	"readout/internal/numeral"
	"readout/internal/ud"
)

// A direction says on which side of the time of writing a time lies.
type direction int8

const (
	unknownDirection direction = iota
	backward                   // in a report of the past
	forward                    // in a plan
)

// direction judges from the words around the atoms [first, end) whether they
// speak of the past or of a plan.
//
// A plan is weak where only the present tense or "could" speaks for it.
func (l *line) direction(first, end int) (d direction, weak bool) {
	if l.dashed(end) || l.comparedWith(first) {
		return backward, false
	}
	next := l.verbNext(first, end)
	if next == backward && !l.aheadOf(first) {
		return backward, false // "talks planned for Friday never took place"
	}
	if l.text(first-1) == "than" && l.text(first-2) == "later" && (l.text(first-3) == "no" || l.text(first-3) == "not") {
		return forward, false
	}
	if l.formerPlan(first) && (l.w(first).month > 0 || l.digits(first)) && l.w(first).weekday == 0 {
		return unknownDirection, false
	}
	if l.aheadOf(first) || l.plannedTo(first) || l.bidFor(first) {
		return forward, false
	}
	if l.has(first-1, cOn|cOf|cIn|cFrom) && l.cues.done[l.text(first-2)] {
		return backward, false // "follows an announcement on March 31"
	}
	l.weak = false
	if l.syn != nil {
		if v := l.verbBefore(first); v != annot.None {
			if d := l.verb(v); d == backward || d == forward && !l.weak {
				return d, false
			}
		}
		l.weak = false
		d := l.treeDirection(first, end)
		if d == unknownDirection {
			d = l.rightDirection(end)
		}
		if l.attributive(first, end) && (d != backward || l.w(first).holidays != nil) {
			return unknownDirection, true
		}
		if d != unknownDirection {
			return d, l.weak
		}
	}
	return l.wordDirection(first, end), l.weak
}

// dashed reports whether what follows says that a plan for the day came to
// nothing: "was due on 3 June but never took place".
func (l *line) dashed(end int) bool {
	if l.mark(end) == ',' {
		end++
	}
	if l.text(end) != "but" {
		return false
	}
	switch l.text(end + 1) {
	case "never", "failed":
		return true
	case "did", "was", "were":
		return l.text(end+2) == "not" || l.text(end+1) != "did"
	}
	return false
}

// comparedWith reports whether something is compared with how it was then:
// "cheaper than on Monday". "No later than Monday" says no more than Monday.
func (l *line) comparedWith(first int) bool {
	i := first - 1
	if l.has(i, cOn|cIn) {
		i--
	}
	if !l.has(i, cThan) {
		return false
	}
	switch l.text(i - 1) {
	case "later", "earlier", "sooner", "rather", "other", "longer", "beyond":
		return i < first-1 && l.text(i-1) == "longer"
	}
	return true
}

// verbNext judges by a finite verb right behind an expression that belongs to
// the noun in front of it, which is then its subject: "talks on Monday ended".
func (l *line) verbNext(first, end int) direction {
	if l.syn == nil || !l.has(first-1, cOn|cIn|cFor|cAt) && l.w(first).month == 0 {
		return unknownDirection
	}
	if p := l.tag(first - 2).UPOS; p != ud.NOUN && p != ud.PROPN && !l.cues.planned[l.text(first-2)] {
		return unknownDirection
	}
	k := end
	for l.tag(k).UPOS == ud.ADV || l.tag(k).UPOS == ud.AUX || l.tag(k).Lemma == "not" {
		if w := l.text(k); w == "will" || w == "would" || w == "is" || w == "are" || w == "may" || w == "could" || w == "might" || w == "to" {
			return unknownDirection
		}
		k++
	}
	if w := l.tag(k); w.UPOS == ud.VERB && (w.Feats.Has(ud.TensePast|ud.VerbFormFin) || k > end && w.Feats.Has(ud.TensePast)) && !l.cues.planLemma[w.Lemma] {
		s := l.syn.Child(l.token(k), ud.Nsubj, ud.NsubjPass)
		if s == annot.None || s >= l.token(first) || s < l.token(max(0, first-8)) || l.purpose(s, first) {
			return unknownDirection
		}
		return backward
	}
	return unknownDirection
}

// bidFor reports whether the expression belongs to a meeting that somebody
// asks for, is asked to or puts off: "called for talks on Thursday", "postponed
// a trip to Cairo for talks on Friday", "said before talks on Monday".
func (l *line) bidFor(first int) bool {
	i := first - 1
	if l.has(i, cOn|cIn|cAt|cFor) {
		i--
	}
	meeting := false
	for ; i >= 0 && i > first-14; i-- {
		t := l.text(i)
		switch {
		case l.cues.meeting[t]:
			meeting = true
		case meeting && (t == "at" || t == "during"):
			return false // "rejected the offer at talks on Monday"
		case meeting && (l.cues.bid[t] || l.has(i, cBefore)):
			return true
		case l.mark(i) != 0 && !l.apostrophe(i) && !l.dash(i), l.has(i, cAnd|cAfter|cSince):
			return false
		case l.syn != nil && !meeting && l.isNoun(i) && !l.upper(i):
			return false
		}
	}
	return false
}

// aheadOf reports whether "ahead of" stands before the expression, in the
// same phrase.
func (l *line) aheadOf(first int) bool {
	for i := first - 1; i >= 0 && i > first-14; i-- {
		if l.has(i+1, cOf) && l.text(i) == "ahead" {
			return true
		}
		if l.mark(i) != 0 && !l.apostrophe(i) && !l.dash(i) || l.syn != nil && l.isVerb(i) {
			return false
		}
	}
	return false
}

// attributive reports whether a date modifies the noun behind it ("the July 3
// vote"): a verb of plans above it then says little of it. A weekday is left
// to the verb, since it is never far away.
func (l *line) attributive(first, end int) bool {
	if l.w(first).weekday > 0 || l.w(first).month == 0 && l.w(first).holidays == nil {
		return false
	}
	i := first - 1
	if l.atoms[first].Kind == numeral.Letters && l.has(i, cIn|cOn|cBy|cSince|cTo|cAfter|cBefore|cFrom|cBetween|cFor|cOf) {
		return false
	}
	p := l.tag(end).UPOS
	return l.letters(end) && (p == ud.NOUN || p == ud.PROPN && l.w(end) == l.blank) || l.plain(end) && p == ud.ADJ && l.tag(end+1).UPOS == ud.NOUN
}

// verbBefore returns the verb that stands right before the expression, or
// before the preposition in front of it ("said Friday that they would"): it
// governs the expression whatever a parser says. It returns None where there
// is none.
func (l *line) verbBefore(first int) annot.TokenID {
	i := first - 1
	if l.has(i, cOn|cIn) {
		i--
	}
	if i < 0 || l.tag(i).UPOS != ud.VERB {
		return annot.None
	}
	return l.token(i)
}

// rightDirection judges by the first verb behind the expression, for one at
// the head of its sentence.
func (l *line) rightDirection(end int) direction {
	for i := end; i < min(len(l.atoms), end+sight); i++ {
		if l.tag(i).UPOS == ud.VERB {
			return l.verb(l.token(i))
		}
	}
	return unknownDirection
}

// plannedTo reports whether the expression hangs on a word of plans: "due on
// Sunday", "due to expire at midnight on Sunday", "put off until Sunday".
func (l *line) plannedTo(first int) bool {
	if i := first - 2; l.has(first-1, cOn|cIn|cAt|cFor|cBy) && l.cues.planned[l.text(i)] {
		return true // "elections due on 9 November"
	}
	if t := l.text(first - 2); l.has(first-1, cFor) && (l.cues.meeting[t] || t == "in" && l.cues.planned[l.text(first-3)]) {
		return true // "a further session for Monday"
	}
	if t := l.text(first - 2); l.text(first-1) == "as" && (t == "soon" || t == "early") {
		return true // "as soon as the weekend"
	}
	if p := l.text(first - 1); p == "until" || p == "till" {
		for i := first - 2; i >= 0 && i > first-14 && l.mark(i) == 0; i-- {
			if l.cues.allowed[l.text(i)] {
				return true // "gave both sides until noon on Saturday"
			}
		}
	}
	if l.has(first-1, cTo|cFor) {
		for i := first - 2; i >= 0 && i > first-8 && l.letters(i); i-- {
			if l.cues.moved[l.text(i)] {
				return true // "postponed to Friday", "adjourned until Monday"
			}
		}
	}
	for i := first - 1; i > 0 && i > first-10; i-- {
		if l.text(i) == "to" && l.cues.planTo[l.text(i-1)] && !(l.text(i-2) == "had" && wished(l.text(i-1))) {
			return true
		}
		if m := l.mark(i); m != 0 && !l.apostrophe(i) && !l.dash(i) || l.has(i, cAnd|cAfter|cBefore) || l.text(i) == "had" {
			return false // "agreed to reopen a review they had closed in November"
		}
	}
	return false
}

// leftVerb returns the nearest verb before an atom, or None.
func (l *line) leftVerb(first int) annot.TokenID {
	for i := first - 1; i >= max(0, first-sight); i-- {
		t := l.token(i)
		switch w := &l.syn.Words[t]; w.UPOS {
		case ud.VERB:
			return t
		case ud.AUX:
			if w.Rel == ud.Cop && w.Head != annot.None {
				return w.Head
			}
		}
		if l.mark(i) == ';' {
			break
		}
	}
	return annot.None
}

// misled reports whether the word v that the tree puts over an expression is
// doubtful: it follows behind a comma, as "..., the minister said" does, while
// another verb goes before the expression.
func (l *line) misled(end int, v annot.TokenID) bool {
	for i := end; i < min(len(l.atoms), end+sight) && l.token(i) < v; i++ {
		if m := l.mark(i); m == ',' || m == '\u2014' || m == '"' || m == '\u201d' || m == '\u2019' && !l.glued(i+1) {
			return true
		}
	}
	return false
}

// treeDirection climbs from the expression to what governs it. The nearest
// governor that tells decides.
func (l *line) treeDirection(from, end int) direction {
	first, last := l.token(from), l.token(end-1)
	t := first
	for t != annot.None && t >= first && t <= last { // out of the expression
		if d := l.marker(t); d != unknownDirection {
			return d
		}
		t = l.syn.Words[t].Head
	}
	for steps := 0; t != annot.None && steps < 12; steps++ {
		if t > last && l.misled(end, t) {
			if v := l.leftVerb(from); v != annot.None {
				return l.verb(v)
			}
		}
		if d := l.marker(t); d != unknownDirection {
			return d
		}
		if d := l.governor(t); d != unknownDirection {
			return d
		}
		t = l.syn.Words[t].Head
	}
	return unknownDirection
}

// marker judges by the prepositions of a phrase: "ahead of Friday's talks",
// "after the vote on Monday".
func (l *line) marker(t annot.TokenID) direction {
	for c := range l.syn.Children(t) {
		if r := l.syn.Words[c].Rel; r != ud.Case && r != ud.Mark {
			continue
		}
		switch l.syn.Words[c].Lemma {
		case "ahead", "until", "till", "by", "before":
			if !l.pastAbove(t) {
				return forward
			}
		case "since":
			return backward
		}
	}
	return unknownDirection
}

// pastAbove reports whether the nearest verb above a token is in the past and
// tells of what happened then, so that "before" and "by" look back too.
func (l *line) pastAbove(t annot.TokenID) bool {
	w := l.syn.Words[t]
	for h, steps := w.Head, 0; h != annot.None && steps < 12; h, steps = l.syn.Words[h].Head, steps+1 {
		if l.cues.planLemma[l.syn.Words[h].Lemma] && l.syn.Words[h].UPOS == ud.ADJ {
			return false
		}
		if l.syn.Words[h].UPOS == ud.ADJ && l.syn.Child(h, ud.Cop) != annot.None {
			return l.verb(h) == backward && w.Rel != ud.Nmod
		}
		if l.syn.Words[h].UPOS == ud.VERB {
			if g := l.syn.Words[h].Head; g != annot.None && l.syn.Words[g].Lemma == "have" && l.syn.Words[h].Rel == ud.Xcomp {
				return false // "had to begin by 5 October"
			}
			return l.verb(h) == backward && w.Rel != ud.Nmod && l.syn.Words[h].Rel != ud.Advcl
		}
	}
	return false
}

// governor judges by a verb, or by an adjective or noun that speaks of plans.
func (l *line) governor(t annot.TokenID) direction {
	w := &l.syn.Words[t]
	switch w.UPOS {
	case ud.VERB, ud.AUX:
		return l.verb(t)
	case ud.ADJ, ud.NOUN, ud.PROPN:
		if l.cues.planLemma[w.Lemma] {
			if h := w.Head; h != annot.None && l.cues.over[l.syn.Words[h].Lemma] && l.verb(h) == backward {
				return backward // "the March deadline passed"
			}
			return forward
		}
		if l.syn.Child(t, ud.Cop) != annot.None {
			return l.verb(t)
		}
	}
	return unknownDirection
}

// verb judges by the auxiliaries and the form of a predicate.
func (l *line) verb(t annot.TokenID) direction {
	w := &l.syn.Words[t]
	do := false
	past, perfect, be := w.Feats.Has(ud.TensePast) && w.Feats.Has(ud.VerbFormFin) || l.cues.irregular[w.Lemma], false, false
	for c := range l.syn.Children(t) {
		cw := &l.syn.Words[c]
		switch cw.Rel {
		case ud.Aux, ud.AuxPass, ud.Cop:
			switch cw.Lemma {
			case "will", "would", "shall", "'ll":
				if !l.hasPerfect(t) {
					return forward
				}
			case "should", "may", "might", "could", "can", "must":
				if !l.hasPerfect(t) {
					l.weak = true
					return forward
				}
			case "have":
				perfect = true
			case "be":
				be = true
			case "do":
				do = true // "did not attend"
			}
			past = past || cw.Feats.Has(ud.TensePast)
		case ud.Mark:
			switch cw.Lemma {
			case "to":
				return l.infinitive(t)
			case "if", "unless":
				if past && !l.hasPerfect(t) {
					return forward // "if the contract lapsed on 31 August"
				}
			}
		}
	}
	if w.Feats.Has(ud.VerbFormInf) && !perfect && !be && !(do && past) {
		return l.infinitive(t)
	}
	switch {
	case l.cues.planLemma[w.Lemma] && !(past && !be && w.UPOS == ud.VERB && w.Lemma != "plan" && w.Lemma != "expect"):
		return forward
	case past || perfect:
		return backward
	case w.Feats.Has(ud.VerbFormPart|ud.TensePast) && !be:
		return backward
	case w.Feats.Has(ud.VerbFormFin|ud.TensePres) && !be:
		l.weak = true
		return forward
	case be && w.Feats.Has(ud.VerbFormGer) || be && w.Feats.Has(ud.TensePres|ud.VerbFormPart), w.Feats.Has(ud.VerbFormFin | ud.TensePres):
		return forward
	}
	return unknownDirection
}

// infinitive judges a verb with "to": what it tells is to come, unless the
// verb above says whether it was done ("failed to meet on Monday").
func (l *line) infinitive(t annot.TokenID) direction {
	h := l.syn.Words[t].Head
	switch {
	case h == annot.None:
	case l.cues.implicative[l.syn.Words[h].Lemma]:
		return l.verb(h)
	case wished(l.syn.Words[h].Lemma) && l.pluperfect(h):
		return backward // "had hoped to sign over the weekend"
	}
	return forward
}

// pluperfect reports whether a verb stands in the past before the past.
func (l *line) pluperfect(t annot.TokenID) bool {
	for c := range l.syn.Children(t) {
		if cw := &l.syn.Words[c]; cw.Rel == ud.Aux && cw.Lemma == "have" && cw.Feats.Has(ud.TensePast) {
			return true
		}
	}
	return false
}

func (l *line) hasPerfect(t annot.TokenID) bool {
	for c := range l.syn.Children(t) {
		if cw := &l.syn.Words[c]; cw.Rel == ud.Aux && cw.Lemma == "have" {
			return true
		}
	}
	return false
}

// sight is how many atoms away a word may still tell past from plan. It keeps
// the search linear in sentences without end.
const sight = 80

// wordDirection judges by the nearest word before the expression that tells,
// then by the nearest behind it.
func (l *line) wordDirection(first, end int) direction {
	for i := first - 1; i >= max(0, first-sight); i-- {
		if d := l.cue(i); d != unknownDirection {
			return d
		}
	}
	for i := end; i < min(len(l.atoms), end+sight); i++ {
		if d := l.cue(i); d != unknownDirection {
			return d
		}
	}
	return unknownDirection
}

func (l *line) cue(i int) direction {
	if !l.letters(i) {
		return unknownDirection
	}
	t := l.text(i)
	switch {
	case t == "to" && !l.plain(i+1):
	case l.cues.plan[t]:
		l.weak = t == "is" || t == "are" || t == "can" || t == "could" || t == "may" || t == "might"
		return forward
	case l.cues.past[t]:
		return backward
	case !l.upper(i) && len(t) > 4 && t[len(t)-2:] == "ed" && !(l.text(i-1) == "be" || l.text(i-1) == "is" || l.text(i-1) == "are"):
		return backward
	}
	return unknownDirection
}
