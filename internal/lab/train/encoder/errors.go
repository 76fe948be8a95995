package encoder

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"readout/internal/annot"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/internal/ud"
)

// An errorCount counts kinds of error.
type errorCount map[string]int

// write prints the kinds, the most frequent first.
func (c errorCount) write(w io.Writer) {
	var kinds []string
	for k := range c {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(c[b]-c[a], cmp.Compare(a, b)) })
	for _, k := range kinds {
		fmt.Fprintf(w, "%5d %s\n", c[k], k)
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
			c["cue: other edges"]++
		}
		c.source(seg, g.Source, found[i].Source)
		c.content(seg, g.Content, found[i].Content)
	}
	for i, f := range found {
		switch {
		case paired[i]:
		case slices.ContainsFunc(doc.Attributions, func(g corpus.PolnearAttribution) bool { return g.Content.Overlaps(f.Cue) }):
			c["spurious, inside the content of a gold one"]++
		default:
			c["spurious"]++
		}
	}
}

func (c errorCount) missed(g corpus.PolnearAttribution, seg *annot.Segmentation, r *encode.Reading, found []annot.Attribution) string {
	if len(g.Cue) == 0 {
		return "missed: no cue"
	}
	if slices.ContainsFunc(found, func(f annot.Attribution) bool { return f.Content.Overlaps(g.Cue[0]) }) {
		return "missed: inside the content of another"
	}
	head := r.Syntax.HeadOf(g.Cue[0])
	if head == annot.None {
		return "missed: no word"
	}
	switch w := r.Syntax.Words[head]; w.UPOS {
	case ud.VERB, ud.AUX:
		return "missed: verb"
	case ud.NOUN, ud.PROPN:
		return "missed: noun"
	case ud.PUNCT:
		return "missed: mark"
	}
	return "missed: other word"
}

func (c errorCount) source(seg *annot.Segmentation, gold, said text.Spans) {
	g, s := trimmed(seg, gold.Cover()), trimmed(seg, said.Cover())
	switch {
	case g == s:
	case g.Empty():
		c["source: invented"]++
	case s.Empty():
		c["source: missing"]++
	case g.Overlaps(s):
		c["source: other edges"]++
	default:
		c["source: another"]++
	}
}

func (c errorCount) content(seg *annot.Segmentation, gold, said text.Spans) {
	g, s := trimmed(seg, gold.Cover()), trimmed(seg, said.Cover())
	switch {
	case g.Empty() || !g.Overlaps(s):
		c["content: elsewhere"]++
	case s.End > g.End:
		c["content: too long at the end"]++
	case s.End < g.End:
		c["content: too short at the end"]++
	case s.Start < g.Start:
		c["content: too long at the beginning"]++
	case s.Start > g.Start:
		c["content: too short at the beginning"]++
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
