package statement

import (
	"reflect"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/markup"
	"readout/internal/ud"
	"readout/record"
)

// A tape hands out small numbers from fuzzed bytes, zeros when they run out.
type tape struct {
	data []byte
	at   int
}

func (p *tape) next(n int) int {
	if n <= 0 || p.at >= len(p.data) {
		return 0
	}
	p.at++
	return int(p.data[p.at-1]) % n
}

// chaos builds layers that pass their constructors and make no sense: words of
// a text under a random tree, with random attributions, mentions, quotations,
// times and conditions.
func chaos(text string, data []byte) *world {
	p := &tape{data: data}
	words := strings.Fields(strings.ToValidUTF8(text, ""))
	if len(words) > 60 {
		words = words[:60]
	}
	var sents []conllu.Sentence
	for len(words) > 0 {
		n := min(len(words), 1+p.next(20))
		s := conllu.Sentence{NewPar: p.next(3) == 0}
		for i := range n {
			r := conllu.Row{Form: words[i], Lemma: strings.ToLower(words[i]), SpaceAfter: true,
				UPOS: ud.UPOS(1 + p.next(int(ud.NumUPOS)-1)), Rel: ud.DepRel(1 + p.next(int(ud.NumDepRel)-1)), Feats: ud.Feats(1 << p.next(30))}
			if i > 0 {
				r.Head = 1 + p.next(i) // an earlier word: no circle
			} else {
				r.Rel = ud.Root
			}
			s.Rows = append(s.Rows, r)
		}
		words = words[n:]
		sents = append(sents, s)
	}
	w := &world{}
	var err error
	if w.seg, w.syn, err = conllu.Document(sents); err != nil {
		return nil
	}
	return w.scatter(p)
}

// scatter puts rows on the layers above the tree; nil where a constructor
// turns them down.
func (w *world) scatter(p *tape) *world {
	n := len(w.seg.Tokens)
	span := func() annot.Span {
		if n == 0 {
			return annot.Span{}
		}
		a := p.next(n)
		return w.seg.SpanOf(annot.TokenID(a), annot.TokenID(a+p.next(n-a)))
	}
	head := func() annot.TokenID { return annot.TokenID(p.next(n+1) - 1) }
	var att annot.Attributions
	var ms annot.Mentions
	var ents annot.Entities
	var quo annot.Quotations
	var times annot.Times
	var cond annot.Conditions
	for i := range p.next(6) {
		att.List = append(att.List, annot.Attribution{Cue: span(), Content: annot.Spans{span()}, Source: annot.Spans{span()},
			SourceHead: head(), CueHead: head(), Within: annot.AttributionID(p.next(i+1) - 1), Form: record.Direct, By: "test"})
	}
	for i := range p.next(4) {
		sp := span()
		if i > 0 && sp.Start < ms.List[i-1].Span.Start {
			break
		}
		ms.List = append(ms.List, annot.Mention{Span: sp, Whole: sp, Head: w.syn.HeadOf(sp), Kind: annot.MentionKind(p.next(9)), Appositive: annot.None})
		ents.List = append(ents.List, annot.Entity{Name: sp, Mentions: []annot.MentionID{annot.MentionID(i)}})
		ents.References = append(ents.References, annot.Reference{Entity: annot.EntityID(i)})
	}
	if p.next(2) == 1 {
		quo.List = append(quo.List, annot.Quotation{Pieces: annot.Spans{span()}, Parent: annot.None})
	}
	if p.next(2) == 1 {
		times.List = append(times.List, annot.Timex{Span: span(), Type: record.DateType})
	}
	if p.next(2) == 1 {
		cond.List = append(cond.List, annot.Condition{Kind: record.Threat, Trigger: annot.Spans{span()}, Connective: annot.Spans{span()},
			Attribution: annot.AttributionID(p.next(len(att.List)+1) - 1), To: annot.None})
	}
	ok := true
	check := func(err error) { ok = ok && err == nil }
	var err error
	w.att, err = annot.NewAttributions(w.seg, att)
	check(err)
	w.ms, err = annot.NewMentions(w.seg, ms)
	check(err)
	if !ok {
		return nil
	}
	w.ents, err = annot.NewEntities(w.seg, w.ms, ents)
	check(err)
	w.quo, err = annot.NewQuotations(w.seg, quo)
	check(err)
	w.times, err = annot.NewTimes(w.seg, times)
	check(err)
	w.cond, err = annot.NewConditions(w.seg, w.att, cond)
	check(err)
	if !ok {
		return nil
	}
	return w
}

// FuzzJudge checks that no layers, however senseless, bring Judge down, that
// what it finds keeps to its attribution, and that it finds the same twice.
func FuzzJudge(f *testing.F) {
	j := newJudge(f)
	f.Add("The envoy said “the talks might fail” if nobody will sign in Accra .", []byte{9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 2, 1})
	f.Add("We hope both the army and the rebels will not strike before Monday , he told them", []byte("abcdefghijklmnopqrstuvwxyz0123456789"))
	f.Fuzz(func(t *testing.T, text string, data []byte) {
		w := chaos(text, data)
		if w == nil {
			return
		}
		got := w.judge(j)
		for _, s := range got.List {
			if s.Attribution != annot.None && !w.att.List[s.Attribution].Content.ContainsAll(s.Content) {
				t.Errorf("content %v outside that of its attribution", s.Content)
			}
			if s.Firmness == "" || s.By == "" || s.Form == "" {
				t.Errorf("nothing judged: %+v", s)
			}
			for _, q := range s.Quotes {
				if !s.Content.Contains(q) {
					t.Errorf("quotation %v outside the content %v", q, s.Content)
				}
			}
		}
		if again := w.judge(j); !reflect.DeepEqual(got, again) {
			t.Error("a second reading differs")
		}
	})
}

// BenchmarkJudge reads one long report made of all examples, each a paragraph;
// the metric is tokens a second.
func BenchmarkJudge(b *testing.B) {
	j, by := newJudge(b), trees(b)
	var sents []conllu.Sentence
	var all []markup.Mark
	at, group := 0, 0
	for range 20 {
		for _, r := range rules() {
			for _, ex := range append(r.examples, r.counter...) {
				plain, marks, err := markup.Parse(ex)
				if err != nil {
					b.Fatal(err)
				}
				for i, s := range by[plain] {
					s.NewPar = i == 0
					sents = append(sents, s)
				}
				for _, m := range marks {
					m.Span.Start, m.Span.End, m.Group = m.Span.Start+at, m.Span.End+at, m.Group+group
					if m.Label == "source" || m.Label == "cue" || m.Label == "content" {
						all = append(all, m)
					}
				}
				at, group = at+len(plain)+1, group+3
			}
		}
	}
	w := &world{}
	var err error
	if w.seg, w.syn, err = conllu.Document(sents); err != nil {
		b.Fatal(err)
	}
	w.quotations(b, w.seg.Text.String())
	w.attributions(b, all)
	w.actors(b, all)
	w.conditions(b, nil)
	w.moments(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		w.judge(j)
	}
	b.ReportMetric(float64(len(w.seg.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
