package decode

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
	spanning(heads, scores, ld, n)
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

// spanning finds the maximum spanning tree with one root. Node 0 is the root,
// node i+1 word i.
func spanning(heads []int32, scores []float32, ld, n int) {
	m := n + 1
	w := make([]float32, m*m) // w[d*m+h]
	const far = -1e4
	for i := range n {
		copy(w[(i+1)*m:], scores[i*ld:i*ld+m])
		w[(i+1)*m] += far // so that as few as possible, that is one, hang on the root
	}
	parent := edmonds(w, m)
	for i := range n {
		heads[i] = int32(parent[i+1]) - 1
	}
}

// edmonds returns the parents of the best tree over m nodes with root 0;
// w[d*m+h] is the worth of h as the parent of d.
func edmonds(w []float32, m int) []int {
	parent := make([]int, m)
	for d := 1; d < m; d++ {
		best := -1
		for h := range m {
			if h != d && (best < 0 || w[d*m+h] > w[d*m+best]) {
				best = h
			}
		}
		parent[d] = best
	}
	ring := findRing(parent)
	if ring == nil {
		return parent
	}
	in := make([]bool, m)
	var total float32
	for _, v := range ring {
		in[v] = true
		total += w[v*m+parent[v]]
	}
	// Number the nodes outside the ring; the ring becomes the last node.
	id := make([]int, m)
	var old []int
	for v := range m {
		if !in[v] {
			id[v] = len(old)
			old = append(old, v)
		}
	}
	c := len(old)
	k := c + 1
	small := make([]float32, k*k)
	enter, leave := make([]int, k), make([]int, k)
	for i, v := range old {
		for j, h := range old {
			small[i*k+j] = w[v*m+h]
		}
		// the best edge into the ring from v, and out of the ring to v
		bestIn, bestOut := -1, -1
		var gain float32
		for _, r := range ring {
			if g := w[r*m+v] - w[r*m+parent[r]]; bestIn < 0 || g > gain {
				bestIn, gain = r, g
			}
			if bestOut < 0 || w[v*m+r] > w[v*m+bestOut] {
				bestOut = r
			}
		}
		small[c*k+i], enter[i] = gain+total, bestIn
		small[i*k+c], leave[i] = w[v*m+bestOut], bestOut
	}
	sub := edmonds(small, k)
	for i, v := range old {
		if v == 0 {
			continue
		}
		if p := sub[i]; p == c {
			parent[v] = leave[i]
		} else {
			parent[v] = old[p]
		}
	}
	parent[enter[sub[c]]] = old[sub[c]]
	return parent
}

// findRing returns the nodes of a circle, or nil.
func findRing(parent []int) []int {
	mark := make([]int, len(parent))
	for i := 1; i < len(parent); i++ {
		v := i
		for v != 0 && mark[v] == 0 {
			mark[v] = i
			v = parent[v]
		}
		if v != 0 && mark[v] == i {
			ring := []int{v}
			for u := parent[v]; u != v; u = parent[u] {
				ring = append(ring, u)
			}
			return ring
		}
	}
	return nil
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
