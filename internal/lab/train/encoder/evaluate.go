package encoder

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
	"readout/internal/lab/eval"
	"readout/internal/segment"
	"readout/internal/text"
	"readout/lexicon"
)

// A devSet is what models are compared on.
type devSet struct {
	docs  []corpus.PolnearDoc
	segs  []*annot.Segmentation
	banks []devBank
	names []*example
	sets  *sets
}

type devBank struct {
	name string
	segs []*annot.Segmentation
	syns []*annot.Syntax
}

func readDev(data string, g *segment.Segmenter, s *sets) (*devSet, error) {
	d := &devSet{sets: s}
	var err error
	if d.docs, err = corpus.ReadPolnear(filepath.Join(data, "polnear", "dev.jsonl.gz")); err != nil {
		return nil, err
	}
	for i := range d.docs {
		d.segs = append(d.segs, g.Segment(d.docs[i].Text, annot.Source{}))
	}
	for _, bank := range []string{"ewt", "gum"} {
		docs, err := corpus.ReadUD(data, bank, "dev")
		if err != nil {
			return nil, err
		}
		b := devBank{name: bank}
		for _, doc := range docs {
			seg, syn, err := conllu.Document(doc.Sentences)
			if err != nil {
				return nil, err
			}
			b.segs, b.syns = append(b.segs, seg), append(b.syns, syn)
		}
		d.banks = append(d.banks, b)
	}
	d.names, err = s.readNames(filepath.Join(data, "ner", "worldwide", "dev.conll.gz"), "\t", ownClass)
	return d, err
}

// score reports on all dev sets.
func (d *devSet) score(e *encode.Encoder) string {
	var b strings.Builder
	start := time.Now()
	tokens := 0
	att := eval.NewAttributionScores()
	for i := range d.docs {
		att.Add(&d.docs[i], attributionsOf(d.segs[i], e.Read(d.segs[i]).Cues))
		tokens += len(d.segs[i].Tokens)
	}
	spent := time.Since(start).Seconds()
	for _, t := range []struct {
		name string
		t    [3]eval.Tally
	}{{"exact", att.Exact}, {"strict", att.Strict}, {"overlap", att.Overlap}} {
		fmt.Fprintf(&b, "%s", t.name)
		for i := range 3 {
			_, _, f := t.t[i].Scores()
			fmt.Fprintf(&b, " %.1f", f)
		}
		b.WriteString(" | ")
	}
	_, _, c := att.Content.Scores()
	p, r, sc := att.WithSource.Scores()
	fmt.Fprintf(&b, "C %.1f SC %.1f (P %.1f R %.1f) | %.0f tok/s incl. scoring", c, sc, p, r, float64(tokens)/spent)
	for _, bank := range d.banks {
		var s eval.TreeScores
		for i, seg := range bank.segs {
			s.Add(seg, bank.syns[i].Words, seg, e.Read(seg).Syntax.Words)
		}
		fmt.Fprintf(&b, " | %s", bank.name)
		for _, t := range []struct {
			n string
			t eval.Tally
		}{{"upos", s.UPOS}, {"feats", s.Feats}, {"lemma", s.Lemmas}, {"uas", s.UAS}, {"las", s.LAS}} {
			_, _, f := t.t.Scores()
			fmt.Fprintf(&b, " %s %.2f", t.n, f)
		}
	}
	b.WriteString(" | " + d.scoreNames(e))
	return b.String()
}

// attributionsOf turns proposals into rows.
func attributionsOf(seg *annot.Segmentation, cues *annot.Cues) *annot.Attributions {
	out := new(annot.Attributions)
	for _, c := range cues.List {
		a := annot.Attribution{Cue: seg.SpanOf(c.First, c.End-1), SourceHead: annot.None, CueHead: annot.None, Within: annot.None}
		if c.Source != [2]annot.TokenID{} {
			a.Source = text.Spans{seg.SpanOf(c.Source[0], c.Source[1]-1)}
		}
		for _, p := range c.Content {
			a.Content = append(a.Content, seg.SpanOf(p[0], p[1]-1))
		}
		out.List = append(out.List, a)
	}
	return out
}

// document lays examples out as a segmentation, one block each.
func document(es ...*example) *annot.Segmentation {
	var b strings.Builder
	s := annot.Segmentation{}
	for _, e := range es {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		start, first := b.Len(), len(s.Tokens)
		for i, w := range e.para.Words {
			if i > 0 && !e.para.Glued[i] {
				b.WriteByte(' ')
			}
			s.Tokens = append(s.Tokens, annot.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(w)}})
			b.WriteString(w)
		}
		for i := range e.sents {
			from, end := e.sentence(i)
			from, end = from+first, end+first
			s.Sentences = append(s.Sentences, annot.Sentence{
				Span:  text.Span{Start: s.Tokens[from].Span.Start, End: s.Tokens[end-1].Span.End},
				First: annot.TokenID(from), End: annot.TokenID(end), Block: annot.BlockID(len(s.Blocks)),
			})
		}
		s.Blocks = append(s.Blocks, annot.Block{Span: text.Span{Start: start, End: b.Len()}, Kind: annot.Body})
	}
	s.Text = text.New(b.String())
	return &s
}

// articles returns the paragraphs of each article.
func articles(es []*example) [][]*example {
	var all [][]*example
	for i, e := range es {
		if i == 0 || e.opens {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], e)
	}
	return all
}

// goldNames returns the names of an article laid out as a document.
func (d *devSet) goldNames(article []*example, seg *annot.Segmentation) []annot.Name {
	var all []annot.Name
	base := 0
	for _, e := range article {
		for i := range e.names {
			if j := d.sets.nameSpan(e.names, i); j > i {
				span := seg.SpanOf(annot.TokenID(base+i), annot.TokenID(base+j-1))
				all = append(all, annot.Name{Span: span, Kind: encode.NameKindOf(d.sets.names.list[e.names[i]])})
			}
		}
		base += e.len()
	}
	return all
}

// scoreNames compares names by span and class.
func (d *devSet) scoreNames(e *encode.Encoder) string {
	var all eval.Tally
	kinds := map[annot.NameKind]*eval.Tally{}
	of := func(k annot.NameKind) *eval.Tally {
		if kinds[k] == nil {
			kinds[k] = new(eval.Tally)
		}
		return kinds[k]
	}
	for _, article := range articles(d.names) {
		seg := document(article...)
		gold := map[annot.Name]bool{}
		for _, n := range d.goldNames(article, seg) {
			gold[n] = true
			of(n.Kind).Gold++
		}
		for _, n := range e.Read(seg).Names.List {
			n.By = ""
			of(n.Kind).Said++
			if gold[n] {
				of(n.Kind).Right++
			}
		}
	}
	var b strings.Builder
	for k := annot.PersonName; k <= annot.MiscName; k++ {
		t := of(k)
		if k <= annot.NORPName {
			all.Right += t.Right
			all.Said += t.Said
			all.Gold += t.Gold
		}
		_, _, f := t.Scores()
		fmt.Fprintf(&b, " %s %.1f", k, f)
	}
	_, _, f := all.Scores()
	return fmt.Sprintf("names4 %.2f%s", f, b.String())
}

// Evaluate writes the scores of an encoder on the dev sets, those of
// attributions in full, and the errors of attributions, names and trees by
// kind.
func Evaluate(data string, e *encode.Encoder, w io.Writer) error {
	g, err := segment.New(lexicon.FS)
	if err != nil {
		return err
	}
	d, err := readDev(data, g, newSets())
	if err != nil {
		return err
	}
	fmt.Fprintln(w, d.score(e))
	att, wrong := eval.NewAttributionScores(), errorCount{}
	for i := range d.docs {
		r := e.Read(d.segs[i])
		att.Add(&d.docs[i], attributionsOf(d.segs[i], r.Cues))
		wrong.document(&d.docs[i], d.segs[i], r)
	}
	att.Write(w)
	for _, article := range articles(d.names) {
		seg := document(article...)
		wrong.names(d.goldNames(article, seg), e.Read(seg).Names.List)
	}
	for _, bank := range d.banks {
		for i, seg := range bank.segs {
			wrong.trees(bank.syns[i].Words, e.Read(seg).Syntax.Words)
		}
	}
	wrong.write(w)
	return nil
}
