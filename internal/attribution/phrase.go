package attribution

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// phraseAt matches a cue such as "according to" or "in the view of" at a
// token and returns its last word.
func (r *reading) phraseAt(t annot.TokenID) (annot.TokenID, bool) {
	for _, words := range r.words.phrases[strings.ToLower(r.form(t))] {
		if len(words) == 1 {
			return t, true
		}
		if last, ok := r.restAt(t, words[1:]); ok {
			return last, true
		}
	}
	return 0, false
}

// accordingTo reads "according to X", before, inside or behind a clause.
func (r *reading) accordingTo(tr trigger) (candidate, bool) {
	t := tr.t
	last, ok := r.phraseAt(t)
	if !ok || last >= r.sentence(t).last {
		return candidate{}, false
	}
	if last == t && (t != r.sentence(t).first && !r.isMark(t-1, ",") || !r.is(t+1, ud.DET) && r.rel(t+1) != ud.NmodPoss && !r.is(t+1, ud.PROPN)) {
		return candidate{}, false // "per day"
	}
	h := r.objectOf(t, last)
	if h == annot.None || r.is(h, ud.NOUN) && h == last+1 && r.feats(h, ud.NumberSing) {
		return candidate{}, false // "according to size"
	}
	src := source{runs: []run{r.phrase(h, t)}, head: h}
	if src.runs[0].first <= last {
		src.runs[0].first = last + 1
	}
	hole := run{t, src.runs[0].last}
	content := r.clauseAround(t, h, hole)
	if len(content) == 0 {
		return candidate{}, false
	}
	cue := run{t, last}
	return candidate{class: sayClass, head: t, cue: cue, source: src.runs, sourceHead: h, content: content}, true
}

// objectOf returns the head of the noun phrase behind a preposition that
// ends at last.
func (r *reading) objectOf(t, last annot.TokenID) annot.TokenID {
	for _, p := range []annot.TokenID{t, last} {
		if h := r.headOf(p); h != annot.None && h > last && r.rel(p) != ud.Advmod {
			return h
		}
	}
	for c := range r.syn.Children(t) {
		if c > last && (r.rel(c) == ud.Obl || r.rel(c) == ud.Nmod || r.rel(c) == ud.Obj) {
			return c
		}
	}
	for n := last + 1; n <= r.sentence(t).last; n++ { // the tree gives nothing: the next noun that is no modifier
		if r.is(n, ud.NOUN, ud.PROPN, ud.PRON) && r.rel(n) != ud.Compound && r.rel(n) != ud.NmodPoss {
			return n
		}
	}
	return annot.None
}

// clauseAround returns the clause that a phrase belongs to, without the
// phrase.
func (r *reading) clauseAround(t, h annot.TokenID, hole run) []run {
	g := h
	for g != annot.None && hole.has(g) {
		g = r.headOf(g)
	}
	if g == annot.None {
		g = h
	}
	for {
		up := r.headOf(g)
		if up == annot.None || r.inside[up] != r.inside[t] || r.rel(g) == ud.Conj && r.subjectful(g) && r.subtree(g).len() > hole.len()+2 {
			break
		}
		g = up
	}
	out := r.around(g, hole)
	if n := len(out); n == 2 && (r.is(out[1].first, ud.SCONJ, ud.CCONJ) || r.relative(out[1].first) || strings.EqualFold(r.form(out[1].first+2), "whom")) {
		out = out[:1]
	}
	if n := len(out); n == 1 && out[0].last < hole.first { // behind the last colon or semicolon only
		for u := out[0].last; u > out[0].first; u-- {
			if r.isMark(u, ":;") && r.inside[u] == r.inside[t] {
				out[0].first = u + 1
				break
			}
		}
	}
	return out
}

// inWords reads "in X's words" and "in his view".
func (r *reading) inWords(tr trigger) (candidate, bool) {
	t := tr.t
	if w := strings.ToLower(r.form(t)); w != "in" && w != "by" && w != "on" && w != "to" || r.rel(t) != ud.Case {
		return candidate{}, false
	}
	n := r.headOf(t)
	if n == annot.None || n < t {
		return candidate{}, false
	}
	switch r.lemma(n) {
	case "word", "view", "opinion", "judgment", "judgement", "estimation", "telling", "account", "reckoning":
	default:
		return candidate{}, false
	}
	p := r.child(n, ud.NmodPoss)
	if p == annot.None || r.is(p, ud.PRON) && r.feats(p, ud.Person1) {
		return candidate{}, false
	}
	src := r.sourceAt(p, n)
	content := r.clauseAround(t, n, run{t, n})
	if len(content) == 0 {
		return candidate{}, false
	}
	return candidate{class: sayClass, head: n, cue: run{r.nounStart(n), n}, source: src.runs, sourceHead: p, content: content}, true
}

// wouldRather reads "X would rather wait than sign".
func (r *reading) wouldRather(tr trigger) (candidate, bool) {
	t := tr.t
	if w := strings.ToLower(r.form(t)); w != "rather" && w != "sooner" || t == 0 || !r.is(t-1, ud.AUX) || !r.is(t, ud.ADV) {
		return candidate{}, false
	}
	switch strings.ToLower(r.form(t - 1)) {
	case "would", "’d", "'d":
	default:
		return candidate{}, false
	}
	v := r.headOf(t - 1)
	if v < t || !r.is(v, ud.VERB, ud.AUX, ud.NOUN, ud.ADJ) {
		return candidate{}, false
	}
	src := r.sourceOf(v)
	last := r.subtree(v).last
	for x := range r.syn.Children(v) {
		if r.rel(x) == ud.Conj && r.subjectful(x) {
			last = min(last, r.subtree(x).first-1)
		}
	}
	if r.feats(t+1, ud.PolarityNeg) && r.quoting(v) && last > v {
		return candidate{}, false // "would rather not say" is the cue
	}
	cue := run{t - 1, t}
	if r.feats(t+1, ud.PolarityNeg) && t+1 < last {
		cue.last++
	}
	a, ok := r.edges(run{cue.last + 1, last})
	if len(src.runs) == 0 || src.runs[0].last >= t || !ok {
		return candidate{}, false
	}
	return candidate{class: feelClass, head: v, cue: cue, source: src.runs, sourceHead: src.head, content: []run{a}}, true
}

// under reads "Under the proposal, prices would fall": what a document
// provides for.
func (r *reading) under(tr trigger) (candidate, bool) {
	t := tr.t
	if !strings.EqualFold(r.form(t), "under") || r.rel(t) != ud.Case && r.rel(t) != ud.Mark {
		return candidate{}, false
	}
	h := r.headOf(t)
	if h == annot.None || h < t || !r.words.documents[strings.ToLower(r.lemma(h))] || t != r.sentence(t).first && !r.isMark(t-1, ",") ||
		!r.hasChild(h, ud.Det) && !r.hasChild(h, ud.NmodPoss) {
		return candidate{}, false
	}
	src := source{runs: []run{r.phrase(h, t)}, head: h}
	if src.runs[0].first <= t {
		src.runs[0].first = t + 1
	}
	content := r.clauseAround(t, h, run{t, src.runs[0].last})
	if len(content) == 0 || !r.hasFinite(content[len(content)-1]) {
		return candidate{}, false
	}
	return candidate{class: showClass, head: t, cue: run{t, t}, source: src.runs, sourceHead: h, content: content}, true
}

// longestSpeaker bounds how many words may stand before the colon of a turn.
const longestSpeaker = 7

// takeTurns reads what a mark alone attributes, at the first colon of each
// block.
func (r *reading) takeTurns() {
	for b := range r.seg.Blocks {
		first, end := r.seg.Within(r.seg.Blocks[b].Span)
		for t := first; t < end && t-first <= longestSpeaker; t++ {
			if r.isMark(t, ":") {
				if !r.wholeTurn(first, t, end-1) {
					r.try(r.rules.turns, trigger{t: t, last: t})
				}
				break
			}
		}
	}
}

// wholeTurn gives a turn that a model found, whose cue is the colon alone, all
// the sentences of its paragraph.
func (r *reading) wholeTurn(first, colon, last annot.TokenID) bool {
	for i := range r.found {
		c := &r.found[i]
		if c.cue != (run{colon, colon}) || len(c.source) != 1 || c.source[0].first > first+1 || len(c.content) != 1 || c.content[0].first <= colon {
			continue
		}
		for last > c.content[0].last && r.isMark(last, ".") && r.shuts[last] == annot.None {
			last--
		}
		c.content[0].last = max(c.content[0].last, last)
		return true
	}
	return false
}

// colonTurn reads "Ndiaye: We agreed." at the head of a paragraph, and
// "Minister: no deal" in a headline.
func (r *reading) colonTurn(tr trigger) (candidate, bool) {
	colon := tr.t
	block := r.seg.Blocks[r.block(colon)]
	first, end := r.seg.Within(block.Span)
	if colon == first || colon+1 >= end {
		return candidate{}, false
	}
	for t := first; t < colon; t++ {
		if r.is(t, ud.VERB, ud.AUX) || r.isMark(t, ".;?!“\"") {
			return candidate{}, false
		}
	}
	h := r.nameIn(run{first, colon - 1}, block.Kind == annot.Headline)
	if r.questionLabel(run{first, colon - 1}) {
		return candidate{}, false // nobody's statement
	}
	if h == annot.None && r.label(run{first, colon - 1}) {
		h = colon - 1
	}
	if h == annot.None || r.claimed(run{colon, end - 1}) {
		return candidate{}, false
	}
	content := run{colon + 1, end - 1}
	for content.last > content.first && r.isMark(content.last, ".") && r.shuts[content.last] == annot.None {
		content.last--
	}
	src := r.trim(run{first, colon - 1})
	return candidate{class: sayClass, head: colon, cue: run{colon, colon}, source: []run{src}, sourceHead: h, content: []run{content}}, true
}

// questionLabel reports whether a run is the label of a question in an
// interview: what is asked there is no statement.
func (r *reading) questionLabel(a run) bool {
	switch r.form(a.first) {
	case "Q", "Question", "QUESTION":
		return a.first == a.last
	case "Dear":
		return true // of a letter
	}
	for t := a.first; t <= a.last; t++ {
		switch strings.ToUpper(r.form(t)) {
		case "UPDATE", "UPDATED", "BREAKING", "LATEST", "WATCH", "LIVE", "NEW", "NOTE", "CORRECTION", "JUST":
			return true // of news that go on
		}
	}
	return false
}

// label reports whether a run is the label of a turn in a transcript: "A", or
// a role in capitals.
func (r *reading) label(a run) bool {
	if a.first != a.last {
		return false
	}
	w := r.form(a.first)
	return w == strings.ToUpper(w) && (w == "A" || w == "ANSWER" || r.words.speakers[strings.ToLower(w)])
}

// nameIn returns the head of a run that names somebody who can speak, or
// None.
func (r *reading) nameIn(a run, headline bool) annot.TokenID {
	h := a.first
	for t := a.first; t <= a.last; t++ {
		if g := r.headOf(t); g == annot.None || !a.has(g) {
			if !r.is(t, ud.PUNCT) {
				h = t
				break
			}
		}
	}
	if r.speakerKind(h) {
		return h
	}
	if r.is(h, ud.PROPN) && (!headline || r.ms == nil) {
		return h
	}
	if headline {
		if _, ok := r.words.speakers[r.lemma(h)]; ok {
			return h
		}
	}
	return annot.None
}

// speakerKind reports whether a token heads a mention of somebody who can
// speak.
func (r *reading) speakerKind(h annot.TokenID) bool {
	if r.ms == nil {
		return false
	}
	m := r.heads[h]
	if m == annot.None {
		return false
	}
	switch r.ms.List[m].Kind {
	case annot.PersonMention, annot.GovernmentMention, annot.OrganisationMention, annot.GroupMention, annot.OutletMention, annot.StateMention:
		return true
	}
	return false
}

// claimed reports whether the first words behind a colon belong to another
// attribution whose cue stands before it.
func (r *reading) claimed(a run) bool {
	for i := range r.found {
		if r.found[i].cue.has(a.first) {
			return true
		}
		if r.found[i].head < a.first {
			for _, c := range r.found[i].content {
				if c.overlaps(a) && c.first >= a.first {
					return true
				}
			}
		}
	}
	return false
}

// behindPossessive returns the head of the name that stands right behind the
// possessive of h in a phrase, where the tree takes the owner for the head:
// "Lorvia's Odile Varga said"; or h.
func (r *reading) behindPossessive(a run, h annot.TokenID) annot.TokenID {
	if !a.has(h) || h+2 > a.last || r.lower(h+2) || !r.is(h+2, ud.PROPN) || r.rel(h) == ud.NmodPoss {
		return h
	}
	switch r.form(h + 1) {
	case "'s", "’s":
		return h + 2
	}
	return h
}

// holding returns the head of the mention of one actor in a run whose words
// hold h, or None: "Odile" in "Lorvia's Odile Varga", where the tree has
// "Varga".
func (r *reading) holding(a run, h annot.TokenID) annot.TokenID {
	for t := a.first; t <= a.last; t++ {
		m := r.heads[t]
		if m == annot.None || r.ms.List[m].Form != record.Named || len(r.ms.List[m].Members) > 0 {
			continue
		}
		row, word := &r.ms.List[m], r.seg.Tokens[h].Span
		if row.Span.Contains(word) || row.Titles.Contains(word) {
			return t
		}
	}
	return annot.None
}

// agentBehindAs returns the agent in "was dismissed as a joke by X", where the
// tree hangs it on the noun.
func (r *reading) agentBehindAs(v annot.TokenID) source {
	for c := range r.syn.Children(v) {
		if p, _ := r.prep(c); c < v || p != "as" || r.rel(c) != ud.Obl {
			continue
		}
		last := r.subtree(c).last
		for t := c + 1; t < last; t++ {
			if r.isMark(t, ",;") {
				break
			}
			if !r.is(t, ud.ADP) || r.form(t) != "by" || r.temporal(r.headOf(t)) {
				continue
			}
			a := run{t + 1, t + 1}
			for a.last < last && !r.isMark(a.last+1, ",;.”\"") {
				a.last++
			}
			return source{runs: []run{a}, head: r.headIn(a)}
		}
	}
	return noSource
}

// partAgent takes the agent at the end of content out of it: "a joke by X".
func (r *reading) partAgent(c *candidate) {
	if len(c.source) != 1 || !r.passive(c.head) {
		return
	}
	a := c.source[0]
	for i := range c.content {
		if x := &c.content[i]; x.has(a.first) && x.has(a.last) && a.first-1 > x.first && a.last == x.last && r.form(a.first-1) == "by" {
			x.last = a.first - 2
		}
	}
}
