package statement

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// narrated writes what a sentence says of the talks in the report's own
// voice: meetings, positions, figures, conditions, commitments, and judgements
// on the talks. The rest of what a report tells is no statement.
func (r *reading) narrated(id annot.SentenceID) {
	if !r.seg.Body(id) || r.interviewer(id) {
		return
	}
	sent := r.seg.Sentences[id]
	root := r.syn.Root(id)
	if root == annot.None {
		return
	}
	heads := r.ownHeads(root, sent)
	var out []verdict
	for _, h := range heads {
		v, ok := r.ownVerdict(id, root, h, heads)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && r.joins(&out[n-1], &v) {
			out[n-1].join(&v)
			continue
		}
		out = append(out, v)
	}
	if len(out) == 0 {
		if v, ok := r.openingMeeting(id, root); ok {
			out = append(out, v)
		}
	}
	for _, v := range out {
		r.narrate(v)
	}
}

// interviewer reports whether a sentence stands in a question of an interview,
// "Q: Will you sign?": what is asked there is left open by nobody.
func (r *reading) interviewer(id annot.SentenceID) bool {
	first, end := r.seg.Within(r.seg.Blocks[r.seg.Sentences[id].Block].Span)
	if first+1 >= end || r.seg.Word(first+1) != ":" {
		return false
	}
	switch r.seg.Word(first) {
	case "Q", "Question", "QUESTION":
		return true
	}
	return false
}

// openingMeeting takes a whole sentence that opens with a meeting for one
// statement, where the tree shows no clause about it and no attribution
// covers a word.
func (r *reading) openingMeeting(id annot.SentenceID, root annot.TokenID) (verdict, bool) {
	sent := r.seg.Sentences[id]
	opens := false
	for t := sent.First; t < sent.End; t++ {
		if r.owner[t] != annot.None {
			return verdict{}, false
		}
		if t < sent.First+6 && r.words.meetings[r.word(t).Lemma] {
			opens = opens || t == sent.First && strings.HasSuffix(r.seg.Word(t), "s") || t > sent.First && nominal(r.word(t-1).UPOS)
		}
	}
	if !opens {
		return verdict{}, false
	}
	v := r.verdict(claim{att: annot.None, sent: id, head: root, runs: r.trimAll([]run{{sent.First, sent.End}})})
	return v, !r.missedCue(v.claim, &v.noticed)
}

// ownVerdict judges one clause of the report's own, and reports whether it is
// a statement.
func (r *reading) ownVerdict(id annot.SentenceID, root, h annot.TokenID, heads []annot.TokenID) (verdict, bool) {
	sent := r.seg.Sentences[id]
	c := claim{att: annot.None, sent: id, head: h}
	c.runs = r.uncovered(r.partOf(h, root, heads, []run{{sent.First, sent.End}}))
	if s := r.lentSubject(h); s != annot.None && len(c.runs) > 0 {
		c.runs = merged(append(c.runs, r.subtree(s)))
	}
	if x := r.withAside(h); x != annot.None {
		var rest []run
		for _, y := range c.runs {
			rest = append(rest, y.minus(r.subtree(x))...)
		}
		c.runs = r.trimAll(rest)
	}
	if len(c.runs) == 0 {
		return verdict{}, false
	}
	v := r.verdict(c)
	return v, r.aboutTalks(&v)
}

// lentSubject returns the subject of a clause of the report's own that an
// attribution has taken for its source: "the owners have walked out, saying".
// None where there is none.
func (r *reading) lentSubject(h annot.TokenID) annot.TokenID {
	s := r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
	if s == annot.None || s > h || r.owner[s] == annot.None || r.owner[h] != annot.None {
		return annot.None
	}
	a := &r.att.List[r.owner[s]]
	if a.CueHead == annot.None || !r.inSpans(a.Source, s) || a.CueHead < h || r.rel(a.CueHead) != ud.Advcl {
		return annot.None
	}
	return s
}

// withAside returns the clause that a comma and "with" hang on another, which
// only paints it: "the talks ended, with the owners still asleep". None where
// there is none.
func (r *reading) withAside(h annot.TokenID) annot.TokenID {
	for c := range r.syn.Children(h) {
		if c < h || r.rel(c) != ud.Advcl {
			continue
		}
		first := r.subtree(c).first
		if r.seg.Word(first) == "," && r.lower(first+1) == "with" {
			return c
		}
	}
	return annot.None
}

// narrate writes one statement of the report's own voice.
func (r *reading) narrate(v verdict) {
	v.content = r.spans(v.runs)
	r.rows = append(r.rows, annot.Statement{
		Attribution: annot.None, Speaker: annot.None, Place: annot.None, Time: annot.None,
		Content: v.content, Quotes: r.quotesIn(v.content), Form: record.Narrator,
		Firmness: v.firmness, FirmnessWords: v.words, Negated: v.negated,
		Evaluative: v.evaluative, Issues: r.issuesIn(v.content), Condition: v.condition, By: v.by,
	})
}

// ownHeads returns the heads of the clauses of a sentence that no attribution
// covers: the root, what is coordinated with it, and clauses that add a claim.
func (r *reading) ownHeads(root annot.TokenID, sent annot.Sentence) []annot.TokenID {
	var own []annot.TokenID
	for t := sent.First; t < sent.End; t++ {
		// a root that is no clause is mostly a verb that the tagger took for a noun
		if r.owner[t] == annot.None && (t == root || r.addsClaim(t) && r.clausal(t)) {
			own = append(own, t)
		}
	}
	return r.worthwhile(own, root)
}

// lastWord returns the end of a sentence without its closing marks.
func (r *reading) lastWord(t annot.TokenID) annot.TokenID {
	end := r.seg.Sentences[r.seg.SentenceOf(t)].End
	for end > t && r.word(end-1).UPOS == ud.PUNCT {
		end--
	}
	return end
}

// ofMeeting reports whether a clause has a meeting for its subject.
func (r *reading) ofMeeting(h annot.TokenID) bool {
	s := r.subjectOf(h)
	return s != annot.None && r.words.meetings[r.word(s).Lemma]
}

// worthwhile keeps of clauses that hang on others those that claim something
// of another kind: a figure, a judgement on the talks, or what a meeting does. The rest stay with
// the clause that they belong to.
func (r *reading) worthwhile(heads []annot.TokenID, root annot.TokenID) []annot.TokenID {
	out := make([]annot.TokenID, 0, len(heads))
	id := r.seg.SentenceOf(root)
	for _, h := range heads {
		if x := r.rel(h); h != root && (x == ud.AclRelcl || x == ud.Advcl && !r.contrast(h)) {
			v, ok := r.ownVerdict(id, root, h, heads)
			if !ok || v.firmness != record.Evaluative && !(v.noticed.judged && v.noticed.talks) && !v.noticed.figure && !r.ofMeeting(h) {
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// addsClaim reports whether a clause adds a claim of the report's own to the
// one that it hangs on.
func (r *reading) addsClaim(t annot.TokenID) bool {
	switch r.rel(t) {
	case ud.AclRelcl:
		return r.subtree(t).end >= r.lastWord(t) // one in the middle only describes
	case ud.Parataxis:
		return true
	case ud.Conj:
		return r.word(t).UPOS == ud.VERB && !r.participle(t) && r.syn.Child(t, ud.Mark) == annot.None && r.clausal(r.word(t).Head)
	case ud.Advcl:
		// ", making a breakthrough unlikely"
		return r.participle(t) && t > 0 && r.seg.Word(t-1) == ","
	}
	return r.ownClaim(t)
}

// uncovered takes from runs what attributions cover.
func (r *reading) uncovered(runs []run) []run {
	var out []run
	for _, x := range runs {
		start := x.first
		for t := x.first; t <= x.end; t++ {
			if t < x.end && r.owner[t] == annot.None {
				continue
			}
			if t > start {
				out = append(out, run{start, t})
			}
			start = t + 1
		}
	}
	out = r.trimAll(out)
	return slices.DeleteFunc(out, func(x run) bool { return !r.saysAnything(x.first, x.end) })
}

// nominal reports whether a word of this kind may stand before a noun.
func nominal(u ud.UPOS) bool {
	switch u {
	case ud.DET, ud.ADJ, ud.PROPN, ud.NUM, ud.NOUN:
		return true
	}
	return false
}

// aboutTalks reports whether a clause is of the kinds that a report's own
// voice makes statements of.
func (r *reading) aboutTalks(v *verdict) bool {
	n := &v.noticed
	if v.condition != annot.None {
		return r.word(v.head).UPOS != ud.VERB || !r.words.plain[r.word(v.head).Lemma] || r.hangs[v.head] != annot.None
	}
	if r.missedCue(v.claim, n) || r.word(v.head).Lemma == "return" && v.negated {
		return false // "did not return calls"
	}
	return n.meeting || n.standing && (n.held || n.moved || v.firmness == record.Unchanged) || n.apart || r.gathers(r.doing(v.head)) || r.comesOrGoes(v.head) || r.softens(v.head) || n.talks && (n.judged || v.firmness == record.Expected) || n.figure ||
		v.firmness == record.Undecided && v.by == "statement/says-undecided" && (r.openAct(v.claim) || r.openQuestion(v.head)) ||
		n.settled && (n.talks || len(r.issuesIn(r.spans(v.runs))) > 0)
}

// gathers reports whether a clause tells that somebody met: with a subject that
// can, and nobody or nothing but another actor for its object.
func (r *reading) gathers(h annot.TokenID) bool {
	if r.word(h).UPOS != ud.VERB || !r.words.gathering[r.word(h).Lemma] || !r.meetable(r.subjectOf(h)) {
		return false
	}
	o := r.syn.Child(h, ud.Obj)
	if r.word(h).Lemma == "speak" || r.word(h).Lemma == "talk" {
		return o == annot.None && r.overLine(h)
	}
	return o == annot.None || r.meetable(o)
}

// meetable reports whether a noun is somebody who can meet.
func (r *reading) meetable(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	switch r.word(t).Lemma {
	case "team", "expert", "board", "committee", "commission", "council", "counterpart", "side", "two", "three", "both", "all", "each":
		return true
	}
	return r.mayAct(t)
}

// dated reports whether a verb has a day or an hour.
func (r *reading) dated(h annot.TokenID) bool {
	for c := range r.syn.Children(h) {
		if x := r.timex[c]; x != annot.None && r.rel(c).Universal() == ud.Obl && pointsAt(r.prepOf(c)) {
			return r.times.List[x].Type == record.DateType || r.times.List[x].Type == record.TimeOfDay
		}
	}
	return false
}

// overLine reports whether somebody speaks by telephone or the like.
func (r *reading) overLine(h annot.TokenID) bool {
	for c := range r.syn.Children(h) {
		switch r.word(c).Lemma {
		case "telephone", "phone", "video", "link", "videolink":
			return r.rel(c).Universal() == ud.Obl
		}
	}
	return false
}

// comesOrGoes reports whether a clause tells who takes part, and who does not:
// "the bondholders will be kept out".
func (r *reading) comesOrGoes(h annot.TokenID) bool {
	if !r.meetable(r.subjectOf(h)) {
		return false
	}
	for _, ph := range r.words.presence[r.word(h).Lemma] {
		if _, ok := r.matchAt(h, r.seg.Sentences[r.seg.SentenceOf(h)].End, ph.words, 1); ok {
			return true
		}
	}
	return false
}

// softens reports whether a clause tells that a party has moved, or moves not:
// "Labour has softened", "the Front has softened its tone".
func (r *reading) softens(h annot.TokenID) bool {
	switch r.word(h).Lemma {
	case "soften", "harden", "budge", "relent", "dither", "waver":
	default:
		return false
	}
	o := r.syn.Child(h, ud.Obj)
	return r.word(h).UPOS == ud.VERB && r.meetable(r.subjectOf(h)) && (o == annot.None || r.words.standing[r.word(o).Lemma] || r.word(o).Lemma == "tone")
}

// openQuestion reports whether a clause says of a question that it is open: "it
// is unclear who would come".
func (r *reading) openQuestion(h annot.TokenID) bool {
	if r.syn.Child(h, ud.Expl) != annot.None && int(h)+1 < len(r.syn.Words) {
		return r.questions(h+1) && r.lower(h+1) != "about" // wherever the tree hangs it
	}
	c := r.syn.Child(h, ud.Csubj)
	return c != annot.None && r.questions(r.subtree(c).first)
}

// openAct reports whether a clause leaves open what somebody will do: "the
// president has yet to take sides".
func (r *reading) openAct(c claim) bool {
	s := r.subjectOf(c.head)
	switch do := r.doing(c.head); r.word(do).Lemma {
	case "have": // "has until Friday to respond"
	case "respond", "reply", "answer", "receive", "comment", "hear", "get":
		return false // who has not answered the press leaves nothing open
	}
	return s != annot.None && (r.clausal(s) || r.word(c.head).UPOS == ud.VERB && r.mayAct(s))
}

// missedCue reports whether a clause turns on a verb that attributes. That no
// attribution covers it is then a failure to find one, and what it holds is
// anything but the report's own word.
func (r *reading) missedCue(v claim, n *noticed) bool {
	for _, x := range v.runs {
		for t := x.first; t < x.end; t++ {
			if r.word(t).UPOS == ud.VERB && r.words.plain[r.word(t).Lemma] {
				return true
			}
		}
	}
	if r.syn.Child(v.head, ud.NsubjPass, ud.CompoundPrt) != annot.None || r.ofMeeting(v.head) && r.syn.Child(v.head, ud.Ccomp) == annot.None {
		return false // "no date has been agreed" is the report's own, and so are "called off" and "the talks concluded"
	}
	f := cueFacts{class: say}
	return r.word(v.head).UPOS == ud.VERB && !(n.standing && n.held) && r.setSingle(&f, v.head) && f.class != record.Expected
}

// noticed is what a clause has to do with talks.
type noticed struct {
	talks, meeting, standing, held, moved, apart, settled, judged, figure bool
	heldAt, movedAt, judgedAt                                             annot.Span
}

// notice looks through a clause; a judgement may be on talks named earlier in
// its sentence.
func (r *reading) notice(v claim) noticed {
	var n noticed
	for _, x := range v.runs {
		for t := x.first; t < x.end; t++ {
			r.noticeToken(&n, v, t)
		}
	}
	if n.judged && !n.talks {
		// "The talks opened yesterday and come at a critical moment"
		sent := r.seg.Sentences[v.sent]
		for t := sent.First; t < v.head && !n.talks; t++ {
			n.talks = r.owner[t] == annot.None && r.words.meetings[r.word(t).Lemma]
		}
	}
	return n
}

func (r *reading) noticeToken(n *noticed, v claim, t annot.TokenID) {
	w := r.word(t)
	n.talks = n.talks || w.UPOS != ud.VERB && r.words.talks[w.Lemma]
	switch w.UPOS {
	case ud.NOUN, ud.PROPN:
		n.meeting = n.meeting || r.words.meetings[w.Lemma] && r.mainArgument(t, v.head)
		n.standing = n.standing || r.words.standing[w.Lemma] && r.mainArgument(t, v.head)
		n.figure = n.figure || r.words.vague[w.Lemma] && r.timex[t] == annot.None && w.Feats.Has(ud.NumberPlur)
	case ud.VERB, ud.ADJ, ud.ADV:
		if r.depth(t, v.head) == inPredicate {
			if r.words.holding[w.Lemma] && !n.held && !r.staysA(t) {
				n.held, n.heldAt = true, r.span(t)
			}
			if r.words.moving[w.Lemma] && !n.moved {
				n.moved, n.movedAt = true, r.span(t)
			}
			n.apart = n.apart || r.words.apart[w.Lemma]
			n.settled = n.settled || r.words.settling[w.Lemma]
		}
	case ud.NUM:
		n.figure = n.figure || r.counts(t)
	case ud.SYM:
		n.figure = n.figure || r.seg.Word(t) == "%"
	}
	if !n.judged && r.words.evaluation[w.Lemma] && w.UPOS != ud.ADV && w.UPOS != ud.VERB && r.prepOf(t) != "without" {
		n.judged, n.judgedAt = true, r.span(t)
	}
}

// staysA reports whether a verb says what something remains, and not that it
// does: "the refusal remains an obstacle".
func (r *reading) staysA(t annot.TokenID) bool {
	if r.word(t).Lemma != "remain" {
		return false
	}
	for c := range r.syn.Children(t) {
		if c > t && r.word(c).UPOS == ud.NOUN && r.syn.Child(c, ud.Case) == annot.None && r.timex[c] == annot.None {
			return true // whatever the tree makes of it
		}
	}
	return false
}

// mainArgument reports whether a noun is the subject, the object or a direct
// part of a clause, not buried in a modifier.
func (r *reading) mainArgument(t, head annot.TokenID) bool {
	for i := 0; i < 3 && t != annot.None; i++ {
		if t == head {
			return true
		}
		switch r.rel(t) {
		case ud.Nsubj, ud.NsubjPass, ud.Obj, ud.Conj, ud.Xcomp:
		case ud.Obl:
			if i > 0 {
				return false
			}
		case ud.Compound, ud.Nmod:
			if i > 0 {
				return false
			}
		default:
			return false
		}
		t = r.word(t).Head
	}
	return false
}

// fewOf reports whether a number is a word for less than a score that counts
// things.
func (r *reading) fewOf(t annot.TokenID) bool {
	switch r.word(t).Lemma {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve":
	default:
		return false
	}
	h := r.word(t).Head
	return h != annot.None && r.word(h).UPOS == ud.NOUN && (t == 0 || r.seg.Word(t-1) != "-")
}

// counts reports whether a number is a figure: not part of a time, not an
// ordinal, and with a noun or a sign that it counts.
func (r *reading) counts(t annot.TokenID) bool {
	w := r.word(t)
	if r.timex[t] != annot.None || w.Feats.Has(ud.NumTypeOrd) {
		return false
	}
	switch w.Rel {
	case ud.Nummod:
		if r.fewOf(t) {
			return false // "two doors" is no figure of the talks
		}
		return w.Head == annot.None || !r.words.talks[r.word(w.Head).Lemma] && r.timex[w.Head] == annot.None
	case ud.Compound, ud.Flat, ud.Nmod, ud.NmodUnmarked, ud.Dep:
		return false
	}
	return true
}
