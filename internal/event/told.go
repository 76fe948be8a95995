package event

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/internal/undone"
	"readout/record"
)

// indexAttributions notes for each token the innermost attribution that
// reports it, and the attribution of whose cue it is the head.
func (r *reading) indexAttributions() {
	n := len(r.seg.Tokens)
	ids := make([]annot.AttributionID, 2*n)
	for i := range ids {
		ids[i] = annot.None
	}
	r.inside, r.cueOf = ids[:n], ids[n:]
	for i := range r.atts.List {
		a := &r.atts.List[i]
		if a.CueHead != annot.None {
			r.cueOf[a.CueHead] = annot.AttributionID(i)
		}
		for _, sp := range a.Content {
			first, end := r.seg.Within(sp)
			for t := first; t < end; t++ {
				if old := r.inside[t]; old == annot.None || a.Content.Len() < r.atts.List[old].Content.Len() {
					r.inside[t] = annot.AttributionID(i)
				}
			}
		}
	}
}

// repeats reports whether a participle only says what the deed of its verb
// comes to ("shelled the port, killing nine"), or is no verb of a clause
// ("since fighting broke out").
func (r *reading) repeats(d deed) bool {
	if r.finite(d.at) || r.passive(d.at) {
		return false
	}
	switch r.syn.Words[d.at].Rel.Universal() {
	case ud.Nsubj, ud.Csubj, ud.Obj, ud.Obl, ud.Nmod, ud.Compound:
		return true
	case ud.Advcl:
		head := r.syn.Words[d.at].Head
		if d.at < head && r.syn.Words[head].Rel.Universal() == ud.Advcl && r.syn.Child(head, ud.Nsubj, ud.NsubjPass, ud.Expl) == annot.None {
			return true
		}
		up, ok := r.code(head)
		return ok && up.root == d.root && !r.syn.Words[d.at].Feats.Has(ud.VerbFormInf)
	}
	return false
}

// underPreposition reports whether a verb is only the object of a preposition
// that does not place it in time: "without consulting", "thanked for freeing".
func (r *reading) underPreposition(t annot.TokenID) bool {
	m := r.syn.Child(t, ud.Mark)
	if m == annot.None || r.finite(t) {
		return false
	}
	switch strings.ToLower(r.seg.Word(m)) {
	case "of", "for", "without", "from", "against", "about", "in", "on", "instead":
		return true
	}
	h := r.syn.Words[t].Head
	return h != annot.None && r.syn.Words[h].UPOS == ud.ADJ && !r.syn.Words[t].Feats.Has(ud.VerbFormInf)
}

// identifies reports whether a verb stands in a relative clause that only says
// who speaks: "people who met him said".
func (r *reading) identifies(t annot.TokenID) bool {
	who := r.syn.Words[t].Head
	if r.syn.Words[t].Rel == ud.Acl && r.syn.Words[t].Feats.Has(ud.VerbFormGer) && who == t-1 {
		return r.ms.ByHead(who) != annot.None // "the groups fighting Halvik"
	}
	if r.syn.Words[t].Rel != ud.AclRelcl {
		return false
	}
	if r.syn.Words[t].Feats.Has(ud.TensePres) && r.anybody(who) {
		return true
	}
	if first, _ := r.syn.Edges(t); first > 0 && r.seg.Word(first-1) == "," || r.seg.Word(first) == "," {
		return false
	}
	for i := range r.atts.List {
		if r.atts.List[i].SourceHead == who {
			return true
		}
	}
	return false
}

// anybody reports whether a noun stands for all of its kind: "people who shoot
// at ambulances".
func (r *reading) anybody(n annot.TokenID) bool {
	w := &r.syn.Words[n]
	if w.UPOS == ud.PRON || w.UPOS == ud.DET {
		return r.is("anybody", strings.ToLower(r.seg.Word(n)))
	}
	return w.UPOS == ud.NOUN && r.is("anybody", w.Lemma) && r.syn.Child(n, ud.Det, ud.Nummod, ud.NmodPoss) == annot.None
}

// longAgo reports whether an adverb or a time puts a deed into history: "once
// vowed", "decades ago", "centuries ago".
func (r *reading) longAgo(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Advmod:
			if c < t && strings.EqualFold(r.seg.Word(c), "once") {
				return true
			}
			for k := range r.syn.Children(c) {
				if r.is("age", r.syn.Words[k].Lemma) {
					return true
				}
			}
		case ud.Obl:
			if r.is("age", r.syn.Words[c].Lemma) && r.syn.Child(c, ud.Advmod, ud.Case) != annot.None {
				return true
			}
		}
	}
	return false
}

// hanging is a token's part in a condition.
type hanging uint8

const (
	free hanging = iota
	trigger
	consequence
)

// indexConditions notes for each token its part in a condition.
func (r *reading) indexConditions() {
	r.hangs = make([]hanging, len(r.seg.Tokens))
	mark := func(ss annot.Spans, part hanging) {
		for _, sp := range ss {
			first, end := r.seg.Within(sp)
			for t := first; t < end; t++ {
				r.hangs[t] = part
			}
		}
	}
	for i := range r.conds.List {
		c := &r.conds.List[i]
		mark(c.Consequence, consequence)
		mark(c.Trigger, trigger)
		mark(c.Connective, trigger)
	}
}

// told reports whether a report tells of a verb's deed, rather than only
// mentions it: as a purpose ("met to discuss"), as what a proposal, a wish or a
// condition would bring, or as something that has not been said or done.
func (r *reading) told(d deed) bool {
	if r.hangs[d.at] == trigger || r.repeats(d) || r.underPreposition(d.at) || r.identifies(d.at) || r.longAgo(d.at) {
		return false
	}
	s := r.standing(d.at)
	if !s.told {
		return false
	}
	st := r.stmts.Holding(r.seg.Tokens[d.at].Span)
	switch r.status(d.at, st) {
	case record.EventDenied:
		if !r.finite(d.at) && (s.status != record.EventDenied || soft(d.root) && d.by == "event/light-verb" && r.syn.Words[d.at].Feats.Has(ud.VerbFormGer)) {
			return false // "denied making any call"
		}
		if s.status == record.EventDenied && !s.failed && r.wordsOnly(d.root) && d.root != record.Threaten && !r.utterly(d.at) {
			return false // "has neither accepted nor rejected", "had not discussed": nothing happened, and nobody says it did
		}
	case record.EventPossible, record.EventPlanned:
		if s.status == record.EventPossible && d.root != record.Consult && r.wordsOnly(d.root) {
			return false // "might accept": nothing has been said
		}
		if s.status == "" && st != annot.None && wished(r.stmts.List[st].Firmness) || r.underDeed(d.at) || r.conditional(d.at) {
			return false
		}
	}
	if d.by == "event/pair" && (r.syn.Words[d.last].Rel == ud.Case || r.syn.Words[d.last].UPOS == ud.ADP && r.syn.Words[d.last].Rel != ud.CompoundPrt) && len(d.recipients) == 0 && needsOther(d.root) {
		return false // "we talk to everyone", "he stands by what he said"
	}
	if d.root == record.Support && d.last == d.at && len(d.recipients) == 0 && r.ownThing(d) || r.history(d) {
		return false
	}
	return len(d.actors) > 0 || r.standsAlone(d)
}

// ownThing reports whether what a deed is done to is the doer's own: "defended
// her record".
func (r *reading) ownThing(d deed) bool {
	o := r.undergoer(d.at)
	if o == annot.None {
		return false
	}
	return meets(r.parties(r.syn.Child(o, ud.NmodPoss)), d.actors)
}

// history reports whether a deed that is no deed of words stands under a year
// that lies years before the last one that the report names.
func (r *reading) history(d deed) bool {
	if soft(d.root) {
		return false
	}
	at := r.when(d.at)
	if at == annot.None {
		return false
	}
	year, last := yearOf(r.times.List[at].Value), 0
	for i := range r.times.List {
		last = max(last, yearOf(r.times.List[i].Value))
	}
	return year > 0 && year+3 <= last
}

// yearOf returns the year of a time's value, or 0.
func yearOf(value string) int {
	if len(value) < 4 {
		return 0
	}
	year := 0
	for _, c := range []byte(value[:4]) {
		if c < '0' || c > '9' {
			return 0
		}
		year = 10*year + int(c-'0')
	}
	return year
}

// needsOther reports whether a deed of this root is one with another party.
func needsOther(root record.EventType) bool {
	return root == record.Consult || root == record.Support || root == record.Cooperate
}

// wished reports whether what is said so firmly is only asked or wished for,
// or hangs on something.
func wished(f record.Firmness) bool {
	switch f {
	case record.Demanded, record.Desired, record.Hoped, record.Feared, record.Undecided, record.Interest, record.ThreatenedIf, record.WarnedIf:
		return true
	}
	return false
}

// wordsOnly reports whether deeds of a root are done by saying something.
func (r *reading) wordsOnly(root record.EventType) bool {
	switch root {
	case record.Agree, record.Consult, record.Support, record.Request, record.Accuse, record.Reject, record.Threaten, record.Cooperate:
		return true
	}
	return false
}

// standsAlone reports whether a deed without a doer is what its sentence is
// about: in the passive, in a main clause or in what somebody says.
func (r *reading) standsAlone(d deed) bool {
	if !r.passive(d.at) {
		return !soft(d.root) && len(d.recipients) > 0
	}
	switch r.syn.Words[d.at].Rel.Universal() {
	case ud.Acl, ud.Advcl, ud.Xcomp:
		return false
	}
	return len(d.recipients) > 0 && !r.wordsOnly(d.root)
}

// underDeed reports whether a verb stands in what another deed of words is
// about: in "warned that it would close the port" the warning is the event.
func (r *reading) underDeed(t annot.TokenID) bool {
	a := r.inside[t]
	if a == annot.None || r.atts.List[a].CueHead == annot.None {
		return false
	}
	cue := r.atts.List[a].CueHead
	d, ok := r.code(cue)
	return ok && cue != t && !r.onlySaid(cue, d)
}

// conditional reports whether what a verb tells is said to depend on
// something.
func (r *reading) conditional(t annot.TokenID) bool {
	return r.hangs[t] == consequence
}

// A standing is what the form of a verb, and of those that govern it, say of
// its deed.
type standing struct {
	status record.EventStatus // empty where the form says nothing
	told   bool
	failed bool // attempted in vain
	at     annot.TokenID
}

// standing climbs from a verb as long as its form depends on the verb above.
func (r *reading) standing(t annot.TokenID) standing {
	s := standing{told: true, at: t}
	denied := false
	for v, steps := t, 0; v != annot.None && steps < 4; v, steps = r.syn.Words[v].Head, steps+1 {
		denied = denied || r.negated(v)
		if r.near(v) || r.has(v, "would") && r.has(v, "have") || r.has(v, "must", "ought") {
			s.told = false // "almost attacked", "would have attacked", "must still approve"
			break
		}
		if s.status == "" {
			s.status = r.auxiliary(v)
		}
		rel := r.syn.Words[v].Rel.Universal()
		if r.syn.Words[v].Feats.Has(ud.VerbFormInf) && r.has(v, "to") {
			if s.status == "" && r.has(v, "due", "set", "are", "is", "were", "was") {
				s.status = record.EventPlanned // "are due to meet", "are to meet"
				s.told = !r.has(v, "had", "have", "has", "were", "was")
				break
			}
			if rel == ud.Acl && r.is("decision", r.lemmaOf(r.syn.Words[v].Head)) {
				break
			}
			if rel != ud.Xcomp && rel != ud.Ccomp && !r.ofAdjective(v) && !r.completes(v) {
				s.told = false
				break
			}
			if up := r.syn.Words[v].Head; !r.govern(up, &s) {
				s.told = false
				break
			}
			continue
		}
		if rel == ud.Xcomp && r.syn.Words[v].Feats.Has(ud.VerbFormGer) && !r.finite(v) {
			if !r.govern(r.syn.Words[v].Head, &s) {
				s.told = false // "stopped expelling", "considered expelling"
				break
			}
			continue
		}
		if rel != ud.Conj || r.finite(v) || r.syn.Words[v].Feats.Has(ud.TensePast) && r.cueOf[v] != annot.None {
			break // in "nobody asked them, and urged the governments", urging is not negated
		}
	}
	if denied {
		s.status = record.EventDenied
	}
	switch u, _ := r.acts.Of(r.seg, r.syn, t); u {
	case undone.NobodyDid:
		s.status = record.EventDenied
	case undone.Untrue:
		s.status, s.failed = record.EventDenied, true
	case undone.NotDone, undone.Nearly, undone.Unproven, undone.Supposed:
		s.told = false
	}
	return s
}

// completes reports whether an infinitive is what a verb before it failed or
// voted to do, whatever the tree makes of it: "failed on Friday to agree".
func (r *reading) completes(v annot.TokenID) bool {
	up := r.syn.Words[v].Head
	return up != annot.None && up < v && r.syn.Words[up].UPOS == ud.VERB && (r.is("fail", r.syn.Words[up].Lemma) || r.is("vote", r.syn.Words[up].Lemma))
}

// ofAdjective reports whether an infinitive hangs on an adjective or
// participle that says whether it comes about: "due to meet", "unable to agree".
func (r *reading) ofAdjective(v annot.TokenID) bool {
	up := r.syn.Words[v].Head
	if up == annot.None || up > v || r.syn.Words[up].UPOS != ud.ADJ {
		return false
	}
	form := strings.ToLower(r.seg.Word(up))
	return r.is("plan", form) || r.is("likely", form) || r.is("fail", form)
}

// near reports whether an adverb says that a deed was not done after all.
func (r *reading) near(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		if c < v && r.syn.Words[c].Rel.Universal() == ud.Advmod && r.is("near", r.syn.Words[c].Lemma) {
			return true
		}
	}
	return false
}

// hearsay reports whether an adverb says that a deed is only told of.
func (r *reading) hearsay(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		if r.syn.Words[c].Rel.Universal() == ud.Advmod && r.is("hearsay", strings.ToLower(r.seg.Word(c))) {
			return true
		}
	}
	return false
}

// negated reports whether a verb is negated by a word of its own, or by its
// subject or object: "no deal was reached", "received nothing".
func (r *reading) negated(v annot.TokenID) bool {
	return r.has(v, "not", "n't", "n’t", "neither", "nor") || r.utterly(v) || r.noneOf(v)
}

// utterly reports whether a verb is denied for all times: "never agreed", "at
// no time agreed".
func (r *reading) utterly(v annot.TokenID) bool {
	if r.has(v, "never") {
		return true
	}
	if a := r.syn.Child(v, ud.Aux); a >= 2 && r.is("none", strings.ToLower(r.seg.Word(a-2))) && r.is("occasion", r.syn.Words[a-1].Lemma) {
		return true // "at no point had it agreed"
	}
	for c := range r.syn.Children(v) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl:
			if d := r.syn.Child(c, ud.Det); d != annot.None && r.is("none", strings.ToLower(r.seg.Word(d))) && r.is("occasion", r.syn.Words[c].Lemma) {
				return true // "at no time"
			}
		}
	}
	return false
}

// noneOf reports whether the subject or object of a verb is a word for none.
func (r *reading) noneOf(v annot.TokenID) bool {
	for c := range r.syn.Children(v) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Nsubj, ud.Obj:
			if d := r.syn.Child(c, ud.Det); d != annot.None && r.is("none", strings.ToLower(r.seg.Word(d))) || r.is("none", strings.ToLower(r.seg.Word(c))) {
				return true
			}
		}
	}
	return false
}

// finite reports whether a verb has a subject or an auxiliary of its own.
func (r *reading) finite(v annot.TokenID) bool {
	return r.syn.Child(v, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.AuxPass) != annot.None
}

// govern applies what the word above an infinitive says of it, and reports
// whether it leaves a deed at all.
func (r *reading) govern(up annot.TokenID, s *standing) bool {
	if up == annot.None {
		return false
	}
	lemma := r.syn.Words[up].Lemma
	switch form := strings.ToLower(r.seg.Word(up)); {
	case r.is("plan", lemma) || r.is("plan", form):
		if r.has(up, "had") {
			return false // "had been expected to meet"
		}
		if s.status == "" {
			s.status = record.EventPlanned
		}
	case r.is("likely", form):
		s.status = record.EventPossible
	case r.is("fail", lemma) || r.is("fail", form):
		s.status, s.failed = record.EventDenied, true
	case lemma == "deny":
		s.status, s.failed = record.EventDenied, true // "denied shelling"
	case r.is("vote", lemma):
		if s.status == "" && r.verb[r.lemmaOf(s.at)] == record.Protest {
			s.status = record.EventPlanned // "voted to strike"
		}
	case r.is("go on", lemma):
	default:
		return false
	}
	return true
}

// auxiliary reads the auxiliaries of one verb.
func (r *reading) auxiliary(v annot.TokenID) record.EventStatus {
	switch {
	case r.has(v, "could", "might", "may", "if", "unless", "should", "can") || r.has(v, "would") && !r.backshifted(v):
		return record.EventPossible
	case r.has(v, "would", "will", "shall", "’ll", "'ll"):
		return record.EventPlanned
	}
	return ""
}
