package condition

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// A run is a stretch of tokens [first, end).
type run struct{ first, end annot.TokenID }

func (r run) empty() bool              { return r.end <= r.first }
func (r run) has(t annot.TokenID) bool { return r.first <= t && t < r.end }
func (r run) overlaps(o run) bool      { return r.first < o.end && o.first < r.end }
func (s *search) subtree(t annot.TokenID) run {
	l, r := s.syn.Edges(t)
	return run{l, r + 1}
}

// minus returns what is left of r when the others are taken out.
func (r run) minus(others ...run) []run {
	left := []run{r}
	for _, o := range others {
		var next []run
		for _, x := range left {
			if o.empty() || !x.overlaps(o) {
				next = append(next, x)
				continue
			}
			if x.first < o.first {
				next = append(next, run{x.first, o.first})
			}
			if o.end < x.end {
				next = append(next, run{o.end, x.end})
			}
		}
		left = next
	}
	return left
}

// clip returns the parts of a run that lie in spans; no spans clip nothing.
func (s *search) clip(r run, spans annot.Spans) []run {
	if len(spans) == 0 {
		return []run{r}
	}
	var out []run
	for _, sp := range spans {
		first, end := s.seg.Within(sp)
		if x := (run{max(first, r.first), min(end, r.end)}); !x.empty() {
			out = append(out, x)
		}
	}
	return out
}

// trim takes from both ends what carries no meaning of its own: marks,
// conjunctions, the words that open a clause, and quotation marks whose
// fellow lies outside.
func (s *search) trim(r run) run {
	for !r.empty() && (s.isLoose(r.first) || s.isOpener(r.first) || s.strayMark(r, r.first)) {
		r.first++
	}
	if r.end-r.first > 2 && s.syn.Words[r.first].UPOS == ud.ADP && s.lower(r.first+1) == "which" {
		r.first += 2 // "a plan under which troops would leave"
	}
	for !r.empty() && (s.isLoose(r.end-1) || s.syn.Words[r.end-1].UPOS == ud.CCONJ || s.strayMark(r, r.end-1) || s.lower(r.end-1) == "then") {
		r.end--
	}
	return r
}

// isLoose reports whether a token is a mark other than a quotation mark, a
// bracket or a sign that belongs to a number.
func (s *search) isLoose(t annot.TokenID) bool {
	switch s.seg.Word(t) {
	case ",", ";", ":", ".", "-", "--", "–", "—", "...", "…", "!", "?":
		return true
	}
	return false
}

// isOpener reports whether a token at the start of a run only ties it to what
// stands before: "and", "but", "that", "then".
func (s *search) isOpener(t annot.TokenID) bool {
	switch s.lower(t) {
	case "that":
		return s.syn.Words[t].Rel == ud.Mark || int(t)+1 < len(s.syn.Words) && nominal(s.syn.Words[t+1].UPOS)
	case "to":
		return s.syn.Words[t].UPOS == ud.PART || int(t)+1 < len(s.syn.Words) && s.syn.Words[t+1].UPOS == ud.VERB
	case "and", "but", "or", "then", "so":
		return s.syn.Words[t].UPOS != ud.PRON && s.syn.Words[t].UPOS != ud.DET
	}
	return false
}

// nominal reports whether a word of this kind opens a noun phrase.
func nominal(u ud.UPOS) bool { return u == ud.PRON || u == ud.DET || u == ud.PROPN }

// markSide tells which way a quotation mark faces: -1 opens, +1 closes, 2
// either, 0 is none.
func markSide(w string) int {
	switch w {
	case "“", "‘", "„", "«", "``":
		return -1
	case "”", "’", "»", "''":
		return 1
	case `"`, "'":
		return 2
	}
	return 0
}

// strayMark reports whether t is a quotation mark without its fellow in r.
func (s *search) strayMark(r run, t annot.TokenID) bool {
	side := markSide(s.seg.Word(t))
	if side == 0 {
		return false
	}
	for u := r.first; u < r.end; u++ {
		if o := markSide(s.seg.Word(u)); u != t && o != 0 && (side == 2 && o == 2 || o == -side && (u > t) == (side < 0)) {
			return false
		}
	}
	return true
}

// spans turns runs into trimmed spans in reading order. Pieces without a word
// are dropped.
func (s *search) spans(runs []run) annot.Spans {
	var out annot.Spans
	for _, r := range runs {
		if r = s.trim(r); s.hasWord(r) {
			out = append(out, s.seg.SpanOf(r.first, r.end-1))
		}
	}
	return out.Normal()
}

// hasWord reports whether a run says anything: a piece of marks and of words
// that only tie others together does not.
func (s *search) hasWord(r run) bool {
	if r.end == r.first+1 {
		if w := s.lower(r.first); w == "that" || w == "which" || w == "who" {
			return false // "a deal that, if signed, would end it"
		}
	}
	for t := r.first; t < r.end; t++ {
		switch s.syn.Words[t].UPOS {
		case ud.PUNCT, ud.SCONJ, ud.CCONJ, ud.ADP, ud.DET, ud.ADV, ud.PART:
		default:
			return true
		}
	}
	return false
}

// phraseAfter returns the head of the clause or phrase that a connective
// introduces: what its last word marks, or else the top of what follows it.
// It returns None where nothing follows.
func (s *search) phraseAfter(sent annot.Sentence, c run) annot.TokenID {
	for t := c.end - 1; t >= c.first; t-- {
		w := s.syn.Words[t]
		switch w.Rel {
		case ud.Mark, ud.Case, ud.Advmod:
			if w.Head >= c.end {
				return s.beforeComma(c, s.clauseOver(c, w))
			}
		}
	}
	t := c.end
	for t < sent.End && s.syn.Words[t].UPOS == ud.PUNCT {
		t++
	}
	if t == sent.End {
		return annot.None
	}
	for {
		w := s.syn.Words[t]
		if w.Head == annot.None || w.Head < c.end || endsPhrase(w.Rel) {
			return t
		}
		t = w.Head
	}
}

// clauseOver returns the head of what a connective marks. One that was hung
// on the subject of a clause, as a preposition, marks the clause: "until
// scientists had reported".
func (s *search) clauseOver(c run, w annot.Word) annot.TokenID {
	n := s.syn.Words[w.Head]
	if w.Rel == ud.Case && n.Rel.Universal() == ud.Nsubj && n.Head > w.Head {
		return n.Head
	}
	if w.Rel == ud.Case && n.Rel.Universal() == ud.Obl && c.has(n.Head) {
		if up := s.syn.Words[n.Head].Head; up > w.Head && s.syn.Words[up].UPOS == ud.VERB && s.syn.Child(up, ud.Nsubj, ud.NsubjPass) == annot.None {
			return up // "so long as the board, its owner, opens"
		}
	}
	return w.Head
}

// beforeComma returns the head of a fronted clause where the connective was
// hung on the main clause behind the comma: "If it cuts pay, we will walk out".
func (s *search) beforeComma(c run, head annot.TokenID) annot.TokenID {
	for t := c.end; t < head; t++ {
		if s.seg.Word(t) == "," {
			return head
		}
		if w := s.syn.Words[t]; w.Rel == ud.Advcl && w.Head == head && s.commaBetween(t, head) {
			return t
		}
	}
	return head
}

func (s *search) commaBetween(a, b annot.TokenID) bool {
	for t := a; t < b; t++ {
		if s.seg.Word(t) == "," {
			return true
		}
	}
	return false
}

// endsPhrase reports whether a relation ties a clause or a phrase of its own
// to what governs it.
func endsPhrase(r ud.DepRel) bool {
	switch r {
	case ud.Advcl, ud.AdvclRelcl, ud.Acl, ud.AclRelcl, ud.Parataxis, ud.Root, ud.Conj, ud.Obl, ud.Nmod:
		return true
	}
	return false
}

// withoutAside ends a consequence before what only comments on it: "would
// leave, which nobody expects", "would leave, a step that it has put off".
func (s *search) withoutAside(r run) run {
	for t := r.first + 1; t+2 < r.end; t++ {
		if s.seg.Word(t) != "," || !s.hasVerb(run{r.first, t}) {
			continue
		}
		switch s.lower(t + 1) {
		case "which":
			return run{r.first, t}
		case "a", "an", "the", "something", "one":
			for u := t + 1; u < min(t+4, r.end); u++ {
				if s.words.aside[s.syn.Words[u].Lemma] && !s.modal(s.syn.Words[u].Head) || s.lower(u) == "something" {
					return run{r.first, t}
				}
			}
		}
	}
	return r
}

// menaces reports whether a verb warns or threatens somebody.
func (s *search) menaces(verb annot.TokenID) bool {
	return verb != annot.None && (s.words.warning[s.syn.Words[verb].Lemma] || s.words.threat[s.syn.Words[verb].Lemma])
}

// trimWarned leaves of "warned Ankara of sanctions" what is warned of, where
// the one who is warned was taken into the content.
func (s *search) trimWarned(row *annot.Condition) {
	if len(row.Consequence) == 0 {
		return
	}
	h := s.syn.HeadOf(row.Consequence[0])
	if h == annot.None || s.syn.Words[h].Rel != ud.Iobj && s.syn.Words[h].Rel != ud.Obj || !s.menaces(s.syn.Words[h].Head) {
		return
	}
	n := s.syn.Child(h, ud.Nmod)
	if n == annot.None {
		return
	}
	if k := s.syn.Child(n, ud.Case); k != annot.None && (s.lower(k) == "of" || s.lower(k) == "with") {
		if at := s.seg.Tokens[k+1].Span.Start; at < row.Consequence[0].End {
			row.Consequence[0].Start, row.To = at, h
		}
	}
}

// asks reports whether a consequence is a question, direct or indirect: "what
// happens if", "unclear how they would reply if".
func (s *search) asks(consequence annot.Spans) bool {
	if len(consequence) == 0 {
		return false
	}
	t, last := s.seg.Within(consequence[0])
	if t < last && markSide(s.seg.Word(t)) != 0 {
		t++
	}
	if t >= last {
		return false
	}
	switch s.lower(t) {
	case "what", "how", "whether", "why":
		return true
	case "who", "when", "where":
		g := s.consequenceHead(consequence)
		return g == annot.None || s.syn.Words[g].Rel != ud.AclRelcl
	}
	_, end := s.seg.Within(consequence[len(consequence)-1])
	return int(end) < len(s.seg.Tokens) && s.seg.Word(end) == "?"
}

// trimWilling leaves of "it was willing to cut the fee" what one is willing to
// do: the willingness is there already.
func (s *search) trimWilling(row *annot.Condition) {
	g := s.consequenceHead(row.Consequence)
	if g == annot.None || !s.ready(g) && !(s.syn.Words[g].UPOS == ud.NOUN && s.words.promise[s.syn.Words[g].Lemma]) {
		return
	}
	x := s.syn.Child(g, ud.Xcomp, ud.Acl)
	if x == annot.None || x < g {
		return
	}
	first, _ := s.syn.Edges(x)
	at := s.seg.Tokens[first].Span.Start
	if s.lower(first) == "to" && first < x {
		at = s.seg.Tokens[first+1].Span.Start
	}
	var kept annot.Spans
	for _, sp := range row.Consequence {
		if sp.End > at {
			kept = append(kept, annot.Span{Start: max(sp.Start, at), End: sp.End})
		}
	}
	if len(kept) > 0 {
		row.Consequence = kept
	}
}

// part divides a trigger that has swallowed what hangs on it, as in "If no
// offer comes, the trains stop" read as one clause: at the first comma with
// enough before it and a verb behind it.
func (s *search) part(l link, row *annot.Condition) {
	if g := l.governor; !s.leads(l.connective.first) || g != annot.None && g < l.connective.first && s.clausal(g) && s.cueAt(g) == annot.None && s.seg.Word(l.connective.first-1) != ";" {
		return
	}
	for t := l.trigger.first; t < l.trigger.end; t++ {
		before := run{l.trigger.first, t}
		if s.seg.Word(t) == "," && (before.end-before.first >= 2 || s.hasVerb(before)) && s.partAt(l, row, t) {
			return
		}
	}
}

// partAt divides a trigger at a comma, where both sides can stand.
func (s *search) partAt(l link, row *annot.Condition, t annot.TokenID) bool {
	after := run{t + 1, l.trigger.end}
	if cut := s.withoutNext([]run{after}, l); len(cut) > 0 {
		after = cut[0]
	}
	if !s.hasVerb(after) {
		return false
	}
	tr, co := s.spans([]run{{l.trigger.first, t}}), s.spans([]run{after})
	if len(tr) == 0 || len(co) == 0 {
		return false
	}
	row.Trigger, row.Consequence = tr, co
	return true
}

// mainComma returns the comma in a fronted trigger behind which the main
// clause has been taken in, by its subject and its "will" or "would"; or None.
func (s *search) mainComma(l link) annot.TokenID {
	if !s.leads(l.connective.first) {
		return annot.None
	}
	for t := l.trigger.first + 2; t+2 < l.trigger.end; t++ {
		if s.seg.Word(t) != "," || !s.hasVerb(run{l.trigger.first, t}) {
			continue
		}
		if h := s.replyHead(s.seg.Sentences[s.seg.SentenceOf(t)], t+1); h != annot.None && l.trigger.has(h) && s.wills(h) {
			return t
		}
	}
	return annot.None
}

// leads reports whether a connective comes first in its clause, but for what
// ties the clause to the one before: "and then if", "Also, if".
func (s *search) leads(t annot.TokenID) bool {
	sent := s.seg.Sentences[s.seg.SentenceOf(t)]
	if s.opensClause(sent, t) || s.afterMark(sent, t) || s.sourceOrCue(t-1) {
		return true
	}
	u := t - 1
	for u > sent.First && (s.syn.Words[u].UPOS == ud.ADV || s.syn.Words[u].UPOS == ud.CCONJ) {
		u--
	}
	w := s.syn.Words[u].UPOS
	return u < t-1 && w == ud.PUNCT || u == sent.First && (w == ud.ADV || w == ud.CCONJ || w == ud.INTJ)
}

// opensClause reports whether a word stands where a clause may begin.
func (s *search) opensClause(sent annot.Sentence, t annot.TokenID) bool {
	return t == sent.First || s.syn.Words[t-1].UPOS == ud.PUNCT || s.syn.Words[t-1].UPOS == ud.CCONJ || s.lower(t-1) == "that"
}

// endsInQuestion reports whether the clause of t runs into a question mark.
func (s *search) endsInQuestion(sent annot.Sentence, t annot.TokenID) bool {
	for ; t < sent.End; t++ {
		switch w := s.seg.Word(t); w {
		case "?":
			return true
		case "”", `"`, "’":
			return false
		}
	}
	return false
}
