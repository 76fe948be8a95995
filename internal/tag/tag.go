package tag

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/ml/pack"
	"readout/internal/ml/perceptron"
	"readout/internal/ml/wordform"
	"readout/internal/ud"
)

// ModelFile is the name of the tagger's model in the folder of models.
const ModelFile = "tagger.bin"

const version = 1

// A Model is what training makes.
type Model struct {
	Classes []Class
	Lexicon *Lexicon
	Tables  *Tables
	Weights *perceptron.Weights
}

// A Tagger tags. It may be used by several goroutines at once.
type Tagger struct {
	Model
	features *Features
}

// New makes a tagger of a trained model.
func New(m Model) (*Tagger, error) {
	f, err := NewFeatures(m.Lexicon)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	if m.Weights.Classes() != len(m.Classes) {
		return nil, fmt.Errorf("tagger: %d classes, weights for %d", len(m.Classes), m.Weights.Classes())
	}
	return &Tagger{Model: m, features: f}, nil
}

// Load reads the tagger's model from the folder of models.
func Load(fsys fs.FS) (*Tagger, error) {
	data, err := fs.ReadFile(fsys, ModelFile)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	m, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("tagger: %s: %w", ModelFile, err)
	}
	return New(m)
}

func decode(data []byte) (m Model, err error) {
	h, err := header()
	if err != nil {
		return m, err
	}
	r, err := pack.NewReader(data, h)
	if err != nil {
		return m, err
	}
	for _, s := range r.Strings() {
		c, err := ParseClass(s)
		if err != nil {
			return m, err
		}
		m.Classes = append(m.Classes, c)
	}
	if m.Lexicon, err = readLexicon(r); err != nil {
		return m, err
	}
	if m.Tables, err = readTables(r); err != nil {
		return m, err
	}
	if m.Weights, err = perceptron.Read(r); err != nil {
		return m, err
	}
	return m, r.Close()
}

// Write stores a model so that Load can read it.
func (m *Model) Write(w io.Writer) error {
	h, err := header()
	if err != nil {
		return fmt.Errorf("tagger: %w", err)
	}
	p := pack.NewWriter(w, h)
	list := make([]string, len(m.Classes))
	for i, c := range m.Classes {
		list[i] = c.String()
	}
	p.Strings(list)
	m.Lexicon.write(p)
	m.Tables.write(p)
	m.Weights.Write(p)
	return p.Close()
}

func header() (pack.Header, error) {
	f, err := NewFeatures(nil)
	if err != nil {
		return pack.Header{}, err
	}
	return pack.Header{Kind: "tagger", Version: version, Features: f.Hash()}, nil
}

// Tag gives every token its part of speech, features and lemma.
func (g *Tagger) Tag(seg *annot.Segmentation) *annot.Tags {
	tags := &annot.Tags{Words: make([]annot.Word, len(seg.Tokens))}
	var line Line
	var classes []int
	keys := make([]uint32, 0, 64)
	scores := make([]int32, len(g.Classes))
	for _, s := range seg.Sentences {
		g.features.Read(&line, seg, s)
		classes = classes[:0]
		p1, p2 := -1, -1
		for i := range line.Len() {
			c := line.Certain(i)
			if c < 0 {
				keys = g.features.Keys(&line, i, p1, p2, keys[:0])
				g.Weights.Score(keys, scores)
				c = perceptron.Best(scores)
			}
			t := s.First + annot.TokenID(i)
			tags.Words[t] = g.word(line.words[i+2].form, seg.Word(t), c)
			p1, p2 = c, p1
		}
	}
	return tags
}

// word fills in what follows from the class.
func (g *Tagger) word(key uint32, form string, class int) annot.Word {
	c := &g.Classes[class]
	w := annot.Word{UPOS: c.UPOS, Feats: c.Feats, Head: annot.None}
	k := FormClass{key, int32(class)}
	if f, ok := g.Tables.Feats[k]; ok {
		w.Feats = f
	} else if c.UPOS == ud.NUM && !strings.ContainsAny(form, "0123456789") {
		w.Feats = w.Feats&^(ud.NumFormDigit|ud.NumFormCombi) | ud.NumFormWord
	}
	if l, ok := g.Tables.Lemmas[k]; ok {
		w.Lemma = l
	} else {
		w.Lemma = g.Tables.Lemma(form, *c)
	}
	return w
}

// Lemma applies the rules of inflection.
func (t *Tables) Lemma(form string, c Class) string {
	if c.UPOS == ud.PROPN && c.XPOS != "NNPS" {
		return form
	}
	if c.XPOS == "NNPS" {
		return dropS(form)
	}
	return Inflect(wordform.Lower(form), c.XPOS, func(s string) bool { return t.Bases[s] })
}
