package corpus

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
	"readout/internal/ud"
)

// A CorefDoc is a document of OntoGUM (Zhu, Pradhan and Zeldes, ACL 2021) with
// its chains. Tokens are counted through the document.
type CorefDoc struct {
	TreeDoc
	Mentions []CorefMention // in order of their first token, outer before inner
}

// A CorefMention is one mention of a chain. Type is the type of entity that
// GUM gives the same span ("person", "organization", "place", ...), or empty.
type CorefMention struct {
	First, Last int
	Chain       string
	Type        string
}

// A HeadKey is what a mention is known by where articles and titles shall not
// matter: the byte offset of its head, and whether it is a coordination, since
// that has its first member's head.
type HeadKey struct {
	At    int
	Group bool
}

// Head returns the key of a mention by the gold tokens and trees.
func (m CorefMention) Head(seg *annot.Segmentation, syn *annot.Syntax) HeadKey {
	first, last := annot.TokenID(m.First), annot.TokenID(m.Last)
	head := first
	for t := first; t <= last; t++ {
		if h := syn.Words[t].Head; (h < first || h > last) && syn.Words[t].UPOS != ud.PUNCT {
			head = t
			break
		}
	}
	k := HeadKey{At: seg.Tokens[head].Span.Start}
	for c := range syn.Children(head) {
		if syn.Words[c].Rel == ud.Conj && c <= last {
			k.Group = true
		}
	}
	return k
}

// ReadOntoGUM reads a split of OntoGUM from the data folder, with the types
// of entity from GUM.
func ReadOntoGUM(data, split string) ([]CorefDoc, error) {
	onto, err := readCoref(filepath.Join(data, "coref", "ontogum", split+".conllu.gz"))
	if err != nil {
		return nil, err
	}
	gum, err := readCoref(filepath.Join(data, "ud", "gum", split+".conllu.gz"))
	if err != nil {
		return nil, err
	}
	byID := map[string]*CorefDoc{}
	for i := range gum {
		byID[gum[i].ID] = &gum[i]
	}
	for i := range onto {
		if g := byID[onto[i].ID]; g != nil {
			onto[i].takeTypes(g)
		}
	}
	return onto, nil
}

// takeTypes gives each mention the type of GUM's mention of the same span, or
// else of the longest one inside it.
func (d *CorefDoc) takeTypes(gum *CorefDoc) {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		best := 0
		for _, g := range gum.Mentions {
			if g.First >= m.First && g.Last <= m.Last && g.Last-g.First+1 > best {
				best, m.Type = g.Last-g.First+1, g.Type
			}
		}
	}
}

func readCoref(path string) ([]CorefDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("coreference: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sents, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var docs []CorefDoc
	for _, s := range sents {
		if s.NewDoc != "" {
			genre := s.NewDoc
			if p := strings.Split(s.NewDoc, "_"); len(p) > 1 {
				genre = p[1]
			}
			docs = append(docs, CorefDoc{TreeDoc: TreeDoc{ID: s.NewDoc, Genre: genre}})
		}
		if len(docs) == 0 {
			return nil, fmt.Errorf("%s: a sentence before the first document", path)
		}
		d := &docs[len(docs)-1]
		d.Sentences = append(d.Sentences, s)
	}
	for i := range docs {
		if err := docs[i].readMentions(); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, docs[i].ID, err)
		}
	}
	return docs, nil
}

// readMentions reads the brackets of the Entity annotations.
func (d *CorefDoc) readMentions() error {
	t := 0
	open := map[string][]int{} // chain: open mentions
	for _, s := range d.Sentences {
		for _, r := range s.Rows {
			if err := d.brackets(entityOf(r.Misc), t, open); err != nil {
				return err
			}
			t++
		}
	}
	return nil
}

func entityOf(misc string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(f, "Entity="); ok {
			return v
		}
	}
	return ""
}

// brackets reads "(1-person-new(2)" and "2)1)" at token t.
func (d *CorefDoc) brackets(s string, t int, open map[string][]int) error {
	for s != "" {
		opening := s[0] == '('
		if opening {
			s = s[1:]
		}
		n := strings.IndexAny(s, "()")
		if n < 0 {
			n = len(s)
		}
		fields := strings.SplitN(s[:n], "-", 3)
		id := fields[0]
		if opening {
			m := CorefMention{First: t, Last: -1, Chain: id}
			if len(fields) > 1 {
				m.Type = fields[1]
			}
			open[id] = append(open[id], len(d.Mentions))
			d.Mentions = append(d.Mentions, m)
		}
		s = s[n:]
		if strings.HasPrefix(s, ")") {
			o := open[id]
			if len(o) == 0 {
				return fmt.Errorf("token %d: entity %s closes and is not open", t, id)
			}
			d.Mentions[o[len(o)-1]].Last = t
			open[id] = o[:len(o)-1]
			s = s[1:]
		}
	}
	return nil
}

// A GapExample is one item of GAP (Webster et al., TACL 2018): a pronoun and
// two names, of which it means one or neither.
type GapExample struct {
	ID       string
	Text     *text.Text
	Pronoun  text.Span
	Name     [2]text.Span
	Means    [2]bool
	Feminine bool
}

// ReadGAP reads a split ("train.tsv.gz", "dev.tsv") of GAP from the data
// folder.
func ReadGAP(data, file string) ([]GapExample, error) {
	path := filepath.Join(data, "coref", "gap", file)
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("gap: %w", err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<20)
	var out []GapExample
	for n := 1; sc.Scan(); n++ {
		if n == 1 {
			continue // the header
		}
		g, err := parseGAP(strings.Split(sc.Text(), "\t"))
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, g)
	}
	return out, sc.Err()
}

func parseGAP(c []string) (GapExample, error) {
	if len(c) < 10 {
		return GapExample{}, fmt.Errorf("%d columns", len(c))
	}
	g := GapExample{ID: c[0], Text: text.New(c[1])}
	m := text.NewMapper(g.Text)
	var bad error
	span := func(words, offset string) text.Span {
		n, err := strconv.Atoi(offset)
		if err != nil {
			bad = fmt.Errorf("offset %q: %w", offset, err)
		}
		at := m.Byte(n)
		return text.Span{Start: at, End: at + len(words)}
	}
	g.Pronoun = span(c[2], c[3])
	g.Name = [2]text.Span{span(c[4], c[5]), span(c[7], c[8])}
	g.Means = [2]bool{strings.EqualFold(c[6], "true"), strings.EqualFold(c[9], "true")}
	switch strings.ToLower(c[2]) {
	case "she", "her", "hers":
		g.Feminine = true
	}
	return g, bad
}
