package encode

import (
	"math/rand"

	"readout/internal/ml/kernel"
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
}

// Widths of the trained tables.
const (
	hashDim  = 64
	affixDim = 32
	smallDim = 16
)

// A Stack is layers over rows: convolutions and recurrent units by turns,
// each behind a norm and beside a way around it.
type Stack struct {
	Norms []*net.Norm // one a layer, and one at the end
	Convs []*net.GatedConv
	Recs  []*net.Recurrent
}

func newStack(name string, dim, pairs int, r *rand.Rand) *Stack {
	s := new(Stack)
	for i := range pairs {
		suffix := string(rune('a' + i))
		s.Norms = append(s.Norms, net.NewNorm(name+".cn"+suffix, dim), net.NewNorm(name+".rn"+suffix, dim))
		s.Convs = append(s.Convs, net.NewGatedConv(name+".conv"+suffix, dim, 1<<i, r))
		s.Recs = append(s.Recs, net.NewRecurrent(name+".rec"+suffix, dim, r))
	}
	s.Norms = append(s.Norms, net.NewNorm(name+".end", dim))
	return s
}

// Params returns the weights.
func (s *Stack) Params() []*net.Param {
	var ps []*net.Param
	for _, l := range s.Norms {
		ps = append(ps, l.Params()...)
	}
	for i := range s.Convs {
		ps = append(ps, s.Convs[i].Params()...)
		ps = append(ps, s.Recs[i].Params()...)
	}
	return ps
}

// forward returns the rows after all layers; x is overwritten.
func (s *Stack) forward(a *net.Arena, x []float32, seqs []net.Seq, rows int) []float32 {
	for i := range s.Convs {
		m := a.Mark()
		y, _ := s.Norms[2*i].Forward(a, x, rows)
		y, _ = s.Convs[i].Forward(a, y, seqs, rows)
		kernel.Axpy(x, 1, y)
		a.Release(m)
		y, _ = s.Norms[2*i+1].Forward(a, x, rows)
		y, _ = s.Recs[i].Forward(a, y, seqs, rows)
		kernel.Axpy(x, 1, y)
		a.Release(m)
	}
	y, _ := s.Norms[len(s.Norms)-1].Forward(a, x, rows)
	return y
}

// Labels are the classes of the heads, in the order of their scores.
type Labels struct {
	Tags   []string // "NOUN|Number=Sing"
	Lemmas []string // scripts
	Rels   []string
	Names  []string // "O", "B-Person", ...
}

// A Network is the encoder with its heads. Fields are for training; reading
// changes nothing.
type Network struct {
	Sizes  Sizes
	Labels Labels

	Words   []string
	Caps    []uint8
	Vectors []int8    // len(Words) x Sizes.Vector
	Scales  []float32 // one a row
	index   map[string]int32

	Hash, Affix, Shape, State, Frame, CapsEmb *net.Table

	In    *net.Linear
	Stack *Stack

	Tag, Lemma, Name, Cue *net.Linear

	Trees *Trees

	PairToken, PairCue, PairLeft, PairRight *net.Linear
	PairPlace                               *net.Table
	PairStack                               *Stack
	PairOut                                 *net.Linear
	PairChain                               *net.Param
	chain                                   *Chain
}

// NewNetwork returns a network with random weights.
func NewNetwork(s Sizes, l Labels, r *rand.Rand) *Network {
	n := &Network{Sizes: s, Labels: l, chain: NewChain()}
	n.Hash = net.NewTable("hash", hashRows, hashDim, 0, nil)
	n.Affix = net.NewTable("affix", affixRows, affixDim, 0.1, r)
	n.Shape = net.NewTable("shape", shapeRows, smallDim, 0.3, r)
	n.State = net.NewTable("state", stateRows, smallDim, 0.3, r)
	n.Frame = net.NewTable("frame", frameRows, smallDim, 0.3, r)
	n.CapsEmb = net.NewTable("caps", capsRows, smallDim, 0.3, r)
	n.In = net.NewLinear("in", n.inputs(), s.Dim, 2, r)
	n.Stack = newStack("enc", s.Dim, s.Layers, r)
	n.Tag = net.NewLinear("tag", s.Dim, len(l.Tags), 0.3, r)
	n.Lemma = net.NewLinear("lemma", s.Dim, len(l.Lemmas), 0.3, r)
	n.Name = net.NewLinear("name", s.Dim, len(l.Names), 0.3, r)
	n.Cue = net.NewLinear("cue", s.Dim, 3, 0.3, r)
	n.Trees = NewTrees("tree", s.Dim, s.Arc, s.Rel, len(l.Rels), r)
	n.PairToken = net.NewLinear("pairtoken", s.Dim, s.Pair, 1, r)
	n.PairCue = net.NewLinear("paircue", s.Dim, s.Pair, 1, r)
	n.PairLeft = net.NewLinear("pairleft", s.Dim, s.Pair, 1, r)
	n.PairRight = net.NewLinear("pairright", s.Dim, s.Pair, 1, r)
	n.PairPlace = net.NewTable("pairplace", placeRows, s.Pair, 0.3, r)
	n.PairStack = newStack("pair", s.Pair, s.Second, r)
	n.PairOut = net.NewLinear("pairout", s.Pair, Emissions, 0.1, r)
	n.PairChain = net.NewParam("pairchain", 1, ChainParams)
	return n
}

// inputs is the number of columns of a token's features.
func (n *Network) inputs() int {
	return n.Sizes.Vector + hashDim + affixes*affixDim + 4*smallDim
}

// SetWords gives the network its vectors, one row a word.
func (n *Network) SetWords(words []string, caps []uint8, rows []float32) {
	n.Words, n.Caps = words, caps
	n.Vectors, n.Scales = Quantise(rows, n.Sizes.Vector)
	n.reindex()
}

func (n *Network) reindex() {
	n.index = make(map[string]int32, len(n.Words))
	for i, w := range n.Words {
		n.index[w] = int32(i)
	}
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
	return append(ps, n.PairChain)
}

func (n *Network) linears() []*net.Linear {
	return []*net.Linear{n.In, n.Tag, n.Lemma, n.Name, n.Cue,
		n.PairToken, n.PairCue, n.PairLeft, n.PairRight, n.PairOut}
}

// Tables returns the trained embeddings.
func (n *Network) Tables() []*net.Table {
	return []*net.Table{n.Hash, n.Affix, n.Shape, n.State, n.Frame, n.CapsEmb, n.PairPlace}
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
			q, s := n.Vectors[int(f.Vector)*len(v):(int(f.Vector)+1)*len(v)], n.Scales[f.Vector]
			for j := range v {
				v[j] = float32(q[j]) * s
			}
		}
		row = row[len(v):]
		if f.Hash[0] < 0 {
			clear(row[:hashDim])
		} else {
			a, b := n.Hash.Row(f.Hash[0]), n.Hash.Row(f.Hash[1])
			for j := range a {
				row[j] = a[j] + b[j]
			}
		}
		row = row[hashDim:]
		for _, id := range f.Affix {
			copy(row, n.Affix.Row(id))
			row = row[affixDim:]
		}
		copy(row, n.Shape.Row(f.Shape))
		copy(row[smallDim:], n.State.Row(f.State))
		copy(row[2*smallDim:], n.Frame.Row(f.Frame))
		copy(row[3*smallDim:], n.CapsEmb.Row(f.Caps))
	}
	return x
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
	}
}

// Quantise stores rows of floats as bytes with a scale for each row.
func Quantise(x []float32, dim int) (q []int8, scales []float32) {
	q, scales = make([]int8, len(x)), make([]float32, len(x)/dim)
	for i := range scales {
		row := x[i*dim : (i+1)*dim]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		if top == 0 {
			continue
		}
		scales[i] = top / 127
		for j, v := range row {
			r := v / scales[i]
			if r < 0 {
				r -= 0.5
			} else {
				r += 0.5
			}
			q[i*dim+j] = int8(r)
		}
	}
	return q, scales
}
