package statement

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A claim is one clause of what is attributed, or the whole of it.
type claim struct {
	att  annot.AttributionID // None: the report's own voice
	sent annot.SentenceID
	head annot.TokenID // of the clause, or of the phrase
	runs []run
}

// claims cuts what an attribution gives into clauses that may differ in
// firmness, and leaves out what belongs to attributions inside that take
// statements of their own.
func (r *reading) claims(id annot.AttributionID) []claim {
	inside := r.takenInside(id)
	var out []claim
	for _, x := range r.bySentence(r.att.List[id].Content) {
		if x = r.besides(id, x, inside); len(x) > 0 {
			out = append(out, r.clauses(id, x)...)
		}
	}
	if len(inside) == 0 {
		return out
	}
	kept := out[:0]
	for _, c := range out {
		if c, ok := r.left(id, c, inside); ok {
			kept = append(kept, c)
		}
	}
	return kept
}

// besides takes from runs the attributions inside that hang on a word outside
// the content: coordinated with the outer cue, and swallowed by its content.
func (r *reading) besides(id annot.AttributionID, runs []run, inside []annot.AttributionID) []run {
	cut := false
	for _, x := range inside {
		h := r.att.List[x].CueHead
		if h == annot.None || r.rel(h) != ud.Conj || r.inSpans(r.att.List[id].Content, r.word(h).Head) {
			continue
		}
		for _, sp := range r.extent(x) {
			first, end := r.seg.Within(sp)
			var rest []run
			for _, y := range runs {
				rest = append(rest, y.minus(run{first, end})...)
			}
			runs, cut = rest, true
		}
	}
	if cut {
		return r.trimAll(runs)
	}
	return runs
}

// bySentence sorts the tokens of some spans by sentence.
func (r *reading) bySentence(ss annot.Spans) [][]run {
	var out [][]run
	last := annot.SentenceID(annot.None)
	for _, x := range r.tokens(ss) {
		for t := x.first; t < x.end; {
			n := r.seg.SentenceOf(t)
			end := min(x.end, r.seg.Sentences[n].End)
			if n != last {
				out, last = append(out, nil), n
			}
			out[len(out)-1] = append(out[len(out)-1], run{t, end})
			t = end
		}
	}
	return out
}

// clauses cuts the runs of one sentence into clauses.
func (r *reading) clauses(id annot.AttributionID, runs []run) []claim {
	sent := r.seg.SentenceOf(runs[0].first)
	tops := r.topsOf(runs)
	if len(tops) == 0 {
		return nil
	}
	top, heads := tops[0], tops
	for i := 0; i < len(heads); i++ {
		heads = r.claimsUnder(heads, heads[i], runs)
	}
	if len(heads) == 1 {
		return []claim{{att: id, sent: sent, head: top, runs: runs}}
	}
	slices.Sort(heads)
	var out []claim
	for _, h := range heads {
		c := claim{att: id, sent: sent, head: h, runs: r.partOf(h, top, heads, runs)}
		if len(c.runs) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// claimsUnder adds to heads the clauses under a word that claim something of
// their own, also those coordinated with an infinitive that it takes: "is
// ready to talk but will not wait".
func (r *reading) claimsUnder(heads []annot.TokenID, h annot.TokenID, runs []run) []annot.TokenID {
	for c := range r.syn.Children(h) {
		switch {
		case !inRuns(runs, c) || r.hangs[c] != annot.None:
		case r.ownClaim(c):
			if !slices.Contains(heads, c) {
				heads = append(heads, c)
			}
		case r.rel(c) == ud.Xcomp:
			heads = r.claimsUnder(heads, c, runs)
		}
	}
	return heads
}

func inRuns(runs []run, t annot.TokenID) bool {
	for _, x := range runs {
		if x.has(t) {
			return true
		}
	}
	return false
}

// topsOf returns the words that head some runs, those whose heads lie outside
// them: the clauses among them, or the first phrase where there is no clause.
func (r *reading) topsOf(runs []run) []annot.TokenID {
	var clauses []annot.TokenID
	phrase := annot.TokenID(annot.None)
	for _, x := range runs {
		for t := x.first; t < x.end; t++ {
			if r.word(t).UPOS == ud.PUNCT {
				continue
			}
			if h := r.word(t).Head; h != annot.None && inRuns(runs, h) && r.word(h).UPOS != ud.PUNCT && !r.freed(t, h) {
				continue
			}
			if r.clausal(t) && (len(clauses) == 0 || r.mayStand(t)) && r.hangs[t] == annot.None {
				clauses = append(clauses, t)
			} else if phrase == annot.None {
				phrase = t
			}
		}
	}
	if len(clauses) == 0 && phrase != annot.None {
		return []annot.TokenID{phrase}
	}
	return clauses
}

// freed reports whether a clause hangs on a connective that the tree takes for
// its verb: "would return provided he was freed".
func (r *reading) freed(t, head annot.TokenID) bool {
	return t < head && r.hangs[head] != annot.None && r.hangs[t] == annot.None && r.rel(t) == ud.Ccomp
}

// mayStand reports whether a clause whose head lies outside the words at hand
// may be a claim beside another: not one that describes or qualifies.
func (r *reading) mayStand(t annot.TokenID) bool {
	switch r.rel(t) {
	case ud.Conj, ud.Ccomp, ud.Root, ud.Parataxis:
		if s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); s != annot.None && s+1 == t && (r.lower(s) == "that" || r.lower(s) == "which" || r.lower(s) == "who") {
			return false // a relative clause in the wrong place
		}
		return r.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.Cop, ud.Expl) != annot.None
	}
	return false
}

// ownClaim reports whether a word heads a clause that claims something of its
// own beside the one it hangs on: a coordinated clause with a subject, an
// auxiliary or a tense of its own, a contrast, or a clause merely set beside.
func (r *reading) ownClaim(t annot.TokenID) bool {
	if r.contrast(t) && !r.whileIt(t) {
		return r.clausal(t)
	}
	switch r.rel(t) {
	case ud.Conj:
		if r.butNotTo(t) {
			return true
		}
		return r.clausal(t) && (r.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.AuxPass, ud.Cop, ud.Expl) != annot.None ||
			r.word(t).Feats.Has(ud.VerbFormFin) && r.clausal(r.word(t).Head))
	case ud.Parataxis:
		return r.clausal(t) && r.syn.Child(t, ud.Nsubj, ud.NsubjPass, ud.Aux) != annot.None
	}
	return false
}

// butNotTo reports whether an infinitive is what somebody will not do beside
// what he will: "ready to talk but not to sign".
func (r *reading) butNotTo(t annot.TokenID) bool {
	if !r.infinitive(t) {
		return false
	}
	but, not := false, false
	for c := range r.syn.Children(t) {
		but = but || r.lower(c) == "but"
		not = not || c < t && r.words.negation[r.lower(c)]
	}
	return but && not
}

// partOf returns the part of some runs that belongs to one of several clauses.
// A coordinated clause without a subject keeps that of the first.
func (r *reading) partOf(h, top annot.TokenID, heads []annot.TokenID, runs []run) []run {
	var out []run
	keep := func(t annot.TokenID) bool { return r.clauseOf(r.beside(t), heads, top) == h }
	for _, x := range runs {
		start := x.first
		for t := x.first; t <= x.end; t++ {
			if t < x.end && keep(t) {
				continue
			}
			if t > start {
				out = append(out, run{start, t})
			}
			start = t + 1
		}
	}
	out = r.trimAll(out)
	if len(out) > 0 && r.contrast(h) && r.word(out[0].first).UPOS == ud.SCONJ {
		out[0].first++ // "though"
	}
	if s := r.sharedSubject(h, heads, runs); s != annot.None && len(out) > 0 {
		out = append([]run{r.subtree(s)}, out...)
		slices.SortFunc(out, func(a, b run) int { return int(a.first - b.first) })
	}
	return out
}

// beside returns the word that a mark goes with: the next for an opening one,
// the last for the others. Words go with themselves.
func (r *reading) beside(t annot.TokenID) annot.TokenID {
	step := annot.TokenID(-1)
	if w := r.seg.Word(t); w == "“" || w == "‘" || w == "(" || w == "«" || (w == `"` || w == "'") && r.opensQuote(t) {
		step = 1
	}
	sent := r.seg.Sentences[r.seg.SentenceOf(t)]
	for u := t; u >= sent.First && u < sent.End; u += step {
		if r.word(u).UPOS != ud.PUNCT {
			return u
		}
	}
	return t
}

// opensQuote reports whether a straight mark opens its quotation.
func (r *reading) opensQuote(t annot.TokenID) bool {
	q := r.quoted[t]
	return q != annot.None && r.quo.List[q].Pieces[0].Start == r.span(t).Start
}

// clauseOf returns which of some clause heads a token belongs to.
func (r *reading) clauseOf(t annot.TokenID, heads []annot.TokenID, top annot.TokenID) annot.TokenID {
	first := t
	for t != annot.None {
		if slices.Contains(heads, t) && !r.behindComma(first, t) {
			return t
		}
		t = r.word(t).Head
	}
	return top
}

// behindComma reports whether a participle stands behind a comma that parts it
// from a word: "held since June, making" ties nothing before it.
func (r *reading) behindComma(t, participle annot.TokenID) bool {
	return t < participle-1 && r.rel(participle) == ud.Advcl && r.participle(participle) && r.seg.Word(participle-1) == ","
}

// sharedSubject returns the subject that a coordinated clause has from the
// first, or None where it has its own. Where the tree hangs the clause on a
// verb outside the words at hand, it is that of the clause before.
func (r *reading) sharedSubject(h annot.TokenID, heads []annot.TokenID, runs []run) annot.TokenID {
	if r.rel(h) != ud.Conj || r.syn.Child(h, ud.Nsubj, ud.NsubjPass, ud.Expl, ud.Csubj) != annot.None {
		return annot.None
	}
	for t := r.word(h).Head; t != annot.None && inRuns(runs, t); t = r.word(t).Head {
		if s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); s != annot.None {
			if !inRuns(runs, s) {
				return annot.None
			}
			return s
		}
		if x := r.rel(t); x != ud.Conj && x != ud.Xcomp {
			return annot.None
		}
	}
	for i := slices.Index(heads, h) - 1; i >= 0; i-- {
		if s := r.syn.Child(heads[i], ud.Nsubj, ud.NsubjPass); s != annot.None && inRuns(runs, s) {
			return s
		}
	}
	return annot.None
}

// left takes from a claim what attributions inside it give by themselves, and
// reports whether what is left still claims something.
func (r *reading) left(id annot.AttributionID, c claim, inside []annot.AttributionID) (claim, bool) {
	cut := false
	for _, x := range inside {
		a := r.att.List[x]
		if r.nominal(x) && r.judges(id) {
			continue // "rejected the board's demand": both are claims
		}
		for _, sp := range r.extent(x) {
			first, end := r.seg.Within(sp)
			if first <= c.head && c.head < end {
				return c, false
			}
			var rest []run
			for _, y := range c.runs {
				rest = append(rest, y.minus(run{first, end})...)
			}
			cut = cut || len(rest) != len(c.runs) || !slices.Equal(rest, c.runs)
			c.runs = rest
		}
		if a.CueHead != annot.None && r.rel(a.CueHead) == ud.Ccomp && r.word(a.CueHead).Head == c.head {
			return c, false // what is left only leads up to it: "it was clear that"
		}
	}
	if cut {
		c.runs = r.trimAll(c.runs)
	}
	return c, len(c.runs) > 0
}

// minus returns what is left of a run when another is taken out.
func (x run) minus(o run) []run {
	if o.end <= x.first || x.end <= o.first {
		return []run{x}
	}
	var out []run
	if x.first < o.first {
		out = append(out, run{x.first, o.first})
	}
	if o.end < x.end {
		out = append(out, run{o.end, x.end})
	}
	return out
}

// trimAll trims runs and drops those without words.
func (r *reading) trimAll(runs []run) []run {
	out := runs[:0]
	for _, x := range runs {
		if x = r.trim(x); !x.empty() {
			out = append(out, x)
		}
	}
	return out
}

// trim takes from the ends of a run marks and conjunctions that only tie it
// to its neighbours. Quotation marks stay.
func (r *reading) trim(x run) run {
	for !x.empty() && (r.loose(x.first) || r.word(x.first).UPOS == ud.CCONJ) {
		x.first++
	}
	for !x.empty() && (r.loose(x.end-1) || r.word(x.end-1).UPOS == ud.CCONJ || r.dangles(x.end-1)) {
		x.end--
	}
	return x
}

// dangles reports whether a word at the end of a run opens what was cut off:
// "..., while".
func (r *reading) dangles(t annot.TokenID) bool {
	w := r.word(t)
	return (w.UPOS == ud.SCONJ || w.UPOS == ud.ADP && w.Rel != ud.CompoundPrt) && w.Head != annot.None && w.Head > t
}

// loose reports whether a token is a mark of the sentence.
func (r *reading) loose(t annot.TokenID) bool {
	switch r.seg.Word(t) {
	case ",", ";", ":", "-", "--", "–", "—", ".":
		return true
	}
	return false
}

// spans returns the words of some runs; runs that touch are one piece.
func (r *reading) spans(runs []run) annot.Spans {
	out := make(annot.Spans, 0, len(runs))
	for i, x := range runs {
		if i > 0 && runs[i-1].end == x.first {
			out[len(out)-1].End = r.span(x.end - 1).End
			continue
		}
		out = append(out, r.seg.SpanOf(x.first, x.end-1))
	}
	return out
}
