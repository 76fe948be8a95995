package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

const (
	magic  = "RDMD"
	format = 1 // of the container, not of any model in it
)

// A Header says what a model file holds.
type Header struct {
	Kind     string // "tagger", "parser"
	Version  uint32 // of the layout of this kind
	Features uint64 // hash of the feature set the weights belong to
}

// A Writer writes a model file. Its methods keep the first error for Close.
type Writer struct {
	w   io.Writer
	err error
}

// NewWriter writes the header.
func NewWriter(w io.Writer, h Header) *Writer {
	p := &Writer{w: w}
	p.write(append([]byte(magic), format))
	p.String(h.Kind)
	p.Uint32s([]uint32{h.Version, uint32(h.Features), uint32(h.Features >> 32)})
	return p
}

// Close returns the first error met. It does not close the underlying writer.
func (p *Writer) Close() error {
	if p.err != nil {
		return fmt.Errorf("writing model: %w", p.err)
	}
	return nil
}

func (p *Writer) write(b []byte) {
	if p.err == nil {
		_, p.err = p.w.Write(b)
	}
}

func (p *Writer) length(n int) { p.write(binary.AppendUvarint(nil, uint64(n))) }

// Bytes writes a byte array.
func (p *Writer) Bytes(b []byte) {
	p.length(len(b))
	p.write(b)
}

// String writes a string.
func (p *Writer) String(s string) { p.Bytes([]byte(s)) }

// Strings writes a list of strings.
func (p *Writer) Strings(list []string) {
	p.length(len(list))
	for _, s := range list {
		p.String(s)
	}
}

// Uint16s writes an array of 16-bit numbers.
func (p *Writer) Uint16s(v []uint16) {
	p.length(len(v))
	b := make([]byte, 0, 2*len(v))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	p.write(b)
}

// Uint32s writes an array of 32-bit numbers.
func (p *Writer) Uint32s(v []uint32) {
	p.length(len(v))
	b := make([]byte, 0, 4*len(v))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	p.write(b)
}

// Uint64s writes an array of 64-bit numbers.
func (p *Writer) Uint64s(v []uint64) {
	p.length(len(v))
	b := make([]byte, 0, 8*len(v))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	p.write(b)
}

// A Reader reads a model file. Its methods return zero values after the first
// error, which Close reports.
type Reader struct {
	b   []byte
	err error
}

// errShort is met where a file ends too soon.
var errShort = errors.New("file is cut short")

// NewReader checks the header of a model file against the one wanted.
func NewReader(data []byte, want Header) (*Reader, error) {
	r := &Reader{b: data}
	if m := r.take(len(magic) + 1); string(m) != magic+string(rune(format)) {
		return nil, fmt.Errorf("not a model file of format %d", format)
	}
	kind, nums := r.String(), r.Uint32s()
	switch {
	case r.err != nil:
		return nil, r.Close()
	case len(nums) != 3:
		return nil, errors.New("bad model header")
	case kind != want.Kind:
		return nil, fmt.Errorf("model is a %q, want a %q", kind, want.Kind)
	case nums[0] != want.Version:
		return nil, fmt.Errorf("%s model has version %d, want %d", kind, nums[0], want.Version)
	}
	if f := uint64(nums[1]) | uint64(nums[2])<<32; f != want.Features {
		return nil, fmt.Errorf("%s model was trained on feature set %016x, the program has %016x", kind, f, want.Features)
	}
	return r, nil
}

// Close returns the first error met, or one if bytes are left over.
func (r *Reader) Close() error {
	switch {
	case r.err != nil:
		return fmt.Errorf("reading model: %w", r.err)
	case len(r.b) > 0:
		return fmt.Errorf("reading model: %d bytes left over", len(r.b))
	}
	return nil
}

func (r *Reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.b) {
		if r.err == nil {
			r.err = errShort
		}
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

// length reads a count of items of a size, and refuses one that the rest of
// the file could not hold.
func (r *Reader) length(size int) int {
	n, w := binary.Uvarint(r.b)
	if r.err != nil {
		return 0
	}
	if w <= 0 || n > uint64(len(r.b)-w)/uint64(size) {
		r.err = errShort
		return 0
	}
	r.b = r.b[w:]
	return int(n)
}

// Bytes reads a byte array. It shares memory with the file.
func (r *Reader) Bytes() []byte { return r.take(r.length(1)) }

// String reads a string.
func (r *Reader) String() string { return string(r.Bytes()) }

// Strings reads a list of strings.
func (r *Reader) Strings() []string {
	list := make([]string, r.length(1))
	for i := range list {
		list[i] = r.String()
	}
	return list
}

// Uint16s reads an array of 16-bit numbers.
func (r *Reader) Uint16s() []uint16 {
	v := make([]uint16, r.length(2))
	b := r.take(2 * len(v))
	for i := range v {
		v[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return v
}

// Uint32s reads an array of 32-bit numbers.
func (r *Reader) Uint32s() []uint32 {
	v := make([]uint32, r.length(4))
	b := r.take(4 * len(v))
	for i := range v {
		v[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return v
}

// Uint64s reads an array of 64-bit numbers.
func (r *Reader) Uint64s() []uint64 {
	v := make([]uint64, r.length(8))
	b := r.take(8 * len(v))
	for i := range v {
		v[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return v
}
