package statement

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A verdict is a claim with what was judged of it.
type verdict struct {
	claim
	content    annot.Spans
	firmness   record.Firmness
	words      annot.Spans
	by         annot.By
	negated    bool
	evaluative bool
	condition  annot.ConditionID
	trigger    bool // the clause is what a condition hangs on
	noticed    noticed
}

// judged judges the claims of one attribution and joins those that do not
// differ.
func (r *reading) judged(claims []claim) []verdict {
	var out []verdict
	for _, c := range claims {
		v := r.verdict(c)
		if n := len(out); n > 0 && r.joins(&out[n-1], &v) {
			if a := &out[n-1]; a.firmness == record.Asserted && r.goesOn(v.head, v.runs[0].first, a.runs[len(a.runs)-1].end) {
				a.firmness, a.by, a.head = v.firmness, v.by, v.head // a subject parted from its verb claims nothing
			}
			out[n-1].join(&v)
			continue
		}
		out = append(out, v)
	}
	var all []verdict
	for i := range out {
		v := &out[i]
		if len(out) == 1 && v.att != annot.None && r.wholeContent(v) {
			v.content = r.att.List[v.att].Content
		} else {
			v.content = r.spans(v.runs)
		}
		all = append(all, r.distribute(*v)...)
	}
	return all
}

// verdict judges one claim.
func (r *reading) verdict(c claim) verdict {
	f := r.readClaim(c, r.conditionOf(c))
	v := verdict{claim: c, condition: f.condition,
		negated: f.negated || f.cue.negated || f.opposing(),
		trigger: c.head != annot.None && (r.hangs[c.head] != annot.None || r.supposes(c)),
		noticed: f.noticed}
	for i := range r.rules {
		if words, ok := r.rules[i].match(f); ok {
			v.firmness, v.by = r.rules[i].class, r.rules[i].id
			v.words = f.withHedges(words)
			break
		}
	}
	v.evaluative = v.firmness == record.Evaluative || f.wouldJudge(v.firmness)
	return v
}

// opposing reports whether what is asked is that a thing not be done: "advised
// against signing", "urged them against a boycott".
func (f *facts) opposing() bool {
	if f.cue.class != record.Demanded || f.claim.att == annot.None {
		return false
	}
	r, a := f.r, &f.r.att.List[f.claim.att]
	if _, end := r.seg.Within(a.Cue); end > 0 && r.lower(end-1) == "against" {
		return true
	}
	for c := range r.syn.Children(a.CueHead) {
		if k := r.syn.Child(c, ud.Case, ud.Mark); c > a.CueHead && k != annot.None && r.lower(k) == "against" {
			return true
		}
	}
	return false
}

// wouldJudge reports whether all that is claimed is a judgement, though only
// on what may or will be: "it would be dangerous".
func (f *facts) wouldJudge(as record.Firmness) bool {
	return !f.judgedAt.Empty() && f.neutral() && !f.modalWords().Overlaps(f.judgedAt) && (as == record.Expected || as == record.Possible)
}

// withHedges adds to the words that decide those that hedge besides: "fear
// ... could".
func (f *facts) withHedges(words annot.Spans) annot.Spans {
	for _, m := range f.modals {
		if m.class == record.Possible && !words.Overlaps(m.span) {
			words = append(slices.Clone(words), m.span)
		}
	}
	return words.Normal()
}

// supposes reports whether a claim only supposes, by its order of words: "had
// they asked".
func (r *reading) supposes(c claim) bool {
	t := r.firstWord(c)
	if t == annot.None || int(t)+1 >= len(r.syn.Words) {
		return false
	}
	switch r.lower(t) {
	case "had", "were", "should":
	default:
		return false
	}
	for _, x := range c.runs {
		if r.seg.Word(x.end-1) == "?" || int(x.end) < len(r.seg.Tokens) && r.seg.Word(x.end) == "?" {
			return false
		}
	}
	s := r.syn.Child(c.head, ud.Nsubj, ud.NsubjPass)
	return s != annot.None && s > t && s < c.head && r.word(t).UPOS == ud.AUX && r.word(t).Head == c.head
}

// joins reports whether a claim only goes on with the one before it: with the
// same firmness and polarity, or a mere phrase, or one more side of a matter
// left open.
func (r *reading) joins(a, b *verdict) bool {
	if a.sent != b.sent {
		return same(a, b) || !r.clausal(b.head) && (b.firmness == record.Asserted || b.firmness == a.firmness)
	}
	if r.leadsInto(a, b) {
		return true
	}
	if a.trigger && !b.trigger && b.att == a.att {
		return true // "had they asked, we would have gone"
	}
	if a.condition != annot.None && a.condition == b.condition {
		return true // trigger and consequence, parted by the parse
	}
	if openEnded(a.firmness) && openEnded(b.firmness) && !r.opensThat(b.head) && (a.firmness != b.firmness || a.negated != b.negated) {
		return true
	}
	return same(a, b)
}

// opensThat reports whether a clause has a "that" of its own.
func (r *reading) opensThat(h annot.TokenID) bool {
	m := r.syn.Child(h, ud.Mark)
	return m != annot.None && m < h && r.lower(m) == "that"
}

// same reports whether two claims are held alike.
func same(a, b *verdict) bool {
	return a.firmness == b.firmness && a.negated == b.negated && a.condition == b.condition && a.evaluative == b.evaluative
}

// leadsInto reports whether a claim ends in a verb that takes the next as its
// object, with nothing between: "he believed / talks would resume".
func (r *reading) leadsInto(a, b *verdict) bool {
	last := a.runs[len(a.runs)-1].end - 1
	first := b.runs[0].first
	for first < b.runs[0].end && r.word(first).UPOS == ud.PUNCT {
		first++
	}
	if first < b.runs[0].end && a.att == b.att && r.goesOn(b.head, first, last+1) {
		return true
	}
	return last+1 == b.runs[0].first && r.word(last).UPOS == ud.VERB && len(r.phrasesAt(r.words.cues, last)) > 0
}

// goesOn reports whether a clause that begins at a token only goes on with the
// one that ends at another: "so that he would know", or a verb that the tree
// has parted from its subject.
func (r *reading) goesOn(h, first, end annot.TokenID) bool {
	switch r.word(first).UPOS {
	case ud.SCONJ:
		return r.lower(first) == "so" || r.lower(first) == "because"
	case ud.AUX:
		return first == end && r.word(first).Head == h && r.rel(h) == ud.Ccomp && r.syn.Child(h, ud.Nsubj, ud.NsubjPass, ud.Expl) == annot.None
	}
	return false
}

// openEnded reports whether a class says that both are possible.
func openEnded(f record.Firmness) bool { return f == record.Possible || f == record.Undecided }

// join takes the claim after this one into it.
func (v *verdict) join(o *verdict) {
	v.runs = merged(append(slices.Clone(v.runs), o.runs...))
	if v.trigger && !o.trigger {
		v.firmness, v.by, v.words, v.head, v.trigger = o.firmness, o.by, nil, o.head, false
	}
	if v.firmness == record.Possible && (o.firmness == record.Undecided || v.negated != o.negated) {
		v.firmness, v.by = record.Undecided, "statement/both-ways"
	}
	v.words = append(slices.Clone(v.words), o.words...).Normal()
	v.negated = v.negated || o.negated
	v.evaluative = v.evaluative || o.evaluative
}

// merged sorts runs and joins those that touch or overlap.
func merged(runs []run) []run {
	slices.SortFunc(runs, func(a, b run) int { return int(a.first - b.first) })
	out := runs[:0]
	for _, x := range runs {
		if n := len(out); n > 0 && x.first <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, x.end)
			continue
		}
		out = append(out, x)
	}
	return out
}

// wholeContent reports whether a verdict's runs leave nothing of the
// attribution's content out but marks and conjunctions.
func (r *reading) wholeContent(v *verdict) bool {
	for _, x := range r.tokens(r.att.List[v.att].Content) {
		for t := x.first; t < x.end; t++ {
			if u := r.word(t).UPOS; u != ud.PUNCT && u != ud.CCONJ && !inRuns(v.runs, t) {
				return false
			}
		}
	}
	return true
}

// distribute makes two statements of one about "both A and B", or about
// "neither A nor B": one for each. It goes by words, since a tree easily takes
// A for an object and "B ..." for another clause.
func (r *reading) distribute(v verdict) []verdict {
	both, and, end := r.pairIn(v)
	if end == annot.None {
		return []verdict{v}
	}
	one, two := v, v
	whole := run{both, end}
	if r.lower(both) == "neither" && r.lower(and) == "nor" { // each keeps its own denial
		one.content, two.content = r.withDenied(v, whole, run{both, and}), r.withDenied(v, whole, run{and, end})
		one.negated, two.negated = true, true
	} else {
		one.content = r.withSubject(v, whole, r.trim(run{both + 1, and}))
		two.content = r.withSubject(v, whole, r.trim(run{and + 1, end}))
	}
	if len(one.content) == 0 || len(two.content) == 0 {
		return []verdict{v}
	}
	return []verdict{one, two}
}

// pairIn finds "both A and B", or "neither A nor B", in front of a verb: where
// it begins, its one conjunction, and the verb; None for each where there is
// no such pair.
func (r *reading) pairIn(v verdict) (both, and, verb annot.TokenID) {
	both, and = annot.None, annot.None
	for _, x := range v.runs {
		for t := x.first; t < x.end; t++ {
			w := r.lower(t)
			switch u := r.word(t).UPOS; {
			case both == annot.None:
				if w == "both" || w == "neither" {
					both = t
				}
			case w == "and" || w == "nor":
				if and != annot.None {
					return annot.None, annot.None, annot.None
				}
				and = t
			case u == ud.VERB || u == ud.AUX:
				if and == annot.None || and == t-1 {
					return annot.None, annot.None, annot.None
				}
				return both, and, t
			}
		}
	}
	return annot.None, annot.None, annot.None
}

func (r *reading) hasVerb(x run) bool {
	for t := x.first; t < x.end; t++ {
		if u := r.word(t).UPOS; u == ud.VERB || u == ud.AUX {
			return true
		}
	}
	return false
}

// withSubject returns the words of a verdict with one part of its subject.
func (r *reading) withSubject(v verdict, subj, part run) annot.Spans {
	var runs []run
	for _, x := range v.runs {
		runs = append(runs, x.minus(subj)...)
	}
	runs = r.trimAll(append(runs, part))
	return r.spans(merged(runs))
}

// withDenied is withSubject for a part that begins with "neither" or "nor".
func (r *reading) withDenied(v verdict, subj, part run) annot.Spans {
	out := r.withSubject(v, subj, run{part.first + 1, part.end})
	if len(out) > 0 {
		for i := range out {
			if out[i].Contains(r.span(part.first + 1)) {
				out[i].Start = r.span(part.first).Start
			}
		}
	}
	return out
}

// conditionOf returns the condition that a claim states: one whose
// attribution is the claim's, or lies within it without a statement of its
// own, and whose consequence is the claim's; or whose trigger is, where the
// consequence is nobody's.
func (r *reading) conditionOf(c claim) annot.ConditionID {
	best := annot.ConditionID(annot.None)
	for _, id := range r.conds[c.sent] {
		row := &r.cond.List[id]
		if r.carrier(row.Attribution) != c.att {
			continue
		}
		for _, x := range c.runs {
			sp := r.seg.SpanOf(x.first, x.end-1)
			if row.Consequence.Overlaps(sp) {
				return id
			}
			if row.Trigger.Overlaps(sp) && (c.att == annot.None || !r.att.List[c.att].Content.ContainsAll(row.Consequence)) {
				best = id
			}
		}
	}
	return best
}

// carrier returns the attribution that takes the statement for one.
func (r *reading) carrier(id annot.AttributionID) annot.AttributionID {
	for id != annot.None && !r.carry[id] {
		id = r.att.List[id].Within
	}
	return id
}

// What rules of firmness ask of a claim.

// wished reports whether the cue tells a state of mind in spite of its "would".
func (f *facts) wished() bool { return f.claim.att != annot.None && f.r.wished(f.claim.att) }

// neutral reports whether the cue leaves the firmness to the content.
func (f *facts) neutral() bool { return f.cue.class == say }

// upright reports whether a word for what the speaker does stands as it is:
// acts of agreeing, offering and demanding do not count once a modal or a
// negation has turned them.
func (f *facts) upright(class record.Firmness) bool {
	switch class {
	case record.Offered:
		_, hedged := f.hasModal(record.Possible)
		return !f.turned && !hedged
	case record.Refused: // who is not against it refuses nothing
		sp, _ := f.hasHit(class)
		return !f.turned || sp.Contains(f.neg) && !f.r.notAgainst(sp)
	case record.Hoped, record.Feared, record.Interest:
		return !f.turned // who is not worried fears nothing
	case record.Believed:
		_, later := f.hasModal(record.Expected)
		return !later // "I will believe it when"
	case record.Unchanged:
		sp, _ := f.hasHit(class)
		return !f.turned || !f.moves(sp)
	case record.Undecided:
		sp, _ := f.hasHit(class)
		_, hedged := f.hasModal(record.Possible)
		return len(f.modals) == 0 || !f.weighing(sp, hedged) // who might consider it, or will study it, does not yet
	case record.Agreed, record.Promised, record.Demanded, record.Warned, record.Threatened, record.Floated, record.Insisted:
		return !f.turned && len(f.modals) == 0
	}
	return true
}

// notAgainst reports whether words for being opposed hold the "not" that turns
// them: "are not against".
func (r *reading) notAgainst(sp annot.Span) bool {
	_, end := r.seg.Within(sp)
	return r.lower(end-1) == "against"
}

// moves reports whether the verb of a clause is one of moving that takes an
// object, or cannot be done: "do not move troops", "cannot move"; not where the
// object is one of the words that show it, as in "did not move an inch".
func (f *facts) moves(shown annot.Span) bool {
	h := f.claim.head
	obj := f.r.syn.Child(h, ud.Obj)
	return f.r.words.moving[f.r.word(h).Lemma] && (obj != annot.None && !shown.Contains(f.r.span(obj)) || f.r.able(h))
}

// weighing reports whether a word for what is left open tells of looking at a
// matter: who might do that, or will, does not yet.
func (f *facts) weighing(sp annot.Span, hedged bool) bool {
	for t, end := f.r.seg.Within(sp); t < end; t++ {
		switch f.r.word(t).Lemma {
		case "study", "look", "examine", "review", "assess", "evaluate", "explore", "debate":
			return true
		case "consider", "weigh", "mull":
			return hedged // "would consider" is as open as "considers"
		}
	}
	return false
}

// says returns the first word of a class anywhere in the claim.
func (f *facts) says(class record.Firmness) (annot.Span, bool) {
	for _, x := range f.claim.runs {
		for t := x.first; t < x.end; t++ {
			for _, ph := range f.r.phrasesAt(f.r.words.content, t) {
				if last, ok := f.r.matchAt(t, x.end, ph.words, 0); ok && ph.class == class && !ph.self {
					return f.r.seg.SpanOf(t, last), true
				}
			}
		}
	}
	return annot.Span{}, false
}

// bidding returns the verb of a quoted imperative, or an empty span: not one
// that only catches the ear, such as "look" or "let us be plain".
func (f *facts) bidding() annot.Span {
	r, h := f.r, f.claim.head
	if f.claim.att == annot.None || h == annot.None || r.quoted[h] == annot.None || r.word(h).UPOS != ud.VERB || r.words.stative[r.word(h).Lemma] ||
		r.syn.Child(h, ud.Nsubj, ud.NsubjPass, ud.Expl) != annot.None {
		return annot.Span{}
	}
	if x := r.syn.Child(h, ud.Aux); x != annot.None {
		if r.firstWord(f.claim) != x || r.lower(x) != "do" || !f.turned {
			return annot.Span{} // but "do not come back"
		}
	} else if first := r.firstWord(f.claim); !r.word(h).Feats.Has(ud.MoodImp) || first != h && (first+1 != h || r.lower(first) != "never" && r.lower(first) != "please" && r.lower(first) != "just") {
		return annot.Span{}
	}
	switch r.word(h).Lemma {
	case "look", "listen", "imagine", "say", "suppose", "mark", "wait", "call", "make", "thank", "ask", "allow", "consider", "join":
		return annot.Span{}
	case "let":
		if w := r.lower(h + 1); w == "us" || w == "me" || w == "'s" || w == "’s" {
			return annot.Span{}
		}
	}
	return r.span(h)
}

// modalWords returns the modals of the clause.
func (f *facts) modalWords() annot.Spans {
	var out annot.Spans
	for _, m := range f.modals {
		out = append(out, m.span)
	}
	return out
}

// ability reports whether a modal is "could".
func (r *reading) ability(sp annot.Span) bool {
	return strings.EqualFold(r.seg.Text.Slice(sp), "could")
}

// turnedBy reports whether a modal is one that negation turns into its
// opposite: what "could not" be is not possible, and what one "does not have
// to" do is not demanded.
func (r *reading) turnedBy(sp annot.Span) bool {
	switch first, _, _ := strings.Cut(strings.ToLower(r.seg.Text.Slice(sp)), " "); first {
	case "could", "possible", "need", "needs", "needed", "have", "has", "had":
		return true
	}
	return false
}

// threatWords returns what shows a threat that no verb of threatening names:
// the modal of what is threatened, or the connective where there is none.
func (f *facts) threatWords() annot.Spans {
	if len(f.modals) > 0 {
		return f.modalWords()
	}
	return f.r.cond.List[f.condition].Connective
}

// join puts spans in reading order.
func join(first annot.Span, more ...annot.Span) annot.Spans {
	return append(annot.Spans{first}, more...).Normal()
}

func inside(ss annot.Spans, sp annot.Span) bool { return ss.Overlaps(sp) }
