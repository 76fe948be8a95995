package thing

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math"

	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// Sizes of the network.
const (
	Hidden = 16  // width of the hidden layer
	Width  = 256 // of a state
	Looks  = 5   // what is made of a state, each of width Hidden: see Weights
)

// The logarithms of the odds from which on a link is made and shown. Chosen on
// OntoGUM dev: for the best scores of chains, and for more than four right links of
// five.
const (
	linked      = -1
	linkedVoice = -2.25 // the same for "I", "we" and "you"
	firm        = 0.75
)

// Weights are those of a network that scores what a phrase may take up: a
// linear part, and a hidden layer of rectified units over the same features and
// over the states of the heads.
//
// A state is looked at in five ways: of a phrase that takes up nothing; of one
// that takes up another; of one that is taken up; and twice more of the two of
// a pair, whose looks are multiplied.
type Weights struct {
	Linear []float32 // one a feature
	In     []float32 // Hidden a feature
	Bias   []float32 // Looks * Hidden
	Look   []float32 // Looks * Hidden rows of Width
	Out    []float32 // Hidden
}

// NewWeights returns weights of nought.
func NewWeights() *Weights {
	n := Features()
	return &Weights{Linear: make([]float32, n), In: make([]float32, n*Hidden), Bias: make([]float32, Looks*Hidden),
		Look: make([]float32, Looks*Hidden*Width), Out: make([]float32, Hidden)}
}

// A network is weights made ready for reading.
type network struct {
	*Weights
	look kernel.Matrix // Width by lookWidth
}

// lookWidth is the width of all looks at a state, in whole panels.
const lookWidth = (Looks*Hidden + kernel.Panel - 1) / kernel.Panel * kernel.Panel

func newNetwork(w *Weights) *network {
	m := &network{Weights: w}
	flat := make([]float32, Width*lookWidth)
	for i := range Looks * Hidden {
		for j := range Width {
			flat[j*lookWidth+i] = w.Look[i*Width+j]
		}
	}
	kernel.Pack(&m.look, flat, Width, lookWidth, lookWidth)
	return m
}

// project looks at the states of all heads at once.
func (m *network) project(r *reader) [][]float32 {
	n := len(r.phrases)
	x, y := make([]float32, n*Width), make([]float32, n*lookWidth)
	for i := range r.phrases {
		copy(x[i*Width:(i+1)*Width], r.sta.Row(r.phrases[i].head))
		copy(y[i*lookWidth:], m.Bias)
	}
	if n > 0 {
		kernel.Mul(y, lookWidth, x, Width, 1, n, &m.look, true)
	}
	out := make([][]float32, n)
	for i := range out {
		out[i] = y[i*lookWidth : (i+1)*lookWidth]
	}
	return out
}

// alone scores that a phrase takes up nothing.
func (m *network) alone(features []uint16, a []float32) float32 {
	var h [Hidden]float32
	for i := range h {
		h[i] = a[i]
	}
	return m.score(features, &h)
}

// pair scores that a phrase takes up another.
func (m *network) pair(features []uint16, a, c []float32) float32 {
	a1, c1, a2, c2 := a[Hidden:2*Hidden], c[2*Hidden:3*Hidden], a[3*Hidden:4*Hidden], c[4*Hidden:5*Hidden]
	var h [Hidden]float32
	for i := range h {
		h[i] = a1[i] + c1[i] + float32(a2[i]*c2[i]) // rounded twice everywhere
	}
	return m.score(features, &h)
}

func (m *network) score(features []uint16, h *[Hidden]float32) float32 {
	s := float32(0)
	for _, f := range features {
		s += m.Linear[f]
		kernel.Axpy(h[:], 1, m.In[int(f)*Hidden:][:Hidden])
	}
	for i, w := range m.Out {
		s += float32(w * max(h[i], 0))
	}
	return s
}

// The model file: magic, a checksum of the rest, the hash of the feature set,
// and the weights: rows of bytes with a scale for each, little-endian.
const (
	magic    = "RDOT"
	fileName = "thing.bin"
)

// featureSet names what the features mean; a model trained on another set is
// refused.
const featureSet = "things/2"

func featureHash() uint32 {
	return crc32.ChecksumIEEE(fmt.Appendf(nil, "%s %v %d %d %d", featureSet, sizes, Hidden, Width, Looks))
}

// parts lists the matrices in the order of the file, with the width of a row.
func (w *Weights) parts() []net.Table {
	return []net.Table{{W: w.Linear, Dim: 1}, {W: w.In, Dim: Hidden}, {W: w.Bias, Dim: Hidden}, {W: w.Look, Dim: Width}, {W: w.Out, Dim: Hidden}}
}

// Marshal returns the file of the weights.
func (w *Weights) Marshal() []byte {
	body := binary.LittleEndian.AppendUint32(nil, featureHash())
	for _, t := range w.parts() {
		rows := net.Quantise(t.W, t.Dim)
		if t.Dim == 1 {
			for _, v := range t.W {
				body = binary.LittleEndian.AppendUint32(body, math.Float32bits(v))
			}
			continue
		}
		body = append(append(body, rows.Scales...), rows.Bytes...)
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(body))
	return append(out, body...)
}

// Unmarshal reads what Marshal wrote.
func Unmarshal(b []byte) (*Weights, error) {
	if len(b) < 12 || string(b[:4]) != magic {
		return nil, errors.New("not a model of things")
	}
	body := b[8:]
	if binary.LittleEndian.Uint32(b[4:]) != crc32.ChecksumIEEE(body) {
		return nil, errors.New("checksum does not agree")
	}
	if binary.LittleEndian.Uint32(body) != featureHash() {
		return nil, errors.New("trained on another set of features")
	}
	body = body[4:]
	w := NewWeights()
	for _, t := range w.parts() {
		n := len(t.W) / t.Dim
		size := 4*n + len(t.W)
		if t.Dim == 1 {
			size = 4 * n
		}
		if len(body) < size {
			return nil, errors.New("cut short")
		}
		rows := net.Rows{Dim: t.Dim, Scales: string(body[:4*n]), Bytes: string(body[4*n : size])}
		for i := range n {
			if t.Dim == 1 {
				t.W[i] = math.Float32frombits(binary.LittleEndian.Uint32(body[4*i:]))
			} else {
				rows.Copy(t.W[i*t.Dim:(i+1)*t.Dim], i)
			}
		}
		body = body[size:]
	}
	if len(body) > 0 {
		return nil, fmt.Errorf("%d bytes too many", len(body))
	}
	return w, nil
}

func load(models fs.FS) (*Weights, error) {
	b, err := fs.ReadFile(models, fileName)
	if err != nil {
		return nil, fmt.Errorf("thing: %w", err)
	}
	w, err := Unmarshal(b)
	if err != nil {
		return nil, fmt.Errorf("thing: %s: %w", fileName, err)
	}
	return w, nil
}
