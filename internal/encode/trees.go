package encode

import (
	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// trees writes to s.heads and s.classes the heads and relation classes of the
// words of one sentence after another; heads are relative to the sentence, -1
// for the root.
func (n *Network) trees(a *net.Arena, s *scratch, x []float32, sents []net.Seq, rows int) {
	l, rels := n.Trees, len(n.Labels.Rels)
	x = top(n.TreeStack, a, x, sents, rows)
	dep := l.ArcDep.Forward(a, x, rows)
	kernel.Relu(dep)
	head := l.ArcHead.Forward(a, x, rows)
	kernel.Relu(head)
	mapped := l.ArcMap.Forward(a, dep, rows)
	relDep, relHead := l.RelDep.Forward(a, x, rows), l.RelHead.Forward(a, x, rows)
	d, w := l.ArcMap.W.K, l.RelDep.W.N
	s.heads, s.classes = grow(s.heads, rows), grow(s.classes, rows)
	hidden := a.Floats(rows * w)
	for _, q := range sents {
		size := q.End - q.Start
		m := a.Mark()
		scores, ld, _ := l.Scores(a, mapped[q.Start*d:], head[q.Start*d:], size)
		s.memory.Tree(s.heads[q.Start:q.End], scores, ld)
		a.Release(m)
		for i := q.Start; i < q.End; i++ {
			other := l.RelRoot.W
			if h := s.heads[i]; h >= 0 {
				other = relHead[(q.Start+int(h))*w : (q.Start+int(h)+1)*w]
			}
			kernel.ReluSum(hidden[i*w:(i+1)*w], relDep[i*w:(i+1)*w], other)
		}
	}
	out := l.RelOut.Forward(a, hidden, rows)
	for i := range rows {
		s.classes[i] = argmax(out[i*l.RelOut.W.N : i*l.RelOut.W.N+rels])
	}
}

func argmax(x []float32) int32 { return int32(kernel.Argmax(x)) }

func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}
