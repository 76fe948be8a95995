package encode

import (
	"math/rand"

	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// Trees scores heads and relations (after Dozat and Manning 2017): heads by a
// bilinear form of two views of the tokens and the distance, relations by a
// layer over the two views that the relation has of a word and its head.
type Trees struct {
	ArcDep, ArcHead, ArcMap *net.Linear
	ArcRoot                 *net.Param // the head of roots
	ArcOffset               *net.Param // by distance
	RelDep, RelHead, RelOut *net.Linear
	RelRoot                 *net.Param
}

// Distances of heads that are told apart.
const (
	arcReach = 30
	arcRows  = 64
)

// NewTrees returns random weights.
func NewTrees(name string, dim, arc, rel, rels int, r *rand.Rand) *Trees {
	return &Trees{
		ArcDep:    net.NewLinear(name+".arcdep", dim, arc, 2, r),
		ArcHead:   net.NewLinear(name+".archead", dim, arc, 2, r),
		ArcMap:    net.NewLinear(name+".arcmap", arc, arc, 0.3, r),
		ArcRoot:   net.NewParam(name+".arcroot", 1, arc),
		ArcOffset: net.NewParam(name+".arcoffset", 1, arcRows),
		RelDep:    net.NewLinear(name+".reldep", dim, rel, 1, r),
		RelHead:   net.NewLinear(name+".relhead", dim, rel, 1, r),
		RelOut:    net.NewLinear(name+".relout", rel, rels, 0.3, r),
		RelRoot:   net.NewParam(name+".relroot", 1, rel),
	}
}

// Params returns the weights.
func (l *Trees) Params() []*net.Param {
	ps := []*net.Param{l.ArcRoot, l.ArcOffset, l.RelRoot}
	for _, x := range []*net.Linear{l.ArcDep, l.ArcHead, l.ArcMap, l.RelDep, l.RelHead, l.RelOut} {
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
func (l *Trees) Scores(a *net.Arena, mapped, heads []float32, n int) (scores []float32, ld int, side []float32) {
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

// relu cuts off below zero.
func relu(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

// forward returns heads and relation classes for the words of one sentence
// after another; heads are relative to the sentence, -1 for the root.
func (l *Trees) forward(a *net.Arena, s *treeScratch, x []float32, sents []net.Seq, rows, rels int) (heads []int32, classes []int32) {
	dep := l.ArcDep.Forward(a, x, rows)
	relu(dep)
	head := l.ArcHead.Forward(a, x, rows)
	relu(head)
	mapped := l.ArcMap.Forward(a, dep, rows)
	relDep, relHead := l.RelDep.Forward(a, x, rows), l.RelHead.Forward(a, x, rows)
	d, w := l.ArcMap.W.K, l.RelDep.W.N
	s.heads, s.classes = grow(s.heads, rows), grow(s.classes, rows)
	hidden := a.Floats(rows * w)
	for _, q := range sents {
		n := q.End - q.Start
		m := a.Mark()
		scores, ld, _ := l.Scores(a, mapped[q.Start*d:], head[q.Start*d:], n)
		s.tree(s.heads[q.Start:q.End], scores, ld, n)
		a.Release(m)
		for i := q.Start; i < q.End; i++ {
			other := l.RelRoot.W
			if h := s.heads[i]; h >= 0 {
				other = relHead[(q.Start+int(h))*w : (q.Start+int(h)+1)*w]
			}
			row, own := hidden[i*w:(i+1)*w], relDep[i*w:(i+1)*w]
			for j, v := range own {
				row[j] = max(0, v+other[j])
			}
		}
	}
	out := l.RelOut.Forward(a, hidden, rows)
	for i := range rows {
		s.classes[i] = argmax(out[i*l.RelOut.W.N : i*l.RelOut.W.N+rels])
	}
	return s.heads, s.classes
}

func argmax(x []float32) int32 {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return int32(best)
}
