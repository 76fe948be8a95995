package coref

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A template is a family of features: one for each of its values.
type template struct {
	name string
	size int
}

// The templates, in the order in which features are numbered. What a value
// means is said where it is set.
const (
	fGroup     = iota // the pronoun: of people, of groups, of bodies
	fDistance         // sentences back to the last mention, by role of the pronoun
	fRank             // fitting actors mentioned since
	fRole             // role of the last mention, by role of the pronoun
	fHere             // best role in the pronoun's sentence
	fBefore           // best role in the sentence before
	fForm             // form of the last mention
	fClimb            // the mention is the subject of a clause around the pronoun: which, by role of the pronoun
	fLink             // how the pronoun's clause hangs on the clause of that subject
	fCount            // how often mentioned before
	fMost             // the most often mentioned so far of those that fit, the second
	fSpeaker          // source of an attribution here or before, and whether the pronoun is a source
	fGender           // known to agree, surely or not, unknown, or likely not to
	fKind             // kind of actor
	fNumber           // how many, and whether a group of members
	fQuoted           // in or out of quotations
	fBlock            // same paragraph
	fDepth            // depth of the last mention in its tree
	fFirst            // first actor of its sentence
	fRelative         // the pronoun stands in a relative clause of the mention
	fAhead            // the mention comes after the pronoun, by role of the pronoun
	fTense            // subject of a verb with the pronoun's verb's auxiliary
	fOpening          // mentioned in the first sentence
	fPredicate        // the pronoun's verb: of saying, another, none
	fPlaces           // best roles here and before together
	fRankRole         // fitting actors since, with the role
	fClimbLink        // which subject around, with how its clause hangs
	fCountRank        // how often mentioned, with the actors since
	fLastRole         // last subject, with the role of the pronoun
	fMain             // subjects of main clauses: pronoun, antecedent, distance
	fAround           // object of a verb around the pronoun
	fProof            // what tells that the name is a person's
	fFine             // relation of the last mention, by role of the pronoun
	fTokens           // tokens back to the last mention, by role of the pronoun
	fOrder            // place among the actors of the sentence before and of this one
	fRecent           // form of the last mention, distance, same role
	fTotal            // how often named in the report
	fMostTotal        // the most often named of those that fit, the second
	fAfter            // named further on in the sentence, and whether the pronoun comes before the main clause
	fMark             // what introduces the pronoun's clause, by the place of the antecedent in those around
	fAddressee        // told what the pronoun stands in
	fNamed            // sentences back to the last name
	fListed           // one of a coordination
	fControl          // subject of the clause on which a participle over the pronoun hangs
	fOwner            // the mention owns something: its noun's relation
	fWord             // the pronoun
	fHow              // how many fit
	fSelf             // relation of the pronoun
	fNone             // for no actor at all: what things are about
	fNoneRole         // for no actor: role of the pronoun
	fNoneMark         // for no actor: the pronoun's predicate
	numTemplates
)

var templates = [numTemplates]template{
	fGroup: {"group", 3}, fDistance: {"distance", 5 * 6}, fRank: {"rank", 6}, fRole: {"role", 5 * 5}, fHere: {"role-here", 6}, fBefore: {"role-before", 6},
	fForm: {"form", 5}, fClimb: {"climb", 5 * 5}, fLink: {"link", 9}, fCount: {"count", 6}, fMost: {"most", 3},
	fSpeaker: {"speaker", 8}, fGender: {"gender", 5}, fKind: {"kind", 9}, fNumber: {"number", 7}, fQuoted: {"quoted", 5}, fBlock: {"block", 2},
	fDepth: {"depth", 5}, fFirst: {"first", 4}, fRelative: {"relative", 2}, fAhead: {"ahead", 12}, fTense: {"tense", 2}, fOpening: {"opening", 2},
	fPredicate: {"predicate", 3 * 2}, fPlaces: {"role-here-before", 6 * 6}, fRankRole: {"rank-role", 6 * 5}, fClimbLink: {"climb-link", 5 * 9},
	fCountRank: {"count-rank", 6 * 6}, fLastRole: {"last-subject-role", 5 * 2}, fMain: {"main", 4 * 4}, fAround: {"object-around", 5 * 4},
	fProof: {"proof", numProofs * 3}, fFine: {"relation", numRelations * 5}, fTokens: {"tokens", 5 * 8}, fOrder: {"order", 2 * 16}, fRecent: {"recent", 5 * 6},
	fTotal: {"total", 6}, fMostTotal: {"most-total", 3}, fAfter: {"after", 6}, fMark: {"mark", numMarks * 3}, fAddressee: {"addressee", 4}, fNamed: {"named", 7},
	fListed: {"listed", 3}, fControl: {"control", 3}, fOwner: {"owner", 4}, fWord: {"word", 12}, fHow: {"how-many", 6}, fSelf: {"self", numRelations},
	fNone: {"none", 9}, fNoneRole: {"none-role", 5}, fNoneMark: {"none-mark", 4},
}

// offsets returns where the features of each template begin, and how many
// features there are.
func offsets() (at [numTemplates]int, n int) {
	for i, t := range templates {
		at[i] = n
		n += t.size
	}
	return at, n
}

// A context is what the features ask of a pronoun, found once.
type context struct {
	m       int
	group   int // 0 people, 1 groups, 2 bodies
	role    role
	climb   []int // mentions that are subjects of the clauses around, innermost first
	links   []int // how each clause hangs on the next
	last    int   // the mention that is the last subject before m, or -1
	source  bool  // m is the source of an attribution
	verb    annot.TokenID
	aux     string
	says    int // predicate: 0 of saying, 1 another verb, 2 no verb
	mark    int // what introduces the clause, of marks
	fronted bool
	word    int
	fits    []fit
	window  []glimpse
	top     [2]int // clusters among the fits that were mentioned most so far
	named   [2]int // and that are named most in the report
	at      [numTemplates]int
	feature []uint16
}

// A glimpse is what the sentence of a pronoun, up to it, and the one before
// show of a cluster: its best role in each, one up, and its place among the
// actors of each, from 1; 0 for no mention.
type glimpse struct {
	cluster      int
	here, before int
	order        [2]int
}

func (r *reader) context(m int) *context {
	row := &r.ms.List[m]
	c := &context{m: m, role: r.role[m], last: -1, verb: annot.None, at: r.ranker.at}
	switch row.Kind {
	case annot.GroupMention:
		c.group = 1
	case annot.UnknownMention:
		c.group = 2
	}
	r.climbFrom(c, row.Head)
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= 1; x-- {
		if r.role[x] == subject && r.of[x] >= 0 {
			c.last = x
			break
		}
	}
	c.source = r.speaker[r.sent[m]] == m
	r.look(c)
	r.countTo(m)
	c.says = 2
	if c.verb != annot.None && r.syn.Words[c.verb].UPOS == ud.VERB {
		c.says = 1
		if r.speech[r.lemma(c.verb)] {
			c.says = 0
		}
	}
	c.mark, c.word, c.fronted = r.markOf(c.verb), wordIndex(strings.ToLower(r.words[m])), r.fronted(m)
	c.fits = r.possible(c)
	c.top = mostOf(c.fits, func(k int) int { return r.counts[k] })
	c.named = mostOf(c.fits, func(k int) int { return r.names[k] })
	return c
}

// mostOf returns the two clusters of which there is most, or -1.
func mostOf(fits []fit, count func(int) int) [2]int {
	top := [2]int{-1, -1}
	better := func(a, b int) bool { return b < 0 || count(a) > count(b) || count(a) == count(b) && a < b }
	for _, f := range fits {
		switch k := f.cluster; {
		case better(k, top[0]):
			top[0], top[1] = k, top[0]
		case better(k, top[1]):
			top[1] = k
		}
	}
	return top
}

// climbFrom collects the subjects of the clauses around a token.
func (r *reader) climbFrom(c *context, t annot.TokenID) {
	verb := r.headOf(t)
	for n := 0; verb != annot.None && n < 12 && len(c.climb) < 4; n++ {
		if p := r.syn.Words[verb].UPOS; c.verb == annot.None && (p == ud.VERB || p == ud.ADJ || p == ud.AUX || r.syn.Child(verb, ud.Cop, ud.Nsubj) != annot.None) {
			c.verb = verb
			c.aux = r.auxOf(verb)
		}
		if s := r.subjectFor(c.m, verb); s >= 0 && s != c.m {
			c.climb = append(c.climb, s)
			c.links = append(c.links, r.linkOf(verb))
		}
		verb = r.headOf(verb)
	}
}

// linkOf says how a clause hangs on what is above it.
func (r *reader) linkOf(verb annot.TokenID) int {
	switch r.rel(verb) {
	case ud.Ccomp:
		return 1
	case ud.Advcl, ud.AdvclRelcl:
		return 2
	case ud.Conj:
		return 3
	case ud.AclRelcl:
		return 4
	case ud.Acl:
		return 5
	case ud.Xcomp:
		return 6
	case ud.Parataxis:
		return 7
	case ud.Root:
		return 8
	}
	return 0
}

// auxOf returns the auxiliary of a verb, or its tense.
func (r *reader) auxOf(verb annot.TokenID) string {
	if a := r.syn.Child(verb, ud.Aux); a != annot.None {
		return r.lemma(a)
	}
	if r.syn.Words[verb].Feats.Has(ud.TensePast) {
		return "past"
	}
	return ""
}

func (c *context) add(t, value int) {
	c.feature = append(c.feature, uint16(c.at[t]+min(value, templates[t].size-1)))
}

// ofCluster lists the features of a cluster as antecedent of the pronoun. x is
// its last mention before the pronoun, or the one after it; rank says how many
// fitting actors were mentioned since.
func (r *reader) ofCluster(c *context, k, x, rank int) []uint16 {
	c.feature = c.feature[:0]
	m, cl := c.m, &r.clusters[k]
	row := &r.ms.List[x]
	c.add(fGroup, c.group)
	switch {
	case x < m:
		c.add(fAhead, 0)
	case r.role[x] == subject:
		c.add(fAhead, int(c.role)+1)
	default:
		c.add(fAhead, int(c.role)+6)
	}
	dist := int(max(r.sent[m]-r.sent[x], 0))
	g := c.glimpse(k)
	c.add(fDistance, int(c.role)*6+min(dist, 5))
	c.add(fRank, rank)
	c.add(fRole, int(c.role)*5+int(r.role[x]))
	c.add(fHere, g.here)
	c.add(fBefore, g.before)
	c.add(fPlaces, g.here*6+g.before)
	c.add(fRankRole, min(rank, 5)*5+int(r.role[x]))
	c.add(fCountRank, bucket(r.counts[k])*6+min(rank, 5))
	c.add(fLastRole, int(c.role)*2+b2i(c.last >= 0 && r.of[c.last] == k))
	c.add(fMain, r.mainFeature(c, x, min(dist, 3)))
	c.add(fAround, int(c.role)*4+r.aroundFeature(c, k))
	c.add(fForm, formIndex(row.Form))
	place := r.climbFeatures(c, k)
	c.add(fCount, bucket(r.counts[k]))
	c.add(fMost, 2-b2i(k == c.top[0])*2-b2i(k == c.top[1]))
	c.add(fSpeaker, r.speakerFeature(c, k))
	c.add(fGender, r.genderFeature(m, cl))
	c.add(fKind, int(cl.kind))
	c.add(fNumber, countIndex(cl.count)+b2i(len(cl.members) > 0)*5)
	c.add(fQuoted, r.quoteFeature(m, x))
	c.add(fBlock, b2i(r.block(m) == r.block(x)))
	c.add(fDepth, r.depth(row.Head))
	c.add(fFirst, r.firstFeature(m, x))
	c.add(fRelative, b2i(r.relativeOf(r.ms.List[m].Head, row.Head)))
	c.add(fOpening, b2i(r.sent[cl.mentions[0]] == 0))
	c.add(fPredicate, c.says*2+b2i(r.role[x] == subject))
	r.focusFeatures(c, k, x, place)
	return c.feature
}

// mainFeature tells whether pronoun and antecedent are subjects of main
// clauses, and how many sentences lie between.
func (r *reader) mainFeature(c *context, x, dist int) int {
	own := c.role == subject && r.topmost(r.ms.List[c.m].Head)
	theirs := r.role[x] == subject && r.topmost(r.ms.List[x].Head)
	return dist*4 + b2i(own)*2 + b2i(theirs)
}

// aroundFeature tells whether a cluster is the object of a verb around the
// pronoun: 1 of the nearest, 2 of the one above, 3 of one further up.
func (r *reader) aroundFeature(c *context, k int) int {
	verb := c.verb
	for n := 1; n <= 3 && verb != annot.None; n++ {
		for o := range r.syn.Children(verb) {
			switch r.rel(o) {
			case ud.Obj, ud.Iobj, ud.Obl:
				if m := r.headed(c.m, o); m >= 0 && m < c.m && r.of[m] == k {
					return n
				}
			}
		}
		verb = r.headOf(verb)
	}
	return 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func bucket(n int) int {
	switch {
	case n <= 2:
		return n
	case n <= 4:
		return 3
	case n <= 8:
		return 4
	}
	return 5
}

func formIndex(f record.MentionForm) int {
	switch f {
	case record.Named:
		return 0
	case record.Nominal:
		return 1
	case record.Pronominal:
		return 2
	case record.Metonym:
		return 3
	}
	return 4
}

func countIndex(c record.Count) int {
	switch c {
	case record.One:
		return 0
	case record.Two:
		return 1
	case record.Several:
		return 2
	case record.Many:
		return 3
	}
	return 4
}

// climbFeatures tells which clause around the pronoun has a cluster as its
// subject, and returns it, from 1; 0 for none.
func (r *reader) climbFeatures(c *context, k int) int {
	for i, s := range c.climb {
		if r.of[s] != k {
			continue
		}
		c.add(fClimb, int(c.role)*5+min(i+1, 4))
		link := 0
		if i > 0 {
			link = c.links[i-1]
		} else if c.verb != annot.None {
			link = r.linkOf(c.verb)
		}
		c.add(fLink, link)
		c.add(fClimbLink, min(i+1, 4)*9+link)
		if t := r.headOf(r.ms.List[s].Head); t != annot.None && i > 0 || i == 0 && c.role != possessor {
			c.add(fTense, b2i(c.aux != "" && t != annot.None && r.auxOf(t) == c.aux))
		}
		return i + 1
	}
	c.add(fClimb, int(c.role)*5)
	return 0
}

// speakerFeature tells where the cluster was the source of an attribution:
// 0 nowhere near, 1 in this sentence, 2 in the one before, 3 two before; and
// from 4 the same where the pronoun is a source itself.
func (r *reader) speakerFeature(c *context, k int) int {
	v := 0
	for d := range annot.SentenceID(3) {
		s := r.sent[c.m] - d
		if s < 0 {
			break
		}
		if x := r.speaker[s]; x >= 0 && x != c.m && r.of[r.headed(c.m, r.ms.List[x].Head)] == k {
			v = int(d) + 1
			break
		}
	}
	return v + 4*b2i(c.source)
}

// quoteFeature tells 0 both outside quotations, 1 both in the same, 2 in two,
// 3 the pronoun alone in one, 4 the antecedent alone.
func (r *reader) quoteFeature(m, x int) int {
	a, b := r.quoted[m], r.quoted[x]
	switch {
	case a == annot.None && b == annot.None:
		return 0
	case a == b:
		return 1
	case a != annot.None && b != annot.None:
		return 2
	case a != annot.None:
		return 3
	}
	return 4
}

func (r *reader) depth(t annot.TokenID) int {
	n := 0
	for ; t != annot.None && n < 8; t = r.headOf(t) {
		n++
	}
	return n / 2
}

// firstFeature tells whether x is the first actor of its sentence (1), of
// this one (2), or neither (0), and 3 the first of the sentence before.
func (r *reader) firstFeature(m, x int) int {
	for y := x - 1; y >= 0 && r.sent[y] == r.sent[x]; y-- {
		if r.of[y] != r.of[x] && !r.overlaps(x, y) {
			return 0
		}
	}
	switch r.sent[m] - r.sent[x] {
	case 0:
		return 2
	case 1:
		return 3
	}
	return 1
}

// relativeOf reports whether t stands in a relative clause under noun.
func (r *reader) relativeOf(t, noun annot.TokenID) bool {
	for ; t != annot.None; t = r.headOf(t) {
		if (r.rel(t) == ud.AclRelcl || r.rel(t) == ud.Acl) && r.headOf(t) == noun {
			return true
		}
	}
	return false
}

// ofNone lists the features of the pronoun meaning no actor.
func (r *reader) ofNone(c *context) []uint16 {
	c.feature = c.feature[:0]
	c.add(fGroup, c.group)
	c.add(fWord, c.word)
	c.add(fHow, len(c.fits))
	c.add(fSelf, relationIndex(r.rel(r.ms.List[c.m].Head)))
	w := r.thing(c.m)
	c.add(fNone, int(w/15))
	c.add(fNoneRole, int(c.role))
	mark := 0
	if c.verb != annot.None {
		switch {
		case r.syn.Child(c.verb, ud.Cop) != annot.None:
			mark = 1
		case r.speech[r.lemma(c.verb)]:
			mark = 2
		}
	} else {
		mark = 3
	}
	c.add(fNoneMark, mark)
	return c.feature
}
