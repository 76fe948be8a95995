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

	"readout/internal/lex"
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

// Load reads the weights from the model folder and the lists of verbs from
// the word lists. The large tables stay where they lie in the file, and of
// them only the rows that words ask for are ever touched; a broken file is the
// affair of [Unmarshal].
func Load(models, lexicon fs.FS) (*Encoder, error) {
	b, err := lex.ReadText(models, fileName)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	n, err := parse(b, false)
	if err != nil {
		return nil, fmt.Errorf("encode: %s: %w", fileName, err)
	}
	e := NewEncoder(n)
	if e.irregular, err = irregularVerbs(lexicon); err != nil {
		return nil, err
	}
	if e.infinitives, err = infinitives(lexicon); err != nil {
		return nil, err
	}
	e.speech, err = speechVerbs(lexicon)
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
	for _, l := range [][]string{n.Labels.Tags, n.Labels.Lemmas, n.Labels.Rels, n.Labels.Names, n.words.list()} {
		w.strings(l)
	}
	w.b.WriteString(n.caps)
	w.b.WriteString(n.listed)
	w.u32(uint32(n.vectors.Len()))
	w.b.WriteString(n.vectors.Scales)
	w.b.WriteString(n.vectors.Bytes)
	for _, t := range n.Tables() {
		rows := net.Quantise(t.W, t.Dim)
		w.b.WriteString(rows.Scales)
		w.b.WriteString(rows.Bytes)
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

// Unmarshal reads what [Marshal] wrote, after checking that it is whole, for
// reading and for training on.
func Unmarshal(b []byte) (*Network, error) {
	if len(b) >= 12 && binary.LittleEndian.Uint32(b[8:]) != crc32.ChecksumIEEE(b[12:]) {
		return nil, errors.New("checksum does not agree")
	}
	n, err := parse(string(b), true)
	if err == nil {
		n.Prepare(false)
	}
	return n, err
}

// parse reads a network. One that is to be trained on gets its weights as
// floats; of one that only reads, matrices are packed as they come.
func parse(b string, train bool) (*Network, error) {
	if len(b) < 12 || b[:4] != magic {
		return nil, errors.New("not an encoder model")
	}
	r := &reader{b: b[4:]}
	if v := r.u32(); v != version {
		return nil, fmt.Errorf("version %d, want %d", v, version)
	}
	r.u32() // the checksum
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
	for _, p := range []*[]string{&l.Tags, &l.Lemmas, &l.Rels, &l.Names} {
		*p = r.strings().list()
	}
	words := r.strings()
	if r.err != nil {
		return nil, r.err
	}
	n := NewNetwork(s, l, nil)
	n.words = words
	n.caps, n.listed = r.take(words.len()), r.take(words.len())
	n.vectors = r.rows(int(r.u32()), s.Vector)
	n.words.index()
	for _, t := range n.Tables() {
		t.Rows = r.rows(len(t.W)/t.Dim, t.Dim)
		if t.W = nil; r.err == nil && (train || t != n.Hash && t != n.Affix) {
			t.Unpack()
		}
	}
	for _, p := range n.Params() {
		r.param(p, train)
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

func (w *writer) halves(x []float32) {
	for _, v := range x {
		w.b.Write(binary.LittleEndian.AppendUint16(nil, toHalf(v)))
	}
}

// A reader reads a model; after the first error it gives zeros.
type reader struct {
	b   string
	err error
}

func (r *reader) take(n int) string {
	if r.err != nil || n < 0 || n > len(r.b) {
		if r.err == nil {
			r.err = errors.New("cut short")
		}
		return ""
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) u32() uint32 {
	b := r.take(4)
	if b == "" {
		return 0
	}
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// strings reads a list of strings, which stays where it lies.
func (r *reader) strings() wordList {
	n := int(r.u32())
	if n > len(r.b) {
		r.take(-1)
		return wordList{}
	}
	l := wordList{text: r.b, starts: make([]uint32, 0, n+1)}
	at := 0
	for range n {
		size, k := uvarint(r.b[at:])
		if k <= 0 || size > uint64(len(r.b)-at-k) {
			r.take(-1)
			return wordList{}
		}
		l.starts = append(l.starts, uint32(at))
		at += k + int(size)
	}
	l.starts = append(l.starts, uint32(at))
	l.text = r.take(at)
	return l
}

// uvarint is [binary.Uvarint] of a string.
func uvarint(s string) (x uint64, n int) {
	for i := 0; i < len(s) && i < 5; i++ {
		x |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return x, i + 1
		}
	}
	return 0, 0
}

func (r *reader) rows(n, dim int) net.Rows {
	return net.Rows{Scales: r.take(4 * n), Bytes: r.take(n * dim), Dim: dim}
}

// param reads the weights of a matrix: to stay as floats where it is to be
// trained on and where it is a vector, else to be packed at once.
func (r *reader) param(p *net.Param, train bool) {
	b := r.take(2 * len(p.W))
	if b == "" {
		return
	}
	next := func(row []float32) {
		for i := range row {
			row[i] = fromHalf(uint16(b[2*i]) | uint16(b[2*i+1])<<8)
		}
		b = b[2*len(row):]
	}
	if train || p.K == 1 {
		next(p.W)
		return
	}
	p.Pack(next)
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
