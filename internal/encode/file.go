package encode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"

	"readout/internal/ml/net"
)

// The model file: magic, version, a checksum of the rest, the hash of the
// feature set, sizes, labels, words, and the weights in the order of
// [Network.Tables] and [Network.Params]: tables as bytes with a scale for each
// row, matrices as half floats.
const (
	magic    = "RDOE"
	version  = 2
	fileName = "encoder.bin"
)

// Load reads the weights from the model folder and the irregular verbs from
// the word lists.
func Load(models, lexicon fs.FS) (*Encoder, error) {
	b, err := fs.ReadFile(models, fileName)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	n, err := Unmarshal(b)
	if err != nil {
		return nil, fmt.Errorf("encode: %s: %w", fileName, err)
	}
	n.Prepare(false)
	e := NewEncoder(n)
	e.irregular, err = irregularVerbs(lexicon)
	return e, err
}

// Marshal returns the file of a network.
func Marshal(n *Network) []byte {
	w := new(writer)
	w.u32(featureHash())
	s := n.Sizes
	for _, v := range []int{s.Dim, s.Pair, s.Arc, s.Rel, s.Vector, s.Layers, s.Second, s.Top} {
		w.u32(uint32(v))
	}
	for _, l := range [][]string{n.Labels.Tags, n.Labels.Lemmas, n.Labels.Rels, n.Labels.Names, n.Words} {
		w.strings(l)
	}
	w.b.Write(n.Caps)
	w.b.Write(n.Listed)
	w.u32(uint32(len(n.Scales)))
	w.floats(n.Scales)
	w.bytes(n.Vectors)
	for _, t := range n.Tables() {
		q, scales := net.Quantise(t.W, t.Dim)
		w.floats(scales)
		w.bytes(q)
	}
	for _, p := range n.Params() {
		w.halves(p.W)
	}
	body := w.b.Bytes()
	out := append([]byte(magic), 0, 0, 0, 0, 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(out[4:], version)
	binary.LittleEndian.PutUint32(out[8:], crc32.ChecksumIEEE(body))
	return append(out, body...)
}

// Write writes the file of a network.
func (n *Network) Write(w io.Writer) error {
	_, err := w.Write(Marshal(n))
	return err
}

// Unmarshal reads what [Marshal] wrote.
func Unmarshal(b []byte) (*Network, error) {
	if len(b) < 12 || string(b[:4]) != magic {
		return nil, errors.New("not an encoder model")
	}
	if v := binary.LittleEndian.Uint32(b[4:]); v != version {
		return nil, fmt.Errorf("version %d, want %d", v, version)
	}
	if binary.LittleEndian.Uint32(b[8:]) != crc32.ChecksumIEEE(b[12:]) {
		return nil, errors.New("checksum does not agree")
	}
	r := &reader{b: b[12:]}
	if r.u32() != featureHash() {
		return nil, errors.New("trained on another set of features")
	}
	var s Sizes
	for _, p := range []*int{&s.Dim, &s.Pair, &s.Arc, &s.Rel, &s.Vector, &s.Layers, &s.Second, &s.Top} {
		if *p = int(r.u32()); *p < 0 || *p > 4096 {
			return nil, fmt.Errorf("size %d", *p)
		}
	}
	var l Labels
	var words []string
	for _, p := range []*[]string{&l.Tags, &l.Lemmas, &l.Rels, &l.Names, &words} {
		*p = r.strings()
	}
	if r.err != nil {
		return nil, r.err
	}
	n := NewNetwork(s, l, nil)
	n.Words = words
	n.Caps = append([]uint8(nil), r.take(len(words))...)
	n.Listed = append([]uint8(nil), r.take(len(words))...)
	n.Scales = r.floats(int(r.u32()))
	n.Vectors = r.bytes(len(n.Scales) * s.Vector)
	n.reindex()
	for _, t := range n.Tables() {
		r.table(t)
	}
	for _, p := range n.Params() {
		r.halves(p.W)
	}
	if r.err == nil && len(r.b) > 0 {
		return nil, fmt.Errorf("%d bytes too many", len(r.b))
	}
	return n, r.err
}

func featureHash() uint32 { return crc32.ChecksumIEEE([]byte(featureSet)) }

type writer struct{ b bytes.Buffer }

func (w *writer) u32(v uint32) { w.b.Write(binary.LittleEndian.AppendUint32(nil, v)) }

func (w *writer) strings(l []string) {
	w.u32(uint32(len(l)))
	for _, s := range l {
		w.b.Write(binary.AppendUvarint(nil, uint64(len(s))))
		w.b.WriteString(s)
	}
}

func (w *writer) floats(x []float32) {
	for _, v := range x {
		w.u32(math.Float32bits(v))
	}
}

func (w *writer) bytes(x []int8) {
	for _, v := range x {
		w.b.WriteByte(byte(v))
	}
}

func (w *writer) halves(x []float32) {
	for _, v := range x {
		w.b.Write(binary.LittleEndian.AppendUint16(nil, toHalf(v)))
	}
}

// A reader reads a model; after the first error it gives zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.b) {
		if r.err == nil {
			r.err = errors.New("cut short")
		}
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) u32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) strings() []string {
	n := int(r.u32())
	if n > len(r.b) {
		r.take(-1)
		return nil
	}
	var all []byte // the strings share one piece of memory
	ends := make([]int, 0, n)
	for range n {
		size, k := binary.Uvarint(r.b)
		if k <= 0 || size > uint64(len(r.b)) {
			r.take(-1)
			return nil
		}
		r.take(k)
		all = append(all, r.take(int(size))...)
		ends = append(ends, len(all))
	}
	joined := string(all)
	out := make([]string, len(ends))
	start := 0
	for i, end := range ends {
		out[i] = joined[start:end]
		start = end
	}
	return out
}

func (r *reader) floats(n int) []float32 {
	b := r.take(4 * n)
	if b == nil {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (r *reader) bytes(n int) []int8 {
	b := r.take(n)
	out := make([]int8, len(b))
	for i, v := range b {
		out[i] = int8(v)
	}
	return out
}

func (r *reader) table(t *net.Table) {
	scales := r.floats(len(t.W) / t.Dim)
	q := r.bytes(len(t.W))
	if r.err != nil {
		return
	}
	for i, scale := range scales {
		row := t.Row(int32(i))
		for j, v := range q[i*t.Dim : (i+1)*t.Dim] {
			row[j] = float32(v) * scale
		}
	}
}

func (r *reader) halves(dst []float32) {
	b := r.take(2 * len(dst))
	if b == nil {
		return
	}
	for i := range dst {
		dst[i] = fromHalf(binary.LittleEndian.Uint16(b[2*i:]))
	}
}

// toHalf rounds to the nearest half float; what is too small becomes zero and
// what is too large the largest.
func toHalf(f float32) uint16 {
	b := math.Float32bits(f)
	sign := uint16(b >> 16 & 0x8000)
	exp := int(b>>23&0xff) - 127 + 15
	frac := b & 0x7fffff
	switch {
	case exp <= 0:
		if exp < -10 {
			return sign
		}
		frac |= 0x800000
		shift := uint(14 - exp)
		return sign | uint16((frac+1<<(shift-1))>>shift)
	case exp >= 31:
		return sign | 0x7bff
	}
	v := uint32(exp)<<10 | frac>>13
	if frac&0x1000 != 0 {
		v++
	}
	return sign | uint16(min(v, 0x7bff))
}

func fromHalf(h uint16) float32 {
	sign := uint32(h&0x8000) << 16
	exp, frac := uint32(h>>10&31), uint32(h&0x3ff)
	if exp == 0 {
		v := float32(frac) / (1 << 24)
		return math.Float32frombits(math.Float32bits(v) | sign)
	}
	return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
}
