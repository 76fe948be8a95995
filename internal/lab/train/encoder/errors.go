package encoder

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/internal/ud"
)

// An errorCount counts kinds of error: the layer, a colon, and what is wrong.
type errorCount map[string]int

// write prints the kinds by layer, the most frequent first, as many as tell
// much.
func (c errorCount) write(w io.Writer) {
	const most = 20
	var kinds []string
	for k := range c {
		kinds = append(kinds, k)
	}
	layer := func(kind string) string { l, _, _ := strings.Cut(kind, ":"); return l }
	slices.SortFunc(kinds, func(a, b string) int {
		return cmp.Or(cmp.Compare(layer(a), layer(b)), c[b]-c[a], cmp.Compare(a, b))
	})
	n := 0
	for i, k := range kinds {
		if n++; i == 0 || layer(k) != layer(kinds[i-1]) {
			n = 1
		}
		if n <= most {
			fmt.Fprintf(w, "%5d %s\n", c[k], k)
		}
	}
}

// names compares the names of one document.
func (c errorCount) names(gold, said []annot.Name) {
	over := func(list []annot.Name, n annot.Name) int {
		return slices.IndexFunc(list, func(o annot.Name) bool { return o.Span.Overlaps(n.Span) })
	}
	for _, g := range gold {
		i := over(said, g)
		switch {
		case i < 0:
			c["name: missed, "+g.Kind.String()]++
		case said[i].Span == g.Span && said[i].Kind != g.Kind:
			c["name: "+said[i].Kind.String()+" for "+g.Kind.String()]++
		case said[i].Span != g.Span && said[i].Kind == g.Kind:
			c["name: other edges, "+g.Kind.String()]++
		case said[i].Span != g.Span:
			c["name: other edges and kind"]++
		}
	}
	for _, s := range said {
		if over(gold, s) < 0 {
			c["name: spurious, "+s.Kind.String()]++
		}
	}
}

// trees compares the trees of one document of the same words.
func (c errorCount) trees(gold, said []annot.Word) {
	for i, g := range gold {
		if g.UPOS == ud.PUNCT {
			c.tree("mark elsewhere", g.Head != said[i].Head)
			continue
		}
		rel, other := g.Rel.Universal().String(), said[i].Rel.Universal().String()
		c.tree(rel+" on another head", g.Head != said[i].Head)
		c.tree(other+" for "+rel+", right head", g.Head == said[i].Head && rel != other)
	}
}

func (c errorCount) tree(kind string, wrong bool) {
	if wrong {
		c["tree: "+kind]++
	}
}

// document compares the attributions of one document, paired by their cues.
func (c errorCount) document(doc *corpus.PolnearDoc, seg *annot.Segmentation, r *encode.Reading) {
	found := attributionsOf(seg, r.Cues).List
	paired := make([]bool, len(found))
	for _, g := range doc.Attributions {
		i := slices.IndexFunc(found, func(a annot.Attribution) bool { return g.Cue.Overlaps(a.Cue) })
		if i < 0 {
			c[c.missed(g, seg, r, found)]++
			continue
		}
		paired[i] = true
		if f := found[i]; len(g.Cue) == 1 && trimmed(seg, g.Cue[0]) != trimmed(seg, f.Cue) {
			c["attribution: cue, other edges"]++
		}
		c.source(seg, g.Source, found[i].Source)
		c.content(seg, g.Content, found[i].Content)
	}
	for i, f := range found {
		switch {
		case paired[i]:
		case slices.ContainsFunc(doc.Attributions, func(g corpus.PolnearAttribution) bool { return g.Content.Overlaps(f.Cue) }):
			c["attribution: spurious, inside the content of a gold one"]++
		default:
			c["attribution: spurious"]++
		}
	}
}

func (c errorCount) missed(g corpus.PolnearAttribution, seg *annot.Segmentation, r *encode.Reading, found []annot.Attribution) string {
	if len(g.Cue) == 0 {
		return "attribution: missed, no cue"
	}
	if slices.ContainsFunc(found, func(f annot.Attribution) bool { return f.Content.Overlaps(g.Cue[0]) }) {
		return "attribution: missed, inside the content of another"
	}
	head := r.Syntax.HeadOf(g.Cue[0])
	if head == annot.None {
		return "attribution: missed, no word"
	}
	switch w := r.Syntax.Words[head]; w.UPOS {
	case ud.VERB, ud.AUX:
		return "attribution: missed, verb"
	case ud.NOUN, ud.PROPN:
		return "attribution: missed, noun"
	case ud.PUNCT:
		return "attribution: missed, mark"
	}
	return "attribution: missed, other word"
}

func (c errorCount) source(seg *annot.Segmentation, gold, said text.Spans) {
	g, s := trimmed(seg, gold.Cover()), trimmed(seg, said.Cover())
	switch {
	case g == s:
	case g.Empty():
		c["attribution: source, invented"]++
	case s.Empty():
		c["attribution: source, missing"]++
	case g.Overlaps(s):
		c["attribution: source, other edges"]++
	default:
		c["attribution: source, another"]++
	}
}

func (c errorCount) content(seg *annot.Segmentation, gold, said text.Spans) {
	g, s := trimmed(seg, gold.Cover()), trimmed(seg, said.Cover())
	switch {
	case g.Empty() || !g.Overlaps(s):
		c["attribution: content, elsewhere"]++
	case s.End > g.End:
		c["attribution: content, too long at the end"]++
	case s.End < g.End:
		c["attribution: content, too short at the end"]++
	case s.Start < g.Start:
		c["attribution: content, too long at the beginning"]++
	case s.Start > g.Start:
		c["attribution: content, too short at the beginning"]++
	}
}

// trimmed is a span from the first to the last token that is no mark.
func trimmed(seg *annot.Segmentation, s text.Span) text.Span {
	if s.Empty() {
		return text.Span{}
	}
	first, end := seg.Within(s)
	for first < end && mark(seg.Word(first)) {
		first++
	}
	for first < end && mark(seg.Word(end-1)) {
		end--
	}
	if first == end {
		return text.Span{}
	}
	return seg.SpanOf(first, end-1)
}

func mark(w string) bool {
	for _, r := range w {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '$' || r == '%' || r >= 0xc0 && r < 0x2000 {
			return false
		}
	}
	return true
}
