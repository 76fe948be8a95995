package coref

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A cluster is an entity in the making.
type cluster struct {
	mentions []int
	kind     annot.MentionKind
	gender   annot.Gender
	sure     bool // its gender is told by more than a lone name or pronouns
	votes    int  // pronouns and lone names of its gender, less those of another
	count    record.Count
	named    bool
	country  string
	members  []int  // clusters
	head     string // lemma of the noun that it was first called by, of the unnamed
	last     int    // its last mention so far in the order of resolving
	proof    int    // what told best what its name is, a value of fProof
	guess    bool   // its kind is only a guess from the words around its name
}

// A reader resolves the references of one report.
type reader struct {
	*lists
	ranker *ranker
	teach  *lesson
	seg    *annot.Segmentation
	quo    *annot.Quotations
	syn    *annot.Syntax
	ms     *annot.Mentions
	att    *annot.Attributions

	clusters []cluster
	of       []int // by mention: its cluster, or -1
	seen     []bool
	refs     []annot.Reference
	doubts   []annot.Doubt

	words   []string // by mention
	sent    []annot.SentenceID
	quoted  []annot.QuotationID
	role    []role
	keys    map[string]int // clusters by name
	people  []person
	tie     map[int]string // clusters of people by the country that the text ties them to
	speaker []int          // by sentence: the mention that is the source of its last attribution, or -1
	at      []int32        // by token: the mention whose head it is, or -1
	wide    []int32        // by token: the coordination whose head it is, or else as at
	counts  []int          // by cluster: its mentions among the first of them, as far as counted
	counted int
	names   []int // by cluster: its names in the whole report
}

// A role is what a mention is to its sentence, most prominent first.
type role uint8

const (
	subject role = iota
	object
	oblique
	possessor
	other
)

func newReader(v *Resolver, seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, att *annot.Attributions) *reader {
	n := len(ms.List)
	r := &reader{lists: v.lists, ranker: v.ranker, seg: seg, quo: quo, syn: syn, ms: ms, att: att,
		of: make([]int, n), seen: make([]bool, n), refs: make([]annot.Reference, n), words: make([]string, n),
		sent: make([]annot.SentenceID, n), quoted: make([]annot.QuotationID, n), role: make([]role, n),
		keys: map[string]int{}, tie: map[int]string{}, at: make([]int32, len(seg.Tokens)), wide: make([]int32, len(seg.Tokens))}
	for t := range r.at {
		r.at[t], r.wide[t] = -1, -1
	}
	for m := range ms.List {
		row := &ms.List[m]
		r.of[m], r.refs[m].Entity = -1, annot.None
		r.words[m] = seg.Text.Slice(row.Span)
		r.sent[m] = seg.SentenceOf(row.Head)
		r.role[m] = r.roleOf(row.Head)
		if r.at[row.Head] < 0 || len(row.Members) == 0 {
			r.at[row.Head] = int32(m)
		}
		if r.wide[row.Head] < 0 {
			r.wide[row.Head] = int32(m) // outer before inner
		}
	}
	r.markQuoted()
	r.markSpeakers()
	return r
}

// markQuoted notes for every mention the innermost quotation around it.
func (r *reader) markQuoted() {
	for m := range r.quoted {
		r.quoted[m] = annot.None
	}
	if r.quo == nil {
		return
	}
	for q := range r.quo.List {
		for _, p := range r.quo.List[q].Pieces {
			i, _ := slices.BinarySearchFunc(r.ms.List, p.Start, func(m annot.Mention, at int) int { return m.Span.Start - at })
			for ; i < len(r.ms.List) && r.ms.List[i].Span.End <= p.End; i++ {
				r.quoted[i] = annot.QuotationID(q)
			}
		}
	}
}

// markSpeakers notes for every sentence who is the source of the last
// attribution in it that no other holds.
func (r *reader) markSpeakers() {
	r.speaker = make([]int, len(r.seg.Sentences))
	for i := range r.speaker {
		r.speaker[i] = -1
	}
	if r.att == nil {
		return
	}
	for i := range r.att.List {
		a := &r.att.List[i]
		if a.Within != annot.None || a.SourceHead == annot.None {
			continue
		}
		if m := r.at[a.SourceHead]; m >= 0 {
			r.speaker[r.seg.SentenceOf(a.SourceHead)] = int(m)
		}
	}
}

// rel, headOf and lemma read the tree; of no token they say nothing.

func (r *reader) rel(t annot.TokenID) ud.DepRel {
	if t == annot.None {
		return ud.UnknownRel
	}
	return r.syn.Words[t].Rel
}

func (r *reader) headOf(t annot.TokenID) annot.TokenID {
	if t == annot.None {
		return annot.None
	}
	return r.syn.Words[t].Head
}

func (r *reader) lemma(t annot.TokenID) string {
	if t == annot.None {
		return ""
	}
	return strings.ToLower(r.syn.Words[t].Lemma)
}

// headed returns the mention whose head is t that m can take up: the
// coordination, if m is a plural; or -1.
func (r *reader) headed(m int, t annot.TokenID) int {
	if x := r.wide[t]; x >= 0 && r.of[x] >= 0 && r.ms.List[m].Kind == annot.GroupMention {
		return int(x)
	}
	return int(r.at[t])
}

// subjectFor returns the mention that is the subject of a verb and that m can
// take up, or -1.
func (r *reader) subjectFor(m int, verb annot.TokenID) int {
	if c := r.syn.Child(verb, ud.Nsubj, ud.NsubjPass); c != annot.None {
		return r.headed(m, c)
	}
	return -1
}

// roleOf returns what a token is to its sentence; a conjunct is what the first
// of its coordination is.
func (r *reader) roleOf(t annot.TokenID) role {
	for n := 0; r.rel(t) == ud.Conj && r.headOf(t) != annot.None && n < 20; n++ {
		t = r.headOf(t)
	}
	switch r.rel(t).Universal() {
	case ud.Nsubj, ud.Csubj:
		return subject
	case ud.Obj, ud.Iobj:
		return object
	case ud.Obl:
		return oblique
	case ud.Nmod:
		if r.rel(t) == ud.NmodPoss {
			return possessor
		}
	}
	return other
}

// fresh makes a new cluster of a mention.
func (r *reader) fresh(m int, by annot.By) int {
	row := &r.ms.List[m]
	c := cluster{mentions: []int{m}, kind: row.Kind, gender: row.Gender, count: row.Count, country: row.Country, last: m,
		named: row.Form == record.Named || row.Form == record.Metonym && row.By != "mention/document-of-issuer" || row.Form == record.Adjectival}
	if row.Form == record.Nominal {
		c.head = r.lemma(row.Head)
	}
	c.guess, c.sure = r.guessed(row), r.tellsGender(m)
	c.votes = b2i(isGender(row.Gender))
	c.proof = r.proofOf(m)
	r.clusters = append(r.clusters, c)
	r.of[m] = len(r.clusters) - 1
	r.refs[m].By = by
	return r.of[m]
}

// join puts a mention into a cluster, which learns from it.
func (r *reader) join(m, c int, by annot.By) {
	row, k := &r.ms.List[m], &r.clusters[c]
	r.of[m], k.last = c, m
	k.mentions = append(k.mentions, m)
	r.voteGender(m, k)
	k.proof = min(k.proof, r.proofOf(m))
	if k.country == "" && row.Form != record.Pronominal {
		k.country = row.Country
	}
	if r.isName(row) && row.Form != record.Adjectival {
		k.named = true
		if k.kind == annot.UnknownMention {
			k.kind = row.Kind
		}
	}
	if row.Form == record.Named && len(row.Members) > 0 {
		k.named = true // "the two", whom the report names elsewhere
	}
	if row.Form == record.Pronominal && k.guess {
		k.guess = false
		if row.Kind == annot.PersonMention {
			k.kind, k.gender, k.votes = annot.PersonMention, row.Gender, 1
		}
	}
	r.refs[m].By = by
}

func isGender(g annot.Gender) bool { return g == annot.Masculine || g == annot.Feminine }

// voteGender takes what a mention says of the gender of its cluster.
func (r *reader) voteGender(m int, k *cluster) {
	g := r.ms.List[m].Gender
	sure := r.tellsGender(m)
	switch {
	case g == annot.UnknownGender || k.sure:
	case !isGender(g) || !isGender(k.gender):
		if k.gender == annot.UnknownGender || isGender(g) {
			k.gender, k.sure, k.votes = g, sure, 1
		}
	case g == k.gender:
		k.sure = sure
		k.votes++
	case sure || k.votes <= 1:
		k.gender, k.sure, k.votes = g, sure, 1
	default:
		k.votes--
	}
}

// tellsGender reports whether the words of a mention tell its gender: a title,
// a noun or a given name before another. A lone name in the list of given names
// can be a surname, and a pronoun can have been placed wrongly.
func (r *reader) tellsGender(m int) bool {
	row := &r.ms.List[m]
	if !isGender(row.Gender) {
		return false
	}
	if first, _ := r.seg.Within(row.Span); first > 0 && r.address[r.seg.Word(first-1)] {
		return true
	}
	return len(row.Titles) > 0 || row.Form == record.Nominal || row.Form == record.Named && strings.ContainsAny(r.words[m], " \u00a0")
}

// guessed reports whether the kind of a name is told by nothing but the words
// around it, so that "she" behind it weighs more.
func (r *reader) guessed(row *annot.Mention) bool {
	if row.Form != record.Named || len(row.Members) > 0 || row.Country != "" || row.Kind == annot.PersonMention || row.Kind == annot.UnknownMention {
		return false
	}
	switch row.By {
	case "mention/name-by-context", "mention/name-by-model", "mention/other-name", "mention/place-as-actor", "mention/in-a-place", "mention/like-its-fellow":
	default:
		return false
	}
	first, end := r.seg.Within(row.Span)
	return end-first <= 3 && (first == 0 || strings.ToLower(r.seg.Word(first-1)) != "the")
}

// merge puts cluster b into cluster a.
func (r *reader) merge(a, b int) {
	if a == b {
		return
	}
	ka, kb := &r.clusters[a], &r.clusters[b]
	for _, m := range kb.mentions {
		r.of[m] = a
	}
	ka.mentions = append(ka.mentions, kb.mentions...)
	ka.last = max(ka.last, kb.last)
	ka.named = ka.named || kb.named
	if ka.gender == annot.UnknownGender || !ka.sure && kb.sure {
		ka.gender, ka.sure, ka.votes = kb.gender, kb.sure, kb.votes
	}
	ka.proof = min(ka.proof, kb.proof)
	if ka.country == "" {
		ka.country = kb.country
	}
	kb.mentions = nil
	for i := range r.people {
		if r.people[i].cluster == b {
			r.people[i].cluster = a
		}
	}
}
