package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"readout/internal/annot"
	"readout/internal/encode"
	"readout/internal/lab/corpus"
	"readout/internal/ml/decode"
	"readout/internal/segment"
	"readout/internal/text"
)

// A silverToken is a token of the machine-made layer of PolNeAR, in bytes.
type silverToken struct {
	start, end     int
	pos, ner, rel  string
	head, sentence int // head: index in the sentence, -1 for the root
	first          int // index of the sentence's first token
}

// readSilver reads the machine-made layer by document.
func readSilver(path string, docs []corpus.PolnearDoc) (map[string][]silverToken, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("silver: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("silver: %w", err)
	}
	texts := map[string]*text.Text{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	out := map[string][]silverToken{}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var row struct {
			ID        string
			Sentences [][][]any
		}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("silver: %w", err)
		}
		t := texts[row.ID]
		if t == nil {
			continue
		}
		m := text.NewMapper(t)
		var toks []silverToken
		for i, sent := range row.Sentences {
			first := len(toks)
			for _, c := range sent {
				k := silverToken{start: m.Byte(number(c[0])), end: m.Byte(number(c[1])), sentence: i, first: first}
				k.pos, _ = c[2].(string)
				k.ner, _ = c[4].(string)
				k.rel, _ = c[7].(string)
				k.head = number(c[6]) - 1
				toks = append(toks, k)
			}
		}
		out[row.ID] = toks
	}
	return out, sc.Err()
}

func number(x any) int {
	f, _ := x.(float64)
	return int(f)
}

// addPolnear adds the articles with their human attributions and the
// machine-made layer.
func (s *sets) addPolnear(data string, seg *segment.Segmenter) error {
	docs, err := corpus.ReadPolnear(filepath.Join(data, "polnear", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	silver, err := readSilver(filepath.Join(data, "polnear", "train.corenlp.jsonl.gz"), docs)
	if err != nil {
		return err
	}
	for i := range docs {
		d := &docs[i]
		g := seg.Segment(d.Text, annot.Source{})
		s.addArticle(d, g, silver[d.ID])
	}
	return nil
}

func (s *sets) addArticle(d *corpus.PolnearDoc, g *annot.Segmentation, silver []silverToken) {
	carried := false
	for i := 0; i < len(g.Sentences); {
		j := i + 1
		for j < len(g.Sentences) && g.Sentences[j].Block == g.Sentences[i].Block && int(g.Sentences[j].End-g.Sentences[i].First) < longest {
			j++
		}
		e := layOut(g, i, j)
		e.para.Carried = carried && encode.OpensQuote(e.para.Words[0])
		carried = encode.LeavesOpen(&e.para)
		base := g.Sentences[i].First
		if !discarded(d, g.SpanOf(base, g.Sentences[j-1].End-1)) {
			s.label(e, d, g, base)
			s.addSilver(e, g, base, silver)
			s.examples = append(s.examples, e)
		}
		i = j
	}
}

// layOut makes an example of sentences [i, j).
func layOut(g *annot.Segmentation, i, j int) *example {
	e := new(example)
	e.para.Headline = g.Blocks[g.Sentences[i].Block].Kind == annot.Headline
	base := g.Sentences[i].First
	for k := i; k < j; k++ {
		e.sents = append(e.sents, int(g.Sentences[k].First-base))
		for t := g.Sentences[k].First; t < g.Sentences[k].End; t++ {
			e.para.Words = append(e.para.Words, g.Word(t))
			e.para.First = append(e.para.First, t == g.Sentences[k].First)
			e.para.Glued = append(e.para.Glued, t > 0 && g.Tokens[t-1].Span.End == g.Tokens[t].Span.Start)
		}
	}
	return e
}

func discarded(d *corpus.PolnearDoc, sp text.Span) bool { return d.Discarded.Overlaps(sp) }

// label writes cues and roles.
func (s *sets) label(e *example, d *corpus.PolnearDoc, g *annot.Segmentation, base annot.TokenID) {
	n := e.len()
	e.cues, e.flat = make([]int16, n), make([]int16, n)
	for _, a := range d.Attributions {
		if len(a.Cue) == 0 {
			continue
		}
		first, end := g.Within(a.Cue.Cover())
		start, stop := int(first-base), int(end-base)
		if start < 0 || stop > n || start >= stop {
			continue
		}
		att := attribution{start: start, end: stop, roles: make([]decode.Role, n)}
		paint(att.roles, g, base, a.Content, decode.ContentRole)
		if len(a.Source) > 0 {
			paint(att.roles, g, base, a.Source[:1], decode.SourceRole)
		}
		for i := start; i < stop; i++ {
			att.roles[i] = decode.NoRole
			e.cues[i] = encode.CueGoesOn
			e.flat[i] = 3
		}
		e.cues[start] = encode.CueBegins
		for i, r := range att.roles {
			if r != decode.NoRole && e.flat[i] == 0 {
				e.flat[i] = int16(r)
			}
		}
		e.atts = append(e.atts, att)
	}
	sort.Slice(e.atts, func(i, j int) bool { return e.atts[i].start < e.atts[j].start })
}

func paint(roles []decode.Role, g *annot.Segmentation, base annot.TokenID, spans text.Spans, r decode.Role) {
	for _, sp := range spans {
		first, end := g.Within(sp)
		for t := max(first, base); t < end && int(t-base) < len(roles); t++ {
			roles[t-base] = r
		}
	}
}

// addSilver copies the machine-made layer where tokens agree.
func (s *sets) addSilver(e *example, g *annot.Segmentation, base annot.TokenID, silver []silverToken) {
	if silver == nil {
		return
	}
	n := e.len()
	e.silverTags, e.silverNames, e.silverRels = make([]int16, n), make([]int16, n), make([]int16, n)
	e.silverHeads = make([]int32, n)
	at := map[int]int{} // silver token -> token of the example
	match := make([]int, n)
	k := sort.Search(len(silver), func(k int) bool { return silver[k].end > g.Tokens[base].Span.Start })
	for i := range n {
		sp := g.Tokens[int(base)+i].Span
		for k < len(silver) && silver[k].end <= sp.Start {
			k++
		}
		match[i] = -1
		e.silverTags[i], e.silverNames[i], e.silverRels[i], e.silverHeads[i] = masked, masked, masked, noHead
		if k == len(silver) || silver[k].start >= sp.End {
			continue
		}
		e.silverNames[i] = int16(s.silverNames.add(silver[k].ner))
		if silver[k].start == sp.Start && silver[k].end == sp.End {
			match[i] = k
			at[k] = i
			e.silverTags[i] = int16(s.silverTags.add(silver[k].pos))
		}
	}
	sentOf := make([]int, n)
	for i := range e.sents {
		a, b := e.sentence(i)
		for t := a; t < b; t++ {
			sentOf[t] = i
		}
	}
	for i, k := range match {
		if k < 0 {
			continue
		}
		if silver[k].head < 0 {
			e.silverHeads[i] = -1
		} else if h, ok := at[silver[k].first+silver[k].head]; ok && sentOf[h] == sentOf[i] {
			e.silverHeads[i] = int32(h)
		}
		if e.silverHeads[i] != noHead {
			e.silverRels[i] = int16(s.silverRels.add(silver[k].rel))
		}
	}
}
