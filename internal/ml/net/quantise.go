package net

import (
	"encoding/binary"
	"math"

	"readout/internal/ml/kernel"
)

// Rows is a table as model files hold it: bytes with a scale for each row. It
// is read where it lies, so that only the rows that are asked for are touched.
type Rows struct {
	Dim    int
	Scales string // little-endian float32
	Bytes  string // int8
}

// Quantise stores rows of floats as bytes with a scale for each row.
func Quantise(x []float32, dim int) Rows {
	q, scales := make([]byte, len(x)), make([]byte, 0, 4*(len(x)/dim))
	for i := range len(x) / dim {
		row := x[i*dim : (i+1)*dim]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		scale := top / 127
		scales = binary.LittleEndian.AppendUint32(scales, math.Float32bits(scale))
		if top == 0 {
			continue
		}
		for j, v := range row {
			r := v / scale
			if r < 0 {
				r -= 0.5
			} else {
				r += 0.5
			}
			q[i*dim+j] = byte(int8(r))
		}
	}
	return Rows{Dim: dim, Scales: string(scales), Bytes: string(q)}
}

// Len returns the number of rows.
func (t Rows) Len() int { return len(t.Scales) / 4 }

func (t Rows) row(i int) (q string, scale float32) {
	s := t.Scales[4*i : 4*i+4]
	return t.Bytes[i*t.Dim : (i+1)*t.Dim], math.Float32frombits(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

// Copy writes a row to dst, which has room for it.
func (t Rows) Copy(dst []float32, i int) {
	q, scale := t.row(i)
	kernel.Bytes(dst[:len(q)], q, scale)
}

// Add adds a row to dst.
func (t Rows) Add(dst []float32, i int) {
	q, scale := t.row(i)
	kernel.AddBytes(dst[:len(q)], q, scale)
}
