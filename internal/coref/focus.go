package coref

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// countTo counts the mentions of each cluster before m, and once the names of
// each in the whole report.
func (r *reader) countTo(m int) {
	if r.names == nil {
		r.names = make([]int, len(r.clusters))
		for x := range r.of {
			if k := r.of[x]; k >= 0 && r.ms.List[x].Form == record.Named {
				r.names[k]++
			}
		}
	}
	for len(r.counts) < len(r.clusters) {
		r.counts = append(r.counts, 0)
	}
	for len(r.names) < len(r.clusters) {
		r.names = append(r.names, 0)
	}
	for ; r.counted < m; r.counted++ {
		if k := r.of[r.counted]; k >= 0 {
			r.counts[k]++
		}
	}
}

// look gathers what the sentence of the pronoun and the one before show.
func (r *reader) look(c *context) {
	from := c.m
	for from > 0 && r.sent[c.m]-r.sent[from-1] <= 1 {
		from--
	}
	var order [2]int
	for x := from; x < c.m; x++ {
		k := r.of[x]
		if k < 0 {
			continue
		}
		back := int(r.sent[c.m] - r.sent[x])
		i := 0
		for i < len(c.window) && c.window[i].cluster != k {
			i++
		}
		if i == len(c.window) {
			c.window = append(c.window, glimpse{cluster: k})
		}
		g := &c.window[i]
		best := &g.here
		if back == 1 {
			best = &g.before
		}
		if v := int(r.role[x]) + 1; *best == 0 || v < *best {
			*best = v
		}
		if g.order[back] == 0 {
			order[back]++
			g.order[back] = order[back]
		}
	}
}

func (c *context) glimpse(k int) glimpse {
	for _, g := range c.window {
		if g.cluster == k {
			return g
		}
	}
	return glimpse{}
}

// focusFeatures lists what tells whom the report is about where the pronoun
// stands, and how antecedent and pronoun stand to each other. place is the
// clause around the pronoun of which the cluster is the subject.
func (r *reader) focusFeatures(c *context, k, x, place int) {
	cl, row := &r.clusters[k], &r.ms.List[x]
	own := r.rel(r.ms.List[c.m].Head)
	c.add(fProof, cl.proof*3+c.group)
	c.add(fFine, relationIndex(r.rel(row.Head))*5+int(c.role))
	c.add(fTokens, int(c.role)*8+tokenBucket(int(r.ms.List[c.m].Head-row.Head)))
	g := c.glimpse(k)
	c.add(fOrder, b2i(c.role == subject)*16+min(g.order[0], 3)*4+min(g.order[1], 3))
	c.add(fRecent, formIndex(row.Form)*6+int(min(max(r.sent[c.m]-r.sent[x], 0), 2))*2+b2i(r.role[x] == c.role))
	c.add(fTotal, bucket(r.names[k]))
	c.add(fMostTotal, 2-b2i(k == c.named[0])*2-b2i(k == c.named[1]))
	c.add(fAfter, r.afterFeature(c.m, k)+3*b2i(c.fronted))
	around := b2i(place > 0)
	if around == 0 && r.aroundFeature(c, k) > 0 {
		around = 2
	}
	c.add(fMark, c.mark*3+around)
	c.add(fAddressee, b2i(r.addressed(c.m, k))+2*b2i(c.role == subject))
	c.add(fNamed, r.namedFeature(c.m, k))
	c.add(fListed, r.listedFeature(row.Head))
	c.add(fControl, r.controlFeature(c, k))
	c.add(fOwner, r.ownerFeature(row.Head))
	c.add(fWord, c.word)
	c.add(fHow, len(c.fits))
	c.add(fSelf, relationIndex(own))
}

func tokenBucket(n int) int {
	for i, top := range [...]int{0, 3, 6, 10, 16, 26, 45} {
		if n <= top {
			return i
		}
	}
	return 7
}

// genderFeature tells 0 the gender is not known, 1 it agrees for sure, 2 it
// agrees, 3 the little that is known of it does not, 4 nor do several pronouns.
func (r *reader) genderFeature(m int, cl *cluster) int {
	switch g := r.ms.List[m].Gender; {
	case !isGender(cl.gender):
		return 0
	case cl.gender != g:
		return 3 + b2i(cl.votes > 1)
	case cl.sure || cl.votes > 1:
		return 1
	}
	return 2
}

// What tells that a name is what it is taken for: a value of fProof, the best
// proof of a person first.
const (
	titleProof = iota
	givenProof
	shortProof
	contextProof
	modelProof
	likenessProof
	nounProof
	placeActorProof
	inPlaceProof
	otherNameProof
	listProof
	bodyProof
	placeProof
	otherProof
	numProofs
)

func (r *reader) proofOf(m int) int {
	row := &r.ms.List[m]
	if row.Form == record.Nominal {
		return nounProof
	}
	switch strings.TrimPrefix(string(row.By), "mention/") {
	case "title-and-name":
		return titleProof
	case "given-name", "given-name-of-syllables", "family-name-first", "own-name":
		return givenProof
	case "short-for-full-name":
		return shortProof
	case "name-by-context":
		return contextProof
	case "name-by-model", "name-in-capitals":
		return modelProof
	case "like-its-fellow":
		return likenessProof
	case "place-as-actor", "region-as-actor":
		return placeActorProof
	case "in-a-place":
		return inPlaceProof
	case "other-name", "law-or-work":
		return otherNameProof
	case "listed-name", "country", "capital-as-government", "seat-as-government", "seat-as-body", "adjective-of-nationality":
		return listProof
	case "organisation-by-head", "organisation-by-lead", "company-suffix", "acronym":
		return bodyProof
	case "place-by-head", "capital-as-city", "country-as-ground", "seat-as-venue", "venue":
		return placeProof
	}
	return otherProof
}

const numRelations = 14

// relationIndex groups the relations of the tree.
func relationIndex(rel ud.DepRel) int {
	switch rel {
	case ud.NsubjPass:
		return 1
	case ud.OblAgent:
		return 2
	case ud.NmodPoss:
		return 3
	}
	switch rel.Universal() {
	case ud.Nsubj:
		return 4
	case ud.Obj:
		return 5
	case ud.Iobj:
		return 6
	case ud.Obl:
		return 7
	case ud.Nmod:
		return 8
	case ud.Appos:
		return 9
	case ud.Conj:
		return 10
	case ud.Compound, ud.Flat, ud.Amod:
		return 11
	case ud.Root, ud.Ccomp, ud.Advcl, ud.Xcomp, ud.Parataxis:
		return 12
	}
	return 13
}

const numMarks = 9

// markOf tells what introduces a clause: 0 nothing.
func (r *reader) markOf(verb annot.TokenID) int {
	for n := 0; verb != annot.None && n < 6; n++ {
		for c := range r.syn.Children(verb) {
			if rel := r.rel(c); rel != ud.Mark && (rel != ud.Advmod || c > verb) {
				continue
			}
			switch strings.ToLower(r.seg.Word(c)) {
			case "because", "since", "as", "for":
				return 1
			case "although", "though", "while", "whereas", "but":
				return 2
			case "after", "once":
				return 3
			case "before", "until", "till":
				return 4
			case "when", "whenever", "where":
				return 5
			case "if", "unless", "whether":
				return 6
			case "that":
				return 7
			case "so", "to":
				return 8
			}
		}
		switch r.rel(verb) {
		case ud.Conj, ud.Xcomp:
			verb = r.headOf(verb)
		default:
			return 0
		}
	}
	return 0
}

// fronted reports whether m stands before the subject of the main clause of
// its sentence, in no clause that is the main one.
func (r *reader) fronted(m int) bool {
	t := r.ms.List[m].Head
	for n := 0; n < 40 && r.headOf(t) != annot.None; n++ {
		t = r.headOf(t)
	}
	s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass)
	return s != annot.None && s > r.ms.List[m].Head
}

// afterFeature tells whether a cluster is named further on in the sentence: 1
// as a subject, 2 otherwise.
func (r *reader) afterFeature(m, k int) int {
	for x := m + 1; x < len(r.ms.List) && r.sent[x] == r.sent[m]; x++ {
		if r.of[x] == k && r.ms.List[x].Form == record.Named {
			return 2 - b2i(r.role[x] == subject)
		}
	}
	return 0
}

// addressed reports whether a cluster is told what the pronoun stands in:
// "Holt told Varga he".
func (r *reader) addressed(m, k int) bool {
	t := r.ms.List[m].Head
	for n := 0; n < 12 && t != annot.None; n++ {
		if rel := r.rel(t); rel == ud.Ccomp || rel == ud.Xcomp || rel == ud.Parataxis {
			if o := r.syn.Child(r.headOf(t), ud.Obj, ud.Iobj, ud.Obl); o != annot.None {
				if x := r.headed(m, o); x >= 0 && x < m && r.of[x] == k {
					return true
				}
			}
		}
		t = r.headOf(t)
	}
	return false
}

// namedFeature tells how many sentences before m a cluster was last named: from
// 1; 6 for further back, 0 for never.
func (r *reader) namedFeature(m, k int) int {
	for x := m - 1; x >= 0 && r.sent[m]-r.sent[x] <= reach; x-- {
		if r.of[x] == k && r.ms.List[x].Form == record.Named {
			return min(int(r.sent[m]-r.sent[x])+1, 5)
		}
	}
	return 6 * b2i(r.clusters[k].named)
}

// listedFeature tells 1 for the first of a coordination, 2 for a later one.
func (r *reader) listedFeature(t annot.TokenID) int {
	if r.rel(t) == ud.Conj {
		return 2
	}
	return b2i(r.syn.Child(t, ud.Conj) != annot.None)
}

// controlFeature tells that a cluster is the subject of the clause on which a
// clause without a subject hangs, in which the pronoun is an object (1) or an
// owner (2): "Varga left, accusing him".
func (r *reader) controlFeature(c *context, k int) int {
	if c.verb == annot.None || r.syn.Child(c.verb, ud.Nsubj, ud.NsubjPass) != annot.None {
		return 0
	}
	verb := c.verb
	for n := 0; n < 6 && r.rel(verb) == ud.Conj && r.headOf(verb) != annot.None; n++ {
		verb = r.headOf(verb)
	}
	if r.rel(verb) != ud.Advcl || r.headOf(verb) == annot.None {
		return 0
	}
	if s := r.subjectFor(c.m, r.headOf(verb)); s < 0 || r.of[s] != k {
		return 0
	}
	return 1 + b2i(c.role == possessor)
}

// ownerFeature tells for an owner what its noun is: 1 a subject, 2 an object,
// 3 anything else; 0 for no owner.
func (r *reader) ownerFeature(t annot.TokenID) int {
	if r.rel(t) != ud.NmodPoss {
		return 0
	}
	switch r.roleOf(r.headOf(t)) {
	case subject:
		return 1
	case object:
		return 2
	}
	return 3
}

// wordIndex numbers the pronouns.
func wordIndex(w string) int {
	for i, p := range [...]string{"he", "she", "him", "her", "his", "they", "them", "their", "it", "its", "themselves"} {
		if w == p {
			return i
		}
	}
	return 11
}

// ahead returns mentions behind a fronted phrase or clause in which m stands:
// the subject of the main clause or whoever owns it, and else the first name
// behind the comma that ends the phrase.
func (r *reader) ahead(m int) []int {
	var list []int
	t := r.ms.List[m].Head
	for n := 0; n < 12 && t != annot.None; n++ {
		if s := r.syn.Child(t, ud.Nsubj, ud.NsubjPass); s != annot.None && s > r.ms.List[m].Head {
			x := int(r.at[s])
			if x < 0 {
				if p := r.syn.Child(s, ud.NmodPoss); p != annot.None {
					x = int(r.at[p])
				}
			}
			if x > m && len(r.ms.List[x].Members) == 0 && r.isName(&r.ms.List[x]) {
				list = append(list, x)
			}
			break
		}
		t = r.headOf(t)
	}
	if x := r.behindComma(m); x >= 0 {
		list = append(list, x)
	}
	return list
}

// behindComma returns the first name behind the comma after m where the words
// before it begin like a fronted phrase or clause; or -1.
func (r *reader) behindComma(m int) int {
	sent, head := r.seg.Sentences[r.sent[m]], r.ms.List[m].Head
	for t := head - 1; t >= sent.First; t-- {
		if w := r.seg.Word(t); w == "," || w == ":" || w == ";" {
			return -1
		}
	}
	switch r.syn.Words[sent.First].UPOS {
	case ud.ADP, ud.SCONJ, ud.ADV, ud.VERB:
	default:
		return -1
	}
	comma := head + 1
	for comma < sent.End && r.seg.Word(comma) != "," {
		comma++
	}
	for x := m + 1; x < len(r.ms.List) && r.sent[x] == r.sent[m]; x++ {
		row := &r.ms.List[x]
		if row.Head <= comma || row.Form == record.Adjectival {
			continue
		}
		if first, _ := r.seg.Within(row.Span); first <= comma+5 && r.isName(row) {
			return x
		}
		return -1
	}
	return -1
}
