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
	case w.UPOS == ud.ADJ && r.is("stance-adjective", w.Lemma):
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
// not moved".
func (r *reading) fromVerb(verb annot.TokenID) (annot.Position, bool) {
	lemma := r.syn.Words[verb].Lemma
	change, rule := r.changeOf(lemma)
	if lemma == "stand" && r.standsBy(verb) {
		change, rule = record.ChangeUnchanged, "position/stands-by"
	}
	if change == "" || r.supposed(verb) || r.syn.Words[verb].Feats.Has(ud.VerbFormInf) { // what is only planned or refused has not moved
		return annot.Position{}, false
	}
	stance := r.stanceOf(verb)
	if stance == annot.None && !r.alone[lemma] && rule != "position/stands-by" {
		return annot.Position{}, false
	}
	if change == record.ChangeMoved && r.negated(verb) {
		change, rule = record.ChangeUnchanged, "position/not-moved"
	} else if r.negated(verb) {
		return annot.Position{}, false
	}
	holder := r.holder(verb, stance)
	if holder == annot.None {
		return annot.Position{}, false
	}
	return r.row(verb, holder, change, rule), true
}

func (r *reading) changeOf(lemma string) (record.Change, annot.By) {
	switch {
	case r.is("unchanged", lemma):
		return record.ChangeUnchanged, "position/unchanged-verb"
	case r.is("repeated", lemma):
		return record.ChangeRepeated, "position/repeated-verb"
	case r.is("moved", lemma):
		return record.ChangeMoved, "position/moved-verb"
	}
	return "", ""
}

// stanceOf returns the stance that a verb has as object or, in the passive
// and in "its position has changed", as subject.
func (r *reading) stanceOf(verb annot.TokenID) annot.TokenID {
	for c := range r.syn.Children(verb) {
		switch w := &r.syn.Words[c]; w.Rel {
		case ud.Obj, ud.NsubjPass, ud.Nsubj, ud.Obl:
			if r.is("stance", w.Lemma) {
				return c
			}
		}
	}
	return annot.None
}

// holder returns whose stance it is: who stands in its possessive, else the
// subject of the verb, also of one that controls it.
func (r *reading) holder(verb, stance annot.TokenID) annot.EntityID {
	for v := verb; v != annot.None; v = r.syn.Words[v].Head {
		if s := r.syn.Child(v, ud.Nsubj); s != annot.None && s != stance {
			if e := r.entity(s); e != annot.None {
				return e
			}
		}
		if rel := r.syn.Words[v].Rel.Universal(); rel != ud.Xcomp && rel != ud.Conj && rel != ud.Advcl {
			break
		}
	}
	if stance == annot.None {
		return annot.None
	}
	if e := r.possessor(stance); e != annot.None {
		return e
	}
	if r.syn.Words[stance].Rel == ud.Nsubj { // "the offer still stands, her office said"
		if st := r.stmts.Holding(r.seg.Tokens[verb].Span); st != annot.None && r.stmts.List[st].Speaker != annot.None {
			return r.client(r.stmts.List[st].Speaker)
		}
	}
	return annot.None
}

// possessor returns whose a stance is; "our" is the speaker's.
func (r *reading) possessor(stance annot.TokenID) annot.EntityID {
	p := r.syn.Child(stance, ud.NmodPoss)
	if p == annot.None {
		return annot.None
	}
	switch lower(r.seg.Word(p)) {
	case "our", "my":
		if st := r.stmts.Holding(r.seg.Tokens[p].Span); st != annot.None && r.stmts.List[st].Speaker != annot.None {
			return r.client(r.stmts.List[st].Speaker)
		}
	}
	return r.entity(p)
}

// standsBy reports whether a verb is the "stands" of "stands by its offer".
func (r *reading) standsBy(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if k := r.syn.Child(c, ud.Case); c > verb && k == verb+1 && lower(r.seg.Word(k)) == "by" {
			return true
		}
	}
	return false
}

// supposed reports whether a verb stands in a condition or is only possible:
// what would be dropped has not been.
func (r *reading) supposed(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		if rel := r.syn.Words[c].Rel; rel != ud.Mark && rel != ud.Aux && rel != ud.Advmod {
			continue
		}
		switch lower(r.seg.Word(c)) {
		case "if", "unless", "until", "once", "whether", "should", "would", "will", "could", "might", "may", "must", "can", "wo", "ll", "’ll", "'ll":
			return true
		case "provided", "before":
			return r.syn.Words[c].Rel == ud.Mark
		}
	}
	return false
}

// fromAdjective reads "its position is unchanged", "Halvik remained firm".
func (r *reading) fromAdjective(adj annot.TokenID) (annot.Position, bool) {
	subject, verb := r.syn.Child(adj, ud.Nsubj), adj
	if w := &r.syn.Words[adj]; subject == annot.None && w.Rel == ud.Xcomp && w.Head != annot.None {
		verb = w.Head
		subject = r.syn.Child(verb, ud.Nsubj)
	}
	if subject == annot.None || r.negated(verb) {
		return annot.Position{}, false
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
	rel := r.syn.Child(stance, ud.AclRelcl)
	if rel == annot.None {
		return annot.Position{}, false
	}
	if change, _ := r.changeOf(r.syn.Words[rel].Lemma); change == record.ChangeMoved && !r.negated(rel) {
		if holder := r.holder(rel, annot.None); holder != annot.None {
			return r.row(stance, holder, change, "position/stance-moved"), true
		}
	}
	if !r.is("held-verb", r.syn.Words[rel].Lemma) {
		return annot.Position{}, false
	}
	if up := r.syn.Words[stance].Head; up != annot.None {
		if change, _ := r.changeOf(r.syn.Words[up].Lemma); change != "" {
			return annot.Position{}, false // the verb above says it already
		}
	}
	since := r.since(rel)
	holder := r.holder(rel, annot.None)
	if holder == annot.None || since == annot.None {
		return annot.Position{}, false
	}
	return r.row(stance, holder, record.ChangeUnchanged, "position/held-since"), true
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

// beforeParticiple returns the last token before a comma with a participle
// behind it ("..., making a deal unlikely"), which goes with the clause and
// says something else.
func (r *reading) beforeParticiple(t, right annot.TokenID) annot.TokenID {
	for x := t + 1; x+1 <= right; x++ {
		if r.seg.Word(x) == "," && r.syn.Words[x+1].UPOS == ud.VERB && r.syn.Words[x+1].Feats.Has(ud.VerbFormGer) {
			return x - 1
		}
		if r.seg.Word(x) == "," && strings.HasSuffix(r.seg.Word(x+1), "ing") && r.syn.Words[x+1].UPOS == ud.VERB {
			return x - 1
		}
	}
	return right
}

// since returns the first time behind "since" in a clause, or None.
func (r *reading) since(t annot.TokenID) annot.TimexID {
	words := r.clause(t)
	first, end := r.seg.Within(words)
	for x := first; x < end; x++ {
		if lower(r.seg.Word(x)) != "since" {
			continue
		}
		behind := annot.Span{Start: r.seg.Tokens[x].Span.End, End: words.End}
		for i := range r.times.List {
			if r.times.List[i].Span.Overlaps(behind) {
				return annot.TimexID(i)
			}
		}
	}
	return annot.None
}

// negated reports whether a verb carries a negation.
func (r *reading) negated(verb annot.TokenID) bool {
	for c := range r.syn.Children(verb) {
		switch lower(r.seg.Word(c)) {
		case "not", "n't", "n’t", "never", "hardly", "neither":
			return true
		}
	}
	return false
}
