package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// goesOnRatio is how likely, by the likeliest, the speaker of the sentence
// before must be to be the one who goes on.
const goesOnRatio = 0.1

// goesOn gives a pronoun that is the subject of a verb of saying the speaker of
// the sentence before, where that one would else get the words of somebody
// whom the speaker only talks of: "A senior official said Varga would leave. She
// said", "The union warned that the ministry would appeal. It did not say". The
// likeliest by the weights stays as another reading.
func (r *reader) goesOn(m int, list []candidate) bool {
	row := &r.ms.List[m]
	verb := r.headOf(row.Head)
	if len(list) < 2 || r.role[m] != subject || !r.speech[r.lemma(verb)] && !r.wentOn(verb) || !r.topmost(row.Head) && !r.askedBefore(r.sent[m]) {
		return false
	}
	s := r.speakerBefore(m)
	if s < 0 || r.of[s] < 0 || r.of[s] == list[0].cluster {
		return false
	}
	k := &r.clusters[r.of[s]]
	unnamed := k.kind == annot.PersonMention && !k.named || row.Kind == annot.GroupMention && !k.named && k.count != record.One || r.wentOn(verb) || r.askedBefore(r.sent[m])
	if row.Kind != annot.UnknownMention && !unnamed {
		return false
	}
	for _, c := range list[1:] {
		if c.cluster == r.of[s] && (unnamed || c.weight >= goesOnRatio*list[0].weight) {
			r.join(m, c.cluster, "coref/speaker-goes-on")
			r.refs[m].Inferred, r.refs[m].Alternatives = true, []annot.EntityID{annot.EntityID(list[0].cluster)}
			return true
		}
	}
	return false
}

// wentOn reports whether a verb says that somebody who spoke speaks on: "went
// on", "continued".
func (r *reader) wentOn(verb annot.TokenID) bool {
	switch r.lemma(verb) {
	case "continue":
		return true
	case "go":
		for c := range r.syn.Children(verb) {
			if strings.EqualFold(r.seg.Word(c), "on") {
				return true
			}
		}
	}
	return false
}

// askedBefore reports whether a question to its subject opens a sentence: "Asked
// whether the list was long, she said".
func (r *reader) askedBefore(s annot.SentenceID) bool {
	first := r.seg.Sentences[s].First
	switch strings.ToLower(r.seg.Word(first)) {
	case "asked", "pressed", "questioned":
		return r.syn.Words[first].UPOS == ud.VERB
	}
	return false
}

// rejects gives "it" in "accused the movement of theft, a charge it denies" whom
// the accusation is about.
func (r *reader) rejects(m int) bool {
	h := r.headOf(r.ms.List[m].Head)
	if h == annot.None || r.role[m] != subject || r.rel(h) != ud.AclRelcl {
		return false
	}
	switch r.lemma(h) {
	case "deny", "reject", "dispute", "dismiss", "refute":
	default:
		return false
	}
	switch r.lemma(r.headOf(h)) {
	case "charge", "accusation", "allegation", "claim":
	default:
		return false
	}
	for t := h - 1; t >= r.seg.Sentences[r.sent[m]].First; t-- {
		if r.lemma(t) != "accuse" && r.lemma(t) != "blame" {
			continue
		}
		o := r.syn.Child(t, ud.Obj)
		if o == annot.None {
			return false
		}
		if x := r.headed(m, o); x >= 0 && x < m && r.of[x] >= 0 && r.fits(m, r.of[x]) {
			r.join(m, r.of[x], "coref/accused")
			r.refs[m].Inferred = true
		}
		return true // never whoever accuses
	}
	return false
}

// told parts who tells from who is told by what is told: what somebody will do
// is the teller's to tell, what somebody must do falls to the hearer ("Holt told
// Silva that he would pay", "that he should pay"). The other is another reading.
func (r *reader) told(m int, list []candidate) bool {
	h := r.headOf(r.ms.List[m].Head)
	if h == annot.None || r.role[m] != subject || r.rel(h) != ud.Ccomp || r.rel(r.ms.List[m].Head) == ud.NsubjPass {
		return false
	}
	verb := r.headOf(h)
	switch r.lemma(verb) {
	case "tell", "assure", "promise", "inform", "remind":
	default:
		return false
	}
	o := r.syn.Child(verb, ud.Obj, ud.Iobj)
	if o == annot.None {
		return false
	}
	teller, hearer := r.subjectFor(m, verb), r.headed(m, o)
	if teller < 0 || hearer < 0 || r.of[teller] < 0 || r.of[hearer] < 0 || r.of[teller] == r.of[hearer] {
		return false
	}
	who, other := r.of[teller], r.of[hearer]
	switch r.modalOf(h) {
	case "will", "would", "'ll", "wo":
	case "must", "should", "ought", "have", "need":
		who, other = other, who
	default:
		return false
	}
	has := func(k int) bool { return slices.ContainsFunc(list, func(c candidate) bool { return c.cluster == k }) }
	if !has(who) || !has(other) {
		return false
	}
	r.join(m, who, "coref/told")
	r.refs[m].Inferred, r.refs[m].Alternatives = true, []annot.EntityID{annot.EntityID(other)}
	return true
}

// modalOf returns the modal verb of a clause: an auxiliary, or the verb in "had
// to pay" and "needed to pay".
func (r *reader) modalOf(verb annot.TokenID) string {
	for c := range r.syn.Children(verb) {
		if r.rel(c) == ud.Aux {
			switch l := r.lemma(c); l {
			case "will", "would", "'ll", "wo", "must", "should", "ought":
				return l
			}
		}
	}
	if l := r.lemma(verb); (l == "have" || l == "need") && r.syn.Child(verb, ud.Xcomp) != annot.None {
		return l
	}
	return ""
}

// ofItself gives "it" in "the union said it would" the body that speaks, where
// another of a sentence before would be as likely.
func (r *reader) ofItself(m int, list []candidate) bool {
	row := &r.ms.List[m]
	h := r.headOf(row.Head)
	if row.Kind != annot.UnknownMention || len(list) < 2 || r.role[m] != subject || r.rel(h) != ud.Ccomp || !r.speech[r.lemma(r.headOf(h))] {
		return false
	}
	s := r.binder(m, r.headOf(h))
	if s < 0 || r.sent[s] != r.sent[m] || s > m || r.of[s] < 0 {
		return false
	}
	for i, c := range list {
		if c.cluster != r.of[s] || c.weight < nearRatio*list[0].weight {
			continue
		}
		if i == 0 && list[1].weight < openRatio*c.weight {
			return false
		}
		r.join(m, c.cluster, "coref/speaker-goes-on")
		other := list[0]
		if i == 0 {
			other = list[1]
		}
		r.refs[m].Inferred, r.refs[m].Alternatives = true, []annot.EntityID{annot.EntityID(other.cluster)}
		return true
	}
	return false
}

// speakerBefore returns who speaks in the last sentence before m that tells a
// speaker, past at most one that tells none; or -1.
func (r *reader) speakerBefore(m int) int {
	for s := r.sent[m] - 1; s >= 0 && s >= r.sent[m]-2; s-- {
		if r.speaker[s] >= 0 {
			return r.speaker[s]
		}
	}
	return -1
}

// saidOf gives a pronoun in a quotation the people of whom it is said: "He
// knows it," Holt said of Varga.
func (r *reader) saidOf(m int) bool {
	if r.quoted[m] == annot.None || r.att == nil || r.ms.List[m].Kind == annot.UnknownMention {
		return false
	}
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.CueHead == annot.None || !a.Content.Contains(r.ms.List[m].Span) {
			continue
		}
		for o := range r.syn.Children(a.CueHead) {
			if r.rel(o) != ud.Obl || r.at[o] < 0 {
				continue
			}
			prep := r.syn.Child(o, ud.Case)
			if prep == annot.None || r.seg.Word(prep) != "of" && r.seg.Word(prep) != "about" {
				continue
			}
			x := r.headed(m, o)
			r.resolve(x)
			if r.of[x] >= 0 && r.fits(m, r.of[x]) {
				r.join(m, r.of[x], "coref/said-of")
				return true
			}
		}
	}
	return false
}

// speaksIn reports whether a cluster is the speaker of a quotation: whoever
// speaks is "I" there, not "he"; and of they, whether it is a speaker's own
// people, who are "we".
func (r *reader) speaksIn(q annot.QuotationID, c int, they bool) bool {
	if r.att == nil || c < 0 {
		return false
	}
	piece := r.quo.List[q].Pieces[0]
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.SourceHead == annot.None || !a.Content.Overlaps(piece) || r.quo.List[q].Pieces.Contains(r.seg.Tokens[a.SourceHead].Span) {
			continue
		}
		if s := r.at[a.SourceHead]; s >= 0 && (r.of[s] == c || they && r.ownPeople(int(s), c)) && a.Content.Cover().Contains(piece) {
			return true
		}
	}
	return false
}

// ownPeople reports whether a cluster is a group with the person of a mention
// in it, or those whom the mention's words say the person is of: "Varga, leader
// of the crews".
func (r *reader) ownPeople(s, c int) bool {
	if slices.Contains(r.clusters[c].members, r.of[s]) {
		return true
	}
	own := r.ms.List[s].Affiliation
	return !own.Empty() && slices.ContainsFunc(r.clusters[c].mentions, func(x int) bool { return r.ms.List[x].Span.Overlaps(own) })
}

// firstPerson reports whether a pronoun means its speaker.
func firstPerson(w string) bool {
	switch w {
	case "i", "me", "my", "mine", "myself":
		return true
	}
	return firstPlural(w)
}

// firstPlural reports whether a pronoun means its speaker and those for whom
// the speaker speaks.
func firstPlural(w string) bool {
	switch w {
	case "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}

// speakers gives "I" in what is attributed to whoever speaks there; and "we"
// where it is itself a source ("we hope", she said). Who else "we" are is not
// said, so that is always inferred.
func (r *reader) speakers() {
	if r.att == nil {
		return
	}
	sources := map[annot.TokenID]bool{}
	for i := range r.att.List {
		sources[r.att.List[i].SourceHead] = true
	}
	for m := range r.ms.List {
		w := strings.ToLower(r.words[m])
		if firstPlural(w) && !sources[r.ms.List[m].Head] {
			continue
		}
		if r.of[m] >= 0 || r.ms.List[m].Form != record.Pronominal || !firstPerson(w) {
			continue
		}
		if s := r.speakerAt(m); s >= 0 && r.of[s] >= 0 {
			r.join(m, r.of[s], "coref/speaker-of-quotation")
			r.refs[m].Inferred = r.refs[s].Inferred || firstPlural(w)
		}
	}
}

// speakerAt returns the mention that is the source of the innermost
// attribution around m, or -1. Who stands in the quotation of m is not its
// speaker: "he knows me", Holt said.
func (r *reader) speakerAt(m int) int {
	best, size := -1, 0
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.SourceHead == annot.None || !a.Content.Contains(r.ms.List[m].Span) {
			continue
		}
		if n := a.Content.Len(); best < 0 || n < size {
			if s := r.at[a.SourceHead]; s >= 0 && (r.quoted[m] == annot.None || r.quoted[s] != r.quoted[m]) {
				best, size = int(s), n
			}
		}
	}
	return best
}

// toldOf reports whether x is told the clause of which m is the subject. A tree
// may hang the clause on x itself, like a relative one.
func (r *reader) toldOf(m, x int) bool {
	clause := r.headOf(r.ms.List[m].Head)
	if r.role[m] != subject || clause == annot.None {
		return false
	}
	t := r.ms.List[x].Head
	switch r.rel(t) {
	case ud.Obj, ud.Iobj:
	default:
		return false
	}
	return r.speech[r.lemma(r.headOf(t))] && (r.headOf(clause) == t && r.rel(clause) == ud.AclRelcl || r.headOf(clause) == r.headOf(t) && r.rel(clause) == ud.Ccomp)
}

// answerer places the label of an answer, "A:": it is the person whom the words
// before the first answer name most often, or first; inferred.
func (r *reader) answerer(m int) {
	label := r.ms.List[m].By
	counts, best := map[int]int{}, -1
	for x := range m {
		row, c := &r.ms.List[x], r.of[x]
		if row.By == label {
			if c >= 0 {
				r.join(m, c, "coref/answerer")
				r.refs[m].Inferred = true
				return
			}
			break
		}
		if c < 0 || !r.clusters[c].named || r.clusters[c].kind != annot.PersonMention || r.clusters[c].count != record.One {
			continue
		}
		counts[c]++
		if best < 0 || counts[c] > counts[best] {
			best = c
		}
	}
	if best < 0 {
		r.open(m, nil)
		return
	}
	r.join(m, best, "coref/answerer")
	r.refs[m].Inferred = true
}

// turnLabel reports whether a mention of one person is the label of a turn, in
// capitals: each "HOST:" of a report is the same host.
func (r *reader) turnLabel(row *annot.Mention) bool {
	first, end := r.seg.Within(row.Span)
	if row.Count != record.One || int(end) >= len(r.seg.Tokens) || r.seg.Word(end) != ":" || first != r.seg.Sentences[r.seg.SentenceOf(first)].First {
		return false
	}
	w := r.seg.Text.Slice(row.Span)
	return w == strings.ToUpper(w)
}
