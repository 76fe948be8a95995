package explain

import (
	"fmt"
	"strconv"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
)

func (p *printer) report() {
	src := p.d.Source
	p.row(row{id: "language", facts: []string{p.d.Language}})
	p.row(row{id: "about talks", facts: []string{strconv.FormatBool(p.d.AboutTalks)}})
	for _, f := range [...][2]string{{"id", src.ID}, {"title", src.Title}, {"outlet", src.Outlet}, {"byline", src.Byline}, {"published", src.Published}, {"url", src.URL}} {
		if f[1] != "" {
			p.row(row{id: f[0], facts: []string{f[1], when(f[0] == "published" && src.FromPage, "from the page")}})
		}
	}
	if t := p.d.Times; t != nil && t.Anchor.Known() {
		p.row(row{id: "anchor", facts: []string{t.Anchor.String(), string(t.Anchor.How)}})
	}
}

func (p *printer) segmentation() {
	seg := p.d.Segmentation
	if seg == nil {
		return
	}
	next := 0
	for i, b := range seg.Blocks {
		r := row{id: id("b", annot.BlockID(i)), facts: []string{b.Kind.String()}, by: b.By}
		first := next
		for next < len(seg.Sentences) && int(seg.Sentences[next].Block) == i {
			next++
		}
		if first == next { // no sentence shows its words
			r.marks = mark("block", b.Span)
		}
		p.row(r)
		for n := first; n < next; n++ {
			p.row(row{id: "  " + id("sn", annot.SentenceID(n)), marks: mark("sentence", seg.Sentences[n].Span)})
		}
	}
	for _, l := range []struct {
		name  string
		label *annot.Label
	}{{"byline", seg.Byline}, {"dateline", seg.Dateline}, {"credit", seg.Credit}} {
		if l.label != nil {
			p.row(row{id: l.name, marks: append(mark(l.name, l.label.Span), mark("name", l.label.Name)...)})
		}
	}
}

func (p *printer) quotations() {
	if p.d.Quotations == nil {
		return
	}
	for i, q := range p.d.Quotations.List {
		p.row(row{id: id("", annot.QuotationID(i)), marks: mark("quote", q.Pieces...), by: q.By,
			facts: []string{fact("inside", id("", q.Parent)), when(!q.Balanced, "unbalanced")}})
	}
}

// syntax prints each sentence as its tree: a bracket for each word and what
// hangs on it, in reading order.
func (p *printer) syntax() {
	seg, syn := p.d.Segmentation, p.d.Syntax
	if seg == nil || syn == nil {
		return
	}
	for i := range seg.Sentences {
		var b strings.Builder
		p.tree(&b, syn.Root(annot.SentenceID(i)))
		fmt.Fprintf(&p.b, "  sn%d  %s\n", i+1, b.String())
	}
}

func (p *printer) tree(b *strings.Builder, t annot.TokenID) {
	if t == annot.None {
		return
	}
	syn := p.d.Syntax
	w := syn.Words[t]
	fmt.Fprintf(b, "[%s", w.Rel)
	word := " " + p.d.Segmentation.Word(t) + "/" + w.UPOS.String()
	for c := range syn.Children(t) {
		if c > t && word != "" {
			b.WriteString(word)
			word = ""
		}
		b.WriteByte(' ')
		p.tree(b, c)
	}
	b.WriteString(word + "]")
}

// names prints what the network takes for names, before the mentions are
// settled.
func (p *printer) names() {
	if p.d.Names == nil {
		return
	}
	for i, n := range p.d.Names.List {
		p.row(row{id: fmt.Sprintf("na%d", i+1), marks: mark(n.Kind.String(), n.Span), by: n.By})
	}
}

// cues prints the outermost attributions that the network proposes, before
// rules take, mend or leave them.
func (p *printer) cues() {
	seg := p.d.Segmentation
	if p.d.Cues == nil || seg == nil {
		return
	}
	words := func(first, end annot.TokenID) []text.Span {
		if first >= end {
			return nil
		}
		return []text.Span{seg.SpanOf(first, end-1)}
	}
	for i, c := range p.d.Cues.List {
		marks := append(mark("source", words(c.Source[0], c.Source[1])...), mark("cue", words(c.First, c.End)...)...)
		for _, piece := range c.Content {
			marks = append(marks, mark("content", words(piece[0], piece[1])...)...)
		}
		p.row(row{id: fmt.Sprintf("cu%d", i+1), marks: marks, by: c.By, facts: []string{fact("score", strconv.FormatFloat(float64(c.Score), 'f', 2, 32))}})
	}
}

func (p *printer) times() {
	if p.d.Times == nil {
		return
	}
	for i, t := range p.d.Times.List {
		p.row(row{id: id("t", annot.TimexID(i)), marks: mark("time", t.Span), by: t.By, facts: []string{
			string(t.Type), t.Value, t.Mod, when(!t.Resolved, "not resolved"), fact("from", t.Anchor), t.Rule}})
	}
}

func (p *printer) figures() {
	if p.d.Figures == nil {
		return
	}
	for i, f := range p.d.Figures.List {
		p.row(row{id: id("f", annot.FigureID(i)), marks: append(mark("figure", f.Span), mark("of", outside(f.Of, f.Span)...)...), by: f.By, facts: []string{
			fact("low", number(f.Low)), fact("high", number(f.High)), f.Unit, when(f.Approx, "approx"), when(f.Strict, "without it")}})
	}
}

// outside returns the spans that are not one with another.
func outside(ss text.Spans, s text.Span) text.Spans {
	var out text.Spans
	for _, x := range ss {
		if x != s {
			out = append(out, x)
		}
	}
	return out
}

func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
