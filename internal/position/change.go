package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// positions finds every clause that says of a stance whether it moved.
func (r *reading) positions() []annot.Position {
	var out []annot.Position
	for i := range r.seg.Sentences {
		if !r.seg.Body(annot.SentenceID(i)) {
			continue
		}
		s := r.seg.Sentences[i]
		for t := s.First; t < s.End; t++ {
			if p, ok := r.position(t); ok && !listed(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// listed reports whether the last position says the same of the same words.
func listed(out []annot.Position, p annot.Position) bool {
	if len(out) == 0 {
		return false
	}
	last := &out[len(out)-1]
	return last.Holder == p.Holder && last.Change == p.Change && last.Words.Overlaps(p.Words[0])
}

// position reads one token as the head of such a clause.
func (r *reading) position(t annot.TokenID) (annot.Position, bool) {
	w := &r.syn.Words[t]
	switch {
	case w.UPOS == ud.VERB:
		if p, ok := r.fromVerb(t); ok {
			return p, true
		}
		return r.fromHolding(t)
	case w.UPOS == ud.ADJ && r.is("stance-adjective", w.Lemma), w.UPOS == ud.PRON && r.against(t):
		return r.fromRemaining(t)
	case w.UPOS == ud.NOUN && r.is("move-noun", w.Lemma):
		return r.fromMove(t)
	case w.UPOS == ud.ADJ && r.is("unchanged-adjective", w.Lemma):
		return r.fromAdjective(t)
	case w.UPOS == ud.NOUN && r.is("stance", w.Lemma):
		return r.fromStance(t)
	}
	return annot.Position{}, false
}

// fromVerb reads "has maintained its position", "softened its demands", "has
// not moved", "refuses to give ground", "no longer insists".
func (r *reading) fromVerb(verb annot.TokenID) (annot.Position, bool) {
	f, last := r.turnAt(verb)
	if f == nil {
		return annot.Position{}, false
	}
	stance := r.stanceOf(verb, last)
	if stance == annot.None && !f.alone && !r.stoodStill(verb) && !r.shifted(verb) {
		return annot.Position{}, false
	}
	change, at, rule := r.changed(verb, f)
	if change == "" {
		return annot.Position{}, false
	}
	holder := r.holder(verb, stance)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(at, holder, change, rule), true
}

// stoodStill reports whether a verb that needs a stance is denied of a party or
// of what was just said, "we are not moving", "that has not changed".
func (r *reading) stoodStill(verb annot.TokenID) bool {
	s := r.syn.Child(verb, ud.Nsubj)
	if s == annot.None || r.syn.Child(verb, ud.Obj) != annot.None || !r.negated(verb) && !r.nobody(verb) {
		return false
	}
	lemma := r.syn.Words[verb].Lemma
	o := r.syn.Child(verb, ud.Obl) // "has not moved to Oslo", but "not at all"
	return r.pointsBack(s) || (lemma == "move" || lemma == "shift") && (o == annot.None || lower(r.seg.Word(o)) == "all")
}

// changed says what a verb of moving or keeping tells where it stands, and the
// head of the clause that tells it: a move that is denied or refused keeps the
// stance, one that is only planned or supposed tells nothing.
func (r *reading) changed(verb annot.TokenID, f *turn) (record.Change, annot.TokenID, annot.By) {
	w := &r.syn.Words[verb]
	if up := w.Head; w.Feats.Has(ud.VerbFormGer) && up != annot.None && r.syn.Words[up].UPOS == ud.NOUN && r.is("sign-noun", r.syn.Words[up].Lemma) && r.no(up) && f.change == record.ChangeMoved {
		return record.ChangeUnchanged, r.clauseOf(up), "position/no-sign-of-moving"
	}
	if strings.HasSuffix(lower(r.seg.Word(verb)), "ing") && (w.Rel.Universal() == ud.Advcl || w.Rel == ud.Xcomp && r.isWondering(w.Head)) && r.isWhat(verb) {
		return "", verb, "" // "ruled out raising its bid"
	}
	denied, at := r.negated(verb) || r.nobody(verb) || r.noInch(verb), verb
	if up := w.Head; w.Feats.Has(ud.VerbFormInf) && r.modal(verb) == "" && up != annot.None {
		switch u := &r.syn.Words[up]; {
		case u.Lemma == "have" && r.yet(up) && f.change == record.ChangeMoved:
			return record.ChangeUnchanged, up, "position/yet-to-move"
		case r.is("not-moving", u.Lemma) && f.change == record.ChangeMoved && !r.negated(up) && !r.supposed(up):
			return record.ChangeUnchanged, up, "position/refuses-to-move"
		case r.is("seeming", u.Lemma) && !r.supposed(up), r.is("keeping-on", u.Lemma) && !r.supposed(up) && f.change != record.ChangeMoved:
			at, denied = up, denied || r.negated(up)
		case w.Rel == ud.Conj && !r.syn.Words[up].Feats.Has(ud.VerbFormInf):
		default:
			return "", at, ""
		}
	} else if r.supposed(verb) {
		if f.change == record.ChangeMoved && denied && f.alone && !f.yields && r.modal(verb) != "" && !r.conditioned(verb) {
			return record.ChangeUnchanged, at, "position/will-not-move"
		}
		return "", at, ""
	}
	if r.asked(r.seg.Sentences[r.seg.SentenceOf(verb)]) || w.Feats.Has(ud.VerbFormGer) && !r.gerundReal(verb) {
		return "", at, ""
	}
	switch {
	case denied && f.change == record.ChangeMoved:
		return record.ChangeUnchanged, at, "position/not-moved"
	case r.noLonger(verb) && f.change == record.ChangeUnchanged:
		return record.ChangeMoved, at, "position/no-longer"
	case denied:
		return "", at, ""
	}
	return f.change, at, annot.By("position/" + string(f.change) + "-verb")
}

// yet reports whether a verb is the "has" of "has yet to".
func (r *reading) yet(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if lower(r.seg.Word(c)) == "yet" {
			return true
		}
	}
	return r.followedBy(verb, "yet")
}

// noInch reports whether a verb has "no" on what it gives: "gave no ground".
func (r *reading) noInch(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch r.syn.Words[c].Rel {
		case ud.Obj:
			if r.no(c) {
				return true
			}
			fallthrough
		case ud.Obl:
			switch lower(r.seg.Word(c)) {
			case "neither", "nothing", "none":
				return true
			}
		}
	}
	return false
}

// noLonger reports whether a verb stands under "no longer".
func (r *reading) noLonger(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if c > 0 && lower(r.seg.Word(c)) == "longer" && lower(r.seg.Word(c-1)) == "no" {
			return true
		}
	}
	return false
}

// changeOf returns what a single verb says of a stance, whatever it needs.
func (r *reading) changeOf(lemma string) record.Change {
	for _, f := range r.turns[lemma] {
		if len(f.rest) == 0 {
			return f.change
		}
	}
	return ""
}

// stanceOf returns the stance that a verb has as object or, in the passive
// and in "its position has changed", as subject; also one level down: "part of
// its demand".
func (r *reading) stanceOf(verb, last annot.TokenID) annot.TokenID {
	if x := r.strayed(verb); x != annot.None && r.stance(x) {
		return x
	}
	for v := range r.both(verb, last) {
		for c := range r.syn.Children(v) {
			switch w := &r.syn.Words[c]; w.Rel {
			case ud.Obj, ud.NsubjPass, ud.Nsubj, ud.NsubjOuter, ud.Obl, ud.Nmod:
				if r.stance(c) && r.holdsIt(verb, c) {
					return c
				}
				if x := r.syn.Child(c, ud.Nmod); x != annot.None && w.Rel == ud.Obj && r.stance(x) {
					return x
				}
			}
		}
	}
	return annot.None
}

// holdsIt reports whether a stance is what a verb keeps or moves, and not
// what it comes after or is done by; a promise that is kept is no stance.
func (r *reading) holdsIt(verb, stance annot.TokenID) bool {
	switch r.syn.Words[verb].Lemma {
	case "keep", "hold", "retain":
		switch r.syn.Words[stance].Lemma {
		case "promise", "pledge", "vow", "commitment", "position":
			return false
		}
	}
	k := r.syn.Child(stance, ud.Case)
	if k == annot.None {
		return true
	}
	switch lower(r.seg.Word(k)) {
	case "from", "to", "in", "by", "behind", "with", "'s", "’s":
		return true
	}
	return false
}

// both yields a verb and, where it is another, the last word of its phrase.
func (r *reading) both(verb, last annot.TokenID) func(func(annot.TokenID) bool) {
	return func(yield func(annot.TokenID) bool) {
		if yield(verb) && last != verb {
			yield(last)
		}
	}
}

// stance reports whether a noun is what somebody holds. A price is one only
// where it is somebody's.
func (r *reading) stance(n annot.TokenID) bool {
	lemma := r.syn.Words[n].Lemma
	if !r.is("stance", lemma) {
		return false
	}
	return !r.is("weak-stance", lemma) || r.syn.Child(n, ud.NmodPoss) != annot.None || r.syn.Child(n, ud.Acl, ud.AclRelcl) != annot.None || lemma == "plan" && r.syn.Child(n, ud.Nmod) != annot.None
}

// holder returns whose stance it is: who stands in its possessive where it is
// the subject, else the subject of the verb, also of one that controls it.
func (r *reading) holder(verb, stance annot.TokenID) annot.EntityID {
	e, s := r.doer(verb)
	if s != annot.None && e == annot.None && stance == annot.None && r.pointsBack(s) {
		return r.behind(r.speakerAt(verb)) // "that has not changed"
	}
	if e == annot.None && s == annot.None {
		if n := r.syn.Child(verb, ud.NsubjPass); n != annot.None {
			s = n
		}
	}
	if e != annot.None && s != stance && (s == annot.None || !r.is("stance", r.syn.Words[s].Lemma)) {
		return r.principal(e)
	}
	if stance == annot.None || s != annot.None && s != stance && r.syn.Words[s].Rel != ud.NsubjPass {
		return annot.None // a subject of whom nothing is known
	}
	if e := r.possessor(stance); e != annot.None {
		return e
	}
	if rel := r.syn.Words[stance].Rel; rel == ud.Nsubj { // "the offer still stands, her office said"
		if st := r.stmts.Holding(r.seg.Tokens[verb].Span); st != annot.None && r.stmts.List[st].Speaker != annot.None {
			return r.behind(r.stmts.List[st].Speaker)
		}
	}
	return annot.None
}

// pointsBack reports whether a subject stands for what has just been said.
func (r *reading) pointsBack(s annot.TokenID) bool {
	switch lower(r.seg.Word(s)) {
	case "that", "this", "nothing":
		return r.speakerAt(s) != annot.None
	}
	return false
}

// possessor returns whose a stance is; "our" is the speaker's.
func (r *reading) possessor(stance annot.TokenID) annot.EntityID {
	p := r.syn.Child(stance, ud.NmodPoss)
	if p == annot.None {
		return r.byAdjective(stance)
	}
	switch lower(r.seg.Word(p)) {
	case "our", "my":
		if st := r.stmts.Holding(r.seg.Tokens[p].Span); st != annot.None && r.stmts.List[st].Speaker != annot.None {
			return r.behind(r.stmts.List[st].Speaker)
		}
	}
	return r.entity(p)
}

// supposed reports whether a verb stands in a condition or under a modal: what
// would be dropped has not been.
func (r *reading) supposed(verb annot.TokenID) bool {
	return r.modal(verb) != "" || r.hypothetical(verb)
}

// fromAdjective reads "its position is unchanged", "Halvik remained firm".
func (r *reading) fromAdjective(adj annot.TokenID) (annot.Position, bool) {
	subject, verb := r.syn.Child(adj, ud.Nsubj), adj
	if up := r.syn.Words[adj].Head; subject == annot.None && r.syn.Words[adj].Rel == ud.Conj && r.syn.Words[up].UPOS == ud.ADJ {
		subject, verb = r.syn.Child(up, ud.Nsubj), up // "final and unchanged"
	}
	if w := &r.syn.Words[adj]; subject == annot.None && w.Rel == ud.Xcomp && w.Head != annot.None {
		verb = w.Head
		subject = r.syn.Child(verb, ud.Nsubj)
	}
	if subject == annot.None || r.negated(verb) || r.supposed(verb) {
		return annot.Position{}, false
	}
	if o := r.syn.Child(verb, ud.Obj); verb != adj && o != annot.None { // "kept its line unchanged", not "its rating"
		if !r.stance(o) {
			return annot.Position{}, false
		}
		subject = o
	}
	holder := r.entity(subject)
	if r.is("stance", r.syn.Words[subject].Lemma) {
		holder = r.possessor(subject)
	}
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, record.ChangeUnchanged, "position/unchanged-adjective"), true
}

// fromStance reads a relative clause: "a line it has held since 2019".
func (r *reading) fromStance(stance annot.TokenID) (annot.Position, bool) {
	if p, ok := r.stillIs(stance); ok {
		return p, true
	}
	if p, ok := r.hasBeen(stance); ok {
		return p, true
	}
	rel := r.syn.Child(stance, ud.AclRelcl)
	if rel == annot.None {
		return annot.Position{}, false
	}
	if r.changeOf(r.syn.Words[rel].Lemma) == record.ChangeMoved && !r.negated(rel) && !r.supposed(rel) {
		if holder := r.holder(rel, annot.None); holder != annot.None {
			return r.row(stance, holder, record.ChangeMoved, "position/stance-moved"), true
		}
	}
	if !r.is("held-verb", r.syn.Words[rel].Lemma) {
		return annot.Position{}, false
	}
	if up := r.syn.Words[stance].Head; up != annot.None {
		if r.changeOf(r.syn.Words[up].Lemma) != "" {
			return annot.Position{}, false // the verb above says it already
		}
	}
	since := r.since(rel)
	holder := r.holder(rel, annot.None)
	if holder == annot.None || since == annot.None && !r.ownSince(rel) {
		return annot.Position{}, false
	}
	return r.row(stance, holder, record.ChangeUnchanged, "position/held-since"), true
}

// stillIs reads "our position is still that", "its answer remains no".
func (r *reading) stillIs(stance annot.TokenID) (annot.Position, bool) {
	w := &r.syn.Words[stance]
	if w.Rel != ud.Nsubj || w.Head == annot.None || r.negated(w.Head) || r.supposed(w.Head) {
		return annot.Position{}, false
	}
	lasting := r.is("remain", r.syn.Words[w.Head].Lemma)
	for c := range r.syn.Children(w.Head) {
		lasting = lasting || r.syn.Child(w.Head, ud.Cop) != annot.None && lower(r.seg.Word(c)) == "still"
	}
	if !lasting {
		return annot.Position{}, false
	}
	holder := r.holder(w.Head, stance)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(w.Head, holder, record.ChangeUnchanged, "position/still-is"), true
}

// hasBeen reads "that has been Halvik's line for a generation", "had always
// been its position".
func (r *reading) hasBeen(stance annot.TokenID) (annot.Position, bool) {
	if r.syn.Child(stance, ud.Cop) == annot.None || !r.has(stance, "has", "have", "had") || r.negated(stance) || r.supposed(stance) {
		return annot.Position{}, false
	}
	holder := r.possessor(stance)
	if holder == annot.None {
		return annot.Position{}, false
	}
	for c := range r.syn.Children(stance) {
		k := r.syn.Child(c, ud.Case, ud.Mark)
		form := lower(r.seg.Word(c))
		if k != annot.None && (lower(r.seg.Word(k)) == "since" || lower(r.seg.Word(k)) == "for" && r.durable(c)) || r.is("unchanged-adverb", form) || r.is("kept-up-adverb", form) {
			return r.row(stance, holder, record.ChangeUnchanged, "position/has-been"), true
		}
	}
	return annot.Position{}, false
}

// row writes a position on the clause headed by t.
func (r *reading) row(t annot.TokenID, holder annot.EntityID, change record.Change, rule annot.By) annot.Position {
	words := r.clause(t)
	st := r.stmts.Holding(words)
	if st == annot.None {
		st = r.stmts.Holding(r.seg.Tokens[t].Span)
	}
	if st == annot.None {
		st = r.within(words)
	}
	p := annot.Position{Holder: holder, Words: annot.Spans{words}, Change: change, Since: r.since(t), Statement: st, By: rule}
	if st != annot.None && len(r.stmts.List[st].Issues) > 0 {
		p.Issue = r.stmts.List[st].Issues[0]
	}
	return p
}

// within returns the statement that shares most words with a clause which
// holds source and cue besides: "Halvik reiterated [that it wants peace]".
func (r *reading) within(words annot.Span) annot.StatementID {
	best, most := annot.StatementID(annot.None), 0
	for i := range r.stmts.List {
		n := 0
		for _, sp := range r.stmts.List[i].Content {
			n += max(0, min(sp.End, words.End)-max(sp.Start, words.Start))
		}
		if n > most {
			best, most = annot.StatementID(i), n
		}
	}
	return best
}

// clause returns the words of a clause from its subject to its last
// complement, without a participle or a mark that only hangs on behind.
func (r *reading) clause(t annot.TokenID) annot.Span {
	left, right := t, t
	if x := r.strayed(t); x != annot.None && r.syn.Child(t, ud.Nsubj, ud.NsubjPass) == annot.None {
		left, _ = r.syn.Edges(x)
	}
	for c := range r.syn.Children(t) {
		first, last := r.syn.Edges(c)
		switch rel := r.syn.Words[c].Rel; rel.Universal() {
		case ud.Punct, ud.Cc, ud.Mark, ud.Conj, ud.Parataxis, ud.Discourse, ud.Vocative:
			continue
		case ud.Advcl:
			if c > t && r.seg.Word(first-1) == "," || c < t {
				continue
			}
		}
		left, right = min(left, first), max(right, last)
	}
	return r.seg.SpanOf(left, r.beforeParticiple(t, right))
}

// negated reports whether a verb carries a negation.
func (r *reading) negated(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "not", "n't", "n’t", "never", "hardly", "neither", "nor":
			return !r.notOnly(c)
		}
	}
	return false
}
