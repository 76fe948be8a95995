package net

import (
	"math/rand"

	"readout/internal/ml/kernel"
)

// Trees scores heads and relations (after Dozat and Manning 2017): heads by a
// bilinear form of two views of the tokens and the distance, relations by a
// layer over the two views that the relation has of a word and its head.
type Trees struct {
	ArcDep, ArcHead, ArcMap *Linear
	ArcRoot                 *Param // the head of roots
	ArcOffset               *Param // by distance
	RelDep, RelHead, RelOut *Linear
	RelRoot                 *Param
}

// Distances of heads that are told apart.
const (
	arcReach = 30
	arcRows  = 64
)

// NewTrees returns random weights.
func NewTrees(name string, dim, arc, rel, rels int, r *rand.Rand) *Trees {
	return &Trees{
		ArcDep:    NewLinear(name+".arcdep", dim, arc, 2, r),
		ArcHead:   NewLinear(name+".archead", dim, arc, 2, r),
		ArcMap:    NewLinear(name+".arcmap", arc, arc, 0.01, r),
		ArcRoot:   NewParam(name+".arcroot", 1, arc),
		ArcOffset: NewParam(name+".arcoffset", 1, arcRows),
		RelDep:    NewLinear(name+".reldep", dim, rel, 1, r),
		RelHead:   NewLinear(name+".relhead", dim, rel, 1, r),
		RelOut:    NewLinear(name+".relout", rel, rels, 0.3, r),
		RelRoot:   NewParam(name+".relroot", 1, rel),
	}
}

// Params returns the weights.
func (l *Trees) Params() []*Param {
	ps := []*Param{l.ArcRoot, l.ArcOffset, l.RelRoot}
	for _, x := range []*Linear{l.ArcDep, l.ArcHead, l.ArcMap, l.RelDep, l.RelHead, l.RelOut} {
		ps = append(ps, x.Params()...)
	}
	return ps
}

// ArcRow returns the row of the distance from a word to its head.
func ArcRow(word, head int) int {
	return max(-arcReach, min(arcReach, head-word)) + arcReach
}

// Scores writes for each word of a sentence the scores of all heads: column 0
// is the root, column j+1 word j. It returns them with the floats from one
// row to the next, and the heads' vectors.
func (l *Trees) Scores(a *Arena, mapped, heads []float32, n int) (scores []float32, ld int, side []float32) {
	d := l.ArcMap.W.K
	side = a.Floats((n + 1) * d)
	copy(side, l.ArcRoot.W)
	copy(side[d:], heads[:n*d])
	ld = kernel.RoundUp(n + 1)
	scores = a.Floats(n * ld)
	packed := kernel.Matrix{Data: a.Floats(d * ld)}
	kernel.PackTransposed(&packed, side, d, n+1, d)
	kernel.Mul(scores, ld, mapped, d, 1, n, &packed, false)
	for i := range n {
		row := scores[i*ld : i*ld+n+1]
		row[0] += l.ArcOffset.W[arcRows-1]
		for j := range n {
			row[j+1] += l.ArcOffset.W[ArcRow(i, j)]
		}
		row[i+1] = -1e9
	}
	return scores, ld, side
}
