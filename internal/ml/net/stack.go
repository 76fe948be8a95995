package net

import (
	"math/rand"

	"readout/internal/ml/kernel"
)

// A Stack is layers over rows: convolutions and recurrent units by turns,
// each behind a norm and beside a way around it.
type Stack struct {
	Norms []*Norm // one a layer, and one at the end
	Convs []*GatedConv
	Recs  []*Recurrent
}

// NewStack returns pairs of a convolution, each reaching twice as far as the
// one before, and a recurrent layer.
func NewStack(name string, dim, pairs int, r *rand.Rand) *Stack {
	s := new(Stack)
	for i := range pairs {
		suffix := string(rune('a' + i))
		s.Norms = append(s.Norms, NewNorm(name+".cn"+suffix, dim), NewNorm(name+".rn"+suffix, dim))
		s.Convs = append(s.Convs, NewGatedConv(name+".conv"+suffix, dim, 1<<i, r))
		s.Recs = append(s.Recs, NewRecurrent(name+".rec"+suffix, dim, r))
	}
	s.Norms = append(s.Norms, NewNorm(name+".end", dim))
	return s
}

// Soften scales the layers' weights, so that a stack begins as little more
// than the way around it.
func (s *Stack) Soften(by float32) *Stack {
	for i := range s.Convs {
		for _, p := range []*Param{s.Convs[i].Lin.W, s.Recs[i].Lin.W} {
			for j := range p.W {
				p.W[j] *= by
			}
		}
	}
	return s
}

// Params returns the weights.
func (s *Stack) Params() []*Param {
	var ps []*Param
	for _, l := range s.Norms {
		ps = append(ps, l.Params()...)
	}
	for i := range s.Convs {
		ps = append(ps, s.Convs[i].Params()...)
		ps = append(ps, s.Recs[i].Params()...)
	}
	return ps
}

// Forward returns the rows after all layers; x is overwritten.
func (s *Stack) Forward(a *Arena, x []float32, seqs []Seq, rows int) []float32 {
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
