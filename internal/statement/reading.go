package statement

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A run is a stretch of tokens [first, end).
type run struct{ first, end annot.TokenID }

func (x run) empty() bool              { return x.end <= x.first }
func (x run) has(t annot.TokenID) bool { return x.first <= t && t < x.end }

// A reading is the state of one call of Judge.
type reading struct {
	*Judge
	seg   *annot.Segmentation
	quo   *annot.Quotations
	syn   *annot.Syntax
	times *annot.Times
	ms    *annot.Mentions
	att   *annot.Attributions
	ents  *annot.Entities
	cond  *annot.Conditions

	mention []annot.MentionID       // by head, the outermost one; None for other tokens
	quoted  []annot.QuotationID     // of each token, the outermost quotation around it, or None
	timex   []annot.TimexID         // of each token, the time expression that it belongs to, or None
	inner   [][]annot.AttributionID // of each attribution, those directly within it
	owner   []annot.AttributionID   // of each token, an attribution with it in source, cue or content
	trigger []bool                  // of each attribution: it stands in the trigger of a condition
	hangs   []annot.ConditionID     // of each token, the condition in whose trigger it stands, or None
	conds   [][]annot.ConditionID   // of each sentence, the conditions whose triggers begin in it
	carry   []bool                  // of each attribution: it takes a statement
	cues    []cueFacts              // of each attribution

	taken  []bool // scratch: tokens of the claim at hand
	rows   []annot.Statement
	doubts []annot.Doubt
}

func newReading(j *Judge, seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, times *annot.Times,
	ms *annot.Mentions, att *annot.Attributions, ents *annot.Entities, cond *annot.Conditions) *reading {
	n := len(seg.Tokens)
	r := &reading{Judge: j, seg: seg, quo: quo, syn: syn, times: times, ms: ms, att: att, ents: ents, cond: cond,
		mention: filled[annot.MentionID](n), quoted: filled[annot.QuotationID](n), timex: filled[annot.TimexID](n),
		owner: filled[annot.AttributionID](n), taken: make([]bool, n),
		inner: make([][]annot.AttributionID, len(att.List)), carry: make([]bool, len(att.List)), trigger: make([]bool, len(att.List)),
		hangs: filled[annot.ConditionID](n), conds: make([][]annot.ConditionID, len(seg.Sentences)), cues: make([]cueFacts, len(att.List)),
	}
	for i := len(ms.List) - 1; i >= 0; i-- {
		r.mention[ms.List[i].Head] = annot.MentionID(i)
	}
	for i := range quo.List {
		for _, p := range quo.List[i].Pieces {
			fill(r, r.quoted, p, annot.QuotationID(i))
		}
	}
	for i := range times.List {
		fill(r, r.timex, times.List[i].Span, annot.TimexID(i))
	}
	r.dropTriggers()
	for i, a := range att.List {
		if a.Within != annot.None {
			r.inner[a.Within] = append(r.inner[a.Within], annot.AttributionID(i))
		}
		if r.trigger[i] {
			continue // what it covers may be the report's own condition
		}
		if a.Within == annot.None && r.nominal(annot.AttributionID(i)) {
			continue // "the union's position on rosters" may be part of what the report itself says
		}
		for _, sp := range r.extent(annot.AttributionID(i)) {
			fill(r, r.owner, sp, annot.AttributionID(i))
		}
	}
	for i := range att.List {
		r.cues[i] = r.readCue(annot.AttributionID(i))
	}
	for i := range att.List {
		id := annot.AttributionID(i)
		r.carry[i] = !r.trigger[i] && !r.doubled(id) && !r.pointsBack(id) && !r.withdrawn(id) && !r.namesItself(id) && (att.List[i].Within == annot.None || r.standsAlone(id) && !r.spokenFor(id))
	}
	return r
}

// filled returns n times None.
func filled[T ~int32](n int) []T {
	s := make([]T, n)
	for i := range s {
		s[i] = annot.None
	}
	return s
}

// fill enters an id at the tokens of a span that have none yet.
func fill[T ~int32](r *reading, at []T, sp annot.Span, id T) {
	first, end := r.seg.Within(sp)
	for t := first; t < end; t++ {
		if at[t] == annot.None {
			at[t] = id
		}
	}
}

// extent returns all words of an attribution.
func (r *reading) extent(id annot.AttributionID) annot.Spans {
	a := r.att.List[id]
	out := make(annot.Spans, 0, len(a.Source)+len(a.Content)+1)
	out = append(append(out, a.Source...), a.Content...)
	return append(out, a.Cue)
}

// carries reports whether an attribution takes a statement.
func (r *reading) carries(id annot.AttributionID) bool { return r.carry[id] }

// entityOf returns the entity of the mention with this head, or None.
func (r *reading) entityOf(t annot.TokenID) annot.EntityID {
	if t == annot.None {
		return annot.None
	}
	return r.ents.Of(r.mention[t])
}

func (r *reading) word(t annot.TokenID) annot.Word { return r.syn.Words[t] }

func (r *reading) rel(t annot.TokenID) ud.DepRel { return r.syn.Words[t].Rel }

// lower returns the words of a token in lower case, nothing outside the report.
func (r *reading) lower(t annot.TokenID) string {
	if t < 0 || int(t) >= len(r.seg.Tokens) {
		return ""
	}
	return strings.ToLower(r.seg.Word(t))
}

func (r *reading) span(t annot.TokenID) annot.Span { return r.seg.Tokens[t].Span }

func (r *reading) subtree(t annot.TokenID) run {
	a, b := r.syn.Edges(t)
	return run{a, b + 1}
}

// tokens returns the runs of some spans.
func (r *reading) tokens(ss annot.Spans) []run {
	var out []run
	for _, s := range ss {
		if first, end := r.seg.Within(s); first < end {
			out = append(out, run{first, end})
		}
	}
	return out
}

// inSpans reports whether a token lies in some spans.
func (r *reading) inSpans(ss annot.Spans, t annot.TokenID) bool {
	return t != annot.None && ss.Has(r.span(t).Start)
}

// clausal reports whether a word heads a clause: a verb, or a predicate with
// copula or subject.
func (r *reading) clausal(t annot.TokenID) bool {
	switch r.word(t).UPOS {
	case ud.VERB, ud.AUX:
		return true
	}
	return r.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Cop, ud.Aux, ud.Csubj, ud.Expl) != annot.None
}

// matchAt returns the tokens after t that a phrase takes, beginning at t, with
// up to gap tokens between two of its words, or none.
func (r *reading) matchAt(t, end annot.TokenID, words []string, gap annot.TokenID) (last annot.TokenID, ok bool) {
	if !r.same(t, words[0]) {
		return t, false
	}
	last = t
	reach := gap
	for _, w := range words[1:] {
		if w == anything {
			reach = farthest
			continue
		}
		found := false
		for u := last + 1; u < end && u <= last+1+reach; u++ {
			if r.same(u, w) {
				last, found = u, true
				break
			}
		}
		if !found {
			return t, false
		}
		reach = gap
	}
	return last, true
}

// anything stands in an entry for up to so many words: "put ~ on the table".
const (
	anything = "~"
	farthest = 10
)

// same reports whether a token is a word of a list, by lemma or by form.
func (r *reading) same(t annot.TokenID, word string) bool {
	l := r.word(t).Lemma
	if l == word {
		return true
	}
	w := r.seg.Word(t)
	if stem, ok := strings.CutSuffix(w, "ing"); ok && r.word(t).UPOS == ud.VERB && (stem == word || len(word) == len(stem)+1 && word[len(stem)] == 'e' && word[:len(stem)] == stem) {
		return true // a lemma that was not cut, or not rightly
	}
	return len(w) == len(word) && strings.EqualFold(w, word) || r.word(t).UPOS == ud.PROPN && strings.EqualFold(r.word(t).Lemma, word) ||
		word == "not" && (w == "n't" || w == "n’t")
}

// selfSubject reports whether the speaker is the subject of a claim: "we",
// "I", the speaker's own name or pronoun, or an infinitive without a subject.
func (r *reading) selfSubject(c claim) bool {
	if c.att == annot.None {
		return false
	}
	s := r.subjectOf(c.head)
	if s == annot.None {
		w := r.word(c.head)
		return w.UPOS == ud.VERB && (w.Feats.Has(ud.VerbFormInf) || w.Feats.Has(ud.VerbFormGer))
	}
	if r.words.firstPerson[r.lower(s)] {
		return true
	}
	e := r.entityOf(s)
	if e == annot.None {
		return false
	}
	speaker := r.entityOf(r.att.List[c.att].SourceHead)
	return e == speaker || speaker != annot.None && r.speaksFor(speaker, e)
}

// speaksFor reports whether one actor is the other's by the words: a
// spokesman of the union, an official of the ministry.
func (r *reading) speaksFor(speaker, e annot.EntityID) bool {
	aff := r.ents.List[speaker].Affiliation
	if aff.Empty() {
		return false
	}
	for _, m := range r.ents.List[e].Mentions {
		if r.ms.List[m].Span.Overlaps(aff) || r.seg.Text.Slice(r.ms.List[m].Span) == r.seg.Text.Slice(aff) {
			return true
		}
	}
	return false
}

// subjectOf returns the subject of a clause, its own or the one it shares.
func (r *reading) subjectOf(h annot.TokenID) annot.TokenID {
	for i := 0; h != annot.None && i < 4; i++ {
		if s := r.syn.Child(h, ud.Nsubj, ud.NsubjPass); s != annot.None {
			return s
		}
		if x := r.rel(h); x != ud.Conj && x != ud.Xcomp {
			return annot.None
		}
		h = r.word(h).Head
	}
	return annot.None
}

// actOf returns the verb of a cue that tells the act: not the "have" of "have
// yet to agree".
func (r *reading) actOf(a annot.Attribution) annot.TokenID {
	h := a.CueHead
	if h == annot.None || r.word(h).UPOS != ud.VERB || r.word(h).Lemma != "have" {
		return h
	}
	for c := range r.syn.Children(h) {
		if rel := r.rel(c); c > h && (rel == ud.Xcomp || rel == ud.Advcl) && a.Cue.Contains(r.span(c)) {
			return c
		}
	}
	return h
}

// describedBy reports whether a word in a source belongs to a clause that
// describes it: "a paper that leaked in August".
func (r *reading) describedBy(a annot.Attribution, t annot.TokenID) bool {
	if !r.inSpans(a.Source, t) || a.SourceHead == annot.None {
		return false
	}
	for u := a.SourceHead; u < t; u++ {
		if r.word(u).UPOS == ud.VERB {
			return true
		}
	}
	return false
}

// saysWhen reports whether a time expression is one at which something may be
// said, by its kind and the word before it: no part of what is said, but for
// its end, and no stamp in front of an entry.
func (r *reading) saysWhen(a annot.Attribution, x annot.TimexID) bool {
	row := &r.times.List[x]
	if row.Type != record.DateType && row.Type != record.TimeOfDay || row.Value == "PRESENT_REF" || a.Content.ContainsAll(annot.Spans{row.Span}) {
		return false
	}
	first, _ := r.seg.Within(row.Span)
	if first == r.seg.Sentences[r.seg.SentenceOf(first)].First && r.seg.Blocks[r.seg.Sentences[r.seg.SentenceOf(first)].Block].Span.Start == row.Span.Start && row.Type == record.TimeOfDay {
		return false
	}
	if first == 0 || r.word(first-1).UPOS != ud.ADP {
		return true
	}
	return pointsAt(r.lower(first - 1))
}

// stillToCome returns the "yet" of a cue that ends in it, "has yet", where the
// act was left to the content; else nothing.
func (r *reading) stillToCome(a annot.Attribution) annot.Span {
	first, end := r.seg.Within(a.Cue)
	if end-first < 2 || a.CueHead == annot.None || r.word(a.CueHead).Lemma != "have" {
		return annot.Span{}
	}
	if w := r.lower(end - 1); w == "yet" || w == "still" {
		return r.span(end - 1)
	}
	return annot.Span{}
}
