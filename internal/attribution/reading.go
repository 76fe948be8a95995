package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A run is a stretch of tokens, both ends included.
type run struct {
	first, last annot.TokenID
}

func (a run) has(t annot.TokenID) bool { return a.first <= t && t <= a.last }

func (a run) overlaps(b run) bool { return a.first <= b.last && b.first <= a.last }

func (a run) len() int { return int(a.last-a.first) + 1 }

// A reading is one document with what the rules look up in it.
type reading struct {
	words *cueWords
	rules *rules
	seg   *annot.Segmentation
	quo   *annot.Quotations
	syn   *annot.Syntax
	ms    *annot.Mentions

	sent   []annot.SentenceID  // of each token
	inside []annot.QuotationID // the innermost quotation around each token, marks included
	outer  []annot.QuotationID // the outermost
	opens  []annot.QuotationID // the outermost quotation whose piece begins with this token
	shuts  []annot.QuotationID // the outermost quotation whose piece ends with this token
	pieces [][]run             // of each quotation
	heads  []annot.MentionID   // of each token: the outermost mention with this head
	found  []candidate
	kept   []candidate // found beside others, to be added to them
	taken  []int       // of each quotation: the candidate that has it as content, plus one
}

// A candidate is an attribution before levels are settled.
type candidate struct {
	rule       annot.By
	class      class
	head       annot.TokenID // the word of the cue that carries its meaning
	cue        run
	source     []run
	sourceHead annot.TokenID
	content    []run
	quote      bool // the content is made of whole quotations
	weak       bool // by a complement that often does no more than describe
	denied     bool // the content is what another denies before the cue
	object     bool // a model took the head of the content for a part of the cue
}

func newReading(a *Attributor, seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions) *reading {
	n := len(seg.Tokens)
	ids := make([]annot.QuotationID, 4*n)
	for i := range ids {
		ids[i] = annot.None
	}
	r := &reading{words: a.words, rules: &a.rules, seg: seg, quo: quo, syn: syn, ms: ms,
		sent: make([]annot.SentenceID, n), inside: ids[:n], outer: ids[n : 2*n], opens: ids[2*n : 3*n], shuts: ids[3*n:],
	}
	for i, s := range seg.Sentences {
		for t := s.First; t < s.End; t++ {
			r.sent[t] = annot.SentenceID(i)
		}
	}
	if quo != nil {
		r.indexQuotations()
	}
	if ms != nil {
		r.heads = make([]annot.MentionID, n)
		for t := range r.heads {
			r.heads[t] = annot.None
		}
		for i := len(ms.List) - 1; i >= 0; i-- {
			r.heads[ms.List[i].Head] = annot.MentionID(i)
		}
	}
	return r
}

func (r *reading) indexQuotations() {
	r.pieces = make([][]run, len(r.quo.List))
	r.taken = make([]int, len(r.quo.List))
	for i, q := range r.quo.List {
		id := annot.QuotationID(i)
		for _, p := range q.Pieces {
			first, end := r.seg.Within(p)
			if first >= end {
				continue
			}
			r.pieces[i] = append(r.pieces[i], run{first, end - 1})
			for t := first; t < end; t++ {
				r.inside[t] = id // later quotations open further in
				if r.outer[t] == annot.None {
					r.outer[t] = id
				}
			}
			if r.opens[first] == annot.None {
				r.opens[first] = id
			}
			if r.shuts[end-1] == annot.None || q.Parent == annot.None {
				r.shuts[end-1] = id
			}
		}
	}
}

// valid reports whether a token exists; beside the ends of a text it may not.
func (r *reading) valid(t annot.TokenID) bool { return t >= 0 && int(t) < len(r.inside) }

// rel returns the relation of a token; beside the ends of a text, that of
// nothing in particular.
func (r *reading) rel(t annot.TokenID) ud.DepRel {
	if !r.valid(t) {
		return ud.Dep
	}
	return r.syn.Words[t].Rel
}

func (r *reading) headOf(t annot.TokenID) annot.TokenID { return r.syn.Words[t].Head }

// lemma returns the lemma of a token, nothing beside the ends of a text.
func (r *reading) lemma(t annot.TokenID) string {
	if !r.valid(t) {
		return ""
	}
	return r.syn.Words[t].Lemma
}

// form returns a token's words, or "" beside the ends of the text.
func (r *reading) form(t annot.TokenID) string {
	if !r.valid(t) {
		return ""
	}
	return r.seg.Word(t)
}

// is reports whether a token has one of these parts of speech; beside the
// ends of the text none has.
func (r *reading) is(t annot.TokenID, pos ...ud.UPOS) bool {
	if !r.valid(t) {
		return false
	}
	for _, p := range pos {
		if r.syn.Words[t].UPOS == p {
			return true
		}
	}
	return false
}

func (r *reading) feats(t annot.TokenID, f ud.Feats) bool {
	return r.valid(t) && r.syn.Words[t].Feats.Has(f)
}

func (r *reading) subtree(t annot.TokenID) run {
	a, b := r.syn.Edges(t)
	return run{a, b}
}

// child returns the first dependent with one of these relations, or None.
func (r *reading) child(t annot.TokenID, rels ...ud.DepRel) annot.TokenID {
	return r.syn.Child(t, rels...)
}

// hasChild reports whether a token has a dependent with this relation.
func (r *reading) hasChild(t annot.TokenID, rel ud.DepRel) bool {
	return r.syn.Child(t, rel) != annot.None
}

// sentence returns the tokens of the sentence of a token.
func (r *reading) sentence(t annot.TokenID) run {
	s := r.seg.Sentences[r.sent[t]]
	return run{s.First, s.End - 1}
}

func (r *reading) block(t annot.TokenID) annot.BlockID {
	return r.seg.Sentences[r.sent[t]].Block
}

// prep returns the preposition of a phrase or clause and the token that it
// ends with, or "" for none: "according to" is one of two words.
func (r *reading) prep(t annot.TokenID) (string, run) {
	for c := range r.syn.Children(t) {
		if c > t {
			break
		}
		switch r.rel(c) {
		case ud.Case, ud.Mark:
			if r.is(c, ud.PART, ud.PUNCT) {
				continue
			}
			last := c
			for f := range r.syn.Children(c) {
				if r.rel(f) == ud.Fixed {
					last = max(last, f)
				}
			}
			return strings.ToLower(r.form(c)), run{c, last}
		}
	}
	return "", run{annot.None, annot.None}
}

// passive reports whether a verb form is passive.
func (r *reading) passive(t annot.TokenID) bool {
	if r.hasChild(t, ud.AuxPass) {
		return true
	}
	if r.hasChild(t, ud.NsubjPass) || r.hasChild(t, ud.CsubjPass) {
		return !r.feats(t, ud.VerbFormFin) // "the charity called on": a subject that the tree takes for a passive's
	}
	switch r.rel(t) {
	case ud.Acl, ud.Advcl, ud.Amod:
		return r.feats(t, ud.VerbFormPart) && !r.feats(t, ud.VerbFormGer) && !r.feats(t, ud.TensePres) &&
			!r.hasChild(t, ud.Aux) && !r.hasChild(t, ud.Obj) && !strings.HasSuffix(r.form(t), "ing")
	case ud.Conj:
		return !r.hasChild(t, ud.Nsubj) && !r.hasChild(t, ud.Aux) && !r.hasChild(t, ud.Obj) && r.hasChild(t, ud.OblAgent)
	}
	return false
}

// infinite reports whether a verb is an infinitive with "to".
func (r *reading) infinite(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.Mark && r.is(c, ud.PART) {
			return true
		}
	}
	return false
}

// gerundive reports whether a verb is a form in -ing without an auxiliary.
func (r *reading) gerundive(t annot.TokenID) bool {
	return strings.HasSuffix(r.form(t), "ing") && r.is(t, ud.VERB, ud.AUX, ud.NOUN) && !r.hasChild(t, ud.Aux)
}

// finite reports whether a verb makes a full clause.
func (r *reading) finite(t annot.TokenID) bool {
	if r.feats(t, ud.VerbFormFin) {
		return true
	}
	a := r.child(t, ud.Aux, ud.AuxPass, ud.Cop)
	return a != annot.None && (r.feats(a, ud.VerbFormFin) || r.is(a, ud.AUX) && !r.infinite(t) && !strings.HasSuffix(r.form(a), "ing"))
}

// trim drops marks and conjunctions from the edges of a run, but not the
// quotation marks that a piece of a quotation begins or ends with.
func (r *reading) trim(a run) run {
	for a.first < a.last && r.droppable(a.first) && r.opens[a.first] == annot.None {
		a.first++
	}
	for a.last > a.first && r.is(a.last, ud.PUNCT) && r.shuts[a.last] == annot.None && !r.sentenceMark(a.last) {
		a.last--
	}
	return a
}

// droppable reports whether a token at the beginning of a run is none of it.
func (r *reading) droppable(t annot.TokenID) bool {
	return r.is(t, ud.PUNCT) && !strings.ContainsAny(r.form(t), "$#@£€([")
}

// sentenceMark reports whether a mark at the end belongs to the words: one
// that asks or exclaims, or shuts a bracket.
func (r *reading) sentenceMark(t annot.TokenID) bool {
	switch r.form(t) {
	case "?", "!", ")", "]", "%", "…", "...", "?!":
		return true
	}
	return false
}

// isMark reports whether a token is one of these marks.
func (r *reading) isMark(t annot.TokenID, marks string) bool {
	return r.valid(t) && strings.Contains(marks, r.form(t))
}
