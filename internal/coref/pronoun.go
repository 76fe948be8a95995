package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A candidate is a possible antecedent with its probability.
type candidate struct {
	cluster int
	weight  float64
}

// How far back a pronoun looks, in sentences; how likely the second best must
// be, by the best, to be named as another reading, and to leave the reference
// open.
const (
	reach     = 5
	nearRatio = 0.3
	openRatio = 0.85
)

// How much less often than in the texts that the weights were learned from a
// report's pronouns mean a thing.
const (
	theyAreActors = 10
	itIsActor     = 3
)

// pronoun places a personal or possessive pronoun.
func (r *reader) pronoun(m int) {
	switch w := strings.ToLower(r.words[m]); w {
	case "himself", "herself", "itself", "themselves":
		if r.reflexive(m) {
			return
		}
	default:
		if firstPerson(w) {
			return // by speakers, at the end
		}
	}
	if r.saidOf(m) {
		return
	}
	if r.teach != nil && r.taught(m) {
		return
	}
	if r.ms.List[m].Kind == annot.GroupMention && (r.twoWhoMet(m) || r.ms.List[m].By == "mention/both" && r.plural(m)) {
		return
	}
	if r.overrules(m) || r.rejects(m) {
		return
	}
	list, none := r.candidates(m)
	if r.mustBeActor(m) {
		none = 0
	}
	if r.told(m, list) || r.goesOn(m, list) || r.ofItself(m, list) {
		return
	}
	r.decide(m, list, none)
	if c := r.of[m]; c >= 0 && len(r.clusters[c].members) > 0 {
		r.refs[m].Inferred = true
	}
}

// overrules gives "she" in "Bola Holt says she will" the speaker whose given name
// alone made them a man, where nobody near is known to be a woman: what a report
// says of somebody counts for more than a list of names.
func (r *reader) overrules(m int) bool {
	row := &r.ms.List[m]
	h := r.headOf(row.Head)
	if !isGender(row.Gender) || r.role[m] != subject || h == annot.None || r.rel(h) != ud.Ccomp || !r.speech[r.lemma(r.headOf(h))] {
		return false
	}
	s := r.subjectFor(m, r.headOf(h))
	if s < 0 || s > m || r.of[s] < 0 {
		return false
	}
	k := &r.clusters[r.of[s]]
	if k.kind != annot.PersonMention || k.count != record.One || !isGender(k.gender) || k.gender == row.Gender || !r.byNameAlone(k) {
		return false
	}
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 2; x-- {
		if c := r.of[x]; c >= 0 && r.clusters[c].kind == annot.PersonMention && r.clusters[c].gender != k.gender && c != r.of[s] {
			return false
		}
	}
	k.gender, k.sure, k.votes = row.Gender, false, 1
	r.join(m, r.of[s], "coref/pronoun")
	r.refs[m].Inferred = true
	return true
}

// byNameAlone reports whether nothing but a given name tells the gender of a
// person: no word of address, no noun, no pronoun.
func (r *reader) byNameAlone(k *cluster) bool {
	return k.named && !slices.ContainsFunc(k.mentions, func(x int) bool {
		row := &r.ms.List[x]
		return isGender(row.Gender) && (row.Form != record.Named || r.addressOf(x))
	})
}

// mustBeActor reports whether a pronoun stands where only an actor can: as the
// subject of a verb of saying, or as who has officers, members or a government.
func (r *reader) mustBeActor(m int) bool {
	t := r.ms.List[m].Head
	h := r.headOf(t)
	if h == annot.None {
		return false
	}
	if r.rel(t) == ud.NmodPoss {
		x := r.at[h]
		return x >= 0 && r.ms.List[x].Kind != annot.PlaceMention && r.ms.List[x].Kind != annot.UnknownMention
	}
	if u := r.rel(t).Universal(); u != ud.Nsubj && u != ud.Expl { // the last in "it was ready", which a parser takes for empty
		return false
	}
	if r.syn.Words[h].UPOS == ud.VERB && r.speech[r.lemma(h)] {
		return true
	}
	if r.rel(h) != ud.Ccomp || !r.speech[r.lemma(r.headOf(h))] {
		return false
	}
	s := r.binder(m, r.headOf(h)) // "Tarsk said it would"
	return s >= 0 && s != m && r.of[s] >= 0 && r.fits(m, r.of[s])
}

// reflexive goes to the subject of its clause.
func (r *reader) reflexive(m int) bool {
	s := r.binder(m, r.headOf(r.ms.List[m].Head))
	if s < 0 {
		s = r.clauseSubject(m, r.headOf(r.ms.List[m].Head))
	}
	if s >= 0 && r.of[s] >= 0 && s != m && r.agree(m, r.of[s]) {
		r.join(m, r.of[s], "coref/reflexive")
		return true
	}
	return false
}

// twoWhoMet gives a plural at the start of a sentence the two people of the
// verb of meeting in the sentence before.
func (r *reader) twoWhoMet(m int) bool {
	two := r.metTogether(m, r.alike)
	if two == nil || r.role[m] != subject {
		return false
	}
	for x := m - 1; x >= 0 && r.sent[x] >= r.sent[m]-1; x-- {
		if c := r.of[x]; c >= 0 && r.role[x] == subject && r.clusters[c].count != record.One {
			return false // a plural subject is there already
		}
	}
	if c := r.groupOf(two); c >= 0 {
		r.join(m, c, "coref/two-who-met")
	} else {
		c = r.fresh(m, "coref/two-who-met")
		r.clusters[c].members = two
	}
	r.refs[m].Inferred = true
	return true
}

// fits reports whether a pronoun can mean a cluster by number, gender and
// kind.
func (r *reader) fits(m, c int) bool {
	row, k := &r.ms.List[m], &r.clusters[c]
	switch row.Kind {
	case annot.PersonMention:
		if k.guess {
			return k.count == record.One
		}
		return (k.kind == annot.PersonMention || k.kind == annot.UnknownMention && k.named) && k.count == record.One && (!k.sure && k.votes < 4 || compatible(row.Gender, k.gender))
	case annot.GroupMention:
		switch k.kind {
		case annot.OrganisationMention, annot.GroupMention, annot.OutletMention, annot.GovernmentMention:
			return true
		}
		return k.count != record.One
	}
	switch k.kind {
	case annot.GovernmentMention, annot.StateMention, annot.OrganisationMention, annot.OutletMention, annot.PlaceMention:
		return k.count == record.One
	case annot.GroupMention:
		return k.count == record.One && len(k.members) == 0
	case annot.UnknownMention:
		return k.named && k.gender != annot.Masculine && k.gender != annot.Feminine
	}
	return false
}

func (r *reader) block(m int) annot.BlockID { return r.seg.Sentences[r.sent[m]].Block }

// topmost reports whether a token stands in the main clause.
func (r *reader) topmost(t annot.TokenID) bool {
	h := r.headOf(t)
	for h != annot.None && r.rel(h) == ud.Conj {
		h = r.headOf(h)
	}
	return h == annot.None || r.headOf(h) == annot.None
}

// clauseSubject returns the mention that is the subject of the clause a token
// is in, also where the clause shares the subject of another; or -1.
func (r *reader) clauseSubject(m int, t annot.TokenID) int {
	for n := 0; t != annot.None && n < 12; n++ {
		if s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); s != annot.None {
			return r.headed(m, s)
		}
		t = r.headOf(t)
	}
	return -1
}

// ruledOut reports whether the sentence forbids that m and x are one: both are
// arguments of one verb or of one noun, or m stands inside the phrase of x.
func (r *reader) ruledOut(m, x int) bool {
	a, b := r.ms.List[m].Head, r.ms.List[x].Head
	if r.overlaps(m, x) {
		return !r.relativeOf(a, b) // "an envoy who made her name" there
	}
	if q := r.quoted[m]; q != annot.None && r.speaksIn(q, r.of[x], r.ms.List[m].Kind == annot.GroupMention) {
		return true
	}
	if r.sent[m] != r.sent[x] {
		return false
	}
	if r.headOf(a) == r.headOf(b) && r.headOf(a) != annot.None && r.rel(a) != ud.Conj && r.rel(b) != ud.Conj {
		return true
	}
	if r.ms.List[m].Kind == annot.GroupMention && r.ms.List[x].Count == record.One && r.toldOf(m, x) {
		return true // "told a radio station they"
	}
	if r.headOf(a) == b || r.headOf(b) == a { // "his aide", "he, the aide"
		return true
	}
	switch r.roleOf(a) {
	case object, oblique:
		return r.binder(m, r.headOf(a)) == x && !r.alongside(a)
	case possessor:
		return r.ownedBeside(r.headOf(a), b)
	}
	return false
}

// alongside reports whether a phrase says where something is by its own
// subject: "she looked around her", "took it with him".
func (r *reader) alongside(t annot.TokenID) bool {
	p := r.syn.Child(t, ud.Case)
	if p == annot.None || r.roleOf(t) != oblique {
		return false
	}
	switch r.lemma(p) {
	case "around", "behind", "beside", "before", "near", "above", "below", "over":
		return true
	case "with":
		return r.syn.Child(r.headOf(t), ud.Obj) != annot.None
	}
	return false
}

// binder returns the mention that is the subject of a verb, its own or, where
// it has none, that of the verb it is coordinated with, or whoever controls
// it: the object of the verb above, or else its subject; or -1.
func (r *reader) binder(m int, verb annot.TokenID) int {
	for n := 0; verb != annot.None && n < 12; n++ {
		if s := r.syn.Child(verb, ud.Nsubj, ud.NsubjPass); s != annot.None {
			return r.headed(m, s)
		}
		h := r.headOf(verb)
		switch r.rel(verb) {
		case ud.Conj:
		case ud.Xcomp:
			if o := r.syn.Child(h, ud.Obj, ud.Iobj); o != annot.None {
				return r.headed(m, o)
			}
		default:
			return -1
		}
		verb = h
	}
	return -1
}

// ownedBeside reports whether t stands within the phrase of a noun, so that it
// cannot be who owns the noun: "his talks with Varga", "his aide, Holt". What a
// comma parts from a noun for no actor is another phrase: "In his speech, Holt".
func (r *reader) ownedBeside(noun, t annot.TokenID) bool {
	if !r.syn.Dominates(noun, t) || r.inRelative(t, noun) {
		return false
	}
	if r.at[noun] >= 0 && r.rel(t) == ud.Appos {
		return true
	}
	for c := noun + 1; c < t; c++ {
		if r.seg.Word(c) == "," {
			return false
		}
	}
	return true
}

// inRelative reports whether t stands in a relative clause under noun.
func (r *reader) inRelative(t, noun annot.TokenID) bool {
	for ; t != annot.None && t != noun; t = r.headOf(t) {
		if r.rel(t) == ud.AclRelcl || r.rel(t) == ud.Acl {
			return true
		}
	}
	return false
}

// excluded reports whether some mention of a cluster in the sentence of m is
// ruled out, which rules out the cluster.
func (r *reader) excluded(m, c int) bool {
	out := func(x int) bool { return r.of[x] == c && r.role[x] != possessor && r.ruledOut(m, x) }
	for x := m - 1; x >= 0 && r.sent[x] == r.sent[m]; x-- {
		if out(x) {
			return true
		}
	}
	for x := m + 1; x < len(r.ms.List) && r.sent[x] == r.sent[m]; x++ {
		if out(x) {
			return true
		}
	}
	return false
}

// decide joins a pronoun to the likeliest candidate, or leaves it open where
// another is about as likely. A pronoun that most likely means no actor is left
// without one.
func (r *reader) decide(m int, list []candidate, none float64) {
	if len(list) == 0 {
		if r.ms.List[m].Kind == annot.PersonMention {
			r.open(m, nil)
		}
		return
	}
	best := list[0]
	switch r.ms.List[m].Kind {
	case annot.GroupMention:
		none /= theyAreActors
	case annot.UnknownMention:
		none /= itIsActor
	}
	if none >= best.weight {
		return
	}
	var near []annot.EntityID
	for _, c := range list[1:] {
		if (c.weight >= best.weight*nearRatio && !r.hardly(m, c.cluster) || r.rivals(m, c.cluster)) && len(near) < 3 {
			near = append(near, annot.EntityID(c.cluster))
		}
	}
	if len(list) > 1 && list[1].weight >= best.weight*openRatio {
		r.open(m, append([]annot.EntityID{annot.EntityID(best.cluster)}, near...))
		return
	}
	r.join(m, best.cluster, "coref/pronoun")
	if len(near) > 0 {
		r.refs[m].Inferred, r.refs[m].Alternatives = true, near
	}
}

// hardly reports whether a cluster is what a person's pronoun means only if its
// name was read as that of something else.
func (r *reader) hardly(m, c int) bool {
	return r.ms.List[m].Kind == annot.PersonMention && r.clusters[c].kind != annot.PersonMention && r.clusters[c].kind != annot.UnknownMention
}

// rivals reports whether a cluster is the subject of a clause in the sentence
// before a pronoun that is a subject too: by the grammar alone it fits as well
// as any ("Varga said Holt had agreed, though he had doubts"). So does whom the
// subject of the sentence before met ("Varga met Holt. She said").
func (r *reader) rivals(m, c int) bool {
	if r.role[m] != subject {
		return false
	}
	if r.ms.List[m].Kind == annot.PersonMention && slices.Contains(r.metTogether(m, r.alike), c) {
		return true
	}
	for x := m - 1; x >= 0 && r.sent[x] == r.sent[m]; x-- {
		if r.of[x] == c && r.role[x] == subject && r.ms.List[x].Form != record.Pronominal {
			return true
		}
	}
	return false
}

// open leaves a reference open, with its candidates.
func (r *reader) open(m int, candidates []annot.EntityID) {
	r.refs[m].Alternatives, r.refs[m].Inferred, r.refs[m].By = candidates, true, "coref/open"
	r.doubts = append(r.doubts, annot.Doubt{Code: record.DoubtReferenceOpen, Span: r.ms.List[m].Span})
}

// thing weighs the things before m, which are no actors, that "it" could mean;
// or "they", if m is a plural.
func (r *reader) thing(m int) float64 {
	row := &r.ms.List[m]
	best := 0.0
	from := r.sent[m]
	if from > 0 {
		from--
	}
	for t := r.seg.Sentences[from].First; t < row.Head; t++ {
		wd := &r.syn.Words[t]
		if wd.UPOS != ud.NOUN || r.at[t] >= 0 || wd.Feats.Has(ud.NumberPlur) != (row.Kind == annot.GroupMention) || r.rel(t) == ud.Compound || r.syn.Dominates(t, row.Head) {
			continue
		}
		w := [...]float64{subject: 80, object: 55, oblique: 35, possessor: 30, other: 25}[r.roleOf(t)]
		if r.roleOf(t) == r.role[m] {
			w += 15
		}
		if r.topmost(t) {
			w += 20
		}
		if r.roleOf(row.Head) != possessor && r.roleOf(row.Head) != subject {
			w += 30
		}
		if r.seg.SentenceOf(t) != r.sent[m] {
			w *= 0.62
		}
		best = max(best, w)
	}
	return best
}
