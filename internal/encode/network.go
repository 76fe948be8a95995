package encode

import (
	"math/rand"

	"readout/internal/ml/decode"
	"readout/internal/ml/net"
)

// Sizes that the model file fixes.
type Sizes struct {
	Dim    int // width of the encoder
	Pair   int // width of the second stage
	Arc    int // width of the dependency scores
	Rel    int // width of the relation scores
	Vector int // width of the word vectors
	Layers int // pairs of a convolution and a recurrent layer
	Second int // such pairs in the second stage
	Top    int // such pairs of their own below the heads for names and for trees
}

// Widths of the trained tables.
const (
	hashDim  = 64
	affixDim = 32
	smallDim = 16
)

// Labels are the classes of the heads, in the order of their scores.
type Labels struct {
	Tags   []string // "NOUN|Number=Sing"
	Lemmas []string // scripts
	Rels   []string
	Names  []string // "O", "B-Person", ...
}

// What lists of facts say of a word.
const (
	CityBit = 1 << iota
	CountryBit
	PeopleBit
	GivenBit
	FamilyBit
	MetBit                     // training met it several times
	listedRows = 1 << iota / 2 // of the bits before MetBit
)

// CapsUnknown is the casing of a word without a vector; others are 0 for never
// to 3 for always capitalised within a sentence.
const CapsUnknown = 4

// A Network is the encoder with its heads. Fields are for training; reading
// changes nothing.
type Network struct {
	Sizes  Sizes
	Labels Labels

	words   wordList // those with a vector first
	caps    string   // how a word is written, a byte a word, see [CapsUnknown]
	listed  string   // what lists say of a word: the bits above
	vectors net.Rows

	Hash, Affix, Shape, State, Frame, CapsEmb, ListEmb *net.Table

	In    *net.Linear
	Stack *net.Stack

	Tag, Lemma, Name, Cue *net.Linear

	NameStack *net.Stack // over sentences, as TreeStack; nil where Sizes.Top is 0
	NameSteps *net.Param // see [decode.NameStep]
	TreeStack *net.Stack
	Trees     *net.Trees

	PairToken, PairCue, PairLeft, PairRight *net.Linear
	PairPlace, PairBranch                   *net.Table
	PairStack                               *net.Stack
	PairOut                                 *net.Linear
	PairChain                               *net.Param
	chain                                   *decode.Segments
}

// NewNetwork returns a network with random weights, or with zeros where r is
// nil.
func NewNetwork(s Sizes, l Labels, r *rand.Rand) *Network {
	n := &Network{Sizes: s, Labels: l, chain: decode.NewSegments()}
	n.Hash = net.NewTable("hash", hashRows, hashDim, 0, nil)
	n.Affix = net.NewTable("affix", affixRows, affixDim, 0, nil)
	n.Shape = net.NewTable("shape", shapeRows, smallDim, 0.3, r)
	n.State = net.NewTable("state", stateRows, smallDim, 0.3, r)
	n.Frame = net.NewTable("frame", frameRows, smallDim, 0.3, r)
	n.CapsEmb = net.NewTable("caps", capsRows, smallDim, 0.3, r)
	n.ListEmb = net.NewTable("listed", listedRows, smallDim, 0.3, r)
	n.In = net.NewLinear("in", n.inputs(), s.Dim, 2, r)
	n.Stack = net.NewStack("enc", s.Dim, s.Layers, r)
	n.Tag = net.NewLinear("tag", s.Dim, len(l.Tags), 0.3, r)
	n.Lemma = net.NewLinear("lemma", s.Dim, len(l.Lemmas), 0.3, r)
	n.Name = net.NewLinear("name", s.Dim, len(l.Names), 0.3, r)
	n.NameSteps = net.NewParam("namesteps", 1, decode.NameWeights)
	n.Cue = net.NewLinear("cue", s.Dim, 3, 0.3, r)
	n.Trees = net.NewTrees("tree", s.Dim, s.Arc, s.Rel, len(l.Rels), r)
	if s.Top > 0 {
		n.NameStack, n.TreeStack = net.NewStack("names", s.Dim, s.Top, r), net.NewStack("trees", s.Dim, s.Top, r)
		if r != nil {
			n.NameStack.Soften(0.1)
			n.TreeStack.Soften(0.1)
		}
	}
	n.PairToken = net.NewLinear("pairtoken", s.Dim, s.Pair, 1, r)
	n.PairCue = net.NewLinear("paircue", s.Dim, s.Pair, 1, r)
	n.PairLeft = net.NewLinear("pairleft", s.Dim, s.Pair, 1, r)
	n.PairRight = net.NewLinear("pairright", s.Dim, s.Pair, 1, r)
	n.PairPlace = net.NewTable("pairplace", placeRows, s.Pair, 0.3, r)
	n.PairBranch = net.NewTable("pairbranch", branchRows, s.Pair, 0, nil)
	n.PairStack = net.NewStack("pair", s.Pair, s.Second, r)
	n.PairOut = net.NewLinear("pairout", s.Pair, decode.SegmentScores, 0.1, r)
	n.PairChain = net.NewParam("pairchain", 1, decode.SegmentWeights)
	return n
}

// inputs is the number of columns of a token's features.
func (n *Network) inputs() int {
	return n.Sizes.Vector + hashDim + affixes*affixDim + 5*smallDim
}

// SetWords gives the network its words, and vectors for the first of them.
func (n *Network) SetWords(words []string, caps, listed []uint8, rows []float32) {
	n.words, n.caps, n.listed = newWordList(words), string(caps), string(listed)
	n.vectors = net.Quantise(rows, n.Sizes.Vector)
	n.words.index()
}

// Known reports whether a word has a vector.
func (n *Network) Known(word string) bool {
	var buf [96]byte
	id := n.words.find(appendKey(buf[:0], word))
	return id >= 0 && int(id) < n.vectors.Len()
}

// Params returns every weight matrix.
func (n *Network) Params() []*net.Param {
	var ps []*net.Param
	for _, l := range n.linears() {
		ps = append(ps, l.Params()...)
	}
	ps = append(ps, n.Stack.Params()...)
	ps = append(ps, n.PairStack.Params()...)
	ps = append(ps, n.Trees.Params()...)
	ps = append(ps, n.PairChain, n.NameSteps)
	if n.Sizes.Top > 0 {
		ps = append(ps, n.NameStack.Params()...)
		ps = append(ps, n.TreeStack.Params()...)
	}
	return ps
}

func (n *Network) linears() []*net.Linear {
	return []*net.Linear{n.In, n.Tag, n.Lemma, n.Name, n.Cue,
		n.PairToken, n.PairCue, n.PairLeft, n.PairRight, n.PairOut}
}

// Tables returns the trained embeddings.
func (n *Network) Tables() []*net.Table {
	return []*net.Table{n.Hash, n.Affix, n.Shape, n.State, n.Frame, n.CapsEmb, n.ListEmb, n.PairPlace, n.PairBranch}
}

// Prepare packs the weights after a change.
func (n *Network) Prepare(train bool) {
	for _, p := range n.Params() {
		p.Prepare(train)
	}
}

// Gather lays out the features of tokens as rows.
func (n *Network) Gather(a *net.Arena, fs []Features) []float32 {
	w := n.inputs()
	x := a.Floats(len(fs) * w)
	for i := range fs {
		f, row := &fs[i], x[i*w:(i+1)*w]
		v := row[:n.Sizes.Vector]
		if f.Vector < 0 {
			clear(v)
		} else {
			n.vectors.Copy(v, int(f.Vector))
		}
		row = row[len(v):]
		if f.Hash[0] < 0 {
			clear(row[:hashDim])
		} else {
			n.Hash.Copy(row[:hashDim], f.Hash[0])
			n.Hash.Add(row[:hashDim], f.Hash[1])
		}
		row = row[hashDim:]
		for _, id := range f.Affix {
			n.Affix.Copy(row[:affixDim], id)
			row = row[affixDim:]
		}
		copy(row, n.Shape.Row(f.Shape))
		copy(row[smallDim:], n.State.Row(f.State))
		copy(row[2*smallDim:], n.Frame.Row(f.Frame))
		copy(row[3*smallDim:], n.CapsEmb.Row(f.Caps))
		copy(row[4*smallDim:], n.ListEmb.Row(f.Listed))
	}
	return x
}

// top runs a stack of a head's own over a copy of the encoder's rows.
func top(s *net.Stack, a *net.Arena, x []float32, seqs []net.Seq, rows int) []float32 {
	if s == nil {
		return x
	}
	y := a.Floats(len(x))
	copy(y, x)
	return s.Forward(a, y, seqs, rows)
}

// Scatter adds the gradients of the rows of [Network.Gather] to the tables.
func (n *Network) Scatter(fs []Features, dx []float32) {
	w := n.inputs()
	for i := range fs {
		f, row := &fs[i], dx[i*w:(i+1)*w]
		row = row[n.Sizes.Vector:]
		if f.Hash[0] >= 0 {
			n.Hash.AddGrad(f.Hash[0], row[:hashDim])
			n.Hash.AddGrad(f.Hash[1], row[:hashDim])
		}
		row = row[hashDim:]
		for _, id := range f.Affix {
			n.Affix.AddGrad(id, row[:affixDim])
			row = row[affixDim:]
		}
		n.Shape.AddGrad(f.Shape, row[:smallDim])
		n.State.AddGrad(f.State, row[smallDim:2*smallDim])
		n.Frame.AddGrad(f.Frame, row[2*smallDim:3*smallDim])
		n.CapsEmb.AddGrad(f.Caps, row[3*smallDim:4*smallDim])
		n.ListEmb.AddGrad(f.Listed, row[4*smallDim:5*smallDim])
	}
}
