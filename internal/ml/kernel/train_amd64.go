//go:build amd64 && !purego

package kernel

//go:noescape
func adamAVX(w, grad, m, v *float32, n uintptr, k *[8]float32)

// Adam moves w against the gradient g, with the moments m and v, and clears g.
// See [Step] for k.
func Adam(w, g, m, v []float32, k *Step) {
	g, m, v = g[:len(w)], m[:len(w)], v[:len(w)]
	n := len(w) &^ 7
	if !hasAVX2 || n == 0 {
		adamGo(w, g, m, v, k)
		return
	}
	adamAVX(&w[0], &g[0], &m[0], &v[0], uintptr(n), (*[8]float32)(k))
	adamGo(w[n:], g[n:], m[n:], v[n:], k)
}
