package decode

import (
	"math"

	"readout/internal/ml/kernel"
)

// Tree writes to heads the best tree with one root: the best head of each
// word where these make a tree, else a maximum spanning tree (Chu and Liu
// 1965, Edmonds 1967). Row i of the scores, ld floats from the next, holds for
// word i the worth of the root in column 0 and of word j in column j+1; a
// root's head is -1.
func (m *Memory) Tree(heads []int32, scores []float32, ld int) {
	n, roots := len(heads), 0
	for i := range n {
		h := argmax(scores[i*ld:i*ld+n+1]) - 1
		heads[i] = h
		if h < 0 {
			roots++
		}
	}
	m.mark = grow(m.mark, n)
	if roots == 1 && !circular(heads, m.mark) {
		return
	}
	spanning(&m.room, heads, scores, ld, n)
}

// circular reports whether some word does not lead to the root.
func circular(heads, mark []int32) bool {
	for i := range mark {
		mark[i] = 0
	}
	for i := range heads {
		stamp := int32(i + 1)
		j := int32(i)
		for j >= 0 && mark[j] == 0 {
			mark[j] = stamp
			j = heads[j]
		}
		if j >= 0 && mark[j] == stamp {
			return true
		}
	}
	return false
}

// A room is the memory of a search for a spanning tree.
type room struct {
	worth pool[float32]
	nodes pool[int32]
}

// A pool gives out memory that is all taken back at once.
type pool[T any] struct {
	buf  []T
	used int
}

// take returns n elements with arbitrary content.
func (p *pool[T]) take(n int) []T {
	if p.used+n > len(p.buf) {
		p.buf, p.used = make([]T, max(2*len(p.buf), n)), 0
	}
	x := p.buf[p.used : p.used+n : p.used+n]
	p.used += n
	return x
}

// never is what no edge is worth.
var never = float32(math.Inf(-1))

// spanning finds the maximum spanning tree with one root. Node 0 is the root,
// node i+1 word i.
func spanning(r *room, heads []int32, scores []float32, ld, n int) {
	r.worth.used, r.nodes.used = 0, 0
	m := n + 1
	w := r.worth.take(m * m) // w[d*m+h]
	const far = -1e4
	for i := range n {
		row := w[(i+1)*m : (i+2)*m]
		copy(row, scores[i*ld:i*ld+m])
		row[0] += far // so that as few as possible, that is one, hang on the root
		row[i+1] = never
	}
	parent := edmonds(r, w, m)
	for i := range n {
		heads[i] = parent[i+1] - 1
	}
}

// edmonds returns the parents of the best tree over m nodes with root 0;
// w[d*m+h] is the worth of h as the parent of d, and no node that of itself.
func edmonds(r *room, w []float32, m int) []int32 {
	parent := r.nodes.take(m)
	parent[0] = 0
	for d := 1; d < m; d++ {
		parent[d] = argmax(w[d*m : (d+1)*m])
	}
	ring := findRing(r, parent)
	if ring == nil {
		return parent
	}
	in := r.nodes.take(m)
	clear(in)
	var total float32
	for _, v := range ring {
		in[v] = 1
		total += w[int(v)*m+int(parent[v])]
	}
	// Number the nodes outside the ring; the ring becomes the last node.
	old := r.nodes.take(m)[:0]
	for v := range m {
		if in[v] == 0 {
			old = append(old, int32(v))
		}
	}
	c := len(old)
	k := c + 1
	small := r.worth.take(k * k)
	enter, leave := r.nodes.take(k), r.nodes.take(k)
	for i, v := range old {
		row, wide := small[i*k:i*k+c], w[int(v)*m:(int(v)+1)*m]
		for j, h := range old {
			row[j] = wide[h]
		}
		// the best edge into the ring from v, and out of the ring to v
		bestIn, bestOut := int32(-1), int32(-1)
		var gain float32
		for _, u := range ring {
			if g := w[int(u)*m+int(v)] - w[int(u)*m+int(parent[u])]; bestIn < 0 || g > gain {
				bestIn, gain = u, g
			}
			if bestOut < 0 || wide[u] > wide[bestOut] {
				bestOut = u
			}
		}
		small[c*k+i], enter[i] = gain+total, bestIn
		small[i*k+c], leave[i] = wide[bestOut], bestOut
	}
	small[c*k+c] = never
	sub := edmonds(r, small, k)
	for i, v := range old {
		if v == 0 {
			continue
		}
		if p := int(sub[i]); p == c {
			parent[v] = leave[i]
		} else {
			parent[v] = old[p]
		}
	}
	parent[enter[sub[c]]] = old[sub[c]]
	return parent
}

// findRing returns the nodes of a circle, or nil.
func findRing(r *room, parent []int32) []int32 {
	mark := r.nodes.take(len(parent))
	clear(mark)
	for i := 1; i < len(parent); i++ {
		v := int32(i)
		for v != 0 && mark[v] == 0 {
			mark[v] = int32(i)
			v = parent[v]
		}
		if v != 0 && mark[v] == int32(i) {
			ring := append(r.nodes.take(len(parent))[:0], v)
			for u := parent[v]; u != v; u = parent[u] {
				ring = append(ring, u)
			}
			return ring
		}
	}
	return nil
}

func argmax(x []float32) int32 { return int32(kernel.Argmax(x)) }
