package parse

import (
	"fmt"
	"io"
	"io/fs"

	"readout/internal/annot"
	"readout/internal/ml/pack"
	"readout/internal/ml/perceptron"
	"readout/internal/ud"
)

// ModelFile is the name of the parser's model in the folder of models.
const ModelFile = "parser.bin"

const version = 1

// A Move is a class of the parser's classifier.
type Move struct {
	Kind Kind
	Rel  ud.DepRel
}

// A Model is what training makes.
type Model struct {
	Moves   []Move
	Weights *perceptron.Weights
}

// A Parser parses. It may be used by several goroutines at once.
type Parser struct {
	Model
	features *Features
}

// New makes a parser of a trained model.
func New(m Model) (*Parser, error) {
	f, err := NewFeatures()
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if m.Weights.Classes() != len(m.Moves) {
		return nil, fmt.Errorf("parser: %d moves, weights for %d", len(m.Moves), m.Weights.Classes())
	}
	return &Parser{Model: m, features: f}, nil
}

// Load reads the parser's model from the folder of models.
func Load(fsys fs.FS) (*Parser, error) {
	data, err := fs.ReadFile(fsys, ModelFile)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	m, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("parser: %s: %w", ModelFile, err)
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
	kinds, rels := r.Bytes(), r.Strings()
	if len(kinds) != len(rels) {
		return m, fmt.Errorf("moves are damaged")
	}
	seen := [3]bool{}
	for i, k := range kinds {
		rel, err := ud.ParseDepRel(rels[i])
		if err != nil && Kind(k) != Shift || k > byte(Right) {
			return m, fmt.Errorf("move %d is damaged", i)
		}
		seen[k] = true
		m.Moves = append(m.Moves, Move{Kind(k), rel})
	}
	if seen != [3]bool{true, true, true} {
		return m, fmt.Errorf("a kind of move is missing")
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
		return fmt.Errorf("parser: %w", err)
	}
	p := pack.NewWriter(w, h)
	var kinds []byte
	var rels []string
	for _, mv := range m.Moves {
		kinds, rels = append(kinds, byte(mv.Kind)), append(rels, mv.Rel.String())
	}
	p.Bytes(kinds)
	p.Strings(rels)
	m.Weights.Write(p)
	return p.Close()
}

func header() (pack.Header, error) {
	f, err := NewFeatures()
	if err != nil {
		return pack.Header{}, err
	}
	return pack.Header{Kind: "parser", Version: version, Features: f.Hash()}, nil
}

// Parse gives every sentence its tree.
func (p *Parser) Parse(seg *annot.Segmentation, tags *annot.Tags) *annot.Syntax {
	words := append([]annot.Word(nil), tags.Words...)
	var line Line
	var state State
	keys := make([]uint32, 0, 128)
	scores := make([]int32, len(p.Moves))
	for _, s := range seg.Sentences {
		p.features.Read(&line, seg, tags.Words, s)
		state.Reset(line.Len())
		for !state.Done() {
			keys = p.features.Keys(&line, &state, keys[:0])
			p.Weights.Score(keys, scores)
			m := p.Moves[state.best(p.Moves, scores)]
			state.Apply(m.Kind, uint8(m.Rel))
		}
		for i := range line.Len() {
			head, rel := state.Head(i)
			w := &words[s.First+annot.TokenID(i)]
			w.Head, w.Rel = s.First+annot.TokenID(head), ud.DepRel(rel)
			if head == line.Len() {
				w.Head, w.Rel = annot.None, ud.Root
			}
		}
	}
	syn, err := annot.NewSyntax(seg, words)
	if err != nil {
		return nil // a state that is done holds one tree: this is a bug of ours
	}
	return syn
}

// best returns the legal move with the highest score.
func (s *State) best(moves []Move, scores []int32) int {
	best := -1
	legal := s.Legal()
	for i, m := range moves {
		if legal[m.Kind] && s.Fits(m) && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return best
}
