package encode

import (
	"slices"
	"strings"
	"sync"

	"readout/internal/annot"
	"readout/internal/ml/decode"
	"readout/internal/ml/net"
	"readout/internal/ud"
)

// A Reading is what the network says of a report.
type Reading struct {
	Syntax *annot.Syntax
	Names  *annot.Names
	Cues   *annot.Cues
	States *annot.States
}

// An Encoder reads reports. It is safe for use by several goroutines at once.
type Encoder struct {
	net     *Network
	tags    []annot.Word
	scripts []lemmaScript
	rels    []ud.DepRel
	kinds   []annot.NameKind // of each class; classes are O, then B and I by turns
	person  int              // which kind, without O, is that of persons; -1: none
	free    sync.Pool

	irregular   map[string]string // the lemma of each irregular form of a verb; may be nil
	infinitives map[string]bool   // the verbs that take an infinitive; may be nil
	speech      map[string]bool   // the verbs of speech; may be nil

	// CueBias is added to the score of a cue: above zero finds more.
	CueBias float32
}

// NewEncoder wraps a prepared network.
func NewEncoder(n *Network) *Encoder {
	e := &Encoder{net: n}
	for _, t := range n.Labels.Tags {
		pos, feats, _ := strings.Cut(t, "|")
		u, err := ud.ParseUPOS(pos)
		if err != nil {
			u = ud.X
		}
		e.tags = append(e.tags, annot.Word{UPOS: u, Feats: ud.ParseFeats(feats)})
	}
	for _, l := range n.Labels.Lemmas {
		e.scripts = append(e.scripts, parseScript(l))
	}
	for _, l := range n.Labels.Rels {
		r, err := ud.ParseDepRel(l)
		if err != nil {
			r = ud.Dep
		}
		e.rels = append(e.rels, r)
	}
	for _, l := range n.Labels.Names {
		e.kinds = append(e.kinds, NameKindOf(l))
	}
	if e.person = -1; len(e.kinds) > 1 {
		e.person = slices.Index(e.kinds, annot.PersonName)
	}
	if e.person > 0 {
		e.person /= 2
	}
	e.free.New = func() any { return new(scratch) }
	return e
}

// NameKindOf returns the kind of a class such as "B-Person".
func NameKindOf(label string) annot.NameKind {
	_, class, _ := strings.Cut(label, "-")
	switch class {
	case "Person":
		return annot.PersonName
	case "Organization":
		return annot.OrganisationName
	case "Location":
		return annot.LocationName
	case "NORP":
		return annot.NORPName
	case "Facility":
		return annot.FacilityName
	case "Date":
		return annot.DateName
	case "Money":
		return annot.MoneyName
	case "Product":
		return annot.ProductName
	case "Misc":
		return annot.MiscName
	}
	return annot.UnknownName
}

// scratch is the memory of one reading.
type scratch struct {
	arena    net.Arena
	memory   decode.Memory
	heads    []int32
	classes  []int32
	para     Paragraph
	features []Features
	seqs     []net.Seq
	sents    []net.Seq
	sentOf   []int32
	cands    []Candidate
	scores   []float32
	places   []int32
	branches []int32
	absolute Tree // heads by row, for the second stage
	pairSeqs []net.Seq
	roles    []decode.Role
	open     []bool
}

// passTokens is about how many tokens are read at once: enough for whole
// products and for fetching the weights seldom, which the near cache does not
// hold; more gain nothing.
const passTokens = 800

// Read reads a segmented report.
func (e *Encoder) Read(seg *annot.Segmentation) *Reading {
	s := e.free.Get().(*scratch)
	defer e.free.Put(s)
	words := make([]annot.Word, len(seg.Tokens))
	r := &run{e: e, s: s, seg: seg, words: words, states: make([]float32, 0, len(words)*(e.net.Sizes.Dim+e.net.Sizes.Vector))}
	for i := 0; i < len(seg.Sentences); {
		i = r.batch(i)
	}
	r.agree()
	out := &Reading{States: &annot.States{Width: e.net.Sizes.Dim + e.net.Sizes.Vector, Here: e.net.Sizes.Dim, Rows: r.states}}
	var err error
	turns(seg, words)
	mend(words)
	e.lemmatise(seg, words)
	e.complement(words)
	finite(words)
	e.coordinate(seg, words, r.cues.List)
	enthrone(seg, words)
	whoClause(seg, words, r.names.List)
	if out.Syntax, err = annot.NewSyntax(seg, words); err != nil {
		out.Syntax = flat(seg, words)
	}
	if out.Names, err = annot.NewNames(seg, r.names); err != nil {
		out.Names = new(annot.Names)
	}
	if out.Cues, err = annot.NewCues(seg, r.cues); err != nil {
		out.Cues = new(annot.Cues)
	}
	return out
}

// flat hangs every word on the first of its sentence: a tree in any case.
func flat(seg *annot.Segmentation, words []annot.Word) *annot.Syntax {
	for _, sent := range seg.Sentences {
		for t := sent.First; t < sent.End; t++ {
			words[t].Head, words[t].Rel = sent.First, ud.Dep
		}
		words[sent.First].Head, words[sent.First].Rel = annot.None, ud.Root
	}
	syn, err := annot.NewSyntax(seg, words)
	if err != nil {
		return nil
	}
	return syn
}

// A run is one reading in progress.
type run struct {
	e     *Encoder
	s     *scratch
	seg   *annot.Segmentation
	words []annot.Word
	names annot.Names

	states []float32

	sightings []sighting
	loose     []loose

	cues annot.Cues

	carried bool // a quotation was left open by the paragraph before
}

// longest is the number of tokens after which a paragraph is cut, at the end
// of a sentence.
const longest = 500

// batch reads paragraphs from sentence i on and returns the next sentence.
func (r *run) batch(i int) int {
	s, seg := r.s, r.seg
	s.arena.Reset()
	s.features, s.seqs, s.sents, s.sentOf = s.features[:0], s.seqs[:0], s.sents[:0], s.sentOf[:0]
	base := seg.Sentences[i].First
	for i < len(seg.Sentences) && len(s.features) < passTokens {
		j := i + 1
		for j < len(seg.Sentences) && seg.Sentences[j].Block == seg.Sentences[i].Block && int(seg.Sentences[j].End-seg.Sentences[i].First) <= longest {
			j++
		}
		r.paragraph(i, j, base)
		i = j
	}
	rows := len(s.features)
	n := r.e.net
	in := n.Gather(&s.arena, s.features)
	x := n.In.Forward(&s.arena, in, rows)
	x = n.Stack.Forward(&s.arena, x, s.seqs, rows)
	r.keep(x, in, rows)
	r.tag(x, base, rows)
	r.hang(x, base, rows)
	r.name(x, base, rows)
	r.attribute(x, base, rows)
	return i
}

// keep adds rows of the encoder, and the word vectors that they began with, to
// the states.
func (r *run) keep(x, in []float32, rows int) {
	dim, wide, vector := r.e.net.Sizes.Dim, r.e.net.inputs(), r.e.net.Sizes.Vector
	for i := range rows {
		r.states = append(r.states, x[i*dim:(i+1)*dim]...)
		r.states = append(r.states, in[i*wide:i*wide+vector]...)
	}
}

// paragraph lays out the tokens of sentences [i, j).
func (r *run) paragraph(i, j int, base annot.TokenID) {
	s, seg := r.s, r.seg
	p := &s.para
	p.Words, p.Glued, p.First = p.Words[:0], p.Glued[:0], p.First[:0]
	p.Headline = seg.Blocks[seg.Sentences[i].Block].Kind == annot.Headline
	start := len(s.features)
	for k := i; k < j; k++ {
		sent := seg.Sentences[k]
		s.sents = append(s.sents, net.Seq{Start: int(sent.First - base), End: int(sent.End - base)})
		for t := sent.First; t < sent.End; t++ {
			p.Words = append(p.Words, seg.Word(t))
			p.First = append(p.First, t == sent.First)
			p.Glued = append(p.Glued, t > 0 && seg.Tokens[t-1].Span.End == seg.Tokens[t].Span.Start)
			s.sentOf = append(s.sentOf, int32(k))
		}
	}
	p.Carried = r.carried && OpensQuote(p.Words[0])
	s.features = r.e.net.Extract(s.features, p)
	last := s.features[len(s.features)-1].State &^ 4
	r.carried = last == inside || last == opens
	s.seqs = append(s.seqs, net.Seq{Start: start, End: len(s.features)})
}

func (r *run) tag(x []float32, base annot.TokenID, rows int) {
	n, a := r.e.net, &r.s.arena
	m := a.Mark()
	tags := n.Tag.Forward(a, x, rows)
	lemmas := n.Lemma.Forward(a, x, rows)
	for i := range rows {
		w := &r.words[base+annot.TokenID(i)]
		*w = r.e.tags[argmax(tags[i*n.Tag.W.N:i*n.Tag.W.N+len(r.e.tags)])]
		w.Lemma = r.lemma(lemmas[i*n.Lemma.W.N:i*n.Lemma.W.N+len(r.e.scripts)], r.seg.Word(base+annot.TokenID(i)))
	}
	a.Release(m)
}

// lemma applies the best script, or where that makes no known word, the best
// of those near to it that does.
func (r *run) lemma(scores []float32, form string) string {
	best := argmax(scores)
	script := &r.e.scripts[best]
	lemma := script.apply(form)
	if script.cut == 0 || script.keep || r.e.net.Known(lemma) {
		return lemma
	}
	const near = 4
	top := scores[best] - near
	for i, v := range scores {
		if v <= top || int32(i) == best || r.e.scripts[i].whole != "" || r.e.scripts[i].keep {
			continue
		}
		if other := r.e.scripts[i].apply(form); r.e.net.Known(other) {
			lemma, top = other, v
		}
	}
	return lemma
}

func (r *run) hang(x []float32, base annot.TokenID, rows int) {
	a := &r.s.arena
	m := a.Mark()
	r.e.net.trees(a, r.s, x, r.s.sents, rows)
	heads, classes := r.s.heads, r.s.classes
	r.s.absolute.Heads, r.s.absolute.Rels = grow(r.s.absolute.Heads, rows), classes
	for _, q := range r.s.sents {
		for i := q.Start; i < q.End; i++ {
			w := &r.words[base+annot.TokenID(i)]
			w.Head, w.Rel = annot.None, r.e.rels[classes[i]]
			r.s.absolute.Heads[i] = -1
			if heads[i] >= 0 {
				r.s.absolute.Heads[i] = int32(q.Start) + heads[i]
			}
			if h := heads[i]; h >= 0 {
				w.Head = base + annot.TokenID(q.Start) + annot.TokenID(h)
				if w.Rel == ud.Root {
					w.Rel = ud.Dep
				}
			} else {
				w.Rel = ud.Root
			}
		}
	}
	a.Release(m)
}

func (r *run) name(x []float32, base annot.TokenID, rows int) {
	n, a, s := r.e.net, &r.s.arena, r.s
	m := a.Mark()
	scores := n.Name.Forward(a, top(n.NameStack, a, x, s.sents, rows), rows)
	ld, k := n.Name.W.N, len(r.e.kinds)
	for _, q := range s.sents {
		back := s.memory.Names(scores[q.Start*ld:], ld, k, q.End-q.Start, n.NameSteps.W)
		r.sight(scores[q.Start*ld:], ld, back, base+annot.TokenID(q.Start))
	}
	a.Release(m)
}
