package net

import (
	"math"
	"math/rand"

	"readout/internal/ml/kernel"
)

// A Param is a matrix of weights, K rows by N columns, with what training
// keeps beside it. A vector has one row.
type Param struct {
	Name string
	K, N int
	W    []float32

	grad, m, v []float32
	fwd, bwd   kernel.Matrix
}

// NewParam returns a K by N matrix of zeros.
func NewParam(name string, k, n int) *Param {
	return &Param{Name: name, K: k, N: n, W: make([]float32, k*n)}
}

// Spread fills the matrix with normal numbers of variance gain/K.
func (p *Param) Spread(r *rand.Rand, gain float64) *Param {
	s := math.Sqrt(gain / float64(p.K))
	for i := range p.W {
		p.W[i] = float32(r.NormFloat64() * s)
	}
	return p
}

// Fill sets every weight.
func (p *Param) Fill(x float32) *Param {
	for i := range p.W {
		p.W[i] = x
	}
	return p
}

// Prepare packs the weights for forward passes, and with train for backward
// passes too. It must follow every change of W.
func (p *Param) Prepare(train bool) {
	if p.K > 1 {
		kernel.Pack(&p.fwd, p.W, p.K, p.N, p.N)
	}
	if !train {
		return
	}
	if p.K > 1 {
		kernel.PackTransposed(&p.bwd, p.W, p.N, p.K, p.N)
	}
	p.Grad()
}

// Pack packs a matrix for forward passes alone, from rows that next writes,
// and keeps no W.
func (p *Param) Pack(next func(row []float32)) {
	p.W = nil
	kernel.PackRows(&p.fwd, p.K, p.N, next)
}

// Grad returns the gradient, which training adds to.
func (p *Param) Grad() []float32 {
	if p.grad == nil {
		p.grad = make([]float32, len(p.W))
	}
	return p.grad
}

// An Adam is an optimiser (Kingma and Ba 2015) with decoupled weight decay.
type Adam struct {
	Rate, Beta1, Beta2, Decay float32
	step                      int
}

// Begin starts an update of all parameters.
func (o *Adam) Begin() { o.step++ }

// Update moves the weights against the gradient, scaled, and clears it.
func (o *Adam) Update(p *Param, scale float32) {
	if p.m == nil {
		p.m, p.v = make([]float32, len(p.W)), make([]float32, len(p.W))
	}
	decay := o.Decay
	if p.K == 1 {
		decay = 0
	}
	o.move(p.W, p.Grad(), p.m, p.v, scale, decay)
}

func (o *Adam) move(w, g, m, v []float32, scale, decay float32) {
	c1 := float32(1 - math.Pow(float64(o.Beta1), float64(o.step)))
	c2 := float32(1 - math.Pow(float64(o.Beta2), float64(o.step)))
	rate := o.Rate / c1
	kernel.Adam(w, g, m, v, &kernel.Step{scale, o.Beta1, 1 - o.Beta1, o.Beta2, 1 - o.Beta2, 1 - o.Rate*decay, rate, 1 / c2})
}

// A Table is an embedding: rows found by number, most of them untouched by a
// batch. One that is only read may have its Rows in place of W.
type Table struct {
	Name string
	Dim  int
	W    []float32
	Rows Rows

	grad, m, v []float32
	touched    []int32
	marked     []bool
}

// NewTable returns a table of normal numbers of the given deviation.
func NewTable(name string, rows, dim int, deviation float64, r *rand.Rand) *Table {
	t := &Table{Name: name, Dim: dim, W: make([]float32, rows*dim)}
	if r != nil {
		for i := range t.W {
			t.W[i] = float32(r.NormFloat64() * deviation)
		}
	}
	return t
}

// Unpack makes W of the rows.
func (t *Table) Unpack() {
	t.W = make([]float32, t.Rows.Len()*t.Dim)
	for i := range t.Rows.Len() {
		t.Rows.Copy(t.W[i*t.Dim:(i+1)*t.Dim], i)
	}
	t.Rows = Rows{}
}

// Copy writes one row to dst.
func (t *Table) Copy(dst []float32, i int32) {
	if t.W == nil {
		t.Rows.Copy(dst, int(i))
		return
	}
	copy(dst, t.Row(i))
}

// Add adds one row to dst.
func (t *Table) Add(dst []float32, i int32) {
	if t.W == nil {
		t.Rows.Add(dst, int(i))
		return
	}
	for j, v := range t.Row(i) {
		dst[j] += v
	}
}

// Row returns one row of W.
func (t *Table) Row(i int32) []float32 { return t.W[int(i)*t.Dim : (int(i)+1)*t.Dim] }

// AddGrad adds to the gradient of one row.
func (t *Table) AddGrad(i int32, g []float32) {
	if t.grad == nil {
		t.grad = make([]float32, len(t.W))
		t.m, t.v = make([]float32, len(t.W)), make([]float32, len(t.W))
		t.marked = make([]bool, len(t.W)/t.Dim)
	}
	if !t.marked[i] {
		t.marked[i] = true
		t.touched = append(t.touched, i)
	}
	kernel.Axpy(t.grad[int(i)*t.Dim:(int(i)+1)*t.Dim], 1, g)
}

// SquaredGrad returns the sum of squares of the gradient.
func (t *Table) SquaredGrad() float64 {
	var s float64
	for _, i := range t.touched {
		g := t.grad[int(i)*t.Dim : (int(i)+1)*t.Dim]
		s += float64(kernel.Dot(g, g))
	}
	return s
}

// UpdateTable moves the rows that the batch touched.
func (o *Adam) UpdateTable(t *Table, scale float32) {
	for _, i := range t.touched {
		a, b := int(i)*t.Dim, (int(i)+1)*t.Dim
		o.move(t.W[a:b], t.grad[a:b], t.m[a:b], t.v[a:b], scale, 0)
		t.marked[i] = false
	}
	t.touched = t.touched[:0]
}
