package meeting

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A group is one meeting: the candidates that speak of it.
type group struct {
	cands []*candidate
	maybe []int // groups that it may be the same as
	since bool  // known only as the one before another: "the first since June 2019"
}

// merge puts the candidates together into meetings, body before headlines,
// since a headline never stands alone.
func (r *reading) merge() []*group {
	r.equate()
	var groups []*group
	for _, aside := range [2]bool{false, true} { // what is named in passing is what is told elsewhere
		for i := range r.cands {
			if c := &r.cands[i]; !c.headline && c.aside == aside {
				groups = r.join(groups, c)
			}
		}
	}
	for i := range r.cands {
		if c := &r.cands[i]; c.headline {
			if g := r.antecedent(groups, c); g != nil {
				g.cands = append([]*candidate{c}, g.cands...)
			}
		}
	}
	return groups
}

// worthKeeping leaves out the meetings of which a report says nothing but that
// somebody knows of them.
func (r *reading) worthKeeping(groups []*group) []*group {
	at := make([]int, len(groups)) // where each stands afterwards
	var kept []*group
	for i, g := range groups {
		at[i] = -1
		if g.told() && !r.onlyTalks(g) {
			at[i] = len(kept)
			kept = append(kept, g)
		}
	}
	for _, g := range kept {
		maybe := g.maybe[:0]
		for _, i := range g.maybe {
			if at[i] >= 0 {
				maybe = append(maybe, at[i])
			}
		}
		g.maybe = maybe
	}
	return kept
}

// onlyTalks reports whether nothing but the bare word stands for a meeting, as
// what something comes before or as what is talked of: "a truce before talks",
// "guns and talks".
func (r *reading) onlyTalks(g *group) bool {
	for _, c := range g.cands {
		w := &r.syn.Words[c.head]
		if c.verb || c.definite || c.first != c.last || len(c.parts) > 0 || c.place != annot.None || c.time != annot.None || c.headline {
			return false
		}
		if p := r.caseOf(c.head); (c.status != record.Due || p != "before") && (c.status != record.UnknownStatus || w.Rel != ud.Conj && w.Rel.Universal() != ud.Nmod && w.Rel.Universal() != ud.Obl) {
			return false
		}
	}
	return true
}

// told reports whether anything is said of a meeting: by a mention that is not
// in passing, or by who takes part, where or when.
func (g *group) told() bool {
	for _, c := range g.cands {
		if !c.aside || len(c.parts) > 0 || c.place != annot.None || c.time != annot.None {
			return true
		}
	}
	return false
}

// join puts one candidate where it belongs.
func (r *reading) join(groups []*group, c *candidate) []*group {
	if g := r.antecedent(groups, c); g != nil {
		g.cands = append(g.cands, c)
	} else {
		g = &group{cands: []*candidate{c}}
		for i, old := range groups {
			if c.apart && old.status() == record.FloatedMeeting && !old.since {
				g.maybe = append(g.maybe, i)
			}
		}
		groups = append(groups, g)
	}
	if c.earlier != annot.None {
		before := &candidate{head: c.head, span: r.times.List[c.earlier].Span, kind: c.kind, status: record.Held, strength: outright,
			place: annot.None, time: c.earlier, same: annot.None, earlier: annot.None}
		groups = append(groups, &group{cands: []*candidate{before}, since: true})
	}
	return groups
}

// antecedent returns the meeting that a candidate speaks of again, or nil.
func (r *reading) antecedent(groups []*group, c *candidate) *group {
	if c.same != annot.None {
		for _, g := range groups {
			for _, x := range g.cands {
				if x.head == c.same {
					return g
				}
			}
		}
	}
	if c.apart && !c.definite {
		return nil
	}
	var best *group
	most := 0
	for _, g := range groups { // a later meeting wins a tie
		if n := r.likeness(g, c); n > 0 && n >= most {
			best, most = g, n
		}
	}
	return best
}

// likeness says how well a candidate fits a meeting already named: 0 where
// something in its words sets it apart, or nothing ties it to it.
func (r *reading) likeness(g *group, c *candidate) int {
	if r.nextAfter(g, c) || r.rumouredPast(g, c) {
		return 0
	}
	if g.since || kindClass(g.kind()) != kindClass(c.kind) || c.apart && !g.cands[0].apart {
		return 0
	}
	if c.kind == record.Round && !c.ordinal.Empty() && g.onlyVerbs() && g.status() == record.Held {
		return 0 // "the seventh round" is not the hour for which two of them met
	}
	if g.cands[0].asks && c.kind == record.Talks || c.aside && g.onlyVerbs() {
		return 0 // "the talks" are not what the sides are asked to
	}
	status := g.status()
	if conflict(status, c.status) && c.strength >= modifier {
		return 0
	}
	thought := g.cands[0].apart && !c.apart && (status == record.FloatedMeeting || status == record.UnknownStatus)
	if thought && c.strength >= modifier && c.status != record.FloatedMeeting {
		return 0 // "the talks will open" are not the second round that was floated
	}
	p, x := g.place(), g.time()
	if x != annot.None && c.time != annot.None && r.differ(x, c.time) {
		return 0
	}
	samePlace := p != annot.None && (p == c.place || c.place != annot.None && r.venue(p) != r.venue(c.place) && r.sameParts(g, c))
	if p != annot.None && c.place != annot.None && !samePlace && (!c.definite || status == record.CalledOff && c.status == record.Due) {
		return 0
	}
	sameParts := r.sameParts(g, c)
	if !c.definite && !samePlace && !(sameParts && (c.verb || c.time == annot.None && c.place == annot.None)) {
		return 0
	}
	n := 2
	if samePlace {
		n += 4
	}
	if sameParts {
		n += 2
	}
	if x != annot.None && c.time != annot.None && r.sameTime(x, c.time) {
		n += 2
	}
	if g.cands[0].apart && !c.apart {
		n-- // "the talks" are rather the first ones than the next
	}
	if c.kind == g.kind() && !g.onlyVerbs() {
		n++ // "the summit" is rather a summit than talks
	}
	return n
}

// venue reports whether a place is a house or a hall, which may lie in a town
// named elsewhere.
func (r *reading) venue(p annot.EntityID) bool {
	for _, m := range r.ents.List[p].Mentions {
		if r.is("venue", lower(r.syn.Words[r.ms.List[m].Head].Lemma)) {
			return true
		}
	}
	return false
}

// sameTime reports whether two time expressions are one, or have one value.
func (r *reading) sameTime(a, b annot.TimexID) bool {
	x, y := r.seg.Text.Slice(r.times.List[a].Span), r.seg.Text.Slice(r.times.List[b].Span)
	return a == b || lower(x) == lower(y) || r.times.List[a].Value != "" && r.times.List[a].Value == r.times.List[b].Value
}

// differ reports whether two time expressions have values that contradict.
func (r *reading) differ(a, b annot.TimexID) bool {
	x, y := r.times.List[a].Value, r.times.List[b].Value
	if x == "" || y == "" || r.sameTime(a, b) {
		return false
	}
	n := min(len(x), len(y), 10)
	return x[:n] != y[:n]
}

// sameParts reports whether the candidate names nobody new and at least one
// who is there already.
func (r *reading) sameParts(g *group, c *candidate) bool {
	shared := 0
	all := g.parts()
	for _, p := range c.parts {
		for _, q := range all {
			if p.Entity == q.Entity {
				shared++
			}
		}
	}
	return shared > 0 && (shared == len(c.parts) || shared == len(all))
}

// kindClass puts together the kinds that one meeting may go by.
func kindClass(k record.MeetingKind) int {
	switch k {
	case record.Call:
		return 1
	case record.Visit:
		return 2
	}
	return 0
}

// conflict reports whether one meeting cannot have both standings.
func conflict(a, b record.MeetingStatus) bool {
	past := func(s record.MeetingStatus) bool { return s == record.Held }
	ahead := func(s record.MeetingStatus) bool { return s == record.Due || s == record.FloatedMeeting }
	return past(a) && ahead(b) || ahead(a) && past(b)
}

// equate reads "the talks are the first round since": subject and predicate
// are one meeting.
func (r *reading) equate() {
	for i := range r.cands {
		c := &r.cands[i]
		w := &r.syn.Words[c.head]
		if i > 0 && r.marks(&r.cands[i-1], c) {
			c.same = r.cands[i-1].head
			continue
		}
		if i > 0 && r.besides(&r.cands[i-1], c) {
			c.same = r.cands[i-1].head
			c.status, c.strength = record.UnknownStatus, 0
			continue
		}
		if i > 0 && c.verb && !r.cands[i-1].verb && r.syn.Words[r.cands[i-1].head].Head == c.head && r.syn.Words[r.cands[i-1].head].Rel.Universal() == ud.Obl && r.caseOf(r.cands[i-1].head) == "in" {
			c.same = r.cands[i-1].head // "in their first talks since June, they met"
			continue
		}
		if i > 0 && c.verb && !r.cands[i-1].verb && r.partyOf(&r.cands[i-1], c) {
			c.same = r.cands[i-1].head // "the parties to the talks met again"
			continue
		}
		if i > 0 && r.leadsInto(&r.cands[i-1], c) {
			c.same = r.cands[i-1].head
			continue
		}
		if s := r.syn.Child(c.head, ud.Nsubj); s != annot.None && r.aux(c.head, "is", "are", "was", "were", "be", "will", "would") != annot.None {
			c.same = s
			continue
		}
		if w.Rel == ud.Appos {
			c.same = w.Head
		}
	}
}

// leadsInto reads "the negotiations would go into a fourth round".
func (r *reading) leadsInto(a, b *candidate) bool {
	verb, rel := r.syn.Words[b.head].Head, r.syn.Words[b.head].Rel.Universal()
	if verb == annot.None || a.verb || b.verb || r.syn.Words[a.head].Head != verb || r.syn.Words[a.head].Rel.Universal() != ud.Nsubj {
		return false
	}
	switch r.syn.Words[verb].Lemma {
	case "go", "enter", "move", "head", "reach", "begin", "start":
		return rel == ud.Obj || rel == ud.Obl && (r.caseOf(b.head) == "into" || r.caseOf(b.head) == "to")
	}
	return false
}

// besides reports whether a phrase stands beside a clause that tells of the
// meeting: "met on Friday, the first such encounter since June", "met last
// week, a meeting that neither would discuss".
func (r *reading) besides(a, b *candidate) bool {
	if !a.verb || b.verb || b.first == 0 || r.seg.SentenceOf(a.head) != r.seg.SentenceOf(b.head) {
		return false
	}
	switch r.seg.Word(b.first - 1) {
	case ",", "-", "–", "—":
	default:
		return false
	}
	next := ""
	if b.last+1 < r.seg.Sentences[r.seg.SentenceOf(b.head)].End {
		next = lower(r.seg.Word(b.last + 1))
	}
	return !b.ordinal.Empty() || next == "that" || next == "which"
}

// marks reports whether only a verb of identity stands between two phrases:
// "the talks mark the first round".
func (r *reading) marks(a, b *candidate) bool {
	if a.verb || b.verb || b.first <= a.last+1 || b.first > a.last+4 || r.seg.SentenceOf(a.head) != r.seg.SentenceOf(b.head) {
		return false
	}
	for t := a.last + 1; t < b.first; t++ {
		switch r.syn.Words[t].Lemma {
		case "be", "mark", "constitute", "represent", "become", "will", "would", "have":
		default:
			return false
		}
	}
	return true
}

func (g *group) kind() record.MeetingKind {
	best := g.cands[0].kind
	for _, c := range g.cands {
		if rank(c.kind) > rank(best) {
			best = c.kind
		}
	}
	return best
}

// rank prefers the kind that says more.
func rank(k record.MeetingKind) int {
	switch k {
	case record.Summit:
		return 5
	case record.Round:
		return 4
	case record.Call, record.Visit, record.Session:
		return 3
	case record.Talks:
		return 2
	case record.MeetingProper:
		return 1
	}
	return 0
}

// status returns what the surest words say; at equal strength a later
// standing in time wins, since a report looks ahead.
func (g *group) status() record.MeetingStatus {
	return g.surest().status
}

func (g *group) surest() *candidate {
	best := g.cands[0]
	for _, c := range g.cands[1:] {
		switch {
		case c.contrary:
			return c
		case c.status != record.UnknownStatus && (c.strength > best.strength || best.status == record.UnknownStatus && c.strength >= modifier && c.same != annot.None), c.status == record.CalledOff && c.strength == best.strength:
			best = c
		case best.putOff && c.status == record.Due && c.strength == outright && c.time != annot.None:
			best = c // put off, and then given another date
		}
	}
	return best
}

// onlyVerbs reports whether a meeting is told by verbs alone.
func (g *group) onlyVerbs() bool {
	for _, c := range g.cands {
		if !c.verb {
			return false
		}
	}
	return true
}

func (g *group) place() annot.EntityID {
	for _, c := range g.cands {
		if c.place != annot.None {
			return c.place
		}
	}
	return annot.None
}

func (g *group) time() annot.TimexID {
	for _, c := range g.cands {
		if c.time != annot.None {
			return c.time
		}
	}
	return annot.None
}

func (g *group) parts() []annot.Participant {
	var all []annot.Participant
	for _, c := range g.cands {
		for _, p := range c.parts {
			all = addParticipant(all, p)
		}
	}
	return all
}

// oneOf reports whether a number or an adjective stands for one of the
// meetings just spoken of: "the last ended in May", "a fourth is expected".
func (r *reading) oneOf(t annot.TokenID) bool {
	w, f := &r.syn.Words[t], lower(r.seg.Word(t))
	if f == "one" {
		for d := range r.syn.Children(t) {
			if r.is("series", lower(r.seg.Word(d))) {
				return (w.Rel == ud.Nsubj || w.Rel == ud.NsubjPass) && r.justBefore(t) && r.befalls(w.Head) // "a new one has been arranged"
			}
		}
	}
	if w.UPOS == ud.NOUN && (f == "first" || f == "last" || r.syn.Child(t, ud.Nmod, ud.Compound, ud.Amod) != annot.None) || w.UPOS == ud.PROPN || w.UPOS == ud.VERB || !r.is("ordinal", f) && !r.is("series", f) {
		return false
	}
	verb := w.Head
	switch w.Rel {
	case ud.Nsubj, ud.NsubjPass:
	case ud.Appos:
		verb = r.syn.Child(t, ud.AclRelcl)
	default:
		return false
	}
	return r.justBefore(t) && r.befalls(verb)
}

// itself reports whether a pronoun stands for the meeting just spoken of: "it
// was postponed", "it would not take place".
func (r *reading) itself(t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if r.itsEnd(t) {
		return true
	}
	if w.UPOS != ud.PRON || w.Rel != ud.Nsubj && w.Rel != ud.NsubjPass || r.actorAt(t) != annot.None && !r.offAndOn(w.Head) {
		return false
	}
	switch lower(r.seg.Word(t)) {
	case "it", "they", "that", "this", "those":
	default:
		return false
	}
	verb := w.Head
	l := r.syn.Words[verb].Lemma
	o := r.syn.Child(verb, ud.Obj)
	switch {
	case w.Rel == ud.NsubjPass && (r.is("called-off", l) || r.callsOff(verb) || l == "hold" || l == "convene" || r.is("slate", l) && l != "fix" && l != "line"):
	case l == "take" && o != annot.None && r.syn.Words[o].Lemma == "place":
	case r.syn.Child(verb, ud.Cop) != annot.None && (r.placeOf(verb) != annot.None && r.caseOf(verb) != "" || r.onDay(verb)): // "it will be in Lund"
	case l == "go" && r.adverb(verb, "ahead"), r.isOn(verb):
	default:
		return false
	}
	return r.justBefore(t)
}

// justBefore reports whether a meeting was spoken of in this sentence or the
// one before.
func (r *reading) justBefore(t annot.TokenID) bool {
	n := len(r.cands)
	return n > 0 && r.seg.SentenceOf(t)-r.seg.SentenceOf(r.cands[n-1].head) <= 1
}

// befalls reports whether a verb says what becomes of a meeting.
func (r *reading) befalls(verb annot.TokenID) bool {
	if verb == annot.None {
		return false
	}
	l := r.syn.Words[verb].Lemma
	if r.syn.Child(verb, ud.Cop) != annot.None {
		return r.is("set-for", lower(r.seg.Word(verb))) || r.onDay(verb) || r.placeOf(verb) != annot.None // "a fifth is due in May", "the last was in Lund"
	}
	return r.is("over", l) || l == "convene" || r.is("happens", l) && l != "be" && l != "come" && l != "take" && l != "go" || r.is("called-off", l) || r.callsOff(verb) ||
		r.syn.Child(verb, ud.AuxPass) != annot.None && (r.slates(verb) || r.is("due-verb", l) || l == "hold")
}
